/* A fresh database in a temporary folder. */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/reference.h"
#include "store/history.h"
#include "store/index.h"
#include "store/setting.h"
#include "store/store.h"

struct fixture {
	char *folder;
	char *path;
	Store *store;
};

static inline int
fixture_open(void **state)
{
	struct fixture *fixture = g_new0(struct fixture, 1);
	fixture->folder = g_dir_make_tmp("ateliers-test-XXXXXX", NULL);
	g_setenv("XDG_STATE_HOME", fixture->folder, TRUE);
	g_setenv("ATELIERS_NOW", "2026-11-23T08:30:00Z", TRUE);
	fixture->path = g_build_filename(fixture->folder, "test.db", NULL);
	GError *error = NULL;
	fixture->store = store_open(fixture->path, STORE_OPEN_OR_MAKE, "nadia", &error);
	if (fixture->store == NULL) {
		fprintf(stderr, "fixture: %s\n", error->message);
		return -1;
	}
	*state = fixture;
	return 0;
}

/** A fresh database that lies in memory where that can be had, for tests that are not about the
 * disk. End with fixture_close(). */
static inline struct fixture *
fixture_in_memory(void)
{
	void *fixture = NULL;
	if (g_access("/dev/shm", W_OK) == 0)
		g_setenv("TMPDIR", "/dev/shm", TRUE);
	if (fixture_open(&fixture) != 0)
		g_error("no database for the test");
	return fixture;
}

static inline void
folder_remove(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
			folder_remove(path);
		else
			g_unlink(path);
	}
	g_rmdir(folder);
}

static inline int
fixture_close(void **state)
{
	struct fixture *fixture = *state;
	store_close(fixture->store);
	folder_remove(fixture->folder);
	g_free(fixture->folder);
	g_free(fixture->path);
	g_free(fixture);
	return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, fixture_open, fixture_close)

/** Begin, and fail the test when that fails. */
static inline void
begin(Store *store)
{
	GError *error = NULL;
	bool done = store_begin(store, "test", &error);
	assert_no_error(error);
	assert_true(done);
}

static inline void
commit(Store *store)
{
	GError *error = NULL;
	bool done = store_commit(store, NULL, &error);
	assert_no_error(error);
	assert_true(done);
}

static inline void
insert(Store *store, const struct entity *entity, void *row)
{
	GError *error = NULL;
	bool done = store_insert(store, entity, row, &error);
	assert_no_error(error);
	assert_true(done);
}

/** An event with one day; free with entity_free(). */
static inline struct event *
event_made(Store *store, const char *number, const char *title, const char *day)
{
	struct event *event = entity_new(&entity_event);
	text_set(&event->number, number);
	text_set(&event->title, title);
	text_set(&event->status, "draft");
	text_set(&event->time_zone, "Europe/Paris");
	event->days_known = 1;
	insert(store, &entity_event, event);
	if (day != NULL) {
		struct event_day *row = entity_new(&entity_event_day);
		row->event_id = event->id;
		text_set(&row->date, day);
		insert(store, &entity_event_day, row);
		entity_free(&entity_event_day, row);
	}
	return event;
}

static inline struct person *
person_made(Store *store, const char *first, const char *last)
{
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, first);
	text_set(&person->last_name, last);
	insert(store, &entity_person, person);
	return person;
}

/** A registration with NUMBER of a person for an event; its id. */
static inline gint64
attendee_made(Store *store, gint64 event_id, gint64 person_id, const char *number)
{
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event_id;
	attendee->person_id = person_id;
	text_set(&attendee->number, number);
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->last_name, "Élan");
	text_set(&attendee->origin, "mail");
	text_set(&attendee->registered_at, "2026-11-23T08:30:00Z");
	insert(store, &entity_attendee, attendee);
	gint64 id = attendee->id;
	entity_free(&entity_attendee, attendee);
	return id;
}

/** A theme, in a gesture of its own; its id. */
static inline gint64
theme_made(Store *store, const char *name)
{
	begin(store);
	struct theme *theme = entity_new(&entity_theme);
	text_set(&theme->name, name);
	insert(store, &entity_theme, theme);
	gint64 id = theme->id;
	entity_free(&entity_theme, theme);
	commit(store);
	return id;
}

/** How many files lie in FOLDER, which must be there. */
static inline guint
files_in(const char *folder)
{
	guint n = 0;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	while (g_dir_read_name(dir) != NULL)
		n++;
	return n;
}

#endif
