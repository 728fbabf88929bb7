/* Who goes to which of several workshops that run at the same time, by what people asked for.
 *
 * What is decided first counts most:
 *
 * 1. as many people as can be are in a workshop that they asked for, so that nobody is left out
 * while one that they asked for has a place;
 * 2. of those who are to be somewhere in any case, as many as can be are;
 * 3. the total of the ranks is the smallest that there is (1 for a first wish, 2 for a second…);
 * 4. as few people as can be leave the workshop that they were in before;
 * 5. the seats that stay free are as even as can be (the sum of their squares is the smallest),
 * which also sends who asked for nothing where most seats are free; a workshop without a limit
 * counts as the largest of those that have one, and where none has, the groups are even;
 * 6. of two people who could change places at the same price, the one who registered first has the
 *    better one.
 *
 * Method: an assignment of least cost, its costs compared by these points one after the other.
 * People come in the order of their registration; each is added by the cheapest chain of moves ("to
 * A, where X makes room by going to B, which has a place"), found by Bellman and Ford over the
 * workshops; such chains keep the whole at its least cost (successive shortest paths). The same
 * people give the same answer every time. For n people and m workshops it takes n·(n·m + m³) steps,
 * and changes of places n² more: 300 people in 8 workshops some milliseconds. */
#ifndef CORE_WORKSHOPS_H
#define CORE_WORKSHOPS_H

#include <glib.h>
#include <stdbool.h>

/** Nowhere. */
#define NO_WORKSHOP (-1)

/** Somebody who is to be placed, in the order of registration. Workshops are numbers from 0. */
struct workshop_person {
	const guint *wishes; /* the most wanted first, none twice; borrowed */
	guint n_wishes;
	int fixed;     /* the workshop chosen by hand, which stays; NO_WORKSHOP: none */
	int before;    /* where they were so far; NO_WORKSHOP: nowhere */
	bool anywhere; /* somewhere in any case, asked for or not */
	int given;     /* the answer; NO_WORKSHOP: nowhere */
};

/** Place PEOPLE; CAPACITY of each workshop, 0 or less: without a limit. Fixed people count even
 * beyond a capacity. Who asked for nothing and is not to be somewhere in any case stays nowhere. */
void workshops_assign(const gint64 *capacity, guint n_workshops, struct workshop_person *people,
		      guint n_people);

/** The rank of a workshop among somebody's wishes, from 1; 0: not asked for. */
guint workshop_rank(const struct workshop_person *person, int workshop);

#endif
