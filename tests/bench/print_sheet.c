/* A sign-in sheet as the program prints it: print_sheet ROWS PATH. Compare with print_floor. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "print/document.h"
#include "print_people.h"

static struct sign_in_sheet
bench_sheet(void)
{
	static const struct document_half_day half_days[] = {{"2026-10-15", "am", "09:30", "12:30"},
							     {"2026-10-15", "pm", "14:00",
							      "16:30"}};
	struct sign_in_sheet sheet = {
		.letterhead = {.centre = "Villes et Territoires Occitanie",
			       .address = "3 rue des Arts, 34000 Montpellier"},
		.reference = {.number = "2026-014", .version = 3, .printed_at = "2026-10-14T17:05"},
		.event = {.title = "Médiation, culture, diversité",
			  .kind = "Journée d’échanges",
			  .place = "Maison des associations",
			  .room = "Salle A",
			  .town = "Montpellier (34)"},
		.half_days = half_days,
		.n_half_days = G_N_ELEMENTS(half_days),
	};
	return sheet;
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	i18n_set_language("fr");
	struct sign_in_sheet sheet = bench_sheet();
	guint rows = (guint)g_ascii_strtoull(argv[1], NULL, 10);
	g_autofree struct document_person *people = g_new0(struct document_person, rows + 1);
	g_autofree struct print_person *sources = g_new0(struct print_person, rows + 1);
	for (guint i = 0; i < rows; i++) {
		sources[i] = print_person(i);
		people[i].last_name = sources[i].last_name;
		people[i].first_name = sources[i].first_name;
		people[i].function = sources[i].function;
		people[i].organisation = sources[i].organisation;
		people[i].department = sources[i].department;
	}
	sheet.attendees = people;
	sheet.n_attendees = rows;
	guint pages;
	g_autoptr(GError) error = NULL;
	bool done = print_module()->sign_in(&sheet, argv[2], &pages, NULL, &error);
	if (!done)
		fprintf(stderr, "%s\n", error->message);
	for (guint i = 0; i < rows; i++)
		print_person_clear(&sources[i]);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
