#include "core/date_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "core/holiday.h"

enum {
	DAY_OPENS = 9 * 60, /* hours between which an hour is looked for */
	DAY_CLOSES = 18 * 60,
	NOTICE_DAYS = 42, /* less is short notice */
	TOWN_REST = 180,  /* days after which a town has rested */
	DEPARTMENT_REST = 90,
	WEEK_MOST = 3, /* events of the week that are told, and counted */
};

/* A day while it is judged. */
struct finding {
	const struct finder_facts *facts;
	struct found_day *found;
};

/* ---- reasons ------------------------------------------------------------------------------------
 */

static void
reason_clear(gpointer pointer)
{
	g_free(((struct finder_reason *)pointer)->text);
}

/* Take SHARE of the weight away, and say why; takes TEXT. */
static void
finder_add(struct finding *finding, enum finder_code code, double share, char *text)
{
	int weight = finding->facts->weights.of[code];
	int points = (int)(weight * share + 0.5);
	struct finder_reason reason = {code, points, text};
	g_array_append_val(finding->found->reasons, reason);
	finding->found->score -= points;
}

/* Where it takes several days, a reason says of which. Takes TEXT. */
static char *
text_of_day(const struct finding *finding, int day, char *text)
{
	if (finding->facts->n_parts < 2)
		return text;
	char date[11];
	date_from_number(day, date);
	g_autofree char *shown = date_text(date, DATE_SHORT);
	char *whole = g_strdup_printf(_("%s: %s"), shown, text);
	g_free(text);
	return whole;
}

/* ---- what stands in the calendar ----------------------------------------------------------------
 */

static const char *
department_of(const struct finding *finding)
{
	const struct finder_town *town = finding->found->town;
	return town != NULL && town->department != NULL ? town->department
							: finding->facts->department;
}

static const char *
holiday_on(const struct finding *finding, int day)
{
	char date[11];
	date_from_number(day, date);
	return holiday_name(date, department_of(finding));
}

/* A Monday before a holiday on Tuesday, a Friday after one on Thursday. */
static const char *
bridge_to(const struct finding *finding, int day)
{
	int weekday = day_weekday(day);
	if (weekday == 1)
		return holiday_on(finding, day + 1);
	return weekday == 5 ? holiday_on(finding, day - 1) : NULL;
}

static void
judge_holiday(struct finding *finding, int day)
{
	const char *name = holiday_on(finding, day);
	const char *bridge = name == NULL ? bridge_to(finding, day) : NULL;
	if (name != NULL)
		finder_add(finding, FINDER_PUBLIC_HOLIDAY, 1,
			   text_of_day(finding, day,
				       g_strdup_printf(_("public holiday: %s"), name)));
	if (bridge != NULL)
		finder_add(finding, FINDER_BRIDGE, 1,
			   text_of_day(finding, day,
				       g_strdup_printf(_("between the weekend and a public holiday "
							 "(%s)"),
						       bridge)));
}

/* School holidays of another zone keep a part of the audience away. */
#define SHARE_ELSEWHERE 0.25

static char *
period_text(const struct finder_period *period)
{
	if (!period->avoid)
		return period->zone != NULL
			       ? g_strdup_printf(_("school holidays of zone %s: %s"), period->zone,
						 period->name)
			       : g_strdup_printf(_("school holidays: %s"), period->name);
	return period->reason != NULL ? g_strdup_printf(_("period to avoid: %s (%s)"), period->name,
							period->reason)
				      : g_strdup_printf(_("period to avoid: %s"), period->name);
}

/* A period is told once, however many days of it are touched. */
static void
judge_period(struct finding *finding, const struct finder_period *period)
{
	const struct finder_facts *facts = finding->facts;
	for (guint i = 0; i < facts->n_parts; i++) {
		int day = finding->found->day + facts->parts[i].offset;
		if (day < period->first || day > period->last)
			continue;
		finder_add(finding, period->avoid ? FINDER_AVOID : FINDER_SCHOOL_HOLIDAYS,
			   period->zone != NULL ? SHARE_ELSEWHERE : 1,
			   text_of_day(finding, day, period_text(period)));
		return;
	}
}

/* Silence would be taken for “none”. */
static void
judge_unknown(struct finding *finding)
{
	int end = finding->facts->holidays_end;
	if (end != 0 && finding->found->last > end)
		finder_add(finding, FINDER_HOLIDAYS_UNKNOWN, 1,
			   g_strdup(_("school holidays unknown")));
}

/* ---- who and what is taken ----------------------------------------------------------------------
 */

