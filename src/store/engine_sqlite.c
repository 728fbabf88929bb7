#include "store/engine.h"

#include <string.h>

#include "store/engine_sqlite.h"

#define ARGUMENTS_MAX 64

struct statement {
	sqlite3_stmt *handle;
	int index[ARGUMENTS_MAX]; /* of $1…, 0 where SQL does not use it */
	bool busy;
};

struct engine {
	struct sqlite_file file;
	char *path;
	bool writable;                  /* when it was first opened */
	bool transaction;               /* begun, and neither committed nor rolled back by us */
	GHashTable *statements;         /* SQL text -> struct statement */
	bool (*goes_on)(gpointer user); /* NULL: nobody stops it */
	gpointer watcher;
};

struct engine_cursor {
	struct engine *engine;
	struct statement *statement;
	bool kept; /* the statement belongs to the engine's table */
};

static void
statement_free(gpointer pointer)
{
	struct statement *statement = pointer;
	sqlite3_finalize(statement->handle);
	g_free(statement);
}

static void
sqlite_close(struct engine *engine)
{
	if (engine == NULL)
		return;
	g_hash_table_destroy(engine->statements);
	sqlite_file_close(&engine->file);
	g_free(engine->path);
	g_free(engine);
}

static bool
sqlite_script(struct engine *engine, const char *sql, GError **error)
{
	return sqlite_file_script(&engine->file, sql, error);
}

/* Statements differ early: hashing the whole of a long INSERT would cost as much as running it. */
#define HASHED_BYTES 64

static guint
statement_hash(gconstpointer sql)
{
	guint hash = 5381;
	const guchar *text = sql;
	for (guint i = 0; i < HASHED_BYTES && text[i] != '\0'; i++)
		hash = hash * 33 + text[i];
	return hash;
}

static struct engine *
engine_new(void)
{
	struct engine *engine = g_new0(struct engine, 1);
	engine->statements =
		g_hash_table_new_full(statement_hash, g_str_equal, g_free, statement_free);
	return engine;
}

static struct engine *
sqlite_open(const char *path, bool make, GError **error)
{
	struct engine *engine = engine_new();
	engine->path = g_strdup(path);
	if (sqlite_file_open(&engine->file, path, make, error)) {
		engine->writable = engine->file.read_only == NULL;
		return engine;
	}
	sqlite_close(engine);
	return NULL;
}

static struct engine *
sqlite_open_to_read(const char *path, GError **error)
{
	struct engine *engine = engine_new();
	if (sqlite_file_open_to_read(&engine->file, path, error))
		return engine;
	sqlite_close(engine);
	return NULL;
}

static bool
sqlite_reopen(struct engine *engine, GError **error)
{
	g_hash_table_remove_all(engine->statements);
	sqlite_file_close(&engine->file);
	engine->transaction = false;
	return sqlite_file_open(&engine->file, engine->path, false, error);
}

/* ---- stopping -----------------------------------------------------------------------------------
 */

/* So many steps of SQLite's machine lie between two questions: some microseconds. */
#define STEPS_WATCHED 1000

static int
is_stopped(void *user)
{
	const struct engine *engine = user;
	return engine->goes_on(engine->watcher) ? 0 : 1;
}

/* The end of a transaction, either way, is not to be stopped half-way. */
static void
watch_arm(struct engine *engine, bool on)
{
	if (engine->file.handle != NULL)
		sqlite3_progress_handler(engine->file.handle, STEPS_WATCHED,
					 on && engine->goes_on != NULL ? is_stopped : NULL, engine);
}

static void
sqlite_watch(struct engine *engine, bool (*goes_on)(gpointer user), gpointer user)
{
	engine->goes_on = goes_on;
	engine->watcher = user;
	watch_arm(engine, true);
}

/* ---- transactions -------------------------------------------------------------------------------
 */

static bool
sqlite_begin(struct engine *engine, GError **error)
{
	bool lost =
		engine->file.handle == NULL || (engine->writable && engine->file.read_only != NULL);
	if (lost && !sqlite_reopen(engine, error))
		return false;
	const GError *reason = engine->file.read_only;
	if (reason != NULL) {
		g_propagate_error(error, g_error_copy(reason));
		return false;
	}
	engine->transaction = sqlite_script(engine, "BEGIN IMMEDIATE", error);
	return engine->transaction;
}

static void
sqlite_rollback(struct engine *engine)
{
	engine->transaction = false;
	watch_arm(engine, false);
	if (engine->file.handle != NULL && !sqlite3_get_autocommit(engine->file.handle))
		sqlite3_exec(engine->file.handle, "ROLLBACK", NULL, NULL, NULL);
	watch_arm(engine, true);
}

