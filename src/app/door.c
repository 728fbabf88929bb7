#include "app/door.h"

#include <string.h>

#include "app/event.h"
#include "app/event_whole.h"
#include "app/noun.h"
#include "app/workshops.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/presence.h"
#include "core/status.h"
#include "store/event_rows.h"

GArray *
event_half_days(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	if (days == NULL)
		return NULL;
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (guint i = 0; i < days->n; i++) {
		g_autoptr(Rows) half_days = store_of(store, &entity_half_day, "day_id",
						     ((struct row_head *)days->row[i])->id, NULL);
		for (guint j = 0; half_days != NULL && j < half_days->n; j++)
			g_array_append_val(ids, ((struct row_head *)half_days->row[j])->id);
	}
	return ids;
}

static char *
half_day_zone(Store *store, gint64 half_day_id)
{
	struct half_day *half_day = store_get(store, &entity_half_day, half_day_id, NULL);
	struct event_day *day =
		half_day != NULL ? store_get(store, &entity_event_day, half_day->day_id, NULL)
				 : NULL;
	struct event *event =
		day != NULL ? store_get(store, &entity_event, day->event_id, NULL) : NULL;
	char *zone = event != NULL ? g_strdup(event->time_zone) : NULL;
	entity_free(&entity_event, event);
	entity_free(&entity_event_day, day);
	entity_free(&entity_half_day, half_day);
	return zone;
}

static void
arrival_add(GHashTable *arrivals, const GPtrArray *marks, guint from, guint end, const char *zone)
{
	const struct presence_mark *const *run =
		(const struct presence_mark *const *)(void *)(marks->pdata + from);
	const struct presence_mark *deciding = presence_deciding(run, end - from);
	if (deciding == NULL || !presence_is_known(deciding->state))
		return;
	char local[17];
	struct arrival *arrival = g_new0(struct arrival, 1);
	arrival->state = code_find(&code_presence_states, deciding->state)->code;
	if (clock_local(deciding->happened_at, zone, local))
		g_strlcpy(arrival->time, local + 11, sizeof arrival->time);
	g_hash_table_insert(arrivals,
			    g_memdup2(&deciding->attendee_id, sizeof deciding->attendee_id),
			    arrival);
}

GHashTable *
half_day_arrivals(Store *store, gint64 half_day_id, GError **error)
{
	g_autoptr(Rows) rows = store_where(store, &entity_presence_mark, "half_day_id",
					   value_integer(half_day_id), error);
	if (rows == NULL)
		return NULL;
	g_autofree char *zone = half_day_zone(store, half_day_id);
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	GHashTable *arrivals = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		end = event_marks_run(marks, from);
		arrival_add(arrivals, marks, from, end, zone);
	}
	return arrivals;
}

static void
part_add(gint64 attendee_id, const char *status, const char *part, gpointer user)
{
	struct door_part *one = g_new(struct door_part, 1);
	*one = (struct door_part){
		.attendee_id = attendee_id,
		.participant = code_is(&code_attendee_parts, part, CODE_COUNTED),
		.expected = code_is(&code_attendee_statuses, status, CODE_COUNTED),
	};
	g_hash_table_insert(user, &one->attendee_id, one);
}

GHashTable *
event_door_parts(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(GHashTable) parts =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
	return attendee_standings(store, event_id, part_add, parts, error) ? g_steal_pointer(&parts)
									   : NULL;
}

struct turnout
door_turnout(GHashTable *parts, GHashTable *arrivals)
{
	struct turnout count = {0};
	GHashTableIter each;
	gpointer id = NULL, value = NULL;
	g_hash_table_iter_init(&each, parts);
	while (g_hash_table_iter_next(&each, &id, &value)) {
		const struct door_part *part = value;
		const struct arrival *arrival = g_hash_table_lookup(arrivals, id);
		bool here = arrival != NULL &&
			    code_is(&code_presence_states, arrival->state, CODE_COUNTED);
		*(part->participant ? &count.present : &count.others_present) += here;
		*(part->participant ? &count.expected : &count.others_expected) +=
			here || part->expected;
	}
	return count;
}

NameParts *
walk_in_name(const char *typed, const char *email)
{
	NameParts *line = name_read_line(typed);
	if (line->evidence != NAME_GUESSED || email == NULL || line->email != NULL)
		return line;
	NameParts *name = name_read(typed, email);
	if (name->evidence == NAME_EMAIL) {
		g_free(line->first_name);
		g_free(line->last_name);
		line->first_name = g_steal_pointer(&name->first_name);
		line->last_name = g_steal_pointer(&name->last_name);
	}
	name_parts_free(name);
	return line;
}

gint64
walk_in_register(Store *store, gint64 event_id, const char *typed, const char *organisation,
		 const char *email, GError **error)
{
	g_autoptr(NameParts) parts = walk_in_name(typed, email);
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event_id;
	if (parts != NULL) {
		text_set(&attendee->first_name, parts->first_name);
		text_set(&attendee->last_name, parts->last_name);
		text_set(&attendee->organisation, parts->organisation);
		text_set(&attendee->email, parts->email);
	}
	if (organisation != NULL)
		text_set(&attendee->organisation, organisation);
	if (email != NULL)
		text_set(&attendee->email, email);
	text_set(&attendee->origin, "walk_in");
	text_set(&attendee->status, "registered"); /* they are here */
	bool done = noun_write(store, &noun_attendee, attendee, NULL, 0, NULL, error);
	gint64 id = done ? attendee->id : 0;
	entity_free(&entity_attendee, attendee);
	return id;
}

bool
attendee_stands_again(Store *store, gint64 attendee_id, GError **error)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, error);
	if (attendee == NULL)
		return false;
	text_set(&attendee->status, "registered");
	bool done = noun_write(store, &noun_attendee, attendee, NULL, 0, NULL, error);
	entity_free(&entity_attendee, attendee);
	return done;
}

static void
words_add(GString *words, const char *label, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	g_string_append(words, words->len > 0 ? " · " : "");
	if (label != NULL)
		g_string_append_printf(words, _("%s: %s"), label, text);
	else
		g_string_append(words, text);
}

char *
attendee_door_words(Store *store, gint64 attendee_id)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, NULL);
	GString *words = g_string_new(NULL);
	if (attendee != NULL) {
		g_autofree char *given = attendee_workshops(store, attendee_id);
		g_autofree char *left =
			attendee_workshops_left(store, attendee->event_id, attendee_id);
		words_add(words, NULL, given);
		words_add(words, NULL, left);
		g_autofree char *lunch =
			field_text(entity_field(&entity_attendee, "lunch"), attendee);
		words_add(words, _("Lunch"), lunch);
		words_add(words, NULL, attendee->diet);
		words_add(words, NULL, attendee->access_needs);
		words_add(words, NULL, attendee->remarks);
	}
	entity_free(&entity_attendee, attendee);
	return g_string_free(words, words->len == 0);
}
