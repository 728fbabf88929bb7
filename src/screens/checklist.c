#include "screens/checklist.h"

#include "app/checklist.h"
#include "base/i18n.h"
#include "core/reference.h"

/* Lines that the list itself takes: its heads, and what it says when it is empty. */
#define LINES_ABOVE 5
#define DAY_WIDTH   6

char *
checklist_head(Store *store, gint64 kind_id)
{
	struct kind *kind = store_get(store, &entity_kind, kind_id, NULL);
	char *head =
		g_strdup_printf(_("Usual tasks: %s"), kind != NULL ? kind->name : _("deleted"));
	entity_free(&entity_kind, kind);
	return head;
}

static void
line_draw(const struct task_line *line, struct area area)
{
	g_autofree char *day = task_offset_text(line->days_before, line->days_after, true);
	draw_text(area.y, area.x, DAY_WIDTH, STYLE_FAINT, day);
	int x = area.x + DAY_WIDTH + 1;
	g_autofree char *words =
		line->each_speaker ? g_strdup_printf(_("%s, of each speaker"), task_line_name(line))
				   : g_strdup(task_line_name(line));
	draw_text(area.y, x, area.width - DAY_WIDTH - 1, STYLE_FAINT, words);
}

void
checklist_draw(Store *store, gint64 kind_id, struct area area)
{
	g_autoptr(Checklist) list = checklist_of_kind(store, kind_id, NULL);
	int y = area.y + LINES_ABOVE;
	for (guint i = 0; list != NULL && i < list->lines->len; i++) {
		const struct task_line *line = &g_array_index(list->lines, struct task_line, i);
		if (y >= area.y + area.height)
			return;
		if (checklist_holds(list, line))
			line_draw(line, (struct area){y++, area.x + 3, 1, area.width - 4});
	}
}

void
checklist_take_over(struct ui *ui, gint64 kind_id)
{
	guint made = 0;
	GError *error = NULL;
	if (!ui_begin(ui, "checklist_take"))
		return;
	if (!checklist_take(ui->store, kind_id, &made, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_kind, kind_id, 0, made);
	g_autofree char *what = g_strdup_printf(i18n_count("%u usual task, to be changed",
							   "%u usual tasks, to be changed", made),
						made);
	ui_commit(ui, what);
}
