#include "app/scene.h"

#include "app/duplicates.h"
#include "app/merge.h"
#include "app/personal.h"
#include "base/error.h"
#include "store/history.h"

static gint64
organisation_of(Store *store, const char *name, const char *phone)
{
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	text_set(&organisation->phone, phone);
	return scene_insert(store, &entity_organisation, organisation);
}

static gint64
person_of(Store *store, const char *last_name, const char *email, const char *notes,
	  gint64 organisation_id)
{
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, "Zoé");
	text_set(&person->last_name, last_name);
	text_set(&person->email, email);
	text_set(&person->notes, notes);
	person->organisation_id = organisation_id;
	return scene_insert(store, &entity_person, person);
}

/* Choose SIDE for KEY, which must differ. */
static void
choose(GArray *fields, const char *key, enum merge_side side)
{
	for (guint i = 0; i < fields->len; i++) {
		struct merge_field *field = &g_array_index(fields, struct merge_field, i);
		if (strcmp(field->key->key, key) != 0)
			continue;
		assert_true(field->differs);
		assert_true(side != MERGE_BOTH || field->joins);
		field->side = side;
		return;
	}
	fail_msg("nothing to choose for %s", key);
}

static void
merge_chosen__keeps__what_was_chosen_and_notes_the_rest(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	assert_true(store_begin(store, "person_new", NULL));
	gint64 left = person_of(store, "Élan", "zoe@elan.example", "Vue à Sète", 0);
	gint64 right = person_of(store, "Elan", "z.elan@gard.example", "Bilingue", 0);
	assert_true(store_commit(store, NULL, NULL));

	assert_true(store_begin(store, "person_merge", NULL));
	g_autoptr(GArray) fields = merge_fields(store, &noun_person, left, right, &error);
	assert_no_error(error);
	choose(fields, "email", MERGE_BOTH);
	choose(fields, "last_name", MERGE_RIGHT);
	gint64 kept = 0;
	assert_true(merge_chosen(store, &noun_person, left, right, fields, &kept, &error));
	assert_true(store_commit(store, NULL, &error));
	assert_int_equal(kept, left);
	struct person *person = store_get(store, &entity_person, kept, NULL);
	assert_text(person->last_name, "Elan");
	assert_text(person->email, "zoe@elan.example");
	assert_text(person->notes, "Vue à Sète\nBilingue\nCourriel : z.elan@gard.example");
	assert_text(person->email_key, "zoe@elan.example");
	entity_free(&entity_person, person);
	assert_null(store_get(store, &entity_person, right, NULL));

	assert_true(history_undo(store, 0, NULL, &error));
	person = store_get(store, &entity_person, left, NULL);
	assert_text(person->last_name, "Élan");
	assert_text(person->notes, "Vue à Sète");
	entity_free(&entity_person, person);
	person = store_get(store, &entity_person, right, NULL);
	assert_text(person->email, "z.elan@gard.example");
	entity_free(&entity_person, person);
}

static void
merge_chosen__leaves__the_other_name_of_an_organisation_as_an_alias(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	assert_true(store_begin(store, "organisation_new", NULL));
	gint64 left = organisation_of(store, "Caf de l’Aude", "+33468000000");
	gint64 right = organisation_of(store, "Caisse d’allocations familiales de l’Aude", NULL);
	g_autoptr(GArray) fields = merge_fields(store, &noun_organisation, left, right, &error);
	assert_no_error(error);
	choose(fields, "name", MERGE_RIGHT);
	gint64 kept = 0;
	assert_true(merge_chosen(store, &noun_organisation, left, right, fields, &kept, &error));
	assert_true(store_commit(store, NULL, &error));
	assert_int_equal(kept, right);
	struct organisation *organisation = store_get(store, &entity_organisation, kept, NULL);
	assert_text(organisation->name, "Caisse d’allocations familiales de l’Aude");
	assert_text(organisation->phone, "+33468000000");
	entity_free(&entity_organisation, organisation);
	g_autoptr(Rows) aliases =
		store_of(store, &entity_organisation_alias, "organisation_id", kept, NULL);
	assert_int_equal(aliases->n, 1);
	assert_text(((struct organisation_alias *)aliases->row[0])->name, "Caf de l’Aude");
}

/* Whichever of the two stays. */
static void
merge_chosen__ends__a_succession_of_itself(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	for (int side = MERGE_LEFT; side <= MERGE_RIGHT; side++) {
		assert_true(store_begin(store, "organisation_new", NULL));
		gint64 left = organisation_of(store, "DDCS du Gard", NULL);
		gint64 right = organisation_of(store, "DDETS du Gard", NULL);
		struct organisation *former = store_get(store, &entity_organisation, left, NULL);
		former->successor_id = right;
		text_set(&former->succeeded_on, "2021-04-01");
		assert_true(store_update(store, &entity_organisation, former, NULL));
		entity_free(&entity_organisation, former);
		g_autoptr(GArray) fields =
			merge_fields(store, &noun_organisation, left, right, &error);
		choose(fields, "name", (enum merge_side)side);
		gint64 kept = 0;
		assert_true(merge_chosen(store, &noun_organisation, left, right, fields, &kept,
					 &error));
		assert_true(store_commit(store, NULL, &error));
		struct organisation *one = store_get(store, &entity_organisation, kept, NULL);
		assert_int_equal(one->successor_id, 0);
		assert_null(one->succeeded_on);
		entity_free(&entity_organisation, one);
	}
}

