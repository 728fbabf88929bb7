/* The screen as a picture for documents. */
#include "tty_private.h"

#include <string.h>

/* One cell, in the units of the picture: the proportions of DejaVu Sans Mono at 14, whose box
 * drawing then joins from line to line. */
#define CELL_WIDTH  8.43
#define CELL_HEIGHT 16.0
#define FONT_SIZE   14
#define BASELINE    12.6
#define MARGIN      12.0
#define FRAME_TOP   30.0

/* What a person reads, so not what an old terminal shows: inks are light enough for the paper, and
 * as backgrounds the same eight are dark enough for light text. */
static const guint32 inks[16] = {
	0x1d2230, 0xe06c75, 0x8fbf7f, 0xe5c07b, 0x6cb2f0, 0xc38fe0, 0x5bc0c8, 0xc9d1dc,
	0x6b7588, 0xf28b93, 0xa9d99b, 0xf2d79b, 0x93c9f7, 0xd7b0ee, 0x83d9df, 0xffffff,
};
static const guint32 papers[16] = {
	0x0f131c, 0xa8404a, 0x4f8f47, 0xb08a2e, 0x2d5fa0, 0x84509f, 0x2f97a3, 0xc9d1dc,
	0x4a5366, 0xf28b93, 0xa9d99b, 0xf2d79b, 0x93c9f7, 0xd7b0ee, 0x83d9df, 0xffffff,
};
static const guint32 plain_ink = 0xdbe1ea, plain_paper = 0x1a1f2b;

struct style {
	guint32 ink, paper;
	bool bold, underline, italic, strike;
	bool symbol; /* beyond the letters: its font may be another one, with other widths */
};

static guint32
colour_rgb(const Tty *tty, const VTermColor *colour, const guint32 palette[static 16])
{
	VTermColor rgb = *colour;

	if (VTERM_COLOR_IS_INDEXED(colour) && colour->indexed.idx < 16)
		return palette[colour->indexed.idx];
	vterm_screen_convert_color_to_rgb(tty->screen, &rgb);
	return (guint32)rgb.rgb.red << 16 | (guint32)rgb.rgb.green << 8 | rgb.rgb.blue;
}

static struct style
style_of(const Tty *tty, const VTermScreenCell *cell)
{
	struct style style = {
		.ink = VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) ? plain_ink
							    : colour_rgb(tty, &cell->fg, inks),
		.paper = VTERM_COLOR_IS_DEFAULT_BG(&cell->bg) ? plain_paper
							      : colour_rgb(tty, &cell->bg, papers),
		.bold = cell->attrs.bold,
		.underline = cell->attrs.underline != VTERM_UNDERLINE_OFF,
		.italic = cell->attrs.italic,
		.strike = cell->attrs.strike,
		.symbol = cell->chars[0] >= 0x2000,
	};

	if (cell->attrs.reverse) {
		guint32 swapped = style.ink;
		style.ink = style.paper;
		style.paper = swapped;
	}
	return style;
}

static bool
style_equal(const struct style *a, const struct style *b)
{
	return a->ink == b->ink && a->paper == b->paper && a->bold == b->bold &&
	       a->underline == b->underline && a->italic == b->italic && a->strike == b->strike &&
	       a->symbol == b->symbol;
}

