/* Writings as PDF, read back with poppler. */
#include "print/fixture.h"

#include "base/error.h"
#include "base/i18n.h"
#include "core/writing.h"

static struct written
written_of(const Writing *writing, const char *number)
{
	return (struct written){.letterhead = fixture_letterhead(),
				.reference = {.number = number},
				.writing = writing};
}

/* What pdftotext reads in N papers. Caller frees. */
static char *
text_of(const struct written *papers, guint n, guint *pages)
{
	GError *error = NULL;
	g_autofree char *path = fixture_path("written");
	print_module()->written(papers, n, path, pages, NULL, &error);
	assert_no_error(error);
	char *text = fixture_read("pdftotext", "-layout", path);
	g_unlink(path);
	return text;
}

static void
written__says__every_block(void **state)
{
	(void)state;
	static const struct writing_column columns[] = {{"Quand", 20, WRITING_START},
							{"Quoi", 50, WRITING_START},
							{"Combien", 20, WRITING_END}};
	g_autoptr(Writing) writing = writing_new("PROGRAMME", "Un titre exact");
	writing_set_notice(writing, "Petite ligne");
	writing_add_fact(writing, "jeudi 15 octobre");
	writing_heading(writing, 1, "Chapitre");
	writing_text(writing, WRITING_LARGE, "Zoé Élan");
	writing_fact(writing, "Lieu", "Sète");
	writing_item(writing, "Un point");
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	writing_row(table);
	writing_cell(writing, table, NULL, "matin", 1);
	writing_cell(writing, table, "Plénière", "Salle A", 2);
	writing_row(table);
	writing_cell(writing, table, NULL, "soir", 1);
	writing_bar(table, 400);
	writing_cell(writing, table, NULL, "12", 1);
	struct written paper = written_of(writing, "2026-014");
	guint pages = 0;
	g_autofree char *text = text_of(&paper, 1, &pages);
	static const char *const said[] =
		{"PROGRAMME", "n° 2026-014", "Un titre exact", "Petite ligne", "jeudi 15 octobre",
		 "Chapitre",  "Zoé Élan",    "Lieu : Sète",    "• Un point",   "Combien",
		 "Plénière",  "Salle A",     "soir",           "12",           "page 1/1"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(text, said[i]) == NULL)
			fail_msg("“%s” is not said in:\n%s", said[i], text);
	assert_int_equal(pages, 1);
}

/* Nobody turns a page for two logos: what ends a paper stands together, when it is short. */
static void
last_section__is_not_parted__when_it_is_short(void **state)
{
	(void)state;
	for (guint lines = 30; lines < 60; lines++) {
		g_autoptr(Writing) writing = writing_new("PROGRAMME", "Un titre");
		for (guint i = 0; i < lines; i++)
			writing_text(writing, WRITING_PLAIN, "Une ligne de plus");
		writing_heading(writing, 1, "Informations pratiques");
		for (guint i = 0; i < 5; i++)
			writing_fact(writing, "Lieu", "Sète");
		writing_text(writing, WRITING_SMALL, "Le dernier mot");
		struct written paper = written_of(writing, "2026-014");
		guint pages = 0;
		g_autofree char *text = text_of(&paper, 1, &pages);
		const char *heading = strstr(text, "Informations pratiques");
		const char *last = strstr(text, "Le dernier mot");
		assert_non_null(heading);
		assert_non_null(last);
		assert_null(memchr(heading, '\f', (size_t)(last - heading)));
	}
}

/* Each letter is a document of its own, whatever the length of the one before. */
static void
writings__in_one_file__are_numbered_for_themselves(void **state)
{
	(void)state;
	g_autoptr(Writing) one = writing_new("LETTRE", NULL);
	g_autoptr(Writing) other = writing_new("LETTRE", NULL);
	for (guint i = 0; i < 80; i++)
		writing_text(one, WRITING_PLAIN, "Une ligne de plus");
	writing_text(other, WRITING_PLAIN, "Seule");
	struct written papers[] = {written_of(one, "2026-014-001"),
				   written_of(other, "2026-014-002")};
	guint pages = 0;
	g_autofree char *text = text_of(papers, 2, &pages);
	assert_int_equal(pages, 3);
	assert_non_null(strstr(text, "page 1/2"));
	assert_non_null(strstr(text, "page 2/2"));
	assert_non_null(strstr(text, "page 1/1"));
	assert_int_equal(fixture_count(text, "2026-014-002"), 2);
}

