/* Everything that is held about a person. The tables say what points to whom, so nothing that a
 * later version stores can be forgotten here. */
#include "app/personal.h"

#include <string.h>

#include "app/gesture.h"
#include "app/moment.h"
#include "app/output.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/person.h"
#include "core/status.h"
#include "store/history.h"

/* ---- collecting ---------------------------------------------------------------------------------
 */

struct held_row {
	const struct entity *entity;
	void *row;
};

static void
held_row_free(gpointer pointer)
{
	struct held_row *held = pointer;
	entity_free(held->entity, held->row);
	g_free(held);
}

static void
held_add(GPtrArray *held, const struct entity *entity, void *row)
{
	struct held_row *one = g_new(struct held_row, 1);
	*one = (struct held_row){entity, row};
	g_ptr_array_add(held, one);
}

static bool pointing_collect(Store *store, GPtrArray *held, const struct entity *target, gint64 id,
			     GError **error);

static bool
rows_collect(Store *store, GPtrArray *held, const struct entity *entity, const struct field *field,
	     gint64 id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, entity, field->name, id, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++) {
		void *row = g_steal_pointer(&rows->row[i]);
		held_add(held, entity, row);
		if (entity == &entity_attendee)
			done = pointing_collect(store, held, entity, ((struct row_head *)row)->id,
						error);
	}
	return done;
}

static bool
pointing_collect(Store *store, GPtrArray *held, const struct entity *target, gint64 id,
		 GError **error)
{
	bool done = true;
	for (guint i = 0; done && entities[i] != NULL; i++)
		for (guint j = 0; done && j < entities[i]->n_fields; j++)
			if (entities[i]->fields[j].target == target)
				done = rows_collect(store, held, entities[i],
						    &entities[i]->fields[j], id, error);
	return done;
}

/* The person first, then each registration before what hangs on it; NULL on error. */
static GPtrArray *
held_collect(Store *store, gint64 person_id, GError **error)
{
	GPtrArray *held = g_ptr_array_new_with_free_func(held_row_free);
	void *person = store_get(store, &entity_person, person_id, error);
	if (person != NULL)
		held_add(held, &entity_person, person);
	if (person == NULL || !pointing_collect(store, held, &entity_person, person_id, error))
		g_clear_pointer(&held, g_ptr_array_unref);
	return held;
}

/* "ven. 15 janv. 2027, matin". */
static char *
half_day_name(Store *store, const struct half_day *half_day)
{
	struct event_day *day = store_get(store, &entity_event_day, half_day->day_id, NULL);
	g_autofree char *date = date_text(day != NULL ? day->date : NULL, DATE_MEDIUM);
	entity_free(&entity_event_day, day);
	return g_strdup_printf("%s, %s", date, code_label(&code_half_day_parts, half_day->part));
}

/* What the row that a reference points to is called; NULL when it has no name. */
static char *
target_name(Store *store, const struct field *field, gint64 id)
{
	static const char *const members[] = {"title", "name", "label", "date", "number", "code"};
	void *row = store_get(store, field->target, id, NULL);
	char *name =
		row != NULL && field->target == &entity_half_day ? half_day_name(store, row) : NULL;
	for (gsize i = 0; row != NULL && name == NULL && i < G_N_ELEMENTS(members); i++) {
		const struct field *member = entity_field(field->target, members[i]);
		if (member != NULL && !field_missing(member, row))
			name = g_strdup(field_get(member, row).text);
	}
	entity_free(field->target, row);
	return name;
}

/* Keys that the program makes from other members say nothing that is not said by those. */
static bool
is_held(const struct field *field, const void *row)
{
	return (field->flags & FIELD_DERIVED) == 0 && !field_missing(field, row) &&
	       field->target != &entity_person && field->target != &entity_attendee;
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

static json_t *
member_json(Store *store, const struct field *field, const void *row)
{
	struct value value = field_get(field, row);
	if (field->kind != FIELD_REFERENCE)
		return value.type == VALUE_TEXT ? json_string(value.text)
						: json_integer(value.integer);
	g_autofree char *name = target_name(store, field, value.integer);
	return name != NULL ? json_string(name) : json_null();
}

static json_t *
row_json(Store *store, const struct held_row *held)
{
	json_t *object = json_object();
	for (guint i = 0; i < held->entity->n_fields; i++) {
		const struct field *field = &held->entity->fields[i];
		g_autofree char *key = g_strdup(field->name);
		if (!is_held(field, held->row))
			continue;
		if (field->kind == FIELD_REFERENCE && g_str_has_suffix(key, "_id"))
			key[strlen(key) - strlen("_id")] = '\0';
		json_object_set_new(object, key, member_json(store, field, held->row));
	}
	return object;
}

struct history_collecting {
	json_t *array;
	GHashTable *seen; /* ids of gestures */
};

static bool
history_collect(Store *store, const struct held_row *held, struct history_collecting *collecting,
		GError **error)
{
	g_autoptr(GPtrArray) gestures =
		history_of_row(store, held->entity, ((const struct row_head *)held->row)->id,
			       error);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		if (!g_hash_table_add(collecting->seen,
				      g_memdup2(&gesture->id, sizeof gesture->id)))
			continue;
		json_array_append_new(collecting->array,
				      json_pack("{s:s, s:s, s:s}", "happened_at",
						gesture->happened_at, "who", gesture->who, "action",
						gesture->action));
	}
	return gestures != NULL;
}

