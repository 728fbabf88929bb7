/* Who stands at the door: what is read, what answers to the query, the nearest first. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/nearly.h"
#include "core/status.h"
#include "screens/door_private.h"
#include "store/event_rows.h"

gint64
door_half_day(const struct door *door)
{
	return g_array_index(door->half_days, gint64, door->at);
}

const struct attendee *
door_row(struct door *door, Store *store, gint64 id)
{
	struct attendee *attendee = g_hash_table_lookup(door->rows, &id);
	if (attendee != NULL)
		return attendee;
	attendee = store_get(store, &entity_attendee, id, NULL);
	if (attendee != NULL)
		g_hash_table_insert(door->rows, g_memdup2(&id, sizeof id), attendee);
	return attendee;
}

/* ---- reading ------------------------------------------------------------------------------------
 */

void
door_count_anew(struct door *door)
{
	door->count = door_turnout(door->parts, door->arrivals);
}

void
door_parts_load(struct door *door, struct ui *ui)
{
	GError *error = NULL;
	GHashTable *parts = event_door_parts(ui->store, door->event_id, &error);
	ui_fail(ui, error);
	if (parts == NULL)
		return;
	g_hash_table_destroy(door->parts);
	door->parts = parts;
	door_count_anew(door);
}

static void
arrivals_load(struct door *door, struct ui *ui)
{
	GError *error = NULL;
	GHashTable *arrivals = half_day_arrivals(ui->store, door_half_day(door), &error);
	ui_fail(ui, error);
	if (arrivals == NULL)
		return;
	g_clear_pointer(&door->arrivals, g_hash_table_destroy);
	door->arrivals = arrivals;
	door_count_anew(door);
}

void
door_half_day_choose(struct door *door, struct ui *ui, guint at)
{
	door->at = at;
	g_free(door->words);
	door->words = half_day_words(ui->store, door_half_day(door));
	door->today = half_day_now(ui->store, door->event_id, NULL) == door_half_day(door);
	arrivals_load(door, ui);
	door->before = g_hash_table_size(door->arrivals);
}

void
door_load(struct door *door, struct ui *ui)
{
	GError *error = NULL;
	Index *index = store_index(ui->store, &entity_attendee, "event_id", door->event_id, NULL,
				   false, true, &error);
	ui_fail(ui, error);
	if (index == NULL)
		return;
	index_free(door->index);
	door->index = index;
	g_hash_table_remove_all(door->rows);
	door_parts_load(door, ui);
	arrivals_load(door, ui);
	door_refilter(door, ui);
}

/* How near a row is to what was typed: its whole number, the beginning of its last name, of its
 * first name; else something in it. Enter takes the nearest: "elan" is Élan before it is Delannoy.
 */
enum nearness {
	NEAR_NUMBER,
	NEAR_LAST_NAME,
	NEAR_FIRST_NAME,
	NEAR_SOMEWHERE,
	NEARNESSES,
};

/* More of them nobody reads. */
#define GUESSES_AT_MOST 20

/* First names are read row by row: not while hundreds still answer. */
#define READ_AT_MOST 100

static enum nearness
row_nearness(struct door *door, Store *store, gint64 id, const char *word)
{
	const struct attendee *attendee = door_row(door, store, id);
	if (attendee == NULL)
		return NEAR_SOMEWHERE;
	if (strcmp(attendee->number, word) == 0)
		return NEAR_NUMBER;
	g_autofree char *last = text_search_key(attendee->last_name);
	g_autofree char *first = text_search_key(attendee->first_name);
	if (g_str_has_prefix(last, word))
		return NEAR_LAST_NAME;
	return g_str_has_prefix(first, word) ? NEAR_FIRST_NAME : NEAR_SOMEWHERE;
}

/* A row's key begins with its last name. */
static bool
key_begins(const struct door *door, gint64 id, guint *from, const char *word)
{
	while (*from < door->index->n && door->index->id[*from] != id)
		(*from)++;
	return *from < door->index->n && g_str_has_prefix(door->index->key[*from], word);
}

