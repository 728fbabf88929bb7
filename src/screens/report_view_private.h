/* What the files of the view of figures share. */
#ifndef SCREENS_REPORT_VIEW_PRIVATE_H
#define SCREENS_REPORT_VIEW_PRIVATE_H

#include "screens/report_view.h"

#define VIEW_GAP 2 /* between columns */

struct view_line {
	enum {
		VIEW_BLANK,
		VIEW_TEXT,
		VIEW_HEAD,   /* of a table */
		VIEW_ROW,    /* one can stand on it, and it opens nothing */
		VIEW_FIGURE, /* a line that is a figure */
		VIEW_COUNTS, /* one of several columns */
		VIEW_LINK,
	} kind;
	const struct report_table *table;
	guint line;           /* of the table */
	char *text;           /* of VIEW_TEXT and VIEW_ROW: what stands on this line */
	char *value, *beside; /* of VIEW_ROW; may be NULL */
	char *paragraph;      /* all of it, at its first line; NULL: a line that follows */
	enum style style;
};

/* One column where it stands. */
struct view_column {
	struct report_shown shown;
	char *head;
	int width;
};

struct view_layout {
	struct view_column columns[REPORT_SHOWN_MAX];
	guint n;
	int label;
};

struct report_view {
	Report *report;
	GArray *lines; /* struct view_line */
	guint cursor, top, page;
	const struct report_table *laid; /* what LAYOUT is of */
	int laid_width;
	struct view_layout layout;
	int wrapped; /* the width for which texts are parted into lines */
};

const struct view_line *view_line_at(const struct report_view *view, guint place);

/** True when one can stand on the line; from VIEW_FIGURE on there is something behind it too. */
bool view_line_stops(const struct report_view *view, guint place);

/** Part the texts of the view into lines of WIDTH columns. */
void view_texts_wrap(struct report_view *view, int width);

/** The columns of TABLE in WIDTH columns of the terminal, into the view's layout. */
void view_layout_make(struct report_view *view, const struct report_table *table, int width);

void view_layout_clear(struct view_layout *layout);

#endif
