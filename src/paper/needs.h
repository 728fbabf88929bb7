/* Diets and needs of those expected, as counts: what a caterer and a doorkeeper have to know, and
 * never whose it is (CNIL: no more than is needed). */
#ifndef PAPER_NEEDS_H
#define PAPER_NEEDS_H

#include "paper/paper.h"

/** How many said a thing. */
struct need {
	char *text; /* as the first of them wrote it */
	char *key;  /* folded */
	guint n;
};

/** What those of ATTENDEES who take a seat wrote in the text MEMBER of struct attendee, the most
 * frequent first, told apart by their folded words. A text in which the person's own name stands
 * is counted as "another, to be asked". Elements are struct need *, owned. Caller frees. */
GPtrArray *needs_count(const Rows *attendees, const char *member);

#endif
