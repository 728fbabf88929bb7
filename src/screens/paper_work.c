#include "screens/paper_work.h"

#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/result.h"
#include "tui/work.h"

/* The thread's, until it has ended. */
struct paper_making {
	struct paper_choice paper; /* whose people are these */
	gint64 *to, *reissue;
	char *year; /* of the figures of a year; else NULL */
	enum year_report_format format;
	char *kind; /* of what has no pages */
	char *made;
	char *said; /* what was issued, or NULL */
	guint pages;
	GPtrArray *notes; /* char * */
};

static void
paper_making_free(gpointer pointer)
{
	struct paper_making *making = pointer;
	g_free(making->to);
	g_free(making->reissue);
	g_free(making->year);
	g_free(making->kind);
	g_free(making->made);
	g_free(making->said);
	g_ptr_array_unref(making->notes);
	g_free(making);
}

static bool
paper_make(Store *store, struct paper_making *making, GError **error)
{
	struct paper_outcome outcome;
	bool done =
		paper_print_outcome(store, &making->paper, NULL, &outcome, making->notes, error);
	making->pages = outcome.pages;
	making->made = outcome.path;
	making->said = outcome.said;
	return done;
}

/* In the thread. */
static bool
paper_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct paper_making *making = user;
	(void)work;
	if (making->year == NULL)
		return paper_make(store, making, error);
	g_autoptr(Report) report = report_of_year(store, making->year, error);
	return report != NULL &&
	       year_report_write(store, report, making->format, NULL, &making->made, &making->pages,
				 making->notes, error);
}

static void
made_show(struct ui *ui, const struct paper_making *making)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) files = g_ptr_array_new();
	g_autofree char *pages =
		g_strdup_printf(i18n_count("%u page", "%u pages", making->pages), making->pages);
	const char *what = making->kind != NULL && (making->year == NULL || making->pages == 0)
				   ? making->kind
				   : pages;
	if (making->said != NULL)
		g_ptr_array_add(lines, g_strdup(making->said));
	for (guint i = 0; i < making->notes->len; i++)
		g_ptr_array_add(lines, g_strdup_printf("! %s", (char *)making->notes->pdata[i]));
	if (making->year != NULL) {
		result_show(ui, what, making->made, lines);
		return;
	}
	if (making->paper.format == PAPER_PDF)
		g_ptr_array_add(files, making->made);
	result_show_papers(ui, what, making->made, lines, files);
}

/* That there is nobody to print for is no failure. */
static void
paper_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	if (done)
		made_show(ui, user);
	if (g_error_matches(error, ATELIERS_ERROR, ERROR_NOTHING)) {
		ui_say(ui, TOAST_NOTE, "%s", error->message);
		g_clear_error(&error);
	}
	work_fail(ui, error);
}

static void
making_show(struct ui *ui, const char *title, struct paper_making *making)
{
	making->notes = g_ptr_array_new_with_free_func(g_free);
	const struct work_order order = {.run = paper_run,
					 .done = paper_done,
					 .user = making,
					 .user_free = paper_making_free,
					 .gesture = true};
	/* Loaded here, for the thread to find; what is missing and needed is said by the thread. */
	module_print(NULL);
	module_exchange(NULL);
	work_show(ui, title, &order);
}

void
paper_work(struct ui *ui, const char *title, const struct paper_choice *paper)
{
	struct paper_making *making = g_new0(struct paper_making, 1);
	making->paper = *paper;
	making->to = g_memdup2(paper->to, paper->n_to * sizeof *paper->to);
	making->reissue = g_memdup2(paper->reissue, paper->n_reissue * sizeof *paper->reissue);
	making->paper.to = making->to;
	making->paper.reissue = making->reissue;
	making->kind = paper->format == PAPER_CSV ? g_strdup("CSV") : NULL;
	making_show(ui, title, making);
}

void
year_report_work(struct ui *ui, const char *year, enum year_report_format format, const char *title,
		 const char *kind)
{
	struct paper_making *making = g_new0(struct paper_making, 1);
	*making = (struct paper_making){.year = g_strdup(year),
					.format = format,
					.kind = g_strdup(kind)};
	making_show(ui, title, making);
}
