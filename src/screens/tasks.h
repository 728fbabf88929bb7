/* Gestures on tasks, in the workspace of an event and in the list of all. */
#ifndef SCREENS_TASKS_H
#define SCREENS_TASKS_H

#include "tui/list.h"

/** Mark the list's targets done, or to be done again when all of them are done; one gesture.
 * EVENT_ID may be 0: of several events. */
void tasks_toggle(struct list *list, struct ui *ui, gint64 event_id);

/** Add the usual list that follows the event. */
void tasks_propose(struct ui *ui, gint64 event_id);

/** "4 to be done, 2 of them late": the event's tasks in a line; NULL when it has none. Caller
 * frees.
 */
char *tasks_head(Store *store, gint64 event_id);

/** Show only what is late or due within the week. */
void tasks_restrict(struct ui *ui, struct list *list);

/** Open the event of the task, on the task. */
void tasks_open_event(struct ui *ui, gint64 task_id);

/** The proposal of the usual tasks of an event that has none, in a line; NULL: nothing to propose.
 * Caller frees. */
char *tasks_usual(Store *store, gint64 event_id);

#endif
