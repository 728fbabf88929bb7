/* What the files of the date finder’s screen share. */
#ifndef SCREENS_DATES_PRIVATE_H
#define SCREENS_DATES_PRIVATE_H

#include "app/date_finder.h"
#include "tui/ui.h"

struct dates {
	struct screen screen;
	gint64 event_id; /* 0: a new one */
	char *title;     /* of the event; or NULL */
	date_taker take; /* who gets the day; NULL: the event, or a new one */
	gpointer take_user;
	DateSearch *search;
	DateFinder *finder;
	GPtrArray *found; /* struct found_day */
	guint cursor, top, page;
};

/** Look again. */
void dates_find(struct dates *dates, struct ui *ui);

/** Ask what is to be changed of what is looked for. */
void dates_criteria_ask(struct dates *dates, struct ui *ui);

/** What is looked for, in one line. Caller frees. */
char *dates_criteria_words(const struct dates *dates, Store *store);

#endif
