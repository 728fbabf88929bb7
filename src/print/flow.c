#include "print/flow.h"

#include "base/i18n.h"
#include "print/leaves.h"

struct flow_page {
	Page *page;
	const struct page_head *head;
	bool first;
};

/* What is drawn at one place of one page: rows of a table, a drawing, a label or a picture. */
struct flow_piece {
	guint page;
	double x, y; /* x from the margin */
	const Table *table;
	guint first_row, end_row;
	flow_drawing draw;
	const void *drawing;
	const char *tag;
	const struct label *label;
	cairo_surface_t *picture;
	double scale;
};

struct flow {
	const struct page_form *form; /* of the first document */
	Ink *ink;
	Page *page;         /* of the present document */
	GPtrArray *formats; /* Page *, of every document */
	GArray *pages;
	GArray *pieces;
	GPtrArray *tables;
	guint drawn; /* pieces */
	GPtrArray *pictures;
	double y;
};

static void
grid_destroy(gpointer table)
{
	grid_free(table);
}

static void
page_destroy(gpointer page)
{
	page_free(page);
}

static void
picture_destroy(gpointer picture)
{
	cairo_surface_destroy(picture);
}

Flow *
flow_new(const struct page_form *form)
{
	Flow *flow = g_new0(Flow, 1);
	flow->form = form;
	flow->ink = ink_new(form->language != NULL ? form->language : i18n_language());
	flow->page = page_new(flow->ink, form);
	flow->pages = g_array_new(FALSE, FALSE, sizeof(struct flow_page));
	flow->pieces = g_array_new(FALSE, TRUE, sizeof(struct flow_piece));
	flow->tables = g_ptr_array_new_with_free_func(grid_destroy);
	flow->pictures = g_ptr_array_new_with_free_func(picture_destroy);
	flow->formats = g_ptr_array_new_with_free_func(page_destroy);
	g_ptr_array_add(flow->formats, flow->page);
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
	g_ptr_array_unref(flow->pictures);
	g_ptr_array_unref(flow->formats);
	ink_free(flow->ink);
	g_free(flow);
}