static void
nearest_first(struct door *door, Store *store, const char *words)
{
	g_autofree char *word = g_strndup(words, strcspn(words, " "));
	g_autofree gint64 *sorted = g_new(gint64, door->n_shown + 1);
	g_autofree guint8 *near = g_new(guint8, door->n_shown + 1);
	bool read = door->n_shown <= READ_AT_MOST;
	guint from = 0, n = 0;
	for (guint i = 0; i < door->n_shown; i++)
		near[i] = read ? (guint8)row_nearness(door, store, door->shown[i], word)
			  : key_begins(door, door->shown[i], &from, word) ? NEAR_LAST_NAME
									  : NEAR_SOMEWHERE;
	for (guint8 nearness = 0; nearness < NEARNESSES; nearness++)
		for (guint i = 0; i < door->n_shown; i++)
			if (near[i] == nearness)
				sorted[n++] = door->shown[i];
	memcpy(door->shown, sorted, n * sizeof *sorted);
}

static gint64
number_find(const struct door *door, Store *store, const char *number)
{
	struct attendee *attendee = event_attendee_of_number(store, door->event_id, number, NULL);
	gint64 id = attendee != NULL ? attendee->id : 0;
	if (attendee != NULL)
		entity_free(&entity_attendee, attendee);
	return id;
}

/* A number is somebody's, however many others have its digits somewhere. */
static void
number_first(struct door *door, Store *store, const char *words)
{
	bool digits = strspn(words, "0123456789") == strlen(words);
	gint64 id = digits ? number_find(door, store, words) : 0;
	guint at = 0;
	while (id != 0 && at < door->n_shown && door->shown[at] != id)
		at++;
	if (id == 0 || at == door->n_shown)
		return;
	memmove(door->shown + 1, door->shown, at * sizeof *door->shown);
	door->shown[0] = id;
}

/* ---- nobody answers: who may be meant -----------------------------------------------------------
 */

struct guess {
	int score;
	guint at; /* in the index, which is in the order of names */
};

static gint
by_score(gconstpointer a, gconstpointer b)
{
	const struct guess *first = a, *second = b;
	if (first->score != second->score)
		return second->score - first->score;
	return first->at < second->at ? -1 : 1;
}

GArray *
door_near(const struct door *door, const char *typed)
{
	struct nearly nearly;
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	g_autoptr(GArray) guesses = g_array_new(FALSE, FALSE, sizeof(struct guess));
	if (!nearly_begin(&nearly, typed))
		return ids;
	for (guint i = 0; i < door->index->n; i++) {
		struct guess guess = {nearly_score(&nearly, door->index->key[i]), i};
		if (guess.score > 0)
			g_array_append_val(guesses, guess);
	}
	g_array_sort(guesses, by_score);
	for (guint i = 0; i < guesses->len && i < GUESSES_AT_MOST; i++)
		g_array_append_val(ids,
				   door->index->id[g_array_index(guesses, struct guess, i).at]);
	return ids;
}

static void
guesses_show(struct door *door)
{
	g_autoptr(GArray) ids = door_near(door, door->query.text->str);
	if (ids->len == 0)
		return;
	door->guessed = true;
	g_free(door->shown);
	door->n_shown = ids->len;
	door->shown = (gint64 *)(void *)g_array_free(g_steal_pointer(&ids), FALSE);
}

void
door_refilter(struct door *door, struct ui *ui)
{
	g_autofree char *words = text_words_key(door->query.text->str);
	g_free(door->shown);
	door->shown = index_filter(door->index, words, 0, &door->n_shown);
	door->cursor = door->top = 0;
	door->again = 0;
	door->moved = door->guessed = false;
	if (*words == '\0')
		return;
	if (door->n_shown == 0) {
		guesses_show(door);
		return;
	}
	nearest_first(door, ui->store, words);
	number_first(door, ui->store, words);
}
