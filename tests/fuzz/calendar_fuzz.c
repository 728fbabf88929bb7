/* libFuzzer's way into the reader of foreign calendars, with all its guards but those of the
 * process: no memory is misused, nothing of it lasts for ever, and what comes out is what the other
 * side believes. The first byte chooses the centre's zone. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ical/foreign_scan.h"
#include "ical/reader.h"
#include "intake/calendar_stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A rule that never finds a day takes libical most of a second; the process that reads has two of
 * them, and a fuzzer that writes such rules would find nothing else. */
#define RULES_MAX 3

static bool
collect(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

static guint
rules_count(const char *bytes, gsize size)
{
	guint n = 0;
	for (gsize i = 0; i + 5 <= size; i++)
		n += g_ascii_strncasecmp(bytes + i, "FREQ=", 5) == 0;
	return n;
}

static void
row_check(const struct stream_line *line)
{
	if (line->row == NULL)
		return;
	g_autoptr(GError) error = NULL;
	text_set(&line->row->source, "x");
	if (!entity_check(&entity_busy, line->row, &error))
		g_error("a date that cannot be stored: %s", error->message);
	g_assert_cmpstr(line->row->first_day, <=, line->row->last_day);
}

static void
answer_check(const GString *answer)
{
	struct calendar_stream stream;
	g_autoptr(GError) error = NULL;
	bool broken = false;
	calendar_stream_init(&stream);
	bool done = calendar_stream_read(&stream, answer->str, answer->len, &broken, &error);
	g_assert_false(broken);
	g_assert_true(done == (error == NULL));
	for (guint i = 0; i < stream.lines->len; i++)
		row_check(stream.lines->pdata[i]);
	calendar_stream_clear(&stream);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const homes[] = {"Europe/Paris", "America/Miquelon", "Pacific/Noumea"};
	if (size == 0 || rules_count((const char *)bytes, size) > RULES_MAX)
		return 0;
	static IcsZones *kept; /* GLib reads the files of zones that nobody holds again and again */
	if (kept == NULL)
		kept = ics_zones_new(homes[0]);
	const char *home = homes[bytes[0] % G_N_ELEMENTS(homes)];
	struct calendar_window window = {home, "2025-11-22", "2029-11-25"};
	g_autoptr(IcsZones) zones = ics_zones_new(home);
	g_autoptr(GString) answer = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_assert_true(ics_read((const char *)bytes + 1, size - 1, zones, &window, collect, answer,
			       &error));
	answer_check(answer);
	return 0;
}
