/* The papers of an event: lists, sheets, signs and certificates, made from its rows.
 *
 * What each must hold, and the case law behind it, is in the design of the documents; the layout is
 * of the floor print, what is gathered here are facts.
 */
#ifndef PAPER_PAPERS_H
#define PAPER_PAPERS_H

#include "store/store.h"

enum paper_format {
	PAPER_PDF,
	PAPER_CSV,  /* for people's spreadsheets: semicolons, byte order mark, headings in words */
	PAPER_XLSX, /* the same table as a workbook */
	PAPER_TEXT,
	PAPER_HTML, /* one file that needs no other */
	PAPER_ODT,  /* for those who must correct it elsewhere */
	PAPER_FORMATS,
};

enum paper_trait {
	PAPER_OF_SESSION = 1 << 0, /* may be made for one session */
	PAPER_SORTED = 1 << 1,     /* its people may stand in another order */
	PAPER_SHARED = 1 << 2,     /* may leave out addresses and phones */
	PAPER_COMES_BACK = 1 << 3, /* signed: bears a code, and its lines are remembered */
	PAPER_OF_PEOPLE = 1 << 4,  /* one for each person: may be made for some of them */
	PAPER_ISSUED = 1 << 5,     /* numbered and kept as it was; may be issued anew */
	PAPER_REPRINTED = 1 << 6,  /* remembers what it showed of each person: may be made for those
				      who have changed */
	PAPER_LABELS = 1 << 7,     /* several on a sheet that is cut, or was begun before */
	PAPER_IN_DAY = 1 << 8,     /* what the day needs */
	PAPER_OF_LIVE = 1 << 9,    /* of no use once the event is cancelled: it is not made */
	PAPER_ANNOUNCED = 1 << 10, /* says title, dates, times or programme again: those that were
				      announced, or it is told */
};

/** One sort of paper. */
struct paper_kind {
	const char *name;  /* what people type: a code of code_document_kinds */
	const char *label; /* English msgid */
	unsigned formats;  /* 1 << enum paper_format */
	unsigned traits;   /* of enum paper_trait */
};

/** The Ith of them, in the order of menus; NULL after the last. Borrowed for ever. */
const struct paper_kind *paper_kind_at(guint i);

/** The one of that name, or NULL. */
const struct paper_kind *paper_kind_find(const char *name);

/** "pdf", "csv": the ending of its files. Borrowed. */
const char *paper_format_ending(enum paper_format format);

/** The format of that ending ("PDF", "csv"), or PAPER_FORMATS. */
enum paper_format paper_format_of(const char *ending);

/** "pdf csv": the endings in which KIND can be made. Caller frees. */
char *paper_kind_endings(const struct paper_kind *kind);

struct paper_choice {
	const char *document; /* name of a kind */
	gint64 event_id;
	gint64 session_id; /* 0: the whole event */
	const char *sort;  /* "name", "organisation", "department", "workshop"; NULL: name */
	bool shared;       /* no e-mail, no phone */
	enum paper_format format;
	bool dry_run;       /* nothing is written, no version is counted */
	const char *folder; /* where it goes under a readable name; NULL: the output folder */
	bool unless_there;  /* not when its last version shows the same and is still there */

	/* PAPER_OF_PEOPLE */
	const gint64 *to; /* these attendees alone, where N_TO is not 0 */
	guint n_to;
	const gint64 *reissue; /* certificates of these are withdrawn, and issued anew */
	guint n_reissue;

	/* PAPER_REPRINTED */
	bool everyone; /* not the speakers alone, of name cards */
	bool changed;  /* only those of whom something else was printed last, or nothing yet */

	/* PAPER_LABELS */
	const char *grid; /* of core/card_grid.h; NULL: the setting */
	guint first_cell; /* the first one that is free on the first sheet, from 1; 0 is 1 */
	guint blank;      /* so many more, to be filled in by hand */
};

/** What became of a paper. */
struct paper_outcome {
	char *path; /* caller frees */
	char *said; /* what was issued, a line each; NULL: nothing. Caller frees */
	guint pages;
	int version; /* 0: it has none */
	bool made;   /* in a dry run, it would be; false: its last version is still there */
};

/** Make a paper at PATH (NULL: under a readable name in the output folder, which is made if
 * needed). MADE (may be NULL) receives the path, which the caller frees, in a dry run too; PAGES
 * (may be NULL) the number of pages, 0 when nothing was drawn; NOTES (may be NULL) what the checks
 * said and letters that no font has. "attendees" lists those registered, and those present once
 * somebody was.
 *
 * A paper that shows what the last one showed keeps its version and code; a list says the same in
 * whatever order, with or without contact details. Papers that come back signed store whose line is
 * whose, certificates are issued (core/certificate.h). This is a gesture of its own, unless one is
 * under way, that undo passes over; a CSV alone is none and has no version. ERROR_INVALID for what
 * the kind does not do; ERROR_NOTHING when nobody is there to be printed, or nothing has changed.
 *
 * Papers that are reprinted remember what they showed of each person: their version rises when one
 * of those to be printed shows something else. One made for some has a name that says so. */
bool paper_print(Store *store, const struct paper_choice *choice, const char *path, char **made,
		 guint *pages, GPtrArray *notes, GError **error);

/** The same, saying what became of it. */
bool paper_print_outcome(Store *store, const struct paper_choice *choice, const char *path,
			 struct paper_outcome *outcome, GPtrArray *notes, GError **error);

#endif
