/* Badges, name cards and door signs: who is on them, and when they are printed anew. */
#include "print/fixture.h"

#include "app/personal.h"
#include "app/scene.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/document.h"
#include "paper/batch.h"
#include "paper/papers.h"

struct scene {
	gint64 event, day, am_room, zoe, lea, staff, max, one, two;
};

/* A day with two workshops, two participants who were given one each, one of the team, a speaker.
 */
static struct scene
scene_made(Store *store)
{
	struct scene s = {0};
	begin(store);
	gint64 venue = scene_venue(store, "Hôtel de Région", "22 bd Juin", "Toulouse", "31");
	s.am_room = scene_room(store, venue, "Amphithéâtre", 200);
	gint64 small = scene_room(store, venue, "Salle 12", 40);
	s.event = scene_event(store, "2026-014", "Journée d’échanges", "announced");
	s.day = scene_day(store, s.event, "2026-12-10", "09:30", "16:00", venue);
	gint64 plenary = scene_session(store, s.event, s.day, "09:30", "12:00", "plenary",
				       "Plénière", s.am_room);
	s.one = scene_session(store, s.event, s.day, "14:00", "16:00", "workshop", "Emploi",
			      s.am_room);
	s.two = scene_session(store, s.event, s.day, "14:00", "16:00", "workshop", "Santé", small);
	s.lea = scene_participant(store, s.event, "Léa", "Roux", "registered", NULL);
	s.zoe = scene_participant(store, s.event, "Zoé", "Élan", "offered", NULL);
	scene_participant(store, s.event, "Paul", "Attend", "waiting", NULL);
	scene_participant(store, s.event, "Jean", "Parti", "cancelled", NULL);
	s.staff = scene_attendee(store, s.event, scene_person(store, "Nadia", "Accueil"), "Nadia",
				 "Accueil", "staff", "registered", NULL);
	gint64 person = scene_person(store, "Max", "Orateur");
	s.max = scene_attendee(store, s.event, person, "Max", "Orateur", "speaker", "registered",
			       NULL);
	scene_speaker(store, s.event, plenary, person, "confirmed");
	scene_speaker(store, s.event, s.two, scene_person(store, "Ifeoma", "Okoye"), "confirmed");
	scene_choice(store, s.lea, s.one, true);
	scene_choice(store, s.zoe, s.two, true);
	commit(store);
	return s;
}

/* Prints, and gives the text of what was made; OUTCOME (may be NULL) is then the caller's. */
static char *
text_of(struct fixture *fixture, struct paper_choice choice, struct paper_outcome *outcome)
{
	struct paper_outcome own;
	GError *error = NULL;
	choice.folder = fixture->folder;
	paper_print_outcome(fixture->store, &choice, NULL, &own, NULL, &error);
	assert_no_error(error);
	char *text = fixture_read("pdftotext", "-layout", own.path);
	if (outcome != NULL)
		*outcome = own;
	else
		g_free(own.path);
	return text;
}

static void
assert_says(const char *text, const char *words, bool wanted)
{
	if ((strstr(text, words) != NULL) != wanted)
		fail_msg("“%s” %s in: %s", words, wanted ? "is not" : "is", text);
}

static void
assert_name(const struct paper_outcome *outcome, const char *wanted)
{
	g_autofree char *name = g_path_get_basename(outcome->path);
	assert_text(name, wanted);
}

static gint64
lines_count(Store *store)
{
	return store_count(store, &entity_document_line, NULL, value_text(NULL), NULL);
}

/* ---- who ----------------------------------------------------------------------------------- */

static void
badges__are__for_everyone_who_will_be_there(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	g_autofree char *text =
		text_of(fixture, (struct paper_choice){.document = "badges", .event_id = s.event},
			NULL);
	static const char *const there[] = {"ROUX", "ÉLAN", "ACCUEIL", "ORATEUR", "OKOYE"};
	for (gsize i = 0; i < G_N_ELEMENTS(there); i++)
		assert_says(text, there[i], true);
	assert_says(text, "ATTEND", false);
	assert_says(text, "PARTI", false);
	assert_says(text, "ÉQUIPE", true);
	assert_int_equal(fixture_count(text, "INTERVENANT"), 2);
	/* the workshops that people were given, and not those in which somebody speaks */
	assert_int_equal(fixture_count(text, "Emploi"), 1);
	assert_int_equal(fixture_count(text, "Santé"), 1);
	assert_says(text, "Plénière", false);
	assert_int_equal(lines_count(fixture->store), 5);
}

