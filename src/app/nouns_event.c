/* Events and their partners. */
#include <string.h>

#include "app/directory.h"
#include "app/event.h"
#include "app/nouns.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/place.h"
#include "core/reference.h"
#include "core/status.h"

static bool
event_noun_begin(Store *store, void *row, GError **error)
{
	return event_begin(store, row, error);
}

/* ---- dates --------------------------------------------------------------------------------------
 */

/* The row's own copy follows what its days have become, so that it can be written again. */
static bool
event_reload(Store *store, struct event *event, GError **error)
{
	struct event *stored = store_get(store, &entity_event, event->id, error);
	if (stored == NULL)
		return false;
	entity_clear(&entity_event, event);
	*event = *stored;
	g_free(stored);
	return true;
}

/* GIVEN is false for a blank, which clears. */
static bool
date_typed(Store *store, const char *key, const char *typed, char date[static 11], bool *given,
	   GError **error)
{
	g_autofree char *text = text_accept(typed, false, NULL);
	*given = text != NULL;
	if (text == NULL)
		return true;
	char today[11];
	store_today(store, today);
	const char *label = noun_key_label(&noun_event, noun_key(&noun_event, key));
	struct date_reading reading;
	if (!date_parse(text, today, &reading, error)) {
		g_prefix_error(error, _("%s: "), label);
		return false;
	}
	g_strlcpy(date, reading.date, 11);
	return !reading.weekday_wrong || fail(error, ERROR_INVALID, _("%s: “%s”: that day is a %s"),
					      label, text, date_weekday_name(date_weekday(date)));
}

static char *
start_date_get(Store *store, const void *row)
{
	(void)store;
	return g_strdup(((const struct event *)row)->start_date);
}

static bool
start_date_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	char date[11];
	bool given = false;
	if (!date_typed(store, "start_date", typed, date, &given, error))
		return false;
	return event_move(store, row, given ? date : NULL, error) &&
	       event_reload(store, row, error);
}

/* The number bears the year of the date; the day itself is made once the event is stored. */
static bool
start_date_early(Store *store, void *row, const char *typed, GError **error)
{
	char date[11];
	bool given = false;
	if (!date_typed(store, "start_date", typed, date, &given, error))
		return false;
	text_set(&((struct event *)row)->start_date, given ? date : NULL);
	return true;
}

static char *
end_date_get(Store *store, const void *row)
{
	(void)store;
	return g_strdup(((const struct event *)row)->end_date);
}

static bool
end_date_early(Store *store, void *row, const char *typed, GError **error)
{
	char date[11];
	bool given = false;
	(void)row;
	return date_typed(store, "end_date", typed, date, &given, error);
}

static bool
end_date_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	char date[11];
	bool given = false;
	if (!date_typed(store, "end_date", typed, date, &given, error))
		return false;
	return event_set_end(store, row, given ? date : NULL, notes, error) &&
	       event_reload(store, row, error);
}

static char *
days_get(Store *store, const void *row)
{
	GString *dates = g_string_new(NULL);
	g_autoptr(Rows) days = event_days(store, ((const struct event *)row)->id, NULL);
	for (guint i = 0; days != NULL && i < days->n; i++)
		values_add(dates, ((struct event_day *)days->row[i])->date);
	return values_end(dates);
}

static bool
days_early(Store *store, void *row, const char *typed, GError **error)
{
	g_auto(GStrv) days = values_split(typed);
	for (guint i = 1; days[0] != NULL && days[i] != NULL; i++) {
		char date[11];
		bool given = false;
		if (!date_typed(store, "days", days[i], date, &given, error))
			return false;
	}
	return days[0] == NULL || start_date_early(store, row, days[0], error);
}

