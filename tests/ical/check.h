/* What every test of calendar files needs: a sink, an item, and the rules that any file must hold
 * whatever wrote it (rules A and B of the study). */
#ifndef CHECK_H
#define CHECK_H

#include <string.h>

#include <libical/ical.h>

#include "ical/calendar.h"
#include "test.h"

#define ORGANIZER_EMAIL "contact@centre.example.fr"

enum check_kind { CHECK_FEED, CHECK_INVITATION };

static inline bool
check_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

/* A timed entry that lacks nothing. */
static inline struct calendar_item
check_item(void)
{
	return (struct calendar_item){.uid = "0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a01",
				      .sequence = 3,
				      .created_at = "2026-01-05T08:00:00Z",
				      .stamped_at = "2026-02-16T09:30:00Z",
				      .first_day = "2026-03-27",
				      .start_time = "09:30",
				      .end_time = "16:00",
				      .zone = "Europe/Paris",
				      .summary = "Rencontre"};
}

static inline struct calendar_organizer
check_organizer(void)
{
	return (struct calendar_organizer){"Centre de ressources", ORGANIZER_EMAIL};
}

/* The feed of COUNT items, whole. */
static inline char *
check_feed(const char *name, const struct calendar_item *items, gsize count)
{
	static const char *const zones[] = {"Europe/Paris", "Indian/Reunion", "America/Martinique",
					    NULL};
	struct calendar_head head = {.name = name, .organizer = check_organizer(), .zones = zones};
	const struct ical_module *ical = ical_module();
	GString *text = g_string_new(NULL);
	GError *error = NULL;
	assert_true(ical->feed_begin(&head, check_sink, text, &error));
	for (gsize i = 0; i < count; i++) {
		ical->feed_item(&head, &items[i], check_sink, text, &error);
		assert_no_error(error);
	}
	assert_true(ical->feed_end(check_sink, text, &error));
	return g_string_free(text, FALSE);
}

/* The lines of TEXT without folds. */
static inline char **
check_unfolded(const char *text)
{
	g_auto(GStrv) pieces = g_strsplit(text, "\r\n ", -1);
	g_autofree char *whole = g_strjoinv("", pieces);
	return g_strsplit(whole, "\r\n", -1);
}

/* How many of LINES begin with PREFIX. */
static inline int
check_count(char **lines, const char *prefix)
{
	int count = 0;
	for (; *lines != NULL; lines++)
		count += g_str_has_prefix(*lines, prefix);
	return count;
}

/* How many unfolded lines of TEXT begin with PREFIX. */
static inline int
check_lines(const char *text, const char *prefix)
{
	g_auto(GStrv) lines = check_unfolded(text);
	return check_count(lines, prefix);
}

/* The first unfolded line of TEXT that begins with PREFIX, or NULL. Caller frees. */
static inline char *
check_line(const char *text, const char *prefix)
{
	g_auto(GStrv) lines = check_unfolded(text);
	for (char **line = lines; *line != NULL; line++)
		if (g_str_has_prefix(*line, prefix))
			return g_strdup(*line);
	return NULL;
}

static inline void
check_octets(const char *text)
{
	assert_true(g_str_has_prefix(text, "BEGIN:VCALENDAR\r\n"));
	assert_true(g_str_has_suffix(text, "\r\nEND:VCALENDAR\r\n"));
	for (const char *at = text; *at != '\0'; at++) {
		guchar c = (guchar)*at;
		assert_true(c != '\r' || at[1] == '\n');
		assert_true(c != '\n' || (at > text && at[-1] == '\r'));
		assert_true(c == '\r' || c == '\n' || (c >= ' ' && c != 0x7f));
	}
	g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
	for (char **line = lines; *line != NULL; line++) {
		assert_true(**line != '\0' || line[1] == NULL); /* none is blank */
		assert_true(strcmp(*line, " ") != 0);
		assert_true(strlen(*line) <= 75);
		assert_true(g_utf8_validate(*line, -1, NULL)); /* no fold in a letter */
	}
}

static inline bool
check_matches(const char *pattern, const char *line)
{
	return g_regex_match_simple(pattern, line, 0, 0);
}

