#include "exchange/sheet.h"

#include "base/i18n.h"

static bool
collect(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

static bool
refuse(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)bytes;
	(void)size;
	(void)user;
	g_set_error_literal(error, ATELIERS_ERROR, ERROR_FULL, "no space");
	return false;
}

static const struct table_style for_programs = {.separator = ','};
static const struct table_style for_people = {.separator = ';', .bom = true, .neutralise = true};

/* What one row of CELLS is written as. Caller frees. */
static char *
written(const char *const *cells, guint n, const struct table_style *style, bool first)
{
	GString *text = g_string_new(NULL);
	GError *error = NULL;
	assert_true(exchange_module()->write_row(cells, n, style, first, collect, text, &error));
	assert_no_error(error);
	return g_string_free(text, FALSE);
}

static void
expect(const char *cell, const struct table_style *style, const char *expected)
{
	g_autofree char *text = written((const char *const[]){cell, "x"}, 2, style, false);
	g_autofree char *whole = g_strdup_printf("%s%cx\r\n", expected, style->separator);
	assert_text(text, whole);
}

static void
row__is_written__by_rfc_4180(void **state)
{
	(void)state;
	expect("simple", &for_programs, "simple");
	expect(NULL, &for_programs, "");
	expect("", &for_programs, "");
	expect("Élan, Zoé", &for_programs, "\"Élan, Zoé\"");
	expect("Centre \"Les Amandiers\"", &for_programs, "\"Centre \"\"Les Amandiers\"\"\"");
	expect("un\ndeux\rtrois", &for_programs, "\"un\ndeux\rtrois\"");
	expect(" bord ", &for_programs, "\" bord \"");
}

static void
row__quotes__separators_of_others_too(void **state)
{
	(void)state;
	expect("APF ; Aude", &for_programs, "\"APF ; Aude\"");
	expect("1,5", &for_people, "\"1,5\"");
	static const struct table_style colons = {.separator = ':'};
	expect("9:30", &colons, "\"9:30\"");
}

static void
bom__comes__before_the_first_row_only(void **state)
{
	(void)state;
	static const char *const cells[] = {"Nom", "Prénom"};
	g_autofree char *first = written(cells, 2, &for_people, true);
	g_autofree char *second = written(cells, 2, &for_people, false);
	g_autofree char *bare = written(cells, 2, &for_programs, true);
	assert_text(first, "\xEF\xBB\xBFNom;Prénom\r\n");
	assert_text(second, "Nom;Prénom\r\n");
	assert_text(bare, "Nom,Prénom\r\n");
}

static void
row__never_is__a_blank_line_for_one_column(void **state)
{
	(void)state;
	g_autofree char *empty = written((const char *const[]){NULL}, 1, &for_programs, false);
	assert_text(empty, "\"\"\r\n");
	g_autofree char *none = written(NULL, 0, &for_programs, false);
	assert_text(none, "\r\n");
}

static void
formulas__are_neutralised__for_people(void **state)
{
	(void)state;
	expect("=HYPERLINK(\"http://x\")", &for_people, "\"'=HYPERLINK(\"\"http://x\"\")\"");
	expect("+33 6 36 32 36 51", &for_people, "'+33 6 36 32 36 51");
	expect("-1", &for_people, "'-1");
	expect("@x", &for_people, "'@x");
	expect("\tx", &for_people, "\"'\tx\"");
	expect("\rx", &for_people, "\"'\rx\"");
	expect("\n=x", &for_people, "\"'\n=x\"");
	expect("  =x", &for_people, "\"'  =x\"");
	expect("\u00A0=x", &for_people, "'\u00A0=x");
	expect("＝x", &for_people, "'＝x");
	expect("'=x", &for_people, "''=x");
	expect("=x", &for_programs, "=x");
}

static void
harmless_cells__stay__as_they_are(void **state)
{
	(void)state;
	expect("'autre'", &for_people, "'autre'");
	expect("a=b", &for_people, "a=b");
	expect("04 67 12 34 56", &for_people, "04 67 12 34 56");
	expect("'", &for_people, "'");
	expect("   ", &for_people, "\"   \"");
}

static void
unneutralised__gives_back__every_cell(void **state)
{
	(void)state;
	static const char *const cells[] = {
		"=1+1", "'=1+1",    "''=1", "-",      "+33 4", "@",       "\t", "\r\n",
		" =x",  "' =x",     "'",    "''",     "l'été", "d'abord", "",   "\u00A0-",
		"'x",   "\" ;,|\t", "＋1",  "\uFEFF", "-5,2",  " ",
	};
	GString *text = g_string_new(NULL);
	static const char *const head[] = {"clé", "valeur"};
	assert_true(exchange_module()->write_row(head, 2, &for_people, true, collect, text, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
		const char *const row[] = {"x", cells[i]};
		assert_true(exchange_module()->write_row(row, 2, &for_people, false, collect, text,
							 NULL));
	}
	Table *table = sheet_read(text->str, text->len, NULL);
	assert_int_equal(table->rows->len, G_N_ELEMENTS(cells));
	for (guint i = 0; i < table->rows->len; i++)
		assert_text(exchange_module()->unneutralised(sheet_row(table, i)->cells[1]),
			    cells[i]);
	exchange_module()->free(table);
	g_string_free(text, TRUE);
}

static void
first_cell__is_never__read_as_a_bom(void **state)
{
	(void)state;
	g_autofree char *text = written((const char *const[]){"\uFEFFa"}, 1, &for_programs, true);
	Table *table = sheet_read(text, strlen(text), NULL);
	assert_text(table->encoding, "UTF-8");
	exchange_module()->free(table);
	g_autofree char *excel = written((const char *const[]){"sep=;"}, 1, &for_programs, true);
	sheet_is(excel, "sep=;");
}

static void
bad_utf8__is_written__as_a_replacement(void **state)
{
	(void)state;
	expect("a\xE9z", &for_programs, "a\uFFFDz");
}

static void
refusal_of_the_sink__is__passed_on(void **state)
{
	(void)state;
	g_autoptr(GError) error = NULL;
	static const char *const cells[] = {"a"};
	assert_false(
		exchange_module()->write_row(cells, 1, &for_people, true, refuse, NULL, &error));
	assert_error(error, ERROR_FULL);
}

static void
impossible_separator__is__refused(void **state)
{
	(void)state;
	g_autoptr(GError) error = NULL;
	static const char *const cells[] = {"a"};
	static const struct table_style broken = {.separator = '"'};
	assert_false(exchange_module()->write_row(cells, 1, &broken, true, refuse, NULL, &error));
	assert_error(error, ERROR_INVALID);
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(row__is_written__by_rfc_4180),
		cmocka_unit_test(row__quotes__separators_of_others_too),
		cmocka_unit_test(bom__comes__before_the_first_row_only),
		cmocka_unit_test(row__never_is__a_blank_line_for_one_column),
		cmocka_unit_test(formulas__are_neutralised__for_people),
		cmocka_unit_test(harmless_cells__stay__as_they_are),
		cmocka_unit_test(unneutralised__gives_back__every_cell),
		cmocka_unit_test(first_cell__is_never__read_as_a_bom),
		cmocka_unit_test(bad_utf8__is_written__as_a_replacement),
		cmocka_unit_test(refusal_of_the_sink__is__passed_on),
		cmocka_unit_test(impossible_separator__is__refused),
	};
	return test_run("exchange/table_write", tests);
}
