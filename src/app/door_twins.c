/* Rows that were made twice and are one: somebody registered at two doors, the same workshop given
 * twice. The one with the smaller id stays, whatever came first. */
#include <string.h>

#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/reference.h"
#include "store/history.h"

/* What makes two rows one, by the rules of the schema or by sense. Of registrations it is more than
 * that: registration_twin(). */
static const struct {
	const struct entity *entity;
	const char *head; /* of the register that the rule is of; NULL: it is of what rows are */
	const char *columns[4];
} sames[] = {
	{&entity_theme, "name", {"search_key"}},
	{&entity_kind, "name", {"search_key"}},
	{&entity_organisation_alias, "name", {"organisation_id", "search_key"}},
	{&entity_organisation_territory, NULL, {"organisation_id", "territory_id"}},
	{&entity_organisation_theme, NULL, {"organisation_id", "theme_id"}},
	{&entity_room, "name", {"venue_id", "search_key"}},
	{&entity_event_day, NULL, {"event_id", "date"}},
	{&entity_half_day, NULL, {"day_id", "part"}},
	{&entity_event_theme, NULL, {"event_id", "theme_id"}},
	{&entity_partner, NULL, {"event_id", "organisation_id", "role"}},
	{&entity_booking, NULL, {"room_id", "day_id"}},
	{&entity_speaker, NULL, {"event_id", "session_id", "person_id", "role"}},
	{&entity_attendee, "status", {"event_id", "person_id", "live"}},
	{&entity_question, "label", {"event_id", "label"}},
	{&entity_answer, NULL, {"attendee_id", "question_id"}},
	{&entity_choice, NULL, {"attendee_id", "session_id"}},
};

static const char *const *
same_columns(const struct entity *entity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sames); i++)
		if (sames[i].entity == entity)
			return sames[i].columns;
	return NULL;
}

const char *
door_key_head(const struct entity *entity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sames); i++)
		if (sames[i].entity == entity)
			return sames[i].head;
	return NULL;
}

bool
door_has_twins(const struct entity *entity)
{
	return same_columns(entity) != NULL;
}

bool
door_is_identity(const struct entity *entity, const struct door_register *one)
{
	static const char *const kept[] = {"registered_at", "origin", NULL};
	return entity == &entity_attendee && g_strv_contains(kept, one->head->name);
}

static gint64
row_id(const void *row)
{
	return ((const struct row_head *)row)->id;
}

/* ---- finding ------------------------------------------------------------------------------------
 */

static bool
are_same(const struct entity *entity, const char *const *columns, const void *a, const void *b)
{
	for (guint i = 0; i < G_N_ELEMENTS(sames[0].columns) && columns[i] != NULL; i++) {
		const struct field *field = entity_field(entity, columns[i]);
		if (field_missing(field, a) != field_missing(field, b) ||
		    !value_equal(field_get(field, a), field_get(field, b)))
			return false;
	}
	return true;
}

/* Any row here that the rules would not let stand beside MINE. */
bool
door_same_find(Store *store, const struct entity *entity, const void *mine, gint64 *twin,
	       GError **error)
{
	const char *const *columns = same_columns(entity);
	const struct field *first = columns != NULL ? entity_field(entity, columns[0]) : NULL;
	*twin = 0;
	if (first == NULL || field_missing(first, mine) ||
	    (entity == &entity_attendee && ((const struct attendee *)mine)->live != 1) ||
	    (entity == &entity_event_day && ((const struct event_day *)mine)->date == NULL))
		return true;
	g_autoptr(Rows) rows =
		store_where(store, entity, columns[0], field_get(first, mine), error);
	for (guint i = 0; rows != NULL && *twin == 0 && i < rows->n; i++)
		if (row_id(rows->row[i]) != row_id(mine) &&
		    are_same(entity, columns, rows->row[i], mine))
			*twin = row_id(rows->row[i]);
	return rows != NULL;
}

/* Changes of others that the copy cannot know. */
static bool
is_others(const struct bringing *bringing, const struct door_change *change)
{
	return change->stands && (!change->merge || change->copy != bringing->out->id);
}

