/* Who stands on a paper. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "paper/paper.h"

/* ---- workshops ----------------------------------------------------------------------------------
 */

static bool
choices_are_assigned(const struct paper *paper)
{
	for (guint i = 0; i < paper->whole->choices->n; i++)
		if (((struct choice *)paper->whole->choices->row[i])->assigned != 0)
			return true;
	return false;
}

/* Attendee -> titles: the workshops that people were given; as long as nobody was given one, the
 * one that each wishes most, unless GIVEN. */
GHashTable *
paper_workshops(struct paper *paper, bool given)
{
	GHashTable *workshops = g_hash_table_new(g_int64_hash, g_int64_equal);
	bool assigned = given || choices_are_assigned(paper);
	for (guint i = 0; i < paper->whole->choices->n; i++) {
		const struct choice *choice = paper->whole->choices->row[i];
		const struct session *session =
			rows_find(paper->whole->sessions, choice->session_id);
		const char *before = g_hash_table_lookup(workshops, &choice->attendee_id);
		if (session == NULL || (assigned ? choice->assigned == 0 : before != NULL))
			continue;
		const char *titles = before == NULL
					     ? session->title
					     : paper_take(paper, g_strdup_printf("%s ; %s", before,
										 session->title));
		g_hash_table_insert(workshops, (gpointer)(guintptr)&choice->attendee_id,
				    (gpointer)(guintptr)titles);
	}
	return workshops;
}

/* True when people were given places in SHOWN, or in a session parallel to it. */
static bool
session_is_assigned(const struct paper *paper, const struct session *shown)
{
	for (guint i = 0; i < paper->whole->choices->n; i++) {
		const struct choice *choice = paper->whole->choices->row[i];
		const struct session *session =
			rows_find(paper->whole->sessions, choice->session_id);
		if (choice->assigned == 0 || session == NULL)
			continue;
		if (session == shown || sessions_parallel(session, shown))
			return true;
	}
	return false;
}

/* The attendees given to SESSION; NULL: everybody is in it. */
static GHashTable *
session_attendees(const struct paper *paper, const struct session *session)
{
	if (session == NULL || !session_is_assigned(paper, session))
		return NULL;
	GHashTable *given = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < paper->whole->choices->n; i++) {
		struct choice *choice = paper->whole->choices->row[i];
		if (choice->assigned != 0 && choice->session_id == session->id)
			g_hash_table_add(given, &choice->attendee_id);
	}
	return given;
}

/* ---- presence -----------------------------------------------------------------------------------
 */

static bool
half_day_is_shown(const struct paper *paper, gint64 half_day_id)
{
	const struct half_day *half_day = rows_find(paper->whole->half_days, half_day_id);
	const struct event_day *day =
		half_day != NULL ? rows_find(paper->whole->days, half_day->day_id) : NULL;
	for (guint i = 0; day != NULL && i < paper->half_days->len; i++) {
		const struct document_half_day *shown =
			&g_array_index(paper->half_days, struct document_half_day, i);
		if (g_strcmp0(shown->day, day->date) == 0 &&
		    strcmp(shown->part, half_day->part) == 0)
			return true;
	}
	return false;
}

/* Those who were present on a half-day of the paper; NULL as long as nobody was. */
static GHashTable *
present_load(const struct paper *paper)
{
	g_autoptr(GPtrArray) marks = event_marks_in_order(paper->whole->marks);
	GHashTable *present = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		struct presence_mark *mark = marks->pdata[from];
		end = event_marks_run(marks, from);
		if (code_is(&code_presence_states, event_marks_state(marks, from, end),
			    CODE_COUNTED) &&
		    half_day_is_shown(paper, mark->half_day_id))
			g_hash_table_add(present, &mark->attendee_id);
	}
	if (g_hash_table_size(present) == 0)
		g_clear_pointer(&present, g_hash_table_unref);
	return present;
}

/* ---- lines --------------------------------------------------------------------------------------
 */

/* What is said beside a name: that somebody has no firm place, or is no participant. */
static const char *
status_words(const struct paper *paper, const struct attendee *attendee)
{
	if (strcmp(attendee->part, "participant") != 0)
		return code_label(&code_attendee_parts, attendee->part);
	if (paper->present || attendee_counted(attendee->status, attendee->part))
		return NULL;
	return code_label(&code_attendee_statuses, attendee->status);
}

static const char *
group_key(struct paper *paper, const struct document_person *person)
{
	const char *sort = paper->choice->sort;
	const char *by = NULL;
	if (g_strcmp0(sort, "organisation") == 0)
		by = person->organisation;
	else if (g_strcmp0(sort, "department") == 0)
		by = person->department;
	else if (g_strcmp0(sort, "workshop") == 0)
		by = person->workshop;
	else
		return "";
	return by != NULL ? paper_take(paper, text_order(by)) : NULL;
}

struct paper_person *
paper_line(struct paper *paper, const struct attendee *attendee, const GHashTable *workshops)
{
	struct paper_person *line = g_new0(struct paper_person, 1);
	line->attendee_id = attendee->id;
	line->attendee = attendee;
	line->order = attendee->sort_key;
	line->shown = (struct document_person){
		.last_name = name_last_shown(attendee->first_name, attendee->last_name),
		.first_name = attendee->first_name,
		.function = attendee->function,
		.organisation = attendee->organisation,
		.department = attendee->department,
		.email = attendee->email,
		.phone = attendee->phone,
		.workshop = workshops != NULL
				    ? g_hash_table_lookup((GHashTable *)(guintptr)workshops,
							  &attendee->id)
				    : NULL,
		.status = status_words(paper, attendee),
		.number = attendee->number,
	};
	line->group = group_key(paper, &line->shown);
	return line;
}

