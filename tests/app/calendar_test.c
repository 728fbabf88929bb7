/* The public calendar. With a folder as its argument, this program writes what other programs are
 * asked to read (calendar_test.sh). */
#include "test.h"

#include "app/output.h"
#include "app/scene.h"
#include "base/error.h"
#include "base/i18n.h"

/* The file with its folded lines put together again. */
static char *
exported_as(struct fixture *fixture, const struct calendar_choice *choice, guint *entries,
	    GPtrArray *notes)
{
	g_autofree char *path = g_build_filename(fixture->folder, "feed.ics", NULL);
	GError *error = NULL;
	calendar_export(fixture->store, choice, path, entries, notes, &error);
	assert_no_error(error);
	char *text = NULL;
	g_file_get_contents(path, &text, NULL, &error);
	assert_no_error(error);
	g_autoptr(GString) whole = g_string_new(text);
	g_string_replace(whole, "\r\n ", "", 0);
	g_free(text);
	return g_strdup(whole->str);
}

static char *
exported(struct fixture *fixture)
{
	return exported_as(fixture, &(struct calendar_choice){0}, NULL, NULL);
}

static guint
count_of(const char *text, const char *part)
{
	guint n = 0;
	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		n++;
	return n;
}

#define assert_has(text, part)                                                                     \
	do {                                                                                       \
		if (strstr((text), (part)) == NULL)                                                \
			fail_msg("“%s” is not in:\n%s", (part), (text));                           \
	} while (0)

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)) != NULL)                                                \
			fail_msg("“%s” is in:\n%s", (part), (text));                               \
	} while (0)

/* ---- days ---------------------------------------------------------------------------------- */

static void
feed__has_one_entry__for_a_day_with_times(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue =
		scene_venue(store, "Hôtel de Région", "22 bd du Maréchal-Juin", "Toulouse", "31");
	gint64 event = scene_event(store, "2026-001", "Journée d’échanges", "announced");
	scene_day(store, event, "2026-03-29", "09:30", "16:00", venue);
	commit(store);
	guint entries = 0;
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, &entries, NULL);
	assert_int_equal(entries, 1);
	assert_has(feed, "DTSTART;TZID=Europe/Paris:20260329T093000\r\n");
	assert_has(feed, "DTEND;TZID=Europe/Paris:20260329T160000\r\n");
	assert_has(feed, "SUMMARY:Journée d’échanges\r\n");
	assert_has(feed, "LOCATION:Hôtel de Région\\, 22 bd du Maréchal-Juin\\, Toulouse\r\n");
	assert_has(feed, "STATUS:CONFIRMED\r\n");
}

static void
days__are_numbered__when_they_have_times(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Regroupement", "held");
	scene_day(store, event, "2026-10-24", "09:00", "17:00", 0);
	scene_day(store, event, "2026-10-25", "09:00", "12:00", 0);
	commit(store);
	g_autofree char *feed = exported(*state);
	assert_int_equal(count_of(feed, "BEGIN:VEVENT"), 2);
	assert_has(feed, "SUMMARY:Regroupement (1/2)\r\n");
	assert_has(feed, "SUMMARY:Regroupement (2/2)\r\n");
	assert_has(feed, "DTSTART;TZID=Europe/Paris:20261025T090000\r\n");
}

static void
days__are_one_entry__when_consecutive_and_without_times(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2024-001", "9e regroupement", "held");
	gint64 first = scene_day(store, event, "2024-10-14", NULL, NULL, 0);
	gint64 second = scene_day(store, event, "2024-10-15", NULL, NULL, 0);
	scene_day(store, event, "2024-10-16", NULL, NULL, 0);
	scene_session(store, event, second, "10:00", "11:00", "plenary", "Deuxième jour", 0);
	commit(store);
	guint entries = 0;
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, &entries, NULL);
	assert_int_equal(entries, 1);
	assert_has(feed, "DTSTART;VALUE=DATE:20241014\r\nDTEND;VALUE=DATE:20241017\r\n");
	assert_has(feed, "SUMMARY:9e regroupement\r\n");
	assert_has(feed, "\\nmardi 15 octobre 2024\\n10h–11h Deuxième jour");
	struct event_day *day = store_get(store, &entity_event_day, first, NULL);
	g_autofree char *uid = g_strdup_printf("UID:%s\r\n", day->uid);
	assert_has(feed, uid);
	entity_free(&entity_event_day, day);
}

