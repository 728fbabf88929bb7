/* Written here and not with libcsv, which tells no positions (the line of a row, of a quote), takes
 * "Les Amandiers" centre;34 for one cell that goes on until some later quote, and hands out copies;
 * the tests compare the two where both have an opinion. */
#include "exchange/cell.h"

#include <string.h>

struct dialect
dialect_of(char separator, bool paste)
{
	enum quoting quoting = paste               ? QUOTES_DATA
			       : separator == '\t' ? QUOTES_LOOSE
						   : QUOTES_STRICT;
	return (struct dialect){.separator = separator, .quoting = quoting};
}

static bool
is_break(char byte)
{
	return byte == '\n' || byte == '\r';
}

static gsize
plain_end(const char *text, gsize size, gsize at, char separator)
{
	while (at < size && text[at] != separator && !is_break(text[at]))
		at++;
	return at;
}

static guint
breaks_count(const char *text, gsize start, gsize end)
{
	guint breaks = 0;
	for (gsize at = start; at < end; at++)
		breaks += text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
	return breaks;
}

/* The quote that closes the one at OPENING, or SIZE. */
static gsize
closing_quote(const char *text, gsize size, gsize opening, bool *doubled)
{
	const char *at = text + opening + 1, *end = text + size;
	*doubled = false;
	while ((at = memchr(at, '"', (gsize)(end - at))) != NULL) {
		if (at + 1 == end || at[1] != '"')
			return (gsize)(at - text);
		*doubled = true;
		at += 2;
	}
	return size;
}

/* The terminator of the quoted cell whose quotes are at OPENING and CLOSING. */
static gsize
quoted_end(const char *text, gsize size, gsize closing, char separator)
{
	gsize at = closing + 1;
	while (at < size && text[at] == ' ' && separator != ' ')
		at++;
	return at;
}

/* Fill in CELL, which begins with a quote. Returns the place of its terminator. */
static gsize
quoted_read(const char *text, gsize size, gsize at, const struct dialect *dialect,
	    struct cell *cell)
{
	bool doubled;
	gsize closing = closing_quote(text, size, at, &doubled);
	if (closing < size) {
		gsize stop = quoted_end(text, size, closing, dialect->separator);
		cell->breaks = breaks_count(text, at, closing);
		if (stop == size || text[stop] == dialect->separator || is_break(text[stop])) {
			cell->form = doubled ? CELL_DOUBLED : CELL_PLAIN;
			cell->start = at + 1;
			cell->end = closing;
			return stop;
		}
	}
	bool loose = dialect->quoting == QUOTES_LOOSE;
	if (!loose && (closing == size || cell->breaks > 0)) {
		cell->form = CELL_UNCLOSED;
		return size;
	}
	cell->breaks = 0;
	cell->end = plain_end(text, size, loose ? at : closing + 1, dialect->separator);
	return cell->end;
}

struct cell
cell_read(const char *text, gsize size, gsize at, const struct dialect *dialect)
{
	struct cell cell = {.form = CELL_PLAIN, .start = at};
	gsize stop;
	if (dialect->quoting != QUOTES_DATA && at < size && text[at] == '"')
		stop = quoted_read(text, size, at, dialect, &cell);
	else
		stop = cell.end = plain_end(text, size, at, dialect->separator);
	cell.last = stop == size || text[stop] != dialect->separator;
	cell.next = MIN(stop + 1, size);
	if (stop + 1 < size && text[stop] == '\r' && text[stop + 1] == '\n')
		cell.next++;
	return cell;
}

bool
cell_is_blank(const char *text, gsize size)
{
	for (const char *at = text; at < text + size; at = g_utf8_find_next_char(at, NULL)) {
		if (g_ascii_isgraph(*at)) /* the usual answer, at once */
			return false;
		gunichar letter = g_utf8_get_char(at);
		bool invisible = letter == 0x200B || letter == 0xFEFF;
		if (!g_unichar_isspace(letter) && !invisible)
			return false;
	}
	return true;
}
