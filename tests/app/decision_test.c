/* The record of a meeting: who was there, the quorum, the order of its decisions. */
#include "app/decision.h"

#include "app/scene.h"
#include "base/i18n.h"

struct committee {
	gint64 event, am, pm;
	gint64 members[6]; /* present, present in the afternoon, represented, excused, absent,
			      nothing */
};

static struct committee
committee_made(Store *store, gint64 quorum)
{
	static const char *const names[] = {"Élan", "Diop", "Roux", "Vidal", "Max", "Petit"};
	struct committee committee;
	begin(store);
	committee.event = scene_event(store, "2026-001", "Comité de pilotage", "held");
	gint64 day = scene_day(store, committee.event, "2026-11-20", "09:30", "16:30", 0);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		committee.members[i] = scene_participant(store, committee.event, "Zoé", names[i],
							 "registered", NULL);
	scene_participant(store, committee.event, "Léa", "Partie", "cancelled", NULL);
	gint64 guest = scene_person(store, "Nora", "Invitée");
	scene_attendee(store, committee.event, guest, "Nora", "Invitée", "speaker", "registered",
		       NULL);
	commit(store);
	committee.am = 0;
	begin(store);
	committee.am = scene_half_day(store, day, "am");
	committee.pm = scene_half_day(store, day, "pm");
	store_rollback(store);
	if (quorum != MISSING)
		scene_change(store, &entity_event, committee.event, "quorum",
			     value_integer(quorum));
	return committee;
}

static void
mark_represented(Store *store, gint64 attendee_id, gint64 half_day_id, const char *by)
{
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee_id;
	mark->half_day_id = half_day_id;
	text_set(&mark->state, "represented");
	text_set(&mark->represented_by, by);
	text_set(&mark->happened_at, "2026-11-20T09:00:00Z");
	text_set(&mark->recorded_at, "2026-11-20T09:00:00Z");
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "sheet");
	scene_insert(store, &entity_presence_mark, mark);
}

static void
committee_mark(Store *store, const struct committee *committee)
{
	const char *const at = "2026-11-20T09:00:00Z";
	begin(store);
	scene_mark(store, committee->members[0], committee->am, "present", at);
	scene_mark(store, committee->members[0], committee->pm, "absent", at);
	scene_mark(store, committee->members[1], committee->pm, "present", at);
	mark_represented(store, committee->members[2], committee->am, "Paul Dupuis");
	scene_mark(store, committee->members[3], committee->am, "excused", at);
	scene_mark(store, committee->members[3], committee->pm, "absent", at);
	scene_mark(store, committee->members[4], committee->am, "absent", at);
	commit(store);
}

static const struct meeting_member *
member_named(const Meeting *meeting, const char *name)
{
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct meeting_member *member =
			&g_array_index(meeting->members, struct meeting_member, i);
		if (strcmp(member->name, name) == 0)
			return member;
	}
	return NULL;
}

static void
assert_state(const Meeting *meeting, const char *name, const char *state)
{
	const struct meeting_member *member = member_named(meeting, name);
	if (member == NULL || strcmp(member->state, state) != 0)
		fail_msg("%s is %s", name, member != NULL ? member->state : "not there");
}

/* ---- quorum -----------------------------------------------------------------------------------
 */

static void
meeting__counts__members_once_by_what_says_most(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct committee committee = committee_made(store, 3);
	committee_mark(store, &committee);
	g_autoptr(Meeting) meeting = meeting_load(store, committee.event, NULL);
	assert_int_equal(meeting->members->len, 6);
	assert_int_equal(meeting->present, 2);
	assert_int_equal(meeting->represented, 1);
	assert_int_equal(meeting->excused, 1);
	assert_int_equal(meeting->absent, 2);
	assert_int_equal(meeting->voices, 3);
	assert_true(meeting->reached);
	assert_state(meeting, "Zoé Élan", "present");
	assert_state(meeting, "Zoé Vidal", "excused");
	assert_state(meeting, "Zoé Petit", "absent");
	const struct meeting_member *roux = member_named(meeting, "Zoé Roux");
	assert_true(roux != NULL && g_strcmp0(roux->represented_by, "Paul Dupuis") == 0);
	g_autofree char *text = meeting_quorum_text(meeting);
	assert_string_equal(text, "quorum reached: 3 present or represented, of 3 needed");
}

static void
meeting__with_one_voice_less__has_no_quorum(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct committee committee = committee_made(store, 4);
	committee_mark(store, &committee);
	g_autoptr(Meeting) meeting = meeting_load(store, committee.event, NULL);
	assert_false(meeting->reached);
	g_autofree char *text = meeting_quorum_text(meeting);
	assert_string_equal(text, "quorum not reached: 3 present or represented, of 4 needed");
}

static void
meeting__before_anybody_is_marked__says_what_is_needed(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct committee committee = committee_made(store, 4);
	g_autoptr(Meeting) meeting = meeting_load(store, committee.event, NULL);
	assert_false(meeting->marked);
	assert_state(meeting, "Zoé Petit", "unknown");
	g_autofree char *text = meeting_quorum_text(meeting);
	assert_string_equal(text, "quorum: 4 members must be present or represented");
}

static void
meeting__without_a_quorum__can_always_decide(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct committee committee = committee_made(store, MISSING);
	g_autoptr(Meeting) meeting = meeting_load(store, committee.event, NULL);
	assert_true(meeting->reached);
	assert_null(meeting_quorum_text(meeting));
	assert_false(event_decides(store, meeting->event));
}

