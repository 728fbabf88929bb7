/* What is made of the writings of a paper. */
#ifndef PAPER_WRITERS_H
#define PAPER_WRITERS_H

#include "paper/paper.h"

/** Tell SUM all that the writings of PAPER say. */
void writings_digest(const struct paper *paper, GChecksum *sum);

/** All of them as PDF at PATH; PAGES and MISSING are those of struct print_module. */
bool writings_draw(const struct paper *paper, const struct print_module *print, const char *path,
		   guint *pages, char **missing, GError **error);

/** The first of them in the format that was chosen, when that is not PDF. */
bool writing_write(const struct paper *paper, Output *output, GError **error);

/** PAPER as plain text, UTF-8, no line beyond 80 columns unless an address needs it. */
bool text_write(const struct written *paper, Output *output, GError **error);

/** PAPER as one HTML file that needs no other: its pictures and its looks are in it, nothing in it
 * is run or fetched. */
bool html_write(const struct written *paper, Output *output, GError **error);

#endif
