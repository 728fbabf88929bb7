#include "tui/draw.h"

#include <curses.h>
#include <langinfo.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

struct look {
	short foreground, background;
	attr_t attributes;
};

#define NONE -1 /* the terminal's own colour */

/* What is warned of in a light terminal: brown where there are 256 colours. */
#define BROWN      130
#define DARK_GREEN 28

/* How each style looks; THEME_MONO is also for a terminal of one colour, and for NO_COLOR. */
static const struct look looks[THEMES][STYLES] =
	{
		[THEME_DARK] =
			{
				[STYLE_PLAIN] = {NONE, NONE, A_NORMAL},
				[STYLE_BAR] = {COLOR_WHITE, COLOR_BLUE, A_NORMAL},
				[STYLE_TAB] = {COLOR_WHITE, COLOR_BLUE, A_BOLD | A_REVERSE},
				[STYLE_KEY] = {COLOR_CYAN, NONE, A_BOLD},
				[STYLE_HEAD] = {NONE, NONE, A_BOLD},
				[STYLE_FAINT] = {NONE, NONE, A_DIM},
				[STYLE_FOCUS] = {NONE, NONE, A_REVERSE},
				[STYLE_MARKED] = {COLOR_CYAN, NONE, A_BOLD},
				[STYLE_FIELD] = {NONE, NONE, A_UNDERLINE},
				[STYLE_WARNING] = {COLOR_YELLOW, NONE, A_BOLD},
				[STYLE_ERROR] = {COLOR_RED, NONE, A_BOLD},
				[STYLE_GOOD] = {COLOR_GREEN, NONE, A_NORMAL},
				[STYLE_BANNER] = {COLOR_BLACK, COLOR_YELLOW, A_NORMAL},
			},
		[THEME_LIGHT] =
			{
				[STYLE_PLAIN] = {NONE, NONE, A_NORMAL},
				[STYLE_BAR] = {COLOR_WHITE, COLOR_BLUE, A_NORMAL},
				[STYLE_TAB] = {COLOR_WHITE, COLOR_BLUE, A_BOLD | A_REVERSE},
				[STYLE_KEY] = {COLOR_BLUE, NONE, A_BOLD},
				[STYLE_HEAD] = {NONE, NONE, A_BOLD},
				[STYLE_FAINT] = {NONE, NONE, A_NORMAL},
				[STYLE_FOCUS] = {NONE, NONE, A_REVERSE},
				[STYLE_MARKED] = {COLOR_BLUE, NONE, A_BOLD},
				[STYLE_FIELD] = {NONE, NONE, A_UNDERLINE},
				[STYLE_WARNING] = {BROWN, NONE, A_BOLD},
				[STYLE_ERROR] = {COLOR_RED, NONE, A_BOLD},
				[STYLE_GOOD] = {DARK_GREEN, NONE, A_NORMAL},
				[STYLE_BANNER] = {COLOR_WHITE, COLOR_BLUE, A_BOLD},
			},
		[THEME_CONTRAST] =
			{
				[STYLE_PLAIN] = {COLOR_WHITE, COLOR_BLACK, A_BOLD},
				[STYLE_BAR] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
				[STYLE_TAB] = {COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE},
				[STYLE_KEY] = {COLOR_YELLOW, COLOR_BLACK, A_BOLD},
				[STYLE_HEAD] = {COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE},
				[STYLE_FAINT] = {COLOR_WHITE, COLOR_BLACK, A_BOLD},
				[STYLE_FOCUS] = {COLOR_BLACK, COLOR_YELLOW, A_NORMAL},
				[STYLE_MARKED] = {COLOR_YELLOW, COLOR_BLACK, A_BOLD},
				[STYLE_FIELD] = {COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE},
				[STYLE_WARNING] = {COLOR_YELLOW, COLOR_BLACK, A_BOLD},
				[STYLE_ERROR] = {COLOR_WHITE, COLOR_RED, A_BOLD},
				[STYLE_GOOD] = {COLOR_WHITE, COLOR_BLACK, A_BOLD},
				[STYLE_BANNER] = {COLOR_BLACK, COLOR_YELLOW, A_NORMAL},
			},
		[THEME_MONO] =
			{
				[STYLE_PLAIN] = {NONE, NONE, A_NORMAL},
				[STYLE_BAR] = {NONE, NONE, A_REVERSE},
				[STYLE_TAB] = {NONE, NONE, A_BOLD},
				[STYLE_KEY] = {NONE, NONE, A_BOLD},
				[STYLE_HEAD] = {NONE, NONE, A_BOLD},
				[STYLE_FAINT] = {NONE, NONE, A_NORMAL},
				[STYLE_FOCUS] = {NONE, NONE, A_REVERSE},
				[STYLE_MARKED] = {NONE, NONE, A_BOLD},
				[STYLE_FIELD] = {NONE, NONE, A_UNDERLINE},
				[STYLE_WARNING] = {NONE, NONE, A_BOLD},
				[STYLE_ERROR] = {NONE, NONE, A_BOLD},
				[STYLE_GOOD] = {NONE, NONE, A_NORMAL},
				[STYLE_BANNER] = {NONE, NONE, A_REVERSE},
			},
};

