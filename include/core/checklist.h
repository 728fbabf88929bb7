/* The usual tasks of a kind of event. */
#ifndef CORE_CHECKLIST_H
#define CORE_CHECKLIST_H

#include "core/entity.h"

/** A task that events of a kind usually need */
struct checklist {
	gint64 id, rev;
	gint64 kind_id;
	char *task;          /* of code_task_kinds */
	char *title;         /* NULL: it is called by that kind */
	char *owner;         /* NULL: who is in charge of the event */
	gint64 days_before;  /* counted from the event's first day, or MISSING */
	gint64 days_after;   /* from its last one; never both */
	gint64 each_speaker; /* one for everybody who has slides to give */
	gint64 position;
	char *search_key;
};

extern const struct entity entity_checklist;

#endif