static void
badge__says__that_somebody_refuses_photos(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	scene_change(fixture->store, &entity_attendee, s.lea, "photo", value_text("refuses"));
	scene_change(fixture->store, &entity_attendee, s.zoe, "photo", value_text("accepts"));
	g_autofree char *text =
		text_of(fixture, (struct paper_choice){.document = "badges", .event_id = s.event},
			NULL);
	assert_int_equal(fixture_count(text, "Pas de photo"), 1);
}

static void
badges__are_made__for_those_who_were_chosen(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	gint64 both[] = {s.zoe, s.staff};
	struct paper_outcome outcome;
	struct paper_choice choice = {.document = "badges",
				      .event_id = s.event,
				      .to = both,
				      .n_to = 1};
	g_autofree char *one = text_of(fixture, choice, &outcome);
	assert_says(one, "ÉLAN", true);
	assert_says(one, "ROUX", false);
	assert_name(&outcome, "2026-014 badges 2 Zoé Élan v1.pdf");
	g_free(outcome.path);
	choice.n_to = 2;
	g_autofree char *two = text_of(fixture, choice, &outcome);
	assert_says(two, "ACCUEIL", true);
	assert_name(&outcome, "2026-014 badges choisis v2.pdf");
	g_free(outcome.path);
}

static void
badge__of_somebody_who_withdrew__is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	scene_change(fixture->store, &entity_attendee, s.lea, "status", value_text("cancelled"));
	struct paper_outcome outcome;
	struct paper_choice choice = {.document = "badges",
				      .event_id = s.event,
				      .to = &s.lea,
				      .n_to = 1};
	g_autoptr(GError) error = NULL;
	assert_false(paper_print_outcome(fixture->store, &choice, NULL, &outcome, NULL, &error));
	assert_error(error, ERROR_INVALID);
	assert_says(error->message, "Léa Roux", true);
}

static void
name_cards__are__of_the_speakers_unless_all_are_asked_for(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	struct paper_choice choice = {.document = "name-cards", .event_id = s.event};
	struct paper_outcome outcome;
	g_autofree char *speakers = text_of(fixture, choice, &outcome);
	assert_says(speakers, "ORATEUR", true);
	assert_says(speakers, "OKOYE", true);
	assert_says(speakers, "ROUX", false);
	assert_int_equal(outcome.pages, 2);
	assert_name(&outcome, "2026-014 chevalets v1.pdf");
	g_free(outcome.path);
	choice.everyone = true;
	g_autofree char *all = text_of(fixture, choice, &outcome);
	assert_says(all, "ROUX", true);
	assert_int_equal(outcome.pages, 5);
	assert_name(&outcome, "2026-014 chevalets de tous v2.pdf");
	g_free(outcome.path);
}

/* ---- printed anew -------------------------------------------------------------------------- */

static void
badges__are_printed_anew__of_those_who_have_changed(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	struct paper_choice choice = {.document = "badges", .event_id = s.event, .changed = true};
	struct paper_outcome outcome;
	g_free(text_of(fixture, choice, &outcome));
	assert_name(&outcome, "2026-014 badges v1.pdf");
	g_free(outcome.path);
	g_autoptr(GError) error = NULL;
	assert_false(paper_print_outcome(fixture->store, &choice, NULL, &outcome, NULL, &error));
	assert_error(error, ERROR_NOTHING);
	scene_change(fixture->store, &entity_attendee, s.zoe, "function", value_text("Maire"));
	begin(fixture->store);
	scene_participant(fixture->store, s.event, "Inès", "Diop", "registered", NULL);
	commit(fixture->store);
	g_autofree char *two = text_of(fixture, choice, &outcome);
	assert_says(two, "ÉLAN", true);
	assert_says(two, "DIOP", true);
	assert_says(two, "ROUX", false);
	assert_name(&outcome, "2026-014 badges modifiés v2.pdf");
	g_free(outcome.path);
	choice.changed = false;
	g_autofree char *again = text_of(fixture, choice, &outcome);
	assert_int_equal(outcome.version, 2);
	assert_says(again, "ROUX", true);
	g_free(outcome.path);
	assert_int_equal(lines_count(fixture->store), 5 + 2);
}

