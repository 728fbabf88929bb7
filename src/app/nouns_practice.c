/* Good-practice sheets. */
#include <string.h>

#include "app/nouns.h"
#include "app/practice.h"
#include "base/error.h"
#include "base/text.h"
#include "core/event.h"
#include "core/programme.h"
#include "core/reference.h"

/* ---- where it was shown -------------------------------------------------------------------------
 */

static char *
shown_event_get(Store *store, const void *row)
{
	gint64 id = ((const struct practice *)row)->event_id;
	return id != 0 ? event_number_of(store, id) : NULL;
}

static char *
shown_event_words(Store *store, const void *row)
{
	gint64 id = ((const struct practice *)row)->event_id;
	struct event *event = id != 0 ? store_get(store, &entity_event, id, NULL) : NULL;
	char *words = event != NULL ? noun_name(store, &noun_event, event) : g_strdup("");
	entity_free(&entity_event, event);
	return words;
}

static char *
shown_session_get(Store *store, const void *row)
{
	gint64 id = ((const struct practice *)row)->session_id;
	struct session *session = id != 0 ? store_get(store, &entity_session, id, NULL) : NULL;
	char *title = session != NULL ? g_strdup(session->title) : NULL;
	entity_free(&entity_session, session);
	return title;
}

static bool
shown_session_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	struct practice *practice = row;
	(void)notes;
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text != NULL && practice->event_id == 0)
		return fail(error, ERROR_INVALID,
			    _("a session is one of an event: say the event too"));
	gint64 id =
		text != NULL ? noun_find(store, &noun_session, practice->event_id, text, error) : 0;
	if (text != NULL && id == 0)
		return false;
	practice->session_id = id;
	return store_update(store, &entity_practice, practice, error);
}

/* ---- territory ----------------------------------------------------------------------------------
 */

/* "Lodève (34)" is the Lodève of that département. */
static char *
territory_parts(const char *typed, char department[static 4])
{
	const char *open = strrchr(typed, '('), *close = strrchr(typed, ')');
	*department = '\0';
	if (open == NULL || close == NULL || close < open || close - open > 4)
		return g_strdup(typed);
	g_strlcpy(department, open + 1, MIN((gsize)(close - open), 4));
	return g_strndup(typed, (gsize)(open - typed));
}

/* The one territory of that name; 0 when there is none, or several: a name alone does not say which
 * of eleven districts is meant. */
static gint64
territory_named(Store *store, const char *typed)
{
	char department[4];
	g_autofree char *name = territory_parts(typed, department);
	g_autofree char *key = text_search_key(name);
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "search_key", value_text(key), NULL);
	gint64 found = 0;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		if (*department != '\0' && g_strcmp0(territory->department, department) != 0)
			continue;
		if (found != 0)
			return 0;
		found = territory->id;
	}
	return found;
}

/* ---- a whole sheet ------------------------------------------------------------------------------
 */

static bool
practice_begin(Store *store, void *row, GError **error)
{
	struct practice *practice = row;
	char today[11];
	(void)error;
	store_today(store, today);
	if (practice->written_on == NULL)
		text_set(&practice->written_on, today);
	return true;
}

/* What one contact agreed to, another has not. */
static void
agreement_tidy(Store *store, struct practice *practice, const struct practice *stored)
{
	char today[11];
	store_today(store, today);
	bool other = stored != NULL && stored->person_id != practice->person_id;
	bool same_word =
		stored != NULL && g_strcmp0(stored->contact_agreed, practice->contact_agreed) == 0;
	bool same_day = stored != NULL && g_strcmp0(stored->agreed_on, practice->agreed_on) == 0;
	if (practice->person_id == 0 || (other && same_word))
		text_set(&practice->contact_agreed, NULL);
	if (practice->contact_agreed == NULL)
		text_set(&practice->agreed_on, NULL);
	else if (practice->agreed_on == NULL || (!same_word && same_day))
		text_set(&practice->agreed_on, today);
}

static bool
practice_tidy(Store *store, void *row, GError **error)
{
	struct practice *practice = row;
	struct practice *stored =
		practice->id != 0 ? store_get(store, &entity_practice, practice->id, NULL) : NULL;
	(void)error;
	agreement_tidy(store, practice, stored);
	if (stored == NULL || g_strcmp0(stored->territory, practice->territory) != 0)
		practice->territory_id = practice->territory != NULL
						 ? territory_named(store, practice->territory)
						 : 0;
	if (stored != NULL && stored->event_id != practice->event_id)
		practice->session_id = 0;
	entity_free(&entity_practice, stored);
	return true;
}

static const struct noun_key practice_keys[] = {
	PLAIN("title", NOUN_LISTED),
	PLAIN("territory", NOUN_LISTED),
	{.key = "theme", .field = "theme_id", .named = &noun_theme, .flags = NOUN_LISTED},
	PLAIN("audience", 0),
	PLAIN("description", NOUN_LONG),
	PLAIN("results", NOUN_LONG),
	PLAIN("documents", NOUN_LONG),
	{.key = "contact", .field = "person_id", .named = &noun_person},
	PLAIN("contact_agreed", 0),
	PLAIN("agreed_on", 0),
	{.key = "event",
	 .field = "event_id",
	 .named = &noun_event,
	 .get = shown_event_get,
	 .words = shown_event_words},
	{.key = "session",
	 .label = N_("Shown at the session"),
	 .get = shown_session_get,
	 .set = shown_session_set},
	PLAIN("written_on", NOUN_LISTED),
};

const struct noun noun_practice = {
	.name = "practice",
	.label = N_("Good practices"),
	.entity = &entity_practice,
	.keys = practice_keys,
	.n_keys = G_N_ELEMENTS(practice_keys),
	.name_key = "title",
	.begin = practice_begin,
	.tidy = practice_tidy,
};
