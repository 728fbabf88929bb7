/* Writings: what comes in is clean, and what was frozen comes back as it was. */
#include "test.h"

#include <string.h>

#include "core/writing.h"

/* A writing with every sort of block. */
static Writing *
writing_whole(void)
{
	static const struct writing_column columns[] = {{"Date\tet lieu", 30, WRITING_START},
							{"Nombre", 10, WRITING_END}};
	Writing *writing = writing_new("ATTESTATION", "Un titre");
	writing->letter = true;
	writing_set_notice(writing, "Petite ligne");
	writing_add_fact(writing, "jeudi 15 octobre 2026");
	writing_heading(writing, 2, "Chapitre");
	writing_text(writing, WRITING_LARGE, "Deux\nlignes \\n et une barre");
	writing_keep(writing);
	writing_fact(writing, "Lieu", "Sète");
	writing_item(writing, "Point");
	writing_room(writing, 20);
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	table->least = 8;
	table->schedule = true;
	writing_row(table);
	writing_cell(writing, table, "Titre", "texte\nsuite", 2);
	writing_row(table);
	writing_cell(writing, table, NULL, NULL, 1);
	writing_bar(table, 250);
	return writing;
}

static char *
digest_of(const Writing *writing)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
	writing_digest(writing, sum);
	char *digest = g_strdup(g_checksum_get_string(sum));
	g_checksum_free(sum);
	return digest;
}

static void
frozen__comes_back__as_it_was(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_whole();
	struct written paper = {.letterhead = {.centre = "Centre",
					       .address = "1 rue\n34000 Sète",
					       .funders_mention = "Avec l’État"},
				.writing = writing};
	g_autofree char *frozen = written_freeze(&paper);
	struct written back = {0};
	g_autoptr(Writing) thawed = written_thaw(frozen, &back);
	g_autofree char *before = digest_of(writing), *after = digest_of(thawed);
	assert_text(after, before);
	assert_text(back.letterhead.centre, "Centre");
	assert_text(back.letterhead.address, "1 rue\n34000 Sète");
	assert_text(back.letterhead.funders_mention, "Avec l’État");
	assert_true(thawed->letter);
	g_autofree char *again = written_freeze(&back);
	assert_text(again, frozen);
}

static void
frozen__of_something_else__says_nothing(void **state)
{
	(void)state;
	static const char *const texts[] = {"",
					    "\n\n\n",
					    "row\ncell 3 4 a\tb\n",
					    "table\ncolumn\nrow\ncell 999999999999 -7\n",
					    "heading 77 Titre\ntext 99 x\nroom 1e9\nkept\n\\",
					    "table 1 1\nrow\ncell 1 -1 a\tb\ncell",
					    "kept\nbla bla\ncolumn 0 9 x\nrow\nrow\ncell 0 0"};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct written paper = {0};
		g_autoptr(Writing) writing = written_thaw(texts[i], &paper);
		assert_ptr_equal(paper.writing, writing);
		g_autofree char *digest = digest_of(writing);
		assert_non_null(digest);
	}
}

static void
text__is_cleaned__as_it_comes_in(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_new("A\x1b[31m", "B\xe2\x80\xae");
	writing_text(writing, WRITING_PLAIN, " \x07 ");
	writing_text(writing, WRITING_PLAIN, NULL);
	writing_fact(writing, "Lieu", "");
	writing_text(writing, WRITING_PLAIN, "un\xff deux");
	assert_text(writing->document, "A[31m");
	assert_text(writing->title, "B");
	assert_int_equal(writing->blocks->len, 1);
	const struct writing_block *block = writing->blocks->pdata[0];
	assert_text(block->text, "un\xef\xbf\xbd deux");
}

static void
digest__differs__by_every_word(void **state)
{
	(void)state;
	g_autoptr(Writing) one = writing_new("P", NULL);
	g_autoptr(Writing) other = writing_new("P", NULL);
	writing_fact(one, "Lieu", "Sète");
	writing_fact(other, "Lieu", "Sete");
	g_autofree char *a = digest_of(one), *b = digest_of(other);
	assert_string_not_equal(a, b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frozen__comes_back__as_it_was),
		cmocka_unit_test(frozen__of_something_else__says_nothing),
		cmocka_unit_test(text__is_cleaned__as_it_comes_in),
		cmocka_unit_test(digest__differs__by_every_word),
	};
	return test_run("writing", tests);
}
