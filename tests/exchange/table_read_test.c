#include "exchange/sheet.h"

#include "base/i18n.h"

static void
table__reads__a_form_export_with_everything_in_it(void **state)
{
	(void)state;
	sheet_is("Nom,Prénom,Structure,Remarques\r\n"
		 "Cazes,François,\"APF ; délégation de l'Aude\",\r\n"
		 "O'Brien,Zoé,\"Centre \"\"Les Amandiers\"\"\",\"arrive tard,\nmerci\"\r\n",
		 "Nom¦Prénom¦Structure¦Remarques"
		 "/Cazes¦François¦APF ; délégation de l'Aude¦"
		 "/O'Brien¦Zoé¦Centre \"Les Amandiers\"¦arrive tard,\nmerci");
}

static void
table__accepts__every_line_end_mixed(void **state)
{
	(void)state;
	sheet_is("a;b\r\n1;2\n3;4\r5;6", "a¦b/1¦2/3¦4/5¦6");
	sheet_is("a;b\r\"1\r2\";3\r", "a¦b/1\r2¦3");
}

static void
table__counts__physical_lines(void **state)
{
	(void)state;
	const char *text = "\n;;\r\na;b\r\n\"1\r\n2\r3\n4\";x\r\r\"\";\n5;6";
	Table *table = sheet_read(text, strlen(text), NULL);
	assert_int_equal(table->head_line, 3);
	assert_int_equal(table->rows->len, 2);
	assert_int_equal(sheet_row(table, 0)->line, 4);
	assert_int_equal(sheet_row(table, 1)->line, 10);
	exchange_module()->free(table);
}

static void
table__leaves_out__rows_of_nothing_but_spaces(void **state)
{
	(void)state;
	sheet_is("a;b\n;\n  ; \n\u00A0;\"\"\n\t;\u202F\n-;\n;.\n", "a¦b/-¦/¦.");
}

static void
table__keeps__short_and_long_rows_as_they_are(void **state)
{
	(void)state;
	sheet_is("a;b;c\n1\n1;2;3;4\n;;3\n1;;\n", "a¦b¦c/1/1¦2¦3¦4/¦¦3/1¦¦");
}

static void
table__trims__the_head_only(void **state)
{
	(void)state;
	sheet_is(" Nom ;\u00A0Prénom\t;\" Mail \"\n x ; y;z \n", "Nom¦Prénom¦Mail/ x ¦ y¦z ");
}

static void
table__takes__quotes_inside_a_cell_for_data(void **state)
{
	(void)state;
	sheet_is("a;b\nécran 24\";Le \"Centre\"\n \"x\";'y'\n",
		 "a¦b/écran 24\"¦Le \"Centre\"/ \"x\"¦'y'");
}

static void
table__keeps__what_follows_a_closing_quote(void **state)
{
	(void)state;
	sheet_is("a;b;c\n\"Les Amandiers\" centre;34;x\n\"p;q\"r;2;\"y\"\"\"z\n",
		 "a¦b¦c/\"Les Amandiers\" centre¦34¦x/\"p;q\"r¦2¦\"y\"\"\"z");
}

static void
table__ignores__spaces_after_a_closing_quote(void **state)
{
	(void)state;
	sheet_is("a;b\n\"1;2\"  ;\"3\" \n", "a¦b/1;2¦3");
}

static void
table__names__the_line_of_an_unclosed_quote(void **state)
{
	(void)state;
	const char *text = "a;b\n\"1\n2\";x\n3;\"Les Amandiers\n5;6\n";
	g_autofree char *message = sheet_refused(text, strlen(text), NULL, ERROR_FORMAT);
	assert_non_null(strstr(message, "Line 4, column 2"));
}

static void
table__refuses__a_quote_closed_in_the_middle_of_a_later_row(void **state)
{
	(void)state;
	const char *text = "a;b\n\"Les Amandiers;34\nDupont;\"Le Centre\";12\n";
	g_autofree char *message = sheet_refused(text, strlen(text), NULL, ERROR_FORMAT);
	assert_non_null(strstr(message, "Line 2, column 1"));
}

static void
table__reads__tabs_with_or_without_quoting(void **state)
{
	(void)state;
	sheet_is("titre\tlieu\n\"Habiter mieux\" : un atelier\tNîmes\n\"un\"\"deux\ntrois\"\tx\n",
		 "titre¦lieu/\"Habiter mieux\" : un atelier¦Nîmes/un\"deux\ntrois¦x");
	sheet_is("titre\tlieu\n\"jamais fermé\tNîmes\nautre\tAlès\n",
		 "titre¦lieu/\"jamais fermé¦Nîmes/autre¦Alès");
}

static void
table__obeys__excels_own_first_line(void **state)
{
	(void)state;
	const char *text = "sep=|\r\na;b|c\r\n1;2|3\r\n";
	Table *table = sheet_read(text, strlen(text), NULL);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "a;b¦c/1;2¦3");
	assert_int_equal(table->head_line, 2);
	assert_int_equal(table->separator, '|');
	exchange_module()->free(table);
	sheet_is("sep=x\n1\n", "sep=x/1");
}

