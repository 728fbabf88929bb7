/* What the files of nouns share. */
#ifndef APP_NOUNS_H
#define APP_NOUNS_H

#include "app/noun.h"
#include "base/i18n.h"

/** A key that is a plain member of the same name. */
#define PLAIN(name, bits)                                                                          \
	{                                                                                          \
		.key = name, .field = name, .flags = bits                                          \
	}

/** Split "a; b; c" into trimmed, non-empty texts, NULL-terminated. Caller frees with g_strfreev().
 */
char **values_split(const char *typed);

/** Append VALUE to a list joined by "; ". */
void values_add(GString *values, const char *value);

/** The list, or NULL when it is empty; frees VALUES. */
char *values_end(GString *values);

/** An integer as text. Caller frees. */
char *number_text(gint64 number);

/** The number of the event that ROW belongs to. Caller frees. */
char *event_number_of(Store *store, gint64 event_id);

/** Find ENTITY by its name or make it with that name; for kinds, themes and cycles. */
gint64 named_resolve(Store *store, const struct noun *noun, const char *typed, GPtrArray *notes,
		     GError **error);

#endif
