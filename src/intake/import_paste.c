/* Lists pasted from a mail client: one person a line, without headings. */
#include <string.h>

#include "core/naming.h"
#include "intake/import_private.h"

/* The parts of a line, as the columns that they become. */
static const char *const parts_of_line[] = {"last_name", "first_name",   "email",
					    "function",  "organisation", "civility"};

#define N_PARTS G_N_ELEMENTS(parts_of_line)

static const char *
kept(struct sheet *sheet, const char *text)
{
	return text != NULL ? g_string_chunk_insert(sheet->texts, text) : "";
}

static void
person_add(struct sheet *sheet, GArray *rows, guint line, const char *text)
{
	g_autoptr(NameParts) parts = name_read_line(text);
	const char *members[N_PARTS] = {parts->last_name, parts->first_name,   parts->email,
					parts->function,  parts->organisation, parts->civility};
	char **cells = g_new(char *, N_PARTS);
	for (guint i = 0; i < N_PARTS; i++)
		cells[i] = (char *)(gsize)kept(sheet, members[i]);
	g_ptr_array_add(sheet->cells, cells);
	struct table_row row = {.line = line, .n_cells = N_PARTS, .cells = cells};
	g_array_append_val(rows, row);
}

/* A line of recipients is a row for each of them. */
static void
list_add(struct sheet *sheet, GArray *rows, guint line, const char *text)
{
	g_auto(GStrv) people = name_split_line(text);
	for (guint i = 0; people[i] != NULL; i++)
		person_add(sheet, rows, line, people[i]);
}

/* The cells of a pasted row, as it was before tabs cut it. */
static char *
row_joined(const struct table_row *row)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < row->n_cells; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? "\t" : "", row->cells[i]);
	return g_string_free(text, FALSE);
}

static char *
heads_joined(const GPtrArray *heads)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < heads->len; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? "\t" : "",
				       (const char *)g_ptr_array_index(heads, i));
	return g_string_free(text, FALSE);
}

/* In its first line, which would be that of the headings, or below the one that is no heading. */
bool
sheet_has_addresses(const struct sheet *sheet)
{
	if (sheet->table->sheet != NULL)
		return false;
	for (guint i = 0; i < sheet->heads->len; i++)
		if (strchr(g_ptr_array_index(sheet->heads, i), '@') != NULL)
			return true;
	for (guint i = 0; sheet->heads->len == 1 && i < sheet->rows->len; i++) {
		const struct table_row *row = &g_array_index(sheet->rows, struct table_row, i);
		if (row->n_cells > 0 && strchr(row->cells[0], '@') != NULL)
			return true;
	}
	return false;
}

bool
sheet_is_list(const struct sheet *sheet)
{
	guint n = sheet->heads->len;
	if (sheet->table->sheet != NULL) /* a workbook that came through a pipe */
		return false;
	g_autoptr(GArray) proposals =
		columns_propose(COLUMNS_PEOPLE, (const char *const *)sheet->heads->pdata, n, NULL,
				0);
	for (guint i = 0; i < n; i++) {
		const struct column_proposal *proposal =
			&g_array_index(proposals, struct column_proposal, i);
		const char *head = g_ptr_array_index(sheet->heads, i);
		if (proposal->use == COLUMN_FIELD && strchr(head, '@') == NULL)
			return false;
	}
	return true;
}

bool
sheet_was_list(const struct sheet *sheet)
{
	return sheet->texts != NULL;
}

void
sheet_of_list(struct sheet *sheet)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct table_row));
	sheet->texts = g_string_chunk_new(4096);
	sheet->cells = g_ptr_array_new_with_free_func(g_free);
	/* The columns that only wider lines have bear names of ours. */
	g_autofree char *head = heads_joined(sheet->table->head);
	list_add(sheet, rows, sheet->table->head_line, head);
	for (guint i = 0; i < sheet->rows->len; i++) {
		const struct table_row *row = &g_array_index(sheet->rows, struct table_row, i);
		g_autofree char *text = row_joined(row);
		list_add(sheet, rows, row->line, text);
	}
	g_ptr_array_unref(sheet->heads);
	g_array_unref(sheet->rows);
	sheet->rows = rows;
	sheet->heads = g_ptr_array_new();
	for (guint i = 0; i < N_PARTS; i++)
		g_ptr_array_add(sheet->heads, (gpointer)(gsize)parts_of_line[i]);
}
