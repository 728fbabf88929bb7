/* From the bytes of a file to UTF-8. */
#ifndef EXCHANGE_ENCODING_H
#define EXCHANGE_ENCODING_H

#include <glib.h>

struct encoding {
	const char *name;
	const char *bom; /* "" for none */
	/* Append what BYTES say to TEXT as UTF-8; returns how many had no meaning. */
	guint (*decode)(const guchar *bytes, gsize size, GString *text);
};

/** The encoding called FORCED, or when NULL that of BYTES: by the BOM, else UTF-8 if valid, else
 * Windows-1252. NULL with ERROR_INVALID when FORCED is no name we know. */
const struct encoding *encoding_find(const char *bytes, gsize size, const char *forced,
				     GError **error);

/** BYTES as UTF-8 without the BOM; *LENGTH is its size, *REPLACED counts the bytes that became
 * U+FFFD. U+0000 stays. Caller frees. */
char *encoding_decode(const struct encoding *encoding, const char *bytes, gsize size, gsize *length,
		      guint *replaced);

#endif
