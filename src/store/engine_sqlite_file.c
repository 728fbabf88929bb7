/* Opening, closing and copying a file of SQLite.
 *
 * A file in WAL mode cannot even be read where its index (-shm) cannot be made: in a folder without
 * rights, on a full disk (docs/adr/0006). Then it is read all the same, in the first of these ways
 * that works: as it is, with the index that another program keeps; as a file that nobody changes,
 * when its write-ahead log is absent or empty; from a private copy of file and log in memory.
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/entity.h"
#include "store/engine_sqlite.h"

/* Waiting for another writer: SQLite's own back-off starves some of eight writers for seconds;
 * short random waits do not (measured, docs/adr/0006). */
#define WAIT_LIMIT_US (5 * G_USEC_PER_SEC)
#define WAIT_MIN_US   300
#define WAIT_MAX_US   3300

/* With less than this, SQLite's index of the log may not be made: it says "I/O error" then. */
#define SPACE_LEAST 65536

#define WRITE_PRAGMAS                                                                              \
	"PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "         \
	"PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = 4194304; "                  \
	"PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON"
#define READ_PRAGMAS                                                                               \
	"PRAGMA temp_store = MEMORY; PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema"

/* "UNIQUE constraint failed: theme.search_key" is of a theme. What people are told is what is there
 * twice, never the words of the engine. */
static bool
twice_fail(const char *words, GError **error)
{
	const char *from = strstr(words, "failed: ");
	g_autofree char *table = from != NULL ? g_strndup(from + strlen("failed: "),
							  strcspn(from + strlen("failed: "), "."))
					      : NULL;
	const struct entity *entity = table != NULL ? entity_of_table(table) : NULL;
	if (entity == NULL)
		return fail(error, ERROR_CONFLICT, _("this already exists"));
	if (strcmp(table, "attendee") == 0)
		return fail(error, ERROR_CONFLICT,
			    _("this person is already registered for the event"));
	if (strcmp(table, "partner") == 0)
		return fail(error, ERROR_CONFLICT,
			    _("this organisation is already a partner of the event in this role"));
	return fail(error, ERROR_CONFLICT, _("this already exists: %s"), _(entity->label));
}

bool
sqlite_fail(sqlite3 *handle, int code, GError **error)
{
	const char *words = handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
	int extended = handle != NULL ? sqlite3_extended_errcode(handle) : code;
	switch (code & 0xff) {
	case SQLITE_CONSTRAINT:
		if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
			return fail(error, ERROR_REFERENCED,
				    _("other rows still need this one, or one that it needs is "
				      "gone"));
		if (extended == SQLITE_CONSTRAINT_UNIQUE ||
		    extended == SQLITE_CONSTRAINT_PRIMARYKEY)
			return twice_fail(words, error);
		return fail(error, ERROR_INVALID, _("the database refuses this value (%s)"), words);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail(error, ERROR_BUSY,
			    _("another program has been writing to the file for too long; nothing "
			      "was "
			      "changed, try again"));
	case SQLITE_INTERRUPT:
		return fail(error, ERROR_CANCELLED, _("stopped: nothing was changed"));
	case SQLITE_FULL:
		return fail(error, ERROR_FULL,
			    _("the disk is full; nothing was changed, what was saved before is "
			      "safe: "
			      "free some space and try again"));
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return fail(error, ERROR_READ_ONLY,
			    _("the database or its folder cannot be written (%s)"), words);
	case SQLITE_CORRUPT:
		return fail(error, ERROR_DAMAGED,
			    _("the database is damaged (%s); restore a backup with “ateliers "
			      "restore”, or save what it still "
			      "holds with “ateliers doctor --rescue”; keep this file"),
			    words);
	case SQLITE_NOTADB:
		return fail(error, ERROR_FOREIGN, _("this file is not a database"));
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
		return fail(error, ERROR_IO,
			    _("the system refused to read or write the database (%s)"), words);
	default:
		return fail(error, ERROR_IO, _("the database engine failed (%s)"), words);
	}
}

bool
sqlite_file_script(struct sqlite_file *file, const char *sql, GError **error)
{
	int code = sqlite3_exec(file->handle, sql, NULL, NULL, NULL);
	return code == SQLITE_OK || sqlite_fail(file->handle, code, error);
}

