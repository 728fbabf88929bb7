#include "screens/print_day.h"

#include "app/modules.h"
#include "app/output.h"
#include "base/i18n.h"
#include "paper/batch.h"
#include "tui/result.h"
#include "tui/work.h"

/* The thread's, until it has ended. */
struct day {
	gint64 event_id;
	GPtrArray *notes; /* char * */
	GPtrArray *lines; /* char *: what became of each paper, in words */
	GPtrArray *files; /* char *: those that were made */
	guint made, failed;
};

static void
day_free(gpointer pointer)
{
	struct day *day = pointer;
	g_ptr_array_unref(day->notes);
	g_ptr_array_unref(day->lines);
	g_ptr_array_unref(day->files);
	g_free(day);
}

static void
line_take(struct day *day, const struct batch_line *line)
{
	g_autofree char *words = batch_line_words(line);
	day->made += line->state == BATCH_MADE ? 1 : 0;
	day->failed += line->state == BATCH_FAILED ? 1 : 0;
	g_ptr_array_add(day->lines,
			g_strdup_printf("%s%s", line->state == BATCH_FAILED ? "! " : "  ", words));
	if (line->state == BATCH_MADE)
		g_ptr_array_add(day->files, g_strdup(line->path));
}

/* In the thread. What is made stays, whenever it is stopped. */
static bool
day_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct day *day = user;
	struct batch_choice choice = {.event_id = day->event_id};
	g_autoptr(PaperBatch) batch = batch_of_day(store, &choice, error);
	const struct batch_line *line = NULL;
	while (batch != NULL && work_goes_on(batch_done(batch), batch_count(batch), work) &&
	       (line = batch_step(batch, day->notes)) != NULL)
		line_take(day, line);
	return batch != NULL;
}

static char *
day_count(const struct day *day)
{
	if (day->made == 0)
		return g_strdup(day->failed > 0 ? _("Nothing could be made")
						: _("Nothing has to be made again"));
	return g_strdup_printf(i18n_count("%u paper made", "%u papers made", day->made), day->made);
}

static void
day_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	const struct day *day = user;
	work_fail(ui, error);
	if (!done)
		return;
	g_autofree char *folder = output_folder(ui->store);
	g_autofree char *count = day_count(day);
	for (guint i = 0; i < day->notes->len; i++)
		g_ptr_array_add(day->lines, g_strdup_printf("! %s", (char *)day->notes->pdata[i]));
	result_show_papers(ui, count, folder, day->lines, day->files);
}

void
day_print(struct ui *ui, gint64 event_id)
{
	struct day *day = g_new0(struct day, 1);
	*day = (struct day){.event_id = event_id,
			    .notes = g_ptr_array_new_with_free_func(g_free),
			    .lines = g_ptr_array_new_with_free_func(g_free),
			    .files = g_ptr_array_new_with_free_func(g_free)};
	const struct work_order order = {.run = day_run,
					 .done = day_done,
					 .user = day,
					 .user_free = day_free,
					 .gesture = true};
	/* Loaded here, for the thread to find; what is missing and needed is said by the thread. */
	module_print(NULL);
	module_exchange(NULL);
	work_show(ui, _("Print the day"), &order);
}
