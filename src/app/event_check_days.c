/* Days, and how many people their rooms hold. */
#include "app/event_check.h"

/* A set of rooms in which everybody is at one time. */
struct room_set {
	gint64 capacity; /* 0: a room is not known, or how many it holds */
	bool known;
	GString *names;
	GHashTable *rooms;
};

static void
room_set_begin(struct room_set *set)
{
	*set = (struct room_set){.known = true,
				 .names = g_string_new(NULL),
				 .rooms = g_hash_table_new(g_direct_hash, g_direct_equal)};
}

static void
room_set_add(struct room_set *set, const struct room *room)
{
	gint64 capacity = room_capacity(room);
	set->known = set->known && capacity > 0;
	if (capacity == 0 || !g_hash_table_add(set->rooms, (gpointer)(guintptr)room))
		return;
	set->capacity += capacity;
	g_string_append_printf(set->names, "%s%s", set->names->len > 0 ? ", " : "", room->name);
}

/* The day's capacity is that of its tightest moment. */
static void
room_set_end(struct gathering *gathering, struct room_set *set, struct check_day *day)
{
	if (set->known && set->capacity > 0 &&
	    (day->capacity == 0 || set->capacity < day->capacity)) {
		day->capacity = set->capacity;
		day->place = g_string_chunk_insert(gathering->words, set->names->str);
	}
	g_string_free(set->names, TRUE);
	g_hash_table_destroy(set->rooms);
}

/* Sessions that overlap share the people between their rooms; rows are in the order of times. */
static void
day_moments(struct gathering *gathering, gint64 day_id, struct check_day *day)
{
	const Rows *sessions = gathering->whole->sessions;
	struct room_set set;
	int until = -1;
	room_set_begin(&set);
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		int start = check_minutes(session->start_time);
		int end = check_minutes(session->end_time);
		if (session->day_id != day_id)
			continue;
		day->has_place |= session->room_id != 0;
		if (start < 0 || end <= start)
			continue;
		if (start >= until) {
			room_set_end(gathering, &set, day);
			room_set_begin(&set);
		}
		until = MAX(until, end);
		room_set_add(&set, rows_find(gathering->whole->rooms, session->room_id));
	}
	room_set_end(gathering, &set, day);
}

static void
day_bookings(struct gathering *gathering, gint64 day_id, struct check_day *day)
{
	const Rows *bookings = gathering->whole->bookings;
	bool told = day->capacity > 0;
	struct room_set set;
	room_set_begin(&set);
	for (guint i = 0; i < bookings->n; i++) {
		const struct booking *booking = bookings->row[i];
		if (booking->day_id != day_id)
			continue;
		day->has_place = true;
		room_set_add(&set, rows_find(gathering->whole->rooms, booking->room_id));
	}
	set.known = set.known && !told;
	room_set_end(gathering, &set, day);
}

static void
gather_day(struct gathering *gathering, const struct event_day *row, struct check_day *day)
{
	const struct venue *venue = rows_find(gathering->whole->venues, row->venue_id);
	*day = (struct check_day){
		.date = row->date,
		.welcome = check_minutes(row->welcome_time),
		.start = check_minutes(row->start_time),
		.end = check_minutes(row->end_time),
		.has_place = venue != NULL,
		.place = venue != NULL ? venue->name : NULL,
	};
	if (venue != NULL && gathering->facts.department == NULL)
		gathering->facts.department = venue->department;
	day_moments(gathering, row->id, day);
	day_bookings(gathering, row->id, day);
}

/* A month or a year stands with the event: its only day, if there is one, has no date. */
void
gather_days(struct gathering *gathering)
{
	const Rows *rows = gathering->whole->days;
	const char *start = gathering->whole->event->start_date;
	gathering->days = g_new0(struct check_day, rows->n + 1);
	for (guint i = 0; i < rows->n; i++)
		gather_day(gathering, rows->row[i], &gathering->days[i]);
	guint n = rows->n;
	if (n == 0 && start != NULL)
		gathering->days[n++] = (struct check_day){.welcome = -1, .start = -1, .end = -1};
	if (n > 0 && gathering->days[0].date == NULL)
		gathering->days[0].date = start;
	gathering->facts.days = gathering->days;
	gathering->facts.n_days = n;
}
