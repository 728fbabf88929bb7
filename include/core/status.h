/* Codes and their words; statuses are tables of behaviour (data model, rules 2 and 11).
 *
 * A code is a lower-case ASCII word, as it stands in SQL, in JSON and on the command line. What a
 * status does is a trait of its row, so that no screen and no query lists statuses by hand.
 */
#ifndef CORE_STATUS_H
#define CORE_STATUS_H

#include <glib.h>
#include <stdbool.h>

/** What a code does; which of them a list uses is said beside the list. */
enum code_trait {
	CODE_TAKES_SEAT = 1 << 0,
	CODE_COUNTED = 1 << 1,
	CODE_LIVE = 1 << 2,
	CODE_OPEN = 1 << 3,
	CODE_WORK = 1 << 4,
	CODE_SPEAKS = 1 << 5,
	CODE_WAITS = 1 << 6,
	CODE_CHOSEN = 1 << 7,
	CODE_SHOWS = 1 << 8,
	CODE_VOTES = 1 << 9,
	CODE_UNEXPECTED = 1 << 10,
	CODE_REFUSES = 1 << 11,
	CODE_JUDGED = 1 << 12,
};

struct code {
	const char *code;
	const char *label;   /* "context\004English words"; shown through code_text() */
	const char *aliases; /* other words people write for it, French first, joined by ";" */
	guint traits;        /* of enum code_trait */
	const char *next; /* codes of the same list that may follow, joined by spaces; NULL: any */
};

struct code_list {
	const char *name; /* "event status": also the context of its labels */
	const struct code *codes;
	guint n;
};

/** LIVE: keeps its date, rooms and speakers busy. OPEN: takes registrations. COUNTED: took place
 * and stands in the yearly figures. */
extern const struct code_list code_event_statuses;
/** How an announced event is shown: open, full, closed. Never stored. */
extern const struct code_list code_event_openings;
/** TAKES_SEAT, COUNTED (as registered), LIVE (one per person and event) and WAITS (for a seat). */
extern const struct code_list code_attendee_statuses;
/** COUNTED: a participation. "represented" counts the substitute, who is an attendee too. VOTES:
 * counts for a quorum. */
extern const struct code_list code_presence_states;
/** TAKES_SEAT and COUNTED; both must agree with the registration's status. SPEAKS: certificates say
 * that they spoke. */
extern const struct code_list code_attendee_parts;
/** LIVE: the person's time is taken. COUNTED: may be printed without reserve. */
extern const struct code_list code_speaker_states;
/** LIVE: the room is taken. COUNTED: it is ours. */
extern const struct code_list code_booking_states;
extern const struct code_list code_event_modes;
/** COUNTED: it is training, and what is issued is a "certificat de réalisation". */
extern const struct code_list code_proof_modes;
/** In printing order; the label is the phrase that stands before the names. OPEN: its doors are, to
 * the event. */
extern const struct code_list code_partner_roles;
extern const struct code_list code_families;
extern const struct code_list code_levels;
extern const struct code_list code_person_roles;
extern const struct code_list code_civilities;
extern const struct code_list code_half_day_parts;
/** WORK: its minutes make half-days. SPEAKS: a speaker is expected. CHOSEN: people choose between
 * those of the same time. JUDGED: the questionnaire asks about it. */
extern const struct code_list code_session_kinds;
/** SHOWS: slides are awaited afterwards. */
extern const struct code_list code_speaker_roles;
/** What an event offers at noon; whether an attendee eats there is code_yes_no. */
extern const struct code_list code_lunches;
/** UNEXPECTED: came without having been registered before. */
extern const struct code_list code_attendee_origins;
/** REFUSES: must not be photographed, and a badge says so. */
extern const struct code_list code_photo_preferences;
extern const struct code_list code_consent_purposes;
/** Where a mark of presence was made. */
extern const struct code_list code_mark_origins;
/** How a seat that frees goes to the waiting list (setting waiting_promotion; core/seats.h). */
extern const struct code_list code_promotions;

/** What two sides said otherwise: a value, whether somebody came, withdrew, whether a row is there.
 */
extern const struct code_list code_door_conflicts;
/** Documents of a database, named as on the command line. */
extern const struct code_list code_document_kinds;
/** Periods: public holidays are a rule (core/holiday.h), not rows. */
extern const struct code_list code_holiday_kinds;
/** Subjects of a remembered mapping of columns. */
extern const struct code_list code_mapping_subjects;
/** WORK: events under it have a programme, from which their half-days are made.
 * Headings under which the State agency ANCT counts half-days (domain study, §4). */
extern const struct code_list code_report_headings;
extern const struct code_list code_territory_types;
extern const struct code_list code_yes_no;
/** In the order of an event's life. */
extern const struct code_list code_task_kinds;
/** How a task is shown on a day, in the order of enum task_state. Never stored. */
extern const struct code_list code_task_states;
/** On which the answers of a satisfaction form stand (core/scale.h). */
extern const struct code_list code_scales;

/** Every list above, ended by NULL. */
extern const struct code_list *const code_lists[];

/** The row of CODE, or NULL when the list has no such code (NULL included). */
const struct code *code_find(const struct code_list *list, const char *code);

/** The label of a row in the person's language. Borrowed. */
const char *code_text(const struct code *code);

/** The label of CODE in the person's language; CODE itself when the list does not know it, "" for
 * NULL. Borrowed. */
const char *code_label(const struct code_list *list, const char *code);

/** The code that TYPED means: the code itself, its label in either language or an alias, accents,
 * case, spaces and punctuation set aside. NULL when nothing answers. Borrowed for ever. */
const char *code_parse(const struct code_list *list, const char *typed);

/** Every word that code_parse() takes for CODE of the list, as text_search_key() makes it (char *).
 * Caller frees. */
GPtrArray *code_keys(const struct code_list *list, const char *code);
/** True when a word for CODE (itself, its label in either language, an alias) begins with KEY, a
 * folded text (text_search_key()); EXACT: is KEY. */
bool code_answers(const struct code *code, const char *key, bool exact);

/** True when a word of what the code is called, in either language, begins with KEY (folded). */
bool code_has_word(const struct code *code, const char *key);

/** True when CODE bears every one of TRAITS; false for an unknown code. */
bool code_is(const struct code_list *list, const char *code, guint traits);

/** True when a row may go from FROM to TO; staying where one is, is always allowed. */
bool code_may_go(const struct code_list *list, const char *from, const char *to);

/** All codes of a list for a message: "idea, draft, announced". Caller frees. */
char *code_names(const struct code_list *list);

/** True when an attendee of that status and part takes one of the event's seats. The one rule
 * behind every count of seats. */
bool attendee_takes_seat(const char *status, const char *part);

/** True when an attendee of that status and part is counted as registered. */
bool attendee_counted(const char *status, const char *part);

/** What an event's capacity and dates say about it today. */
struct event_opening {
	gint64 seats_taken;
	gint64 seat_limit;    /* 0: no limit */
	const char *deadline; /* last day to register, included; NULL: none */
	const char *last_day; /* last day of the event; NULL: not dated */
	const char *today;    /* a day */
};

/** The row to show for an event: for a status that takes registrations "closed" (deadline or event
 * past), else "full", else "open"; the status' own row otherwise. NULL for an unknown status. */
const struct code *event_status_shown(const char *status, const struct event_opening *opening);

#endif
