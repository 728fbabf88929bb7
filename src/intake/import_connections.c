#include "intake/import_connections.h"

#include <string.h>

#include "app/checkin.h"
#include "app/door.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/event.h"
#include "intake/import_connections_private.h"
#include "intake/import_private.h"
#include "store/setting.h"

static void
half_day_free(gpointer pointer)
{
	struct connected_half_day *half_day = pointer;
	g_free(half_day->name);
	g_free(half_day->words);
	g_free(half_day);
}

static void
connected_free(gpointer pointer)
{
	struct connected *person = pointer;
	g_free(person->name);
	g_free(person->email);
	g_free(person->attendee);
	g_free(person->number);
	g_free(person->reason);
	g_free(person->seconds);
	g_free(person->marks);
	g_free(person);
}

static void
group_free(gpointer pointer)
{
	struct connected_group *group = pointer;
	g_free(group->name);
	g_free(group->email);
	g_array_unref(group->times);
	g_free(group);
}

static void
known_free(gpointer pointer)
{
	struct connected_known *known = pointer;
	g_free(known->words);
	g_free(known->number);
	g_free(known->states);
	g_free(known->logged);
	g_free(known);
}

static ConnectionsPlan *
plan_new(gint64 event_id, const char *zone)
{
	ConnectionsPlan *plan = g_new0(ConnectionsPlan, 1);
	plan->event_id = event_id;
	plan->half_days = g_ptr_array_new_with_free_func(half_day_free);
	plan->people = g_ptr_array_new_with_free_func(connected_free);
	plan->problems = g_ptr_array_new_with_free_func((GDestroyNotify)import_problem_free);
	plan->work = g_new0(struct connections_work, 1);
	plan->work->groups = g_ptr_array_new_with_free_func(group_free);
	plan->work->windows = g_array_new(FALSE, FALSE, sizeof(struct connection_window));
	plan->work->attendees =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, known_free);
	plan->work->zone = g_time_zone_new_identifier(zone != NULL ? zone : "UTC");
	if (plan->work->zone == NULL)
		plan->work->zone = g_time_zone_new_utc();
	return plan;
}

void
connections_plan_free(ConnectionsPlan *plan)
{
	if (plan == NULL)
		return;
	g_ptr_array_unref(plan->half_days);
	g_ptr_array_unref(plan->people);
	g_ptr_array_unref(plan->problems);
	g_ptr_array_unref(plan->work->groups);
	g_array_unref(plan->work->windows);
	g_hash_table_destroy(plan->work->attendees);
	g_time_zone_unref(plan->work->zone);
	g_free(plan->work);
	g_free(plan);
}

/* ---- a plan -------------------------------------------------------------------------------------
 */

static bool
threshold_find(Store *store, const struct connections_options *options,
	       struct connection_threshold *threshold, GError **error)
{
	if (options->threshold != NULL && !connection_threshold_read(options->threshold, threshold))
		return fail(error, ERROR_INVALID,
			    _("“%s”: minutes (30) or a part of the half-day (50 %%) are expected"),
			    options->threshold);
	if (options->threshold != NULL)
		return true;
	g_autofree char *setting = setting_get(store, "remote_minutes");
	if (setting == NULL || !connection_threshold_read(setting, threshold))
		connection_threshold_read(CONNECTION_THRESHOLD_DEFAULT, threshold);
	return true;
}

static bool
plan_make(Store *store, ConnectionsPlan *plan, const char *path,
	  const struct connections_options *options, GError **error)
{
	struct connection_threshold threshold;
	g_autoptr(GPtrArray) dates = g_ptr_array_new_with_free_func(g_free);
	if (!threshold_find(store, options, &threshold, error) ||
	    !connections_half_days(store, plan, &threshold, dates, error) ||
	    !connections_read(store, plan, path, dates, error) ||
	    !connections_choose(plan, options->half_day_id, error) ||
	    !connections_match(store, plan, error))
		return false;
	connections_judge(plan);
	return true;
}

