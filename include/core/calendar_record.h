/* What the reader of foreign calendars answers: a flat stream of records.
 *
 * The reader is another process, which a hostile file may have taken over: whoever reads the stream
 * believes no length and no value of it. A record is
 *
 *   kind (1 byte), line (4 bytes), number of texts (1 byte), then of each text its length (4 bytes)
 *   and its bytes
 *
 * with the numbers' lowest byte first. The stream begins with CALENDAR_RECORD_MAGIC and ends with a
 * record RECORD_END; without it the reader died on the way.
 */
#ifndef CORE_CALENDAR_RECORD_H
#define CORE_CALENDAR_RECORD_H

#include <glib.h>
#include <stdbool.h>

#define CALENDAR_RECORD_MAGIC     "ATELIERS CALENDAR 1\n"
#define CALENDAR_RECORD_TEXTS_MAX 8
#define CALENDAR_RECORD_TEXT_MAX  4096 /* bytes */

/** More dates than this no reader gives. */
#define CALENDAR_DATES_MAX 20000

enum calendar_record_kind {
	RECORD_NAME = 'N',    /* name of the calendar */
	RECORD_AT = 'A',      /* the reader begins with the entry at this line */
	RECORD_DATE = 'D',    /* texts by enum calendar_record_date */
	RECORD_PROBLEM = 'P', /* code, detail ("" when there is none) */
	RECORD_REFUSED = 'R', /* code, title, uid: an entry that is left out */
	RECORD_COUNT = 'C',   /* code, number */
	RECORD_FILE = 'F',    /* code: the file as a whole is refused, and nothing follows */
	RECORD_END = 'E',     /* how many dates came before */
};

enum calendar_record_date {
	DATE_UID,
	DATE_OCCURRENCE, /* "": the entry does not repeat */
	DATE_TITLE,
	DATE_PLACE,
	DATE_FIRST_DAY,
	DATE_LAST_DAY,
	DATE_START_TIME, /* "": whole days */
	DATE_END_TIME,
	N_DATE_TEXTS,
};

struct calendar_record {
	char kind;
	guint32 line; /* in the file, from 1; 0: none */
	guint n_texts;
	char *text[CALENDAR_RECORD_TEXTS_MAX]; /* owned; bytes without NUL, as yet neither clean nor
						  valid UTF-8 */
};

/** Append a record of kind KIND with N TEXTS to OUT; a text that is NULL is "", one that is too
 * long is cut between letters. */
void calendar_record_append(GString *out, char kind, guint32 line, const char *const *texts,
			    guint n);

/** Read the record at *AT, of which *LEFT bytes are there, and step behind it. False, and nothing
 * is owned, when it is cut short or is no record. Clear with calendar_record_clear(). */
bool calendar_record_read(const char **at, gsize *left, struct calendar_record *record);

void calendar_record_clear(struct calendar_record *record);

#endif
