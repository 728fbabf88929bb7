/* Figures that count themselves: what is counted in an event or a year, from plain facts.
 *
 * The rules (domain study, §1, §3 and §9: funders ask for half-days, for participations and for
 * distinct people, and confuse them; so each is counted, and called what it is):
 *
 * - An action is a cycle, or an event that is in none. An action has events, these have days and
 *   half-days. A half-day counts as 1, ½ or 0 (a setting decides, core/half_day_rule.h).
 * - An event is of a year when its dates touch it, as in "event list --year". One over two years
 *   stands in both, each time with the half-days, and the presence, of that year alone.
 * - Held is what took place by its status (CODE_COUNTED), what was announced and has begun, and
 *   whatever else somebody was present at. Only held events and their past half-days are counted.
 *   To come, cancelled, postponed, ideas and drafts never announced are told apart.
 * - A date known as a year or a month is in the year; what has no month has a line of its own. What
 *   has no date at all is in no year, and is told.
 * - Registered: so by status and part, walk-ins left out. Present: on a half-day at least, once for
 *   each event. Participations: half-days attended. People and organisations: each once, whatever
 *   they came to; a body that took the place of another is one with it.
 * - Not come: registered, and present at none of the half-days, of events where somebody was
 * marked; of others nobody knows.
 * - New are people who were present at no event of an earlier year, in whatever part.
 * - An event without a mark may have a number counted by the centre; failing that, an estimate
 *   (§9: published figures are round words). Each has a figure of its own, and neither is ever
 * added to people counted one by one, but in a sum that says so.
 * - An event counts under its first theme alone, under its first month and place; its half-days
 *   and who was there, under their own.
 */
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include <glib.h>
#include <stdbool.h>

/** A value that nothing tells. */
#define REPORT_UNKNOWN ((gint64)-1)
#define REPORT_NONE    G_MAXUINT

/* ---- facts --------------------------------------------------------------------------------------
 */

/** By what events, half-days, people and partners are told apart. */
enum report_axis {
	REPORT_ALL, /* everything together */
	REPORT_BY_STATUS,
	REPORT_BY_HEADING,
	REPORT_BY_KIND,
	REPORT_BY_THEME,
	REPORT_BY_MODE,
	REPORT_BY_CYCLE,
	REPORT_BY_EVENT,
	REPORT_BY_MONTH,
	REPORT_BY_PLACE, /* the département where it is */
	REPORT_BY_TOWN,
	REPORT_BY_FAMILY, /* of the organisation */
	REPORT_BY_LEVEL,
	REPORT_BY_ROLE,       /* of the person: elected, agent… */
	REPORT_BY_DEPARTMENT, /* from which people come */
	REPORT_BY_PARTNER_ROLE,
	REPORT_BY_PARTNER_FAMILY,
	REPORT_AXES,
};

/** A line of an axis. The last of each axis is what is not known. */
struct report_value {
	const char *code;  /* for scripts; NULL: not known */
	const char *label; /* in the person's language */
	bool always;       /* shown when nothing is to be counted, too */
};

struct report_values {
	const struct report_value *value;
	guint n;
};

/** What stands in the members named as axes is the place of a value on them. */
struct report_event {
	gint64 id;
	gint64 action;          /* of its cycle, else its own id */
	const char *status;     /* code */
	const char *start_date; /* as precise as known, or NULL */
	const char *end_date;
	bool days_known;       /* false: of many days the first and the last alone */
	bool heading_proposed; /* nobody has confirmed under which heading its kind stands */
	gint64 counted;        /* people, as the centre counted them; or REPORT_UNKNOWN */
	gint64 estimated;
	gint64 replies; /* questionnaires that came back; or REPORT_UNKNOWN */
	guint heading, kind, theme, mode, cycle;
	guint place, town; /* of its first day */
};

/** A half-day; or a day that has none. Those of one day follow each other. */
struct report_half_day {
	guint event;
	gint64 day;
	const char *date; /* of the day, or NULL */
	guint halves;     /* what it counts, in halves */
	bool marked;      /* of some participant it is known whether they came */
	guint place, town;
};

/** Somebody whose part is counted (CODE_COUNTED), whatever came of it. */
struct report_attendee {
	gint64 id, person;
	gint64 body; /* the last name of their organisation, or 0 */
	guint event;
	bool invited, registered, walk_in;
	int first_year; /* in which the person was present anywhere; 0: never */
	guint family, level, role, department;
};

/** They were there. Those of one attendee follow each other. */
struct report_presence {
	guint attendee, half_day;
};

struct report_partner {
	guint event;
	gint64 body;
	guint role, family;
};

struct report_speaker {
	guint event;
	gint64 person;
};

