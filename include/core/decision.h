/* What a meeting decides, and whether it could. */
#ifndef CORE_DECISION_H
#define CORE_DECISION_H

#include "core/entity.h"

/** A point of the agenda and what was decided on it */
struct decision {
	gint64 id, rev;
	gint64 event_id;
	gint64 position;
	char *item;
	char *text; /* NULL: nothing was decided, or not written yet */
	gint64 votes_for, votes_against, abstentions; /* MISSING: not counted */
	char *search_key;
};

extern const struct entity entity_decision;

#endif
