/* What the law gives to people: to see what is held about them, to be forgotten, and not to be kept
 * longer than needed (GDPR, articles 15, 17 and 5.1.e; data model, rule 15). */
#ifndef APP_PERSONAL_H
#define APP_PERSONAL_H

#include <jansson.h>

#include "store/store.h"

/* ---- seeing -------------------------------------------------------------------------------------
 */

/** Everything that is held about a person, row by row, whatever table it stands in, with what
 * stands in the history about those rows (when, by whom, what was done). Keys are those of the
 * tables, values as stored. NULL on error. */
json_t *personal_json(Store *store, gint64 person_id, GError **error);

/** The same to be read, in the person's language: a heading for each row, a line for each value.
 * Caller frees; NULL on error. */
char *personal_text(Store *store, gint64 person_id, GError **error);

/** Both of them as files in the output folder, to be given to the person (article 20: readable, and
 * for a machine). READABLE and MACHINE receive their paths, which the caller frees. */
bool personal_files(Store *store, gint64 person_id, char **readable, char **machine,
		    GError **error);

/* ---- forgetting ---------------------------------------------------------------------------------
 */

struct forgotten {
	guint registrations; /* rows of attendees that were blanked */
	guint answers;
	guint images;        /* rows that were deleted before, and were blanked in the history */
	guint texts;         /* fields that were the name alone (who is in charge), cleared */
	guint earlier;       /* texts of the history in which they were named, taken out of it */
	bool scrubbed;       /* the file was written anew; false: somebody is reading it */
	GPtrArray *copies;   /* char *: paths of copies that still hold the person; copies of events
				that were taken along, in words */
	GPtrArray *mentions; /* char *: texts in which the name still stands, object and field */
};

void forgotten_clear(struct forgotten *forgotten);

/** Forget N people (at least one): the rows and the registrations are kept, blank, so that every
 * count stays what it was; names, addresses, texts and answers go, from the rows, from the history
 * and from drafts, and the file is written anew. Texts of others in which the name stands are left
 * and named; a field that is the name alone is cleared, unless somebody else is called so. All or
 * nobody; it cannot be undone. DRY_RUN does all of it and takes it back. ERROR_NOTHING for somebody
 * already forgotten. Not within a gesture.
 */
bool people_forget(Store *store, const gint64 *people, guint n, bool dry_run,
		   struct forgotten *forgotten, GError **error);

/** What was done, in sentences (char *); DRY_RUN: what would be. Owned by the caller. */
GPtrArray *forgotten_sentences(const struct forgotten *forgotten, bool dry_run);

/* ---- keeping no longer than needed --------------------------------------------------------------
 */

enum retention {
	RETENTION_KEPT,
	RETENTION_TO_CONTACT, /* within the year: ask whether they wish to stay */
	RETENTION_TO_ERASE,   /* the time is over */
};

struct person_due {
	gint64 person_id;
	enum retention due;
	char last_contact[11]; /* the latest day on which anything tells of a contact */
};

/** People whose last contact is so old that they are to be asked again or erased (setting
 * "retention_years"; CNIL: three years after the last contact). A contact is a registration, an
 * event one was registered for, a consent, the date in the directory; without any of them, the day
 * on which the row was made. The oldest first. Elements are struct person_due. NULL on error. */
GArray *people_due(Store *store, GError **error);

/** The same counted piece by piece, a few hundred people at each call: AFTER, 0 at first, receives
 * where to go on, and 0 again once everybody was looked at. N_DUE grows, by enum retention. */
bool people_due_count(Store *store, gint64 *after, guint n_due[static RETENTION_TO_ERASE + 1],
		      GError **error);

/** Erase what is due by itself: diets, access needs and sensitive answers of events that ended more
 * than "needs_kept_days" ago. A record in the history, which undo passes over; nothing when nothing
 * is due, and then it costs a look into an index. Not within a gesture. */
bool personal_expire(Store *store, GError **error);

/** True when personal_expire() has something to do, or when that cannot be told. */
bool personal_is_due(Store *store);

/** Take out of the history what it kept of rows longer than "history_months" ago: those gestures
 * can then no longer be undone. */
bool images_expire(Store *store, GError **error);

#endif
