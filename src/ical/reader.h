/* Foreign calendars read: bytes in, records (core/calendar_record.h) out. */
#ifndef ICAL_READER_H
#define ICAL_READER_H

#include "ical/calendar.h"
#include "ical/foreign_zone.h"

/** Read SIZE BYTES with every guard but those of the process, and give what was found to SINK;
 * ZONES receives those of the file. False when SINK wants no more. */
bool ics_read(const char *bytes, gsize size, IcsZones *zones, const struct calendar_window *window,
	      calendar_sink sink, gpointer user, GError **error);

/** The function of struct ical_module of the same name. */
bool ics_read_confined(int in, int out, const struct calendar_window *window, GError **error);

#endif
