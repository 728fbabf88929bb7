/* The same entries for both sides of the measure of calendar feeds. */
#ifndef ICAL_ITEMS_H
#define ICAL_ITEMS_H

#include <stdio.h>

#define ITEM_NAME     "Calendrier des ateliers"
#define ITEM_ZONE     "Europe/Paris"
#define ITEM_SENDER   "Centre de ressources, arts et territoires"
#define ITEM_EMAIL    "contact@centre.example.fr"
#define ITEM_CREATED  "2026-01-05T08:00:00Z"
#define ITEM_STAMPED  "2026-02-16T09:30:00Z"
#define ITEM_START    "09:30"
#define ITEM_END      "16:30"
#define ITEM_LOCATION "Médiathèque André-Malraux, 1 rue de l’Église, 34000 Montpellier"
#define ITEM_URL      "https://centre.example.fr/ateliers/2026"
#define ITEM_CATEGORY "Rencontre professionnelle"
#define ITEM_DESCRIPTION                                                                            \
	"Une journée pour les coordinatrices et coordinateurs : échanges, visites et ateliers.\n" \
	"Accueil à 9 h ; déjeuner sur place. Inscription : " ITEM_URL

struct item_numbers {
	char uid[40];
	char title[96];
	int year, month, day;
};

/** What differs in entry I. */
static inline struct item_numbers
item_numbers(long i)
{
	struct item_numbers numbers = {.year = 2020 + (int)(i % 15),
				       .month = 1 + (int)(i % 12),
				       .day = 1 + (int)(i % 28)};
	snprintf(numbers.uid, sizeof numbers.uid, "5f0f52c4-6c1f-4f6a-9a51-%012lx",
		 (unsigned long)i & 0xffffffffffffUL);
	snprintf(numbers.title, sizeof numbers.title,
		 "Rencontre n° %ld : l’éducation artistique, « pourquoi pas ici ? »", i);
	return numbers;
}

#endif
