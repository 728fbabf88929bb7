/* Which column of a table is which field: proposed, remembered, overridden. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_private.h"

/* Rows that the proposal looks at, and the longest example shown. */
#define ROWS_SEEN     50u
#define EXAMPLE_BYTES 60u

const struct import_column *
column_at(const ImportPlan *plan, guint column)
{
	return g_ptr_array_index(plan->columns, column);
}

int
column_of(const ImportPlan *plan, const char *field)
{
	for (guint i = 0; i < plan->columns->len; i++)
		if (column_at(plan, i)->use == COLUMN_FIELD &&
		    strcmp(column_at(plan, i)->field, field) == 0)
			return (int)i;
	return -1;
}

static const char **
cells_seen(const struct sheet *sheet, guint n, guint *n_rows)
{
	*n_rows = MIN(sheet->rows->len, ROWS_SEEN);
	const char **cells = g_new0(const char *, (gsize)n **n_rows + 1);
	for (guint row = 0; row < *n_rows; row++)
		for (guint column = 0; column < n; column++)
			cells[(gsize)row * n + column] = sheet_raw(sheet, row, (int)column);
	return cells;
}

static char *
column_example(const struct sheet *sheet, guint column)
{
	for (guint row = 0; row < sheet->rows->len; row++) {
		g_autofree char *cell = sheet_cell(sheet, row, (int)column, false);
		if (cell == NULL)
			continue;
		if (strlen(cell) <= EXAMPLE_BYTES)
			return g_steal_pointer(&cell);
		const char *end = g_utf8_find_prev_char(cell, cell + EXAMPLE_BYTES);
		g_autofree char *start = g_strndup(cell, (gsize)(end - cell));
		return g_strconcat(start, "…", NULL);
	}
	return NULL;
}

static struct import_column *
column_new(const struct sheet *sheet, guint at, const struct column_proposal *proposal)
{
	struct import_column *column = g_new0(struct import_column, 1);
	const char *head = g_ptr_array_index(sheet->heads, at);
	column->heading = g_strdup(head);
	column->question = columns_question(head);
	column->use = proposal->use;
	column->field = proposal->field;
	column->certainty = proposal->certainty;
	column->reason = g_strdup(proposal->reason);
	column->example = column_example(sheet, at);
	return column;
}

void
columns_of_kind(ImportPlan *plan, enum columns_kind kind)
{
	const struct sheet *sheet = &plan->work->sheet;
	guint n = sheet->heads->len, n_rows = 0;
	g_autofree const char **cells = cells_seen(sheet, n, &n_rows);
	g_autoptr(GArray) proposals =
		columns_propose(kind, (const char *const *)sheet->heads->pdata, n, cells, n_rows);
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(plan->columns,
				column_new(sheet, i,
					   &g_array_index(proposals, struct column_proposal, i)));
}

/* ---- choosing otherwise --------------------------------------------------------------------- */

const struct column_field *
columns_subject_field(enum import_subject subject, const char *key)
{
	static const struct column_field period_fields[] = {
		{"name", N_("Name")}, {"first_day", N_("First day")}, {"last_day", N_("Last day")},
		{"kind", N_("Kind")}, {"zone", N_("Zone")},
	};
	switch (subject) {
	case IMPORT_EVENTS:
		return columns_field(COLUMNS_EVENTS, key);
	case IMPORT_ATTENDEES:
		return columns_field(COLUMNS_ATTENDEES, key);
	case IMPORT_PEOPLE:
		return columns_field(COLUMNS_PEOPLE, key);
	case IMPORT_ORGANISATIONS:
		return columns_field(COLUMNS_ORGANISATIONS, key);
	case IMPORT_SURVEY:
		return columns_field(COLUMNS_SURVEY, key);
	case IMPORT_HOLIDAYS:
		break;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(period_fields); i++)
		if (strcmp(period_fields[i].key, key) == 0)
			return &period_fields[i];
	return NULL;
}

/* A field stands over one column: another one that bore it becomes a question. */
static void
field_take(ImportPlan *plan, struct import_column *column, const struct column_field *field)
{
	int other = column_of(plan, field->key);
	if (other >= 0) {
		struct import_column *before = g_ptr_array_index(plan->columns, (guint)other);
		before->use = COLUMN_QUESTION;
		before->field = NULL;
		before->certainty = 0;
	}
	column->use = COLUMN_FIELD;
	column->field = field->key;
}

static bool
column_set(ImportPlan *plan, struct import_column *column, const char *use, const char *reason)
{
	const struct column_field *field = columns_subject_field(plan->subject, use);
	if (field != NULL) {
		field_take(plan, column, field);
	} else if (strcmp(use, "question") == 0 || strcmp(use, "ignore") == 0) {
		column->use = *use == 'q' ? COLUMN_QUESTION : COLUMN_IGNORED;
		column->field = NULL;
	} else {
		return false;
	}
	column->certainty = 100;
	g_free(column->reason);
	column->reason = g_strdup(reason);
	return true;
}

