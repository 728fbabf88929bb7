/* A satisfaction form's export: replies of nobody, counted once. */
#include "intake/import.h"

#include "app/scene.h"
#include "app/survey.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/private.h"

static gint64
event_of_survey(Store *store)
{
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Journée", "held");
	scene_day(store, event, "2026-11-20", "09:30", "16:30", 0);
	commit(store);
	return event;
}

static ImportPlan *
plan_of(Store *store, gint64 event_id, const char *text)
{
	GError *error = NULL;
	ImportPlan *plan =
		import_plan(store, IMPORT_SURVEY, event_id, text, strlen(text), NULL, &error);
	assert_no_error(error);
	return plan;
}

static guint
take(Store *store, gint64 event_id, const char *text)
{
	g_autoptr(ImportPlan) plan = plan_of(store, event_id, text);
	struct import_choice choice = {.update = false};
	guint written = 0;
	GError *error = NULL;
	import_apply(store, plan, &choice, &written, &error);
	assert_no_error(error);
	return written;
}

static const struct survey_figure *
figure_of(const Survey *survey, const char *label)
{
	for (guint i = 0; i < survey->figures->len; i++) {
		const struct survey_figure *figure =
			&g_array_index(survey->figures, struct survey_figure, i);
		if (strcmp(figure->label, label) == 0)
			return figure;
	}
	fail_msg("no question “%s”", label);
	return NULL;
}

/* "3 2 0": the counts of a question. */
static char *
counts_of(const Survey *survey, const char *label)
{
	const struct survey_figure *figure = figure_of(survey, label);
	GString *text = g_string_new(NULL);
	for (guint i = 0; figure != NULL && i < figure->counts->len; i++)
		g_string_append_printf(text, "%s%u", i > 0 ? " " : "",
				       g_array_index(figure->counts, struct survey_count, i).n);
	return g_string_free(text, FALSE);
}

static void
assert_counts(const Survey *survey, const char *label, const char *expected)
{
	g_autofree char *counts = counts_of(survey, label);
	assert_string_equal(counts, expected);
}

static const char export[] =
	"Horodateur;Adresse e-mail;Nom;Prénom;Téléphone;Structure;Satisfaction;Note (1 à "
	"5);Remarques\n"
	"20/11/2026 17:00:00;zoe@elan.example;Élan;Zoé;04 67 12 34 56;DDETS du Gard;Très "
	"satisfait;5;Merci !\n"
	"20/11/2026 17:01:00;karim@diop.example;Diop;Karim;;Ville de Sète;Satisfait;4;merci\n"
	"20/11/2026 17:02:00;lea@roux.example;Roux;Léa;;Ville de Sète;Satisfait;4;\n"
	"20/11/2026 17:03:00;eve@max.example;Max;Ève;;CAF de l’Aude;Sans opinion;2;Trop long\n";

/* ---- what is kept -----------------------------------------------------------------------------
 */

static bool
table_has(Store *store, const char *text)
{
	g_autofree char *like = g_strdup_printf("%%%s%%", text);
	struct value args[] = {value_text(like)};
	gint64 n = 0;
	assert_true(
		store_number(store,
			     "SELECT (SELECT count(*) FROM survey_answer WHERE text LIKE $1) + "
			     "(SELECT count(*) FROM survey_reply WHERE row_key LIKE $1) + (SELECT "
			     "count(*) FROM survey_question WHERE label LIKE $1) + (SELECT "
			     "count(*) FROM change WHERE before LIKE $1 OR after LIKE $1)",
			     args, 1, 0, &n, NULL));
	return n > 0;
}

static void
survey__keeps__nothing_that_says_who(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	assert_int_equal(take(store, event, export), 4);
	static const char *const who[] = {"elan.example", "Diop",  "04 67",
					  "17:0",         "DDETS", "Horodateur"};
	for (gsize i = 0; i < G_N_ELEMENTS(who); i++)
		if (table_has(store, who[i]))
			fail_msg("“%s” is kept", who[i]);
	assert_true(table_has(store, "Trop long"));
}