/* It became somebody else's: the centre found that two people are one. */
static bool
is_moved(const struct door_change *change)
{
	return change->operation == 'u' && !change->merge && change->after != NULL &&
	       strstr(change->after, "\"person_id\"") != NULL;
}

/* True when the registration was made without the copy knowing; that one which it knows was given
 * back is no making. */
static bool
made_meanwhile(struct bringing *bringing, gint64 id, bool *meanwhile, GError **error)
{
	g_autoptr(GPtrArray) changes = door_changes(bringing->home, 0, &entity_attendee, id, error);
	bool there = changes != NULL && changes->len > 0 &&
		     ((const struct door_change *)changes->pdata[0])->operation != 'i';
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		bool made = change->operation == 'i' && change->stands && !there;
		there |= made || change->gesture <= bringing->out->export_gesture;
		*meanwhile |= (made || is_moved(change)) && is_others(bringing, change) &&
			      change->gesture > bringing->out->export_gesture;
	}
	return changes != NULL;
}

/* True when its status was. */
static bool
status_meanwhile(struct bringing *bringing, gint64 id, bool *meanwhile, GError **error)
{
	gint64 known = bringing->out->export_gesture;
	g_autoptr(GPtrArray) changes =
		door_changes(bringing->home, known, &entity_attendee, id, error);
	g_autoptr(GPtrArray) stamps =
		changes != NULL ? door_stamps_of(bringing->home, &entity_attendee, id, error)
				: NULL;
	for (guint i = 0; stamps != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		*meanwhile |= change->operation == 'u' && change->stands && !change->merge &&
			      image_has(&entity_attendee, change->after, "status");
	}
	for (guint i = 0; stamps != NULL && i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		*meanwhile |= stamp->copy_id != bringing->out->id && stamp->known_gesture > known &&
			      strcmp(stamp->member, "status") == 0;
	}
	return stamps != NULL;
}

/* Two registrations are one when each was made, or made to stand, without who did the other
 * knowing: ALSO counts a status that changed. */
static bool
came_meanwhile(struct bringing *bringing, gint64 id, bool also, bool *meanwhile, GError **error)
{
	return made_meanwhile(bringing, id, meanwhile, error) &&
	       (!also || status_meanwhile(bringing, id, meanwhile, error));
}

static bool
meanwhile_find(struct bringing *bringing, const struct attendee *mine, bool also, GArray *twins,
	       GError **error)
{
	g_autoptr(Rows) rows =
		store_of(bringing->home, &entity_attendee, "person_id", mine->person_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *other = rows->row[i];
		bool meanwhile = false;
		if (other->event_id != mine->event_id || other->id == mine->id)
			continue;
		if (!came_meanwhile(bringing, other->id, also, &meanwhile, error))
			return false;
		if (meanwhile)
			g_array_append_val(twins, other->id);
	}
	return rows != NULL;
}

/* STOOD: as far as is known here, when it went. */
static bool
is_gone_twin(struct bringing *bringing, const struct attendee *mine, gint64 id, bool *stood)
{
	if (id == mine->id || door_row_is_there(bringing->home, &entity_attendee, id))
		return false;
	struct attendee *gone = history_row(bringing->home, &entity_attendee, id);
	bool same = gone != NULL && gone->event_id == mine->event_id &&
		    gone->person_id == mine->person_id;
	*stood = same && gone->live == 1;
	entity_free(&entity_attendee, gone);
	return same;
}

/* KEPT is there in the place of OTHER. */
static void
twin_replace(GArray *twins, gint64 other, gint64 kept)
{
	for (guint i = twins->len; i > 0; i--) {
		gint64 id = g_array_index(twins, gint64, i - 1);
		if (id == other || id == kept)
			g_array_remove_index(twins, i - 1);
	}
	g_array_append_val(twins, kept);
}

/* A registration that another copy took away is given back to be one with MINE, as it would be had
 * MINE come first: one that the copy had made itself, or beside which MINE could not stand. */
