/* Badges on sheets of cards, with the marks to cut them by. */
#include "base/i18n.h"
#include "print/card.h"
#include "print/leaves.h"
#include "print/module.h"
#include "print/wording.h"

#define CUT_LENGTH (4 * MM)
#define CUT_GAP    (1 * MM) /* between a mark and the cards */
#define CROSS_ARM  (1 * MM)
#define CUT_LINE   0.3
#define CUT_GREY   0.4
#define FOOT_LEAST (6 * MM)   /* of a margin that bears the reference */
#define FOOT_EDGE  (4.5 * MM) /* that printers cannot print on */

struct badge_pages {
	const struct badge_sheet *sheet;
	const struct page_form *form;
	Ink *ink;
	CardSet *cards;
	guint count;
};

static double
column_left(const struct card_grid *grid, guint column)
{
	return (grid->left + column * (grid->width + grid->gap_x)) * MM;
}

static double
row_top(const struct card_grid *grid, guint row)
{
	return (grid->top + row * (grid->height + grid->gap_y)) * MM;
}

/* ---- cutting ------------------------------------------------------------------------------------
 */

static void
line_draw(cairo_t *cairo, double x, double y, double dx, double dy)
{
	cairo_move_to(cairo, x, y);
	cairo_rel_line_to(cairo, dx, dy);
}

/* On the four edges of the sheet, at every border between cards; and a small cross where four of
 * them meet, for scissors. The same on every page, so that a stack is cut at once. */
static void
cuts_draw(const struct card_grid *grid, cairo_t *cairo)
{
	double left = column_left(grid, 0), top = row_top(grid, 0);
	double right = column_left(grid, grid->columns), bottom = row_top(grid, grid->rows);
	for (guint i = 0; i <= grid->columns; i++) {
		double x = column_left(grid, i);
		line_draw(cairo, x, top - CUT_GAP, 0, -CUT_LENGTH);
		line_draw(cairo, x, bottom + CUT_GAP, 0, CUT_LENGTH);
		for (guint j = 0; j <= grid->rows; j++) {
			double y = row_top(grid, j);
			line_draw(cairo, x - CROSS_ARM, y, 2 * CROSS_ARM, 0);
			line_draw(cairo, x, y - CROSS_ARM, 0, 2 * CROSS_ARM);
		}
	}
	for (guint j = 0; j <= grid->rows; j++) {
		double y = row_top(grid, j);
		line_draw(cairo, left - CUT_GAP, y, -CUT_LENGTH, 0);
		line_draw(cairo, right + CUT_GAP, y, CUT_LENGTH, 0);
	}
	cairo_set_line_width(cairo, CUT_LINE);
	cairo_set_source_rgb(cairo, CUT_GREY, CUT_GREY, CUT_GREY);
	cairo_stroke(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

/* ---- pages --------------------------------------------------------------------------------------
 */

/* In the margin under the first column, between the marks. */
static void
reference_draw(const struct badge_pages *pages, Paper *paper, guint leaf)
{
	const struct card_grid *grid = pages->sheet->grid;
	double last = grid->height + (grid->rows - 1) * (grid->height + grid->gap_y);
	double bottom = (grid->top + last) * MM, left = column_left(grid, 0) + 2 * MM;
	if (A4_LONG - bottom < FOOT_LEAST)
		return;
	const struct label *label = leaf_reference(pages->ink, pages->form, leaf, pages->count,
						   grid->width * MM - 4 * MM);
	double y = MIN(bottom + CUT_GAP + CUT_LENGTH / 2, A4_LONG - FOOT_EDGE);
	page_text(paper, NULL, label, left, y - label_height(label) / 2);
}

static void
badges_draw(gpointer user, Paper *paper, guint leaf)
{
	const struct badge_pages *pages = user;
	const struct badge_sheet *sheet = pages->sheet;
	const struct card_grid *grid = sheet->grid;
	guint cells = card_grid_cells(grid), all = sheet->n_badges + sheet->blank;
	for (guint cell = leaf == 0 ? sheet->first : 0; cell < cells; cell++) {
		guint i = leaf * cells + cell - sheet->first;
		if (i >= all)
			break;
		card_draw(pages->cards, i < sheet->n_badges ? &sheet->badges[i] : NULL, paper,
			  column_left(grid, cell % grid->columns),
			  row_top(grid, cell / grid->columns));
	}
	if (grid->maker == NULL)
		cuts_draw(grid, paper_cairo(paper));
	reference_draw(pages, paper, leaf);
}

bool
badges_print(const struct badge_sheet *sheet, const char *path, guint *pages,
	     char **missing_letters, GError **error)
{
	guint cells = card_grid_cells(sheet->grid);
	guint taken = sheet->first + sheet->n_badges + sheet->blank;
	g_autofree char *document = wording_document(&sheet->event, _("Badges"));
	const struct page_form form = {.letterhead = &sheet->letterhead,
				       .reference = &sheet->reference,
				       .document = document,
				       .title = sheet->event.title};
	g_autoptr(Ink) ink = ink_new(i18n_language());
	g_autoptr(CardSet) cards = card_set_new(ink, sheet);
	struct badge_pages all = {.sheet = sheet, .form = &form, .ink = ink, .cards = cards};
	all.count = MAX(1, (taken + cells - 1) / cells);
	const struct leaves leaves = {.count = all.count, .draw = badges_draw, .user = &all};
	return leaves_write(&form, ink, &leaves, path, pages, missing_letters, error);
}
