/* Certificates: what they say, that they stay as they were issued, and that nothing is issued
 * without the paper. */
#include "paper/reading.h"

#include "app/output.h"
#include "core/check.h"
#include "core/writing.h"

/* ---- a cycle of four days in two months ---------------------------------------------------------
 */

static const char *const cycle_days[] = {"2026-01-28", "2026-01-29", "2026-02-22", "2026-02-23"};

struct held {
	gint64 event;
	gint64 days[G_N_ELEMENTS(cycle_days)];
};

static struct held
cycle_made(Store *store)
{
	struct held cycle = {0};
	begin(store);
	cycle.event = scene_event(store, "2026-014", "Conduire une démarche", "held");
	for (gsize i = 0; i < G_N_ELEMENTS(cycle_days); i++) {
		cycle.days[i] = scene_day(store, cycle.event, cycle_days[i], "09:30", "16:30", 0);
		scene_session(store, cycle.event, cycle.days[i], "09:30", "12:30", "plenary",
			      "Matin", 0);
		scene_session(store, cycle.event, cycle.days[i], "14:00", "16:30", "workshop",
			      "Après-midi", 0);
	}
	commit(store);
	return cycle;
}

static void
mark(Store *store, gint64 attendee, gint64 day, const char *part, const char *state, const char *at)
{
	begin(store);
	scene_mark(store, attendee, scene_half_day(store, day, part), state, at);
	commit(store);
}

static gint64
participant(Store *store, gint64 event, const char *first, const char *last)
{
	begin(store);
	gint64 id = scene_participant(store, event, first, last, "registered", NULL);
	commit(store);
	return id;
}

/* The certificates of the event in the order of their numbers. Caller frees. */
static Rows *
certificates(Store *store)
{
	Rows *rows = store_all(store, &entity_certificate, NULL);
	assert_non_null(rows);
	return rows;
}

static char *
print_certificates(struct fixture *fixture, gint64 event, GPtrArray *notes)
{
	g_autofree char *path =
		reading_print(fixture,
			      (struct paper_choice){.document = "certificates", .event_id = event},
			      "c.pdf", notes);
	char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(path, &bytes, &size, NULL));
	char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, size);
	g_free(bytes);
	return digest;
}

