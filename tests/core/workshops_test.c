#include "core/workshops.h"

#include <string.h>

#include "test.h"

#define PEOPLE_MAX    60
#define WORKSHOPS_MAX 6

/* A case: workshops with capacities, people with wishes. */
struct scene {
	gint64 capacity[WORKSHOPS_MAX];
	guint n_workshops;
	struct workshop_person people[PEOPLE_MAX];
	guint wishes[PEOPLE_MAX][WORKSHOPS_MAX];
	guint n_people;
};

static void
wishing(struct scene *scene, guint n, ...)
{
	struct workshop_person *person = &scene->people[scene->n_people];
	guint *wishes = scene->wishes[scene->n_people++];
	va_list args;
	va_start(args, n);
	for (guint i = 0; i < n; i++)
		wishes[i] = va_arg(args, guint);
	va_end(args);
	*person = (struct workshop_person){.wishes = wishes,
					   .n_wishes = n,
					   .fixed = NO_WORKSHOP,
					   .before = NO_WORKSHOP};
}

static void
assign(struct scene *scene)
{
	workshops_assign(scene->capacity, scene->n_workshops, scene->people, scene->n_people);
}

static guint
load_of(const struct scene *scene, int workshop)
{
	guint load = 0;
	for (guint i = 0; i < scene->n_people; i++)
		load += scene->people[i].given == workshop;
	return load;
}

/* ---- a few people -------------------------------------------------------------------------------
 */

static void
workshops_assign__gives_first_wishes__where_there_is_room(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {2, 2}, .n_workshops = 2};
	wishing(&scene, 2, 0u, 1u);
	wishing(&scene, 2, 1u, 0u);
	wishing(&scene, 1, 0u);
	wishing(&scene, 0);
	assign(&scene);
	assert_int_equal(scene.people[0].given, 0);
	assert_int_equal(scene.people[1].given, 1);
	assert_int_equal(scene.people[2].given, 0);
	assert_int_equal(scene.people[3].given, NO_WORKSHOP); /* asked for nothing */
}

/* The one who asked for nothing else has the place; the first who has a second wish moves. */
static void
workshops_assign__moves_who_has_another_wish__for_who_has_none(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {1, 1, 1}, .n_workshops = 3};
	wishing(&scene, 2, 0u, 1u);
	wishing(&scene, 2, 1u, 2u);
	wishing(&scene, 1, 0u);
	assign(&scene);
	assert_int_equal(scene.people[0].given, 1);
	assert_int_equal(scene.people[1].given, 2);
	assert_int_equal(scene.people[2].given, 0);
}

static void
workshops_assign__leaves_what_is_fixed__even_beyond_the_capacity(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {1, 1}, .n_workshops = 2};
	wishing(&scene, 1, 0u);
	wishing(&scene, 2, 0u, 1u);
	wishing(&scene, 0);
	wishing(&scene, 1, 1u);
	scene.people[2].fixed = 0;
	scene.people[3].fixed = 0;
	assign(&scene);
	assert_int_equal(scene.people[0].given, NO_WORKSHOP);
	assert_int_equal(scene.people[1].given, 1);
	assert_int_equal(load_of(&scene, 0), 2);
}

static void
silent(struct scene *scene, guint n)
{
	for (guint i = 0; i < n; i++) {
		wishing(scene, 0);
		scene->people[scene->n_people - 1].anywhere = true;
	}
}

/* Ten of twelve are in the small room, nine of twenty in the large one: that is where seats are. */
static void
workshops_assign__sends_who_must_be_somewhere__where_most_seats_are_free(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {12, 20}, .n_workshops = 2};
	for (guint i = 0; i < 19; i++)
		wishing(&scene, 1, i < 10 ? 0u : 1u);
	silent(&scene, 2);
	assign(&scene);
	assert_int_equal(load_of(&scene, 0), 10);
	assert_int_equal(load_of(&scene, 1), 11);
}

/* The small room has fewer people, and fewer seats left. */
static void
workshops_assign__goes_by_seats__and_not_by_heads(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {12, 20}, .n_workshops = 2};
	for (guint i = 0; i < 19; i++)
		wishing(&scene, 1, i < 7 ? 0u : 1u);
	silent(&scene, 2);
	assign(&scene);
	assert_int_equal(load_of(&scene, 0), 7);
	assert_int_equal(load_of(&scene, 1), 14);
}

/* Without a limit: as the largest of those that have one. */
static void
workshops_assign__fills_evenly__without_a_limit(void **state)
{
	(void)state;
	struct scene scene = {.n_workshops = 3};
	wishing(&scene, 1, 0u);
	silent(&scene, 5);
	assign(&scene);
	for (guint i = 0; i < 3; i++)
		assert_int_equal(load_of(&scene, i), 2);
	struct scene mixed = {.capacity = {0, 4}, .n_workshops = 2};
	silent(&mixed, 6);
	assign(&mixed);
	assert_int_equal(load_of(&mixed, 0), 3);
	assert_int_equal(load_of(&mixed, 1), 3);
}

