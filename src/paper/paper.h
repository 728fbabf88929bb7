/* One paper while its facts are gathered. */
#ifndef PAPER_PAPER_H
#define PAPER_PAPER_H

#include "app/event_whole.h"
#include "app/modules.h"
#include "base/output.h"
#include "core/writing.h"
#include "paper/papers.h"
#include "print/document.h"

struct paper;
struct paper_person;

/** How one sort of paper is made; each is in a file of its own, kinds.c lists them. */
struct paper_making {
	struct paper_kind kind;
	/** What it is, as a part of the file's name: "sign-in". Borrowed. */
	const char *(*file_word)(const struct paper *paper);
	/** Its facts beyond the event and the letterhead. */
	bool (*gather)(struct paper *paper, GError **error);
	/** What it says, in writings (paper_writing()), of which digest, draw and write are then
	 * made: they are NULL. NULL: it has a layout of its own. */
	bool (*compose)(struct paper *paper, GError **error);
	/** All that it shows beyond the event and the letterhead (digest_add()). */
	void (*digest)(const struct paper *paper, GChecksum *digest);
	/** As PDF at PATH; PAGES and MISSING are those of struct print_module. */
	bool (*draw)(const struct paper *paper, const struct print_module *print, const char *path,
		     guint *pages, char **missing, GError **error);
	/** In the format that was chosen, when that is not PDF. OUTPUT is the caller's. */
	bool (*write)(const struct paper *paper, Output *output, GError **error);
	/** The gesture that makes it; NULL: "document_print". */
	const char *action;
	/** What is remembered of a new version beside it. Needs a gesture. NULL: nothing. */
	bool (*record)(struct paper *paper, gint64 document_id, GError **error);
	/** Of papers of people, in place of digest: all that it shows of one beyond the event. */
	void (*digest_line)(const struct paper *paper, const struct paper_person *person,
			    GChecksum *digest);
	/** How to say that none of them has changed since; English msgid. */
	const char *unchanged;
};

/** The making of that name, or NULL. */
const struct paper_making *paper_making_find(const char *name);

extern const struct paper_making making_sign_in;
extern const struct paper_making making_attendees;
extern const struct paper_making making_badges;
extern const struct paper_making making_name_cards;
extern const struct paper_making making_door_signs;
extern const struct paper_making making_programme;
extern const struct paper_making making_certificates;
extern const struct paper_making making_convocations;
extern const struct paper_making making_run_sheet;
extern const struct paper_making making_event_report;
extern const struct paper_making making_questionnaire;
extern const struct paper_making making_minutes;

/** A line of a paper. Its texts are borrowed from the rows or from paper->words. */
struct paper_person {
	struct document_person shown;
	gint64 attendee_id; /* 0 when there is none */
	const char *order;  /* key of the name */
	const char *group;  /* key of what stands before the name in the order, or NULL */
	const struct attendee *attendee; /* NULL: a speaker who is not registered */
	const struct speaker *speaker;   /* NULL: no speaker; else their first line */
	const char *code;                /* of their badge, where it bears one */
	const char *digest;              /* of a paper of people: what it shows of them */
	guint line;                      /* of a sign-in sheet: its number; 0: it has none */
};

struct paper {
	Store *store;
	const struct paper_making *making;
	const struct paper_choice *choice;
	GPtrArray *notes; /* the caller's; NULL: nobody reads them */
	EventWhole *whole;
	const struct session *session; /* NULL: the whole event */
	bool present;                  /* a list of those who came */
	GPtrArray *attendees;
	GPtrArray *speakers;
	GArray *half_days; /* struct document_half_day */
	struct document_event event;
	struct document_letterhead letterhead;
	struct document_reference reference;
	GPtrArray *days; /* ISO days, NULL at the end */
	GStringChunk *words;
	guchar *logo;
	const char *logo_digest; /* NULL without a logo */
	GPtrArray *pictures;     /* guchar *: what writings borrow */
	GArray *written;         /* struct written: what was composed */
	gint64 amount;           /* of its gesture; 0: one */
	guint blank_lines;
	bool photo_notice;
	char *said;          /* what was done, for people, that is no warning; NULL: nothing */
	const char *contact; /* address of whoever makes the event, or NULL */
	gpointer facts;      /* of the making; freed by free_facts */
	GDestroyNotify free_facts;
	char *digest;
	bool is_new;  /* its version is not in the database yet */
	bool partial; /* made only for those who have changed */
};

