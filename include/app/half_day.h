/* Half-days as people set them: the programme makes them (core/half_day_rule.h), a person may
 * adjust them, and an event of a kind without a programme ("accompagnement individualisé") has
 * those that are typed. What a person has adjusted is never made again by the programme. */
#ifndef APP_HALF_DAY_H
#define APP_HALF_DAY_H

#include "app/noun.h"

/** Read "2026-10-15-am", "15/10 matin", "jeu. 15 octobre après-midi". ERROR_INVALID says what is
 * expected. PART is borrowed for ever. */
bool half_day_read(Store *store, const char *typed, char date[static 11], const char **part,
		   GError **error);

/** The half-day of an event that TYPED says, by its name or such words; 0 with ERROR_NOT_FOUND,
 * which names those there are. */
gint64 half_day_named(Store *store, gint64 event_id, const char *typed, GError **error);

/** The event of a half-day; 0 when it is gone. */
gint64 half_day_event(Store *store, gint64 half_day_id);

/** Add a half-day, and its day where the event has none on that date, in the gesture under way. The
 * other half-days of the day stay as they are. ERROR_INVALID when it is there already. 0 on error.
 */
gint64 half_day_add(Store *store, gint64 event_id, const char *date, const char *part,
		    GError **error);

/** Delete one, in the gesture under way. ERROR_REFERENCED when somebody was marked for it. The only
 * one of a day goes with the day where the kind of event has no programme; elsewhere the programme
 * would make it again: ERROR_INVALID proposes to count it as 0. */
bool half_day_remove(Store *store, gint64 half_day_id, GError **error);

/** "½", "1", "0": what it counts as. Borrowed or caller's as static text. */
const char *half_day_counts_text(gint64 halves);

#endif
