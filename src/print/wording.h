/* The words that only pages need. */
#ifndef PRINT_WORDING_H
#define PRINT_WORDING_H

#include "core/wording.h"

/** "n° 2026-014 · feuille K7Q2". Caller frees. */
char *wording_number(const struct document_reference *reference);

#endif