/* What a badge does not show makes no new one. */
static void
badges__stay__when_something_else_changes(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	struct paper_choice choice = {.document = "badges", .event_id = s.event};
	struct paper_outcome outcome;
	g_free(text_of(fixture, choice, NULL));
	scene_change(fixture->store, &entity_attendee, s.zoe, "email", value_text("zoe@x.fr"));
	scene_change(fixture->store, &entity_attendee, s.zoe, "department", value_text("34"));
	scene_set(fixture->store, "centre_address", "Ailleurs");
	scene_set(fixture->store, "badge_grid", "63x38");
	g_free(text_of(fixture, choice, &outcome));
	assert_int_equal(outcome.version, 1);
	g_free(outcome.path);
	scene_change(fixture->store, &entity_event, s.event, "title", value_text("Autre"));
	g_free(text_of(fixture, choice, &outcome));
	assert_int_equal(outcome.version, 2);
	g_free(outcome.path);
}

static void
forgetting__takes__what_a_badge_showed(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct scene s = scene_made(store);
	g_free(text_of(fixture, (struct paper_choice){.document = "badges", .event_id = s.event},
		       NULL));
	struct attendee *attendee = store_get(store, &entity_attendee, s.lea, NULL);
	GError *error = NULL;
	struct forgotten forgotten = {.registrations = 0};
	people_forget(store, &attendee->person_id, 1, false, &forgotten, &error);
	assert_no_error(error);
	forgotten_clear(&forgotten);
	entity_free(&entity_attendee, attendee);
	g_autoptr(Rows) lines = store_of(store, &entity_document_line, "attendee_id", s.lea, NULL);
	assert_int_equal(lines->n, 1);
	assert_null(((struct document_line *)lines->row[0])->digest);
}

/* ---- signs --------------------------------------------------------------------------------- */

static void
signs__are__for_each_room_and_half_day(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	struct paper_outcome outcome;
	g_autofree char *text =
		text_of(fixture,
			(struct paper_choice){.document = "door-signs", .event_id = s.event},
			&outcome);
	assert_int_equal(outcome.pages, 3 + 2); /* and two lists */
	g_free(outcome.path);
	g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
	assert_says(pages[0], "Plénière", true);
	assert_says(pages[0], "Matin", true);
	assert_says(pages[0], "Max Orateur", true);
	assert_says(pages[1], "Emploi", true);
	assert_says(pages[1], "Après-midi", true);
	assert_says(pages[2], "Salle 12", true);
	assert_says(pages[2], "Ifeoma Okoye", true);
	assert_says(pages[2], "Toulouse (31)", true);
}

/* The lists are those of the sign-in sheets of the same workshops. */
static void
lists__agree__with_the_sheets(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	begin(fixture->store);
	gint64 late = scene_participant(fixture->store, s.event, "Inès", "Diop", "waiting", NULL);
	scene_choice(fixture->store, late, s.two, true); /* given, but has no seat yet */
	commit(fixture->store);
	g_autofree char *signs =
		text_of(fixture,
			(struct paper_choice){.document = "door-signs", .event_id = s.event}, NULL);
	g_auto(GStrv) pages = g_strsplit(signs, "\f", -1);
	const struct {
		gint64 session;
		const char *list, *name, *other;
	} cases[] = {{s.one, pages[3], "ROUX Léa", "ÉLAN"}, {s.two, pages[4], "ÉLAN Zoé", "ROUX"}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *sheet =
			text_of(fixture,
				(struct paper_choice){.document = "sign-in",
						      .event_id = s.event,
						      .session_id = cases[i].session},
				NULL);
		const char *const both[] = {sheet, cases[i].list};
		for (gsize j = 0; j < G_N_ELEMENTS(both); j++) {
			assert_says(both[j], cases[i].name, true);
			assert_says(both[j], cases[i].other, false);
			assert_says(both[j], "DIOP", false);
		}
	}
}

