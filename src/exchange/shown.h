/* Values of a spreadsheet in words: numbers, days and times as the contract has them
 * (include/exchange/table.h). */
#ifndef EXCHANGE_SHOWN_H
#define EXCHANGE_SHOWN_H

#include "exchange/look.h"

/** Append what a person sees of the number RAW (as XML writes it) by LOOK. DATES_1904: days are
 * counted from 1904-01-01 (old Excel for Mac). What is no number stays as it is. */
void shown_number(GString *text, const char *raw, const struct look *look, bool dates_1904);

/** Append a moment that XML writes in ISO 8601: "2027-01-15", "2027-01-15T09:30:00", "09:30:00".
 * PARTS of it are shown; 0: all. What is none stays as it is. */
void shown_moment(GString *text, const char *iso, guint parts);

/** Append the duration "PT09H30M00S" as a time: "09:30". */
void shown_duration(GString *text, const char *iso);

/** "oui" or "non". */
const char *shown_boolean(bool value);

#endif
