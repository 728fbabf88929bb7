/* A foreign calendar read in this process, and what came out of it as lines of text. */
#ifndef TESTS_ICAL_READING_H
#define TESTS_ICAL_READING_H

#include <string.h>

#include "core/calendar_record.h"
#include "ical/reader.h"

/** One line for each record: "D uid|occurrence|title|place|first|last|start|end", "P code|what". */
struct read_calendar {
	GPtrArray *dates; /* char *: of dates, without "D " */
	GPtrArray *said;  /* char *: everything else but the end: "P zone_unknown|X" */
	bool ended;
};

static inline bool
reading_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

static inline void
reading_take(struct read_calendar *read, const GString *out)
{
	const char *at = out->str + strlen(CALENDAR_RECORD_MAGIC);
	gsize left = out->len - strlen(CALENDAR_RECORD_MAGIC);
	struct calendar_record record;
	while (calendar_record_read(&at, &left, &record)) {
		GString *line = g_string_new(NULL);
		for (guint i = 0; i < record.n_texts; i++)
			g_string_append_printf(line, "%s%s", i > 0 ? "|" : "", record.text[i]);
		read->ended |= record.kind == RECORD_END;
		if (record.kind != RECORD_DATE)
			g_string_prepend_c(g_string_prepend_c(line, ' '), record.kind);
		bool dropped = record.kind == RECORD_END || record.kind == RECORD_AT;
		char *text = g_string_free(line, dropped);
		if (!dropped)
			g_ptr_array_add(record.kind == RECORD_DATE ? read->dates : read->said,
					text);
		calendar_record_clear(&record);
	}
}

/** SIZE BYTES read in ZONE, with the dates from FIRST to LAST. Clear with reading_clear(). */
static inline struct read_calendar
reading_bytes(const char *bytes, gsize size, const char *zone, const char *first, const char *last)
{
	struct read_calendar read = {.dates = g_ptr_array_new_with_free_func(g_free),
				     .said = g_ptr_array_new_with_free_func(g_free)};
	struct calendar_window window = {zone, first, last};
	g_autoptr(IcsZones) zones = ics_zones_new(zone);
	GString *out = g_string_new(NULL);
	GError *error = NULL;
	ics_read(bytes, size, zones, &window, reading_sink, out, &error);
	g_assert_no_error(error);
	reading_take(&read, out);
	g_string_free(out, TRUE);
	return read;
}

static inline void
reading_clear(struct read_calendar *read)
{
	g_ptr_array_unref(read->dates);
	g_ptr_array_unref(read->said);
}

#endif
