#include "app/announcement.h"

#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/document.h"
#include "core/naming.h"
#include "core/status.h"

/* ---- the event as it is -------------------------------------------------------------------------
 */

struct freezing {
	const EventWhole *whole;
	GArray *days, *sessions;
	GPtrArray *speakers; /* char **, lists of borrowed uids */
};

static const char *
venue_name(const EventWhole *whole, gint64 id)
{
	const struct venue *venue = rows_find(whole->venues, id);
	return venue != NULL ? venue->name : NULL;
}

static const char *
day_uid(const EventWhole *whole, gint64 id)
{
	const struct event_day *day = rows_find(whole->days, id);
	return day != NULL ? day->uid : NULL;
}

/* Who speaks on a session (0: the event as a whole) and has not declined. */
static const char *const *
speakers_of(struct freezing *freezing, gint64 session_id)
{
	GPtrArray *uids = g_ptr_array_new();
	for (guint i = 0; i < freezing->whole->speakers->n; i++) {
		const struct speaker *speaker = freezing->whole->speakers->row[i];
		const struct person *person =
			rows_find(freezing->whole->people, speaker->person_id);
		if (speaker->session_id == session_id && person != NULL &&
		    code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			g_ptr_array_add(uids, person->uid);
	}
	g_ptr_array_add(uids, NULL);
	g_ptr_array_add(freezing->speakers, uids->pdata);
	return (const char *const *)g_ptr_array_free(uids, FALSE);
}

static void
days_freeze(struct freezing *freezing)
{
	for (guint i = 0; i < freezing->whole->days->n; i++) {
		const struct event_day *day = freezing->whole->days->row[i];
		struct announced_day announced = {
			.uid = day->uid,
			.date = day->date,
			.welcome = day->welcome_time,
			.start = day->start_time,
			.end = day->end_time,
			.place = venue_name(freezing->whole, day->venue_id),
		};
		g_array_append_val(freezing->days, announced);
	}
}

static void
sessions_freeze(struct freezing *freezing)
{
	for (guint i = 0; i < freezing->whole->sessions->n; i++) {
		const struct session *session = freezing->whole->sessions->row[i];
		const struct room *room = rows_find(freezing->whole->rooms, session->room_id);
		struct announced_session announced = {
			.uid = session->uid,
			.day = day_uid(freezing->whole, session->day_id),
			.start = session->start_time,
			.end = session->end_time,
			.title = session->title,
			.room = room != NULL ? room->name : NULL,
			.speakers = speakers_of(freezing, session->id),
		};
		g_array_append_val(freezing->sessions, announced);
	}
}

static char *
event_freeze(const EventWhole *whole)
{
	struct freezing freezing = {
		.whole = whole,
		.days = g_array_new(FALSE, FALSE, sizeof(struct announced_day)),
		.sessions = g_array_new(FALSE, FALSE, sizeof(struct announced_session)),
		.speakers = g_ptr_array_new_with_free_func(g_free),
	};
	days_freeze(&freezing);
	sessions_freeze(&freezing);
	gconstpointer days = freezing.days->data, sessions = freezing.sessions->data;
	struct announced_programme programme = {.title = whole->event->title,
						.days = days,
						.n_days = freezing.days->len,
						.sessions = sessions,
						.n_sessions = freezing.sessions->len,
						.speakers = speakers_of(&freezing, 0)};
	char *text = announcement_write(&programme);
	g_array_unref(freezing.days);
	g_array_unref(freezing.sessions);
	g_ptr_array_unref(freezing.speakers);
	return text;
}

/* ---- what was announced -------------------------------------------------------------------------
 */

/* The last of them; NULL without one, an error apart. Caller frees. */
static struct announcement *
last_announcement(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_announcement, "event_id", event_id, error);
	if (rows == NULL || rows->n == 0)
		return NULL;
	return entity_copy(&entity_announcement, rows->row[rows->n - 1]);
}

/* From the uid to the name; people of the directory, each read once. */
struct names {
	Store *store;
	GHashTable *known;
};

static const char *
name_of(const char *uid, gpointer user)
{
	struct names *names = user;
	char *name = g_hash_table_lookup(names->known, uid);
	if (name != NULL)
		return *name != '\0' ? name : NULL;
	g_autoptr(Rows) rows =
		store_where(names->store, &entity_person, "uid", value_text(uid), NULL);
	const struct person *person = rows != NULL && rows->n > 0 ? rows->row[0] : NULL;
	name = person != NULL && person->erased_at == NULL
		       ? name_shown(person->first_name, person->last_name)
		       : g_strdup("");
	g_hash_table_insert(names->known, g_strdup(uid), name);
	return *name != '\0' ? name : NULL;
}

