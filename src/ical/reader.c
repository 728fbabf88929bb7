#include "ical/reader.h"

#include <string.h>

#include "base/date.h"
#include "core/calendar_record.h"
#include "ical/foreign_repeat.h"

#define DAY          ((gint64)24 * 60 * 60)
#define FLUSH_BEYOND 65536

/* An entry with those that take the place of its occurrences. */
struct group {
	struct ics_entry *master; /* borrowed; NULL: the file has only some of its occurrences */
	GPtrArray *moved;         /* struct ics_entry, borrowed */
};

struct reading {
	const IcsZones *zones;
	const IcsZone *home;
	struct ics_window window;
	GPtrArray *entries; /* struct ics_entry */
	GPtrArray *groups;  /* struct group, in the order of the file */
	GHashTable *said;   /* zones that have been spoken of */
	GString *out;
	calendar_sink sink;
	gpointer user;
	guint dates, cancelled, free, outside, older;
	bool many; /* there are more than CALENDAR_DATES_MAX */
};

static void
group_free(gpointer data)
{
	struct group *group = data;
	g_ptr_array_unref(group->moved);
	g_free(group);
}

/* ---- records ------------------------------------------------------------------------------- */

static void
record(struct reading *reading, char kind, guint line, const char *first, const char *second,
       const char *third)
{
	const char *texts[] = {first, second, third};
	guint n = third != NULL ? 3 : second != NULL ? 2 : 1;
	calendar_record_append(reading->out, kind, line, texts, n);
}

static void
count_record(struct reading *reading, const char *code, gsize n)
{
	g_autofree char *number = g_strdup_printf("%" G_GSIZE_FORMAT, n);
	if (n > 0)
		record(reading, RECORD_COUNT, 0, code, number, NULL);
}

static void
entry_problem(struct reading *reading, const struct ics_entry *entry, const char *code)
{
	record(reading, RECORD_PROBLEM, entry->line, code, entry->title != NULL ? entry->title : "",
	       NULL);
}

static void
zone_problem(struct reading *reading, const struct ics_entry *entry, const char *code,
	     const char *zone)
{
	if (zone != NULL && g_hash_table_add(reading->said, g_strdup(zone)))
		record(reading, RECORD_PROBLEM, entry->line, code, zone, NULL);
}

static bool
flush(struct reading *reading, GError **error)
{
	bool done = reading->out->len == 0 ||
		    reading->sink(reading->out->str, reading->out->len, reading->user, error);
	g_string_truncate(reading->out, 0);
	return done;
}

/* ---- one date ------------------------------------------------------------------------------ */

struct date {
	char first[11], last[11], start[6], end[6];
};

static void
day_of(gint64 civil, char day[static 11])
{
	date_from_number((int)(civil / DAY - (civil % DAY < 0)), day);
}

static void
clock_of(gint64 civil, char time[static 6])
{
	time_from_minutes((int)(((civil % DAY) + DAY) % DAY / 60), time);
}

static void
date_of_days(struct date *date, const struct ics_entry *entry, gint64 civil)
{
	gint64 length = MAX(entry->civil_length, DAY);
	day_of(civil, date->first);
	day_of(civil + length - DAY, date->last);
}

static void
date_of_times(struct date *date, const struct ics_entry *entry, const IcsZone *home,
	      const struct ics_moment *start)
{
	gint64 begins = ics_zone_civil(home, ics_moment_instant(start, home));
	gint64 ends = begins;
	if (entry->ends) {
		struct ics_moment end = {.civil = start->civil + entry->civil_length,
					 .zone = start->zone};
		ends = ics_zone_civil(home, ics_moment_instant(&end, home) + entry->exact_length);
	}
	day_of(begins, date->first);
	if (ends > begins && begins % DAY == 0 && ends % DAY == 0) {
		day_of(ends - DAY, date->last); /* from midnight to midnight: whole days */
		return;
	}
	day_of(MAX(begins, ends), date->last);
	clock_of(begins, date->start);
	if (ends > begins)
		clock_of(ends, date->end);
}

static bool
in_window(const struct reading *reading, const struct date *date)
{
	return date_number(date->last) * DAY >= reading->window.begin &&
	       date_number(date->first) * DAY < reading->window.end;
}

