/* The half-days of an event, in their order and in sets that fit side by side on a page. */
#ifndef PRINT_HALF_DAYS_H
#define PRINT_HALF_DAYS_H

#include "print/document.h"

/** On one page, so that a signature has at least 25 mm. */
#define MOST_HALF_DAYS 4

/** The N HALF_DAYS by day, then morning, afternoon, evening. Caller frees the array (never
 * NULL), its texts are borrowed. */
struct document_half_day *half_days_in_order(const struct document_half_day *half_days, guint n);

/** How many of the N HALF_DAYS from the first make one set: whole days, at most MOST_HALF_DAYS; a
 * day of more is cut. */
guint half_days_set(const struct document_half_day *half_days, guint n);

/** Different days among the N HALF_DAYS, which are in order. */
guint half_days_count_days(const struct document_half_day *half_days, guint n);

/** Those days in words. Caller frees. */
char *half_days_dates(const struct document_half_day *half_days, guint n);

#endif
