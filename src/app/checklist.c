#include "app/checklist.h"

#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/reference.h"
#include "core/status.h"

#define FILE_NAME "listes_types.tsv"
#define EVERY     "*"
#define MEETINGS  "comite" /* a word of the list of those that decide */

enum column {
	COLUMN_WORDS,
	COLUMN_TASK,
	COLUMN_TITLE,
	COLUMN_OFFSET,
	COLUMNS_N,
};

void
checklist_free(Checklist *list)
{
	if (list == NULL)
		return;
	g_array_unref(list->lines);
	rows_free(list->rows);
	g_string_chunk_free(list->words);
	g_free(list);
}

const char *
task_line_name(const struct task_line *line)
{
	return line->title != NULL ? line->title : code_label(&code_task_kinds, line->kind);
}

/* ---- the one that comes with the program --------------------------------------------------------
 */

static const char *
embedded_lists(void)
{
	for (const struct embedded_file *file = embedded_reference; file->name != NULL; file++)
		if (strcmp(file->name, FILE_NAME) == 0)
			return file->text;
	return "";
}

static bool
words_answer(const char *words, const char *key)
{
	g_auto(GStrv) each = g_strsplit(words, ";", -1);
	for (guint i = 0; key != NULL && each[i] != NULL; i++)
		if (strstr(key, each[i]) != NULL)
			return true;
	return false;
}

/* The words of the first list that answers to KEY; those of every other kind when none does. */
static char *
words_of(char **lines, const char *key)
{
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (*lines[i] != '#' && g_strv_length(cells) == COLUMNS_N &&
		    words_answer(cells[COLUMN_WORDS], key))
			return g_strdup(cells[COLUMN_WORDS]);
	}
	return g_strdup(EVERY);
}

static void
line_read(Checklist *list, char **cells)
{
	struct task_line line = {.days_before = MISSING, .days_after = MISSING};
	const struct code *task = code_find(&code_task_kinds, cells[COLUMN_TASK]);
	if (task == NULL ||
	    !task_offset_parse(cells[COLUMN_OFFSET], &line.days_before, &line.days_after))
		return;
	line.kind = task->code;
	if (*cells[COLUMN_TITLE] != '\0')
		line.title = g_string_chunk_insert(list->words, cells[COLUMN_TITLE]);
	g_array_append_val(list->lines, line);
}

/* In the order of their days. */
static gint
by_day(gconstpointer a, gconstpointer b)
{
	const struct task_line *first = a, *second = b;
	gint64 day = first->days_before != MISSING ? -first->days_before : first->days_after;
	gint64 other = second->days_before != MISSING ? -second->days_before : second->days_after;
	return day < other ? -1 : day > other ? 1 : 0;
}

static void
shipped_load(Checklist *list, const char *key)
{
	g_auto(GStrv) lines = g_strsplit(embedded_lists(), "\n", -1);
	g_autofree char *words = words_of(lines, key);
	list->meetings = strstr(words, MEETINGS) != NULL;
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (*lines[i] != '#' && g_strv_length(cells) == COLUMNS_N &&
		    strcmp(cells[COLUMN_WORDS], words) == 0)
			line_read(list, cells);
	}
	g_array_append_vals(list->lines, task_follow_up, task_follow_up_n);
	g_array_sort(list->lines, by_day);
}

bool
checklist_holds(const Checklist *list, const struct task_line *line)
{
	return line->events == TASK_OF_ALL || (line->events == TASK_OF_MEETINGS) == list->meetings;
}

/* ---- its own ------------------------------------------------------------------------------------
 */

static void
own_load(Checklist *list)
{
	for (guint i = 0; i < list->rows->n; i++) {
		const struct checklist *row = list->rows->row[i];
		struct task_line line = {
			.kind = row->task,
			.title = row->title,
			.owner = row->owner,
			.days_before = row->days_before,
			.days_after = row->days_after,
			.each_speaker = row->each_speaker == 1,
		};
		g_array_append_val(list->lines, line);
	}
	list->own = list->rows->n > 0;
}

Checklist *
checklist_of_kind(Store *store, gint64 kind_id, GError **error)
{
	Checklist *list = g_new0(Checklist, 1);
	list->lines = g_array_new(FALSE, FALSE, sizeof(struct task_line));
	list->words = g_string_chunk_new(512);
	list->rows = store_of(store, &entity_checklist, "kind_id", kind_id, error);
	if (list->rows == NULL) {
		checklist_free(list);
		return NULL;
	}
	own_load(list);
	if (list->own)
		return list;
	struct kind *kind = kind_id != 0 ? store_get(store, &entity_kind, kind_id, error) : NULL;
	if (kind_id != 0 && kind == NULL) {
		checklist_free(list);
		return NULL;
	}
	shipped_load(list, kind != NULL ? kind->search_key : NULL);
	entity_free(&entity_kind, kind);
	return list;
}

struct checklist *
checklist_row(const struct task_line *line, gint64 kind_id, gint64 position)
{
	struct checklist *row = entity_new(&entity_checklist);
	row->kind_id = kind_id;
	row->days_before = line->days_before;
	row->days_after = line->days_after;
	row->each_speaker = line->each_speaker ? 1 : 0;
	row->position = position;
	text_set(&row->task, line->kind);
	text_set(&row->title, line->title);
	return row;
}

static bool
line_keep(Store *store, gint64 kind_id, const struct task_line *line, gint64 position,
	  GError **error)
{
	struct checklist *row = checklist_row(line, kind_id, position);
	bool done = store_insert(store, &entity_checklist, row, error);
	entity_free(&entity_checklist, row);
	return done;
}

bool
checklist_take(Store *store, gint64 kind_id, guint *made, GError **error)
{
	g_autoptr(Checklist) list = checklist_of_kind(store, kind_id, error);
	*made = 0;
	if (list == NULL)
		return false;
	if (list->own)
		return fail(error, ERROR_CONFLICT,
			    _("this kind has its own list already: change that one"));
	for (guint i = 0; i < list->lines->len; i++) {
		const struct task_line *line = &g_array_index(list->lines, struct task_line, i);
		if (!checklist_holds(list, line))
			continue;
		if (!line_keep(store, kind_id, line, *made, error))
			return false;
		*made += 1;
	}
	return true;
}
