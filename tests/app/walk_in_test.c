#include "test.h"

#include "app/door.h"

static void
walk_in_name__reads__either_order(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *email, *first, *last;
	} cases[] = {
		{"Zoé Élan", NULL, "Zoé", "Élan"},
		{"Zoé ÉLAN", NULL, "Zoé", "ÉLAN"},
		{"ÉLAN Zoé", NULL, "Zoé", "ÉLAN"},
		{"Élan, Zoé", NULL, "Zoé", "Élan"},
		{"Élan Zoé", "zoe.elan@essai.example", "Zoé", "Élan"},
		{"zoé élan", "contact@essai.example", "zoé", "élan"},
		{"Élan", NULL, NULL, "Élan"},
		{"", NULL, NULL, NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(NameParts) parts = walk_in_name(cases[i].typed, cases[i].email);
		if (g_strcmp0(parts->first_name, cases[i].first) != 0 ||
		    g_strcmp0(parts->last_name, cases[i].last) != 0)
			fail_msg("“%s”: %s, %s", cases[i].typed, parts->first_name,
				 parts->last_name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(walk_in_name__reads__either_order)};
	return test_run("walk_in", tests);
}
