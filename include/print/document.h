/* The papers of the day, as PDF by Pango and Cairo.
 *
 * Callers give facts; wording, typography and layout are made here, in the current language. All
 * text is borrowed, may be hostile, and is cleaned here; missing is NULL.
 */
#ifndef PRINT_DOCUMENT_H
#define PRINT_DOCUMENT_H

#include <glib.h>
#include <stdbool.h>

#include "core/card_grid.h"
#include "core/report.h"
#include "core/wording.h"

/** A half-day of the event. */
struct document_half_day {
	const char *day;   /* ISO day */
	const char *part;  /* "am", "pm", "eve" */
	const char *start; /* "09:30", or NULL */
	const char *end;
};

struct sign_in_sheet {
	struct document_letterhead letterhead;
	struct document_reference reference;
	struct document_event event;
	const struct document_half_day *half_days;
	guint n_half_days; /* 0: one signature column */
	const struct document_person *attendees;
	guint n_attendees;
	const struct document_person *speakers;
	guint n_speakers;
	const guint *speaker_lines; /* their numbers; 0: none, for who is not registered */
	guint blank_from;           /* the number of the first blank line */
	guint blank_lines;          /* for walk-ins, on the last page of each set of days */
	bool photo_notice;          /* photos will be taken */
	const char *contact;        /* where people write to about their data; NULL: the centre */
};

struct attendee_list {
	struct document_letterhead letterhead;
	struct document_reference reference;
	struct document_event event;
	const struct document_person *attendees;
	guint n_attendees;
	bool present;       /* "Liste des présents" instead of "Liste des inscrits" */
	bool shared;        /* no e-mail, no phone */
	const char *sorted; /* by what, in words, or NULL */
};

/** A badge: what its bearer, the desk and the photographer read. */
struct document_badge {
	struct document_person person; /* with the workshops that were given */
	const char *code;              /* of core/badge.h; NULL: not registered */
	const char *role;              /* in words, of whoever is no plain participant; or NULL */
	bool no_photo;
};

struct badge_sheet {
	struct document_letterhead letterhead;
	struct document_reference reference;
	struct document_event event;
	const struct card_grid *grid;
	guint first; /* cell of the first badge on the first page, from 0 */
	const struct document_badge *badges;
	guint n_badges;
	guint blank; /* behind them, to be filled in by hand */
};

/** Cards to stand on a table: a page each, folded. */
struct name_cards {
	struct document_letterhead letterhead;
	struct document_reference reference;
	struct document_event event;
	const struct document_person *people;
	guint n_people;
};

/** A line of the programme, as a door shows it. */
struct document_session {
	const char *start; /* "09:30", or NULL */
	const char *end;
	const char *title;
	const char *speakers; /* "Awa Ndiaye (Université), Max Roux", or NULL */
};

/** What a door says: what happens in one room on one half-day, or who is in one workshop. */
struct door_sign {
	const char *day;   /* ISO day, or NULL */
	const char *part;  /* "am", "pm", "eve", or NULL */
	const char *room;  /* NULL: nobody knows, the place stands there */
	const char *place; /* of that day: venue, address */
	const char *town;
	const struct document_session *sessions;
	guint n_sessions;
	const struct document_person *people; /* in the one session; NULL: no list */
	guint n_people;
};

struct door_signs {
	struct document_letterhead letterhead;
	struct document_reference reference;
	struct document_event event;
	const struct door_sign *signs;
	guint n_signs;
};
struct written; /* core/writing.h */

/** The figures of a year, section by section. */
struct year_report {
	struct document_letterhead letterhead;
	struct document_reference reference;
	const char *title;        /* "Bilan de l’année 2026" */
	const char *const *notes; /* sentences, NULL-terminated */
	const struct report_table *const *tables;
	guint n_tables;
};

/** What the rest of the program may ask of this floor (it is loaded when first used). The file at
 * PATH is written whole by the caller's atomic output: PATH is its temporary name. PAGES and GLYPHS
 * (both may be NULL) receive the number of pages, and the letters that no installed font has
 * (caller frees; NULL when none). */
struct print_module {
	bool (*sign_in)(const struct sign_in_sheet *sheet, const char *path, guint *pages,
			char **missing_letters, GError **error);
	bool (*attendees)(const struct attendee_list *list, const char *path, guint *pages,
			  char **missing_letters, GError **error);
	bool (*badges)(const struct badge_sheet *sheet, const char *path, guint *pages,
		       char **missing_letters, GError **error);
	bool (*name_cards)(const struct name_cards *cards, const char *path, guint *pages,
			   char **missing_letters, GError **error);
	bool (*door_signs)(const struct door_signs *signs, const char *path, guint *pages,
			   char **missing_letters, GError **error);
	/** True when the bytes are a picture that papers can bear. */
	bool (*picture)(const char *bytes, gsize size);
	/** N writings (at least one) in one file, each with pages of its own. */
	bool (*written)(const struct written *papers, guint n, const char *path, guint *pages,
			char **missing_letters, GError **error);
	bool (*year_report)(const struct year_report *report, const char *path, guint *pages,
			    char **missing_letters, GError **error);
};

/** The one way in. */
const struct print_module *print_module(void);

#endif
