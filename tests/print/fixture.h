/* A sheet and a list to start from, and what a finished PDF says when it is read. */
#ifndef TESTS_PRINT_FIXTURE_H
#define TESTS_PRINT_FIXTURE_H

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "print/document.h"
#include "test.h"

/** A one-pixel PNG. */
static const unsigned char fixture_logo[] = {0x89, 'P',  'N',  'G',  '\r', '\n', 0x1a, '\n', 0,
					     0,    0,    13,   'I',  'H',  'D',  'R',  0,    0,
					     0,    1,    0,    0,    0,    1,    8,    6,    0,
					     0,    0,    0x1f, 0x15, 0xc4, 0x89, 0,    0,    0,
					     13,   'I',  'D',  'A',  'T',  0x78, 0xda, 0x63, 0x64,
					     0xf8, 0xcf, 0x50, 0x0f, 0,    3,    0x86, 1,    0x80,
					     0x5a, 0x34, 0x7d, 0x6b, 0,    0,    0,    0,    'I',
					     'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};

static const struct document_half_day fixture_half_days[] = {
	{"2026-10-15", "am", "09:30", "12:30"},  {"2026-10-15", "pm", "14:00", "16:30"},
	{"2026-10-15", "eve", "18:00", "20:00"}, {"2026-10-16", "am", "09:00", "12:00"},
	{"2026-10-16", "pm", "13:30", "17:00"},  {"2026-10-22", "am", "09:00", "12:00"},
	{"2026-10-23", "am", "09:00", "12:00"},  {"2026-10-23", "pm", "14:00", "17:00"},
};

static const struct document_person fixture_speakers[] = {
	{.last_name = "Ferré",
	 .first_name = "Noémie",
	 .function = "Sociologue",
	 .organisation = "Université Paul-Valéry",
	 .department = "34"},
	{.last_name = "Okoye", .first_name = "Ifeoma", .function = "Consultante"},
};

static inline struct document_letterhead
fixture_letterhead(void)
{
	return (struct document_letterhead){
		.centre = "Villes et Territoires Occitanie",
		.address = "3 rue des Arts\n34000 Montpellier",
		.funders_mention = "Avec le soutien de l’État et de la Région Occitanie",
	};
}

static inline struct document_reference
fixture_reference(void)
{
	return (struct document_reference){.number = "2026-014",
					   .version = 3,
					   .printed_at = "2026-10-14T17:05",
					   .code = "K7Q2"};
}

static inline struct document_event
fixture_event(void)
{
	return (struct document_event){
		.title = "Médiation, culture, diversité",
		.kind = "Journée d’échanges",
		.first_date = "2026-10-15",
		.place = "Maison des associations",
		.room = "Salle A",
		.town = "Montpellier (34)",
		.partners = "En partenariat avec la DRAC Occitanie",
	};
}

static inline struct sign_in_sheet
fixture_sheet(const struct document_person *people, guint n)
{
	return (struct sign_in_sheet){
		.letterhead = fixture_letterhead(),
		.reference = fixture_reference(),
		.event = fixture_event(),
		.half_days = fixture_half_days,
		.n_half_days = 2,
		.attendees = people,
		.n_attendees = n,
		.speakers = fixture_speakers,
		.n_speakers = G_N_ELEMENTS(fixture_speakers),
		.blank_lines = 4,
		.photo_notice = true,
	};
}

static inline struct attendee_list
fixture_list(const struct document_person *people, guint n)
{
	return (struct attendee_list){
		.letterhead = fixture_letterhead(),
		.reference = fixture_reference(),
		.event = fixture_event(),
		.attendees = people,
		.n_attendees = n,
	};
}

/** N people called "Nom17 Prénom17". Free with fixture_free_people(). */
static inline struct document_person *
fixture_people(guint n)
{
	struct document_person *people = g_new0(struct document_person, n + 1);
	for (guint i = 0; i < n; i++)
		people[i] = (struct document_person){
			.last_name = g_strdup_printf("Nom%u", i + 1),
			.first_name = g_strdup_printf("Prénom%u", i + 1),
			.function = i % 2 ? "Formatrice" : "Chargé de mission",
			.organisation = i % 3 ? "Ville de Sète" : "Conseil citoyen Petit Bard",
			.department = "34",
		};
	return people;
}

static inline void
fixture_free_people(struct document_person *people, guint n)
{
	for (guint i = 0; i < n; i++) {
		union {
			const char *text;
			gpointer owned;
		} last = {.text = people[i].last_name}, first = {.text = people[i].first_name};
		g_free(last.owned);
		g_free(first.owned);
	}
	g_free(people);
}

/** A name for one temporary file of this process. Caller frees. */
static inline char *
fixture_path(const char *name)
{
	return g_strdup_printf("%s/ateliers-print-%ld-%s.pdf", g_get_tmp_dir(), (long)getpid(),
			       name);
}

/** What PROGRAM says of the PDF at PATH with OPTION, every space a plain one. Caller frees. */
static inline char *
fixture_read(const char *program, const char *option, const char *path)
{
	union {
		const char *word;
		char *given;
	} words[] = {{program},
		     {option},
		     {path},
		     {strcmp(program, "pdfinfo") == 0 ? NULL : "-"},
		     {NULL}};
	char *arguments[] = {words[0].given, words[1].given, words[2].given, words[3].given, NULL};
	char *said = NULL;
	g_autoptr(GError) error = NULL;
	g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
		     NULL, &said, NULL, NULL, &error);
	assert_no_error(error);
	GString *text = g_string_new(said);
	g_free(said);
	g_string_replace(text, "\u00a0", " ", 0);
	return g_string_free(text, FALSE);
}

/** Asked by the leak checker, which cannot follow the pointers of fontconfig: they are kept as
 * distances. FcFini() is no way out, for Pango may still be reading fonts in a thread of its own.
 */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

/** How often WORD stands in TEXT. */
static inline guint
fixture_count(const char *text, const char *word)
{
	guint count = 0;
	for (const char *at = text; (at = strstr(at, word)) != NULL; at += strlen(word))
		count++;
	return count;
}

#endif
