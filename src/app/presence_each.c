#include "app/presence_each.h"

#include "core/presence.h"

/* The marks of one attendee and half-day; what they hold is used again for the next. */
struct run {
	GPtrArray *marks; /* struct kept_mark */
	guint n;          /* of them in use */
	gint64 attendee, half_day, person;
	GString *part;
	presence_taker take;
	gpointer user;
};

struct kept_mark {
	struct presence_mark mark; /* borrows from what follows */
	GString *state, *happened_at, *nonce, *retracts;
};

static void
kept_mark_free(gpointer pointer)
{
	struct kept_mark *kept = pointer;
	g_string_free(kept->state, TRUE);
	g_string_free(kept->happened_at, TRUE);
	g_string_free(kept->nonce, TRUE);
	g_string_free(kept->retracts, TRUE);
	g_free(kept);
}

static struct kept_mark *
run_next(struct run *run)
{
	if (run->n == run->marks->len) {
		struct kept_mark *kept = g_new0(struct kept_mark, 1);
		kept->state = g_string_new(NULL);
		kept->happened_at = g_string_new(NULL);
		kept->nonce = g_string_new(NULL);
		kept->retracts = g_string_new(NULL);
		g_ptr_array_add(run->marks, kept);
	}
	return run->marks->pdata[run->n++];
}

static void
run_add(struct run *run, const struct report_mark_row *row)
{
	struct kept_mark *kept = run_next(run);
	g_string_assign(kept->state, row->state);
	g_string_assign(kept->happened_at, row->happened_at);
	g_string_assign(kept->nonce, row->nonce);
	g_string_assign(kept->retracts, row->retracts != NULL ? row->retracts : "");
	kept->mark.state = kept->state->str;
	kept->mark.happened_at = kept->happened_at->str;
	kept->mark.nonce = kept->nonce->str;
	kept->mark.retracts = row->retracts != NULL ? kept->retracts->str : NULL;
	run->attendee = row->attendee_id;
	run->half_day = row->half_day_id;
	run->person = row->person_id;
	g_string_assign(run->part, row->part);
}

/* What the marks of the run come to (data model, rule 8). */
static const char *
run_state(const struct run *run)
{
	g_autofree const struct presence_mark **marks = g_new(const struct presence_mark *, run->n);
	for (guint i = 0; i < run->n; i++)
		marks[i] = &((const struct kept_mark *)run->marks->pdata[i])->mark;
	return presence_state(marks, run->n);
}

static void
same_mark_end(struct run *run)
{
	const char *state = run->n > 0 ? run_state(run) : "unknown";
	run->n = 0;
	if (!presence_is_known(state))
		return;
	const struct presence_known known = {
		.attendee_id = run->attendee,
		.half_day_id = run->half_day,
		.person_id = run->person,
		.part = run->part->str,
		.state = state,
	};
	run->take(&known, run->user);
}

static void
mark_take(const struct report_mark_row *row, gpointer user)
{
	struct run *run = user;
	if (run->n > 0 && (run->attendee != row->attendee_id || run->half_day != row->half_day_id))
		same_mark_end(run);
	run_add(run, row);
}

bool
presence_each(Store *store, const struct report_filter *filter, presence_taker take, gpointer user,
	      GError **error)
{
	struct run run = {
		.marks = g_ptr_array_new_with_free_func(kept_mark_free),
		.part = g_string_new(NULL),
		.take = take,
		.user = user,
	};
	bool done = report_mark_rows(store, filter, mark_take, &run, error);
	if (done)
		same_mark_end(&run);
	g_ptr_array_unref(run.marks);
	g_string_free(run.part, TRUE);
	return done;
}
