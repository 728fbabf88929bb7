#include "core/decision.h"

#include "base/i18n.h"
#include "core/event.h"
#include "core/keys.h"

static void
decision_prepare(void *row)
{
	struct decision *decision = row;
	KEY_JOIN(&decision->search_key, decision->item, decision->text);
}

static const struct field decision_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct decision, event_id)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct decision, position)},
	{.name = "item",
	 .label = N_("Point of the agenda"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct decision, item)},
	{.name = "text",
	 .label = N_("Decision"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct decision, text)},
	{.name = "votes_for",
	 .label = N_("For"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct decision, votes_for)},
	{.name = "votes_against",
	 .label = N_("Against"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct decision, votes_against)},
	{.name = "abstentions",
	 .label = N_("Abstentions"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct decision, abstentions)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct decision, search_key)},
};

const struct entity entity_decision = {.table = "decision",
				       .label = N_("decision"),
				       .size = sizeof(struct decision),
				       .fields = decision_fields,
				       .n_fields = G_N_ELEMENTS(decision_fields),
				       .prepare = decision_prepare};