static bool
days_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	struct event *event = row;
	g_auto(GStrv) typed_days = values_split(typed);
	guint n = g_strv_length(typed_days);
	g_autofree char *dates = g_malloc0(11 * (n + 1));
	g_autofree const char **days = g_new0(const char *, n + 1);
	for (guint i = 0; i < n; i++) {
		bool given = false;
		char *date = dates + (gsize)i * 11;
		if (!date_typed(store, "days", typed_days[i], date, &given, error))
			return false;
		if (!date_is_day(date))
			return fail(error, ERROR_INVALID, _("days: “%s” does not say the day"),
				    typed_days[i]);
		days[i] = date;
	}
	if (n == 0)
		return event_move(store, event, NULL, error) && event_reload(store, event, error);
	event->days_known = 1;
	return store_update(store, &entity_event, event, error) &&
	       event_set_days(store, event->id, days, n, error) &&
	       event_reload(store, event, error);
}

/* ---- times and place: those of the first day; written to every day
 * ------------------------------- */

static struct event_day *
first_day(Store *store, const void *row)
{
	g_autoptr(Rows) days = event_days(store, ((const struct event *)row)->id, NULL);
	return days != NULL && days->n > 0 ? g_steal_pointer(&days->row[0]) : NULL;
}

static char *
day_member_get(Store *store, const void *row, const char *member)
{
	struct event_day *day = first_day(store, row);
	if (day == NULL)
		return NULL;
	struct value value = field_get(entity_field(&entity_event_day, member), day);
	char *text = g_strdup(value.text);
	entity_free(&entity_event_day, day);
	return text;
}

static char *
welcome_get(Store *store, const void *row)
{
	return day_member_get(store, row, "welcome_time");
}

static char *
start_get(Store *store, const void *row)
{
	return day_member_get(store, row, "start_time");
}

static char *
end_get(Store *store, const void *row)
{
	return day_member_get(store, row, "end_time");
}

static bool
day_order(const struct event_day *day, GError **error)
{
	if (day->start_time != NULL && day->end_time != NULL &&
	    strcmp(day->start_time, day->end_time) >= 0)
		return fail(error, ERROR_INVALID, _("the end (%s) is not after the start (%s)"),
			    day->end_time, day->start_time);
	return true;
}

static bool
day_member_early(const char *member, const char *typed, GError **error)
{
	struct event_day *day = entity_new(&entity_event_day);
	bool read = field_read(entity_field(&entity_event_day, member), day, typed, NULL, error);
	entity_free(&entity_event_day, day);
	return read;
}

/* The whole of what is typed is judged once all of it is there: the end may move with the start. */
static bool
day_member_set(Store *store, void *row, const char *member, const char *typed, GError **error)
{
	struct event *event = row;
	struct event_day *first = event_first_day(store, event->id, error);
	if (first == NULL)
		return false;
	entity_free(&entity_event_day, first);
	g_autoptr(Rows) days = event_days(store, event->id, error);
	for (guint i = 0; days != NULL && i < days->n; i++)
		if (!field_read(entity_field(&entity_event_day, member), days->row[i], typed, NULL,
				error) ||
		    !store_update(store, &entity_event_day, days->row[i], error))
			return false;
	return days != NULL;
}

static bool
welcome_early(Store *store, void *row, const char *typed, GError **error)
{
	(void)store;
	(void)row;
	return day_member_early("welcome_time", typed, error);
}

static bool
welcome_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	return day_member_set(store, row, "welcome_time", typed, error);
}

static bool
start_early(Store *store, void *row, const char *typed, GError **error)
{
	(void)store;
	(void)row;
	return day_member_early("start_time", typed, error);
}

static bool
start_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	return day_member_set(store, row, "start_time", typed, error);
}

static bool
end_early(Store *store, void *row, const char *typed, GError **error)
{
	(void)store;
	(void)row;
	return day_member_early("end_time", typed, error);
}

static bool
end_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	return day_member_set(store, row, "end_time", typed, error);
}

