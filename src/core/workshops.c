#include "core/workshops.h"

/* ---- costs --------------------------------------------------------------------------------------
 */

/* The points of the header, in their order; the last one keeps chains short, so that of two that
 * cost the same the one that moves fewer people is taken. */
enum level {
	MISSED,
	NOWHERE,
	RANK,
	MOVED,
	UNEVEN,
	LENGTH,
	LEVELS,
};

struct cost {
	gint64 level[LEVELS];
};

static struct cost
cost_sum(struct cost a, struct cost b, int sign)
{
	for (int i = 0; i < LEVELS; i++)
		a.level[i] += sign * b.level[i];
	return a;
}

static bool
cost_less(const struct cost *a, const struct cost *b)
{
	for (int i = 0; i < LEVELS; i++)
		if (a->level[i] != b->level[i])
			return a->level[i] < b->level[i];
	return false;
}

guint
workshop_rank(const struct workshop_person *person, int workshop)
{
	for (guint i = 0; workshop != NO_WORKSHOP && i < person->n_wishes; i++)
		if (person->wishes[i] == (guint)workshop)
			return i + 1;
	return 0;
}

/* ---- the state of the assignment ----------------------------------------------------------------
 */

/* A way from one workshop to another: the person for whom it costs least. */
struct step {
	bool there;
	struct cost cost;
	guint person;
};

struct assignment {
	const gint64 *capacity;
	gint64 largest; /* capacity that there is; 0: none has a limit */
	guint n;        /* workshops; place n is nowhere */
	struct workshop_person *people;
	guint n_people;
	gint64 *load;
	struct step *steps; /* (n + 1)², from × to */
};

static bool
may_be_in(const struct assignment *assignment, const struct workshop_person *person, guint place)
{
	return place == assignment->n || person->anywhere || workshop_rank(person, (int)place) != 0;
}

static struct cost
cost_of(const struct assignment *assignment, const struct workshop_person *person, guint place)
{
	guint rank = place < assignment->n ? workshop_rank(person, (int)place) : 0;
	struct cost cost = {
		.level = {
			[MISSED] = person->n_wishes > 0 && rank == 0,
			[NOWHERE] = place == assignment->n,
			[RANK] = rank,
			[MOVED] = person->before != NO_WORKSHOP && (guint)person->before != place,
		}};
	return cost;
}

/* What one more in a workshop costs: the squares of the seats that are free differ by it. */
static bool
end_cost(const struct assignment *assignment, guint place, struct cost *cost)
{
	*cost = (struct cost){{0}};
	if (place == assignment->n)
		return true;
	gint64 load = assignment->load[place], capacity = assignment->capacity[place];
	gint64 seats = capacity > 0 ? capacity : assignment->largest;
	cost->level[UNEVEN] = 2 * (load - seats) + 1;
	return capacity <= 0 || load < capacity;
}

static guint
place_of(const struct assignment *assignment, const struct workshop_person *person)
{
	return person->given == NO_WORKSHOP ? assignment->n : (guint)person->given;
}

static bool
is_asking(const struct workshop_person *person)
{
	return person->fixed == NO_WORKSHOP && (person->n_wishes > 0 || person->anywhere);
}

/* ---- chains of moves ----------------------------------------------------------------------------
 */

static struct step *
step_at(const struct assignment *assignment, guint from, guint to)
{
	return &assignment->steps[from * (assignment->n + 1) + to];
}

/* For each two places the person among the first N who goes from one to the other at least cost; of
 * several who cost the same the last registered. */
static void
steps_find(const struct assignment *assignment, guint n)
{
	guint places = assignment->n + 1;
	for (guint i = 0; i < places * places; i++)
		assignment->steps[i].there = false;
	for (guint i = 0; i < n; i++) {
		const struct workshop_person *person = &assignment->people[i];
		guint from = place_of(assignment, person);
		if (!is_asking(person))
			continue;
		struct cost now = cost_of(assignment, person, from);
		for (guint to = 0; to < places; to++) {
			struct step *step = step_at(assignment, from, to);
			if (to == from || !may_be_in(assignment, person, to))
				continue;
			struct cost cost = cost_sum(cost_of(assignment, person, to), now, -1);
			cost.level[LENGTH] = 1;
			if (!step->there || !cost_less(&step->cost, &cost))
				*step = (struct step){true, cost, i};
		}
	}
}

/* The cheapest way for somebody new to each place, and from where it comes (itself: directly). */
struct way {
	bool there;
	struct cost cost;
	guint from;
};

