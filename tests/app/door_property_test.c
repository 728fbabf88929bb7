/* The office and two doors work apart, at random. Brought back in whatever order, and twice, the
 * copies give the same rows; taken back by undo and brought back again, they give them once more.
 *
 * DOOR_ROUNDS says how many times, CHANCE_SEED where to begin. A failure prints its seed. */
#include "app/door_scene.h"

#include "base/clock.h"
#include "base/error.h"
#include "store/audit.h"
#include "store/rounds.h"

enum { OFFICE, DOOR_A, DOOR_B, SITES };

struct world {
	GRand *rand;
	guint seed;
	const struct meeting *meeting;
	const char *base; /* folder of the files as they parted */
	char *folder;     /* of this round */
	char *paths[SITES];
	Store *stores[SITES];
	gint64 now;
	guint walked; /* serial of names */
	guint *done;  /* gestures that went through, of all rounds */
};

static const char *const file_names[] = {"home.db", "a.db", "b.db"};

/* Every round is what it is without the sanitizer too, which makes each of them five times as long.
 */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 200
#else
#define ROUNDS 1000
#endif

/* ---- gestures -----------------------------------------------------------------------------------
 */

static gint32
dice(struct world *world, gint32 n)
{
	return g_rand_int_range(world->rand, 0, n);
}

/* Several gestures may be made within one second. */
static void
tick(struct world *world)
{
	if (dice(world, 3) > 0)
		world->now += dice(world, 50);
	g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc(world->now);
	g_autofree char *text = g_date_time_format(at, "%Y-%m-%dT%H:%M:%SZ");
	g_setenv("ATELIERS_NOW", text, TRUE);
}

/* Of the rows that this site knows. */
static gint64
some_row(struct world *world, Store *store, const struct entity *entity)
{
	g_autoptr(Rows) rows = store_all(store, entity, NULL);
	return rows->n > 0 ? ((struct row_head *)rows->row[dice(world, (gint32)rows->n)])->id : 0;
}

static gint64
some_attendee(struct world *world, Store *store)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_attendee, "event_id", world->meeting->event, NULL);
	return rows->n > 0 ? ((struct row_head *)rows->row[dice(world, (gint32)rows->n)])->id : 0;
}

static bool
marks(struct world *world, Store *store)
{
	static const char *const states[] = {"present", "present", "present", "excused", "absent"};
	return door_says(store, some_attendee(world, store),
			 dice(world, 2) == 0 ? world->meeting->am : world->meeting->pm,
			 states[dice(world, 5)]);
}

