/* Who said what of one member, and whose word stands (core/door_said.h). */
#include <string.h>

#include "app/door_merge_private.h"
#include "base/error.h"

static void
word_clear(gpointer pointer)
{
	struct door_word *word = pointer;
	g_free(word->at);
	g_free(word->value);
}

static struct door_word *
word_at(GArray *words, guint i)
{
	return &g_array_index(words, struct door_word, i);
}

/* Of each origin the last word counts. */
static void
word_add(GArray *words, struct door_said said, const char *at, const char *value)
{
	for (guint i = 0; i < words->len; i++) {
		struct door_word *other = word_at(words, i);
		if (other->said.origin != said.origin)
			continue;
		if (other->said.gesture > said.gesture)
			return;
		g_array_remove_index(words, i);
		break;
	}
	struct door_word word = {.said = said, .at = g_strdup(at), .value = g_strdup(value)};
	word.said.at = word.at;
	g_array_append_val(words, word);
}

/* ---- what was said so far -----------------------------------------------------------------------
 */

static const char *
copy_uid(const struct bringing *bringing, gint64 id)
{
	const struct door_copy *copy = door_copy_find(bringing->copies, id);
	return copy != NULL ? copy->uid : "";
}

static struct door_said
stamp_said(const struct bringing *bringing, const struct door_stamp *stamp, bool withheld)
{
	const struct door_copy *copy = door_copy_find(bringing->copies, stamp->copy_id);
	gint64 base = copy != NULL ? copy->export_gesture : stamp->known_gesture;
	return (struct door_said){.origin = stamp->copy_id,
				  .uid = copy_uid(bringing, stamp->copy_id),
				  .gesture = stamp->said_gesture,
				  .known = stamp->known_gesture,
				  .base = withheld && copy != NULL ? -1 : base};
}

/* What does not stand is in the conflicts; of the rest the row itself has the value. */
static const char *
value_of(const GPtrArray *conflicts, gint64 origin, const char *head, const char *standing)
{
	for (guint i = 0; i < conflicts->len; i++) {
		const struct door_conflict *conflict = conflicts->pdata[i];
		if (strcmp(conflict->kind, "changed") == 0 && conflict->copy_id == origin &&
		    g_strcmp0(conflict->member, head) == 0)
			return conflict->value;
	}
	return standing;
}

/* A member that copies are not told: what the centre has, nobody there knew. */
static void
withheld_add(struct bringing *bringing, GArray *words, const struct door_register *one,
	     const void *row, const char *standing)
{
	for (guint i = 0; i < words->len; i++)
		if (word_at(words, i)->said.origin == 0)
			return;
	if (!field_missing(one->head, row))
		word_add(words, (struct door_said){.uid = ""}, bringing->out->exported_at,
			 standing);
}

static bool
words_fill(struct bringing *bringing, GArray *words, const struct entity *entity, const void *row,
	   const struct door_register *one, GError **error)
{
	gint64 id = ((const struct row_head *)row)->id;
	const char *head = one->head->name;
	bool withheld = door_withholds(entity, head);
	g_autofree char *standing = register_image(one, row);
	g_autofree char *at = NULL;
	struct door_said centre = {.uid = ""};
	g_autoptr(GArray) ids = door_alias_ids(bringing->home, entity, id, error);
	g_autoptr(GPtrArray) stamps =
		ids != NULL ? door_stamps_of(bringing->home, entity, id, error) : NULL;
	g_autoptr(GPtrArray) conflicts =
		stamps != NULL ? door_conflicts_of(bringing->home, entity, id, error) : NULL;
	if (conflicts == NULL || !door_centre_said(bringing, entity, ids, one, &centre, &at, error))
		return false;
	if (centre.gesture > 0)
		word_add(words, centre, at, value_of(conflicts, 0, head, standing));
	for (guint i = 0; i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		if (strcmp(stamp->member, head) == 0)
			word_add(words, stamp_said(bringing, stamp, withheld), stamp->said_at,
				 value_of(conflicts, stamp->copy_id, head, standing));
	}
	if (withheld)
		withheld_add(bringing, words, one, row, standing);
	return true;
}

GArray *
door_words_load(struct bringing *bringing, const struct entity *entity, gint64 id,
		const struct door_register *one, GError **error)
{
	void *row = store_get(bringing->home, entity, id, error);
	if (row == NULL)
		return NULL;
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct door_word));
	g_array_set_clear_func(words, word_clear);
	if (!words_fill(bringing, words, entity, row, one, error))
		g_clear_pointer(&words, g_array_unref);
	entity_free(entity, row);
	return words;
}

void
door_words_add(struct bringing *bringing, GArray *words, const struct entity *entity,
	       const struct door_register *one, const struct said_member *member, const char *value)
{
	bool withheld = door_withholds(entity, one->head->name);
	word_add(words,
		 (struct door_said){.origin = bringing->out->id,
				    .uid = bringing->out->uid,
				    .gesture = member->gesture,
				    .known = store_gesture(bringing->home),
				    .base = withheld ? -1 : bringing->out->export_gesture},
		 member->at, value);
}

