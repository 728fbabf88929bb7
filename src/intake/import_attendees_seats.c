/* The seats of those whom a table registers: by the rules of registration_place(), in the order in
 * which the form stamped them, else in that of the rows. What a row says of its status stands, and
 * takes a seat beyond the rules if it must; that is counted and said. */
#include <string.h>

#include "base/i18n.h"
#include "intake/import_attendees.h"
#include "store/seat_rows.h"

/* ---- what a row asks for ------------------------------------------------------------------------
 */

/* Organisations that the directory does not know yet have numbers below 0: made with the first of
 * their people, they are one for all of them. */
static struct seat_asker
asker_of(Store *store, struct attendees *attendees, const char *name)
{
	const char *key = bodies_key(attendees->bodies, name);
	if (key == NULL)
		return (struct seat_asker){0};
	const struct seat_asker *known = g_hash_table_lookup(attendees->askers, key);
	if (known != NULL)
		return *known;
	gint64 id = bodies_find(attendees->bodies, name);
	struct seat_asker asker = {.body = -1 - (gint64)g_hash_table_size(attendees->askers)};
	if (id != 0)
		asker = seat_asker_of(store, id);
	g_hash_table_insert(attendees->askers, g_strdup(key), g_memdup2(&asker, sizeof asker));
	return asker;
}

void
seats_note(Store *store, ImportPlan *plan, guint row, const struct declared *declared)
{
	struct attendees *attendees = attendees_of(plan);
	struct draft *draft = &attendees->drafts[row];
	const struct attendee *attendee = &declared->attendee;
	if (!seats_have_rules(attendees->seats) &&
	    !code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		return;
	g_strlcpy(draft->instant, attendee->registered_at, sizeof draft->instant);
	draft->asker = asker_of(store, attendees, attendee->organisation);
	draft->said = declared->status_said;
	draft->waits = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	draft->takes = attendee_takes_seat(attendee->status, attendee->part);
}

/* ---- who will be registered ---------------------------------------------------------------------
 */

/* What the rows before have led to. */
struct foresight {
	ImportPlan *plan;
	bool *there;        /* row → somebody is registered by it, or was before */
	GHashTable *people; /* of the directory who are registered by a row */
	GArray *rows;       /* guint: those that ask for a seat */
};

static void
row_registers(struct foresight *foresight, guint row, gint64 person_id)
{
	foresight->there[row] = true;
	if (person_id != 0)
		g_hash_table_add(foresight->people, g_memdup2(&person_id, sizeof person_id));
	g_array_append_val(foresight->rows, row);
}

/* As write_proposed() does. */
static void
proposed_foresee(struct foresight *foresight, guint row)
{
	struct attendees *attendees = attendees_of(foresight->plan);
	const struct draft *draft = &attendees->drafts[row];
	bool there = draft->attendee_id != 0 ||
		     (draft->other >= 0 && foresight->there[draft->other]) ||
		     g_hash_table_contains(foresight->people, &draft->person_id) ||
		     g_hash_table_contains(attendees->by_person, &draft->person_id);
	if (there)
		foresight->there[row] = true;
	else if (draft->person_id != 0)
		row_registers(foresight, row, draft->person_id);
}

static void
row_foresee(struct foresight *foresight, guint row)
{
	const struct import_line *line = g_ptr_array_index(foresight->plan->rows, row);
	const struct draft *draft = &attendees_of(foresight->plan)->drafts[row];
	if (line->outcome == IMPORT_NEW)
		row_registers(foresight, row, draft->person_id);
	else if (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_NEW)
		row_registers(foresight, row, draft->withdrawn ? draft->person_id : 0);
	else if (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SAME)
		proposed_foresee(foresight, row);
	else if (line->outcome == IMPORT_SAME || line->outcome == IMPORT_CHANGED)
		foresight->there[row] = draft->attendee_id != 0 ||
					(draft->other >= 0 && foresight->there[draft->other]);
	if (line->outcome == IMPORT_CHANGED && foresight->plan->work->updates && draft->asks)
		g_array_append_val(foresight->rows, row);
}

static int
by_instant(gconstpointer a, gconstpointer b, gpointer user)
{
	const struct draft *drafts = user;
	guint first = *(const guint *)a, second = *(const guint *)b;
	int order = strcmp(drafts[first].instant, drafts[second].instant);
	return order != 0 ? order : first < second ? -1 : 1;
}

/* In the order in which they are placed. Caller frees. */
static GArray *
rows_asking(ImportPlan *plan)
{
	struct foresight foresight = {
		.plan = plan,
		.there = g_new0(bool, plan->rows->len + 1),
		.people = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
		.rows = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	for (guint row = 0; row < plan->rows->len; row++)
		row_foresee(&foresight, row);
	g_free(foresight.there);
	g_hash_table_destroy(foresight.people);
	g_array_sort_with_data(foresight.rows, by_instant, attendees_of(plan)->drafts);
	return foresight.rows;
}

/* ---- who gets one -------------------------------------------------------------------------------
 */

static void
row_waits(ImportPlan *plan, Seats *seats, guint row, enum seat_answer answer)
{
	struct attendees *attendees = attendees_of(plan);
	struct draft *draft = &attendees->drafts[row];
	struct import_line *line = g_ptr_array_index(plan->rows, row);
	draft->position = ++attendees->position;
	draft->answer = answer;
	seats_wait(seats, &draft->asker);
	line->waiting = answer == SEAT_FREE
				? g_strdup_printf(_("waiting list, no. %d"), (int)draft->position)
				: g_strdup_printf(_("waiting list, no. %d: %s"),
						  (int)draft->position, seat_answer_text(answer));
}

static void
row_place(ImportPlan *plan, Seats *seats, guint row)
{
	const struct draft *draft = &attendees_of(plan)->drafts[row];
	enum seat_answer answer = draft->takes ? seats_ask_new(seats, &draft->asker) : SEAT_FREE;
	bool stands = plan->over || (draft->said && !draft->asks);
	if (draft->waits || (answer != SEAT_FREE && !stands)) {
		row_waits(plan, seats, row, answer);
		return;
	}
	if (draft->takes)
		seats_take(seats, &draft->asker);
	if (answer == SEAT_FREE)
		return;
	plan->beyond++;
	struct import_line *line = g_ptr_array_index(plan->rows, row);
	line->beyond = g_strdup(seat_answer_text(answer));
}

void
attendees_seat(ImportPlan *plan)
{
	struct attendees *attendees = attendees_of(plan);
	g_autoptr(Seats) seats = seats_copy(attendees->seats);
	g_autoptr(GArray) rows = rows_asking(plan);
	attendees->position = attendees->last_position;
	plan->beyond = 0;
	for (guint row = 0; row < plan->rows->len; row++) {
		struct import_line *line = g_ptr_array_index(plan->rows, row);
		attendees->drafts[row].position = 0;
		g_clear_pointer(&line->waiting, g_free);
		g_clear_pointer(&line->beyond, g_free);
	}
	for (guint i = 0; i < rows->len; i++)
		row_place(plan, seats, g_array_index(rows, guint, i));
}

void
seat_write(const struct draft *draft, struct attendee *attendee)
{
	if (draft->position == 0)
		return;
	text_set(&attendee->status, "waiting");
	attendee->waiting_position = draft->position;
	if (draft->answer != SEAT_FREE)
		text_set(&attendee->waiting_reason, seat_answer_text(draft->answer));
}
