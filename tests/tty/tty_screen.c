/* The screen as text and as letters for its look. */
#include "tty_private.h"

#include <string.h>

bool
tty_cell(const Tty *tty, int row, int column, VTermScreenCell *cell)
{
	VTermPos place = {.row = row, .col = column};

	memset(cell, 0, sizeof(*cell));
	cell->width = 1;
	vterm_screen_get_cell(tty->screen, place, cell);
	return cell->chars[0] != (uint32_t)-1;
}

bool
tty_is_drawable(gunichar character)
{
	return g_unichar_validate(character) && !g_unichar_iscntrl(character) &&
	       (character & 0xfffe) != 0xfffe;
}

void
tty_cell_append(GString *text, const VTermScreenCell *cell)
{
	if (cell->chars[0] == 0)
		g_string_append_c(text, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
		g_string_append_unichar(text,
					tty_is_drawable(cell->chars[i]) ? cell->chars[i] : 0xfffd);
}

static void
trim(GString *text, gsize start)
{
	gsize end = text->len;

	while (end > start && text->str[end - 1] == ' ')
		end--;
	g_string_truncate(text, end);
}

char *
tty_text(const Tty *tty)
{
	GString *text = g_string_new(NULL);
	VTermScreenCell cell;

	for (int row = 0; row < tty->rows; row++) {
		gsize start = text->len;
		for (int column = 0; column < tty->columns; column++)
			if (tty_cell(tty, row, column, &cell))
				tty_cell_append(text, &cell);
		trim(text, start);
		g_string_append_c(text, '\n');
	}
	return g_string_free(text, FALSE);
}

/* ---- the look ---------------------------------------------------------------------------------
 */

static void
describe_colour(GString *text, const char *ground, const VTermColor *colour, bool is_default)
{
	if (is_default)
		return;
	if (VTERM_COLOR_IS_INDEXED(colour))
		g_string_append_printf(text, " %s=%u", ground, (unsigned)colour->indexed.idx);
	else
		g_string_append_printf(text, " %s=#%02x%02x%02x", ground, (unsigned)colour->rgb.red,
				       (unsigned)colour->rgb.green, (unsigned)colour->rgb.blue);
}

/* " bold fg=4"; empty for a plain cell. Caller frees. */
static char *
describe(const VTermScreenCell *cell)
{
	GString *text = g_string_new(NULL);

	g_string_append(text, cell->attrs.bold ? " bold" : "");
	g_string_append(text, cell->attrs.underline != VTERM_UNDERLINE_OFF ? " underline" : "");
	g_string_append(text, cell->attrs.italic ? " italic" : "");
	g_string_append(text, cell->attrs.blink ? " blink" : "");
	g_string_append(text, cell->attrs.reverse ? " reverse" : "");
	g_string_append(text, cell->attrs.strike ? " strike" : "");
	describe_colour(text, "fg", &cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg));
	describe_colour(text, "bg", &cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg));
	return g_string_free(text, FALSE);
}

/* The letter of the look of CELL, given in the order of appearance. */
static char
letter_of(GPtrArray *looks, const VTermScreenCell *cell)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	g_autofree char *look = describe(cell);
	guint place = 0;

	if (look[0] == '\0')
		return ' ';
	if (!g_ptr_array_find_with_equal_func(looks, look, g_str_equal, &place)) {
		place = looks->len;
		g_ptr_array_add(looks, g_steal_pointer(&look));
	}
	return place < sizeof(letters) - 1 ? letters[place] : '?';
}

char *
tty_look(const Tty *tty)
{
	GString *text = g_string_new(NULL);
	g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) legend = g_string_new(NULL);
	VTermScreenCell cell;
	char letter = ' ';

	for (int row = 0; row < tty->rows; row++) {
		gsize start = text->len;
		for (int column = 0; column < tty->columns; column++) {
			guint known = looks->len;
			/* The right half of a wide character looks like its left half. */
			if (tty_cell(tty, row, column, &cell))
				letter = letter_of(looks, &cell);
			if (looks->len > known)
				g_string_append_printf(legend, "%c =%s\n", letter,
						       (char *)g_ptr_array_index(looks, known));
			g_string_append_c(text, letter);
		}
		trim(text, start);
		g_string_append_c(text, '\n');
	}
	g_string_append(text, legend->str);
	return g_string_free(text, FALSE);
}

bool
tty_cursor(const Tty *tty, int *row, int *column)
{
	VTermPos place = {0};

	vterm_state_get_cursorpos(vterm_obtain_state(tty->vterm), &place);
	*row = place.row + 1;
	*column = place.col + 1;
	return tty->cursor_shows;
}

const char *
tty_title(const Tty *tty)
{
	return tty->title;
}

bool
tty_is_alternate(const Tty *tty)
{
	return tty->alternate;
}

unsigned
tty_bells(const Tty *tty)
{
	return tty->bells;
}
