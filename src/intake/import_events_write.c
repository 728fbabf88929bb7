/* Events as they are written. */
#include <string.h>

#include "app/event.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_events.h"

/* ---- before and behind ---------------------------------------------------------------------- */

static GHashTable *
names_load(Store *store, const struct entity *entity, const char *member, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, entity, error);
	if (rows == NULL)
		return NULL;
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint i = 0; i < rows->n; i++) {
		const struct row_head *head = rows->row[i];
		const char *name = field_get(entity_field(entity, member), head).text;
		g_hash_table_replace(names, text_search_key(name),
				     g_memdup2(&head->id, sizeof head->id));
	}
	return names;
}

bool
events_load_names(Store *store, ImportPlan *plan, GError **error)
{
	struct events *events = events_of(plan);
	g_clear_pointer(&events->kinds, g_hash_table_destroy);
	g_clear_pointer(&events->themes, g_hash_table_destroy);
	g_clear_pointer(&events->cycles, g_hash_table_destroy);
	g_clear_pointer(&events->bodies, bodies_free);
	g_clear_pointer(&events->places, places_free);
	events->kinds = names_load(store, &entity_kind, "name", error);
	if (events->kinds != NULL)
		events->themes = names_load(store, &entity_theme, "name", error);
	if (events->themes != NULL)
		events->cycles = names_load(store, &entity_cycle, "title", error);
	if (events->cycles != NULL)
		events->bodies = bodies_load(store, error);
	if (events->bodies != NULL)
		events->places = places_load(store, error);
	return events->places != NULL;
}

bool
events_open(Store *store, ImportPlan *plan, GError **error)
{
	struct events *events = events_of(plan);
	for (guint row = 0; row < plan->rows->len; row++)
		events->drafts[row].made = 0;
	events->bodies_made = 0;
	events->tally = (struct tally){.entity = &entity_event};
	events->tally_bodies = (struct tally){.entity = &entity_organisation};
	return events_load_names(store, plan, error) && tally_open(store, &events->tally, error) &&
	       tally_open(store, &events->tally_bodies, error);
}

bool
events_close(Store *store, ImportPlan *plan, GError **error)
{
	struct events *events = events_of(plan);
	events->tally_bodies.made = events->bodies_made;
	return tally_close(store, &events->tally, error) &&
	       tally_close(store, &events->tally_bodies, error);
}

/* ---- names ---------------------------------------------------------------------------------- */

gint64
named_id(Store *store, GHashTable *cache, const struct noun *noun, const char *name, GError **error)
{
	g_autofree char *key = text_search_key(name);
	const gint64 *known = g_hash_table_lookup(cache, key);
	if (known != NULL)
		return *known;
	gint64 id = noun->resolve(store, NULL, name, NULL, error);
	if (id != 0)
		g_hash_table_insert(cache, g_steal_pointer(&key), g_memdup2(&id, sizeof id));
	return id;
}

static bool
theme_there(const Rows *rows, gint64 theme_id)
{
	for (guint i = 0; i < rows->n; i++)
		if (((struct event_theme *)rows->row[i])->theme_id == theme_id)
			return true;
	return false;
}

bool
themes_write(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
	     GError **error)
{
	if (told->themes[0] == NULL)
		return true;
	g_autoptr(Rows) rows = store_of(store, &entity_event_theme, "event_id", event_id, error);
	g_autoptr(GHashTable) added =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	gint64 position = rows != NULL ? rows->n : 0;
	for (guint i = 0; rows != NULL && told->themes[i] != NULL; i++) {
		gint64 id = named_id(store, events_of(plan)->themes, &noun_theme, told->themes[i],
				     error);
		if (id == 0)
			return false;
		if (theme_there(rows, id) || !g_hash_table_add(added, g_memdup2(&id, sizeof id)))
			continue;
		struct event_theme link = {
			.event_id = event_id,
			.theme_id = id,
			.position = position,
		};
		if (!store_insert(store, &entity_event_theme, &link, error))
			return false;
		position++;
	}
	return rows != NULL;
}

/* ---- partners ------------------------------------------------------------------------------- */

static bool
partner_there(const Rows *rows, const GPtrArray *added, gint64 organisation_id, const char *role)
{
	for (guint i = 0; i < rows->n + added->len; i++) {
		const struct partner *partner =
			i < rows->n ? rows->row[i] : g_ptr_array_index(added, i - rows->n);
		if (partner->organisation_id == organisation_id && strcmp(partner->role, role) == 0)
			return true;
	}
	return false;
}

static void
partner_free(gpointer partner)
{
	entity_free(&entity_partner, partner);
}

/* The name as published stands beside the organisation's own when they differ. */
static bool
partner_add(Store *store, struct events *events, gint64 event_id, const char *name,
	    const char *role, const Rows *rows, GPtrArray *added, GError **error)
{
	if (bodies_key(events->bodies, name) == NULL)
		return true;
	gint64 id = bodies_make(store, events->bodies, name, &events->bodies_made, error);
	if (id == 0)
		return false;
	if (partner_there(rows, added, id, role))
		return true;
	struct partner *partner = entity_new(&entity_partner);
	partner->event_id = event_id;
	partner->organisation_id = id;
	partner->position = rows->n + added->len;
	text_set(&partner->role, role);
	if (strcmp(bodies_name(events->bodies, id), name) != 0)
		text_set(&partner->name, name);
	g_ptr_array_add(added, partner);
	return store_insert(store, &entity_partner, partner, error);
}