static void
hours__are_those_of_the_half_days_present__in_a_cycle(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 all = participant(store, cycle.event, "Zoé", "Aaa");
	gint64 some = participant(store, cycle.event, "Awa", "Bbb");
	participant(store, cycle.event, "Jean", "Ccc");
	for (gsize i = 0; i < G_N_ELEMENTS(cycle_days); i++) {
		mark(store, all, cycle.days[i], "am", "present", "2026-02-23T08:00:00Z");
		mark(store, all, cycle.days[i], "pm", "present", "2026-02-23T13:00:00Z");
	}
	mark(store, some, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, some, cycle.days[0], "pm", "absent", "2026-01-28T13:00:00Z");
	mark(store, some, cycle.days[3], "pm", "present", "2026-02-23T13:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	g_autoptr(Rows) rows = certificates(store);
	assert_int_equal(rows->n, 2);
	const struct certificate *whole = rows->row[0], *part = rows->row[1];
	assert_text(whole->number, "2026-014-001");
	assert_int_equal(whole->halves, 16);
	assert_int_equal(whole->minutes, 4 * (180 + 150));
	assert_int_equal(part->halves, 4);
	assert_int_equal(part->minutes, 180 + 150);
	assert_text(part->issued_on, "2026-11-23");
	assert_non_null(strstr(whole->content, "28 et 29 janvier, 22 et 23 février 2026"));
	assert_non_null(strstr(part->content, "5\u00a0h\u00a030 au total"));
	assert_null(strstr(part->content, "jeudi 29 janvier"));
}

/* ---- as it was issued ---------------------------------------------------------------------------
 */

static void
reprint__has_the_same_bytes__whatever_has_changed(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	reading_settings(store);
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_autofree char *first = print_certificates(fixture, cycle.event, NULL);
	g_setenv("ATELIERS_NOW", "2027-03-01T10:00:00Z", TRUE);
	scene_change(store, &entity_event, cycle.event, "title", value_text("Un autre titre"));
	scene_set(store, "centre_name", "Un autre nom");
	scene_set(store, "signatory_name", "Quelqu’un d’autre");
	g_autofree char *again = print_certificates(fixture, cycle.event, NULL);
	assert_text(again, first);
	assert_int_equal(store_count(store, &entity_certificate, NULL, value_text(NULL), NULL), 1);
}

static void
difference__is_said__when_presence_or_name_changed(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	gint64 awa = participant(store, cycle.event, "Awa", "Diop");
	gint64 max = participant(store, cycle.event, "Max", "Roux");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, awa, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, max, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	mark(store, zoe, cycle.days[0], "pm", "present", "2026-01-28T13:00:00Z");
	scene_change(store, &entity_attendee, awa, "last_name", value_text("Diop-Sène"));
	mark(store, max, cycle.days[0], "am", "absent", "2026-01-28T09:00:00Z");
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_free(print_certificates(fixture, cycle.event, notes));
	assert_true(texts_have(notes, "Zoé Élan indique 1 demi-journée, 3\u00a0h"));
	assert_true(texts_have(notes, "Awa Diop porte un autre nom"));
	assert_true(texts_have(notes, "Max Roux a l’attestation"));
	assert_true(texts_have(notes, "2 attestations réimprimées"));
}

static void
reissue__withdraws_the_old__and_gives_a_new_number(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	gint64 awa = participant(store, cycle.event, "Awa", "Diop");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, awa, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	mark(store, zoe, cycle.days[0], "pm", "present", "2026-01-28T13:00:00Z");
	GError *error = NULL;
	guint pages = 0;
	g_autofree char *path = g_build_filename(fixture->folder, "r.pdf", NULL);
	struct paper_choice choice = {.document = "certificates",
				      .event_id = cycle.event,
				      .reissue = &zoe,
				      .n_reissue = 1};
	paper_print(store, &choice, path, NULL, &pages, NULL, &error);
	assert_no_error(error);
	assert_int_equal(pages, 1);
	g_autoptr(Rows) rows = certificates(store);
	assert_int_equal(rows->n, 3);
	const struct certificate *old = rows->row[1], *other = rows->row[0], *new = rows->row[2];
	assert_text(old->last_name, "Élan");
	assert_text(old->withdrawn_on, "2026-11-23");
	assert_null(other->withdrawn_on);
	assert_text(new->number, "2026-014-003");
	assert_int_equal(new->halves, 4);
	assert_null(new->withdrawn_on);
}

/* ---- who, and as what
 * ---------------------------------------------------------------------------- */

static void
speaker__has_one__worded_as_such(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	begin(store);
	gint64 person = scene_person(store, "Max", "Orateur");
	gint64 speaker = scene_attendee(store, cycle.event, person, "Max", "Orateur", "speaker",
					"registered", NULL);
	gint64 staff = scene_attendee(store, cycle.event, scene_person(store, "Lia", "Accueil"),
				      "Lia", "Accueil", "staff", "registered", NULL);
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "day_id", cycle.days[0], NULL);
	scene_speaker(store, cycle.event, ((struct session *)sessions->row[0])->id, person,
		      "confirmed");
	commit(store);
	mark(store, speaker, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, staff, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	g_autoptr(Rows) rows = certificates(store);
	assert_int_equal(rows->n, 1);
	const struct certificate *certificate = rows->row[0];
	assert_non_null(strstr(certificate->content, "ATTESTATION D’INTERVENTION"));
	assert_non_null(strstr(certificate->content, "est intervenu(e)"));
	assert_non_null(strstr(certificate->content, "Intervention\tMatin"));
}

static void
training__is_certified__in_the_words_of_the_ministry(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	reading_settings(store);
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	scene_change(store, &entity_event, cycle.event, "proof_mode", value_text("training"));
	g_autoptr(Rows) people = store_all(store, &entity_person, NULL);
	scene_change(store, &entity_person, ((struct person *)people->row[0])->id, "civility",
		     value_text("ms"));
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	g_autoptr(Rows) rows = certificates(store);
	const char *content = ((struct certificate *)rows->row[0])->content;
	static const char *const said[] = {"CERTIFICAT DE RÉALISATION",
					   "Je soussigné(e) Claire Martin, directrice",
					   "Mme\u00a0Zoé Élan",
					   "a suivi l’action de formation",
					   "Nature de l’action\taction de formation",
					   "je m’engage à conserver l’ensemble des pièces",
					   "Fait à Montpellier, le 23 novembre 2026"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(content, said[i]) == NULL)
			fail_msg("the certificate does not say “%s”:\n%s", said[i], content);
}

static void
nobody_present__is_no_certificate(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	g_autofree char *path = g_build_filename(fixture->folder, "c.pdf", NULL);
	struct paper_choice choice = {.document = "certificates", .event_id = cycle.event};
	GError *error = NULL;
	assert_false(paper_print(store, &choice, path, NULL, NULL, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	choice.to = &zoe;
	choice.n_to = 1;
	assert_false(paper_print(store, &choice, path, NULL, NULL, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	assert_false(store_in_gesture(store));
}

/* ---- undo, trials, faults
 * ------------------------------------------------------------------------ */

static void
undo__passes_over__what_was_issued(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	scene_change(store, &entity_event, cycle.event, "notes", value_text("À relire"));
	g_free(print_certificates(fixture, cycle.event, NULL));
	GError *error = NULL;
	history_undo(store, 0, NULL, &error);
	assert_no_error(error);
	struct event *event = store_get(store, &entity_event, cycle.event, NULL);
	assert_null(event->notes);
	entity_free(&entity_event, event);
	assert_int_equal(store_count(store, &entity_certificate, NULL, value_text(NULL), NULL), 1);
}

static void
dry_run__issues__nothing(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *path = reading_print(fixture,
					      (struct paper_choice){.document = "certificates",
								    .event_id = cycle.event,
								    .dry_run = true},
					      "c.pdf", notes);
	assert_true(texts_have(notes, "1 attestation délivrée"));
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	assert_int_equal(store_count(store, &entity_certificate, NULL, value_text(NULL), NULL), 0);
}

static void
certificate__without_its_paper__is_not_issued(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	GError *error = NULL;
	struct paper_choice choice = {.document = "certificates", .event_id = cycle.event};
	assert_false(paper_print(store, &choice, "/nowhere/at/all.pdf", NULL, NULL, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_int_equal(store_count(store, &entity_certificate, NULL, value_text(NULL), NULL), 0);
	g_free(print_certificates(fixture, cycle.event, NULL));
	g_autoptr(Rows) rows = certificates(store);
	assert_int_equal(rows->n, 1);
}

static void
registration__with_a_certificate__is_not_deleted(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	GError *error = NULL;
	begin(store);
	assert_false(store_delete(store, &entity_attendee, zoe, &error));
	assert_error(error, ERROR_REFERENCED);
	g_clear_error(&error);
	store_rollback(store);
}

/* ---- beyond presence
 * ----------------------------------------------------------------------------- */

static bool
check_says(Store *store, gint64 event, const char *code)
{
	GError *error = NULL;
	bool found = false;
	g_autoptr(GPtrArray) problems = event_check(store, event, &error);
	assert_no_error(error);
	for (guint i = 0; i < problems->len; i++)
		found = found ||
			strcmp(((struct check_problem *)problems->pdata[i])->code, code) == 0;
	return found;
}

static void
check__finds__a_certificate_beyond_presence(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct held cycle = cycle_made(store);
	gint64 zoe = participant(store, cycle.event, "Zoé", "Élan");
	mark(store, zoe, cycle.days[0], "am", "present", "2026-01-28T08:00:00Z");
	mark(store, zoe, cycle.days[0], "pm", "present", "2026-01-28T13:00:00Z");
	g_free(print_certificates(fixture, cycle.event, NULL));
	assert_false(check_says(store, cycle.event, "certificate_beyond_presence"));
	mark(store, zoe, cycle.days[0], "pm", "absent", "2026-01-28T14:00:00Z");
	assert_true(check_says(store, cycle.event, "certificate_beyond_presence"));
	struct paper_choice choice = {.document = "certificates",
				      .event_id = cycle.event,
				      .reissue = &zoe,
				      .n_reissue = 1};
	g_free(reading_print(fixture, choice, "c.pdf", NULL));
	assert_false(check_says(store, cycle.event, "certificate_beyond_presence"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hours__are_those_of_the_half_days_present__in_a_cycle),
		TEST(reprint__has_the_same_bytes__whatever_has_changed),
		TEST(difference__is_said__when_presence_or_name_changed),
		TEST(reissue__withdraws_the_old__and_gives_a_new_number),
		TEST(speaker__has_one__worded_as_such),
		TEST(training__is_certified__in_the_words_of_the_ministry),
		TEST(nobody_present__is_no_certificate),
		TEST(undo__passes_over__what_was_issued),
		TEST(dry_run__issues__nothing),
		TEST(certificate__without_its_paper__is_not_issued),
		TEST(registration__with_a_certificate__is_not_deleted),
		TEST(check__finds__a_certificate_beyond_presence),
	};
	i18n_set_language("fr");
	return test_run("certificates", tests);
}
