#include "app/checkin.h"

#include <string.h>

#include "app/door.h"
#include "app/event.h"
#include "app/event_whole.h"
#include "app/noun.h"
#include "app/presence.h"
#include "app/registration.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/badge.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/presence.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/door.h"
#include "store/event_rows.h"
#include "store/history.h"

/* ---- which half-day -----------------------------------------------------------------------------
 */

/* When a half-day is over; by rule 6 of the data model where its own end is not known. */
static const char *
half_day_end(const struct half_day *half_day)
{
	if (half_day->end_time != NULL)
		return half_day->end_time;
	if (strcmp(half_day->part, "am") == 0)
		return "13:00";
	return strcmp(half_day->part, "pm") == 0 ? "18:00" : "23:59";
}

/* Of the half-days of one day, in their order: the first that is not over, else the last. */
static gint64
half_day_at(const Rows *half_days, const char *time)
{
	gint64 found = 0;
	for (guint i = 0; i < half_days->n; i++) {
		const struct half_day *half_day = half_days->row[i];
		found = half_day->id;
		if (strcmp(time, half_day_end(half_day)) < 0)
			break;
	}
	return found;
}

/* "2027-01-15-am, 2027-01-15-pm". */
static char *
half_days_named(Store *store, const Rows *days)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) half_days =
			store_of(store, &entity_half_day, "day_id", day->id, NULL);
		for (guint j = 0; day->date != NULL && half_days != NULL && j < half_days->n; j++)
			g_string_append_printf(names, "%s%s-%s", names->len > 0 ? ", " : "",
					       day->date,
					       ((struct half_day *)half_days->row[j])->part);
	}
	return g_string_free(names, FALSE);
}

gint64
half_day_now(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	g_autoptr(Rows) days = event != NULL ? event_days(store, event_id, error) : NULL;
	char today[11], time[6];
	gint64 found = 0;
	if (event != NULL) {
		clock_today(event->time_zone, today);
		clock_time(event->time_zone, time);
	}
	entity_free(&entity_event, event);
	if (days == NULL)
		return 0;
	for (guint i = 0; i < days->n && found == 0; i++) {
		const struct event_day *day = days->row[i];
		if (g_strcmp0(day->date, today) != 0)
			continue;
		g_autoptr(Rows) half_days =
			store_of(store, &entity_half_day, "day_id", day->id, error);
		found = half_days != NULL ? half_day_at(half_days, time) : 0;
	}
	if (found != 0)
		return found;
	g_autofree char *names = half_days_named(store, days);
	fail(error, ERROR_NOT_FOUND,
	     *names != '\0' ? _("no day of the event is today: say which half-day; they are: %s")
			    : _("the event has no half-day yet: give it a day%s"),
	     names);
	return 0;
}

char *
half_day_date(Store *store, gint64 half_day_id)
{
	struct half_day *half_day = store_get(store, &entity_half_day, half_day_id, NULL);
	struct event_day *day =
		half_day != NULL ? store_get(store, &entity_event_day, half_day->day_id, NULL)
				 : NULL;
	char *date = day != NULL ? g_strdup(day->date) : NULL;
	entity_free(&entity_event_day, day);
	entity_free(&entity_half_day, half_day);
	return date;
}

/* ---- too early ----------------------------------------------------------------------------------
 */

static bool
is_unannounced(const struct event *event)
{
	return code_is(&code_event_statuses, event->status, CODE_LIVE) &&
	       !code_is(&code_event_statuses, event->status, CODE_OPEN) &&
	       !code_is(&code_event_statuses, event->status, CODE_COUNTED);
}

bool
event_unannounced(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	bool early = event != NULL && is_unannounced(event);
	entity_free(&entity_event, event);
	return early;
}

static char *
early_words(const struct event *event, const char *day)
{
	const char *status = code_label(&code_event_statuses, event->status);
	if (day == NULL)
		return g_strdup_printf(_("%s is still “%s”: whoever is marked present makes it "
					 "count as held"),
				       event->number, status);
	if (is_unannounced(event))
		return g_strdup_printf(_("%s is still “%s”, and this half-day is on %s, to come: "
					 "whoever is marked present makes it count as held"),
				       event->number, status, day);
	return g_strdup_printf(_("This half-day is on %s, to come: whoever is marked present makes "
				 "%s count as held"),
			       day, event->number);
}

char *
checkin_early(Store *store, gint64 event_id, gint64 half_day_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	g_autofree char *date = half_day_date(store, half_day_id);
	char today[11];
	if (event == NULL)
		return NULL;
	clock_today(event->time_zone, today);
	bool to_come = date_is_day(date) && strcmp(date, today) > 0;
	g_autofree char *day = to_come ? date_text(date, DATE_LONG) : NULL;
	char *words = to_come || is_unannounced(event) ? early_words(event, day) : NULL;
	entity_free(&entity_event, event);
	return words;
}

