/* What the cards of one document share, and where each part of one is. Private to cards; lengths
 * are points.
 */
#ifndef PRINT_CARD_SET_H
#define PRINT_CARD_SET_H

#include "print/card.h"
#include "print/stack.h"

#define HEAD_FILL 0.95 /* of the head's height, for what stands in it */
#define FOOT_GAP  1.0
#define MARK_GAP  1.2 /* from the left of the mark to its words, in marks */

enum card_text {
	TEXT_FIRST,
	TEXT_LAST,
	TEXT_ORGANISATION,
	TEXT_FUNCTION,
	TEXT_WORKSHOP,
	N_TEXTS,
};

struct card_set {
	Ink *ink;
	const struct badge_sheet *sheet;
	double width, height, padding, inside;
	double head, band, side, quiet, foot, mark;
	struct stack_style styles[N_TEXTS];
	struct label_style foot_style, photo_style, band_style, title_style;
	cairo_surface_t *logo;
	double logo_width, logo_height, logo_scale;
	const struct label *title, *short_title; /* the latter beside the mark of the photos */
	const struct label *photo;
	double photo_width; /* with its mark */
};

/** The places of one card, from its top left corner. */
struct card_places {
	double names, names_height; /* top and height */
	double details, details_height, details_width;
	double foot; /* top of the last line of the details */
	double code; /* top of the code */
	double band; /* top of the band */
};

/** Where the parts of BADGE (NULL: one to be filled in) are. */
struct card_places card_places(const struct card_set *set, const struct document_badge *badge);

/** What the mark of the photos takes of the details: it stands in the head, where there is one. */
double card_mark_height(const struct card_set *set, const struct document_badge *badge);

/** What the title leaves free on the left of the head. */
double card_title_left(const struct card_set *set);

#endif
