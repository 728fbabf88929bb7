#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/disk.h"
#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/output.h"
#include "base/text.h"
#include "core/person.h"
#include "core/setting.h"
#include "store/migrate.h"
#include "store/private.h"
#include "store/seat_rows.h"

/* SQLite's file format: the magic, and big-endian numbers at fixed places of the first page
 * (sqlite.org/fileformat2.html §1.3). Read before the engine opens the file, which might change a
 * foreign one. */
#define FILE_MAGIC     "SQLite format 3"
#define FILE_HEAD      100
#define PAGE_SIZE_AT   16
#define PAGE_COUNT_AT  28
#define APPLICATION_AT 68

static bool
head_check(const char *path, const guint8 *head, gssize size, GError **error)
{
	if (size == 0)
		return fail(error, ERROR_DAMAGED,
			    _("“%s” is empty: it is no database. Restore a backup, or move it away "
			      "to "
			      "begin a new one"),
			    path);
	if (size < FILE_HEAD || memcmp(head, FILE_MAGIC, sizeof FILE_MAGIC) != 0)
		return fail(error, ERROR_FOREIGN,
			    _("“%s” is not a database of Ateliers; it was left as it is"), path);
	guint32 application = 0;
	memcpy(&application, head + APPLICATION_AT, sizeof application);
	if (GUINT32_FROM_BE(application) != STORE_APPLICATION)
		return fail(error, ERROR_FOREIGN,
			    _("“%s” is a database of another program; it was left as it is"), path);
	return true;
}

/* Whether PATH holds fewer pages than its HEAD says. Not asked beside a write-ahead log: a
 * checkpoint that was interrupted writes the head before the last pages, and the log still has them
 * all. The order matters beside other programs: a log that is gone after the head was read has left
 * all the pages of that head behind, and only a size read after both is of them. */
static bool
is_short(const char *path, const guint8 *head)
{
	GStatBuf status;
	g_autofree char *log = g_strconcat(path, "-wal", NULL);
	if ((g_stat(log, &status) == 0 && status.st_size > 0) || g_stat(path, &status) != 0)
		return false;
	guint16 page = 0;
	guint32 count = 0;
	memcpy(&page, head + PAGE_SIZE_AT, sizeof page);
	memcpy(&count, head + PAGE_COUNT_AT, sizeof count);
	gint64 size = GUINT16_FROM_BE(page) == 1 ? 65536 : GUINT16_FROM_BE(page);
	return size < 512 || status.st_size < size * (gint64)GUINT32_FROM_BE(count);
}

static bool
kind_check(const char *path, GError **error)
{
	GStatBuf status;
	if (g_stat(path, &status) != 0)
		return fail(error, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO,
			    _("“%s” cannot be opened: %s"), path, reading_reason(errno));
	if (!S_ISREG(status.st_mode))
		return fail(error, ERROR_FOREIGN, _("“%s” is not a file"), path);
	return g_access(path, R_OK) == 0 ||
	       fail(error, ERROR_IO, _("“%s” cannot be opened: %s"), path, reading_reason(errno));
}

bool
store_check_head(const struct engine_driver *driver, const char *path, GError **error)
{
	/* Another program may be making the file smaller, after an erasure: it is looked at again.
	 */
	enum { LOOKS = 3 };
	if (!kind_check(path, error))
		return false;
	for (guint look = 0; look < LOOKS; look++) {
		guint8 head[FILE_HEAD];
		gssize size = driver->head(path, head, sizeof head);
		if (size < 0)
			return fail(error, ERROR_IO, _("“%s” cannot be read"), path);
		if (!head_check(path, head, size, error))
			return false;
		if (!is_short(path, head))
			return true;
	}
	return fail(error, ERROR_DAMAGED,
		    _("“%s” is damaged: it was cut short. Restore a backup with “ateliers "
		      "restore”, or save what it still "
		      "holds with “ateliers doctor --rescue”; keep this file"),
		    path);
}

