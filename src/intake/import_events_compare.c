/* What a row says otherwise than the event that it belongs to. What is not said, changes nothing;
 * partners and themes are only ever added. */
#include <string.h>

#include "app/event.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_events.h"

static const char *const members[] = {
	"title",
	"short_title",
	"mode",
	"status",
	"time_zone",
	"online_link",
	"access",
	"audience",
	"objectives",
	"fee",
	"registration_deadline",
	"seat_limit",
	"lunch",
	"proof_mode",
	"officer",
	"counted_attendance",
	"estimated_attendance",
	"attendance_note",
	"programme_note",
	"publications",
	"source",
	"notes",
};

static bool
folds_alike(const char *a, const char *b)
{
	g_autofree char *left = text_search_key(a);
	g_autofree char *right = text_search_key(b);
	return strcmp(left, right) == 0;
}

static bool
member_differs(const struct field *field, const struct event *now, const struct event *before)
{
	if (field_missing(field, now))
		return false;
	struct value said = field_get(field, now), known = field_get(field, before);
	if (said.type != VALUE_TEXT || known.type != VALUE_TEXT)
		return !value_equal(said, known);
	return !folds_alike(said.text, known.text);
}

/* Long texts are named, not shown. */
static void
member_say(const struct field *field, const struct event *now, const struct event *before,
	   GString *changes)
{
	enum { SHOWN_BYTES = 80 };
	g_autofree char *old = field_text(field, before);
	g_autofree char *new = field_text(field, now);
	if (field->kind == FIELD_LONG || strlen(old) > SHOWN_BYTES || strlen(new) > SHOWN_BYTES)
		changes_add(changes, _(field->label), *old != '\0' ? _("a text") : NULL,
			    _("another text"));
	else
		changes_add(changes, _(field->label), *old != '\0' ? old : NULL, new);
}

static void
members_differ(const struct event *now, const struct event *before, GString *changes)
{
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(&entity_event, members[i]);
		if (member_differs(field, now, before))
			member_say(field, now, before, changes);
	}
}

/* ---- days ----------------------------------------------------------------------------------- */

static bool
last_day_differs(const struct event *now, const struct event *before)
{
	return now->start_date != NULL && g_strcmp0(now->end_date, before->end_date) != 0 &&
	       now->end_date != NULL;
}

static void
dates_differ(const struct event *now, const struct event *before, GString *changes)
{
	if (now->start_date != NULL && g_strcmp0(now->start_date, before->start_date) != 0)
		changes_add(changes, _("Date"), before->start_date, now->start_date);
	if (last_day_differs(now, before))
		changes_add(changes, _("Last day"), before->end_date, now->end_date);
}

static void
time_differs(const char *label, const char *now, const char *before, GString *changes)
{
	if (*now != '\0' && g_strcmp0(now, before) != 0)
		changes_add(changes, label, before, now);
}

static bool
place_of(const struct told *told, struct place *place)
{
	*place = (struct place){told->venue, told->town, told->department};
	return told->venue != NULL || told->town != NULL;
}

static void
first_day_differs(Store *store, const struct events *events, const struct told *told,
		  gint64 event_id, GString *changes)
{
	g_autoptr(Rows) days = event_days(store, event_id, NULL);
	const struct event_day *day = days != NULL && days->n > 0 ? days->row[0] : NULL;
	time_differs(_("Welcome"), told->welcome, day != NULL ? day->welcome_time : NULL, changes);
	time_differs(_("Start"), told->start, day != NULL ? day->start_time : NULL, changes);
	time_differs(_("End"), told->end, day != NULL ? day->end_time : NULL, changes);
	struct place place;
	if (!place_of(told, &place))
		return;
	const struct venue *venue = places_find(events->places, &place);
	gint64 known = day != NULL ? day->venue_id : 0;
	if (venue == NULL || venue->id != known)
		changes_add(changes, _("Place"), NULL,
			    told->venue != NULL ? told->venue : told->town);
}

/* ---- names ---------------------------------------------------------------------------------- */

static void
kind_differs(Store *store, const struct told *told, const struct event *event, GString *changes)
{
	struct kind *kind =
		event->kind_id != 0 ? store_get(store, &entity_kind, event->kind_id, NULL) : NULL;
	if (told->kind != NULL && (kind == NULL || !folds_alike(kind->name, told->kind)))
		changes_add(changes, _("Kind"), kind != NULL ? kind->name : NULL, told->kind);
	entity_free(&entity_kind, kind);
}

