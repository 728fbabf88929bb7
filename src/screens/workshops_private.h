/* What the files of the screen of workshops share. */
#ifndef SCREENS_WORKSHOPS_PRIVATE_H
#define SCREENS_WORKSHOPS_PRIVATE_H

#include "app/workshops.h"
#include "screens/screen_workshops.h"

/** What is shown; Esc goes back to the table. */
enum workshops_view {
	VIEW_TABLE,
	VIEW_PEOPLE,   /* of one workshop, or of a group those who are nowhere */
	VIEW_PROPOSAL, /* where everybody would go */
};

struct workshops_line {
	enum {
		LINE_GROUP,    /* heading of a group */
		LINE_WORKSHOP, /* WORKSHOP */
		LINE_NOWHERE,  /* those of the group who are in none */
		LINE_PERSON,   /* PERSON in GROUP */
		LINE_MOVE,     /* of the proposal: MOVE */
	} kind;
	guint group;
	int workshop; /* place in the list, -1: none */
	guint person, move;
};

struct workshops_screen {
	struct screen screen;
	gint64 event_id;
	char *title;
	Workshops *workshops;
	enum workshops_view view;
	guint group; /* of VIEW_PEOPLE */
	int shown;   /* and its workshop; -1: those who are nowhere */
	struct workshops_choice choice;
	GArray *moves; /* of VIEW_PROPOSAL: struct workshop_move */
	GArray *seen;  /* the same as the person has asked for it or been told of it */
	bool own;      /* what is read next has been changed by the person */
	GArray *lines; /* struct workshops_line */
	guint cursor, top, page;
	guint table_cursor; /* where one was in the table */
};

/** The line one is on; NULL when there is none. */
const struct workshops_line *workshops_line(const struct workshops_screen *space);

void workshops_draw(struct screen *screen, struct ui *ui, struct area body);

#endif
