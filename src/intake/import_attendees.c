/* Registrations of an event, from a form service's export or a list. */
#include "intake/import_attendees.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/programme.h"
#include "core/reference.h"
#include "store/seat_rows.h"

struct attendees *
attendees_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

/* ---- what the rows are compared with -------------------------------------------------------- */

static void
attendees_forget(gpointer subject)
{
	struct attendees *attendees = subject;
	bodies_free(attendees->bodies);
	bodies_said_clear(&attendees->said);
	match_index_free(attendees->index);
	g_clear_pointer(&attendees->zone, g_time_zone_unref);
	g_clear_pointer(&attendees->by_id, g_hash_table_destroy);
	g_clear_pointer(&attendees->by_person, g_hash_table_destroy);
	g_clear_pointer(&attendees->planned, g_hash_table_destroy);
	g_clear_pointer(&attendees->question_ids, g_hash_table_destroy);
	g_clear_pointer(&attendees->live_now, g_hash_table_destroy);
	rows_free(attendees->stored);
	rows_free(attendees->sessions);
	g_free(attendees->wished);
	g_strfreev(attendees->session_keys);
	g_strfreev(attendees->session_words);
	g_free(attendees->grid);
	g_clear_pointer(&attendees->unknown, g_hash_table_destroy);
	seats_free(attendees->seats);
	g_clear_pointer(&attendees->askers, g_hash_table_destroy);
	g_strfreev(attendees->labels);
	g_free(attendees->drafts);
	g_free(attendees);
}

/* A registration that stands counts before one that was withdrawn; of those the last one. */
static void
registration_take(struct attendees *attendees, const struct attendee *attendee)
{
	struct registration *known =
		g_hash_table_lookup(attendees->by_person, &attendee->person_id);
	if (known != NULL &&
	    (known->live || (attendee->live != 1 &&
			     strcmp(known->attendee->registered_at, attendee->registered_at) >= 0)))
		return;
	if (known == NULL) {
		known = g_new0(struct registration, 1);
		g_hash_table_insert(attendees->by_person,
				    g_memdup2(&attendee->person_id, sizeof(gint64)), known);
	}
	*known = (struct registration){attendee, attendee->live == 1};
}

/* People are compared as the directory knows them, and as they declared themselves here before. */
static void
stored_index(struct attendees *attendees, const struct attendee *attendee)
{
	g_autofree char *email_key =
		attendee->email != NULL ? text_email_key(attendee->email) : NULL;
	struct match_person known = {
		.id = attendee->person_id,
		.last_name = attendee->last_name,
		.first_name = attendee->first_name,
		.email_key = email_key,
		.organisation_key = bodies_key(attendees->bodies, attendee->organisation),
	};
	match_index_add(attendees->index, &known);
}

static bool
stored_load(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
	attendees->by_person = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	attendees->stored = store_of(store, &entity_attendee, "event_id", plan->event_id, error);
	for (guint i = 0; attendees->stored != NULL && i < attendees->stored->n; i++) {
		struct attendee *attendee = attendees->stored->row[i];
		g_hash_table_insert(attendees->by_id, &attendee->id, attendee);
		registration_take(attendees, attendee);
		stored_index(attendees, attendee);
		attendees->last_position =
			MAX(attendees->last_position, attendee->waiting_position);
	}
	return attendees->stored != NULL;
}

static bool
rules_load(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->askers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	attendees->seats = seats_load(store, plan->event_id, error);
	return attendees->seats != NULL;
}

static bool
sessions_load(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->sessions = store_of(store, &entity_session, "event_id", plan->event_id, error);
	if (attendees->sessions == NULL)
		return false;
	attendees->wished = g_new0(guint, attendees->sessions->n + 1);
	attendees->session_keys = g_new0(char *, attendees->sessions->n + 1);
	attendees->session_words = g_new0(char *, attendees->sessions->n + 1);
	for (guint i = 0; i < attendees->sessions->n; i++) {
		const char *title = ((struct session *)attendees->sessions->row[i])->title;
		attendees->session_keys[i] = text_search_key(title);
		attendees->session_words[i] = text_words_key(title);
	}
	grids_find(plan);
	return true;
}

/* A form service stamps its rows; a list that somebody keeps does not. */
static const char *
rows_origin(const ImportPlan *plan)
{
	return column_of(plan, "registered_at") >= 0 ? "form" : "import";
}