static int
sqlite_wait(void *user, int times)
{
	struct sqlite_file *file = user;
	gint64 now = g_get_monotonic_time();
	if (times == 0)
		file->waiting_since = now;
	else if (now - file->waiting_since > WAIT_LIMIT_US)
		return 0;
	g_usleep((gulong)g_random_int_range(WAIT_MIN_US, WAIT_MAX_US));
	return 1;
}

/* The guards that SQLite's authors advise for a file of doubtful origin (sqlite.org/security.html).
 */
static void
sqlite_guard(sqlite3 *handle)
{
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
	sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
}

static void
handle_close(struct sqlite_file *file)
{
	sqlite3_close(file->handle);
	file->handle = NULL;
}

/* Open NAME, a path or a "file:" address, and run PRAGMAS on it. */
static bool
handle_open(struct sqlite_file *file, const char *name, int flags, const char *pragmas,
	    GError **error)
{
	mode_t mask = umask(077);
	int code = sqlite3_open_v2(name, &file->handle, flags | SQLITE_OPEN_NOMUTEX, (char *)NULL);
	umask(mask);
	if (code == SQLITE_OK) {
		sqlite_guard(file->handle);
		sqlite3_extended_result_codes(file->handle, 1);
		sqlite3_busy_handler(file->handle, sqlite_wait, file);
		if (sqlite_file_script(file, pragmas, error))
			return true;
	} else {
		sqlite_fail(file->handle, code, error);
	}
	handle_close(file);
	return false;
}

/* ---- for reading only ---------------------------------------------------------------------------
 */

static gint64
log_size(const char *path)
{
	GStatBuf status;
	g_autofree char *log = g_strconcat(path, "-wal", NULL);
	return g_stat(log, &status) == 0 ? status.st_size : 0;
}

static bool
address_open(struct sqlite_file *file, const char *path, const char *how)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *address = g_filename_to_uri(absolute, NULL, NULL);
	g_autofree char *name = g_strconcat(address, how, NULL);
	return address != NULL &&
	       handle_open(file, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, READ_PRAGMAS, NULL);
}

static bool
bytes_copy(const char *from, const char *to)
{
	int in = g_open(from, O_RDONLY | O_CLOEXEC, 0);
	int out = g_open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	char bytes[65536];
	gssize size = -1;
	while (in >= 0 && out >= 0 && (size = read(in, bytes, sizeof bytes)) > 0)
		if (write(out, bytes, (gsize)size) != size) {
			size = -1;
			break;
		}
	if (in >= 0)
		close(in);
	return out >= 0 && close(out) == 0 && size == 0;
}

static void
copy_remove(const char *folder)
{
	static const char *const names[] = {"copy", "copy-wal", "copy-shm", NULL};
	for (gsize i = 0; names[i] != NULL; i++) {
		g_autofree char *path = g_build_filename(folder, names[i], NULL);
		g_unlink(path);
	}
	g_rmdir(folder);
}

/* The copy loses its names as soon as it is open: whatever happens to this program, nothing of it
 * stays. Held alone, it needs no index in the folder. */
static bool
copy_open_in(struct sqlite_file *file, const char *path, const char *parent)
{
	g_autofree char *folder = g_build_filename(parent, "ateliers-XXXXXX", NULL);
	if (g_mkdtemp_full(folder, 0700) == NULL)
		return false;
	g_autofree char *copy = g_build_filename(folder, "copy", NULL);
	g_autofree char *copy_log = g_strconcat(copy, "-wal", NULL);
	g_autofree char *log = g_strconcat(path, "-wal", NULL);
	bool done = bytes_copy(path, copy) && bytes_copy(log, copy_log) &&
		    handle_open(file, copy, SQLITE_OPEN_READWRITE,
				"PRAGMA locking_mode = EXCLUSIVE; " READ_PRAGMAS, NULL);
	copy_remove(folder);
	return done;
}

static bool
copy_open(struct sqlite_file *file, const char *path)
{
	const char *const parents[] = {g_getenv("XDG_RUNTIME_DIR"), "/dev/shm", g_get_tmp_dir()};
	for (gsize i = 0; i < G_N_ELEMENTS(parents); i++)
		if (parents[i] != NULL && g_path_is_absolute(parents[i]) &&
		    copy_open_in(file, path, parents[i]))
			return true;
	return false;
}