static void
signs__name__the_place_where_no_room_is_known(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison des associations", NULL, "Sète", "34");
	gint64 event = scene_event(store, "2026-014", "Rencontre", "announced");
	gint64 day = scene_day(store, event, "2026-12-10", "09:30", "12:00", venue);
	scene_session(store, event, day, "09:30", "12:00", "plenary", "Plénière", 0);
	commit(store);
	struct paper_choice choice = {.document = "door-signs", .event_id = event};
	struct paper_outcome outcome;
	g_autofree char *text = text_of(fixture, choice, &outcome);
	assert_int_equal(outcome.pages, 1);
	assert_says(text, "Plénière", true);
	assert_true(fixture_count(text, "Maison") >= 2); /* large, and with the town */
	g_free(outcome.path);
}

static void
signs__are_not_made__for_a_webinar(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = scene_event(fixture->store, "2026-014", "Webinaire", "announced");
	scene_day(fixture->store, event, "2026-12-10", "09:30", "12:00", 0);
	commit(fixture->store);
	struct paper_choice choice = {.document = "door-signs", .event_id = event};
	struct paper_outcome outcome;
	g_autoptr(GError) error = NULL;
	assert_false(paper_print_outcome(fixture->store, &choice, NULL, &outcome, NULL, &error));
	assert_error(error, ERROR_NOTHING);
}

/* ---- several papers ------------------------------------------------------------------------ */

/* "sign-in made 1; badges unchanged 2": what became of each. */
static char *
batch_said(PaperBatch *batch)
{
	GString *said = g_string_new(NULL);
	const struct batch_line *line = NULL;
	while ((line = batch_step(batch, NULL)) != NULL)
		g_string_append_printf(said, "%s%s %s %d", said->len > 0 ? "; " : "",
				       line->document, batch_state_code(line->state),
				       line->version);
	batch_free(batch);
	return g_string_free(said, FALSE);
}

static char *
day_said(struct fixture *fixture, struct batch_choice choice)
{
	GError *error = NULL;
	choice.folder = fixture->folder;
	PaperBatch *batch = batch_of_day(fixture->store, &choice, &error);
	assert_no_error(error);
	return batch_said(batch);
}

static void
assert_day(struct fixture *fixture, struct batch_choice choice, const char *wanted)
{
	g_autofree char *said = day_said(fixture, choice);
	if (!g_str_has_prefix(said, wanted))
		fail_msg("got “%s”, expected “%s”", said, wanted);
}

static void
day__makes__what_has_changed_or_is_gone(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	struct batch_choice day = {.event_id = s.event, .dry_run = true};
	static const char first[] =
		"sign-in made 1; sign-in made 1; sign-in made 1; attendees made 1; badges made 1; "
		"name-cards made 1; door-signs made 1";
	assert_day(fixture, day, first);
	assert_int_equal(lines_count(fixture->store), 0);
	day.dry_run = false;
	assert_day(fixture, day, first);
	assert_day(fixture, day,
		   "sign-in unchanged 1; sign-in unchanged 1; sign-in unchanged 1; attendees "
		   "unchanged 1; badges unchanged 1; name-cards unchanged 1; door-signs unchanged "
		   "1");
	scene_change(fixture->store, &entity_attendee, s.staff, "function", value_text("Accueil"));
	assert_day(fixture, day,
		   "sign-in unchanged 1; sign-in unchanged 1; sign-in unchanged 1; attendees "
		   "unchanged 1; badges made 2; name-cards unchanged 1; door-signs unchanged 1");
	assert_day(fixture, day,
		   "sign-in unchanged 1; sign-in unchanged 1; sign-in unchanged 1; attendees "
		   "unchanged 1; badges unchanged 2; name-cards unchanged 1; door-signs unchanged "
		   "1");
	g_autofree char *changed =
		g_build_filename(fixture->folder, "2026-014 badges modifiés v2.pdf", NULL);
	g_autofree char *signs =
		g_build_filename(fixture->folder, "2026-014 affiches de salle v1.pdf", NULL);
	assert_int_equal(g_unlink(changed), 0);
	assert_int_equal(g_unlink(signs), 0);
	assert_day(fixture, day,
		   "sign-in unchanged 1; sign-in unchanged 1; sign-in unchanged 1; attendees "
		   "unchanged 1; badges made 2; name-cards unchanged 1; door-signs made 1");
	day.again = true;
	assert_day(fixture, day,
		   "sign-in made 1; sign-in made 1; sign-in made 1; attendees made 1; badges made "
		   "2; name-cards made 1; door-signs made 1");
}

