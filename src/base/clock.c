#include "base/clock.h"

#include <string.h>

#include "base/date.h"

#define DAY_SECONDS 86400

/* ---- instants ------------------------------------------------------------------------------ */

/* "2026-11-23T08:30:00Z" and nothing else. */
static bool
instant_read(const char *instant, gint64 *seconds)
{
	if (instant == NULL || strnlen(instant, INSTANT_SIZE) != INSTANT_SIZE - 1 ||
	    instant[10] != 'T' || instant[16] != ':' || instant[19] != 'Z' ||
	    !g_ascii_isdigit(instant[17]) || !g_ascii_isdigit(instant[18]))
		return false;
	char day[11] = "", time[6] = "";
	memcpy(day, instant, 10);
	memcpy(time, instant + 11, 5);
	int within = (instant[17] - '0') * 10 + (instant[18] - '0');
	if (!date_is_day(day) || !time_valid(time) || within > 59)
		return false;
	*seconds = (gint64)date_number(day) * DAY_SECONDS + time_minutes(time) * 60 + within;
	return true;
}

/* Civil "2026-11-23T09:30" of SECONDS since 1970 as a clock on the wall counts them. */
static void
put_civil(gint64 seconds, char civil[static 17])
{
	gint64 day = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	date_from_number((int)day, civil);
	civil[10] = 'T';
	time_from_minutes((int)(seconds - day * DAY_SECONDS) / 60, civil + 11);
}

/* A malformed ATELIERS_NOW is as none: the true time is never wrong, a guessed one could be. */
gint64
clock_seconds(void)
{
	gint64 frozen;
	if (instant_read(g_getenv("ATELIERS_NOW"), &frozen))
		return frozen;
	return g_get_real_time() / G_USEC_PER_SEC;
}

void
clock_instant(char instant[static INSTANT_SIZE])
{
	gint64 seconds = clock_seconds();
	put_civil(seconds, instant);
	int within = (int)((seconds % 60 + 60) % 60);
	instant[16] = ':';
	instant[17] = (char)('0' + within / 10);
	instant[18] = (char)('0' + within % 10);
	instant[19] = 'Z';
	instant[20] = '\0';
}

/* ---- zones --------------------------------------------------------------------------------- */

/* An IANA name. Zones come from files received from others, and GLib would open any path. */
static bool
is_zone_name(const char *zone)
{
	return zone != NULL && g_ascii_isalpha(*zone) && strstr(zone, "..") == NULL &&
	       zone[strspn(zone, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/_+-")] == '\0';
}

static GTimeZone *
zone_open(const char *zone)
{
	GTimeZone *opened = is_zone_name(zone) ? g_time_zone_new_identifier(zone) : NULL;
	return opened != NULL ? opened : g_time_zone_new_utc();
}

/* The zone asked for last stays open: reading its file takes 0.4 ms, and a history of a hundred
 * thousand lines asks for the same one each time. */
static gint64
zone_offset(const char *zone, gint64 seconds)
{
	static GMutex lock;
	static char *last_name;
	static GTimeZone *last_zone;
	g_mutex_lock(&lock);
	if (last_zone == NULL || g_strcmp0(last_name, zone) != 0) {
		g_clear_pointer(&last_zone, g_time_zone_unref);
		g_free(last_name);
		last_name = g_strdup(zone);
		last_zone = zone_open(zone);
	}
	int interval = g_time_zone_find_interval(last_zone, G_TIME_TYPE_UNIVERSAL, seconds);
	gint64 offset = g_time_zone_get_offset(last_zone, interval);
	g_mutex_unlock(&lock);
	return offset;
}

static void
put_local(gint64 seconds, const char *zone, char local[static 17])
{
	put_civil(seconds + zone_offset(zone, seconds), local);
}

void
clock_today(const char *zone, char day[static 11])
{
	char local[17];
	put_local(clock_seconds(), zone, local);
	memcpy(day, local, 10);
	day[10] = '\0';
}

void
clock_time(const char *zone, char time[static 6])
{
	char local[17];
	put_local(clock_seconds(), zone, local);
	memcpy(time, local + 11, 6);
}

bool
clock_local(const char *instant, const char *zone, char local[static 17])
{
	gint64 seconds;
	local[0] = '\0';
	if (!instant_read(instant, &seconds))
		return false;
	put_local(seconds, zone, local);
	return true;
}
