/* The members of an OpenDocument text, each made by a file of its own. */
#ifndef EXCHANGE_ODT_PRIVATE_H
#define EXCHANGE_ODT_PRIVATE_H

#include "core/writing.h"

/** The name of the picture NUMBER (from 0) in the container. Caller frees. */
char *odt_picture_name(guint number);

/** Width and height that the PNG of SIZE bytes says of itself; false when it is none. */
bool odt_picture_size(const char *bytes, gsize size, guint32 *width, guint32 *height);

/** TEXT, clean, as the content of an element: escaped, with its line breaks and its spaces; what
 * XML does not allow is left out. NULL adds nothing. */
void odt_append_text(GString *out, const char *text);

/** The same as the value of an attribute. */
void odt_append_value(GString *out, const char *text);

/** The whole members. Caller frees. PICTURES receives the pictures in the order of their numbers
 * (struct writing_picture). */
GString *odt_content(const struct written *paper, GArray *pictures);
GString *odt_styles(const struct written *paper);
GString *odt_meta(const struct written *paper);

#endif
