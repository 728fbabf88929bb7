/* Title, dates, place, seats. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"
#include "core/holiday.h"
#include "core/status.h"

#define MOST_DIFFERENCES 5

static enum check_severity
missing_severity(const struct check_run *run)
{
	return run->complete ? CHECK_ERROR : CHECK_WARNING;
}

static bool
is_mode(const struct check_run *run, const char *mode)
{
	return g_strcmp0(run->facts->mode, mode) == 0;
}

static const char *
first_date(const struct check_facts *facts)
{
	return facts->n_days > 0 ? facts->days[0].date : NULL;
}

/* An idea may be without a date for years: that is normal. */
static void
check_dated(struct check_run *run)
{
	const char *date = first_date(run->facts);
	if (date_is_day(date) || (!run->complete && g_strcmp0(run->facts->status, "idea") == 0))
		return;
	char *message =
		date == NULL
			? g_strdup(_("The event has no date"))
			: g_strdup_printf(_("The date is known only as %s: give the day"), date);
	check_add(run, missing_severity(run), "no_date", check_at_event("start_date"), message);
}

/* A deadline on the day itself is accepted. */
static void
check_deadline(struct check_run *run)
{
	const char *deadline = run->facts->registration_deadline;
	const char *date = first_date(run->facts);
	if (!date_is_day(deadline) || !date_is_day(date) || strcmp(deadline, date) <= 0)
		return;
	g_autofree char *shown = date_text(deadline, DATE_NUMERIC);
	g_autofree char *day = date_text(date, DATE_NUMERIC);
	check_add(run, CHECK_WARNING, "deadline_after_event",
		  check_at_event("registration_deadline"),
		  g_strdup_printf(_("Registration ends on %s, after the event begins (%s)"), shown,
				  day));
}

static void
check_link(struct check_run *run)
{
	if (!run->complete || (!is_mode(run, "remote") && !is_mode(run, "hybrid")) ||
	    run->facts->online_link != NULL)
		return;
	check_add(run, CHECK_WARNING, "no_link", check_at_event("online_link"),
		  g_strdup(_("The event is online and has no link")));
}

/* Title, dates, times and speakers must be the same on every document (case law on sign-in sheets).
 * A programme that was remade altogether is not told line by line. */
void
check_announcement(struct check_run *run)
{
	const GPtrArray *differences = run->facts->differences;
	guint n = differences != NULL ? differences->len : 0;
	guint told = n > MOST_DIFFERENCES ? MOST_DIFFERENCES - 1 : n;
	for (guint i = 0; i < told; i++) {
		const struct announcement_difference *difference = differences->pdata[i];
		check_add(run, CHECK_WARNING, "differs_from_announcement",
			  check_at_event(difference->field),
			  g_strdup_printf(_("Announcement of %s: %s"), run->facts->announced_when,
					  difference->message));
	}
	if (told < n)
		check_add(run, CHECK_WARNING, "differs_from_announcement",
			  check_at_event("sessions"),
			  g_strdup_printf(i18n_count("%u more difference from what was announced",
						     "%u more differences from what was announced",
						     n - told),
					  n - told));
}

void
check_event_data(struct check_run *run)
{
	if (run->facts->title == NULL)
		check_add(run, CHECK_ERROR, "no_title", check_at_event("title"),
			  g_strdup(_("The event has no title")));
	check_dated(run);
	check_deadline(run);
	check_link(run);
}

/* ---- days --------------------------------------------------------------------------------- */

static void
check_day_place(struct check_run *run, guint index)
{
	const struct check_day *day = &run->facts->days[index];
	if (day->has_place || !date_is_day(day->date) || is_mode(run, "remote"))
		return;
	g_autofree char *shown = date_text(day->date, DATE_MEDIUM);
	check_add(run, missing_severity(run), "no_place", check_at_day("venue", index),
		  g_strdup_printf(_("No place is given for %s"), shown));
}

static void
check_day_times(struct check_run *run, guint index)
{
	const struct check_day *day = &run->facts->days[index];
	g_autofree char *shown = date_text(day->date, DATE_MEDIUM);
	if (day->start >= 0 && day->end >= 0 && day->end <= day->start)
		check_add(run, CHECK_ERROR, "day_end_before_start", check_at_day("end_time", index),
			  g_strdup_printf(_("%s ends before it starts"), shown));
	if (day->welcome >= 0 && day->start >= 0 && day->welcome > day->start)
		check_add(run, CHECK_WARNING, "welcome_after_start",
			  check_at_day("welcome_time", index),
			  g_strdup_printf(_("On %s the welcome is after the start"), shown));
	if (run->complete && date_is_day(day->date) && day->start < 0)
		check_add(run, CHECK_WARNING, "no_times", check_at_day("start_time", index),
			  g_strdup_printf(_("No start time is given for %s"), shown));
}

