/* libFuzzer's way into the mapper of columns: the first byte is the kind of table, the first line
 * its headings, the others its rows; tabs between the cells. */
#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/columns.h"

#define COLUMNS_MAX 60
#define ROWS_MAX    50

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
cells_take(const char *line, char **cells, guint n)
{
	g_auto(GStrv) parts = g_strsplit(line, "\t", (gint)n);
	for (guint i = 0; i < g_strv_length(parts) && i < n; i++)
		if (*parts[i] != '\0')
			cells[i] = g_strdup(parts[i]);
}

static void
check(const GArray *proposals, guint n, enum columns_kind kind)
{
	g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
	g_assert_cmpuint(proposals->len, ==, n);
	for (guint i = 0; i < n; i++) {
		const struct column_proposal *proposal =
			&g_array_index(proposals, struct column_proposal, i);
		g_assert_true(proposal->certainty >= 0 && proposal->certainty <= 100);
		g_assert_true((proposal->use == COLUMN_FIELD) == (proposal->field != NULL));
		if (proposal->field == NULL)
			continue;
		g_assert_nonnull(columns_field(kind, proposal->field));
		g_assert_true(g_hash_table_add(taken, (gpointer)(gsize)proposal->field));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size < 2)
		return 0;
	enum columns_kind kind = (enum columns_kind)(bytes[0] % (COLUMNS_EVENTS + 1));
	/* what comes in was cleaned at the door */
	g_autofree char *raw = g_strndup((const char *)bytes + 1, size - 1);
	g_autofree char *text = g_utf8_make_valid(raw, -1);
	g_auto(GStrv) lines = g_strsplit(text, "\n", ROWS_MAX + 1);
	if (lines[0] == NULL)
		return 0;
	g_auto(GStrv) heads = g_strsplit(lines[0], "\t", COLUMNS_MAX);
	guint n = g_strv_length(heads), rows = g_strv_length(lines) - 1;
	char **cells = g_new0(char *, n *rows + 1);
	for (guint r = 0; r < rows; r++)
		cells_take(lines[r + 1], cells + r * n, n);
	GArray *proposals = columns_propose(kind, (const char *const *)heads, n,
					    (const char *const *)cells, rows);
	check(proposals, n, kind);
	g_array_unref(proposals);
	for (guint i = 0; i < n; i++) {
		g_autofree char *question = columns_question(heads[i]);
		g_assert_true(g_utf8_validate(question, -1, NULL));
	}
	for (guint i = 0; i < n * rows; i++)
		g_free(cells[i]);
	g_free(cells);
	return 0;
}