/* Each line of a VEVENT; DECLARED holds the zones before it. */
static inline void
check_event_line(const char *line, GHashTable *declared)
{
	assert_false(check_matches("^DT(START|END):[0-9]{8}T[0-9]{6}$", line)); /* floating */
	assert_true(!g_str_has_prefix(line, "DTSTAMP") ||
		    check_matches("^DTSTAMP:[0-9]{8}T[0-9]{6}Z$", line));
	assert_false(check_matches("^(ORGANIZER|ATTENDEE).*\\^", line));
	g_auto(GStrv) parts = g_strsplit_set(line, "=:", 3);
	if (check_matches("^DT(START|END);TZID=", line))
		assert_true(g_hash_table_contains(declared, parts[1]));
}

/* What a VEVENT has exactly one of. */
static inline void
check_event(char **lines)
{
	static const char *const needed[] = {"UID:", "DTSTAMP:", "DTSTART", "ORGANIZER",
					     "SUMMARY:"};
	int counts[G_N_ELEMENTS(needed)] = {0};
	for (; strcmp(*lines, "END:VEVENT") != 0; lines++)
		for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
			counts[i] += g_str_has_prefix(*lines, needed[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
		assert_int_equal(counts[i], 1);
}

/* Each UID once, each zone declared before it is used. */
static inline void
check_events(char **lines)
{
	g_autoptr(GHashTable) declared = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) uids = g_hash_table_new(g_str_hash, g_str_equal);
	bool inside = false;
	for (; *lines != NULL; lines++) {
		if (g_str_has_prefix(*lines, "TZID:"))
			g_hash_table_add(declared, *lines + strlen("TZID:"));
		if (g_str_has_prefix(*lines, "UID:"))
			assert_true(g_hash_table_add(uids, *lines));
		if (strcmp(*lines, "BEGIN:VEVENT") == 0) {
			check_event(lines);
			inside = true;
		}
		if (inside)
			check_event_line(*lines, declared);
		if (strcmp(*lines, "END:VEVENT") == 0)
			inside = false;
	}
}

static inline void
check_zones(char **lines)
{
	bool inside = false;
	for (; *lines != NULL; lines++) {
		if (strcmp(*lines, "BEGIN:VTIMEZONE") == 0)
			inside = true;
		if (inside)
			assert_false(
				check_matches("UNTIL=|^RDATE|OFFSET(FROM|TO):[+-][0-9]{6}|^TZID:/",
					      *lines));
		if (strcmp(*lines, "END:VTIMEZONE") == 0)
			inside = false;
	}
}

static inline void
check_kind(char **lines, enum check_kind kind)
{
	assert_int_equal(check_count(lines, "METHOD:"), 1);
	if (kind == CHECK_FEED) {
		assert_int_equal(check_count(lines, "METHOD:PUBLISH"), 1);
		assert_int_equal(check_count(lines, "ATTENDEE"), 0);
		assert_int_equal(check_count(lines, "BEGIN:VALARM"), 0);
		return;
	}
	assert_int_equal(check_count(lines, "METHOD:REQUEST"), 1);
	assert_int_equal(check_count(lines, "BEGIN:VEVENT"), 1);
	assert_int_equal(check_count(lines, "ATTENDEE;"), 1);
	assert_int_equal(check_count(lines, "SEQUENCE:"), 1);
	assert_int_equal(check_count(lines, "X-WR-"), 0);
}

/* All of the rules. */
static inline void
check_calendar(const char *text, enum check_kind kind)
{
	check_octets(text);
	g_auto(GStrv) lines = check_unfolded(text);
	assert_int_equal(check_count(lines, "BEGIN:VCALENDAR"), 1);
	assert_int_equal(check_count(lines, "PRODID:"), 1);
	assert_int_equal(check_count(lines, "VERSION:2.0"), 1);
	assert_int_equal(check_count(lines, "X-LIC-"), 0);
	assert_int_equal(check_count(lines, "X-APPLE-"), 0);
	assert_null(strstr(text, "freeassociation"));
	check_events(lines);
	check_zones(lines);
	check_kind(lines, kind);
}

/* TEXT as libical reads it; it must have nothing to say against it. Caller frees. */
static inline icalcomponent *
check_read(const char *text)
{
	icalcomponent *calendar = icalparser_parse_string(text);
	assert_non_null(calendar);
	assert_int_equal(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	icalcomponent *copy = icalcomponent_new_clone(calendar);
	assert_true(icalrestriction_check(copy));
	icalcomponent_free(copy);
	return calendar;
}

/* The UTC instant of a time of the first VEVENT of CALENDAR. Caller frees. */
static inline char *
check_instant(struct icaltimetype time)
{
	struct icaltimetype utc = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
	return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", utc.year, utc.month, utc.day,
			       utc.hour, utc.minute, utc.second);
}

#endif
