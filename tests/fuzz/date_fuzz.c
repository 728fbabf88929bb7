/* libFuzzer's way into the readers of dates and times: what is accepted is valid, is shown in
 * words, and is read again the same. */
#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"

#define TODAY "2026-11-23"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
date_try(const char *text)
{
	struct date_reading reading, again;
	g_autoptr(GError) error = NULL;
	bool read = date_parse(text, TODAY, &reading, &error);
	g_assert_true(read == (error == NULL));
	if (!read)
		return;
	g_assert_true(date_valid(reading.date));
	for (int style = DATE_LONG; style <= DATE_NUMERIC; style++) {
		g_autofree char *words = date_text(reading.date, (enum date_style)style);
		g_assert_true(*words != '\0');
	}
	g_autofree char *range = date_range_text(reading.date, reading.date);
	g_assert_true(*range != '\0');
	g_assert_true(date_parse(reading.date, TODAY, &again, NULL));
	g_assert_cmpstr(again.date, ==, reading.date);
}

static void
time_try(const char *text)
{
	char time[6], again[6];
	g_autoptr(GError) error = NULL;
	bool read = time_parse(text, time, &error);
	g_assert_true(read == (error == NULL));
	if (!read)
		return;
	g_assert_true(time_valid(time));
	g_assert_cmpint(time_minutes(time), <, 24 * 60);
	g_autofree char *words = time_text(time, true);
	g_assert_true(time_parse(words, again, NULL));
	g_assert_cmpstr(again, ==, time);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	g_autofree char *text = g_strndup((const char *)bytes, size);
	char local[17];
	date_valid(text);
	date_is_day(text);
	time_valid(text);
	clock_local(text, "Europe/Paris", local);
	if (!g_utf8_validate(text, -1, NULL))
		return 0;
	date_try(text);
	time_try(text);
	return 0;
}