static json_t *
history_json(Store *store, const GPtrArray *held, GError **error)
{
	struct history_collecting collecting = {.array = json_array(),
						.seen = g_hash_table_new_full(g_int64_hash,
									      g_int64_equal, g_free,
									      NULL)};
	bool done = true;
	for (guint i = 0; done && i < held->len; i++)
		done = history_collect(store, held->pdata[i], &collecting, error);
	g_hash_table_destroy(collecting.seen);
	if (!done)
		g_clear_pointer(&collecting.array, json_decref);
	return collecting.array;
}

json_t *
personal_json(Store *store, gint64 person_id, GError **error)
{
	g_autoptr(GPtrArray) held = held_collect(store, person_id, error);
	json_t *history = held != NULL ? history_json(store, held, error) : NULL;
	if (history == NULL)
		return NULL;
	json_t *whole = json_object();
	json_object_set_new(whole, "person", row_json(store, held->pdata[0]));
	for (guint i = 1; i < held->len; i++) {
		const struct held_row *one = held->pdata[i];
		json_t *rows = json_object_get(whole, one->entity->table);
		if (rows == NULL) {
			rows = json_array();
			json_object_set_new(whole, one->entity->table, rows);
		}
		json_array_append_new(rows, row_json(store, one));
	}
	json_object_set_new(whole, "history", history);
	return whole;
}

/* ---- text ---------------------------------------------------------------------------------------
 */

static char *
member_text(Store *store, const struct field *field, const void *row)
{
	struct value value = field_get(field, row);
	if (field->kind == FIELD_REFERENCE)
		return target_name(store, field, value.integer);
	return field->kind == FIELD_INSTANT ? moment_text(store, value.text, DATE_NUMERIC)
					    : field_text(field, row);
}

/* What is for programs alone (identities, digests) is in the JSON. */
static void
row_text(Store *store, const struct held_row *held, GString *text)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	for (guint i = 0; i < held->entity->n_fields; i++) {
		const struct field *field = &held->entity->fields[i];
		if (field->label == NULL || !is_held(field, held->row))
			continue;
		g_autofree char *value = member_text(store, field, held->row);
		if (value != NULL && *value != '\0')
			g_string_append_printf(lines, _("  %s: %s\n"), _(field->label), value);
	}
	if (lines->len > 0)
		g_string_append_printf(text, "%s%s\n%s", text->len > 0 ? "\n" : "",
				       _(held->entity->label), lines->str);
}

static void
history_text(Store *store, const json_t *history, GString *text)
{
	size_t i;
	json_t *one;
	g_string_append_printf(text, "\n%s\n", _("History"));
	json_array_foreach(history, i, one)
	{
		g_autofree char *words =
			gesture_phrase(json_string_value(json_object_get(one, "action")), 1);
		g_autofree char *when =
			moment_text(store, json_string_value(json_object_get(one, "happened_at")),
				    DATE_NUMERIC);
		g_string_append_printf(text, "  %s  %s  %s\n", when,
				       json_string_value(json_object_get(one, "who")), words);
	}
}

char *
personal_text(Store *store, gint64 person_id, GError **error)
{
	g_autoptr(GPtrArray) held = held_collect(store, person_id, error);
	json_t *history = held != NULL ? history_json(store, held, error) : NULL;
	if (history == NULL)
		return NULL;
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < held->len; i++)
		row_text(store, held->pdata[i], text);
	history_text(store, history, text);
	json_decref(history);
	return g_string_free(text, FALSE);
}

/* ---- as files -----------------------------------------------------------------------------------
 */

bool
personal_files(Store *store, gint64 person_id, char **readable, char **machine, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	g_autofree char *name = name_shown(person->first_name, person->last_name);
	g_autofree char *what = g_strdup_printf(_("data of %s"), name);
	entity_free(&entity_person, person);
	g_autofree char *text = personal_text(store, person_id, error);
	json_t *json = text != NULL ? personal_json(store, person_id, error) : NULL;
	char *bytes = json != NULL ? json_dumps(json, JSON_INDENT(2)) : NULL;
	bool done = bytes != NULL && output_text(store, what, "txt", text, readable, error) &&
		    output_text(store, what, "json", bytes, machine, error);
	free(bytes);
	json_decref(json);
	return done;
}