static bool
attendees_load(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = g_new0(struct attendees, 1);
	plan->work->subject = attendees;
	bodies_said_init(&attendees->said);
	attendees->index = match_index_new();
	attendees->zone = g_time_zone_new_identifier(store_zone(store));
	if (attendees->zone == NULL)
		attendees->zone = g_time_zone_new_utc();
	clock_instant(attendees->now);
	store_today(store, attendees->today);
	attendees->origin = rows_origin(plan);
	attendees->planned = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	attendees->drafts = g_new0(struct draft, plan->work->sheet.rows->len);
	attendees->labels = question_labels(plan);
	attendees_bind(plan);
	attendees->bodies = bodies_load(store, error);
	return attendees->bodies != NULL && memory_load(store, plan, error) &&
	       known_people_load(store, attendees->bodies, attendees->index, error) &&
	       stored_load(store, plan, error) && rules_load(store, plan, error) &&
	       sessions_load(store, plan, error) && questions_load(store, plan, error);
}

/* What ranks first counts for its session. */
static void
wish_note(struct attendees *attendees, const struct declared *declared)
{
	const struct session_choice *first = NULL;
	for (guint i = 0; i < declared->choices->len; i++) {
		const struct session_choice *choice =
			&g_array_index(declared->choices, struct session_choice, i);
		if (first == NULL || choice->rank < first->rank)
			first = choice;
	}
	for (guint i = 0; first != NULL && i < attendees->sessions->n; i++) {
		const struct session *session = attendees->sessions->row[i];
		attendees->wished[i] += session->id == first->session_id;
	}
}

/* ---- judging a row -------------------------------------------------------------------------- */

/* A row under judgement. */
struct judging {
	Store *store;
	ImportPlan *plan;
	guint row;
	struct import_line *line;
	struct draft *draft;
	struct declared *declared;
};

static void
judge_as(struct judging *judging, enum import_outcome outcome, char *reason)
{
	judging->line->outcome = outcome;
	g_free(judging->line->reason);
	judging->line->reason = reason;
}

static const struct attendee *
attendee_stored(const struct judging *judging, gint64 id)
{
	return g_hash_table_lookup(attendees_of(judging->plan)->by_id, &id);
}

static void
point_to_attendee(struct judging *judging, const struct attendee *attendee)
{
	judging->draft->attendee_id = attendee->id;
	judging->draft->person_id = attendee->person_id;
	judging->line->other_id = attendee->person_id;
	judging->line->other =
		person_words(attendee->first_name, attendee->last_name, attendee->organisation);
}

static void
point_to_row(struct judging *judging, guint row)
{
	const struct import_line *other = g_ptr_array_index(judging->plan->rows, row);
	judging->draft->other = (int)row;
	judging->line->other_line = other->line;
	judging->line->other = line_words(other->line, other->title);
}

/* The same registration: does it say anything else? */
static void
judge_registered(struct judging *judging, const struct attendee *attendee, const char *why)
{
	point_to_attendee(judging, attendee);
	char *changes = declared_differs(judging->store, judging->plan, judging->line,
					 judging->declared, attendee);
	judging->draft->asks = status_asks(judging->declared, attendee);
	if (changes != NULL)
		judge_as(judging, IMPORT_CHANGED, changes);
	else
		judge_as(judging, IMPORT_SAME, g_strdup(why));
}

/* An earlier row of this table registers the same person. */
static void
judge_twin(struct judging *judging, guint row, const char *why)
{
	struct declared before;
	bool quiet = judging->plan->work->quiet;
	judging->plan->work->quiet = true;
	declared_read(judging->plan, row, &before);
	judging->plan->work->quiet = quiet;
	point_to_row(judging, row);
	char *changes = declared_differs_from(judging->plan, judging->declared, &before);
	declared_clear(&before);
	if (changes != NULL)
		judge_as(judging, IMPORT_CHANGED, changes);
	else
		judge_as(judging, IMPORT_SAME, g_strdup(why));
}

