#include "test.h"

#include <string.h>

#include "base/random_text.h"
#include "base/text.h"
#include "core/filter.h"

/* The terms of a text in one line. Caller frees. */
static char *
terms_text(const char *typed)
{
	static const char *const signs[] = {"~", "=", "<", "<=", ">", ">=", ".."};
	g_autoptr(Filter) filter = filter_parse(typed);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < filter->n; i++) {
		const struct filter_term *term = &filter->terms[i];
		g_string_append_printf(text, "%s%s", i > 0 ? " | " : "", term->without ? "-" : "");
		if (term->field != NULL)
			g_string_append_printf(text, "%s %s ", term->field, signs[term->compare]);
		g_string_append_printf(text, term->quoted ? "\"%s\"" : "%s", term->value);
		if (term->until != NULL)
			g_string_append_printf(text, " to %s", term->until);
	}
	return g_string_free(text, FALSE);
}

static void
filter__reads__each_form(void **state)
{
	static const struct {
		const char *typed, *terms;
	} cases[] = {
		{"", ""},
		{"   ", ""},
		{NULL, ""},
		{"Évaluation sète", "evaluation | sete"},
		{"dept:34", "dept ~ 34"},
		{"état:ouvert -dept:34", "état ~ ouvert | -dept ~ 34"},
		{"-", ""},
		{"- a", "a"},
		{"-mot", "-mot"},
		{"date:>=15/1", "date >= 15/1"},
		{"date:15/1..28/2", "date .. 15/1 to 28/2"},
		{"date:15/1..", "date .. 15/1 to "},
		{"places:<5", "places < 5"},
		{"places:<=5 places:>5 places:=5", "places <= 5 | places > 5 | places = 5"},
		{"places:≥5", "places >= 5"},
		{"\"deux mots\"", "\"deuxmots\""},
		{"-\"deux mots\"", "-\"deuxmots\""},
		{"lieu:\"maison de la vie\" x", "lieu ~ \"maison de la vie\" | x"},
		{"\"dernier jour\":15/1", "dernier jour ~ 15/1"},
		{"lieu:\"pas fermé", "lieu ~ \"pas fermé\""},
		{"\"pas fermé", "\"pasferme\""},
		{"\"\"", ""},
		{"\"", ""},
		{"mail:\"\"", "mail ~ \"\""},
		{"état:", "état ~ "},
		{"9:30", "9 30"},
		{"https://exemple.fr", "https exemplefr"},
		{":x", "x"},
		{"a:b:c", "a ~ b:c"},
		{"l'isle:x", "l'isle ~ x"},
		{"nom:\"a..b\"", "nom ~ \"a..b\""},
	};
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *terms = terms_text(cases[i].typed);
		assert_text(terms, cases[i].terms);
	}
}

static void
filter__survives__any_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(11);
	for (guint i = 0; i < 20000; i++) {
		g_autofree char *typed = random_bytes(random);
		for (char *byte = typed; *byte != '\0'; byte++)
			if (g_rand_int_range(random, 0, 4) == 0)
				*byte = ":\"-.<>= "[g_rand_int_range(random, 0, 8)];
		g_autoptr(Filter) filter = filter_parse(typed);
		for (guint j = 0; j < filter->n; j++) {
			const struct filter_term *term = &filter->terms[j];
			assert_true(g_utf8_validate(term->value, -1, NULL));
			assert_true((term->field == NULL) == (term->words != NULL));
			if (term->field == NULL)
				filter_words_take(term, "a|b c");
		}
	}
}

/* What a list did before there were fields: every word of the folded text. */
static bool
words_stand_in(const char *typed, const char *key)
{
	g_autofree char *words = text_words_key(typed);
	g_auto(GStrv) split = g_strsplit(words, " ", -1);
	bool all = true;
	for (guint i = 0; split[i] != NULL; i++)
		all &= *split[i] == '\0' || strstr(key, split[i]) != NULL;
	return all;
}

static bool
filter_takes(const char *typed, const char *key)
{
	g_autoptr(Filter) filter = filter_parse(typed);
	bool takes = true;
	for (guint i = 0; i < filter->n; i++)
		takes &= filter_words_take(&filter->terms[i], key);
	return takes;
}

static void
filter__of_words_alone__is_every_word_in_any_place(void **state)
{
	static const char *const pieces[] = {"e",   "é", "Le Goff", "l'Is", "(s)", " ", "\t", "’",
					     "S.A", "ß", "œ",       "-j",   "9h3", ".", ",",  "zz"};
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(12);
	for (guint i = 0; i < 20000; i++) {
		GString *typed = g_string_new("x");
		GString *row = g_string_new(NULL);
		g_string_truncate(typed, g_rand_int_range(random, 0, 8) == 0 ? 1 : 0);
		for (int j = g_rand_int_range(random, 0, 6); j > 0; j--)
			g_string_append(typed, pieces[g_rand_int_range(random, 0, 16)]);
		for (int j = g_rand_int_range(random, 0, 20); j > 0; j--)
			g_string_append(row, pieces[g_rand_int_range(random, 0, 16)]);
		/* A word that begins with "-" is new. */
		g_autofree char *plain = g_strdup(typed->str);
		for (char *dash = strchr(plain, '-'); dash != NULL; dash = strchr(dash + 1, '-'))
			if (dash == plain || g_ascii_isspace(dash[-1]))
				*dash = 'e';
		g_autofree char *key = text_words_key(row->str);
		if (filter_takes(plain, key) != words_stand_in(plain, key))
			fail_msg("“%s” on “%s”", plain, key);
		g_string_free(typed, TRUE);
		g_string_free(row, TRUE);
	}
}

static void
filter__without__takes_the_others(void **state)
{
	(void)state;
	assert_true(filter_takes("-sete emploi", "emploi montpellier"));
	assert_false(filter_takes("-sete emploi", "emploi sete"));
	assert_true(filter_takes("\"le goff\"", "annelegoff"));
	assert_false(filter_takes("\"le goff\"", "goffle"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filter__reads__each_form),
		cmocka_unit_test(filter__survives__any_bytes),
		cmocka_unit_test(filter__of_words_alone__is_every_word_in_any_place),
		cmocka_unit_test(filter__without__takes_the_others),
	};
	return test_run("filter", tests);
}
