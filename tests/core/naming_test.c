#include "core/naming.h"

#include "test.h"

struct expected {
	const char *line;
	const char *civility;
	const char *first_name;
	const char *last_name;
	const char *email;
	const char *organisation;
	enum name_evidence evidence;
};

static void
assert_parts(const NameParts *parts, const struct expected *expected)
{
	if (g_strcmp0(parts->first_name, expected->first_name) != 0 ||
	    g_strcmp0(parts->last_name, expected->last_name) != 0 ||
	    g_strcmp0(parts->email, expected->email) != 0 ||
	    g_strcmp0(parts->organisation, expected->organisation) != 0 ||
	    g_strcmp0(parts->civility, expected->civility) != 0 ||
	    parts->evidence != expected->evidence)
		fail_msg("\"%s\": %s | %s | %s | %s | %s | %d", expected->line, parts->civility,
			 parts->first_name, parts->last_name, parts->email, parts->organisation,
			 (int)parts->evidence);
}

static void
assert_lines(const struct expected *rows, guint n)
{
	for (guint i = 0; i < n; i++) {
		g_autoptr(NameParts) parts = name_read_line(rows[i].line);
		assert_parts(parts, &rows[i]);
	}
}

#define LINE(text, first, last, mail, body, how)                                                   \
	{                                                                                          \
		text, NULL, first, last, mail, body, how                                           \
	}

static void
name_read_line__reads__what_mail_clients_give(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("Zoé ÉLAN <zoe.elan@x.example>; DDETS du Gard", "Zoé", "ÉLAN",
		     "zoe.elan@x.example", "DDETS du Gard", NAME_CAPS),
		LINE("Zoé ÉLAN <zoe.elan@x.example>", "Zoé", "ÉLAN", "zoe.elan@x.example", NULL,
		     NAME_CAPS),
		LINE("\"Élan, Zoé\" <z@x.example>", "Zoé", "Élan", "z@x.example", NULL, NAME_COMMA),
		LINE("zoe.elan@x.example", NULL, NULL, "zoe.elan@x.example", NULL, NAME_NONE),
		LINE("<zoe.elan@x.example>", NULL, NULL, "zoe.elan@x.example", NULL, NAME_NONE),
		LINE("zoe.elan@x.example Zoé ÉLAN", "Zoé", "ÉLAN", "zoe.elan@x.example", NULL,
		     NAME_CAPS),
		LINE("Zoé ÉLAN (zoe.elan@x.example)", "Zoé", "ÉLAN", "zoe.elan@x.example", NULL,
		     NAME_CAPS),
		LINE("Zoé ÉLAN <mailto:zoe@x.example>;", "Zoé", "ÉLAN", "zoe@x.example", NULL,
		     NAME_CAPS),
		LINE("• Zoé ÉLAN ; CAF de l'Aude", "Zoé", "ÉLAN", NULL, "CAF de l'Aude", NAME_CAPS),
		LINE("12. Zoé ÉLAN", "Zoé", "ÉLAN", NULL, NULL, NAME_CAPS),
		LINE("Zoé ÉLAN <a@x.example>; b@x.example", "Zoé", "ÉLAN", "a@x.example", NULL,
		     NAME_CAPS),
		LINE("Zoé ÉLAN; DDETS du Gard; zoe@x.example", "Zoé", "ÉLAN", "zoe@x.example",
		     "DDETS du Gard", NAME_CAPS),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

/* One person, written in each of these ways. */
static void
name_read_line__reads__what_people_paste(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"zoe@x.example (Zoé ÉLAN)",
		"zoe@x.example (ÉLAN Zoé)",
		"zoe@x.example, Zoé ÉLAN",
		"zoe@x.example - Zoé ÉLAN",
		"zoe@x.example : Zoé ÉLAN",
		"ÉLAN Zoé <zoe@x.example>;",
		"ÉLAN Zoé <zoe@x.example>,",
		"'Zoé ÉLAN' <zoe@x.example>",
		"“Zoé ÉLAN” <zoe@x.example>",
		"« Zoé ÉLAN » <zoe@x.example>",
		"Zoé ÉLAN <'zoe@x.example'>",
		"Zoé ÉLAN [zoe@x.example]",
		"Zoé ÉLAN\tzoe@x.example",
		"•\tZoé ÉLAN <zoe@x.example>",
		"o\tZoé ÉLAN <zoe@x.example>",
		"▪ Zoé ÉLAN <zoe@x.example>",
		"—\tZoé ÉLAN <zoe@x.example>",
		"-Zoé ÉLAN <zoe@x.example>",
		"1) Zoé ÉLAN <zoe@x.example>",
		"1.\tZoé ÉLAN <zoe@x.example>",
		"1.Zoé ÉLAN <zoe@x.example>",
		"1 - Zoé ÉLAN <zoe@x.example>",
		"1°) Zoé ÉLAN <zoe@x.example>",
		"n° 3 Zoé ÉLAN <zoe@x.example>",
		"01 Zoé ÉLAN <zoe@x.example>",
		"12\tÉLAN\tZoé\tzoe@x.example",
		"a) Zoé ÉLAN <zoe@x.example>",
		"[ ] Zoé ÉLAN <zoe@x.example>",
		"☑ Zoé ÉLAN <zoe@x.example>",
		"- [x] Zoé ÉLAN <zoe@x.example>",
		"> Zoé ÉLAN <zoe@x.example>",
		"À : Zoé ÉLAN <zoe@x.example>",
		"Cc: Zoé ÉLAN <zoe@x.example>",
		"Zoé\302\240ÉLAN\302\240<zoe@x.example>\302\240;",
		"1.\302\240Zoé\342\200\257ÉLAN <zoe@x.example>",
		"\302\240•\302\240Zoé ÉLAN <zoe@x.example>",
		"\357\273\277Zoé ÉLAN <zoe@x.example>",
	};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(NameParts) parts = name_read_line(lines[i]);
		if (g_strcmp0(parts->first_name, "Zoé") != 0 ||
		    g_strcmp0(parts->last_name, "ÉLAN") != 0 ||
		    g_strcmp0(parts->email, "zoe@x.example") != 0 || parts->organisation != NULL)
			fail_msg("\"%s\": %s | %s | %s | %s", lines[i], parts->first_name,
				 parts->last_name, parts->email, parts->organisation);
	}
}