/* Whoever comes at the door for a member is that member's voice; a member who holds the power of
 * another is two. */
static void
meeting__counts__no_voice_twice(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct committee committee = committee_made(store, 3);
	begin(store);
	gint64 person = scene_person(store, "Paul", "Dupuis");
	gint64 substitute = scene_attendee(store, committee.event, person, "Paul", "Dupuis",
					   "participant", "registered", NULL);
	commit(store);
	scene_change(store, &entity_attendee, substitute, "origin", value_text("walk_in"));
	begin(store);
	mark_represented(store, committee.members[2], committee.am, "Paul DUPUIS");
	scene_mark(store, substitute, committee.am, "present", "2026-11-20T09:00:00Z");
	mark_represented(store, committee.members[1], committee.am, "Zoé Élan");
	scene_mark(store, committee.members[0], committee.am, "present", "2026-11-20T09:00:00Z");
	commit(store);
	g_autoptr(Meeting) meeting = meeting_load(store, committee.event, NULL);
	assert_null(member_named(meeting, "Paul Dupuis"));
	assert_int_equal(meeting->present, 1);
	assert_int_equal(meeting->represented, 2);
	assert_int_equal(meeting->voices, 3);
}

/* ---- decisions --------------------------------------------------------------------------------
 */

static gint64
decision_made(Store *store, gint64 event_id, const char *item)
{
	struct decision *decision = entity_new(&entity_decision);
	decision->event_id = event_id;
	decision->position =
		1 + store_count(store, &entity_decision, "event_id", value_integer(event_id), NULL);
	text_set(&decision->item, item);
	return scene_insert(store, &entity_decision, decision);
}

static void
assert_order(Store *store, gint64 event_id, const char *order)
{
	g_autoptr(Rows) rows = store_of(store, &entity_decision, "event_id", event_id, NULL);
	g_autoptr(GString) items = g_string_new(NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct decision *decision = rows->row[i];
		assert_int_equal(decision->position, i + 1);
		g_string_append(items, decision->item);
	}
	assert_string_equal(items->str, order);
}

static void
decision_place__moves__one_among_the_others(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const struct {
		guint from, to;
		const char *order;
	} cases[] = {{0, 4, "BCDA"}, {3, 1, "DABC"},  {1, 3, "ACBD"},
		     {2, 2, "ACBD"}, {1, 99, "ACDB"}, {0, 1, "ABCD"}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		gint64 ids[4];
		GError *error = NULL;
		begin(store);
		gint64 event = scene_event(store, "2026-001", "Comité", "draft");
		static const char *const items[] = {"A", "B", "C", "D"};
		for (gsize j = 0; j < G_N_ELEMENTS(items); j++)
			ids[j] = decision_made(store, event, items[j]);
		struct decision *moved =
			store_get(store, &entity_decision, ids[cases[i].from], NULL);
		decision_place(store, moved, cases[i].to, &error);
		assert_no_error(error);
		assert_order(store, event, cases[i].order);
		entity_free(&entity_decision, moved);
		store_rollback(store);
	}
}

static void
decision_votes_text__says__what_was_counted(void **state)
{
	(void)state;
	struct decision decision = {.votes_for = 10, .votes_against = 1, .abstentions = 2};
	g_autofree char *all = decision_votes_text(&decision);
	assert_string_equal(all, "10 for, 1 against, 2 abstentions");
	decision.votes_against = decision.abstentions = MISSING;
	g_autofree char *one = decision_votes_text(&decision);
	assert_string_equal(one, "10 for");
	decision.votes_for = MISSING;
	assert_null(decision_votes_text(&decision));
}

static void
decision__is_written_undone_and_done_again(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Comité", "draft");
	commit(store);
	begin(store);
	gint64 id = decision_made(store, event, "Budget");
	commit(store);
	scene_change(store, &entity_decision, id, "text", value_text("Adopté"));
	struct event *row = store_get(store, &entity_event, event, NULL);
	assert_true(event_decides(store, row));
	assert_true(history_undo(store, 0, NULL, NULL));
	assert_true(history_undo(store, 0, NULL, NULL));
	assert_false(event_decides(store, row));
	assert_true(history_redo(store, NULL, NULL));
	assert_true(history_redo(store, NULL, NULL));
	struct decision *back = store_get(store, &entity_decision, id, NULL);
	assert_true(back != NULL && strcmp(back->text, "Adopté") == 0);
	entity_free(&entity_decision, back);
	entity_free(&entity_event, row);
}

static void
meeting_text__is_clean__whatever_people_are_called(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Comité\u202e", "draft");
	decision_made(store, event, "Budget\u200b \033[31m");
	commit(store);
	g_autoptr(Meeting) meeting = meeting_load(store, event, NULL);
	g_autofree char *text = meeting_text(meeting);
	assert_null(strchr(text, '\033'));
	assert_null(strstr(text, "\u202e"));
	assert_true(g_str_has_suffix(text, "\n"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(meeting__counts__members_once_by_what_says_most),
		TEST(meeting__with_one_voice_less__has_no_quorum),
		TEST(meeting__before_anybody_is_marked__says_what_is_needed),
		TEST(meeting__without_a_quorum__can_always_decide),
		TEST(meeting__counts__no_voice_twice),
		TEST(decision_place__moves__one_among_the_others),
		cmocka_unit_test(decision_votes_text__says__what_was_counted),
		TEST(decision__is_written_undone_and_done_again),
		TEST(meeting_text__is_clean__whatever_people_are_called),
	};
	i18n_set_language("en");
	return test_run("decision", tests);
}
