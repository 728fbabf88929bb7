/* Good practices: from a session, and out as a file. */
#ifndef SCREENS_PRACTICE_H
#define SCREENS_PRACTICE_H

#include "tui/ui.h"

/** Open the sheets that were shown at the session, or write the first one down. */
void practice_of_session(struct ui *ui, gint64 event_id, gint64 session_id);

/** Make the sheet a text file in the output folder. */
void practice_give(struct ui *ui, gint64 practice_id);

#endif
