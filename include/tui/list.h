/* A list of rows of one noun: it holds ids and search keys, and reads the rows it shows. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "app/filter.h"
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
	const char *sort;  /* a member of the entity made for sorting (sort_key); else by the key */
	char *(*text)(Store *store, const void *row); /* caller frees */
	const char *of; /* the key of the noun that TEXT says in other words: filters and sorting
			   ask it; or NULL */
	const char
		*file_key; /* of the noun, instead of TEXT, where the list is exported; or NULL */
};

struct list_spec {
	const struct noun *noun;
	const char *name; /* under which it is remembered; NULL: the noun's */
	const struct list_column *columns;
	guint n_columns;
	const char *empty; /* English msgid: what to do when there is nothing */
	const char *none;  /* English msgid: said of a view with nothing in it; NULL: nobody */
	bool (*warns)(Store *store, const void *row); /* draw the row as a warning; may be NULL */
};

/* The rows that pass the filter so far, while the rest is being read. */
struct list_narrowing {
	guint source; /* of the loop; 0: nothing is under way */
	guint at;     /* the next place in the list's order */
	gint64 *kept;
	guint *places; /* of them, in the index */
	guint n;
	guint *among; /* places: only these are judged; NULL: all */
	guint n_among;
};

struct list {
	guint64 fallen; /* a bit for each of its columns for which there was no room */
	struct ui *ui;
	const struct list_spec *spec;
	const char *column; /* only rows whose COLUMN is VALUE; NULL: all */
	gint64 value;
	GHashTable *only;    /* ids: no others are shown; NULL: all */
	GArray *columns;     /* struct list_column: those shown, in their order */
	bool columns_chosen; /* by the person */
	Index *index;        /* every row, in the entity's own order */
	guint32 *order;      /* places in INDEX as they are sorted; NULL: as they are */
	GHashTable *values;  /* of the columns that are filtered or sorted by */
	gint64 *shown;       /* ids that pass the filter */
	guint n_shown, cursor, top, page;
	struct input filter;
	bool filtering;
	bool taken_up; /* the filter that was there is replaced by what is typed, as in a search */
	gint64 from;   /* the row the cursor comes back to while the filter changes; 0: none */
	Sieve *sieve;  /* the filter as it was read; NULL: there is none */
	struct list_narrowing narrowing;
	guint *shown_places; /* of SHOWN, in the index */
	char *sort;          /* name of a column; NULL: the entity's own order */
	bool descending;
	GHashTable *selected; /* ids */
	GHashTable *cells;    /* id -> char ** of the columns' texts */
	bool keeps_place;     /* filter and row are remembered too */
};

/** A list with its rows read, its columns and order as they were last chosen. */
struct list *list_new(struct ui *ui, const struct list_spec *spec, const char *column,
		      gint64 value);

/** Remembers what it was; frees it. */
void list_free(struct list *list);

/** Take up the filter and the row that were left last time, and remember them from now on. */
void list_resume(struct list *list);

/** Read the ids again; the cursor stays on its row, or near it. */
void list_reload(struct list *list, struct ui *ui);

/** Show only rows whose id (gint64 *) is in ONLY, which the list owns from now on; NULL: all. */
void list_restrict(struct list *list, GHashTable *only);

void list_draw(struct list *list, struct ui *ui, struct area area);

/** What is selected, and where one is in a long list, in one row. */
void list_draw_status(struct list *list, struct area row);

/** Moves, selection, filter. */
bool list_key(struct list *list, struct ui *ui, const struct key *key);

/** Filter, sort, columns and selection actions. */
/** A click on a row or a head of it; true for a row. */
bool list_click(struct list *list, struct ui *ui, const struct hit *hit);

bool list_act(struct list *list, struct ui *ui, enum act act);

/** The id of the row the cursor is on; 0 in an empty list. */
gint64 list_current(const struct list *list);

/** Put the cursor on a row, if it is shown. */
void list_go_to(struct list *list, gint64 id);

/** Put the cursor on a row of ENTITY; false when the list does not show it. */
bool list_reveal(struct list *list, const struct entity *entity, gint64 id);

/** The ids to act on: the selected rows that are shown, else the current one. N receives how many.
 * Caller frees. */
gint64 *list_targets(struct list *list, guint *n);

/** How many they are. */
guint list_count_targets(struct list *list);

/** How many selected rows the filter hides: nothing is done to them. */
guint list_count_hidden(struct list *list);

/** The key of the noun that a column says, or NULL. */
const struct noun_key *list_column_key(const struct list_spec *spec,
				       const struct list_column *column);

/** The head of a column. Borrowed. */
const char *list_column_label(const struct list_spec *spec, const struct list_column *column);

#endif
