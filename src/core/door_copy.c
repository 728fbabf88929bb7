#include "core/door_copy.h"

#include <string.h>

#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/person.h"
#include "core/status.h"

#define LETTERS       26
#define VERSIONS_EACH 1000

static const struct field door_copy_fields[] = {
	{.name = "uid",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct door_copy, uid)},
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct door_copy, event_id)},
	{.name = "letter",
	 .label = N_("Copy"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 8,
	 .offset = offsetof(struct door_copy, letter)},
	{.name = "exported_at",
	 .label = N_("Taken along"),
	 .kind = FIELD_INSTANT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct door_copy, exported_at)},
	{.name = "exported_by",
	 .label = N_("By"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct door_copy, exported_by)},
	{.name = "export_gesture",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_copy, export_gesture)},
	{.name = "merged_at",
	 .label = N_("Brought back"),
	 .kind = FIELD_INSTANT,
	 .offset = offsetof(struct door_copy, merged_at)},
	{.name = "merged_gesture",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_INTERNAL,
	 .offset = offsetof(struct door_copy, merged_gesture)},
	{.name = "wiped_at",
	 .label = N_("Wiped"),
	 .kind = FIELD_INSTANT,
	 .offset = offsetof(struct door_copy, wiped_at)},
};

static const struct field door_stamp_fields[] = {
	{.name = "event_id",
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER | FIELD_INTERNAL,
	 .target = &entity_event,
	 .offset = offsetof(struct door_stamp, event_id)},
	{.name = "copy_id",
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER | FIELD_INTERNAL,
	 .target = &entity_door_copy,
	 .offset = offsetof(struct door_stamp, copy_id)},
	{.name = "table_name",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct door_stamp, table_name)},
	{.name = "row_id",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_stamp, row_id)},
	{.name = "member",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct door_stamp, member)},
	{.name = "said_at",
	 .kind = FIELD_INSTANT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_stamp, said_at)},
	{.name = "said_gesture",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_stamp, said_gesture)},
	{.name = "known_gesture",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_stamp, known_gesture)},
};

static const struct field door_alias_fields[] = {
	{.name = "table_name",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct door_alias, table_name)},
	{.name = "from_id",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_alias, from_id)},
	{.name = "to_id",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_alias, to_id)},
};

static const struct field door_conflict_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct door_conflict, event_id)},
	{.name = "number",
	 .label = N_("Number"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_KEPT,
	 .offset = offsetof(struct door_conflict, number)},
	{.name = "kind",
	 .label = N_("Kind"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_door_conflicts,
	 .offset = offsetof(struct door_conflict, kind)},
	{.name = "table_name",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct door_conflict, table_name)},
	{.name = "row_id",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .offset = offsetof(struct door_conflict, row_id)},
	{.name = "member",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct door_conflict, member)},
	{.name = "copy_id",
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER | FIELD_INTERNAL,
	 .target = &entity_door_copy,
	 .offset = offsetof(struct door_conflict, copy_id)},
	{.name = "said_at",
	 .label = N_("When"),
	 .kind = FIELD_INSTANT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct door_conflict, said_at)},
	{.name = "value",
	 .label = N_("Said there"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_PERSONAL | FIELD_FLEETING,
	 .offset = offsetof(struct door_conflict, value)},
	{.name = "attendee_id",
	 .label = N_("Attendee"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER,
	 .target = &entity_attendee,
	 .offset = offsetof(struct door_conflict, attendee_id)},
	{.name = "person_id",
	 .label = N_("Person"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER,
	 .target = &entity_person,
	 .offset = offsetof(struct door_conflict, person_id)},
};

const struct entity entity_door_copy = {.table = "door_copy",
					.label = N_("copy taken along"),
					.size = sizeof(struct door_copy),
					.fields = door_copy_fields,
					.n_fields = G_N_ELEMENTS(door_copy_fields)};
const struct entity entity_door_stamp = {.table = "door_stamp",
					 .label = N_("word of a copy"),
					 .size = sizeof(struct door_stamp),
					 .fields = door_stamp_fields,
					 .n_fields = G_N_ELEMENTS(door_stamp_fields)};
const struct entity entity_door_alias = {.table = "door_alias",
					 .label = N_("former identity"),
					 .size = sizeof(struct door_alias),
					 .fields = door_alias_fields,
					 .n_fields = G_N_ELEMENTS(door_alias_fields)};
const struct entity entity_door_conflict = {.table = "door_conflict",
					    .label = N_("conflict of copies"),
					    .size = sizeof(struct door_conflict),
					    .fields = door_conflict_fields,
					    .n_fields = G_N_ELEMENTS(door_conflict_fields)};

/* ---- letters and versions -----------------------------------------------------------------------
 */

char *
door_letter(gint64 n)
{
	GString *letters = g_string_new(NULL);
	for (; n > 0; n = (n - 1) / LETTERS)
		g_string_prepend_c(letters, (char)('A' + (n - 1) % LETTERS));
	return g_string_free(letters, FALSE);
}

gint64
door_letter_number(const char *letter)
{
	gint64 n = 0;
	if (letter == NULL || strlen(letter) > 4)
		return 0;
	for (; *letter != '\0'; letter++) {
		if (!g_ascii_isupper(*letter))
			return 0;
		n = n * LETTERS + (*letter - 'A' + 1);
	}
	return n;
}

gint64
door_version_first(const char *letter)
{
	return door_letter_number(letter) * VERSIONS_EACH + 1;
}

bool
door_version_is_of(gint64 version, const char *letter)
{
	gint64 first = door_version_first(letter);
	return version >= first && version < first + VERSIONS_EACH;
}

char *
door_version_text(gint64 version)
{
	g_autofree char *letter = door_letter(MAX(version - 1, 0) / VERSIONS_EACH);
	return *letter == '\0' ? g_strdup_printf("%" G_GINT64_FORMAT, version)
			       : g_strdup_printf("%s-%" G_GINT64_FORMAT, letter,
						 (version - 1) % VERSIONS_EACH + 1);
}