static struct import_column *
column_headed(const ImportPlan *plan, const char *heading)
{
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		if (strcmp(column->heading, heading) == 0 || strcmp(column->question, heading) == 0)
			return column;
	}
	return NULL;
}

/* "heading=field"; the heading may hold "=" itself. */
static bool
override_take(ImportPlan *plan, const char *override, GError **error)
{
	const char *equal = strrchr(override, '=');
	g_autofree char *heading =
		g_strndup(override, equal != NULL ? (gsize)(equal - override) : strlen(override));
	struct import_column *column = column_headed(plan, heading);
	if (equal == NULL || column == NULL)
		return fail(error, ERROR_USAGE, _("the table has no column “%s”"), heading);
	return column_set(plan, column, equal + 1, _("chosen")) ||
	       fail(error, ERROR_USAGE,
		    _("“%s” is no field of this import, nor “question” or “ignore”"), equal + 1);
}

/* ---- remembered mappings -------------------------------------------------------------------- */

static bool
mapping_follow(ImportPlan *plan, const struct mapping *mapping, GError **error)
{
	g_autoptr(GHashTable) uses = mapping_read(mapping->columns);
	if (uses == NULL)
		return fail(error, ERROR_DAMAGED,
			    _("the mapping “%s” cannot be read; import without it, and name the "
			      "columns again"),
			    mapping->name);
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		const char *use = g_hash_table_lookup(uses, column->heading);
		/* A field that no longer exists leaves the proposal. */
		if (use != NULL)
			column_set(plan, column, use, _("remembered"));
	}
	return true;
}

static bool
mapping_load(Store *store, const ImportPlan *plan, const char *name, struct mapping **found,
	     GError **error)
{
	g_autoptr(Rows) rows = store_where(store, &entity_mapping, "name", value_text(name), error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct mapping *mapping = rows->row[i];
		if (strcmp(mapping->subject, plan->work->rule->name) == 0)
			*found = g_steal_pointer(&rows->row[i]);
		if (*found != NULL)
			break;
	}
	return rows != NULL;
}

bool
columns_choose(Store *store, ImportPlan *plan, const struct import_options *options, GError **error)
{
	plan->work->mapping = text_accept(options->mapping, false, NULL);
	struct mapping *mapping = NULL;
	bool done = plan->work->mapping == NULL ||
		    mapping_load(store, plan, plan->work->mapping, &mapping, error);
	if (done && mapping != NULL)
		done = mapping_follow(plan, mapping, error);
	entity_free(&entity_mapping, mapping);
	for (guint i = 0; done && options->columns != NULL && options->columns[i] != NULL; i++)
		done = override_take(plan, options->columns[i], error);
	return done;
}

bool
columns_remember(Store *store, const ImportPlan *plan, GError **error)
{
	const char *name = plan->work->mapping;
	if (name == NULL || plan->subject >= IMPORT_HOLIDAYS || sheet_was_list(&plan->work->sheet))
		return true;
	struct mapping *mapping = NULL;
	if (!mapping_load(store, plan, name, &mapping, error))
		return false;
	bool fresh = mapping == NULL;
	if (fresh)
		mapping = entity_new(&entity_mapping);
	text_set(&mapping->name, name);
	text_set(&mapping->subject, plan->work->rule->name);
	g_free(mapping->columns);
	mapping->columns = mapping_write(plan);
	bool done = fresh ? store_insert(store, &entity_mapping, mapping, error)
			  : store_update(store, &entity_mapping, mapping, error);
	entity_free(&entity_mapping, mapping);
	return done;
}

/* ---- tables of people ----------------------------------------------------------------------- */

static void
columns_of_list(ImportPlan *plan)
{
	columns_of_kind(plan, COLUMNS_PEOPLE);
	plan->parts = true;
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		column->use = COLUMN_FIELD;
		column->field = columns_subject_field(plan->subject, column->heading)->key;
		column->certainty = 100;
	}
}

static bool
names_are_there(const ImportPlan *plan, GError **error)
{
	return column_of(plan, "last_name") >= 0 || column_of(plan, "full_name") >= 0 ||
	       column_of(plan, "first_name") >= 0 ||
	       fail(error, ERROR_INVALID,
		    _("no column of this table holds names; head one “Last name” in the file, or "
		      "say on the command line which one does (“heading=last_name” or "
		      "“heading=full_name”)"));
}

bool
columns_of_people(Store *store, ImportPlan *plan, enum columns_kind kind,
		  const struct import_options *options, GError **error)
{
	if (sheet_was_list(&plan->work->sheet))
		columns_of_list(plan);
	else
		columns_of_kind(plan, kind);
	return columns_choose(store, plan, options, error) && names_are_there(plan, error);
}
