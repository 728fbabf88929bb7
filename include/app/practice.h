/* Good-practice sheets: searching them, and giving them away. */
#ifndef APP_PRACTICE_H
#define APP_PRACTICE_H

#include "core/practice.h"
#include "store/store.h"

/** What is looked for; NULL and 0: anything. */
struct practice_search {
	gint64 theme_id;
	const char
		*territory; /* part of what is written, or the code of a département or a place */
	const char *words;  /* all of them stand in the sheet, its theme included */
};

/** Those that answer, in the order of their titles. NULL on error. */
Rows *practices_find(Store *store, const struct practice_search *search, GError **error);

/** The sheet as plain text, cleaned for a file. The contact stands in it only where they agreed to
 * it. Caller frees. */
char *practice_text(Store *store, const struct practice *practice);

/** Sheets of the session; of the event as a whole when SESSION_ID is 0. NULL on error. */
Rows *practices_shown_at(Store *store, gint64 event_id, gint64 session_id, GError **error);

#endif
