#include "ical/file.h"

#include <stdlib.h>
#include <string.h>

/* Fixed and without a version, so that a feed is the same, byte by byte, after an update of the
 * program (rule B7). */
#define PRODID "-//Ateliers//Ateliers//FR"

GString *
ics_file_new(const char *method)
{
	GString *out = g_string_new(NULL);
	g_string_append_printf(out,
			       "BEGIN:VCALENDAR\r\nPRODID:" PRODID "\r\nVERSION:2.0\r\n"
			       "CALSCALE:GREGORIAN\r\nMETHOD:%s\r\n",
			       method);
	return out;
}

/* libical 3.0 takes the CRLF for a part of what it folds: it cuts a line of 73 octets without a
 * space between the two, and one of 74 before them. No value holds a CR or LF of its own. */
static void
mend_end(GString *out)
{
	static const char wrong[][6] = {"\r\r\n \n", "\r\n \r\n"};
	const gsize size = sizeof wrong[0] - 1;
	for (gsize i = 0; i < G_N_ELEMENTS(wrong) && out->len > size; i++)
		if (memcmp(out->str + out->len - size, wrong[i], size) == 0) {
			g_string_truncate(out, out->len - size);
			ics_append_line(out, "");
			return;
		}
}

/* Not icalproperty_as_ical_string(): its text lives in a ring of buffers that libical reuses. Nor
 * a tree of properties: that would only be one more copy of each. */
void
ics_append(GString *out, icalproperty *property)
{
	char *lines = icalproperty_as_ical_string_r(property);
	g_string_append(out, lines);
	free(lines);
	icalproperty_free(property);
	mend_end(out);
}

void
ics_append_line(GString *out, const char *line)
{
	g_string_append(out, line);
	g_string_append_len(out, "\r\n", 2);
}

bool
ics_file_send(const GString *out, calendar_sink sink, gpointer user, GError **error)
{
	return sink(out->str, out->len, user, error);
}