ConnectionsPlan *
connections_plan_file(Store *store, gint64 event_id, const char *path,
		      const struct connections_options *options, GError **error)
{
	static const struct connections_options none = {.threshold = NULL};
	struct event *event = store_get(store, &entity_event, event_id, error);
	ConnectionsPlan *plan = event != NULL ? plan_new(event_id, event->time_zone) : NULL;
	entity_free(&entity_event, event);
	if (plan != NULL && !plan_make(store, plan, path, options != NULL ? options : &none, error))
		g_clear_pointer(&plan, connections_plan_free);
	return plan;
}

void
connections_decide(ConnectionsPlan *plan, guint person, enum import_decision decision)
{
	const struct connected *one = g_ptr_array_index(plan->people, person);
	group_at(plan, one->group)->decision = decision;
	group_at(plan, one->group)->included = decision == DECIDE_NEW;
	connections_judge(plan);
}

void
connections_decide_all(ConnectionsPlan *plan, enum import_decision decision)
{
	for (guint i = 0; i < plan->work->groups->len; i++)
		group_at(plan, i)->decision = decision;
	connections_judge(plan);
}

void
connections_include(ConnectionsPlan *plan, guint person, bool included)
{
	const struct connected *one = g_ptr_array_index(plan->people, person);
	group_at(plan, one->group)->included = included;
	connections_judge(plan);
}

static bool
is_typed(const struct connected *person, const char *typed)
{
	g_autofree char *line = g_strdup_printf("%u", person->line);
	g_autofree char *wanted = text_search_key(typed);
	g_autofree char *name = text_search_key(person->name);
	return strcmp(line, typed) == 0 || strcmp(person->name, typed) == 0 ||
	       (*wanted != '\0' && strcmp(wanted, name) == 0);
}

static bool
include_one(const ConnectionsPlan *plan, const char *typed, GError **error)
{
	bool found = false;
	for (guint i = 0; i < plan->people->len; i++) {
		const struct connected *person = plan->people->pdata[i];
		if (!person->strange || !connected_reached_any(plan, person) ||
		    !is_typed(person, typed))
			continue;
		group_at(plan, person->group)->included = true;
		found = true;
	}
	return found || fail(error, ERROR_NOT_FOUND,
			     _("“%s” is neither the line nor the name of anybody of the log who "
			       "waits for a decision to be registered"),
			     typed);
}

bool
connections_include_typed(ConnectionsPlan *plan, const char *typed, GError **error)
{
	g_auto(GStrv) all = g_strsplit(typed, ";", -1);
	bool done = true;
	for (guint i = 0; done && all[i] != NULL; i++)
		done = *g_strstrip(all[i]) == '\0' || include_one(plan, all[i], error);
	connections_judge(plan);
	return done;
}

static const struct {
	const char *code;
	const char *words;
} outcomes[] = {
	[CONNECTED_NEW] = {"new", N_("now present")},
	[CONNECTED_CHANGED] = {"changed", N_("now present, changed")},
	[CONNECTED_SAME] = {"same", N_("already there")},
	[CONNECTED_BELOW] = {"below", N_("too short")},
	[CONNECTED_DOUBTFUL] = {"doubtful", N_("doubtful ?")},
	[CONNECTED_UNKNOWN] = {"unknown", N_("not registered")},
	[CONNECTED_GONE] = {"withdrawn", N_("has withdrawn")},
	[CONNECTED_REGISTERED] = {"registered", N_("registered, present")},
	[CONNECTED_HOST] = {"host", N_("led the meeting")},
};

const char *
connected_outcome_text(enum connected_outcome outcome)
{
	return _(outcomes[outcome].words);
}

const char *
connected_outcome_code(enum connected_outcome outcome)
{
	return outcomes[outcome].code;
}

static bool
came_unregistered(const ConnectionsPlan *plan, const struct connected *person)
{
	return (person->outcome == CONNECTED_UNKNOWN || person->outcome == CONNECTED_GONE) &&
	       connected_reached_any(plan, person);
}

static bool
is_walk_in(const ConnectionsPlan *plan, const struct connected *person)
{
	return came_unregistered(plan, person) && (!person->strange || person->included);
}

