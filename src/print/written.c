/* Writings as PDF: how blocks look on A4. */
#include <string.h>

#include "base/i18n.h"
#include "core/writing.h"
#include "print/flow.h"
#include "print/logo.h"
#include "print/module.h"
#include "print/wording.h"

#define INDENT      (4 * MM)
#define ASIDE       0.52 /* of the width, left of what stands aside */
#define MOST_FACTS  6    /* under a title */
#define CELL_PAD    8.0  /* of both sides */
#define LEAST_ROW   (5.5 * MM)
#define LAST_SHARE  0.4  /* of a page: a last section below it is not parted */
#define PIECE_BYTES 1600 /* a longer text is set in pieces, so that it can be parted by a page */

static const struct label_style text_styles[WRITING_STYLES] = {
	[WRITING_PLAIN] = {.size = 10, .least = 8, .breaks = true},
	[WRITING_STRONG] = {.size = 10, .least = 8, .breaks = true, .bold = true},
	[WRITING_SMALL] = {.size = 8, .least = 6.5, .breaks = true},
	[WRITING_LARGE] = {.size = 16,
			   .least = 11,
			   .lines = 2,
			   .breaks = true,
			   .bold = true,
			   .align = PANGO_ALIGN_CENTER},
	[WRITING_CENTRED] = {.size = 11, .least = 8, .breaks = true, .align = PANGO_ALIGN_CENTER},
	[WRITING_ASIDE] = {.size = 10.5, .least = 8, .breaks = true},
};
/* Of letters. */
static const struct label_style letter_styles[WRITING_STYLES] = {
	[WRITING_PLAIN] = {.size = 11, .least = 8, .breaks = true},
	[WRITING_STRONG] = {.size = 11, .least = 8, .breaks = true, .bold = true},
	[WRITING_SMALL] = {.size = 8.5, .least = 6.5, .breaks = true},
	[WRITING_LARGE] = {.size = 17,
			   .least = 11,
			   .lines = 2,
			   .breaks = true,
			   .bold = true,
			   .align = PANGO_ALIGN_CENTER},
	[WRITING_CENTRED] = {.size = 11.5, .least = 8, .breaks = true, .align = PANGO_ALIGN_CENTER},
	[WRITING_ASIDE] = {.size = 11, .least = 8, .breaks = true},
};
static const struct label_style headings[] = {
	{.size = 12, .least = 9, .bold = true},
	{.size = 10.5, .least = 8, .bold = true},
};
static const struct label_style item_style = {.size = 10, .least = 8, .hanging = 9};
static const struct label_style cell_styles[] = {
	[WRITING_START] = {.size = 9.5, .least = 7, .breaks = true},
	[WRITING_END] = {.size = 9.5, .least = 7, .breaks = true, .align = PANGO_ALIGN_RIGHT},
	[WRITING_MIDDLE] = {.size = 9.5, .least = 7, .breaks = true, .align = PANGO_ALIGN_CENTER},
};

/* A block ready to be placed. */
struct set_block {
	const struct writing_block *block;
	GPtrArray *labels; /* const struct label *, borrowed; or NULL */
	Table *table;      /* or NULL */
	GPtrArray *pictures;
	const struct label_style *styles; /* by enum writing_style */
	double gap;
	double least; /* the height that cannot be parted */
};

#define LETTER_GAP 1.7 /* times that of other papers */

/* ---- texts --------------------------------------------------------------------------------------
 */

/* The end of the piece of TEXT that begins there: its line, cut between words when it is long. */
static const char *
piece_end(const char *text)
{
	const char *line = strchr(text, '\n');
	const char *end = line != NULL ? line : text + strlen(text);
	if (end - text <= PIECE_BYTES)
		return end;
	const char *space = g_strrstr_len(text, PIECE_BYTES, " ");
	return space != NULL && space > text ? space
					     : g_utf8_find_prev_char(text, text + PIECE_BYTES);
}

