#include "screens/timetable.h"

#include <string.h>

#include "app/event.h"
#include "app/programme.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/half_day_rule.h"
#include "core/place.h"
#include "core/status.h"
#include "screens/timetable_private.h"

/* ---- rows ---------------------------------------------------------------------------------------
 */

static void
row_clear(gpointer pointer)
{
	struct timetable_row *row = pointer;
	g_free(row->text);
	g_clear_pointer(&row->cells, g_ptr_array_unref);
}

guint
timetable_room_place(const struct timetable *table, gint64 room_id)
{
	for (guint i = 0; i < table->rooms->len; i++)
		if (g_array_index(table->rooms, gint64, i) == room_id)
			return i;
	return table->rooms->len - 1;
}

static int
start_of(const struct session *session)
{
	return session->start_time != NULL ? time_minutes(session->start_time) : -1;
}

static int
end_of(const struct session *session)
{
	return session->end_time != NULL ? time_minutes(session->end_time) : start_of(session);
}

static guint
day_place(const struct timetable *table, gint64 day_id)
{
	for (guint i = 0; i < table->days->n; i++)
		if (((const struct row_head *)table->days->row[i])->id == day_id)
			return i;
	return table->days->n;
}

static gint
by_time(gconstpointer a, gconstpointer b, gpointer user)
{
	const struct timetable *table = user;
	const struct session *first = *(struct session *const *)a;
	const struct session *second = *(struct session *const *)b;
	guint day = day_place(table, first->day_id), other = day_place(table, second->day_id);
	if (day != other)
		return day < other ? -1 : 1;
	if (start_of(first) != start_of(second))
		return start_of(first) < start_of(second) ? -1 : 1;
	guint room = timetable_room_place(table, first->room_id);
	guint beside = timetable_room_place(table, second->room_id);
	if (room != beside)
		return room < beside ? -1 : 1;
	return first->position != second->position ? (first->position < second->position ? -1 : 1)
						   : (first->id < second->id ? -1 : 1);
}

static void
row_add(struct timetable *table, int kind, char *text)
{
	struct timetable_row row = {.text = text};
	row.kind = kind;
	g_array_append_val(table->rows, row);
}

static char *
day_text(const struct timetable *table, gint64 day_id)
{
	guint place = day_place(table, day_id);
	const struct event_day *day = place < table->days->n ? table->days->row[place] : NULL;
	if (day == NULL || day->date == NULL)
		return g_strdup(_("Day to be fixed"));
	return date_text(day->date, DATE_LONG);
}

static char *
gap_text(int minutes)
{
	return minutes < 60
		       ? g_strdup_printf(_("nothing for %d min"), minutes)
		       : g_strdup_printf(_("nothing for %d h %02d"), minutes / 60, minutes % 60);
}

/* What the rows so far are of. */
struct placing {
	gint64 day;
	const char *part;
	int start, end; /* of the row under way; the latest end so far */
};

/* Headings before SESSION, and the gap between it and what was before. */
static void
heads_add(struct timetable *table, struct placing *placing, const struct session *session)
{
	int start = start_of(session);
	const char *part = start >= 0 ? half_day_part(&half_day_rule_default, start) : NULL;
	bool day = session->day_id != placing->day;
	if (day) {
		if (table->days->n > 1)
			row_add(table, ROW_DAY, day_text(table, session->day_id));
		placing->end = -1;
	}
	if (day || g_strcmp0(part, placing->part) != 0)
		row_add(table, ROW_PART,
			g_strdup(part != NULL ? code_label(&code_half_day_parts, part)
					      : _("without a time")));
	else if (placing->end >= 0 && start > placing->end)
		row_add(table, ROW_GAP, gap_text(start - placing->end));
	placing->day = session->day_id;
	placing->part = part;
}

void
timetable_rows_make(struct timetable *table)
{
	g_array_set_size(table->rows, 0);
	g_autoptr(GPtrArray) order = g_ptr_array_new();
	for (guint i = 0; table->sessions != NULL && i < table->sessions->n; i++)
		g_ptr_array_add(order, table->sessions->row[i]);
	g_ptr_array_sort_with_data(order, by_time, table);
	struct placing placing = {.start = -1, .end = -1};
	for (guint i = 0; i < order->len; i++) {
		struct session *session = order->pdata[i];
		bool beside = i > 0 && session->day_id == placing.day &&
			      start_of(session) == placing.start && placing.start >= 0;
		if (!beside) {
			heads_add(table, &placing, session);
			row_add(table, ROW_SESSIONS, NULL);
			g_array_index(table->rows, struct timetable_row, table->rows->len - 1)
				.cells = g_ptr_array_new();
		}
		g_ptr_array_add(g_array_index(table->rows, struct timetable_row,
					      table->rows->len - 1)
					.cells,
				session);
		placing.start = start_of(session);
		placing.end = MAX(placing.end, end_of(session));
	}
}

