/* What the reader of calendars answered, checked value by value: it is not believed. */
#ifndef INTAKE_CALENDAR_STREAM_H
#define INTAKE_CALENDAR_STREAM_H

#include "core/busy.h"
#include "intake/import.h"

/** A date or a refused entry, in the order of the stream. */
struct stream_line {
	guint line;
	struct busy *row; /* without source; NULL: refused */
	char *title;      /* of what is refused */
	char *reason;     /* why, in words */
};

struct calendar_stream {
	char *name;          /* of the calendar, cleaned, or NULL */
	GPtrArray *lines;    /* struct stream_line */
	GPtrArray *problems; /* struct import_problem */
	GHashTable *kept;    /* uids of entries that could not be read */
	guint at;            /* line at which the reader was last; 0: not known */
};

void calendar_stream_init(struct calendar_stream *stream);
void calendar_stream_clear(struct calendar_stream *stream);

/** Read SIZE BYTES of the reader's answer. False with ERROR_FORMAT when it says that the file is no
 * calendar that can be read, or, with *BROKEN, when the answer is not whole or holds what no reader
 * of ours says. */
bool calendar_stream_read(struct calendar_stream *stream, const char *bytes, gsize size,
			  bool *broken, GError **error);

#endif