static bool
ways_improve(const struct assignment *assignment, struct way *ways)
{
	bool improved = false;
	guint places = assignment->n + 1;
	for (guint from = 0; from < places; from++)
		for (guint to = 0; ways[from].there && to < places; to++) {
			const struct step *step = step_at(assignment, from, to);
			if (to == from || !step->there)
				continue;
			struct cost cost = cost_sum(ways[from].cost, step->cost, 1);
			if (ways[to].there && !cost_less(&cost, &ways[to].cost))
				continue;
			ways[to] = (struct way){true, cost, from};
			improved = true;
		}
	return improved;
}

static void
ways_find(const struct assignment *assignment, const struct workshop_person *person,
	  struct way *ways)
{
	guint places = assignment->n + 1;
	for (guint i = 0; i < places; i++)
		ways[i] = (struct way){may_be_in(assignment, person, i),
				       cost_of(assignment, person, i), i};
	/* No chain is longer than there are places. */
	for (guint i = 0; i < places && ways_improve(assignment, ways); i++)
		;
}

/* Where the cheapest chain ends. */
static guint
best_end(const struct assignment *assignment, const struct way *ways)
{
	guint best = assignment->n;
	struct cost least = ways[best].cost; /* nowhere, there is always room */
	for (guint i = 0; i < assignment->n; i++) {
		struct cost end;
		if (!ways[i].there || !end_cost(assignment, i, &end))
			continue;
		struct cost cost = cost_sum(ways[i].cost, end, 1);
		if (cost_less(&cost, &least)) {
			least = cost;
			best = i;
		}
	}
	return best;
}

static void
person_put(struct assignment *assignment, struct workshop_person *person, guint place)
{
	if (person->given != NO_WORKSHOP)
		assignment->load[person->given]--;
	person->given = place == assignment->n ? NO_WORKSHOP : (int)place;
	if (person->given != NO_WORKSHOP)
		assignment->load[place]++;
}

static void
person_add(struct assignment *assignment, guint index, struct way *ways)
{
	struct workshop_person *person = &assignment->people[index];
	steps_find(assignment, index);
	ways_find(assignment, person, ways);
	guint place = best_end(assignment, ways);
	for (; ways[place].from != place; place = ways[place].from) {
		const struct step *step = step_at(assignment, ways[place].from, place);
		person_put(assignment, &assignment->people[step->person], place);
	}
	person_put(assignment, person, place);
}

/* ---- the first come -----------------------------------------------------------------------------
 */

/* Two change places when that costs nothing and the first who registered is better off. */
static bool
pair_change(struct assignment *assignment, guint first, guint second)
{
	struct workshop_person *a = &assignment->people[first], *b = &assignment->people[second];
	guint place_a = place_of(assignment, a), place_b = place_of(assignment, b);
	if (place_a == place_b || !is_asking(b) || !may_be_in(assignment, a, place_b) ||
	    !may_be_in(assignment, b, place_a))
		return false;
	struct cost now = cost_of(assignment, a, place_a), then = cost_of(assignment, a, place_b);
	struct cost whole = cost_sum(now, cost_of(assignment, b, place_b), 1);
	struct cost changed = cost_sum(then, cost_of(assignment, b, place_a), 1);
	now.level[MOVED] = then.level[MOVED] = 0;
	if (!cost_less(&then, &now) || cost_less(&whole, &changed))
		return false;
	person_put(assignment, a, place_b);
	person_put(assignment, b, place_a);
	return true;
}

/* Each change betters somebody at the expense of somebody later: it comes to an end. */
static void
first_come(struct assignment *assignment)
{
	bool changed = true;
	while (changed) {
		changed = false;
		for (guint i = 0; i < assignment->n_people; i++)
			for (guint j = i + 1;
			     is_asking(&assignment->people[i]) && j < assignment->n_people; j++)
				changed |= pair_change(assignment, i, j);
	}
}

void
workshops_assign(const gint64 *capacity, guint n_workshops, struct workshop_person *people,
		 guint n_people)
{
	guint places = n_workshops + 1;
	struct assignment assignment = {
		.capacity = capacity,
		.n = n_workshops,
		.people = people,
		.n_people = n_people,
		.load = g_new0(gint64, places),
		.steps = g_new0(struct step, (gsize)places * places),
	};
	g_autofree struct way *ways = g_new0(struct way, places);
	for (guint i = 0; i < n_workshops; i++)
		assignment.largest = MAX(assignment.largest, capacity[i]);
	for (guint i = 0; i < n_people; i++) {
		people[i].given = NO_WORKSHOP;
		if (people[i].fixed != NO_WORKSHOP)
			person_put(&assignment, &people[i], (guint)people[i].fixed);
	}
	for (guint i = 0; i < n_people; i++)
		if (is_asking(&people[i]))
			person_add(&assignment, i, ways);
	first_come(&assignment);
	g_free(assignment.load);
	g_free(assignment.steps);
}
