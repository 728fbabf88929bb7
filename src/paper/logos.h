/* The logos of partners. */
#ifndef PAPER_LOGOS_H
#define PAPER_LOGOS_H

#include "paper/paper.h"

/** Add the logos of the event's partners that have one to WRITING, in the order of their roles,
 * each once. */
bool logos_write(struct paper *paper, Writing *writing, GError **error);

#endif
