/* The event as papers name it. */
#include <string.h>

#include "app/announcement.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/reference.h"
#include "core/status.h"
#include "paper/paper.h"
#include "store/calendar_rows.h"

static bool
list_has(const GPtrArray *list, const char *text)
{
	for (guint i = 0; i < list->len; i++)
		if (strcmp(list->pdata[i], text) == 0)
			return true;
	return false;
}

static char *
list_join(GPtrArray *list, const char *between)
{
	if (list->len == 0)
		return NULL;
	g_ptr_array_add(list, NULL);
	return g_strjoinv(between, (char **)list->pdata);
}

/* A day is on the paper unless the paper is for a session of another. */
static bool
day_is_shown(const struct paper *paper, const struct event_day *day)
{
	return paper->session == NULL || paper->session->day_id == 0 ||
	       paper->session->day_id == day->id;
}

/* ---- when ---------------------------------------------------------------------------------------
 */

static void
gather_days(struct paper *paper)
{
	const struct event *event = paper->whole->event;
	const Rows *days = paper->whole->days;
	paper->event.first_date = event->start_date;
	paper->event.last_date = event->end_date;
	for (guint i = 0; i < days->n; i++) {
		struct event_day *day = days->row[i];
		if (day->date != NULL && day_is_shown(paper, day))
			g_ptr_array_add(paper->days, day->date);
	}
	bool known = paper->days->len > 0 && (event->days_known != 0 || paper->session != NULL);
	g_ptr_array_add(paper->days, NULL);
	if (known)
		paper->event.days = (const char *const *)paper->days->pdata;
}

/* Times stand in the heading when they are those of every day. */
static void
gather_times(struct paper *paper)
{
	const Rows *days = paper->whole->days;
	if (paper->session != NULL) {
		paper->event.start_time = paper->session->start_time;
		paper->event.end_time = paper->session->end_time;
		return;
	}
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *first = days->row[0], *day = days->row[i];
		if (g_strcmp0(first->start_time, day->start_time) != 0 ||
		    g_strcmp0(first->end_time, day->end_time) != 0)
			return;
	}
	const struct event_day *day = days->n > 0 ? days->row[0] : NULL;
	paper->event.start_time = day != NULL ? day->start_time : NULL;
	paper->event.end_time = day != NULL ? day->end_time : NULL;
}

/* ---- where --------------------------------------------------------------------------------------
 */

/* "Montpellier (34)". */
static char *
town_text(const struct venue *venue)
{
	if (venue->town == NULL || venue->department == NULL)
		return g_strdup(venue->town != NULL ? venue->town : venue->department);
	return g_strdup_printf("%s (%s)", venue->town, venue->department);
}

static char *
venue_text(const struct venue *venue, bool with_town)
{
	g_autofree char *town = with_town ? town_text(venue) : NULL;
	g_autoptr(GString) text = g_string_new(venue->name);
	if (venue->address != NULL)
		g_string_append_printf(text, ", %s", venue->address);
	if (town != NULL)
		g_string_append_printf(text, ", %s", town);
	return g_strdup(text->str);
}

static GPtrArray *
venues_shown(const struct paper *paper)
{
	GPtrArray *venues = g_ptr_array_new();
	const Rows *days = paper->whole->days;
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		gpointer venue = rows_find(paper->whole->venues, day->venue_id);
		if (venue != NULL && day_is_shown(paper, day) &&
		    !g_ptr_array_find(venues, venue, NULL))
			g_ptr_array_add(venues, venue);
	}
	return venues;
}

void
paper_venue(struct paper *paper, gint64 venue_id, const char **place, const char **town)
{
	const struct venue *venue = rows_find(paper->whole->venues, venue_id);
	*place = venue != NULL ? paper_take(paper, venue_text(venue, false)) : NULL;
	*town = venue != NULL ? paper_take(paper, town_text(venue)) : NULL;
}

bool
paper_is_online(const struct paper *paper)
{
	return paper->whole->venues->n == 0 && g_strcmp0(paper->whole->event->mode, "remote") == 0;
}

static void
gather_place(struct paper *paper)
{
	g_autoptr(GPtrArray) venues = venues_shown(paper);
	if (paper_is_online(paper)) {
		paper->event.place = _("Online");
		return;
	}
	if (venues->len == 1) {
		paper_venue(paper, ((struct venue *)venues->pdata[0])->id, &paper->event.place,
			    &paper->event.town);
		return;
	}
	g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < venues->len; i++)
		g_ptr_array_add(places, venue_text(venues->pdata[i], true));
	paper->event.place = paper_take(paper, list_join(places, " ; "));
}