/* A short text is one label, its own line breaks kept; a long one is in pieces. */
static void
labels_add(GPtrArray *labels, Ink *ink, const struct label_style *style, const char *text,
	   double width)
{
	while (*text != '\0') {
		bool whole = strlen(text) <= PIECE_BYTES;
		const char *end = whole ? text + strlen(text) : piece_end(text);
		g_autofree char *piece = g_strndup(text, (gsize)(end - text));
		const struct label *label = ink_label(ink, style, piece, width);
		if (label != NULL)
			g_ptr_array_add(labels, (gpointer)(guintptr)label);
		text = *end != '\0' && (*end == '\n' || *end == ' ') ? end + 1 : end;
	}
}

static const struct label *
fact_label(Ink *ink, const struct set_block *set, double width)
{
	g_autofree char *head = g_strdup_printf(_("%s:"), set->block->label);
	return ink_headed(ink, &set->styles[WRITING_PLAIN], head, " ", set->block->text, width);
}

static void
fact_set(struct set_block *set, Ink *ink, double width)
{
	const struct writing_block *block = set->block;
	if (block->label != NULL && strlen(block->text) <= PIECE_BYTES) {
		g_ptr_array_add(set->labels, (gpointer)(guintptr)fact_label(ink, set, width));
		return;
	}
	if (block->label != NULL)
		labels_add(set->labels, ink, &set->styles[WRITING_STRONG], block->label, width);
	labels_add(set->labels, ink, &set->styles[WRITING_PLAIN], block->text, width);
}

static void
text_set_block(struct set_block *set, Ink *ink, double width)
{
	const struct writing_block *block = set->block;
	set->labels = g_ptr_array_new();
	if (block->kind == WRITING_HEADING) {
		gsize level = (gsize)CLAMP(block->level, 1, (int)G_N_ELEMENTS(headings)) - 1;
		set->gap = level == 0 ? 11 : 7;
		labels_add(set->labels, ink, &headings[level], block->text, width);
	} else if (block->kind == WRITING_ITEM) {
		g_autofree char *item = g_strconcat("•\u00a0", block->text, NULL);
		set->gap = 1.5;
		labels_add(set->labels, ink, &item_style, item, width - INDENT);
	} else if (block->kind == WRITING_FACT) {
		set->gap = 2.5;
		fact_set(set, ink, width);
	} else {
		double wide = block->style == WRITING_ASIDE ? width * (1 - ASIDE) : width;
		set->gap = block->style == WRITING_LARGE ? 8 : 5;
		labels_add(set->labels, ink, &set->styles[block->style], block->text, wide);
	}
	set->least = set->labels->len > 0 ? label_height(set->labels->pdata[0]) : 0;
}

/* ---- tables -------------------------------------------------------------------------------------
 */

static void
columns_set(const struct writing_table *table, struct grid_column *columns, double width)
{
	guint shares = 0;
	for (guint i = 0; i < table->n_columns; i++)
		shares += table->columns[i].share;
	for (guint i = 0; i < table->n_columns; i++)
		columns[i] = (struct grid_column){.head = table->columns[i].head,
						  .width = width * table->columns[i].share / shares,
						  .style = &cell_styles[table->columns[i].align]};
}

static const struct writing_cell *
cell_at(const GArray *row, guint i)
{
	return &g_array_index(row, struct writing_cell, i);
}

/* Put the piece of the cell's text that begins at *REST, and go on behind it. */
static void
cell_put(Table *grid, guint column, const struct writing_cell *cell, const char *head,
	 const char **rest)
{
	if (cell->bar >= 0) {
		grid_put_bar(grid, column, cell->bar);
		return;
	}
	const char *text = *rest != NULL ? *rest : "";
	const char *end = strlen(text) > PIECE_BYTES ? piece_end(text) : text + strlen(text);
	g_autofree char *piece = g_strndup(text, (gsize)(end - text));
	grid_put_headed(grid, column, cell->span, head, piece);
	*rest = *end == '\0' ? NULL : *end == '\n' || *end == ' ' ? end + 1 : end;
}

