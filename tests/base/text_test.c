#include "test.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "base/random_text.h"
#include "base/text.h"

#define NBSP "\xc2\xa0"

static void
expect(char *actual, const char *expected)
{
	g_autofree char *owned = actual;
	assert_text(owned, expected);
}

/* ---- cleaning ------------------------------------------------------------------------------ */

static void
text_accept__keeps__what_people_write(void **state)
{
	(void)state;
	static const char *const kept[] = {
		"Marie",     "chargé·e",     "élu(e)s",
		"O’Brien",   "Ngô Thị Hằng", "李小龙",
		"محمد",      "ÉLODIE",       "می\xe2\x80\x8cخواهم",
		"1er arrdt", "100 %",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(kept); i++) {
		bool cleaned = true;
		g_autofree char *accepted = text_accept(kept[i], false, &cleaned);
		assert_text(accepted, kept[i]);
		assert_false(cleaned);
	}
}

static void
text_accept__gives_null__when_nothing_is_left(void **state)
{
	(void)state;
	static const char *const empty[] = {"",
					    " ",
					    " \t\r\n ",
					    NBSP,
					    "\xe2\x80\x8b\xef\xbb\xbf",
					    "\x01\x02",
					    "\xe3\x80\x80",
					    "\xe2\x80\xae"};
	for (gsize i = 0; i < G_N_ELEMENTS(empty); i++) {
		assert_null(text_accept(empty[i], false, NULL));
		assert_null(text_accept(empty[i], true, NULL));
	}
	assert_null(text_accept(NULL, false, NULL));
}

static void
text_accept__composes_and_trims(void **state)
{
	(void)state;
	expect(text_accept(NBSP " Ele\xcc\x81onore \t", false, NULL), "El\xc3\xa9onore");
	expect(text_accept("\xef\xbb\xbfNom", false, NULL), "Nom");
	expect(text_accept("  a  b  ", false, NULL), "a  b");
	expect(text_accept("Andr\xe9", false, NULL), "Andr\xef\xbf\xbd");
	expect(text_accept("a\xef\xbf\xbe", false, NULL), "a\xef\xbf\xbd");
}

static void
text_accept__turns_breaks_into_spaces__or_keeps_them(void **state)
{
	(void)state;
	const char *typed = "a\r\nb\rc\nd\te\xc2\x85"
			    "f\xe2\x80\xa8g\vh\n";
	expect(text_accept(typed, false, NULL), "a b c d e f g h");
	expect(text_accept(typed, true, NULL), "a\nb\nc\nd\te\nf\ng\nh");
}

static void
text_accept__says__when_controls_had_to_go(void **state)
{
	(void)state;
	bool cleaned = false;
	expect(text_accept("a\x1b[31mb", false, &cleaned), "a[31mb");
	assert_true(cleaned);
	expect(text_accept("a\xc2\x9b"
			   "b\xe2\x80\xaegpj.exe",
			   false, &cleaned),
	       "abgpj.exe");
	assert_true(cleaned);
	expect(text_accept("é\n", false, &cleaned), "é");
	assert_false(cleaned);
}

static void
text_accept__ends__on_a_million_marks(void **state)
{
	(void)state;
	GString *text = g_string_new("a");
	for (int i = 0; i < 500000; i++)
		g_string_append(text, i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3");
	bool cleaned = false;
	g_autofree char *accepted = text_accept(text->str, false, &cleaned);
	assert_true(cleaned);
	assert_int_equal(g_utf8_strlen(accepted, -1), 30); /* ạ́ is one letter and 29 marks */
	g_string_free(text, TRUE);
}

static void
text_accept__changes_nothing__the_second_time(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	for (int i = 0; i < 20000; i++) {
		g_autofree char *typed = random_bytes(random);
		g_autofree char *once = text_accept(typed, i % 2 == 0, NULL);
		g_autofree char *twice = text_accept(once, i % 2 == 0, NULL);
		assert_text(twice, once);
		assert_true(once == NULL || (*once != '\0' && g_utf8_validate(once, -1, NULL)));
	}
}

/* What a terminal may be sent. */
static void
expect_safe(const char *text, int marks_allowed)
{
	int marks = marks_allowed;
	assert_true(g_utf8_validate(text, -1, NULL));
	for (const char *at = text; *at != '\0'; at += g_utf8_skip[(unsigned char)*at]) {
		gunichar letter = g_utf8_get_char(at);
		GUnicodeType type = g_unichar_type(letter);
		bool mark = letter >= 0x300 && g_unichar_iszerowidth(letter);
		marks = mark ? marks + 1 : 0;
		if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || letter == 0x2028 ||
		    letter == 0x2029 || type == G_UNICODE_PRIVATE_USE ||
		    type == G_UNICODE_UNASSIGNED || marks > marks_allowed)
			fail_msg("U+%04X in “%s”", letter, text);
	}
}