static void
days__are_never_a_block_of_weeks(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2016-001", "Cycle Égalité-Citoyenneté", "held");
	scene_day(store, event, "2016-01-28", NULL, NULL, 0);
	scene_day(store, event, "2016-02-23", NULL, NULL, 0);
	commit(store);
	scene_change(store, &entity_event, event, "days_known", value_integer(0));
	g_autofree char *feed = exported(*state);
	assert_int_equal(count_of(feed, "BEGIN:VEVENT"), 2);
	assert_has(feed, "SUMMARY:Cycle Égalité-Citoyenneté (premier jour)\r\n");
	assert_has(feed, "SUMMARY:Cycle Égalité-Citoyenneté (dernier jour)\r\n");
	assert_has(feed, "DTEND;VALUE=DATE:20160129\r\n");
	assert_has(feed, "DTEND;VALUE=DATE:20160224\r\n");
}

static void
events__without_a_day__are_left_out_and_named(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 year = scene_event(store, "2009-001", "Ateliers Régionaux", "held");
	scene_event(store, "2011-001", "Médiation, culture, diversité", "held");
	scene_event(store, "2027-001", "Une idée", "idea");
	gint64 dated = scene_event(store, "2026-001", "Journée", "held");
	scene_day(store, dated, "2026-03-30", NULL, NULL, 0);
	commit(store);
	scene_change(store, &entity_event, year, "start_date", value_text("2009"));
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	guint entries = 0;
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, &entries, notes);
	assert_int_equal(entries, 1);
	assert_lacks(feed, "Ateliers Régionaux");
	assert_true(texts_have(notes, "Ateliers Régionaux"));
	assert_true(texts_have(notes, "2009"));
	assert_true(texts_have(notes, "Médiation, culture"));
	assert_false(texts_have(notes, "Une idée"));
}

static void
year__lets_through__what_has_a_day_in_it(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 old = scene_event(store, "2025-001", "Ancienne", "held");
	scene_day(store, old, "2025-06-01", NULL, NULL, 0);
	gint64 over = scene_event(store, "2025-002", "À cheval", "held");
	scene_day(store, over, "2025-12-31", NULL, NULL, 0);
	scene_day(store, over, "2026-01-01", NULL, NULL, 0);
	gint64 timed = scene_event(store, "2025-003", "Deux jours", "held");
	scene_day(store, timed, "2025-12-31", "09:00", "12:00", 0);
	scene_day(store, timed, "2026-01-02", "09:00", "12:00", 0);
	commit(store);
	struct calendar_choice choice = {.year = "2026"};
	g_autofree char *feed = exported_as(*state, &choice, NULL, NULL);
	assert_int_equal(count_of(feed, "BEGIN:VEVENT"), 2);
	assert_has(feed, "SUMMARY:À cheval\r\n");
	assert_has(feed, "SUMMARY:Deux jours (2/2)\r\n");
}

/* ---- status -------------------------------------------------------------------------------- */

static void
drafts__are_not_public__but_exported_when_asked_for(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "En préparation", "draft");
	scene_day(store, event, "2027-01-15", "09:30", NULL, 0);
	commit(store);
	guint entries = 9;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, &entries, notes);
	assert_int_equal(entries, 0);
	assert_lacks(feed, "En préparation");
	assert_true(texts_have(notes, "brouillon"));
	struct calendar_choice choice = {.event_id = event};
	g_autofree char *one = exported_as(*state, &choice, &entries, NULL);
	assert_int_equal(entries, 1);
	assert_has(one, "STATUS:TENTATIVE\r\n");
	assert_lacks(one, "X-WR-CALNAME");
	assert_lacks(one, "DTEND");
}

static void
cancelled__stays__and_is_marked(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Séminaire", "announced");
	scene_day(store, event, "2027-01-15", "09:30", "12:00", 0);
	commit(store);
	scene_change(store, &entity_event, event, "status", value_text("cancelled"));
	g_autofree char *feed = exported(*state);
	assert_has(feed, "SUMMARY:ANNULÉ — Séminaire\r\n");
	assert_has(feed, "STATUS:CANCELLED\r\n");
	assert_has(feed, "SEQUENCE:1\r\n");
	scene_change(store, &entity_event, event, "status", value_text("postponed"));
	g_autofree char *later = exported(*state);
	assert_has(later, "SUMMARY:REPORTÉ — Séminaire\r\n");
	assert_has(later, "STATUS:TENTATIVE\r\n");
	assert_has(later, "SEQUENCE:2\r\n");
}

/* ---- words --------------------------------------------------------------------------------- */

