/* What stands around the matter of every page: letterhead, title, references, mentions, page n/N.
 *
 * Lengths are points, measured from the top left corner of the paper.
 */
#ifndef PRINT_PAGE_H
#define PRINT_PAGE_H

#include "print/document.h"
#include "print/ink.h"
#include "print/paper.h"

/** What all pages of one document share. Borrowed. */
struct page_form {
	bool landscape;
	const struct document_letterhead *letterhead;
	const struct document_reference *reference;
	const char *document; /* what it is: "SIGN-IN SHEET" */
	const char *title;    /* the exact title of its event */
	const char *notice;   /* small print at the foot, or NULL */
	const char *where;    /* the place, which every page of what is signed says; or NULL */
	const char *language; /* of what is made around it; NULL: the person's */
	const char *changed;  /* before it: that the event is not as it was announced; or NULL */
};

typedef struct page Page;

/** Speak LANGUAGE (NULL: as before) from now on; returns the language to go back to. */
const char *page_speak(const char *language);

/** The pages of FORM, its texts set by INK; both must outlive it. */
Page *page_new(Ink *ink, const struct page_form *form);

/** The pages of another document in the same file, under the logo of PAGE when it is the same. */
Page *page_like(const Page *page, const struct page_form *form);

void page_free(Page *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Page, page_free)

/** Between the margins. */
double page_left(const Page *page);
double page_width(const Page *page);

/** Where the matter must end, on every page. */
double page_bottom(const Page *page);

/** The head of a run of pages: document and title at length on the first, in one line afterwards.
 */
struct page_head;

/** FACTS (NULL-terminated, cleaned here) are the lines under the title; the first is repeated on
 * the following pages. Borrowed, lives as long as PAGE. */
const struct page_head *page_head(Page *page, const char *const *facts);

/** Where the matter begins under HEAD. */
double page_top(const struct page_head *head, bool first);

/** The place of a page among the pages of a document, from 1. */
struct page_number {
	guint number;
	guint count;
	bool first; /* under its head */
};

/** Draw everything but the matter. Its structure is tagged where it is not a repetition. */
void page_draw(Page *page, Paper *paper, const struct page_head *head,
	       const struct page_number *number);

/** Draw LABEL (or NULL) under TAG; a NULL tag leaves it outside the structure. */
void page_text(Paper *paper, const char *tag, const struct label *label, double x, double y);

#endif
