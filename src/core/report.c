/* What of the facts is in a year, and in which order it is counted. */
#include <string.h>

#include "base/date.h"
#include "core/report_private.h"
#include "core/status.h"

/* ---- dates --------------------------------------------------------------------------------------
 */

bool
report_in_year(const ReportScope *scope, const char *text)
{
	return *scope->year == '\0' || (text != NULL && strncmp(text, scope->year, 4) == 0);
}

guint
report_month(const char *date)
{
	gint64 month = 0;
	if (date == NULL || strlen(date) < 7)
		return REPORT_MONTHS;
	g_autofree char *digits = g_strndup(date + 5, 2);
	return g_ascii_string_to_signed(digits, 10, 1, REPORT_MONTHS, &month, NULL)
		       ? (guint)month - 1
		       : REPORT_MONTHS;
}

/* A day to be fixed among dated ones is of the event's first year, and of no month; where no day
 * has a date, the event's own says what is known. */
const char *
report_half_day_date(const ReportScope *scope, guint half_day)
{
	const struct report_half_day *fact = &scope->facts->half_days[half_day];
	return fact->date != NULL ? fact->date : scope->facts->events[fact->event].start_date;
}

/* A day has begun on its morning; a month or a year is past once it is over. */
static bool
has_begun(const ReportScope *scope, const char *date)
{
	if (date == NULL)
		return false;
	int order = strncmp(date, scope->today, strlen(date));
	return order < 0 || (order == 0 && date_is_day(date));
}

static bool
dates_touch_year(const ReportScope *scope, const struct report_event *event)
{
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	return *scope->year == '\0' ||
	       (event->start_date != NULL && strncmp(event->start_date, scope->year, 4) <= 0 &&
		strncmp(last, scope->year, 4) >= 0);
}

/* ---- what is held -------------------------------------------------------------------------------
 */

static bool
status_is(const struct report_event *event, guint traits)
{
	return code_is(&code_event_statuses, event->status, traits);
}

static enum standing
event_standing(const ReportScope *scope, guint event, bool somebody_came)
{
	const struct report_event *fact = &scope->facts->events[event];
	guint first = scope->first[event];
	const char *date =
		first != REPORT_NONE ? report_half_day_date(scope, first) : fact->start_date;
	if (*scope->year == '\0')
		return STANDING_HELD;
	if (fact->start_date == NULL)
		return STANDING_UNDATED;
	if (!dates_touch_year(scope, fact))
		return STANDING_ELSEWHERE;
	if (!status_is(fact, CODE_LIVE))
		return STANDING_APART;
	if (status_is(fact, CODE_COUNTED) || somebody_came ||
	    (status_is(fact, CODE_OPEN) && has_begun(scope, date)))
		return STANDING_HELD;
	return has_begun(scope, date) ? STANDING_APART : STANDING_TO_COME;
}

/* Of an event that is held by its status everything took place; of one under way, what has begun. A
 * half-day at which somebody was took place whatever its date says. */
static bool
half_day_is_held(const ReportScope *scope, guint half_day, const bool *attended)
{
	const struct report_half_day *fact = &scope->facts->half_days[half_day];
	const char *date = report_half_day_date(scope, half_day);
	if (scope->standing[fact->event] != STANDING_HELD || !report_in_year(scope, date))
		return false;
	return *scope->year == '\0' || attended[half_day] || date == NULL ||
	       status_is(&scope->facts->events[fact->event], CODE_COUNTED) ||
	       has_begun(scope, date);
}

static bool
is_earlier(const struct report_half_day *one, const struct report_half_day *other)
{
	return one->date != NULL && (other->date == NULL || strcmp(one->date, other->date) < 0);
}

static void
find_first(ReportScope *scope)
{
	const struct report_facts *facts = scope->facts;
	for (guint i = 0; i < facts->n_events; i++)
		scope->first[i] = REPORT_NONE;
	for (guint i = 0; i < facts->n_half_days; i++) {
		const struct report_half_day *fact = &facts->half_days[i];
		guint *first = &scope->first[fact->event];
		scope->dated[fact->event] |= fact->date != NULL;
		if (!report_in_year(scope, report_half_day_date(scope, i)))
			continue;
		if (*first == REPORT_NONE || is_earlier(fact, &facts->half_days[*first]))
			*first = i;
	}
}

static void
find_held(ReportScope *scope)
{
	const struct report_facts *facts = scope->facts;
	g_autofree bool *attended = g_new0(bool, facts->n_half_days + 1);
	g_autofree bool *came = g_new0(bool, facts->n_events + 1);
	for (guint i = 0; i < facts->n_presences; i++) {
		guint half_day = facts->presences[i].half_day;
		attended[half_day] = true;
		if (report_in_year(scope, report_half_day_date(scope, half_day)))
			came[facts->half_days[half_day].event] = true;
	}
	for (guint i = 0; i < facts->n_events; i++)
		scope->standing[i] = event_standing(scope, i, came[i]);
	for (guint i = 0; i < facts->n_half_days; i++) {
		scope->held[i] = half_day_is_held(scope, i, attended);
		if (scope->held[i] && facts->half_days[i].marked)
			scope->marked[facts->half_days[i].event] = true;
	}
}

