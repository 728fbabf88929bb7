/* People who were forgotten here while a copy was out: nothing of them comes back with it. */
#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/person.h"
#include "store/erase.h"

/* A chain of references that is longer leads nowhere. */
#define DEPTH_MOST 6

/* True of a person who was forgotten here since, and of what speaks of one. */
static bool
speaks_of_forgotten(Store *store, const struct entity *entity, const void *row, guint depth)
{
	if (entity == &entity_person)
		return ((const struct person *)row)->erased_at != NULL;
	for (guint i = 0; depth < DEPTH_MOST && i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if ((field->target != &entity_person && field->target != &entity_attendee) ||
		    field_missing(field, row))
			continue;
		void *target = store_get(store, field->target, field_get(field, row).integer, NULL);
		bool forgotten = target != NULL &&
				 speaks_of_forgotten(store, field->target, target, depth + 1);
		entity_free(field->target, target);
		if (forgotten)
			return true;
	}
	return false;
}

bool
door_is_forgotten(Store *store, const struct entity *entity, const void *row)
{
	return speaks_of_forgotten(store, entity, row, 0);
}

bool
door_is_personal(const struct door_register *one)
{
	bool personal = (one->head->flags & FIELD_PERSONAL) != 0;
	for (guint i = 0; one->also[i] != NULL; i++)
		personal |= (one->also[i]->flags & FIELD_PERSONAL) != 0;
	return personal;
}

bool
door_blank(const struct entity *entity, void *row)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		bool needed = (field->flags & FIELD_REQUIRED) != 0;
		if ((field->flags & FIELD_PERSONAL) == 0 || (field->flags & FIELD_DERIVED) != 0)
			continue;
		if (needed && entity != &entity_person && entity != &entity_attendee)
			return false;
		field_set(field, row, value_text(needed ? ERASED_NAME : NULL));
	}
	return true;
}
