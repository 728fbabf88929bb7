/* The totals under a list of attendees. */
#ifndef PRINT_TALLY_H
#define PRINT_TALLY_H

#include "print/document.h"

/** "27 inscrits · liste d’attente : 3 · 24 organismes · 5 départements"; organisations and
 * départements are counted once, whatever their capitals and accents. Caller frees. */
char *tally_text(const struct attendee_list *list);

#endif
