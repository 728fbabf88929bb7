/* The programme as papers tell it. */
#ifndef PAPER_SESSIONS_H
#define PAPER_SESSIONS_H

#include "paper/paper.h"

/** The sessions of DAY_ID (0: those on no day yet), in their order. Elements are struct session *,
 * borrowed. Caller frees. */
GPtrArray *sessions_of_day(const struct paper *paper, gint64 day_id);

/** How many of SESSIONS from FIRST on take place side by side: those of one parallel group at one
 * time, and workshops of the very same times; 1 of a session alone. */
guint sessions_side_by_side(const GPtrArray *sessions, guint first);

/** "Zoé Élan, cheffe de projet, Ville de Sète", a line for each live speaker of SESSION_ID (0: of
 * the event as a whole), with a role that is not that of a speaker, and a reserve for whoever has
 * not confirmed. NULL without any. Caller frees. */
char *sessions_speakers(struct paper *paper, gint64 session_id);

/** The name of its room, or NULL. Borrowed. */
const char *sessions_room(const struct paper *paper, const struct session *session);

/** Add the schedule of SESSIONS to WRITING, those side by side beside each other; with
 * DESCRIPTIONS and speakers when FULL. Nothing without sessions. */
void sessions_schedule(struct paper *paper, Writing *writing, const GPtrArray *sessions, bool full);

#endif
