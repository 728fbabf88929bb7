/* QR codes (ISO/IEC 18004), drawn as squares. */
#ifndef PRINT_QR_H
#define PRINT_QR_H

#include <cairo.h>
#include <stdbool.h>

/** Squares in a row of the code of a badge, and those that must stay white around it. */
#define QR_SQUARES 21
#define QR_QUIET   4

/** Draw TEXT as a code of SIDE points with its top left corner at X, Y; a quarter of it may be
 * soiled (level Q). Nothing is drawn, and false is the answer, when TEXT does not fit. */
bool qr_draw(cairo_t *cairo, const char *text, double x, double y, double side);

#endif
