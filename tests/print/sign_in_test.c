#include "base/error.h"
#include "base/i18n.h"
#include "fixture.h"

/* What is at PATH, which is then removed. */
static char *
take_file(const char *path, gsize *size)
{
	char *bytes = NULL;
	g_autoptr(GError) error = NULL;
	g_file_get_contents(path, &bytes, size, &error);
	assert_no_error(error);
	g_unlink(path);
	return bytes;
}

static char *
print(const struct sign_in_sheet *sheet, gsize *size, guint *pages, char **missing)
{
	g_autofree char *path = fixture_path("sign-in");
	g_autoptr(GError) error = NULL;
	print_module()->sign_in(sheet, path, pages, missing, &error);
	assert_no_error(error);
	return take_file(path, size);
}

static guint
pages_of(const struct sign_in_sheet *sheet)
{
	gsize size;
	guint pages = 0;
	g_autofree char *bytes = print(sheet, &size, &pages, NULL);
	assert_true(size > 1000);
	assert_memory_equal(bytes, "%PDF-1.4", 8);
	return pages;
}

/* True when WORD stands in the SIZE bytes. */
static bool
has(const char *bytes, gsize size, const char *word)
{
	return memmem(bytes, size, word, strlen(word)) != NULL;
}

static void
sign_in__makes_one_page__without_attendees(void **state)
{
	(void)state;
	struct sign_in_sheet sheet = fixture_sheet(NULL, 0);
	assert_int_equal(pages_of(&sheet), 1);
	sheet.blank_lines = 60;
	assert_int_equal(pages_of(&sheet), 4);
}

static void
sign_in__puts_15_to_19_people_on_a_page(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(300);
	struct sign_in_sheet sheet = fixture_sheet(people, 15);
	sheet.blank_lines = 0;
	sheet.n_speakers = 0;
	sheet.n_attendees = 300;
	guint pages = pages_of(&sheet);
	assert_in_range(pages, 300 / 19, 300 / 15);
	fixture_free_people(people, 300);
}

static void
sign_in__repeats_everyone__for_each_set_of_days(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(10);
	struct sign_in_sheet sheet = fixture_sheet(people, 10);
	sheet.blank_lines = 0;
	sheet.n_speakers = 0;
	assert_int_equal(pages_of(&sheet), 1);
	sheet.n_half_days = 8;
	assert_int_equal(pages_of(&sheet), 3);
	fixture_free_people(people, 10);
}

static void
sign_in__needs_no_half_days_nor_anything_else(void **state)
{
	(void)state;
	struct sign_in_sheet sheet = {0};
	assert_int_equal(pages_of(&sheet), 1);
}

static void
sign_in__writes_equal_bytes__from_equal_facts(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(40);
	struct sign_in_sheet sheet = fixture_sheet(people, 40);
	sheet.letterhead.logo = (const char *)fixture_logo;
	sheet.letterhead.logo_size = sizeof fixture_logo;
	gsize size, again_size;
	g_autofree char *bytes = print(&sheet, &size, NULL, NULL);
	g_autofree char *again = print(&sheet, &again_size, NULL, NULL);
	assert_int_equal(size, again_size);
	assert_memory_equal(bytes, again, size);
	fixture_free_people(people, 40);
}

static void
sign_in__says_its_language_title_and_date(void **state)
{
	(void)state;
	struct sign_in_sheet sheet = fixture_sheet(NULL, 0);
	gsize size;
	g_autofree char *bytes = print(&sheet, &size, NULL, NULL);
	assert_true(has(bytes, size, "/Lang (fr)"));
	assert_true(has(bytes, size, "/Marked true"));
	assert_true(has(bytes, size, "/DisplayDocTitle true"));
	assert_true(has(bytes, size, "(D:20261014170500"));
}

static void
sign_in__prints_without__a_logo_that_is_none(void **state)
{
	(void)state;
	static const char bomb[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\6\0\0\0";
	const struct {
		const char *bytes;
		gsize size;
	} logos[] = {{"GIF89a", 6},
		     {(const char *)fixture_logo, 40},
		     {bomb, sizeof bomb - 1},
		     {(const char *)fixture_logo, 0}};
	struct sign_in_sheet sheet = fixture_sheet(NULL, 0);
	for (gsize i = 0; i < G_N_ELEMENTS(logos); i++) {
		sheet.letterhead.logo = logos[i].bytes;
		sheet.letterhead.logo_size = logos[i].size;
		assert_int_equal(pages_of(&sheet), 1);
	}
}

static void
sign_in__is_not_harmed__by_hostile_facts(void **state)
{
	(void)state;
	g_autofree char *endless = g_strnfill(100000, 'x');
	const struct document_person person = {.last_name = endless,
					       .first_name = "\xff\xfe\x80",
					       .function = "\x1b[2J\u202eabc"};
	struct sign_in_sheet sheet = fixture_sheet(&person, 1);
	sheet.event.title = sheet.event.kind = sheet.event.place = endless;
	sheet.event.partners = sheet.event.session = endless;
	sheet.letterhead.centre = sheet.letterhead.address = endless;
	sheet.letterhead.funders_mention = sheet.reference.code = endless;
	sheet.reference.printed_at = "2026-99-99T99:99";
	const struct document_half_day half_days[] = {{endless, endless, "25:00", "x"},
						      {NULL, NULL, NULL, NULL},
						      {"", "", "", ""}};
	sheet.half_days = half_days;
	sheet.n_half_days = G_N_ELEMENTS(half_days);
	assert_in_range(pages_of(&sheet), 1, 12);
}

static void
sign_in__reports_letters_without_a_font(void **state)
{
	(void)state;
	const struct document_person people[] = {{.last_name = "a\U00100000"}, {.last_name = "b"}};
	struct sign_in_sheet sheet = fixture_sheet(people, 2);
	gsize size;
	g_autofree char *missing = NULL;
	g_autofree char *bytes = print(&sheet, &size, NULL, &missing);
	assert_text(missing, "\U00100000");
	g_free(g_steal_pointer(&bytes));
	sheet.attendees = people + 1;
	sheet.n_attendees = 1;
	g_clear_pointer(&missing, g_free);
	bytes = print(&sheet, &size, NULL, &missing);
	assert_null(missing);
}

static void
sign_in__fails_in_words__where_it_cannot_write(void **state)
{
	(void)state;
	struct sign_in_sheet sheet = fixture_sheet(NULL, 0);
	g_autoptr(GError) error = NULL;
	assert_false(print_module()->sign_in(&sheet, "/nowhere/x.pdf", NULL, NULL, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, "/nowhere/x.pdf"));
	g_autoptr(GError) full = NULL;
	assert_false(print_module()->sign_in(&sheet, "/dev/full", NULL, NULL, &full));
	assert_error(full, ERROR_FULL);
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sign_in__makes_one_page__without_attendees),
		cmocka_unit_test(sign_in__puts_15_to_19_people_on_a_page),
		cmocka_unit_test(sign_in__repeats_everyone__for_each_set_of_days),
		cmocka_unit_test(sign_in__needs_no_half_days_nor_anything_else),
		cmocka_unit_test(sign_in__writes_equal_bytes__from_equal_facts),
		cmocka_unit_test(sign_in__says_its_language_title_and_date),
		cmocka_unit_test(sign_in__prints_without__a_logo_that_is_none),
		cmocka_unit_test(sign_in__is_not_harmed__by_hostile_facts),
		cmocka_unit_test(sign_in__reports_letters_without_a_font),
		cmocka_unit_test(sign_in__fails_in_words__where_it_cannot_write),
	};
	return test_run("sign_in", tests);
}
