/* A row of a copy that was changed there: register by register. */
#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/event.h"

/* Half-days follow from the programme, here as there (store/settle.c), unless somebody adjusted
 * them. */
static bool
is_said(const struct said_row *row, const struct door_register *one)
{
	if (row->entity == &entity_half_day &&
	    (row->now == NULL || ((const struct half_day *)row->now)->adjusted != 1))
		return false;
	g_autofree char *before = register_image(one, row->base);
	g_autofree char *now = register_image(one, row->now);
	return g_strcmp0(before, now) != 0;
}

const struct said_member *
door_register_member(const struct said_row *row, const struct door_register *one)
{
	const struct said_member *latest = &row->members[one->head - row->entity->fields];
	for (guint i = 0; one->also[i] != NULL; i++) {
		const struct said_member *member =
			&row->members[one->also[i] - row->entity->fields];
		if (member->touched && (!latest->touched || member->gesture > latest->gesture))
			latest = member;
	}
	return latest;
}

static bool
status_join(struct bringing *bringing, gint64 *here, GError **error)
{
	g_hash_table_add(bringing->looked, g_memdup2(here, sizeof *here));
	return door_status_join(bringing, here, error);
}

static bool
register_bring(struct bringing *bringing, const struct said_row *row, const void *mapped,
	       const struct door_register *one, gint64 *here, bool *changed, GError **error)
{
	const struct said_member *member = door_register_member(row, one);
	g_autofree char *value = register_image(one, mapped);
	bool status = row->entity == &entity_attendee && g_str_equal(one->head->name, "status");
	if (status && !status_join(bringing, here, error))
		return false;
	g_autoptr(GArray) words = door_words_load(bringing, row->entity, *here, one, error);
	if (words == NULL)
		return false;
	door_words_add(bringing, words, row->entity, one, member, value);
	struct door_stamp_said said = {.copy_id = bringing->out->id,
				       .row_id = row->id,
				       .entity = row->entity,
				       .member = one->head->name,
				       .at = member->at,
				       .gesture = member->gesture,
				       .known = store_gesture(bringing->home)};
	return door_words_settle(bringing, row->entity, *here, one, words, changed, error) &&
	       door_stamp_set(bringing->home, bringing->out->event_id, &said, error);
}

/* Let what the register of MAPPED points to be rows of here. */
static bool
register_here(struct bringing *bringing, const struct door_register *one, void *mapped,
	      GError **error)
{
	bool stands = true;
	if (!door_reference_here(bringing, one->head, mapped, &stands, error))
		return false;
	for (guint i = 0; one->also[i] != NULL; i++)
		if (!door_reference_here(bringing, one->also[i], mapped, &stands, error))
			return false;
	return true;
}

bool
door_registers_bring(struct bringing *bringing, const struct said_row *row, void *mapped,
		     gint64 here, GError **error)
{
	g_autoptr(GArray) registers = door_registers(row->entity);
	void *there = store_get(bringing->home, row->entity, here, error);
	if (there == NULL)
		return false;
	bool forgotten = door_is_forgotten(bringing->home, row->entity, there);
	bool ours = door_is_of_event(bringing, row->entity, there);
	entity_free(row->entity, there);
	bool done = true, changed = false, said = false;
	for (guint i = 0; done && ours && i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		if (!is_said(row, one) || (forgotten && door_is_personal(one)))
			continue;
		said = true;
		done = register_here(bringing, one, mapped, error) &&
		       register_bring(bringing, row, mapped, one, &here, &changed, error);
	}
	struct door_count *count = door_count_of(bringing->report, row->entity);
	count->changed += changed ? 1 : 0;
	count->same += said && !changed ? 1 : 0;
	return done;
}

static bool
says_something(const struct said_row *row)
{
	g_autoptr(GArray) registers = door_registers(row->entity);
	for (guint i = 0; i < registers->len; i++)
		if (is_said(row, &g_array_index(registers, struct door_register, i)))
			return true;
	return false;
}

bool
door_row_update(struct bringing *bringing, struct said_row *row, GError **error)
{
	gint64 here = 0;
	if (!row->done && row->gone && !door_undelete(bringing, row, error))
		return false;
	if (row->done || !says_something(row))
		return true;
	row->done = true;
	if (!door_row_here(bringing, row->entity, row->id, &here, error))
		return false;
	if (here == 0)
		return true;
	void *mapped = entity_copy(row->entity, row->now);
	bool done = door_touch(bringing, row->entity, here, error) &&
		    door_registers_bring(bringing, row, mapped, here, error);
	entity_free(row->entity, mapped);
	return done;
}
