#include "store/task_rows.h"

#include "store/private.h"

struct taking {
	task_taker take;
	gpointer user;
};

static bool
task_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct taking *taking = user;
	taking->take(store_column_integer(store, cursor, 0), store_column_integer(store, cursor, 1),
		     store_column(store, cursor, 2).text, store_column(store, cursor, 3).text,
		     taking->user);
	return true;
}

bool
task_rows_due(Store *store, const char *before, task_taker take, gpointer user, GError **error)
{
	struct taking taking = {take, user};
	struct value args[] = {value_text(before)};
	return store_each(store,
			  "SELECT t.id, t.event_id, t.due_on, e.status FROM task t JOIN event e ON "
			  "e.id = t.event_id WHERE t.done_on IS NULL AND t.due_on < $1 ORDER BY "
			  "t.due_on, t.position, t.id",
			  args, 1, task_row, &taking, error);
}
