/* What people ask for and are given, written. */
#include <string.h>

#include "app/event_whole.h"
#include "app/nouns.h"
#include "app/workshops.h"
#include "base/error.h"
#include "core/status.h"

/* ---- one place ----------------------------------------------------------------------------------
 */

static struct choice *
choice_of(const Rows *choices, gint64 session_id)
{
	for (guint i = 0; i < choices->n; i++)
		if (((struct choice *)choices->row[i])->session_id == session_id)
			return choices->row[i];
	return NULL;
}

/* A row says a wish or a place; one that says neither goes. */
static bool
choice_write(Store *store, struct choice *choice, GError **error)
{
	if (choice->rank == 0 && choice->assigned != 1)
		return choice->id == 0 || store_delete(store, &entity_choice, choice->id, error);
	return choice->id == 0 ? store_insert(store, &entity_choice, choice, error)
			       : store_update(store, &entity_choice, choice, error);
}

static bool
choice_assign(Store *store, const Rows *choices, gint64 attendee_id, gint64 session_id, bool given,
	      bool by_hand, GError **error)
{
	struct choice *choice = choice_of(choices, session_id);
	struct choice fresh = {.attendee_id = attendee_id, .session_id = session_id};
	if (choice == NULL && !given)
		return true;
	if (choice == NULL)
		choice = &fresh;
	choice->assigned = given;
	choice->by_hand = given && by_hand;
	return choice_write(store, choice, error);
}

/* ---- what was proposed --------------------------------------------------------------------------
 */

static bool
move_write(Store *store, const Workshops *workshops, const struct workshop_move *move,
	   GError **error)
{
	gint64 attendee_id = workshops_person(workshops, move->person)->attendee_id;
	g_autoptr(Rows) choices =
		store_of(store, &entity_choice, "attendee_id", attendee_id, error);
	bool done = choices != NULL;
	for (guint i = 0; done && i < workshops->list->len; i++) {
		const struct workshop *workshop = workshop_at(workshops, (int)i);
		if (workshop->group == move->group)
			done = choice_assign(store, choices, attendee_id, workshop->session_id,
					     (int)i == move->now, move->by_hand, error);
	}
	return done;
}

/* Who stays where they are and as they are there is not written. */
static bool
is_same(const Workshops *workshops, const struct workshop_move *move)
{
	const struct workshop_place *place =
		&workshops_person(workshops, move->person)->places[move->group];
	return move->before == move->now && place->by_hand == move->by_hand && !place->twice;
}

bool
workshops_write(Store *store, const Workshops *workshops, const GArray *moves, guint *written,
		GError **error)
{
	*written = 0;
	g_autofree bool *changed = g_new0(bool, workshops->people->len + 1);
	for (guint i = 0; i < moves->len; i++) {
		const struct workshop_move *move = &g_array_index(moves, struct workshop_move, i);
		if (is_same(workshops, move))
			continue;
		if (!move_write(store, workshops, move, error))
			return false;
		*written += changed[move->person] ? 0 : 1;
		changed[move->person] = true;
	}
	return true;
}

/* ---- by hand ------------------------------------------------------------------------------------
 */

struct session_tally {
	gint64 session_id;
	gint64 people;
};

static void
tally_take(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	struct session_tally *tally = user;
	if (session_id == tally->session_id && attendee_takes_seat(status, part))
		tally->people += n;
}

static void
capacity_note(Store *store, const struct session *session, GPtrArray *notes)
{
	struct session_tally tally = {.session_id = session->id};
	struct room *room = session->room_id != 0
				    ? store_get(store, &entity_room, session->room_id, NULL)
				    : NULL;
	gint64 capacity = session_capacity(session, room);
	entity_free(&entity_room, room);
	if (notes == NULL || capacity <= 0 ||
	    !event_session_tally(store, session->event_id, tally_take, &tally, NULL) ||
	    tally.people <= capacity)
		return;
	g_ptr_array_add(notes, g_strdup_printf(_("warning: “%s”: %d people, of %d"), session->title,
					       (int)tally.people, (int)capacity));
}

bool
workshop_give(Store *store, gint64 attendee_id, gint64 session_id, gint64 instead, GPtrArray *notes,
	      GError **error)
{
	struct session *session =
		store_get(store, &entity_session, session_id != 0 ? session_id : instead, error);
	g_autoptr(Rows) sessions = session != NULL ? store_of(store, &entity_session, "event_id",
							      session->event_id, error)
						   : NULL;
	g_autoptr(Rows) choices = sessions != NULL ? store_of(store, &entity_choice, "attendee_id",
							      attendee_id, error)
						   : NULL;
	bool done = choices != NULL;
	for (guint i = 0; done && i < sessions->n; i++) {
		const struct session *other = sessions->row[i];
		if (other->id == session->id || sessions_parallel(other, session))
			done = choice_assign(store, choices, attendee_id, other->id,
					     other->id == session_id, true, error);
	}
	if (done && session_id != 0)
		capacity_note(store, session, notes);
	entity_free(&entity_session, session);
	return done;
}

