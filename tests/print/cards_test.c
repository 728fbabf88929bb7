/* What is cut and hung: badges on every sheet, name cards, door signs; read back with poppler. */
#include "base/error.h"
#include "base/i18n.h"
#include "core/card_grid.h"
#include "fixture.h"

#define MM (72.0 / 25.4)

/* Names that are long, strange and not of this alphabet. */
static const struct document_badge strange[] = {
	{.person = {.last_name = "Nguyễn",
		    .first_name = "Thị Minh Khai",
		    .function = "Cheffe de projet",
		    .organisation = "Ville de Béziers",
		    .workshop = "Atelier 1 : l’emploi ; Atelier 5 : la santé",
		    .number = "1"},
	 .code = "bcdefghijkl",
	 .no_photo = true},
	{.person = {.last_name = "بن سلمان",
		    .first_name = "محمد",
		    .organisation = "مركز الدراسات الحضرية",
		    .number = "2"},
	 .code = "lkjihgfedcb",
	 .role = "intervenant·e"},
	{.person = {.last_name = "王", .first_name = "小明", .number = "3"}, .code = "nopnopnopno"},
	{.person = {.last_name = "Saint-Exupéry-Castelnau-Montmorency de "
				 "Rochechouart-Mortemart-Vivonne-Tonnay-Charente",
		    .first_name = "Marie-Antoinette-Joséphine-Wilhelmine-Théodora",
		    .function = "Directrice générale adjointe en charge de la cohésion sociale et "
				"de la politique de la ville",
		    .organisation = "Communauté d’agglomération du Grand Carcassonne et de ses "
				    "environs (service de la cohésion)",
		    .workshop = "Atelier 3 : habiter, rénover, rafraîchir, avec ceux qui y vivent "
				"et ceux qui y travaillent",
		    .number = "12"},
	 .code = "bcdefghijkl",
	 .role = "équipe d’accueil et d’organisation de la journée régionale",
	 .no_photo = true},
	{.person = {.last_name = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen",
		    .number = "B-1"},
	 .code = "bcdefghijkl"},
	{.person = {.last_name = "Rev\u202eersé\033[31m", .first_name = "\u202e\u2066"}},
	{.person = {.last_name = NULL}},
};

static struct badge_sheet
sheet_of(const struct document_badge *badges, guint n, const struct card_grid *grid)
{
	return (struct badge_sheet){.letterhead = fixture_letterhead(),
				    .reference = fixture_reference(),
				    .event = fixture_event(),
				    .grid = grid,
				    .badges = badges,
				    .n_badges = n};
}

/* Prints, and says how many pages there are. Caller frees and unlinks PATH. */
static guint
print_badges(const struct badge_sheet *sheet, char **path, char **missing)
{
	g_autoptr(GError) error = NULL;
	guint pages = 0;
	*path = fixture_path("badges");
	print_module()->badges(sheet, *path, &pages, missing, &error);
	assert_no_error(error);
	return pages;
}

static guint
pages_of(const struct badge_sheet *sheet)
{
	g_autofree char *path = NULL;
	guint pages = print_badges(sheet, &path, NULL);
	g_unlink(path);
	return pages;
}

static struct document_badge *
badges_many(guint n, struct document_person **people)
{
	struct document_badge *badges = g_new0(struct document_badge, n + 1);
	*people = fixture_people(n);
	for (guint i = 0; i < n; i++) {
		badges[i].person = (*people)[i];
		badges[i].code = "bcdefghijkl";
	}
	return badges;
}

/* ---- where words are ----------------------------------------------------------------------- */

struct word {
	guint page; /* from 0 */
	double left, top, right, bottom;
	char *text;
};

static void
word_clear(gpointer word)
{
	g_free(((struct word *)word)->text);
}

/* What pdftotext -bbox says; points from the top left corner. */
static GArray *
words_of(const char *path)
{
	g_autofree char *html = fixture_read("pdftotext", "-bbox", path);
	g_auto(GStrv) lines = g_strsplit(html, "\n", -1);
	GArray *words = g_array_new(FALSE, TRUE, sizeof(struct word));
	g_array_set_clear_func(words, word_clear);
	int page = -1;
	for (guint i = 0; lines[i] != NULL; i++) {
		struct word word = {0};
		int start = 0;
		const char *line = g_strchug(lines[i]);
		page += g_str_has_prefix(line, "<page") ? 1 : 0;
		if (sscanf(line, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%n",
			   &word.left, &word.top, &word.right, &word.bottom, &start) != 4)
			continue;
		word.page = (guint)page;
		word.text = g_strndup(line + start, strcspn(line + start, "<"));
		g_array_append_val(words, word);
	}
	return words;
}

