/* The centre's logo: a PNG that someone else made. */
#ifndef PRINT_LOGO_H
#define PRINT_LOGO_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

/** The picture in the PNG of SIZE bytes, reduced to what paper can show of a logo. NULL when there
 * is none, when it is no PNG or when it has more than 40 million pixels: a sheet without its logo
 * is of more use than no sheet. Caller destroys. */
cairo_surface_t *logo_read(const char *bytes, gsize size);

/** True when logo_read() has a picture for these bytes. */
bool logo_is_readable(const char *bytes, gsize size);

#endif
