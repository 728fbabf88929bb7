/* The zip container of a spreadsheet file, guarded against bombs.
 *
 * Members are found whatever the case of their names (ECMA-376 part 2, 6.2.2) and with "\" for "/",
 * which some programs write.
 */
#ifndef EXCHANGE_ARCHIVE_H
#define EXCHANGE_ARCHIVE_H

#include "exchange/xml.h"

typedef struct archive Archive;

/** Open the archive in BYTES, which stay the caller's and must outlive it. NULL with ERROR_FORMAT
 * when it is damaged, cut short or has too many members. Free with archive_close(). */
Archive *archive_open(const char *bytes, gsize size, GError **error);

/** NULL is allowed. */
void archive_close(Archive *archive);

bool archive_has(const Archive *archive, const char *name);

/** Read the member NAME as XML. False with ERROR_FORMAT when it is missing, damaged, protected by
 * a password or beyond a limit. */
bool archive_xml(Archive *archive, const char *name, const struct xml_reader *reader, gpointer user,
		 GError **error);

/** The member NAME as text, cut to SIZE bytes; NULL when there is none or it cannot be read. Caller
 * frees. */
char *archive_text(Archive *archive, const char *name, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Archive, archive_close)

#endif
