#include "core/place.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/keys.h"
#include "core/status.h"

static void
venue_prepare(void *row)
{
	struct venue *venue = row;
	key_set(&venue->sort_key, text_order(venue->name));
	KEY_JOIN(&venue->search_key, venue->name, venue->town);
}

static const struct field venue_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 160,
	 .offset = offsetof(struct venue, name)},
	{.name = "address",
	 .label = N_("Address"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct venue, address)},
	{.name = "postal_code",
	 .label = N_("Postal code"),
	 .kind = FIELD_TEXT,
	 .length = 10,
	 .offset = offsetof(struct venue, postal_code)},
	{.name = "town",
	 .label = N_("Town"),
	 .kind = FIELD_TEXT,
	 .length = 120,
	 .offset = offsetof(struct venue, town)},
	{.name = "town_code",
	 .label = N_("INSEE code"),
	 .kind = FIELD_TEXT,
	 .length = 5,
	 .offset = offsetof(struct venue, town_code)},
	{.name = "department",
	 .label = N_("Département"),
	 .kind = FIELD_TEXT,
	 .length = 80,
	 .offset = offsetof(struct venue, department)},
	{.name = "access",
	 .label = N_("Access"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct venue, access)},
	{.name = "contact",
	 .label = N_("Contact"),
	 .kind = FIELD_TEXT,
	 .length = 200,
	 .offset = offsetof(struct venue, contact)},
	{.name = "step_free",
	 .label = N_("Step-free access"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct venue, step_free)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct venue, notes)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct venue, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct venue, search_key)},
};

static void
room_prepare(void *row)
{
	struct room *room = row;
	key_set(&room->search_key, text_search_key(room->name));
}

static const struct field room_fields[] = {
	{.name = "venue_id",
	 .label = N_("Place"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_venue,
	 .offset = offsetof(struct room, venue_id)},
	{.name = "name",
	 .label = N_("Room"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 120,
	 .offset = offsetof(struct room, name)},
	{.name = "capacity",
	 .label = N_("Capacity"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct room, capacity)},
	{.name = "capacity_theatre",
	 .label = N_("Capacity, theatre"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct room, capacity_theatre)},
	{.name = "capacity_islands",
	 .label = N_("Capacity, islands"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct room, capacity_islands)},
	{.name = "capacity_u",
	 .label = N_("Capacity, U shape"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct room, capacity_u)},
	{.name = "equipment",
	 .label = N_("Equipment"),
	 .kind = FIELD_TEXT,
	 .offset = offsetof(struct room, equipment)},
	{.name = "step_free",
	 .label = N_("Step-free access"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct room, step_free)},
	{.name = "induction_loop",
	 .label = N_("Induction loop"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct room, induction_loop)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct room, notes)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct room, search_key)},
};

const struct entity entity_venue = {.table = "venue",
				    .label = N_("place"),
				    .size = sizeof(struct venue),
				    .fields = venue_fields,
				    .n_fields = G_N_ELEMENTS(venue_fields),
				    .prepare = venue_prepare};
const struct entity entity_room = {.table = "room",
				   .label = N_("room"),
				   .size = sizeof(struct room),
				   .fields = room_fields,
				   .n_fields = G_N_ELEMENTS(room_fields),
				   .prepare = room_prepare};

bool
venue_is_town(const struct venue *venue)
{
	return venue->town != NULL && strcmp(venue->name, venue->town) == 0 &&
	       venue->address == NULL && venue->postal_code == NULL;
}

char *
place_last_part(const char *name)
{
	g_autofree char *whole = text_accept(name, false, NULL);
	if (whole == NULL)
		return NULL;
	char *end = whole + strlen(whole);
	if (end[-1] == ')')
		*--end = '\0';
	const char *comma = strrchr(whole, ','), *bracket = strrchr(whole, '(');
	const char *part = bracket == NULL || (comma != NULL && comma > bracket) ? comma : bracket;
	if (part == NULL || part == whole)
		return NULL;
	part += 1 + strspn(part + 1, " 0123456789");
	return text_accept(part, false, NULL);
}

bool
place_says_town(const char *name, const char *town)
{
	g_autofree char *part = name != NULL && town != NULL ? place_last_part(name) : NULL;
	g_autofree char *said = text_search_key(part);
	g_autofree char *key = text_search_key(town);
	return part != NULL && strcmp(said, key) == 0;
}
