/* Moving sessions. */
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/subject.h"
#include "core/programme.h"

#define DAY_MINUTES 1440

/* Where to: another day, another time, or so many minutes later. */
struct move {
	const char *date; /* as typed, or NULL */
	int start;        /* minutes, or -1 */
	int by;           /* minutes; unused with a start */
};

static bool
move_read(struct move *move, const char *typed, GError **error)
{
	char time[6];
	gint64 minutes = 0;
	bool offset = *typed == '+' || *typed == '-';
	if (offset && g_ascii_string_to_signed(typed + 1, 10, 0, DAY_MINUTES, &minutes, NULL)) {
		move->by = *typed == '-' ? -(int)minutes : (int)minutes;
	} else if (!offset && time_parse(typed, time, NULL)) {
		move->start = time_minutes(time);
	} else if (move->date != NULL) {
		return fail(error, ERROR_USAGE,
			    _("“%s” is neither a time (10h30) nor minutes (+15)"), typed);
	} else {
		move->date = typed;
	}
	return true;
}

static bool
shifted(const char *time, int by, char text[static 6], GError **error)
{
	int minutes = time_minutes(time) + by;
	if (minutes < 0 || minutes >= DAY_MINUTES)
		return fail(error, ERROR_INVALID, _("%s moved by %d minutes leaves the day"), time,
			    by);
	time_from_minutes(minutes, text);
	return true;
}

static bool
session_shift(struct run *run, struct session *session, const struct move *move, int by,
	      GError **error)
{
	char start[6], end[6];
	struct noun_pair pairs[3];
	guint n = 0;
	if (session->start_time != NULL && by != 0) {
		if (!shifted(session->start_time, by, start, error))
			return false;
		pairs[n++] = (struct noun_pair){.key = noun_key(&noun_session, "start_time"),
						.typed = start};
	}
	if (session->end_time != NULL && by != 0) {
		if (!shifted(session->end_time, by, end, error))
			return false;
		pairs[n++] = (struct noun_pair){.key = noun_key(&noun_session, "end_time"),
						.typed = end};
	}
	if (move->date != NULL)
		pairs[n++] = (struct noun_pair){.key = noun_key(&noun_session, "date"),
						.typed = move->date};
	return noun_write(run->store, &noun_session, session, pairs, n, NULL, error);
}

/* What begins once this one is over; parallel sessions stay where they are. */
static bool
follows(const struct session *session, const struct session *other)
{
	const char *over = session->end_time != NULL ? session->end_time : session->start_time;
	return other->id != session->id && other->day_id == session->day_id && over != NULL &&
	       other->start_time != NULL && strcmp(other->start_time, over) >= 0;
}

static bool
following_shift(struct run *run, const struct session *session, const struct move *move, int by,
		gint64 *moved, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(run->store, &entity_session, "event_id", session->event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		if (!follows(session, rows->row[i]))
			continue;
		if (!session_shift(run, rows->row[i], move, by, error))
			return false;
		*moved += 1;
	}
	return rows != NULL;
}

static bool
session_move(struct run *run, struct session *session, const struct move *move, GError **error)
{
	int by = move->by;
	gint64 moved = 1;
	if (move->start >= 0 && session->start_time == NULL)
		return fail(error, ERROR_INVALID,
			    _("“%s” has no time yet: give it one with “session edit”"),
			    session->title);
	if (move->start >= 0)
		by = move->start - time_minutes(session->start_time);
	struct session *before = entity_copy(&entity_session, session);
	bool done = (!run_given(run, OPTION_FOLLOWING) ||
		     following_shift(run, before, move, by, &moved, error)) &&
		    session_shift(run, session, move, by, error);
	entity_free(&entity_session, before);
	if (!done)
		return false;
	subject_about(run, &noun_session, session, moved);
	subject_result(run, session);
	return true;
}

bool
cmd_session_move(struct run *run, GError **error)
{
	struct move move = {.start = -1};
	for (guint i = 2; i < run->n_arguments; i++)
		if (!move_read(&move, run->argument[i], error))
			return false;
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !run_begin(run, "session_move", error))
		return false;
	gint64 id = subject_find(run, &noun_session, event_id, run->argument[1], error);
	struct session *session =
		id != 0 ? store_get(run->store, &entity_session, id, error) : NULL;
	bool done =
		run_end(run, session != NULL && session_move(run, session, &move, error), error);
	entity_free(&entity_session, session);
	return done;
}