static void
survey__counts__by_the_scale_of_each_question(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, export);
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_int_equal(survey->replies, 4);
	assert_int_equal(survey->figures->len, 3);
	assert_counts(survey, "Satisfaction", "1 2 0 0 0");
	assert_int_equal(figure_of(survey, "Satisfaction")->aside, 1);
	assert_int_equal(figure_of(survey, "Satisfaction")->mean, -1);
	assert_counts(survey, "Note (1 à 5)", "0 1 0 2 1");
	assert_int_equal(figure_of(survey, "Note (1 à 5)")->mean, 375);
	assert_counts(survey, "Remarques", "2 1");
	assert_null(figure_of(survey, "Remarques")->scale);
}

/* ---- again ------------------------------------------------------------------------------------
 */

static void
survey__brought_in_twice__adds_nothing(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, export);
	assert_int_equal(take(store, event, export), 0);
	assert_int_equal(survey_replies(store, event), 4);
}

static void
survey__of_equal_replies__counts_each(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	assert_int_equal(take(store, event, "Utile ?\nOui\nOui\nNon\nOui\n"), 4);
	assert_int_equal(take(store, event, "Utile ?\nOui\nOui\nNon\nOui\n"), 0);
	assert_int_equal(take(store, event, "Utile ?\nOui\nOui\nNon\nOui\nOui\n"), 1);
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_counts(survey, "Utile ?", "4 1");
}

/* A longer export of the same form: its columns in another order, one question more, asked too late
 * for the first two. */
static void
survey__grown_since__adds_what_is_new(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	assert_int_equal(take(store, event, "Utile ?;Rythme\nOui;Bon\nNon;Moyen\n"), 2);
	assert_int_equal(take(store, event,
			      "Rythme;Lieu;Utile ?\nBon;;Oui\nMoyen;;Non\nBon;Bon;Oui\n"),
			 1);
	assert_int_equal(survey_replies(store, event), 3);
}

static void
survey__scale__follows_all_that_is_known(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, "Utile ?\nOui\nNon\n");
	g_autoptr(Survey) first = survey_figures(store, event, NULL);
	assert_string_equal(figure_of(first, "Utile ?")->scale, "yes_no");
	take(store, event, "Utile ?\nOui\nNon\nPlutôt oui\n");
	g_autoptr(Survey) second = survey_figures(store, event, NULL);
	assert_string_equal(figure_of(second, "Utile ?")->scale, "extent");
	assert_counts(second, "Utile ?", "1 1 0 0 1");
}

/* ---- columns ----------------------------------------------------------------------------------
 */

static void
survey__of_a_column_that_is_rated__keeps_it(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, "Organisation;Ville\nTrès bon;Sète\nBon;Mende\n");
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_int_equal(survey->figures->len, 1);
	assert_counts(survey, "Organisation", "1 1 0 0"); /* the steps that are printed */
}

static void
survey__asking_the_same_twice__tells_the_questions_apart(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, "Rythme;Pourquoi ?;Lieu;Pourquoi ?\nBon;a;Bon;b\n");
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_int_equal(survey->figures->len, 4);
	assert_counts(survey, "Pourquoi ?", "1");
	assert_counts(survey, "Pourquoi ? (2)", "1");
}

static void
survey__of_names_alone__is_refused(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	static const char text[] = "Nom;Prénom\nÉlan;Zoé\n";
	GError *error = NULL;
	assert_null(import_plan(store, IMPORT_SURVEY, event, text, strlen(text), NULL, &error));
	assert_true(g_error_matches(error, ATELIERS_ERROR, ERROR_INVALID));
	g_clear_error(&error);
}

static void
survey__row_without_answers__is_refused_and_the_others_taken(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	static const char text[] = "Nom;Utile ?\nÉlan;Oui\nDiop;\nMax;Non\n";
	g_autoptr(ImportPlan) plan = plan_of(store, event, text);
	struct import_counts counts;
	import_count(plan, &counts);
	assert_int_equal(counts.new, 2);
	assert_int_equal(counts.refused, 1);
	assert_int_equal(take(store, event, text), 2);
}

static bool
stop(guint done, guint total, gpointer user)
{
	(void)user;
	return done < total - 44;
}

/* The questions that it made were taken back with the rest. */
static void
survey__import_that_was_stopped__is_done_after_all(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	g_autoptr(GString) text = g_string_new("Nom;Utile ?\n");
	for (guint i = 0; i < 300; i++)
		g_string_append_printf(text, "Nom%u;Oui\n", i);
	g_autoptr(ImportPlan) plan = plan_of(store, event, text->str);
	struct import_choice choice = {.progress = stop};
	guint written = 0;
	GError *error = NULL;
	assert_false(import_apply(store, plan, &choice, &written, &error));
	assert_error(error, ERROR_CANCELLED);
	g_clear_error(&error);
	choice.progress = NULL;
	assert_true(import_apply(store, plan, &choice, &written, &error));
	assert_int_equal(written, 300);
}

