/* What the files of the calendar share. */
#ifndef SCREENS_CALENDAR_PRIVATE_H
#define SCREENS_CALENDAR_PRIVATE_H

#include "app/date_finder.h"
#include "tui/ui.h"

#define DAYS 7

enum calendar_view {
	VIEW_WEEK,
	VIEW_MONTH,
	VIEW_YEAR,
	VIEW_ROOMS,
	VIEWS,
};

/* A day of an event. Days are numbers (core/day_grid.h), times minutes, -1 when not known. */
struct calendar_event {
	gint64 event_id;
	int day, start, end;
	const char *title; /* the short one where there is one */
	const char *number;
	const char *place, *town; /* or NULL */
	const char *status;       /* code */
	const char *deadline, *last_day;
	gint64 seat_limit, seats, registered;
	bool live; /* keeps its day busy */
};

/* A room that is taken on a day. */
struct calendar_taken {
	gint64 event_id, room;
	int day;
	const char *title;
	const char *name; /* of the room, with its place */
};

struct calendar_mark {
	const char *holiday; /* public; NULL: none */
	const char *school;
	const char *avoid;
	guint busy; /* dates of partners */
};

/* What was read at once: a year and what touches it. */
struct calendar_period {
	int first, last;
	GArray *events;              /* struct calendar_event, in the order of days and times */
	struct calendar_mark *marks; /* one a day */
	GArray *busy;                /* struct finder_busy */
	GArray *taken;               /* struct calendar_taken; NULL until rooms are looked at */
	GPtrArray *room_names;       /* of the rooms of all places, those that are taken first */
	GArray *room_ids;            /* gint64, as many */
	GStringChunk *words;
	GHashTable *warnings; /* event id → what is wrong with it, or "" */
};

/* An event that is being moved. */
struct calendar_move {
	gint64 event_id;
	int from;  /* the day on which it was taken up */
	int first; /* its first day */
	char *title;
	char *announced; /* when; NULL: it was not */
	guint n_days;
	DateFinder *finder;
	int known_first, known_last; /* days for which the finder was asked */
};

struct calendar {
	struct screen screen;
	enum calendar_view view;
	int day, today;
	int slot;    /* minutes: where a new event would begin, in a week */
	guint index; /* the event one is on among those of the day */
	guint room, room_top;
	int width; /* of the screen, as it was drawn last */
	struct calendar_period *period;
	struct calendar_move *move; /* NULL: none */
	struct ui *ui;              /* where warnings are read */
	guint checking;             /* the source that reads them; 0: none */
};

/* ---- what there is: calendar_data.c -------------------------------------------------------------
 */

/** Have the days from FIRST to LAST; false when they cannot be read. */
bool calendar_need(struct calendar *calendar, struct ui *ui, int first, int last);

void calendar_period_free(struct calendar_period *period);

/** What DAY is; of a day that was not read, nothing. */
const struct calendar_mark *calendar_mark(const struct calendar *calendar, int day);

/** The day on which EVENT is shown: while it is moved, where it would be. */
int calendar_shown_day(const struct calendar *calendar, const struct calendar_event *event);

/** The events shown on DAY (const struct calendar_event *). Free the array. */
GPtrArray *calendar_on(const struct calendar *calendar, int day);

/** How many of them keep the day busy, for each of the N days from FIRST on. Caller frees. */
guint *calendar_load(const struct calendar *calendar, int first, guint n);

/** What is wrong with an event of the day one is on, in one line; "" when nothing is. The checks
 * read much: they run once no key waits, and the screen is then drawn again. Borrowed. */
const char *calendar_warning(struct calendar *calendar, struct ui *ui, gint64 event_id);

/** Nothing is read any more. */
void calendar_warnings_stop(struct calendar *calendar);

/** Rooms and what takes them. */
bool calendar_rooms_need(struct calendar *calendar, struct ui *ui);

/* ---- words: calendar_words.c --------------------------------------------------------------------
 */

/** "▁", "▄", "█" for one, two, more events; " " for none. */
const char *calendar_heat(guint n);

/** The letters of what a day is: public holiday, school holidays, to avoid, partners. Caller frees.
 */
char *calendar_letters(const struct calendar_mark *mark);

/** What these letters mean, in one line. Caller frees. */
char *calendar_legend(void);

/** The same in words: "public holiday: Noël · Vacances de Noël". Caller frees; "" for none. */
char *calendar_mark_words(const struct calendar_mark *mark);

/** One word for a narrow column: "holiday". Borrowed; "" for none. */
const char *calendar_mark_word(const struct calendar_mark *mark);

/** "9h30–12h30". Caller frees. */
char *calendar_hours(int start, int end);

/** "17/25", or "17"; NULL when nobody is registered. Caller frees. */
char *calendar_count(const struct calendar_event *event);

/** "17/25 · ouvert". Caller frees. */
char *calendar_seats(const struct calendar *calendar, const struct calendar_event *event);

/** "?" for what is not announced yet, "×" for what does not take place, else "". */
const char *calendar_sign(const struct calendar_event *event);

/** How an event looks, the one one is on apart. */
enum style calendar_style(const struct calendar *calendar, const struct calendar_event *event);

/** "jeu. 3". Caller frees. */
char *calendar_day_head(int day);

/* ---- views --------------------------------------------------------------------------------------
 */

void calendar_week_draw(struct calendar *calendar, struct ui *ui, struct area area);
void calendar_agenda_draw(struct calendar *calendar, struct ui *ui, struct area area);
void calendar_month_draw(struct calendar *calendar, struct area area);
void calendar_year_draw(struct calendar *calendar, struct area area);
void calendar_rooms_draw(struct calendar *calendar, struct area area);

/** The day one is on, below the view. */
void calendar_day_draw(struct calendar *calendar, struct ui *ui, struct area area);

/** True where a week is shown as a list of its days. */
bool calendar_is_agenda(const struct calendar *calendar, int width);

/** The event of the room one is on, on the day one is on; 0: none. */
gint64 calendar_room_event(const struct calendar *calendar);

/* ---- moving: calendar_move.c --------------------------------------------------------------------
 */

/** Take up the event that stands on the day one is on. */
void calendar_move_begin(struct calendar *calendar, struct ui *ui, gint64 event_id);

/** Leave it where it was. */
void calendar_move_end(struct calendar *calendar);

/** Set it down on the day one is on. */
void calendar_move_set(struct calendar *calendar, struct ui *ui);

/** What speaks against the day one is on. */
void calendar_move_draw(struct calendar *calendar, struct ui *ui, struct area area);

#endif
