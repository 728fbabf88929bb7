/* An entry of a calendar in words, for the public feed and for invitations alike. */
#ifndef APP_CALENDAR_WORDS_H
#define APP_CALENDAR_WORDS_H

#include "ical/calendar.h"
#include "store/calendar_rows.h"

/** Where no address is set: a name that the internet never resolves (RFC 2606 §2). */
#define ORGANIZER_NOBODY "nobody@ateliers.invalid"

/** Who sends, from the settings; a note says when no address is set. Its texts are freed with
 * calendar_organizer_clear(). NOTES may be NULL. */
void calendar_organizer_load(Store *store, struct calendar_organizer *organizer, GPtrArray *notes);
void calendar_organizer_clear(struct calendar_organizer *organizer);

typedef struct calendar_words CalendarWords;

/** Words in the present language; ICAL says which time zones calendars know. NOTES (may be NULL)
 * receives a sentence for each time zone that they do not know, and must outlive the words. */
CalendarWords *calendar_words_new(const struct ical_module *ical, GPtrArray *notes);
void calendar_words_free(CalendarWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CalendarWords, calendar_words_free)

/** ITEM as calendars show ROW: nothing in it but what ROW holds, no name, e-mail or phone of a
 * person (rule B8). An entry in a time zone that calendars do not know is a whole day, with its
 * times in words. Borrowed from ROW and until the next call. */
void calendar_words_item(CalendarWords *words, const struct calendar_row *row,
			 struct calendar_item *item);

#endif
