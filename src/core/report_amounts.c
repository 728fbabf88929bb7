/* How much of each figure one thing is. */
#include "core/report_amounts.h"

#include <string.h>

#include "core/status.h"

/* ---- how much -----------------------------------------------------------------------------------
 */

static const struct report_event *
event_of(const ReportScope *scope, const struct report_hit *hit)
{
	return &scope->facts->events[hit->event];
}

static const struct report_attendee *
attendee_of(const ReportScope *scope, const struct report_hit *hit)
{
	return &scope->facts->attendees[hit->attendee];
}

static bool
is_held(const ReportScope *scope, const struct report_hit *hit)
{
	return scope->standing[hit->event] == STANDING_HELD;
}

gint64
amount_one_event(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit);
}

gint64
amount_one_action(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = event_of(scope, hit)->action;
	return is_held(scope, hit);
}

gint64
amount_one_to_come(const ReportScope *scope, struct report_hit *hit)
{
	return scope->standing[hit->event] == STANDING_TO_COME;
}

gint64
amount_one_apart(const ReportScope *scope, struct report_hit *hit)
{
	return scope->standing[hit->event] == STANDING_APART;
}

gint64
amount_one_day(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = scope->facts->half_days[hit->half_day].day;
	return 1;
}

gint64
amount_half_day_halves(const ReportScope *scope, struct report_hit *hit)
{
	return scope->facts->half_days[hit->half_day].halves;
}

gint64
amount_one_invited(const ReportScope *scope, struct report_hit *hit)
{
	return attendee_of(scope, hit)->invited;
}

gint64
amount_one_registered(const ReportScope *scope, struct report_hit *hit)
{
	return attendee_of(scope, hit)->registered;
}

gint64
amount_one_present(const ReportScope *scope, struct report_hit *hit)
{
	return scope->present[hit->attendee];
}

gint64
amount_one_walk_in(const ReportScope *scope, struct report_hit *hit)
{
	return attendee_of(scope, hit)->walk_in && scope->present[hit->attendee];
}

gint64
amount_one_expected(const ReportScope *scope, struct report_hit *hit)
{
	return attendee_of(scope, hit)->registered && scope->marked[hit->event];
}

gint64
amount_one_not_come(const ReportScope *scope, struct report_hit *hit)
{
	return amount_one_expected(scope, hit) && !scope->present[hit->attendee];
}

gint64
amount_one_asked(const ReportScope *scope, struct report_hit *hit)
{
	return scope->present[hit->attendee] && event_of(scope, hit)->replies >= 0;
}

gint64
amount_one_person(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = hit->person = attendee_of(scope, hit)->person;
	return 1;
}

static bool
came_before(const ReportScope *scope, const struct report_hit *hit)
{
	int first = attendee_of(scope, hit)->first_year;
	return first != 0 && first < (int)g_ascii_strtoll(scope->year, NULL, 10);
}

gint64
amount_one_newcomer(const ReportScope *scope, struct report_hit *hit)
{
	return amount_one_person(scope, hit) && !came_before(scope, hit);
}

gint64
amount_one_regular(const ReportScope *scope, struct report_hit *hit)
{
	return amount_one_person(scope, hit) && came_before(scope, hit);
}

gint64
amount_one_body(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = hit->body = attendee_of(scope, hit)->body;
	return hit->body != 0;
}

gint64
amount_one_without_family(const ReportScope *scope, struct report_hit *hit)
{
	return amount_one_person(scope, hit) &&
	       attendee_of(scope, hit)->family + 1 == scope->facts->axes[REPORT_BY_FAMILY].n;
}

gint64
amount_counted_by_centre(const ReportScope *scope, struct report_hit *hit)
{
	bool told = is_held(scope, hit) && !scope->marked[hit->event];
	return told ? MAX(event_of(scope, hit)->counted, 0) : 0;
}

gint64
amount_estimated(const ReportScope *scope, struct report_hit *hit)
{
	const struct report_event *event = event_of(scope, hit);
	bool told = is_held(scope, hit) && !scope->marked[hit->event] && event->counted < 0;
	return told ? MAX(event->estimated, 0) : 0;
}

gint64
amount_attendance(const ReportScope *scope, struct report_hit *hit)
{
	if (is_held(scope, hit) && scope->marked[hit->event])
		return scope->attended[hit->event];
	return amount_counted_by_centre(scope, hit) + amount_estimated(scope, hit);
}

gint64
amount_replies(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) ? MAX(event_of(scope, hit)->replies, 0) : 0;
}

gint64
amount_one_event_asked(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && event_of(scope, hit)->replies >= 0;
}

/* ---- how far the figures go ---------------------------------------------------------------------
 */

gint64
amount_one_signed(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && scope->marked[hit->event];
}

gint64
amount_one_counted(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && !scope->marked[hit->event] &&
	       event_of(scope, hit)->counted >= 0;
}

gint64
amount_one_estimated(const ReportScope *scope, struct report_hit *hit)
{
	const struct report_event *event = event_of(scope, hit);
	return is_held(scope, hit) && !scope->marked[hit->event] && event->counted < 0 &&
	       event->estimated >= 0;
}

gint64
amount_one_uncounted(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && !scope->marked[hit->event] &&
	       !amount_one_counted(scope, hit) && !amount_one_estimated(scope, hit);
}

gint64
amount_one_known(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && !amount_one_uncounted(scope, hit);
}

gint64
amount_one_without_month(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && report_place(scope, REPORT_BY_MONTH, hit) == REPORT_MONTHS;
}

gint64
amount_one_without_day(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && !scope->dated[hit->event] &&
	       !amount_one_without_month(scope, hit) &&
	       strlen(event_of(scope, hit)->start_date) < 10;
}

gint64
amount_one_of_missing_days(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && !event_of(scope, hit)->days_known;
}

gint64
amount_one_of_other_years(const ReportScope *scope, struct report_hit *hit)
{
	const struct report_event *event = event_of(scope, hit);
	return is_held(scope, hit) &&
	       (!report_in_year(scope, event->start_date) ||
		(event->end_date != NULL && !report_in_year(scope, event->end_date)));
}

gint64
amount_one_still_announced(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) &&
	       !code_is(&code_event_statuses, event_of(scope, hit)->status, CODE_COUNTED);
}

gint64
amount_one_never_announced(const ReportScope *scope, struct report_hit *hit)
{
	return amount_one_apart(scope, hit) &&
	       code_is(&code_event_statuses, event_of(scope, hit)->status, CODE_LIVE);
}

gint64
amount_one_without_date(const ReportScope *scope, struct report_hit *hit)
{
	return scope->standing[hit->event] == STANDING_UNDATED;
}

gint64
amount_one_heading_proposed(const ReportScope *scope, struct report_hit *hit)
{
	return is_held(scope, hit) && event_of(scope, hit)->heading_proposed;
}

/* ---- partners and speakers ----------------------------------------------------------------------
 */

gint64
amount_one_partnership(const ReportScope *scope, struct report_hit *hit)
{
	hit->body = scope->facts->partners[hit->partner].body;
	return is_held(scope, hit);
}

gint64
amount_one_partner(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = hit->body = scope->facts->partners[hit->partner].body;
	return is_held(scope, hit);
}

gint64
amount_one_occasion(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = (gint64)hit->event + 1;
	return is_held(scope, hit);
}

gint64
amount_one_speaker(const ReportScope *scope, struct report_hit *hit)
{
	hit->group = hit->person;
	return is_held(scope, hit);
}
