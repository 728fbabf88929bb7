/* Writings as plain text, for a mail or a terminal. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "paper/writers.h"

#define WIDTH       80
#define WHEN_MOST   20 /* columns of the times of a schedule */
#define BAR_COLUMNS 20
#define LEAST       8 /* columns of a column that has to give way */
#define BETWEEN     2
#define INDENT      "  " /* of what stands under a head */

/* ---- lines --------------------------------------------------------------------------------------
 */

/* The end of the word that begins at TEXT: a space or the end. */
static const char *
word_end(const char *text)
{
	return text + strcspn(text, " \n");
}

/* The end of as much of a word as fits into WIDTH columns; an address stays whole, it would be of
 * no use in pieces. */
static const char *
word_part(const char *word, const char *end, int width)
{
	if (g_str_has_prefix(word, "http"))
		return end;
	const char *at = text_next(word);
	for (const char *next = at; next < end; at = next) {
		next = text_next(at);
		g_autofree char *part = g_strndup(word, (gsize)(next - word));
		if (text_width(part) > width)
			break;
	}
	return MIN(at, end);
}

static int
width_of(const char *text, const char *end)
{
	g_autofree char *part = g_strndup(text, (gsize)(end - text));
	return text_width(part);
}

/* The words of one line, of which *TEXT is the first; *TEXT becomes what is left. Caller frees. */
static char *
line_take(const char **text, int width)
{
	GString *line = g_string_new(NULL);
	int used = 0;
	while (**text != '\0' && **text != '\n') {
		const char *end = word_end(*text);
		int columns = width_of(*text, end);
		if (line->len > 0 && used + 1 + columns > width)
			break;
		if (columns > width)
			end = word_part(*text, end, width);
		if (line->len > 0)
			g_string_append_c(line, ' ');
		g_string_append_len(line, *text, end - *text);
		used = text_width(line->str);
		*text = *end == ' ' ? end + 1 : end;
		if (columns > width)
			break;
	}
	if (**text == '\n')
		*text += 1;
	return g_string_free(line, FALSE);
}

/* TEXT in lines of at most WIDTH columns, its own breaks kept, and the spaces before each of its
 * lines. Caller frees. */
static GPtrArray *
lines_of(const char *text, int width)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	int indent = 0;
	bool fresh = true;
	if (text == NULL)
		return lines;
	while (*text != '\0') {
		if (fresh)
			indent = (int)strspn(text, " ");
		text += fresh ? indent : 0;
		g_autofree char *line = line_take(&text, MAX(width - indent, LEAST));
		g_ptr_array_add(lines, g_strdup_printf("%*s%s", indent, "", line));
		fresh = text[-1] == '\n';
	}
	return lines;
}

static void
append_spaces(GString *out, int n)
{
	for (int i = 0; i < n; i++)
		g_string_append_c(out, ' ');
}

/* TEXT behind FIRST, the following lines INDENT columns from the left. */
static void
append_wrapped(GString *out, const char *first, const char *text, int indent)
{
	g_autoptr(GPtrArray) lines = lines_of(text, WIDTH - indent);
	g_string_append(out, first);
	for (guint i = 0; i < lines->len; i++) {
		if (i > 0)
			append_spaces(out, indent);
		g_string_append(out, lines->pdata[i]);
		g_string_append_c(out, '\n');
	}
}

static void
append_paragraph(GString *out, const char *text)
{
	if (text == NULL)
		return;
	append_wrapped(out, "", text, 0);
}

static void
append_underlined(GString *out, const char *text, char under)
{
	g_autoptr(GPtrArray) lines = lines_of(text, WIDTH);
	int widest = 0;
	for (guint i = 0; i < lines->len; i++)
		widest = MAX(widest, text_width(lines->pdata[i]));
	append_paragraph(out, text);
	for (int i = 0; i < widest; i++)
		g_string_append_c(out, under);
	g_string_append_c(out, '\n');
}

/* ---- tables -------------------------------------------------------------------------------------
 */

static const struct writing_cell *
cell_at(const GArray *row, guint i)
{
	return &g_array_index(row, struct writing_cell, i);
}

/* What a cell says, on as many lines as it has. Caller frees. */
static char *
cell_text(const struct writing_cell *cell)
{
	GString *text = g_string_new(cell->head);
	g_auto(GStrv) lines = g_strsplit(cell->text != NULL ? cell->text : "", "\n", -1);
	for (int i = 0; cell->bar > 0 && i < MAX(1, cell->bar * BAR_COLUMNS / 1000); i++)
		g_string_append(text, "█");
	for (guint i = 0; lines[i] != NULL; i++)
		g_string_append_printf(text, "%s%s%s", text->len > 0 ? "\n" : "",
				       cell->head != NULL ? INDENT : "", lines[i]);
	return g_string_free(text, FALSE);
}

