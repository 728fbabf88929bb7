#include "core/match.h"

#include "base/i18n.h"
#include "base/text.h"
#include "test.h"

/* ---- names -------------------------------------------------------------------------------- */

struct pair {
	const char *last_a, *first_a, *last_b, *first_b;
};

static void
assert_likeness(const struct pair *pairs, guint n, enum name_likeness wanted)
{
	for (guint i = 0; i < n; i++) {
		const struct pair *pair = &pairs[i];
		enum name_likeness there =
			match_names(pair->last_a, pair->first_a, pair->last_b, pair->first_b);
		enum name_likeness back =
			match_names(pair->last_b, pair->first_b, pair->last_a, pair->first_a);
		if (there != wanted || back != wanted)
			fail_msg("%s %s / %s %s: %d, %d", pair->first_a, pair->last_a,
				 pair->first_b, pair->last_b, (int)there, (int)back);
	}
}

static void
match_names__are_equal__when_folded(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"LE GOFF", "Élodie", "Le Goff", "Élodie"},
		{"El Khattabi", "Awa", "EL KHATTABI", "awa"},
		{"Le-Goff", "Jean Baptiste", "Le Goff", "Jean-Baptiste"},
		{"N'Diaye", "Solène", "N’Diaye", "Solene"},
		{"Œuvrard", "Inès", "OEUVRARD", "INES"},
		{"Bosc", "Łukasz", "BOSC", "łukasz"},
		{"Nguyễn", "Ève", "Nguyen", "Eve"},
		{"d'Alembert", "Rémi", "D’ALEMBERT", "Remi"},
		{"Élan", NULL, "Elan", NULL},
		{NULL, "Zoé", NULL, "Zoe"},
	};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_EQUAL);
}

static void
match_names__are_compatible__when_one_is_short_for_the_other(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Le Goff", "J.-B.", "Le Goff", "Jean-Baptiste"},
		{"Le Goff", "JB", "LE GOFF", "Jean-Baptiste"},
		{"Le Goff", "J.", "Le Goff", "Jean-Baptiste"},
		{"Le Goff", "Jean", "Le Goff", "Jean-Baptiste"},
		{"Le Goff", NULL, "Le Goff", "Jean-Baptiste"},
		{"La Fontaine", "Léa", "de La Fontaine", "Léa"},
		{"Alembert", "Rémi", "d'Alembert", "Rémi"},
		{"Martin", "Marie", "Martin-Dupont", "Marie"},
		{"Dupont", "Marie", "Martin-Dupont", "Marie"},
	};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_COMPATIBLE);
}

static void
match_names__are_compatible__when_swapped_or_in_one_field(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Jean", "Martin", "Martin", "Jean"},
		{"Zoé Élan", NULL, "Élan", "Zoé"},
		{"ÉLAN Zoé", NULL, "Élan", "Zoé"},
	};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_COMPATIBLE);
}

static void
match_names__are_compatible__when_an_export_lost_letters(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Nguy?n", "Mathis", "Nguyễn", "Mathis"},
		{"Kaczy?ski", "Agnès", "Kaczyński", "Agnès"},
		{"Bosc", "?ukasz", "Bosc", "Łukasz"},
		{"?uvrard", "Inès", "Œuvrard", "Inès"},
		{"Nguy\xEF\xBF\xBDn", "Mathis", "Nguyễn", "Mathis"},
	};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_COMPATIBLE);
}

static void
match_names__are_other__for_other_people(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Le Goff", "Maëlle", "Le Goff", "Mohamed"},
		{"Le Goff", "Aïcha", "Lefèvre", "Aïcha"},
		{"Élan", "Zoé", "Élandi", "Zoé"},
		{"Bosc", "Inès", "Bosc", "Ousmane"},
		{"Le Goff", "J.-P.", "Le Goff", "Jean-Baptiste"},
		{"Nguy?n", "Mathis", "Nguyễn", "Loïc"},
		{"????", "Mathis", "Bosc", "Mathis"},
		{"La", "Léa", "de La Fontaine", "Rémi"},
		{"Marie", "Jean", "Marie", "Jeanne"},
	};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_OTHER);
}

static void
match_names__are_missing__when_one_is_empty(void **state)
{
	(void)state;
	static const struct pair pairs[] = {{NULL, NULL, "Élan", "Zoé"},
					    {"", "", "Élan", "Zoé"},
					    {"-", " ", "Élan", "Zoé"}};
	assert_likeness(pairs, G_N_ELEMENTS(pairs), NAME_MISSING);
}

/* ---- organisations ------------------------------------------------------------------------ */