/* A row cannot be parted by a page: one with a long text becomes several. */
static void
row_add(Table *grid, const GArray *row)
{
	g_autofree const char **rest = g_new0(const char *, row->len + 1);
	bool more = true;
	for (guint i = 0; i < row->len; i++)
		rest[i] = cell_at(row, i)->text;
	for (guint turn = 0; more; turn++) {
		guint column = 0;
		more = false;
		grid_add_row(grid);
		for (guint i = 0; i < row->len; i++) {
			const struct writing_cell *cell = cell_at(row, i);
			cell_put(grid, column, cell, turn == 0 ? cell->head : NULL, &rest[i]);
			more = more || rest[i] != NULL;
			column += MAX(cell->span, 1);
		}
	}
}

static void
table_set(struct set_block *set, Ink *ink, double width)
{
	const struct writing_table *table = set->block->table;
	g_autofree struct grid_column *columns = g_new0(struct grid_column, table->n_columns);
	if (table->rows->len == 0)
		return;
	columns_set(table, columns, width);
	set->gap = 5;
	set->table = grid_new(ink, columns, table->n_columns, MAX(LEAST_ROW, table->least * MM));
	for (guint i = 0; i < table->rows->len; i++)
		row_add(set->table, table->rows->pdata[i]);
	set->least = grid_head_height(set->table) + grid_row_height(set->table, 0);
}

/* ---- pictures -----------------------------------------------------------------------------------
 */

static void
pictures_set(struct set_block *set, const Flow *flow)
{
	const GArray *pictures = set->block->pictures;
	set->pictures = g_ptr_array_new();
	for (guint i = 0; i < pictures->len; i++) {
		const struct writing_picture *picture =
			&g_array_index(pictures, struct writing_picture, i);
		cairo_surface_t *surface = logo_read(picture->bytes, picture->size);
		if (surface != NULL)
			g_ptr_array_add(set->pictures, surface);
	}
	set->gap = 8;
	set->least = flow_pictures_height(flow, (cairo_surface_t *const *)set->pictures->pdata,
					  set->pictures->len);
}

/* ---- placing ------------------------------------------------------------------------------------
 */

static void
set_clear(gpointer pointer)
{
	struct set_block *set = pointer;
	if (set->labels != NULL)
		g_ptr_array_unref(set->labels);
	if (set->pictures != NULL)
		g_ptr_array_unref(set->pictures);
}

static struct set_block
block_set(const Writing *writing, const struct writing_block *block, Flow *flow)
{
	struct set_block set = {.block = block,
				.styles = writing->letter ? letter_styles : text_styles};
	double width = page_width(flow_page(flow));
	if (block->kind == WRITING_TABLE)
		table_set(&set, flow_ink(flow), width);
	else if (block->kind == WRITING_PICTURES)
		pictures_set(&set, flow);
	else if (block->kind == WRITING_ROOM)
		set.least = block->room * MM;
	else
		text_set_block(&set, flow_ink(flow), width);
	if (writing->letter)
		set.gap *= LETTER_GAP;
	return set;
}

static const char *
block_tag(const struct writing_block *block)
{
	if (block->kind != WRITING_HEADING)
		return "P";
	return block->level == 1 ? "H3" : "H4";
}

static void
labels_place(const struct set_block *set, Flow *flow)
{
	const struct writing_block *block = set->block;
	double x = block->kind == WRITING_ITEM ? INDENT : 0;
	if (block->kind == WRITING_TEXT && block->style == WRITING_ASIDE)
		x = page_width(flow_page(flow)) * ASIDE;
	for (guint i = 0; i < set->labels->len; i++)
		flow_text_at(flow, block_tag(block), set->labels->pdata[i], x,
			     i == 0 ? set->gap : 1);
}

