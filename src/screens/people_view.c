#include "screens/people_view.h"

#include "base/date.h"
#include "base/i18n.h"
#include "core/person.h"
#include "tui/chooser.h"

static const struct {
	enum retention due;
	const char *label, *head;
} views[] = {
	{RETENTION_KEPT, N_("Everybody"), NULL},
	{RETENTION_TO_CONTACT, N_("To be asked whether they wish to stay"),
	 N_("To be asked again")},
	{RETENTION_TO_ERASE, N_("To be erased: no contact for too long"), N_("To be erased")},
};

void
people_view_clear(struct people_view *view)
{
	g_clear_pointer(&view->found, g_hash_table_destroy);
}

guint
people_view_count(Store *store, enum retention due)
{
	g_autoptr(GArray) found = people_due(store, NULL);
	guint n = 0;
	for (guint i = 0; found != NULL && i < found->len; i++)
		n += g_array_index(found, struct person_due, i).due == due ? 1 : 0;
	return n;
}

void
people_view_reload(struct ui *ui, struct people_view *view, struct list *list)
{
	GError *error = NULL;
	people_view_clear(view);
	if (view->due == RETENTION_KEPT) {
		list_restrict(list, NULL);
		return;
	}
	g_autoptr(GArray) found = people_due(ui->store, &error);
	ui_fail(ui, error);
	GHashTable *only = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	view->found = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		const struct person_due *one = &g_array_index(found, struct person_due, i);
		if (one->due != view->due)
			continue;
		struct person_due *kept = g_memdup2(one, sizeof *one);
		g_hash_table_replace(view->found, &kept->person_id, kept);
		g_hash_table_add(only, g_memdup2(&one->person_id, sizeof one->person_id));
	}
	list_restrict(list, only);
}

char *
people_view_head(Store *store, const struct people_view *view, const struct list *list)
{
	if (view->found == NULL)
		return NULL;
	const char *label = _(views[view->due].head);
	gint64 id = list_current(list);
	const struct person_due *one = g_hash_table_lookup(view->found, &id);
	struct person *person = one != NULL ? store_get(store, &entity_person, id, NULL) : NULL;
	if (person == NULL)
		return g_strdup(label);
	g_autofree char *name = noun_name(store, &noun_person, person);
	g_autofree char *day = date_text(one->last_contact, DATE_MEDIUM);
	entity_free(&entity_person, person);
	return g_strdup_printf(_("%s — %s, last contact %s"), label, name, day);
}

/* ---- asking -------------------------------------------------------------------------------------
 */

struct view_request {
	struct people_view *view;
	struct list *list;
};

static void
view_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct view_request *request = user;
	request->view->due = views[index].due;
	people_view_reload(ui, request->view, request->list);
	if (views[index].due != RETENTION_KEPT)
		ui_say(ui, TOAST_NOTE,
		       _("Space selects, * all; x acts on them: asked today, forget; v shows "
			 "everybody"));
}

void
people_view_ask(struct ui *ui, struct people_view *view, struct list *list)
{
	struct view_request *request = g_new(struct view_request, 1);
	*request = (struct view_request){view, list};
	struct chooser *chooser = chooser_new(_("Show"), view_chosen, request, g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(views); i++) {
		bool counted = views[i].due != RETENTION_KEPT;
		g_autofree char *n =
			counted ? g_strdup_printf("%u", people_view_count(ui->store, views[i].due))
				: NULL;
		chooser_add(chooser, _(views[i].label), n);
	}
	chooser_show(chooser, ui, view->due);
}
