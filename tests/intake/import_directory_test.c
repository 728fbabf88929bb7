/* People, organisations and periods from tables. */
#include "intake/import.h"

#include "intake/import_words.h"

static Store *
store_of_state(void **state)
{
	return ((struct fixture *)*state)->store;
}

static guint
made(Store *store, enum import_subject subject, const char *text)
{
	return imported(store, subject, 0, text, DECIDE_SKIP, false);
}

#define PEOPLE                                                                                     \
	"Nom;Prénom;Civilité;Structure;Courriel;Portable;Ville;Couleur\n"                        \
	"Élan;Zoé;Mme;DDETS du Gard;zoe@gard.example;06 12 34 56 78;Nîmes;bleu\n"               \
	"Bosc;Inès;;;;;;\n"

static void
people__are_made_once(void **state)
{
	Store *store = store_of_state(state);
	assert_int_equal(made(store, IMPORT_PEOPLE, PEOPLE), 2);
	struct person *person = row_where(store, &entity_person, "last_name", "Élan");
	assert_text(person->phone, "+33612345678");
	assert_text(person->civility, "Mme");
	assert_text(person->notes, "Couleur\u00a0: bleu");
	assert_true(person->organisation_id != 0);
	entity_free(&entity_person, person);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_PEOPLE, 0, PEOPLE, NULL);
	assert_outcomes(plan, "same same");
	assert_int_equal(apply(store, plan, true), 0);
	assert_int_equal(count(store, &entity_person), 2);
}

static void
people__with_other_values__are_changed_when_asked(void **state)
{
	Store *store = store_of_state(state);
	made(store, IMPORT_PEOPLE, PEOPLE);
	const char *later = "Nom;Prénom;Structure;Courriel;Portable\n"
			    "ÉLAN;Zoé;CAF du Gard;zoe@gard.example;+33 6 12 34 56 78\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_PEOPLE, 0, later, NULL);
	assert_outcomes(plan, "changed");
	assert_int_equal(apply(store, plan, false), 0);
	assert_int_equal(imported(store, IMPORT_PEOPLE, 0, later, DECIDE_SKIP, true), 1);
	struct organisation *caf = row_where(store, &entity_organisation, "name", "CAF du Gard");
	struct person *person = row_where(store, &entity_person, "last_name", "Élan");
	assert_true(person->organisation_id == caf->id);
	entity_free(&entity_person, person);
	entity_free(&entity_organisation, caf);
}

static void
people__without_a_name__are_refused(void **state)
{
	g_autoptr(ImportPlan) plan = plan_of(store_of_state(state), IMPORT_PEOPLE, 0,
					     "Nom;Prénom;Mail\n;;x@y.example\nÉlan;Zoé;\n", NULL);
	assert_outcomes(plan, "refused new");
	assert_problem(plan, 2u, "last_name", "error");
}

#define ORGANISATIONS                                                                              \
	"Nom;Sigle;Autres noms;Famille;Échelon;Département;Successeur\n"                         \
	"Direction départementale de la cohésion sociale du Gard;DDCS 30;;État;"                \
	"départemental;30;DDETS du Gard\n"                                                        \
	"DDETS du Gard;;DDETS 30;;;;\n"                                                            \
	"Ville de Béziers;;;;;;\n"

static void
organisations__are_made_with_what_is_said_and_proposed(void **state)
{
	Store *store = store_of_state(state);
	assert_int_equal(made(store, IMPORT_ORGANISATIONS, ORGANISATIONS), 3);
	struct organisation *old = row_where(store, &entity_organisation, "short_name", "DDCS 30");
	struct organisation *new = row_where(store, &entity_organisation, "name", "DDETS du Gard");
	assert_int_equal(old->classified, 1);
	assert_true(old->successor_id == new->id);
	assert_int_equal(new->classified, 0);
	assert_text(new->family, "state");
	entity_free(&entity_organisation, old);
	entity_free(&entity_organisation, new);
	assert_int_equal(count(store, &entity_organisation_alias), 1);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ORGANISATIONS, 0, ORGANISATIONS, NULL);
	assert_outcomes(again, "same same same");
}

static void
the_other_name_of_a_town_hall__is_asked_and_becomes_an_alias(void **state)
{
	Store *store = store_of_state(state);
	made(store, IMPORT_ORGANISATIONS, ORGANISATIONS);
	const char *text = "Nom\nMairie de Béziers\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ORGANISATIONS, 0, text, NULL);
	assert_outcomes(plan, "doubtful");
	import_decide(plan, DECIDE_SAME);
	assert_int_equal(apply(store, plan, false), 1);
	assert_int_equal(count(store, &entity_organisation), 3);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ORGANISATIONS, 0, text, NULL);
	assert_outcomes(again, "same");
}

static void
periods__are_made_changed_and_refused(void **state)
{
	Store *store = store_of_state(state);
	const char *text = "# origin: somebody\npremier_jour\tdernier_jour\tnom\n"
			   "2028-10-21\t2028-11-05\tVacances de la Toussaint\n"
			   "2028-12-31\t2028-12-01\tÀ rebours\n"
			   "31/02/2029\t\tRien\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_HOLIDAYS, 0, text, NULL);
	assert_outcomes(plan, "new refused refused");
	assert_problem(plan, 4u, "last_day", "error");
	assert_problem(plan, 5u, "first_day", "error");
	assert_int_equal(apply(store, plan, false), 1);
	struct holiday_period *period =
		row_where(store, &entity_holiday_period, "first_day", "2028-10-21");
	assert_text(period->kind, "school");
	assert_text(period->zone, "C");
	entity_free(&entity_holiday_period, period);
	const char *mended = "nom;du;au\nVacances de la Toussaint;22/10/2028;5/11/2028\n";
	g_autoptr(ImportPlan) later = plan_of(store, IMPORT_HOLIDAYS, 0, mended, NULL);
	assert_outcomes(later, "changed");
	assert_int_equal(apply(store, later, true), 1);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_HOLIDAYS, 0, mended, NULL);
	assert_outcomes(again, "same");
}

static void
a_period_to_avoid__has_no_zone(void **state)
{
	Store *store = store_of_state(state);
	made(store, IMPORT_HOLIDAYS,
	     "nom;du;au;type\nRéserve électorale;01/03/2027;15/03/2027;à éviter\n");
	struct holiday_period *period =
		row_where(store, &entity_holiday_period, "name", "Réserve électorale");
	assert_text(period->kind, "avoid");
	assert_text(period->zone, NULL);
	entity_free(&entity_holiday_period, period);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(people__are_made_once),
		TEST(people__with_other_values__are_changed_when_asked),
		TEST(people__without_a_name__are_refused),
		TEST(organisations__are_made_with_what_is_said_and_proposed),
		TEST(the_other_name_of_a_town_hall__is_asked_and_becomes_an_alias),
		TEST(periods__are_made_changed_and_refused),
		TEST(a_period_to_avoid__has_no_zone),
	};
	return test_run("import_directory", tests);
}
