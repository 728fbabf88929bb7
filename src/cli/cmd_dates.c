/* The date finder on the command line. */
#include <string.h>

#include "app/date_finder.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "cli/subject.h"
#include "core/day_grid.h"

#define LONGEST_SPAN (3 * 366)

/* ---- what is looked for -------------------------------------------------------------------------
 */

/* What stands behind an option is no fault of the data. */
static bool
as_usage(GError **error)
{
	if (error != NULL && *error != NULL)
		(*error)->code = ERROR_USAGE;
	return false;
}

static bool
day_read(struct run *run, const char *option, const char *typed, int *day, GError **error)
{
	char today[11];
	struct date_reading reading;
	store_today(run->store, today);
	if (!date_parse(typed, today, &reading, error))
		return as_usage(error);
	if (!date_is_day(reading.date))
		return fail(error, ERROR_USAGE, _("“%s” wants a day, not “%s”"), option, typed);
	*day = date_number(reading.date);
	return true;
}

/* "--to 15 janvier 2027" is one date. */
static bool
span_read(struct run *run, DateSearch *search, GError **error)
{
	const char *from = run_option(run, OPTION_FROM);
	const GPtrArray *to = run->line->to;
	int span = search->until - search->from;
	if (from != NULL && !day_read(run, "--from", from, &search->from, error))
		return false;
	search->until = search->from + span;
	if (to->len > 0) {
		g_autoptr(GString) typed = g_string_new(NULL);
		for (guint i = 0; i < to->len; i++)
			g_string_append_printf(typed, "%s%s", i > 0 ? " " : "",
					       (const char *)g_ptr_array_index(to, i));
		if (!day_read(run, "--to", typed->str, &search->until, error))
			return false;
	}
	if (search->until < search->from)
		return fail(error, ERROR_USAGE, _("--to is a day before --from"));
	return search->until - search->from <= LONGEST_SPAN ||
	       fail(error, ERROR_USAGE, _("at most three years are looked at"));
}

static bool
ids_read(struct run *run, const struct noun *noun, const GPtrArray *typed, GArray *ids,
	 GError **error)
{
	if (typed->len > 0)
		g_array_set_size(ids, 0);
	for (guint i = 0; i < typed->len; i++) {
		gint64 id = subject_find(run, noun, 0, g_ptr_array_index(typed, i), error);
		if (id == 0)
			return false;
		g_array_append_val(ids, id);
	}
	return true;
}

static bool
search_read(struct run *run, DateSearch *search, GError **error)
{
	const char *kind = run_option(run, OPTION_KIND);
	const char *duration = run_option(run, OPTION_DURATION);
	const GPtrArray *towns = run->line->town;
	if (duration != NULL && !date_search_duration(search, duration, error))
		return as_usage(error);
	if (!span_read(run, search, error) ||
	    !ids_read(run, &noun_room, run->line->room, search->rooms, error) ||
	    !ids_read(run, &noun_person, run->line->speaker, search->speakers, error))
		return false;
	if (kind != NULL) {
		search->kind_id = noun_find(run->store, &noun_kind, 0, kind, error);
		if (search->kind_id == 0)
			return false;
	}
	if (towns->len > 0)
		g_ptr_array_set_size(search->towns, 0);
	for (guint i = 0; i < towns->len; i++)
		g_ptr_array_add(search->towns, g_strdup(g_ptr_array_index(towns, i)));
	search->weekends = run_given(run, OPTION_WEEKENDS);
	return true;
}

/* ---- what is found ------------------------------------------------------------------------------
 */

enum date_column {
	DATE_SCORE,
	DATE_DAY,
	DATE_END,
	DATE_WEEKDAY,
	DATE_WEEK,
	DATE_START,
	DATE_TOWN,
	DATE_REASONS,
};

static json_t *
reasons_json(const struct found_day *found)
{
	json_t *array = json_array();
	for (guint i = 0; i < found->reasons->len; i++) {
		const struct finder_reason *reason =
			&g_array_index(found->reasons, struct finder_reason, i);
		json_t *object = json_object();
		json_object_set_new(object, "code", json_string(finder_code_word(reason->code)));
		json_object_set_new(object, "points", json_integer(-reason->points));
		json_object_set_new(object, "text", sheet_json_text(reason->text));
		json_array_append_new(array, object);
	}
	return array;
}

