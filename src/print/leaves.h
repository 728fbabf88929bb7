/* The pages of one document, from the opening of its file to its end. */
#ifndef PRINT_LEAVES_H
#define PRINT_LEAVES_H

#include "print/page.h"

/** Pages of which it is known how many they are. */
struct leaves {
	guint count;
	/** Draw page LEAF, from 0; they come in their order. */
	void (*draw)(gpointer user, Paper *paper, guint leaf);
	gpointer user;
};

/** Write LEAVES, whose texts INK set, as the document FORM to PATH. PAGES and MISSING_LETTERS are
 * those of struct print_module. ERROR_MODULE when this machine has no font for plain letters. */
bool leaves_write(const struct page_form *form, Ink *ink, const struct leaves *leaves,
		  const char *path, guint *pages, char **missing_letters, GError **error);

/** What tells two printings apart on a page without a foot: "Réf. 2026-014 · version 3 · imprimé le
 * … · page 2/5", on one small line of WIDTH. Borrowed, lives as long as INK; NULL when there is
 * nothing to say. */
const struct label *leaf_reference(Ink *ink, const struct page_form *form, guint leaf, guint count,
				   double width);

#endif
