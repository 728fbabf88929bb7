/* Sessions and speakers. */
#include <string.h>

#include "app/directory.h"
#include "app/event.h"
#include "app/nouns.h"
#include "base/error.h"
#include "core/naming.h"
#include "core/programme.h"

static char *
session_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct session *)row)->event_id);
}

/* ---- the day of a session -----------------------------------------------------------------------
 */

static char *
session_date_get(Store *store, const void *row)
{
	const struct session *session = row;
	struct event_day *day = session->day_id != 0
					? store_get(store, &entity_event_day, session->day_id, NULL)
					: NULL;
	char *date = day != NULL ? g_strdup(day->date) : NULL;
	entity_free(&entity_event_day, day);
	return date;
}

static bool
session_date_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	struct session *session = row;
	char today[11];
	store_today(store, today);
	struct event_day scratch;
	entity_init(&entity_event_day, &scratch);
	bool done =
		field_read(entity_field(&entity_event_day, "date"), &scratch, typed, today, error);
	g_autofree char *date = g_strdup(scratch.date);
	entity_clear(&entity_event_day, &scratch);
	if (!done)
		return false;
	g_autoptr(Rows) days = event_days(store, session->event_id, error);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		if (g_strcmp0(day->date, date) != 0)
			continue;
		session->day_id = day->id;
		return store_update(store, &entity_session, session, error);
	}
	return days != NULL &&
	       fail(error, ERROR_INVALID, _("the event has no day “%s”: add it to the event first"),
		    typed);
}

static bool
session_begin(Store *store, void *row, GError **error)
{
	struct session *session = row;
	if (session->kind == NULL)
		text_set(&session->kind, "plenary");
	gint64 there = store_count(store, &entity_session, "event_id",
				   value_integer(session->event_id), error);
	if (there < 0)
		return false;
	session->position = there;
	if (session->day_id == 0) {
		struct event_day *day = event_first_day(store, session->event_id, error);
		if (day == NULL)
			return false;
		session->day_id = day->id;
		entity_free(&entity_event_day, day);
	}
	return true;
}

static bool
session_judge(Store *store, const void *row, const char **key, GError **error)
{
	(void)store;
	const struct session *session = row;
	*key = "end_time";
	if (session->start_time != NULL && session->end_time != NULL &&
	    strcmp(session->start_time, session->end_time) >= 0)
		return fail(error, ERROR_INVALID,
			    _("“%s”: the end (%s) is not after the start (%s)"), session->title,
			    session->end_time, session->start_time);
	return true;
}

/* ---- speakers of a session ----------------------------------------------------------------------
 */

static char *
person_name_of(Store *store, gint64 id)
{
	struct person *person = store_get(store, &entity_person, id, NULL);
	char *name = person != NULL ? name_shown(person->first_name, person->last_name) : NULL;
	entity_free(&entity_person, person);
	return name;
}

static char *
session_speakers_get(Store *store, const void *row)
{
	GString *names = g_string_new(NULL);
	g_autoptr(Rows) rows = store_of(store, &entity_speaker, "session_id",
					((const struct session *)row)->id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		g_autofree char *name =
			person_name_of(store, ((struct speaker *)rows->row[i])->person_id);
		values_add(names, name);
	}
	return values_end(names);
}

/* A speaker is in the room, and so is an attendee (data model, rule 7). */
static bool
speaker_made(Store *store, void *row, GPtrArray *notes, GError **error)
{
	(void)notes;
	const struct speaker *speaker = row;
	return attendee_of_person(store, speaker->event_id, speaker->person_id, "speaker", "mail",
				  error) != 0;
}

static bool
speaker_add(Store *store, const struct session *session, gint64 person_id, gint64 position,
	    GPtrArray *notes, GError **error)
{
	struct speaker *speaker = entity_new(&entity_speaker);
	speaker->event_id = session->event_id;
	speaker->session_id = session->id;
	speaker->person_id = person_id;
	speaker->position = position;
	bool done = noun_write(store, &noun_speaker, speaker, NULL, 0, notes, error);
	entity_free(&entity_speaker, speaker);
	return done;
}

