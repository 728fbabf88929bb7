/* The same people for the programs that are compared: print_sheet and print_floor, print_badges and
 * badges_floor. */
#ifndef BENCH_PRINT_PEOPLE_H
#define BENCH_PRINT_PEOPLE_H

#include <glib.h>

struct print_person {
	char *last_name, *first_name;
	const char *function, *organisation, *department;
};

static const char *const print_last_names[] = {"Dupré",     "Le Goff",   "Nguyễn",
					       "du Bellay", "Œuvrard",   "Martínez",
					       "Ben Aïssa", "Kaczyński", "de La Fontaine",
					       "Vidal",     "Fabre",     "Roux-Lacombe"};
static const char *const print_first_names[] = {"Élodie", "Maëlle", "Ousmane",  "Jean-Baptiste",
						"Awa",    "Łukasz", "Françoise"};
static const char *const print_functions[] = {"Chef de projet politique de la ville",
					      "Formateur",
					      "Conseillère citoyenne",
					      "Directrice cohésion sociale",
					      "Déléguée du préfet",
					      "Chargée de mission insertion",
					      "Adjoint au maire",
					      "Médiatrice sociale et culturelle"};
static const char *const print_organisations[] = {"Ville de Béziers",
						  "Nîmes Métropole",
						  "DREETS Occitanie",
						  "IRTS Montpellier",
						  "Communauté d’agglomération Béziers Méditerranée",
						  "Conseil citoyen Petit Bard",
						  "Centre social « Les Amandiers »",
						  "Préfecture de l’Aude",
						  "Région Occitanie"};
static const char *const print_departments[] = {"34", "30", "31", "11", "66"};

/** The person of line I, from 0: names all different, the rest repeated as in life. */
static inline struct print_person
print_person(guint i)
{
	struct print_person person = {
		.last_name = g_strdup_printf("%s %c%c",
					     print_last_names[i % G_N_ELEMENTS(print_last_names)],
					     'a' + (int)(i / 26 % 26), 'a' + (int)(i % 26)),
		.first_name =
			g_strdup_printf("%s%u",
					print_first_names[i % G_N_ELEMENTS(print_first_names)], i),
		.function = print_functions[i % G_N_ELEMENTS(print_functions)],
		.organisation = print_organisations[i % G_N_ELEMENTS(print_organisations)],
		.department = print_departments[i % G_N_ELEMENTS(print_departments)],
	};
	return person;
}

#define PRINT_CODE 12

/** The code on the badge of line I. */
static inline void
print_code(guint i, char code[static PRINT_CODE])
{
	static const char letters[] = "bcdefghijklnoprstuvxy";
	guint rest = i * 2654435761u;
	for (guint at = 0; at + 1 < PRINT_CODE; at++, rest = rest / 3 + i + at)
		code[at] = letters[rest % (sizeof letters - 1)];
	code[PRINT_CODE - 1] = '\0';
}

static inline void
print_person_clear(struct print_person *person)
{
	g_free(person->last_name);
	g_free(person->first_name);
}

#endif