static void
check_day_weekday(struct check_run *run, guint index)
{
	const struct check_day *day = &run->facts->days[index];
	if (day->typed_weekday < 1 || day->typed_weekday > 7 || !date_is_day(day->date))
		return;
	int weekday = date_weekday(day->date);
	if (weekday == day->typed_weekday)
		return;
	g_autofree char *shown = date_text(day->date, DATE_NUMERIC);
	check_add(run, CHECK_WARNING, "weekday", check_at_day("start_date", index),
		  g_strdup_printf(_("%s is a %s, not a %s"), shown, date_weekday_name(weekday),
				  date_weekday_name(day->typed_weekday)));
}

static void
check_day_holiday(struct check_run *run, guint index)
{
	const char *date = run->facts->days[index].date;
	const char *name = holiday_name(date, run->facts->department);
	if (name == NULL)
		return;
	g_autofree char *shown = date_text(date, DATE_LONG);
	check_add(run, CHECK_ERROR, "public_holiday", check_at_day("start_date", index),
		  g_strdup_printf(_("%s is a public holiday (%s): no sign-in sheet holds on that "
				    "day"),
				  shown, name));
}

static void
check_day_periods(struct check_run *run, guint index)
{
	const char *date = run->facts->days[index].date;
	for (guint i = 0; date_is_day(date) && i < run->facts->n_periods; i++) {
		const struct check_period *period = &run->facts->periods[i];
		if (!date_is_day(period->first) || !date_is_day(period->last) ||
		    strcmp(date, period->first) < 0 || strcmp(date, period->last) > 0)
			continue;
		g_autofree char *shown = date_text(date, DATE_MEDIUM);
		check_add(run, CHECK_INFORMATION, "period", check_at_day("start_date", index),
			  g_strdup_printf(_("%s falls within: %s"), shown, period->name));
	}
}

/* Silence would be taken for "no holidays". Said once. */
static void
check_periods_known(struct check_run *run)
{
	const char *end = run->facts->periods_end;
	for (guint i = 0; end != NULL && i < run->facts->n_days; i++) {
		const char *date = run->facts->days[i].date;
		if (!date_is_day(date) || strcmp(date, end) <= 0)
			continue;
		g_autofree char *shown = date_text(end, DATE_MEDIUM);
		check_add(run, CHECK_INFORMATION, "holidays_unknown", check_at_day("start_date", i),
			  g_strdup_printf(_("School holidays: unknown after %s"), shown));
		return;
	}
}

static void
check_day_order(struct check_run *run, guint index)
{
	const char *date = run->facts->days[index].date;
	const char *before = index > 0 ? run->facts->days[index - 1].date : NULL;
	if (!date_is_day(date) || !date_is_day(before) || strcmp(before, date) < 0)
		return;
	g_autofree char *shown = date_text(date, DATE_NUMERIC);
	bool twice = strcmp(before, date) == 0;
	check_add(run, CHECK_ERROR, twice ? "day_twice" : "days_order",
		  check_at_day("start_date", index),
		  g_strdup_printf(twice ? _("%s is there twice among the days")
					: _("%s comes before the day that stands above it"),
				  shown));
}

void
check_days(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_days; i++) {
		check_day_order(run, i);
		check_day_weekday(run, i);
		check_day_holiday(run, i);
		check_day_periods(run, i);
		check_day_times(run, i);
		check_day_place(run, i);
	}
	check_periods_known(run);
}

/* ---- seats -------------------------------------------------------------------------------- */

static gint64
smallest_capacity(const struct check_facts *facts, guint *day)
{
	gint64 smallest = 0;
	for (guint i = 0; i < facts->n_days; i++) {
		gint64 capacity = facts->days[i].capacity;
		if (capacity <= 0 || (smallest > 0 && capacity >= smallest))
			continue;
		smallest = capacity;
		*day = i;
	}
	return smallest;
}

static void
check_room_holds(struct check_run *run)
{
	const struct check_facts *facts = run->facts;
	guint day = 0;
	gint64 capacity = smallest_capacity(facts, &day);
	if (capacity == 0)
		return;
	const char *place = facts->days[day].place != NULL ? facts->days[day].place : _("the room");
	if (facts->expected > capacity)
		check_add(run, CHECK_WARNING, "beyond_room", check_at_day("venue", day),
			  g_strdup_printf(_("%ld people are expected and %s holds %ld"),
					  (long)facts->expected, place, (long)capacity));
	else if (facts->seat_limit > capacity)
		check_add(run, CHECK_WARNING, "limit_beyond_room", check_at_event("seat_limit"),
			  g_strdup_printf(_("There are %ld seats and %s holds %ld"),
					  (long)facts->seat_limit, place, (long)capacity));
}

void
check_seats(struct check_run *run)
{
	const struct check_facts *facts = run->facts;
	if (facts->seat_limit > 0 && facts->seats_taken > facts->seat_limit)
		check_add(run, CHECK_WARNING, "beyond_seats", check_at_event("seat_limit"),
			  g_strdup_printf(_("%ld seats are taken of %ld"), (long)facts->seats_taken,
					  (long)facts->seat_limit));
	if (facts->seat_turn != NULL)
		check_add(run, CHECK_INFORMATION, "seat_free", check_at_event("seat_limit"),
			  g_strdup_printf(_("A seat is free: it is the turn of %s"),
					  facts->seat_turn));
	check_room_holds(run);
}