/* Boxes of letters are higher than their ink: lines that touch are no fault. */
static bool
words_overlap(const struct word *a, const struct word *b)
{
	double width = MIN(a->right, b->right) - MAX(a->left, b->left);
	double height = MIN(a->bottom, b->bottom) - MAX(a->top, b->top);
	double lower = MIN(a->bottom - a->top, b->bottom - b->top);
	return a->page == b->page && width > 0.5 && height > 0.3 * lower;
}

static void
assert_apart(const GArray *words)
{
	for (guint i = 0; i < words->len; i++)
		for (guint j = i + 1; j < words->len; j++) {
			const struct word *a = &g_array_index(words, struct word, i);
			const struct word *b = &g_array_index(words, struct word, j);
			if (words_overlap(a, b))
				fail_msg("page %u: “%s” and “%s” lie over each other", a->page + 1,
					 a->text, b->text);
		}
}

/* True when WORD is wholly within the card CELL. */
static bool
is_within(const struct word *word, const struct card_grid *grid, guint cell)
{
	guint column = cell % grid->columns, row = cell / grid->columns;
	double left = (grid->left + column * (grid->width + grid->gap_x)) * MM;
	double top = (grid->top + row * (grid->height + grid->gap_y)) * MM;
	return word->left >= left && word->right <= left + grid->width * MM && word->top >= top &&
	       word->bottom <= top + grid->height * MM;
}

static bool
is_on_a_card(const struct word *word, const struct card_grid *grid)
{
	for (guint cell = 0; cell < card_grid_cells(grid); cell++)
		if (is_within(word, grid, cell))
			return true;
	return false;
}

/* ---- badges -------------------------------------------------------------------------------- */

static void
badges__fill_their_sheets__from_the_first_free_one(void **state)
{
	(void)state;
	struct document_person *people = NULL;
	g_autofree struct document_badge *badges = badges_many(300, &people);
	const struct {
		guint n, first, blank, pages;
	} cases[] = {{0, 0, 0, 1}, {1, 0, 0, 1},  {10, 0, 0, 1}, {10, 1, 0, 2},  {1, 9, 0, 1},
		     {1, 9, 1, 2}, {30, 0, 0, 3}, {30, 4, 7, 5}, {300, 0, 0, 30}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct badge_sheet sheet = sheet_of(badges, cases[i].n, card_grid_find("86x54"));
		sheet.first = cases[i].first;
		sheet.blank = cases[i].blank;
		assert_int_equal(pages_of(&sheet), cases[i].pages);
	}
	fixture_free_people(people, 300);
}

static void
badges__begin_at_the_cell__that_is_free(void **state)
{
	(void)state;
	const struct card_grid *grid = card_grid_find("L7160");
	struct badge_sheet sheet = sheet_of(strange, 1, grid);
	g_autofree char *path = NULL;
	sheet.first = 13;
	print_badges(&sheet, &path, NULL);
	g_autoptr(GArray) words = words_of(path);
	guint found = 0;
	for (guint i = 0; i < words->len; i++) {
		const struct word *word = &g_array_index(words, struct word, i);
		found += strcmp(word->text, "NGUYỄN") == 0 && is_within(word, grid, 13);
	}
	assert_int_equal(found, 1);
	g_unlink(path);
}

static void
badges__say__all_that_is_known(void **state)
{
	(void)state;
	struct badge_sheet sheet = sheet_of(strange, 2, card_grid_at(0));
	g_autofree char *path = NULL, *missing = NULL;
	print_badges(&sheet, &path, &missing);
	g_autofree char *text = fixture_read("pdftotext", "-layout", path);
	static const char *const said[] =
		{"Thị Minh Khai",    "NGUYỄN",       "Cheffe de projet",
		 "Ville de Béziers", "Atelier 1",    "n° 1",
		 "bcdefghijkl",      "Pas de photo", "محمد",
		 "INTERVENANT",      "lkjihgfedcb",  "Médiation, culture, diversité",
		 "2026-014",         "version 3",    "page 1/1"};
	assert_null(missing);
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(text, said[i]) == NULL)
			fail_msg("no “%s” in: %s", said[i], text);
	assert_int_equal(fixture_count(text, "Pas de photo"), 1);
	assert_int_equal(fixture_count(text, "INTERVENANT"), 1);
	g_unlink(path);
}

