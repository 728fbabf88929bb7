#include "app/event.h"
#include "base/date.h"
#include "intake/import.h"

#include "intake/import_words.h"

#define EVENTS "tests/data/events.tsv"

static Store *
store_of_state(void **state)
{
	return ((struct fixture *)*state)->store;
}

static ImportPlan *
real_events(Store *store)
{
	GError *error = NULL;
	ImportPlan *plan = import_plan_file(store, IMPORT_EVENTS, 0, EVENTS, NULL, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

static void
real_events_imported(Store *store)
{
	g_autoptr(ImportPlan) plan = real_events(store);
	assert_int_equal(apply(store, plan, false), 46);
}

static char *
event_value(Store *store, const char *title, const char *key)
{
	struct event *event = row_where(store, &entity_event, "title", title);
	char *value = noun_value(store, &noun_event, noun_key(&noun_event, key), event);
	entity_free(&entity_event, event);
	return value;
}

#define assert_event(store, title, key, expected)                                                  \
	do {                                                                                       \
		g_autofree char *assert_value = event_value(store, title, key);                    \
		assert_text(assert_value, expected);                                               \
	} while (0)

static void
real_events__all_are_new__and_become_46(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan = real_events(store);
	struct import_counts counts;
	import_count(plan, &counts);
	assert_int_equal(counts.new, 46);
	assert_int_equal(plan->rows->len, 46);
	assert_int_equal(apply(store, plan, false), 46);
	assert_int_equal(count(store, &entity_event), 46);
}

static void
real_events__a_second_import__adds_nothing(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	g_autoptr(GPtrArray) before = history_list(store, 0, 0, NULL);
	g_autoptr(ImportPlan) plan = real_events(store);
	struct import_counts counts;
	import_count(plan, &counts);
	assert_int_equal(counts.same, 46);
	assert_int_equal(apply(store, plan, true), 0);
	g_autoptr(GPtrArray) after = history_list(store, 0, 0, NULL);
	assert_int_equal(after->len, before->len);
}

static void
real_events__a_weekday_that_disagrees__is_named_with_its_date(void **state)
{
	g_autoptr(ImportPlan) plan = real_events(store_of_state(state));
	guint n = 0;
	for (guint i = 0; i < plan->problems->len; i++) {
		const struct import_problem *problem = g_ptr_array_index(plan->problems, i);
		if (g_strcmp0(problem->field, "weekday") != 0)
			continue;
		n++;
		assert_int_equal(problem->line,
				 9); /* behind the line that says where they come from */
		assert_text(problem->severity, "warning");
		assert_non_null(strstr(problem->message, "jeudi"));
		assert_non_null(strstr(problem->message, "mercredi 22 janvier 2014"));
	}
	assert_int_equal(n, 1);
}

static void
real_events__days_weeks_apart__are_never_a_block(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	const char *title = "Cycle Égalité-Citoyenneté – session de Roubaix";
	struct event *event = row_where(store, &entity_event, "title", title);
	assert_int_equal(event->days_known, 0);
	g_autoptr(Rows) days = event_days(store, event->id, NULL);
	assert_int_equal(days->n, 2);
	entity_free(&entity_event, event);
	assert_event(store, title, "days", "2016-01-28; 2016-02-23");
	assert_event(store, "9e regroupement national des équipes des CRPV", "days",
		     "2024-10-14; 2024-10-15; 2024-10-16");
}

static void
real_events__the_days_asked_for__are_said(void **state)
{
	g_autoptr(ImportPlan) plan = real_events(store_of_state(state));
	assert_problem(plan, 22u, "end_date", "warning");
	assert_problem(plan, 23u, "end_date", "warning");
	assert_problem(plan, 24u, "end_date", "warning");
	assert_problem(plan, 34u, "end_date", "information");
}

static void
real_events__what_is_known__is_kept_as_published(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	const char *second = "Ateliers Régionaux sur la politique de la ville (2e édition)";
	assert_event(store, second, "start_date", "2010");
	assert_event(store, second, "status", "held");
	const char *undated = "Journée d’échanges médiation – culture – diversité";
	assert_event(store, undated, "start_date", NULL);
	assert_event(store, undated, "status", "draft");
	assert_event(store, undated, "themes", "médiation; culture; diversité");
	const char *many = "40 ans de politique de la ville dans le Nord : ce sont les habitant-es "
			   "qui en parlent le mieux";
	assert_event(store, many, "estimated_attendance", "200");
	assert_event(store, many, "attendance_note", "plus de 200");
	assert_event(store, many, "counted_attendance", NULL);
	assert_event(store, "Réunion de réseau sur les conseils citoyens", "counted_attendance",
		     "31");
	assert_event(store, "Présentation du guide « Vers plus d’égalité en santé »", "mode",
		     "remote");
	assert_event(store, "Assises métropolitaines de la politique de la ville", "start_time",
		     "09:30");
	assert_event(store, "Assemblée générale constitutive", "town", "Montpellier");
	assert_event(store, "Assemblée générale constitutive", "department", "34");
}

static void
real_events__kinds__become_a_list_with_headings(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	struct kind *kind = row_where(store, &entity_kind, "name", "journée d'échanges");
	assert_text(kind->report_heading, "information");
	assert_int_equal(kind->heading_proposed, 1);
	entity_free(&entity_kind, kind);
	assert_int_equal(count(store, &entity_kind), 27);
}

static void
real_events__organisers_and_partners__have_their_roles(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	struct event *event = row_where(store, &entity_event, "title",
					"Journée d’officialisation du cadre de référence des CRPV");
	g_autoptr(Rows) partners = store_of(store, &entity_partner, "event_id", event->id, NULL);
	guint organise = 0;
	for (guint i = 0; i < partners->n; i++)
		organise += strcmp(((struct partner *)partners->row[i])->role, "organise") == 0;
	assert_int_equal(partners->n, 8);
	assert_int_equal(organise, 1);
	entity_free(&entity_event, event);
}

static void
real_events__undo__takes_all_of_it_back(void **state)
{
	Store *store = store_of_state(state);
	real_events_imported(store);
	GError *error = NULL;
	history_undo(store, 0, NULL, &error);
	assert_no_error(error);
	assert_int_equal(count(store, &entity_event), 0);
	assert_int_equal(count(store, &entity_partner), 0);
	assert_int_equal(count(store, &entity_venue), 0);
	real_events_imported(store);
	assert_int_equal(count(store, &entity_event), 46);
}

static void
real_events__a_dry_run__says_the_same_and_changes_nothing(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan = real_events(store);
	GError *error = NULL;
	guint written = 0;
	struct import_choice choice = {.dry_run = true};
	import_apply(store, plan, &choice, &written, &error);
	assert_no_error(error);
	assert_int_equal(written, 46);
	assert_int_equal(count(store, &entity_event), 0);
	assert_int_equal(count(store, &entity_organisation), 0);
	assert_int_equal(apply(store, plan, false), 46);
}

/* ---- rows of all kinds ---------------------------------------------------------------------- */

#define HEAD                                                                                       \
	"titre;type;date_debut;date_fin;heure_debut;heure_fin;lieu;ville;departement;"             \
	"participants\n"

static void
events__rows_that_cannot_be__are_refused(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_EVENTS, 0,
					     HEAD ";x;2026-01-01\n"
						  "Un;x;2026-02-31\n"
						  "Deux;x;2026-03-02;2026-03-01\n"
						  "Trois;x;2026-03-02;;14:00;09:00\n"
						  "Quatre;x;31/04/2026\n",
					     NULL);
	assert_outcomes(plan, "refused refused refused refused refused");
	assert_problem(plan, 2u, "title", "error");
	assert_problem(plan, 3u, "start_date", "error");
	assert_problem(plan, 4u, "end_date", "error");
	assert_problem(plan, 5u, "end_time", "error");
	assert_problem(plan, 6u, "start_date", "error");
	assert_int_equal(apply(store, plan, false), 0);
}

static void
events__strict__writes_nothing_when_a_row_is_refused(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_EVENTS, 0, HEAD "Un;x;2026-02-31\nDeux;x;2026-03-02\n", NULL);
	GError *error = NULL;
	struct import_choice choice = {.strict = true};
	assert_false(import_apply(store, plan, &choice, NULL, &error));
	assert_error(error, ERROR_INVALID);
	assert_non_null(strstr(error->message, "2"));
	g_error_free(error);
	assert_int_equal(count(store, &entity_event), 0);
	assert_int_equal(apply(store, plan, false), 1);
}

