/* What a reader finds in the finished papers, asked of poppler's tools. */
#include <stdlib.h>

#include "base/i18n.h"
#include "fixture.h"

static char *
read_sheet(const struct sign_in_sheet *sheet, const char *program, const char *option)
{
	g_autofree char *path = fixture_path("text-sheet");
	g_autoptr(GError) error = NULL;
	print_module()->sign_in(sheet, path, NULL, NULL, &error);
	assert_no_error(error);
	char *said = fixture_read(program, option, path);
	g_unlink(path);
	return said;
}

static char *
read_list(const struct attendee_list *list, const char *program, const char *option)
{
	g_autofree char *path = fixture_path("text-list");
	g_autoptr(GError) error = NULL;
	print_module()->attendees(list, path, NULL, NULL, &error);
	assert_no_error(error);
	char *said = fixture_read(program, option, path);
	g_unlink(path);
	return said;
}

#define assert_says(text, word)                                                                    \
	do {                                                                                       \
		if (strstr(text, word) == NULL)                                                    \
			fail_msg("\"%s\" is not in:\n%s", word, text);                             \
	} while (0)

#define assert_silent(text, word)                                                                  \
	do {                                                                                       \
		if (strstr(text, word) != NULL)                                                    \
			fail_msg("\"%s\" is in:\n%s", word, text);                                 \
	} while (0)

static void
sheet__holds_what_the_law_asks(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(3);
	struct sign_in_sheet sheet = fixture_sheet(people, 3);
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	static const char *const words[] = {"Villes et Territoires Occitanie",
					    "3 rue des Arts",
					    "FEUILLE D’ÉMARGEMENT",
					    "Médiation, culture, diversité",
					    "n° 2026-014",
					    "feuille K7Q2",
					    "jeudi 15 octobre 2026",
					    "Matin 9 h 30 – 12 h 30",
					    "Salle A, Maison des associations, Montpellier (34)",
					    "En partenariat avec la DRAC",
					    "NOM3 Prénom3",
					    "Ville de Sète (34)",
					    "Intervenants",
					    "FERRÉ Noémie",
					    "Université Paul-Valéry",
					    "Nombre de présents",
					    "Si des photos sont prises",
					    "financeurs",
					    "Avec le soutien de l’État et de la Région Occitanie",
					    "version 3",
					    "imprimé le 14/10/2026 à 17 h 05",
					    "page 1/1"};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		assert_says(text, words[i]);
	fixture_free_people(people, 3);
}

static void
sheet__repeats_head_and_numbers_pages(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(50);
	struct sign_in_sheet sheet = fixture_sheet(people, 50);
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	assert_int_equal(fixture_count(text, "NOM Prénom"), 4);
	assert_int_equal(fixture_count(text, "Médiation, culture, diversité"), 4);
	assert_int_equal(fixture_count(text, "\f"), 4);
	assert_says(text, "page 1/4");
	assert_says(text, "page 4/4");
	assert_int_equal(fixture_count(text, "Nombre de présents"), 1);
	fixture_free_people(people, 50);
}

static void
sheet__numbers_people_alike__in_every_set_of_days(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(12);
	struct sign_in_sheet sheet = fixture_sheet(people, 12);
	sheet.n_half_days = 8;
	sheet.n_speakers = 0;
	sheet.blank_lines = 1;
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	assert_int_equal(fixture_count(text, "12 NOM12 Prénom12"), 3);
	assert_int_equal(fixture_count(text, "Nombre de présents"), 3);
	assert_says(text, "jeu. 22 oct.");
	assert_says(text, "16 et 22 octobre 2026");
	fixture_free_people(people, 12);
}

static void
sheet__says_when_it_is_for_one_session_or_cancelled(void **state)
{
	(void)state;
	struct sign_in_sheet sheet = fixture_sheet(NULL, 0);
	sheet.event.session = "Atelier « Habiter »";
	sheet.event.cancelled = true;
	sheet.photo_notice = false;
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	assert_says(text, "Séance : Atelier « Habiter »");
	assert_says(text, "FEUILLE D’ÉMARGEMENT – ÉVÉNEMENT ANNULÉ");
	assert_silent(text, "des photos");
}

