#include "core/duplicate.h"

#include "base/i18n.h"
#include "core/duplicate_buckets.h"

struct buckets {
	GHashTable *by_key; /* key → GArray of guint */
	GPtrArray *order;   /* the same arrays, in the order in which they were begun */
};

static const struct {
	const char *code, *label;
} certainties[] = {
	[CERTAINTY_NONE] = {"none", N_("no")},
	[CERTAINTY_POSSIBLE] = {"possible", N_("possible")},
	[CERTAINTY_PROBABLE] = {"probable", N_("probable")},
	[CERTAINTY_CERTAIN] = {"certain", N_("certain")},
};

const char *
certainty_text(enum certainty certainty)
{
	return _(certainties[certainty].label);
}

const char *
certainty_code(enum certainty certainty)
{
	return certainties[certainty].code;
}

/* ---- buckets ------------------------------------------------------------------------------------
 */

static void
bucket_free(gpointer bucket)
{
	g_array_unref(bucket);
}

Buckets *
buckets_new(void)
{
	Buckets *buckets = g_new(Buckets, 1);
	buckets->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	buckets->order = g_ptr_array_new_with_free_func(bucket_free);
	return buckets;
}

void
buckets_free(Buckets *buckets)
{
	g_hash_table_destroy(buckets->by_key);
	g_ptr_array_unref(buckets->order);
	g_free(buckets);
}

void
buckets_add(Buckets *buckets, char *key, guint index)
{
	g_autofree char *owned = key;
	if (key == NULL || *key == '\0')
		return;
	GArray *bucket = g_hash_table_lookup(buckets->by_key, key);
	if (bucket == NULL) {
		bucket = g_array_new(FALSE, FALSE, sizeof(guint));
		g_ptr_array_add(buckets->order, bucket);
		g_hash_table_insert(buckets->by_key, g_steal_pointer(&owned), bucket);
	}
	if (bucket->len == 0 || g_array_index(bucket, guint, bucket->len - 1) != index)
		g_array_append_val(bucket, index);
}

/* ---- pairs --------------------------------------------------------------------------------------
 */

struct comparing {
	pair_compare compare;
	gpointer user;
	GHashTable *seen; /* pairs of indexes, one number each */
	GArray *found;
};

/* Of both indexes: g_int64_hash() takes the lower half alone in GLib 2.74, and then all pairs with
 * one row in common meet. The multiplier is that of Fibonacci hashing (Knuth, TAOCP 3, §6.4). */
static guint
pair_hash(gconstpointer pair)
{
	return (guint)((*(const guint64 *)pair * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 32);
}

static void
pair_take(struct comparing *comparing, guint a, guint b)
{
	gint64 pair = ((gint64)MIN(a, b) << 32) | MAX(a, b);
	if (g_hash_table_contains(comparing->seen, &pair))
		return;
	g_hash_table_add(comparing->seen, g_memdup2(&pair, sizeof pair));
	comparing->compare(a, b, comparing->found, comparing->user);
}

static void
bucket_compare(struct comparing *comparing, const GArray *bucket)
{
	for (guint i = 0; i < bucket->len; i++)
		for (guint j = i + 1; j < bucket->len; j++)
			pair_take(comparing, g_array_index(bucket, guint, i),
				  g_array_index(bucket, guint, j));
}

static int
by_certainty(gconstpointer a, gconstpointer b)
{
	const struct duplicate *one = a, *two = b;
	if (one->certainty != two->certainty)
		return one->certainty > two->certainty ? -1 : 1;
	if (one->first != two->first)
		return one->first < two->first ? -1 : 1;
	return one->second < two->second ? -1 : one->second > two->second ? 1 : 0;
}

#define PROGRESS_STEP 256

GArray *
buckets_compare(const Buckets *buckets, guint limit, pair_compare compare, gpointer user,
		duplicate_progress progress, gpointer progress_user)
{
	struct comparing comparing = {
		.compare = compare,
		.user = user,
		.seen = g_hash_table_new_full(pair_hash, g_int64_equal, g_free, NULL),
		.found = g_array_new(FALSE, FALSE, sizeof(struct duplicate)),
	};
	bool going = true;
	for (guint i = 0; going && i < buckets->order->len; i++) {
		const GArray *bucket = buckets->order->pdata[i];
		if (bucket->len <= limit)
			bucket_compare(&comparing, bucket);
		if (progress != NULL && i % PROGRESS_STEP == 0)
			going = progress(i, buckets->order->len, progress_user);
	}
	g_hash_table_destroy(comparing.seen);
	if (going)
		g_array_sort(comparing.found, by_certainty);
	else
		g_clear_pointer(&comparing.found, g_array_unref);
	return comparing.found;
}

void
duplicate_add(GArray *found, gint64 a, gint64 b, enum certainty certainty, const char *reason)
{
	struct duplicate duplicate = {MIN(a, b), MAX(a, b), certainty, reason};
	if (certainty != CERTAINTY_NONE)
		g_array_append_val(found, duplicate);
}