char *
half_day_words(Store *store, gint64 half_day_id)
{
	g_autofree char *day = half_day_date(store, half_day_id);
	struct half_day *half_day =
		day != NULL ? store_get(store, &entity_half_day, half_day_id, NULL) : NULL;
	if (half_day == NULL)
		return NULL;
	g_autofree char *date = date_text(day, DATE_MEDIUM);
	char *words = g_strdup_printf(_("%s, %s"), date,
				      code_label(&code_half_day_parts, half_day->part));
	entity_free(&entity_half_day, half_day);
	return words;
}

/* ---- who ----------------------------------------------------------------------------------------
 */

struct badge_search {
	char code[BADGE_LETTERS + 1];
	gint64 event_id; /* 0: of whatever event */
	gint64 found;
};

static void
badge_compare(gint64 attendee_id, gint64 event_id, const char *uid, gpointer user)
{
	struct badge_search *search = user;
	char code[BADGE_LETTERS + 1];
	if (search->event_id != 0 && search->event_id != event_id)
		return;
	badge_code(uid, code);
	if (strcmp(code, search->code) == 0)
		search->found = attendee_id;
}

static gint64
badge_find(Store *store, gint64 event_id, const char *code, GError **error)
{
	struct badge_search search = {.event_id = event_id};
	memcpy(search.code, code, sizeof search.code);
	return attendee_uids(store, event_id, badge_compare, &search, error) ? search.found : 0;
}

static bool
badge_of_others(Store *store, const char *code, GError **error)
{
	gint64 id = badge_find(store, 0, code, NULL);
	struct attendee *attendee = id != 0 ? store_get(store, &entity_attendee, id, NULL) : NULL;
	struct event *event =
		attendee != NULL ? store_get(store, &entity_event, attendee->event_id, NULL) : NULL;
	if (event == NULL) {
		fail(error, ERROR_NOT_FOUND, _("no badge has the code “%s”"), code);
	} else {
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		fail(error, ERROR_NOT_FOUND, _("this badge is that of %s for another event: %s %s"),
		     name, event->number, event->title);
	}
	entity_free(&entity_event, event);
	entity_free(&entity_attendee, attendee);
	return false;
}

gint64
attendee_at_door(Store *store, gint64 event_id, const char *typed, GError **error)
{
	char code[BADGE_LETTERS + 1];
	GError *reason = NULL;
	gint64 found = badge_read(typed, code) ? badge_find(store, event_id, code, error) : 0;
	if (found != 0)
		return found;
	found = noun_find(store, &noun_attendee, event_id, typed, &reason);
	if (found == 0 && badge_read(typed, code)) {
		g_clear_error(&reason);
		badge_of_others(store, code, error);
	} else if (found == 0) {
		g_propagate_error(error, reason);
	}
	return found;
}

/* ---- marking ------------------------------------------------------------------------------------
 */

static bool
stands(const struct attendee *attendee, GError **error)
{
	if (code_is(&code_attendee_statuses, attendee->status, CODE_LIVE))
		return true;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	return fail(error, ERROR_INVALID,
		    _("%s (no. %s) is not expected: %s; set the status to “%s” first"), name,
		    attendee->number, code_label(&code_attendee_statuses, attendee->status),
		    code_label(&code_attendee_statuses, "registered"));
}

static bool
mark_insert(Store *store, gint64 attendee_id, gint64 half_day_id, const struct presence_said *said,
	    GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee_id;
	mark->half_day_id = half_day_id;
	text_set(&mark->state, said->state);
	text_set(&mark->represented_by, said->represented_by);
	bool taken = strcmp(said->origin, "checkin") == 0 && store_taken(store) != 0;
	text_set(&mark->origin, taken ? "door" : said->origin);
	text_set(&mark->happened_at, now);
	text_set(&mark->recorded_at, now);
	text_set(&mark->recorded_by, store_who(store));
	bool done = store_insert(store, &entity_presence_mark, mark, error);
	entity_free(&entity_presence_mark, mark);
	return done;
}

static char *
letters_of(const char *one, const char *other)
{
	g_autofree char *joined =
		g_strconcat(one != NULL ? one : "", other != NULL ? other : "", NULL);
	return text_search_key(joined);
}

static bool
is_called(const struct attendee *attendee, const char *key)
{
	g_autofree char *forward = letters_of(attendee->first_name, attendee->last_name);
	g_autofree char *backward = letters_of(attendee->last_name, attendee->first_name);
	return *key != '\0' && (strcmp(forward, key) == 0 || strcmp(backward, key) == 0);
}