/* Rows that were imported before never create nor revive anyone (rule 5). True when this is one. */
static bool
judge_remembered(struct judging *judging)
{
	const char *hash = memory_hash(judging->plan, judging->row);
	int twin = memory_twin(judging->plan, judging->row);
	if (twin >= 0) {
		point_to_row(judging, (guint)twin);
		judge_as(judging, IMPORT_SAME, g_strdup(_("the same row twice")));
		return true;
	}
	const struct remembered *seen = memory_find(judging->plan, hash);
	bool by_cells = seen != NULL;
	if (seen == NULL) {
		g_autofree char *name = g_strconcat(judging->declared->attendee.last_name, " ",
						    judging->declared->attendee.first_name, NULL);
		g_autofree char *key = memory_key(judging->plan, judging->row, name);
		seen = memory_find(judging->plan, key);
	}
	if (seen == NULL)
		return false;
	const struct attendee *attendee = attendee_stored(judging, seen->attendee_id);
	if (attendee != NULL)
		point_to_attendee(judging, attendee);
	if (attendee == NULL)
		judge_as(judging, IMPORT_SAME, g_strdup(_("imported before, and deleted since")));
	else if (attendee->live != 1)
		judge_as(judging, IMPORT_SAME, g_strdup(_("imported before, and withdrawn since")));
	else if (by_cells)
		judge_as(judging, IMPORT_SAME, g_strdup(_("imported before")));
	else {
		g_clear_pointer(&judging->line->other, g_free);
		judge_registered(judging, attendee, _("imported before"));
	}
	return true;
}

/* The person has withdrawn from this event. What was written before that registration is no new
 * one; what was written since is, perhaps. */
static void
judge_withdrawn(struct judging *judging, const struct attendee *attendee)
{
	point_to_attendee(judging, attendee);
	judging->draft->withdrawn = true;
	bool stamped = judging->plan->work->at.stamp >= 0;
	if (stamped &&
	    strcmp(judging->declared->attendee.registered_at, attendee->registered_at) <= 0)
		judge_as(judging, IMPORT_SAME, g_strdup(_("withdrawn since this was written")));
	else
		judge_as(judging, IMPORT_DOUBTFUL,
			 g_strdup(_("has withdrawn from this event: registers again?")));
}

static void
index_row(struct judging *judging, gint64 id)
{
	const struct declared *declared = judging->declared;
	struct match_person person = {
		.id = id,
		.last_name = declared->attendee.last_name,
		.first_name = declared->attendee.first_name,
		.email_key = declared->email_key,
		.organisation_key = declared->body,
	};
	match_index_add(attendees_of(judging->plan)->index, &person);
}

/* Rows stand in the index under negative numbers, people under their ids. */
static gint64
row_id(guint row)
{
	return -(gint64)row - 1;
}

static void
judge_known(struct judging *judging, gint64 person_id, const char *why)
{
	struct attendees *attendees = attendees_of(judging->plan);
	const struct registration *registration =
		g_hash_table_lookup(attendees->by_person, &person_id);
	gpointer planned = g_hash_table_lookup(attendees->planned, &person_id);
	if (registration != NULL && registration->live) {
		judge_registered(judging, registration->attendee, why);
	} else if (planned != NULL) {
		judge_twin(judging, GPOINTER_TO_UINT(planned) - 1, why);
	} else if (registration != NULL) {
		judge_withdrawn(judging, registration->attendee);
	} else {
		judging->draft->person_id = judging->line->other_id = person_id;
		judging->line->other =
			known_person_words(judging->store, attendees->bodies, person_id);
		judge_as(judging, IMPORT_NEW, g_strdup_printf(_("known already: %s"), why));
		g_hash_table_insert(attendees->planned, g_memdup2(&person_id, sizeof person_id),
				    GUINT_TO_POINTER(judging->row + 1));
		index_row(judging, person_id);
	}
}

/* One address is shared by all who bear it: the third elected person is compared with the first,
 * not with the second, who is doubtful too. */
static gint64
shared_address_root(const struct judging *judging, const struct match_answer *answer)
{
	gint64 id = answer->id;
	while (id < 0 && answer->reason == MATCH_EMAIL_OTHER_NAME) {
		guint row = (guint)(-id - 1);
		const struct import_line *line = g_ptr_array_index(judging->plan->rows, row);
		const struct draft *draft = &attendees_of(judging->plan)->drafts[row];
		if (line->outcome != IMPORT_DOUBTFUL || draft->withdrawn)
			break;
		id = draft->other >= 0 ? row_id((guint)draft->other) : draft->person_id;
	}
	return id != 0 ? id : answer->id;
}

