#include "screens/survey_view.h"

#include "app/survey.h"
#include "base/i18n.h"
#include "base/text.h"
#include "tui/draw.h"

/* A remark is broken into lines that the narrowest screen shows whole. */
#define REMARK_WIDTH 54

static void
count_add(struct report_view *view, const char *label, guint n, const char *beside)
{
	g_autofree char *value = report_text(n, REPORT_COUNT);
	report_view_add_row(view, label, value, beside);
}

static void
remark_add(struct report_view *view, const struct survey_count *remark)
{
	g_autofree char *clean = text_for_file(remark->text, true);
	g_autofree char *counted =
		remark->n > 1 ? g_strdup_printf("%s (%u)", clean, remark->n) : g_strdup(clean);
	const char *rest = counted;
	for (bool first = true; *rest != '\0'; first = false) {
		g_autofree char *text = draw_line_take(&rest, REMARK_WIDTH);
		g_autofree char *line = g_strconcat(first ? "· " : "  ", text, NULL);
		report_view_add_row(view, line, NULL, NULL);
	}
}

static void
answers_add(struct report_view *view, const struct survey_figure *figure)
{
	for (guint i = 0; i < figure->counts->len; i++) {
		const struct survey_count *count =
			&g_array_index(figure->counts, struct survey_count, i);
		g_autofree char *rate = report_rate_text(count->n, figure->answers);
		if (figure->scale != NULL)
			count_add(view, count->text, count->n, rate);
		else
			remark_add(view, count);
	}
}

static void
question_add(struct report_view *view, const struct survey_figure *figure)
{
	g_autofree char *mean = survey_mean_text(figure);
	report_view_add_heading(view, figure->label);
	answers_add(view, figure);
	if (figure->aside > 0)
		count_add(view, _("no opinion"), figure->aside, NULL);
	if (figure->off > 0)
		count_add(view, _("another answer"), figure->off, NULL);
	if (mean != NULL)
		report_view_add_row(view, _("Mean"), mean, NULL);
}

void
survey_view_add(struct report_view *view, Store *store, gint64 event_id)
{
	g_autoptr(Survey) survey =
		survey_replies(store, event_id) > 0 ? survey_figures(store, event_id, NULL) : NULL;
	if (survey == NULL)
		return;
	g_autofree char *rate = survey_rate_text(survey);
	g_autofree char *beside =
		survey_rate(survey) >= 0 ? g_strdup_printf(_("%s of those present"), rate) : NULL;
	report_view_add_heading(view, _("Satisfaction"));
	count_add(view, _("Replies"), survey->replies, beside);
	report_view_add_text(view, _("b: bring in other replies"), STYLE_FAINT);
	for (guint i = 0; i < survey->figures->len; i++)
		question_add(view, &g_array_index(survey->figures, struct survey_figure, i));
}
