/* Half-days as a noun: what they are called, how they are typed. */
#include <string.h>

#include "app/half_day.h"
#include "app/nouns.h"
#include "app/presence.h"
#include "base/error.h"
#include "base/text.h"
#include "core/event.h"
#include "core/status.h"

static struct event_day *
day_of(Store *store, const void *row)
{
	return store_get(store, &entity_event_day, ((const struct half_day *)row)->day_id, NULL);
}

static char *
half_day_event_get(Store *store, const void *row)
{
	struct event_day *day = day_of(store, row);
	char *number = day != NULL ? event_number_of(store, day->event_id) : NULL;
	entity_free(&entity_event_day, day);
	return number;
}

static char *
half_day_date_get(Store *store, const void *row)
{
	struct event_day *day = day_of(store, row);
	char *date = day != NULL ? g_strdup(day->date) : NULL;
	entity_free(&entity_event_day, day);
	return date;
}

static char *
half_day_name_get(Store *store, const void *row)
{
	g_autofree char *date = half_day_date_get(store, row);
	const struct half_day *half_day = row;
	return date != NULL && half_day->part != NULL
		       ? g_strdup_printf("%s-%s", date, half_day->part)
		       : NULL;
}

/* ---- what it counts as --------------------------------------------------------------------------
 */

static char *
counts_get(Store *store, const void *row)
{
	(void)store;
	gint64 halves = ((const struct half_day *)row)->counts_halves;
	return halves % 2 == 0 ? number_text(halves / 2)
			       : g_strdup_printf("%d.5", (int)(halves / 2));
}

static char *
counts_words(Store *store, const void *row)
{
	(void)store;
	return g_strdup(half_day_counts_text(((const struct half_day *)row)->counts_halves));
}

static gint64
counts_read(const char *typed)
{
	static const struct {
		const char *text;
		gint64 halves;
	} values[] = {{"1", 2},     {"0", 0},    {"½", 1},    {"1/2", 1}, {"0,5", 1},
		      {"0.5", 1},   {".5", 1},   {"un", 2},   {"une", 2}, {"1.0", 2},
		      {"demie", 1}, {"demi", 1}, {"zéro", 0}, {"non", 0}};
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		if (strcmp(values[i].text, typed) == 0)
			return values[i].halves;
	return MISSING;
}

static bool
counts_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	struct half_day *half_day = row;
	g_autofree char *text = text_accept(typed, false, NULL);
	gint64 halves = text != NULL ? counts_read(text) : MISSING;
	if (halves == MISSING)
		return fail(error, ERROR_INVALID, _("Counts as: 1, ½ or 0 is expected"));
	if (half_day->counts_halves == halves)
		return true;
	half_day->counts_halves = halves;
	half_day->adjusted = 1;
	return store_update(store, &entity_half_day, half_day, error);
}

/* ---- who was there ------------------------------------------------------------------------------
 */

static char *
half_day_present_get(Store *store, const void *row)
{
	g_autoptr(GHashTable) states =
		half_day_presence(store, ((const struct row_head *)row)->id, NULL);
	GHashTableIter iter;
	gpointer state;
	guint present = 0;
	if (states == NULL)
		return NULL;
	g_hash_table_iter_init(&iter, states);
	while (g_hash_table_iter_next(&iter, NULL, &state))
		present += code_is(&code_presence_states, state, CODE_COUNTED);
	return number_text(present);
}

/* What a person says of a half-day stands against the programme. */
static bool
half_day_tidy(Store *store, void *row, GError **error)
{
	struct half_day *half_day = row;
	struct half_day *stored =
		half_day->id != 0 ? store_get(store, &entity_half_day, half_day->id, error) : NULL;
	if (stored == NULL)
		return half_day->id == 0;
	if (half_day->part == NULL) { /* the check of the row says so */
		entity_free(&entity_half_day, stored);
		return true;
	}
	if (strcmp(half_day->part, stored->part) != 0 ||
	    g_strcmp0(half_day->start_time, stored->start_time) != 0 ||
	    g_strcmp0(half_day->end_time, stored->end_time) != 0)
		half_day->adjusted = 1;
	bool moved = strcmp(half_day->part, stored->part) != 0;
	g_autoptr(Rows) others =
		store_of(store, &entity_half_day, "day_id", half_day->day_id, error);
	entity_free(&entity_half_day, stored);
	for (guint i = 0; moved && others != NULL && i < others->n; i++)
		if (((struct row_head *)others->row[i])->id != half_day->id &&
		    strcmp(((struct half_day *)others->row[i])->part, half_day->part) == 0)
			return fail(error, ERROR_INVALID, _("the day has a half-day “%s” already"),
				    code_label(&code_half_day_parts, half_day->part));
	return others != NULL;
}

static bool
half_day_judge(Store *store, const void *row, const char **key, GError **error)
{
	const struct half_day *half_day = row;
	(void)store;
	*key = "end_time";
	return half_day->start_time == NULL || half_day->end_time == NULL ||
	       strcmp(half_day->start_time, half_day->end_time) < 0 ||
	       fail(error, ERROR_INVALID, _("the end (%s) is not after the start (%s)"),
		    half_day->end_time, half_day->start_time);
}

static const struct noun_key half_day_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = half_day_event_get},
	{.key = "half_day",
	 .label = N_("Half-day"),
	 .flags = NOUN_READ_ONLY | NOUN_LISTED,
	 .get = half_day_name_get},
	{.key = "date",
	 .label = N_("Day"),
	 .flags = NOUN_READ_ONLY | NOUN_LISTED,
	 .get = half_day_date_get},
	{.key = "part", .label = N_("Part of the day"), .field = "part", .flags = NOUN_LISTED},
	PLAIN("start_time", NOUN_LISTED),
	PLAIN("end_time", NOUN_LISTED),
	{.key = "counts_as",
	 .label = N_("Counts as"),
	 .flags = NOUN_LISTED | NOUN_NUMBER,
	 .get = counts_get,
	 .words = counts_words,
	 .set = counts_set},
	PLAIN("adjusted", NOUN_LISTED),
	{.key = "present",
	 .label = N_("Present"),
	 .flags = NOUN_READ_ONLY | NOUN_NUMBER | NOUN_LISTED,
	 .get = half_day_present_get},
};

const struct noun noun_half_day = {
	.name = "half_day",
	.label = N_("Half-days"),
	.entity = &entity_half_day,
	.keys = half_day_keys,
	.n_keys = G_N_ELEMENTS(half_day_keys),
	.owner = "day_id",
	.name_key = "half_day",
	.tidy = half_day_tidy,
	.judge = half_day_judge,
};
