/* An event with all that the papers that are read can say, and what they say. */
#ifndef TESTS_PAPER_READING_H
#define TESTS_PAPER_READING_H

#include "test.h"

#include <glib/gstdio.h>

#include "app/scene.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/document.h"
#include "paper/papers.h"

/** What a name must not do to a paper: turn its direction, end an element, begin an attribute, be
 * longer than a line, hold bytes of control. */
#define HOSTILE                                                                                    \
	"<script>alert('x')</script>&amp;\"]]>\xe2\x80\xae"                                        \
	"drowssap\x1b[31m\x07 =1+1 \xe2\x80\xaetxt.exe"
#define LONG_NAME                                                                                  \
	"Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen"

/* Asked by the leak checker, which cannot follow the pointers of fontconfig. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

struct reading_people {
	const char *first, *last, *function, *organisation, *department;
};

static const struct reading_people reading_people[] = {
	{"Zoé", "Élan", "Cheffe de projet", "Ville de Sète", "34"},
	{"Nguyễn", "Nguyen Thị", "Adulte-relais", "Association Trait d’union", "30"},
	{"Łukasz", "Żółkiewski", "Chercheur", "Université Paul-Valéry", "34"},
	{"محمد", "العلوي", NULL, "Conseil citoyen", "31"},
	{"王", "小明", "Stagiaire", NULL, "66"},
	{"Jean", LONG_NAME, "Élu", "Communauté de communes des Hauts Plateaux du Larzac", "12"},
};

/** Everything about one event that may be hostile or plain. */
struct reading_texts {
	const char *title, *session, *room, *objectives, *audience, *access, *description;
};

static const struct reading_texts reading_plain = {
	.title = "Habiter, rénover, rafraîchir : les quartiers à l’heure du climat",
	.session = "Plénière : ce que disent les données",
	.room = "Amphithéâtre",
	.objectives = "Comprendre ce que la chaleur fait aux quartiers.",
	.audience = "Élus, agents, associations",
	.access = "Tramway ligne 4",
	.description = "Avec des cartes.",
};

static inline gint64
reading_attendee(Store *store, gint64 event, int i)
{
	const struct reading_people *who = &reading_people[i % (int)G_N_ELEMENTS(reading_people)];
	struct attendee *attendee = entity_new(&entity_attendee);
	g_autofree char *last = i < (int)G_N_ELEMENTS(reading_people)
					? g_strdup(who->last)
					: g_strdup_printf("%s %d", who->last, i);
	attendee->event_id = event;
	attendee->person_id = scene_person(store, who->first, last);
	attendee->number = g_strdup_printf("%d", i + 1);
	text_set(&attendee->first_name, who->first);
	text_set(&attendee->last_name, last);
	text_set(&attendee->function, who->function);
	text_set(&attendee->organisation, who->organisation);
	text_set(&attendee->department, who->department);
	text_set(&attendee->diet, i % 4 == 1 ? "végétarien" : NULL);
	text_set(&attendee->lunch, i % 3 == 0 ? "yes" : NULL);
	text_set(&attendee->access_needs, i % 10 == 2 ? "Boucle magnétique" : NULL);
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->origin, "form");
	text_set(&attendee->registered_at, "2026-11-01T08:30:00Z");
	return scene_insert(store, &entity_attendee, attendee);
}

static inline void
reading_event_texts(Store *store, gint64 event, const struct reading_texts *texts)
{
	static const char *const members[] = {"title", "objectives", "audience", "access"};
	const char *const values[] = {texts->title, texts->objectives, texts->audience,
				      texts->access};
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		scene_change(store, &entity_event, event, members[i], value_text(values[i]));
	scene_change(store, &entity_event, event, "fee", value_text("gratuit"));
	scene_change(store, &entity_event, event, "lunch", value_text("provided"));
	scene_change(store, &entity_event, event, "officer", value_text("Nadia Benali"));
	scene_change(store, &entity_event, event, "registration_deadline",
		     value_text("2026-12-01"));
}