/* The attendee whose whole name TYPED is: 0 when nobody is called so, with ERROR_AMBIGUOUS when
 * several are. */
static gint64
attendee_called(Store *store, gint64 event_id, const char *typed, GError **error)
{
	g_autoptr(NameParts) parts = name_read_line(typed);
	g_autofree char *key = letters_of(parts != NULL ? parts->first_name : NULL,
					  parts != NULL ? parts->last_name : NULL);
	g_autoptr(Rows) rows =
		store_where(store, &entity_attendee, "event_id", value_integer(event_id), error);
	gint64 found = 0;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (!is_called(attendee, key))
			continue;
		if (found != 0) {
			fail(error, ERROR_AMBIGUOUS,
			     _("several attendees are called “%s”: say the number"), typed);
			return 0;
		}
		found = attendee->id;
	}
	return found;
}

/* A whole name is that of one attendee or of nobody yet: Zoé Roux is not Zoé Rouxel. A single word,
 * a number or an address is looked for as everywhere. 0 without an error: to be registered. */
static gint64
substitute_find(Store *store, gint64 event_id, const char *typed, GError **error)
{
	GError *reason = NULL;
	gint64 id = attendee_called(store, event_id, typed, &reason);
	bool whole = strchr(typed, ' ') != NULL;
	if (id == 0 && reason == NULL && !whole)
		id = noun_find(store, &noun_attendee, event_id, typed, &reason);
	if (reason != NULL && reason->code == ERROR_AMBIGUOUS)
		g_propagate_error(error, reason);
	else
		g_clear_error(&reason);
	return id;
}

/* Of somebody represented the substitute is counted (core/status.h): an attendee like any other. */
static bool
substitute_mark(Store *store, const struct attendee *attendee, gint64 half_day_id,
		const struct presence_said *said, GError **error)
{
	struct presence_said present = {.state = "present", .origin = said->origin};
	bool marked = false;
	GError *reason = NULL;
	gint64 id = substitute_find(store, attendee->event_id, said->represented_by, &reason);
	if (reason != NULL) {
		g_propagate_error(error, reason);
		return false;
	}
	if (id == attendee->id)
		return fail(error, ERROR_INVALID, _("“%s” is the person who is represented"),
			    said->represented_by);
	if (id == 0)
		id = walk_in_register(store, attendee->event_id, said->represented_by,
				      attendee->organisation, NULL, error);
	return id != 0 && presence_note(store, id, half_day_id, &present, &marked, error);
}

static bool
mark_write(Store *store, const struct attendee *attendee, gint64 half_day_id,
	   const struct presence_said *said, bool *marked, GError **error)
{
	g_autofree char *state = attendee_presence(store, attendee->id, half_day_id);
	if (strcmp(state, said->state) == 0 && said->represented_by == NULL)
		return true;
	*marked = true;
	return (said->represented_by == NULL ||
		substitute_mark(store, attendee, half_day_id, said, error)) &&
	       (!code_is(&code_presence_states, said->state, CODE_COUNTED) ||
		registration_arrive(store, attendee->id, error)) &&
	       mark_insert(store, attendee->id, half_day_id, said, error);
}

bool
presence_note(Store *store, gint64 attendee_id, gint64 half_day_id,
	      const struct presence_said *said, bool *marked, GError **error)
{
	*marked = false;
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, error);
	/* a mark that was made by mistake can be taken back all the same */
	bool done = attendee != NULL &&
		    (strcmp(said->state, "unknown") == 0 ||
		     event_takes_place(store, attendee->event_id, error)) &&
		    stands(attendee, error) &&
		    mark_write(store, attendee, half_day_id, said, marked, error);
	entity_free(&entity_attendee, attendee);
	return done;
}

/* ---- taken back ---------------------------------------------------------------------------------
 */

bool
presence_take_back(Store *store, gint64 attendee_id, gint64 half_day_id, bool *taken,
		   GError **error)
{
	*taken = false;
	for (;;) {
		g_autoptr(Rows) rows =
			store_of(store, &entity_presence_mark, "attendee_id", attendee_id, error);
		g_autoptr(GPtrArray) marks = g_ptr_array_new();
		for (guint i = 0; rows != NULL && i < rows->n; i++)
			if (((struct presence_mark *)rows->row[i])->half_day_id == half_day_id)
				g_ptr_array_add(marks, rows->row[i]);
		const struct presence_mark *last =
			presence_deciding((const struct presence_mark *const *)(void *)marks->pdata,
					  marks->len);
		if (rows == NULL || last == NULL)
			return rows != NULL;
		if (!store_mark_retract(store, last, error))
			return false;
		*taken = true;
	}
}