static void
text_for_terminal__is_safe__for_every_character(void **state)
{
	(void)state;
	for (gunichar letter = 1; letter <= 0x10FFFF; letter++) {
		char bytes[16] = "";
		g_unichar_to_utf8(letter, bytes);
		g_autofree char *shown = text_for_terminal(bytes);
		expect_safe(shown, 2);
	}
}

static void
text_for_terminal__is_safe__for_any_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(2);
	for (int i = 0; i < 50000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *shown = text_for_terminal(bytes);
		g_autofree char *again = text_for_terminal(shown);
		expect_safe(shown, 2);
		assert_text(again, shown);
	}
}

static void
text_for_terminal__shows__what_was_there(void **state)
{
	(void)state;
	expect(text_for_terminal("Marie Dupont"), "Marie Dupont");
	expect(text_for_terminal("\x1b]0;x\x07"), "·]0;x·");
	expect(text_for_terminal("a\xc2\x9b"
				 "31m"),
	       "a·31m");
	expect(text_for_terminal("a\r\nb\tc\xe2\x80\xa9"
				 "d"),
	       "a b c d");
	expect(text_for_terminal("facture\xe2\x80\xae"
				 "fdp.exe"),
	       "facturefdp.exe");
	expect(text_for_terminal("a\xe2\x80\x8b\xe2\x80\x8d\xef\xbb\xbf\xc2\xad"
				 "b"),
	       "ab");
	expect(text_for_terminal("Andr\xe9 \xed\xa0\x80"),
	       "Andr\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	expect(text_for_terminal("\xcc\x81"
				 "a"),
	       "a");
	expect(text_for_terminal("☎\xef\xb8\x8f"), "☎");
	expect(text_for_terminal("\xee\x82\xa0"), "\xef\xbf\xbd");
	expect(text_for_terminal(NULL), "");
}

static void
text_for_terminal__caps__ten_thousand_marks(void **state)
{
	(void)state;
	GString *text = g_string_new("Z");
	for (int i = 0; i < 10000; i++)
		g_string_append(text, "\xcc\x81");
	g_string_append(text, "e\xcc\x81");
	expect(text_for_terminal(text->str), "Z\xcc\x81\xcc\x81"
					     "e\xcc\x81");
	g_autofree char *filed = text_for_file(text->str, false);
	assert_int_equal(strlen(filed), 1 + 8 * 2 + 3);
	g_string_free(text, TRUE);
}

static void
text_for_file__keeps__joiners_where_they_spell(void **state)
{
	(void)state;
	expect(text_for_file("می\xe2\x80\x8cخواهم", false), "می\xe2\x80\x8cخواهم");
	expect(text_for_file("Ma\xe2\x80\x8cril", false), "Maril");
	expect(text_for_file("辻\xf3\xa0\x84\x80", false), "辻\xf3\xa0\x84\x80");
	expect(text_for_file("a\xe2\x80\xae"
			     "b\x1b"
			     "c",
			     false),
	       "abc");
	expect(text_for_file("a\xef\xbf\xbf", false), "a\xef\xbf\xbd");
}

static void
text_for_file__keeps_breaks__when_asked(void **state)
{
	(void)state;
	expect(text_for_file("a\r\nb\tc\nd", true), "a\nb c\nd");
	expect(text_for_file("a\r\nb\tc\nd", false), "a b c d");
	expect(text_for_file(NULL, true), "");
}

/* ---- width --------------------------------------------------------------------------------- */

static void
text_width__counts__columns(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("Élodie"), 6);
	assert_int_equal(text_width("E\xcc\x81lodie"), 6);
	assert_int_equal(text_width("李小龙"), 6);
	assert_int_equal(text_width("😀"), 2);
	assert_int_equal(text_width("\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"), 2);
}

static void
text_width__agrees__with_wcwidth(void **state)
{
	(void)state;
	g_autofree char *before = g_strdup(setlocale(LC_CTYPE, NULL));
	if (setlocale(LC_CTYPE, "C.UTF-8") != NULL)
		for (gunichar letter = ' '; letter < 0x20000; letter++) {
			char bytes[16] = "";
			g_unichar_to_utf8(letter, bytes);
			g_autofree char *shown = text_for_terminal(bytes);
			int width = wcwidth((wchar_t)letter);
			/* below 0: younger than this C library */
			if (strcmp(shown, bytes) == 0 && width >= 0 && text_width(shown) != width)
				fail_msg("U+%04X: %d, wcwidth says %d", letter, text_width(shown),
					 width);
		}
	setlocale(LC_CTYPE, before);
}

static void
text_width__is_the_same__in_the_c_locale(void **state)
{
	(void)state;
	g_autofree char *before = g_strdup(setlocale(LC_ALL, NULL));
	setlocale(LC_ALL, "C");
	assert_int_equal(text_width("Élodie 李"), 9);
	setlocale(LC_ALL, before);
}

