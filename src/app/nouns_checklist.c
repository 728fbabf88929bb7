/* Usual tasks of a kind of event. */
#include "app/nouns.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/checklist.h"
#include "core/reference.h"
#include "core/status.h"
#include "core/task.h"

static char *
line_kind_get(Store *store, const void *row)
{
	struct kind *kind =
		store_get(store, &entity_kind, ((const struct checklist *)row)->kind_id, NULL);
	char *name = kind != NULL ? g_strdup(kind->name) : NULL;
	entity_free(&entity_kind, kind);
	return name;
}

static char *
line_title_get(Store *store, const void *row)
{
	const struct checklist *line = row;
	(void)store;
	return g_strdup(line->title != NULL ? line->title
					    : code_label(&code_task_kinds, line->task));
}

static char *
line_offset_get(Store *store, const void *row)
{
	const struct checklist *line = row;
	(void)store;
	return task_offset_text(line->days_before, line->days_after, false);
}

static char *
line_offset_words(Store *store, const void *row)
{
	const struct checklist *line = row;
	(void)store;
	char *text = task_offset_text(line->days_before, line->days_after, true);
	return text != NULL ? text : g_strdup("");
}

static bool
line_offset_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct checklist *line = row;
	(void)notes;
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text == NULL)
		line->days_before = line->days_after = MISSING;
	else if (!task_offset_parse(text, &line->days_before, &line->days_after))
		return fail(error, ERROR_INVALID,
			    _("“%s” is no number of days before or after the event: D-60 or D+15 "
			      "is expected"),
			    text);
	return store_update(store, &entity_checklist, line, error);
}

static bool
line_begin(Store *store, void *row, GError **error)
{
	struct checklist *line = row;
	if (line->task == NULL)
		text_set(&line->task, "other");
	gint64 there = store_count(store, &entity_checklist, "kind_id",
				   value_integer(line->kind_id), error);
	line->each_speaker = MAX(line->each_speaker, 0);
	line->position = MAX(there, 0);
	return there >= 0;
}

/* "other" and nothing more says nothing. */
static bool
line_judge(Store *store, const void *row, const char **key, GError **error)
{
	const struct checklist *line = row;
	(void)store;
	*key = "title";
	return line->title != NULL || g_strcmp0(line->task, "other") != 0 ||
	       fail(error, ERROR_INVALID, _("a task needs a title or a kind"));
}

static const struct noun_key line_keys[] = {
	{.key = "kind",
	 .label = N_("Kind of event"),
	 .flags = NOUN_READ_ONLY,
	 .get = line_kind_get},
	{.key = "title", .field = "title", .flags = NOUN_LISTED, .get = line_title_get},
	PLAIN("task", NOUN_LISTED),
	{.key = "offset",
	 .label = N_("Days from the event"),
	 .flags = NOUN_LISTED,
	 .get = line_offset_get,
	 .words = line_offset_words,
	 .set = line_offset_set},
	PLAIN("owner", NOUN_LISTED),
	PLAIN("each_speaker", NOUN_LISTED),
	PLAIN("position", 0),
};

const struct noun noun_checklist = {
	.name = "checklist",
	.label = N_("Usual tasks"),
	.entity = &entity_checklist,
	.keys = line_keys,
	.n_keys = G_N_ELEMENTS(line_keys),
	.owner = "kind_id",
	.name_key = "title",
	.begin = line_begin,
	.judge = line_judge,
};