static void
find_present(ReportScope *scope)
{
	const struct report_facts *facts = scope->facts;
	for (guint i = 0; i < facts->n_presences; i++) {
		const struct report_presence *presence = &facts->presences[i];
		if (!scope->held[presence->half_day])
			continue;
		scope->presences[scope->n_presences++] = i;
		if (!scope->present[presence->attendee])
			scope->attended[facts->attendees[presence->attendee].event]++;
		scope->present[presence->attendee] = true;
	}
}

/* ---- orders -------------------------------------------------------------------------------------
 */

static gint
id_order(gint64 a, gint64 b)
{
	return a < b ? -1 : a > b;
}

static const struct report_attendee *
present_one(const ReportScope *scope, const guint *place)
{
	return &scope->facts->attendees[scope->facts->presences[*place].attendee];
}

static gint
person_order(gconstpointer one, gconstpointer other, gpointer user)
{
	gint order = id_order(present_one(user, one)->person, present_one(user, other)->person);
	return order != 0 ? order : id_order(*(const guint *)one, *(const guint *)other);
}

static gint
body_order(gconstpointer one, gconstpointer other, gpointer user)
{
	gint order = id_order(present_one(user, one)->body, present_one(user, other)->body);
	return order != 0 ? order : id_order(*(const guint *)one, *(const guint *)other);
}

static gint
action_order(gconstpointer one, gconstpointer other, gpointer user)
{
	const struct report_event *events = ((const ReportScope *)user)->facts->events;
	const guint *a = one, *b = other;
	gint order = id_order(events[*a].action, events[*b].action);
	return order != 0 ? order : id_order(*a, *b);
}

static gint
partner_order(gconstpointer one, gconstpointer other, gpointer user)
{
	const struct report_partner *partners = ((const ReportScope *)user)->facts->partners;
	return id_order(partners[*(const guint *)one].body, partners[*(const guint *)other].body);
}

static gint
occasion_order(gconstpointer one, gconstpointer other, gpointer user)
{
	const struct report_partner *partners = ((const ReportScope *)user)->facts->partners;
	return id_order(partners[*(const guint *)one].event, partners[*(const guint *)other].event);
}

static gint
speaker_order(gconstpointer one, gconstpointer other, gpointer user)
{
	const struct report_speaker *speakers = ((const ReportScope *)user)->facts->speakers;
	return id_order(speakers[*(const guint *)one].person,
			speakers[*(const guint *)other].person);
}

/* The N places in ORDER; those of FROM, or 0…N-1 when it is NULL. */
static guint *
places(ReportScope *scope, const guint *from, guint n, GCompareDataFunc order)
{
	guint *sorted = g_new(guint, n + 1);
	for (guint i = 0; i < n; i++)
		sorted[i] = from != NULL ? from[i] : i;
	g_qsort_with_data(sorted, (gint)n, sizeof *sorted, order, scope);
	return sorted;
}

/* ---- making -------------------------------------------------------------------------------------
 */

ReportScope *
report_scope_new(const struct report_facts *facts, const char *year, const char *today)
{
	ReportScope *scope = g_new0(ReportScope, 1);
	scope->facts = facts;
	g_strlcpy(scope->year, year != NULL ? year : "", sizeof scope->year);
	g_strlcpy(scope->today, today, sizeof scope->today);
	scope->standing = g_new0(enum standing, facts->n_events + 1);
	scope->first = g_new0(guint, facts->n_events + 1);
	scope->marked = g_new0(bool, facts->n_events + 1);
	scope->dated = g_new0(bool, facts->n_events + 1);
	scope->attended = g_new0(guint, facts->n_events + 1);
	scope->held = g_new0(bool, facts->n_half_days + 1);
	scope->present = g_new0(bool, facts->n_attendees + 1);
	scope->presences = g_new(guint, facts->n_presences + 1);
	find_first(scope);
	find_held(scope);
	find_present(scope);
	scope->by_person = places(scope, scope->presences, scope->n_presences, person_order);
	scope->by_body = places(scope, scope->presences, scope->n_presences, body_order);
	scope->actions = places(scope, NULL, facts->n_events, action_order);
	scope->partners = places(scope, NULL, facts->n_partners, partner_order);
	scope->by_occasion = places(scope, NULL, facts->n_partners, occasion_order);
	scope->speakers = places(scope, NULL, facts->n_speakers, speaker_order);
	return scope;
}

void
report_scope_free(ReportScope *scope)
{
	if (scope == NULL)
		return;
	gpointer parts[] = {scope->standing,    scope->first,   scope->marked,  scope->dated,
			    scope->attended,    scope->held,    scope->present, scope->presences,
			    scope->by_person,   scope->by_body, scope->actions, scope->partners,
			    scope->by_occasion, scope->speakers};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_free(parts[i]);
	g_free(scope);
}