static bool
times_meet(int start, int end, int from, int until)
{
	if (start < 0 || end < 0 || from < 0 || until < 0)
		return true;
	return start < until && from < end;
}

/* The first hour of DAY at which none of the speakers and rooms is taken for so long; -1: none. */
static int
hour_free(const struct finder_facts *facts, int day)
{
	int from = DAY_OPENS;
	for (guint again = 0; again <= facts->n_engagements; again++) {
		int moved = from;
		for (guint i = 0; i < facts->n_engagements; i++) {
			const struct finder_engagement *taken = &facts->engagements[i];
			if (taken->day == day &&
			    times_meet(from, from + facts->minutes, taken->start, taken->end))
				moved = MAX(moved, taken->end >= 0 && taken->start >= 0
							   ? taken->end
							   : DAY_CLOSES);
		}
		if (moved == from)
			break;
		from = moved;
	}
	return from + facts->minutes <= DAY_CLOSES ? from : -1;
}

static char *
hours_text(int start, int end)
{
	char from[6], until[6];
	if (start < 0 || end < 0)
		return g_strdup(_("whole day"));
	time_from_minutes(start, from);
	time_from_minutes(MIN(end, 1439), until);
	g_autofree char *first = time_text(from, false);
	g_autofree char *last = time_text(until, false);
	return g_strdup_printf("%s–%s", first, last);
}

static void
engagement_tell(struct finding *finding, const struct finder_engagement *taken, double share)
{
	g_autofree char *hours = hours_text(taken->start, taken->end);
	char *text = taken->room ? g_strdup_printf(_("%s is taken (%s): %s"), taken->who, hours,
						   taken->what)
				 : g_strdup_printf(_("%s speaks elsewhere (%s): %s"), taken->who,
						   hours, taken->what);
	finder_add(finding, taken->room ? FINDER_ROOM : FINDER_SPEAKER, share,
		   text_of_day(finding, taken->day, text));
}

/* An hour that is free on such a day costs little, for one has to begin then. */
#define SHARE_HOUR 0.25

static bool
engagement_meets(const struct finder_engagement *taken, const struct finder_part *part, int day)
{
	return taken->day == day && times_meet(part->start, part->end, taken->start, taken->end);
}

/* Somebody with several sessions of one event is told once. */
static bool
engagement_told(const struct finder_facts *facts, guint until, const struct finder_part *part,
		int day)
{
	const struct finder_engagement *taken = &facts->engagements[until];
	for (guint i = 0; i < until; i++) {
		const struct finder_engagement *other = &facts->engagements[i];
		if (engagement_meets(other, part, day) && other->room == taken->room &&
		    strcmp(other->who, taken->who) == 0 && strcmp(other->what, taken->what) == 0)
			return true;
	}
	return false;
}

static void
judge_engagements(struct finding *finding, const struct finder_part *part)
{
	const struct finder_facts *facts = finding->facts;
	int day = finding->found->day + part->offset;
	bool free = facts->minutes > 0 && finding->found->start >= 0;
	for (guint i = 0; i < facts->n_engagements; i++) {
		const struct finder_engagement *taken = &facts->engagements[i];
		if (engagement_meets(taken, part, day) && !engagement_told(facts, i, part, day))
			engagement_tell(finding, taken, free ? SHARE_HOUR : 1);
	}
}

static void
judge_busy(struct finding *finding, const struct finder_part *part)
{
	const struct finder_facts *facts = finding->facts;
	int day = finding->found->day + part->offset;
	for (guint i = 0; i < facts->n_busy; i++) {
		const struct finder_busy *busy = &facts->busy[i];
		bool alone = busy->first == busy->last;
		if (day < busy->first || day > busy->last ||
		    (alone && !times_meet(part->start, part->end, busy->start, busy->end)))
			continue;
		finder_add(finding, FINDER_PARTNER, 1,
			   text_of_day(finding, day,
				       g_strdup_printf(_("%s is taken: %s"), busy->source,
						       busy->title)));
	}
}

/* ---- other events -------------------------------------------------------------------------------
 */

static void
judge_same_day(struct finding *finding, const struct finder_part *part)
{
	const struct finder_facts *facts = finding->facts;
	int day = finding->found->day + part->offset;
	for (guint i = 0; i < facts->n_events; i++)
		if (facts->events[i].day == day)
			finder_add(finding, FINDER_SAME_DAY, 1,
				   text_of_day(finding, day,
					       g_strdup_printf(_("same day as “%s”"),
							       facts->events[i].title)));
}

