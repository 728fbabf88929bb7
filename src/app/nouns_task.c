/* Tasks of an event. */
#include <string.h>

#include "app/nouns.h"
#include "app/task.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "core/status.h"

static char *
task_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct task *)row)->event_id);
}

static char *
task_title_get(Store *store, const void *row)
{
	return task_name(store, row);
}

/* ---- the day ------------------------------------------------------------------------------------
 */

static char *
offset_get(Store *store, const void *row)
{
	const struct task *task = row;
	(void)store;
	return task_offset_text(task->days_before, task->days_after, false);
}

static char *
offset_words(Store *store, const void *row)
{
	const struct task *task = row;
	(void)store;
	char *text = task_offset_text(task->days_before, task->days_after, true);
	return text != NULL ? text : g_strdup("");
}

/* The row's own copy follows what the event has made of it. */
static bool
task_store(Store *store, struct task *task, GError **error)
{
	struct event *event = store_get(store, &entity_event, task->event_id, error);
	if (event == NULL)
		return false;
	g_autofree char *due = task_due(task, event->start_date, event_last_day(event));
	entity_free(&entity_event, event);
	text_set(&task->due_on, due);
	return store_update(store, &entity_task, task, error);
}

/* Without an offset the day that was last known stays. */
static bool
offset_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct task *task = row;
	(void)notes;
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text == NULL)
		task->days_before = task->days_after = MISSING;
	else if (!task_offset_parse(text, &task->days_before, &task->days_after))
		return fail(error, ERROR_INVALID,
			    _("“%s” is no number of days before or after the event: D-60 or D+15 "
			      "is expected"),
			    text);
	return task_store(store, task, error);
}

/* A day that is typed is that day, whatever becomes of the event. */
static bool
due_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct task *task = row;
	char today[11];
	gint64 before, after;
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text != NULL && task_offset_parse(text, &before, &after))
		return offset_set(store, row, text, notes, error);
	store_today(store, today);
	if (!field_read(entity_field(&entity_task, "due_on"), task, typed, today, error))
		return false;
	task->days_before = task->days_after = MISSING;
	return task_store(store, task, error);
}

static char *
age_get(Store *store, const void *row)
{
	const struct task *task = row;
	struct event *event = store_get(store, &entity_event, task->event_id, NULL);
	char today[11];
	store_today(store, today);
	char *age = task_age_text(task, event != NULL ? event_last_day(event) : NULL, today);
	entity_free(&entity_event, event);
	if (*age == '\0')
		g_clear_pointer(&age, g_free);
	return age;
}

static const struct code *
state_of(Store *store, const void *row)
{
	char today[11];
	store_today(store, today);
	return &code_task_states.codes[task_state(row, today)];
}

static char *
state_get(Store *store, const void *row)
{
	return g_strdup(state_of(store, row)->code);
}

static char *
state_words(Store *store, const void *row)
{
	return g_strdup(code_text(state_of(store, row)));
}

/* ---- a whole task -------------------------------------------------------------------------------
 */

static bool
task_begin(Store *store, void *row, GError **error)
{
	struct task *task = row;
	char today[11];
	store_today(store, today);
	if (task->kind == NULL)
		text_set(&task->kind, "other");
	if (task->created_on == NULL)
		text_set(&task->created_on, today);
	gint64 there =
		store_count(store, &entity_task, "event_id", value_integer(task->event_id), error);
	task->position = MAX(there, 0);
	return there >= 0;
}

/* "other" and nothing more says nothing. */
static bool
task_judge(Store *store, const void *row, const char **key, GError **error)
{
	const struct task *task = row;
	(void)store;
	*key = "title";
	return task->title != NULL || task->person_id != 0 || task->organisation_id != 0 ||
	       strcmp(task->kind, "other") != 0 ||
	       fail(error, ERROR_INVALID, _("a task needs a title or a kind"));
}

static const struct noun_key task_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = task_event_get},
	PLAIN("kind", NOUN_LISTED),
	{.key = "title", .field = "title", .flags = NOUN_LISTED, .get = task_title_get},
	{.key = "person", .field = "person_id", .named = &noun_person},
	{.key = "organisation", .field = "organisation_id", .named = &noun_organisation},
	PLAIN("owner", NOUN_LISTED),
	{.key = "due_on", .field = "due_on", .flags = NOUN_LISTED, .set = due_set},
	{.key = "offset",
	 .label = N_("Days from the event"),
	 .get = offset_get,
	 .words = offset_words,
	 .set = offset_set},
	PLAIN("done_on", 0),
	{.key = "state",
	 .label = N_("State"),
	 .flags = NOUN_READ_ONLY,
	 .get = state_get,
	 .words = state_words},
	{.key = "age", .label = N_("Age"), .flags = NOUN_LISTED | NOUN_READ_ONLY, .get = age_get},
	PLAIN("link", 0),
	PLAIN("notes", NOUN_LONG),
	PLAIN("created_on", NOUN_READ_ONLY),
};

const struct noun noun_task = {
	.name = "task",
	.label = N_("Follow-up"),
	.entity = &entity_task,
	.keys = task_keys,
	.n_keys = G_N_ELEMENTS(task_keys),
	.owner = "event_id",
	.name_key = "title",
	.begin = task_begin,
	.judge = task_judge,
};