/* The date of ENTRY that starts at START and is called OCCURRENCE. False when it is outside. */
static bool
date_give(struct reading *reading, const struct ics_entry *entry, const struct ics_moment *start,
	  const char *occurrence)
{
	struct date date = {.start = ""};
	if (start->day)
		date_of_days(&date, entry, start->civil);
	else
		date_of_times(&date, entry, reading->home, start);
	if (!in_window(reading, &date))
		return false;
	reading->many |= reading->dates == CALENDAR_DATES_MAX;
	if (reading->many)
		return false;
	const char *texts[N_DATE_TEXTS] = {
		[DATE_UID] = entry->uid,        [DATE_OCCURRENCE] = occurrence,
		[DATE_TITLE] = entry->title,    [DATE_PLACE] = entry->place,
		[DATE_FIRST_DAY] = date.first,  [DATE_LAST_DAY] = date.last,
		[DATE_START_TIME] = date.start, [DATE_END_TIME] = date.end,
	};
	calendar_record_append(reading->out, RECORD_DATE, entry->line, texts, N_DATE_TEXTS);
	reading->dates++;
	return true;
}

/* ---- entries of one name ------------------------------------------------------------------- */

static void
entry_group(struct reading *reading, GHashTable *by_uid, struct ics_entry *entry)
{
	struct group *group = g_hash_table_lookup(by_uid, entry->uid);
	if (group == NULL) {
		group = g_new0(struct group, 1);
		group->moved = g_ptr_array_new();
		g_ptr_array_add(reading->groups, group);
		g_hash_table_insert(by_uid, entry->uid, group);
	}
	if (entry->moved) {
		g_ptr_array_add(group->moved, entry);
	} else if (group->master == NULL) {
		group->master = entry;
	} else { /* the file has two versions of it */
		reading->older++;
		if (entry->sequence >= group->master->sequence)
			group->master = entry;
	}
}

static void
entries_group(struct reading *reading)
{
	g_autoptr(GHashTable) by_uid = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < reading->entries->len; i++)
		entry_group(reading, by_uid, reading->entries->pdata[i]);
}

/* Which occurrences are elsewhere or given up: by their instant, or by the day alone where the file
 * says no more. */
static GHashTable *
moved_set(const struct reading *reading, const struct group *group)
{
	GHashTable *moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < group->moved->len; i++) {
		struct ics_entry *entry = group->moved->pdata[i];
		char *key = ics_moment_key(&entry->original, reading->home);
		const struct ics_entry *other = g_hash_table_lookup(moved, key);
		if (other == NULL || entry->sequence >= other->sequence)
			g_hash_table_replace(moved, key, entry);
		else
			g_free(key);
	}
	return moved;
}

static bool
is_moved(GHashTable *moved, const struct ics_moment *moment, const char *key)
{
	struct ics_moment day = {.day = true, .civil = moment->civil};
	g_autofree char *day_key = ics_moment_key(&day, NULL);
	return g_hash_table_contains(moved, key) || g_hash_table_contains(moved, day_key);
}

static void
entry_warnings(struct reading *reading, const struct ics_entry *entry)
{
	zone_problem(reading, entry, "zone_unknown", entry->zone_unknown);
	zone_problem(reading, entry, "zone_filed", entry->zone_filed);
	if (entry->warned != NULL)
		entry_problem(reading, entry, entry->warned);
	if (entry->nameless)
		entry_problem(reading, entry, "no_uid");
	if (entry->following)
		entry_problem(reading, entry, "following");
}

static void
entry_refused(struct reading *reading, const struct ics_entry *entry, const char *code)
{
	record(reading, RECORD_REFUSED, entry->refused_line, code,
	       entry->title != NULL ? entry->title : "", entry->uid);
}

static void
master_give(struct reading *reading, struct ics_entry *entry, GHashTable *moved)
{
	bool repeats = entry->rule != NULL || entry->added->len > 0;
	guint before = reading->dates;
	g_autoptr(GArray) starts = ics_occurrences(entry, &reading->window, reading->home);
	if (entry->refused != NULL) {
		entry_refused(reading, entry, entry->refused);
		return;
	}
	for (guint i = 0; i < starts->len; i++) {
		const struct ics_moment *start = &g_array_index(starts, struct ics_moment, i);
		g_autofree char *key = ics_moment_key(start, reading->home);
		if (!is_moved(moved, start, key))
			date_give(reading, entry, start, repeats ? key : "");
	}
	if (reading->dates > before)
		entry_warnings(reading, entry);
	else
		reading->outside += g_hash_table_size(moved) == 0;
}

static void
moved_give(struct reading *reading, const struct ics_entry *entry)
{
	g_autofree char *key = ics_moment_key(&entry->original, reading->home);
	if (entry->refused != NULL)
		entry_refused(reading, entry, entry->refused);
	else if (entry->cancelled)
		reading->cancelled++;
	else if (entry->free)
		reading->free++;
	else if (date_give(reading, entry, &entry->start, key))
		entry_warnings(reading, entry);
}

/* An entry of which anything cannot be read is left out whole: half of its dates would be taken for
 * all of them. */
