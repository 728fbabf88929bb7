/* Personal invitations. */
#include "test.h"

#include "app/output.h"
#include "app/scene.h"
#include "base/error.h"
#include "base/i18n.h"

struct mailing {
	GPtrArray *files;
	GPtrArray *unreached;
	GPtrArray *notes;
	char *folder;
};

static struct mailing
mailing_to(struct fixture *fixture, gint64 event_id, const gint64 *to, guint n_to)
{
	GError *error = NULL;
	struct mailing mailing = {.files = g_ptr_array_new_with_free_func(g_free),
				  .unreached = g_ptr_array_new_with_free_func(g_free),
				  .notes = g_ptr_array_new_with_free_func(g_free),
				  .folder = g_build_filename(fixture->folder, "invitations", NULL)};
	invitations_write(fixture->store, event_id, to, n_to, mailing.folder, mailing.files,
			  mailing.unreached, mailing.notes, &error);
	assert_no_error(error);
	return mailing;
}

static void
mailing_clear(struct mailing *mailing)
{
	g_ptr_array_unref(mailing->files);
	g_ptr_array_unref(mailing->unreached);
	g_ptr_array_unref(mailing->notes);
	g_free(mailing->folder);
}

static bool
has_file(const struct mailing *mailing, const char *name)
{
	for (guint i = 0; i < mailing->files->len; i++) {
		g_autofree char *base = g_path_get_basename(mailing->files->pdata[i]);
		if (strcmp(base, name) == 0)
			return g_file_test(mailing->files->pdata[i], G_FILE_TEST_IS_REGULAR);
	}
	return false;
}

static char *
file_text(const struct mailing *mailing, const char *name)
{
	g_autofree char *path = g_build_filename(mailing->folder, name, NULL);
	char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, NULL))
		fail_msg("there is no file “%s”", name);
	g_autoptr(GString) whole = g_string_new(text);
	g_string_replace(whole, "\r\n ", "", 0);
	g_free(text);
	return g_strdup(whole->str);
}

static gint64
event_on(Store *store, const char *date)
{
	gint64 event = scene_event(store, "2026-014", "Journée d’échanges", "announced");
	scene_day(store, event, date, "09:30", "16:00", 0);
	return event;
}

static void
invitations__go_to__live_attendees_who_do_not_wait(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	scene_participant(store, event, "Léa", "Roux", "invited", "lea@example.fr");
	scene_participant(store, event, "Marc", "Petit", "requested", "marc@example.fr");
	scene_participant(store, event, "Inès", "Diop", "offered", "ines@example.fr");
	scene_participant(store, event, "Paul", "Attend", "waiting", "paul@example.fr");
	scene_participant(store, event, "Jean", "Parti", "cancelled", "jean@example.fr");
	scene_participant(store, event, "Anna", "Non", "declined", "anna@example.fr");
	scene_attendee(store, event, scene_person(store, "Max", "Orateur"), "Max", "Orateur",
		       "speaker", "registered", "max@example.fr");
	commit(store);
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	assert_int_equal(mailing.files->len, 5);
	assert_int_equal(mailing.unreached->len, 0);
	assert_true(has_file(&mailing, "2026-014 Élan Zoé.ics"));
	assert_true(has_file(&mailing, "2026-014 Roux Léa.ics"));
	assert_true(has_file(&mailing, "2026-014 Petit Marc.ics"));
	assert_true(has_file(&mailing, "2026-014 Diop Inès.ics"));
	assert_true(has_file(&mailing, "2026-014 Orateur Max.ics"));
	mailing_clear(&mailing);
}

