/* The same entries for all that is measured with calendars: ical_feed, ical_floor, and the table of
 * events that `import events` reads (tables.c). */
#ifndef ICAL_ITEMS_H
#define ICAL_ITEMS_H

#include <stdio.h>

#define ITEM_SENDER   "Centre de ressources arts et territoires"
#define ITEM_NAME     ITEM_SENDER
#define ITEM_ZONE     "Europe/Paris"
#define ITEM_EMAIL    "contact@centre.example"
#define ITEM_CREATED  "2026-01-05T08:00:00Z"
#define ITEM_STAMPED  "2026-02-16T09:30:00Z"
#define ITEM_START    "09:30"
#define ITEM_END      "16:30"
#define ITEM_VENUE    "Médiathèque André-Malraux"
#define ITEM_TOWN     "Montpellier"
#define ITEM_LOCATION ITEM_VENUE ", " ITEM_TOWN
#define ITEM_CATEGORY "Rencontre professionnelle"
#define ITEM_AUDIENCE                                                                              \
	"coordinatrices et coordinateurs des contrats de ville ; élus, agents des communes et "   \
	"des intercommunalités, associations, centres sociaux, conseils citoyens"
#define ITEM_DESCRIPTION ITEM_CATEGORY "\nPublic : " ITEM_AUDIENCE

struct item_numbers {
	char uid[40];
	char title[96];
	int year, month, day;
};

/** What differs in entry I; the later I, the later its day. */
static inline struct item_numbers
item_numbers(long i)
{
	struct item_numbers numbers = {.year = 1997 + (int)(i / 336),
				       .month = 1 + (int)(i / 28 % 12),
				       .day = 1 + (int)(i % 28)};
	snprintf(numbers.uid, sizeof numbers.uid, "5f0f52c4-6c1f-4f6a-9a51-%012lx",
		 (unsigned long)i & 0xffffffffffffUL);
	snprintf(numbers.title, sizeof numbers.title,
		 "Rencontre n° %ld : l’éducation artistique, « pourquoi pas ici ? »", i);
	return numbers;
}

#endif
