#include "test.h"

#include <string.h>

#include "base/random_text.h"
#include "base/text.h"
#include "base/text_fold.h"

#define NBSP "\xc2\xa0"

static void
expect(char *actual, const char *expected)
{
	g_autofree char *owned = actual;
	assert_text(owned, expected);
}

/* ---- search keys --------------------------------------------------------------------------- */

static void
text_search_key__meets__what_people_mean(void **state)
{
	(void)state;
	static const char *const same[][2] = {
		{"Le Goff", "legoff"},
		{"LE-GOFF", "legoff"},
		{"Élodie", "elodie"},
		{"ÉLODIE", "elodie"},
		{"E\xcc\x81lodie", "elodie"},
		{"Œuvre", "oeuvre"},
		{"Lætitia", "laetitia"},
		{"Łukasz", "lukasz"},
		{"Đặng", "dang"},
		{"Straße", "strasse"},
		{"STRASSE", "strasse"},
		{"STRAẞE", "strasse"},
		{"Søren", "soren"},
		{"Iğdır", "igdir"},
		{"İstanbul", "istanbul"},
		{"N’Diaye", "ndiaye"},
		{"N'Diaye", "ndiaye"},
		{"N´Diaye", "ndiaye"},
		{"NʼDiaye", "ndiaye"},
		{"S.A.R.L.", "sarl"},
		{"élu(e)s", "elues"},
		{"chargé·e", "chargee"},
		{"ﬁn", "fin"},
		{"ＡＢＣ", "abc"},
		{"N°\xc2\xa0"
		 "3",
		 "n3"},
		{"Ngọc Ánh Nguyễn", "ngocanhnguyen"},
		{"Þór", "thor"},
		{"Şükrü", "sukru"},
		{"Kraków–Łódź", "krakowlodz"},
		{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
		{"σίσυφος", "σισυφοσ"},
		{"Ёлкин", "елкин"},
		{"ЙОД", "иод"},
		{"مُحَمَّد", "محمد"},
		{"מֹשֶׁה", "משה"},
		{"", ""},
		{"«!?»", ""},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
		expect(text_search_key(same[i][0]), same[i][1]);
	expect(text_search_key(NULL), "");
}

static void
text_search_key__keeps_apart__letters_that_are_no_accents(void **state)
{
	(void)state;
	static const char *const other[][2] = {{"か", "が"},
					       {"किरण", "करण"},
					       {"ดี", "ดู"},
					       {"李", "王"}};
	for (gsize i = 0; i < G_N_ELEMENTS(other); i++) {
		g_autofree char *one = text_search_key(other[i][0]);
		g_autofree char *two = text_search_key(other[i][1]);
		assert_string_not_equal(one, two);
	}
}

static void
text_words_key__parts__words_by_one_space(void **state)
{
	(void)state;
	expect(text_words_key("  Saint-Michel  (34) "), "saint michel 34");
	expect(text_words_key("L’Isle-d’Abeau / Isère"), "lisle dabeau isere");
	expect(text_words_key("J.-P. Dupont & Fils"), "j p dupont fils");
	expect(text_words_key("¼" NBSP "½"), "1 4 1 2");
	expect(text_words_key(NULL), "");
}

/* What the tables say must be what the long way says. */
static void
text_fold__answers_alike__by_table_and_by_hand(void **state)
{
	(void)state;
	for (gunichar letter = 1; letter < 0x3000; letter++) {
		char bytes[16] = "";
		g_unichar_to_utf8(letter, bytes);
		static const char *const around[][2] = {{"", ""},
							{"a", "b"},
							{"a ", " b"},
							{"É", "é"}};
		for (gsize i = 0; i < G_N_ELEMENTS(around); i++)
			for (int words = 0; words < 2; words++) {
				g_autofree char *text =
					g_strconcat(around[i][0], bytes, bytes, around[i][1], NULL);
				g_autofree char *fast = text_fold(text, words == 1);
				g_autofree char *slow = text_fold_slowly(text, words == 1);
				if (strcmp(fast, slow) != 0)
					fail_msg("U+%04X: “%s”, “%s”", letter, fast, slow);
			}
	}
}

static void
text_fold__answers_alike__for_any_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(6);
	for (int i = 0; i < 20000; i++) {
		g_autofree char *bytes = random_bytes(random);
		g_autofree char *fast = text_fold(bytes, i % 2 == 0);
		g_autofree char *slow = text_fold_slowly(bytes, i % 2 == 0);
		assert_text(fast, slow);
		assert_true(g_utf8_validate(fast, -1, NULL));
	}
}

static void
text_fold__is_blind__to_case_and_composition(void **state)
{
	(void)state;
	for (gunichar letter = 1; letter <= 0x10FFFF; letter++) {
		char bytes[16] = "";
		if (!g_unichar_isalpha(letter))
			continue;
		g_unichar_to_utf8(letter, bytes);
		g_autofree char *key = text_search_key(bytes);
		g_autofree char *folded = g_utf8_casefold(bytes, -1);
		g_autofree char *parted = g_utf8_normalize(bytes, -1, G_NORMALIZE_NFKD);
		g_autofree char *folded_key = text_search_key(folded);
		g_autofree char *parted_key = text_search_key(parted);
		g_autofree char *again = text_search_key(key);
		if (strcmp(key, parted_key) != 0 || strcmp(again, key) != 0)
			fail_msg("U+%04X: “%s”, “%s”, “%s”", letter, key, parted_key, again);
		/* folding in full makes a letter of the iota that is a mark below these */
		if (strcmp(key, folded_key) != 0 && !(letter >= 0x1F80 && letter <= 0x1FFC))
			fail_msg("U+%04X: “%s”, “%s”", letter, key, folded_key);
	}
}

/* ---- order --------------------------------------------------------------------------------- */

static void
text_name_order__moves__de_and_d_behind(void **state)
{
	(void)state;
	expect(text_name_order("de Vinci", "Léonard"), "vinci\001leonard\001de");
	expect(text_name_order("de La Fontaine", "Jean"), "la fontaine\001jean\001de");
	expect(text_name_order("DE LA FONTAINE", "JEAN"), "la fontaine\001jean\001de");
	expect(text_name_order("d'Alembert", "Jean"), "alembert\001jean\001d");
	expect(text_name_order("d’Alembert", NULL), "alembert\001\001d");
	expect(text_name_order("D' Alembert", "J"), "alembert\001j\001d");
	expect(text_name_order("de" NBSP "l'Isle", "A"), "lisle\001a\001de");
}

static void
text_name_order__leaves__the_others_in_front(void **state)
{
	(void)state;
	expect(text_name_order("Dalembert", "Jean"), "dalembert\001jean");
	expect(text_name_order("du Bellay", "Joachim"), "du bellay\001joachim");
	expect(text_name_order("des Forêts", "Louis"), "des forets\001louis");
	expect(text_name_order("El Khattabi", "Nadia"), "el khattabi\001nadia");
	expect(text_name_order("Le Goff", "Yann"), "le goff\001yann");
	expect(text_name_order("Demange", "A"), "demange\001a");
	expect(text_name_order("De", "Li"), "de\001li");
	expect(text_name_order("d'", "Li"), "d\001li");
	expect(text_name_order(NULL, "Zoé"), "zoe");
	expect(text_name_order("", NULL), "");
}

static void
text_name_order__sorts__people_by_bytes(void **state)
{
	(void)state;
	static const char *const people[][2] = {
		{"d'Alembert", "Jean"},
		{"Dalembert", "Ève"},
		{"du Bellay", "Joachim"},
		{"El Khattabi", "Nadia"},
		{"La", "Zoé"},
		{"de La Fontaine", "Jean"},
		{"Lafontaine", "Anne"},
		{"Martin", "Anne"},
		{"de Martin", "Anne"},
		{"Martin", "Anne Claire"},
		{"Martin", "Élodie"},
		{"Œuvrard", "A"},
		{"Oz", "B"},
		{"Zidane", "Z"},
	};
	for (gsize i = 1; i < G_N_ELEMENTS(people); i++) {
		g_autofree char *before = text_name_order(people[i - 1][0], people[i - 1][1]);
		g_autofree char *after = text_name_order(people[i][0], people[i][1]);
		if (strcmp(before, after) >= 0)
			fail_msg("%s before %s", people[i - 1][0], people[i][0]);
	}
}

static void
text_order__sorts__titles(void **state)
{
	(void)state;
	static const char *const towns[] = {"Duilhac",       "Égat",         "Elne",
					    "Saint-Étienne", "Saint Gilles", "Sète"};
	for (gsize i = 1; i < G_N_ELEMENTS(towns); i++) {
		g_autofree char *before = text_order(towns[i - 1]);
		g_autofree char *after = text_order(towns[i]);
		assert_true(strcmp(before, after) < 0);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_search_key__meets__what_people_mean),
		cmocka_unit_test(text_search_key__keeps_apart__letters_that_are_no_accents),
		cmocka_unit_test(text_words_key__parts__words_by_one_space),
		cmocka_unit_test(text_fold__answers_alike__by_table_and_by_hand),
		cmocka_unit_test(text_fold__answers_alike__for_any_bytes),
		cmocka_unit_test(text_fold__is_blind__to_case_and_composition),
		cmocka_unit_test(text_name_order__moves__de_and_d_behind),
		cmocka_unit_test(text_name_order__leaves__the_others_in_front),
		cmocka_unit_test(text_name_order__sorts__people_by_bytes),
		cmocka_unit_test(text_order__sorts__titles),
	};
	return test_run("text_key", tests);
}
