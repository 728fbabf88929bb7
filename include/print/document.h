/* The papers of the day, as PDF by Pango and Cairo.
 *
 * Callers give facts; wording, typography and layout are made here, in the current language. All
 * text is borrowed, may be hostile, and is cleaned here; missing is NULL.
 */
#ifndef PRINT_DOCUMENT_H
#define PRINT_DOCUMENT_H

#include <glib.h>
#include <stdbool.h>

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
	guint blank_lines; /* for walk-ins, on the last page of each set of days */
	bool photo_notice; /* photos will be taken */
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
	/** N writings (at least one) in one file, each with pages of its own. */
	bool (*written)(const struct written *papers, guint n, const char *path, guint *pages,
			char **missing_letters, GError **error);
	bool (*year_report)(const struct year_report *report, const char *path, guint *pages,
			    char **missing_letters, GError **error);
};

/** The one way in. */
const struct print_module *print_module(void);

#endif
