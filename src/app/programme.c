#include "app/programme.h"

#include <string.h>

#include "app/output.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/half_day_rule.h"

#define DAY_MINUTES 1440

static const char *
part_of(const struct session *session)
{
	return half_day_part(&half_day_rule_default, time_minutes(session->start_time));
}

static bool
moves_with(const struct session *from, const struct session *other, bool half)
{
	return other->day_id == from->day_id && from->start_time != NULL &&
	       other->start_time != NULL && strcmp(other->start_time, from->start_time) >= 0 &&
	       (!half || strcmp(part_of(other), part_of(from)) == 0);
}

guint
programme_from_count(const Rows *sessions, const struct session *from, bool half)
{
	guint n = 0;
	for (guint i = 0; i < sessions->n; i++)
		n += moves_with(from, sessions->row[i], half) ? 1 : 0;
	return n;
}

/* ---- times --------------------------------------------------------------------------------------
 */

static bool
stays_in_day(const char *time, int by)
{
	int minutes = time != NULL ? time_minutes(time) + by : 0;
	return minutes >= 0 && minutes < DAY_MINUTES;
}

static void
time_shift(char **time, int by)
{
	char text[6];
	if (*time == NULL)
		return;
	time_from_minutes(time_minutes(*time) + by, text);
	text_set(time, text);
}

static void
session_shift(struct session *session, int by)
{
	time_shift(&session->start_time, by);
	time_shift(&session->end_time, by);
}

bool
programme_shift(Rows *sessions, const struct session *from, int by, bool half, GError **error)
{
	g_autoptr(GPtrArray) taken = g_ptr_array_new();
	for (guint i = 0; i < sessions->n; i++) {
		struct session *session = sessions->row[i];
		if (!moves_with(from, session, half))
			continue;
		if (!stays_in_day(session->start_time, by) || !stays_in_day(session->end_time, by))
			return fail(error, ERROR_INVALID,
				    _("“%s” moved by %d minutes would leave the day"),
				    session->title, by);
		g_ptr_array_add(taken, session);
	}
	for (guint i = 0; i < taken->len; i++)
		session_shift(taken->pdata[i], by);
	return true;
}

/* ---- changing places ----------------------------------------------------------------------------
 */

/* All that begins at one time of a day. */
struct slot {
	int start, end; /* minutes; the last end */
	GPtrArray *sessions;
};

static void
slot_add(struct slot *slot, struct session *session)
{
	int end = session->end_time != NULL ? time_minutes(session->end_time) : slot->start;
	slot->end = MAX(slot->end, end);
	g_ptr_array_add(slot->sessions, session);
}

static void
slot_fill(struct slot *slot, const Rows *sessions, gint64 day_id, const char *start)
{
	slot->start = slot->end = time_minutes(start);
	slot->sessions = g_ptr_array_new();
	for (guint i = 0; i < sessions->n; i++) {
		struct session *session = sessions->row[i];
		if (session->day_id == day_id && g_strcmp0(session->start_time, start) == 0)
			slot_add(slot, session);
	}
}

/* The nearest other start of that day, or NULL. Borrowed. */
static const char *
start_beside(const Rows *sessions, const struct session *session, bool later)
{
	const char *found = NULL;
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *other = sessions->row[i];
		if (other->day_id != session->day_id || other->start_time == NULL)
			continue;
		int order = strcmp(other->start_time, session->start_time);
		if ((later ? order : -order) <= 0)
			continue;
		int nearer = found != NULL ? strcmp(other->start_time, found) : 0;
		if (found == NULL || (later ? nearer < 0 : nearer > 0))
			found = other->start_time;
	}
	return found;
}

static void
slot_shift(const struct slot *slot, int by)
{
	for (guint i = 0; i < slot->sessions->len; i++)
		session_shift(slot->sessions->pdata[i], by);
}

bool
programme_swap(Rows *sessions, const struct session *session, bool later)
{
	const char *other =
		session->start_time != NULL ? start_beside(sessions, session, later) : NULL;
	if (other == NULL)
		return false;
	struct slot first, second;
	slot_fill(&first, sessions, session->day_id, later ? session->start_time : other);
	slot_fill(&second, sessions, session->day_id, later ? other : session->start_time);
	/* What overlaps goes on to. */
	int between = second.start - first.end;
	int length = second.end - second.start;
	slot_shift(&second, first.start - second.start);
	slot_shift(&first, length + between);
	g_ptr_array_unref(first.sessions);
	g_ptr_array_unref(second.sessions);
	return true;
}

/* ---- storing ------------------------------------------------------------------------------------
 */

static bool
differs(const struct session *a, const struct session *b)
{
	return g_strcmp0(a->start_time, b->start_time) != 0 ||
	       g_strcmp0(a->end_time, b->end_time) != 0 || a->room_id != b->room_id;
}

bool
programme_store(Store *store, const Rows *sessions, guint *changed, GError **error)
{
	bool done = true;
	*changed = 0;
	for (guint i = 0; done && i < sessions->n; i++) {
		struct session *session = sessions->row[i];
		struct session *stored = store_get(store, &entity_session, session->id, error);
		done = stored != NULL;
		if (done && differs(session, stored)) {
			done = store_update(store, &entity_session, session, error);
			*changed += 1;
		}
		entity_free(&entity_session, stored);
	}
	return done;
}

/* ---- what follows -------------------------------------------------------------------------------
 */

static void
told_add(GString *told, const char *words)
{
	g_string_append_printf(told, "%s%s", told->len > 0 ? " · " : "", words);
}

static guint
problems_of(const GPtrArray *problems, const char *code, const char *other)
{
	guint n = 0;
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		n += strcmp(problem->code, code) == 0 || strcmp(problem->code, other) == 0 ? 1 : 0;
	}
	return n;
}

char *
programme_consequences(Store *store, gint64 event_id)
{
	g_autoptr(GPtrArray) problems = event_check(store, event_id, NULL);
	if (problems == NULL)
		return NULL;
	GString *told = g_string_new(NULL);
	guint rooms = problems_of(problems, "room_overlap", "room_taken");
	guint people = problems_of(problems, "speaker_overlap", "speaker_elsewhere");
	if (rooms > 0) {
		g_autofree char *words = g_strdup_printf(i18n_count("%u room taken twice",
								    "%u rooms taken twice", rooms),
							 rooms);
		told_add(told, words);
	}
	if (people > 0) {
		g_autofree char *words =
			g_strdup_printf(i18n_count("%u speaker in two places",
						   "%u speakers in two places", people),
					people);
		told_add(told, words);
	}
	if (problems_of(problems, "session_outside_day", "session_outside_day") > 0)
		told_add(told, _("beyond the day"));
	if (problems_of(problems, "differs_from_announcement", "differs_from_announcement") > 0)
		told_add(told, _("not as announced (A)"));
	return g_string_free(told, told->len == 0);
}
