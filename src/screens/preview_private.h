/* What the files of the preview share. */
#ifndef SCREENS_PREVIEW_PRIVATE_H
#define SCREENS_PREVIEW_PRIVATE_H

#include "core/columns.h"
#include "screens/import.h"

enum view {
	VIEW_ROWS,
	VIEW_COLUMNS,
	VIEW_PROBLEMS,
	VIEWS_N,
};

struct preview {
	struct screen screen;
	ImportPlan *plan; /* NULL while it is being written */
	char *path;
	GBytes *pasted; /* a list that was pasted, or NULL */
	enum view view;
	guint cursor[VIEWS_N], top[VIEWS_N];
	guint page;
	bool update;          /* apply changed values */
	GPtrArray *overrides; /* char *: "heading=field", NULL-terminated when used */
};

/** How many lines the view one is in has. */
guint preview_length(const struct preview *preview);

/** The fields that the columns of a plan may be read as. */
enum columns_kind preview_kind(const ImportPlan *plan);

/** How the rows will end: a doubtful one that somebody has decided counts as what it was decided to
 * be. */
void preview_count(const ImportPlan *plan, struct import_counts *counts);

void preview_draw(struct screen *screen, struct ui *ui, struct area body);

/** What a column is headed; the parts of a pasted list, which has no headings, by what they are.
 * Caller frees. */
char *preview_heading(const struct import_plan *plan, const struct import_column *column);

#endif
