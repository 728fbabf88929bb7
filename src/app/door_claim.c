/* What only one of several rows can have: the name of a room, the one registration of somebody that
 * stands. Of two that claim it, the later word has it, whatever came first; who has it by nobody's
 * word keeps it. The other has what was said of it next, or what it had before, and its word is
 * left to be decided. */
#include <string.h>

#include "app/door_merge_private.h"
#include "base/error.h"

static bool
is_refusal(const GError *reason)
{
	return g_error_matches(reason, ATELIERS_ERROR, ERROR_CONFLICT) ||
	       g_error_matches(reason, ATELIERS_ERROR, ERROR_INVALID) ||
	       g_error_matches(reason, ATELIERS_ERROR, ERROR_REFERENCED);
}

/* REFUSED: the rules of the data do not let it stand. */
static bool
value_write(Store *store, const struct entity *entity, gint64 id, const struct door_register *one,
	    const char *value, bool *refused, GError **error)
{
	GError *reason = NULL;
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	register_set(one, row, value);
	bool done = store_update(store, entity, row, &reason);
	entity_free(entity, row);
	*refused = !done && is_refusal(reason);
	if (*refused)
		g_clear_error(&reason);
	else if (!done)
		g_propagate_error(error, reason);
	return done || *refused;
}

/* The row that has what VALUE claims for the row ID; 0: none. */
static bool
holder_find(Store *store, const struct entity *entity, gint64 id, const struct door_register *one,
	    const char *value, gint64 *holder, GError **error)
{
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	register_set(one, row, value);
	if (entity->prepare != NULL)
		entity->prepare(row);
	bool done = door_same_find(store, entity, row, holder, error);
	entity_free(entity, row);
	return done;
}

/* True when the holder has it by an earlier word of its OPEN ones than WORD, or only because all of
 * them had to give way. */
static bool
is_weaker(Store *store, const struct entity *entity, gint64 holder, const struct door_register *one,
	  const GPtrArray *open, const struct door_word *word, bool *weaker, GError **error)
{
	void *row = store_get(store, entity, holder, error);
	if (row == NULL)
		return false;
	g_autofree char *has = register_image(one, row);
	entity_free(entity, row);
	*weaker = open->len > 0;
	for (guint i = 0; i < open->len; i++) {
		const struct door_word *his = open->pdata[i];
		if (register_same(one, his->value, has)) {
			*weaker = door_said_order(&his->said, &word->said) < 0;
			break;
		}
	}
	return true;
}

static const char *
latest_of(const GPtrArray *open)
{
	return ((const struct door_word *)open->pdata[0])->value;
}

/* What is in nobody's way: a registration that does not stand, the name with a number. */
static void
aside_set(const struct entity *entity, const struct door_register *one, void *row,
	  const char *value)
{
	void *wanted = entity_copy(entity, row);
	register_set(one, wanted, value);
	g_autofree char *name =
		g_strdup_printf("%s (%" G_GINT64_FORMAT ")", field_get(one->head, wanted).text,
				((const struct row_head *)row)->id % 1000);
	entity_free(entity, wanted);
	field_set(one->head, row,
		  value_text(entity == &entity_attendee ? door_status_aside() : name));
	for (guint i = 0; entity == &entity_attendee && one->also[i] != NULL; i++)
		field_set(one->also[i], row, value_text(NULL));
}

/* Rows whose key is rows themselves cannot step aside. */
static bool
step_aside(Store *store, const struct entity *entity, gint64 id, const struct door_register *one,
	   const char *value, bool *refused, GError **error)
{
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	*refused = one->head->kind == FIELD_REFERENCE;
	if (!*refused)
		aside_set(entity, one, row, value);
	g_autofree char *aside = register_image(one, row);
	entity_free(entity, row);
	return *refused || value_write(store, entity, id, one, aside, refused, error);
}

/* ---- claiming -----------------------------------------------------------------------------------
 */

/* What the holder's words are is read while it has what they say. */
static bool
claim_from(struct bringing *bringing, const struct entity *entity, gint64 id,
	   const struct door_register *one, const struct door_word *word, gint64 holder,
	   bool *refused, GError **error)
{
	Store *store = bringing->home;
	bool weaker = false, changed = false;
	g_autoptr(GArray) words = door_words_load(bringing, entity, holder, one, error);
	g_autoptr(GPtrArray) open = words != NULL ? door_words_open(words) : NULL;
	if (open == NULL || !is_weaker(store, entity, holder, one, open, word, &weaker, error))
		return false;
	if (!weaker)
		return true;
	if (entity == &entity_attendee)
		g_hash_table_add(bringing->looked, g_memdup2(&holder, sizeof holder));
	if (!step_aside(store, entity, holder, one, latest_of(open), refused, error))
		return false;
	return *refused ||
	       (value_write(store, entity, id, one, word->value, refused, error) &&
		door_words_settle(bringing, entity, holder, one, words, &changed, error));
}