static int
text_widest(const char *text)
{
	int widest = 0;
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		widest = MAX(widest, text_width(lines[i]));
	return widest;
}

/* Beside its time, each thing that begins then under the other. */
static void
schedule_row(GString *out, const GArray *row, int when)
{
	g_autofree char *time = cell_text(cell_at(row, 0));
	g_autoptr(GPtrArray) times = lines_of(time, when);
	guint line = 0;
	for (guint i = 1; i < row->len; i++) {
		g_autofree char *text = cell_text(cell_at(row, i));
		g_autoptr(GPtrArray) lines = lines_of(text, WIDTH - when - BETWEEN);
		for (guint j = 0; j < lines->len; j++, line++) {
			const char *left = line < times->len ? times->pdata[line] : "";
			g_string_append(out, left);
			append_spaces(out, when + BETWEEN - text_width(left));
			g_string_append_printf(out, "%s\n", (char *)lines->pdata[j]);
		}
	}
	for (; line < times->len; line++)
		g_string_append_printf(out, "%s\n", (char *)times->pdata[line]);
}

static void
schedule_append(GString *out, const struct writing_table *table)
{
	int when = 0;
	for (guint i = 0; i < table->rows->len; i++) {
		g_autofree char *time = cell_text(cell_at(table->rows->pdata[i], 0));
		when = MAX(when, text_widest(time));
	}
	for (guint i = 0; i < table->rows->len; i++)
		schedule_row(out, table->rows->pdata[i], MIN(when, WHEN_MOST));
}

/* The widest column gives way, until all fit beside each other. */
static void
widths_shrink(int *widths, guint n)
{
	for (;;) {
		int total = (int)(n - 1) * BETWEEN;
		guint widest = 0;
		for (guint i = 0; i < n; i++) {
			total += widths[i];
			widest = widths[i] > widths[widest] ? i : widest;
		}
		if (total <= WIDTH || widths[widest] <= LEAST)
			return;
		widths[widest]--;
	}
}

static void
row_widths(const GArray *row, int *widths)
{
	guint column = 0;
	for (guint i = 0; i < row->len; i++) {
		const struct writing_cell *cell = cell_at(row, i);
		g_autofree char *text = cell_text(cell);
		if (cell->span <= 1)
			widths[column] = MAX(widths[column], text_widest(text));
		column += MAX(cell->span, 1);
	}
}

static int
span_width(const int *widths, guint column, guint span)
{
	int width = -BETWEEN;
	for (guint i = column; i < column + MAX(span, 1); i++)
		width += widths[i] + BETWEEN;
	return width;
}

static void
append_aligned(GString *out, const char *text, int width, enum writing_align align, bool last)
{
	int rest = MAX(width - text_width(text), 0);
	int before = align == WRITING_END ? rest : align == WRITING_MIDDLE ? rest / 2 : 0;
	append_spaces(out, before);
	g_string_append(out, text);
	if (!last)
		append_spaces(out, rest - before + BETWEEN);
}

