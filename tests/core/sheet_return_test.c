#include "core/sheet_return.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "test.h"

/* "1p 3a": what was read of a sheet of 10 lines; the letters are the first of the codes. */
static char *
read_ten(const char *typed)
{
	GError *error = NULL;
	static const struct sheet_numbers ten = {.last = 10};
	g_autoptr(GArray) marks = sheet_return_read(typed, &ten, &error);
	GString *text = g_string_new(NULL);
	if (marks == NULL) {
		assert_int_equal(error->code, ERROR_INVALID);
		g_clear_error(&error);
		g_string_append(text, "refused");
	}
	for (guint i = 0; marks != NULL && i < marks->len; i++) {
		const struct sheet_mark *mark = &g_array_index(marks, struct sheet_mark, i);
		g_string_append_printf(text, "%s%u%c", i > 0 ? " " : "", mark->line, *mark->state);
	}
	return g_string_free(text, FALSE);
}

static void
sheet_return__reads__what_people_type(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *read;
	} cases[] = {
		{"2 p", "2p"},
		{"2p, 3a, 4 e", "2p 3a 4e"},
		{"2 p 3 a\n4 e", "2p 3a 4e"},
		{"2, 3, 5-7 p; 8 a", "2p 3p 5p 6p 7p 8a"},
		{"2 à 4 présents, 5 excusée, 6 Absent", "2p 3p 4p 5e 6a"},
		{"5 – 6 r", "5r 6r"},
		{"1 4 9", "1p 4p 9p"},
		{"tous", "1p 2p 3p 4p 5p 6p 7p 8p 9p 10p"},
		{"tous sauf 3, 7", "1p 2p 3a 4p 5p 6p 7a 8p 9p 10p"},
		{"Tous sauf 3 et 7-8 e", "1p 2p 3e 4p 5p 6p 7e 8e 9p 10p"},
		{"tous absents sauf 2 p", "1a 2p 3a 4a 5a 6a 7a 8a 9a 10a"},
		{"3 e, tous sauf 7", "1p 2p 3e 4p 5p 6p 7a 8p 9p 10p"},
		{"all except 1", "1a 2p 3p 4p 5p 6p 7p 8p 9p 10p"},
		{"2 p, 2 p", "2p"},
		/* commas make a list, whose letter comes behind it; what ends one is ; or a line */
		{"1-3, 4 e", "1e 2e 3e 4e"},
		{"1-3; 4 e", "refused"},
		{"1-3\n4 e", "refused"},
		{"1-3 p; 4 e", "1p 2p 3p 4e"},
		{"1; 4; 9", "1p 4p 9p"},
		{"tous sauf 3 e, 7 a", "1p 2p 3e 4p 5p 6p 7a 8p 9p 10p"},
		{"tous sauf 3; 7 e", "1p 2p 3a 4p 5p 6p 7e 8p 9p 10p"},
		{"tous sauf 3; 7", "refused"},
		{"tous p sauf 10", "1p 2p 3p 4p 5p 6p 7p 8p 9p 10a"},
		{"", ""},
		{" , ;\n", ""},
		{"11 p", "refused"},
		{"0 p", "refused"},
		{"99999999999999999999 p", "refused"},
		{"7-5 p", "refused"},
		{"2 p, 2 a", "refused"},
		{"p", "refused"},
		{"2 p, 3", "refused"},
		{"sauf 3", "refused"},
		{"2 z", "refused"},
		{"2-x p", "refused"},
		{"douze p", "refused"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *read = read_ten(cases[i].typed);
		if (strcmp(read, cases[i].read) != 0)
			fail_msg("“%s” is read as “%s”, not “%s”", cases[i].typed, read,
				 cases[i].read);
	}
}

/* "1-2 p", then what stands in the way. */
static char *
so_far(const char *typed)
{
	static const struct sheet_numbers ten = {.last = 10};
	char *trouble = NULL;
	g_autoptr(GArray) marks = sheet_return_read_so_far(typed, &ten, &trouble);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < marks->len; i++) {
		const struct sheet_mark *mark = &g_array_index(marks, struct sheet_mark, i);
		g_string_append_printf(text, "%u%c ", mark->line, *mark->state);
	}
	g_string_append(text, trouble != NULL ? trouble : "");
	g_free(trouble);
	return g_string_free(text, FALSE);
}

static void
sheet_return__so_far__says_what_stands_in_the_way(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *read;
	} cases[] = {
		{"", ""},
		{"1, 2", "1p 2p "},
		{"1 p, 2", "1p 2 : dites p, a, e ou r"},
		{"1 e; 3-5, 7, 9-10", "1e 3-5, 7, 9, 10 : dites p, a, e ou r"},
		{"1 p, 2-", "1p « 2- » n’est pas une ligne : elles s’écrivent 12 ou 14-20"},
		{"1 p, 12", "1p la feuille n’a pas de ligne 12 : elle a les lignes 1 à 10"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *read = so_far(cases[i].typed);
		assert_string_equal(read, cases[i].read);
	}
}

/* Blank lines stand between participants and speakers: nobody is on them. */
static void
sheet_return__knows__blank_lines(void **state)
{
	(void)state;
	static const bool blank[] = {false, false, true, true, false};
	static const struct sheet_numbers numbers = {.last = 5, .blank = blank};
	GError *error = NULL;
	g_autoptr(GArray) all = sheet_return_read("tous sauf 5", &numbers, &error);
	assert_int_equal(all->len, 3);
	g_autoptr(GArray) range = sheet_return_read("1-5 p", &numbers, &error);
	assert_int_equal(range->len, 3);
	assert_null(sheet_return_read("3 p", &numbers, &error));
	assert_int_equal(error->code, ERROR_INVALID);
	g_clear_error(&error);
}

/* An empty cell says less than a letter. */
static void
sheet_return__tells__a_letter_from_an_empty_cell(void **state)
{
	(void)state;
	static const struct sheet_numbers numbers = {.last = 4};
	g_autoptr(GArray) marks = sheet_return_read("tous sauf 1, 2; 3 a", &numbers, NULL);
	bool expected[] = {true, true, false, false};
	assert_int_equal(marks->len, 4);
	for (guint i = 0; i < 4; i++)
		assert_int_equal(g_array_index(marks, struct sheet_mark, i).assumed, expected[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheet_return__reads__what_people_type),
		cmocka_unit_test(sheet_return__so_far__says_what_stands_in_the_way),
		cmocka_unit_test(sheet_return__knows__blank_lines),
		cmocka_unit_test(sheet_return__tells__a_letter_from_an_empty_cell),
	};
	i18n_set_language("fr");
	return test_run("sheet_return", tests);
}
