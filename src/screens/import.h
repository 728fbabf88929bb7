/* Bringing in a table: choosing the file, the preview, deciding, writing. */
#ifndef SCREENS_IMPORT_H
#define SCREENS_IMPORT_H

#include "intake/import.h"
#include "tui/ui.h"

/** Ask for a file (newest first in the download folder; or a path) and show what it would bring. */
void import_ask(struct ui *ui, enum import_subject subject, gint64 event_id);

/** The same of an event. Of one that is remote, hybrid or has an online link it is asked first what
 * the file holds: registrations, or the log of the meeting (tui/screen_connections.h). */
void import_ask_event(struct ui *ui, gint64 event_id);

/** The same, once it was asked what the file holds: events, people, organisations, holidays. */
void import_ask_subject(struct ui *ui);

/** Ask for a partner's calendar (.ics), say what it would bring, and bring it in. */
void import_ask_calendar(struct ui *ui);

/** Show what the list TEXT, pasted into the attendees of an event, would bring. */
void import_pasted(struct ui *ui, gint64 event_id, const char *text);

/** "Import of attendees", in the person's language. Borrowed. */
const char *import_subject_label(enum import_subject subject);

/** The preview of PLAN, which it owns; PATH is its file. */
struct screen *preview_screen(struct ui *ui, ImportPlan *plan, const char *path);

#endif