struct placed {
	struct area area;
	struct hit hit;
};

/* The state of the one terminal: the loop owns it, and nothing else draws. */
static struct {
	bool colours;
	bool defaults; /* the terminal has colours of its own that nothing names */
	enum draw_theme theme;
	bool unicode;
	char *charset;
	int cursor_y, cursor_x;
	GArray *hits; /* struct placed */
} terminal;

static attr_t
look_of(enum style style)
{
	attr_t attributes = looks[terminal.theme][style].attributes;
	return terminal.theme == THEME_MONO ? attributes
					    : attributes | (attr_t)COLOR_PAIR(style + 1);
}

/* Sixteen colours and fewer have no brown: the nearest that is dark enough. */
static short
colour_of(short colour, bool background)
{
	if (colour == NONE && !terminal.defaults)
		return background ? COLOR_BLACK : COLOR_WHITE;
	if (colour >= COLORS)
		return colour == BROWN ? COLOR_MAGENTA : COLOR_GREEN;
	return colour;
}

void
draw_theme(enum draw_theme theme)
{
	terminal.theme = terminal.colours ? theme : THEME_MONO;
	const struct look *look = looks[terminal.theme];
	for (short i = 0; terminal.theme != THEME_MONO && i < STYLES; i++)
		init_pair((short)(i + 1), colour_of(look[i].foreground, false),
			  colour_of(look[i].background, true));
	bkgdset(' ' | look_of(STYLE_PLAIN));
	clearok(stdscr, TRUE);
}

void
draw_begin(void)
{
	const char *no_colour = g_getenv("NO_COLOR");
	terminal.colours = has_colors() && (no_colour == NULL || *no_colour == '\0');
	if (terminal.colours) {
		start_color();
		terminal.defaults = use_default_colors() == OK;
	}
	const char *charset = nl_langinfo(CODESET);
	terminal.unicode = strcmp(charset, "UTF-8") == 0;
	g_free(terminal.charset);
	terminal.charset = g_strdup(charset);
	if (terminal.hits == NULL)
		terminal.hits = g_array_new(FALSE, FALSE, sizeof(struct placed));
	draw_theme(THEME_DARK);
}

bool
draw_unicode(void)
{
	return terminal.unicode;
}

/* Clean, clipped, in the terminal's letters; WIDTH receives its columns. */
static char *
text_prepare(const char *text, int room, int *width)
{
	g_autofree char *clean = text_for_terminal(text);
	char *clipped = text_clip(clean, room, !terminal.unicode);
	if (!terminal.unicode) {
		char *converted = text_for_charset(clipped, terminal.charset);
		g_free(clipped);
		clipped = text_clip(converted, room, true);
		g_free(converted);
	}
	*width = text_width(clipped);
	return clipped;
}

