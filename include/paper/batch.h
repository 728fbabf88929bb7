/* Several papers made one after the other: all that the day needs, or a sheet for each session. One
 * that fails does not stop the others, and each is a gesture of its own: its version is known
 * before its file has its name, and nobody waits for the whole to write.
 */
#ifndef PAPER_BATCH_H
#define PAPER_BATCH_H

#include "paper/papers.h"

typedef struct paper_batch PaperBatch;

enum batch_state {
	BATCH_MADE,      /* in a dry run: would be */
	BATCH_UNCHANGED, /* its last version shows the same and is where it was made */
	BATCH_NOTHING,   /* there is nothing to print: REASON says why */
	BATCH_FAILED,    /* REASON says why */
	BATCH_STATES,
};

/** "made", "unchanged": as scripts read it. Borrowed for ever. */
const char *batch_state_code(enum batch_state state);

/** What became of one paper. */
struct batch_line {
	const char *document; /* name of its kind */
	char *label;          /* what it is, in words */
	enum batch_state state;
	int version; /* 0: none */
	guint pages; /* 0 when it was not made */
	char *path;  /* NULL: none */
	char *reason;
};

/** Where the papers go and whether they are made again. */
struct batch_choice {
	gint64 event_id;
	const char *folder; /* NULL: the output folder */
	bool again;         /* those that show the same, too */
	bool dry_run;
};

/** All that the day of the event needs (PAPER_IN_DAY): of papers of people those who have changed,
 * of those that are signed a sheet for each session that people were given, too. CHOICE's texts are
 * copied. NULL on error; ERROR_NOTHING when the event is cancelled. */
PaperBatch *batch_of_day(Store *store, const struct batch_choice *choice, GError **error);

/** PAPER (of PAPER_OF_SESSION), for each session in which people work. ERROR_NOTHING without one.
 */
PaperBatch *batch_of_sessions(Store *store, const struct paper_choice *paper,
			      const struct batch_choice *choice, GError **error);

void batch_free(PaperBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PaperBatch, batch_free)

guint batch_count(const PaperBatch *batch);

/** How many are done. */
guint batch_done(const PaperBatch *batch);

/** What comes next, in words; NULL after the last. Borrowed. */
const char *batch_next(const PaperBatch *batch);

/** Make the next one. NOTES (may be NULL) receives what is said beside it, each once; the line is
 * borrowed from BATCH. NULL after the last. */
const struct batch_line *batch_step(PaperBatch *batch, GPtrArray *notes);

/** The Ith, which is done. Borrowed. */
const struct batch_line *batch_line(const PaperBatch *batch, guint i);

/** "fait : Badges, version 2": a line in words. Caller frees. */
char *batch_line_words(const struct batch_line *line);

#endif
