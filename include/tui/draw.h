/* The only drawing calls. Text of any origin may be given: it is cleaned, clipped to its place and
 * written in the terminal's letters. */
#ifndef TUI_DRAW_H
#define TUI_DRAW_H

#include <glib.h>
#include <stdbool.h>

/** What a piece of text is; a theme says how that looks, and no state is said by looks alone. */
enum style {
	STYLE_PLAIN,
	STYLE_BAR,    /* tabs, hints */
	STYLE_TAB,    /* the tab one is on */
	STYLE_KEY,    /* a key in a hint */
	STYLE_HEAD,   /* heads of columns, titles */
	STYLE_FAINT,  /* less important */
	STYLE_FOCUS,  /* the row or field one is on */
	STYLE_MARKED, /* selected rows */
	STYLE_FIELD,  /* where one types */
	STYLE_WARNING,
	STYLE_ERROR,
	STYLE_GOOD,
	STYLE_BANNER,
	STYLES,
};

/** A rectangle of the terminal. */
struct area {
	int y, x, height, width;
};

/* What the person's terminal looks like. No state is said by colour alone in any. */
enum draw_theme {
	THEME_DARK,
	THEME_LIGHT,
	THEME_CONTRAST,
	THEME_MONO,
	THEMES,
};

/** Choose styles for what the terminal can do and the person wants (NO_COLOR). Call after
 * newterm(). */
void draw_begin(void);

/** The looks of another theme, from the next frame on. */
void draw_theme(enum draw_theme theme);

/** True when the terminal shows more than ASCII. */
bool draw_unicode(void);

/** Text at Y, X in at most WIDTH columns, clipped with "…"; returns the columns it took. NULL draws
 * nothing. */
int draw_text(int y, int x, int width, enum style style, const char *text);

/** The same, and the rest of WIDTH filled with the style. */
void draw_cell(int y, int x, int width, enum style style, const char *text);

/** The same, from the right. */
void draw_right(int y, int x, int width, enum style style, const char *text);

/** Formatted text; returns the columns it took. */
int draw_format(int y, int x, int width, enum style style, const char *format, ...)
	G_GNUC_PRINTF(5, 6);

/** A line of WIDTH columns. */
void draw_line(int y, int x, int width);

/** Clear AREA and draw a frame around it, with TITLE (may be NULL) in its upper edge. */
void draw_frame(struct area area, const char *title);

/** Clear AREA. */
void draw_clear(struct area area);

/** Text over several lines, wrapped between words; returns how many lines it took of AREA's. */
int draw_paragraph(struct area area, enum style style, const char *text);

/** How many lines TEXT takes when it is wrapped so in WIDTH columns. */
int draw_paragraph_lines(int width, const char *text);

/** The line of at most WIDTH columns that begins at *REST, which then stands on the next one.
 * Caller frees. */
char *draw_line_take(const char **rest, int width);

/** Say in row Y, up to column END, that N more stand above, or BELOW; nothing when N is 0. GENTLE:
 * only where it covers nothing. */
void draw_more(int y, int end, guint n, bool below, bool gentle);

/** True when nothing stands there. */
bool draw_is_blank(int y, int x, int width);

/** "…" or "..."; "→" or "->"; "✓" or "x": the letter that the terminal can show. */
const char *draw_letter(const char *unicode, const char *ascii);

/* What a click on a part of the frame means. */
enum hit_kind {
	HIT_ROW,  /* a row of the screen: its number is VALUE */
	HIT_HEAD, /* the head of a column */
	HIT_TAB,  /* a tab of the screen */
	HIT_ACT,  /* an action (enum act) */
	HIT_KEY,  /* the key that is called KEY */
};

struct hit {
	enum hit_kind kind;
	int value;
	char key[16];
};

/** A click in AREA means this, until the next frame; what is drawn later lies above. */
void draw_hit(struct area area, enum hit_kind kind, int value);

/** The same of the key that is called NAME. */
void draw_hit_key(struct area area, const char *name);

/** Nothing that was drawn so far can be clicked: a dialogue lies above. */
void draw_hits_cover(void);

/** What a click at Y, X means; false: nothing. */
bool draw_hit_at(int y, int x, struct hit *hit);

/** How many rows that can be clicked lie between the one under the cursor and the one of number
 * VALUE; less than 0 upwards. False when the cursor is on none, or there is no such row. */
bool draw_hit_steps(int value, int *steps);

/** Where the terminal's own cursor stands after the frame: on the focus. */
void draw_cursor(int y, int x);

/** Begin and end a frame. */
void draw_frame_begin(void);
void draw_frame_end(void);

#endif