static void
judge_same_week(struct finding *finding)
{
	const struct finder_facts *facts = finding->facts;
	int monday = day_monday(finding->found->day);
	g_autoptr(GString) titles = g_string_new(NULL);
	const char *last = NULL;
	guint n = 0;
	for (guint i = 0; i < facts->n_events && n < WEEK_MOST; i++) {
		const struct finder_event *event = &facts->events[i];
		if (day_monday(event->day) != monday || event->day == finding->found->day ||
		    g_strcmp0(event->title, last) == 0)
			continue;
		last = event->title;
		g_autofree char *quoted = g_strdup_printf(_("“%s”"), event->title);
		g_string_append_printf(titles, "%s%s", n > 0 ? ", " : "", quoted);
		n++;
	}
	if (n > 0)
		finder_add(finding, FINDER_SAME_WEEK, n,
			   g_strdup_printf(_("same week as %s"), titles->str));
}

static void
judge_weekday(struct finding *finding)
{
	const struct finder_facts *facts = finding->facts;
	int weekday = day_weekday(finding->found->day), all = 0, most = 0;
	for (int i = 1; i <= 7; i++) {
		all += facts->habit[i];
		most = MAX(most, facts->habit[i]);
	}
	if (all == 0)
		return;
	int here = facts->habit[weekday];
	const char *name = date_weekday_name(weekday);
	char *text = facts->habit_of_kind
			     ? g_strdup_printf(_("%s: %d of %d days of such events until now"),
					       name, here, all)
			     : g_strdup_printf(_("%s: %d of %d days of events until now"), name,
					       here, all);
	finder_add(finding, FINDER_WEEKDAY, 1 - (double)here / most, text);
}

static void
judge_notice(struct finding *finding)
{
	int days = finding->found->day - finding->facts->today;
	if (days >= NOTICE_DAYS)
		return;
	char *text = days < 0 ? g_strdup(_("in the past"))
			      : g_strdup_printf(i18n_count("short notice: in %d day",
							   "short notice: in %d days", days),
						days);
	finder_add(finding, FINDER_NOTICE, 1 - MAX(days, 0) / (double)NOTICE_DAYS, text);
}

/* ---- where --------------------------------------------------------------------------------------
 */

/* The event nearest to a day, in a town or else in its département. */
struct rest {
	int days;     /* from the event to the day; negative: the event comes later */
	bool known;   /* there was one */
	bool of_town; /* in the town itself */
	int event_day;
};

static bool
event_is_there(const struct finder_event *event, const struct finder_town *town, bool of_town)
{
	return of_town ? town->key != NULL && g_strcmp0(event->town, town->key) == 0
		       : town->department != NULL &&
				 g_strcmp0(event->department, town->department) == 0;
}

static void
rest_find(const struct finder_facts *facts, const struct finder_town *town, int day, bool of_town,
	  struct rest *rest)
{
	*rest = (struct rest){.of_town = of_town};
	for (guint i = 0; i < facts->n_events; i++) {
		const struct finder_event *event = &facts->events[i];
		int days = day - event->day;
		if (!event_is_there(event, town, of_town) ||
		    (rest->known && abs(days) >= abs(rest->days)))
			continue;
		*rest = (struct rest){days, true, of_town, event->day};
	}
}

static double
rest_share(const struct rest *rest)
{
	if (!rest->known)
		return 0;
	int enough = rest->of_town ? TOWN_REST : DEPARTMENT_REST;
	double share = MAX(0, 1 - abs(rest->days) / (double)enough);
	return rest->of_town ? share : share / 2;
}

static char *
rest_text(const struct finder_town *town, const struct rest *rest)
{
	if (!rest->known)
		return g_strdup_printf(_("%s: no event until now"), town->name);
	char date[11];
	date_from_number(rest->event_day, date);
	g_autofree char *shown = date_text(date, DATE_MEDIUM);
	int days = abs(rest->days);
	if (days == 0)
		return rest->of_town
			       ? g_strdup_printf(_("%s: an event there that day"), town->name)
			       : g_strdup_printf(_("%s: an event in the département that day"),
						 town->name);
	if (rest->of_town)
		return rest->days > 0
			       ? g_strdup_printf(i18n_count("%s: last event %d day before (%s)",
							    "%s: last event %d days before (%s)",
							    days),
						 town->name, days, shown)
			       : g_strdup_printf(i18n_count("%s: an event %d day later (%s)",
							    "%s: an event %d days later (%s)",
							    days),
						 town->name, days, shown);
	return g_strdup_printf(i18n_count("%s: none there, but one in the département %d day away "
					  "(%s)",
					  "%s: none there, but one in the département %d days away "
					  "(%s)",
					  days),
			       town->name, days, shown);
}

