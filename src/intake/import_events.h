/* What the files of the import of events share. */
#ifndef INTAKE_IMPORT_EVENTS_H
#define INTAKE_IMPORT_EVENTS_H

#include "app/noun.h"
#include "core/event.h"
#include "core/place.h"
#include "intake/import_private.h"

/** What a row says of an event, as published. */
struct told {
	struct event event; /* members that are plain cells; start_date and end_date as read */
	char *kind, *cycle;
	char welcome[6], start[6], end[6]; /* "" when missing */
	char *venue, *town, *department;   /* of the place; a département may be a text */
	char **organisers, **partners, **themes;
};

/** Which place a row names. */
struct place {
	const char *venue, *town, *department; /* may be NULL */
};

struct draft {
	gint64 event_id; /* stored already, or 0 */
	int other;       /* earlier row that it follows, or -1 */
	gint64 made;     /* while the plan is written */
};

struct events {
	Bodies *bodies;
	Rows *stored;       /* every event */
	GHashTable *titles; /* folded title → GPtrArray of struct event */
	GHashTable *by_id;  /* → struct event */
	GHashTable *rows;   /* folded title, date and place of an earlier row → row + 1 */
	GHashTable *kinds, *themes, *cycles; /* folded name → id */
	GHashTable *kinds_new;               /* folded name → name, of kinds that will be made */
	struct places *places;
	struct draft *drafts;
	guint bodies_made;
	struct tally tally, tally_bodies;
};

struct events *events_of(const ImportPlan *plan);

/* ---- reading (import_events_read.c) ---- */

bool events_columns(Store *store, ImportPlan *plan, const struct import_options *options,
		    GError **error);
void events_bind(ImportPlan *plan);

/** Read ROW; false when it is refused, which has been said. Clear in both cases. */
bool told_read(ImportPlan *plan, guint row, struct told *told);
void told_clear(struct told *told);

/* ---- values of events (import_event_values.c) ---- */

enum date_cell { DATE_MISSING, DATE_READ, DATE_REFUSED, DATE_NOT_UNDERSTOOD };

/** Read a date that stands by itself: without a year it is none. *WEEKDAY receives 1…7 when one was
 * written with it, else 0. */
enum date_cell value_date(const char *typed, const char *today, char date[static 11], int *weekday);

/** 1…7 for the name of a weekday in either language, 0 otherwise. */
int value_weekday(const char *typed, const char *today);

/** Put an attendance as published where it belongs: a bare number is counted, one with words beside
 * it ("plus de 200") is estimated and keeps its words. False when it holds no number. */
bool value_attendance(struct event *event);

/** The fee in cents when it is one amount ("gratuit", "15 €"); MISSING otherwise. */
gint64 value_fee(const char *fee);

/** What became of an event of that date whose status nobody wrote: past ones were held, coming ones
 * are announced; what is not dated was held when it left traces, and is a draft otherwise. */
const char *value_status(const struct event *event, const char *today);

/* ---- comparing (import_events_compare.c) ---- */

/** What TOLD says otherwise than the stored event, in words; NULL when nothing. Caller frees. */
char *told_differs(Store *store, ImportPlan *plan, const struct told *told,
		   const struct event *event);

/** Write what TOLD says otherwise. */
bool told_take(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
	       GError **error);

/* ---- writing (import_events_write.c) ---- */

bool events_open(Store *store, ImportPlan *plan, GError **error);
bool events_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		  guint *written, GError **error);
bool events_close(Store *store, ImportPlan *plan, GError **error);

/** Names, organisations and places as the file has them now: for judging, and again for writing. */
bool events_load_names(Store *store, ImportPlan *plan, GError **error);

/** True when the days from FIRST to LAST are few enough to be one meeting: they are made. Of more,
 * only the first and the last are known. */
bool days_are_made(const char *first, const char *last);

/** Add the partners and themes of TOLD that the event lacks. */
bool partners_write(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
		    GError **error);
bool themes_write(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
		  GError **error);

/** The id of the row of NOUN called NAME, made when it is not known; CACHE goes from folded names
 * to ids. 0 on error. */
gint64 named_id(Store *store, GHashTable *cache, const struct noun *noun, const char *name,
		GError **error);

/* ---- places (import_places.c) ---- */

typedef struct places Places;

/** Every place of the file; NULL on error. */
Places *places_load(Store *store, GError **error);
void places_free(Places *places);

/** The place that is known by that name in that town, or NULL. Borrowed. */
const struct venue *places_find(const Places *places, const struct place *place);

/** The same, made when it is not known; *ID is 0 when the row names none. Of a place of which only
 * the town is known, the town is the name. */
bool places_make(Store *store, Places *places, const struct place *place, gint64 *id,
		 GError **error);

#endif