static char *
venue_member(Store *store, const void *row, const char *member)
{
	struct event_day *day = first_day(store, row);
	struct venue *venue = day != NULL && day->venue_id != 0
				      ? store_get(store, &entity_venue, day->venue_id, NULL)
				      : NULL;
	char *text = NULL;
	if (venue != NULL)
		text = g_strdup(field_get(entity_field(&entity_venue, member), venue).text);
	entity_free(&entity_venue, venue);
	entity_free(&entity_event_day, day);
	return text;
}

/* Of some past events only the town was published. */
static char *
venue_get(Store *store, const void *row)
{
	struct event_day *day = first_day(store, row);
	struct venue *venue = day != NULL && day->venue_id != 0
				      ? store_get(store, &entity_venue, day->venue_id, NULL)
				      : NULL;
	char *name = venue != NULL && !venue_is_town(venue) ? g_strdup(venue->name) : NULL;
	entity_free(&entity_venue, venue);
	entity_free(&entity_event_day, day);
	return name;
}

static char *
town_get(Store *store, const void *row)
{
	return venue_member(store, row, "town");
}

static char *
department_get(Store *store, const void *row)
{
	return venue_member(store, row, "department");
}

/* A name that is not there yet is made; one that several bear is refused. */
static bool
venue_early(Store *store, void *row, const char *typed, GError **error)
{
	g_autofree char *name = text_accept(typed, false, NULL);
	GError *reason = NULL;
	(void)row;
	if (name == NULL || noun_find(store, &noun_venue, 0, name, &reason) != 0)
		return true;
	if (!g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		g_propagate_error(error, reason);
		return false;
	}
	g_clear_error(&reason);
	return true;
}

static bool
venue_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct event *event = row;
	g_autofree char *name = text_accept(typed, false, NULL);
	gint64 venue_id = 0;
	if (name != NULL) {
		GError *reason = NULL;
		venue_id = noun_find(store, &noun_venue, 0, name, &reason);
		if (venue_id == 0 && g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND))
			venue_id = noun_venue.resolve(store, event, name, notes, error);
		else if (venue_id == 0)
			g_propagate_error(error, g_steal_pointer(&reason));
		g_clear_error(&reason);
		if (venue_id == 0)
			return false;
	}
	struct event_day *first = event_first_day(store, event->id, error);
	if (first == NULL)
		return false;
	entity_free(&entity_event_day, first);
	g_autoptr(Rows) days = event_days(store, event->id, error);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		((struct event_day *)days->row[i])->venue_id = venue_id;
		if (!store_update(store, &entity_event_day, days->row[i], error))
			return false;
	}
	return days != NULL;
}

/* ---- themes -------------------------------------------------------------------------------------
 */

static char *
themes_get(Store *store, const void *row)
{
	GString *names = g_string_new(NULL);
	g_autoptr(Rows) rows = store_of(store, &entity_event_theme, "event_id",
					((const struct event *)row)->id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		struct theme *theme =
			store_get(store, &entity_theme,
				  ((struct event_theme *)rows->row[i])->theme_id, NULL);
		values_add(names, theme != NULL ? theme->name : NULL);
		entity_free(&entity_theme, theme);
	}
	return values_end(names);
}

static bool
theme_place(Store *store, gint64 event_id, gint64 theme_id, gint64 position, const Rows *present,
	    GError **error)
{
	for (guint i = 0; i < present->n; i++) {
		struct event_theme *link = present->row[i];
		if (link->theme_id != theme_id)
			continue;
		link->position = position;
		return store_update(store, &entity_event_theme, link, error);
	}
	struct event_theme *link = entity_new(&entity_event_theme);
	link->event_id = event_id;
	link->theme_id = theme_id;
	link->position = position;
	bool done = store_insert(store, &entity_event_theme, link, error);
	entity_free(&entity_event_theme, link);
	return done;
}