static void
match_organisation_key__joins__town_halls_and_spellings(void **state)
{
	(void)state;
	g_autofree char *hall = match_organisation_key("Mairie de Béziers");
	g_autofree char *town = match_organisation_key("VILLE DE BEZIERS");
	g_autofree char *commune = match_organisation_key("Commune d’Alès");
	g_autofree char *apostrophe = match_organisation_key("Ville d'Alès");
	assert_text(hall, town);
	assert_text(commune, apostrophe);
	g_autofree char *straight = match_organisation_key("Préfecture de l'Aude");
	g_autofree char *curly = match_organisation_key("PREFECTURE DE L’AUDE");
	assert_text(straight, curly);
}

static void
match_organisation_key__keeps_apart__what_differs(void **state)
{
	(void)state;
	g_autofree char *pole = match_organisation_key("DREETS Occitanie - pôle cohésion sociale");
	g_autofree char *whole = match_organisation_key("DREETS Occitanie");
	g_autofree char *town = match_organisation_key("Béziers");
	g_autofree char *hall = match_organisation_key("Mairie de Béziers");
	assert_string_not_equal(pole, whole);
	assert_string_not_equal(town, hall);
	assert_null(match_organisation_key(NULL));
	assert_null(match_organisation_key(" - "));
}

/* ---- the table of outcomes ---------------------------------------------------------------- */

/* A person as a row of an export gives it. */
struct row {
	const char *last, *first, *email, *organisation;
};

struct keyed_row {
	struct match_person person;
	char *email_key, *organisation_key;
};

static struct keyed_row
key_row(const struct row *row, gint64 id)
{
	struct keyed_row keyed = {.email_key = text_email_key(row->email),
				  .organisation_key = match_organisation_key(row->organisation)};
	keyed.person = (struct match_person){.id = id,
					     .last_name = row->last,
					     .first_name = row->first,
					     .email_key = keyed.email_key,
					     .organisation_key = keyed.organisation_key};
	return keyed;
}

static void
keyed_row_clear(struct keyed_row *keyed)
{
	g_free(keyed->email_key);
	g_free(keyed->organisation_key);
}

static void
assert_outcome(struct row a, struct row b, enum match_outcome outcome, enum match_reason reason)
{
	struct keyed_row known = key_row(&a, 1), incoming = key_row(&b, 2);
	enum match_reason there, back;
	assert_int_equal(match_compare(&known.person, &incoming.person, &there), outcome);
	assert_int_equal(match_compare(&incoming.person, &known.person, &back), outcome);
	assert_int_equal(there, reason);
	assert_int_equal(back, reason);
	g_autoptr(MatchIndex) index = match_index_new();
	match_index_add(index, &known.person);
	struct match_answer answer = match_index_find(index, &incoming.person);
	assert_int_equal(answer.outcome, outcome);
	assert_int_equal(answer.id, outcome == MATCH_DIFFERENT ? 0 : 1);
	keyed_row_clear(&known);
	keyed_row_clear(&incoming);
}

#define ROW(...) ((struct row){__VA_ARGS__})

static void
match_compare__is_same__for_the_same_address_and_name(void **state)
{
	(void)state;
	assert_outcome(ROW("Bosc", "Łukasz", "ukasz.bosc@a.example", "Association Voisins"),
		       ROW("BOSC", "łukasz", "UKASZ.BOSC@A.EXAMPLE", "Association Voisins"),
		       MATCH_SAME, MATCH_EMAIL_AND_NAME);
	assert_outcome(ROW("Le Goff", "Jean-Baptiste", "jb@a.example", "Ville de Mende"),
		       ROW("Le Goff", "J.-B.", "jb@a.example", NULL), MATCH_SAME,
		       MATCH_EMAIL_AND_NAME);
	assert_outcome(ROW("Kaczyński", "Agnès", "a.k@a.example", "DRAC Occitanie"),
		       ROW("Kaczy?ski", "Agnès", "a.k@a.example", "DDETS du Gard"), MATCH_SAME,
		       MATCH_EMAIL_AND_NAME);
}

static void
match_compare__is_doubtful__for_a_secretary_who_registers_others(void **state)
{
	(void)state;
	assert_outcome(ROW("El Khattabi", "Yannick", "secretariat.elus@m.example",
			   "Ville de Mende"),
		       ROW("LE GOFF", "Aïcha", "secretariat.elus@m.example", "Ville de Mende"),
		       MATCH_DOUBTFUL, MATCH_EMAIL_OTHER_NAME);
	assert_outcome(ROW("LE GOFF", "Maëlle", "secretariat.elus@m.example", "Ville de Mende"),
		       ROW("LE GOFF", "Mohamed", "secretariat.elus@m.example", "Ville de Mende"),
		       MATCH_DOUBTFUL, MATCH_EMAIL_OTHER_NAME);
}

