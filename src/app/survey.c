#include "app/survey.h"

#include <string.h>

#include "app/report.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "core/scale.h"
#include "core/status.h"
#include "store/erase.h"

gint64
survey_replies(Store *store, gint64 event_id)
{
	return store_count(store, &entity_survey_reply, "event_id", value_integer(event_id), NULL);
}

/* ---- figures ------------------------------------------------------------------------------------
 */

static void
count_clear(gpointer pointer)
{
	g_free(((struct survey_count *)pointer)->text);
}

static void
figure_clear(gpointer pointer)
{
	struct survey_figure *figure = pointer;
	g_free(figure->label);
	g_array_unref(figure->counts);
}

void
survey_free(Survey *survey)
{
	if (survey == NULL)
		return;
	g_array_unref(survey->figures);
	g_free(survey);
}

/* Takes TEXT. */
static void
count_add(struct survey_figure *figure, char *text, guint n)
{
	struct survey_count count = {text, n};
	g_array_append_val(figure->counts, count);
}

static void
remark_count(struct survey_figure *figure, GHashTable *places, const char *text)
{
	g_autofree char *key = text_search_key(text);
	gpointer place = g_hash_table_lookup(places, key);
	figure->answers++;
	if (place != NULL) {
		g_array_index(figure->counts, struct survey_count, GPOINTER_TO_UINT(place) - 1).n++;
		return;
	}
	count_add(figure, g_strdup(text), 1);
	g_hash_table_insert(places, g_steal_pointer(&key), GUINT_TO_POINTER(figure->counts->len));
}

static void
step_count(struct survey_figure *figure, const char *text, gint64 *sum)
{
	int step = scale_step(figure->scale, text);
	if (step == SCALE_ASIDE) {
		figure->aside++;
	} else if (step == SCALE_OFF) {
		figure->off++;
	} else {
		figure->answers++;
		g_array_index(figure->counts, struct survey_count, (guint)step).n++;
		*sum += scale_mark(figure->scale, (guint)step);
	}
}

static void
rare_drop(struct survey_figure *figure)
{
	for (guint i = scale_steps(figure->scale); i > 0; i--)
		if (scale_step_rare(figure->scale, i - 1) &&
		    g_array_index(figure->counts, struct survey_count, i - 1).n == 0)
			g_array_remove_index(figure->counts, i - 1);
}

static void
answers_count(struct survey_figure *figure, const Rows *answers)
{
	g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gint64 sum = 0;
	for (guint i = 0; i < scale_steps(figure->scale); i++)
		count_add(figure, scale_step_text(figure->scale, i), 0);
	for (guint i = 0; i < answers->n; i++) {
		const char *text = ((const struct survey_answer *)answers->row[i])->text;
		if (figure->scale != NULL)
			step_count(figure, text, &sum);
		else
			remark_count(figure, places, text);
	}
	rare_drop(figure);
	if (figure->answers > 0 && scale_mark(figure->scale, 0) >= 0)
		figure->mean =
			(gint)((sum * 200 + figure->answers) / (2 * (gint64)figure->answers));
}

static bool
figure_add(Store *store, Survey *survey, const struct survey_question *question, GError **error)
{
	g_autoptr(Rows) answers =
		store_of(store, &entity_survey_answer, "question_id", question->id, error);
	if (answers == NULL)
		return false;
	const struct code *scale = code_find(&code_scales, question->scale);
	struct survey_figure figure = {
		.question_id = question->id,
		.label = g_strdup(question->label),
		.scale = scale != NULL ? scale->code : NULL,
		.counts = g_array_new(FALSE, FALSE, sizeof(struct survey_count)),
		.mean = -1,
	};
	g_array_set_clear_func(figure.counts, count_clear);
	answers_count(&figure, answers);
	g_array_append_val(survey->figures, figure);
	return true;
}

/* The same people that the figures of the event count. */
static bool
present_count(Store *store, Survey *survey, gint64 event_id, GError **error)
{
	const struct report_cell present = {.figure = FIGURE_PRESENT};
	const struct report_cell counted = {.figure = FIGURE_COUNTED};
	g_autoptr(Report) report = report_of_event(store, event_id, error);
	if (report == NULL)
		return false;
	survey->present = report_count(report->now, &present);
	if (survey->present <= 0)
		survey->present = report_count(report->now, &counted);
	if (survey->present <= 0)
		survey->present = MISSING;
	return true;
}