static void
badges__lose_no_letter__of_names_that_are_long(void **state)
{
	(void)state;
	static const char *const words[] = {"CASTELNAU",  "MONTMORENCY", "ROCHECHOUART",
					    "MORTEMART",  "VIVONNE",     "CHARENTE",
					    "Joséphine",  "Wilhelmine",  "Théodora",
					    "cohésion",   "Carcassonne", "environs",
					    "rafraîchir", "travaillent", "REVERSÉ"};
	for (guint i = 0; card_grid_at(i) != NULL; i++) {
		struct badge_sheet sheet =
			sheet_of(strange, G_N_ELEMENTS(strange), card_grid_at(i));
		g_autofree char *path = NULL;
		print_badges(&sheet, &path, NULL);
		g_autofree char *text = fixture_read("pdftotext", "-raw", path);
		for (gsize j = 0; j < G_N_ELEMENTS(words); j++)
			if (strstr(text, words[j]) == NULL)
				fail_msg("%s: no “%s” in: %s", card_grid_at(i)->name, words[j],
					 text);
		assert_null(strstr(text, "…"));
		assert_null(strstr(text, "\033"));
		g_unlink(path);
	}
}

static void
badges__stay_on_their_cards__on_every_sheet(void **state)
{
	(void)state;
	for (guint i = 0; card_grid_at(i) != NULL; i++) {
		const struct card_grid *grid = card_grid_at(i);
		struct badge_sheet sheet = sheet_of(strange, G_N_ELEMENTS(strange), grid);
		g_autofree char *path = NULL;
		sheet.blank = 2;
		print_badges(&sheet, &path, NULL);
		g_autoptr(GArray) words = words_of(path);
		assert_true(words->len > 40);
		assert_apart(words);
		double bottom = grid->top + grid->rows * (grid->height + grid->gap_y) - grid->gap_y;
		for (guint j = 0; j < words->len; j++) {
			const struct word *word = &g_array_index(words, struct word, j);
			bool reference = word->top >= bottom * MM && word->bottom <= 297 * MM;
			if (!reference && !is_on_a_card(word, grid))
				fail_msg("%s: “%s” lies between cards", grid->name, word->text);
		}
		g_unlink(path);
	}
}

/* Names of sentences that were pasted by mistake. */
static void
badges__survive__texts_of_any_length(void **state)
{
	(void)state;
	g_autoptr(GString) endless = g_string_new(NULL);
	for (guint i = 0; i < 3000; i++)
		g_string_append(endless, i % 7 == 6 ? " " : "wÉ");
	struct document_badge badge = {.person = {.last_name = endless->str,
						  .first_name = endless->str,
						  .function = endless->str,
						  .organisation = endless->str,
						  .workshop = endless->str,
						  .number = endless->str},
				       .code = endless->str,
				       .role = endless->str,
				       .no_photo = true};
	for (guint i = 0; card_grid_at(i) != NULL; i++) {
		struct badge_sheet sheet = sheet_of(&badge, 1, card_grid_at(i));
		g_autofree char *path = NULL;
		assert_int_equal(print_badges(&sheet, &path, NULL), 1);
		g_autoptr(GArray) words = words_of(path);
		assert_true(words->len > 20);
		for (guint j = 0; j < words->len; j++) {
			const struct word *word = &g_array_index(words, struct word, j);
			bool reference = strstr("Réf. 2026-014 · version 3 imprimé le 14/10/2026 à "
						"17 h 05 page 1/1 feuille K7Q2",
						word->text) != NULL;
			if (!reference && !is_within(word, card_grid_at(i), 0))
				fail_msg("%s: “%s” leaves its card", card_grid_at(i)->name,
					 word->text);
		}
		g_unlink(path);
	}
}

