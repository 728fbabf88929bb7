/* A programme as a timetable: by day and half-day, rooms side by side; moved by keys, shifted as a
 * block. */
#ifndef SCREENS_TIMETABLE_H
#define SCREENS_TIMETABLE_H

#include "tui/list.h"

struct timetable;

/** Of an event; the cursor is that of LIST (its sessions), which must outlive it. */
struct timetable *timetable_new(struct ui *ui, gint64 event_id, struct list *list);
void timetable_free(struct timetable *table);

/** Read the rows again; what was being moved is given back. */
void timetable_reload(struct timetable *table, struct ui *ui);

void timetable_draw(struct timetable *table, struct ui *ui, struct area area);

bool timetable_key(struct timetable *table, struct ui *ui, const struct key *key);

/** Take the session one is on, for the arrows to move it. */
void timetable_take(struct timetable *table, struct ui *ui);

/** True while a session is being moved: every key is the timetable's. */
bool timetable_moves(const struct timetable *table);

/** Ask by how much the session one is on in LIST, and all that follows it, are shifted. */
void programme_shift_ask(struct ui *ui, gint64 event_id, const struct list *list);

/** Commit the gesture under way, which moved CHANGED sessions, and say what follows from it. */
void programme_commit(struct ui *ui, gint64 event_id, guint changed);

#endif
