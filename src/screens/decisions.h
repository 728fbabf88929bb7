/* What a meeting decided, from the follow-up of its event, on D. */
#ifndef SCREENS_DECISIONS_H
#define SCREENS_DECISIONS_H

#include "tui/ui.h"

/** Read the record of the event's meeting; of an event that has decided nothing yet and has no
 * quorum, begin its first decision. */
void decisions_record(struct ui *ui, gint64 event_id);

#endif
