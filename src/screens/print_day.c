#include "screens/print_day.h"

#include "app/output.h"
#include "base/i18n.h"
#include "paper/batch.h"
#include "tui/result.h"

#define WIDTH_MAX 60

struct day {
	struct screen screen;
	struct ui *ui;
	PaperBatch *batch;
	GPtrArray *notes;
	guint source; /* of the loop, which makes one paper each time it has nothing else to do */
	bool stopping;
};

static void
day_free(struct screen *screen)
{
	struct day *day = (struct day *)screen;
	if (day->source != 0)
		g_source_remove(day->source);
	g_ptr_array_unref(day->notes);
	batch_free(day->batch);
	g_free(day);
}

/* ---- the end ------------------------------------------------------------------------------------
 */

static char *
day_count(const struct day *day)
{
	guint made = 0, failed = 0;
	for (guint i = 0; i < batch_done(day->batch); i++) {
		enum batch_state state = batch_line(day->batch, i)->state;
		made += state == BATCH_MADE ? 1 : 0;
		failed += state == BATCH_FAILED ? 1 : 0;
	}
	if (made == 0)
		return g_strdup(failed > 0 ? _("Nothing could be made")
					   : _("Nothing has to be made again"));
	return g_strdup_printf(i18n_count("%u paper made", "%u papers made", made), made);
}

static void
day_show(struct day *day)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) files = g_ptr_array_new();
	g_autofree char *folder = output_folder(day->ui->store);
	g_autofree char *count = day_count(day);
	for (guint i = 0; i < batch_done(day->batch); i++) {
		const struct batch_line *line = batch_line(day->batch, i);
		g_autofree char *words = batch_line_words(line);
		g_ptr_array_add(lines,
				g_strdup_printf("%s%s", line->state == BATCH_FAILED ? "! " : "  ",
						words));
		if (line->state == BATCH_MADE)
			g_ptr_array_add(files, line->path);
	}
	for (guint i = 0; i < day->notes->len; i++)
		g_ptr_array_add(lines, g_strdup_printf("! %s", (char *)day->notes->pdata[i]));
	result_show_papers(day->ui, count, folder, lines, files);
}

/* ---- going on -----------------------------------------------------------------------------------
 */

static gboolean
day_step(gpointer user)
{
	struct day *day = user;
	struct ui *ui = day->ui;
	if (!day->stopping && batch_step(day->batch, day->notes) != NULL) {
		ui_draw(ui);
		return G_SOURCE_CONTINUE;
	}
	day->source = 0;
	day_show(day);
	ui_remove(ui, &day->screen);
	ui_draw(ui);
	return G_SOURCE_REMOVE;
}

static void
day_draw(struct screen *screen, struct ui *ui, struct area body)
{
	const struct day *day = (const struct day *)screen;
	const char *next = batch_next(day->batch);
	int width = MIN(body.width - 4, WIDTH_MAX);
	struct area area = {body.y + (body.height - 4) / 2, body.x + (body.width - width) / 2, 4,
			    width};
	(void)ui;
	draw_frame(area, _("Print the day"));
	draw_format(area.y + 1, area.x + 2, width - 4, STYLE_HEAD, _("%u of %u"),
		    MIN(batch_done(day->batch) + 1, batch_count(day->batch)),
		    batch_count(day->batch));
	draw_text(area.y + 2, area.x + 2, width - 4, STYLE_PLAIN, next);
	draw_cursor(area.y + 1, area.x + 2);
}

static bool
day_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	(void)ui;
	if (key_is(key, "Esc") || key_is(key, "C-c"))
		((struct day *)screen)->stopping = true;
	return true;
}

static bool
day_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class day_class = {
	.name = "day",
	.hint = N_("Esc stop; what is made stays"),
	.overlay = true,
	.draw = day_draw,
	.key = day_key,
	.typing = day_typing,
	.free = day_free,
};

void
day_print(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	struct batch_choice choice = {.event_id = event_id};
	PaperBatch *batch = batch_of_day(ui->store, &choice, &error);
	ui_fail(ui, error);
	if (batch == NULL)
		return;
	struct day *day = g_new0(struct day, 1);
	day->screen = (struct screen){.class = &day_class, .tab = -1};
	day->ui = ui;
	day->batch = batch;
	day->notes = g_ptr_array_new_with_free_func(g_free);
	ui_push(ui, &day->screen);
	day->source = g_idle_add(day_step, day);
}