static void
match_compare__is_doubtful__for_an_address_without_a_name(void **state)
{
	(void)state;
	assert_outcome(ROW("Élan", "Zoé", "zoe@a.example", NULL),
		       ROW(NULL, NULL, "zoe@a.example", NULL), MATCH_DOUBTFUL, MATCH_EMAIL_NO_NAME);
}

static void
match_compare__is_same__for_the_same_name_and_organisation(void **state)
{
	(void)state;
	assert_outcome(ROW("El Khattabi", "Awa", "awa@n.example", "Nîmes Métropole"),
		       ROW("EL KHATTABI", "awa", NULL, "Nîmes Métropole"), MATCH_SAME,
		       MATCH_NAME_AND_ORGANISATION);
	assert_outcome(ROW("Vidal", "François", NULL, "Ville de Béziers"),
		       ROW("VIDAL", "françois", NULL, "Mairie de Béziers"), MATCH_SAME,
		       MATCH_NAME_AND_ORGANISATION);
	assert_outcome(ROW("Puech", "Loïc", "loic@office.example", "Alès Agglomération"),
		       ROW("Puech", "Loïc", "loic@home.example", "Alès Agglomération"), MATCH_SAME,
		       MATCH_NAME_AND_ORGANISATION);
}

static void
match_compare__is_different__for_namesakes_with_two_addresses(void **state)
{
	(void)state;
	assert_outcome(ROW("Cazes", "François", "francois.cazes@apf.example", "APF"),
		       ROW("Cazes", "François", "francois.cazes@dreets.example",
			   "DREETS Occitanie"),
		       MATCH_DIFFERENT, MATCH_NOTHING_COMMON);
	assert_outcome(ROW("Puech", "Mohamed", "mohamed.puech@exemple.example", NULL),
		       ROW("Puech", "Mohamed", "mohamed.puech@m3m.example",
			   "Montpellier Métropole"),
		       MATCH_DIFFERENT, MATCH_NOTHING_COMMON);
}

static void
match_compare__is_doubtful__for_a_name_without_address_elsewhere(void **state)
{
	(void)state;
	assert_outcome(ROW("Elne", "Noé", "noe.elne@exemple.example", NULL),
		       ROW("Elne", "Noé", NULL, "Perpignan Méditerranée Métropole"), MATCH_DOUBTFUL,
		       MATCH_NAME_ONLY);
	assert_outcome(ROW("El Khattabi", "Yannick", "y@apf.example", "APF"),
		       ROW("El Khattabi", "Yannick", NULL, "Régie de quartier Emplois & Services"),
		       MATCH_DOUBTFUL, MATCH_NAME_ONLY);
	assert_outcome(ROW("Martínez", "Maëlle", NULL, "DREETS Occitanie"),
		       ROW("Martínez", "Maëlle", "maelle.martinez @ exemple.example", NULL),
		       MATCH_DOUBTFUL, MATCH_NAME_ONLY);
	assert_outcome(ROW("Martin", "Anne", NULL, NULL), ROW("Martin", "Anne", NULL, NULL),
		       MATCH_DOUBTFUL, MATCH_NAME_ONLY);
}

static void
match_compare__is_doubtful__for_a_near_name_in_one_organisation(void **state)
{
	(void)state;
	assert_outcome(ROW("Le Goff", "Jean-Baptiste", "jb@b.example", "Ville de Béziers"),
		       ROW("Le Goff", "J.", NULL, "Ville de Béziers"), MATCH_DOUBTFUL,
		       MATCH_NEAR_NAME_AND_ORGANISATION);
	assert_outcome(ROW("Bernard", "Martin", NULL, "Ville de Béziers"),
		       ROW("Martin", "Bernard", NULL, "Ville de Béziers"), MATCH_DOUBTFUL,
		       MATCH_NEAR_NAME_AND_ORGANISATION);
}

static void
match_compare__is_doubtful__for_swapped_names(void **state)
{
	(void)state;
	assert_outcome(ROW("DUPONT", "Marie", "marie@a.example", "CAF"),
		       ROW("Marie", "Dupont", NULL, NULL), MATCH_DOUBTFUL, MATCH_SWAPPED_NAME);
	assert_outcome(ROW("DUPONT", "Marie", "marie@a.example", "CAF"),
		       ROW("Marie", "Dupont", "md@b.example", NULL), MATCH_DIFFERENT,
		       MATCH_NOTHING_COMMON);
}

