#include "screens/rows.h"

#include <string.h>

#include "base/i18n.h"
#include "core/organisation.h"
#include "core/status.h"
#include "screens/addresses.h"
#include "screens/rights.h"
#include "screens/rows_work.h"
#include "screens/screen_half_days.h"
#include "screens/withdraw.h"
#include "tui/chooser.h"
#include "tui/form.h"

void
rows_edit(struct list *list, struct ui *ui, gint64 owner)
{
	struct form_request request = {.noun = list->spec->noun,
				       .id = list_current(list),
				       .owner = owner};
	if (request.id != 0)
		form_open(ui, &request);
}

void
rows_new(struct list *list, struct ui *ui, gint64 owner)
{
	struct form_request request = {.noun = list->spec->noun, .owner = owner};
	form_open(ui, &request);
}

static bool
target_delete(Store *store, const struct rows_order *order, gint64 id, GError **error)
{
	return noun_delete(store, order->noun, id, error);
}

void
rows_delete(struct list *list, struct ui *ui, gint64 event_id)
{
	const struct noun *noun = list->spec->noun;
	guint n = 0;
	gint64 *ids = list_targets(list, &n);
	g_autofree char *action = g_strdup_printf("%s_delete", noun->name);
	rows_work(ui,
		  &(struct rows_order){.noun = noun,
				       .action = action,
				       .event_id = event_id,
				       .each = target_delete,
				       .unselect = list},
		  ids, n);
}

/* ---- how many -----------------------------------------------------------------------------------
 */

/* What the filter hides is left alone, and that is said before anything is done. */
static void
hidden_explain(struct list *list, struct chooser *chooser)
{
	guint hidden = list_count_hidden(list);
	if (hidden == 0)
		return;
	g_autofree char *text = g_strdup_printf(
		i18n_count("%u selected row is hidden by the filter: it stays as it is",
			   "%u selected rows are hidden by the filter: they stay as they are",
			   hidden),
		hidden);
	chooser_explain(chooser, text);
}

/* ---- setting ------------------------------------------------------------------------------------
 */

struct code_choice {
	struct list *list;
	const struct noun_key *key;
	gint64 event_id;
};

static bool
target_set(Store *store, const struct rows_order *order, gint64 id, GError **error)
{
	const struct noun *noun = order->noun;
	void *row = store_get(store, noun->entity, id, error);
	if (row == NULL)
		return false;
	struct noun_pair pairs[] = {
		{.key = order->key, .typed = order->code},
		{.key = noun == &noun_organisation ? noun_key(noun, "classified") : NULL,
		 .typed = "1"},
	};
	bool done = noun_write(store, noun, row, pairs, pairs[1].key != NULL ? 2 : 1, NULL, error);
	entity_free(noun->entity, row);
	return done;
}

static void
code_chosen(struct ui *ui, guint index, gpointer user)
{
	struct code_choice *choice = user;
	const struct noun *noun = choice->list->spec->noun;
	const struct code_list *codes = noun_field(noun, choice->key)->codes;
	guint n = 0;
	gint64 *ids = list_targets(choice->list, &n);
	g_autofree char *action = g_strdup_printf("%s_edit", noun->name);
	rows_work(ui,
		  &(struct rows_order){.noun = noun,
				       .action = action,
				       .event_id = choice->event_id,
				       .each = target_set,
				       .key = choice->key,
				       .code = codes->codes[index].code},
		  ids, n);
}

void
rows_set_code(struct list *list, struct ui *ui, const char *key, gint64 event_id)
{
	const struct noun *noun = list->spec->noun;
	struct code_choice *choice = g_new0(struct code_choice, 1);
	*choice = (struct code_choice){list, noun_key(noun, key), event_id};
	guint n = list_count_targets(list);
	g_autofree char *count = noun_count(noun, n);
	g_autofree char *title =
		g_strdup_printf(_("%s: %s"), count, noun_key_label(noun, choice->key));
	struct chooser *chooser = chooser_new(title, code_chosen, choice, g_free);
	const struct code_list *codes = noun_field(noun, choice->key)->codes;
	hidden_explain(list, chooser);
	for (guint i = 0; i < codes->n; i++)
		chooser_add(chooser, code_text(&codes->codes[i]), NULL);
	chooser_show(chooser, ui, 0);
}

/* What can be set on many rows at once, by noun. */
static const struct {
	const struct noun *noun;
	const char *keys[5];
} bulk_keys[] = {
	{&noun_organisation, {"family", "level"}},
	{&noun_attendee, {"status", "part", "lunch"}},
	{&noun_person, {"role", "photo"}},
	{&noun_speaker, {"state", "role"}},
	{&noun_session, {"kind"}},
	{&noun_partner, {"role"}},
	{&noun_event, {"status", "mode"}},
};