/* Every letter of every script comes back; only spaces and line ends differ. */
static void
sheet__can_be_searched__in_any_script(void **state)
{
	(void)state;
	const struct document_person people[] =
		{{.last_name = "Sofiane-Officier", .first_name = "Şaban"},
		 {.last_name = "山田", .first_name = "太郎", .organisation = "東京大学"},
		 {.last_name = "Nguyễn", .first_name = "Thị Hường"},
		 {.last_name = "Łukaszewicz", .first_name = "Ðặng"}};
	struct sign_in_sheet sheet = fixture_sheet(people, G_N_ELEMENTS(people));
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	assert_says(text, "SOFIANE-OFFICIER Şaban");
	assert_says(text, "山田 太郎");
	assert_says(text, "東京大学");
	assert_says(text, "NGUYỄN Thị Hường");
	assert_says(text, "ŁUKASZEWICZ Ðặng");
}

static void
sheet__loses_no_letter__of_a_long_word(void **state)
{
	(void)state;
	g_autofree char *word = g_strnfill(300, 'w');
	const struct document_person person = {.last_name = "Q",
					       .function = word,
					       .organisation = word};
	struct sign_in_sheet sheet = fixture_sheet(&person, 1);
	sheet.event.title = sheet.letterhead.address = sheet.event.partners = "";
	g_autofree char *text = read_sheet(&sheet, "pdftotext", "-layout");
	guint letters = fixture_count(text, "w");
	assert_int_equal(letters, 600);
}

static void
sheet__is_tagged__for_those_who_hear_it(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(40);
	struct sign_in_sheet sheet = fixture_sheet(people, 40);
	sheet.blank_lines = 0;
	sheet.n_speakers = 0;
	g_autofree char *info = read_sheet(&sheet, "pdfinfo", "-isodates");
	assert_says(info, "Tagged:          yes");
	assert_says(info, "FEUILLE D’ÉMARGEMENT");
	assert_says(info, "2026-10-14T17:05:00");
	g_autofree char *structure = read_sheet(&sheet, "pdfinfo", "-struct");
	assert_says(structure, "H1");
	assert_int_equal(fixture_count(structure, "Table"), 2); /* people, count */
	assert_int_equal(fixture_count(structure, "TR\n"), 1 + 40 + 1);
	assert_int_equal(fixture_count(structure, "TH\n"), 6);
	fixture_free_people(people, 40);
}

static void
list__keeps_contacts__out_of_what_is_shared(void **state)
{
	(void)state;
	const struct document_person person = {.last_name = "Roux",
					       .first_name = "Awa",
					       .email = "awa@example.org",
					       .phone = "+33467123456"};
	struct attendee_list list = fixture_list(&person, 1);
	g_autofree char *whole = read_list(&list, "pdftotext", "-layout");
	assert_says(whole, "awa@example.org");
	assert_says(whole, "04 67 12 34 56");
	assert_says(whole, "Document interne");
	list.shared = true;
	g_autofree char *shared = read_list(&list, "pdftotext", "-layout");
	assert_says(shared, "ROUX Awa");
	assert_silent(shared, "awa@example.org");
	assert_silent(shared, "04 67");
	assert_says(shared, "Version diffusable");
}

static void
list__has_the_columns__that_someone_fills(void **state)
{
	(void)state;
	struct document_person people[] = {{.last_name = "Roux", .department = "34"},
					   {.last_name = "Vidal", .department = "34"}};
	struct attendee_list list = fixture_list(people, 2);
	g_autofree char *few = read_list(&list, "pdftotext", "-layout");
	assert_silent(few, "Atelier");
	assert_silent(few, "Fonction");
	assert_says(few, "Dépt");
	assert_says(few, "Liste des inscrits");
	assert_says(few, "2 personnes sur la liste");
	assert_says(few, "1 département");
	people[1].workshop = "Habiter";
	people[1].status = "liste d’attente";
	list.present = true;
	list.sorted = "atelier";
	g_autofree char *more = read_list(&list, "pdftotext", "-layout");
	assert_says(more, "Habiter");
	assert_says(more, "Liste des présents");
	assert_says(more, "2 personnes présentes");
	assert_says(more, "liste d’attente : 1");
	assert_says(more, "Tri : atelier");
}

