#include "test.h"

#include <string.h>

#include "base/i18n.h"
#include "base/random_text.h"
#include "base/text.h"

static void
expect(char *actual, const char *expected)
{
	g_autofree char *owned = actual;
	assert_text(owned, expected);
}

/* ---- file names ---------------------------------------------------------------------------- */

static void
text_file_name__makes__names_that_are_safe(void **state)
{
	(void)state;
	static const char *const names[][2] = {
		{"2026-014 émargement v3", "2026-014 émargement v3"},
		{"../../.ssh/x", "ssh-x"},
		{"-rf", "rf"},
		{"a/b\\c:d", "a-b-c-d"},
		{"L’été : bilan ?", "L-été - bilan"},
		{"ligne\nsuivante\x1b[31m", "ligne suivante-31m"},
		{"李小龙 محمد", "李小龙 محمد"},
		{"e\xcc\x81t\xcc\xa3", "é\xe1\xb9\xad"},
		{"CON", "_CON"},
		{"nul.tar", "_nul.tar"},
		{"com1", "_com1"},
		{"Console", "Console"},
		{"fin...", "fin"},
		{"a\xe2\x80\xae"
		 "fdp",
		 "afdp"},
		{"a  b", "a b"},
		{"", "sans-nom"},
		{"///", "sans-nom"},
		{"...", "sans-nom"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		expect(text_file_name(names[i][0], 100), names[i][1]);
	expect(text_file_name(NULL, 100), "sans-nom");
	i18n_set_language("en");
	expect(text_file_name(NULL, 100), "unnamed");
	i18n_set_language("fr");
}

static void
text_file_name__cuts__between_letters(void **state)
{
	(void)state;
	expect(text_file_name("éléphant", 4), "él");
	expect(text_file_name("éléphant", 6), "élép");
	expect(text_file_name("a b", 2), "a");
	expect(text_file_name("李", 2), "sa");
	expect(text_file_name("console", 3), "_co");
}

static void
text_file_name__is_safe__for_any_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(7);
	for (int i = 0; i < 20000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *name = text_file_name(bytes, 20);
		assert_true(*name != '\0' && *name != '.' && *name != '-' && strlen(name) <= 20);
		assert_true(g_utf8_validate(name, -1, NULL));
		assert_null(strpbrk(name, "/\\:*?\"<>|\n\r\t\033'`$;&"));
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_file_name__makes__names_that_are_safe),
		cmocka_unit_test(text_file_name__cuts__between_letters),
		cmocka_unit_test(text_file_name__is_safe__for_any_bytes),
	};
	return test_run("text_name", tests);
}
