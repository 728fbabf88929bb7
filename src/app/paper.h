/* One paper while its facts are gathered. */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/event_whole.h"
#include "app/output.h"
#include "print/document.h"

/** A line of a paper. Its texts are borrowed from the rows or from paper->words. */
struct paper_person {
	struct document_person shown;
	gint64 attendee_id; /* 0 when there is none */
	const char *order;  /* key of the name */
	const char *group;  /* key of what stands before the name in the order, or NULL */
};

struct paper {
	Store *store;
	const struct paper_choice *choice;
	EventWhole *whole;
	const struct session *session; /* NULL: the whole event */
	bool is_sheet;
	bool present; /* a list of those who came */
	GPtrArray *attendees;
	GPtrArray *speakers;
	GArray *half_days; /* struct document_half_day */
	struct document_event event;
	struct document_letterhead letterhead;
	struct document_reference reference;
	GPtrArray *days; /* ISO days, NULL at the end */
	GStringChunk *words;
	guchar *logo;
	guint blank_lines;
	bool photo_notice;
	char *digest;
	bool is_new; /* its version is not in the database yet */
};

/** TEXT, kept as long as the paper; NULL stays NULL. Borrowed. */
const char *paper_keep(struct paper *paper, const char *text);

/** The same of a text that is then freed. */
const char *paper_take(struct paper *paper, char *text);

/** How the event is named: title, kind, days, place, room, partners. */
bool paper_gather_event(struct paper *paper, GError **error);

/** Its half-days; of a session, those in which it takes place. */
void paper_gather_half_days(struct paper *paper);

/** Who stands on it, in the order that was chosen. */
void paper_gather_people(struct paper *paper);

/** Centre, address, logo and mention from the settings. */
bool paper_gather_letterhead(struct paper *paper, GError **error);

/** The partners by role, in the order and words of core/status.h: "Organisé par A et B, en
 * partenariat avec C et D". NULL without partners. Caller frees. */
char *partners_sentence(const Rows *partners, const Rows *organisations);

/** Its version and code: those of the last paper that showed the same, else new ones. In a gesture,
 * unless nothing is to be written. */
bool paper_find_version(struct paper *paper, GError **error);

/** Remember a new version, and whose line is whose. Needs a gesture. */
bool paper_record(struct paper *paper, GError **error);

/** The list as a table for people's spreadsheets, to PATH. */
bool paper_write_csv(const struct paper *paper, const char *path, GError **error);

#endif