static void
merge_chosen__keeps__the_other_post_as_a_former_one(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	assert_true(store_begin(store, "person_new", NULL));
	gint64 before = organisation_of(store, "Mairie de Sète", NULL);
	gint64 now = organisation_of(store, "DDETS du Gard", NULL);
	gint64 left = person_of(store, "Élan", NULL, NULL, before);
	gint64 right = person_of(store, "Élan", NULL, NULL, now);
	assert_true(store_commit(store, NULL, NULL));

	assert_true(store_begin(store, "person_merge", NULL));
	g_autoptr(GArray) fields = merge_fields(store, &noun_person, left, right, &error);
	choose(fields, "organisation", MERGE_RIGHT);
	gint64 kept = 0;
	assert_true(merge_chosen(store, &noun_person, left, right, fields, &kept, &error));
	assert_true(store_commit(store, NULL, &error));
	struct person *person = store_get(store, &entity_person, kept, NULL);
	assert_int_equal(person->organisation_id, now);
	entity_free(&entity_person, person);
	g_autoptr(Rows) posts = store_of(store, &entity_post, "person_id", kept, NULL);
	assert_int_equal(posts->n, 1);
	assert_int_equal(((struct post *)posts->row[0])->organisation_id, before);
}

static void
merge_chosen__refuses__a_person_who_was_forgotten_meanwhile(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	assert_true(store_begin(store, "person_new", NULL));
	gint64 left = person_of(store, "Élan", "zoe@elan.example", NULL, 0);
	gint64 right = person_of(store, "Elan", "zoe@elan.example", "Bilingue", 0);
	assert_true(store_commit(store, NULL, NULL));
	g_autoptr(GArray) fields = merge_fields(store, &noun_person, left, right, NULL);
	struct forgotten forgotten = {.copies = NULL};
	assert_true(people_forget(store, &left, 1, false, &forgotten, NULL));
	forgotten_clear(&forgotten);

	for (int i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		assert_true(store_begin(store, "person_merge", NULL));
		assert_false(merge_chosen(store, &noun_person, i == 0 ? left : right,
					  i == 0 ? right : left, fields, NULL, &error));
		assert_int_equal(error->code, ERROR_NOTHING);
		store_rollback(store);
	}
}

static void
classification_set(Store *store, gint64 id, const char *family, gint64 classified)
{
	struct organisation *organisation = store_get(store, &entity_organisation, id, NULL);
	text_set(&organisation->family, family);
	organisation->classified = classified;
	assert_true(store_update(store, &entity_organisation, organisation, NULL));
	entity_free(&entity_organisation, organisation);
}

static void
merge_fields__propose__what_was_confirmed_before_what_is_a_guess(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	assert_true(store_begin(store, "organisation_new", NULL));
	gint64 left = organisation_of(store, "Caf de l’Aude", NULL);
	gint64 right = organisation_of(store, "CAF Aude", NULL);
	classification_set(store, left, "company", 0);
	classification_set(store, right, "association", 1);
	g_autoptr(GArray) fields = merge_fields(store, &noun_organisation, left, right, NULL);
	gint64 kept = 0;
	assert_true(merge_chosen(store, &noun_organisation, left, right, fields, &kept, NULL));
	assert_true(store_commit(store, NULL, NULL));
	assert_int_equal(kept, left);
	struct organisation *organisation = store_get(store, &entity_organisation, kept, NULL);
	assert_text(organisation->family, "association");
	assert_int_equal(organisation->classified, 1);
	entity_free(&entity_organisation, organisation);
}

static void
distinguish__says__that_one_of_the_two_is_gone(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	assert_true(store_begin(store, "person_new", NULL));
	gint64 left = person_of(store, "Élan", NULL, NULL, 0);
	gint64 right = person_of(store, "Elan", NULL, NULL, 0);
	assert_true(store_delete(store, &entity_person, right, NULL));
	assert_false(duplicates_distinguish(store, &entity_person, left, right, &error));
	assert_int_equal(error->code, ERROR_NOT_FOUND);
	g_clear_error(&error);
	store_rollback(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(merge_chosen__keeps__what_was_chosen_and_notes_the_rest),
		TEST(merge_chosen__leaves__the_other_name_of_an_organisation_as_an_alias),
		TEST(merge_chosen__keeps__the_other_post_as_a_former_one),
		TEST(merge_chosen__ends__a_succession_of_itself),
		TEST(distinguish__says__that_one_of_the_two_is_gone),
		TEST(merge_chosen__refuses__a_person_who_was_forgotten_meanwhile),
		TEST(merge_fields__propose__what_was_confirmed_before_what_is_a_guess),
	};
	return test_run("merge", tests);
}