bool
timetable_overlaps(const struct timetable *table, const struct session *session)
{
	for (guint i = 0; i < table->sessions->n; i++) {
		const struct session *other = table->sessions->row[i];
		bool meets = session->room_id == other->room_id || session->room_id == 0 ||
			     other->room_id == 0;
		if (other != session && other->day_id == session->day_id && meets &&
		    start_of(other) >= 0 && start_of(other) < start_of(session) &&
		    end_of(other) > start_of(session))
			return true;
		if (other != session && other->day_id == session->day_id && session->room_id != 0 &&
		    session->room_id == other->room_id && start_of(other) == start_of(session) &&
		    start_of(session) >= 0)
			return true;
	}
	return false;
}

/* ---- reading ------------------------------------------------------------------------------------
 */

static void
room_add(struct timetable *table, gint64 id, const char *name)
{
	for (guint i = 0; i < table->rooms->len; i++)
		if (g_array_index(table->rooms, gint64, i) == id)
			return;
	g_array_append_val(table->rooms, id);
	g_ptr_array_add(table->room_names, g_strdup(name));
}

/* Those of the places of its days, those its sessions are in, and none. */
static void
rooms_load(struct timetable *table, Store *store)
{
	g_array_set_size(table->rooms, 0);
	g_ptr_array_set_size(table->room_names, 0);
	for (guint i = 0; i < table->days->n; i++) {
		const struct event_day *day = table->days->row[i];
		g_autoptr(Rows) rooms =
			day->venue_id != 0
				? store_of(store, &entity_room, "venue_id", day->venue_id, NULL)
				: NULL;
		for (guint j = 0; rooms != NULL && j < rooms->n; j++) {
			const struct room *room = rooms->row[j];
			room_add(table, room->id, room->name);
		}
	}
	for (guint i = 0; i < table->sessions->n; i++) {
		gint64 id = ((const struct session *)table->sessions->row[i])->room_id;
		struct room *room = id != 0 ? store_get(store, &entity_room, id, NULL) : NULL;
		if (room != NULL)
			room_add(table, id, room->name);
		entity_free(&entity_room, room);
	}
	room_add(table, 0, _("no room"));
}

void
timetable_reload(struct timetable *table, struct ui *ui)
{
	GError *error = NULL;
	table->moving = 0;
	rows_free(table->sessions);
	rows_free(table->days);
	table->days = event_days(ui->store, table->event_id, &error);
	table->sessions = table->days != NULL ? store_of(ui->store, &entity_session, "event_id",
							 table->event_id, &error)
					      : NULL;
	ui_fail(ui, error);
	g_array_set_size(table->rows, 0);
	if (table->sessions == NULL)
		return;
	rooms_load(table, ui->store);
	timetable_rows_make(table);
}

struct timetable *
timetable_new(struct ui *ui, gint64 event_id, struct list *list)
{
	struct timetable *table = g_new0(struct timetable, 1);
	table->event_id = event_id;
	table->list = list;
	table->rooms = g_array_new(FALSE, FALSE, sizeof(gint64));
	table->room_names = g_ptr_array_new_with_free_func(g_free);
	table->rows = g_array_new(FALSE, TRUE, sizeof(struct timetable_row));
	g_array_set_clear_func(table->rows, row_clear);
	timetable_reload(table, ui);
	return table;
}

void
timetable_free(struct timetable *table)
{
	if (table == NULL)
		return;
	rows_free(table->sessions);
	rows_free(table->days);
	g_array_unref(table->rooms);
	g_ptr_array_unref(table->room_names);
	g_array_unref(table->rows);
	g_free(table);
}

struct session *
timetable_current(const struct timetable *table)
{
	gint64 id = table->moving != 0 ? table->moving : list_current(table->list);
	for (guint i = 0; table->sessions != NULL && i < table->sessions->n; i++) {
		struct session *session = table->sessions->row[i];
		if (session->id == id)
			return session;
	}
	return NULL;
}

/* ---- moving the cursor --------------------------------------------------------------------------
 */