static void
match_compare__is_different__for_near_names_alone(void **state)
{
	(void)state;
	assert_outcome(ROW("Le Goff", "Jean-Baptiste", NULL, "Ville de Béziers"),
		       ROW("Le Goff", "J.", NULL, "Ville de Mende"), MATCH_DIFFERENT,
		       MATCH_NOTHING_COMMON);
	assert_outcome(ROW("Le Goff", "Jean", "a@b.example", "Ville de Béziers"),
		       ROW("Le Goff", "J.", "c@b.example", "Ville de Béziers"), MATCH_DIFFERENT,
		       MATCH_NOTHING_COMMON);
}

static void
match_compare__is_different__when_all_is_empty(void **state)
{
	(void)state;
	assert_outcome(ROW(NULL, NULL, NULL, NULL), ROW(NULL, NULL, NULL, NULL), MATCH_DIFFERENT,
		       MATCH_NOTHING_COMMON);
}

/* ---- the index ---------------------------------------------------------------------------- */

static void
index_add(MatchIndex *index, gint64 id, struct row row)
{
	struct keyed_row keyed = key_row(&row, id);
	match_index_add(index, &keyed.person);
	keyed_row_clear(&keyed);
}

static struct match_answer
index_find(const MatchIndex *index, struct row row)
{
	struct keyed_row keyed = key_row(&row, 0);
	struct match_answer answer = match_index_find(index, &keyed.person);
	keyed_row_clear(&keyed);
	return answer;
}

static void
match_index_find__makes_three_people__of_one_secretary(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"El Khattabi", "Yannick", "secretariat.elus@m.example", "Ville de Mende"},
		{"LE GOFF", "Aïcha", "secretariat.elus@m.example", "Ville de Mende"},
		{"LEFEVRE", "Aïcha", "secretariat.elus@m.example", "Ville de Mende"},
	};
	g_autoptr(MatchIndex) index = match_index_new();
	guint doubtful = 0;
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		doubtful += index_find(index, rows[i]).outcome == MATCH_DOUBTFUL ? 1 : 0;
		index_add(index, i + 1, rows[i]);
	}
	assert_int_equal(doubtful, 2);
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct match_answer answer = index_find(index, rows[i]);
		assert_int_equal(answer.outcome, MATCH_SAME);
		assert_int_equal(answer.id, i + 1);
	}
}

static void
match_index_find__prefers__address_and_equal_name(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	index_add(index, 1, ROW("Élan", "Zoé", "zoe@home.example", "Ville de Mende"));
	index_add(index, 2, ROW("Élan", "Zoé", "zoe@office.example", "Ville de Mende"));
	struct match_answer answer =
		index_find(index, ROW("ÉLAN", "zoé", "zoe@home.example", "Ville de Mende"));
	assert_int_equal(answer.outcome, MATCH_SAME);
	assert_int_equal(answer.id, 1);
	assert_int_equal(answer.reason, MATCH_EMAIL_AND_NAME);
}

static void
match_index_find__never_guesses__between_two(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	index_add(index, 1, ROW("Élan", "Zoé", "zoe@home.example", "Ville de Mende"));
	index_add(index, 2, ROW("Élan", "Zoé", "zoe@office.example", "Ville de Mende"));
	struct match_answer answer = index_find(index, ROW("Élan", "Zoé", NULL, "Mairie de Mende"));
	assert_int_equal(answer.outcome, MATCH_DOUBTFUL);
	assert_int_equal(answer.reason, MATCH_SEVERAL);
}

static void
match_index_find__answers__once_for_one_person_with_two_addresses(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	index_add(index, 7, ROW("Élan", "Zoé", "zoe@home.example", "Ville de Mende"));
	index_add(index, 7, ROW("Élan", "Zoé", "zoe@office.example", "Ville de Mende"));
	struct match_answer answer = index_find(index, ROW("Élan", "Zoé", NULL, "Ville de Mende"));
	assert_int_equal(answer.outcome, MATCH_SAME);
	assert_int_equal(answer.id, 7);
}

static void
match_index_find__prefers__same_to_doubtful(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	index_add(index, 1, ROW("Bosc", "Inès", "shared@a.example", "ACM Habitat"));
	index_add(index, 2, ROW("Roux", "Awa", NULL, "ACM Habitat"));
	struct match_answer answer =
		index_find(index, ROW("Roux", "Awa", "shared@a.example", "ACM Habitat"));
	assert_int_equal(answer.outcome, MATCH_SAME);
	assert_int_equal(answer.id, 2);
}