/* FIRST with all that has to be on its page. */
static double
kept_height(const GArray *sets, guint first)
{
	double height = 0;
	for (guint i = first; i < sets->len; i++) {
		const struct set_block *set = &g_array_index(sets, struct set_block, i);
		height += set->gap + set->least;
		if (!set->block->kept)
			break;
	}
	return height;
}

/* All of it, when no page parts it. */
static double
set_height(const struct set_block *set)
{
	double height = set->gap;
	for (guint i = 0; set->labels != NULL && i < set->labels->len; i++)
		height += label_height(set->labels->pdata[i]) + (i > 0 ? 1 : 0);
	if (set->table == NULL)
		return set->labels != NULL ? height : height + set->least;
	height += grid_head_height(set->table);
	for (guint i = 0; i < grid_rows(set->table); i++)
		height += grid_row_height(set->table, i);
	return height;
}

/* Of the last section, all that is left, if that is little: nobody turns a page for two logos. */
static double
last_height(const GArray *sets, guint first, double room)
{
	double height = 0;
	const struct set_block *head = &g_array_index(sets, struct set_block, first);
	if (head->block->kind != WRITING_HEADING || head->block->level != 1)
		return 0;
	for (guint i = first; i < sets->len; i++) {
		const struct set_block *set = &g_array_index(sets, struct set_block, i);
		if (i > first && set->block->kind == WRITING_HEADING && set->block->level == 1)
			return 0;
		height += set_height(set);
	}
	return height <= room * LAST_SHARE ? height : 0;
}

static void
set_place(const struct set_block *set, Flow *flow)
{
	if (set->labels != NULL)
		labels_place(set, flow);
	else if (set->table != NULL)
		flow_table(flow, set->table, set->gap);
	else if (set->pictures != NULL && set->pictures->len > 0)
		flow_pictures(flow, (cairo_surface_t **)set->pictures->pdata, set->pictures->len,
			      set->gap);
	else if (set->block->kind == WRITING_ROOM)
		flow_space(flow, set->least);
}

static const struct page_head *
writing_head(const Writing *writing, Page *page)
{
	const char *facts[MOST_FACTS + 1] = {NULL};
	for (guint i = 0; i < MIN(writing->facts->len, MOST_FACTS); i++)
		facts[i] = writing->facts->pdata[i];
	return page_head(page, facts);
}

static void
writing_flow(const Writing *writing, Flow *flow)
{
	g_autoptr(GArray) sets = g_array_new(FALSE, FALSE, sizeof(struct set_block));
	const char *before = page_speak(writing->language);
	g_array_set_clear_func(sets, set_clear);
	flow_head(flow, writing_head(writing, flow_page(flow)));
	for (guint i = 0; i < writing->blocks->len; i++) {
		struct set_block set = block_set(writing, writing->blocks->pdata[i], flow);
		g_array_append_val(sets, set);
	}
	for (guint i = 0; i < sets->len; i++) {
		flow_need(flow,
			  MAX(kept_height(sets, i), last_height(sets, i, flow_page_room(flow))));
		set_place(&g_array_index(sets, struct set_block, i), flow);
	}
	page_speak(before);
}

bool
written_print(const struct written *papers, guint n, const char *path, guint *pages,
	      char **missing_letters, GError **error)
{
	g_autofree struct page_form *forms = g_new0(struct page_form, n);
	for (guint i = 0; i < n; i++)
		forms[i] = (struct page_form){.letterhead = &papers[i].letterhead,
					      .reference = &papers[i].reference,
					      .document = papers[i].writing->document,
					      .title = papers[i].writing->title,
					      .notice = papers[i].writing->notice,
					      .language = papers[i].writing->language};
	g_autoptr(Flow) flow = flow_new(&forms[0]);
	for (guint i = 0; i < n; i++) {
		if (i > 0)
			flow_document(flow, &forms[i]);
		writing_flow(papers[i].writing, flow);
	}
	return flow_write(flow, path, pages, missing_letters, error);
}
