/* What a row of a table of events says. */
#include <string.h>

#include "app/nouns.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_events.h"

static const char *const special[] = {
	"source_key",   "number",     "weekday",  "kind",  "start_date", "end_date",
	"welcome_time", "start_time", "end_time", "venue", "town",       "department",
	"organiser",    "partners",   "themes",   "cycle", "time_zone",  NULL,
};

bool
events_columns(Store *store, ImportPlan *plan, const struct import_options *options, GError **error)
{
	plan->source = g_strdup("events");
	columns_of_kind(plan, COLUMNS_EVENTS);
	if (!columns_choose(store, plan, options, error))
		return false;
	return column_of(plan, "title") >= 0 ||
	       fail(error, ERROR_INVALID,
		    _("no column of this table holds titles; head one “Title” in the file, or say "
		      "on the command line which one does (“heading=title”)"));
}

void
events_bind(ImportPlan *plan)
{
	cells_bind(plan, &entity_event, special);
}

/* The row under reading. */
struct telling {
	ImportPlan *plan;
	guint row, line;
	struct told *told;
	GPtrArray *left;
	bool refused;
};

static void
leave(struct telling *telling, const char *field, const char *text)
{
	struct leftover *leftover = g_new(struct leftover, 1);
	*leftover = (struct leftover){(guint)column_of(telling->plan, field), g_strdup(text)};
	g_ptr_array_add(telling->left, leftover);
}

/* ---- dates ---------------------------------------------------------------------------------- */

/* False when the cell leaves the event without that date. */
static bool
date_read(struct telling *telling, const char *field, char date[static 11], int *weekday)
{
	ImportPlan *plan = telling->plan;
	g_autofree char *typed = cells_text(plan, telling->row, field);
	switch (value_date(typed, plan->work->today, date, weekday)) {
	case DATE_READ:
		return true;
	case DATE_REFUSED:
		say_error(plan, telling->line, field, _("“%s” is no date of the calendar"), typed);
		telling->refused = true;
		break;
	case DATE_NOT_UNDERSTOOD:
		say_warning(plan, telling->line, field,
			    _("“%s” says no year or no date: kept in the notes"), typed);
		leave(telling, field, typed);
		break;
	case DATE_MISSING:
		break;
	}
	return false;
}

static void
weekday_check(struct telling *telling, const char *date, int written)
{
	ImportPlan *plan = telling->plan;
	g_autofree char *typed = cells_text(plan, telling->row, "weekday");
	int weekday = value_weekday(typed, plan->work->today);
	bool apart = weekday != 0;
	if (!apart)
		weekday = written;
	if (weekday == 0 || !date_is_day(date) || weekday == date_weekday(date))
		return;
	g_autofree char *shown = date_text(date, DATE_LONG);
	say_warning(plan, telling->line, apart ? "weekday" : "start_date",
		    _("written as a %s, but the date is %s: the date is kept"),
		    date_weekday_name(weekday), shown);
}

/* True when the last day LAST lies before the first, each as precise as it is known. */
static bool
ends_before(const char *last, const char *first)
{
	return strncmp(last, first, MIN(strlen(last), strlen(first))) < 0;
}

static void
last_day_read(struct telling *telling, const char *first)
{
	struct event *event = &telling->told->event;
	char last[11];
	int weekday = 0;
	if (!date_read(telling, "end_date", last, &weekday) || g_strcmp0(last, first) == 0)
		return;
	if (first == NULL) {
		say_warning(telling->plan, telling->line, "end_date",
			    _("a last day without a first one: kept in the notes"));
		leave(telling, "end_date", last);
	} else if (ends_before(last, first)) {
		g_autofree char *a = date_text(last, DATE_LONG);
		g_autofree char *b = date_text(first, DATE_LONG);
		say_error(telling->plan, telling->line, "end_date",
			  _("the last day (%s) is before the first (%s)"), a, b);
		telling->refused = true;
	} else if (strlen(last) != strlen(first)) {
		say_warning(telling->plan, telling->line, "end_date",
			    _("less precise than the first day: kept in the notes"));
		leave(telling, "end_date", last);
	} else {
		text_set(&event->end_date, last);
	}
}

static void
dates_read(struct telling *telling)
{
	struct event *event = &telling->told->event;
	char first[11];
	int weekday = 0;
	if (date_read(telling, "start_date", first, &weekday)) {
		text_set(&event->start_date, first);
		weekday_check(telling, first, weekday);
	}
	last_day_read(telling, event->start_date);
}

/* ---- times ---------------------------------------------------------------------------------- */

static void
time_read(struct telling *telling, const char *field, char time[static 6])
{
	g_autofree char *typed = cells_text(telling->plan, telling->row, field);
	if (typed == NULL || time_parse(typed, time, NULL))
		return;
	time[0] = '\0';
	say_warning(telling->plan, telling->line, field, _("“%s” is no time: kept in the notes"),
		    typed);
	leave(telling, field, typed);
}