static void
workshops_assign__prefers_the_first_registered__among_equals(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {1, 1, 1}, .n_workshops = 3};
	for (guint i = 0; i < 4; i++)
		wishing(&scene, 3, 0u, 1u, 2u);
	assign(&scene);
	for (int i = 0; i < 3; i++)
		assert_int_equal(scene.people[i].given, i);
	assert_int_equal(scene.people[3].given, NO_WORKSHOP);
}

static void
workshops_assign__leaves_people_where_they_were__at_the_same_price(void **state)
{
	(void)state;
	struct scene scene = {.capacity = {1, 1}, .n_workshops = 2};
	wishing(&scene, 2, 0u, 1u);
	wishing(&scene, 2, 0u, 1u);
	scene.people[0].before = 1;
	scene.people[1].before = 0;
	assign(&scene);
	assert_int_equal(scene.people[0].given, 1);
	assert_int_equal(scene.people[1].given, 0);
}

/* ---- by chance ----------------------------------------------------------------------------------
 */

static void
scene_random(struct scene *scene, GRand *rand, guint most_workshops, guint most_people)
{
	memset(scene, 0, sizeof *scene);
	scene->n_workshops = (guint)g_rand_int_range(rand, 1, (gint32)most_workshops + 1);
	scene->n_people = (guint)g_rand_int_range(rand, 0, (gint32)most_people + 1);
	for (guint i = 0; i < scene->n_workshops; i++)
		scene->capacity[i] = g_rand_int_range(rand, 0, (gint32)scene->n_people / 2 + 2);
	for (guint i = 0; i < scene->n_people; i++) {
		struct workshop_person *person = &scene->people[i];
		bool asked[WORKSHOPS_MAX] = {false};
		guint n = (guint)g_rand_int_range(rand, 0, (gint32)scene->n_workshops + 1);
		*person = (struct workshop_person){
			.wishes = scene->wishes[i],
			.fixed = g_rand_int_range(rand, 0, 8) == 0
					 ? g_rand_int_range(rand, 0, (gint32)scene->n_workshops)
					 : NO_WORKSHOP,
			.before = g_rand_int_range(rand, -1, (gint32)scene->n_workshops),
			.anywhere = g_rand_int_range(rand, 0, 4) == 0,
		};
		for (guint j = 0; j < n; j++) {
			guint wish = (guint)g_rand_int_range(rand, 0, (gint32)scene->n_workshops);
			if (!asked[wish])
				scene->wishes[i][person->n_wishes++] = wish;
			asked[wish] = true;
		}
	}
}

static gint64
largest_of(const struct scene *scene)
{
	gint64 largest = 0;
	for (guint i = 0; i < scene->n_workshops; i++)
		largest = MAX(largest, scene->capacity[i]);
	return largest;
}

/* What an arrangement costs, by the points of the header; false when it may not be. */
static bool
price(const struct scene *scene, const int *place, gint64 level[5])
{
	gint64 load[WORKSHOPS_MAX] = {0}, taken[WORKSHOPS_MAX] = {0};
	memset(level, 0, 5 * sizeof *level);
	for (guint i = 0; i < scene->n_people; i++) {
		const struct workshop_person *person = &scene->people[i];
		guint rank = workshop_rank(person, place[i]);
		if (person->fixed != NO_WORKSHOP) {
			if (place[i] != person->fixed)
				return false;
			load[place[i]]++;
			continue;
		}
		bool asks = person->n_wishes > 0 || person->anywhere;
		if (place[i] != NO_WORKSHOP && rank == 0 && !person->anywhere)
			return false;
		if (place[i] != NO_WORKSHOP) {
			load[place[i]]++;
			taken[place[i]]++;
		}
		level[0] += person->n_wishes > 0 && rank == 0;
		level[1] += asks && place[i] == NO_WORKSHOP;
		level[2] += rank;
		level[3] += asks && person->before != NO_WORKSHOP && person->before != place[i];
	}
	for (guint i = 0; i < scene->n_workshops; i++) {
		if (scene->capacity[i] > 0 && taken[i] > 0 && load[i] > scene->capacity[i])
			return false;
		gint64 seats = scene->capacity[i] > 0 ? scene->capacity[i] : largest_of(scene);
		level[4] += (seats - load[i]) * (seats - load[i]);
	}
	return true;
}

