/* An event whose office and whose doors work apart. */
#ifndef TESTS_APP_DOOR_SCENE_H
#define TESTS_APP_DOOR_SCENE_H

#include "app/scene.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/door_copy.h"
#include "app/merge.h"
#include "app/noun.h"
#include "app/presence.h"
#include "app/registration.h"
#include "store/erase.h"
#include "store/private.h"

#define DOOR_PEOPLE    8
#define DOOR_WITHDRAWN 2
#define DOOR_WAITING   2

struct meeting {
	gint64 event, day, am, pm;
	gint64 plenary, workshop;
	gint64 hall, cellar;
	gint64 people[DOOR_PEOPLE];       /* registrations that stand */
	gint64 withdrawn[DOOR_WITHDRAWN]; /* that do not */
	gint64 waiting[DOOR_WAITING];
	gint64 twice[2]; /* registrations of one person: one that stands, one that does not */
	gint64 organisation, prefecture;
};

/** Somebody registered, known by an address. */
static inline gint64
door_attendee(Store *store, gint64 event, const char *first, const char *last, const char *status,
	      gint64 organisation)
{
	g_autofree char *email = g_strdup_printf("%s@essai.example", last);
	begin(store);
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, first);
	text_set(&person->last_name, last);
	text_set(&person->email, email);
	person->organisation_id = organisation;
	gint64 person_id = scene_insert(store, &entity_person, person);
	gint64 id =
		scene_attendee(store, event, person_id, first, last, "participant", status, email);
	commit(store);
	return id;
}

/** A day with a plenary and a workshop, eight people, two who wait, two who withdrew, one who
 * withdrew and registered once more. */
static inline struct meeting
door_meeting(Store *store)
{
	static const char *const names[] = {"Élan", "Diop", "Roux",  "Vidal",
					    "Max",  "Bel",  "Costa", "Faure"};
	struct meeting meeting = {.event = 0};
	begin(store);
	gint64 venue = scene_venue(store, "Maison des associations", NULL, "Alès", "30");
	meeting.hall = scene_room(store, venue, "Grande salle", 40);
	meeting.cellar = scene_room(store, venue, "Salle basse", 12);
	meeting.organisation = scene_organisation(store, "Mairie d’Alès");
	meeting.prefecture = scene_organisation(store, "Préfecture du Gard");
	meeting.event = scene_event(store, "2026-014", "Journée d’échanges", "announced");
	meeting.day = scene_day(store, meeting.event, "2026-11-23", "09:30", "16:30", venue);
	meeting.plenary = scene_session(store, meeting.event, meeting.day, "09:30", "12:00",
					"plenary", "Ouverture", meeting.hall);
	meeting.workshop = scene_session(store, meeting.event, meeting.day, "14:00", "16:00",
					 "workshop", "Atelier", meeting.cellar);
	commit(store);
	scene_change(store, &entity_event, meeting.event, "seat_limit",
		     value_integer(DOOR_PEOPLE + 4));
	meeting.am = scene_half_day(store, meeting.day, "am");
	meeting.pm = scene_half_day(store, meeting.day, "pm");
	for (guint i = 0; i < DOOR_PEOPLE; i++)
		meeting.people[i] = door_attendee(store, meeting.event, "Zoé", names[i],
						  "registered", meeting.organisation);
	meeting.withdrawn[0] =
		door_attendee(store, meeting.event, "Léa", "Granier", "cancelled", 0);
	meeting.withdrawn[1] = door_attendee(store, meeting.event, "Luc", "Hugon", "declined", 0);
	for (guint i = 0; i < DOOR_WAITING; i++) {
		meeting.waiting[i] = door_attendee(store, meeting.event, "Ana",
						   i == 0 ? "Ibarra" : "Joly", "waiting", 0);
		scene_change(store, &entity_attendee, meeting.waiting[i], "waiting_position",
			     value_integer(i + 1));
	}
	meeting.twice[0] = door_attendee(store, meeting.event, "Ida", "Lopez", "registered", 0);
	struct attendee *first = store_get(store, &entity_attendee, meeting.twice[0], NULL);
	begin(store);
	meeting.twice[1] = scene_attendee(store, meeting.event, first->person_id, "Ida", "Lopez",
					  "participant", "cancelled", "Lopez@essai.example");
	commit(store);
	entity_free(&entity_attendee, first);
	g_autofree char *counter = g_strdup_printf("attendee %" G_GINT64_FORMAT, meeting.event);
	begin(store);
	store_next(store, "event 2026", 14, NULL);
	store_next(store, counter, DOOR_PEOPLE + DOOR_WITHDRAWN + DOOR_WAITING + 2, NULL);
	commit(store);
	return meeting;
}

