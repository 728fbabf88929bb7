/* Who of several has the last word on a member of a row: the centre and the copies taken along.
 *
 * Each has said something without knowing what the others did since they parted. What somebody
 * said knowing another's word takes its place. Of those words that nobody knew, the latest stands:
 * by its time, then by who said it, whatever the order in which they are brought together
 * (docs/adr/0023).
 */
#ifndef CORE_DOOR_SAID_H
#define CORE_DOOR_SAID_H

#include "core/entity.h"

/** Somebody's last word. Gestures are the centre's, by which it orders what it comes to know. */
struct door_said {
	gint64 origin;   /* id of the copy; 0: the centre */
	const char *uid; /* of the copy, "" of the centre: of two at one time the greater stands */
	const char *at;  /* UTC */
	gint64 gesture;  /* by which it was said, where it was said */
	gint64 known;    /* by which the centre came to know it */
	gint64 base;     /* the last one of which whoever said it knew */
};

/** True when A was said knowing of B. */
bool door_said_sees(const struct door_said *a, const struct door_said *b);

/** Negative when A gives way to B, of two that did not know of each other. */
int door_said_order(const struct door_said *a, const struct door_said *b);

/** True when none of the N words was said knowing of word I. */
bool door_said_is_open(const struct door_said *said, guint n, guint i);

/** The place of the word that stands; N > 0. */
guint door_said_standing(const struct door_said *said, guint n);

/* ---- what is said of ----------------------------------------------------------------------------
 */

/** Members that are one thing: an organisation as declared and the row it names, the hours of a
 * session. */
struct door_register {
	const struct field *head;
	const struct field *also[4]; /* ended by NULL */
	bool head_tells; /* two words differ when their heads do; else when any member does */
};

/** The registers of ENTITY (struct door_register): its members that people write. Not among them
 * are what the program makes (keys, calendars, first and last days), identities, and what a row
 * belongs to. Caller frees. */
GArray *door_registers(const struct entity *entity);

/** The head of the register that the member NAME is of; NULL when it is of none. Borrowed for ever.
 */
const char *door_register_head(const struct entity *entity, const char *name);

#endif