static bool
cell_find(const struct timetable *table, gint64 id, guint *row, guint *cell)
{
	for (*row = 0; *row < table->rows->len; (*row)++) {
		const GPtrArray *cells =
			g_array_index(table->rows, struct timetable_row, *row).cells;
		for (*cell = 0; cells != NULL && *cell < cells->len; (*cell)++)
			if (((const struct session *)cells->pdata[*cell])->id == id)
				return true;
	}
	return false;
}

static void
cell_go(struct timetable *table, const GPtrArray *cells, guint cell)
{
	list_go_to(table->list, ((const struct session *)cells->pdata[cell])->id);
}

static bool
cursor_row(struct timetable *table, int by)
{
	guint row = 0, cell = 0;
	if (!cell_find(table, list_current(table->list), &row, &cell))
		return true;
	for (int at = (int)row + by; at >= 0 && at < (int)table->rows->len; at += by) {
		const GPtrArray *cells = g_array_index(table->rows, struct timetable_row, at).cells;
		if (cells == NULL)
			continue;
		cell_go(table, cells, MIN(cell, cells->len - 1));
		return true;
	}
	return true;
}

/* Among those of one time; beside them the arrows go to the next tab. */
static bool
cursor_cell(struct timetable *table, int by)
{
	guint row = 0, cell = 0;
	if (!cell_find(table, list_current(table->list), &row, &cell))
		return false;
	const GPtrArray *cells = g_array_index(table->rows, struct timetable_row, row).cells;
	int to = (int)cell + by;
	if (to < 0 || to >= (int)cells->len)
		return false;
	cell_go(table, cells, (guint)to);
	return true;
}

/* ---- moving a session ---------------------------------------------------------------------------
 */

bool
timetable_moves(const struct timetable *table)
{
	return table != NULL && table->moving != 0;
}

void
timetable_take(struct timetable *table, struct ui *ui)
{
	const struct session *session = timetable_current(table);
	if (session == NULL)
		return;
	if (session->start_time == NULL) {
		ui_say(ui, TOAST_NOTE, _("“%s” has no time yet: e gives it one"), session->title);
		return;
	}
	table->moving = session->id;
}

static void
room_step(struct timetable *table, struct session *session, int by)
{
	int place = (int)timetable_room_place(table, session->room_id) + by;
	int n = (int)table->rooms->len;
	session->room_id = g_array_index(table->rooms, gint64, (guint)((place + n) % n));
}

static void
put_down(struct timetable *table, struct ui *ui)
{
	guint changed = 0;
	gint64 id = table->moving;
	GError *error = NULL;
	if (!ui_begin(ui, "session_move"))
		return;
	if (!programme_store(ui->store, table->sessions, &changed, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		timetable_reload(table, ui);
		return;
	}
	store_about(ui->store, &entity_session, id, table->event_id, changed);
	programme_commit(ui, table->event_id, changed);
	timetable_reload(table, ui);
}

static bool
move_key(struct timetable *table, struct ui *ui, const struct key *key)
{
	struct session *session = timetable_current(table);
	if (session == NULL || key_is(key, "Esc") || key_is(key, "C-c")) {
		timetable_reload(table, ui);
		ui_say(ui, TOAST_NOTE, _("Given back: nothing has moved"));
		return true;
	}
	if (key_is(key, "Enter")) {
		put_down(table, ui);
		return true;
	}
	if (key_is(key, "Up") || key_is(key, "k") || key_is(key, "Down") || key_is(key, "j")) {
		bool later = key_is(key, "Down") || key_is(key, "j");
		if (!programme_swap(table->sessions, session, later))
			ui_say(ui, TOAST_NOTE,
			       later ? _("It is the last of its day")
				     : _("It is the first of its day"));
	} else if (key_is(key, "Left") || key_is(key, "h")) {
		room_step(table, session, -1);
	} else if (key_is(key, "Right") || key_is(key, "l")) {
		room_step(table, session, 1);
	}
	timetable_rows_make(table);
	return true;
}

bool
timetable_key(struct timetable *table, struct ui *ui, const struct key *key)
{
	if (table->moving != 0)
		return move_key(table, ui, key);
	if (key_is(key, "Up") || key_is(key, "k"))
		return cursor_row(table, -1);
	if (key_is(key, "Down") || key_is(key, "j"))
		return cursor_row(table, 1);
	if (key_is(key, "Left") || key_is(key, "h"))
		return cursor_cell(table, -1);
	if (key_is(key, "Right") || key_is(key, "l"))
		return cursor_cell(table, 1);
	return false;
}
