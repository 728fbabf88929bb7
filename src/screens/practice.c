#include "screens/practice.h"

#include "app/output.h"
#include "app/practice.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/programme.h"
#include "tui/chooser.h"
#include "tui/form.h"
#include "tui/result.h"

struct asked {
	gint64 event_id, session_id;
	GArray *ids; /* gint64: of the sheets offered */
};

static void
asked_free(gpointer pointer)
{
	struct asked *asked = pointer;
	g_array_unref(asked->ids);
	g_free(asked);
}

/* Where it was shown stands in the form already. */
static void
practice_new(struct ui *ui, gint64 event_id, gint64 session_id)
{
	struct event *event = store_get(ui->store, &entity_event, event_id, NULL);
	struct session *session =
		event != NULL ? store_get(ui->store, &entity_session, session_id, NULL) : NULL;
	if (session != NULL) {
		struct form_typed typed[] = {
			{.key = "event", .text = event->number},
			{.key = "session", .text = session->title},
		};
		struct form_request request = {.noun = &noun_practice,
					       .typed = typed,
					       .n_typed = G_N_ELEMENTS(typed)};
		form_open(ui, &request);
	}
	entity_free(&entity_session, session);
	entity_free(&entity_event, event);
}

static void
practice_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct asked *asked = user;
	if (index >= asked->ids->len) {
		practice_new(ui, asked->event_id, asked->session_id);
		return;
	}
	struct form_request request = {.noun = &noun_practice,
				       .id = g_array_index(asked->ids, gint64, index)};
	form_open(ui, &request);
}

void
practice_of_session(struct ui *ui, gint64 event_id, gint64 session_id)
{
	GError *error = NULL;
	g_autoptr(Rows) rows = session_id != 0
				       ? practices_shown_at(ui->store, event_id, session_id, &error)
				       : NULL;
	ui_fail(ui, error);
	if (rows == NULL)
		return;
	if (rows->n == 0) {
		practice_new(ui, event_id, session_id);
		return;
	}
	struct asked *asked = g_new0(struct asked, 1);
	*asked = (struct asked){event_id, session_id, g_array_new(FALSE, FALSE, sizeof(gint64))};
	struct chooser *chooser = chooser_new(_("Good practices shown at this session"),
					      practice_chosen, asked, asked_free);
	for (guint i = 0; i < rows->n; i++) {
		const struct practice *practice = rows->row[i];
		g_array_append_val(asked->ids, practice->id);
		chooser_add(chooser, practice->title, practice->territory);
	}
	chooser_add(chooser, _("Write another one down"), NULL);
	chooser_show(chooser, ui, 0);
}

void
practice_give(struct ui *ui, gint64 practice_id)
{
	struct practice *practice =
		practice_id != 0 ? store_get(ui->store, &entity_practice, practice_id, NULL) : NULL;
	GError *error = NULL;
	if (practice == NULL)
		return;
	g_autofree char *text = practice_text(ui->store, practice);
	g_autofree char *what = g_strdup_printf(_("practice %s"), practice->title);
	g_autofree char *path = NULL;
	g_autoptr(GPtrArray) lines = g_ptr_array_new();
	if (output_text(ui->store, what, "txt", text, &path, &error)) {
		if (practice->person_id != 0 && g_strcmp0(practice->contact_agreed, "yes") != 0)
			g_ptr_array_add(lines, (gpointer)(gsize)_("! the contact is left out: they "
								  "have not agreed to be named"));
		result_show(ui, practice->title, path, lines);
	}
	ui_fail(ui, error);
	entity_free(&entity_practice, practice);
}