/* "; " stands between several values. */
static char *
reasons_joined(const struct found_day *found)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < found->reasons->len; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? "; " : "",
				       g_array_index(found->reasons, struct finder_reason, i).text);
	return g_string_free(text, FALSE);
}

static void
found_row(Sheet *sheet, const struct found_day *found)
{
	struct sheet_row *row = sheet_row(sheet);
	char day[11], last[11], start[6];
	date_from_number(found->day, day);
	date_from_number(found->last, last);
	int weekday = day_weekday(found->day);
	if (found->start >= 0)
		time_from_minutes(found->start, start);
	row->extra = json_object();
	json_object_set_new(row->extra, "reasons", reasons_json(found));
	sheet_set(sheet, row, DATE_SCORE, g_strdup_printf("%d", found->score), NULL);
	sheet_set(sheet, row, DATE_DAY, g_strdup(day), date_text(day, DATE_MEDIUM));
	sheet_set(sheet, row, DATE_END, found->last > found->day ? g_strdup(last) : NULL, NULL);
	sheet_set(sheet, row, DATE_WEEKDAY, g_strdup_printf("%d", weekday),
		  g_strdup(date_weekday_name(weekday)));
	sheet_set(sheet, row, DATE_WEEK, g_strdup_printf("%d", day_iso_week(found->day)), NULL);
	sheet_set(sheet, row, DATE_START, found->start >= 0 ? g_strdup(start) : NULL, NULL);
	sheet_set(sheet, row, DATE_TOWN, found->town != NULL ? g_strdup(found->town->name) : NULL,
		  NULL);
	sheet_set(sheet, row, DATE_REASONS, reasons_joined(found), found_day_words(found, 3));
}

static Sheet *
found_sheet(const DateSearch *search, const GPtrArray *days)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "score", _("Points"), SHEET_NUMBER, true);
	sheet_column(sheet, "date", _("Date"), SHEET_DATE, true);
	sheet_column(sheet, "end_date", _("Last day"), SHEET_DATE,
		     search->days > 1 || (search->parts != NULL && search->parts->len > 1));
	sheet_column(sheet, "weekday", _("Weekday"), SHEET_NUMBER, false);
	sheet_column(sheet, "week", _("Week"), SHEET_NUMBER, true);
	sheet_column(sheet, "start_time", _("Start"), SHEET_TIME, search->minutes > 0);
	sheet_column(sheet, "town", _("Town"), SHEET_TEXT, search->towns->len > 1);
	sheet_column(sheet, "reasons", _("Why"), SHEET_MANY, true);
	for (guint i = 0; i < days->len; i++)
		found_row(sheet, g_ptr_array_index(days, i));
	return sheet;
}

static void
holidays_note(const DateFinder *finder, GPtrArray *notes)
{
	g_autofree char *until = NULL;
	if (!date_finder_holidays_lack(finder, &until))
		return;
	g_ptr_array_add(notes, until != NULL
				       ? g_strdup_printf(_("school holidays are known until %s: "
							   "bring in the next ones (import "
							   "holidays)"),
							 until)
				       : g_strdup(_("no school holidays are known: bring them in "
						    "(import holidays)")));
}

bool
cmd_event_dates(struct run *run, GError **error)
{
	gint64 event_id = run->n_arguments > 0 ? run_event(run, run->argument[0], error) : 0;
	if (run->n_arguments > 0 && event_id == 0)
		return false;
	g_autoptr(DateSearch) search = event_id != 0
					       ? date_search_of_event(run->store, event_id, error)
					       : date_search_new(run->store);
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	if (search == NULL || !search_read(run, search, error))
		return false;
	g_autoptr(DateFinder) finder = date_finder_load(run->store, search, notes, error);
	if (finder == NULL)
		return false;
	holidays_note(finder, notes);
	run_notes(run, notes);
	g_autoptr(GPtrArray) days = finder_rank(date_finder_facts(finder));
	g_autoptr(Sheet) sheet = found_sheet(search, days);
	return run_list(run, sheet, error);
}
