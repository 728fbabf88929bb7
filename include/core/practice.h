/* Good practices: what was tried somewhere, and is worth telling elsewhere. */
#ifndef CORE_PRACTICE_H
#define CORE_PRACTICE_H

#include "core/entity.h"

/** A good-practice sheet; it outlives the event and the session at which the practice was shown */
struct practice {
	gint64 id, rev;
	char *title;
	char *territory; /* as written */
	gint64 territory_id;
	gint64 theme_id;
	char *audience;
	char *description;
	char *results;
	char *documents;      /* one a line */
	gint64 person_id;     /* whom to ask */
	char *contact_agreed; /* yes, no; NULL: not asked yet. Shown only where it is yes */
	char *agreed_on;
	gint64 event_id;
	gint64 session_id;
	char *written_on;
	char *sort_key;
	char *search_key;
};

extern const struct entity entity_practice;

#endif
