/* One text set in type: wrapped into its width, shrunk when that keeps words whole, measured,
 * drawn.
 *
 * Lengths are points (1/72 inch). No letter is ever lost: what does not fit gets smaller, then
 * taller; only a text that would fill half a page in 3 points is cut, with a visible "…".
 */
#ifndef PRINT_LABEL_H
#define PRINT_LABEL_H

#include <pango/pangocairo.h>
#include <stdbool.h>

/** One millimetre. */
#define MM (72.0 / 25.4)

/** How a text is set. Kept by address: `static const`. */
struct label_style {
	double size;
	double least;   /* what it may shrink to before it takes more LINES */
	int lines;      /* that one sees with pleasure; 0 = any number */
	double tallest; /* never higher than this; 0 = 120 mm */
	PangoAlignment align;
	bool bold;
	bool breaks;    /* the text's own line breaks are kept */
	double hanging; /* so many points further right from the second line on */
};

struct label {
	const struct label_style *style;
	char *text;   /* clean */
	gsize bold;   /* bytes at its start that are bold in a style that is not */
	double width; /* that it was set in */
	PangoLayout *layout;
	double above;  /* what the marks of the first line take above it */
	double height; /* with all its marks */
	bool clipped;  /* a single letter is wider than the width */
};

/** Set LABEL (style, text, bold and width are there) in type. */
void label_set(struct label *label, PangoContext *context);

/** Draw LABEL with its top left corner at X, Y; NULL draws nothing. */
void label_draw(const struct label *label, cairo_t *cairo, double x, double y);

/** The height of LABEL; 0 of NULL. */
double label_height(const struct label *label);

void label_free(struct label *label);

#endif