static void
name_read_line__keeps__what_is_no_numbering(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("12zoe@x.example", NULL, NULL, "12zoe@x.example", NULL, NAME_NONE),
		LINE("Zoé ÉLAN : DDETS du Gard", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Ot ÉLAN", "Ot", "ÉLAN", NULL, NULL, NAME_CAPS),
		LINE("\357\277\275lise ÉLAN", "\357\277\275lise", "ÉLAN", NULL, NULL, NAME_CAPS),
		LINE("'zoe@x.example' <zoe@x.example>", NULL, NULL, "zoe@x.example", NULL,
		     NAME_NONE),
		LINE("Zoé ÉLAN (zoe@x.example) (DDETS)", "Zoé", "ÉLAN", "zoe@x.example", "(DDETS)",
		     NAME_CAPS),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

static void
name_split_line__cuts__recipients_apart(void **state)
{
	(void)state;
	static const struct {
		const char *line, *people;
	} cases[] = {
		{"ÉLAN Zoé <z@x.example>; DIOP Awa <a@x.example>; PETIT Marc <m@x.example>;",
		 "ÉLAN Zoé <z@x.example>|DIOP Awa <a@x.example>|PETIT Marc <m@x.example>"},
		{"Zoé Élan <z@x.example>, Awa Diop <a@x.example>",
		 "Zoé Élan <z@x.example>|Awa Diop <a@x.example>"},
		{"\"Élan, Zoé\" <z@x.example>, \"Diop; Awa\" <a@x.example>",
		 "\"Élan, Zoé\" <z@x.example>|\"Diop; Awa\" <a@x.example>"},
		{"z@x.example; a@x.example", "z@x.example|a@x.example"},
		{"z@x.example, a@x.example,m@x.example", "z@x.example|a@x.example|m@x.example"},
		{"Zoé Élan <z@x.example>; a@x.example; Marc Petit <m@x.example>",
		 "Zoé Élan <z@x.example>|a@x.example|Marc Petit <m@x.example>"},
		{"Zoé Élan <z@x.example>; DDETS du Gard; Awa Diop <a@x.example>; CAF",
		 "Zoé Élan <z@x.example>; DDETS du Gard|Awa Diop <a@x.example>; CAF"},
		{"À : Zoé Élan <z@x.example>; Awa Diop <a@x.example>",
		 "Zoé Élan <z@x.example>|Awa Diop <a@x.example>"},
		/* one person */
		{"Zoé Élan <z@x.example>; b@x.example", "Zoé Élan <z@x.example>; b@x.example"},
		{"Zoé Élan; DDETS du Gard; z@x.example", "Zoé Élan; DDETS du Gard; z@x.example"},
		{"Zoé Élan <z@x.example>, DDETS, service des ateliers",
		 "Zoé Élan <z@x.example>, DDETS, service des ateliers"},
		{"Zoé Élan", "Zoé Élan"},
		{"\"Zoé <z@x.example>; Awa <a@x.example>",
		 "\"Zoé <z@x.example>; Awa <a@x.example>"},
		/* nobody */
		{"Inscrits :", ""},
		{"", ""},
		{" ;;, ", ""},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(GStrv) people = name_split_line(cases[i].line);
		g_autofree char *joined = g_strjoinv("|", people);
		assert_text(joined, cases[i].people);
	}
}

static void
name_read_line__keeps__an_organisation_with_its_own_semicolon(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("François CAZES <f@x.example>; APF ; délégation de l'Aude", "François",
		     "CAZES", "f@x.example", "APF ; délégation de l'Aude", NAME_CAPS),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

static void
name_read_line__mends__spaces_in_an_address(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("Ève FABRE eve.fabre @ apf.example", "Ève", "FABRE", "eve.fabre@apf.example",
		     NULL, NAME_CAPS),
		LINE("eve.fabre @ apf.example", NULL, NULL, "eve.fabre@apf.example", NULL,
		     NAME_NONE),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

static void
name_read_line__finds__the_organisation_behind_the_name(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("Zoé ÉLAN (DDETS du Gard)", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Zoé ÉLAN - DDETS du Gard", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Zoé ÉLAN – DDETS du Gard", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Zoé ÉLAN, DDETS du Gard", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Zoé Élan, DDETS du Gard", "Zoé", "Élan", NULL, "DDETS du Gard", NAME_GUESSED),
		LINE("Jean-Baptiste Le Goff, association Voisins et Compagnie de l'Albigeois",
		     "Jean-Baptiste", "Le Goff", NULL,
		     "association Voisins et Compagnie de l'Albigeois", NAME_GUESSED),
		LINE("Le Goff, Jean-Baptiste", "Jean-Baptiste", "Le Goff", NULL, NULL, NAME_COMMA),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

static void
name_read_line__finds__a_function_between_two_commas(void **state)
{
	(void)state;
	g_autoptr(NameParts) parts = name_read_line("ÉLAN Zoé, chargée de mission, DDETS du Gard");
	assert_text(parts->last_name, "ÉLAN");
	assert_text(parts->function, "chargée de mission");
	assert_text(parts->organisation, "DDETS du Gard");
}

static void
name_read_line__reads__cells_pasted_from_a_table(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		LINE("ÉLAN\tZoé\tzoe@x.example", "Zoé", "ÉLAN", "zoe@x.example", NULL, NAME_COMMA),
		LINE("de La Fontaine\tLéa\tCAF de l'Aude", "Léa", "de La Fontaine", NULL,
		     "CAF de l'Aude", NAME_COMMA),
		LINE("Zoé ÉLAN\tDDETS du Gard", "Zoé", "ÉLAN", NULL, "DDETS du Gard", NAME_CAPS),
		LINE("Élan\tZoé\tz@x.example\tDDETS du Gard", "Zoé", "Élan", "z@x.example",
		     "DDETS du Gard", NAME_COMMA),
	};
	assert_lines(rows, G_N_ELEMENTS(rows));
}

static void
name_read_line__gives_nothing__for_lines_without_a_letter(void **state)
{
	(void)state;
	static const char *const lines[] = {NULL, "", "   ", "-", "12", ";;;", "@", "<>", "\t\t"};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(NameParts) parts = name_read_line(lines[i]);
		assert_null(parts->first_name);
		assert_null(parts->last_name);
		assert_null(parts->email);
		assert_int_equal(parts->evidence, NAME_NONE);
	}
}

static void
name_read_line__survives__hostile_lines(void **state)
{
	(void)state;
	static const char *const lines[] = {"((((((",   "@@@@",      "<<<@>>>", "a@",        "@b",
					    "\"\"\"\"", ",,,,a,,,,", "(a",      "a)",        " - ",
					    "M.",       "Mme",       "é",       "\xff\xfe a"};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(NameParts) parts = name_read_line(lines[i]);
		assert_non_null(parts);
	}
	g_autofree char *long_line = g_strnfill(100000, 'A');
	g_autoptr(NameParts) parts = name_read_line(long_line);
	assert_null(parts->last_name);
	g_autoptr(NameParts) cell = name_read(long_line, NULL);
	assert_non_null(cell->last_name);
}

/* ---- cells with nothing but a name -------------------------------------------------------- */

#define CELL(text, first, last, how)                                                               \
	{                                                                                          \
		text, NULL, first, last, NULL, NULL, how                                           \
	}

static void
name_read__lets_capitals_decide__in_either_order(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		CELL("Zoé ÉLAN", "Zoé", "ÉLAN", NAME_CAPS),
		CELL("ÉLAN Zoé", "Zoé", "ÉLAN", NAME_CAPS),
		CELL("LE GOFF Jean-Baptiste", "Jean-Baptiste", "LE GOFF", NAME_CAPS),
		CELL("Jean-Baptiste LE GOFF", "Jean-Baptiste", "LE GOFF", NAME_CAPS),
		CELL("J.-B. LE GOFF", "J.-B.", "LE GOFF", NAME_CAPS),
		CELL("Léa de LA FONTAINE", "Léa", "de LA FONTAINE", NAME_CAPS),
		CELL("de LA FONTAINE Léa", "Léa", "de LA FONTAINE", NAME_CAPS),
		CELL("Rémi d'ALEMBERT", "Rémi", "d'ALEMBERT", NAME_CAPS),
		CELL("D’ALEMBERT Rémi", "Rémi", "D’ALEMBERT", NAME_CAPS),
		CELL("François O'BRIEN", "François", "O'BRIEN", NAME_CAPS),
		CELL("Solène SAINT-EXUPÉRY", "Solène", "SAINT-EXUPÉRY", NAME_CAPS),
		CELL("Ian McDONALD", "Ian", "McDONALD", NAME_CAPS),
		CELL("Awa Marie EL KHATTABI", "Awa Marie", "EL KHATTABI", NAME_CAPS),
		CELL("Zoé ÉLAN Marie", "Zoé Marie", "ÉLAN", NAME_CAPS),
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(NameParts) parts = name_read(rows[i].line, NULL);
		assert_parts(parts, &rows[i]);
	}
}

static void
name_read__guesses__first_name_first(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		CELL("Zoé Élan", "Zoé", "Élan", NAME_GUESSED),
		CELL("ZOÉ ÉLAN", "ZOÉ", "ÉLAN", NAME_GUESSED),
		CELL("Zoé", NULL, "Zoé", NAME_GUESSED),
		CELL("Baptiste García y Vega", "Baptiste García", "y Vega", NAME_PARTICLE),
		CELL("Léa de La Fontaine", "Léa", "de La Fontaine", NAME_PARTICLE),
		CELL("des Essarts Zoé", "Zoé", "des Essarts", NAME_PARTICLE),
		CELL("阮 文", "阮", "文", NAME_GUESSED),
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(NameParts) parts = name_read(rows[i].line, NULL);
		assert_parts(parts, &rows[i]);
	}
}

