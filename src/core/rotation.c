#include "core/rotation.h"

#include <string.h>

#include "base/date.h"

static int
day_of(const char *instant)
{
	g_autofree char *day = g_strndup(instant, 10);
	return date_number(day);
}

/* Weeks since some Monday: 1970-01-01 was a Thursday. */
static int
week_of(int day)
{
	return (day + 3) / 7;
}

/* Of the copies with AGE, in days or weeks, the latest. */
static void
latest_keep(const char *const *instants, guint n, int today, int age, bool weeks, bool *keep)
{
	int latest = -1;
	for (guint i = 0; i < n; i++) {
		int day = day_of(instants[i]);
		int old = weeks ? week_of(today) - week_of(day) : today - day;
		if (old == age && (latest < 0 || strcmp(instants[i], instants[latest]) > 0))
			latest = (int)i;
	}
	if (latest >= 0)
		keep[latest] = true;
}

void
rotation_choose(const char *const *instants, guint n, const char *today, bool *keep)
{
	int now = date_number(today);
	guint latest = 0;
	for (guint i = 0; i < n; i++) {
		keep[i] = day_of(instants[i]) > now;
		if (strcmp(instants[i], instants[latest]) > 0)
			latest = i;
	}
	if (n > 0)
		keep[latest] = true;
	for (int age = 0; age < ROTATION_DAYS; age++)
		latest_keep(instants, n, now, age, false, keep);
	for (int age = 0; age < ROTATION_WEEKS; age++)
		latest_keep(instants, n, now, age, true, keep);
}