static bool
rows_have(const Rows *rows, const char *column, gint64 id)
{
	const struct field *field = entity_field(rows->entity, column);
	for (guint i = 0; i < rows->n; i++)
		if (field_get(field, rows->row[i]).integer == id)
			return true;
	return false;
}

static void
partners_differ(Store *store, const struct events *events, const struct told *told, gint64 event_id,
		GString *changes)
{
	g_autoptr(Rows) rows = store_of(store, &entity_partner, "event_id", event_id, NULL);
	char *const *const lists[] = {told->organisers, told->partners};
	for (gsize list = 0; rows != NULL && list < G_N_ELEMENTS(lists); list++)
		for (guint i = 0; lists[list][i] != NULL; i++) {
			gint64 id = bodies_find(events->bodies, lists[list][i]);
			if (id == 0 || !rows_have(rows, "organisation_id", id))
				changes_add(changes, _("Partners"), NULL, lists[list][i]);
		}
}

static void
themes_differ(Store *store, const struct events *events, const struct told *told, gint64 event_id,
	      GString *changes)
{
	g_autoptr(Rows) rows = store_of(store, &entity_event_theme, "event_id", event_id, NULL);
	for (guint i = 0; rows != NULL && told->themes[i] != NULL; i++) {
		g_autofree char *key = text_search_key(told->themes[i]);
		const gint64 *id = g_hash_table_lookup(events->themes, key);
		if (id == NULL || !rows_have(rows, "theme_id", *id))
			changes_add(changes, _("Themes"), NULL, told->themes[i]);
	}
}

char *
told_differs(Store *store, ImportPlan *plan, const struct told *told, const struct event *event)
{
	const struct events *events = events_of(plan);
	GString *changes = g_string_new(NULL);
	members_differ(&told->event, event, changes);
	dates_differ(&told->event, event, changes);
	first_day_differs(store, events, told, event->id, changes);
	kind_differs(store, told, event, changes);
	partners_differ(store, events, told, event->id, changes);
	themes_differ(store, events, told, event->id, changes);
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

/* ---- taking --------------------------------------------------------------------------------- */

static bool
members_take(Store *store, ImportPlan *plan, const struct told *told, struct event *event,
	     GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(&entity_event, members[i]);
		if (member_differs(field, &told->event, event))
			field_set(field, event, field_get(field, &told->event));
	}
	if (told->event.fee_cents != MISSING)
		event->fee_cents = told->event.fee_cents;
	if (told->kind != NULL) {
		event->kind_id =
			named_id(store, events_of(plan)->kinds, &noun_kind, told->kind, error);
		if (event->kind_id == 0)
			return false;
	}
	return store_update(store, &entity_event, event, error);
}

static bool
days_take(Store *store, const struct told *told, struct event *event, GError **error)
{
	const char *first = told->event.start_date;
	if (first != NULL && g_strcmp0(first, event->start_date) != 0 &&
	    !event_move(store, event, first, error))
		return false;
	if (!last_day_differs(&told->event, event))
		return true;
	/* The row has moved on with its days. */
	struct event *moved = store_get(store, &entity_event, event->id, error);
	bool done = moved != NULL && event_set_end(store, moved, told->event.end_date, NULL, error);
	entity_free(&entity_event, moved);
	return done;
}

static void
time_take(char **member, const char *time)
{
	if (*time != '\0')
		text_set(member, time);
}

static bool
times_and_place_take(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
		     GError **error)
{
	struct place place;
	gint64 venue_id = 0;
	if (place_of(told, &place) &&
	    !places_make(store, events_of(plan)->places, &place, &venue_id, error))
		return false;
	if (venue_id == 0 && *told->welcome == '\0' && *told->start == '\0' && *told->end == '\0')
		return true;
	struct event_day *first = event_first_day(store, event_id, error);
	if (first == NULL)
		return false;
	entity_free(&entity_event_day, first);
	g_autoptr(Rows) days = event_days(store, event_id, error);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		struct event_day *day = days->row[i];
		time_take(&day->welcome_time, told->welcome);
		time_take(&day->start_time, told->start);
		time_take(&day->end_time, told->end);
		if (venue_id != 0)
			day->venue_id = venue_id;
		if (!store_update(store, &entity_event_day, day, error))
			return false;
	}
	return days != NULL;
}

bool
told_take(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	bool done = event != NULL && members_take(store, plan, told, event, error) &&
		    days_take(store, told, event, error) &&
		    times_and_place_take(store, plan, told, event_id, error) &&
		    partners_write(store, plan, told, event_id, error) &&
		    themes_write(store, plan, told, event_id, error);
	entity_free(&entity_event, event);
	return done;
}
