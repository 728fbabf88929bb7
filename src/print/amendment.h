/* What cairo 1.16 cannot say in a PDF, or says wrongly: its language, that it is tagged, that its
 * title stands over the window, and the "D:" before its date.
 *
 * Screen readers choose their voice by the language (PDF 1.4, "Natural Language Specification";
 * PDF/UA-1, 7.1 and 7.2). It is said in an incremental update: newer objects behind the file.
 */
#ifndef PRINT_AMENDMENT_H
#define PRINT_AMENDMENT_H

#include <stdbool.h>
#include <stdio.h>

/** Amend the PDF in FILE, which is open for reading and writing, its LANGUAGE being "fr". A file
 * whose objects are not found where cairo puts them is left as it is. Returns false, with errno,
 * when FILE cannot be read or written. */
bool amendment_write(FILE *file, const char *language);

#endif
