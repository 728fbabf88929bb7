/* Good-practice sheets, and the record of a meeting. */
#include "app/practice.h"

#include <string.h>

#include "app/decision.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"

bool
cmd_practice_list(struct run *run, GError **error)
{
	const char *theme = run_option(run, OPTION_THEME);
	g_autofree char *words = run_joined(run, 0);
	struct practice_search search = {
		.theme_id = theme != NULL ? noun_find(run->store, &noun_theme, 0, theme, error) : 0,
		.territory = run_option(run, OPTION_TERRITORY),
		.words = words,
	};
	if (theme != NULL && search.theme_id == 0)
		return false;
	g_autoptr(Rows) rows = practices_find(run->store, &search, error);
	return rows != NULL && noun_rows_list(run, &noun_practice, rows, error);
}

/* A file takes what documents take; what may be read on a terminal, no more than that shows. */
static bool
text_result(struct run *run, const char *text, GError **error)
{
	if (run_given(run, OPTION_OUTPUT))
		return run_result(run, text, strlen(text), error);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		char *shown = text_for_terminal(lines[i]);
		g_free(lines[i]);
		lines[i] = shown;
	}
	g_autofree char *shown = g_strjoinv("\n", lines);
	return run_result(run, shown, strlen(shown), error);
}

/* What is given away names nobody who has not agreed. */
static void
practice_leave_contact(struct practice *practice)
{
	if (g_strcmp0(practice->contact_agreed, "yes") != 0)
		practice->person_id = 0;
}

bool
cmd_practice_export(struct run *run, GError **error)
{
	gint64 id = subject_find(run, &noun_practice, 0, run->argument[0], error);
	struct practice *practice =
		id != 0 ? store_get(run->store, &entity_practice, id, error) : NULL;
	if (practice == NULL)
		return false;
	bool done;
	if (run_format(run) == FORMAT_TABLE) {
		g_autofree char *text = practice_text(run->store, practice);
		done = text_result(run, text, error);
	} else {
		practice_leave_contact(practice);
		done = noun_row_show(run, &noun_practice, practice, error);
	}
	entity_free(&entity_practice, practice);
	return done;
}

/* ---- meetings -----------------------------------------------------------------------------------
 */

static json_t *
members_json(const Meeting *meeting)
{
	json_t *array = json_array();
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct meeting_member *member =
			&g_array_index(meeting->members, struct meeting_member, i);
		json_t *object = json_object();
		json_object_set_new(object, "name", sheet_json_text(member->name));
		json_object_set_new(object, "function", sheet_json_text(member->function));
		json_object_set_new(object, "organisation", sheet_json_text(member->organisation));
		json_object_set_new(object, "presence", sheet_json_text(member->state));
		json_object_set_new(object, "represented_by",
				    sheet_json_text(member->represented_by));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
votes_json(gint64 votes)
{
	return votes != MISSING ? json_integer(votes) : json_null();
}

static json_t *
decisions_json(const Rows *decisions)
{
	json_t *array = json_array();
	for (guint i = 0; i < decisions->n; i++) {
		const struct decision *decision = decisions->row[i];
		json_t *object = json_object();
		json_object_set_new(object, "item", sheet_json_text(decision->item));
		json_object_set_new(object, "text", sheet_json_text(decision->text));
		json_object_set_new(object, "votes_for", votes_json(decision->votes_for));
		json_object_set_new(object, "votes_against", votes_json(decision->votes_against));
		json_object_set_new(object, "abstentions", votes_json(decision->abstentions));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
meeting_json(const Meeting *meeting)
{
	json_t *object = json_object();
	json_object_set_new(object, "event", sheet_json_text(meeting->event->number));
	json_object_set_new(object, "title", sheet_json_text(meeting->event->title));
	json_object_set_new(object, "start_date", sheet_json_text(meeting->event->start_date));
	json_object_set_new(object, "quorum", votes_json(meeting->quorum));
	json_object_set_new(object, "present", json_integer(meeting->present));
	json_object_set_new(object, "represented", json_integer(meeting->represented));
	json_object_set_new(object, "excused", json_integer(meeting->excused));
	json_object_set_new(object, "absent", json_integer(meeting->absent));
	json_object_set_new(object, "reached",
			    meeting->quorum == MISSING || !meeting->marked
				    ? json_null()
				    : json_boolean(meeting->reached));
	json_object_set_new(object, "members", members_json(meeting));
	json_object_set_new(object, "decisions", decisions_json(meeting->decisions));
	return object;
}

static Sheet *
members_sheet(const Meeting *meeting)
{
	static const struct {
		const char *key, *label;
	} columns[] = {{"name", N_("Name")},
		       {"function", N_("Function")},
		       {"organisation", N_("Organisation")},
		       {"presence", N_("Presence")},
		       {"represented_by", N_("Represented by")}};
	Sheet *sheet = sheet_new();
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		sheet_column(sheet, columns[i].key, _(columns[i].label), SHEET_TEXT, true);
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct meeting_member *member =
			&g_array_index(meeting->members, struct meeting_member, i);
		const char *const values[] = {member->name, member->function, member->organisation,
					      member->state, member->represented_by};
		struct sheet_row *row = sheet_row(sheet);
		for (guint j = 0; j < G_N_ELEMENTS(values); j++)
			sheet_set(sheet, row, j, g_strdup(values[j]), NULL);
	}
	return sheet;
}

bool
cmd_decision_record(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Meeting) meeting =
		event_id != 0 ? meeting_load(run->store, event_id, error) : NULL;
	if (meeting == NULL)
		return false;
	if (run_format(run) == FORMAT_JSON)
		return run_json(run, meeting_json(meeting), error);
	if (run_format(run) == FORMAT_CSV) {
		g_autoptr(Sheet) sheet = members_sheet(meeting);
		return run_list(run, sheet, error);
	}
	g_autofree char *text = meeting_text(meeting);
	return text_result(run, text, error);
}
