/* What the files of the report share. */
#ifndef CORE_REPORT_PRIVATE_H
#define CORE_REPORT_PRIVATE_H

#include "core/report.h"

/** How an event stands in a year. */
enum standing {
	STANDING_ELSEWHERE, /* in another year */
	STANDING_UNDATED,   /* in none */
	STANDING_HELD,
	STANDING_TO_COME,
	STANDING_APART,
};

struct report_scope {
	const struct report_facts *facts;
	char year[5]; /* "": an event alone */
	char today[11];
	enum standing *standing; /* of each event */
	guint *first;            /* its first half-day in the year, or REPORT_NONE */
	bool *marked;            /* it is known of somebody whether they came */
	guint *attended;         /* how many participants were present in the year */
	bool *dated;             /* one of its days has a date, in whatever year */
	bool *held;              /* each half-day: past, of a held event, in the year */
	bool *present;           /* each attendee: on one of these */
	guint n_presences;
	guint *presences; /* places of those that count, as the facts have them */
	guint *by_person; /* the same, person by person */
	guint *by_body;
	guint *actions;     /* places of all events, action by action */
	guint *partners;    /* of all partners, body by body */
	guint *by_occasion; /* event by event */
	guint *speakers;    /* person by person */
};

/** One thing that a figure counts; places among the facts, REPORT_NONE where there is none. */
struct report_hit {
	guint event, half_day, attendee, partner;
	gint64 person, body; /* of a figure of people, of organisations */
	gint64 group;        /* things of one group count once; 0: each counts */
	gint64 amount;
};

typedef void (*report_take)(const struct report_hit *hit, gpointer user);

/** Tell TAKE all that FIGURE counts, what is of one group together. */
void report_each(const ReportScope *scope, enum report_figure figure, report_take take,
		 gpointer user);

/** What a rate is of. */
void report_figure_parts(enum report_figure rate, enum report_figure *part,
			 enum report_figure *whole);

/** The events without one of which FIGURE is not known; REPORT_FIGURES: it always is. */
enum report_figure report_figure_telling(enum report_figure figure);

/** Where HIT stands on AXIS. */
guint report_place(const ReportScope *scope, enum report_axis axis, const struct report_hit *hit);

/** Counts of FIGURE by AXIS, and within it by ACROSS. Caller frees. */
gint64 *report_counts(const ReportScope *scope, enum report_figure figure, enum report_axis axis,
		      enum report_axis across);

/** True when TEXT, a date or NULL, is in the year of SCOPE; always of an event alone. */
bool report_in_year(const ReportScope *scope, const char *text);

/** The month (0…11) that DATE says, REPORT_MONTHS when it says none. */
guint report_month(const char *date);

/** The date that is known of a half-day, as precise as it is; NULL: none. */
const char *report_half_day_date(const ReportScope *scope, guint half_day);

/** So many columns a section has at most. */
#define REPORT_COLUMNS_MAX 12

/* A line that is a figure of its own. */
struct line_rule {
	enum report_figure figure;
	enum report_axis split; /* a line for each value of it instead of one; REPORT_ALL: one */
	bool always;            /* shown when there is nothing, too */
};

struct section_rule {
	const char *key, *label, *note; /* msgids; NOTE may be NULL */
	enum report_axis axis, across;
	/* Ended by REPORT_FIGURES; one, when it is parted ACROSS. */
	enum report_figure figures[REPORT_COLUMNS_MAX];
	guint lead;
	const struct line_rule *lines; /* instead of an axis; ended by REPORT_FIGURES */
};

const struct section_rule *report_section_rule(enum report_section section);

#endif
