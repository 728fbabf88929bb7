/* What the files of the timetable share. */
#ifndef SCREENS_TIMETABLE_PRIVATE_H
#define SCREENS_TIMETABLE_PRIVATE_H

#include "core/programme.h"
#include "screens/timetable.h"

/* Sessions that begin at one time. */
struct timetable_row {
	enum {
		ROW_DAY,  /* a heading */
		ROW_PART, /* of a half-day */
		ROW_GAP,  /* nothing for so long */
		ROW_SESSIONS,
	} kind;
	char *text; /* of a heading, of a gap */
	GPtrArray
		*cells; /* of ROW_SESSIONS: struct session, borrowed, by the order of their rooms */
};

struct timetable {
	gint64 event_id;
	struct list *list;
	Rows *sessions; /* moved here first, and stored when they are put down */
	Rows *days;
	GArray *rooms;         /* gint64: those of the places, 0 (no room) last */
	GPtrArray *room_names; /* char * */
	GArray *rows;          /* struct timetable_row */
	guint top;
	gint64 moving; /* the session that is; 0: none */
};

/** The session one is on, or NULL. */
struct session *timetable_current(const struct timetable *table);

/** Make the rows of what is there, in its order. */
void timetable_rows_make(struct timetable *table);

/** True when SESSION begins before another in its room, or one without room, has ended. */
bool timetable_overlaps(const struct timetable *table, const struct session *session);

/** The place of a room among those of the table. */
guint timetable_room_place(const struct timetable *table, gint64 room_id);

#endif
