/* A list of rows of one noun: it holds ids and search keys, and reads the rows it shows. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "app/noun.h"
#include "store/index.h"
#include "tui/input.h"
#include "tui/ui.h"

struct list_column {
	const char *key;   /* of the noun; NULL when TEXT makes it */
	const char *label; /* English msgid; NULL: the key's own */
	int width;         /* columns it needs */
	int grow;          /* share of what is left over */
	int priority;      /* those with the least go first when the terminal is narrow */
	bool right;        /* numbers */
	const char *sort;  /* member of the entity to sort by, or NULL */
	char *(*text)(Store *store, const void *row); /* caller frees */
	const char
		*file_key; /* of the noun, instead of TEXT, where the list is exported; or NULL */
};

struct list_spec {
	const struct noun *noun;
	const struct list_column *columns;
	guint n_columns;
	const char *empty; /* English msgid: what to do when there is nothing */
	const char *none;  /* English msgid: said of a view with nothing in it; NULL: nobody */
	bool (*warns)(Store *store, const void *row); /* draw the row as a warning; may be NULL */
};

struct list {
	const struct list_spec *spec;
	const char *column; /* only rows whose COLUMN is VALUE; NULL: all */
	gint64 value;
	GHashTable *only; /* ids: no others are shown; NULL: all */
	Index *index;
	gint64 *shown; /* ids that pass the filter */
	guint n_shown, cursor, top, page;
	struct input filter;
	bool filtering;
	const struct list_column *sort;
	bool descending;
	GHashTable *selected; /* ids */
	GHashTable *cells;    /* id -> char ** of the columns' texts */
};

/** A list with its rows read. */
struct list *list_new(struct ui *ui, const struct list_spec *spec, const char *column,
		      gint64 value);
void list_free(struct list *list);

/** Read the ids again; the cursor stays on its row, or near it. */
void list_reload(struct list *list, struct ui *ui);

/** Show only rows whose id (gint64 *) is in ONLY, which the list owns from now on; NULL: all. */
void list_restrict(struct list *list, GHashTable *only);

void list_draw(struct list *list, struct ui *ui, struct area area);

/** Moves, selection, filter. */
bool list_key(struct list *list, struct ui *ui, const struct key *key);

/** A click on a row or a head of it; true for a row. */
bool list_click(struct list *list, struct ui *ui, const struct hit *hit);

/** Filter, sort and selection actions. */
bool list_act(struct list *list, struct ui *ui, enum act act);

/** The id of the row the cursor is on; 0 in an empty list. */
gint64 list_current(const struct list *list);

/** Put the cursor on a row, if it is shown. */
void list_go_to(struct list *list, gint64 id);

/** The ids to act on: the selected rows that are shown, else the current one. N receives how many.
 * Caller frees. */
gint64 *list_targets(const struct list *list, guint *n);

/** How many they are. */
guint list_count_targets(const struct list *list);

#endif
