/* Decisions of a meeting. */
#include "app/decision.h"
#include "app/nouns.h"
#include "base/error.h"
#include "base/text.h"

static char *
decision_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct decision *)row)->event_id);
}

static bool
position_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	guint64 place = 0;
	(void)notes;
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text == NULL)
		return true;
	if (!g_ascii_string_to_unsigned(text, 10, 1, G_MAXUINT16, &place, NULL))
		return fail(error, ERROR_INVALID,
			    _("“%s” is no place in the agenda: 1 is the first"), text);
	return decision_place(store, row, (guint)place, error);
}

static char *
votes_get(Store *store, const void *row)
{
	(void)store;
	return decision_votes_text(row);
}

/* Behind the last one, whatever was deleted before. */
static bool
decision_begin(Store *store, void *row, GError **error)
{
	struct decision *decision = row;
	g_autoptr(Rows) rows =
		store_of(store, &entity_decision, "event_id", decision->event_id, error);
	decision->position = 1;
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		decision->position = MAX(decision->position,
					 ((const struct decision *)rows->row[i])->position + 1);
	return rows != NULL;
}

static const struct noun_key decision_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = decision_event_get},
	{.key = "position", .field = "position", .flags = NOUN_LISTED, .set = position_set},
	PLAIN("item", NOUN_LISTED),
	PLAIN("text", NOUN_LISTED | NOUN_LONG),
	PLAIN("votes_for", 0),
	PLAIN("votes_against", 0),
	PLAIN("abstentions", 0),
	{.key = "votes",
	 .label = N_("Votes"),
	 .flags = NOUN_LISTED | NOUN_READ_ONLY,
	 .get = votes_get},
};

const struct noun noun_decision = {
	.name = "decision",
	.label = N_("Decisions"),
	.entity = &entity_decision,
	.keys = decision_keys,
	.n_keys = G_N_ELEMENTS(decision_keys),
	.owner = "event_id",
	.name_key = "item",
	.begin = decision_begin,
};
