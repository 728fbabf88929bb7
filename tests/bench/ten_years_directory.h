/* What a file of ten years has apart from its events: gestures, reference data, places,
 * organisations and people. */
#ifndef BENCH_TEN_YEARS_DIRECTORY_H
#define BENCH_TEN_YEARS_DIRECTORY_H

#include <stdio.h>
#include <stdlib.h>

#include "bench/ten_years_words.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/reference.h"
#include "store/store.h"

#define EVENTS        1000
#define PEOPLE        20000
#define REGULARS      5000 /* who come to half of the seats */
#define ORGANISATIONS 3000
#define TOWNS         400
#define VENUES        250
#define CYCLES        25

struct known {
	char *first, *last, *function, *email;
	guint organisation;
	gint64 id;  /* 0: not in the directory yet */
	guint seen; /* the last event they registered for, and 1 */
};

struct plan {
	char date[11];
	guint size, days;
	bool morning; /* alone */
	bool past;
};

struct making {
	Store *store;
	struct chance chance;
	struct plan plans[EVENTS];
	guint biggest; /* the event of today */
	guint64 seats, due;
	char *towns[TOWNS];
	gint64 kinds[G_N_ELEMENTS(words_kind)], themes[G_N_ELEMENTS(words_theme)];
	gint64 cycles[CYCLES], venues[VENUES], rooms[VENUES][2];
	gint64 organisations[ORGANISATIONS];
	char *organisation_names[ORGANISATIONS];
	struct known people[PEOPLE];
	guint met; /* how many are in the directory */
};

/* ---- gestures -----------------------------------------------------------------------------------
 */

G_NORETURN static void
give_up(const GError *error)
{
	fprintf(stderr, "ten_years: %s\n", error != NULL ? error->message : "?");
	exit(EXIT_FAILURE);
}

static inline void
begin(struct making *making, const char *action)
{
	GError *error = NULL;
	if (!store_begin(making->store, action, &error))
		give_up(error);
}

static inline void
commit(struct making *making, const struct entity *entity, gint64 id, gint64 event, gint64 amount)
{
	GError *error = NULL;
	store_about(making->store, entity, id, event, amount);
	if (!store_commit(making->store, NULL, &error))
		give_up(error);
}

/* Its id; the row is freed. */
static inline gint64
insert(struct making *making, const struct entity *entity, void *row)
{
	GError *error = NULL;
	if (!store_insert(making->store, entity, row, &error))
		give_up(error);
	gint64 id = ((struct row_head *)row)->id;
	entity_free(entity, row);
	return id;
}

/* ---- what is there from the beginning -----------------------------------------------------------
 */

static inline void
reference_make(struct making *making)
{
	begin(making, "kind_new");
	for (guint i = 0; i < G_N_ELEMENTS(words_kind); i++) {
		struct kind *kind = entity_new(&entity_kind);
		text_set(&kind->name, words_kind[i]);
		kind->heading_proposed = kind->has_programme = 1;
		making->kinds[i] = insert(making, &entity_kind, kind);
	}
	for (guint i = 0; i < G_N_ELEMENTS(words_theme); i++) {
		struct theme *theme = entity_new(&entity_theme);
		text_set(&theme->name, words_theme[i]);
		making->themes[i] = insert(making, &entity_theme, theme);
	}
	for (guint i = 0; i < CYCLES; i++) {
		struct cycle *cycle = entity_new(&entity_cycle);
		cycle->title = g_strdup_printf("Cycle %u : %s", i + 1,
					       words_theme[i % G_N_ELEMENTS(words_theme)]);
		making->cycles[i] = insert(making, &entity_cycle, cycle);
	}
	commit(making, &entity_kind, making->kinds[0], 0, 1);
}

