/* The bytes of a foreign calendar as UTF-8, and its content lines (RFC 5545 §3.1).
 *
 * Everything here works in memory alone: iconv would open files, which the reader may not.
 */
#ifndef ICAL_FOREIGN_TEXT_H
#define ICAL_FOREIGN_TEXT_H

#include <glib.h>
#include <stdbool.h>

/** Longest content line, unfolded: libical needs time by the square of it. */
#define ICS_LINE_MAX 65536

struct ics_text {
	GString *text;  /* UTF-8 without NUL and byte order mark */
	bool latin;     /* it was read as Windows-1252 */
	gsize replaced; /* NUL bytes, which are left out */
};

/** Read SIZE BYTES: UTF-16 by its mark, else UTF-8, else Windows-1252. Free text->text. */
void ics_text_read(struct ics_text *text, const char *bytes, gsize size);

/** Where one stands among the lines. */
struct ics_lines {
	const char *at, *end;
	guint physical; /* lines that are behind */
	GString *line;  /* the present content line, unfolded */
	guint number;   /* physical line on which it begins, from 1 */
	bool cut;       /* it was longer than ICS_LINE_MAX, and is cut there */
};

void ics_lines_begin(struct ics_lines *lines, const GString *text);

/** Step to the next line that is not empty; lines end with CR LF, LF or CR. False at the end. */
bool ics_lines_next(struct ics_lines *lines);

void ics_lines_end(struct ics_lines *lines);

#endif
