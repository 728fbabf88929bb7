/* What a damaged database still holds, row by row, into a new one. */
#ifndef STORE_RESCUE_H
#define STORE_RESCUE_H

#include <glib.h>
#include <stdbool.h>

/** What became of one table. */
struct rescue_count {
	const char *table; /* borrowed */
	const char *label; /* what people call a row, English msgid; borrowed */
	guint saved;       /* rows in the new file */
	guint lost;        /* rows known to have been there that could not be read */
	guint fallen;      /* rows that were read and cannot stand: what they belong to is lost */
	guint refused;     /* rows that break a rule of the data, or stand twice */
	guint references;  /* references cleared, for what they pointed to is lost */
	guint values;      /* values cleared, for they break a rule or could not be read */
	guint seeded;      /* rows of the reference data of a new file in place of lost ones */
	guint doubtful; /* rows saved whose keys do not fit their names, or of which nobody knows */
};

/** A row that is named. */
struct rescue_named {
	const char *label; /* of its kind, English msgid; borrowed */
	char *name;        /* as people call it; NULL; from the file: clean it on its way out */
	const char *owner; /* label of what it belonged to, which is lost; or NULL */
};

typedef struct rescue_report {
	GArray *counts;     /* struct rescue_count, of every table that had or has rows */
	GArray *fallen;     /* struct rescue_named: read, and not in the new file */
	GArray *doubtful;   /* the same: saved, and may have been altered */
	guint pages;        /* of the file, those included that it was cut short of */
	guint pages_bad;    /* of them nothing could be made of */
	guint pages_logged; /* taken from the write-ahead log */
	bool log_refused;   /* there is a log, and it could not be used */
	guint unplaced;     /* rows of which it cannot be told what they are */
	guint seeded;       /* reference rows that were lost, taken from a new file */
	bool sealed;        /* gestures of before can no longer be undone */
	guint saved;        /* rows, of all tables */
	guint lost;         /* lost, fallen and refused */
} RescueReport;

/** How many rows of each are named at most. */
#define RESCUE_NAMED 100

/** Read the damaged file PATH and its log, which are not changed, and make the new database MADE of
 * it, whole, checked and mode 0600; MADE of NULL makes none and tells what would become of it. The
 * history is kept, but when something is lost its gestures cannot be undone any more. NULL when
 * nothing could be saved, with the reason: ERROR_NOT_FOUND, ERROR_IO, ERROR_DAMAGED (there is
 * nothing in it), ERROR_FOREIGN, ERROR_NEWER. */
RescueReport *store_rescue(const char *path, const char *made, GError **error);

void rescue_report_free(RescueReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RescueReport, rescue_report_free)

#endif
