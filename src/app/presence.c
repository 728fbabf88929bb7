#include "app/presence.h"

#include <string.h>

#include "app/event.h"
#include "app/event_whole.h"
#include "app/presence_each.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/presence.h"
#include "core/status.h"
#include "store/event_rows.h"

char *
attendee_presence(Store *store, gint64 attendee_id, gint64 half_day_id)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_presence_mark, "attendee_id", attendee_id, NULL);
	g_autoptr(GPtrArray) marks = g_ptr_array_new();
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		if (((struct presence_mark *)rows->row[i])->half_day_id == half_day_id)
			g_ptr_array_add(marks, rows->row[i]);
	return g_strdup(presence_state((const struct presence_mark *const *)(void *)marks->pdata,
				       marks->len));
}

gint64
half_day_find(Store *store, gint64 event_id, const char *name, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) half_days =
			store_of(store, &entity_half_day, "day_id", day->id, error);
		for (guint j = 0; half_days != NULL && j < half_days->n; j++) {
			const struct half_day *half_day = half_days->row[j];
			g_autofree char *whole =
				g_strdup_printf("%s-%s", day->date != NULL ? day->date : "?",
						half_day->part);
			if (strcmp(whole, name) == 0)
				return half_day->id;
		}
	}
	fail(error, ERROR_NOT_FOUND,
	     _("the event has no half-day “%s”; they are written 2026-10-15-am"), name);
	return 0;
}

/* ---- of many, in one query ----------------------------------------------------------------------
 */

GHashTable *
half_day_presence(Store *store, gint64 half_day_id, GError **error)
{
	g_autoptr(Rows) rows = store_where(store, &entity_presence_mark, "half_day_id",
					   value_integer(half_day_id), error);
	if (rows == NULL)
		return NULL;
	GHashTable *states = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		const struct presence_mark *mark = marks->pdata[from];
		end = event_marks_run(marks, from);
		g_hash_table_insert(states, g_memdup2(&mark->attendee_id, sizeof mark->attendee_id),
				    g_strdup(event_marks_state(marks, from, end)));
	}
	return states;
}

struct present_count {
	gint64 last; /* attendee that was counted last */
	gint64 n;
};

static void
present_add(const struct presence_known *known, gpointer user)
{
	struct present_count *count = user;
	if (!code_is(&code_presence_states, known->state, CODE_COUNTED) ||
	    !code_is(&code_attendee_parts, known->part, CODE_COUNTED) ||
	    known->attendee_id == count->last)
		return;
	count->last = known->attendee_id;
	count->n++;
}

gint64
event_present(Store *store, gint64 event_id, GError **error)
{
	const struct report_filter filter = {.event_id = event_id};
	struct present_count count = {0};
	return presence_each(store, &filter, present_add, &count, error) ? count.n : -1;
}

/* ---- over the whole event -----------------------------------------------------------------------
 */

static void
summary_free(gpointer pointer)
{
	struct presence_summary *summary = pointer;
	g_free(summary->represented_by);
	g_free(summary);
}

/* Having been there for a while is having been there; of the others, the earlier in the list says
 * more. */
static guint
state_weight(const char *state)
{
	const struct code *code = code_find(&code_presence_states, state);
	guint place = code != NULL ? (guint)(code - code_presence_states.codes) : 0;
	if (place == 0)
		return 0;
	guint weight = code_presence_states.n - place;
	weight += (code->traits & CODE_VOTES) != 0 ? code_presence_states.n : 0;
	return weight + ((code->traits & CODE_COUNTED) != 0 ? code_presence_states.n : 0);
}

static void
summary_add(GHashTable *presences, const struct presence_mark *deciding)
{
	struct presence_summary *summary = g_hash_table_lookup(presences, &deciding->attendee_id);
	if (summary == NULL) {
		summary = g_new0(struct presence_summary, 1);
		g_hash_table_insert(presences,
				    g_memdup2(&deciding->attendee_id, sizeof deciding->attendee_id),
				    summary);
	}
	if (summary->state != NULL && state_weight(deciding->state) <= state_weight(summary->state))
		return;
	summary->state = code_find(&code_presence_states, deciding->state)->code;
	text_set(&summary->represented_by, deciding->represented_by);
}

GHashTable *
event_presences(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) rows = event_rows(store, &entity_presence_mark, event_id, error);
	if (rows == NULL)
		return NULL;
	GHashTable *presences =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, summary_free);
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		end = event_marks_run(marks, from);
		gconstpointer run = marks->pdata + from;
		const struct presence_mark *deciding = presence_deciding(run, end - from);
		if (deciding != NULL)
			summary_add(presences, deciding);
	}
	return presences;
}

bool
attendee_attendance(Store *store, gint64 attendee_id, struct attendance *attendance)
{
	*attendance = (struct attendance){.state = "unknown"};
	g_autoptr(Rows) rows =
		store_of(store, &entity_presence_mark, "attendee_id", attendee_id, NULL);
	if (rows == NULL)
		return false;
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		end = event_marks_run(marks, from);
		const char *state = event_marks_state(marks, from, end);
		if (state_weight(state) > state_weight(attendance->state))
			attendance->state = code_find(&code_presence_states, state)->code;
		attendance->present += code_is(&code_presence_states, state, CODE_COUNTED) ? 1 : 0;
	}
	return true;
}