static void
invitation__is__the_public_entry_for_one_person(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "Zoe.Elan@example.fr");
	scene_participant(store, event, "Léa", "Roux", "registered", "lea@example.fr");
	commit(store);
	scene_set(store, "organizer_email", "contact@centre.example.fr");
	scene_change(store, &entity_event, event, "title", value_text("Journée régionale"));
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	g_autofree char *text = file_text(&mailing, "2026-014 Élan Zoé.ics");
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event, NULL);
	const struct event_day *day = days->row[0];
	g_autofree char *uid = g_strdup_printf("\r\nUID:%s\r\n", day->uid);
	assert_non_null(strstr(text, "METHOD:REQUEST\r\n"));
	assert_non_null(strstr(text, uid));
	assert_non_null(strstr(text, "\r\nSEQUENCE:1\r\n"));
	assert_non_null(strstr(text, "SUMMARY:Journée régionale\r\n"));
	assert_non_null(strstr(text, "ATTENDEE;CN=Zoé Élan;"));
	assert_non_null(strstr(text, ":mailto:Zoe.Elan@example.fr\r\n"));
	assert_non_null(strstr(text, "ORGANIZER:mailto:contact@centre.example.fr\r\n"));
	assert_null(strstr(text, "lea@example.fr"));
	assert_int_equal(mailing.notes->len, 0);
	mailing_clear(&mailing);
}

static void
days__have__a_file_each(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_day(store, event, "2026-12-11", "09:00", "12:00", 0);
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	gint64 whole = scene_event(store, "2026-015", "Deux jours entiers", "announced");
	scene_day(store, whole, "2026-12-14", NULL, NULL, 0);
	scene_day(store, whole, "2026-12-15", NULL, NULL, 0);
	scene_participant(store, whole, "Zoé", "Élan", "registered", "zoe@example.fr");
	commit(store);
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	assert_int_equal(mailing.files->len, 2);
	assert_true(has_file(&mailing, "2026-014 Élan Zoé jour 1.ics"));
	assert_true(has_file(&mailing, "2026-014 Élan Zoé jour 2.ics"));
	mailing_clear(&mailing);
	mailing = mailing_to(fixture, whole, NULL, 0);
	assert_int_equal(mailing.files->len, 1);
	assert_true(has_file(&mailing, "2026-015 Élan Zoé.ics"));
	mailing_clear(&mailing);
}

static void
unreached__are_named__and_the_directory_helps_out(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	scene_participant(store, event, "Léa", "Roux", "registered", "lea (at) example.fr");
	gint64 person = scene_person(store, "Marc", "Petit");
	scene_attendee(store, event, person, "Marc", "Petit", "participant", "registered", NULL);
	scene_participant(store, event, "Nadia", "Maison", "registered",
			  "Contact@centre.example.fr");
	commit(store);
	scene_change(store, &entity_person, person, "email", value_text("marc@example.fr"));
	scene_set(store, "organizer_email", "contact@centre.example.fr");
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	assert_int_equal(mailing.files->len, 1);
	assert_true(has_file(&mailing, "2026-014 Petit Marc.ics"));
	assert_int_equal(mailing.unreached->len, 3);
	assert_true(texts_have(mailing.unreached, "Zoé Élan"));
	assert_true(texts_have(mailing.unreached, "Léa Roux"));
	assert_true(texts_have(mailing.unreached, "Nadia Maison"));
	assert_true(texts_have(mailing.notes, "Contact@centre.example.fr"));
	mailing_clear(&mailing);
}

static void
to__limits__who_is_invited(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	gint64 chosen = scene_participant(store, event, "Léa", "Roux", "registered", "lea@x.fr");
	gint64 waits = scene_participant(store, event, "Paul", "Attend", "waiting", "paul@x.fr");
	commit(store);
	const gint64 to[] = {chosen, waits};
	struct mailing mailing = mailing_to(fixture, event, to, 2);
	assert_int_equal(mailing.files->len, 1);
	assert_true(has_file(&mailing, "2026-014 Roux Léa.ics"));
	assert_true(texts_have(mailing.notes, "Paul Attend"));
	mailing_clear(&mailing);
	mailing = mailing_to(fixture, event, to, 0);
	assert_int_equal(mailing.files->len, 0);
	mailing_clear(&mailing);
}

