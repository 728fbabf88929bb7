/* People change jobs: what somebody was is kept when the directory learns what they are now. What
 * attendees declared is theirs and stays (data model, rule 3). */
#include <string.h>

#include "base/text.h"
#include "core/likeness.h"
#include "core/organisation.h"
#include "core/person.h"
#include "store/private.h"

/* A function that differs by no more letters than these was misspelt, not left. */
#define SLIP 2

static bool
is_another(const char *before, const char *now)
{
	g_autofree char *old = text_search_key(before);
	g_autofree char *new = text_search_key(now);
	return before != NULL && now != NULL && strstr(new, old) == NULL &&
	       strstr(old, new) == NULL && likeness_edits(old, new, SLIP) > SLIP;
}

/* What was missing and is now known is no change of job; neither is an organisation cleared. */
static bool
is_left(const struct person *before, const struct person *now)
{
	if (before->organisation_id != 0 && now->organisation_id != 0 &&
	    before->organisation_id != now->organisation_id)
		return true;
	return before->organisation_id == now->organisation_id &&
	       is_another(before->function, now->function);
}

/* Of several changes in one gesture, the first says what somebody was. */
void
settle_post_note(Store *store, const void *stored, const void *row)
{
	const struct person *before = stored;
	if (strcmp(store->kind, "do") != 0 || store->final || store->brought ||
	    !is_left(before, row) || g_hash_table_contains(store->posts, &before->id))
		return;
	struct post *post = entity_new(&entity_post);
	post->person_id = before->id;
	post->organisation_id = before->organisation_id;
	text_set(&post->function, before->function);
	g_hash_table_insert(store->posts, &post->person_id, post);
}

/* The end of the one before is the beginning of this one. */
static bool
post_begin(Store *store, struct post *post, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_post, "person_id", post->person_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct post *earlier = rows->row[i];
		if (earlier->until != NULL && g_strcmp0(earlier->until, post->since) > 0)
			text_set(&post->since, earlier->until);
	}
	return rows != NULL;
}

static bool
organisation_is_there(Store *store, gint64 id)
{
	struct organisation *organisation =
		id != 0 ? store_get(store, &entity_organisation, id, NULL) : NULL;
	bool there = id == 0 || organisation != NULL;
	entity_free(&entity_organisation, organisation);
	return there;
}

/* Somebody who was merged away, went back to what they were, or whose organisation was made one
 * with another, has left nothing. */
static bool
still_left(Store *store, const struct post *post)
{
	if (!organisation_is_there(store, post->organisation_id))
		return false;
	struct person *now = store_get(store, &entity_person, post->person_id, NULL);
	struct person before = {.organisation_id = post->organisation_id,
				.function = post->function};
	bool left = now != NULL && is_left(&before, now);
	entity_free(&entity_person, now);
	return left;
}

bool
settle_posts(Store *store, GError **error)
{
	char today[11];
	store_today(store, today);
	bool done = true;
	GHashTableIter iter;
	gpointer value;
	g_hash_table_iter_init(&iter, store->posts);
	while (done && g_hash_table_iter_next(&iter, NULL, &value)) {
		struct post *post = value;
		if (!still_left(store, post))
			continue;
		text_set(&post->until, today);
		done = post_begin(store, post, error) &&
		       store_insert(store, &entity_post, post, error);
	}
	g_hash_table_remove_all(store->posts);
	return done;
}
