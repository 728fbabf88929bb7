#include "paper/report_after.h"

#include "app/survey.h"
#include "app/task.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/practice.h"
#include "core/report.h"

/* ---- satisfaction -------------------------------------------------------------------------------
 */

/* "76 réponses, soit 59,8 % des présents". */
static void
replies_write(Writing *writing, const Survey *survey)
{
	g_autofree char *replies =
		g_strdup_printf(i18n_count("%u reply", "%u replies", survey->replies),
				survey->replies);
	g_autofree char *rate = survey_rate_text(survey);
	g_autofree char *both = g_strdup_printf(_("%s, %s of those present"), replies, rate);
	writing_text(writing, WRITING_PLAIN, survey_rate(survey) >= 0 ? both : replies);
}

/* "Contenu", with the mean of marks behind it where there is one. Caller frees. */
static char *
question_head(const struct survey_figure *figure)
{
	g_autofree char *mean = survey_mean_text(figure);
	return mean != NULL ? g_strdup_printf(_("%s (mean: %s)"), figure->label, mean)
			    : g_strdup(figure->label);
}

static void
answer_put(Writing *writing, struct writing_table *table, const struct survey_count *count,
	   guint answers)
{
	g_autofree char *number = g_strdup_printf("%u", count->n);
	g_autofree char *rate = report_rate_text(count->n, answers);
	writing_row(table);
	writing_cell(writing, table, NULL, count->text, 1);
	writing_cell(writing, table, NULL, number, 1);
	writing_cell(writing, table, NULL, rate, 1);
	writing_bar(table, answers > 0 ? (int)(count->n * 1000 / answers) : 0);
}

static void
question_write(Writing *writing, const struct survey_figure *figure)
{
	g_autofree char *head = question_head(figure);
	const struct writing_column columns[] = {{head, 82, WRITING_START},
						 {_("Replies"), 20, WRITING_END},
						 {_("Share"), 24, WRITING_END},
						 {NULL, 60, WRITING_START}};
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < figure->counts->len; i++)
		answer_put(writing, table, &g_array_index(figure->counts, struct survey_count, i),
			   figure->answers);
}

/* Remarks stay in the house: they may name somebody, and a report goes out. */
bool
satisfaction_write(struct paper *paper, Writing *writing, GError **error)
{
	g_autoptr(Survey) survey = survey_figures(paper->store, paper->whole->event->id, error);
	if (survey == NULL)
		return false;
	if (survey->replies == 0)
		return true;
	writing_heading(writing, 1, _("Satisfaction"));
	replies_write(writing, survey);
	for (guint i = 0; i < survey->figures->len; i++) {
		const struct survey_figure *figure =
			&g_array_index(survey->figures, struct survey_figure, i);
		if (figure->scale != NULL && figure->answers > 0)
			question_write(writing, figure);
	}
	return true;
}

/* ---- what is left of it -------------------------------------------------------------------------
 */

bool
outputs_write(struct paper *paper, Writing *writing, GError **error)
{
	const struct event *event = paper->whole->event;
	g_autoptr(Rows) practices =
		store_of(paper->store, &entity_practice, "event_id", event->id, error);
	if (practices == NULL)
		return false;
	if (event->publications == NULL && event->attendance_note == NULL && practices->n == 0)
		return true;
	writing_heading(writing, 1, _("What was published"));
	writing_text(writing, WRITING_PLAIN, event->publications);
	writing_fact(writing, _("Attendance as published"), event->attendance_note);
	for (guint i = 0; i < practices->n; i++) {
		const struct practice *practice = practices->row[i];
		g_autofree char *sheet =
			g_strdup_printf(_("Good-practice sheet: %s"), practice->title);
		writing_item(writing, sheet);
	}
	return true;
}

static void
task_write(const struct paper *paper, Writing *writing, const struct task *task)
{
	g_autofree char *name = task_name(paper->store, task);
	g_autofree char *day = date_text(task->done_on, DATE_NUMERIC);
	g_autofree char *state = task->done_on != NULL ? g_strdup_printf(_("done on %s"), day)
						       : g_strdup(_("to be done"));
	g_autofree char *line = g_strdup_printf("%s – %s", name, state);
	writing_item(writing, line);
}

/* What is to be done after the event; what had to be ready before it is no news. */
bool
follow_up_write(struct paper *paper, Writing *writing, GError **error)
{
	g_autoptr(Rows) tasks =
		store_of(paper->store, &entity_task, "event_id", paper->whole->event->id, error);
	if (tasks == NULL)
		return false;
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Follow-up"));
	for (guint i = 0; i < tasks->n; i++)
		if (((const struct task *)tasks->row[i])->days_after != MISSING)
			task_write(paper, writing, tasks->row[i]);
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
	return true;
}