static void
times_read(struct telling *telling)
{
	struct told *told = telling->told;
	time_read(telling, "welcome_time", told->welcome);
	time_read(telling, "start_time", told->start);
	time_read(telling, "end_time", told->end);
	if (*told->start != '\0' && *told->end != '\0' && strcmp(told->end, told->start) <= 0) {
		say_error(telling->plan, telling->line, "end_time",
			  _("the end (%s) is not after the start (%s)"), told->end, told->start);
		telling->refused = true;
	}
}

/* ---- place ---------------------------------------------------------------------------------- */

static void
place_read(struct telling *telling)
{
	struct told *told = telling->told;
	ImportPlan *plan = telling->plan;
	told->venue = cells_text(plan, telling->row, "venue");
	told->town = cells_text(plan, telling->row, "town");
	g_autofree char *department = cells_text(plan, telling->row, "department");
	if (department == NULL)
		return;
	const char *code = value_department(plan, department);
	if (code == NULL)
		say_warning(plan, telling->line, "department",
			    _("“%s” is no département: kept as it is written"), department);
	if (told->venue == NULL && told->town == NULL)
		leave(telling, "department", department);
	else
		told->department = g_strdup(code != NULL ? code : department);
}

/* ---- lists and names ------------------------------------------------------------------------ */

/* Names that are cut to what their field holds. */
static char **
names_read(const struct telling *telling, const char *field, const struct entity *entity)
{
	g_autofree char *cell = cells_text(telling->plan, telling->row, field);
	char **names = values_split(cell != NULL ? cell : "");
	for (guint i = 0; names[i] != NULL; i++) {
		char *cut = value_cut(names[i], entity_field(entity, "name")->length);
		if (cut == NULL)
			continue;
		g_free(names[i]);
		names[i] = cut;
	}
	return names;
}

static char *
name_read_of(const struct telling *telling, const char *field, const struct entity *entity,
	     const char *member)
{
	char *name = cells_text(telling->plan, telling->row, field);
	char *cut = name != NULL ? value_cut(name, entity_field(entity, member)->length) : NULL;
	if (cut == NULL)
		return name;
	g_free(name);
	return cut;
}

static void
zone_read(struct telling *telling)
{
	g_autofree char *typed = cells_text(telling->plan, telling->row, "time_zone");
	if (typed == NULL)
		return;
	g_autoptr(GTimeZone) zone = strstr(typed, "..") == NULL && *typed != '/'
					    ? g_time_zone_new_identifier(typed)
					    : NULL;
	if (zone != NULL) {
		text_set(&telling->told->event.time_zone, typed);
		return;
	}
	say_warning(telling->plan, telling->line, "time_zone",
		    _("“%s” is no time zone: kept in the notes"), typed);
	leave(telling, "time_zone", typed);
}

static void
figures_read(struct telling *telling)
{
	struct event *event = &telling->told->event;
	if (!value_attendance(event))
		say_information(telling->plan, telling->line, "attendance_note",
				_("“%s” holds no number: kept as it is written"),
				event->attendance_note);
	if (event->fee_cents == MISSING)
		event->fee_cents = value_fee(event->fee);
}

static void
names_of_event_read(struct telling *telling)
{
	struct told *told = telling->told;
	told->kind = name_read_of(telling, "kind", &entity_kind, "name");
	told->cycle = name_read_of(telling, "cycle", &entity_cycle, "title");
	told->organisers = names_read(telling, "organiser", &entity_partner);
	told->partners = names_read(telling, "partners", &entity_partner);
	told->themes = names_read(telling, "themes", &entity_theme);
}

static bool
title_is_there(const struct telling *telling)
{
	const char *title = telling->told->event.title;
	g_autofree char *key = text_search_key(title);
	if (title != NULL && *key != '\0')
		return true;
	say_error(telling->plan, telling->line, "title", _("there is no title in this row"));
	return false;
}

bool
told_read(ImportPlan *plan, guint row, struct told *told)
{
	*told = (struct told){.kind = NULL};
	entity_init(&entity_event, &told->event);
	g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func((GDestroyNotify)leftover_free);
	struct telling telling = {
		.plan = plan,
		.row = row,
		.line = sheet_line(&plan->work->sheet, row),
		.told = told,
		.left = left,
	};
	cells_read(plan, row, &told->event, left);
	names_of_event_read(&telling);
	if (!title_is_there(&telling))
		return false;
	dates_read(&telling);
	times_read(&telling);
	place_read(&telling);
	zone_read(&telling);
	figures_read(&telling);
	leftovers_into(plan, row, left, &told->event.notes);
	return !telling.refused;
}

void
told_clear(struct told *told)
{
	entity_clear(&entity_event, &told->event);
	g_free(told->kind);
	g_free(told->cycle);
	g_free(told->venue);
	g_free(told->town);
	g_free(told->department);
	g_strfreev(told->organisers);
	g_strfreev(told->partners);
	g_strfreev(told->themes);
}
