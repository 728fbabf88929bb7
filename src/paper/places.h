/* Where it is, for those who have to find it. */
#ifndef PAPER_PLACES_H
#define PAPER_PLACES_H

#include "paper/paper.h"

/** "Espace Garonne, 5, allée des Deux-Ponts, 31500 Toulouse". Caller frees. */
char *place_text(const struct venue *venue);

/** The places of the event, a line for each; "À distance" of a remote one without any, dots to
 * write on when nobody knows. Caller frees. */
char *places_text(const struct paper *paper);

/** The date and the place, each a fact of WRITING under its LABEL; dots to write on when nobody
 * knows. */
void dates_write(const struct paper *paper, Writing *writing);
void places_write(const struct paper *paper, Writing *writing);

/** How to come there: what the event says of it, then each place. Each is a fact of WRITING. */
void access_write(struct paper *paper, Writing *writing);

#endif
