#include "cli/table.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"

#define GAP        2
#define NARROW_MIN 4

int
table_width(const struct run *run)
{
	struct winsize size;
	gint64 columns = 0;
	const char *wanted = g_getenv("COLUMNS");
	if (wanted != NULL && g_ascii_string_to_signed(wanted, 10, 1, 10000, &columns, NULL))
		return (int)columns;
	if (run_to_terminal(run) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
	return 0;
}

static const struct sheet_column *
column_at(const Sheet *sheet, guint i)
{
	return &g_array_index(sheet->columns, struct sheet_column, i);
}

static const char *
cell_words(const struct sheet_row *row, guint i)
{
	if (row->words[i] != NULL)
		return row->words[i];
	return row->value[i] != NULL ? row->value[i] : "";
}

/* ---- a table ------------------------------------------------------------------------------------
 */

struct layout {
	guint n;      /* columns shown */
	guint *at;    /* their places in the sheet */
	int *width;   /* of each */
	char **cells; /* clean text, the heading first, row by row */
	guint n_rows; /* with the heading */
};

static void
layout_fill(struct layout *layout, const Sheet *sheet)
{
	layout->n = sheet->shown->len;
	layout->at = g_memdup2(sheet->shown->data, sheet->shown->len * sizeof(guint));
	layout->n_rows = sheet->rows->len + 1;
	layout->width = g_new0(int, layout->n);
	layout->cells = g_new0(char *, (gsize)layout->n_rows * layout->n);
	for (guint row = 0; row < layout->n_rows; row++) {
		for (guint i = 0; i < layout->n; i++) {
			const char *words =
				row == 0 ? column_at(sheet, layout->at[i])->label
					 : cell_words(g_ptr_array_index(sheet->rows, row - 1),
						      layout->at[i]);
			char *clean = text_for_terminal(words);
			layout->cells[(gsize)row * layout->n + i] = clean;
			layout->width[i] = MAX(layout->width[i], text_width(clean));
		}
	}
}

static void
layout_clear(struct layout *layout)
{
	for (gsize i = 0; i < (gsize)layout->n_rows * layout->n; i++)
		g_free(layout->cells[i]);
	g_free(layout->cells);
	g_free(layout->width);
	g_free(layout->at);
}

/* Columns too many for the line are taken from the widest, one by one. */
static void
layout_fit(struct layout *layout, int width)
{
	int total = 0;
	for (guint i = 0; i < layout->n; i++)
		total += layout->width[i] + (i > 0 ? GAP : 0);
	while (width > 0 && total > width) {
		guint widest = 0;
		for (guint i = 1; i < layout->n; i++)
			if (layout->width[i] > layout->width[widest])
				widest = i;
		if (layout->width[widest] <= NARROW_MIN)
			return;
		layout->width[widest]--;
		total--;
	}
}

static void
spaces_append(GString *text, int n)
{
	for (; n > 0; n--)
		g_string_append_c(text, ' ');
}

static void
cell_append(GString *line, const char *text, int width, bool right)
{
	g_autofree char *clipped = text_clip(text, width, false);
	int missing = width - text_width(clipped);
	spaces_append(line, right ? missing : 0);
	g_string_append(line, clipped);
	spaces_append(line, right ? 0 : missing);
}

static char *
line_of(const struct layout *layout, const Sheet *sheet, guint row)
{
	GString *line = g_string_new(NULL);
	for (guint i = 0; i < layout->n; i++) {
		bool right = column_at(sheet, layout->at[i])->type == SHEET_NUMBER;
		if (i > 0)
			g_string_append(line, "  ");
		cell_append(line, layout->cells[(gsize)row * layout->n + i], layout->width[i],
			    right);
	}
	return g_strchomp(g_string_free(line, FALSE));
}

char *
table_text(const Sheet *sheet, int width)
{
	struct layout layout = {0};
	GString *text = g_string_new(NULL);
	layout_fill(&layout, sheet);
	layout_fit(&layout, width);
	for (guint row = 0; row < layout.n_rows; row++) {
		g_autofree char *line = line_of(&layout, sheet, row);
		g_autofree char *clipped =
			width > 0 ? text_clip(line, width, false) : g_strdup(line);
		g_string_append_printf(text, "%s\n", clipped);
	}
	layout_clear(&layout);
	return g_string_free(text, FALSE);
}

/* ---- a card -------------------------------------------------------------------------------------
 */

static void
card_line(GString *text, const char *label, int width, const char *words)
{
	g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_autofree char *clean = text_for_terminal(lines[i]);
		g_autofree char *shown = text_for_terminal(i == 0 ? label : "");
		g_string_append(text, shown);
		spaces_append(text, width - text_width(shown) + GAP);
		g_string_append_printf(text, "%s\n", clean);
	}
}

char *
card_text(const Sheet *sheet)
{
	const struct sheet_row *row = g_ptr_array_index(sheet->rows, 0);
	GString *text = g_string_new(NULL);
	int width = 0;
	for (guint i = 0; i < sheet->columns->len; i++)
		if (*cell_words(row, i) != '\0')
			width = MAX(width, text_width(column_at(sheet, i)->label));
	for (guint i = 0; i < sheet->columns->len; i++) {
		const char *words = cell_words(row, i);
		if (*words == '\0')
			continue;
		bool lines = column_at(sheet, i)->type == SHEET_LONG;
		g_autofree char *one = lines ? g_strdup(words) : text_for_terminal(words);
		card_line(text, column_at(sheet, i)->label, width, one);
	}
	return g_string_free(text, FALSE);
}
