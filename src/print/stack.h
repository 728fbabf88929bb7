/* Texts one under the other in a place of a given height: where they do not fit, all of them are
 * set smaller, so that what is large stays larger than the rest.
 */
#ifndef PRINT_STACK_H
#define PRINT_STACK_H

#include "print/ink.h"
#include "print/paper.h"

#define STACK_SIZES 9

/** A style in each of its sizes, the largest first. Kept by address, as styles are: it lives as
 * long as the ink that sets with it. */
struct stack_style {
	struct label_style sizes[STACK_SIZES];
};

/** LARGEST and what is smaller. In the last of its sizes a text is at most LAST points high,
 * whatever its length: the sum of those of a stack is at most its height. */
void stack_style_fill(struct stack_style *style, const struct label_style *largest, double last);

struct stack_part {
	const struct stack_style *style;
	const char *text; /* NULL: nothing stands here */
	bool name;        /* a last name: in capitals */
	double gap;       /* before it, in its largest size, when something stands above */
	const struct label *label;
	double y; /* from the top of the stack */
};

/** Set the N PARTS at WIDTH in the largest size in which they are at most HEIGHT points high.
 * Returns how high they are. */
double stack_set(Ink *ink, struct stack_part *parts, guint n, double width, double height);

/** Draw them, X and Y being the top left corner, each under TAG. */
void stack_draw(const struct stack_part *parts, guint n, Paper *paper, const char *tag, double x,
		double y);

#endif