/* One row of texts (as many as CELLS), line by line. */
static void
grid_row(GString *out, const struct writing_table *table, const int *widths, const GArray *row)
{
	g_autoptr(GPtrArray) cells =
		g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	guint height = 0, column = 0;
	for (guint i = 0; i < row->len; i++) {
		const struct writing_cell *cell = cell_at(row, i);
		g_autofree char *text = cell_text(cell);
		GPtrArray *lines = lines_of(text, span_width(widths, column, cell->span));
		g_ptr_array_add(cells, lines);
		height = MAX(height, lines->len);
		column += MAX(cell->span, 1);
	}
	for (guint line = 0; line < height; line++) {
		column = 0;
		for (guint i = 0; i < row->len; i++) {
			const GPtrArray *lines = cells->pdata[i];
			guint span = MAX(cell_at(row, i)->span, 1);
			append_aligned(out, line < lines->len ? lines->pdata[line] : "",
				       span_width(widths, column, span),
				       table->columns[column].align, i + 1 == row->len);
			column += span;
		}
		while (out->len > 0 && out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
		g_string_append_c(out, '\n');
	}
}

/* The heads as a row; NULL when there are none. Caller frees. */
static GArray *
heads_row(const struct writing_table *table)
{
	bool any = false;
	GArray *row = g_array_new(FALSE, TRUE, sizeof(struct writing_cell));
	for (guint i = 0; i < table->n_columns; i++) {
		struct writing_cell cell = {.text = table->columns[i].head, .span = 1, .bar = -1};
		any = any || cell.text != NULL;
		g_array_append_val(row, cell);
	}
	if (!any)
		g_clear_pointer(&row, g_array_unref);
	return row;
}

static void
grid_append(GString *out, const struct writing_table *table)
{
	g_autofree int *widths = g_new0(int, table->n_columns);
	g_autoptr(GArray) heads = heads_row(table);
	if (heads != NULL)
		row_widths(heads, widths);
	for (guint i = 0; i < table->rows->len; i++)
		row_widths(table->rows->pdata[i], widths);
	widths_shrink(widths, table->n_columns);
	if (heads != NULL) {
		grid_row(out, table, widths, heads);
		for (int i = 0; i < MIN(span_width(widths, 0, table->n_columns), WIDTH); i++)
			g_string_append_c(out, '-');
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < table->rows->len; i++)
		grid_row(out, table, widths, table->rows->pdata[i]);
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

static void
fact_append(GString *out, const struct writing_block *block)
{
	if (block->label == NULL) {
		append_paragraph(out, block->text);
		return;
	}
	g_autofree char *label = g_strdup_printf(_("%s:"), block->label);
	g_autofree char *whole = g_strdup_printf("%s %s", label, block->text);
	append_wrapped(out, "", whole, BETWEEN);
}

static void
aside_append(GString *out, const char *text)
{
	g_autoptr(GPtrArray) lines = lines_of(text, WIDTH / 2);
	for (guint i = 0; i < lines->len; i++) {
		append_spaces(out, WIDTH / 2);
		g_string_append_printf(out, "%s\n", (char *)lines->pdata[i]);
	}
}

static void
block_append(GString *out, const struct writing_block *block)
{
	switch (block->kind) {
	case WRITING_HEADING:
		append_underlined(out, block->text, block->level == 1 ? '=' : '-');
		break;
	case WRITING_TEXT:
		if (block->style == WRITING_ASIDE)
			aside_append(out, block->text);
		else
			append_paragraph(out, block->text);
		break;
	case WRITING_FACT:
		fact_append(out, block);
		break;
	case WRITING_ITEM:
		append_wrapped(out, "- ", block->text, BETWEEN);
		break;
	case WRITING_TABLE:
		if (block->table->schedule)
			schedule_append(out, block->table);
		else
			grid_append(out, block->table);
		break;
	case WRITING_ROOM:
		g_string_append(out, "\n\n");
		break;
	case WRITING_PICTURES:
		break;
	}
}

/* Facts and items stand close to each other, everything else apart. */
static bool
is_apart(const struct writing_block *before, const struct writing_block *block)
{
	if (before == NULL || before->kind == WRITING_HEADING)
		return before == NULL;
	return block->kind != before->kind ||
	       (block->kind != WRITING_FACT && block->kind != WRITING_ITEM);
}

static void
head_append(GString *out, const struct written *paper)
{
	const Writing *writing = paper->writing;
	g_autofree char *centre = text_for_file(paper->letterhead.centre, false);
	g_autofree char *address = text_for_file(paper->letterhead.address, true);
	append_paragraph(out, centre);
	append_paragraph(out, address);
	g_string_append(out, out->len > 0 ? "\n" : "");
	append_paragraph(out, writing->document);
	if (writing->title != NULL)
		append_underlined(out, writing->title, '=');
	for (guint i = 0; i < writing->facts->len; i++)
		append_paragraph(out, writing->facts->pdata[i]);
	g_string_append_c(out, '\n');
}

static void
foot_append(GString *out, const struct written *paper)
{
	g_autofree char *reference = wording_reference(&paper->reference);
	g_autofree char *clean = text_for_file(reference, false);
	g_autofree char *funders = text_for_file(paper->letterhead.funders_mention, true);
	g_string_append(out, "\n--\n");
	append_paragraph(out, paper->writing->notice);
	append_paragraph(out, funders);
	append_paragraph(out, clean);
}

bool
text_write(const struct written *paper, Output *output, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const GPtrArray *blocks = paper->writing->blocks;
	const struct writing_block *before = NULL;
	head_append(out, paper);
	for (guint i = 0; i < blocks->len; i++) {
		const struct writing_block *block = blocks->pdata[i];
		if (block->kind == WRITING_PICTURES)
			continue;
		if (before != NULL && is_apart(before, block))
			g_string_append_c(out, '\n');
		block_append(out, block);
		before = block;
	}
	foot_append(out, paper);
	return output_write(output, out->str, out->len, error);
}