static bool
session_speakers_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	const struct session *session = row;
	g_auto(GStrv) names = values_split(typed);
	g_autoptr(Rows) present =
		store_of(store, &entity_speaker, "session_id", session->id, error);
	g_autoptr(GHashTable) kept =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; present != NULL && names[i] != NULL; i++) {
		gint64 id = person_found(store, names[i], true, notes, error);
		if (id == 0)
			return false;
		bool there = !g_hash_table_add(kept, g_memdup2(&id, sizeof id));
		for (guint j = 0; j < present->n; j++)
			there |= ((struct speaker *)present->row[j])->person_id == id;
		if (!there && !speaker_add(store, session, id, i, notes, error))
			return false;
	}
	for (guint i = 0; present != NULL && i < present->n; i++) {
		const struct speaker *speaker = present->row[i];
		if (!g_hash_table_contains(kept, &speaker->person_id) &&
		    !store_delete(store, &entity_speaker, speaker->id, error))
			return false;
	}
	return present != NULL;
}

/* 0 is no limit of its own: that of the room holds, which is shown where it is. */
static char *
capacity_words(Store *store, const void *row)
{
	gint64 capacity = ((const struct session *)row)->capacity;
	(void)store;
	return capacity > 0 ? g_strdup_printf("%" G_GINT64_FORMAT, capacity) : g_strdup("");
}

static const struct noun_key session_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = session_event_get},
	{.key = "date",
	 .label = N_("Day"),
	 .flags = NOUN_LISTED | NOUN_DATE,
	 .get = session_date_get,
	 .set = session_date_set},
	PLAIN("start_time", NOUN_LISTED),
	PLAIN("end_time", NOUN_LISTED),
	PLAIN("kind", NOUN_LISTED),
	PLAIN("title", NOUN_LISTED),
	{.key = "room", .field = "room_id", .named = &noun_room, .flags = NOUN_LISTED},
	{.key = "capacity", .field = "capacity", .words = capacity_words},
	{.key = "speakers",
	 .label = N_("Speakers"),
	 .flags = NOUN_MANY | NOUN_LISTED,
	 .get = session_speakers_get,
	 .set = session_speakers_set},
	{.key = "parallel_group",
	 .field = "parallel_group",
	 .help = N_("the same word for sessions between which people choose: A")},
	PLAIN("description", NOUN_LONG),
};

const struct noun noun_session = {
	.name = "session",
	.label = N_("Programme"),
	.entity = &entity_session,
	.keys = session_keys,
	.n_keys = G_N_ELEMENTS(session_keys),
	.owner = "event_id",
	.name_key = "title",
	.begin = session_begin,
	.judge = session_judge,
};

/* ---- speakers -----------------------------------------------------------------------------------
 */

static char *
speaker_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct speaker *)row)->event_id);
}

static gint64
session_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	return noun_find(store, &noun_session, ((const struct speaker *)from)->event_id, typed,
			 error);
}

static char *
speaker_session_get(Store *store, const void *row)
{
	const struct speaker *speaker = row;
	struct session *session = speaker->session_id != 0 ? store_get(store, &entity_session,
								       speaker->session_id, NULL)
							   : NULL;
	char *title = session != NULL ? g_strdup(session->title) : NULL;
	entity_free(&entity_session, session);
	return title;
}

static bool
speaker_session_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct speaker *speaker = row;
	gint64 id = *typed != '\0' ? session_resolve(store, row, typed, notes, error) : 0;
	if (id == 0 && *typed != '\0')
		return false;
	speaker->session_id = id;
	return store_update(store, &entity_speaker, speaker, error);
}

static bool
speaker_begin(Store *store, void *row, GError **error)
{
	(void)store;
	(void)error;
	struct speaker *speaker = row;
	if (speaker->role == NULL)
		text_set(&speaker->role, "speaker");
	if (speaker->state == NULL)
		text_set(&speaker->state, "considered");
	if (speaker->position == MISSING)
		speaker->position = 0;
	return true;
}

static const struct noun_key speaker_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = speaker_event_get},
	{.key = "person", .field = "person_id", .named = &noun_person, .flags = NOUN_LISTED},
	{.key = "session",
	 .label = N_("Session"),
	 .flags = NOUN_LISTED,
	 .get = speaker_session_get,
	 .set = speaker_session_set},
	PLAIN("role", NOUN_LISTED),
	PLAIN("state", NOUN_LISTED),
	PLAIN("function", 0),
	PLAIN("needs", NOUN_LONG),
	PLAIN("fee", 0),
	PLAIN("fee_cents", 0),
	PLAIN("position", 0),
};

const struct noun noun_speaker = {
	.name = "speaker",
	.label = N_("Speakers"),
	.entity = &entity_speaker,
	.keys = speaker_keys,
	.n_keys = G_N_ELEMENTS(speaker_keys),
	.owner = "event_id",
	.name_key = "person",
	.begin = speaker_begin,
	.made = speaker_made,
};