static void
namesakes__are_told_apart__by_their_numbers(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	scene_participant(store, event, "ZOÉ", "ÉLAN", "registered", "zoe@example.org");
	scene_participant(store, event, "Zoé 1", "Élan", "registered", "zoe@example.net");
	commit(store);
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	assert_int_equal(mailing.files->len, 3);
	g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < mailing.files->len; i++)
		g_hash_table_add(names, g_utf8_casefold(mailing.files->pdata[i], -1));
	assert_int_equal(g_hash_table_size(names), 3);
	assert_true(has_file(&mailing, "2026-014 ÉLAN ZOÉ 2.ics"));
	mailing_clear(&mailing);
}

static void
hostile_names__stay__in_the_folder(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = scene_event(store, "../../x", "=cmd\r\nEND:VCALENDAR", "announced");
	scene_day(store, event, "2026-12-10", NULL, NULL, 0);
	scene_participant(store, event, "../..", "/etc/passwd\033]0;x\a", "registered",
			  "zoe@example.fr");
	g_autoptr(GString) repeated = g_string_new(NULL);
	for (int i = 0; i < 115; i++)
		g_string_append(repeated, "王");
	const char *long_name = repeated->str;
	scene_participant(store, event, long_name, long_name, "registered", "lea@example.fr");
	commit(store);
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	assert_int_equal(mailing.files->len, 2);
	for (guint i = 0; i < mailing.files->len; i++) {
		g_autofree char *folder = g_path_get_dirname(mailing.files->pdata[i]);
		g_autofree char *name = g_path_get_basename(mailing.files->pdata[i]);
		assert_text(folder, mailing.folder);
		assert_null(strchr(name, '\033'));
		assert_true(strlen(name) < 250);
		assert_true(g_file_test(mailing.files->pdata[i], G_FILE_TEST_IS_REGULAR));
	}
	mailing_clear(&mailing);
}

static void
nobody__is_invited__to_what_does_not_take_place(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	gint64 undated = scene_event(store, "2026-015", "Sans date", "draft");
	commit(store);
	static const char *const statuses[] = {"cancelled", "postponed"};
	GError *error = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++) {
		scene_change(store, &entity_event, event, "status", value_text(statuses[i]));
		assert_false(invitations_write(store, event, NULL, 0, fixture->folder, NULL, NULL,
					       NULL, &error));
		assert_error(error, ERROR_INVALID);
		assert_non_null(strstr(error->message, "2026-014"));
		g_clear_error(&error);
	}
	assert_false(invitations_write(store, undated, NULL, 0, fixture->folder, NULL, NULL, NULL,
				       &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
}

static void
draft__is_tentative__and_said_to_be(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_on(store, "2026-12-10");
	scene_participant(store, event, "Zoé", "Élan", "registered", "zoe@example.fr");
	commit(store);
	scene_change(store, &entity_event, event, "status", value_text("draft"));
	struct mailing mailing = mailing_to(fixture, event, NULL, 0);
	g_autofree char *text = file_text(&mailing, "2026-014 Élan Zoé.ics");
	assert_non_null(strstr(text, "STATUS:TENTATIVE\r\n"));
	assert_true(texts_have(mailing.notes, "brouillon"));
	mailing_clear(&mailing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(invitations__go_to__live_attendees_who_do_not_wait),
		TEST(invitation__is__the_public_entry_for_one_person),
		TEST(days__have__a_file_each),
		TEST(unreached__are_named__and_the_directory_helps_out),
		TEST(to__limits__who_is_invited),
		TEST(namesakes__are_told_apart__by_their_numbers),
		TEST(hostile_names__stay__in_the_folder),
		TEST(nobody__is_invited__to_what_does_not_take_place),
		TEST(draft__is_tentative__and_said_to_be),
	};
	i18n_set_language("fr");
	return test_run("invitation", tests);
}
