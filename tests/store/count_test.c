/* Rows counted, whatever the kind of the column. */
#include "test.h"

#include "store/fixture.h"

static void
organisation_made(Store *store, const char *name, gint64 classified)
{
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	text_set(&organisation->department, classified ? "34" : NULL);
	organisation->classified = classified;
	insert(store, &entity_organisation, organisation);
	entity_free(&entity_organisation, organisation);
}

static gint64
counted(Store *store, const char *column, struct value value)
{
	GError *error = NULL;
	gint64 n = store_count(store, &entity_organisation, column, value, &error);
	assert_no_error(error);
	return n;
}

static void
store_count__by_a_column__is_that_of_its_rows(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	organisation_made(store, "Ville de Nîmes", 1);
	organisation_made(store, "Ville d’Alès", 1);
	organisation_made(store, "Les Amandiers", 0);
	commit(store);
	assert_int_equal(counted(store, NULL, value_text(NULL)), 3);
	assert_int_equal(counted(store, "classified", value_integer(1)), 2);
	assert_int_equal(counted(store, "classified", value_integer(0)), 1);
	assert_int_equal(counted(store, "department", value_text("34")), 2);
	assert_int_equal(counted(store, "department", value_text("99")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(store_count__by_a_column__is_that_of_its_rows),
	};
	return test_run("count", tests);
}
