/* Identities made by the program (data model, rule 9). */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <glib.h>

/** A positive 64-bit number: milliseconds of the real clock, then random bits. Later ids of one
 * process are always greater; two machines do not meet. Never shown to people. */
gint64 id_new(void);

/** A bare lower-case UUID, for what leaves the house. Caller frees. */
char *id_uuid(void);

/** A text that nobody else makes, greater in order than those made before it by this process, and
 * by others on machines whose clocks agree. Caller frees. */
char *id_nonce(void);

/** The day (UTC) on which ID was made, as "2026-11-23". */
void id_day(gint64 id, char day[static 11]);

#endif
