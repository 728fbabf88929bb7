/* A document in the making: heads, tables and lines in their order, cut into pages as they come, so
 * that the number of pages is known before the first is drawn.
 */
#ifndef PRINT_FLOW_H
#define PRINT_FLOW_H

#include "print/grid.h"
#include "print/page.h"

typedef struct flow Flow;

/** A document on the pages of FORM, which is borrowed with all it points to. */
Flow *flow_new(const struct page_form *form);

void flow_free(Flow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Flow, flow_free)

/** What follows is another document in the same file, on the pages of FORM (borrowed), which are
 * numbered from 1 again. */
void flow_document(Flow *flow, const struct page_form *form);

/** What sets its texts in type, and its pages. Borrowed, they live as long as FLOW. */
Ink *flow_ink(Flow *flow);
Page *flow_page(Flow *flow);

/** What follows stands on new pages under HEAD. The first call comes before anything else. */
void flow_head(Flow *flow, const struct page_head *head);

/** TABLE (taken; complete, at least one row) GAP points lower. */
void flow_table(Flow *flow, Table *table, double gap);

/** The same, its last KEPT rows together on one page with what follows and takes AFTER points,
 * where a page has room for them. */
void flow_table_before(Flow *flow, Table *table, double gap, guint kept, double after);

/** The height of a page that TABLE goes on to: what its rows, its head and more may take. */
double flow_page_room(const Flow *flow);

/** A line of text under TAG, GAP points lower. */
void flow_text(Flow *flow, const char *tag, const struct label *label, double gap);

/** The same, X points from the left margin. */
void flow_text_at(Flow *flow, const char *tag, const struct label *label, double x, double gap);

/** PICTURES (taken, NULL left out) side by side, as high as logos stand, on as many lines as they
 * need; GAP points lower. They are outside the structure: their names stand in the text. */
void flow_pictures(Flow *flow, cairo_surface_t **pictures, guint n, double gap);

/** The height that they take with the GAP. */
double flow_pictures_height(const Flow *flow, cairo_surface_t *const *pictures, guint n);

/** Nothing for HEIGHT points. */
void flow_space(Flow *flow, double height);

/** What comes next has HEIGHT points on one page: a new one is begun unless they are left. */
void flow_need(Flow *flow, double height);

/** Draw WHAT with its top left corner at X, Y. */
typedef void (*flow_drawing)(const void *what, Paper *paper, double x, double y);

/** WHAT (outlives FLOW), HEIGHT points high, drawn by DRAW, GAP points lower. */
void flow_drawn(Flow *flow, flow_drawing draw, const void *what, double height, double gap);

/** The height that is left on the present page. */
double flow_room(const Flow *flow);

/** Write the whole document to PATH. PAGES and MISSING_LETTERS are those of struct print_module. */
bool flow_write(Flow *flow, const char *path, guint *pages, char **missing_letters, GError **error);

#endif
