/* What feeds and messages have in common: their first lines, and how text is added to them. */
#ifndef ICAL_FILE_H
#define ICAL_FILE_H

#include <libical/ical.h>

#include "ical/calendar.h"

/** The first lines of a calendar with METHOD. */
GString *ics_file_new(const char *method);

/** Append PROPERTY as folded lines, and free it. */
void ics_append(GString *out, icalproperty *property);

/** Append a line that needs neither escaping nor folding. */
void ics_append_line(GString *out, const char *line);

/** Give OUT to SINK. */
bool ics_file_send(const GString *out, calendar_sink sink, gpointer user, GError **error);

#endif