/** Say FORMAT beside the paper. */
void paper_note(const struct paper *paper, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** TEXT, kept as long as the paper; NULL stays NULL. Borrowed. */
const char *paper_keep(struct paper *paper, const char *text);

/** The same of a text that is then freed. */
const char *paper_take(struct paper *paper, char *text);

/** A writing of PAPER, under its letterhead and reference, to be filled. TITLE may be NULL.
 * Borrowed.
 */
Writing *paper_writing(struct paper *paper, const char *document, const char *title);

/** False with REASON, which is taken; of a full disk, said of the file that OUTPUT was to be, for a
 * library knows its temporary name alone. */
bool paper_draw_fail(const Output *output, GError *reason, GError **error);

/** The same of one that was made elsewhere; its writing is taken. */
void paper_add_written(struct paper *paper, const struct written *written);

/** How the event is named: title, kind, days, place, room, partners. */
bool paper_gather_event(struct paper *paper, GError **error);

/** True of an event that is nowhere but online: nobody is welcomed at a door. */
bool paper_is_online(const struct paper *paper);

/** How a place is named: venue and address, town; both NULL without one. Borrowed from PAPER. */
void paper_venue(struct paper *paper, gint64 venue_id, const char **place, const char **town);

/** Its half-days; of a session, those in which it takes place. */
void paper_gather_half_days(struct paper *paper);

/** Those who have a seat, or those who came when PRESENT and somebody was marked, in the order that
 * was chosen; and the speakers. */
void paper_gather_people(struct paper *paper, bool present);

/** One line of ATTENDEE, with the workshops of paper_workshops() (or NULL). Caller frees. */
struct paper_person *paper_line(struct paper *paper, const struct attendee *attendee,
				const GHashTable *workshops);

/** The order of lines that was chosen, for g_ptr_array_sort(). */
gint paper_line_order(gconstpointer one, gconstpointer other);

/** Attendee id -> titles of the workshops they were given; as long as nobody was given one, what
 * each wishes most, unless GIVEN. Borrows from PAPER; caller frees. */
GHashTable *paper_workshops(struct paper *paper, bool given);

/** Those who were given SESSION, as its sign-in sheet has them; NULL when nobody was given one of
 * those that are chosen between: then it is for everybody. Caller frees. */
GPtrArray *paper_session_people(struct paper *paper, const struct session *session);

/** In place of paper_gather_people(), everyone who will be there: those with a place, in whatever
 * part, and the speakers; of them those who were chosen. ERROR_INVALID names one whose registration
 * does not stand. */
bool paper_gather_bearers(struct paper *paper, GError **error);

/** A person named for somebody: the role they speak in, else the part that they come in unless
 * it takes a seat. Borrowed; NULL for a participant. */
const char *paper_role(const struct paper_person *person);

/** SPEAKER as declared for this event, else as the directory has them; the person is among the
 * paper's rows. Caller frees. */
struct paper_person *paper_speaker(struct paper *paper, const struct speaker *speaker);

/** Centre, address, logo and mention from the settings, kept in WORDS; LOGO receives the picture's
 * bytes, which the caller frees. */
bool letterhead_gather(Store *store, GStringChunk *words, struct document_letterhead *letterhead,
		       guchar **logo, GError **error);

/** The same, and what sheets say of photos and blank lines. */
bool paper_gather_letterhead(struct paper *paper, GError **error);

/** PEOPLE (struct paper_person) as the floor print takes them, as many. Caller frees. */
struct document_person *paper_people_shown(const GPtrArray *people);

/** The partners by role, in the order and words of core/status.h: "Organisé par A et B, en
 * partenariat avec C et D". NULL without partners. Caller frees. */
char *partners_sentence(const Rows *partners, const Rows *organisations);

/** Add a text (or its absence), a number, a line of people to what a paper shows; CONTACT: with all
 * that only lists show. */
void digest_add(GChecksum *digest, const char *text);
void digest_number(GChecksum *digest, gint64 number);
void digest_person(GChecksum *digest, const struct paper_person *person, bool contact);

/** Its version and code: those of the last paper that showed the same, else new ones. In a gesture,
 * unless nothing is to be written. */
bool paper_find_version(struct paper *paper, GError **error);

/** Of a paper of people: what it shows of each, and whether that is new, VERSIONS being its earlier
 * printings (struct document), the last at the end. Leaves those who have changed when they alone
 * were asked for. */
bool paper_compare_lines(struct paper *paper, const GPtrArray *versions, GError **error);

/** Remember a new version. Needs a gesture. */
bool paper_record(struct paper *paper, GError **error);

/** A record of a making: whose its lines are, and what they showed. */
bool paper_record_lines(struct paper *paper, gint64 document_id, GError **error);

/** Record that line LINE, from 1, is PERSON's. */
bool paper_record_line(struct paper *paper, gint64 document_id, guint line,
		       const struct paper_person *person, GError **error);

/** "émargement Atelier 1", "badges Zoé Élan": what it is, as a part of its file's name; CHANGED:
 * made only for those who have changed. Caller frees. */
char *paper_file_words(const struct paper *paper, bool changed);

/** One row of a table for people's spreadsheets, to OUTPUT; the first bears the byte order mark. */
bool paper_write_row(Output *output, const char *const *cells, guint n, bool first, GError **error);

/** A table under way, as CSV or as a workbook. */
struct paper_table {
	Output *output; /* the caller's */
	const struct exchange_module *exchange;
	Workbook *book; /* NULL: CSV */
	guint n;
};

/** Begin it with its N headings, in the format that was chosen. False, and nothing to end, on
 * failure. */
bool paper_table_begin(struct paper_table *table, const struct paper *paper, Output *output,
		       const struct workbook_column *columns, guint n, GError **error);

bool paper_table_row(struct paper_table *table, const char *const *cells, GError **error);

/** Finish it when DONE, else forget it; what it comes to. OUTPUT is still the caller's. */
bool paper_table_end(struct paper_table *table, bool done, GError **error);

#endif