static void
room_add(const struct paper *paper, GPtrArray *names, gint64 room_id)
{
	const struct room *room = rows_find(paper->whole->rooms, room_id);
	if (room != NULL && !list_has(names, room->name))
		g_ptr_array_add(names, room->name);
}

static bool
is_booked(const struct paper *paper, gint64 day_id)
{
	for (guint i = 0; i < paper->whole->bookings->n; i++)
		if (((const struct booking *)paper->whole->bookings->row[i])->day_id == day_id)
			return true;
	return false;
}

/* The rooms that are booked and those of the programme; false when it is not known of all of it in
 * which it is. */
static bool
rooms_gather(const struct paper *paper, GPtrArray *names)
{
	const EventWhole *whole = paper->whole;
	bool known = true;
	for (guint i = 0; i < whole->bookings->n; i++)
		room_add(paper, names, ((const struct booking *)whole->bookings->row[i])->room_id);
	for (guint i = 0; i < whole->sessions->n; i++) {
		const struct session *session = whole->sessions->row[i];
		room_add(paper, names, session->room_id);
		known = known && (session->room_id != 0 || is_booked(paper, session->day_id) ||
				  !code_is(&code_session_kinds, session->kind, CODE_WORK));
	}
	return known;
}

/* A sheet of the whole day names a room where all of the day is in it: else the place alone, for
 * one of several rooms would be where part of those who sign have not been. */
static void
gather_room(struct paper *paper)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	bool known = true;
	if (paper->session != NULL)
		room_add(paper, names, paper->session->room_id);
	else
		known = rooms_gather(paper, names);
	if (known && names->len == 1)
		paper->event.room = paper_keep(paper, names->pdata[0]);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* What is signed must say the same as what was announced (case law on sign-in sheets), or own up.
 */
static bool
gather_changes(struct paper *paper, GError **error)
{
	g_autoptr(Announced) announced = announced_of(paper->store, paper->whole, error);
	if (announced == NULL)
		return false;
	g_autofree char *when = announced_when(paper->store, announced);
	if (when != NULL && announced->differences->len > 0)
		paper->event.changed =
			paper_take(paper,
				   g_strdup_printf(_("Changed since it was announced on %s."),
						   when));
	return true;
}

bool
paper_gather_event(struct paper *paper, GError **error)
{
	const struct event *event = paper->whole->event;
	if (event->kind_id != 0) {
		struct kind *kind = store_get(paper->store, &entity_kind, event->kind_id, error);
		if (kind == NULL)
			return false;
		paper->event.kind = paper_keep(paper, kind->name);
		entity_free(&entity_kind, kind);
	}
	paper->event.title = event->title;
	paper->event.session = paper->session != NULL ? paper->session->title : NULL;
	paper->event.cancelled = calendar_state(event->status) == CALENDAR_CANCELLED;
	paper->event.postponed = calendar_state(event->status) == CALENDAR_POSTPONED;
	paper->event.partners = paper_take(paper, partners_sentence(paper->whole->partners,
								    paper->whole->organisations));
	if (!gather_changes(paper, error))
		return false;
	paper->reference.number = event->number;
	gather_days(paper);
	gather_times(paper);
	gather_place(paper);
	gather_room(paper);
	return true;
}

/* ---- half-days ----------------------------------------------------------------------------------
 */

static void
half_day_add(struct paper *paper, const struct event_day *day, const struct half_day *half_day)
{
	struct document_half_day shown = {.day = day->date,
					  .part = half_day->part,
					  .start = half_day->start_time,
					  .end = half_day->end_time};
	g_array_append_val(paper->half_days, shown);
}

static bool
session_meets(const struct session *session, const struct half_day *half_day)
{
	return check_overlap(time_minutes(session->start_time), time_minutes(session->end_time),
			     time_minutes(half_day->start_time), time_minutes(half_day->end_time));
}

static void
half_days_add(struct paper *paper, bool all)
{
	for (guint i = 0; i < paper->whole->half_days->n; i++) {
		const struct half_day *half_day = paper->whole->half_days->row[i];
		const struct event_day *day = rows_find(paper->whole->days, half_day->day_id);
		if (day != NULL && day->date != NULL && day_is_shown(paper, day) &&
		    (all || session_meets(paper->session, half_day)))
			half_day_add(paper, day, half_day);
	}
}

/* A session signs for its own time; one whose time is not known, for the half-days of its day. */
void
paper_gather_half_days(struct paper *paper)
{
	half_days_add(paper, paper->session == NULL);
	if (paper->session == NULL)
		return;
	if (paper->half_days->len == 0) {
		half_days_add(paper, true);
	} else if (paper->half_days->len == 1) {
		struct document_half_day *only =
			&g_array_index(paper->half_days, struct document_half_day, 0);
		only->start = paper->session->start_time;
		only->end = paper->session->end_time;
	}
}
