#include "core/entity.h"
#include "core/checklist.h"

#include <string.h>

#include "core/attendee.h"
#include "core/busy.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/practice.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/survey.h"
#include "core/task.h"

const struct entity *const entities[] = {
	&entity_theme,
	&entity_kind,
	&entity_cycle,
	&entity_setting,
	&entity_holiday_period,
	&entity_busy,
	&entity_territory,
	&entity_mapping,
	&entity_organisation,
	&entity_asset,
	&entity_organisation_alias,
	&entity_organisation_territory,
	&entity_organisation_theme,
	&entity_organisation_distinction,
	&entity_person,
	&entity_consent,
	&entity_post,
	&entity_person_distinction,
	&entity_venue,
	&entity_room,
	&entity_event,
	&entity_event_day,
	&entity_half_day,
	&entity_event_theme,
	&entity_partner,
	&entity_booking,
	&entity_session,
	&entity_speaker,
	&entity_attendee,
	&entity_question,
	&entity_answer,
	&entity_choice,
	&entity_presence_mark,
	&entity_import_row,
	&entity_document,
	&entity_document_line,
	&entity_announcement,
	&entity_certificate,
	&entity_checklist,
	&entity_task,
	&entity_decision,
	&entity_practice,
	&entity_survey_question,
	&entity_survey_reply,
	&entity_survey_answer,
	&entity_door_copy,
	&entity_door_stamp,
	&entity_door_alias,
	&entity_door_conflict,
	NULL,
};

const struct entity *
entity_of_table(const char *table)
{
	for (guint i = 0; entities[i] != NULL; i++)
		if (strcmp(entities[i]->table, table) == 0)
			return entities[i];
	return NULL;
}

static bool
field_is_text(const struct field *field)
{
	return field->kind != FIELD_INTEGER && field->kind != FIELD_BOOLEAN &&
	       field->kind != FIELD_REFERENCE;
}

static char **
text_member(const struct field *field, const void *row)
{
	return (char **)(void *)((char *)(gsize)row + field->offset);
}

static gint64 *
integer_member(const struct field *field, const void *row)
{
	return (gint64 *)(void *)((char *)(gsize)row + field->offset);
}

void
entity_init(const struct entity *entity, void *row)
{
	memset(row, 0, entity->size);
	for (guint i = 0; i < entity->n_fields; i++)
		if (entity->fields[i].kind == FIELD_INTEGER)
			*integer_member(&entity->fields[i], row) = MISSING;
}

void *
entity_new(const struct entity *entity)
{
	void *row = g_malloc(entity->size);
	entity_init(entity, row);
	return row;
}

void
entity_clear(const struct entity *entity, void *row)
{
	for (guint i = 0; i < entity->n_fields; i++)
		if (field_is_text(&entity->fields[i]))
			g_clear_pointer(text_member(&entity->fields[i], row), g_free);
}

void
entity_free(const struct entity *entity, void *row)
{
	if (row == NULL)
		return;
	entity_clear(entity, row);
	g_free(row);
}

void *
entity_copy(const struct entity *entity, const void *row)
{
	void *copy = g_memdup2(row, entity->size);
	for (guint i = 0; i < entity->n_fields; i++)
		if (field_is_text(&entity->fields[i]))
			*text_member(&entity->fields[i], copy) =
				g_strdup(*text_member(&entity->fields[i], row));
	return copy;
}

const struct field *
entity_field(const struct entity *entity, const char *name)
{
	for (guint i = 0; i < entity->n_fields; i++)
		if (strcmp(entity->fields[i].name, name) == 0)
			return &entity->fields[i];
	return NULL;
}

struct value
value_text(const char *text)
{
	return text == NULL ? (struct value){.type = VALUE_NULL}
			    : (struct value){.type = VALUE_TEXT, .text = text};
}

struct value
value_integer(gint64 integer)
{
	return (struct value){.type = VALUE_INTEGER, .integer = integer};
}

bool
value_equal(struct value a, struct value b)
{
	if (a.type != b.type)
		return false;
	return a.type == VALUE_TEXT ? strcmp(a.text, b.text) == 0 : a.integer == b.integer;
}

struct value
field_get(const struct field *field, const void *row)
{
	if (field_missing(field, row))
		return (struct value){.type = VALUE_NULL};
	if (field_is_text(field))
		return value_text(*text_member(field, row));
	return value_integer(*integer_member(field, row));
}

void
field_set(const struct field *field, void *row, struct value value)
{
	if (field_is_text(field))
		text_set(text_member(field, row), value.type == VALUE_TEXT ? value.text : NULL);
	else if (value.type == VALUE_INTEGER)
		*integer_member(field, row) = value.integer;
	else
		*integer_member(field, row) = field->kind == FIELD_INTEGER ? MISSING : 0;
}

bool
field_missing(const struct field *field, const void *row)
{
	if (field_is_text(field))
		return *text_member(field, row) == NULL;
	gint64 integer = *integer_member(field, row);
	if (field->kind == FIELD_BOOLEAN)
		return false;
	return field->kind == FIELD_REFERENCE ? integer == 0 : integer == MISSING;
}

void
text_set(char **member, const char *text)
{
	if (*member == text)
		return;
	g_free(*member);
	*member = text != NULL && *text != '\0' ? g_strdup(text) : NULL;
}
