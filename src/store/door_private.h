/* What the files of an event that is taken along share. */
#ifndef STORE_DOOR_PRIVATE_H
#define STORE_DOOR_PRIVATE_H

#include "store/door.h"

/** In a copy, the counter that names its row of door_copy. */
#define TAKEN_COUNTER "door copy"

/** store_taken(); false on error. */
bool taken_read(Store *store, gint64 *taken, GError **error);

/** Refuse ACTION where this database is a copy and it makes no sense there. */
bool taken_allows(Store *store, const char *action, GError **error);

/** Refuse to write rows of ENTITY where this database is a copy and they would not come back. */
bool taken_takes(Store *store, const struct entity *entity, GError **error);

/** What of a table goes along with an event. */
struct door_way {
	const struct entity *entity;
	const char *where;       /* the rows, $1 being the event; NULL: none */
	bool back;               /* what is done to them there comes back */
	const char *withheld[6]; /* members that do not go along; ended by NULL */
};

/** Every entity once, in the order of entities[]. */
extern const struct door_way door_ways[];
extern const guint n_door_ways;

/** What was said otherwise of a member is settled once somebody changes it here. */
bool settle_conflicts(Store *store, GError **error);

#endif