static void
group_give(struct reading *reading, const struct group *group)
{
	struct ics_entry *master = group->master;
	const char *refused = master != NULL ? master->refused : NULL;
	if (refused == NULL && master != NULL)
		refused = ics_rule_refused(master);
	if (refused != NULL) {
		entry_refused(reading, master, refused);
		return;
	}
	if (master != NULL && master->cancelled) {
		reading->cancelled++;
		return;
	}
	g_autoptr(GHashTable) moved = moved_set(reading, group);
	if (master != NULL && master->free)
		reading->free++;
	else if (master != NULL)
		master_give(reading, master, moved);
	for (guint i = 0; i < group->moved->len; i++) {
		const struct ics_entry *entry = group->moved->pdata[i];
		g_autofree char *key = ics_moment_key(&entry->original, reading->home);
		if (g_hash_table_lookup(moved, key) == entry)
			moved_give(reading, entry);
	}
}

/* ---- all of it ----------------------------------------------------------------------------- */

static void
file_refuse(struct reading *reading, const char *code, guint line)
{
	record(reading, RECORD_FILE, line, code, NULL, NULL);
}

/* What a rule keeps the reader at can be told from where the stream ends. */
static bool
groups_give(struct reading *reading, GError **error)
{
	for (guint i = 0; i < reading->groups->len; i++) {
		const struct group *group = reading->groups->pdata[i];
		const struct ics_entry *master = group->master;
		if (master != NULL && master->rule != NULL)
			record(reading, RECORD_AT, master->line, "", NULL, NULL);
		bool due = master != NULL && master->rule != NULL;
		if ((due || reading->out->len > FLUSH_BEYOND) && !flush(reading, error))
			return false;
		group_give(reading, group);
		if (reading->many) {
			file_refuse(reading, "many_dates", 0);
			return true;
		}
	}
	return true;
}

static bool
scan_give(struct reading *reading, const struct ics_scan *scan, const struct ics_text *text,
	  GError **error)
{
	if (scan->name != NULL)
		record(reading, RECORD_NAME, 0, scan->name->str, NULL, NULL);
	if (text->latin)
		record(reading, RECORD_PROBLEM, 0, "latin", "", NULL);
	for (guint i = 0; i < scan->events->len; i++)
		g_ptr_array_add(reading->entries,
				ics_entry_read(scan->events->pdata[i], reading->zones));
	entries_group(reading);
	if (!groups_give(reading, error))
		return false;
	count_record(reading, "nul", text->replaced);
	count_record(reading, "other", scan->others);
	count_record(reading, "cancelled", reading->cancelled);
	count_record(reading, "free", reading->free);
	count_record(reading, "outside", reading->outside);
	count_record(reading, "older", reading->older);
	return true;
}

static void
zones_give(IcsZones *zones, const struct ics_scan *scan)
{
	for (guint i = 0; i < scan->zones->len; i++) {
		const struct ics_block *block = scan->zones->pdata[i];
		if (block->problem == NULL)
			ics_zones_add(zones, block->text->str);
	}
}

static bool
text_give(struct reading *reading, IcsZones *zones, const struct ics_text *text, GError **error)
{
	struct ics_scan scan;
	ics_scan(&scan, text->text);
	bool done = true;
	if (scan.refused != NULL) {
		file_refuse(reading, scan.refused, scan.refused_line);
	} else {
		zones_give(zones, &scan);
		done = scan_give(reading, &scan, text, error);
	}
	ics_scan_clear(&scan);
	return done;
}

static struct ics_window
window_of(const struct calendar_window *window)
{
	return (struct ics_window){.begin = date_number(window->first_day) * DAY,
				   .end = (date_number(window->last_day) + (gint64)1) * DAY};
}

bool
ics_read(const char *bytes, gsize size, IcsZones *zones, const struct calendar_window *window,
	 calendar_sink sink, gpointer user, GError **error)
{
	struct reading reading = {.zones = zones,
				  .home = ics_zone_home(zones),
				  .window = window_of(window),
				  .sink = sink,
				  .user = user};
	struct ics_text text = {.text = NULL};
	reading.entries = g_ptr_array_new_with_free_func(ics_entry_free);
	reading.groups = g_ptr_array_new_with_free_func(group_free);
	reading.said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	reading.out = g_string_new(CALENDAR_RECORD_MAGIC);
	if (size <= ICS_BYTES_MAX)
		ics_text_read(&text, bytes, size);
	else
		file_refuse(&reading, "too_big", 0);
	bool done = text.text == NULL || text_give(&reading, zones, &text, error);
	g_autofree char *dates = g_strdup_printf("%u", reading.dates);
	record(&reading, RECORD_END, 0, dates, NULL, NULL);
	done = done && flush(&reading, error);
	if (text.text != NULL)
		g_string_free(text.text, TRUE);
	g_ptr_array_unref(reading.groups);
	g_ptr_array_unref(reading.entries);
	g_hash_table_destroy(reading.said);
	g_string_free(reading.out, TRUE);
	return done;
}