static int
level_compare(const gint64 *a, const gint64 *b)
{
	for (int i = 0; i < 5; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

/* The best of all arrangements that there are. */
static void
best_try(const struct scene *scene, int *place, guint i, gint64 best[5], bool *found)
{
	gint64 level[5];
	if (i == scene->n_people) {
		if (price(scene, place, level) && (!*found || level_compare(level, best) < 0)) {
			memcpy(best, level, sizeof level);
			*found = true;
		}
		return;
	}
	for (place[i] = NO_WORKSHOP; place[i] < (int)scene->n_workshops; place[i]++)
		best_try(scene, place, i + 1, best, found);
}

static void
assert_best(struct scene *scene, guint round)
{
	int place[PEOPLE_MAX];
	gint64 best[5] = {0}, given[5];
	bool found = false;
	assign(scene);
	best_try(scene, place, 0, best, &found);
	for (guint i = 0; i < scene->n_people; i++)
		place[i] = scene->people[i].given;
	assert_true(found);
	if (!price(scene, place, given))
		fail_msg("round %u: this may not be", round);
	for (int i = 0; i < 5; i++)
		if (given[i] != best[i])
			fail_msg("round %u: point %d costs %d where %d would do", round, i + 1,
				 (int)given[i], (int)best[i]);
}

static void
workshops_assign__is_the_best_there_is__of_all_small_cases(void **state)
{
	(void)state;
	g_autoptr(GRand) rand = g_rand_new_with_seed(20261123);
	struct scene *scene = g_new0(struct scene, 1);
	for (guint round = 0; round < 3000; round++) {
		scene_random(scene, rand, 3, 6);
		assert_best(scene, round);
	}
	g_free(scene);
}

/* Of many people: never beyond, nobody left out who could be in, the first come before the later,
 * the same answer again. */
static void
assert_sound(const struct scene *scene, guint round)
{
	for (guint i = 0; i < scene->n_people; i++) {
		const struct workshop_person *person = &scene->people[i];
		int place = person->given;
		if (person->fixed != NO_WORKSHOP) {
			assert_int_equal(place, person->fixed);
			continue;
		}
		if (place != NO_WORKSHOP && scene->capacity[place] > 0 &&
		    (gint64)load_of(scene, place) > scene->capacity[place])
			fail_msg("round %u: workshop %d holds more than it may", round, place);
		for (guint j = 0; place == NO_WORKSHOP && j < person->n_wishes; j++) {
			int wish = (int)person->wishes[j];
			if (scene->capacity[wish] <= 0 ||
			    (gint64)load_of(scene, wish) < scene->capacity[wish])
				fail_msg("round %u: person %u is left out of %d", round, i, wish);
		}
	}
}

static bool
wish_alike(const struct workshop_person *a, const struct workshop_person *b)
{
	return a->n_wishes == b->n_wishes && a->fixed == b->fixed && a->before == b->before &&
	       a->anywhere == b->anywhere &&
	       memcmp(a->wishes, b->wishes, a->n_wishes * sizeof *a->wishes) == 0;
}

static void
assert_first_come(const struct scene *scene, guint round)
{
	for (guint i = 0; i < scene->n_people; i++)
		for (guint j = i + 1; j < scene->n_people; j++) {
			const struct workshop_person *a = &scene->people[i];
			const struct workshop_person *b = &scene->people[j];
			guint rank_a = workshop_rank(a, a->given);
			guint rank_b = workshop_rank(b, b->given);
			if (a->fixed == NO_WORKSHOP && wish_alike(a, b) && rank_b != 0 &&
			    (rank_a == 0 || rank_a > rank_b))
				fail_msg("round %u: %u has less than %u who came later", round, i,
					 j);
		}
}

static void
workshops_assign__is_sound__of_many_people(void **state)
{
	(void)state;
	g_autoptr(GRand) rand = g_rand_new_with_seed(42);
	struct scene *scene = g_new0(struct scene, 1);
	for (guint round = 0; round < 400; round++) {
		int given[PEOPLE_MAX];
		scene_random(scene, rand, WORKSHOPS_MAX, PEOPLE_MAX);
		for (guint i = 0; i < scene->n_people; i++)
			scene->people[i].before = NO_WORKSHOP;
		assign(scene);
		assert_sound(scene, round);
		assert_first_come(scene, round);
		for (guint i = 0; i < scene->n_people; i++)
			given[i] = scene->people[i].given;
		assign(scene);
		for (guint i = 0; i < scene->n_people; i++)
			assert_int_equal(scene->people[i].given, given[i]);
	}
	g_free(scene);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(workshops_assign__gives_first_wishes__where_there_is_room),
		cmocka_unit_test(workshops_assign__moves_who_has_another_wish__for_who_has_none),
		cmocka_unit_test(workshops_assign__leaves_what_is_fixed__even_beyond_the_capacity),
		cmocka_unit_test(
			workshops_assign__sends_who_must_be_somewhere__where_most_seats_are_free),
		cmocka_unit_test(workshops_assign__goes_by_seats__and_not_by_heads),
		cmocka_unit_test(workshops_assign__fills_evenly__without_a_limit),
		cmocka_unit_test(workshops_assign__prefers_the_first_registered__among_equals),
		cmocka_unit_test(
			workshops_assign__leaves_people_where_they_were__at_the_same_price),
		cmocka_unit_test(workshops_assign__is_the_best_there_is__of_all_small_cases),
		cmocka_unit_test(workshops_assign__is_sound__of_many_people),
	};
	return test_run("workshops", tests);
}
