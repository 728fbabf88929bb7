#include "store/fault_engine.h"

#include "base/error.h"

struct fault_plan fault_plan;

/* The cursor's engine, which next() is not told. Tests have one store by this engine at a time. */
static struct engine *present;

/* Between begin and its end. */
static bool inside;

void
fault_clear(void)
{
	fault_plan = (struct fault_plan){0};
}

static bool
strikes(struct engine *engine, GError **error)
{
	struct fault_plan *plan = &fault_plan;
	plan->calls++;
	if (plan->at == 0 || plan->calls < plan->at ||
	    (plan->calls > plan->at && plan->shape != FAULT_ON))
		return false;
	plan->struck = true;
	plan->inside |= inside;
	if (plan->shape == FAULT_ROLLED && engine != NULL)
		engine_sqlite.script(engine, "ROLLBACK", NULL);
	fail(error, plan->code, "fault at call %u", plan->calls);
	return true;
}

static struct engine *
faulty_open(const char *path, bool make, GError **error)
{
	if (strikes(NULL, error))
		return NULL;
	present = engine_sqlite.open(path, make, error);
	return present;
}

static struct engine *
faulty_open_to_read(const char *path, GError **error)
{
	return strikes(NULL, error) ? NULL : engine_sqlite.open_to_read(path, error);
}

static bool
faulty_scrub(struct engine *engine, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.scrub(engine, error);
}

static void
faulty_close(struct engine *engine)
{
	engine_sqlite.close(engine);
}

static const char *
faulty_read_only(struct engine *engine)
{
	return engine_sqlite.read_only(engine);
}

static void
faulty_cache(struct engine *engine, guint kib)
{
	engine_sqlite.cache(engine, kib);
}

static bool
faulty_begin(struct engine *engine, GError **error)
{
	present = engine;
	inside = !strikes(engine, error) && engine_sqlite.begin(engine, error);
	return inside;
}

static bool
faulty_commit(struct engine *engine, GError **error)
{
	if (!fault_plan.commit_fails) {
		bool struck = strikes(engine, error);
		inside = false;
		if (!struck)
			return engine_sqlite.commit(engine, error);
		engine_sqlite.rollback(engine);
		return false;
	}
	fault_plan.commit_fails = false;
	fault_plan.struck = true;
	if (!fault_plan.commit_holds || !engine_sqlite.commit(engine, NULL))
		engine_sqlite.rollback(engine);
	return fail(error, fault_plan.code, "the commit failed");
}

static void
faulty_rollback(struct engine *engine)
{
	inside = false;
	engine_sqlite.rollback(engine);
}

static bool
faulty_reopen(struct engine *engine, GError **error)
{
	if (fault_plan.reopen_fails) {
		fault_plan.reopen_fails = false;
		return fail(error, fault_plan.code, "it cannot be opened again");
	}
	return !strikes(NULL, error) && engine_sqlite.reopen(engine, error);
}

static struct engine_cursor *
faulty_run(struct engine *engine, const char *sql, const struct value *args, guint n,
	   GError **error)
{
	present = engine;
	return strikes(engine, error) ? NULL : engine_sqlite.run(engine, sql, args, n, error);
}

static int
faulty_next(struct engine_cursor *cursor, GError **error)
{
	return strikes(present, error) ? -1 : engine_sqlite.next(cursor, error);
}

static struct value
faulty_column(struct engine_cursor *cursor, guint column)
{
	return engine_sqlite.column(cursor, column);
}

static void
faulty_finish(struct engine_cursor *cursor)
{
	engine_sqlite.finish(cursor);
}

static gint64
faulty_changes(struct engine *engine)
{
	return engine_sqlite.changes(engine);
}

static bool
faulty_script(struct engine *engine, const char *sql, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.script(engine, sql, error);
}

static bool
faulty_marks(struct engine *engine, gint64 *application, gint64 *version, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.marks(engine, application, version, error);
}

static bool
faulty_mark(struct engine *engine, gint64 application, gint64 version, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.mark(engine, application, version, error);
}

static const char *
faulty_log_path(struct engine *engine)
{
	return engine_sqlite.log_path(engine);
}

static gint64
faulty_generation(struct engine *engine)
{
	return engine_sqlite.generation(engine);
}

static void
faulty_watch(struct engine *engine, bool (*goes_on)(gpointer user), gpointer user)
{
	engine_sqlite.watch(engine, goes_on, user);
}

static bool
faulty_check(struct engine *engine, GPtrArray *problems, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.check(engine, problems, error);
}

static bool
faulty_copy(struct engine *engine, const char *path, GError **error)
{
	return !strikes(engine, error) && engine_sqlite.copy(engine, path, error);
}

static gssize
faulty_head(const char *path, guint8 *bytes, gsize size)
{
	return strikes(NULL, NULL) ? -1 : engine_sqlite.head(path, bytes, size);
}

const struct engine_driver engine_faulty = {
	.head = faulty_head,
	.open = faulty_open,
	.open_to_read = faulty_open_to_read,
	.close = faulty_close,
	.read_only = faulty_read_only,
	.cache = faulty_cache,
	.begin = faulty_begin,
	.commit = faulty_commit,
	.rollback = faulty_rollback,
	.reopen = faulty_reopen,
	.run = faulty_run,
	.next = faulty_next,
	.column = faulty_column,
	.finish = faulty_finish,
	.changes = faulty_changes,
	.script = faulty_script,
	.marks = faulty_marks,
	.mark = faulty_mark,
	.generation = faulty_generation,
	.log_path = faulty_log_path,
	.check = faulty_check,
	.copy = faulty_copy,
	.watch = faulty_watch,
	.scrub = faulty_scrub,
};