static void
badges__write_equal_bytes__from_equal_facts(void **state)
{
	(void)state;
	struct badge_sheet sheet = sheet_of(strange, G_N_ELEMENTS(strange), card_grid_at(0));
	char *bytes[2] = {NULL, NULL};
	gsize sizes[2];
	sheet.letterhead.logo = (const char *)fixture_logo;
	sheet.letterhead.logo_size = sizeof fixture_logo;
	for (int i = 0; i < 2; i++) {
		g_autofree char *path = NULL;
		print_badges(&sheet, &path, NULL);
		assert_true(g_file_get_contents(path, &bytes[i], &sizes[i], NULL));
		g_unlink(path);
	}
	assert_int_equal(sizes[0], sizes[1]);
	assert_memory_equal(bytes[0], bytes[1], sizes[0]);
	g_free(bytes[0]);
	g_free(bytes[1]);
}

static void
badges__are_made_all_the_same__without_a_logo_that_is_none(void **state)
{
	(void)state;
	static const char torn[] = "\x89PNG\r\n\x1a\n and then nothing of a picture at all";
	struct badge_sheet sheet = sheet_of(strange, 1, card_grid_at(0));
	sheet.letterhead.logo = torn;
	sheet.letterhead.logo_size = sizeof torn;
	assert_int_equal(pages_of(&sheet), 1);
	assert_false(print_module()->picture(torn, sizeof torn));
	assert_false(print_module()->picture(NULL, 0));
	assert_true(print_module()->picture((const char *)fixture_logo, sizeof fixture_logo));
}

/* ---- name cards ---------------------------------------------------------------------------- */

static void
name_cards__say_the_name__on_both_faces(void **state)
{
	(void)state;
	struct document_person people[G_N_ELEMENTS(strange)];
	for (gsize i = 0; i < G_N_ELEMENTS(strange); i++)
		people[i] = strange[i].person;
	struct name_cards cards = {.letterhead = fixture_letterhead(),
				   .reference = fixture_reference(),
				   .event = fixture_event(),
				   .people = people,
				   .n_people = G_N_ELEMENTS(people)};
	g_autofree char *path = fixture_path("name-cards");
	g_autoptr(GError) error = NULL;
	guint pages = 0;
	print_module()->name_cards(&cards, path, &pages, NULL, &error);
	assert_no_error(error);
	assert_int_equal(pages, G_N_ELEMENTS(people));
	g_autofree char *text = fixture_read("pdftotext", "-raw", path);
	assert_int_equal(fixture_count(text, "NGUYỄN"), 2);
	assert_int_equal(fixture_count(text, "Wilhelmine"), 2);
	assert_int_equal(fixture_count(text, "王"), 2);
	g_autoptr(GArray) words = words_of(path);
	guint above = 0, below = 0;
	assert_apart(words);
	for (guint i = 0; i < words->len; i++) {
		const struct word *word = &g_array_index(words, struct word, i);
		if (strcmp(word->text, "NGUYỄN") != 0)
			continue;
		above += word->bottom <= 105 * MM;
		below += word->top >= 105 * MM;
	}
	assert_int_equal(above, 1);
	assert_int_equal(below, 1);
	g_unlink(path);
}

/* ---- door signs ---------------------------------------------------------------------------- */

static const struct document_session sessions[] = {
	{"09:30", "10:15", "Ouverture", "Awa Ndiaye (Université Paul-Valéry), Max Roux"},
	{"10:15", "12:00", "Table ronde : habiter, rénover, rafraîchir", NULL},
};

static guint
print_signs(const struct door_sign *signs, guint n, char **path)
{
	struct door_signs all = {.letterhead = fixture_letterhead(),
				 .reference = fixture_reference(),
				 .event = fixture_event(),
				 .signs = signs,
				 .n_signs = n};
	g_autoptr(GError) error = NULL;
	guint pages = 0;
	*path = fixture_path("door-signs");
	print_module()->door_signs(&all, *path, &pages, NULL, &error);
	assert_no_error(error);
	return pages;
}

static void
door_signs__say__what_happens_in_the_room(void **state)
{
	(void)state;
	const struct door_sign sign = {.day = "2026-10-15",
				       .part = "am",
				       .room = "Amphithéâtre Jean-Jaurès",
				       .place = "Maison des associations",
				       .town = "Montpellier (34)",
				       .sessions = sessions,
				       .n_sessions = G_N_ELEMENTS(sessions)};
	g_autofree char *path = NULL;
	assert_int_equal(print_signs(&sign, 1, &path), 1);
	g_autofree char *text = fixture_read("pdftotext", "-raw", path);
	static const char *const said[] = {"Médiation, culture, diversité",
					   "jeudi 15 octobre 2026 · Matin",
					   "Amphithéâtre",
					   "Jean-Jaurès",
					   "9 h 30 – 10 h 15",
					   "Ouverture",
					   "Awa Ndiaye (Université Paul-Valéry)",
					   "rafraîchir",
					   "Maison des associations, Montpellier (34)"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(text, said[i]) == NULL)
			fail_msg("no “%s” in: %s", said[i], text);
	g_autoptr(GArray) words = words_of(path);
	assert_apart(words);
	g_unlink(path);
}

