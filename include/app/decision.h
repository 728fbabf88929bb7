/* The record of a meeting that decides: who was there, whether it could decide, what it decided. */
#ifndef APP_DECISION_H
#define APP_DECISION_H

#include "core/decision.h"
#include "core/event.h"
#include "store/store.h"

/** A member of the meeting: a participant whose registration counts. Whoever came at the door in
 * the place of a member is none, but that member's voice. Texts as declared. */
struct meeting_member {
	gint64 attendee_id;
	char *name;                    /* "Zoé ÉLAN" */
	char *function, *organisation; /* or NULL */
	const char *state;    /* of code_presence_states; "absent" for whoever was not marked, once
				 somebody was; "unknown" before that. Borrowed for ever */
	char *represented_by; /* or NULL */
};

/** The facts of the record, for papers and screens. */
typedef struct meeting {
	struct event *event;
	GArray *members; /* struct meeting_member, in the order of names */
	guint present, represented, excused, absent;
	bool marked;     /* somebody was marked */
	guint voices;    /* present or represented: what the quorum is held against */
	gint64 quorum;   /* what is needed; MISSING: none is set */
	bool reached;    /* there are as many voices, or none is set */
	Rows *decisions; /* entity_decision, in the order of the agenda */
} Meeting;

/** NULL on error. */
Meeting *meeting_load(Store *store, gint64 event_id, GError **error);
void meeting_free(Meeting *meeting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Meeting, meeting_free)

/** "quorum reached: 12 present or represented of 10 needed"; before anybody is marked it says how
 * many are needed. NULL when none is set. Caller frees. */
char *meeting_quorum_text(const Meeting *meeting);

/** "10 for, 1 against, 2 abstentions"; NULL when nothing was counted. Caller frees. */
char *decision_votes_text(const struct decision *decision);

/** The whole record as plain text, lines ended by "\n", cleaned for a file. Caller frees. */
char *meeting_text(const Meeting *meeting);

/** True when the event is one that decides: its quorum is set, or a decision is on record. */
bool event_decides(Store *store, const struct event *event);

/** Put the decision at PLACE (1 is the first) of its meeting; the others close up behind it. Needs
 * a gesture. */
bool decision_place(Store *store, struct decision *decision, guint place, GError **error);

#endif
