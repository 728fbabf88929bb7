/* Certificates that were issued: the one that is valid, and whether it still says what is known. */
#ifndef APP_CERTIFICATES_H
#define APP_CERTIFICATES_H

#include "app/attendance.h"
#include "core/document.h"

/** The valid one of ATTENDEE_ID among ROWS (certificates of the event), or NULL. Borrowed. */
struct certificate *certificate_valid(const Rows *rows, gint64 attendee_id);

/** What CERTIFICATE says and is no longer so, a sentence: presence that was taken back or marked
 * since, another name. ATTENDANCE is NULL of somebody who was not present. NULL: it still says
 * what is known. Caller frees. */
char *certificate_difference(const struct certificate *certificate, const struct attendee *attendee,
			     const struct attendance *attendance);

/** The attendees (gint64) who were present and whose valid certificate differs from what is known
 * now, so that another is to be issued. Caller frees; NULL on error. */
GArray *certificates_outdated(Store *store, gint64 event_id, GError **error);

/** Withdraw CERTIFICATE as of today, in the gesture under way. */
bool certificate_withdraw(Store *store, struct certificate *certificate, GError **error);

#endif
