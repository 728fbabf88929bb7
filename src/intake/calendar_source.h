/* Where a partner's calendar comes from: the file, the process that reads it, its name. */
#ifndef INTAKE_CALENDAR_SOURCE_H
#define INTAKE_CALENDAR_SOURCE_H

#include "intake/calendar_stream.h"
#include "store/store.h"

/** The first and the last day of what is kept: a year ago, three years ahead. */
void calendar_days_kept(Store *store, char first[static 11], char last[static 11]);

/** Have the file at PATH ("-" is standard input) read by a confined process, and its answer put
 * into STREAM. ERROR_IO or ERROR_FORMAT, which name the file. */
bool calendar_source_read(Store *store, const char *path, struct calendar_stream *stream,
			  GError **error);

/** What the calendar is called: NAME, else its own name in STREAM, else that of its file; spelt as
 * one that is here already. NULL with ERROR_INVALID when nothing names it. Caller frees. */
char *calendar_source_name(Store *store, const char *path, const char *name,
			   const struct calendar_stream *stream, GError **error);

#endif