static void
door_signs__keep_to_one_page__however_many_sessions(void **state)
{
	(void)state;
	struct document_session many[40];
	for (gsize i = 0; i < G_N_ELEMENTS(many); i++)
		many[i] = sessions[i % 2];
	const struct door_sign sign = {.day = "2026-10-15",
				       .part = "am",
				       .room = "Salle A",
				       .sessions = many,
				       .n_sessions = G_N_ELEMENTS(many)};
	g_autofree char *path = NULL;
	assert_int_equal(print_signs(&sign, 1, &path), 1);
	g_autoptr(GArray) words = words_of(path);
	assert_apart(words);
	for (guint i = 0; i < words->len; i++)
		assert_true(g_array_index(words, struct word, i).bottom <= 297 * MM);
	g_unlink(path);
}

static void
lists__have_a_line_for_each__over_as_many_pages_as_needed(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(100);
	const struct door_sign list = {.day = "2026-10-15",
				       .part = "pm",
				       .room = "Salle 12",
				       .sessions = sessions,
				       .n_sessions = 1,
				       .people = people,
				       .n_people = 100};
	g_autofree char *path = NULL;
	guint pages = print_signs(&list, 1, &path);
	assert_in_range(pages, 4, 6);
	g_autofree char *text = fixture_read("pdftotext", "-layout", path);
	for (guint i = 1; i <= 100; i++) {
		g_autofree char *name = g_strdup_printf("NOM%u Prénom%u", i, i);
		if (strstr(text, name) == NULL)
			fail_msg("no “%s”", name);
	}
	assert_int_equal(fixture_count(text, "100 personnes"), pages);
	g_unlink(path);
	fixture_free_people(people, 100);
}

static void
papers__need_nothing__but_a_sheet(void **state)
{
	(void)state;
	static const struct document_badge nobody;
	struct badge_sheet sheet = {.grid = card_grid_at(0), .badges = &nobody, .n_badges = 1};
	assert_int_equal(pages_of(&sheet), 1);
	const struct door_sign bare = {.day = NULL};
	g_autofree char *path = NULL;
	assert_int_equal(print_signs(&bare, 1, &path), 1);
	g_unlink(path);
}

static void
papers__are_refused__where_they_cannot_be_written(void **state)
{
	(void)state;
	struct badge_sheet sheet = sheet_of(strange, 1, card_grid_at(0));
	g_autoptr(GError) error = NULL;
	assert_false(print_module()->badges(&sheet, "/dev/full", NULL, NULL, &error));
	assert_error(error, ERROR_FULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(badges__fill_their_sheets__from_the_first_free_one),
		cmocka_unit_test(badges__begin_at_the_cell__that_is_free),
		cmocka_unit_test(badges__say__all_that_is_known),
		cmocka_unit_test(badges__lose_no_letter__of_names_that_are_long),
		cmocka_unit_test(badges__stay_on_their_cards__on_every_sheet),
		cmocka_unit_test(badges__survive__texts_of_any_length),
		cmocka_unit_test(badges__write_equal_bytes__from_equal_facts),
		cmocka_unit_test(badges__are_made_all_the_same__without_a_logo_that_is_none),
		cmocka_unit_test(name_cards__say_the_name__on_both_faces),
		cmocka_unit_test(door_signs__say__what_happens_in_the_room),
		cmocka_unit_test(door_signs__keep_to_one_page__however_many_sessions),
		cmocka_unit_test(lists__have_a_line_for_each__over_as_many_pages_as_needed),
		cmocka_unit_test(papers__need_nothing__but_a_sheet),
		cmocka_unit_test(papers__are_refused__where_they_cannot_be_written),
	};
	g_autofree char *reader = g_find_program_in_path("pdftotext");
	if (reader == NULL) {
		puts("1..0 # SKIP pdftotext is not installed (poppler-utils)");
		return 0;
	}
	i18n_set_language("fr");
	return test_run("cards", tests);
}
