#include "core/card_grid.h"

#include <string.h>

#include "test.h"

#define A4_WIDTH  210.0
#define A4_HEIGHT 297.0
#define EDGE      3.5 /* printers print no nearer to the edge of a sheet; cards have a margin too */

static void
grids__lie__on_the_page(void **state)
{
	(void)state;
	guint n = 0;
	for (const struct card_grid *grid; (grid = card_grid_at(n)) != NULL; n++) {
		double width = grid->columns * (grid->width + grid->gap_x) - grid->gap_x;
		double height = grid->rows * (grid->height + grid->gap_y) - grid->gap_y;
		assert_true(grid->left >= EDGE && grid->top >= EDGE);
		assert_true(grid->left + width <= A4_WIDTH - EDGE);
		assert_true(grid->top + height <= A4_HEIGHT - EDGE);
		/* in the middle: the sheet may go in either way round */
		assert_true(ABS(2 * grid->left + width - A4_WIDTH) < 0.2);
		assert_true(ABS(2 * grid->top + height - A4_HEIGHT) < 0.2);
		/* one cut lies between two cards that one cuts oneself */
		assert_true(grid->maker != NULL || (grid->gap_x <= 0 && grid->gap_y <= 0));
	}
	assert_true(n >= 6);
}

static void
grids__have__the_sheets_that_are_sold(void **state)
{
	(void)state;
	static const struct {
		const char *maker;
		guint cells;
	} sheets[] = {{"L4785", 10}, {"L7414", 10}, {"L7160", 21}, {"L7163", 14}, {"L7165", 8}};
	for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++)
		assert_int_equal(card_grid_cells(card_grid_find(sheets[i].maker)), sheets[i].cells);
	assert_int_equal(card_grid_cells(card_grid_at(0)), 10);
	assert_text(card_grid_at(0)->name, "86x54");
}

static void
grid__is_found__however_it_is_typed(void **state)
{
	(void)state;
	static const char *const typed[] = {"86x54", "86X54", "86×54", "86 x 54",
					    "86\u00a0×\u00a054 mm"};
	for (gsize i = 0; i < G_N_ELEMENTS(typed); i++)
		assert_ptr_equal(card_grid_find(typed[i]), card_grid_at(0));
	assert_text(card_grid_find("l7160")->name, "63x38");
	assert_null(card_grid_find("86x55"));
	assert_null(card_grid_find(""));
}

static void
names__are__told_apart(void **state)
{
	(void)state;
	g_autofree char *names = card_grid_names();
	g_auto(GStrv) words = g_strsplit(names, " ", -1);
	for (guint i = 0; words[i] != NULL; i++)
		assert_ptr_equal(card_grid_find(words[i]), card_grid_at(i));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grids__lie__on_the_page),
		cmocka_unit_test(grids__have__the_sheets_that_are_sold),
		cmocka_unit_test(grid__is_found__however_it_is_typed),
		cmocka_unit_test(names__are__told_apart),
	};
	return test_run("card_grid", tests);
}
