/* Places and rooms. */
#ifndef CORE_PLACE_H
#define CORE_PLACE_H

#include "core/entity.h"

/** A place */
struct venue {
	gint64 id, rev;
	char *name;
	char *address;
	char *postal_code;
	char *town;
	char *town_code;
	char *department;
	char *access;
	char *contact;
	gint64 step_free;
	char *notes;
	char *sort_key;
	char *search_key;
};

/** A room of a place */
struct room {
	gint64 id, rev;
	gint64 venue_id;
	char *name;
	gint64 capacity;
	gint64 capacity_theatre;
	gint64 capacity_islands;
	gint64 capacity_u;
	char *equipment;
	gint64 step_free;
	gint64 induction_loop;
	char *notes;
	char *search_key;
};

/** True for a place of which only the town is known: it bears the town's name and nothing else. */
bool venue_is_town(const struct venue *venue);

/** "Albi" of "Maison de la Région, 81000 Albi" and "MJC (Albi)": what stands behind the last comma
 * or in brackets, without digits; NULL: the name has one part alone. Caller frees. */
char *place_last_part(const char *name);

/** True when the last part of the name is the town: it need not be said again. */
bool place_says_town(const char *name, const char *town);

extern const struct entity entity_venue;
extern const struct entity entity_room;

#endif
