/* The parts of a list (list.c): filter, order, columns, drawing, memory. */
#ifndef TUI_LIST_PRIVATE_H
#define TUI_LIST_PRIVATE_H

#include "app/values.h"
#include "tui/list.h"

#define LIST_COLUMNS_MAX 16

/* ---- list_filter.c ---- */

/** Apply the filter as it stands now; what takes its time goes on between keys. */
void list_refilter(struct list *list);

/** One begins to type. */
void list_filter_begin(struct list *list);

/** Wait for the end of that. */
void list_settle(struct list *list);

/** A key while one types the filter. */
bool list_filter_key(struct list *list, const struct key *key);

void list_filter_set(struct list *list, const char *text);
void list_filter_free(struct list *list);

/** What filters and sorting ask of a column; read once. Borrowed. */
Values *list_values(struct list *list, const struct values_source *source, enum values_use use);

/* ---- list_sort.c ---- */

/** Put the rows in the order chosen. */
void list_order(struct list *list);

/** By the column of that name, or, when it is that one already, the other way round; NULL: the
 * usual order. */
void list_sort_by(struct list *list, const char *name);

void list_sort_ask(struct list *list, struct ui *ui);

/* ---- list_columns.c ---- */

/** What a column is remembered by. Borrowed. */
const char *list_column_name(const struct list_column *column);

/** The column of that name: one of the list's own, or one made from the noun's key. */
bool list_column_find(const struct list_spec *spec, const char *name, struct list_column *column);

/** The columns as they are at first. */
void list_columns_reset(struct list *list);

/** Show these, the earlier ones before the later ones where not all fit; false: none of NAMES is a
 * column. */
bool list_columns_choose(struct list *list, const char *const *names);

void list_columns_ask(struct list *list, struct ui *ui);

/* ---- list_memory.c ---- */

/** Take up the columns and the order that were left last time. */
void list_recall(struct list *list);

void list_remember(const struct list *list);

#endif