static void
rest_of(const struct finder_facts *facts, const struct finder_town *town, int day,
	struct rest *rest)
{
	rest_find(facts, town, day, true, rest);
	if (!rest->known)
		rest_find(facts, town, day, false, rest);
}

static void
judge_town(struct finding *finding)
{
	const struct finder_facts *facts = finding->facts;
	int day = finding->found->day;
	struct rest best = {0}, rest;
	for (guint i = 0; i < facts->n_towns; i++) {
		rest_of(facts, &facts->towns[i], day, &rest);
		if (finding->found->town != NULL && rest_share(&rest) >= rest_share(&best))
			continue;
		best = rest;
		finding->found->town = &facts->towns[i];
	}
	if (finding->found->town == NULL)
		return;
	g_autofree char *chosen = rest_text(finding->found->town, &best);
	g_autoptr(GString) text = g_string_new(chosen);
	for (guint i = 0; i < facts->n_towns; i++) {
		if (&facts->towns[i] == finding->found->town)
			continue;
		rest_of(facts, &facts->towns[i], day, &rest);
		g_autofree char *other = rest_text(&facts->towns[i], &rest);
		g_string_append_printf(text, " / %s", other);
	}
	finder_add(finding, FINDER_TOWN, rest_share(&best), g_strdup(text->str));
}

/* ---- a day, and all of them ---------------------------------------------------------------------
 */

static gint
reason_order(gconstpointer a, gconstpointer b)
{
	const struct finder_reason *first = a, *second = b;
	return first->points != second->points ? second->points - first->points
					       : (gint)first->code - (gint)second->code;
}

struct found_day *
finder_day(const struct finder_facts *facts, int day)
{
	struct found_day *found = g_new0(struct found_day, 1);
	struct finding finding = {facts, found};
	found->day = day;
	found->last = day + facts->parts[facts->n_parts - 1].offset;
	found->score = 100;
	found->start = facts->minutes > 0 ? hour_free(facts, day) : -1;
	found->reasons = g_array_new(FALSE, FALSE, sizeof(struct finder_reason));
	g_array_set_clear_func(found->reasons, reason_clear);
	judge_town(&finding);
	for (guint i = 0; i < facts->n_parts; i++)
		judge_holiday(&finding, day + facts->parts[i].offset);
	for (guint i = 0; i < facts->n_periods; i++)
		judge_period(&finding, &facts->periods[i]);
	judge_unknown(&finding);
	for (guint i = 0; i < facts->n_parts; i++) {
		judge_engagements(&finding, &facts->parts[i]);
		judge_same_day(&finding, &facts->parts[i]);
		judge_busy(&finding, &facts->parts[i]);
	}
	judge_same_week(&finding);
	judge_weekday(&finding);
	judge_notice(&finding);
	g_array_sort(found->reasons, reason_order);
	return found;
}

void
found_day_free(struct found_day *found)
{
	if (found == NULL)
		return;
	g_array_unref(found->reasons);
	g_free(found);
}

static gint
found_order(gconstpointer a, gconstpointer b)
{
	const struct found_day *first = *(struct found_day *const *)a;
	const struct found_day *second = *(struct found_day *const *)b;
	return first->score != second->score ? second->score - first->score
					     : first->day - second->day;
}

/* Only the days that one works on, whatever the day it ends on. */
static bool
day_wanted(const struct finder_facts *facts, int day)
{
	for (guint i = 0; i < facts->n_parts && !facts->weekends; i++)
		if (day_weekday(day + facts->parts[i].offset) > 5)
			return false;
	return true;
}

GPtrArray *
finder_rank(const struct finder_facts *facts)
{
	GPtrArray *days = g_ptr_array_new_with_free_func((GDestroyNotify)found_day_free);
	for (int day = facts->first; day <= facts->last; day++)
		if (day_wanted(facts, day))
			g_ptr_array_add(days, finder_day(facts, day));
	g_ptr_array_sort(days, found_order);
	return days;
}

char *
found_day_words(const struct found_day *found, guint most)
{
	GString *words = g_string_new(NULL);
	for (guint i = 0; i < found->reasons->len && i < most; i++) {
		const struct finder_reason *reason =
			&g_array_index(found->reasons, struct finder_reason, i);
		if (reason->points == 0 && i > 0 &&
		    g_array_index(found->reasons, struct finder_reason, 0).points > 0)
			break;
		g_string_append_printf(words, "%s%s", i > 0 ? " · " : "", reason->text);
	}
	return g_string_free(words, FALSE);
}