static gint64
event_rich(Store *store, gint64 *day, gint64 *session, gint64 *venue, gint64 *room, gint64 *kind)
{
	struct kind *row = entity_new(&entity_kind);
	text_set(&row->name, "atelier régional");
	row->has_programme = 1;
	*kind = scene_insert(store, &entity_kind, row);
	*venue = scene_venue(store, "Maison des associations", "12 rue Haute", "Béziers", "34");
	*room = scene_room(store, *venue, "Salle Jaurès", 40);
	gint64 event = scene_event(store, "2027-001", "Participation citoyenne", "announced");
	*day = scene_day(store, event, "2027-01-15", "09:30", "16:00", *venue);
	*session = scene_session(store, event, *day, "10:00", "11:30", "workshop",
				 "Les tables de quartier", *room);
	scene_session(store, event, *day, "12:30", "14:00", "lunch", "Déjeuner", 0);
	gint64 person = scene_person(store, "Zoé", "Élan");
	scene_attendee(store, event, person, "Zoé", "Élan", "speaker", "registered",
		       "zoe.elan@example.fr");
	scene_speaker(store, event, *session, person, "confirmed");
	return event;
}

static void
event_rich_texts(Store *store, gint64 event, gint64 day, gint64 kind)
{
	scene_change(store, &entity_event, event, "kind_id", value_integer(kind));
	scene_change(store, &entity_event, event, "audience", value_text("élu·es et agents"));
	scene_change(store, &entity_event, event, "access", value_text("Tram 1\narrêt Corum"));
	scene_change(store, &entity_event, event, "online_link",
		     value_text("https://visio.example.fr/abc"));
	scene_change(store, &entity_event, event, "registration_deadline",
		     value_text("2027-01-08"));
	scene_change(store, &entity_event_day, day, "welcome_time", value_text("09:00"));
}

static void
description__says__what_one_needs_and_names_nobody(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 day, session, venue, room, kind;
	begin(store);
	gint64 event = event_rich(store, &day, &session, &venue, &room, &kind);
	commit(store);
	event_rich_texts(store, event, day, kind);
	g_autofree char *feed = exported(*state);
	assert_has(feed,
		   "DESCRIPTION:atelier régional\\nPublic\u00a0: élu·es et agents\\n"
		   "Accueil à partir de 9h\\n\\nProgramme\u00a0:\\n"
		   "10h–11h30 Les tables de quartier (Salle Jaurès)\\n12h30–14h Déjeuner\\n\\n"
		   "Accès\u00a0: Tram 1\\narrêt Corum\\nEn ligne\u00a0: "
		   "https://visio.example.fr/abc\\n"
		   "Inscription jusqu’au vendredi 8 janvier 2027\r\n");
	assert_has(feed, "URL:https://visio.example.fr/abc\r\n");
	assert_has(feed, "CATEGORIES:atelier régional\r\n");
	assert_lacks(feed, "zoe");
	assert_lacks(feed, "Élan");
	assert_lacks(feed, "ATTENDEE");
}

static void
sessions__stand_beside__the_day_that_they_belong_to(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 day, session, venue, room, kind;
	begin(store);
	event_rich(store, &day, &session, &venue, &room, &kind);
	gint64 bare = scene_event(store, "2027-002", "Sans programme", "announced");
	scene_day(store, bare, "2027-02-01", NULL, NULL, 0);
	commit(store);
	struct calendar_choice choice = {.sessions = true};
	g_autofree char *feed = exported_as(*state, &choice, NULL, NULL);
	struct event_day *row = store_get(store, &entity_event_day, day, NULL);
	g_autofree char *parent = g_strdup_printf("RELATED-TO;RELTYPE=PARENT:%s\r\n", row->uid);
	g_autofree char *uid = g_strdup_printf("UID:%s\r\n", row->uid);
	entity_free(&entity_event_day, row);
	assert_int_equal(count_of(feed, "BEGIN:VEVENT"), 3);
	assert_int_equal(count_of(feed, parent), 2);
	assert_lacks(feed, uid);
	assert_has(feed, "SUMMARY:Les tables de quartier – Participation citoyenne\r\n");
	assert_has(feed, "DTSTART;TZID=Europe/Paris:20270115T100000\r\n");
	assert_has(feed, "LOCATION:Salle Jaurès\\, Maison des associations\\, 12 rue Haute\\, "
			 "Béziers\r\n");
	assert_has(feed, "SUMMARY:Sans programme\r\n");
}

