/* What a satisfaction form came to. */
#include "app/survey.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "core/report.h"
#include "core/scale.h"

/* ---- showing ------------------------------------------------------------------------------------
 */

static json_t *
counts_json(const struct survey_figure *figure)
{
	json_t *array = json_array();
	for (guint i = 0; i < figure->counts->len; i++) {
		const struct survey_count *count =
			&g_array_index(figure->counts, struct survey_count, i);
		json_t *object = json_object();
		json_object_set_new(object, "answer", sheet_json_text(count->text));
		json_object_set_new(object, "count", json_integer(count->n));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
survey_json(const Survey *survey)
{
	gint rate = survey_rate(survey);
	json_t *object = json_object(), *questions = json_array();
	for (guint i = 0; i < survey->figures->len; i++) {
		const struct survey_figure *figure =
			&g_array_index(survey->figures, struct survey_figure, i);
		json_t *one = json_object();
		json_object_set_new(one, "question", sheet_json_text(figure->label));
		json_object_set_new(one, "scale", sheet_json_text(figure->scale));
		json_object_set_new(one, "answers", json_integer(figure->answers));
		json_object_set_new(one, "no_opinion", json_integer(figure->aside));
		json_object_set_new(one, "off_scale", json_integer(figure->off));
		json_object_set_new(one, "mean",
				    figure->mean >= 0 ? json_real(figure->mean / 100.0)
						      : json_null());
		json_object_set_new(one, "counts", counts_json(figure));
		json_array_append_new(questions, one);
	}
	json_object_set_new(object, "replies", json_integer(survey->replies));
	json_object_set_new(object, "present",
			    survey->present >= 0 ? json_integer(survey->present) : json_null());
	json_object_set_new(object, "response_rate",
			    rate >= 0 ? json_real(rate / 10.0) : json_null());
	json_object_set_new(object, "questions", questions);
	return object;
}

static void
share_set(const Sheet *sheet, struct sheet_row *row, guint part, guint whole)
{
	guint tenths = whole > 0 ? (part * 2000 + whole) / (2 * whole) : 0;
	sheet_set(sheet, row, 4, g_strdup_printf("%u.%u", tenths / 10, tenths % 10),
		  report_rate_text(part, whole));
}

static void
figure_rows(Sheet *sheet, const struct survey_figure *figure, bool people)
{
	for (guint i = 0; i < figure->counts->len; i++) {
		const struct survey_count *count =
			&g_array_index(figure->counts, struct survey_count, i);
		struct sheet_row *row = sheet_row(sheet);
		/* A table says a question once; a spreadsheet needs it on each line. */
		sheet_set(sheet, row, 0, g_strdup(figure->label),
			  people && i > 0 ? g_strdup("") : NULL);
		sheet_set(sheet, row, 1, g_strdup(figure->scale), NULL);
		sheet_set(sheet, row, 2, g_strdup(count->text), NULL);
		sheet_set(sheet, row, 3, g_strdup_printf("%u", count->n), NULL);
		if (figure->scale != NULL)
			share_set(sheet, row, count->n, figure->answers);
		if (figure->mean >= 0)
			sheet_set(sheet, row, 5,
				  g_strdup_printf("%d.%02d", figure->mean / 100,
						  figure->mean % 100),
				  i == 0 ? survey_mean_text(figure) : g_strdup(""));
	}
}

static Sheet *
survey_sheet(const Survey *survey, bool people)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "question", _("Question"), SHEET_TEXT, true);
	sheet_column(sheet, "scale", _("Scale"), SHEET_TEXT, false);
	sheet_column(sheet, "answer", _("Answer"), SHEET_LONG, true);
	sheet_column(sheet, "count", _("Replies"), SHEET_NUMBER, true);
	sheet_column(sheet, "share", _("Share"), SHEET_TEXT, true);
	sheet_column(sheet, "mean", _("Mean"), SHEET_TEXT, true);
	for (guint i = 0; i < survey->figures->len; i++)
		figure_rows(sheet, &g_array_index(survey->figures, struct survey_figure, i),
			    people);
	return sheet;
}

bool
cmd_survey_show(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Survey) survey =
		event_id != 0 ? survey_figures(run->store, event_id, error) : NULL;
	if (survey == NULL)
		return false;
	if (run_format(run) == FORMAT_JSON)
		return run_json(run, survey_json(survey), error);
	g_autofree char *rate = survey_rate_text(survey);
	if (survey->present > 0)
		run_note(run,
			 i18n_count("%u reply of %d present: %s", "%u replies of %d present: %s",
				    survey->replies),
			 survey->replies, (int)survey->present, rate);
	else
		run_note(run, i18n_count("%u reply", "%u replies", survey->replies),
			 survey->replies);
	g_autoptr(Sheet) sheet = survey_sheet(survey, run_format(run) == FORMAT_TABLE);
	return run_list(run, sheet, error);
}

/* ---- taking out ---------------------------------------------------------------------------------
 */

bool
cmd_survey_delete(struct run *run, GError **error)
{
	guint n = 0;
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !run_begin(run, "survey_delete", error))
		return false;
	bool done = survey_delete(run->store, event_id, &n, error);
	store_about(run->store, &entity_event, event_id, event_id, n);
	if (done && n == 0)
		done = fail(error, ERROR_NOTHING,
			    _("nobody has replied to a survey of this event"));
	if (!run_end(run, done, error))
		return false;
	run_note(run, i18n_count("%u reply deleted", "%u replies deleted", n), n);
	return true;
}

bool
cmd_survey_erase(struct run *run, GError **error)
{
	guint n = 0;
	bool dry_run = run_given(run, OPTION_DRY_RUN);
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autofree char *words = run_joined(run, 1);
	if (event_id == 0 || !survey_erase(run->store, event_id, words, dry_run, &n, error))
		return false;
	run_note(run, i18n_count("%u remark erased", "%u remarks erased", n), n);
	if (dry_run)
		run_note(run, _("dry run: nothing was changed"));
	return true;
}
