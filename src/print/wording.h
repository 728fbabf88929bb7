/* The words and the typography that documents share, in the person's language. Texts are composed
 * here, and cleaned where they are set in type.
 */
#ifndef PRINT_WORDING_H
#define PRINT_WORDING_H

#include "print/document.h"

/** The N PARTS that are neither NULL nor empty, with " · " between them. Caller frees. */
char *wording_join(const char *const *parts, gsize n);

/** "n° 2026-014 · feuille K7Q2". Caller frees. */
char *wording_number(const struct document_reference *reference);

/** "Réf. 2026-014 · version 3 · feuille K7Q2 · imprimé le 23/11/2026 à 9 h 30". Caller frees. */
char *wording_reference(const struct document_reference *reference);

/** N ISO days, in their order: "jeudi 15 octobre 2026", "du 15 au 17 octobre 2026" when they follow
 * each other, else one by one. Caller frees. */
char *wording_days(const char *const *days, gsize n);

/** When EVENT is: its days, or its first and last date; dots to write on when nobody knows. Caller
 * frees. */
char *wording_dates(const struct document_event *event);

/** "9 h 30 – 12 h 30" with no-break spaces; one of them alone; NULL without any. Caller frees. */
char *wording_times(const char *start, const char *end);

/** "Matin", "Après-midi", "Soirée", or PART itself; NULL gives NULL. */
const char *wording_part(const char *part);

/** "Salle A, Maison des associations, Montpellier (34)"; dots to write on when nobody knows. The
 * town is left out behind an address that ends with its postal code and name. Caller frees. */
char *wording_place(const struct document_event *event);

/** "Ville de Sète (34)"; NULL without any. Caller frees. */
char *wording_organisation(const struct document_person *person);

/** NAME, which is a document's, marked when EVENT is cancelled. Caller frees. */
char *wording_document(const struct document_event *event, const char *name);

#endif