static void
zone__that_calendars_do_not_know__becomes_a_whole_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "À Bruxelles", "announced");
	scene_day(store, event, "2027-01-15", "09:30", "12:00", 0);
	commit(store);
	scene_change(store, &entity_event, event, "time_zone", value_text("Europe/Brussels"));
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, NULL, notes);
	assert_has(feed, "DTSTART;VALUE=DATE:20270115\r\n");
	assert_has(feed, "Horaires\u00a0: 9h30–12h (Europe/Brussels)");
	assert_true(texts_have(notes, "Europe/Brussels"));
}

static void
overseas__has_its_own_zone(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "À Saint-Denis", "announced");
	scene_day(store, event, "2027-01-15", "09:30", "12:00", 0);
	commit(store);
	scene_change(store, &entity_event, event, "time_zone", value_text("Indian/Reunion"));
	g_autofree char *feed = exported(*state);
	assert_has(feed, "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n");
	assert_has(feed, "BEGIN:VTIMEZONE\r\nTZID:Indian/Reunion\r\n");
	assert_has(feed, "DTSTART;TZID=Indian/Reunion:20270115T093000\r\n");
	struct calendar_choice choice = {.event_id = event};
	g_autofree char *one = exported_as(*state, &choice, NULL, NULL);
	assert_lacks(one, "Europe/Paris");
}

/* ---- the file ------------------------------------------------------------------------------ */

static void
feed__is_the_same__byte_by_byte_when_nothing_changed(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 day, session, venue, room, kind;
	begin(store);
	event_rich(store, &day, &session, &venue, &room, &kind);
	for (int i = 0; i < 20; i++) {
		g_autofree char *number = g_strdup_printf("2026-%03d", i);
		gint64 event = scene_event(store, number, "Réunion", "held");
		scene_day(store, event, "2026-03-27", "14:00", "17:00", venue);
	}
	commit(store);
	g_autofree char *before = exported(*state);
	g_setenv("ATELIERS_NOW", "2027-05-01T10:00:00Z", TRUE);
	scene_set(store, "blank_lines", "6");
	g_autofree char *after = exported(*state);
	assert_text(after, before);
}

