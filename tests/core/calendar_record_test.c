/* The stream that the reader of calendars gives: written and read, and not believed. */
#include "test.h"

#include <string.h>

#include "core/calendar_record.h"

static void
record__comes_back__as_it_was_written(void **state)
{
	(void)state;
	g_autoptr(GString) out = g_string_new(NULL);
	const char *texts[] = {"Journée", NULL, ""};
	calendar_record_append(out, RECORD_PROBLEM, 0x01020304, texts, 3);
	calendar_record_append(out, RECORD_END, 0, texts, 0);
	const char *at = out->str;
	gsize left = out->len;
	struct calendar_record record;
	assert_true(calendar_record_read(&at, &left, &record));
	assert_int_equal(record.kind, RECORD_PROBLEM);
	assert_int_equal(record.line, 0x01020304);
	assert_int_equal(record.n_texts, 3);
	assert_text(record.text[0], "Journée");
	assert_text(record.text[1], "");
	assert_text(record.text[2], "");
	calendar_record_clear(&record);
	assert_true(calendar_record_read(&at, &left, &record));
	assert_int_equal(record.kind, RECORD_END);
	assert_int_equal(record.n_texts, 0);
	assert_int_equal(left, 0);
	assert_false(calendar_record_read(&at, &left, &record));
}

static void
record__is_refused__cut_at_any_byte(void **state)
{
	(void)state;
	g_autoptr(GString) out = g_string_new(NULL);
	const char *texts[] = {"a", "bc", "def"};
	calendar_record_append(out, RECORD_DATE, 7, texts, 3);
	for (gsize size = 0; size < out->len; size++) {
		g_autofree char *part = g_memdup2(out->str, size);
		const char *at = part;
		gsize left = size;
		struct calendar_record record;
		assert_false(calendar_record_read(&at, &left, &record));
		assert_int_equal(record.n_texts, 0);
	}
}

static bool
reads(const char *bytes, gsize size)
{
	struct calendar_record record;
	bool done = calendar_record_read(&bytes, &size, &record);
	calendar_record_clear(&record);
	return done;
}

static void
record__is_refused__with_a_length_that_lies(void **state)
{
	(void)state;
	assert_true(reads("D\1\0\0\0\1\2\0\0\0ab", 12));
	assert_false(reads("D\1\0\0\0\1\3\0\0\0ab", 12));
	assert_false(reads("D\1\0\0\0\1\xff\xff\xff\xff"
			   "ab",
			   12));
	assert_false(reads("D\1\0\0\0\1\1\20\0\0ab", 12));
	assert_false(reads("D\1\0\0\0\x09\0\0\0\0", 10));
	assert_false(reads("D\1\0\0\0\xff\0\0\0\0", 10));
}

static void
record__is_refused__with_a_nul_in_a_text(void **state)
{
	(void)state;
	assert_false(reads("D\1\0\0\0\1\2\0\0\0a\0", 12));
}

static void
record__cuts__a_long_text_between_letters(void **state)
{
	(void)state;
	g_autoptr(GString) text = g_string_new("a");
	while (text->len < 2 * CALENDAR_RECORD_TEXT_MAX)
		g_string_append(text, "é");
	g_autoptr(GString) out = g_string_new(NULL);
	const char *texts[] = {text->str};
	calendar_record_append(out, RECORD_NAME, 0, texts, 1);
	const char *at = out->str;
	gsize left = out->len;
	struct calendar_record record;
	assert_true(calendar_record_read(&at, &left, &record));
	assert_int_equal(strlen(record.text[0]), CALENDAR_RECORD_TEXT_MAX - 1);
	assert_true(g_utf8_validate(record.text[0], -1, NULL));
	calendar_record_clear(&record);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(record__comes_back__as_it_was_written),
		cmocka_unit_test(record__is_refused__cut_at_any_byte),
		cmocka_unit_test(record__is_refused__with_a_length_that_lies),
		cmocka_unit_test(record__is_refused__with_a_nul_in_a_text),
		cmocka_unit_test(record__cuts__a_long_text_between_letters),
	};
	return test_run("calendar_record", tests);
}
