#include "ical/words.h"

#include "base/text.h"
#include "test.h"

static void
assert_label(const char *text, const char *wanted)
{
	g_autofree char *label = ics_label(text);
	assert_text(label, wanted);
}

static void
assert_mailto(const char *email, const char *wanted)
{
	g_autofree char *address = ics_mailto(email);
	assert_text(address, wanted);
}

static void
assert_uri(const char *url, const char *wanted)
{
	g_autofree char *uri = ics_uri(url);
	assert_text(uri, wanted);
}

static void
words__are_borrowed__when_clean(void **state)
{
	(void)state;
	static const char text[] = "Élèves – « œuvres »\u202f: l’été";
	char *owned = NULL;
	assert_ptr_equal(ics_words(text, false, &owned), text);
	assert_null(owned);
}

static void
words__are_cleaned__control_characters(void **state)
{
	(void)state;
	g_autofree char *one_line = NULL, *lines = NULL, *bad = NULL;
	assert_text(ics_words("a\r\nb\x1b[0m\tc", false, &one_line), "a b[0m c");
	assert_text(ics_words("a\r\nb\x01", true, &lines), "a\nb");
	assert_text(ics_words("a\xff\xc3", true, &bad), "a\uFFFD\uFFFD");
}

static void
words__are_missing__when_nothing_is_left(void **state)
{
	(void)state;
	g_autofree char *none = NULL, *blank = NULL, *control = NULL;
	assert_null(ics_words(NULL, true, &none));
	assert_null(ics_words(" \n ", true, &blank));
	assert_null(ics_words("\x01\x02", true, &control));
}

/* What is taken for clean at a glance must be what text_for_file() leaves alone. */
static void
words__agree_with_text_for_file__each_letter(void **state)
{
	(void)state;
	for (gunichar letter = 1; letter < 0x3000; letter++) {
		char text[8] = "a";
		text[1 + g_unichar_to_utf8(letter, text + 1)] = '\0';
		g_autofree char *cleaned = text_for_file(text, true);
		g_autofree char *owned = NULL;
		assert_text(ics_words(text, true, &owned), cleaned);
	}
}

static void
label__has_no_separator__of_a_calendar(void **state)
{
	(void)state;
	assert_label("Dupont, Zoé", "Dupont Zoé");
	assert_label("pôle \"Ateliers\", Région: Sud; Est",
		     "pôle «\u00a0Ateliers\u00a0» Région – Sud – Est");
	assert_label("a \"b\"", "a «\u00a0b\u00a0»");
	assert_label("12\"", "12’");
	assert_label("l'été l’hiver", "l'été l’hiver");
	assert_label("a\r\nb^'c\\d", "a b 'c d");
	assert_label(", ^ ", NULL);
	assert_label(NULL, NULL);
}

static void
mailto__keeps_an_address__as_mail_knows_it(void **state)
{
	(void)state;
	assert_mailto("zoe.dupont+arts@ac-lille.fr", "mailto:zoe.dupont+arts@ac-lille.fr");
	assert_mailto("o'connor@example.org", "mailto:o'connor@example.org");
	assert_mailto("a&b%c@example.org", "mailto:a%26b%25c@example.org");
}

static void
mailto__is_missing__for_no_address(void **state)
{
	(void)state;
	assert_mailto(NULL, NULL);
	assert_mailto("zoe", NULL);
	assert_mailto("a@b.fr\r\nATTENDEE:mailto:c@d.fr", NULL);
}

static void
uri__is_ascii__of_the_web_only(void **state)
{
	(void)state;
	assert_uri("https://x.example/a?b=c,d;e#f", "https://x.example/a?b=c,d;e#f");
	assert_uri("https://x.example/été 1", "https://x.example/%C3%A9t%C3%A9%201");
	assert_uri("https://x.example/\r\nX:y", "https://x.example/%0D%0AX:y");
	assert_uri("HTTP://x.example", "HTTP://x.example");
	assert_uri("javascript:alert(1)", NULL);
	assert_uri("www.example.fr", NULL);
	assert_uri(NULL, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words__are_borrowed__when_clean),
		cmocka_unit_test(words__are_cleaned__control_characters),
		cmocka_unit_test(words__are_missing__when_nothing_is_left),
		cmocka_unit_test(words__agree_with_text_for_file__each_letter),
		cmocka_unit_test(label__has_no_separator__of_a_calendar),
		cmocka_unit_test(mailto__keeps_an_address__as_mail_knows_it),
		cmocka_unit_test(mailto__is_missing__for_no_address),
		cmocka_unit_test(uri__is_ascii__of_the_web_only),
	};
	return test_run("ical/words", tests);
}
