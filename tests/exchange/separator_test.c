#include "exchange/separator.h"
#include "exchange/sheet.h"

static void
expect(const char *text, char separator)
{
	char found = separator_find(text, strlen(text));
	if (found != separator)
		fail_msg("found '%c', expected '%c' in: %.60s", found, separator, text);
}

static void
separator__is__what_splits_all_rows_alike(void **state)
{
	(void)state;
	expect("Nom,Prénom,Mail\nÉlan,Zoé,z@x.example\n", ',');
	expect("Nom;Prénom;Mail\nÉlan;Zoé;z@x.example\n", ';');
	expect("Nom\tPrénom\tMail\nÉlan\tZoé\tz@x.example\n", '\t');
	expect("Nom|Prénom|Mail\nÉlan|Zoé|z@x.example\n", '|');
}

static void
separator__is_not__in_quotes(void **state)
{
	(void)state;
	expect("\"a;b;c;d\",\"e\"\n\"1;2;3;4\",\"5\"\n", ',');
	expect("\"a,b\nc,d\";e\n\"1,2\n3,4\";5\n", ';');
}

static void
separator__is_not__what_cells_happen_to_hold(void **state)
{
	(void)state;
	expect("Nom,Structure,Mail\nA,APF ; Aude,x\nB,CAF ; Gard,y\n", ',');
	expect("Nom, prénom;Structure;Mail\nElan, Zoé;CAF, Aude;x\nPuech, Ève;CAF;y\n", ';');
	expect("Nom,Structure ; organisme,Mail\n", ',');
}

static void
separator__is_not__a_decimal_comma(void **state)
{
	(void)state;
	expect("1,5;2,5;3,5\n4,5;5,5;6,5\n", ';');
	expect("lieu;surface\nNîmes;1,5\nAlès;2,25\n", ';');
	expect("1,2,3\n4,5,6\n", ',');
}

static void
separator__survives__short_and_long_rows(void **state)
{
	(void)state;
	expect("Ville, dépt;Nom;Prénom;Mail\nNîmes;A\nAlès, 30;B;C\nLodève;D;E;F;G\nAgde;H\n", ';');
}

static void
separator__survives__a_title_or_a_comment_above(void **state)
{
	(void)state;
	expect("# origine : INSEE, COG ; 2026\ncode\tnom\tzone\n01\tA\tx\n02\tB\ty\n03\tC\tz\n",
	       '\t');
	expect("Inscriptions, atelier du 15\n\nNom;Prénom;Mail\nA;B;c\nD;E;f\nG;H;i\nJ;K;l\n", ';');
}

static void
separator__splits__one_column_least(void **state)
{
	(void)state;
	expect("Nom\nÉlan, Zoé\nPuech; Ève\nBosc\n", '\t');
	expect("Nom\nÉlan, Zoé\nPuech, Ève\nBosc, Ali\n", ';');
	expect("Nom\nÉlan; Zoé\nPuech; Ève\nBosc; Ali\n", ',');
	expect("Nom\nÉlan\n", ';');
	expect("Remarques\noui, merci, à bientôt\nnon\nsi, bien sûr\n", ';');
}

static void
separator__finds__something_in_anything(void **state)
{
	(void)state;
	expect("", ';');
	expect("\"", ';');
	expect("\"a,b", ';');
	expect("\n\n\r", ';');
	g_autofree char *commas = g_strnfill(200000, ',');
	expect(commas, ',');
	commas[0] = 'x';
	expect(commas, ',');
	expect(";;;\n;\n", ';');
}

static void
separator__is_declared__by_excels_line_only(void **state)
{
	(void)state;
	char separator = 0;
	assert_int_equal(separator_declared("sep=;", 5, &separator), 5);
	assert_int_equal(separator, ';');
	assert_int_equal(separator_declared("SEP=,\r\nx", 8, &separator), 7);
	assert_int_equal(separator, ',');
	assert_int_equal(separator_declared("sep=\t\rx", 7, &separator), 6);
	assert_int_equal(separator_declared("sep=;x\n", 7, &separator), 0);
	assert_int_equal(separator_declared("sep=a\n", 6, &separator), 0);
	assert_int_equal(separator_declared("sep=", 4, &separator), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(separator__is__what_splits_all_rows_alike),
		cmocka_unit_test(separator__is_not__in_quotes),
		cmocka_unit_test(separator__is_not__what_cells_happen_to_hold),
		cmocka_unit_test(separator__is_not__a_decimal_comma),
		cmocka_unit_test(separator__survives__short_and_long_rows),
		cmocka_unit_test(separator__survives__a_title_or_a_comment_above),
		cmocka_unit_test(separator__splits__one_column_least),
		cmocka_unit_test(separator__finds__something_in_anything),
		cmocka_unit_test(separator__is_declared__by_excels_line_only),
	};
	return test_run("exchange/separator", tests);
}