void
door_words_join(GArray *words, GArray *other)
{
	for (guint i = 0; i < other->len; i++) {
		const struct door_word *word = word_at(other, i);
		word_add(words, word->said, word->at, word->value);
	}
}

/* ---- whose word stands --------------------------------------------------------------------------
 */

static bool
is_open(GArray *words, guint i)
{
	for (guint j = 0; j < words->len; j++)
		if (door_said_sees(&word_at(words, j)->said, &word_at(words, i)->said))
			return false;
	return true;
}

static gint
by_latest(gconstpointer a, gconstpointer b)
{
	const struct door_word *first = *(const struct door_word *const *)a;
	const struct door_word *second = *(const struct door_word *const *)b;
	return door_said_order(&second->said, &first->said);
}

GPtrArray *
door_words_open(GArray *words)
{
	GPtrArray *open = g_ptr_array_new();
	for (guint i = 0; i < words->len; i++)
		if (word_at(words, i)->value != NULL && is_open(words, i))
			g_ptr_array_add(open, word_at(words, i));
	g_ptr_array_sort(open, by_latest);
	return open;
}

/* ---- what does not stand ------------------------------------------------------------------------
 */

static bool
conflict_is_of(const struct door_conflict *conflict, const struct door_word *word, const char *head)
{
	return strcmp(conflict->kind, "changed") == 0 && conflict->copy_id == word->said.origin &&
	       g_strcmp0(conflict->member, head) == 0;
}

/* Conflicts of the register of which nothing is said any longer go. */
static bool
conflicts_drop(Store *store, const struct entity *entity, const void *row, const char *head,
	       GArray *kept, GError **error)
{
	g_autoptr(GPtrArray) conflicts =
		door_conflicts_of(store, entity, ((const struct row_head *)row)->id, error);
	for (guint i = 0; conflicts != NULL && i < conflicts->len; i++) {
		const struct door_conflict *conflict = conflicts->pdata[i];
		bool keep = strcmp(conflict->kind, "changed") != 0 ||
			    g_strcmp0(conflict->member, head) != 0;
		for (guint j = 0; j < kept->len; j++)
			keep |= conflict_is_of(conflict, g_array_index(kept, struct door_word *, j),
					       head);
		if (!keep && !store_delete(store, &entity_door_conflict, conflict->id, error))
			return false;
	}
	return conflicts != NULL;
}

/* Of several who say the same, the latest knows its particulars: the place on a waiting list. */
static const char *
value_latest(const struct door_register *one, const GPtrArray *open, const struct door_word *word)
{
	for (guint i = 0; i < open->len; i++) {
		const struct door_word *other = open->pdata[i];
		if (register_same(one, other->value, word->value))
			return other->value;
	}
	return word->value;
}

static bool
conflict_keep(struct bringing *bringing, const struct entity *entity, const void *row,
	      const char *head, const struct door_word *word, const char *value, GError **error)
{
	struct door_conflict_said said = {.event_id = bringing->out->event_id,
					  .copy_id = word->said.origin,
					  .row_id = ((const struct row_head *)row)->id,
					  .entity = entity,
					  .kind = "changed",
					  .member = head,
					  .at = word->at,
					  .value = value};
	door_speaks_of(entity, row, &said.attendee_id, &said.person_id);
	return door_conflict_set(bringing->home, &said, NULL, error);
}

static bool
others_keep(struct bringing *bringing, const struct entity *entity, const void *row,
	    const struct door_register *one, GArray *words, GError **error)
{
	g_autofree char *standing = register_image(one, row);
	g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(struct door_word *));
	for (guint i = 0; i < words->len; i++) {
		struct door_word *word = word_at(words, i);
		if (is_open(words, i) &&
		    (word->value == NULL || !register_same(one, word->value, standing)))
			g_array_append_val(kept, word);
	}
	g_autoptr(GPtrArray) open = door_words_open(words);
	bool done = conflicts_drop(bringing->home, entity, row, one->head->name, kept, error);
	for (guint i = 0; done && i < kept->len; i++) {
		const struct door_word *word = g_array_index(kept, struct door_word *, i);
		done = word->value == NULL ||
		       conflict_keep(bringing, entity, row, one->head->name, word,
				     value_latest(one, open, word), error);
	}
	return done;
}

bool
door_words_settle(struct bringing *bringing, const struct entity *entity, gint64 id,
		  const struct door_register *one, GArray *words, bool *changed, GError **error)
{
	void *row = store_get(bringing->home, entity, id, error);
	gint64 rev = row != NULL ? ((const struct row_head *)row)->rev : 0;
	bool done = row != NULL && door_claim(bringing, entity, id, one, words, error);
	entity_free(entity, row);
	row = done ? store_get(bringing->home, entity, id, error) : NULL;
	done = row != NULL && others_keep(bringing, entity, row, one, words, error);
	*changed |= row != NULL && ((const struct row_head *)row)->rev != rev;
	entity_free(entity, row);
	return done;
}
