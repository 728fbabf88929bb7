/* The minutes of a meeting that decides: who was there or represented, whether it could decide,
 * what it decided (domain study, §6: présent, excusé, représenté, quorum, décisions). */
#include <string.h>

#include "app/decision.h"
#include "base/error.h"
#include "base/i18n.h"
#include "paper/places.h"

#define SIGNATURE_ROOM 18 /* mm */

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "minutes");
}

static bool
gather(struct paper *paper, GError **error)
{
	Meeting *meeting = meeting_load(paper->store, paper->whole->event->id, error);
	paper->facts = meeting;
	paper->free_facts = (GDestroyNotify)meeting_free;
	if (meeting == NULL)
		return false;
	return meeting->members->len > 0 || meeting->decisions->n > 0 ||
	       fail(error, ERROR_INVALID,
		    _("%s has neither members nor decisions: there are no minutes to write"),
		    meeting->event->number);
}

/* ---- who was there ------------------------------------------------------------------------------
 */

static void
member_put(Writing *writing, struct writing_table *table, const struct meeting_member *member,
	   bool represented)
{
	writing_row(table);
	writing_cell(writing, table, NULL, member->name, 1);
	writing_cell(writing, table, NULL, member->function, 1);
	writing_cell(writing, table, NULL, member->organisation, 1);
	if (represented)
		writing_cell(writing, table, NULL, member->represented_by, 1);
}

/* Those in STATE under HEADING, with who came in their place where that is what they are. */
static void
members_write(Writing *writing, const Meeting *meeting, const char *state, const char *heading,
	      guint n)
{
	static const struct writing_column columns[] = {{NULL, 40, WRITING_START},
							{NULL, 40, WRITING_START},
							{NULL, 50, WRITING_START},
							{NULL, 40, WRITING_START}};
	bool represented = strcmp(state, "represented") == 0;
	struct writing_column headed[G_N_ELEMENTS(columns)];
	const char *const heads[] = {_("Name"), _("Function"), _("Organisation"),
				     _("Represented by")};
	if (n == 0)
		return;
	g_autofree char *counted = g_strdup_printf("%s (%u)", heading, n);
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
		headed[i] = columns[i];
		headed[i].head = heads[i];
	}
	writing_heading(writing, 1, counted);
	struct writing_table *table = writing_table(writing, headed, represented ? 4 : 3);
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct meeting_member *member =
			&g_array_index(meeting->members, struct meeting_member, i);
		if (strcmp(member->state, state) == 0)
			member_put(writing, table, member, represented);
	}
}

static void
presence_write(Writing *writing, const Meeting *meeting)
{
	g_autofree char *quorum = meeting_quorum_text(meeting);
	members_write(writing, meeting, "present", _("Present"), meeting->present);
	members_write(writing, meeting, "represented", _("Represented"), meeting->represented);
	members_write(writing, meeting, "excused", _("Excused"), meeting->excused);
	members_write(writing, meeting, "absent", _("Absent"), meeting->absent);
	if (!meeting->marked)
		members_write(writing, meeting, "unknown", _("Called, presence not marked"),
			      meeting->members->len);
	if (quorum == NULL)
		return;
	writing_room(writing, 3);
	g_autofree char *first = g_utf8_substring(quorum, 0, 1);
	g_autofree char *capital = g_utf8_strup(first, -1);
	g_autofree char *sentence = g_strconcat(capital, quorum + strlen(first), ".", NULL);
	writing_text(writing, WRITING_STRONG, sentence);
}

/* ---- what was decided ---------------------------------------------------------------------------
 */

static void
decision_write(Writing *writing, guint number, const struct decision *decision)
{
	g_autofree char *heading = g_strdup_printf("%u. %s", number, decision->item);
	g_autofree char *votes = decision_votes_text(decision);
	writing_heading(writing, 2, heading);
	writing_text(writing, WRITING_PLAIN,
		     decision->text != NULL ? decision->text : _("Nothing was decided."));
	writing_fact(writing, _("Votes"), votes);
}

static void
decisions_write(Writing *writing, const Rows *decisions)
{
	if (decisions->n == 0)
		return;
	writing_heading(writing, 1, _("Decisions"));
	for (guint i = 0; i < decisions->n; i++)
		decision_write(writing, i + 1, decisions->row[i]);
}

/* Whoever was in the chair, and whoever wrote: the minutes are theirs, not the program's. */
static void
signatures_write(Writing *writing)
{
	static const struct writing_column columns[] = {{NULL, 1, WRITING_START},
							{NULL, 1, WRITING_START}};
	writing_room(writing, 6);
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	table->least = SIGNATURE_ROOM;
	writing_row(table);
	writing_cell(writing, table, _("In the chair"), NULL, 1);
	writing_cell(writing, table, _("Secretary of the meeting"), NULL, 1);
}

static bool
compose(struct paper *paper, GError **error)
{
	const Meeting *meeting = paper->facts;
	(void)error;
	g_autofree char *document = wording_document(&paper->event, _("MINUTES OF THE MEETING"));
	g_autofree char *dates = wording_dates(&paper->event);
	g_autofree char *times = wording_times(paper->event.start_time, paper->event.end_time);
	g_autofree char *when = wording_join((const char *[]){paper->event.kind, dates, times}, 3);
	g_autofree char *where = places_text(paper);
	Writing *writing = paper_writing(paper, document, paper->event.title);
	writing_add_fact(writing, when);
	writing_add_fact(writing, where);
	presence_write(writing, meeting);
	decisions_write(writing, meeting->decisions);
	signatures_write(writing);
	return true;
}

const struct paper_making making_minutes = {
	.kind = {.name = "minutes",
		 .label = N_("Minutes of the meeting"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_TEXT | 1 << PAPER_ODT},
	.file_word = file_word,
	.gather = gather,
	.compose = compose,
};
