/* A sheet that came back signed, typed into the database. */
#ifndef SCREENS_SHEET_RETURN_H
#define SCREENS_SHEET_RETURN_H

#include "tui/ui.h"

/** Ask for which half-day, then what is signed on the last sheet printed of the event. */
void sheet_return_ask(struct ui *ui, gint64 event_id);

#endif