/** An event of one day with a plenary, three workshops at a time, a speaker, partners and PEOPLE
 * registered. Opens and ends gestures of its own. */
static inline gint64
reading_event(Store *store, const char *number, int people, const struct reading_texts *texts)
{
	static const char *const workshops[] = {"Atelier A : les écoles", "Atelier B : les toits",
						"Atelier C : l’eau"};
	begin(store);
	gint64 venue =
		scene_venue(store, "Espace Garonne", "5 allée des Deux-Ponts", "Toulouse", "31");
	gint64 room = scene_room(store, venue, texts->room, 180);
	gint64 event = scene_event(store, number, "Titre", "announced");
	gint64 day = scene_day(store, event, "2026-12-10", "09:30", "16:00", venue);
	gint64 plenary =
		scene_session(store, event, day, "09:30", "12:00", "plenary", texts->session, room);
	for (gsize i = 0; i < G_N_ELEMENTS(workshops); i++)
		scene_session(store, event, day, "14:00", "15:30", "workshop", workshops[i], 0);
	gint64 speaker = scene_person(store, "Mathilde", "Rouquette");
	scene_speaker(store, event, plenary, speaker, "asked");
	scene_partner(store, event, "DREETS Occitanie", "initiative");
	scene_partner(store, event, "Région Occitanie", "fund");
	for (int i = 0; i < people; i++)
		reading_attendee(store, event, i);
	commit(store);
	reading_event_texts(store, event, texts);
	scene_change(store, &entity_session, plenary, "description",
		     value_text(texts->description));
	return event;
}

static inline void
reading_settings(Store *store)
{
	scene_set(store, "centre_name", "Centre de ressources Villes & Territoires");
	scene_set(store, "centre_address", "1 rue de l’Église\n34000 Montpellier");
	scene_set(store, "centre_town", "Montpellier");
	scene_set(store, "funders_mention", "Avec le soutien de l’État et de la Région");
	scene_set(store, "organizer_email", "agenda@centre.example");
	scene_set(store, "signatory_name", "Claire Martin");
	scene_set(store, "signatory_title", "directrice");
}

/** Everybody registered for EVENT is marked present on its half-day PART. */
static inline void
reading_mark_all(Store *store, gint64 event, const char *part)
{
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event, NULL);
	g_autoptr(Rows) people = store_of(store, &entity_attendee, "event_id", event, NULL);
	gint64 half_day = scene_half_day(store, ((struct event_day *)days->row[0])->id, part);
	begin(store);
	for (guint i = 0; i < people->n; i++)
		scene_mark(store, ((struct attendee *)people->row[i])->id, half_day, "present",
			   "2026-12-10T09:00:00Z");
	commit(store);
}

/** The paper in the file NAME of the fixture's folder, which must come about. Caller frees the
 * path. */
static inline char *
reading_print(struct fixture *fixture, struct paper_choice choice, const char *name,
	      GPtrArray *notes)
{
	GError *error = NULL;
	char *path = g_build_filename(fixture->folder, name, NULL);
	paper_print(fixture->store, &choice, path, NULL, NULL, notes, &error);
	assert_no_error(error);
	return path;
}

/** The same, read as text. Caller frees. (Inlined, gcc 12 takes what strstr() finds in it for a
 * pointer into this function.) */
G_GNUC_UNUSED G_NO_INLINE static char *
reading_text(struct fixture *fixture, const char *document, gint64 event, enum paper_format format)
{
	static const char *const names[PAPER_FORMATS] =
		{[PAPER_TEXT] = "p.txt", [PAPER_HTML] = "p.html", [PAPER_ODT] = "p.odt"};
	g_autofree char *path = reading_print(fixture,
					      (struct paper_choice){.document = document,
								    .event_id = event,
								    .format = format},
					      names[format], NULL);
	char *text = NULL;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

#endif
