/* The log of a remote meeting: who was connected for how long, looked at and then marked. */
#ifndef SCREENS_SCREEN_CONNECTIONS_H
#define SCREENS_SCREEN_CONNECTIONS_H

#include "tui/ui.h"

/** Read the log at PATH and show what it would mark, or say why it cannot be read. Where nobody can
 * say which half-day it is of, that is asked first. QUESTION (NULL: none) goes once it is read. */
void connections_open(struct ui *ui, gint64 event_id, const char *path,
		      const struct screen *question);

#endif
