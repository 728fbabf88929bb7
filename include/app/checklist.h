/* The usual list of a kind of event: its own (core/checklist.h), else the one that comes with the
 * program (db/reference/listes_types.tsv), to which belongs what follows every event. */
#ifndef APP_CHECKLIST_H
#define APP_CHECKLIST_H

#include "core/checklist.h"
#include "core/task.h"
#include "store/store.h"

typedef struct checklist_of {
	bool own;      /* the centre has made it */
	bool meetings; /* it is of meetings that decide */
	GArray *lines; /* struct task_line, whose texts last as long as this */
	Rows *rows;    /* private */
	GStringChunk *words;
} Checklist;

/** The list of the kind KIND_ID; 0: of events without a kind. NULL on error. */
Checklist *checklist_of_kind(Store *store, gint64 kind_id, GError **error);
void checklist_free(Checklist *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Checklist, checklist_free)

/** True when LINE is for events of that kind, and not for the few of another sort among them. */
bool checklist_holds(const Checklist *list, const struct task_line *line);

/** What a line is called: its title, else its kind. Borrowed. */
const char *task_line_name(const struct task_line *line);

/** LINE as the row that it would be, not stored; free with entity_free(). */
struct checklist *checklist_row(const struct task_line *line, gint64 kind_id, gint64 position);

/** Make the list that comes with the program the kind's own, to be changed. ERROR_CONFLICT when it
 * has one. Needs a gesture. */
bool checklist_take(Store *store, gint64 kind_id, guint *made, GError **error);

#endif