void
flow_document(Flow *flow, const struct page_form *form)
{
	flow->page = page_like(flow->page, form);
	g_ptr_array_add(flow->formats, flow->page);
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
	struct flow_page page = {.page = flow->page, .head = head, .first = first};
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

/* Begin a new page when HEIGHT does not fit on this one. What fits on no page stays on the first
 * that has nothing else. */
static bool
flow_turn(Flow *flow, double height)
{
	const struct flow_page *page = flow_page_at(flow, flow->pages->len - 1);
	bool fresh = flow->y <= page_top(page->head, page->first) && !page->first;
	if (fresh || flow->y + height <= page_bottom(flow->page))
		return false;
	flow_begin_page(flow, page->head, false);
	return true;
}

/* Go GAP lower, or to a new page. */
static void
flow_reserve(Flow *flow, double gap, double height)
{
	if (!flow_turn(flow, gap + height))
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
	flow_text_at(flow, tag, label, 0, gap);
}

void
flow_text_at(Flow *flow, const char *tag, const struct label *label, double x, double gap)
{
	flow_reserve(flow, gap, label_height(label));
	flow_place(flow, (struct flow_piece){.x = x, .tag = tag, .label = label},
		   label_height(label));
}

void
flow_space(Flow *flow, double height)
{
	flow_reserve(flow, height, 0);
}

void
flow_need(Flow *flow, double height)
{
	flow_turn(flow, height);
}

/* ---- pictures -----------------------------------------------------------------------------------
 */

#define PICTURE_HEIGHT (13 * MM)
#define PICTURE_WIDTH  (42 * MM)
#define PICTURE_GAP    (6 * MM)

static double
picture_scale(cairo_surface_t *picture)
{
	return MIN(PICTURE_WIDTH / cairo_image_surface_get_width(picture),
		   PICTURE_HEIGHT / cairo_image_surface_get_height(picture));
}

static double
picture_width(cairo_surface_t *picture)
{
	return cairo_image_surface_get_width(picture) * picture_scale(picture);
}

/* How many of the pictures from the first stand on one line. */
static guint
pictures_on_line(const Flow *flow, cairo_surface_t *const *pictures, guint n)
{
	double x = 0;
	guint i = 0;
	for (; i < n; i++) {
		double width = picture_width(pictures[i]);
		if (i > 0 && x + width > page_width(flow->page))
			break;
		x += width + PICTURE_GAP;
	}
	return i;
}

double
flow_pictures_height(const Flow *flow, cairo_surface_t *const *pictures, guint n)
{
	double height = 0;
	for (guint from = 0; from < n; from += pictures_on_line(flow, pictures + from, n - from))
		height += PICTURE_HEIGHT + (from > 0 ? PICTURE_GAP / 2 : 0);
	return height;
}

static void
flow_picture_line(Flow *flow, cairo_surface_t *const *pictures, guint n, double gap)
{
	double x = 0, height;
	flow_reserve(flow, gap, PICTURE_HEIGHT);
	for (guint i = 0; i < n; i++) {
		struct flow_piece piece = {.x = x,
					   .picture = pictures[i],
					   .scale = picture_scale(pictures[i])};
		height = cairo_image_surface_get_height(pictures[i]) * piece.scale;
		flow->y += (PICTURE_HEIGHT - height) / 2;
		flow_place(flow, piece, 0);
		flow->y -= (PICTURE_HEIGHT - height) / 2;
		x += picture_width(pictures[i]) + PICTURE_GAP;
	}
	flow->y += PICTURE_HEIGHT;
}

void
flow_pictures(Flow *flow, cairo_surface_t **pictures, guint n, double gap)
{
	guint line;
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(flow->pictures, pictures[i]);
	for (guint from = 0; from < n; from += line) {
		line = pictures_on_line(flow, pictures + from, n - from);
		flow_picture_line(flow, pictures + from, line, from > 0 ? PICTURE_GAP / 2 : gap);
	}
}

void
flow_drawn(Flow *flow, flow_drawing draw, const void *what, double height, double gap)
{
	flow_reserve(flow, gap, height);
	flow_place(flow, (struct flow_piece){.draw = draw, .drawing = what}, height);
}

double
flow_room(const Flow *flow)
{
	return page_bottom(flow->page) - flow->y;
}

static void
flow_draw_picture(Paper *paper, const struct flow_piece *piece, double x)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_save(cairo);
	cairo_translate(cairo, x, piece->y);
	cairo_scale(cairo, piece->scale, piece->scale);
	cairo_set_source_surface(cairo, piece->picture, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

static void
flow_draw_piece(const Flow *flow, Paper *paper, const struct flow_piece *piece)
{
	double x = page_left(flow->page) + piece->x;
	if (piece->picture != NULL)
		flow_draw_picture(paper, piece, x);
	else if (piece->table != NULL)
		grid_draw(piece->table, paper, x, piece->y, piece->first_row, piece->end_row);
	else if (piece->draw != NULL)
		piece->draw(piece->drawing, paper, x, piece->y);
	else
		page_text(paper, piece->tag, piece->label, x, piece->y);
}

/* Pages are numbered within their document; those of one follow each other. */
static struct page_number
flow_number(const Flow *flow, guint i)
{
	const struct flow_page *page = flow_page_at(flow, i);
	guint from = i, end = i + 1;
	while (from > 0 && flow_page_at(flow, from - 1)->page == page->page)
		from--;
	while (end < flow->pages->len && flow_page_at(flow, end)->page == page->page)
		end++;
	return (struct page_number){i - from + 1, end - from, page->first};
}

static void
flow_draw(gpointer user, Paper *paper, guint leaf)
{
	Flow *flow = user;
	const struct flow_page *page = flow_page_at(flow, leaf);
	struct page_number number = flow_number(flow, leaf);
	page_draw(page->page, paper, page->head, &number);
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
