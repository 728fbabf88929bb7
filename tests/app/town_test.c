#include "test.h"

#include "app/noun.h"
#include "app/town.h"
#include "store/fixture.h"

static gint64
venue_made(Store *store, const char *name, const char *town)
{
	GError *error = NULL;
	struct venue *venue = entity_new(&entity_venue);
	struct noun_pair pairs[] = {{noun_key(&noun_venue, "name"), name, false},
				    {noun_key(&noun_venue, "town"), town, false}};
	assert_true(store_begin(store, "venue_new", &error));
	assert_true(
		noun_write(store, &noun_venue, venue, pairs, town != NULL ? 2 : 1, NULL, &error));
	gint64 id = venue->id;
	assert_true(store_commit(store, NULL, &error));
	entity_free(&entity_venue, venue);
	return id;
}

static void
a_new_place__gets__the_town_its_name_ends_with(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const struct {
		const char *name, *town, *department;
	} cases[] = {
		{"Maison de la Région, Albi", "Albi", "81"},
		{"MJC, 3 rue Haute, 81000 albi", "Albi", "81"},
		{"Salle des fêtes (Saint-Girons)", "Saint-Girons", "09"},
		{"Mairie (31000 Toulouse)", "Toulouse", "31"},
		{"Albi", NULL, NULL}, /* may be a hall of that name */
		{"Maison de la Région", NULL, NULL},
		{"Le Lieu, un tiers-lieu", NULL, NULL},
		{"Une salle,", NULL, NULL},
		{", Albi", NULL, NULL},
		{"()", NULL, NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		gint64 id = venue_made(store, cases[i].name, NULL);
		struct venue *venue = store_get(store, &entity_venue, id, NULL);
		assert_string_equal(venue->name, cases[i].name);
		if (g_strcmp0(venue->town, cases[i].town) != 0 ||
		    g_strcmp0(venue->department, cases[i].department) != 0)
			fail_msg("%s: %s (%s)", cases[i].name, venue->town, venue->department);
		entity_free(&entity_venue, venue);
	}
}

static void
a_town__is_kept__where_it_was_typed(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	venue_made(store, "Gîte, Les Rives", "Trifouilly");
	g_autofree char *town = town_of_place(store, "Gîte, Les Rives");
	assert_string_equal(town, "Trifouilly");
	/* outside of the reference tables the places there are know towns, too */
	g_autofree char *known = town_of_place(store, "Grange (Trifouilly)");
	assert_string_equal(known, "Trifouilly");
	g_autofree char *none = town_of_place(store, "Grange");
	assert_null(none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_place__gets__the_town_its_name_ends_with,
						fixture_open, fixture_close),
		cmocka_unit_test_setup_teardown(a_town__is_kept__where_it_was_typed, fixture_open,
						fixture_close),
	};
	return test_run("town", tests);
}