static void
judge_doubtful(struct judging *judging, struct match_answer *answer)
{
	answer->id = shared_address_root(judging, answer);
	if (answer->id < 0) {
		point_to_row(judging, (guint)(-answer->id - 1));
	} else {
		judging->draft->person_id = judging->line->other_id = answer->id;
		judging->line->other =
			known_person_words(judging->store, attendees_of(judging->plan)->bodies,
					   answer->id);
	}
	judge_as(judging, IMPORT_DOUBTFUL, g_strdup(match_reason_text(answer->reason)));
	index_row(judging, row_id(judging->row));
}

static void
judge_matched(struct judging *judging)
{
	const struct declared *declared = judging->declared;
	struct match_person person = {
		.last_name = declared->attendee.last_name,
		.first_name = declared->attendee.first_name,
		.email_key = declared->email_key,
		.organisation_key = declared->body,
	};
	struct match_answer answer = match_index_find(attendees_of(judging->plan)->index, &person);
	const char *why = match_reason_text(answer.reason);
	if (answer.outcome == MATCH_DOUBTFUL) {
		judge_doubtful(judging, &answer);
	} else if (answer.outcome == MATCH_SAME && answer.id > 0) {
		judge_known(judging, answer.id, why);
	} else if (answer.outcome == MATCH_SAME) {
		judge_twin(judging, (guint)(-answer.id - 1), why);
	} else {
		judge_as(judging, IMPORT_NEW, NULL);
		index_row(judging, row_id(judging->row));
	}
}

static bool
attendees_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line, GError **error)
{
	(void)error;
	struct declared declared;
	struct judging judging = {
		.store = store,
		.plan = plan,
		.row = row,
		.line = line,
		.draft = &attendees_of(plan)->drafts[row],
		.declared = &declared,
	};
	judging.draft->other = -1;
	if (!declared_read(plan, row, &declared)) {
		line->title = g_strdup(_("(no name)"));
		judge_as(&judging, IMPORT_REFUSED, g_strdup(_("there is no name in this row")));
		say_error(plan, line->line, "last_name", "%s", line->reason);
	} else {
		const struct attendee *attendee = &declared.attendee;
		line->title = person_words(attendee->first_name, attendee->last_name,
					   attendee->organisation);
		declared_keys(plan, &declared);
		wish_note(attendees_of(plan), &declared);
		seats_note(store, plan, row, &declared);
		if (!judge_remembered(&judging))
			judge_matched(&judging);
		attendees_of(plan)->without_email +=
			line->outcome == IMPORT_NEW && attendee->email == NULL;
		if (line->outcome == IMPORT_NEW || line->outcome == IMPORT_CHANGED ||
		    line->outcome == IMPORT_DOUBTFUL)
			bodies_say(plan, &attendees_of(plan)->said, attendees_of(plan)->bodies,
				   line->line, attendee->organisation);
	}
	declared_clear(&declared);
	return true;
}

/* What whoever organises should know before the day: who cannot be written to, and which workshop
 * is asked for more than it holds. */
static void
attendees_say(ImportPlan *plan)
{
	const struct attendees *attendees = attendees_of(plan);
	if (attendees->without_email > 0)
		say_information(plan, 0, "email",
				i18n_count("%u person has no e-mail address",
					   "%u people have no e-mail address",
					   attendees->without_email),
				attendees->without_email);
	for (guint i = 0; i < attendees->sessions->n; i++) {
		const struct session *session = attendees->sessions->row[i];
		guint wished = attendees->wished[i];
		if (session->capacity > 0 && wished > (guint)session->capacity)
			say_information(plan, 0, "workshops",
					_("%u people wish for “%s” first, which has %d seats"),
					wished, session->title, (int)session->capacity);
	}
}

static void
attendees_conclude(ImportPlan *plan)
{
	bodies_say_fresh(plan, &attendees_of(plan)->said);
	attendees_say(plan);
	attendees_seat(plan);
}

const struct import_rule import_rule_attendees = {
	.name = "attendees",
	.action = "attendees_import",
	.columns = attendees_columns,
	.load = attendees_load,
	.judge = attendees_judge,
	.conclude = attendees_conclude,
	.decided = attendees_seat,
	.open = attendees_open,
	.write = attendees_write,
	.close = attendees_close,
	.forget = attendees_forget,
};