static void
day__goes_on__when_one_paper_fails(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	/* a folder stands where the list should go */
	g_autofree char *taken =
		g_build_filename(fixture->folder, "2026-014 inscrits v1.pdf", NULL);
	assert_int_equal(g_mkdir(taken, 0700), 0);
	assert_day(fixture, (struct batch_choice){.event_id = s.event},
		   "sign-in made 1; sign-in made 1; sign-in made 1; attendees failed 0; badges "
		   "made "
		   "1; name-cards made 1; door-signs made 1");
}

static void
day__says__what_there_is_nothing_of(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = scene_event(fixture->store, "2026-014", "Webinaire", "announced");
	scene_day(fixture->store, event, "2026-12-10", "09:30", "12:00", 0);
	commit(fixture->store);
	assert_day(fixture, (struct batch_choice){.event_id = event},
		   "sign-in made 1; attendees made 1; badges nothing 0; name-cards nothing 0; "
		   "door-signs nothing 0");
}

/* Two workshops of one name: neither sheet takes the place of the other. */
static void
sheets__of_sessions__have_names_of_their_own(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct scene s = scene_made(store);
	begin(store);
	scene_session(store, s.event, s.day, "11:00", "12:00", "workshop", "Emploi", s.am_room);
	commit(store);
	struct paper_choice sheet = {.document = "sign-in"};
	struct batch_choice choice = {.event_id = s.event,
				      .folder = fixture->folder,
				      .again = true};
	GError *error = NULL;
	g_autoptr(PaperBatch) batch = batch_of_sessions(store, &sheet, &choice, &error);
	assert_no_error(error);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	assert_int_equal(batch_count(batch), 4);
	while (batch_next(batch) != NULL) {
		const struct batch_line *line = batch_step(batch, NULL);
		assert_int_equal(line->state, BATCH_MADE);
		assert_true(g_hash_table_add(seen, line->path));
		assert_true(g_file_test(line->path, G_FILE_TEST_IS_REGULAR));
	}
}

static void
choices__are_refused__that_a_paper_does_not_know(void **state)
{
	struct fixture *fixture = *state;
	struct scene s = scene_made(fixture->store);
	const struct paper_choice wrong[] = {
		{.document = "attendees", .to = &s.lea, .n_to = 1},
		{.document = "sign-in", .changed = true},
		{.document = "badges", .session_id = s.one},
		{.document = "badges", .grid = "1x1"},
		{.document = "badges", .grid = "86x54", .first_cell = 11},
		{.document = "badges", .format = PAPER_CSV},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
		struct paper_choice choice = wrong[i];
		struct paper_outcome outcome;
		g_autoptr(GError) error = NULL;
		choice.event_id = s.event;
		assert_false(
			paper_print_outcome(fixture->store, &choice, NULL, &outcome, NULL, &error));
		assert_error(error, ERROR_INVALID);
	}
	assert_int_equal(lines_count(fixture->store), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(badges__are__for_everyone_who_will_be_there),
		TEST(badge__says__that_somebody_refuses_photos),
		TEST(badges__are_made__for_those_who_were_chosen),
		TEST(badge__of_somebody_who_withdrew__is_refused),
		TEST(name_cards__are__of_the_speakers_unless_all_are_asked_for),
		TEST(badges__are_printed_anew__of_those_who_have_changed),
		TEST(badges__stay__when_something_else_changes),
		TEST(forgetting__takes__what_a_badge_showed),
		TEST(signs__are__for_each_room_and_half_day),
		TEST(lists__agree__with_the_sheets),
		TEST(signs__name__the_place_where_no_room_is_known),
		TEST(signs__are_not_made__for_a_webinar),
		TEST(day__makes__what_has_changed_or_is_gone),
		TEST(day__goes_on__when_one_paper_fails),
		TEST(day__says__what_there_is_nothing_of),
		TEST(sheets__of_sessions__have_names_of_their_own),
		TEST(choices__are_refused__that_a_paper_does_not_know),
	};
	g_autofree char *reader = g_find_program_in_path("pdftotext");
	if (reader == NULL) {
		puts("1..0 # SKIP pdftotext is not installed (poppler-utils)");
		return 0;
	}
	i18n_set_language("fr");
	return test_run("cards", tests);
}