Survey *
survey_figures(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Survey) survey = g_new0(Survey, 1);
	survey->figures = g_array_new(FALSE, FALSE, sizeof(struct survey_figure));
	g_array_set_clear_func(survey->figures, figure_clear);
	gint64 replies = survey_replies(store, event_id);
	g_autoptr(Rows) questions =
		store_of(store, &entity_survey_question, "event_id", event_id, error);
	if (questions == NULL || !present_count(store, survey, event_id, error))
		return NULL;
	survey->replies = (guint)MAX(replies, 0);
	for (guint i = 0; i < questions->n; i++)
		if (!figure_add(store, survey, questions->row[i], error))
			return NULL;
	return g_steal_pointer(&survey);
}

/* ---- words --------------------------------------------------------------------------------------
 */

char *
survey_rate_text(const Survey *survey)
{
	return report_rate_text(survey->replies, survey->present);
}

gint
survey_rate(const Survey *survey)
{
	return (gint)report_rate(survey->replies, survey->present);
}

char *
survey_mean_text(const struct survey_figure *figure)
{
	if (figure->mean < 0)
		return NULL;
	return g_strdup_printf(_("%d.%02d"), figure->mean / 100, figure->mean % 100);
}

/* ---- taking out ---------------------------------------------------------------------------------
 */

static bool
answers_clear(Store *store, const struct entity *entity, gint64 event_id, guint *n, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, entity, "event_id", event_id, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++)
		done = store_delete(store, entity, ((const struct row_head *)rows->row[i])->id,
				    error);
	*n = done ? rows->n : 0;
	return done;
}

bool
survey_delete(Store *store, gint64 event_id, guint *n, GError **error)
{
	guint questions = 0;
	return answers_clear(store, &entity_survey_reply, event_id, n, error) &&
	       answers_clear(store, &entity_survey_question, event_id, &questions, error);
}

static bool
has_words(const char *text, char *const *words)
{
	g_autofree char *key = text_words_key(text);
	for (guint i = 0; words[i] != NULL; i++)
		if (strstr(key, words[i]) == NULL)
			return false;
	return true;
}

/* A remark without its words says nothing: it goes as a whole. */
static bool
answers_erase(Store *store, const Rows *answers, char *const *words, guint *n, GError **error)
{
	for (guint i = 0; i < answers->n; i++) {
		const struct survey_answer *answer = answers->row[i];
		if (!has_words(answer->text, words))
			continue;
		if (!erase_row(store, &entity_survey_answer, answer->id, error))
			return false;
		*n += 1;
	}
	return true;
}

static bool
remarks_erase(Store *store, gint64 event_id, char *const *words, guint *n, GError **error)
{
	g_autoptr(Rows) questions =
		store_of(store, &entity_survey_question, "event_id", event_id, error);
	bool done = questions != NULL;
	for (guint i = 0; done && i < questions->n; i++) {
		const struct survey_question *question = questions->row[i];
		g_autoptr(Rows) answers = NULL;
		if (question->scale != NULL)
			continue;
		answers =
			store_of(store, &entity_survey_answer, "question_id", question->id, error);
		done = answers != NULL && answers_erase(store, answers, words, n, error);
	}
	return done &&
	       (*n > 0 || fail(error, ERROR_NOTHING, _("no remark of this survey holds that")));
}

bool
survey_erase(Store *store, gint64 event_id, const char *words, bool dry_run, guint *n,
	     GError **error)
{
	g_autofree char *folded = text_words_key(words);
	g_auto(GStrv) split = g_strsplit(folded, " ", -1);
	*n = 0;
	if (*folded == '\0')
		return fail(error, ERROR_INVALID,
			    _("say which words the remarks hold that are to be erased"));
	if (!store_begin(store, "survey_erase", error))
		return false;
	store_as_final(store);
	bool done = remarks_erase(store, event_id, split, n, error);
	store_about(store, &entity_event, event_id, event_id, *n);
	if (!done || dry_run) {
		store_rollback(store);
		return done;
	}
	if (!store_commit(store, NULL, error))
		return false;
	store_scrub(store, NULL);
	return true;
}