/* In a terminal of another charset the letters leave in its bytes. */
static void
text_put(const char *text)
{
	if (terminal.unicode) {
		addstr(text);
		return;
	}
	g_autofree char *bytes = g_convert(text, -1, terminal.charset, "UTF-8", NULL, NULL, NULL);
	if (bytes != NULL)
		addstr(bytes);
}

static bool
place_visible(int y, int x, int width)
{
	return y >= 0 && y < LINES && x >= 0 && x < COLS && width > 0;
}

int
draw_text(int y, int x, int width, enum style style, const char *text)
{
	if (text == NULL || !place_visible(y, x, width))
		return 0;
	int taken = 0;
	g_autofree char *shown = text_prepare(text, MIN(width, COLS - x), &taken);
	attrset(look_of(style));
	move(y, x);
	text_put(shown);
	attrset(look_of(STYLE_PLAIN));
	return taken;
}

void
draw_cell(int y, int x, int width, enum style style, const char *text)
{
	if (!place_visible(y, x, width))
		return;
	int room = MIN(width, COLS - x);
	int taken = draw_text(y, x, room, style, text);
	if (taken < room) {
		attrset(look_of(style));
		mvhline(y, x + taken, ' ' | look_of(style), room - taken);
		attrset(look_of(STYLE_PLAIN));
	}
}

void
draw_right(int y, int x, int width, enum style style, const char *text)
{
	g_autofree char *clean = text_for_terminal(text);
	int taken = MIN(text_width(clean), width);
	draw_cell(y, x, width - taken, style, "");
	draw_text(y, x + width - taken, taken, style, text);
}

int
draw_format(int y, int x, int width, enum style style, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	return draw_text(y, x, width, style, text);
}

bool
draw_is_blank(int y, int x, int width)
{
	for (int i = 0; i < width; i++) {
		cchar_t letter = {0};
		if (mvin_wch(y, x + i, &letter) == ERR || letter.chars[0] != L' ')
			return false;
	}
	return true;
}

void
draw_more(int y, int end, guint n, bool below, bool gentle)
{
	const char *arrow = below ? draw_letter("↓", "v") : draw_letter("↑", "^");
	g_autofree char *text =
		g_strdup_printf(i18n_count("%s %u more", "%s %u more", n), arrow, n);
	int width = text_width(text);
	if (n > 0 && (!gentle || draw_is_blank(y, end - width - 1, width + 1)))
		draw_text(y, end - width, width, STYLE_FAINT, text);
}

const char *
draw_letter(const char *unicode, const char *ascii)
{
	return terminal.unicode ? unicode : ascii;
}

static void
draw_run(int y, int x, int width, const char *unicode, const char *ascii)
{
	const char *letter = draw_letter(unicode, ascii);
	move(y, x);
	for (int i = 0; i < width && x + i < COLS; i++)
		addstr(letter);
}

void
draw_line(int y, int x, int width)
{
	if (place_visible(y, x, width)) {
		attrset(look_of(STYLE_FAINT));
		draw_run(y, x, width, "─", "-");
		attrset(look_of(STYLE_PLAIN));
	}
}

void
draw_clear(struct area area)
{
	attrset(look_of(STYLE_PLAIN));
	for (int i = 0; i < area.height; i++)
		if (place_visible(area.y + i, area.x, area.width))
			mvhline(area.y + i, area.x, ' ', MIN(area.width, COLS - area.x));
}

void
draw_frame(struct area area, const char *title)
{
	draw_clear(area);
	if (area.height < 2 || area.width < 2)
		return;
	int bottom = area.y + area.height - 1, right = area.x + area.width - 1;
	draw_run(area.y, area.x + 1, area.width - 2, "─", "-");
	draw_run(bottom, area.x + 1, area.width - 2, "─", "-");
	for (int y = area.y + 1; y < bottom; y++) {
		draw_run(y, area.x, 1, "│", "|");
		draw_run(y, right, 1, "│", "|");
	}
	draw_run(area.y, area.x, 1, "┌", "+");
	draw_run(area.y, right, 1, "┐", "+");
	draw_run(bottom, area.x, 1, "└", "+");
	draw_run(bottom, right, 1, "┘", "+");
	if (title != NULL && area.width > 6)
		draw_format(area.y, area.x + 2, area.width - 4, STYLE_HEAD, " %s ", title);
}