static void
match_index_find__finds_nobody__in_an_empty_index(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	struct match_answer answer = index_find(index, ROW("Élan", "Zoé", "zoe@a.example", NULL));
	assert_int_equal(answer.outcome, MATCH_DIFFERENT);
	assert_int_equal(answer.id, 0);
}

enum { MANY = 100000 };

static void
match_index_find__answers__among_100000_people(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	for (guint i = 0; i < MANY; i++) {
		g_autofree char *last = g_strdup_printf("Nom%u", i % 5000);
		g_autofree char *first = g_strdup_printf("Prénom%u", i / 5000);
		g_autofree char *email = g_strdup_printf("p%u@a.example", i);
		struct match_person person = {i + 1, last, first, email, "orga"};
		match_index_add(index, &person);
	}
	for (guint i = 0; i < MANY; i += 7) {
		g_autofree char *last = g_strdup_printf("NOM%u", i % 5000);
		g_autofree char *first = g_strdup_printf("prénom%u", i / 5000);
		struct match_person person = {0, last, first, NULL, "orga"};
		struct match_answer answer = match_index_find(index, &person);
		assert_int_equal(answer.outcome, MATCH_SAME);
		assert_int_equal(answer.id, i + 1);
	}
}

static void
match_index_find__ends__when_everybody_shares_one_address(void **state)
{
	(void)state;
	g_autoptr(MatchIndex) index = match_index_new();
	for (guint i = 0; i < 20000; i++) {
		g_autofree char *first = g_strdup_printf("P%u", i);
		struct match_person person = {i + 1, "Martin", first, "all@a.example", "orga"};
		struct match_answer answer = match_index_find(index, &person);
		assert_int_equal(answer.outcome, i == 0 ? MATCH_DIFFERENT : MATCH_DOUBTFUL);
		match_index_add(index, &person);
	}
}

static void
match_reason_text__is_a_phrase__for_every_reason(void **state)
{
	(void)state;
	for (int reason = MATCH_NOTHING_COMMON; reason <= MATCH_SEVERAL; reason++)
		assert_true(*match_reason_text((enum match_reason)reason) != '\0');
	assert_text(match_reason_text(MATCH_EMAIL_OTHER_NAME), "même courriel, autre nom");
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(match_names__are_equal__when_folded),
		cmocka_unit_test(match_names__are_compatible__when_one_is_short_for_the_other),
		cmocka_unit_test(match_names__are_compatible__when_swapped_or_in_one_field),
		cmocka_unit_test(match_names__are_compatible__when_an_export_lost_letters),
		cmocka_unit_test(match_names__are_other__for_other_people),
		cmocka_unit_test(match_names__are_missing__when_one_is_empty),
		cmocka_unit_test(match_organisation_key__joins__town_halls_and_spellings),
		cmocka_unit_test(match_organisation_key__keeps_apart__what_differs),
		cmocka_unit_test(match_compare__is_same__for_the_same_address_and_name),
		cmocka_unit_test(match_compare__is_doubtful__for_a_secretary_who_registers_others),
		cmocka_unit_test(match_compare__is_doubtful__for_an_address_without_a_name),
		cmocka_unit_test(match_compare__is_same__for_the_same_name_and_organisation),
		cmocka_unit_test(match_compare__is_different__for_namesakes_with_two_addresses),
		cmocka_unit_test(match_compare__is_doubtful__for_a_name_without_address_elsewhere),
		cmocka_unit_test(match_compare__is_doubtful__for_a_near_name_in_one_organisation),
		cmocka_unit_test(match_compare__is_doubtful__for_swapped_names),
		cmocka_unit_test(match_compare__is_different__for_near_names_alone),
		cmocka_unit_test(match_compare__is_different__when_all_is_empty),
		cmocka_unit_test(match_index_find__makes_three_people__of_one_secretary),
		cmocka_unit_test(match_index_find__prefers__address_and_equal_name),
		cmocka_unit_test(match_index_find__never_guesses__between_two),
		cmocka_unit_test(match_index_find__answers__once_for_one_person_with_two_addresses),
		cmocka_unit_test(match_index_find__prefers__same_to_doubtful),
		cmocka_unit_test(match_index_find__finds_nobody__in_an_empty_index),
		cmocka_unit_test(match_index_find__answers__among_100000_people),
		cmocka_unit_test(match_index_find__ends__when_everybody_shares_one_address),
		cmocka_unit_test(match_reason_text__is_a_phrase__for_every_reason),
	};
	return test_run("match", tests);
}
