/* The same list for both programs that are compared: workbook_list and workbook_floor. */
#ifndef BENCH_WORKBOOK_CELLS_H
#define BENCH_WORKBOOK_CELLS_H

#include "print_people.h"

#define WORKBOOK_COLUMNS 12

static const char *const workbook_headings[WORKBOOK_COLUMNS] = {"N°",
								"Nom",
								"Prénom",
								"Fonction",
								"Organisme",
								"Département",
								"Adresse électronique",
								"Téléphone",
								"Inscrit le",
								"Naissance",
								"Arrivée",
								"Statut"};

static const int workbook_widths[WORKBOOK_COLUMNS] = {8,  24, 20, 36, 48, 16,
						      30, 18, 18, 12, 10, 16};

static const char *const workbook_states[] = {"inscrit·e", "liste d’attente", "désisté·e",
					      "présent·e"};

/** The cells of a row as text. */
struct workbook_line {
	struct print_person person;
	char number[12], email[48], phone[24], instant[24], instant_day[16], day[16], time[8];
	const char *status;
};

/** Those of row I, from 0. */
static inline void
workbook_line(guint i, struct workbook_line *line)
{
	line->person = print_person(i);
	guint day = i % 28 + 1, month = i % 12 + 1;
	g_snprintf(line->number, sizeof line->number, "%u", i + 1);
	g_snprintf(line->email, sizeof line->email, "prenom.nom%u@exemple.fr", i);
	g_snprintf(line->phone, sizeof line->phone, "04 67 %02u %02u %02u", i / 10000 % 100,
		   i / 100 % 100, i % 100);
	g_snprintf(line->instant_day, sizeof line->instant_day, "2026-%02u-%02u", month, day);
	g_snprintf(line->instant, sizeof line->instant, "%sT%02u:%02u:00Z", line->instant_day,
		   i * 7 / 60 % 24, i * 7 % 60);
	g_snprintf(line->day, sizeof line->day, "1985-%02u-%02u", month, day);
	g_snprintf(line->time, sizeof line->time, "%02u:%02u", i % 24, i % 60);
	line->status = workbook_states[i % G_N_ELEMENTS(workbook_states)];
}

static inline void
workbook_line_clear(struct workbook_line *line)
{
	print_person_clear(&line->person);
}

#endif