/* A trigger or a view would act behind the write path: a file that has one is not as we made it. */
bool
store_check_schema(Store *store, GError **error)
{
	gint64 strange = 0;
	if (!store_number(store,
			  "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
			  NULL, 0, 0, &strange, error))
		return false;
	return strange == 0 || fail(error, ERROR_FOREIGN,
				    _("“%s” holds triggers or views that Ateliers did not make; it "
				      "was left as it is"),
				    store->path);
}

/* A name from the environment is text from outside like any other: it stays in the history. */
static char *
who_clean(const char *given)
{
	enum { WHO_CHARACTERS = 200 };
	g_autofree char *name = text_accept(given, false, NULL);
	if (name == NULL)
		name = text_accept(g_get_user_name(), false, NULL);
	if (name == NULL || g_utf8_strlen(name, -1) <= WHO_CHARACTERS)
		return g_steal_pointer(&name);
	return g_utf8_substring(name, 0, WHO_CHARACTERS);
}

static void
post_free(gpointer post)
{
	entity_free(&entity_post, post);
}

Store *
store_new(const struct engine_driver *driver, const char *path, const char *who)
{
	Store *store = g_new0(struct store, 1);
	store->driver = driver;
	store->path = g_strdup(path);
	store->taken = -1;
	store->who = who_clean(who != NULL ? who : g_getenv("ATELIERS_USER"));
	store->touched = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	store->posts = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, post_free);
	store->freed = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	store->returned = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	store->promotions = g_array_new(FALSE, FALSE, sizeof(struct promotion));
	store->inserts = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
	return store;
}

void
store_close(Store *store)
{
	if (store == NULL)
		return;
	if (store->gesture != 0)
		store_rollback(store);
	if (store->engine != NULL)
		store->driver->close(store->engine);
	g_clear_error(&store->broken);
	g_hash_table_destroy(store->inserts);
	g_hash_table_destroy(store->touched);
	g_hash_table_destroy(store->posts);
	g_hash_table_destroy(store->freed);
	g_hash_table_destroy(store->returned);
	g_array_unref(store->promotions);
	g_free(store->action);
	g_free(store->zone);
	g_free(store->who);
	g_free(store->path);
	g_free(store);
}

void
store_files_remove(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *file = g_strconcat(path, ends[i], NULL);
		g_unlink(file);
	}
}

/* A new file is made whole under another name: nobody ever sees half of one, and of two programs
 * that begin at once, one wins. */
static bool
file_make(const struct engine_driver *driver, const char *path, const char *who, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);
	if (g_mkdir_with_parents(folder, 0700) != 0)
		return fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder,
			    g_strerror(errno));
	g_autofree char *temporary = g_strdup_printf("%s.%d.new", path, (int)getpid());
	store_files_remove(temporary);
	Store *store = store_new(driver, temporary, who);
	store->engine = store->driver->open(temporary, true, error);
	bool done =
		store->engine != NULL && migrate_to_newest(store, embedded_migrations, true, error);
	store_close(store);
	int trouble = done ? output_name_new(temporary, path) : 0;
	if (trouble != 0 && trouble != EEXIST)
		done = fail(error, ERROR_IO, _("“%s” cannot be made: %s"), path,
			    g_strerror(trouble));
	store_files_remove(temporary);
	return done;
}

/* Even who only reads takes part: the index of the write-ahead log is memory that the programs of
 * one machine share, and over a network each machine has its own (docs/adr/0006). */
static bool
disk_check(const char *path, GError **error)
{
	g_autofree char *network = disk_network(path);
	return network == NULL ||
	       fail(error, ERROR_IO,
		    _("“%s” lies on a network disk (%s), where it would be damaged: it was left as "
		      "it is. Bring it to this machine’s own disk with “ateliers --db NEW restore "
		      "FILE”; several people work on it by ssh to one machine"),
		    path, network);
}

