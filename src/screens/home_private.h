/* What the files of the first screen share. */
#ifndef SCREENS_HOME_PRIVATE_H
#define SCREENS_HOME_PRIVATE_H

#include "app/agenda.h"
#include "screens/home.h"

/* From so many columns on, what is due stands beside what comes. */
#define HOME_WIDE 110

enum home_offer {
	OFFER_EVENT,
	OFFER_TABLE,
	OFFER_CALENDAR,
	OFFER_CENTRE,
	OFFER_SAMPLE,
	OFFERS,
};

/* A line that opens what it speaks of, or one between such lines. */
struct home_line {
	enum {
		HOME_BLANK,
		HOME_HEADING,
		HOME_TEXT,
		HOME_AGENDA,
		HOME_FIGURES, /* of the year: the report */
		HOME_OFFER,
	} kind;
	bool beside; /* in the right part, where there are two */
	enum style style;
	char *text;
	const struct agenda_line *agenda; /* borrowed */
	enum home_offer offer;
};

/* A part of the screen: the lines from FIRST on. */
struct home_part {
	guint first, n, top;
	guint page;
};

/* Where the person wishes the cursor to be, told by what stands there: lines come and go while it
 * waits. */
struct home_standing {
	bool figures;
	struct agenda_line line; /* its texts may be gone with the agenda it was of */
};

struct home {
	struct screen screen;
	Agenda *agenda; /* NULL: it could not be read */
	GArray *lines;  /* struct home_line */
	guint cursor;
	struct home_standing standing;
	guint remembered[2]; /* where the cursor was in each part */
	struct home_part parts[2];
	bool wide;
	int width;     /* that the lines were made for */
	bool stale;    /* rows may have changed since it was read */
	bool begun;    /* what takes longer is not all found */
	bool welcomes; /* the program is here for the first time */
	guint source;  /* of the main loop, that finds what takes longer; 0: none */
	struct ui *ui;
};

/** Lines of what the agenda says. */
void home_lines_make(struct home *home);

bool home_line_opens(const struct home_line *line);

const struct home_line *home_line_at(const struct home *home, guint place);

/** The part that the line stands in. */
guint home_part_of(const struct home *home, guint place);

/** Where the second part begins; the number of lines when there is one part. */
void home_parts_make(struct home *home, int width);

void home_draw_lines(struct home *home, struct area body);

/** Open what the line speaks of. */
void home_open(struct home *home, struct ui *ui, const struct home_line *line);

#endif