static bool
themes_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	const struct event *event = row;
	g_auto(GStrv) names = values_split(typed);
	g_autoptr(Rows) present =
		store_of(store, &entity_event_theme, "event_id", event->id, error);
	g_autoptr(GHashTable) kept =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; present != NULL && names[i] != NULL; i++) {
		gint64 id = noun_theme.resolve(store, event, names[i], notes, error);
		if (id == 0)
			return false;
		if (g_hash_table_add(kept, g_memdup2(&id, sizeof id)) &&
		    !theme_place(store, event->id, id, i, present, error))
			return false;
	}
	for (guint i = 0; present != NULL && i < present->n; i++) {
		const struct event_theme *link = present->row[i];
		if (!g_hash_table_contains(kept, &link->theme_id) &&
		    !store_delete(store, &entity_event_theme, link->id, error))
			return false;
	}
	return present != NULL;
}

/* ---- counts -------------------------------------------------------------------------------------
 */

static char *
registered_get(Store *store, const void *row)
{
	return number_text(event_registered(store, ((const struct event *)row)->id, NULL));
}

static char *
present_get(Store *store, const void *row)
{
	return number_text(event_present(store, ((const struct event *)row)->id, NULL));
}

static char *
shown_status_get(Store *store, const void *row)
{
	return g_strdup(event_shown_status(store, row));
}

static char *
shown_status_words(Store *store, const void *row)
{
	const char *shown = event_shown_status(store, row);
	return g_strdup(code_label(code_find(&code_event_openings, shown) != NULL
					   ? &code_event_openings
					   : &code_event_statuses,
				   shown));
}

static bool
event_judge(Store *store, const void *row, const char **key, GError **error)
{
	const struct event *event = row;
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(event->time_zone);
	*key = "time_zone";
	if (zone == NULL)
		return fail(error, ERROR_INVALID,
			    _("“%s” is no time zone: a name such as Europe/Paris is expected"),
			    event->time_zone);
	g_autoptr(Rows) days = event_days(store, event->id, error);
	*key = "end_time";
	for (guint i = 0; days != NULL && i < days->n; i++)
		if (!day_order(days->row[i], error))
			return false;
	return days != NULL;
}

/* None and 0 are the same limit; what somebody typed is answered. */
static char *
limit_words(gint64 limit)
{
	return limit == MISSING ? g_strdup("")
	       : limit <= 0     ? g_strdup(_("without a limit"))
				: g_strdup_printf("%" G_GINT64_FORMAT, limit);
}

static char *
seat_limit_words(Store *store, const void *row)
{
	(void)store;
	return limit_words(((const struct event *)row)->seat_limit);
}

static char *
organisation_quota_words(Store *store, const void *row)
{
	(void)store;
	return limit_words(((const struct event *)row)->organisation_quota);
}

