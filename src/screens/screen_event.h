/* The workspace of one event: its tabs, and the gestures on the event as a whole. */
#ifndef SCREENS_SCREEN_EVENT_H
#define SCREENS_SCREEN_EVENT_H

#include "tui/ui.h"

enum event_tab {
	EVENT_GENERAL,
	EVENT_PROGRAMME,
	EVENT_SPEAKERS,
	EVENT_ATTENDEES,
	EVENT_PARTNERS,
	EVENT_FOLLOW_UP,
	EVENT_DECISIONS,
	EVENT_FIGURES,
	EVENT_TABS,
};

struct screen *event_screen(struct ui *ui, gint64 event_id);

/** The same of one that was just made: its usual tasks are proposed. */
struct screen *event_screen_fresh(struct ui *ui, gint64 event_id);

/** The same, on one of its tabs. */
struct screen *event_screen_at(struct ui *ui, gint64 event_id, enum event_tab tab);

/** The same, on its tab of what is to be done, the cursor on TASK_ID (may be 0). */
struct screen *event_screen_follow_up(struct ui *ui, gint64 event_id, gint64 task_id);

/** The form of a copy without people and dates, which it asks for; saving it opens the copy. */
void event_duplicate(struct ui *ui, gint64 event_id);

/** Mark the event cancelled; it stays in the calendar. */
void event_cancel(struct ui *ui, gint64 event_id);

#endif