static bool
represents(struct world *world, Store *store)
{
	bool marked = false;
	g_autofree char *name = g_strdup_printf("Remi Place%u", world->walked++);
	struct presence_said said = {.state = "represented",
				     .represented_by = name,
				     .origin = "checkin"};
	if (!store_begin(store, "presence_mark", NULL))
		return false;
	if (presence_note(store, some_attendee(world, store), world->meeting->am, &said, &marked,
			  NULL))
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

static bool
takes_back(struct world *world, Store *store)
{
	(void)world;
	return history_undo(store, 0, NULL, NULL);
}

static bool
edits_attendee(struct world *world, Store *store)
{
	static const char *const said[][2] = {
		{"first_name", "Zoe"},
		{"last_name", "Élan-Roux"},
		{"last_name", "Elan"},
		{"function", "Directrice"},
		{"function", "Chargée de mission"},
		{"function", ""},
		{"organisation", "Préfecture du Gard"},
		{"organisation", "Mairie de Nîmes"},
		{"organisation", ""},
		{"phone", "04 66 00 00 01"},
		{"email", "autre@essai.example"},
		{"diet", "sans porc"},
		{"remarks", "vient l’après-midi"},
		{"part", "organiser"},
	};
	gint32 i = dice(world, G_N_ELEMENTS(said));
	return door_sets(store, &noun_attendee, some_attendee(world, store), said[i][0],
			 said[i][1]);
}

static bool
edits_person(struct world *world, Store *store)
{
	static const char *const said[][2] = {
		{"last_name", "Élan-Roux"}, {"function", "Directrice"},
		{"function", "Élue"},       {"organisation", "Préfecture du Gard"},
		{"phone", "0466000002"},    {"email", "elle@essai.example"},
	};
	gint32 i = dice(world, G_N_ELEMENTS(said));
	return door_sets(store, &noun_person, some_row(world, store, &entity_person), said[i][0],
			 said[i][1]);
}

static bool
edits_organisation(struct world *world, Store *store)
{
	static const char *const said[][2] = {{"name", "Ville d’Alès"},
					      {"town", "Alès"},
					      {"family", "association"}};
	gint32 i = dice(world, G_N_ELEMENTS(said));
	return door_sets(store, &noun_organisation, some_row(world, store, &entity_organisation),
			 said[i][0], said[i][1]);
}

static bool
edits_room(struct world *world, Store *store)
{
	static const char *const said[][2] = {{"capacity", "30"},
					      {"capacity", "20"},
					      {"name", "Salle Nord"},
					      {"name", "Salle Sud"},
					      {"equipment", "écran"}};
	gint32 i = dice(world, G_N_ELEMENTS(said));
	return door_sets(store, &noun_room,
			 dice(world, 2) == 0 ? world->meeting->hall : world->meeting->cellar,
			 said[i][0], said[i][1]);
}

static bool
edits_session(struct world *world, Store *store)
{
	static const char *const said[][2] = {
		{"room", "Salle basse"},       {"room", "Grande salle"},
		{"title", "Atelier du matin"}, {"title", "Ouverture et accueil"},
		{"end_time", "16:30"},         {"start_time", "09:45"},
	};
	gint32 i = dice(world, G_N_ELEMENTS(said));
	return door_sets(store, &noun_session,
			 dice(world, 2) == 0 ? world->meeting->plenary : world->meeting->workshop,
			 said[i][0], said[i][1]);
}

static bool
walks_in(struct world *world, Store *store)
{
	static const char *const names[] = {"Tom Nouveau", "Eve Passante"};
	static const char *const bodies[] = {NULL, "Mairie d’Alès", "Association des Cévennes"};
	g_autofree char *name = g_strdup_printf("%s%u", names[dice(world, 2)], world->walked++);
	return door_walks_in(store, world->meeting->event, name, bodies[dice(world, 3)], NULL) != 0;
}

/* Somebody whom every copy knows, but who does not stand: registered anew at several sites. */
static bool
comes_all_the_same(struct world *world, Store *store)
{
	bool first = dice(world, 2) == 0;
	static const char *const bodies[] = {NULL, "Mairie d’Alès", "Préfecture du Gard"};
	return door_walks_in(store, world->meeting->event, first ? "Léa Granier" : "Luc Hugon",
			     bodies[dice(world, 3)],
			     first ? "Granier@essai.example" : "Hugon@essai.example") != 0;
}

static bool
promotes(struct world *world, Store *store)
{
	g_autoptr(Seats) seats = seats_load(store, world->meeting->event, NULL);
	struct seat_turn turn;
	gint64 next = seats != NULL && seats_next(seats, &turn) ? turn.asker.attendee_id : 0;
	if (next == 0 || !store_begin(store, "attendee_promote", NULL))
		return false;
	if (registration_promote(store, next, NULL, NULL))
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

/* Somebody who is there twice, once as withdrawn. */
static bool
turns(struct world *world, Store *store)
{
	static const char *const said[] = {"cancelled", "registered", "waiting", "registered"};
	return door_sets(store, &noun_attendee, world->meeting->twice[dice(world, 2)], "status",
			 said[dice(world, 4)]);
}

static bool
withdraws(struct world *world, Store *store)
{
	static const char *const said[] = {"cancelled", "cancelled", "registered", "waiting"};
	return door_sets(store, &noun_attendee, some_attendee(world, store), "status",
			 said[dice(world, 4)]);
}

static bool
removes(struct world *world, Store *store)
{
	gint64 id = some_attendee(world, store);
	if (id == 0 || !store_begin(store, "attendee_delete", NULL))
		return false;
	if (store_delete(store, &entity_attendee, id, NULL))
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

static bool
chooses(struct world *world, Store *store)
{
	gint64 attendee = some_attendee(world, store);
	if (attendee == 0 || !store_begin(store, "attendee_edit", NULL))
		return false;
	struct choice *choice = entity_new(&entity_choice);
	choice->attendee_id = attendee;
	choice->session_id = world->meeting->workshop;
	choice->rank = dice(world, 3);
	choice->assigned = dice(world, 2);
	bool done = store_insert(store, &entity_choice, choice, NULL);
	entity_free(&entity_choice, choice);
	if (done)
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

/* What only the centre does. */
static bool
makes_one(struct world *world, Store *store)
{
	const struct entity *entity = dice(world, 2) == 0 ? &entity_person : &entity_organisation;
	gint64 kept = some_row(world, store, entity), merged = some_row(world, store, entity);
	if (kept == merged ||
	    !store_begin(store, entity == &entity_person ? "person_merge" : "organisation_merge",
			 NULL))
		return false;
	store_about(store, entity, kept, 0, 1);
	if (merge_rows(store, entity, kept, merged, NULL))
		return store_commit(store, NULL, NULL);
	store_rollback(store);
	return false;
}

#define GESTURE(often, function)                                                                   \
	{                                                                                          \
		often, #function, function                                                         \
	}
static const struct {
	gint32 weight;
	const char *name;
	bool (*make)(struct world *world, Store *store);
} gestures[] = {
	GESTURE(30, marks),       GESTURE(3, represents),
	GESTURE(10, takes_back),  GESTURE(16, edits_attendee),
	GESTURE(6, edits_person), GESTURE(3, edits_organisation),
	GESTURE(4, edits_room),   GESTURE(5, edits_session),
	GESTURE(8, walks_in),     GESTURE(8, comes_all_the_same),
	GESTURE(4, promotes),     GESTURE(10, withdraws),
	GESTURE(3, removes),      GESTURE(2, chooses),
	GESTURE(1, makes_one),    GESTURE(8, turns),
};

/* What was done last there, with DOOR_TRACE. */
static void
trace(struct world *world, guint site, const char *name)
{
	gint64 last = 0;
	if (g_getenv("DOOR_TRACE") == NULL || !door_last_gesture(world->stores[site], &last, NULL))
		return;
	g_autoptr(GPtrArray) changes = history_changes(world->stores[site], last, NULL);
	print_message("# %s: %s at %s\n", file_names[site], name, g_getenv("ATELIERS_NOW"));
	for (guint i = 0; i < changes->len; i++) {
		const struct gesture_change *change = changes->pdata[i];
		print_message("#    %s %s %" G_GINT64_FORMAT " %s -> %s\n", change->operation,
			      change->entity->table, change->row_id,
			      change->before != NULL ? change->before : "",
			      change->after != NULL ? change->after : "");
	}
}

static void
gesture_make(struct world *world, guint site)
{
	gint32 all = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(gestures); i++)
		all += gestures[i].weight;
	gint32 at = dice(world, all);
	tick(world);
	for (gsize i = 0; i < G_N_ELEMENTS(gestures); i++) {
		at -= gestures[i].weight;
		if (at < 0) {
			bool made = gestures[i].make(world, world->stores[site]);
			world->done[i] += made;
			if (made)
				trace(world, site, gestures[i].name);
			return;
		}
	}
}

/* ---- a round ------------------------------------------------------------------------------------
 */

static void
world_open(struct world *world, const char *folder)
{
	world->folder = g_build_filename(folder, "round", NULL);
	g_mkdir(world->folder, 0700);
	for (guint i = 0; i < SITES; i++) {
		g_autofree char *from = g_build_filename(world->base, file_names[i], NULL);
		world->paths[i] = g_build_filename(world->folder, file_names[i], NULL);
		door_file_copy(from, world->paths[i]);
		world->stores[i] = door_at(world->paths[i], i == OFFICE   ? "nadia"
							    : i == DOOR_A ? "lea"
									  : "marc");
	}
}

static void
stores_close(struct world *world)
{
	for (guint i = 0; i < SITES; i++)
		g_clear_pointer(&world->stores[i], store_close);
}

static void
world_close(struct world *world)
{
	stores_close(world);
	for (guint i = 0; i < SITES; i++)
		g_free(world->paths[i]);
	folder_remove(world->folder);
	g_free(world->folder);
}

/* Everybody works; now and then one door is brought back, and goes on. */
static void
everybody_works(struct world *world)
{
	gint32 n = 8 + dice(world, (gint32)rounds("DOOR_GESTURES", 28));
	for (gint32 i = 0; i < n; i++) {
		gesture_make(world, (guint)dice(world, SITES));
		guint door = DOOR_A + (guint)dice(world, 2);
		if (dice(world, 40) == 0) {
			door_back_quietly(world->stores[OFFICE], world->paths[door]);
			trace(world, OFFICE, file_names[door]);
		}
	}
}

/* ---- bringing back ------------------------------------------------------------------------------
 */

/* Each order, and in one of them all once more. */
static const char *const orders[][2] = {{"AB", "BA"}, {"BA", ""}};

static Store *
office_again(struct world *world)
{
	g_autofree char *path = g_build_filename(world->folder, "again.db", NULL);
	store_files_remove(path);
	door_file_copy(world->paths[OFFICE], path);
	return door_at(path, "nadia");
}

static void
brought_back(struct world *world, Store *store, const char *order)
{
	for (; *order != '\0'; order++) {
		GError *error = NULL;
		DoorReport *report =
			door_merge(store, world->paths[*order == 'A' ? DOOR_A : DOOR_B], false,
				   &error);
		if (report == NULL)
			fail_msg("CHANCE_SEED=%u: %s", world->seed, error->message);
		door_report_free(report);
	}
}

static void
assert_sound(struct world *world, Store *store)
{
	g_autoptr(GPtrArray) problems = store_doctor(store, NULL);
	g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
	assert_non_null(problems);
	assert_true(store_audit(store, problems, gaps, NULL));
	if (problems->len > 0)
		fail_msg("CHANCE_SEED=%u: %s", world->seed, (char *)problems->pdata[0]);
	if (gaps->len > 0)
		fail_msg("CHANCE_SEED=%u: %s", world->seed, (char *)gaps->pdata[0]);
}

static void
assert_same(struct world *world, const char *wanted, const char *got, const char *when)
{
	if (strcmp(wanted, got) == 0)
		return;
	g_autofree char *difference = door_difference(wanted, got);
	g_auto(GStrv) lines = g_strsplit(difference, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		print_message("# %.900s\n", lines[i]);
	fail_msg("CHANCE_SEED=%u: other rows %s", world->seed, when);
}

/* A value that went with a row is known again when its copy is brought back again. */
struct outcome {
	char *rows, *with_values;
	bool forgot;
};

static struct outcome
outcome_of(Store *store)
{
	return (struct outcome){door_photograph_of(store, false), door_photograph(store),
				door_forgot(store)};
}

static void
outcome_clear(struct outcome *outcome)
{
	g_free(outcome->rows);
	g_free(outcome->with_values);
}

static void
assert_outcome(struct world *world, const struct outcome *wanted, const struct outcome *got,
	       const char *when)
{
	if (wanted->forgot || got->forgot)
		assert_same(world, wanted->rows, got->rows, when);
	else
		assert_same(world, wanted->with_values, got->with_values, when);
}

/* What was brought after the gesture LAST, the latest first. */
static void
merges_undo(struct world *world, Store *store, gint64 last)
{
	g_autoptr(GPtrArray) done = history_list(store, 0, 0, NULL);
	for (guint i = 0; i < done->len; i++) {
		const struct gesture *gesture = done->pdata[i];
		GError *error = NULL;
		if (gesture->id > last && strcmp(gesture->kind, "do") == 0 &&
		    !history_undo(store, gesture->id, NULL, &error))
			fail_msg("CHANCE_SEED=%u: %s", world->seed, error->message);
	}
}

static void
undone_and_again(struct world *world, const struct outcome *wanted)
{
	gint64 last = 0;
	g_autoptr(Store) store = office_again(world);
	struct outcome before = outcome_of(store);
	assert_true(door_last_gesture(store, &last, NULL));
	brought_back(world, store, "AB");
	merges_undo(world, store, last);
	struct outcome undone = outcome_of(store);
	assert_outcome(world, &before, &undone, "when undone");
	brought_back(world, store, "BA");
	struct outcome again = outcome_of(store);
	assert_outcome(world, wanted, &again, "when undone and brought back again");
	outcome_clear(&before);
	outcome_clear(&undone);
	outcome_clear(&again);
}

static void
every_order(struct world *world)
{
	struct outcome first = {.rows = NULL};
	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autoptr(Store) store = office_again(world);
		brought_back(world, store, orders[i][0]);
		struct outcome all = outcome_of(store);
		if (i == 0)
			first = outcome_of(store);
		assert_outcome(world, &first, &all, orders[i][0]);
		brought_back(world, store, orders[i][1]);
		struct outcome twice = outcome_of(store);
		assert_outcome(world, &first, &twice, "when brought back twice");
		outcome_clear(&all);
		outcome_clear(&twice);
		if (i == 0 && world->seed % 4 == 0)
			assert_sound(world, store);
	}
	if (world->seed % 8 == 1)
		undone_and_again(world, &first);
	outcome_clear(&first);
}

static void
door_merge__gives_the_same_rows__in_every_order_and_twice(void **state)
{
	(void)state;
	guint n = rounds("DOOR_ROUNDS", ROUNDS), seed = rounds("CHANCE_SEED", 1);
	guint done[G_N_ELEMENTS(gestures)] = {0};
	struct fixture *fixture = fixture_in_memory();
	door_lighten(fixture->store);
	struct meeting meeting = door_meeting(fixture->store);
	g_autofree char *base = g_build_filename(fixture->folder, "base", NULL);
	g_mkdir(base, 0700);
	g_autofree char *home = g_build_filename(base, file_names[OFFICE], NULL);
	g_free(door_out(fixture->store, meeting.event, base, file_names[DOOR_A]));
	g_free(door_out(fixture->store, meeting.event, base, file_names[DOOR_B]));
	assert_true(store_backup(fixture->store, home, NULL));
	for (guint i = 0; i < n; i++) {
		struct world world = {.rand = g_rand_new_with_seed(seed + i),
				      .seed = seed + i,
				      .meeting = &meeting,
				      .base = base,
				      .now = 1795422600 + 3600, /* 2026-11-23, in the morning */
				      .done = done};
		if (g_getenv("DOOR_TRACE") != NULL)
			print_message("# round %u\n", world.seed);
		world_open(&world, fixture->folder);
		everybody_works(&world);
		stores_close(&world);
		every_order(&world);
		world_close(&world);
		g_rand_free(world.rand);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(gestures); i++)
		if (n >= 100 && done[i] == 0)
			fail_msg("gesture %zu never went through", i);
	fixture_close((void **)&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(door_merge__gives_the_same_rows__in_every_order_and_twice),
	};
	return test_run("door_property", tests);
}
