/* Dates of partners on the days of an event. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"

#define MIDNIGHT (24 * 60)

/* Minutes of that day which the date takes; -1: not known. False when it does not touch it. */
static bool
busy_on(const struct check_busy *busy, const char *date, int *start, int *end)
{
	if (strcmp(date, busy->first) < 0 || strcmp(date, busy->last) > 0)
		return false;
	bool begins = strcmp(date, busy->first) == 0, ends = strcmp(date, busy->last) == 0;
	*start = begins || busy->start < 0 ? busy->start : 0;
	*end = ends ? busy->end : busy->start < 0 ? -1 : MIDNIGHT;
	/* What ends at midnight has nothing of the next day. */
	return begins || !ends || busy->end != 0;
}

/* Only what is known to lie before or behind the event is none of its business. */
static bool
apart(const struct check_day *day, int start, int end)
{
	if (day->start < 0 || day->end < 0 || start < 0)
		return false;
	return start >= day->end || (end >= 0 && !check_overlap(start, end, day->start, day->end));
}

static void
busy_say(struct check_run *run, guint index, const struct check_busy *busy, int start, int end)
{
	g_autofree char *day = date_text(run->facts->days[index].date, DATE_MEDIUM);
	g_autofree char *times = check_times_text(start, end);
	check_add(run, CHECK_INFORMATION, "busy", check_at_day("start_date", index),
		  *times != '\0' ? g_strdup_printf(_("%s: “%s” (calendar %s), %s"), day,
						   busy->title, busy->source, times)
				 : g_strdup_printf(_("%s: “%s” (calendar %s)"), day, busy->title,
						   busy->source));
}

void
check_busy(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_days; i++) {
		const struct check_day *day = &run->facts->days[i];
		for (guint j = 0; date_is_day(day->date) && j < run->facts->n_busy; j++) {
			const struct check_busy *busy = &run->facts->busy[j];
			int start = -1, end = -1;
			if (busy_on(busy, day->date, &start, &end) && !apart(day, start, end))
				busy_say(run, i, busy, start, end);
		}
	}
}