/* No letter is lost, however long a text is: it is set in pieces that a page can part. */
static void
long_text__goes_on__from_page_to_page(void **state)
{
	(void)state;
	static const struct writing_column columns[] = {{NULL, 20, WRITING_START},
							{NULL, 80, WRITING_START}};
	g_autoptr(GString) long_text = g_string_new(NULL);
	for (guint i = 0; i < 1500; i++)
		g_string_append_printf(long_text, "mot%04u ", i);
	g_autoptr(Writing) writing = writing_new("PROGRAMME", NULL);
	writing_text(writing, WRITING_PLAIN, long_text->str);
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	writing_row(table);
	writing_cell(writing, table, NULL, "9 h", 1);
	writing_cell(writing, table, "Titre", long_text->str, 1);
	struct written paper = written_of(writing, "2026-014");
	guint pages = 0;
	g_autofree char *text = text_of(&paper, 1, &pages);
	assert_true(pages > 2);
	for (guint i = 0; i < 1500; i++) {
		g_autofree char *word = g_strdup_printf("mot%04u", i);
		if (fixture_count(text, word) != 2)
			fail_msg("%s stands %u times", word, fixture_count(text, word));
	}
}

static void
heading__is_not_parted__from_what_it_heads(void **state)
{
	(void)state;
	for (guint lines = 30; lines < 60; lines++) {
		g_autoptr(Writing) writing = writing_new("P", NULL);
		for (guint i = 0; i < lines; i++)
			writing_text(writing, WRITING_PLAIN, "Une ligne");
		writing_heading(writing, 1, "Intertitre");
		writing_text(writing, WRITING_PLAIN, "Suite");
		struct written paper = written_of(writing, "2026-014");
		guint pages = 0;
		g_autofree char *text = text_of(&paper, 1, &pages);
		const char *heading = strstr(text, "Intertitre");
		const char *rest = strstr(text, "Suite");
		assert_true(heading != NULL && rest != NULL);
		assert_null(memchr(heading, '\f', (gsize)(rest - heading)));
	}
}

/* 300 letters under one logo hold it once. */
static void
logo__stands_once__in_a_file_of_many_letters(void **state)
{
	(void)state;
	enum { LETTERS = 300 };
	g_autofree struct written *papers = g_new0(struct written, LETTERS);
	g_autoptr(Writing) writing = writing_new("LETTRE", NULL);
	writing_text(writing, WRITING_PLAIN, "Bonjour");
	for (guint i = 0; i < LETTERS; i++) {
		papers[i] = written_of(writing, "2026-014");
		papers[i].letterhead.logo = (const char *)fixture_logo;
		papers[i].letterhead.logo_size = sizeof fixture_logo;
	}
	GError *error = NULL;
	guint pages = 0;
	g_autofree char *path = fixture_path("logos");
	print_module()->written(papers, LETTERS, path, &pages, NULL, &error);
	assert_no_error(error);
	assert_int_equal(pages, LETTERS);
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(path, &bytes, &size, NULL));
	g_unlink(path);
	guint images = 0;
	for (const char *at = bytes; (at = memmem(at, size - (gsize)(at - bytes), "/Image", 6));
	     at++)
		images++;
	assert_in_range(images, 1, 4); /* the picture and its mask */
}

static void
writing__that_cannot_be_written__fails_in_words(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_new("P", NULL);
	struct written paper = written_of(writing, "2026-014");
	GError *error = NULL;
	assert_false(print_module()->written(&paper, 1, "/nowhere/at/all.pdf", NULL, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(print_module()->written(&paper, 1, "/dev/full", NULL, NULL, &error));
	assert_error(error, ERROR_FULL);
	g_clear_error(&error);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written__says__every_block),
		cmocka_unit_test(last_section__is_not_parted__when_it_is_short),
		cmocka_unit_test(writings__in_one_file__are_numbered_for_themselves),
		cmocka_unit_test(long_text__goes_on__from_page_to_page),
		cmocka_unit_test(heading__is_not_parted__from_what_it_heads),
		cmocka_unit_test(logo__stands_once__in_a_file_of_many_letters),
		cmocka_unit_test(writing__that_cannot_be_written__fails_in_words),
	};
	i18n_set_language("fr");
	return test_run("written", tests);
}