/** Reference data that nothing here asks for: copies are quickly made without. */
static inline void
door_lighten(Store *store)
{
	GError *error = NULL;
	store->driver->script(store->engine, "DELETE FROM territory; DELETE FROM holiday", &error);
	assert_no_error(error);
	assert_true(store_scrub(store, NULL));
}

/** Take the event along to NAME in FOLDER; the path. */
static inline char *
door_out(Store *store, gint64 event, const char *folder, const char *name)
{
	GError *error = NULL;
	struct door_exported made;
	char *path = g_build_filename(folder, name, NULL);
	bool done = door_export(store, event, path, false, &made, &error);
	assert_no_error(error);
	assert_true(done);
	assert_string_equal(made.path, path);
	door_exported_clear(&made);
	return path;
}

/** Open a copy there as who works with it. */
static inline Store *
door_at(const char *path, const char *who)
{
	GError *error = NULL;
	Store *store = store_open(path, STORE_OPEN, who, &error);
	assert_no_error(error);
	assert_non_null(store);
	return store;
}

/** Bring it back. */
static inline DoorReport *
door_back(Store *store, const char *path)
{
	GError *error = NULL;
	DoorReport *report = door_merge(store, path, false, &error);
	assert_no_error(error);
	assert_non_null(report);
	return report;
}

static inline void
door_back_quietly(Store *store, const char *path)
{
	door_report_free(door_back(store, path));
}

