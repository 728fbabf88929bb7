#include "core/task.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/keys.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/status.h"

/* Ten years: what is further away is no offset of an event. */
#define OFFSET_MOST  3650
#define DAYS_OF_WEEK 7

const struct task_line task_follow_up[] = {
	{.kind = "thanks", .days_before = MISSING, .days_after = 3},
	{.kind = "slides", .days_before = MISSING, .days_after = 7, .each_speaker = true},
	{.kind = "certificates",
	 .days_before = MISSING,
	 .days_after = 7,
	 .events = TASK_OF_OTHERS,
	 .of_proof = true},
	{.kind = "satisfaction", .days_before = MISSING, .days_after = 7, .events = TASK_OF_OTHERS},
	{.kind = "minutes", .days_before = MISSING, .days_after = 15, .events = TASK_OF_MEETINGS},
	{.kind = "summary", .days_before = MISSING, .days_after = 30, .events = TASK_OF_OTHERS},
};
const guint task_follow_up_n = G_N_ELEMENTS(task_follow_up);

/* ---- days ---------------------------------------------------------------------------------------
 */

bool
task_offset_parse(const char *typed, gint64 *before, gint64 *after)
{
	g_autofree char *text = g_ascii_strdown(typed, -1);
	const char *sign = text + 1;
	guint64 days = 0;
	g_strstrip(text);
	if (*text != 'j' && *text != 'd')
		return false;
	while (*sign == ' ')
		sign++;
	*before = *after = MISSING;
	if (*sign == '\0') {
		*before = 0;
		return true;
	}
	if (*sign != '-' && *sign != '+')
		return false;
	const char *digits = sign + 1;
	while (*digits == ' ')
		digits++;
	if (!g_ascii_string_to_unsigned(digits, 10, 0, OFFSET_MOST, &days, NULL))
		return false;
	*(*sign == '-' ? before : after) = (gint64)days;
	return true;
}

char *
task_offset_text(gint64 before, gint64 after, bool people)
{
	const char *day = people ? C_("day of the event", "D") : "D";
	if (before == MISSING && after == MISSING)
		return NULL;
	if (before == 0)
		return g_strdup(day);
	return g_strdup_printf("%s%c%d", day, before != MISSING ? '-' : '+',
			       (int)(before != MISSING ? before : after));
}

char *
task_due(const struct task *task, const char *first_day, const char *last_day)
{
	char day[11];
	if (task->days_before == MISSING && task->days_after == MISSING)
		return g_strdup(task->due_on);
	if (!date_is_day(first_day) || !date_is_day(last_day))
		return NULL;
	date_from_number(task->days_before != MISSING
				 ? date_number(first_day) - (int)task->days_before
				 : date_number(last_day) + (int)task->days_after,
			 day);
	return g_strdup(day);
}

const char *
task_since(const struct task *task, const char *last_day)
{
	bool follows = task->days_after != MISSING && date_is_day(last_day);
	return follows && strcmp(last_day, task->created_on) > 0 ? last_day : task->created_on;
}

enum task_state
task_state(const struct task *task, const char *today)
{
	if (task->done_on != NULL)
		return TASK_DONE;
	if (task->due_on == NULL)
		return TASK_LATER;
	int left = date_number(task->due_on) - date_number(today);
	return left < 0 ? TASK_LATE : left < DAYS_OF_WEEK ? TASK_THIS_WEEK : TASK_LATER;
}

/* ---- the table ----------------------------------------------------------------------------------
 */

/* Its kind is found by every word for it, in both languages. */
static void
task_prepare(void *row)
{
	struct task *task = row;
	const struct code *kind = code_find(&code_task_kinds, task->kind);
	KEY_JOIN(&task->search_key, task->title, task->owner, task->notes,
		 kind != NULL ? kind->code : NULL, kind != NULL ? kind->aliases : NULL);
}

static const struct field task_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct task, event_id)},
	{.name = "kind",
	 .label = N_("Kind"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_task_kinds,
	 .offset = offsetof(struct task, kind)},
	{.name = "title",
	 .label = N_("Task"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_PERSONAL,
	 .length = 160,
	 .offset = offsetof(struct task, title)},
	{.name = "person_id",
	 .label = N_("Person"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED,
	 .target = &entity_person,
	 .offset = offsetof(struct task, person_id)},
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_DETACHED,
	 .target = &entity_organisation,
	 .offset = offsetof(struct task, organisation_id)},
	{.name = "owner",
	 .label = N_("In charge"),
	 .kind = FIELD_TEXT,
	 .length = 120,
	 .offset = offsetof(struct task, owner)},
	{.name = "days_before",
	 .label = N_("Days before"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_INTERNAL,
	 .offset = offsetof(struct task, days_before)},
	{.name = "days_after",
	 .label = N_("Days after"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_INTERNAL,
	 .offset = offsetof(struct task, days_after)},
	{.name = "due_on",
	 .label = N_("Due"),
	 .kind = FIELD_DAY,
	 .offset = offsetof(struct task, due_on)},
	{.name = "done_on",
	 .label = N_("Done on"),
	 .kind = FIELD_DAY,
	 .offset = offsetof(struct task, done_on)},
	{.name = "created_on",
	 .label = N_("Written down on"),
	 .kind = FIELD_DAY,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct task, created_on)},
	{.name = "link",
	 .label = N_("Link"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_PERSONAL,
	 .length = 400,
	 .offset = offsetof(struct task, link)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_PERSONAL,
	 .offset = offsetof(struct task, notes)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct task, position)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_PERSONAL | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct task, search_key)},
};

const struct entity entity_task = {.table = "task",
				   .label = N_("task"),
				   .size = sizeof(struct task),
				   .fields = task_fields,
				   .n_fields = G_N_ELEMENTS(task_fields),
				   .prepare = task_prepare};
