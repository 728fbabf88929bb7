#include "store/random_gesture.h"

#include <string.h>

#include "app/merge.h"
#include "base/error.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "intake/import.h"
#include "store/random_row.h"

struct gesture_making {
	GRand *rand;
	Store *store;
	struct gesture_tally *tally;
};

static guint
random_table(GRand *rand)
{
	guint n = 0;
	while (entities[n] != NULL)
		n++;
	return (guint)g_rand_int_range(rand, 0, (gint32)n);
}

static bool
insert_one(struct gesture_making *making, GError **error)
{
	guint table = random_table(making->rand);
	void *row = random_row(making->rand, making->store, entities[table]);
	if (row == NULL)
		return true;
	bool done = store_insert(making->store, entities[table], row, error);
	making->tally->rows[table][TALLY_INSERT] += done;
	entity_free(entities[table], row);
	return done;
}

static bool
update_one(struct gesture_making *making, GError **error)
{
	guint table = random_table(making->rand);
	const struct entity *entity = entities[table];
	gint64 id =
		entity_never_changes(entity) ? 0 : random_id(making->rand, making->store, entity);
	if (id == 0)
		return true;
	void *row = store_get(making->store, entity, id, error);
	if (row == NULL)
		return false;
	random_change(making->rand, making->store, entity, row);
	bool done = store_update(making->store, entity, row, error);
	making->tally->rows[table][TALLY_UPDATE] += done;
	entity_free(entity, row);
	return done;
}

static bool
delete_one(struct gesture_making *making, GError **error)
{
	guint table = random_table(making->rand);
	gint64 id = random_id_of_few(making->rand, making->store, entities[table]);
	bool done = id == 0 || store_delete(making->store, entities[table], id, error);
	making->tally->rows[table][TALLY_DELETE] += done && id != 0;
	return done;
}

static bool
change_one(struct gesture_making *making, GError **error)
{
	gint32 dice = g_rand_int_range(making->rand, 0, 100);
	if (dice < 55)
		return insert_one(making, error);
	return dice < 85 ? update_one(making, error) : delete_one(making, error);
}

static bool
change_several(struct gesture_making *making, GError **error)
{
	gint32 n = g_rand_int_range(making->rand, 2, 9);
	for (gint32 i = 0; i < n; i++)
		if (!change_one(making, error))
			return false;
	return true;
}

static bool
merge_two(struct gesture_making *making, GError **error)
{
	const struct entity *entity =
		g_rand_boolean(making->rand) ? &entity_person : &entity_organisation;
	gint64 kept = random_id(making->rand, making->store, entity);
	gint64 merged = random_id(making->rand, making->store, entity);
	if (kept == 0 || kept == merged)
		return true;
	bool done = merge_rows(making->store, entity, kept, merged, error);
	making->tally->merges += done;
	return done;
}

/* ---- imports ------------------------------------------------------------------------------------
 */

static char *
cell(GRand *rand, guint length)
{
	g_autofree char *words = random_words(rand, length, false);
	return g_strdelimit(g_steal_pointer(&words), ";\"\n", ' ');
}

static GString *
random_table_text(GRand *rand)
{
	GString *text = g_string_new("Nom;Prénom;Courriel;Organisme;Ville;Pourquoi venez-vous ?\n");
	gint32 n = g_rand_int_range(rand, 1, 9);
	for (gint32 i = 0; i < n; i++) {
		g_autofree char *last = cell(rand, 30), *first = cell(rand, 20);
		g_autofree char *body = cell(rand, 40), *why = cell(rand, 60);
		g_string_append_printf(text,
				       "Élan %s;Zoé %s;z%u@essai.example;Mairie de %s;Albi;%s\n",
				       last, first, g_rand_int(rand) % 1000, body, why);
	}
	return text;
}

static bool
import_some(struct gesture_making *making, GError **error)
{
	bool people = g_rand_boolean(making->rand);
	gint64 event = people ? 0 : random_id(making->rand, making->store, &entity_event);
	if (!people && event == 0)
		return true;
	g_autoptr(GString) text = random_table_text(making->rand);
	g_autoptr(ImportPlan) plan =
		import_plan(making->store, people ? IMPORT_PEOPLE : IMPORT_ATTENDEES, event,
			    text->str, text->len, NULL, error);
	if (plan == NULL)
		return false;
	import_decide(plan, g_rand_boolean(making->rand) ? DECIDE_NEW : DECIDE_SAME);
	struct import_choice choice = {.update = true};
	bool done = import_apply(making->store, plan, &choice, NULL, error);
	making->tally->imports += done;
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static bool
in_one_gesture(struct gesture_making *making, bool (*work)(struct gesture_making *, GError **),
	       GError **error)
{
	if (!store_begin(making->store, "test", error))
		return false;
	if (work(making, error))
		return store_commit(making->store, NULL, error);
	store_rollback(making->store);
	return false;
}

/* What the rules of the data may say to values that are drawn at random. */
static bool
is_refusal(const GError *error)
{
	static const int codes[] = {ERROR_INVALID, ERROR_CONFLICT, ERROR_REFERENCED,
				    ERROR_NOT_FOUND};
	for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
		if (g_error_matches(error, ATELIERS_ERROR, codes[i]))
			return true;
	return false;
}

bool
random_gesture(GRand *rand, Store *store, struct gesture_tally *tally, GError **error)
{
	struct gesture_making making = {.rand = rand, .store = store, .tally = tally};
	GError *reason = NULL;
	gint32 dice = g_rand_int_range(rand, 0, 100);
	bool done = dice < 70   ? in_one_gesture(&making, change_one, &reason)
		    : dice < 90 ? in_one_gesture(&making, change_several, &reason)
		    : dice < 95 ? in_one_gesture(&making, merge_two, &reason)
				: import_some(&making, &reason);
	tally->done += done;
	if (done)
		return true;
	if (is_refusal(reason)) {
		tally->refused++;
		g_clear_error(&reason);
		return true;
	}
	g_propagate_error(error, reason);
	return false;
}