/* ---- one attendee -------------------------------------------------------------------------------
 */

static char *
titles_of(Store *store, gint64 attendee_id, bool given)
{
	GString *titles = g_string_new(NULL);
	g_autoptr(Rows) choices = store_of(store, &entity_choice, "attendee_id", attendee_id, NULL);
	for (guint i = 0; choices != NULL && i < choices->n; i++) {
		const struct choice *choice = choices->row[i];
		if (given ? choice->assigned != 1 : choice->rank <= 0)
			continue;
		struct session *session =
			store_get(store, &entity_session, choice->session_id, NULL);
		values_add(titles, session != NULL ? session->title : NULL);
		entity_free(&entity_session, session);
	}
	return values_end(titles);
}

char *
attendee_wishes(Store *store, gint64 attendee_id)
{
	return titles_of(store, attendee_id, false);
}

char *
attendee_workshops(Store *store, gint64 attendee_id)
{
	return titles_of(store, attendee_id, true);
}

/* The sessions that are typed (gint64), in their order. Caller frees; NULL on error. */
static GArray *
sessions_typed(Store *store, gint64 event_id, const char *typed, GError **error)
{
	g_auto(GStrv) titles = values_split(typed);
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (guint i = 0; titles[i] != NULL; i++) {
		gint64 id = noun_find(store, &noun_session, event_id, titles[i], error);
		if (id == 0) {
			g_array_unref(ids);
			return NULL;
		}
		g_array_append_val(ids, id);
	}
	return ids;
}

static gint64
rank_of(const GArray *ids, gint64 session_id)
{
	for (guint i = 0; i < ids->len; i++)
		if (g_array_index(ids, gint64, i) == session_id)
			return i + 1;
	return 0;
}

static bool
wish_write(Store *store, const Rows *choices, gint64 attendee_id, gint64 session_id, gint64 rank,
	   GError **error)
{
	struct choice *choice = choice_of(choices, session_id);
	struct choice fresh = {.attendee_id = attendee_id, .session_id = session_id};
	if (choice == NULL)
		choice = &fresh;
	choice->rank = rank;
	return choice_write(store, choice, error);
}

bool
attendee_wishes_set(Store *store, gint64 event_id, gint64 attendee_id, const char *typed,
		    GError **error)
{
	g_autoptr(GArray) ids = sessions_typed(store, event_id, typed, error);
	g_autoptr(Rows) choices =
		ids != NULL ? store_of(store, &entity_choice, "attendee_id", attendee_id, error)
			    : NULL;
	bool done = choices != NULL;
	for (guint i = 0; done && i < choices->n; i++) {
		const struct choice *choice = choices->row[i];
		if (rank_of(ids, choice->session_id) == 0)
			done = wish_write(store, choices, attendee_id, choice->session_id, 0,
					  error);
	}
	for (guint i = 0; done && i < ids->len; i++) {
		gint64 id = g_array_index(ids, gint64, i);
		if (rank_of(ids, id) == i + 1) /* typed twice, the first counts */
			done = wish_write(store, choices, attendee_id, id, i + 1, error);
	}
	return done;
}

/* Whoever is typed into two workshops of the same time would silently be in the last of them. */
static bool
refuse_parallel(Store *store, gint64 event_id, const GArray *ids, GError **error)
{
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", event_id, error);
	bool done = sessions != NULL;
	for (guint i = 0; done && i < sessions->n; i++)
		for (guint j = i + 1; done && j < sessions->n; j++) {
			const struct session *one = sessions->row[i], *other = sessions->row[j];
			if (rank_of(ids, one->id) > 0 && rank_of(ids, other->id) > 0 &&
			    sessions_parallel(one, other))
				done = fail(error, ERROR_INVALID,
					    _("“%s” and “%s” are at the same time: give one of "
					      "them"),
					    one->title, other->title);
		}
	return done;
}

bool
attendee_workshops_set(Store *store, gint64 event_id, gint64 attendee_id, const char *typed,
		       GPtrArray *notes, GError **error)
{
	g_autoptr(GArray) ids = sessions_typed(store, event_id, typed, error);
	if (ids != NULL && !refuse_parallel(store, event_id, ids, error))
		return false;
	g_autoptr(Rows) choices =
		ids != NULL ? store_of(store, &entity_choice, "attendee_id", attendee_id, error)
			    : NULL;
	bool done = choices != NULL;
	for (guint i = 0; done && i < choices->n; i++) {
		const struct choice *choice = choices->row[i];
		if (choice->assigned == 1 && rank_of(ids, choice->session_id) == 0)
			done = choice_assign(store, choices, attendee_id, choice->session_id, false,
					     false, error);
	}
	for (guint i = 0; done && i < ids->len; i++)
		done = workshop_give(store, attendee_id, g_array_index(ids, gint64, i), 0, notes,
				     error);
	return done;
}