struct report_facts {
	struct report_values axes[REPORT_AXES];
	const struct report_event *events; /* in the order of the axis */
	guint n_events;
	const struct report_half_day *half_days;
	guint n_half_days;
	const struct report_attendee *attendees;
	guint n_attendees;
	const struct report_presence *presences;
	guint n_presences;
	const struct report_partner *partners;
	guint n_partners;
	const struct report_speaker *speakers;
	guint n_speakers;
};

/** The twelve months of the axis, and what has none. */
#define REPORT_MONTHS 12

/* ---- a year, or an event ------------------------------------------------------------------------
 */

typedef struct report_scope ReportScope;

/** FACTS (borrowed) as a year sees them. YEAR is four digits; NULL: an event alone, all of which is
 * counted. TODAY is a day. */
ReportScope *report_scope_new(const struct report_facts *facts, const char *year,
			      const char *today);
void report_scope_free(ReportScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportScope, report_scope_free)

enum report_figure {
	FIGURE_ACTIONS,
	FIGURE_EVENTS,
	FIGURE_DAYS,
	FIGURE_HALF_DAYS,
	FIGURE_INVITED,
	FIGURE_REGISTERED,
	FIGURE_PRESENT,
	FIGURE_WALK_INS,
	FIGURE_EXPECTED, /* registered for events where somebody was marked */
	FIGURE_NOT_COME,
	FIGURE_NOT_COME_RATE,
	FIGURE_PARTICIPATIONS,
	FIGURE_PEOPLE,
	FIGURE_NEWCOMERS,
	FIGURE_REGULARS,
	FIGURE_ORGANISATIONS,
	FIGURE_SPEAKERS,
	FIGURE_COUNTED,
	FIGURE_ESTIMATED,
	FIGURE_ATTENDANCE, /* present, else counted, else estimated */
	FIGURE_REPLIES,
	FIGURE_ASKED, /* present where replies are known */
	FIGURE_REPLY_RATE,
	FIGURE_TO_COME,
	FIGURE_APART,
	FIGURE_PARTNERSHIPS,
	FIGURE_PARTNERS,
	FIGURE_PARTNER_EVENTS,
	/* how far the figures go */
	FIGURE_SIGNED_EVENTS,
	FIGURE_ASKED_EVENTS,
	FIGURE_KNOWN_EVENTS,
	FIGURE_COUNTED_EVENTS,
	FIGURE_ESTIMATED_EVENTS,
	FIGURE_UNCOUNTED_EVENTS,
	FIGURE_WITHOUT_DAY,
	FIGURE_WITHOUT_MONTH,
	FIGURE_DAYS_MISSING,
	FIGURE_OTHER_YEARS,
	FIGURE_STILL_ANNOUNCED,
	FIGURE_NEVER_ANNOUNCED,
	FIGURE_WITHOUT_DATE,
	FIGURE_HEADING_PROPOSED,
	FIGURE_WITHOUT_FAMILY,
	REPORT_FIGURES,
};

enum report_unit {
	REPORT_COUNT,
	REPORT_HALVES,   /* of a half-day */
	REPORT_PERMILLE, /* of a rate: tenths of a percent */
};

/** What stands behind a figure. */
enum report_subject {
	REPORT_EVENTS,
	REPORT_PEOPLE,
	REPORT_ORGANISATIONS,
};

const char *report_figure_key(enum report_figure figure);   /* for scripts */
const char *report_figure_label(enum report_figure figure); /* in the person's language */
const char *report_figure_brief(enum report_figure figure); /* heads a narrow column */
/** Says more of it, in the figures of an event ALONE or of a year; NULL: nothing to say. */
const char *report_figure_note(enum report_figure figure, bool alone);
bool report_figure_within(enum report_figure figure); /* a part of the one before */
enum report_unit report_figure_unit(enum report_figure figure);
enum report_subject report_figure_subject(enum report_figure figure);

/** A figure of one line: of what stands at VALUE of AXIS, and at ACROSS_VALUE of ACROSS. */
struct report_cell {
	enum report_figure figure;
	enum report_axis axis, across; /* REPORT_ALL: of all */
	guint value, across_value;
};

/** REPORT_UNKNOWN when nothing tells. */
gint64 report_count(const ReportScope *scope, const struct report_cell *cell);

/** Told once or several times of each event (id), person or body behind a figure. */
typedef void (*report_behind_taker)(gint64 id, gpointer user);
void report_behind(const ReportScope *scope, const struct report_cell *cell,
		   report_behind_taker take, gpointer user);

/** The same as registrations, of a figure of people: their places among the facts. */
void report_registrations(const ReportScope *scope, const struct report_cell *cell,
			  report_behind_taker take, gpointer user);

/* ---- tables -------------------------------------------------------------------------------------
 */

