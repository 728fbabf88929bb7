/* What left the house, to be found again as it was: printed papers, what was announced,
 * certificates.
 */
#ifndef CORE_DOCUMENT_H
#define CORE_DOCUMENT_H

#include "core/entity.h"

/** A printed paper: its version and what it showed */
struct document {
	gint64 id, rev;
	gint64 event_id; /* 0 when the event is gone: the paper was printed all the same */
	gint64 session_id;
	char *kind;
	gint64 version;
	char *code;
	char *printed_at;
	char *digest;
};

/** A line of a printed sheet and whose it is */
struct document_line {
	gint64 id, rev;
	gint64 document_id;
	gint64 line;
	gint64 attendee_id; /* 0 when the registration was undone */
	char *digest;       /* of what it showed, where that is asked again; or NULL */
};

/** What was told to the public of an event: its programme and times, as they were */
struct announcement {
	gint64 id, rev;
	gint64 event_id;
	gint64 version; /* of this event, from 1 */
	char *announced_at;
	char *content; /* the programme in words, a fact a line (app/announcement.h) */
};

/** A certificate of attendance, as it was issued */
struct certificate {
	gint64 id, rev;
	gint64 event_id;
	gint64 attendee_id; /* a registration with a certificate is not deleted: it is evidence */
	char *number;       /* "2026-014-007": of the event, never given twice */
	char *last_name;
	char *first_name;
	char *function;
	char *organisation;
	gint64 minutes; /* really attended */
	gint64 halves;  /* half-days attended, in halves */
	char *content;  /* all that it says, a block a line (written_freeze(), core/writing.h) */
	char *issued_on;
	char *withdrawn_on; /* another took its place, or it was wrong */
};

extern const struct entity entity_document;
extern const struct entity entity_document_line;
extern const struct entity entity_announcement;
extern const struct entity entity_certificate;

#endif
