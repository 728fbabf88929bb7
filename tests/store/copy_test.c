/* A copy made while somebody writes without pause (fault 25 of docs/reliability.md): it is sound,
 * holds a beginning of the history, and brought back it is the same row for row. COPY_ROUNDS says
 * how often.
 */
#include "test.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "store/fixture.h"
#include "store/private.h"
#include "store/rounds.h"
#include "store/snapshot.h"

/* People of the first gesture: a file of more pages than a copy in steps would take at once. */
#define FIRST 8000

/* A slow disk or a long run shall not be filled. */
#define WRITTEN_MOST 100000

/* Another process, for a file is shared by processes; it ends with this one. */
static pid_t
writer_start(const char *path)
{
	pid_t writer = fork();
	if (writer != 0)
		return writer;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	Store *store = store_open(path, STORE_OPEN, "marc", NULL);
	for (guint i = 0; store != NULL && i < WRITTEN_MOST; i++) {
		g_autofree char *name = g_strdup_printf("Rang%u", i);
		struct person *person = entity_new(&entity_person);
		text_set(&person->last_name, name);
		if (!store_begin(store, "test", NULL) ||
		    !store_insert(store, &entity_person, person, NULL) ||
		    !store_commit(store, NULL, NULL))
			_exit(1);
		entity_free(&entity_person, person);
	}
	if (store == NULL)
		_exit(1);
	for (;;)
		pause();
}

static gint64
counted(Store *store, const char *sql)
{
	gint64 n = -1;
	assert_true(store_number(store, sql, NULL, 0, -1, &n, NULL));
	return n;
}

static void
assert_copy_whole(const char *copy, gint64 at_least)
{
	GError *error = NULL;
	g_autoptr(Store) store = store_open(copy, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	assert_int_equal(problems->len, 0);
	gint64 people = counted(store, "SELECT count(*) FROM person");
	assert_true(people >= at_least);
	assert_int_equal(counted(store, "SELECT count(*) FROM gesture"), people - FIRST + 1);
	assert_int_equal(counted(store, "SELECT count(*) FROM change"), people);
}

static void
backup__is_sound_and_whole__while_another_writes(void **state)
{
	struct fixture *fixture = *state;
	guint n = rounds("COPY_ROUNDS", 5);
	begin(fixture->store);
	for (guint i = 0; i < FIRST; i++)
		entity_free(&entity_person, person_made(fixture->store, "Zoé", "Élan"));
	commit(fixture->store);
	pid_t writer = writer_start(fixture->path);
	for (guint i = 0; i < n; i++) {
		gint64 before = counted(fixture->store, "SELECT count(*) FROM person");
		g_autofree char *copy = g_strdup_printf("%s/copy-%u.db", fixture->folder, i);
		GError *error = NULL;
		store_backup(fixture->store, copy, &error);
		assert_no_error(error);
		assert_copy_whole(copy, before);
		g_unlink(copy);
	}
	kill(writer, SIGKILL);
	int status = 0;
	waitpid(writer, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_true(counted(fixture->store, "SELECT count(*) FROM person") > FIRST);
}

static void
backup__is_the_same_row_for_row__when_nobody_writes(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	entity_free(&entity_event, event_made(fixture->store, "2027-001", "Atelier", "2027-01-15"));
	commit(fixture->store);
	g_autofree char *copy = g_build_filename(fixture->folder, "copy.db", NULL);
	assert_true(store_backup(fixture->store, copy, NULL));
	g_autoptr(Store) other = store_open(copy, STORE_OPEN, "nadia", NULL);
	Snapshot *ours = snapshot_take(fixture->store), *theirs = snapshot_take(other);
	g_autofree char *there = snapshot_compare(ours, theirs);
	g_autofree char *back = snapshot_compare(theirs, ours);
	assert_text(there, "");
	assert_text(back, "");
	snapshot_free(ours);
	snapshot_free(theirs);
}

static int
memory_open(void **state)
{
	*state = fixture_in_memory();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(backup__is_sound_and_whole__while_another_writes,
						memory_open, fixture_close),
		cmocka_unit_test_setup_teardown(backup__is_the_same_row_for_row__when_nobody_writes,
						memory_open, fixture_close),
	};
	return test_run("copy", tests);
}
