/* The words and the typography that papers share, in the person's language. All text is borrowed,
 * may be hostile, and is cleaned where it is set in type; missing is NULL.
 */
#ifndef CORE_WORDING_H
#define CORE_WORDING_H

#include <glib.h>
#include <stdbool.h>

/** What stands at the head and foot of every page of every document. */
struct document_letterhead {
	const char *centre;  /* the centre's name */
	const char *address; /* one or several lines */
	const char *logo;    /* PNG bytes, or NULL */
	gsize logo_size;
	const char *funders_mention; /* "avec le soutien de …", or NULL */
};

/** What tells one paper from another. */
struct document_reference {
	const char *number;     /* "2026-014" */
	int version;            /* of this document for this event, from 1 */
	const char *printed_at; /* civil "2026-11-23T09:30" */
	const char *code;       /* short code of this very sheet, or NULL */
	const char *issued_on;  /* ISO day, of what bears its date of issue instead; or NULL */
};

/** The event as every document names it. */
struct document_event {
	const char *title;
	const char *kind;
	const char *first_date; /* ISO date as precise as known, or NULL */
	const char *last_date;  /* or NULL */
	const char *const
		*days; /* NULL-terminated ISO days when they are known one by one, or NULL */
	const char *start_time;
	const char *end_time;
	const char *place; /* venue, address */
	const char *room;
	const char *town;    /* "Montpellier (34)" */
	const char *session; /* title of the one session that the sheet is for, or NULL */
	const char
		*partners; /* sentence by role, already worded: "En partenariat avec …", or NULL */
	const char *changed; /* that it differs from what was announced, a sentence; or NULL */
	bool cancelled;
	bool postponed; /* its date is that of before */
};

/** One person on a list or a sheet. */
struct document_person {
	const char *last_name;
	const char *first_name;
	const char *function;
	const char *organisation;
	const char *department;
	const char *email; /* printed only on lists that are not shared */
	const char *phone;
	const char *workshop;
	const char *status; /* in words, or NULL for "registered" */
	const char *number; /* attendee number within the event ("12", "B-1") */
};

/** The N PARTS that are neither NULL nor empty, with " · " between them. Caller frees. */
char *wording_join(const char *const *parts, gsize n);

/** The same with a line for each. NULL when there is none. Caller frees. */
char *wording_lines(const char *const *parts, gsize n);

/** "Réf. 2026-014 · version 3 · feuille K7Q2 · imprimé le 23/11/2026 à 9 h 30"; "délivré le
 * 23/11/2026" of what is issued. Caller frees. */
char *wording_reference(const struct document_reference *reference);

/** N ISO days, in their order: "jeudi 15 octobre 2026", "du 15 au 17 octobre 2026" when they follow
 * each other, else "28 et 29 janvier, 22 et 23 février 2026". Caller frees. */
char *wording_days(const char *const *days, gsize n);

/** When EVENT is: its days, or its first and last date; dots to write on when nobody knows. Caller
 * frees. */
char *wording_dates(const struct document_event *event);

/** "9 h 30 – 12 h 30" with no-break spaces; one of them alone; NULL without any. Caller frees. */
char *wording_times(const char *start, const char *end);

/** "11 h 30", "2 h", "45 min", with no-break spaces. Caller frees. */
char *wording_duration(gint64 minutes);

/** "Matin", "Après-midi", "Soirée", or PART itself; NULL gives NULL. */
const char *wording_part(const char *part);

/** Where to write by hand what the program was not told. */
const char *wording_dots(void);

/** "Salle A, Maison des associations, Montpellier (34)"; dots to write on when nobody knows. The
 * town is left out behind an address that ends with its postal code and name. Caller frees. */
char *wording_place(const struct document_event *event);

/** "Ville de Sète (34)"; NULL without any. Caller frees. */
char *wording_organisation(const struct document_person *person);

/** NAME, which is a document's, marked when EVENT is cancelled or postponed. Caller frees. */
char *wording_document(const struct document_event *event, const char *name);

#endif
