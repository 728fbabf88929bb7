/* What the files of the workspace of an event share. */
#ifndef SCREENS_EVENT_PRIVATE_H
#define SCREENS_EVENT_PRIVATE_H

#include "app/report.h"
#include "core/event.h"
#include "screens/beside.h"
#include "screens/report_view.h"
#include "screens/screen_event.h"
#include "screens/timetable.h"
#include "tui/list.h"

struct event_tab_kind {
	const char *label;
	const struct list_spec *spec; /* NULL: no list */
	guint64 context;
};

extern const struct event_tab_kind event_tabs[EVENT_TABS];

struct workspace {
	struct screen screen;
	gint64 event_id;
	enum event_tab tab;
	struct list *lists[EVENT_TABS];
	struct beside *beside; /* what is known of the current row of the list; NULL: no list yet */
	struct event *event;
	GPtrArray *problems;         /* struct check_problem; NULL until asked */
	Report *report;              /* NULL until asked */
	struct report_view *figures; /* of it */
	guint figures_place;
	char *waiting; /* the waiting list in a line; NULL: nobody waits, or not asked yet */
	bool waiting_known;
	bool decides; /* a meeting: it has a tab of decisions */
	char *to_do;  /* the tasks in a line; NULL: none, or not asked yet */
	char *quorum; /* whether the meeting could decide; NULL: nothing to say, or not asked yet */
	bool reached; /* the quorum is */
	bool told;    /* both were asked */
	char *subset; /* which attendees the list shows; NULL: all */
	int scroll;
	GPtrArray *history;          /* char *: its latest gestures in words; NULL until asked */
	struct timetable *timetable; /* of its programme; NULL: shown as a list */
	char *usual; /* of an event that was just made: the proposal of its usual tasks; or NULL */
};

/** So far down the first tab can one go that something is still shown. */
guint workspace_general_lines(const struct workspace *space);

/** The list of the tab one is on, or NULL. */
struct list *workspace_list(const struct workspace *space);

/** Decisions are taken at meetings alone. */
bool workspace_tab_shown(const struct workspace *space, int tab);

void workspace_draw(struct screen *screen, struct ui *ui, struct area body);

#endif
