/* What events have beyond the other nouns: filters, copies, cancelling. */
#include <string.h>

#include "app/event.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "core/reference.h"
#include "core/status.h"

/* ---- filters ------------------------------------------------------------------------------------
 */

struct wanted {
	const char *year;
	gint64 kind;
	const char *status;  /* of events */
	const char *opening; /* as shown: open, full, closed */
	char *department;
};

static bool
year_wanted(struct wanted *wanted, const char *typed, GError **error)
{
	wanted->year = typed;
	return typed == NULL || (strlen(typed) == 4 && date_valid(typed)) ||
	       fail(error, ERROR_USAGE, _("“%s” is no year; they are written 2026"), typed);
}

static bool
status_wanted(struct wanted *wanted, const char *typed, GError **error)
{
	if (typed == NULL)
		return true;
	/* "open" is also a word for announced; whoever says it means what is shown. */
	wanted->opening = code_find(&code_event_openings, typed) != NULL ? typed : NULL;
	wanted->status = wanted->opening == NULL ? code_parse(&code_event_statuses, typed) : NULL;
	if (wanted->opening == NULL && wanted->status == NULL)
		wanted->opening = code_parse(&code_event_openings, typed);
	if (wanted->opening != NULL || wanted->status != NULL)
		return true;
	g_autofree char *names = code_names(&code_event_statuses);
	g_autofree char *openings = code_names(&code_event_openings);
	return fail(error, ERROR_USAGE, _("“%s” is no status of an event; they are: %s, %s"), typed,
		    names, openings);
}

static bool
territory_wanted(struct run *run, struct wanted *wanted, const char *typed, GError **error)
{
	if (typed == NULL)
		return true;
	g_autofree char *key = text_search_key(typed);
	g_autoptr(Rows) rows =
		store_where(run->store, &entity_territory, "type", value_text("department"), error);
	for (guint i = 0; rows != NULL && i < rows->n && wanted->department == NULL; i++) {
		const struct territory *territory = rows->row[i];
		g_autofree char *name = text_search_key(territory->name);
		if (g_ascii_strcasecmp(territory->code, typed) == 0 || strcmp(name, key) == 0)
			wanted->department = g_strdup(territory->code);
	}
	return wanted->department != NULL ||
	       (rows != NULL &&
		fail(error, ERROR_INVALID,
		     _("“%s” is no département; say its code (34) or its name"), typed));
}

static bool
wanted_read(struct run *run, struct wanted *wanted, GError **error)
{
	const char *kind = run_option(run, OPTION_KIND);
	if (!year_wanted(wanted, run_option(run, OPTION_YEAR), error) ||
	    !status_wanted(wanted, run_option(run, OPTION_STATUS), error) ||
	    !territory_wanted(run, wanted, run_option(run, OPTION_TERRITORY), error))
		return false;
	wanted->kind = kind != NULL ? noun_find(run->store, &noun_kind, 0, kind, error) : 0;
	return kind == NULL || wanted->kind != 0;
}

static bool
event_in_year(const struct event *event, const char *year)
{
	if (event->start_date == NULL)
		return false;
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	return strncmp(event->start_date, year, 4) <= 0 && strncmp(last, year, 4) >= 0;
}

static bool
event_is_wanted(struct run *run, const struct event *event, const struct wanted *wanted)
{
	if (wanted->year != NULL && !event_in_year(event, wanted->year))
		return false;
	if (wanted->kind != 0 && event->kind_id != wanted->kind)
		return false;
	if (wanted->status != NULL && strcmp(event->status, wanted->status) != 0)
		return false;
	if (wanted->opening != NULL &&
	    strcmp(event_shown_status(run->store, event), wanted->opening) != 0)
		return false;
	if (wanted->department == NULL)
		return true;
	const struct noun_key *key = noun_key(&noun_event, "department");
	g_autofree char *department = noun_value(run->store, &noun_event, key, event);
	return g_strcmp0(department, wanted->department) == 0;
}

bool
cmd_event_list(struct run *run, GError **error)
{
	struct wanted wanted = {0};
	g_autoptr(Rows) rows = wanted_read(run, &wanted, error)
				       ? store_all(run->store, &entity_event, error)
				       : NULL;
	guint kept = 0;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		if (event_is_wanted(run, rows->row[i], &wanted))
			rows->row[kept++] = rows->row[i];
		else
			entity_free(&entity_event, rows->row[i]);
	}
	g_free(wanted.department);
	if (rows == NULL)
		return false;
	rows->n = kept;
	return noun_rows_list(run, &noun_event, rows, error);
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

static bool
event_write(struct run *run, gint64 id, struct noun_pair *pairs, guint n, GError **error)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	struct event *event = store_get(run->store, &entity_event, id, error);
	bool done =
		event != NULL && noun_write(run->store, &noun_event, event, pairs, n, notes, error);
	if (done) {
		subject_about(run, &noun_event, event, 1);
		run_notes(run, notes);
		subject_result(run, event);
	}
	entity_free(&entity_event, event);
	return done;
}

/* The date among PAIRS, as precise as it is said; false when it is none. */
static bool
date_among(struct run *run, const struct noun_pair *pairs, guint n, struct date_reading *reading,
	   GError **error)
{
	char today[11];
	store_today(run->store, today);
	for (guint i = 0; i < n; i++)
		if (strcmp(pairs[i].key->key, "start_date") == 0 && *pairs[i].typed != '\0')
			return date_parse(pairs[i].typed, today, reading, error);
	return true;
}

bool
cmd_event_copy(struct run *run, GError **error)
{
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, 1, &n, error);
	struct date_reading reading = {.date = ""};
	gint64 from = pairs != NULL ? run_event(run, run->argument[0], error) : 0;
	if (from == 0 || !date_among(run, pairs, n, &reading, error) ||
	    !run_begin(run, "event_copy", error))
		return false;
	gint64 id =
		event_copy(run->store, from, *reading.date != '\0' ? reading.date : NULL, error);
	return run_end(run, id != 0 && event_write(run, id, pairs, n, error), error);
}

static bool
cancel_allowed(struct run *run, gint64 id, GError **error)
{
	struct event *event = store_get(run->store, &entity_event, id, error);
	if (event == NULL)
		return false;
	bool allowed = event_may_cancel(event, error);
	entity_free(&entity_event, event);
	return allowed;
}

bool
cmd_event_cancel(struct run *run, GError **error)
{
	gint64 id = run_event(run, run->argument[0], error);
	if (id == 0 || !cancel_allowed(run, id, error) || !run_begin(run, "event_cancel", error))
		return false;
	struct noun_pair pair = {.key = noun_key(&noun_event, "status"), .typed = "cancelled"};
	return run_end(run, event_write(run, id, &pair, 1, error), error);
}
