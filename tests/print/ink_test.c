#include "print/ink.h"

#include <locale.h>

#include "fixture.h"

static const struct label_style style = {.size = 10, .least = 7, .lines = 2};

static const char *
shown(const struct label *label)
{
	return label != NULL ? pango_layout_get_text(label->layout) : NULL;
}

static double
width_of(const struct label *label)
{
	PangoRectangle extents;
	pango_layout_get_extents(label->layout, NULL, &extents);
	return (double)extents.width / PANGO_SCALE;
}

static void
ink_person__writes_the_name_in_capitals__with_its_accents(void **state)
{
	Ink *ink = *state;
	assert_text(shown(ink_person(ink, &style, "Élan d’Œuvre", "Zoé", 300)), "ÉLAN D’ŒUVRE Zoé");
	assert_text(shown(ink_person(ink, &style, "de La Fontaine", "Jean", 300)),
		    "DE LA FONTAINE Jean");
	assert_text(shown(ink_person(ink, &style, "Nguyễn", "Thị", 300)), "NGUYỄN Thị");
}

static void
ink_person__keeps_letters_safe__that_have_no_one_capital(void **state)
{
	Ink *ink = *state;
	assert_text(shown(ink_person(ink, &style, "Groß", "Uwe", 300)), "GROß Uwe");
	assert_text(shown(ink_person(ink, &style, "Yıldız", "Işıl", 300)), "YILDIZ Işıl");
	assert_text(shown(ink_person(ink, &style, "ქართული", "ა", 300)), "ქართული ა");
	assert_text(shown(ink_person(ink, &style, "山田", "太郎", 300)), "山田 太郎");
}

/* g_utf8_strup() would write "İ" under a Turkish locale, for everybody. */
static void
ink_person__does_not_ask_the_locale(void **state)
{
	Ink *ink = *state;
	setlocale(LC_ALL, "tr_TR.UTF-8");
	assert_text(shown(ink_person(ink, &style, "Martin", "i", 300)), "MARTIN i");
	setlocale(LC_ALL, "C");
}

static void
ink_person__shows_half_a_name(void **state)
{
	Ink *ink = *state;
	assert_text(shown(ink_person(ink, &style, NULL, "Awa", 300)), "Awa");
	assert_text(shown(ink_person(ink, &style, "Roux", NULL, 300)), "ROUX");
	assert_null(ink_person(ink, &style, " ", NULL, 300));
}

static void
ink_label__is_the_same__for_the_same_text(void **state)
{
	Ink *ink = *state;
	assert_ptr_equal(ink_label(ink, &style, "Ville de Sète", 100),
			 ink_label(ink, &style, "Ville de Sète", 100));
	assert_ptr_not_equal(ink_label(ink, &style, "Ville de Sète", 100),
			     ink_label(ink, &style, "Ville de Sète", 90));
}

static void
ink_label__loses_no_letter__of_a_word_that_is_too_long(void **state)
{
	Ink *ink = *state;
	g_autofree char *word = g_strnfill(300, 'w');
	const struct label *label = ink_label(ink, &style, word, 80);
	assert_text(shown(label), word);
	assert_false(pango_layout_is_ellipsized(label->layout));
	assert_true(width_of(label) <= 80);
	assert_false(label->clipped);
	assert_true(label->height > 100);
}

static void
ink_label__shrinks__before_it_breaks_a_word(void **state)
{
	Ink *ink = *state;
	const struct label *label = ink_label(ink, &style, "Développement", 70);
	assert_int_equal(pango_layout_get_line_count(label->layout), 1);
	assert_true(width_of(label) <= 70);
}

static void
ink_label__begins_no_line__with_a_french_sign(void **state)
{
	Ink *ink = *state;
	for (double width = 40; width < 140; width += 1) {
		const struct label *label =
			ink_label(ink, &style, "Centre « Les Amandiers » :", width);
		const char *text = pango_layout_get_text(label->layout);
		for (int i = 1; i < pango_layout_get_line_count(label->layout); i++) {
			int start = pango_layout_get_line_readonly(label->layout, i)->start_index;
			assert_false(g_str_has_prefix(text + start, "»"));
			assert_false(text[start] == ':');
		}
	}
}

static void
ink_label__cleans_hostile_text(void **state)
{
	Ink *ink = *state;
	assert_text(shown(ink_label(ink, &style,
				    "a\x01\x1b"
				    "b\nc\u202e",
				    300)),
		    "ab c");
	assert_null(ink_label(ink, &style, "\x01 \u200b", 300));
	assert_null(ink_label(ink, &style, NULL, 300));
}

static void
ink_label__holds_out__against_ten_thousand_marks(void **state)
{
	Ink *ink = *state;
	g_autoptr(GString) text = g_string_new("e");
	for (int i = 0; i < 10000; i++)
		g_string_append_unichar(text, 0x300 + (gunichar)i % 16);
	const struct label *label = ink_label(ink, &style, text->str, 100);
	assert_true(label->height < 120 * MM);
	assert_true(strlen(label->text) < 40);
}

static void
ink_label__cuts_visibly__what_no_page_could_hold(void **state)
{
	Ink *ink = *state;
	g_autofree char *text = g_strnfill(100000, 'x');
	const struct label *label = ink_label(ink, &style, text, 100);
	assert_true(g_str_has_suffix(label->text, "…"));
	assert_true(label->height <= 120 * MM + 1);
}

static void
ink_label__measures_stacked_marks(void **state)
{
	Ink *ink = *state;
	const struct label *plain = ink_label(ink, &style, "e", 100);
	const struct label *stacked =
		ink_label(ink, &style, "e\u0302\u0303\u0304\u0306\u0307\u0308", 100);
	assert_true(stacked->height > plain->height);
}

static void
ink_missing__tells_letters_without_a_font__once(void **state)
{
	Ink *ink = *state;
	ink_label(ink, &style, "Élodie", 100);
	assert_null(ink_missing(ink));
	ink_label(ink, &style, "a\U00100000b\U00100000", 100);
	ink_label(ink, &style, "\U00100000 again", 100);
	g_autofree char *missing = ink_missing(ink);
	assert_text(missing, "\U00100000");
}

static int
setup(void **state)
{
	*state = ink_new("fr");
	return 0;
}

static int
teardown(void **state)
{
	ink_free(*state);
	return 0;
}

#define ink_unit(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ink_unit(ink_person__writes_the_name_in_capitals__with_its_accents),
		ink_unit(ink_person__keeps_letters_safe__that_have_no_one_capital),
		ink_unit(ink_person__does_not_ask_the_locale),
		ink_unit(ink_person__shows_half_a_name),
		ink_unit(ink_label__is_the_same__for_the_same_text),
		ink_unit(ink_label__loses_no_letter__of_a_word_that_is_too_long),
		ink_unit(ink_label__shrinks__before_it_breaks_a_word),
		ink_unit(ink_label__begins_no_line__with_a_french_sign),
		ink_unit(ink_label__cleans_hostile_text),
		ink_unit(ink_label__holds_out__against_ten_thousand_marks),
		ink_unit(ink_label__cuts_visibly__what_no_page_could_hold),
		ink_unit(ink_label__measures_stacked_marks),
		ink_unit(ink_missing__tells_letters_without_a_font__once),
	};
	return test_run("ink", tests);
}
