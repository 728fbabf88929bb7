/* One badge in its rectangle. Everything has a place of its own, as large as the card is high, so
 * that nothing can lie over anything else; lengths are points.
 */
#ifndef PRINT_CARD_H
#define PRINT_CARD_H

#include "print/document.h"
#include "print/ink.h"
#include "print/paper.h"

typedef struct card_set CardSet;

/** What all cards of SHEET share; their texts are set by INK, which lives as long. Borrowed. */
CardSet *card_set_new(Ink *ink, const struct badge_sheet *sheet);

void card_set_free(CardSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CardSet, card_set_free)

/** Draw BADGE (NULL: one to be filled in by hand), X and Y being the card's top left corner. */
void card_draw(const CardSet *set, const struct document_badge *badge, Paper *paper, double x,
	       double y);

#endif