/* A length the same in every locale, with two decimals. */
static const char *
length(double value, char buffer[static G_ASCII_DTOSTR_BUF_SIZE])
{
	return g_ascii_formatd(buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
}

static void
append_rectangle(GString *svg, double x, double y, double width, guint32 colour)
{
	char place[3][G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf(svg,
			       "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\" "
			       "fill=\"#%06x\"/>\n",
			       length(x, place[0]), length(y, place[1]), length(width, place[2]),
			       (int)CELL_HEIGHT, colour);
}

static void
append_text(GString *svg, double x, double y, double width, const struct style *style,
	    const char *text)
{
	char place[3][G_ASCII_DTOSTR_BUF_SIZE];
	g_autofree char *escaped = g_markup_escape_text(text, -1);

	g_string_append_printf(svg, "<text x=\"%s\" y=\"%s\" textLength=\"%s\" fill=\"#%06x\"",
			       length(x, place[0]), length(y, place[1]), length(width, place[2]),
			       style->ink);
	g_string_append(svg, style->bold ? " font-weight=\"bold\"" : "");
	g_string_append(svg, style->italic ? " font-style=\"italic\"" : "");
	if (style->underline || style->strike)
		g_string_append_printf(svg, " text-decoration=\"%s%s%s\"",
				       style->underline ? "underline" : "",
				       style->underline && style->strike ? " " : "",
				       style->strike ? "line-through" : "");
	g_string_append_printf(svg, ">%s</text>\n", escaped);
}

/* Take the blanks at both ends off a run that shows nothing there. */
static void
narrow(GString *text, const struct style *style, int *column, int *end)
{
	if (style->underline || style->strike)
		return;
	gsize lead = strspn(text->str, " ");
	g_string_erase(text, 0, (gssize)lead);
	*column += (int)lead;
	while (text->len > 0 && text->str[text->len - 1] == ' ') {
		g_string_truncate(text, text->len - 1);
		(*end)--;
	}
}

/* The cells from COLUMN on that can be drawn in one go: one style, and a wide character alone, for
 * its font may have another width. Returns the column after them. */
static int
gather_run(const Tty *tty, int row, int column, struct style *style, GString *text)
{
	VTermScreenCell cell;
	int end = column;

	g_string_truncate(text, 0);
	for (; end < tty->columns; end += MAX(1, (int)cell.width)) {
		if (!tty_cell(tty, row, end, &cell))
			cell.width = 1;
		struct style here = style_of(tty, &cell);
		if (end > column && (cell.width > 1 || !style_equal(style, &here)))
			return end;
		*style = here;
		tty_cell_append(text, &cell);
		if (cell.width > 1)
			return MIN(end + 2, tty->columns);
	}
	return MIN(end, tty->columns);
}

static void
append_row(GString *svg, const Tty *tty, int row)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct style style = {0};
	double y = FRAME_TOP + row * CELL_HEIGHT;

	for (int column = 0, next = 0; column < tty->columns; column = next) {
		int first = column, end = next = gather_run(tty, row, column, &style, text);
		if (style.paper != plain_paper)
			append_rectangle(svg, MARGIN + column * CELL_WIDTH, y,
					 (end - column) * CELL_WIDTH, style.paper);
		narrow(text, &style, &first, &end);
		if (text->len > 0)
			append_text(svg, MARGIN + first * CELL_WIDTH, y + BASELINE,
				    (end - first) * CELL_WIDTH, &style, text->str);
	}
}

/* TITLE as XML may hold it: it can come from the program. Caller frees. */
static char *
escape_title(const char *title)
{
	g_autofree char *valid = g_utf8_make_valid(title != NULL ? title : "", -1);
	g_autoptr(GString) drawable = g_string_new(NULL);

	for (char *at = valid; *at != '\0'; at = g_utf8_next_char(at))
		if (tty_is_drawable(g_utf8_get_char(at)))
			g_string_append_unichar(drawable, g_utf8_get_char(at));
	return g_markup_escape_text(drawable->str, -1);
}

static void
append_frame(GString *svg, int width, int height, const char *title)
{
	static const guint32 buttons[] = {0xe0605a, 0xe2b340, 0x5fb85a};
	g_autofree char *escaped = escape_title(title);

	g_string_append_printf(svg,
			       "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#%06x\"/>\n"
			       "<path d=\"M0 24V8a8 8 0 0 1 8-8h%da8 8 0 0 1 8 8v16z\" "
			       "fill=\"#2b3242\"/>\n",
			       width, height, plain_paper, width - 16);
	for (int i = 0; i < (int)G_N_ELEMENTS(buttons); i++)
		g_string_append_printf(svg,
				       "<circle cx=\"%d\" cy=\"12\" r=\"5\" fill=\"#%06x\"/>\n",
				       16 + 18 * i, buttons[i]);
	g_string_append_printf(svg,
			       "<text x=\"%d\" y=\"16\" text-anchor=\"middle\" font-size=\"12\" "
			       "fill=\"#aab3c2\">%s</text>\n",
			       width / 2, escaped);
}

char *
tty_svg(const Tty *tty, const char *title)
{
	GString *svg = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	int width = (int)(2 * MARGIN + tty->columns * CELL_WIDTH + 0.999);
	int height = (int)(FRAME_TOP + tty->rows * CELL_HEIGHT + MARGIN);

	g_string_append_printf(
		svg,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" font-size=\"%d\" "
		"font-family=\"'DejaVu Sans Mono', 'WenQuanYi Micro Hei Mono', Menlo, "
		"Consolas, monospace\">\n"
		"<style>text{white-space:pre}</style>\n",
		width, height, width, height, FONT_SIZE);
	append_frame(svg, width, height, title);
	g_string_append_printf(svg, "<g xml:space=\"preserve\">\n");
	for (int row = 0; row < tty->rows; row++)
		append_row(svg, tty, row);
	g_string_append(svg, "</g>\n</svg>\n");
	return g_string_free(svg, FALSE);
}