bool
partners_write(Store *store, ImportPlan *plan, const struct told *told, gint64 event_id,
	       GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_partner, "event_id", event_id, error);
	g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func(partner_free);
	for (guint i = 0; rows != NULL && told->organisers[i] != NULL; i++)
		if (!partner_add(store, events_of(plan), event_id, told->organisers[i], "organise",
				 rows, added, error))
			return false;
	for (guint i = 0; rows != NULL && told->partners[i] != NULL; i++)
		if (!partner_add(store, events_of(plan), event_id, told->partners[i], "partner",
				 rows, added, error))
			return false;
	return rows != NULL;
}

/* ---- a new event ---------------------------------------------------------------------------- */

static bool
day_add(Store *store, const struct told *told, gint64 event_id, gint64 venue_id, const char *date,
	GError **error)
{
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = event_id;
	day->venue_id = venue_id;
	text_set(&day->date, date);
	text_set(&day->welcome_time, told->welcome);
	text_set(&day->start_time, told->start);
	text_set(&day->end_time, told->end);
	bool done = store_insert(store, &entity_event_day, day, error);
	entity_free(&entity_event_day, day);
	return done;
}

/* What is not dated to the day has one day without a date, when there is anything to say of it. */
static bool
days_add(Store *store, ImportPlan *plan, const struct told *told, const struct event *event,
	 GError **error)
{
	struct place place = {told->venue, told->town, told->department};
	gint64 venue_id = 0;
	if (!places_make(store, events_of(plan)->places, &place, &venue_id, error))
		return false;
	const char *first = event->start_date, *last = event->end_date;
	if (!date_is_day(first)) {
		bool silent = venue_id == 0 && *told->welcome == '\0' && *told->start == '\0' &&
			      *told->end == '\0';
		return silent || day_add(store, told, event->id, venue_id, NULL, error);
	}
	if (last == NULL)
		return day_add(store, told, event->id, venue_id, first, error);
	if (!days_are_made(first, last))
		return day_add(store, told, event->id, venue_id, first, error) &&
		       day_add(store, told, event->id, venue_id, last, error);
	for (int day = date_number(first); day <= date_number(last); day++) {
		char date[11];
		date_from_number(day, date);
		if (!day_add(store, told, event->id, venue_id, date, error))
			return false;
	}
	return true;
}

bool
days_are_made(const char *first, const char *last)
{
	enum { DAYS_MADE_MAX = 3 };
	return date_number(last) - date_number(first) < DAYS_MADE_MAX;
}

static bool
names_take(Store *store, struct events *events, const struct told *told, struct event *event,
	   GError **error)
{
	if (told->kind != NULL) {
		event->kind_id = named_id(store, events->kinds, &noun_kind, told->kind, error);
		if (event->kind_id == 0)
			return false;
	}
	if (told->cycle != NULL) {
		event->cycle_id = named_id(store, events->cycles, &noun_cycle, told->cycle, error);
		if (event->cycle_id == 0)
			return false;
	}
	return true;
}

static bool
event_make(Store *store, ImportPlan *plan, const struct told *told, struct draft *draft,
	   GError **error)
{
	struct events *events = events_of(plan);
	struct event *event = entity_copy(&entity_event, &told->event);
	if (event->status == NULL)
		text_set(&event->status, value_status(event, plan->work->today));
	bool known = event->end_date == NULL || !date_is_day(event->end_date) ||
		     days_are_made(event->start_date, event->end_date);
	bool done =
		names_take(store, events, told, event, error) && event_begin(store, event, error);
	event->days_known = known;
	done = done && store_insert(store, &entity_event, event, error) &&
	       days_add(store, plan, told, event, error) &&
	       partners_write(store, plan, told, event->id, error) &&
	       themes_write(store, plan, told, event->id, error);
	draft->made = done ? event->id : 0;
	events->tally.made += done;
	entity_free(&entity_event, event);
	return done;
}

/* ---- a row ---------------------------------------------------------------------------------- */

static bool
row_keep(Store *store, ImportPlan *plan, guint row, gint64 event_id, GError **error)
{
	const char *hash = memory_hash(plan, row);
	g_autofree char *key = memory_key(plan, row, "");
	return memory_keep(store, plan, hash, row, event_id, 0, error) &&
	       memory_keep(store, plan, key, row, event_id, 0, error);
}

static bool
row_write(Store *store, ImportPlan *plan, guint row, const struct told *told, bool update,
	  guint *written, GError **error)
{
	struct events *events = events_of(plan);
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	struct draft *draft = &events->drafts[row];
	bool doubtful = line->outcome == IMPORT_DOUBTFUL;
	if (line->outcome == IMPORT_NEW || (doubtful && line->decision == DECIDE_NEW)) {
		++*written;
		return event_make(store, plan, told, draft, error);
	}
	draft->made = draft->event_id;
	if (draft->made == 0 && draft->other >= 0)
		draft->made = events->drafts[draft->other].made;
	if (draft->made == 0 || line->outcome == IMPORT_SAME || !update)
		return true;
	++*written;
	return told_take(store, plan, told, draft->made, error);
}

bool
events_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
	     guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	if (line->outcome == IMPORT_REFUSED ||
	    (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SKIP) ||
	    (line->outcome == IMPORT_CHANGED && !choice->update))
		return true;
	struct told told;
	bool quiet = plan->work->quiet;
	plan->work->quiet = true; /* all of it has been said */
	told_read(plan, row, &told);
	plan->work->quiet = quiet;
	bool done = row_write(store, plan, row, &told, choice->update, written, error);
	gint64 event_id = events_of(plan)->drafts[row].made;
	done = done && (event_id == 0 || row_keep(store, plan, row, event_id, error));
	told_clear(&told);
	return done;
}
