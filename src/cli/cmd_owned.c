/* Sessions, speakers, attendees, partners: the nouns that belong to an event. */
#include <string.h>

#include "app/directory.h"
#include "app/event.h"
#include "app/presence.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "core/attendee.h"
#include "core/status.h"

/* Most belong to an event; usual tasks to a kind of event. */
gint64
run_owner(struct run *run, GError **error)
{
	return strcmp(run->command->noun->owner, "kind_id") == 0
		       ? noun_find(run->store, &noun_kind, 0, run->argument[0], error)
		       : run_event(run, run->argument[0], error);
}

bool
cmd_owned_list(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	gint64 owner = run_owner(run, error);
	g_autoptr(Rows) rows =
		owner != 0 ? store_of(run->store, noun->entity, noun->owner, owner, error) : NULL;
	return rows != NULL && noun_rows_list(run, noun, rows, error);
}

/* ---- attendees ----------------------------------------------------------------------------------
 */

static bool
status_wanted(const struct run *run, const char **status, GError **error)
{
	const char *typed = run_option(run, OPTION_STATUS);
	if (typed == NULL)
		return true;
	*status = code_parse(&code_attendee_statuses, typed);
	if (*status != NULL)
		return true;
	g_autofree char *names = code_names(&code_attendee_statuses);
	return fail(error, ERROR_USAGE, _("“%s” is no status of a registration; they are: %s"),
		    typed, names);
}

static bool
attendee_wanted(const struct run *run, const struct attendee *attendee, const char *status)
{
	const char *typed = run_option(run, OPTION_ORGANISATION);
	if (status != NULL && strcmp(attendee->status, status) != 0)
		return false;
	if (typed == NULL)
		return true;
	g_autofree char *key = text_search_key(typed);
	g_autofree char *declared = text_search_key(attendee->organisation);
	return strstr(declared, key) != NULL;
}

/* Rows that are not wanted go, in place. */
static void
attendees_filter(const struct run *run, Rows *rows, const char *status)
{
	guint kept = 0;
	for (guint i = 0; i < rows->n; i++) {
		if (attendee_wanted(run, rows->row[i], status))
			rows->row[kept++] = rows->row[i];
		else
			entity_free(rows->entity, rows->row[i]);
	}
	rows->n = kept;
}

static void
presence_set(const Sheet *sheet, struct sheet_row *cells, const void *attendee, GHashTable *states)
{
	const char *state = g_hash_table_lookup(states, &((const struct row_head *)attendee)->id);
	if (state == NULL)
		state = "unknown";
	sheet_set(sheet, cells, sheet->columns->len - 1, g_strdup(state),
		  g_strdup(code_label(&code_presence_states, state)));
}

/* STATES: presence on one half-day; NULL leaves it out. */
static Sheet *
attendees_sheet(struct run *run, const Rows *rows, GHashTable *states)
{
	Sheet *sheet = noun_sheet(&noun_attendee);
	if (states != NULL)
		sheet_column(sheet, "presence", _("Presence"), SHEET_TEXT, true);
	for (guint i = 0; i < rows->n; i++) {
		struct sheet_row *cells =
			noun_sheet_row(run, sheet, &noun_attendee, rows->row[i], false);
		if (states != NULL)
			presence_set(sheet, cells, rows->row[i], states);
	}
	return sheet;
}

bool
cmd_attendee_list(struct run *run, GError **error)
{
	const char *status = NULL, *name = run_option(run, OPTION_HALF_DAY);
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !status_wanted(run, &status, error))
		return false;
	gint64 half_day = name != NULL ? half_day_find(run->store, event_id, name, error) : 0;
	if (name != NULL && half_day == 0)
		return false;
	g_autoptr(Rows) rows = store_of(run->store, &entity_attendee, "event_id", event_id, error);
	if (rows == NULL)
		return false;
	attendees_filter(run, rows, status);
	if (!noun_rows_arrange(run, &noun_attendee, rows, error))
		return false;
	g_autoptr(GHashTable) states =
		half_day != 0 ? half_day_presence(run->store, half_day, error) : NULL;
	if (half_day != 0 && states == NULL)
		return false;
	g_autoptr(Sheet) sheet = attendees_sheet(run, rows, states);
	return run_list(run, sheet, error);
}

static void
seats_warn(struct run *run, gint64 event_id)
{
	struct event *event = store_get(run->store, &entity_event, event_id, NULL);
	gint64 taken = event_seats_taken(run->store, event_id, NULL);
	if (event != NULL && event->seat_limit > 0 && taken > event->seat_limit)
		run_note(run, _("warning: %d seats are taken, of %d"), (int)taken,
			 (int)event->seat_limit);
	entity_free(&entity_event, event);
}

/* Somebody of the directory is registered as the directory knows them. */
static void *
attendee_known(struct run *run, gint64 event_id, const char *who, GPtrArray *notes, GError **error)
{
	gint64 person = person_found(run->store, who, false, notes, error);
	gint64 id = person != 0 ? attendee_of_person(run->store, event_id, person, "participant",
						     "mail", error)
				: 0;
	return id != 0 ? store_get(run->store, &entity_attendee, id, error) : NULL;
}

/* ---- new ----------------------------------------------------------------------------------------
 */

/* The row to write: an attendee named by a person of the directory is one already. */
static void *
owned_begin(struct run *run, gint64 event_id, bool named, GPtrArray *notes, GError **error)
{
	const struct noun *noun = run->command->noun;
	if (named && noun == &noun_attendee)
		return attendee_known(run, event_id, run->argument[1], notes, error);
	void *row = entity_new(noun->entity);
	field_set(entity_field(noun->entity, noun->owner), row, value_integer(event_id));
	return row;
}

static bool
owned_write(struct run *run, gint64 event_id, struct noun_pair *pairs, guint n, bool named,
	    GError **error)
{
	const struct noun *noun = run->command->noun;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	void *row = owned_begin(run, event_id, named, notes, error);
	bool done = row != NULL && noun_write(run->store, noun, row, pairs, n, notes, error);
	if (done) {
		subject_about(run, noun, row, 1);
		run_notes(run, notes);
		if (noun == &noun_attendee)
			seats_warn(run, event_id);
		subject_result(run, row);
	}
	entity_free(noun->entity, row);
	return done;
}

static bool
has_pair(const struct noun_pair *pairs, guint n, const char *key)
{
	for (guint i = 0; i < n; i++)
		if (strcmp(pairs[i].key->key, key) == 0)
			return true;
	return false;
}

bool
cmd_owned_new(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	bool named = run->n_arguments > 1 && !subject_is_pair(noun, run->argument[1]);
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, named ? 2 : 1, &n, error);
	if (pairs == NULL)
		return false;
	if (named && noun != &noun_attendee)
		pairs[n++] = (struct noun_pair){.key = noun_key(noun, noun->name_key),
						.typed = run->argument[1]};
	if (!named && noun == &noun_attendee && !has_pair(pairs, n, "last_name"))
		return fail(error, ERROR_INVALID, _("the last name is missing (last_name=…)"));
	gint64 event_id = run_owner(run, error);
	if (event_id == 0 || !run_begin(run, subject_action(noun, "new"), error))
		return false;
	return run_end(run, owned_write(run, event_id, pairs, n, named, error), error);
}
