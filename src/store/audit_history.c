/* The history held against itself and against the rows.
 *
 * What holds, whatever was done (gesture.c, write.c, change_undo.c, erase.c): a gesture has
 * changes, numbered from 1 on. An undo names the gesture that it took back, a redo the undo; a
 * gesture is marked as undone while an undo of it stands. A row begins with revision 1 and each
 * later change of it, coming back included, makes one more: so its revision is the number of its
 * insertions and changes, one more when it was there before the first gesture (the reference data
 * of a new file). Erasure blanks images and keeps changes.
 */
#include <string.h>

#include "base/i18n.h"
#include "core/reference.h"
#include "store/audit_private.h"
#include "store/door_private.h"

static const struct {
	const char *sql;
	const char *words; /* msgid; the number follows */
} rules[] = {
	{"SELECT count(*) FROM change WHERE NOT EXISTS (SELECT 1 FROM gesture WHERE gesture.id = "
	 "gesture_id)",
	 N_("changes of which it is not known who made them")},
	{"SELECT count(*) FROM gesture WHERE NOT EXISTS (SELECT 1 FROM change WHERE gesture_id = "
	 "gesture.id)",
	 N_("entries of the history without what they changed")},
	{"SELECT count(*) FROM (SELECT 1 AS gap FROM change GROUP BY gesture_id HAVING count(*) <> "
	 "max(position)) AS gaps",
	 N_("entries of the history of which some changes are missing")},
	{"SELECT count(*) FROM gesture WHERE (kind = 'undo' OR kind = 'redo') AND NOT EXISTS "
	 "(SELECT "
	 "1 FROM gesture AS target WHERE target.id = gesture.target AND target.kind = CASE "
	 "gesture.kind WHEN 'undo' THEN 'do' ELSE 'undo' END)",
	 N_("undone or done again, and what it was is missing")},
	{"SELECT count(*) FROM gesture WHERE kind = 'do' AND undone <> CASE WHEN id IN (SELECT "
	 "target FROM gesture AS later WHERE later.kind = 'undo' AND later.undone = 0) THEN 1 ELSE "
	 "0 END",
	 N_("marked as undone against what the history says, or not marked")},
};

static void
gap_add(GPtrArray *gaps, const char *words, guint n)
{
	if (n > 0)
		g_ptr_array_add(gaps, g_strdup_printf(_("%s: %u"), words, n));
}

static bool
rules_audit(Store *store, GPtrArray *gaps, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
		gint64 n = 0;
		if (!store_number(store, rules[i].sql, NULL, 0, 0, &n, error))
			return false;
		gap_add(gaps, _(rules[i].words), (guint)n);
	}
	return true;
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

/* What the history says of one row. */
struct life {
	guint steps;   /* insertions and changes */
	bool born;     /* it began with an insertion */
	bool deleted;  /* and ended so */
	bool met;      /* the row is there */
	guint8 entity; /* place in entities[] */
};

struct lives {
	GHashTable *of;    /* id → struct life */
	const char *table; /* the last one that was looked up */
	guint8 entity;
	guint wrong, unborn; /* revisions that do not agree, rows without history */
	bool taken;          /* the ground is what the centre gave along */
	const struct entity *now;
};

static guint8
table_place(struct lives *lives, const char *table)
{
	if (lives->table != NULL && strcmp(lives->table, table) == 0)
		return lives->entity;
	guint8 i = 0;
	while (entities[i] != NULL && strcmp(entities[i]->table, table) != 0)
		i++;
	lives->table = g_intern_string(table);
	lives->entity = i;
	return i;
}

static bool
change_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct lives *lives = user;
	gint64 id = store_column_integer(store, cursor, 1);
	struct life *life = g_hash_table_lookup(lives->of, &id);
	guint8 entity = table_place(lives, store_column(store, cursor, 0).text);
	char operation = *store_column(store, cursor, 2).text;
	if (life == NULL) {
		life = g_new0(struct life, 1);
		life->born = operation == 'i';
		life->entity = entity;
		g_hash_table_insert(lives->of, g_memdup2(&id, sizeof id), life);
	}
	life->steps += operation != 'd';
	life->deleted = operation == 'd';
	return true;
}

/* The reference data of a new file is the ground that gestures stand on (seed.c); in a copy that
 * was taken along, all that it was made with. */
static bool
is_seeded(const struct lives *lives)
{
	const struct entity *entity = lives->now;
	return lives->taken || entity == &entity_territory || entity == &entity_holiday_period;
}

static bool
rev_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct lives *lives = user;
	gint64 id = store_column_integer(store, cursor, 0);
	gint64 rev = store_column_integer(store, cursor, 1);
	struct life *life = g_hash_table_lookup(lives->of, &id);
	if (life == NULL) {
		lives->unborn += !is_seeded(lives);
		lives->wrong += is_seeded(lives) && rev != 1 && !lives->taken;
		return true;
	}
	life->met = true;
	bool grounded = lives->taken && !life->born; /* its revision began elsewhere */
	lives->wrong += life->deleted || (!grounded && rev != (gint64)life->steps + !life->born);
	return true;
}

static guint
lives_unmet(const struct lives *lives)
{
	GHashTableIter iter;
	gpointer value = NULL;
	guint n = 0;
	g_hash_table_iter_init(&iter, lives->of);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct life *life = value;
		n += !life->deleted && !life->met && entities[life->entity] != NULL;
	}
	return n;
}

static bool
lives_compare(Store *store, struct lives *lives, GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++) {
		g_autofree char *sql =
			g_strdup_printf("SELECT id, rev FROM %s", entities[i]->table);
		lives->now = entities[i];
		if (!store_each(store, sql, NULL, 0, rev_row, lives, error))
			return false;
	}
	return true;
}

static bool
rows_audit(Store *store, GPtrArray *gaps, GError **error)
{
	gint64 taken = 0;
	if (!taken_read(store, &taken, error))
		return false;
	struct lives lives = {.taken = taken != 0,
			      .of = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
							  g_free)};
	bool done = store_each(store,
			       "SELECT table_name, row_id, operation FROM change ORDER BY "
			       "gesture_id, position",
			       NULL, 0, change_row, &lives, error) &&
		    lives_compare(store, &lives, error);
	if (done) {
		gap_add(gaps, _("rows that the history does not know"), lives.unborn);
		gap_add(gaps, _("rows that are gone, and the history does not say how"),
			lives_unmet(&lives));
		gap_add(gaps, _("rows changed otherwise than the history says"), lives.wrong);
	}
	g_hash_table_destroy(lives.of);
	return done;
}

bool
audit_history(Store *store, GPtrArray *gaps, GError **error)
{
	return rules_audit(store, gaps, error) && rows_audit(store, gaps, error);
}