static bool
claim_try(struct bringing *bringing, const struct entity *entity, gint64 id,
	  const struct door_register *one, const struct door_word *word, bool *refused,
	  GError **error)
{
	gint64 holder = 0;
	if (!value_write(bringing->home, entity, id, one, word->value, refused, error))
		return false;
	if (!*refused)
		return true;
	return holder_find(bringing->home, entity, id, one, word->value, &holder, error) &&
	       (holder == 0 || claim_from(bringing, entity, id, one, word, holder, refused, error));
}

/* What it had before anybody said otherwise, as far as that is known and free. */
static bool
fall_back(struct bringing *bringing, const struct entity *entity, gint64 id,
	  const struct door_register *one, const GPtrArray *open, GError **error)
{
	bool refused = false;
	g_autofree char *before = NULL;
	if (!door_value_before(bringing, entity, id, one, &before, error) ||
	    (before != NULL &&
	     !value_write(bringing->home, entity, id, one, before, &refused, error)))
		return false;
	return !refused ||
	       step_aside(bringing->home, entity, id, one, latest_of(open), &refused, error);
}

bool
door_claim(struct bringing *bringing, const struct entity *entity, gint64 id,
	   const struct door_register *one, GArray *words, GError **error)
{
	g_autoptr(GPtrArray) open = door_words_open(words);
	for (guint i = 0; i < open->len; i++) {
		bool refused = false;
		if (!claim_try(bringing, entity, id, one, open->pdata[i], &refused, error))
			return false;
		if (!refused)
			return true;
	}
	return open->len == 0 || fall_back(bringing, entity, id, one, open, error);
}

/* A new row whose name another has, which the copy knows under another name. */
static bool
claim_new(struct bringing *bringing, const struct said_row *row, void *mine,
	  const struct door_register *one, GError **error)
{
	bool changed = false;
	g_autofree char *value = register_image(one, mine);
	aside_set(row->entity, one, mine, value);
	if (!store_bring(bringing->home, row->entity, mine, error))
		return false;
	g_autoptr(GArray) words = door_words_load(bringing, row->entity, row->id, one, error);
	if (words == NULL)
		return false;
	door_words_add(bringing, words, row->entity, one, door_register_member(row, one), value);
	return door_words_settle(bringing, row->entity, row->id, one, words, &changed, error);
}

bool
door_bring_new(struct bringing *bringing, const struct said_row *row, void *mine, GError **error)
{
	gint64 holder = 0;
	const char *head = door_key_head(row->entity);
	if (head != NULL && !door_same_find(bringing->home, row->entity, mine, &holder, error))
		return false;
	if (holder == 0)
		return store_bring(bringing->home, row->entity, mine, error);
	struct door_register one = door_register_named(row->entity, head);
	return claim_new(bringing, row, mine, &one, error);
}

/* The row that is there makes room for it, and claims it back. */
bool
door_revive_apart(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 twin,
		  bool *revived, GError **error)
{
	bool refused = false, changed = false;
	struct door_register one = door_register_named(entity, door_key_head(entity));
	void *row = store_get(bringing->home, entity, twin, error);
	if (row == NULL)
		return false;
	g_autofree char *has = register_image(&one, row);
	entity_free(entity, row);
	g_autoptr(GArray) words = door_words_load(bringing, entity, twin, &one, error);
	if (words == NULL || !step_aside(bringing->home, entity, twin, &one, has, &refused, error))
		return false;
	return refused ||
	       (door_give_back(bringing, entity, id, revived, error) &&
		(words->len > 0
			 ? door_words_settle(bringing, entity, twin, &one, words, &changed, error)
			 : value_write(bringing->home, entity, twin, &one, has, &refused, error)));
}

/* ---- claiming again -----------------------------------------------------------------------------
 */

static bool
claim_again(struct bringing *bringing, const struct door_conflict *conflict, bool *changed,
	    GError **error)
{
	const struct entity *entity = entity_of_table(conflict->table_name);
	struct door_register one =
		entity != NULL && strcmp(conflict->kind, "changed") == 0 && door_has_twins(entity)
			? door_register_named(entity, conflict->member)
			: (struct door_register){.head = NULL};
	void *row =
		one.head != NULL ? store_get(bringing->home, entity, conflict->row_id, NULL) : NULL;
	if (row == NULL)
		return true;
	g_autofree char *has = register_image(&one, row);
	entity_free(entity, row);
	g_autoptr(GArray) words = door_words_load(bringing, entity, conflict->row_id, &one, error);
	g_autoptr(GPtrArray) open = words != NULL ? door_words_open(words) : NULL;
	if (open == NULL || open->len == 0 || register_same(&one, latest_of(open), has))
		return open != NULL;
	return door_words_settle(bringing, entity, conflict->row_id, &one, words, changed, error);
}

/* Each change frees something for an earlier word than the one that took its place. */
bool
door_claims_again(struct bringing *bringing, GError **error)
{
	bool changed = true;
	for (guint rounds = 0; changed && rounds < 100; rounds++) {
		g_autoptr(Rows) rows = store_of(bringing->home, &entity_door_conflict, "event_id",
						bringing->out->event_id, error);
		changed = false;
		if (rows == NULL)
			return false;
		for (guint i = 0; i < rows->n; i++)
			if (!claim_again(bringing, rows->row[i], &changed, error))
				return false;
	}
	return true;
}