static const struct noun_key event_keys[] = {
	PLAIN("number", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("title", NOUN_LISTED),
	PLAIN("short_title", 0),
	{.key = "kind", .field = "kind_id", .named = &noun_kind, .flags = NOUN_LISTED},
	PLAIN("status", NOUN_LISTED),
	{.key = "shown_status",
	 .label = N_("Shown status"),
	 .flags = NOUN_READ_ONLY,
	 .get = shown_status_get,
	 .words = shown_status_words},
	PLAIN("mode", 0),
	{.key = "start_date",
	 .label = N_("Date"),
	 .flags = NOUN_LISTED | NOUN_DATE,
	 .early = start_date_early,
	 .get = start_date_get,
	 .set = start_date_set},
	{.key = "days",
	 .label = N_("Days"),
	 .flags = NOUN_MANY,
	 .early = days_early,
	 .get = days_get,
	 .set = days_set},
	{.key = "end_date",
	 .label = N_("Last day"),
	 .flags = NOUN_DATE,
	 .early = end_date_early,
	 .get = end_date_get,
	 .set = end_date_set},
	{.key = "welcome_time",
	 .label = N_("Welcome"),
	 .flags = NOUN_TIME,
	 .get = welcome_get,
	 .early = welcome_early,
	 .set = welcome_set},
	{.key = "start_time",
	 .label = N_("Start"),
	 .flags = NOUN_TIME,
	 .get = start_get,
	 .early = start_early,
	 .set = start_set},
	{.key = "end_time",
	 .label = N_("End"),
	 .flags = NOUN_TIME,
	 .get = end_get,
	 .early = end_early,
	 .set = end_set},
	PLAIN("time_zone", 0),
	{.key = "venue",
	 .label = N_("Place"),
	 .early = venue_early,
	 .get = venue_get,
	 .set = venue_set},
	{.key = "town",
	 .label = N_("Town"),
	 .flags = NOUN_LISTED | NOUN_READ_ONLY,
	 .get = town_get},
	{.key = "department",
	 .label = N_("Département"),
	 .flags = NOUN_READ_ONLY,
	 .get = department_get},
	{.key = "seat_limit", .field = "seat_limit", .words = seat_limit_words},
	PLAIN("registration_deadline", 0),
	{.key = "themes",
	 .label = N_("Themes"),
	 .flags = NOUN_MANY,
	 .get = themes_get,
	 .set = themes_set},
	{.key = "cycle", .field = "cycle_id", .named = &noun_cycle},
	PLAIN("counted_attendance", 0),
	PLAIN("estimated_attendance", 0),
	{.key = "registered",
	 .label = N_("Registered"),
	 .flags = NOUN_LISTED | NOUN_READ_ONLY | NOUN_NUMBER,
	 .get = registered_get},
	{.key = "present",
	 .label = N_("Present"),
	 .flags = NOUN_READ_ONLY | NOUN_NUMBER,
	 .get = present_get},
	PLAIN("days_known", 0),
	PLAIN("online_link", 0),
	PLAIN("access", NOUN_LONG),
	PLAIN("audience", 0),
	PLAIN("objectives", NOUN_LONG),
	PLAIN("small_site_seats", 0),
	{.key = "organisation_quota",
	 .field = "organisation_quota",
	 .words = organisation_quota_words},
	PLAIN("fee", 0),
	PLAIN("fee_cents", 0),
	PLAIN("lunch", 0),
	PLAIN("proof_mode", 0),
	PLAIN("attendance_note", 0),
	PLAIN("quorum", 0),
	PLAIN("officer", 0),
	PLAIN("programme_note", NOUN_LONG),
	PLAIN("publications", 0),
	PLAIN("source", 0),
	PLAIN("notes", NOUN_LONG),
};

const struct noun noun_event = {
	.name = "event",
	.label = N_("Events"),
	.entity = &entity_event,
	.keys = event_keys,
	.n_keys = G_N_ELEMENTS(event_keys),
	.name_key = "title",
	.begin = event_noun_begin,
	.judge = event_judge,
	.deletable = event_deletable,
};

/* ---- partners -----------------------------------------------------------------------------------
 */

static char *
partner_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct partner *)row)->event_id);
}

static bool
partner_begin(Store *store, void *row, GError **error)
{
	struct partner *partner = row;
	if (partner->role == NULL)
		text_set(&partner->role, "partner");
	gint64 there = store_count(store, &entity_partner, "event_id",
				   value_integer(partner->event_id), error);
	if (there < 0)
		return false;
	partner->position = there;
	return true;
}

static const struct noun_key partner_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = partner_event_get},
	{.key = "organisation",
	 .field = "organisation_id",
	 .named = &noun_organisation,
	 .flags = NOUN_LISTED},
	PLAIN("role", NOUN_LISTED),
	PLAIN("name", 0),
	PLAIN("wording", 0),
	PLAIN("position", 0),
};

const struct noun noun_partner = {
	.name = "partner",
	.label = N_("Partners"),
	.entity = &entity_partner,
	.keys = partner_keys,
	.n_keys = G_N_ELEMENTS(partner_keys),
	.owner = "event_id",
	.name_key = "organisation",
	.begin = partner_begin,
};
