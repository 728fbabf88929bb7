/* The processor time of queries by SQLite alone: bare RUNS FILE QUERY...
 *
 * Each QUERY, statements separated by ";", is read to its end, every column of every row, on a
 * connection of its own with the cache that the program has, as a screen that is opened for the
 * first time finds it. Preparing is not counted. They run in turn; for each a line as runs_print()
 * writes it.
 */
#include <sqlite3.h>

#include "bench/runs.h"

struct query {
	const char *text;
	struct runs runs;
};

static sqlite3 *
bare_open(const char *path)
{
	sqlite3 *handle = NULL;
	if (sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
	    sqlite3_exec(handle, "PRAGMA cache_size = -32000", NULL, NULL, NULL) != SQLITE_OK)
		runs_give_up(path, sqlite3_errmsg(handle));
	return handle;
}

static void
statement_read(sqlite3_stmt *statement)
{
	int columns = sqlite3_column_count(statement);
	while (sqlite3_step(statement) == SQLITE_ROW)
		for (int i = 0; i < columns; i++)
			(void)sqlite3_column_text(statement, i);
}

static gint64
query_run(sqlite3 *handle, const char *text)
{
	gint64 spent = 0;
	while (*text != '\0') {
		sqlite3_stmt *statement = NULL;
		if (sqlite3_prepare_v2(handle, text, -1, &statement, &text) != SQLITE_OK)
			runs_give_up(text, sqlite3_errmsg(handle));
		gint64 start = runs_own_cpu();
		statement_read(statement);
		spent += runs_own_cpu() - start;
		if (sqlite3_finalize(statement) != SQLITE_OK)
			runs_give_up(text, sqlite3_errmsg(handle));
	}
	return spent;
}

int
main(int argc, char **argv)
{
	guint n = argc > 3 ? (guint)argc - 3 : 0;
	guint count = n > 0 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0)
		runs_give_up("bare", "RUNS FILE QUERY...");
	g_autofree struct query *queries = g_new0(struct query, n);
	for (guint k = 0; k < n; k++) {
		queries[k].text = argv[3 + k];
		runs_init(&queries[k].runs);
	}
	for (guint i = 0; i < count; i++)
		for (guint k = 0; k < n; k++) {
			sqlite3 *handle = bare_open(argv[2]);
			runs_add(&queries[k].runs, query_run(handle, queries[k].text), 0);
			sqlite3_close(handle);
		}
	for (guint k = 0; k < n; k++) {
		runs_print(&queries[k].runs);
		runs_clear(&queries[k].runs);
	}
	return EXIT_SUCCESS;
}