static void
text_clip__cuts__between_letters(void **state)
{
	(void)state;
	expect(text_clip("Élodie", 6, false), "Élodie");
	expect(text_clip("Élodie", 5, false), "Élod…");
	expect(text_clip("Élodie", 5, true), "Élod~");
	expect(text_clip("Élodie", 1, false), "…");
	expect(text_clip("Élodie", 0, false), "");
	expect(text_clip("Élodie", -3, false), "");
	expect(text_clip("", 3, false), "");
	expect(text_clip("李小龙", 6, false), "李小龙");
	expect(text_clip("李小龙", 5, false), "李小…");
	expect(text_clip("李小龙", 4, false), "李…");
	expect(text_clip("e\xcc\x81"
			 "e\xcc\x81"
			 "e\xcc\x81",
			 2, false),
	       "e\xcc\x81…");
	expect(text_clip("abe\xcc\x81", 3, false), "abe\xcc\x81");
}

static void
text_clip__never_exceeds__its_columns(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(3);
	for (int i = 0; i < 5000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *clean = text_for_terminal(bytes);
		for (int columns = 0; columns < 12; columns++) {
			g_autofree char *clipped = text_clip(clean, columns, false);
			assert_true(text_width(clipped) <= columns);
			assert_true(g_utf8_validate(clipped, -1, NULL));
			if (text_width(clean) <= columns)
				assert_text(clipped, clean);
		}
	}
}

static void
text_next__and_previous__meet(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(4);
	for (int i = 0; i < 5000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *clean = text_for_terminal(bytes);
		for (const char *at = clean; *at != '\0';) {
			const char *next = text_next(at);
			assert_true(next > at);
			assert_ptr_equal(text_previous(clean, next), at);
			at = next;
		}
		assert_ptr_equal(text_previous(clean, clean), clean);
	}
	assert_string_equal(text_next("e\xcc\x81"
				      "a"),
			    "a");
	assert_string_equal(text_next(""), "");
}

/* ---- charsets ------------------------------------------------------------------------------ */

static void
text_for_charset__transliterates(void **state)
{
	(void)state;
	expect(text_for_charset("Élève – l’œuvre… « à » 5 €", "US-ASCII"),
	       "Eleve - l'oeuvre... \" a \" 5 EUR");
	expect(text_for_charset("Élève – l’œuvre…", "ISO-8859-15"), "Élève - l'œuvre...");
	expect(text_for_charset("Élève œuvre", "ISO-8859-1"), "Élève oeuvre");
	expect(text_for_charset("Łódź Ørsted ß Œuvre", "ANSI_X3.4-1968"), "Lodz Orsted ss OEuvre");
	expect(text_for_charset("e\xcc\x81t\xcc\x81", "US-ASCII"), "et");
	expect(text_for_charset("李 ½ ﬁn", "US-ASCII"), "? 1/2 fin");
	expect(text_for_charset("é李", "UTF-8"), "é李");
	expect(text_for_charset("é\xff", "utf8"), "é\xef\xbf\xbd");
	expect(text_for_charset("é", "no-such-codeset"), "e");
	expect(text_for_charset(NULL, "US-ASCII"), "");
}

static void
text_for_charset__leaves_only_ascii__of_any_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(5);
	for (int i = 0; i < 2000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *ascii = text_for_charset(bytes, "US-ASCII");
		assert_true(g_str_is_ascii(ascii));
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_accept__keeps__what_people_write),
		cmocka_unit_test(text_accept__gives_null__when_nothing_is_left),
		cmocka_unit_test(text_accept__composes_and_trims),
		cmocka_unit_test(text_accept__turns_breaks_into_spaces__or_keeps_them),
		cmocka_unit_test(text_accept__says__when_controls_had_to_go),
		cmocka_unit_test(text_accept__ends__on_a_million_marks),
		cmocka_unit_test(text_accept__changes_nothing__the_second_time),
		cmocka_unit_test(text_for_terminal__is_safe__for_every_character),
		cmocka_unit_test(text_for_terminal__is_safe__for_any_bytes),
		cmocka_unit_test(text_for_terminal__shows__what_was_there),
		cmocka_unit_test(text_for_terminal__caps__ten_thousand_marks),
		cmocka_unit_test(text_for_file__keeps__joiners_where_they_spell),
		cmocka_unit_test(text_for_file__keeps_breaks__when_asked),
		cmocka_unit_test(text_width__counts__columns),
		cmocka_unit_test(text_width__agrees__with_wcwidth),
		cmocka_unit_test(text_width__is_the_same__in_the_c_locale),
		cmocka_unit_test(text_clip__cuts__between_letters),
		cmocka_unit_test(text_clip__never_exceeds__its_columns),
		cmocka_unit_test(text_next__and_previous__meet),
		cmocka_unit_test(text_for_charset__transliterates),
		cmocka_unit_test(text_for_charset__leaves_only_ascii__of_any_bytes),
	};
	return test_run("text", tests);
}
