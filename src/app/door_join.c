/* Two rows that are one become one: the one with the smaller id, with the last word on each of its
 * members, and all that hung on either. */
#include <string.h>

#include "app/door_merge_private.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/status.h"

/* ---- the words of both --------------------------------------------------------------------------
 */

/* One array of words a register. */
static GPtrArray *
words_of(struct bringing *bringing, const struct entity *entity, gint64 id, const GArray *registers,
	 GError **error)
{
	GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	for (guint i = 0; i < registers->len; i++) {
		GArray *words =
			door_words_load(bringing, entity, id,
					&g_array_index(registers, struct door_register, i), error);
		if (words == NULL) {
			g_ptr_array_unref(all);
			return NULL;
		}
		g_ptr_array_add(all, words);
	}
	return all;
}

static void
words_add(struct bringing *bringing, GPtrArray *all, const GArray *registers,
	  const struct said_row *row, const void *mine)
{
	for (guint i = 0; i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		g_autofree char *value = register_image(one, mine);
		if (!door_is_identity(row->entity, one) && !field_missing(one->head, mine))
			door_words_add(bringing, all->pdata[i], row->entity, one,
				       &row->members[one->head - row->entity->fields], value);
	}
}

/* Of what nobody said anything the row that goes may know something. */
static bool
rest_learn(Store *store, const struct entity *entity, gint64 kept, const void *gone,
	   const GArray *registers, const GPtrArray *all, GError **error)
{
	void *row = store_get(store, entity, kept, error);
	if (row == NULL)
		return false;
	for (guint i = 0; i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		g_autofree char *value = register_image(one, gone);
		if (((const GArray *)all->pdata[i])->len == 0 && field_missing(one->head, row) &&
		    !field_missing(one->head, gone))
			register_set(one, row, value);
	}
	bool done = store_update(store, entity, row, error);
	entity_free(entity, row);
	return done;
}

static bool
words_settle(struct bringing *bringing, const struct entity *entity, gint64 kept,
	     const GArray *registers, const GPtrArray *all, GError **error)
{
	bool changed = false, done = true;
	for (guint i = 0; done && i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		if (!door_is_identity(entity, one) && ((const GArray *)all->pdata[i])->len > 0)
			done = door_words_settle(bringing, entity, kept, one, all->pdata[i],
						 &changed, error);
	}
	return done;
}

/* ---- what hangs on the one that goes ------------------------------------------------------------
 */

static bool
reference_set(Store *store, const struct entity *entity, const struct field *field, gint64 id,
	      gint64 to, GError **error)
{
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	field_set(field, row, value_integer(to));
	bool done = store_update(store, entity, row, error);
	entity_free(entity, row);
	return done;
}

/* Where that makes two of one, they are joined first. */
static bool
reference_move(struct bringing *bringing, const struct entity *entity, const struct field *field,
	       void *row, gint64 to, GError **error)
{
	gint64 twin = 0, kept = ((const struct row_head *)row)->id;
	field_set(field, row, value_integer(to));
	if (!door_same_find(bringing->home, entity, row, &twin, error))
		return false;
	return (twin == 0 || door_twins_join(bringing, entity, ((const struct row_head *)row)->id,
					     twin, &kept, error)) &&
	       reference_set(bringing->home, entity, field, kept, to, error);
}

static bool
references_move(struct bringing *bringing, const struct entity *target, gint64 from, gint64 to,
		GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target != target)
				continue;
			g_autoptr(Rows) rows =
				store_of(bringing->home, entities[i], field->name, from, error);
			if (rows == NULL)
				return false;
			for (guint k = 0; k < rows->n; k++)
				if (!reference_move(bringing, entities[i], field, rows->row[k], to,
						    error))
					return false;
		}
	return true;
}

/* Their words go on from the row that is kept. */
static bool
disputes_drop(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	g_autoptr(GPtrArray) conflicts = door_conflicts_of(store, entity, id, error);
	bool done = conflicts != NULL;
	for (guint i = 0; done && i < conflicts->len; i++) {
		const struct door_conflict *conflict = conflicts->pdata[i];
		if (strcmp(conflict->kind, "changed") == 0)
			done = store_delete(store, &entity_door_conflict, conflict->id, error);
	}
	return done;
}

static bool
row_give_way(struct bringing *bringing, const struct entity *entity, gint64 gone, gint64 kept,
	     GError **error)
{
	return disputes_drop(bringing->home, entity, gone, error) &&
	       references_move(bringing, entity, gone, kept, error) &&
	       door_alias_note(bringing->home, entity, gone, kept, error) &&
	       store_delete(bringing->home, entity, gone, error);
}

/* ---- two become one -----------------------------------------------------------------------------
 */

static void
note_twice(struct bringing *bringing, const char *first, const char *second)
{
	door_note(bringing,
		  g_strdup_printf(_("registered twice, and now once: %s, %s"), first, second));
}

const char *
door_status_aside(void)
{
	for (guint i = 0; i < code_attendee_statuses.n; i++)
		if ((code_attendee_statuses.codes[i].traits & CODE_LIVE) == 0)
			return code_attendee_statuses.codes[i].code;
	g_assert_not_reached();
}

