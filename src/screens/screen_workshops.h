/* The workshops of an event: places and wishes, who is in which, everybody placed by their wishes.
 */
#ifndef SCREENS_SCREEN_WORKSHOPS_H
#define SCREENS_SCREEN_WORKSHOPS_H

#include "tui/ui.h"

/** Open it, or say that there is nothing to choose between. */
void workshops_open(struct ui *ui, gint64 event_id);

#endif