static void
events__a_date_without_a_year__is_no_date(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_EVENTS, 0,
			HEAD "Un;x;22 janvier\nDeux;x;à définir\nTrois;x;vendredi\n", NULL);
	assert_outcomes(plan, "new new new");
	assert_problem(plan, 2u, "start_date", "warning");
	apply(store, plan, false);
	assert_event(store, "Un", "start_date", NULL);
	assert_event(store, "Un", "notes", "date_debut : 22 janvier");
	assert_event(store, "Deux", "status", "draft");
}

static void
events__a_departement_that_is_none__is_kept(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_EVENTS, 0,
			HEAD "Un;x;2026-03-02;;;;Salle des fêtes;Ys;Narnia\n"
			     "Deux;x;2026-03-03;;;;;Montpellier;Hérault (34)\n",
			NULL);
	assert_problem(plan, 2u, "department", "warning");
	assert_null(problem_of(plan, 3, "department"));
	apply(store, plan, false);
	struct venue *venue = row_where(store, &entity_venue, "name", "Salle des fêtes");
	bool kept = g_strcmp0(venue->department, "Narnia") == 0 ||
		    (venue->notes != NULL && strstr(venue->notes, "Narnia") != NULL);
	assert_true(kept);
	entity_free(&entity_venue, venue);
	assert_event(store, "Deux", "department", "34");
}