static void
name_read__believes__the_address(void **state)
{
	(void)state;
	static const struct {
		const char *cell, *email, *first, *last;
	} rows[] = {
		{"Élan Zoé", "zoe.elan@x.example", "Zoé", "Élan"},
		{"Zoé Élan", "zoe.elan@x.example", "Zoé", "Élan"},
		{"Élan Zoé", "Z.ELAN@X.EXAMPLE", "Zoé", "Élan"},
		{"Élan Zoé", "zelan@x.example", "Zoé", "Élan"},
		{"Le Goff Jean-Baptiste", "jean-baptiste.legoff@x.example", "Jean-Baptiste",
		 "Le Goff"},
		{"Le Goff Jean-Baptiste", "jeanbaptiste.legoff@x.example", "Jean-Baptiste",
		 "Le Goff"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(NameParts) parts = name_read(rows[i].cell, rows[i].email);
		assert_text(parts->first_name, rows[i].first);
		assert_text(parts->last_name, rows[i].last);
		assert_int_equal(parts->evidence, NAME_EMAIL);
	}
}

static void
name_read__takes_away__the_civility(void **state)
{
	(void)state;
	static const struct expected rows[] = {
		{"Mme Zoé ÉLAN", "Mme", "Zoé", "ÉLAN", NULL, NULL, NAME_CAPS},
		{"M. ÉLAN", "M.", NULL, "ÉLAN", NULL, NULL, NAME_GUESSED},
		{"Monsieur Élan, Zoé", "Monsieur", "Zoé", "Élan", NULL, NULL, NAME_COMMA},
		{"Dr Zoé Élan", "Dr", "Zoé", "Élan", NULL, NULL, NAME_GUESSED},
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(NameParts) parts = name_read(rows[i].line, NULL);
		assert_parts(parts, &rows[i]);
	}
}

static void
name_shown__joins__as_typed(void **state)
{
	(void)state;
	g_autofree char *shown = name_shown("awa", "EL KHATTABI");
	g_autofree char *listed = name_listed("awa", "EL KHATTABI");
	g_autofree char *last = name_shown(NULL, "Élan");
	g_autofree char *first = name_listed("Zoé", NULL);
	g_autofree char *none = name_shown(NULL, NULL);
	assert_text(shown, "awa EL KHATTABI");
	assert_text(listed, "EL KHATTABI awa");
	assert_text(last, "Élan");
	assert_text(first, "Zoé");
	assert_text(none, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(name_read_line__reads__what_mail_clients_give),
		cmocka_unit_test(name_read_line__reads__what_people_paste),
		cmocka_unit_test(name_read_line__keeps__what_is_no_numbering),
		cmocka_unit_test(name_split_line__cuts__recipients_apart),
		cmocka_unit_test(name_read_line__keeps__an_organisation_with_its_own_semicolon),
		cmocka_unit_test(name_read_line__mends__spaces_in_an_address),
		cmocka_unit_test(name_read_line__finds__the_organisation_behind_the_name),
		cmocka_unit_test(name_read_line__finds__a_function_between_two_commas),
		cmocka_unit_test(name_read_line__reads__cells_pasted_from_a_table),
		cmocka_unit_test(name_read_line__gives_nothing__for_lines_without_a_letter),
		cmocka_unit_test(name_read_line__survives__hostile_lines),
		cmocka_unit_test(name_read__lets_capitals_decide__in_either_order),
		cmocka_unit_test(name_read__guesses__first_name_first),
		cmocka_unit_test(name_read__believes__the_address),
		cmocka_unit_test(name_read__takes_away__the_civility),
		cmocka_unit_test(name_shown__joins__as_typed),
	};
	return test_run("naming", tests);
}