/* The row GONE gives way to KEPT, which has the last of WORDS and of OTHERS. */
static bool
join(struct bringing *bringing, const struct entity *entity, gint64 kept, gint64 gone,
     const GArray *registers, GPtrArray *words, const GPtrArray *others, GError **error)
{
	g_autofree char *first = door_row_words(bringing->home, entity, kept);
	g_autofree char *second = door_row_words(bringing->home, entity, gone);
	void *row = store_get(bringing->home, entity, gone, error);
	for (guint i = 0; row != NULL && i < registers->len; i++)
		door_words_join(words->pdata[i], others->pdata[i]);
	if (entity == &entity_attendee) {
		note_twice(bringing, first, second);
		g_hash_table_add(bringing->looked, g_memdup2(&kept, sizeof kept));
	}
	bool done = row != NULL && row_give_way(bringing, entity, gone, kept, error) &&
		    rest_learn(bringing->home, entity, kept, row, registers, words, error) &&
		    words_settle(bringing, entity, kept, registers, words, error);
	entity_free(entity, row);
	return done;
}

bool
door_twins_join(struct bringing *bringing, const struct entity *entity, gint64 one, gint64 other,
		gint64 *kept, GError **error)
{
	gint64 gone = MAX(one, other);
	*kept = MIN(one, other);
	g_autoptr(GArray) registers = door_registers(entity);
	g_autoptr(GPtrArray) words = words_of(bringing, entity, *kept, registers, error);
	g_autoptr(GPtrArray) others =
		words != NULL ? words_of(bringing, entity, gone, registers, error) : NULL;
	return others != NULL &&
	       join(bringing, entity, *kept, gone, registers, words, others, error);
}

static bool
step_aside(Store *store, gint64 id, GError **error)
{
	struct attendee *attendee = store_get(store, &entity_attendee, id, error);
	if (attendee == NULL)
		return false;
	text_set(&attendee->status, door_status_aside());
	bool done = store_update(store, &entity_attendee, attendee, error);
	entity_free(&entity_attendee, attendee);
	return done;
}

/* The one that stands makes room while the other is given back, and then both are one. */
static bool
registration_revive(struct bringing *bringing, gint64 id, gint64 twin, GError **error)
{
	bool revived = false;
	g_autoptr(GArray) registers = door_registers(&entity_attendee);
	g_autoptr(GPtrArray) words = words_of(bringing, &entity_attendee, twin, registers, error);
	if (words == NULL || !step_aside(bringing->home, twin, error) ||
	    !door_give_back(bringing, &entity_attendee, id, &revived, error))
		return false;
	if (!revived)
		return door_alias_note(bringing->home, &entity_attendee, id, twin, error) &&
		       words_settle(bringing, &entity_attendee, twin, registers, words, error);
	if (!door_touch(bringing, &entity_attendee, id, error))
		return false;
	g_autoptr(GPtrArray) others = words_of(bringing, &entity_attendee, id, registers, error);
	return others != NULL && (id < twin ? join(bringing, &entity_attendee, id, twin, registers,
						   others, words, error)
					    : join(bringing, &entity_attendee, twin, id, registers,
						   words, others, error));
}

bool
door_twin_revive(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 twin,
		 GError **error)
{
	return entity == &entity_attendee
		       ? registration_revive(bringing, id, twin, error)
		       : door_alias_note(bringing->home, entity, id, twin, error);
}

static bool
nothing_hangs_on(Store *store, const struct entity *target, gint64 id)
{
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint j = 0; j < entities[i]->n_fields; j++)
			if (entities[i]->fields[j].target == target &&
			    store_count(store, entities[i], entities[i]->fields[j].name,
					value_integer(id), NULL) != 0)
				return false;
	return true;
}

/* MINE has the smaller id: it comes in the place of TWIN. */
static bool
step_in(struct bringing *bringing, const struct said_row *row, void *mine, gint64 twin,
	const GArray *registers, const GPtrArray *words, GError **error)
{
	const struct entity *entity = row->entity;
	void *gone = store_get(bringing->home, entity, twin, error);
	bool done = gone != NULL;
	if (done && entity == &entity_attendee) {
		text_set(&((struct attendee *)mine)->status, door_status_aside());
		done = store_bring(bringing->home, entity, mine, error) &&
		       row_give_way(bringing, entity, twin, row->id, error);
	} else if (done) {
		done = row_give_way(bringing, entity, twin, row->id, error) &&
		       store_bring(bringing->home, entity, mine, error);
	}
	done = done && rest_learn(bringing->home, entity, row->id, gone, registers, words, error);
	entity_free(entity, gone);
	return done && words_settle(bringing, entity, row->id, registers, words, error);
}

bool
door_twin_take(struct bringing *bringing, const struct said_row *row, void *mine, gint64 twin,
	       GError **error)
{
	const struct entity *entity = row->entity;
	g_autoptr(GArray) registers = door_registers(entity);
	g_autoptr(GPtrArray) words = words_of(bringing, entity, twin, registers, error);
	if (words == NULL)
		return false;
	void *asked = entity_copy(entity, mine);
	words_add(bringing, words, registers, row, asked);
	if (entity == &entity_attendee) {
		const struct attendee *attendee = mine;
		g_autofree char *there = door_row_words(bringing->home, entity, twin);
		note_twice(bringing, there, attendee->number);
		gint64 kept = MIN(row->id, twin);
		g_hash_table_add(bringing->looked, g_memdup2(&kept, sizeof kept));
	}
	bool first = row->id < twin &&
		     (entity == &entity_attendee || nothing_hangs_on(bringing->home, entity, twin));
	bool done = first ? step_in(bringing, row, mine, twin, registers, words, error)
			  : door_alias_note(bringing->home, entity, row->id, twin, error) &&
				    rest_learn(bringing->home, entity, twin, asked, registers,
					       words, error) &&
				    words_settle(bringing, entity, twin, registers, words, error);
	entity_free(entity, asked);
	return done;
}
