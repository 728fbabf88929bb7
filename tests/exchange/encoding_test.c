#include "exchange/sheet.h"

#include "base/i18n.h"

/* Read the SIZE bytes of TEXT, which must show as EXPECTED in ENCODING with REPLACED bad bytes. */
static void
expect(const char *text, gsize size, const struct table_options *options, const char *expected,
       const char *encoding, guint replaced)
{
	Table *table = sheet_read(text, size, options);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, expected);
	assert_text(table->encoding, encoding);
	assert_int_equal(table->replaced, replaced);
	exchange_module()->free(table);
}
#define bytes(literal) literal, sizeof(literal) - 1

static void
encoding__is__utf8_when_valid(void **state)
{
	(void)state;
	expect(bytes("Prénom;œ\n😀;€\n"), NULL, "Prénom¦œ/😀¦€", "UTF-8", 0);
	expect(bytes("a;b\n"), NULL, "a¦b", "UTF-8", 0);
}

static void
encoding__takes_away__the_bom(void **state)
{
	(void)state;
	expect(bytes("\xEF\xBB\xBF\"é\";b\n"), NULL, "é¦b", "UTF-8 BOM", 0);
	static const struct table_options utf8 = {.encoding = "utf-8"};
	expect(bytes("\xEF\xBB\xBF\"é\";b\n"), &utf8, "é¦b", "UTF-8 BOM", 0);
}

static void
encoding__is__windows_1252_otherwise(void **state)
{
	(void)state;
	expect(bytes("Pr\xE9nom;co\xFBt\n\x80;\x9C\x9F\x8A\xFF\n"), NULL, "Prénom¦coût/€¦œŸŠÿ",
	       "Windows-1252", 0);
}

static void
encoding__counts__the_holes_of_windows_1252(void **state)
{
	(void)state;
	expect(bytes("a;\x81\x8D\x8F\x90\x9D\n"), NULL, "a¦\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD",
	       "Windows-1252", 5);
}

static void
encoding__reads__utf16_both_ways(void **state)
{
	(void)state;
	expect(bytes("\xFF\xFE\xE9\0;\0\x3D\xD8\x00\xDE\n\0\x31\0"), NULL, "é¦😀/1", "UTF-16LE", 0);
	expect(bytes("\xFE\xFF\0\xE9\0;\xD8\x3D\xDE\x00\0\n\0\x31"), NULL, "é¦😀/1", "UTF-16BE", 0);
}

static void
encoding__replaces__halves_of_utf16_pairs(void **state)
{
	(void)state;
	expect(bytes("\xFE\xFF\xD8\x3D\0;\xDE\x00\0a"), NULL, "\uFFFD¦\uFFFDa", "UTF-16BE", 4);
	expect(bytes("\xFE\xFF\0a\xD8\x3D\xD8\x3D\xDE\x00"), NULL, "a\uFFFD😀", "UTF-16BE", 2);
	expect(bytes("\xFE\xFF\0a\xD8\x3D"), NULL, "a\uFFFD", "UTF-16BE", 2);
	expect(bytes("\xFE\xFF\0a\0"), NULL, "a\uFFFD", "UTF-16BE", 1);
}

static void
encoding__obeys__who_forces_it(void **state)
{
	(void)state;
	static const struct table_options utf8 = {.encoding = "UTF-8"};
	expect(bytes("\xE9t\xE9;\xC3\xA9\xE2\x82\n"), &utf8, "\uFFFDt\uFFFD¦é\uFFFD\uFFFD", "UTF-8",
	       4);
	static const struct table_options windows = {.encoding = "windows-1252"};
	expect(bytes("\xC3\xA9;b\n"), &windows, "Ã©¦b", "Windows-1252", 0);
	static const struct table_options little = {.encoding = "UTF-16LE"};
	expect(bytes("a\0;\0b\0"), &little, "a¦b", "UTF-16LE", 0);
	expect(bytes("\xFF\xFE"
		     "a\0"),
	       &little, "a", "UTF-16LE", 0);
}

static void
encoding__refuses__an_unknown_name(void **state)
{
	(void)state;
	static const struct table_options options = {.encoding = "EBCDIC"};
	g_autofree char *message = sheet_refused("a;b", 3, &options, ERROR_INVALID);
	assert_non_null(strstr(message, "EBCDIC"));
}

static void
encoding__refuses__nul_bytes(void **state)
{
	(void)state;
	g_free(sheet_refused(bytes("a;b\0c\n"), NULL, ERROR_FORMAT));
	g_free(sheet_refused(bytes("\xEF\xBB\xBF"
				   "a\0"),
			     NULL, ERROR_FORMAT));
	g_free(sheet_refused(bytes("\xE9\0"), NULL, ERROR_FORMAT));
	g_free(sheet_refused(bytes("\xFF\xFE"
				   "a\0\0\0"),
			     NULL, ERROR_FORMAT));
	static const struct table_options utf8 = {.encoding = "UTF-8"};
	g_free(sheet_refused(bytes("a\0\xE9"), &utf8, ERROR_FORMAT));
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encoding__is__utf8_when_valid),
		cmocka_unit_test(encoding__takes_away__the_bom),
		cmocka_unit_test(encoding__is__windows_1252_otherwise),
		cmocka_unit_test(encoding__counts__the_holes_of_windows_1252),
		cmocka_unit_test(encoding__reads__utf16_both_ways),
		cmocka_unit_test(encoding__replaces__halves_of_utf16_pairs),
		cmocka_unit_test(encoding__obeys__who_forces_it),
		cmocka_unit_test(encoding__refuses__an_unknown_name),
		cmocka_unit_test(encoding__refuses__nul_bytes),
	};
	return test_run("exchange/encoding", tests);
}