void
connections_count(const ConnectionsPlan *plan, struct connected_counts *counts)
{
	*counts = (struct connected_counts){0};
	guint *const places[] = {
		[CONNECTED_NEW] = &counts->new,           [CONNECTED_CHANGED] = &counts->changed,
		[CONNECTED_SAME] = &counts->same,         [CONNECTED_BELOW] = &counts->below,
		[CONNECTED_DOUBTFUL] = &counts->doubtful, [CONNECTED_UNKNOWN] = &counts->unknown,
		[CONNECTED_GONE] = &counts->unknown,      [CONNECTED_HOST] = &counts->hosts,
		[CONNECTED_REGISTERED] = &counts->new,
	};
	for (guint i = 0; i < plan->people->len; i++) {
		const struct connected *person = plan->people->pdata[i];
		++*places[person->outcome];
		counts->walk_ins += is_walk_in(plan, person);
		counts->strange += came_unregistered(plan, person) && !is_walk_in(plan, person);
	}
}

/* ---- writing ------------------------------------------------------------------------------------
 */

static bool
person_mark(Store *store, ConnectionsPlan *plan, const struct connected *person, gint64 attendee_id,
	    bool all, GError **error)
{
	static const struct presence_said said = {.state = "present", .origin = "remote"};
	for (guint i = 0; i < plan->half_days->len; i++) {
		bool marked = false;
		if (!person->marks[i] && !(all && connected_reached(plan, person, i)))
			continue;
		if (!presence_note(store, attendee_id, half_day_of(plan, i)->id, &said, &marked,
				   error))
			return false;
		plan->marked += marked;
	}
	return true;
}

/* The table says of whoever has just been registered as whom. */
static bool
registered_put(Store *store, struct connected *person, gint64 id, GError **error)
{
	struct attendee *attendee = store_get(store, &entity_attendee, id, error);
	if (attendee == NULL)
		return false;
	person->outcome = CONNECTED_REGISTERED;
	person->attendee_id = id;
	g_free(person->attendee);
	person->attendee =
		person_words(attendee->first_name, attendee->last_name, attendee->organisation);
	text_set(&person->number, attendee->number);
	g_clear_pointer(&person->reason, g_free);
	entity_free(&entity_attendee, attendee);
	return true;
}

static bool
walk_in_write(Store *store, ConnectionsPlan *plan, struct connected *person, GError **error)
{
	gint64 id = person->attendee_id;
	plan->registered++;
	if (person->outcome == CONNECTED_GONE) {
		person->outcome = CONNECTED_REGISTERED;
		return attendee_stands_again(store, id, error) &&
		       person_mark(store, plan, person, id, true, error);
	}
	g_autofree char *name = connection_name(person->name);
	g_autofree char *email = text_email_key(person->email);
	id = walk_in_register(store, plan->event_id, name, NULL,
			      email != NULL ? person->email : NULL, error);
	return id != 0 && registered_put(store, person, id, error) &&
	       person_mark(store, plan, person, id, true, error);
}

static bool
plan_write(Store *store, ConnectionsPlan *plan, bool walk_ins, GError **error)
{
	plan->marked = plan->registered = 0;
	for (guint i = 0; i < plan->people->len; i++) {
		struct connected *person = plan->people->pdata[i];
		bool marks =
			person->outcome == CONNECTED_NEW || person->outcome == CONNECTED_CHANGED;
		if (marks && !person_mark(store, plan, person, person->attendee_id, false, error))
			return false;
		if (walk_ins && is_walk_in(plan, person) &&
		    !walk_in_write(store, plan, person, error))
			return false;
	}
	return true;
}

bool
connections_apply(Store *store, ConnectionsPlan *plan, bool walk_ins, bool dry_run, GError **error)
{
	if (!store_begin(store, "connections_import", error))
		return false;
	bool done = plan_write(store, plan, walk_ins, error);
	store_about(store, &entity_event, plan->event_id, plan->event_id, plan->marked);
	if (done && !dry_run)
		done = store_commit(store, NULL, error);
	else
		store_rollback(store);
	if (!done) /* nobody has been registered after all */
		connections_judge(plan);
	return done;
}