/* Lines without what they are sorted by come last. */
gint
paper_line_order(gconstpointer one, gconstpointer other)
{
	const struct paper_person *a = *(const struct paper_person *const *)one;
	const struct paper_person *b = *(const struct paper_person *const *)other;
	if ((a->group == NULL) != (b->group == NULL))
		return a->group == NULL ? 1 : -1;
	gint order = g_strcmp0(a->group, b->group);
	if (order == 0)
		order = g_strcmp0(a->order, b->order);
	if (order == 0)
		order = a->attendee_id < b->attendee_id ? -1 : a->attendee_id > b->attendee_id;
	return order;
}

/* A sheet is for those who have a place: whoever waits, or has not answered, signs on a blank line
 * if they come. */
static bool
is_on_paper(const struct attendee *attendee, GHashTable *given, GHashTable *present)
{
	if (present != NULL)
		return g_hash_table_contains(present, &attendee->id);
	return attendee_takes_seat(attendee->status, attendee->part) &&
	       (given == NULL || g_hash_table_contains(given, &attendee->id));
}

static void
gather_attendees(struct paper *paper, bool came)
{
	const Rows *rows = paper->whole->attendees;
	GHashTable *present = came ? present_load(paper) : NULL;
	GHashTable *given = session_attendees(paper, paper->session);
	g_autoptr(GHashTable) workshops = paper_workshops(paper, false);
	paper->present = present != NULL;
	for (guint i = 0; i < rows->n; i++)
		if (is_on_paper(rows->row[i], given, present))
			g_ptr_array_add(paper->attendees,
					paper_line(paper, rows->row[i], workshops));
	g_ptr_array_sort(paper->attendees, paper_line_order);
	g_clear_pointer(&present, g_hash_table_unref);
	g_clear_pointer(&given, g_hash_table_unref);
}

GPtrArray *
paper_session_people(struct paper *paper, const struct session *session)
{
	const Rows *rows = paper->whole->attendees;
	g_autoptr(GHashTable) given = session_attendees(paper, session);
	if (given == NULL)
		return NULL;
	GPtrArray *people = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < rows->n; i++)
		if (is_on_paper(rows->row[i], given, NULL))
			g_ptr_array_add(people, paper_line(paper, rows->row[i], NULL));
	g_ptr_array_sort(people, paper_line_order);
	return people;
}

/* ---- speakers -----------------------------------------------------------------------------------
 */

static const struct attendee *
attendee_of(const struct paper *paper, gint64 person_id)
{
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		if (attendee->person_id == person_id && attendee->live == 1)
			return attendee;
	}
	return NULL;
}

/* As declared for this event, else as the directory has it. */
struct paper_person *
paper_speaker(struct paper *paper, const struct speaker *speaker)
{
	const struct attendee *attendee = attendee_of(paper, speaker->person_id);
	const struct person *person = rows_find(paper->whole->people, speaker->person_id);
	struct paper_person *line = NULL;
	if (attendee != NULL) {
		line = paper_line(paper, attendee, NULL);
	} else {
		const struct organisation *organisation =
			rows_find(paper->whole->organisations, person->organisation_id);
		line = g_new0(struct paper_person, 1);
		line->order = person->sort_key;
		line->shown = (struct document_person){
			.last_name = name_last_shown(person->first_name, person->last_name),
			.first_name = person->first_name,
			.function = person->function,
			.organisation = organisation != NULL ? organisation->name : NULL,
			.department = person->department,
		};
	}
	if (speaker->function != NULL)
		line->shown.function = speaker->function;
	line->speaker = speaker;
	line->group = "";
	return line;
}

static void
line_add_session(struct paper *paper, struct paper_person *line, const struct speaker *speaker)
{
	const struct session *session = rows_find(paper->whole->sessions, speaker->session_id);
	const char *before = line->shown.workshop;
	if (session == NULL)
		return;
	line->shown.workshop =
		before == NULL
			? session->title
			: paper_take(paper, g_strdup_printf("%s ; %s", before, session->title));
}

/* Each once, with their sessions; of a session's sheet, those who speak in it. */
static void
gather_speakers(struct paper *paper)
{
	const Rows *rows = paper->whole->speakers;
	g_autoptr(GHashTable) lines = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < rows->n; i++) {
		struct speaker *speaker = rows->row[i];
		if (!code_is(&code_speaker_states, speaker->state, CODE_LIVE) ||
		    (paper->session != NULL && speaker->session_id != paper->session->id) ||
		    rows_find(paper->whole->people, speaker->person_id) == NULL)
			continue;
		struct paper_person *line = g_hash_table_lookup(lines, &speaker->person_id);
		if (line == NULL) {
			line = paper_speaker(paper, speaker);
			g_ptr_array_add(paper->speakers, line);
			g_hash_table_insert(lines, &speaker->person_id, line);
		}
		line_add_session(paper, line, speaker);
	}
	g_ptr_array_sort(paper->speakers, paper_line_order);
}

void
paper_gather_people(struct paper *paper, bool present)
{
	gather_attendees(paper, present);
	gather_speakers(paper);
}
