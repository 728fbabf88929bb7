#include "core/practice.h"

#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "core/keys.h"
#include "core/person.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/status.h"

static void
practice_prepare(void *row)
{
	struct practice *practice = row;
	key_set(&practice->sort_key, text_order(practice->title));
	KEY_JOIN(&practice->search_key, practice->title, practice->territory, practice->audience,
		 practice->description, practice->results);
}

static const struct field practice_fields[] = {
	{.name = "title",
	 .label = N_("Title"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct practice, title)},
	{.name = "territory",
	 .label = N_("Territory"),
	 .kind = FIELD_TEXT,
	 .length = 200,
	 .offset = offsetof(struct practice, territory)},
	{.name = "territory_id",
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED | FIELD_INTERNAL,
	 .target = &entity_territory,
	 .offset = offsetof(struct practice, territory_id)},
	{.name = "theme_id",
	 .label = N_("Theme"),
	 .kind = FIELD_REFERENCE,
	 .target = &entity_theme,
	 .offset = offsetof(struct practice, theme_id)},
	{.name = "audience",
	 .label = N_("Public"),
	 .kind = FIELD_TEXT,
	 .length = 400,
	 .offset = offsetof(struct practice, audience)},
	{.name = "description",
	 .label = N_("Description"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct practice, description)},
	{.name = "results",
	 .label = N_("Results"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct practice, results)},
	{.name = "documents",
	 .label = N_("Documents and links"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct practice, documents)},
	{.name = "person_id",
	 .label = N_("Contact"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED,
	 .target = &entity_person,
	 .offset = offsetof(struct practice, person_id)},
	{.name = "contact_agreed",
	 .label = N_("Agrees to be named"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_PERSONAL,
	 .codes = &code_yes_no,
	 .offset = offsetof(struct practice, contact_agreed)},
	{.name = "agreed_on",
	 .label = N_("Asked on"),
	 .kind = FIELD_DAY,
	 .flags = FIELD_PERSONAL,
	 .offset = offsetof(struct practice, agreed_on)},
	{.name = "event_id",
	 .label = N_("Shown at the event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED,
	 .target = &entity_event,
	 .offset = offsetof(struct practice, event_id)},
	{.name = "session_id",
	 .label = N_("Shown at the session"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED,
	 .target = &entity_session,
	 .offset = offsetof(struct practice, session_id)},
	{.name = "written_on",
	 .label = N_("Written on"),
	 .kind = FIELD_DAY,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct practice, written_on)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct practice, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct practice, search_key)},
};

const struct entity entity_practice = {.table = "practice",
				       .label = N_("good practice"),
				       .size = sizeof(struct practice),
				       .fields = practice_fields,
				       .n_fields = G_N_ELEMENTS(practice_fields),
				       .prepare = practice_prepare};