/** Mark somebody, in a gesture of its own; false when it is refused. */
static inline bool
door_says(Store *store, gint64 attendee, gint64 half_day, const char *state)
{
	bool marked = false;
	struct presence_said said = {.state = state, .origin = "checkin"};
	if (!store_begin(store, "presence_mark", NULL))
		return false;
	store_about(store, &entity_attendee, attendee, 0, 1);
	if (presence_note(store, attendee, half_day, &said, &marked, NULL))
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

/** Set one key of a row as people do, in a gesture of its own; false when it is refused. */
static inline bool
door_sets(Store *store, const struct noun *noun, gint64 id, const char *key, const char *typed)
{
	struct noun_pair pair = {.key = noun_key(noun, key), .typed = typed};
	g_autofree char *action = g_strdup_printf("%s_edit", noun->name);
	void *row = store_get(store, noun->entity, id, NULL);
	if (row == NULL || !store_begin(store, action, NULL)) {
		entity_free(noun->entity, row);
		return false;
	}
	bool done = noun_write(store, noun, row, &pair, 1, NULL, NULL);
	entity_free(noun->entity, row);
	if (done)
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

/** Somebody who comes; 0 when refused. */
static inline gint64
door_walks_in(Store *store, gint64 event, const char *name, const char *organisation,
	      const char *email)
{
	if (!store_begin(store, "attendee_new", NULL))
		return 0;
	gint64 id = walk_in_register(store, event, name, organisation, email, NULL);
	if (id != 0 && store_commit(store, NULL, NULL))
		return id;
	if (store_in_gesture(store))
		store_rollback(store);
	return 0;
}

/** A member of a row; the caller frees it. */
static inline char *
door_text(Store *store, const struct entity *entity, gint64 id, const char *member)
{
	void *row = store_get(store, entity, id, NULL);
	char *text =
		row != NULL ? g_strdup(field_get(entity_field(entity, member), row).text) : NULL;
	entity_free(entity, row);
	return text;
}

#define assert_member(store, entity, id, member, expected)                                         \
	do {                                                                                       \
		g_autofree char *assert_member_text = door_text(store, entity, id, member);        \
		assert_text(assert_member_text, expected);                                         \
	} while (0)

/* ---- all that is there --------------------------------------------------------------------------
 */

static inline void
door_value_append(GString *line, const struct field *field, const void *row)
{
	struct value value = field_get(field, row);
	if (value.type == VALUE_INTEGER)
		g_string_append_printf(line, " %s=%" G_GINT64_FORMAT, field->name, value.integer);
	else if (value.type == VALUE_TEXT)
		g_string_append_printf(line, " %s=“%s”", field->name, value.text);
}

/* What is counted as it comes says in which order it came. */
static inline bool
door_is_order(const struct entity *entity, const struct field *field)
{
	static const char *const names[] =
		{"sequence",       "stamped_at", "calendar_digest", "known_gesture", "merged_at",
		 "merged_gesture", NULL};
	return g_strv_contains(names, field->name) ||
	       (entity == &entity_door_conflict && strcmp(field->name, "number") == 0);
}

static inline gint
door_by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static inline bool
door_mark_stands(const Rows *marks, const struct presence_mark *mark)
{
	for (guint i = 0; i < marks->n; i++) {
		const struct presence_mark *other = marks->row[i];
		if (g_strcmp0(other->retracts, mark->nonce) == 0 && door_mark_stands(marks, other))
			return false;
	}
	return true;
}

/* What took a mark back, and what that was, says nothing of what stands. */
static inline bool
door_is_seen(const Rows *rows, guint i)
{
	const struct presence_mark *mark = rows->row[i];
	return rows->entity != &entity_presence_mark ||
	       (mark->retracts == NULL && door_mark_stands(rows, mark));
}

/** Every row of every tracked table, revisions and the order of coming aside; a line each. VALUES:
 * with what conflicts would put there. Caller frees. */
static inline char *
door_photograph_of(Store *store, bool values)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; entities[i] != NULL; i++) {
		g_autoptr(Rows) rows = store_all(store, entities[i], NULL);
		bool book = strncmp(entities[i]->table, "door_", 5) == 0;
		for (guint j = 0; j < rows->n; j++) {
			if (!door_is_seen(rows, j))
				continue;
			GString *line = g_string_new(entities[i]->table);
			if (!book)
				g_string_append_printf(line, " %" G_GINT64_FORMAT,
						       ((struct row_head *)rows->row[j])->id);
			for (guint k = 0; k < entities[i]->n_fields; k++)
				if (!door_is_order(entities[i], &entities[i]->fields[k]) &&
				    (values ||
				     (entities[i]->fields[k].flags & FIELD_FLEETING) == 0))
					door_value_append(line, &entities[i]->fields[k],
							  rows->row[j]);
			g_ptr_array_add(lines, g_string_free(line, FALSE));
		}
	}
	g_ptr_array_sort(lines, door_by_text);
	g_ptr_array_add(lines, NULL);
	return g_strjoinv("\n", (char **)lines->pdata);
}

static inline char *
door_photograph(Store *store)
{
	return door_photograph_of(store, true);
}

/** True when the value of a conflict went with a row that was deleted and came back. */
static inline bool
door_forgot(Store *store)
{
	bool forgot = false;
	g_autoptr(Rows) rows = store_all(store, &entity_door_conflict, NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct door_conflict *conflict = rows->row[i];
		forgot |= conflict->member != NULL && conflict->value == NULL;
	}
	return forgot;
}

/** The lines that one of two has and the other has not. Caller frees. */
static inline char *
door_difference(const char *one, const char *other)
{
	GString *report = g_string_new(NULL);
	g_auto(GStrv) left = g_strsplit(one, "\n", -1);
	g_auto(GStrv) right = g_strsplit(other, "\n", -1);
	for (guint i = 0; left[i] != NULL; i++)
		if (!g_strv_contains((const char *const *)right, left[i]))
			g_string_append_printf(report, "- %s\n", left[i]);
	for (guint i = 0; right[i] != NULL; i++)
		if (!g_strv_contains((const char *const *)left, right[i]))
			g_string_append_printf(report, "+ %s\n", right[i]);
	return g_string_free(report, FALSE);
}

/** The file at FROM as it is, nobody having it open. */
static inline void
door_file_copy(const char *from, const char *to)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(from, &bytes, &size, NULL));
	assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
}

#endif
