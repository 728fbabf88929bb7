/* A sheet that came back signed, typed into the database. */
#ifndef SCREENS_SHEET_RETURN_H
#define SCREENS_SHEET_RETURN_H

#include "tui/ui.h"

/** Ask which of the sheets printed of an event came back, or of one session (0: any), then for
 * which half-day, then what is signed on it. */
void sheet_return_ask(struct ui *ui, gint64 event_id, gint64 session_id);

#endif