static void
table__leaves_out__comments_before_the_head(void **state)
{
	(void)state;
	const char *text = "# origine : data.gouv.fr ; 2026, v2\n#\njour\tnom\n2026-07-04\t# été\n"
			   "#3\t\n";
	Table *table = sheet_read(text, strlen(text), NULL);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "jour¦nom/2026-07-04¦# été/#3¦");
	assert_int_equal(table->head_line, 3);
	exchange_module()->free(table);
	sheet_is("# commande;Nom\n1;Élan\n", "# commande¦Nom/1¦Élan");
}

static void
table__reads__a_head_alone(void **state)
{
	(void)state;
	Table *table = sheet_read("Nom;Mail", 8, NULL);
	assert_int_equal(table->head->len, 2);
	assert_int_equal(table->rows->len, 0);
	exchange_module()->free(table);
}

static void
table__refuses__a_file_without_any_row(void **state)
{
	(void)state;
	static const char *const files[] = {"\n\r\n;;\n \n", " ",       "\"\"", "# rien\n", "sep=;",
					    "\xEF\xBB\xBF",  "\xFF\xFE"};
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
		g_free(sheet_refused(files[i], strlen(files[i]), NULL, ERROR_INVALID));
	g_free(sheet_refused("", 0, NULL, ERROR_INVALID));
	g_free(sheet_refused(NULL, 0, NULL, ERROR_INVALID));
}

static void
table__pastes__tabs_or_one_cell_a_line(void **state)
{
	(void)state;
	static const struct table_options paste = {.paste = TRUE};
	sheet_is_with("Zoé ÉLAN <zoe@mairie.example>; Ville, service\n\"Awa\" N'DIAYE\n", &paste,
		      "Zoé ÉLAN <zoe@mairie.example>; Ville, service/\"Awa\" N'DIAYE");
	sheet_is_with("Nom\tVille\n\"x\t\"y;\n", &paste, "Nom¦Ville/\"x¦\"y;");
	sheet_is_with("# 1\nsep=;\n", &paste, "# 1/sep=;");
	static const struct table_options forced = {.paste = TRUE, .separator = ';'};
	sheet_is_with("a;\"b\tc\n", &forced, "a¦\"b\tc");
}

static void
table__obeys__a_forced_separator(void **state)
{
	(void)state;
	static const struct table_options comma = {.separator = ','};
	sheet_is_with("a;b,c\n1;2,3\n", &comma, "a;b¦c/1;2¦3");
	sheet_is_with("sep=;\na;b,c\n", &comma, "a;b¦c");
	static const struct table_options colon = {.separator = ':'};
	sheet_is_with("a:b\n", &colon, "a¦b");
	static const struct table_options space = {.separator = ' '};
	sheet_is_with("a b\n\"1 2\" 3\n", &space, "a¦b/1 2¦3");
}

static void
table__refuses__a_separator_that_cannot_be(void **state)
{
	(void)state;
	static const char impossible[] = {'"', '\n', '\r', '\xE9'};
	for (gsize i = 0; i < sizeof impossible; i++) {
		struct table_options options = {.separator = impossible[i]};
		g_free(sheet_refused("a;b", 3, &options, ERROR_INVALID));
	}
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table__reads__a_form_export_with_everything_in_it),
		cmocka_unit_test(table__accepts__every_line_end_mixed),
		cmocka_unit_test(table__counts__physical_lines),
		cmocka_unit_test(table__leaves_out__rows_of_nothing_but_spaces),
		cmocka_unit_test(table__keeps__short_and_long_rows_as_they_are),
		cmocka_unit_test(table__trims__the_head_only),
		cmocka_unit_test(table__takes__quotes_inside_a_cell_for_data),
		cmocka_unit_test(table__keeps__what_follows_a_closing_quote),
		cmocka_unit_test(table__ignores__spaces_after_a_closing_quote),
		cmocka_unit_test(table__names__the_line_of_an_unclosed_quote),
		cmocka_unit_test(table__refuses__a_quote_closed_in_the_middle_of_a_later_row),
		cmocka_unit_test(table__reads__tabs_with_or_without_quoting),
		cmocka_unit_test(table__obeys__excels_own_first_line),
		cmocka_unit_test(table__leaves_out__comments_before_the_head),
		cmocka_unit_test(table__reads__a_head_alone),
		cmocka_unit_test(table__refuses__a_file_without_any_row),
		cmocka_unit_test(table__pastes__tabs_or_one_cell_a_line),
		cmocka_unit_test(table__obeys__a_forced_separator),
		cmocka_unit_test(table__refuses__a_separator_that_cannot_be),
	};
	return test_run("exchange/table_read", tests);
}
