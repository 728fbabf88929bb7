/* A paper that is read: what it says, block by block, without how it looks.
 *
 * Wording is made once, where a writing is composed (floor paper); PDF, ODT, HTML and plain text
 * are made of the same blocks by writers that know no paper by name. Text may be hostile: it is
 * cleaned as it comes in (text_for_file()), so that writers need only escape. A block of which
 * nothing is left is not there.
 */
#ifndef CORE_WRITING_H
#define CORE_WRITING_H

#include "core/wording.h"

enum writing_kind {
	WRITING_HEADING,
	WRITING_TEXT,
	WRITING_FACT, /* label and text */
	WRITING_ITEM, /* of a list */
	WRITING_TABLE,
	WRITING_PICTURES, /* side by side: the logos of partners */
	WRITING_ROOM,     /* to sign, to stamp */
};

enum writing_style {
	WRITING_PLAIN,
	WRITING_STRONG,
	WRITING_SMALL,
	WRITING_LARGE, /* what the paper is about, in the middle: the name on a certificate */
	WRITING_CENTRED,
	WRITING_ASIDE, /* on the right half: an address, a signature */
	WRITING_STYLES,
};

enum writing_align {
	WRITING_START,
	WRITING_END, /* numbers */
	WRITING_MIDDLE,
};

/** A column of a table. */
struct writing_column {
	const char *head; /* in words; NULL in all columns: a table without a head. Copied */
	guint share;      /* of the width, beside the other columns' */
	enum writing_align align;
};

/** A cell of a table. */
struct writing_cell {
	const char *head; /* in bold, on a line of its own before the text; or NULL */
	const char *text; /* may have several lines; or NULL */
	guint span;       /* columns that it takes */
	int bar;          /* its length in thousandths of the cell's width; -1: none */
};

struct writing_table {
	struct writing_column *columns;
	guint n_columns;
	GPtrArray *rows; /* GArray of struct writing_cell */
	double least;    /* no row is lower, in millimetres: 0, or room to write */
	bool schedule;   /* the first column says when, the others what */
};

struct writing_picture {
	const char *name;  /* whose it is: read out to those who do not see it */
	const char *bytes; /* PNG; borrowed from whoever composed */
	gsize size;
};

struct writing_block {
	enum writing_kind kind;
	enum writing_style style;
	int level;         /* of a heading: 1, 2 */
	const char *label; /* of a fact: "Lieu" */
	const char *text;
	struct writing_table *table;
	GArray *pictures; /* struct writing_picture */
	double room;      /* millimetres */
	bool kept;        /* on the page of the next block */
};

typedef struct writing {
	const char *document; /* what it is: "PROGRAMME" */
	const char *title;    /* the exact title of its event; NULL: it stands in the blocks */
	const char *notice;   /* small print at the foot, or NULL */
	bool letter;          /* to one person: set larger, with more room */
	const char *language; /* that it was frozen in, and stays in whole; NULL: the person's.
				 Borrowed for ever */
	GPtrArray *facts;     /* const char *: lines under the title */
	GPtrArray *blocks;    /* struct writing_block */
	GStringChunk *words;
} Writing;

/** A writing with what stands around it. All is borrowed. */
struct written {
	struct document_letterhead letterhead;
	struct document_reference reference;
	const Writing *writing;
};

/** TITLE may be NULL. */
Writing *writing_new(const char *document, const char *title);

/** NULL is allowed. */
void writing_free(Writing *writing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Writing, writing_free)

/** TEXT (borrowed, NULL: nothing) as small print at the foot. */
void writing_set_notice(Writing *writing, const char *text);

/** A line under the title: dates, place, who carries it. */
void writing_add_fact(Writing *writing, const char *text);

/* ---- blocks: every text is borrowed and may be NULL, which adds nothing -------------------------
 */

void writing_heading(Writing *writing, int level, const char *text);
void writing_text(Writing *writing, enum writing_style style, const char *text);
void writing_fact(Writing *writing, const char *label, const char *text);
void writing_item(Writing *writing, const char *text);

/** Room of so many millimetres. */
void writing_room(Writing *writing, double millimetres);

/** A picture beside those before it; its bytes must outlive WRITING. */
void writing_picture(Writing *writing, const char *name, const char *bytes, gsize size);

/** Take back the blocks from number FROM on: a heading under which nothing came. */
void writing_drop(Writing *writing, guint from);

/** What was added last stands on one page with what comes next. */
void writing_keep(Writing *writing);

/** A table of N COLUMNS (copied) without rows. Borrowed. */
struct writing_table *writing_table(Writing *writing, const struct writing_column *columns,
				    guint n);

/** Begin a row of TABLE, then give it its cells from the left; SPAN columns wide. */
void writing_row(struct writing_table *table);
void writing_cell(Writing *writing, struct writing_table *table, const char *head, const char *text,
		  guint span);
void writing_bar(struct writing_table *table, int thousandths);

/** Tell SUM all that WRITING says. */
void writing_digest(const Writing *writing, GChecksum *sum);

/* ---- as it was (writing_frozen.c) ---------------------------------------------------------------
 */

/** PAPER as text: its centre, address and mention, then what its writing says, so that what was
 * issued can be printed again as it was, whatever has changed since. Each line is a word and what
 * goes with it; "\\", "\n" and "\t" stand for themselves in a text:
 *
 *   language NAME
 *   document, title, notice, centre, address, funders, under TEXT
 *   heading LEVEL TEXT     text STYLE TEXT     fact LABEL<tab>TEXT     item TEXT
 *   room MILLIMETRES       kept     letter     table LEAST SCHEDULE
 *   column SHARE ALIGN HEAD     row     cell SPAN BAR HEAD<tab>TEXT
 *
 * Pictures are left out. Caller frees. */
char *written_freeze(const struct written *paper);

/** What written_freeze() made of PAPER; letterhead texts are borrowed from its writing, which the
 * caller frees. Lines that say nothing known are passed over. */
Writing *written_thaw(const char *frozen, struct written *paper);

#endif
