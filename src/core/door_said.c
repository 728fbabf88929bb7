#include "core/door_said.h"

#include <string.h>

bool
door_said_sees(const struct door_said *a, const struct door_said *b)
{
	return a != b && b->known <= a->base;
}

int
door_said_order(const struct door_said *a, const struct door_said *b)
{
	int order = strcmp(a->at, b->at);
	if (order == 0)
		order = strcmp(a->uid, b->uid);
	return order != 0 ? order : (a->gesture > b->gesture) - (a->gesture < b->gesture);
}

bool
door_said_is_open(const struct door_said *said, guint n, guint i)
{
	for (guint j = 0; j < n; j++)
		if (door_said_sees(&said[j], &said[i]))
			return false;
	return true;
}

guint
door_said_standing(const struct door_said *said, guint n)
{
	guint standing = n;
	for (guint i = 0; i < n; i++)
		if (door_said_is_open(said, n, i) &&
		    (standing == n || door_said_order(&said[standing], &said[i]) < 0))
			standing = i;
	g_assert(standing < n);
	return standing;
}

/* ---- registers ----------------------------------------------------------------------------------
 */

/* Members that only make sense together. */
static const struct {
	const char *table, *head, *also[4];
	bool head_tells;
} groups[] = {
	{"attendee", "organisation", {"organisation_id"}, true},
	{"attendee", "status", {"waiting_position", "waiting_reason", "cancel_reason"}, true},
	{"session", "start_time", {"end_time", "day_id"}, false},
	{"event_day", "start_time", {"end_time", "welcome_time"}, false},
	{"event", "fee", {"fee_cents"}, true},
	{"speaker", "fee", {"fee_cents"}, true},
	{"organisation", "family", {"level", "department", "classified"}, false},
	{"organisation", "successor_id", {"succeeded_on"}, false},
	{"kind", "report_heading", {"heading_proposed"}, false},
};

/* Members that follow from others in the same gesture (store/settle.c), or that merges alone move.
 */
static const char *const made[][2] = {
	{"event", "start_date"},
	{"event", "end_date"},
	{"attendee", "person_id"},
	{"speaker", "person_id"},
};

static bool
is_made(const struct entity *entity, const struct field *field)
{
	for (gsize i = 0; i < G_N_ELEMENTS(made); i++)
		if (strcmp(made[i][0], entity->table) == 0 && strcmp(made[i][1], field->name) == 0)
			return true;
	return false;
}

static int
group_of(const struct entity *entity, const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
		if (strcmp(groups[i].table, entity->table) != 0)
			continue;
		if (strcmp(groups[i].head, name) == 0)
			return (int)i;
		for (gsize j = 0; j < G_N_ELEMENTS(groups[i].also); j++)
			if (g_strcmp0(groups[i].also[j], name) == 0)
				return (int)i;
	}
	return -1;
}

static bool
is_said(const struct entity *entity, const struct field *field)
{
	return (field->flags & (FIELD_KEPT | FIELD_DERIVED | FIELD_INTERNAL)) == 0 &&
	       ((field->flags & FIELD_OWNER) == 0 || (field->flags & FIELD_REQUIRED) == 0) &&
	       !is_made(entity, field);
}

GArray *
door_registers(const struct entity *entity)
{
	GArray *registers = g_array_new(FALSE, TRUE, sizeof(struct door_register));
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		int group = group_of(entity, field->name);
		if (!is_said(entity, field) ||
		    (group >= 0 && strcmp(groups[group].head, field->name) != 0))
			continue;
		struct door_register one = {.head = field,
					    .head_tells = group < 0 || groups[group].head_tells};
		for (gsize j = 0; group >= 0 && j < G_N_ELEMENTS(groups[group].also); j++)
			if (groups[group].also[j] != NULL)
				one.also[j] = entity_field(entity, groups[group].also[j]);
		g_array_append_val(registers, one);
	}
	return registers;
}

const char *
door_register_head(const struct entity *entity, const char *name)
{
	const struct field *field = entity_field(entity, name);
	int group = group_of(entity, name);
	if (field == NULL || !is_said(entity, field))
		return NULL;
	return group >= 0 ? groups[group].head : field->name;
}