Store *
store_open_with(const struct engine_driver *driver, const char *path, enum store_mode mode,
		const char *who, GError **error)
{
	if (!disk_check(path, error))
		return NULL;
	if (mode == STORE_OPEN_OR_MAKE && !g_file_test(path, G_FILE_TEST_EXISTS) &&
	    !file_make(driver, path, who, error))
		return NULL;
	if (!store_check_head(driver, path, error))
		return NULL;
	g_autoptr(Store) store = store_new(driver, path, who);
	store->engine = store->driver->open(path, false, error);
	if (store->engine == NULL || !migrate_to_newest(store, embedded_migrations, false, error) ||
	    !store_check_schema(store, error) ||
	    (store_read_only(store) == NULL && !keys_to_newest(store, error))) {
		if (error != NULL && *error != NULL && strstr((*error)->message, path) == NULL)
			g_prefix_error(error, _("“%s”: "), path);
		return NULL;
	}
	store->driver->cache(store->engine, STORE_CACHE);
	store->generation = store->driver->generation(store->engine);
	return g_steal_pointer(&store);
}

Store *
store_open(const char *path, enum store_mode mode, const char *who, GError **error)
{
	return store_open_with(&engine_sqlite, path, mode, who, error);
}

void
store_keep_little(Store *store, bool little)
{
	store->driver->cache(store->engine, little ? STORE_CACHE_SOME : STORE_CACHE);
}

bool
store_reopen(Store *store)
{
	store->generation = -1; /* what is shown is read again */
	if (!store->driver->reopen(store->engine, NULL))
		return false;
	store->driver->cache(store->engine, STORE_CACHE);
	return true;
}

const char *
store_read_only(const Store *store)
{
	return store->driver->read_only(store->engine);
}

const char *
store_path(const Store *store)
{
	return store->path;
}

const char *
store_who(const Store *store)
{
	return store->who;
}

const char *
store_zone(Store *store)
{
	GError *trouble = NULL;
	if (store->zone == NULL)
		store->zone = setting_read(store, "time_zone", &trouble);
	if (trouble == NULL)
		return store->zone;
	g_clear_error(&trouble);
	g_clear_pointer(&store->zone, g_free); /* to be asked again */
	return setting_rule("time_zone")->fallback;
}

void
store_today(Store *store, char day[static 11])
{
	clock_today(store_zone(store), day);
}

bool
store_changed(Store *store)
{
	gint64 generation = store->driver->generation(store->engine);
	bool changed = generation != store->generation;
	store->generation = generation;
	if (changed)
		g_clear_pointer(&store->zone, g_free);
	return changed;
}

const char *
store_log_path(Store *store)
{
	return store->driver->log_path(store->engine);
}

bool
store_check_with(const struct engine_driver *driver, const char *path, GError **error)
{
	if (!store_check_head(driver, path, error))
		return false;
	g_autoptr(Store) store = store_new(driver, path, NULL);
	/* A copy on a network disk is looked at without a log of its own. */
	g_autofree char *network = disk_network(path);
	store->engine = network == NULL ? store->driver->open(path, false, error)
					: store->driver->open_to_read(path, error);
	if (store->engine == NULL)
		return false;
	g_autoptr(GPtrArray) problems = store_doctor(store, error);
	if (problems == NULL)
		return false;
	return problems->len == 0 || fail(error, ERROR_DAMAGED, _("“%s” is damaged: %s"), path,
					  (const char *)g_ptr_array_index(problems, 0));
}

bool
store_check_file(const char *path, GError **error)
{
	return store_check_with(&engine_sqlite, path, error);
}

GPtrArray *
store_doctor(Store *store, GError **error)
{
	GPtrArray *problems = g_ptr_array_new_with_free_func(g_free);
	if (!store->driver->check(store->engine, problems, error))
		g_clear_pointer(&problems, g_ptr_array_unref);
	return problems;
}

bool
store_is_file(const Store *store, const char *path)
{
	return output_same_file(store->path, path);
}