static bool
no_space(const char *path)
{
	struct statvfs disk;
	g_autofree char *folder = g_path_get_dirname(path);
	return statvfs(folder, &disk) == 0 && (guint64)disk.f_bavail * disk.f_frsize < SPACE_LEAST;
}

/* The ways of the head of this file, in their order. */
static bool
any_way_open(struct sqlite_file *file, const char *path)
{
	bool logged = log_size(path) > 0;
	return address_open(file, path, "?mode=ro") ||
	       (!logged && address_open(file, path, "?immutable=1")) ||
	       (logged && copy_open(file, path));
}

bool
sqlite_file_open_to_read(struct sqlite_file *file, const char *path, GError **error)
{
	return any_way_open(file, path) || fail(error, ERROR_IO, _("“%s” cannot be read"), path);
}

/* Take REASON, for which PATH cannot be opened to be written, and try without. */
static bool
read_only_open(struct sqlite_file *file, const char *path, GError *reason, GError **error)
{
	if (!g_error_matches(reason, ATELIERS_ERROR, ERROR_READ_ONLY) && no_space(path)) {
		g_clear_error(&reason);
		sqlite_fail(NULL, SQLITE_FULL, &reason);
	}
	if (any_way_open(file, path)) {
		file->read_only = reason;
		return true;
	}
	g_propagate_error(error, reason);
	return false;
}

static bool
is_of_place(const GError *reason)
{
	static const int codes[] = {ERROR_READ_ONLY, ERROR_IO, ERROR_FULL};
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		if (g_error_matches(reason, ATELIERS_ERROR, codes[i]))
			return true;
	return false;
}

bool
sqlite_file_open(struct sqlite_file *file, const char *path, bool make, GError **error)
{
	GError *reason = NULL;
	if (handle_open(file, path, SQLITE_OPEN_READWRITE | (make ? SQLITE_OPEN_CREATE : 0),
			WRITE_PRAGMAS, &reason))
		return true;
	if (!make && is_of_place(reason))
		return read_only_open(file, path, reason, error);
	g_propagate_error(error, reason);
	return false;
}

void
sqlite_file_close(struct sqlite_file *file)
{
	handle_close(file);
	g_clear_error(&file->read_only);
}

bool
sqlite_file_copy(struct sqlite_file *file, const char *path, GError **error)
{
	sqlite3 *target = NULL;
	mode_t mask = umask(077);
	int code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
				   (char *)NULL);
	umask(mask);
	sqlite3_backup *backup = NULL;
	if (code == SQLITE_OK)
		backup = sqlite3_backup_init(target, "main", file->handle, "main");
	/* All in one step: a copy in several begins anew whenever another program has written, and
	 * beside one that writes without pause it never ends. Writers need not wait for a reader.
	 */
	if (backup != NULL) {
		code = sqlite3_backup_step(backup, -1);
		sqlite3_backup_finish(backup);
	}
	/* A copy must be one file: it leaves the write-ahead log's mode, whole. */
	if (code == SQLITE_DONE)
		code = sqlite3_exec(target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	if (code != SQLITE_OK)
		sqlite_fail(target, code, error);
	sqlite3_close(target);
	return code == SQLITE_OK;
}

/* By SQLite's own file, which knows of the locks that this process holds on it
 * (sqlite.org/howtocorrupt.html §2.2). Nothing of it is taken for a database yet. */
gssize
sqlite_file_head(const char *path, guint8 *bytes, gsize size)
{
	sqlite3 *handle = NULL;
	sqlite3_file *file = NULL;
	sqlite3_int64 length = -1;
	gssize done = -1;
	int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(path, &handle, flags, (char *)NULL) == SQLITE_OK &&
	    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
	    file->pMethods != NULL && file->pMethods->xFileSize(file, &length) == SQLITE_OK) {
		gsize there = MIN(size, (gsize)length);
		if (there == 0 || file->pMethods->xRead(file, bytes, (int)there, 0) == SQLITE_OK)
			done = (gssize)there;
	}
	sqlite3_close(handle);
	return done;
}
