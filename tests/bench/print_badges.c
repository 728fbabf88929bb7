/* Badges as the program prints them: print_badges COUNT PATH. Compare with badges_floor. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "print/document.h"
#include "print_people.h"

int
main(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	i18n_set_language("fr");
	guint n = (guint)g_ascii_strtoull(argv[1], NULL, 10);
	g_autofree struct document_badge *badges = g_new0(struct document_badge, n + 1);
	g_autofree struct print_person *people = g_new0(struct print_person, n + 1);
	g_autoptr(GStringChunk) words = g_string_chunk_new(4096);
	for (guint i = 0; i < n; i++) {
		char code[PRINT_CODE], number[16];
		people[i] = print_person(i);
		print_code(i, code);
		g_snprintf(number, sizeof number, "%u", i + 1);
		badges[i].person =
			(struct document_person){.last_name = people[i].last_name,
						 .first_name = people[i].first_name,
						 .function = people[i].function,
						 .organisation = people[i].organisation,
						 .number = g_string_chunk_insert(words, number)};
		badges[i].code = g_string_chunk_insert(words, code);
	}
	struct badge_sheet sheet = {
		.letterhead = {.centre = "Villes et Territoires Occitanie"},
		.reference = {.number = "2026-014", .version = 3, .printed_at = "2026-10-14T17:05"},
		.event = {.title = "Médiation, culture, diversité"},
		.grid = card_grid_at(0),
		.badges = badges,
		.n_badges = n,
	};
	g_autoptr(GError) error = NULL;
	bool done = print_module()->badges(&sheet, argv[2], NULL, NULL, &error);
	if (!done)
		fprintf(stderr, "%s\n", error->message);
	for (guint i = 0; i < n; i++)
		print_person_clear(&people[i]);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