static inline void
venue_make(struct making *making, guint i)
{
	struct venue *venue = entity_new(&entity_venue);
	text_set(&venue->name, CHOSEN(&making->chance, words_venue));
	text_set(&venue->town, making->towns[i % TOWNS]);
	text_set(&venue->department, CHOSEN(&making->chance, words_department));
	venue->step_free = chance_is(&making->chance, 80);
	making->venues[i] = insert(making, &entity_venue, venue);
	for (guint k = 0; k < 2; k++) {
		struct room *room = entity_new(&entity_room);
		room->venue_id = making->venues[i];
		text_set(&room->name, k == 0 ? "Grande salle" : "Salle 1");
		room->capacity = k == 0 ? 180 : 30;
		room->step_free = 1;
		room->induction_loop = 0;
		making->rooms[i][k] = insert(making, &entity_room, room);
	}
}

/* One in fifty is another one's name written otherwise; one in ten waits to be classified. */
static inline void
organisation_make(struct making *making, guint i)
{
	guint form = i % G_N_ELEMENTS(words_body);
	bool again = i % 50 == 49;
	struct organisation *organisation = entity_new(&entity_organisation);
	organisation->name = again ? g_strconcat("La ", making->organisation_names[i - 7], NULL)
				   : g_strconcat(words_body[form],
						 making->towns[i / G_N_ELEMENTS(words_body)], NULL);
	organisation->classified = i % 10 != 0;
	text_set(&organisation->family, words_family[form]);
	text_set(&organisation->level, "local");
	if (chance_is(&making->chance, 30))
		text_set(&organisation->department, CHOSEN(&making->chance, words_department));
	making->organisation_names[i] = g_strdup(organisation->name);
	making->organisations[i] = insert(making, &entity_organisation, organisation);
}

static inline void
places_make(struct making *making)
{
	for (guint i = 0; i < TOWNS; i++)
		making->towns[i] = town_made(i);
	begin(making, "venue_new");
	for (guint i = 0; i < VENUES; i++)
		venue_make(making, i);
	commit(making, &entity_venue, making->venues[0], 0, VENUES);
	begin(making, "organisations_import");
	for (guint i = 0; i < ORGANISATIONS; i++)
		organisation_make(making, i);
	commit(making, &entity_organisation, making->organisations[0], 0, ORGANISATIONS);
}

/* ---- people -------------------------------------------------------------------------------------
 */

/* One in fifty is somebody known already, in capitals and without an address. */
static inline void
person_invent(struct making *making, guint i)
{
	struct chance *chance = &making->chance;
	struct known *known = &making->people[i];
	if (i % 50 == 49) {
		const struct known *other = &making->people[i - 1 - chance_of(chance, 40)];
		known->first = g_strdup(other->first);
		known->last = g_utf8_strup(other->last, -1);
		known->function = g_strdup(other->function);
		known->organisation = other->organisation;
		return;
	}
	known->first = g_strdup(CHOSEN(chance, words_first));
	known->last = last_name_made(chance);
	known->organisation = chance_of(chance, ORGANISATIONS);
	if (chance_is(chance, 80))
		known->function = g_strdup(CHOSEN(chance, words_function));
	if (chance_is(chance, 85))
		known->email = g_strdup_printf("p%u@%u.example", i, known->organisation);
}

static inline void
person_meet(struct making *making, struct known *known)
{
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, known->first);
	text_set(&person->last_name, known->last);
	text_set(&person->function, known->function);
	text_set(&person->email, known->email);
	text_set(&person->department, CHOSEN(&making->chance, words_department));
	person->organisation_id = making->organisations[known->organisation];
	known->id = insert(making, &entity_person, person);
	making->met++;
}

/* Somebody who has not been chosen for this event yet. */
static inline struct known *
person_choose(struct making *making, guint event)
{
	struct known *known = NULL;
	do
		known = &making->people[chance_of(&making->chance, chance_is(&making->chance, 50)
									   ? REGULARS
									   : PEOPLE)];
	while (known->seen == event + 1);
	known->seen = event + 1;
	if (known->id == 0)
		person_meet(making, known);
	return known;
}

#endif
