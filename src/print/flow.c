#include "print/flow.h"

#include "base/i18n.h"
#include "print/leaves.h"

struct flow_page {
	const struct page_head *head;
	bool first;
};

/* What is drawn at one place of one page: rows of a table, or a label. */
struct flow_piece {
	guint page;
	double y;
	const Table *table;
	guint first_row, end_row;
	const char *tag;
	const struct label *label;
};

struct flow {
	const struct page_form *form;
	Ink *ink;
	Page *page;
	GArray *pages;
	GArray *pieces;
	GPtrArray *tables;
	guint drawn; /* pieces */
	double y;
};

static void
grid_destroy(gpointer table)
{
	grid_free(table);
}

Flow *
flow_new(const struct page_form *form)
{
	Flow *flow = g_new0(Flow, 1);
	flow->form = form;
	flow->ink = ink_new(i18n_language());
	flow->page = page_new(flow->ink, form);
	flow->pages = g_array_new(FALSE, FALSE, sizeof(struct flow_page));
	flow->pieces = g_array_new(FALSE, TRUE, sizeof(struct flow_piece));
	flow->tables = g_ptr_array_new_with_free_func(grid_destroy);
	return flow;
}

void
flow_free(Flow *flow)
{
	if (flow == NULL)
		return;
	g_array_unref(flow->pages);
	g_array_unref(flow->pieces);
	g_ptr_array_unref(flow->tables);
	page_free(flow->page);
	ink_free(flow->ink);
	g_free(flow);
}

Ink *
flow_ink(Flow *flow)
{
	return flow->ink;
}

Page *
flow_page(Flow *flow)
{
	return flow->page;
}

static void
flow_begin_page(Flow *flow, const struct page_head *head, bool first)
{
	struct flow_page page = {.head = head, .first = first};
	g_array_append_val(flow->pages, page);
	flow->y = page_top(head, first);
}

static const struct flow_page *
flow_page_at(const Flow *flow, guint i)
{
	return &g_array_index(flow->pages, struct flow_page, i);
}

void
flow_head(Flow *flow, const struct page_head *head)
{
	flow_begin_page(flow, head, true);
}

/* Go GAP lower, or to a new page when HEIGHT does not fit there. What fits on no page stays on the
 * first that has nothing else. */
static void
flow_reserve(Flow *flow, double gap, double height)
{
	const struct flow_page *page = flow_page_at(flow, flow->pages->len - 1);
	bool fresh = flow->y <= page_top(page->head, page->first) && !page->first;
	if (!fresh && flow->y + gap + height > page_bottom(flow->page))
		flow_begin_page(flow, page->head, false);
	else
		flow->y += gap;
}

static void
flow_place(Flow *flow, struct flow_piece piece, double height)
{
	piece.page = flow->pages->len - 1;
	piece.y = flow->y;
	g_array_append_val(flow->pieces, piece);
	flow->y += height;
}

/* Rounding makes no page too short. */
#define CLOSE_TO 0.01

/* The end of the rows from FIRST on that fit on the present page: one at least. HEIGHT receives
 * what they take with the head. */
static guint
rows_fitting(const Flow *flow, const Table *table, guint first, double *height)
{
	guint end = first + 1;
	*height = grid_head_height(table) + grid_row_height(table, first);
	while (end < grid_rows(table) &&
	       *height + grid_row_height(table, end) <= flow_room(flow) + CLOSE_TO)
		*height += grid_row_height(table, end++);
	return end;
}

void
flow_table(Flow *flow, Table *table, double gap)
{
	flow_table_before(flow, table, gap, 0, 0);
}

void
flow_table_before(Flow *flow, Table *table, double gap, guint kept, double after)
{
	g_ptr_array_add(flow->tables, table);
	guint rows = grid_rows(table);
	for (guint first = 0, end; first < rows; first = end) {
		double height = grid_head_height(table) + grid_row_height(table, first);
		flow_reserve(flow, first == 0 ? gap : 0, height);
		end = rows_fitting(flow, table, first, &height);
		/* The kept rows begin a page of their own, where it would part them or what
		 * follows. */
		bool parts = end + kept > rows && first + kept < rows &&
			     (end < rows || height + after > flow_room(flow) + CLOSE_TO);
		while (parts && end + kept > rows)
			height -= grid_row_height(table, --end);
		flow_place(flow,
			   (struct flow_piece){.table = table, .first_row = first, .end_row = end},
			   height);
		if (parts)
			flow_begin_page(flow, flow_page_at(flow, flow->pages->len - 1)->head,
					false);
	}
}

double
flow_page_room(const Flow *flow)
{
	const struct flow_page *page = flow_page_at(flow, flow->pages->len - 1);
	return page_bottom(flow->page) - page_top(page->head, false);
}

void
flow_text(Flow *flow, const char *tag, const struct label *label, double gap)
{
	flow_reserve(flow, gap, label_height(label));
	flow_place(flow, (struct flow_piece){.tag = tag, .label = label}, label_height(label));
}

double
flow_room(const Flow *flow)
{
	return page_bottom(flow->page) - flow->y;
}

static void
flow_draw_piece(const Flow *flow, Paper *paper, const struct flow_piece *piece)
{
	double x = page_left(flow->page);
	if (piece->table != NULL)
		grid_draw(piece->table, paper, x, piece->y, piece->first_row, piece->end_row);
	else
		page_text(paper, piece->tag, piece->label, x, piece->y);
}

static void
flow_draw(gpointer user, Paper *paper, guint leaf)
{
	Flow *flow = user;
	const struct flow_page *page = flow_page_at(flow, leaf);
	struct page_number number = {leaf + 1, flow->pages->len, page->first};
	page_draw(flow->page, paper, page->head, &number);
	for (; flow->drawn < flow->pieces->len; flow->drawn++) {
		const struct flow_piece *piece =
			&g_array_index(flow->pieces, struct flow_piece, flow->drawn);
		if (piece->page != leaf)
			break;
		flow_draw_piece(flow, paper, piece);
	}
}

bool
flow_write(Flow *flow, const char *path, guint *pages, char **missing_letters, GError **error)
{
	const struct leaves leaves = {.count = flow->pages->len, .draw = flow_draw, .user = flow};
	flow->drawn = 0;
	return leaves_write(flow->form, flow->ink, &leaves, path, pages, missing_letters, error);
}