struct bulk {
	struct list *list;
	gint64 event_id;
	GPtrArray *keys; /* const char *: what is set; NULL: an act */
	GPtrArray *acts; /* bulk_act, at the same place; NULL there: to delete */
};

static void
bulk_free(gpointer pointer)
{
	struct bulk *bulk = pointer;
	g_ptr_array_unref(bulk->keys);
	g_ptr_array_unref(bulk->acts);
	g_free(bulk);
}

/* Proposed family and level are right as they stand. */
static void
classification_confirm(struct list *list, struct ui *ui)
{
	guint n = 0;
	gint64 *ids = list_targets(list, &n);
	rows_work(ui,
		  &(struct rows_order){.noun = &noun_organisation,
				       .action = "organisation_edit",
				       .each = target_set,
				       .key = noun_key(&noun_organisation, "classified"),
				       .code = "1"},
		  ids, n);
}

/* Of an event's list: which event it is. */
static void
presence_note_list(struct list *list, struct ui *ui)
{
	guint n = 0;
	g_autofree gint64 *ids = list_targets(list, &n);
	GArray *attendees = g_array_new(FALSE, FALSE, sizeof(gint64));
	g_array_append_vals(attendees, ids, n);
	presence_ask(ui, list->value, attendees);
}

/* What can be done to many rows at once beside setting and deleting, by noun. */
typedef void (*bulk_act)(struct list *list, struct ui *ui);

static const struct {
	const struct noun *noun;
	const char *label;
	bulk_act act;
} bulk_acts[] = {
	{&noun_organisation, N_("What is proposed is right"), classification_confirm},
	{&noun_person, N_("Copy their addresses"), addresses_ask},
	{&noun_attendee, N_("Copy their addresses"), addresses_ask},
	{&noun_attendee, N_("Note their presence: excused, present, absent"), presence_note_list},
	{&noun_attendee, N_("Withdraw their certificates"), withdraw_ask},
	{&noun_speaker, N_("Copy their addresses"), addresses_ask},
	{&noun_person, N_("They were asked today whether they wish to stay"), rights_asked_today},
	{&noun_person, N_("Forget them, at their request or because their time is over"),
	 rights_forget},
};

static void
bulk_chosen(struct ui *ui, guint index, gpointer user)
{
	struct bulk *bulk = user;
	const char *key = g_ptr_array_index(bulk->keys, index);
	bulk_act act = (bulk_act)(gsize)g_ptr_array_index(bulk->acts, index);
	if (key != NULL)
		rows_set_code(bulk->list, ui, key, bulk->event_id);
	else if (act != NULL)
		act(bulk->list, ui);
	else
		rows_delete(bulk->list, ui, bulk->event_id);
}

static void
bulk_offer(struct bulk *bulk, struct chooser *chooser, const char *key, bulk_act act,
	   const char *label)
{
	g_ptr_array_add(bulk->keys, (gpointer)(gsize)key);
	g_ptr_array_add(bulk->acts, (gpointer)(gsize)act);
	chooser_add(chooser, label, NULL);
}

void
rows_bulk(struct list *list, struct ui *ui, gint64 event_id)
{
	const struct noun *noun = list->spec->noun;
	struct bulk *bulk = g_new0(struct bulk, 1);
	*bulk = (struct bulk){list, event_id, g_ptr_array_new(), g_ptr_array_new()};
	guint n = list_count_targets(list);
	if (n == 0) {
		bulk_free(bulk);
		ui_say(ui, TOAST_NOTE, _("Nothing is shown here to act on"));
		return;
	}
	g_autofree char *count = noun_count(noun, n);
	g_autofree char *title = g_strdup_printf(_("%s: what is to be done?"), count);
	struct chooser *chooser = chooser_new(title, bulk_chosen, bulk, bulk_free);
	hidden_explain(list, chooser);
	for (gsize i = 0; i < G_N_ELEMENTS(bulk_acts); i++)
		if (bulk_acts[i].noun == noun)
			bulk_offer(bulk, chooser, NULL, bulk_acts[i].act, _(bulk_acts[i].label));
	for (gsize i = 0; i < G_N_ELEMENTS(bulk_keys); i++)
		for (guint j = 0; bulk_keys[i].noun == noun && bulk_keys[i].keys[j] != NULL; j++) {
			const struct noun_key *key = noun_key(noun, bulk_keys[i].keys[j]);
			g_autofree char *label =
				g_strdup_printf(_("Set: %s"), noun_key_label(noun, key));
			bulk_offer(bulk, chooser, bulk_keys[i].keys[j], NULL, label);
		}
	bulk_offer(bulk, chooser, NULL, NULL, _("Delete"));
	chooser_show(chooser, ui, 0);
}
