/* The answer of a reader that a hostile file may have taken over. */
#include "test.h"

#include "core/calendar_record.h"
#include "intake/calendar_stream.h"

struct answer {
	GString *bytes;
	struct calendar_stream stream;
	bool broken;
	GError *error;
};

static struct answer
answer_new(void)
{
	struct answer answer = {.bytes = g_string_new(CALENDAR_RECORD_MAGIC)};
	return answer;
}

static void
add(struct answer *answer, char kind, const char *first, const char *second, const char *third)
{
	const char *texts[] = {first, second, third};
	guint n = third != NULL ? 3 : second != NULL ? 2 : 1;
	calendar_record_append(answer->bytes, kind, 5, texts, n);
}

static void
add_date(struct answer *answer, const char *occurrence, const char *title, const char *first,
	 const char *last, const char *start, const char *end)
{
	const char *texts[] = {"uid", occurrence, title, "", first, last, start, end};
	calendar_record_append(answer->bytes, RECORD_DATE, 5, texts, N_DATE_TEXTS);
}

static bool
answer_read(struct answer *answer)
{
	calendar_stream_init(&answer->stream);
	return calendar_stream_read(&answer->stream, answer->bytes->str, answer->bytes->len,
				    &answer->broken, &answer->error);
}

static void
answer_clear(struct answer *answer)
{
	calendar_stream_clear(&answer->stream);
	g_string_free(answer->bytes, TRUE);
	g_clear_error(&answer->error);
}

/* One date and the end, which is refused as no answer of ours. */
static void
assert_date_refused(const char *occurrence, const char *first, const char *last, const char *start,
		    const char *end)
{
	struct answer answer = answer_new();
	add_date(&answer, occurrence, "x", first, last, start, end);
	add(&answer, RECORD_END, "1", NULL, NULL);
	assert_false(answer_read(&answer));
	assert_true(answer.broken);
	answer_clear(&answer);
}

static void
stream__gives__dates_cleaned(void **state)
{
	(void)state;
	struct answer answer = answer_new();
	add(&answer, RECORD_NAME, "CNFPT\033[31m", NULL, NULL);
	add_date(&answer, "20270312T080000Z", " a\033]0;x\007\u202eb\xff ", "2027-03-12",
		 "2027-03-12", "09:00", "17:00");
	add(&answer, RECORD_END, "1", NULL, NULL);
	assert_true(answer_read(&answer));
	assert_text(answer.stream.name, "CNFPT[31m");
	const struct stream_line *line = answer.stream.lines->pdata[0];
	assert_text(line->row->title, "a]0;xb\ufffd");
	assert_text(line->row->start_time, "09:00");
	assert_text(line->row->occurrence, "20270312T080000Z");
	assert_null(line->row->place);
	assert_int_equal(line->line, 5);
	answer_clear(&answer);
}

static void
stream__refuses__values_that_are_none(void **state)
{
	(void)state;
	assert_date_refused("", "2027-02-30", "2027-03-12", "", "");
	assert_date_refused("", "2027-03", "2027-03-12", "", "");
	assert_date_refused("", "2027-03-12", "2027-03-11", "", "");
	assert_date_refused("", "2027-03-12", "2027-03-12", "25:00", "");
	assert_date_refused("", "2027-03-12", "2027-03-12", "", "10:00");
	assert_date_refused("", "2027-03-12", "2027-03-12", "09:00", "24:00");
	assert_date_refused("2027-03-12", "2027-03-12", "2027-03-12", "", "");
	assert_date_refused("20270312T080000", "2027-03-12", "2027-03-12", "", "");
}

static void
stream__is_broken__without_its_end(void **state)
{
	(void)state;
	struct answer answer = answer_new();
	add_date(&answer, "", "x", "2027-03-12", "2027-03-12", "", "");
	assert_false(answer_read(&answer));
	assert_true(answer.broken);
	answer_clear(&answer);
}

static void
stream__is_broken__when_it_miscounts_or_goes_on(void **state)
{
	(void)state;
	struct answer answer = answer_new();
	add(&answer, RECORD_END, "1", NULL, NULL);
	assert_false(answer_read(&answer));
	assert_true(answer.broken);
	answer_clear(&answer);
	answer = answer_new();
	add(&answer, RECORD_END, "0", NULL, NULL);
	g_string_append_c(answer.bytes, 'D');
	assert_false(answer_read(&answer));
	assert_true(answer.broken);
	answer_clear(&answer);
}

static void
stream__is_broken__by_words_that_no_reader_says(void **state)
{
	(void)state;
	static const char kinds[] = {RECORD_PROBLEM, RECORD_COUNT, RECORD_FILE, 'Z', 0};
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		struct answer answer = answer_new();
		add(&answer, kinds[i], "%s%n", kinds[i] == RECORD_FILE ? NULL : "9", NULL);
		add(&answer, RECORD_END, "0", NULL, NULL);
		assert_false(answer_read(&answer));
		assert_true(answer.broken);
		answer_clear(&answer);
	}
}

static void
stream__says__what_is_refused(void **state)
{
	(void)state;
	struct answer answer = answer_new();
	add(&answer, RECORD_REFUSED, "often", "Tic", "uid-1");
	add(&answer, RECORD_END, "0", NULL, NULL);
	assert_true(answer_read(&answer));
	const struct stream_line *line = answer.stream.lines->pdata[0];
	assert_null(line->row);
	assert_text(line->title, "Tic");
	assert_true(g_hash_table_contains(answer.stream.kept, "uid-1"));
	assert_int_equal(answer.stream.problems->len, 1);
	answer_clear(&answer);
	answer = answer_new();
	add(&answer, RECORD_FILE, "too_big", NULL, NULL);
	assert_false(answer_read(&answer));
	assert_false(answer.broken);
	assert_non_null(answer.error);
	answer_clear(&answer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stream__gives__dates_cleaned),
		cmocka_unit_test(stream__refuses__values_that_are_none),
		cmocka_unit_test(stream__is_broken__without_its_end),
		cmocka_unit_test(stream__is_broken__when_it_miscounts_or_goes_on),
		cmocka_unit_test(stream__is_broken__by_words_that_no_reader_says),
		cmocka_unit_test(stream__says__what_is_refused),
	};
	return test_run("calendar_stream", tests);
}