static void
events__an_event_with_other_values__is_changed_when_asked(void **state)
{
	Store *store = store_of_state(state);
	const char *first = HEAD "Un;x;2026-03-02;;09:00;12:00;Salle A;Nîmes;30;30\n";
	const char *second = HEAD "Un;y;2026-03-02;;09:30;12:00;Salle A;Nîmes;30;plus de 50\n";
	assert_int_equal(imported(store, IMPORT_EVENTS, 0, first, DECIDE_SKIP, false), 1);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_EVENTS, 0, second, NULL);
	assert_outcomes(plan, "changed");
	assert_int_equal(apply(store, plan, false), 0);
	assert_event(store, "Un", "start_time", "09:00");
	assert_int_equal(imported(store, IMPORT_EVENTS, 0, second, DECIDE_SKIP, true), 1);
	assert_event(store, "Un", "start_time", "09:30");
	assert_event(store, "Un", "kind", "y");
	assert_event(store, "Un", "estimated_attendance", "50");
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_EVENTS, 0, second, NULL);
	assert_outcomes(again, "same");
	assert_int_equal(count(store, &entity_event), 1);
}

static void
events__the_same_title_and_a_date_known_better__is_doubtful(void **state)
{
	Store *store = store_of_state(state);
	imported(store, IMPORT_EVENTS, 0, HEAD "Un;x;2026\n", DECIDE_SKIP, false);
	const char *better = HEAD "Un;x;2026-03-02\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_EVENTS, 0, better, NULL);
	assert_outcomes(plan, "doubtful");
	import_decide(plan, DECIDE_SAME);
	assert_int_equal(apply(store, plan, true), 1);
	assert_event(store, "Un", "start_date", "2026-03-02");
	assert_int_equal(count(store, &entity_event), 1);
	g_autoptr(ImportPlan) other =
		plan_of(store, IMPORT_EVENTS, 0, HEAD "Un;x;2027-03-02\n", NULL);
	assert_outcomes(other, "new");
}

