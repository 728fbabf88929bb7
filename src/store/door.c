/* Which database this is, and what is not for a copy. */
#include "store/door.h"

#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/reference.h"
#include "store/door_private.h"
#include "store/private.h"

/* A file is what it is for ever: it is asked once. */
bool
taken_read(Store *store, gint64 *taken, GError **error)
{
	struct value args[] = {value_text(TAKEN_COUNTER)};
	if (store->taken < 0 && !store_number(store, "SELECT value FROM counter WHERE name = $1",
					      args, 1, 0, &store->taken, error)) {
		store->taken = -1;
		return false;
	}
	*taken = store->taken;
	return true;
}

gint64
store_taken(Store *store)
{
	gint64 taken = 0;
	return taken_read(store, &taken, NULL) ? taken : 0;
}

char *
store_taken_letter(Store *store)
{
	gint64 taken = store_taken(store);
	struct door_copy *row =
		taken != 0 ? store_get(store, &entity_door_copy, taken, NULL) : NULL;
	char *letter = row != NULL ? g_strdup(row->letter) : NULL;
	entity_free(&entity_door_copy, row);
	return letter;
}

gint64
store_gesture(const Store *store)
{
	return store->gesture;
}

void
store_as_brought(Store *store)
{
	g_assert(store->gesture != 0);
	store->brought = true;
}

/* ---- what is not for a copy ---------------------------------------------------------------------
 */

/* What needs to know more than one event, or would be decided twice. */
static const char *const at_home[] = {
	"attendees_import",    "busy_delete",
	"calendar_import",     "cycle_delete",
	"cycle_merge",         "door_decide",
	"door_export",         "door_merge",
	"door_wipe",           "event_copy",
	"event_delete",        "event_new",
	"events_import",       "holidays_import",
	"kind_delete",         "kind_merge",
	"organisation_delete", "organisation_distinct",
	"organisation_merge",  "organisations_import",
	"people_import",       "person_delete",
	"person_distinct",     "person_forget",
	"person_merge",        "room_delete",
	"room_merge",          "theme_delete",
	"theme_merge",         "venue_delete",
	"venue_merge",         NULL,
};

char *
store_taken_words(Store *store)
{
	gint64 taken = store_taken(store);
	if (taken == 0)
		return NULL;
	struct door_copy *row = store_get(store, &entity_door_copy, taken, NULL);
	struct event *event =
		row != NULL ? store_get(store, &entity_event, row->event_id, NULL) : NULL;
	char *words = NULL;
	if (event != NULL) {
		char local[17] = "";
		clock_local(row->exported_at, event->time_zone, local);
		local[10] = '\0';
		g_autofree char *day = date_text(local, DATE_NUMERIC);
		words = g_strdup_printf(_("copy %s of %s, taken along on %s"), row->letter,
					event->number, day);
	}
	entity_free(&entity_event, event);
	entity_free(&entity_door_copy, row);
	return words != NULL ? words : g_strdup(_("a copy that was taken along"));
}

static bool
home_only(Store *store, GError **error)
{
	gint64 taken = 0;
	if (!taken_read(store, &taken, error))
		return false;
	if (taken == 0)
		return true;
	g_autofree char *words = store_taken_words(store);
	return fail(error, ERROR_INVALID,
		    _("this is %s: that is done in the centre’s own database"), words);
}

bool
taken_allows(Store *store, const char *action, GError **error)
{
	return !g_strv_contains(at_home, action) || home_only(store, error);
}

/* Settings are those of the machine. */
bool
taken_takes(Store *store, const struct entity *entity, GError **error)
{
	return entity == &entity_setting || door_comes_back(entity) || home_only(store, error);
}