static bool
gone_find(struct bringing *bringing, gint64 id, bool also, bool stood, GArray *twins,
	  GError **error)
{
	bool revived = false, meanwhile = also && stood;
	gint64 twin = 0;
	if (!came_meanwhile(bringing, id, also, &meanwhile, error) ||
	    !door_twin_of_deleted(bringing, &entity_attendee, id, &twin, error))
		return false;
	if (!meanwhile)
		return true;
	if (twin != 0) {
		if (!door_twin_revive(bringing, &entity_attendee, id, twin, error))
			return false;
		twin_replace(twins, twin, door_alias_of(bringing->home, &entity_attendee, id));
		return true;
	}
	if (!door_give_back(bringing, &entity_attendee, id, &revived, error) ||
	    !door_touch(bringing, &entity_attendee, id, error))
		return false;
	if (revived)
		g_array_append_val(twins, id);
	return true;
}

static bool
deleted_find(struct bringing *bringing, const struct attendee *mine, bool also, GArray *twins,
	     GError **error)
{
	g_autoptr(Rows) stamps = store_where(bringing->home, &entity_door_stamp, "member",
					     value_text(DOOR_DELETED), error);
	for (guint i = 0; stamps != NULL && i < stamps->n; i++) {
		const struct door_stamp *stamp = stamps->row[i];
		bool stood = false;
		if (strcmp(stamp->table_name, "attendee") != 0 ||
		    stamp->copy_id == bringing->out->id ||
		    stamp->known_gesture <= bringing->out->export_gesture ||
		    !is_gone_twin(bringing, mine, stamp->row_id, &stood))
			continue;
		if (!gone_find(bringing, stamp->row_id, also, stood, twins, error))
			return false;
	}
	return stamps != NULL;
}

bool
door_known_apart(struct bringing *bringing, const struct entity *entity, gint64 twin)
{
	void *there = door_key_head(entity) != NULL ? door_row_there(bringing, entity, twin) : NULL;
	const struct said_row *row =
		there != NULL ? said_row_of(bringing, entity, row_id(there)) : NULL;
	bool known = there != NULL && (entity != &entity_attendee || row == NULL || row->existed);
	entity_free(entity, there);
	return known;
}

static gint
by_id(gconstpointer a, gconstpointer b)
{
	gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
	return first < second ? -1 : first > second;
}

GArray *
door_twins_find(struct bringing *bringing, const struct entity *entity, const void *mine,
		GError **error)
{
	gint64 twin = 0;
	GArray *twins = g_array_new(FALSE, FALSE, sizeof(gint64));
	bool done =
		entity != &entity_attendee || (meanwhile_find(bringing, mine, true, twins, error) &&
					       deleted_find(bringing, mine, true, twins, error));
	done = done && door_same_find(bringing->home, entity, mine, &twin, error);
	if (twin != 0 && (entity == &entity_attendee || !door_known_apart(bringing, entity, twin)))
		twin_replace(twins, twin, twin);
	g_array_sort(twins, by_id);
	if (!done)
		g_clear_pointer(&twins, g_array_unref);
	return twins;
}

bool
door_status_join(struct bringing *bringing, gint64 *id, GError **error)
{
	g_autoptr(GArray) twins = g_array_new(FALSE, FALSE, sizeof(gint64));
	struct attendee *mine = store_get(bringing->home, &entity_attendee, *id, error);
	bool done = mine != NULL && meanwhile_find(bringing, mine, false, twins, error) &&
		    deleted_find(bringing, mine, false, twins, error);
	entity_free(&entity_attendee, mine);
	for (guint i = 0; done && i < twins->len; i++)
		done = door_twins_join(bringing, &entity_attendee, *id,
				       g_array_index(twins, gint64, i), id, error);
	return done;
}

bool
door_twin_of_deleted(struct bringing *bringing, const struct entity *entity, gint64 id,
		     gint64 *twin, GError **error)
{
	void *gone = door_has_twins(entity) ? history_row(bringing->home, entity, id) : NULL;
	*twin = 0;
	for (guint i = 0; gone != NULL && i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (field->kind == FIELD_REFERENCE && !field_missing(field, gone))
			field_set(field, gone,
				  value_integer(door_alias_of(bringing->home, field->target,
							      field_get(field, gone).integer)));
	}
	bool done = gone == NULL || door_same_find(bringing->home, entity, gone, twin, error);
	entity_free(entity, gone);
	return done;
}