static void
list__turns_to_landscape__when_it_is_wide(void **state)
{
	(void)state;
	struct document_person person = {.last_name = "Roux", .first_name = "Awa"};
	struct attendee_list list = fixture_list(&person, 1);
	g_autofree char *narrow = read_list(&list, "pdfinfo", "-isodates");
	assert_says(narrow, "595.276 x 841.89");
	person = (struct document_person){.last_name = "Roux",
					  .first_name = "Awa",
					  .function = "Chargée de mission politique de la ville",
					  .organisation = "Communauté d’agglomération",
					  .email = "prenom.nom@agglomeration.example",
					  .phone = "+33467123456"};
	g_autofree char *wide = read_list(&list, "pdfinfo", "-isodates");
	assert_says(wide, "841.89 x 595.276");
}

static void
list__says_that_it_is_empty(void **state)
{
	(void)state;
	struct attendee_list list = fixture_list(NULL, 0);
	g_autofree char *text = read_list(&list, "pdftotext", "-layout");
	assert_says(text, "Aucune inscription");
}

/* The last page of a sheet with N people, and how many pages there are. Caller frees. */
static char *
last_page(struct sign_in_sheet *sheet, guint n, guint *pages)
{
	sheet->n_attendees = n;
	g_autofree char *text = read_sheet(sheet, "pdftotext", "-layout");
	*pages = fixture_count(text, "\f");
	g_auto(GStrv) each = g_strsplit(text, "\f", -1);
	return g_strdup(each[*pages - 1]);
}

/* Whoever counts the room does it on a page that has lines to write on. */
static void
sheet__keeps_the_count__with_the_walk_in_lines(void **state)
{
	(void)state;
	struct document_person *people = fixture_people(300);
	struct sign_in_sheet sheet = fixture_sheet(people, 300);
	for (guint speakers = 0; speakers <= 2; speakers += 2) {
		sheet.n_speakers = speakers;
		for (guint n = 281; n <= 300; n++) {
			guint pages = 0;
			g_autofree char *text = last_page(&sheet, n, &pages);
			g_autofree char *first_blank = g_strdup_printf("%u", n + 1);
			g_autofree char *last_blank = g_strdup_printf("%u", n + 4);
			assert_says(text, "Nombre de présents");
			assert_says(text, first_blank);
			assert_says(text, last_blank);
			assert_in_range(pages, 15, 20);
		}
	}
	fixture_free_people(people, 300);
}

int
main(void)
{
	g_autofree char *reader = g_find_program_in_path("pdftotext");
	g_autofree char *info = g_find_program_in_path("pdfinfo");
	if (reader == NULL || info == NULL) {
		puts("1..0 # SKIP pdftotext and pdfinfo are not installed");
		return EXIT_SUCCESS;
	}
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheet__holds_what_the_law_asks),
		cmocka_unit_test(sheet__repeats_head_and_numbers_pages),
		cmocka_unit_test(sheet__numbers_people_alike__in_every_set_of_days),
		cmocka_unit_test(sheet__says_when_it_is_for_one_session_or_cancelled),
		cmocka_unit_test(sheet__can_be_searched__in_any_script),
		cmocka_unit_test(sheet__loses_no_letter__of_a_long_word),
		cmocka_unit_test(sheet__is_tagged__for_those_who_hear_it),
		cmocka_unit_test(sheet__keeps_the_count__with_the_walk_in_lines),
		cmocka_unit_test(list__keeps_contacts__out_of_what_is_shared),
		cmocka_unit_test(list__has_the_columns__that_someone_fills),
		cmocka_unit_test(list__turns_to_landscape__when_it_is_wide),
		cmocka_unit_test(list__says_that_it_is_empty),
	};
	return test_run("printed_text", tests);
}