static bool
sqlite_commit(struct engine *engine, GError **error)
{
	watch_arm(engine, false);
	bool done = sqlite_script(engine, "COMMIT", error);
	watch_arm(engine, true);
	if (!done)
		sqlite_rollback(engine);
	engine->transaction = false;
	return done;
}

/* "$1" is a name to SQLite, numbered by first use: bind by name, once per statement. */
static struct statement *
statement_prepare(struct engine *engine, const char *sql, bool kept, GError **error)
{
	struct statement *statement = g_new0(struct statement, 1);
	int code =
		sqlite3_prepare_v3(engine->file.handle, sql, -1,
				   kept ? SQLITE_PREPARE_PERSISTENT : 0, &statement->handle, NULL);
	if (code != SQLITE_OK) {
		sqlite_fail(engine->file.handle, code, error);
		statement_free(statement);
		return NULL;
	}
	int used = sqlite3_bind_parameter_count(statement->handle);
	for (int i = 1; i <= used; i++) {
		const char *name = sqlite3_bind_parameter_name(statement->handle, i);
		gint64 number = name != NULL ? g_ascii_strtoll(name + 1, NULL, 10) : 0;
		g_assert(number > 0 && number <= ARGUMENTS_MAX);
		statement->index[number - 1] = i;
	}
	return statement;
}

static struct statement *
statement_find(struct engine *engine, const char *sql, bool *kept, GError **error)
{
	struct statement *statement = g_hash_table_lookup(engine->statements, sql);
	*kept = statement == NULL || !statement->busy;
	if (statement != NULL && !statement->busy)
		return statement;
	bool keep = statement == NULL;
	statement = statement_prepare(engine, sql, keep, error);
	if (statement != NULL && keep)
		g_hash_table_insert(engine->statements, g_strdup(sql), statement);
	return statement;
}

static int
statement_bind(struct statement *statement, int index, const struct value *value)
{
	if (value->type == VALUE_INTEGER)
		return sqlite3_bind_int64(statement->handle, index, value->integer);
	if (value->type == VALUE_TEXT)
		return sqlite3_bind_text(statement->handle, index, value->text, -1, SQLITE_STATIC);
	return sqlite3_bind_null(statement->handle, index);
}

static void
sqlite_finish(struct engine_cursor *cursor)
{
	if (cursor == NULL)
		return;
	if (cursor->kept) {
		sqlite3_reset(cursor->statement->handle);
		sqlite3_clear_bindings(cursor->statement->handle);
		cursor->statement->busy = false;
	} else {
		statement_free(cursor->statement);
	}
	g_free(cursor);
}

/* After some failures SQLite rolls the whole transaction back by itself: what follows would then be
 * written for good, each statement alone. */
static struct engine_cursor *
sqlite_run(struct engine *engine, const char *sql, const struct value *args, guint n,
	   GError **error)
{
	g_assert(n <= ARGUMENTS_MAX);
	if (engine->file.handle == NULL ||
	    (engine->transaction && sqlite3_get_autocommit(engine->file.handle))) {
		sqlite_fail(NULL, SQLITE_IOERR, error);
		return NULL;
	}
	bool kept = false;
	struct statement *statement = statement_find(engine, sql, &kept, error);
	if (statement == NULL)
		return NULL;
	struct engine_cursor *cursor = g_new0(struct engine_cursor, 1);
	*cursor = (struct engine_cursor){.engine = engine, .statement = statement, .kept = kept};
	statement->busy = true;
	for (guint i = 0; i < n; i++) {
		if (statement->index[i] == 0)
			continue;
		int code = statement_bind(statement, statement->index[i], &args[i]);
		if (code != SQLITE_OK) {
			sqlite_fail(engine->file.handle, code, error);
			sqlite_finish(cursor);
			return NULL;
		}
	}
	return cursor;
}

static int
sqlite_next(struct engine_cursor *cursor, GError **error)
{
	int code = sqlite3_step(cursor->statement->handle);
	if (code == SQLITE_ROW)
		return 1;
	if (code == SQLITE_DONE)
		return 0;
	sqlite_fail(cursor->engine->file.handle, code, error);
	return -1;
}

static struct value
sqlite_column(struct engine_cursor *cursor, guint column)
{
	sqlite3_stmt *handle = cursor->statement->handle;
	switch (sqlite3_column_type(handle, (int)column)) {
	case SQLITE_INTEGER:
		return value_integer(sqlite3_column_int64(handle, (int)column));
	case SQLITE_NULL:
		return value_text(NULL);
	default:
		return value_text((const char *)sqlite3_column_text(handle, (int)column));
	}
}

static gint64
sqlite_changes(struct engine *engine)
{
	return sqlite3_changes64(engine->file.handle);
}