static void
events__times_to_come__are_announced(void **state)
{
	Store *store = store_of_state(state);
	imported(store, IMPORT_EVENTS, 0,
		 HEAD "Passé;x;2026-11-22\nJour;x;2026-11-23\nVenir;x;2027\nAnnée;x;2026\n",
		 DECIDE_SKIP, false);
	assert_event(store, "Passé", "status", "held");
	assert_event(store, "Jour", "status", "announced");
	assert_event(store, "Venir", "status", "announced");
	assert_event(store, "Année", "status", "draft");
}

static void
events__columns_without_a_field__stay_in_the_notes(void **state)
{
	Store *store = store_of_state(state);
	imported(store, IMPORT_EVENTS, 0, "titre;date;Couleur du logo\nUn;2026-03-02;bleu\n",
		 DECIDE_SKIP, false);
	assert_event(store, "Un", "notes", "Couleur du logo : bleu");
}

static void
events__hostile_cells__are_text(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(GString) marks = g_string_new("e");
	for (guint i = 0; i < 10000; i++)
		g_string_append_unichar(marks, 0x301);
	g_autofree char *text =
		g_strdup_printf(HEAD "\"=cmd|'/c'!A0\";\x1b[31mrouge\x1b[0m;2026-03-02;;;;../../x;"
				     "\xe2\x80\xaegauche;30\n%s;x;2026-03-03\n",
				marks->str);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_EVENTS, 0, text, NULL);
	assert_outcomes(plan, "new new");
	apply(store, plan, false);
	assert_event(store, "=cmd|'/c'!A0", "kind", "[31mrouge[0m");
	assert_event(store, "=cmd|'/c'!A0", "venue", "../../x");
	assert_event(store, "=cmd|'/c'!A0", "town", "gauche");
}

static void
events__a_table_without_titles__is_refused(void **state)
{
	GError *error = NULL;
	const char *text = "couleur;taille\nbleu;3\n";
	assert_null(import_plan(store_of_state(state), IMPORT_EVENTS, 0, text, strlen(text), NULL,
				&error));
	assert_error(error, ERROR_INVALID);
	g_error_free(error);
}

static void
events__a_file_that_is_not_there__is_named(void **state)
{
	GError *error = NULL;
	assert_null(import_plan_file(store_of_state(state), IMPORT_EVENTS, 0, "/nowhere/x.csv",
				     NULL, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, "/nowhere/x.csv"));
	g_error_free(error);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(real_events__all_are_new__and_become_46),
		TEST(real_events__a_second_import__adds_nothing),
		TEST(real_events__a_weekday_that_disagrees__is_named_with_its_date),
		TEST(real_events__days_weeks_apart__are_never_a_block),
		TEST(real_events__the_days_asked_for__are_said),
		TEST(real_events__what_is_known__is_kept_as_published),
		TEST(real_events__kinds__become_a_list_with_headings),
		TEST(real_events__organisers_and_partners__have_their_roles),
		TEST(real_events__undo__takes_all_of_it_back),
		TEST(real_events__a_dry_run__says_the_same_and_changes_nothing),
		TEST(events__rows_that_cannot_be__are_refused),
		TEST(events__strict__writes_nothing_when_a_row_is_refused),
		TEST(events__a_date_without_a_year__is_no_date),
		TEST(events__a_departement_that_is_none__is_kept),
		TEST(events__an_event_with_other_values__is_changed_when_asked),
		TEST(events__the_same_title_and_a_date_known_better__is_doubtful),
		TEST(events__times_to_come__are_announced),
		TEST(events__columns_without_a_field__stay_in_the_notes),
		TEST(events__hostile_cells__are_text),
		TEST(events__a_table_without_titles__is_refused),
		TEST(events__a_file_that_is_not_there__is_named),
	};
	return test_run("import_events", tests);
}
