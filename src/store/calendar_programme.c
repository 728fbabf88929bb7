/* The lines of programmes: ten thousand questions, one for each day, would cost four times what one
 * walk along the sessions does. */
#include <string.h>

#include "store/calendar_sql.h"

/** A line, and what decides its place. */
struct programme_line {
	struct calendar_line shown;
	gint64 position;
	gint64 id;
};

enum {
	LINE_DAY,
	LINE_DATE,
	LINE_START,
	LINE_END,
	LINE_POSITION,
	LINE_ID,
	LINE_TITLE,
	LINE_ROOM,
};

#define LINES                                                                                      \
	"SELECT s.day_id, NULL, s.start_time, s.end_time, s.position, s.id, s.title, s.room_id "   \
	"FROM session s WHERE "

static const char followed_sql[] = LINES "s.day_id IS NOT NULL ORDER BY s.day_id";
static const char day_sql[] = LINES "s.day_id = $1";
static const char event_sql[] =
	"SELECT s.day_id, d.date, s.start_time, s.end_time, s.position, s.id, s.title, s.room_id "
	"FROM session s JOIN event_day d ON d.id = s.day_id WHERE s.event_id = $1 AND d.date IS "
	"NOT NULL";

void
calendar_programme_begin(struct calendar_programme *programme, struct calendar_names *names)
{
	*programme = (struct calendar_programme){
		.store = names->store,
		.names = names,
		.lines = g_array_new(FALSE, FALSE, sizeof(struct programme_line)),
		.shown = g_array_new(FALSE, FALSE, sizeof(struct calendar_line)),
		.words = g_string_chunk_new(4096),
	};
}

void
calendar_programme_end(struct calendar_programme *programme)
{
	programme->store->driver->finish(programme->cursor);
	g_array_unref(programme->lines);
	g_array_unref(programme->shown);
	g_string_chunk_free(programme->words);
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static const char *
word_keep(struct calendar_programme *programme, struct engine_cursor *cursor, guint column)
{
	struct value value = store_column(programme->store, cursor, column);
	return value.type == VALUE_TEXT ? g_string_chunk_insert(programme->words, value.text)
					: NULL;
}

static void
line_add(struct calendar_programme *programme, struct engine_cursor *cursor)
{
	Store *store = programme->store;
	struct programme_line line = {
		.shown = {.date = word_keep(programme, cursor, LINE_DATE),
			  .start_time = word_keep(programme, cursor, LINE_START),
			  .end_time = word_keep(programme, cursor, LINE_END),
			  .title = word_keep(programme, cursor, LINE_TITLE)},
		.position = store_column_integer(store, cursor, LINE_POSITION),
		.id = store_column_integer(store, cursor, LINE_ID),
	};
	line.shown.room = calendar_room_name(programme->names,
					     store_column_integer(store, cursor, LINE_ROOM));
	g_array_append_val(programme->lines, line);
}

/* What has no time comes last. */
static gint
time_order(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	return strcmp(a, b);
}

static gint
line_order(gconstpointer one, gconstpointer other)
{
	const struct programme_line *a = one, *b = other;
	gint order = g_strcmp0(a->shown.date, b->shown.date);
	if (order == 0)
		order = time_order(a->shown.start_time, b->shown.start_time);
	if (order == 0 && a->position != b->position)
		order = a->position < b->position ? -1 : 1;
	if (order == 0)
		order = a->id < b->id ? -1 : a->id > b->id;
	return order;
}

static void
lines_clear(struct calendar_programme *programme)
{
	if (programme->lines->len > 0)
		g_string_chunk_clear(programme->words);
	g_array_set_size(programme->lines, 0);
	g_array_set_size(programme->shown, 0);
}

/* Programmes are mostly written down in their order. */
static bool
lines_are_in_order(const struct calendar_programme *programme)
{
	for (guint i = 1; i < programme->lines->len; i++)
		if (line_order(&g_array_index(programme->lines, struct programme_line, i - 1),
			       &g_array_index(programme->lines, struct programme_line, i)) > 0)
			return false;
	return true;
}

static void
lines_show(struct calendar_programme *programme)
{
	if (!lines_are_in_order(programme))
		g_array_sort(programme->lines, line_order);
	for (guint i = 0; i < programme->lines->len; i++)
		g_array_append_val(programme->shown,
				   g_array_index(programme->lines, struct programme_line, i).shown);
}

/* ---- asked for ----------------------------------------------------------------------------------
 */

static bool
line_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	(void)store;
	line_add(user, cursor);
	return true;
}

static bool
lines_ask(struct calendar_programme *programme, const char *sql, gint64 id, GError **error)
{
	struct value args[] = {value_integer(id)};
	lines_clear(programme);
	if (!store_each(programme->store, sql, args, 1, line_row, programme, error))
		return false;
	lines_show(programme);
	return true;
}

bool
calendar_programme_of_event(struct calendar_programme *programme, gint64 event_id, GError **error)
{
	return lines_ask(programme, event_sql, event_id, error);
}

/* ---- followed -----------------------------------------------------------------------------------
 */

static bool
cursor_next(struct calendar_programme *programme, GError **error)
{
	int more = programme->store->driver->next(programme->cursor, error);
	programme->pending =
		more == 1 ? store_column_integer(programme->store, programme->cursor, LINE_DAY) : 0;
	return more >= 0;
}

bool
calendar_programme_follow(struct calendar_programme *programme, GError **error)
{
	Store *store = programme->store;
	programme->cursor = store->driver->run(store->engine, followed_sql, NULL, 0, error);
	return programme->cursor != NULL && cursor_next(programme, error);
}

bool
calendar_programme_of_day(struct calendar_programme *programme, gint64 day_id, GError **error)
{
	if (programme->cursor == NULL)
		return lines_ask(programme, day_sql, day_id, error);
	lines_clear(programme);
	while (programme->pending != 0 && programme->pending <= day_id) {
		if (programme->pending == day_id)
			line_add(programme, programme->cursor);
		if (!cursor_next(programme, error))
			return false;
	}
	lines_show(programme);
	return true;
}
