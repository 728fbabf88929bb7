#include "ical/foreign_repeat.h"

#include <libical/ical.h>
#include <string.h>

#include "base/date.h"

#define DAY ((gint64)24 * 60 * 60)

/* A rule that has run so often before the window began will not be waited for: two hundred years of
 * days. */
#define STEPS_MAX 73000

/* Of dates (base/date.h). */
#define YEAR_LAST 2199

/* ---- the rule ------------------------------------------------------------------------------ */

/* libical looks for the next second, minute or hour that fits for minutes, and finds none. */
const char *
ics_rule_refused(const struct ics_entry *entry)
{
	static const char *const often[] = {"FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY",
					    "BYSECOND", "BYMINUTE"};
	if (entry->rule == NULL)
		return NULL;
	g_autofree char *rule = g_ascii_strup(entry->rule, -1);
	for (gsize i = 0; i < G_N_ELEMENTS(often); i++)
		if (strstr(rule, often[i]) != NULL)
			return "often";
	if (strstr(rule, "RSCALE") != NULL)
		return "bad_rule";
	struct icalrecurrencetype read = icalrecurrencetype_from_string(rule);
	bool good = read.freq == ICAL_DAILY_RECURRENCE || read.freq == ICAL_WEEKLY_RECURRENCE ||
		    read.freq == ICAL_MONTHLY_RECURRENCE || read.freq == ICAL_YEARLY_RECURRENCE;
	return good ? NULL : "bad_rule";
}

static struct icaltimetype
time_of(const struct ics_moment *moment)
{
	gint64 number = moment->civil / DAY - (moment->civil % DAY < 0);
	int rest = (int)(moment->civil - number * DAY);
	char day[11];
	date_from_number((int)number, day);
	struct icaltimetype time = icaltime_null_time();
	time.year = (int)g_ascii_strtoll(day, NULL, 10);
	time.month = (int)g_ascii_strtoll(day + 5, NULL, 10);
	time.day = (int)g_ascii_strtoll(day + 8, NULL, 10);
	time.is_date = moment->day;
	time.hour = rest / 3600;
	time.minute = rest / 60 % 60;
	time.second = rest % 60;
	return time;
}

static gint64
time_civil(struct icaltimetype time)
{
	g_autofree char *day = g_strdup_printf("%04d-%02d-%02d", time.year, time.month, time.day);
	return date_number(day) * DAY +
	       (time.is_date ? 0 : time.hour * 3600 + time.minute * 60 + time.second);
}

/* The rule runs on the clock of the entry, so its last day is put there too. A last day without a
 * time is meant whole. */
static void
until_set(struct icalrecurrencetype *rule, const struct ics_entry *entry)
{
	if (icaltime_is_null_time(rule->until))
		return;
	rule->until = icaltime_normalize(rule->until);
	if (rule->until.year > YEAR_LAST) { /* "for ever" */
		rule->until = icaltime_null_time();
		return;
	}
	struct ics_moment until = {.civil = time_civil(rule->until), .day = entry->start.day};
	if (icaltime_is_utc(rule->until) && entry->start.zone != NULL)
		until.civil = ics_zone_civil(entry->start.zone, until.civil);
	else if (rule->until.is_date && !entry->start.day)
		until.civil += DAY - 1;
	rule->until = time_of(&until);
}

/* ---- what is taken out --------------------------------------------------------------------- */

/* By its instant; a day alone takes out whatever begins on it. */
static GHashTable *
removed_set(const struct ics_entry *entry, const IcsZone *home)
{
	GHashTable *removed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < entry->removed->len; i++)
		g_hash_table_add(removed, ics_moment_key(&g_array_index(entry->removed,
									struct ics_moment, i),
							 home));
	return removed;
}

static bool
is_removed(GHashTable *removed, const struct ics_moment *moment, const IcsZone *home)
{
	struct ics_moment day = {.day = true, .civil = moment->civil};
	g_autofree char *key = ics_moment_key(moment, home);
	g_autofree char *day_key = ics_moment_key(&day, home);
	return g_hash_table_contains(removed, key) || g_hash_table_contains(removed, day_key);
}

/* ---- what is there ------------------------------------------------------------------------- */

struct collecting {
	const struct ics_entry *entry;
	const struct ics_window *window;
	const IcsZone *home;
	GHashTable *removed;
	GHashTable *taken; /* keys */
	GArray *starts;
};

/* Zones differ by less than a day. */
static bool
touches(const struct collecting *collecting, gint64 civil)
{
	const struct ics_entry *entry = collecting->entry;
	gint64 length = entry->civil_length + entry->exact_length;
	return civil + length + DAY >= collecting->window->begin &&
	       civil - DAY < collecting->window->end;
}

static void
collect(struct collecting *collecting, const struct ics_moment *moment)
{
	if (!touches(collecting, moment->civil) ||
	    is_removed(collecting->removed, moment, collecting->home))
		return;
	char *key = ics_moment_key(moment, collecting->home);
	if (g_hash_table_add(collecting->taken, key))
		g_array_append_val(collecting->starts, *moment);
}

/* False when the rule has too many. */
static bool
rule_run(struct collecting *collecting, icalrecur_iterator *iterator)
{
	struct ics_moment moment = collecting->entry->start;
	for (guint step = 0; step < STEPS_MAX; step++) {
		struct icaltimetype time = icalrecur_iterator_next(iterator);
		if (icaltime_is_null_time(time))
			return true;
		moment.civil = time_civil(time);
		if (moment.civil - DAY >= collecting->window->end)
			return true;
		if (collecting->starts->len >= ICS_OCCURRENCES_MAX)
			return false;
		collect(collecting, &moment);
	}
	return false;
}

static void
rule_collect(struct collecting *collecting, struct ics_entry *entry)
{
	struct icalrecurrencetype rule = icalrecurrencetype_from_string(entry->rule);
	until_set(&rule, entry);
	icalrecur_iterator *iterator = icalrecur_iterator_new(rule, time_of(&entry->start));
	if (iterator == NULL)
		entry->refused = "bad_rule";
	else if (!rule_run(collecting, iterator))
		entry->warned = "many_occurrences";
	if (iterator != NULL)
		icalrecur_iterator_free(iterator);
}

GArray *
ics_occurrences(struct ics_entry *entry, const struct ics_window *window, const IcsZone *home)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(struct ics_moment));
	if (entry->rule == NULL && entry->added->len == 0) {
		g_array_append_val(starts, entry->start);
		return starts;
	}
	struct collecting collecting = {.entry = entry,
					.window = window,
					.home = home,
					.removed = removed_set(entry, home),
					.taken = g_hash_table_new_full(g_str_hash, g_str_equal,
								       g_free, NULL),
					.starts = starts};
	collect(&collecting, &entry->start);
	for (guint i = 0; i < entry->added->len; i++)
		collect(&collecting, &g_array_index(entry->added, struct ics_moment, i));
	if (entry->rule != NULL)
		rule_collect(&collecting, entry);
	g_hash_table_destroy(collecting.removed);
	g_hash_table_destroy(collecting.taken);
	return starts;
}