/* The longest beginning of TEXT that fits in WIDTH, ended between words when it can be. */
static const char *
line_end(const char *text, int width)
{
	const char *end = text, *space = NULL;
	int taken = 0;
	while (*end != '\0' && *end != '\n') {
		const char *next = text_next(end);
		g_autofree char *letter = g_strndup(end, (gsize)(next - end));
		taken += text_width(letter);
		if (taken > width)
			return space != NULL ? space : (end > text ? end : next);
		if (*end == ' ')
			space = end;
		end = next;
	}
	return end;
}

char *
draw_line_take(const char **rest, int width)
{
	const char *end = line_end(*rest, width);
	char *line = g_strndup(*rest, (gsize)(end - *rest));
	*rest = *end == ' ' || *end == '\n' ? end + 1 : end;
	return line;
}

int
draw_paragraph(struct area area, enum style style, const char *text)
{
	g_autofree char *clean = text_for_file(text != NULL ? text : "", true);
	const char *rest = clean;
	int lines = 0;
	while (*rest != '\0' && lines < area.height) {
		g_autofree char *line = draw_line_take(&rest, area.width);
		draw_text(area.y + lines++, area.x, area.width, style, line);
	}
	return lines;
}

int
draw_paragraph_lines(int width, const char *text)
{
	g_autofree char *clean = text_for_file(text != NULL ? text : "", true);
	const char *rest = clean;
	int lines = 0;
	for (; *rest != '\0'; lines++)
		g_free(draw_line_take(&rest, width));
	return lines;
}

/* ---- what a click means -------------------------------------------------------------------------
 */

void
draw_hit(struct area area, enum hit_kind kind, int value)
{
	struct placed placed = {area, {.kind = kind, .value = value}};
	g_array_append_val(terminal.hits, placed);
}

void
draw_hit_key(struct area area, const char *name)
{
	struct placed placed = {area, {.kind = HIT_KEY}};
	g_strlcpy(placed.hit.key, name, sizeof placed.hit.key);
	g_array_append_val(terminal.hits, placed);
}

void
draw_hits_cover(void)
{
	g_array_set_size(terminal.hits, 0);
}

static bool
area_has(const struct area *area, int y, int x)
{
	return y >= area->y && y < area->y + area->height && x >= area->x &&
	       x < area->x + area->width;
}

bool
draw_hit_at(int y, int x, struct hit *hit)
{
	for (guint i = terminal.hits->len; i > 0; i--) {
		const struct placed *placed = &g_array_index(terminal.hits, struct placed, i - 1);
		*hit = placed->hit;
		if (area_has(&placed->area, y, x))
			return true;
	}
	return false;
}

bool
draw_hit_steps(int value, int *steps)
{
	int place = 0, from = -1, to = -1;
	for (guint i = 0; i < terminal.hits->len; i++) {
		const struct placed *placed = &g_array_index(terminal.hits, struct placed, i);
		if (placed->hit.kind != HIT_ROW)
			continue;
		if (area_has(&placed->area, terminal.cursor_y, terminal.cursor_x))
			from = place;
		if (placed->hit.value == value)
			to = place;
		place++;
	}
	*steps = to - from;
	return from >= 0 && to >= 0;
}

/* ---- frames -------------------------------------------------------------------------------------
 */

void
draw_cursor(int y, int x)
{
	terminal.cursor_y = CLAMP(y, 0, LINES - 1);
	terminal.cursor_x = CLAMP(x, 0, COLS - 1);
}

void
draw_frame_begin(void)
{
	erase();
	draw_hits_cover();
	terminal.cursor_y = terminal.cursor_x = 0;
}

void
draw_frame_end(void)
{
	move(terminal.cursor_y, terminal.cursor_x);
	refresh();
}
