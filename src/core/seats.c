#include "core/seats.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/status.h"

/* ---- the rules ----------------------------------------------------------------------------------
 */

enum seat_answer
seat_ask(const struct seat_rules *rules, const struct seat_counts *counts, bool small)
{
	if (rules->seats > 0 && counts->taken >= rules->seats)
		return SEAT_FULL;
	if (rules->quota > 0 && counts->taken_of_body >= rules->quota)
		return SEAT_QUOTA;
	if (rules->seats <= 0 || rules->kept <= 0 || small)
		return SEAT_FREE;
	/* What small sites have taken already need not be kept for them any longer. */
	gint64 kept = MAX(rules->kept - counts->taken_small, 0);
	return counts->taken < rules->seats - kept ? SEAT_FREE : SEAT_KEPT;
}

const char *
seat_answer_text(enum seat_answer answer)
{
	switch (answer) {
	case SEAT_FULL:
		return _("full");
	case SEAT_KEPT:
		return _("the seats left are kept for small sites");
	case SEAT_QUOTA:
		return _("the organisation has as many seats as it may");
	case SEAT_BEHIND:
		return _("others have been waiting longer");
	case SEAT_FREE:
		break;
	}
	return "";
}

/* Of a limit that is none when it is 0 or less. */
static bool
limit_loosened(gint64 before, gint64 after)
{
	return before > 0 && (after <= 0 || after > before);
}

bool
seat_rules_loosened(const struct seat_rules *before, const struct seat_rules *after)
{
	return limit_loosened(before->seats, after->seats) ||
	       limit_loosened(before->quota, after->quota) ||
	       MAX(after->kept, 0) < MAX(before->kept, 0);
}

bool
seats_promote(const char *status, const char *first_day, const char *deadline, const char *today)
{
	if (!code_is(&code_event_statuses, status, CODE_LIVE) ||
	    code_is(&code_event_statuses, status, CODE_COUNTED))
		return false;
	bool begun = date_is_day(first_day) ? strcmp(first_day, today) <= 0
					    : first_day != NULL && strcmp(first_day, today) < 0 &&
						      !g_str_has_prefix(today, first_day);
	return !begun && (deadline == NULL || strcmp(today, deadline) <= 0);
}

/* ---- the seats of one event ---------------------------------------------------------------------
 */

Seats *
seats_new(const struct seat_rules *rules)
{
	Seats *seats = g_new0(Seats, 1);
	seats->rules = *rules;
	seats->of_body = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	seats->waiting = g_array_new(FALSE, FALSE, sizeof(struct seat_asker));
	return seats;
}

Seats *
seats_copy(const Seats *seats)
{
	Seats *copy = seats_new(&seats->rules);
	GHashTableIter iter;
	gpointer body, taken;
	copy->taken = seats->taken;
	copy->taken_small = seats->taken_small;
	g_array_append_vals(copy->waiting, seats->waiting->data, seats->waiting->len);
	g_hash_table_iter_init(&iter, seats->of_body);
	while (g_hash_table_iter_next(&iter, &body, &taken))
		g_hash_table_insert(copy->of_body, g_memdup2(body, sizeof(gint64)),
				    g_memdup2(taken, sizeof(gint64)));
	return copy;
}

void
seats_free(Seats *seats)
{
	if (seats == NULL)
		return;
	g_hash_table_destroy(seats->of_body);
	g_array_unref(seats->waiting);
	g_free(seats);
}

bool
seats_have_rules(const Seats *seats)
{
	return seats->rules.seats > 0 || seats->rules.quota > 0;
}

static gint64
taken_of(const Seats *seats, gint64 body)
{
	const gint64 *taken = body != 0 ? g_hash_table_lookup(seats->of_body, &body) : NULL;
	return taken != NULL ? *taken : 0;
}

void
seats_take(Seats *seats, const struct seat_asker *asker)
{
	gint64 taken = taken_of(seats, asker->body) + 1;
	seats->taken++;
	seats->taken_small += asker->small ? 1 : 0;
	if (asker->body != 0)
		g_hash_table_replace(seats->of_body, g_memdup2(&asker->body, sizeof asker->body),
				     g_memdup2(&taken, sizeof taken));
}

void
seats_wait(Seats *seats, const struct seat_asker *asker)
{
	g_array_append_val(seats->waiting, *asker);
}

static const struct seat_asker *
waiting_at(const Seats *seats, guint i)
{
	return &g_array_index(seats->waiting, struct seat_asker, i);
}

void
seats_leave(Seats *seats, gint64 attendee_id)
{
	for (guint i = 0; i < seats->waiting->len; i++)
		if (waiting_at(seats, i)->attendee_id == attendee_id) {
			g_array_remove_index(seats->waiting, i);
			return;
		}
}

enum seat_answer
seats_ask(const Seats *seats, const struct seat_asker *asker)
{
	struct seat_counts counts = {seats->taken, seats->taken_small,
				     taken_of(seats, asker->body)};
	return seat_ask(&seats->rules, &counts, asker->small);
}

enum seat_answer
seats_ask_new(const Seats *seats, const struct seat_asker *asker)
{
	enum seat_answer answer = seats_ask(seats, asker);
	return answer == SEAT_FREE && seats_next(seats, NULL) ? SEAT_BEHIND : answer;
}

/* ---- whose turn it is ---------------------------------------------------------------------------
 */

bool
seats_next(const Seats *seats, struct seat_turn *turn)
{
	struct seat_turn found = {.place = 0};
	for (guint i = 0; i < seats->waiting->len; i++) {
		const struct seat_asker *asker = waiting_at(seats, i);
		enum seat_answer answer = seats_ask(seats, asker);
		if (answer == SEAT_FULL)
			return false;
		found.by_quota += answer == SEAT_QUOTA ? 1 : 0;
		found.by_kept += answer == SEAT_KEPT ? 1 : 0;
		if (answer != SEAT_FREE)
			continue;
		found.asker = *asker;
		found.place = i + 1;
		if (turn != NULL)
			*turn = found;
		return true;
	}
	return false;
}

char *
seat_turn_text(const struct seat_turn *turn)
{
	if (turn->place == 1)
		return g_strdup(_("first of the waiting list"));
	GString *why = g_string_new(NULL);
	g_string_printf(why, _("no. %u of the waiting list"), turn->place);
	if (turn->by_quota > 0)
		g_string_append_printf(
			why,
			i18n_count("; %u before is of an organisation that has its share",
				   "; %u before are of organisations that have their share",
				   turn->by_quota),
			turn->by_quota);
	if (turn->by_kept > 0)
		g_string_append_printf(why,
				       i18n_count("; %u before is not of a small site, for which "
						  "the seat is kept",
						  "; %u before are not of a small site, for which "
						  "the seat is kept",
						  turn->by_kept),
				       turn->by_kept);
	return g_string_free(why, FALSE);
}