/* Whatever changes the file must raise the sequence of what it changes, and only that. */
static void
sequence__rises__with_everything_that_is_seen(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 day, session, venue, room, kind;
	begin(store);
	gint64 event = event_rich(store, &day, &session, &venue, &room, &kind);
	commit(store);
	event_rich_texts(store, event, day, kind);
	const struct {
		const struct entity *entity;
		gint64 id;
		const char *member, *value;
	} changes[] = {
		{&entity_event, event, "title", "Participation des habitants"},
		{&entity_venue, venue, "address", "14 rue Haute"},
		{&entity_event, event, "audience", "tous"},
		{&entity_event, event, "access", "À pied"},
		{&entity_event, event, "online_link", "https://visio.example.fr/def"},
		{&entity_event, event, "registration_deadline", "2027-01-09"},
		{&entity_event, event, "status", "cancelled"},
		{&entity_event, event, "status", "postponed"},
		{&entity_event, event, "status", "announced"},
		{&entity_event, event, "time_zone", "America/Martinique"},
		{&entity_event_day, day, "date", "2027-01-18"},
		{&entity_event_day, day, "welcome_time", "08:45"},
		{&entity_event_day, day, "start_time", "09:15"},
		{&entity_event_day, day, "end_time", "16:30"},
		{&entity_session, session, "title", "Les conseils citoyens"},
		{&entity_session, session, "start_time", "10:15"},
		{&entity_room, room, "name", "Salle Moulin"},
		{&entity_venue, venue, "name", "Palais des congrès"},
		{&entity_venue, venue, "postal_code", "34500"},
		{&entity_kind, kind, "name", "journée régionale"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
		g_autofree char *before = exported(*state);
		struct event_day *old = store_get(store, &entity_event_day, day, NULL);
		scene_change(store, changes[i].entity, changes[i].id, changes[i].member,
			     value_text(changes[i].value));
		g_autofree char *after = exported(*state);
		struct event_day *new = store_get(store, &entity_event_day, day, NULL);
		if (strcmp(before, after) == 0 || new->sequence != old->sequence + 1 ||
		    strcmp(new->stamped_at, old->stamped_at) <= 0)
			fail_msg("%s.%s: sequence %d to %d", changes[i].entity->table,
				 changes[i].member, (int)old->sequence, (int)new->sequence);
		entity_free(&entity_event_day, old);
		entity_free(&entity_event_day, new);
	}
	/* A second day makes the first "(1/2)". */
	begin(store);
	scene_day(store, event, "2027-02-18", "09:00", NULL, 0);
	commit(store);
	struct event_day *last = store_get(store, &entity_event_day, day, NULL);
	assert_int_equal(last->sequence, 6 + G_N_ELEMENTS(changes) + 1);
	entity_free(&entity_event_day, last);
}

static void
sequence__stays__when_nothing_that_is_seen_changes(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 day, session, venue, room, kind;
	begin(store);
	gint64 event = event_rich(store, &day, &session, &venue, &room, &kind);
	commit(store);
	scene_change(store, &entity_event, event, "status", value_text("held"));
	scene_change(store, &entity_event, event, "status", value_text("accounted"));
	scene_change(store, &entity_event, event, "seat_limit", value_integer(30));
	scene_change(store, &entity_event, event, "short_title", value_text("Participation"));
	scene_change(store, &entity_event, event, "mode", value_text("hybrid"));
	scene_change(store, &entity_event, event, "notes", value_text("Rappeler le traiteur"));
	scene_change(store, &entity_room, room, "capacity", value_integer(50));
	struct event_day *row = store_get(store, &entity_event_day, day, NULL);
	assert_int_equal(row->sequence, 0);
	entity_free(&entity_event_day, row);
}

static void
organizer__is_nobody__until_an_address_is_set(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Journée", "announced");
	scene_day(store, event, "2027-01-15", NULL, NULL, 0);
	commit(store);
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *feed = exported_as(*state, &(struct calendar_choice){0}, NULL, notes);
	assert_has(feed, "ORGANIZER:mailto:nobody@ateliers.invalid\r\n");
	assert_true(texts_have(notes, "ateliers setting set organizer_email="));
	scene_set(store, "centre_name", "Centre de ressources");
	scene_set(store, "organizer_email", "contact@centre.example.fr");
	g_ptr_array_set_size(notes, 0);
	g_autofree char *set = exported_as(*state, &(struct calendar_choice){0}, NULL, notes);
	assert_has(set, "ORGANIZER;CN=Centre de ressources:mailto:contact@centre.example.fr\r\n");
	assert_has(set, "X-WR-CALNAME:Centre de ressources\r\n");
	assert_int_equal(notes->len, 0);
}

static void
hostile_text__cannot_write_lines_of_its_own(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Salle\r\nATTENDEE:mailto:x@y.fr", NULL, "=cmd", NULL);
	gint64 event =
		scene_event(store, "../../x", "A\r\nEND:VCALENDAR\r\n\033[2J\u202e, ;", "held");
	scene_day(store, event, "2027-01-15", NULL, NULL, venue);
	commit(store);
	scene_change(store, &entity_event, event, "access", value_text("x\r\nBEGIN:VALARM\r\n"));
	g_autofree char *feed = exported(*state);
	assert_lacks(feed, "\nATTENDEE");
	assert_lacks(feed, "\nBEGIN:VALARM");
	assert_lacks(feed, "\033");
	assert_lacks(feed, "\u202e");
	assert_int_equal(count_of(feed, "END:VCALENDAR\r\n"), 1);
}

static void
export__leaves_nothing_behind__when_it_cannot(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = scene_event(fixture->store, "2027-001", "Sans date", "announced");
	commit(fixture->store);
	g_autofree char *path = g_build_filename(fixture->folder, "one.ics", NULL);
	GError *error = NULL;
	struct calendar_choice choice = {.event_id = event};
	assert_false(calendar_export(fixture->store, &choice, path, NULL, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	assert_false(calendar_export(fixture->store, &(struct calendar_choice){0},
				     "/nowhere/at/all.ics", NULL, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
}

/* ---- for other programs -------------------------------------------------------------------- */

struct sample {
	const char *title, *zone, *date, *start, *end;
	const char *seen; /* in UTC, by hand */
};

static const struct sample samples[] = {
	{"Avant l’heure d’été", "Europe/Paris", "2026-03-28", "09:30", "16:00",
	 "2026-03-28T08:30Z"},
	{"Jour de l’heure d’été", "Europe/Paris", "2026-03-29", "09:30", "16:00",
	 "2026-03-29T07:30Z"},
	{"Après l’heure d’été", "Europe/Paris", "2026-03-30", "09:30", "16:00",
	 "2026-03-30T07:30Z"},
	{"Jour de l’heure d’hiver", "Europe/Paris", "2026-10-25", "09:30", "16:00",
	 "2026-10-25T08:30Z"},
	{"Après l’heure d’hiver", "Europe/Paris", "2026-10-26", "09:30", "16:00",
	 "2026-10-26T08:30Z"},
	{"À La Réunion", "Indian/Reunion", "2026-10-25", "09:30", "16:00", "2026-10-25T05:30Z"},
	{"En Martinique", "America/Martinique", "2026-03-29", "18:00", NULL, "2026-03-29T22:00Z"},
	{"Journée entière", "Europe/Paris", "2026-05-12", NULL, NULL, "2026-05-12"},
	{"Saint-Sylvestre", "Europe/Paris", "2026-12-31", "23:00", "23:59", "2026-12-31T22:00Z"},
};

static void
samples_write(struct fixture *fixture, const char *folder)
{
	Store *store = fixture->store;
	g_autoptr(GString) expected = g_string_new(NULL);
	begin(store);
	gint64 venue =
		scene_venue(store, "Maison, des associations; « Łódź »", NULL, "Béziers", "34");
	for (gsize i = 0; i < G_N_ELEMENTS(samples); i++) {
		const struct sample *sample = &samples[i];
		g_autofree char *number = g_strdup_printf("2026-%03d", (int)i + 1);
		struct event *event = entity_new(&entity_event);
		text_set(&event->number, number);
		text_set(&event->title, sample->title);
		text_set(&event->status, "announced");
		text_set(&event->time_zone, sample->zone);
		event->days_known = 1;
		gint64 id = scene_insert(store, &entity_event, event);
		gint64 day = scene_day(store, id, sample->date, sample->start, sample->end, venue);
		scene_session(store, id, day, "10:00", "11:00", "plenary", "Ouverture, par nous",
			      0);
		scene_participant(store, id, "Zoé", "Élan", "registered", "zoe@example.fr");
		g_string_append_printf(expected, "%s|%s\n", sample->title, sample->seen);
	}
	commit(store);
	scene_set(store, "centre_name", "Centre « de ressources »");
	scene_set(store, "organizer_email", "contact@centre.example.fr");
	g_autofree char *feed = g_build_filename(folder, "feed.ics", NULL);
	g_autofree char *sessions = g_build_filename(folder, "sessions.ics", NULL);
	g_autofree char *letters = g_build_filename(folder, "invitations", NULL);
	g_autofree char *list = g_build_filename(folder, "expected.txt", NULL);
	struct calendar_choice choice = {.sessions = true};
	GError *error = NULL;
	g_autoptr(Rows) events = store_all(store, &entity_event, NULL);
	bool done =
		calendar_export(store, &(struct calendar_choice){0}, feed, NULL, NULL, &error) &&
		calendar_export(store, &choice, sessions, NULL, NULL, &error);
	for (guint i = 0; done && i < events->n; i++)
		done = invitations_write(store, ((struct event *)events->row[i])->id, NULL, 0,
					 letters, NULL, NULL, NULL, &error);
	if (!done || !g_file_set_contents(list, expected->str, -1, &error))
		g_error("%s", error->message);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(feed__has_one_entry__for_a_day_with_times),
		TEST(days__are_numbered__when_they_have_times),
		TEST(days__are_one_entry__when_consecutive_and_without_times),
		TEST(days__are_never_a_block_of_weeks),
		TEST(events__without_a_day__are_left_out_and_named),
		TEST(year__lets_through__what_has_a_day_in_it),
		TEST(drafts__are_not_public__but_exported_when_asked_for),
		TEST(cancelled__stays__and_is_marked),
		TEST(description__says__what_one_needs_and_names_nobody),
		TEST(sessions__stand_beside__the_day_that_they_belong_to),
		TEST(zone__that_calendars_do_not_know__becomes_a_whole_day),
		TEST(overseas__has_its_own_zone),
		TEST(feed__is_the_same__byte_by_byte_when_nothing_changed),
		TEST(sequence__rises__with_everything_that_is_seen),
		TEST(sequence__stays__when_nothing_that_is_seen_changes),
		TEST(organizer__is_nobody__until_an_address_is_set),
		TEST(hostile_text__cannot_write_lines_of_its_own),
		TEST(export__leaves_nothing_behind__when_it_cannot),
	};
	i18n_set_language("fr");
	if (argc != 2)
		return test_run("calendar", tests);
	void *state = NULL;
	if (fixture_open(&state) != 0)
		return 1;
	samples_write(state, argv[1]);
	return fixture_close(&state);
}