/* ---- the rate ---------------------------------------------------------------------------------
 */

static void
survey__is_held__against_those_present(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, export);
	g_autoptr(Survey) unknown = survey_figures(store, event, NULL);
	g_autofree char *dash = survey_rate_text(unknown);
	assert_int_equal(unknown->present, MISSING);
	assert_int_equal(survey_rate(unknown), -1);
	assert_string_equal(dash, "–");
	scene_change(store, &entity_event, event, "counted_attendance", value_integer(7));
	g_autoptr(Survey) counted = survey_figures(store, event, NULL);
	g_autofree char *rate = survey_rate_text(counted);
	assert_string_equal(rate, "57.1 %");
	assert_int_equal(survey_rate(counted), 571);
}

/* ---- taking out -------------------------------------------------------------------------------
 */

static void
survey_import__is_one_gesture__that_can_be_undone(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	take(store, event, export);
	assert_true(history_undo(store, 0, NULL, NULL));
	assert_int_equal(survey_replies(store, event), 0);
	assert_int_equal(store_count(store, &entity_survey_question, NULL, value_text(NULL), NULL),
			 0);
	assert_true(history_redo(store, NULL, NULL));
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_int_equal(survey->replies, 4);
	assert_counts(survey, "Satisfaction", "1 2 0 0 0");
}

static void
survey_erase__takes__a_remark_out_of_everything(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	static const char text[] =
		"Utile ?;Remarques\nOui;Zoé ÉLAN était parfaite\nNon;Trop long\n";
	guint n = 0;
	GError *error = NULL;
	take(store, event, text);
	assert_true(survey_erase(store, event, "élan zoe", true, &n, NULL));
	assert_int_equal(n, 1);
	assert_true(table_has(store, "parfaite"));
	survey_erase(store, event, "élan zoe", false, &n, &error);
	assert_no_error(error);
	assert_false(table_has(store, "parfaite"));
	g_autoptr(Survey) survey = survey_figures(store, event, NULL);
	assert_int_equal(survey->replies, 2);
	assert_counts(survey, "Utile ?", "1 1");
	assert_counts(survey, "Remarques", "1");
	assert_int_equal(take(store, event, text), 0);
	assert_false(survey_erase(store, event, "oui", false, &n, &error)); /* no remark */
	assert_true(g_error_matches(error, ATELIERS_ERROR, ERROR_NOTHING));
	g_clear_error(&error);
	assert_false(survey_erase(store, event, " - ", false, &n, NULL));
}

static void
survey_delete__takes__all_of_it_and_can_be_undone(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = event_of_survey(store);
	guint n = 0;
	take(store, event, export);
	begin(store);
	assert_true(survey_delete(store, event, &n, NULL));
	commit(store);
	assert_int_equal(n, 4);
	assert_int_equal(store_count(store, &entity_survey_answer, NULL, value_text(NULL), NULL),
			 0);
	assert_true(history_undo(store, 0, NULL, NULL));
	assert_int_equal(survey_replies(store, event), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(survey__keeps__nothing_that_says_who),
		TEST(survey__counts__by_the_scale_of_each_question),
		TEST(survey__brought_in_twice__adds_nothing),
		TEST(survey__of_equal_replies__counts_each),
		TEST(survey__grown_since__adds_what_is_new),
		TEST(survey__scale__follows_all_that_is_known),
		TEST(survey__of_a_column_that_is_rated__keeps_it),
		TEST(survey__asking_the_same_twice__tells_the_questions_apart),
		TEST(survey__of_names_alone__is_refused),
		TEST(survey__row_without_answers__is_refused_and_the_others_taken),
		TEST(survey__import_that_was_stopped__is_done_after_all),
		TEST(survey__is_held__against_those_present),
		TEST(survey_import__is_one_gesture__that_can_be_undone),
		TEST(survey_erase__takes__a_remark_out_of_everything),
		TEST(survey_delete__takes__all_of_it_and_can_be_undone),
	};
	i18n_set_language("en");
	return test_run("import_survey", tests);
}