/* What matters most of all: it is said first. */
static void
status_compare(const struct event *event, GPtrArray *differences)
{
	if (code_is(&code_event_statuses, event->status, CODE_LIVE))
		return;
	bool cancelled = strcmp(event->status, "cancelled") == 0;
	struct announcement_difference *difference = g_new0(struct announcement_difference, 1);
	difference->field = "status";
	difference->message = g_strdup(cancelled ? _("the event has been cancelled since")
						 : _("the event has been postponed since"));
	g_ptr_array_insert(differences, 0, difference);
}

Announced *
announced_of(Store *store, const EventWhole *whole, GError **error)
{
	GError *failure = NULL;
	struct announcement *last = last_announcement(store, whole->event->id, &failure);
	if (failure != NULL) {
		g_propagate_error(error, failure);
		return NULL;
	}
	Announced *announced = g_new0(Announced, 1);
	if (last == NULL) {
		announced->differences = g_ptr_array_new();
		return announced;
	}
	struct names names = {store,
			      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
	g_autofree char *now = event_freeze(whole);
	announced->version = last->version;
	announced->announced_at = g_strdup(last->announced_at);
	announced->differences = announcement_differences(last->content, now, name_of, &names);
	status_compare(whole->event, announced->differences);
	g_hash_table_unref(names.known);
	entity_free(&entity_announcement, last);
	return announced;
}

Announced *
announced_load(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(EventWhole) whole = event_whole_load(store, event_id, false, error);
	return whole != NULL ? announced_of(store, whole, error) : NULL;
}

void
announced_free(Announced *announced)
{
	if (announced == NULL)
		return;
	g_free(announced->announced_at);
	g_ptr_array_unref(announced->differences);
	g_free(announced);
}

char *
announced_when(Store *store, const Announced *announced)
{
	char local[17];
	if (announced->version == 0 ||
	    !clock_local(announced->announced_at, store_zone(store), local))
		return NULL;
	local[10] = '\0';
	g_autofree char *date = date_text(local, DATE_NUMERIC);
	return g_strdup_printf(_("%s (version %d)"), date, (int)announced->version);
}

/* ---- announcing ---------------------------------------------------------------------------------
 */

static bool
announcement_add(Store *store, const EventWhole *whole, const char *content, gint64 *version,
		 GError **error)
{
	char now[INSTANT_SIZE];
	g_autofree char *counter =
		g_strdup_printf("announcement %" G_GINT64_FORMAT, whole->event->id);
	*version = store_next(store, counter, 1, error);
	if (*version <= 0)
		return false;
	clock_instant(now);
	struct announcement *row = entity_new(&entity_announcement);
	row->event_id = whole->event->id;
	row->version = *version;
	text_set(&row->announced_at, now);
	text_set(&row->content, content);
	bool done = store_insert(store, &entity_announcement, row, error);
	entity_free(&entity_announcement, row);
	return done;
}

/* What was on the way to being announced is announced now; what took place stays as it is. */
static bool
status_announce(Store *store, struct event *event, GError **error)
{
	if (code_is(&code_event_statuses, event->status, CODE_OPEN) ||
	    code_is(&code_event_statuses, event->status, CODE_COUNTED))
		return true;
	text_set(&event->status, "announced");
	return store_update(store, &entity_event, event, error);
}

static bool
may_announce(const EventWhole *whole, GError **error)
{
	const struct event *event = whole->event;
	if (!code_is(&code_event_statuses, event->status, CODE_LIVE))
		return fail(error, ERROR_INVALID,
			    _("%s does not take place (%s): it is not announced"), event->number,
			    code_label(&code_event_statuses, event->status));
	for (guint i = 0; i < whole->days->n; i++)
		if (((const struct event_day *)whole->days->row[i])->date != NULL)
			return true;
	return fail(error, ERROR_INVALID,
		    _("%s has no day with a date: give it one before it is announced"),
		    event->number);
}

bool
event_announce(Store *store, gint64 event_id, gint64 *version, bool *added, GError **error)
{
	g_autoptr(EventWhole) whole = event_whole_load(store, event_id, false, error);
	if (whole == NULL || !may_announce(whole, error))
		return false;
	GError *failure = NULL;
	g_autofree char *content = event_freeze(whole);
	struct announcement *last = last_announcement(store, event_id, &failure);
	if (failure != NULL) {
		g_propagate_error(error, failure);
		return false;
	}
	*added = last == NULL || strcmp(last->content, content) != 0;
	*version = last != NULL ? last->version : 0;
	entity_free(&entity_announcement, last);
	return (!*added || announcement_add(store, whole, content, version, error)) &&
	       status_announce(store, whole->event, error);
}