enum report_section {
	SECTION_SUMMARY,
	SECTION_FUNNEL, /* the same of an event */
	SECTION_LIMITS,
	SECTION_STATUS,
	SECTION_MONTH,
	SECTION_HEADING,
	SECTION_KIND,
	SECTION_THEME,
	SECTION_MODE,
	SECTION_TOWN,
	SECTION_PLACE,
	SECTION_FAMILY,
	SECTION_LEVEL,
	SECTION_ROLE,
	SECTION_DEPARTMENT,
	SECTION_INVITED,
	SECTION_REGISTERED,
	SECTION_PRESENT,
	SECTION_PARTNER_ROLE,
	SECTION_PARTNER_FAMILY,
	SECTION_CYCLE,
	SECTION_EVENT,
	REPORT_SECTIONS,
};

/** Those of a year, or of an event alone, in their order; N receives how many. Borrowed. */
const enum report_section *report_sections(bool year, guint *n);

struct report_column {
	const char *key; /* for scripts: of the figure, or of a value of the axis across */
	const char *label, *brief;
	enum report_unit unit;
	bool spare;              /* may be left out: rarely used, and nothing stands in it */
	struct report_cell cell; /* without the line's value */
};

struct report_line {
	const char *key; /* code, or that of the figure; NULL: not known */
	const char *label;
	const char *note; /* or NULL */
	/* of a line that is a figure of its own */
	enum report_unit unit;
	bool part;            /* of the figure above, which KEY names */
	const char *part_key; /* code of that part; NULL: not known */
	bool within;          /* a part of the line above, in whatever way */
	struct report_cell cell;
	gint64 *now, *before; /* of each column; BEFORE is NULL without a year to compare with */
};

struct report_table {
	enum report_section section;
	const char *key, *label;
	const char *year, *year_before; /* NULL: an event alone; nothing to compare with */
	const char *note;               /* what has to be known to read it, or NULL */
	bool lines_are_figures; /* one column; each line has a figure and a unit of its own */
	struct report_column *columns;
	guint n_columns;
	struct report_line *lines;
	guint n_lines;
	guint lead; /* the column that is compared where there is room for one */
};

/** A table of SECTION in NOW, beside BEFORE (or NULL), which is of the same facts. Lines of which
 * nothing is to be counted in either are left out, unless they are always shown. */
struct report_table *report_table_new(const ReportScope *now, const ReportScope *before,
				      enum report_section section);
void report_table_free(struct report_table *table);

/** Figures that a line of SECTION can tell beside its columns, ended by REPORT_FIGURES. Borrowed.
 */
const enum report_figure *report_section_more(enum report_section section);

/** False when nothing stands in TABLE: all its counts are zero or unknown, in both years. */
bool report_table_tells(const struct report_table *table);

/** What is said in the place of such a table: "rien en 2030 ni en 2029". Caller frees. */
char *report_table_nothing(const struct report_table *table);

/** What stands at a line and a column. */
struct report_cell report_table_cell(const struct report_table *table, guint line, guint column);
enum report_unit report_table_unit(const struct report_table *table, guint line, guint column);

/** One column as people see it. */
struct report_shown {
	guint column;
	enum {
		SHOWN_NOW,
		SHOWN_BEFORE, /* of the column that leads */
		SHOWN_CHANGE,
	} aspect;
};

#define REPORT_SHOWN_MAX 16

/** The columns that people see, the one that leads followed by its comparison; how many. */
guint report_table_shown(const struct report_table *table,
			 struct report_shown shown[static REPORT_SHOWN_MAX]);

/* ---- words --------------------------------------------------------------------------------------
 */

/** The words of a line: "dont présentiel" for a part of the figure above. Caller frees. */
char *report_line_label(const struct report_line *line);

/** The same as it stands in a table, parts of a line further in than that line. Caller frees. */
char *report_line_shown(const struct report_line *line);

/** "1 234", "12,5", "25 %" with no-break spaces, "–" when it is not known. Caller frees. */
char *report_text(gint64 value, enum report_unit unit);

/** "+12", "−3", "=", or "" when one of the two is not known. Caller frees. */
char *report_difference(gint64 now, gint64 before, enum report_unit unit);

/** What heads a column that is shown, in few letters when BRIEF; and what stands in it at LINE.
 * Caller frees. */
char *report_shown_head(const struct report_table *table, const struct report_shown *shown,
			bool brief);
char *report_shown_text(const struct report_table *table, guint line,
			const struct report_shown *shown);

/** The rate of PART in WHOLE in tenths of a percent, a half upwards; REPORT_UNKNOWN of nothing. And
 * in words: "59,8 %", "–". Caller frees. */
gint64 report_rate(gint64 part, gint64 whole);
char *report_rate_text(gint64 part, gint64 whole);

/** The same value for scripts: "1234", "12.5", "25.0"; NULL when it is not known. Caller frees. */
char *report_number(gint64 value, enum report_unit unit);

#endif