static bool
sqlite_number(struct engine *engine, const char *sql, gint64 *number, GError **error)
{
	sqlite3_stmt *handle = NULL;
	int code = sqlite3_prepare_v2(engine->file.handle, sql, -1, &handle, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(handle);
	bool done = code == SQLITE_ROW;
	if (done)
		*number = sqlite3_column_int64(handle, 0);
	else
		sqlite_fail(engine->file.handle, code, error);
	sqlite3_finalize(handle);
	return done;
}

static bool
sqlite_marks(struct engine *engine, gint64 *application, gint64 *version, GError **error)
{
	return sqlite_number(engine, "PRAGMA application_id", application, error) &&
	       sqlite_number(engine, "PRAGMA user_version", version, error);
}

static bool
sqlite_mark(struct engine *engine, gint64 application, gint64 version, GError **error)
{
	g_autofree char *sql = g_strdup_printf("PRAGMA application_id = %" G_GINT64_FORMAT
					       "; PRAGMA user_version = %" G_GINT64_FORMAT,
					       application, version);
	return sqlite_script(engine, sql, error);
}

static gint64
sqlite_generation(struct engine *engine)
{
	gint64 generation = 0;
	return sqlite_number(engine, "PRAGMA data_version", &generation, NULL) ? generation : -1;
}

/* What is looked at as it stands, without its log, names one all the same: it is not there. */
static const char *
sqlite_log_path(struct engine *engine)
{
	if (engine->file.handle == NULL)
		return NULL;
	const char *name = sqlite3_db_filename(engine->file.handle, "main");
	return name != NULL && *name != '\0' ? sqlite3_filename_wal(name) : NULL;
}

static bool
sqlite_report(struct engine *engine, const char *sql, GPtrArray *problems, GError **error)
{
	struct engine_cursor *cursor = sqlite_run(engine, sql, NULL, 0, error);
	if (cursor == NULL)
		return false;
	int more = 0;
	while ((more = sqlite_next(cursor, error)) == 1) {
		struct value value = sqlite_column(cursor, 0);
		if (value.type == VALUE_TEXT && strcmp(value.text, "ok") != 0)
			g_ptr_array_add(problems, g_strdup(value.text));
	}
	sqlite_finish(cursor);
	return more == 0;
}

static bool
sqlite_check(struct engine *engine, GPtrArray *problems, GError **error)
{
	return sqlite_report(engine, "PRAGMA integrity_check(20)", problems, error) &&
	       sqlite_report(engine,
			     "SELECT 'foreign key: ' || \"table\" || ' ' || rowid || ' -> ' || "
			     "parent "
			     "FROM pragma_foreign_key_check LIMIT 20",
			     problems, error);
}

static bool
sqlite_copy(struct engine *engine, const char *path, GError **error)
{
	if (engine->file.handle == NULL)
		return sqlite_fail(NULL, SQLITE_IOERR, error);
	return sqlite_file_copy(&engine->file, path, error);
}

/* The log is cut to nothing; that a reader held it is told by the first column of the answer. */
static bool
sqlite_scrub(struct engine *engine, GError **error)
{
	gint64 busy = 0;
	if (engine->file.handle == NULL)
		return sqlite_fail(NULL, SQLITE_IOERR, error);
	/* VACUUM attaches a file of its own, which nothing else may (sqlite_guard()). */
	int attached = sqlite3_limit(engine->file.handle, SQLITE_LIMIT_ATTACHED, 1);
	bool done = sqlite_script(engine, "VACUUM", error);
	sqlite3_limit(engine->file.handle, SQLITE_LIMIT_ATTACHED, attached);
	if (!done || !sqlite_number(engine, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, error))
		return false;
	return busy == 0 || sqlite_fail(NULL, SQLITE_BUSY, error);
}

static const char *
sqlite_read_only(struct engine *engine)
{
	return engine->file.read_only != NULL ? engine->file.read_only->message : NULL;
}

static void
sqlite_cache(struct engine *engine, guint kib)
{
	g_autofree char *sql = g_strdup_printf("PRAGMA cache_size = -%u", kib);
	sqlite_script(engine, sql, NULL);
}

const struct engine_driver engine_sqlite = {
	.head = sqlite_file_head,
	.open = sqlite_open,
	.open_to_read = sqlite_open_to_read,
	.close = sqlite_close,
	.read_only = sqlite_read_only,
	.cache = sqlite_cache,
	.begin = sqlite_begin,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.reopen = sqlite_reopen,
	.run = sqlite_run,
	.next = sqlite_next,
	.column = sqlite_column,
	.finish = sqlite_finish,
	.changes = sqlite_changes,
	.script = sqlite_script,
	.marks = sqlite_marks,
	.mark = sqlite_mark,
	.generation = sqlite_generation,
	.log_path = sqlite_log_path,
	.check = sqlite_check,
	.watch = sqlite_watch,
	.scrub = sqlite_scrub,
	.copy = sqlite_copy,
};
