/* What the files of the agenda share. */
#ifndef APP_AGENDA_PRIVATE_H
#define APP_AGENDA_PRIVATE_H

#include "app/agenda.h"

struct agenda_event {
	gint64 id;
	char *title, *date;
	gint64 registered;
	bool checks; /* it is near enough to be checked */
	bool today;
};

struct agenda_steps {
	GArray *events; /* struct agenda_event, that stand and are not over */
	guint doors;    /* how many of them were asked who is there */
	guint checked;
	bool figures;
	bool asked;      /* everybody was looked at */
	gint64 asked_to; /* up to this person */
	guint due[3];    /* by enum retention */
};

/** A line without text, of an event or (0) of none. */
struct agenda_line *agenda_line_new(enum agenda_kind kind, gint64 event_id, const char *date);

/** For g_ptr_array_sort_with_data(): what needs somebody first. TODAY is a day. */
gint agenda_line_order(gconstpointer a, gconstpointer b, gpointer today);

#endif
