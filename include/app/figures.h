/* The figures of an event: who was expected, who came, by family of actors, level and territory.
 * Every figure is of people counted once; participations are half-days attended, and are called so.
 */
#ifndef APP_FIGURES_H
#define APP_FIGURES_H

#include "store/store.h"

/** One registration as figures see it. Texts are codes, NULL when not known. */
struct figure_person {
	gint64 attendee_id;
	bool invited;    /* asked, whatever came of it; not walk-ins */
	bool registered; /* counted as registered before the day */
	bool walk_in;
	bool present; /* on a half-day at least */
	guint halves; /* attended, in halves of a half-day: the unit of presence counts as 1, ½ or 0
		       */
	const char *family, *level; /* of the organisation; borrowed for ever */
	const char *role;           /* of the person: elected, agent…; borrowed for ever */
	char department[4];         /* as declared, else the organisation's; "" */
};

typedef struct event_figures {
	GArray *people; /* struct figure_person: those whose part is counted */
	guint invited, registered, present, walk_ins;
	guint came;         /* present of those registered */
	guint no_shows;     /* registered and not present; 0 before anybody was marked */
	guint halves;       /* participations, in halves of a half-day */
	guint event_halves; /* half-days of the event, in halves */
	bool marked;        /* somebody was marked */
} EventFigures;

/** NULL on error. */
EventFigures *event_figures(Store *store, gint64 event_id, GError **error);
void event_figures_free(EventFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EventFigures, event_figures_free)

enum figure_axis {
	FIGURES_BY_FAMILY,
	FIGURES_BY_LEVEL,
	FIGURES_BY_DEPARTMENT,
	FIGURES_BY_ROLE,
};

/** A line of a breakdown. */
struct figure_line {
	char *code;  /* NULL: not known */
	char *label; /* in the person's language */
	guint invited, registered, present;
};

/** The breakdown, in the order of the codes (of départements by number), what is not known last;
 * lines of which nobody is are left out. Caller frees. */
GArray *figures_lines(Store *store, const EventFigures *figures, enum figure_axis axis);

/** Present people by family (rows) and level (columns), each followed by what is not known: the
 * counts row by row. Caller frees. */
guint *figures_matrix(const EventFigures *figures, guint *rows, guint *columns);

/** "25 %" of PART in WHOLE, "–" of nothing. Caller frees. */
char *figure_rate(guint part, guint whole);

/** "12,5": a number of halves in words. Caller frees. */
char *figure_halves(guint halves);

#endif
