#include "core/checklist.h"

#include "base/i18n.h"
#include "core/keys.h"
#include "core/reference.h"
#include "core/status.h"

static void
checklist_prepare(void *row)
{
	struct checklist *line = row;
	const struct code *task = code_find(&code_task_kinds, line->task);
	KEY_JOIN(&line->search_key, line->title, line->owner, task != NULL ? task->code : NULL,
		 task != NULL ? task->aliases : NULL);
}

static const struct field checklist_fields[] = {
	{.name = "kind_id",
	 .label = N_("Kind of event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_kind,
	 .offset = offsetof(struct checklist, kind_id)},
	{.name = "task",
	 .label = N_("Kind of task"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_task_kinds,
	 .offset = offsetof(struct checklist, task)},
	{.name = "title",
	 .label = N_("Task"),
	 .kind = FIELD_TEXT,
	 .length = 160,
	 .offset = offsetof(struct checklist, title)},
	{.name = "owner",
	 .label = N_("In charge"),
	 .kind = FIELD_TEXT,
	 .length = 120,
	 .offset = offsetof(struct checklist, owner)},
	{.name = "days_before",
	 .label = N_("Days before"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_INTERNAL,
	 .offset = offsetof(struct checklist, days_before)},
	{.name = "days_after",
	 .label = N_("Days after"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_INTERNAL,
	 .offset = offsetof(struct checklist, days_after)},
	{.name = "each_speaker",
	 .label = N_("One for each speaker"),
	 .kind = FIELD_BOOLEAN,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct checklist, each_speaker)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct checklist, position)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct checklist, search_key)},
};

const struct entity entity_checklist = {.table = "checklist",
					.label = N_("usual task"),
					.size = sizeof(struct checklist),
					.fields = checklist_fields,
					.n_fields = G_N_ELEMENTS(checklist_fields),
					.prepare = checklist_prepare};
