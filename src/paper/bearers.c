/* Who bears a badge, or sits behind a card. */
#include "base/error.h"
#include "base/i18n.h"
#include "core/naming.h"
#include "core/status.h"
#include "paper/paper.h"

const char *
paper_role(const struct paper_person *person)
{
	if (person->speaker != NULL)
		return code_label(&code_speaker_roles, person->speaker->role);
	if (person->attendee == NULL ||
	    code_is(&code_attendee_parts, person->attendee->part, CODE_TAKES_SEAT))
		return NULL;
	return code_label(&code_attendee_parts, person->attendee->part);
}

/* ---- those who were chosen ----------------------------------------------------------------------
 */

static bool
is_chosen(const struct paper_choice *choice, gint64 attendee_id)
{
	for (guint i = 0; i < choice->n_to; i++)
		if (choice->to[i] == attendee_id)
			return true;
	return false;
}

static bool
chosen_stand(const struct paper *paper, GError **error)
{
	const Rows *rows = paper->whole->attendees;
	for (guint i = 0; paper->choice->n_to > 0 && i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (!is_chosen(paper->choice, attendee->id) ||
		    code_is(&code_attendee_statuses, attendee->status, CODE_LIVE))
			continue;
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		return fail(error, ERROR_INVALID, _("%s does not come (%s): nothing was printed"),
			    name, code_label(&code_attendee_statuses, attendee->status));
	}
	return true;
}

/* ---- everyone -----------------------------------------------------------------------------------
 */

static struct paper_person *
speaker_of(const struct paper *paper, const struct attendee *attendee)
{
	for (guint i = 0; i < paper->speakers->len; i++) {
		struct paper_person *person = paper->speakers->pdata[i];
		if (person->attendee == attendee)
			return person;
	}
	return NULL;
}

/* Whoever is asked for by name gets one, even without a place. Nobody wears the badge of a name
 * that was erased; lists and sheets keep its line, for their counts must stay true. */
static bool
is_there(const struct paper *paper, const struct attendee *attendee)
{
	const struct paper_choice *choice = paper->choice;
	if (name_is_erased(attendee->first_name, attendee->last_name))
		return false;
	if (choice->n_to > 0)
		return is_chosen(choice, attendee->id);
	return code_is(&code_attendee_statuses, attendee->status, CODE_TAKES_SEAT) ||
	       speaker_of(paper, attendee) != NULL;
}

static void
bearer_add(struct paper *paper, const struct attendee *attendee, const GHashTable *workshops)
{
	const struct paper_person *speaker = speaker_of(paper, attendee);
	struct paper_person *person = paper_line(paper, attendee, workshops);
	if (speaker != NULL) {
		person->speaker = speaker->speaker;
		person->shown.function = speaker->shown.function;
	}
	g_ptr_array_add(paper->attendees, person);
}

bool
paper_gather_bearers(struct paper *paper, GError **error)
{
	g_autoptr(GHashTable) workshops = paper_workshops(paper, true);
	const Rows *rows = paper->whole->attendees;
	if (paper_is_online(paper))
		return fail(error, ERROR_NOTHING,
			    _("%s takes place online: nobody wears a badge there or sits behind "
			      "a card"),
			    paper->whole->event->number);
	if (!chosen_stand(paper, error))
		return false;
	paper_gather_people(paper, false);
	g_ptr_array_set_size(paper->attendees, 0);
	for (guint i = 0; i < rows->n; i++)
		if (is_there(paper, rows->row[i]))
			bearer_add(paper, rows->row[i], workshops);
	for (guint i = 0; paper->choice->n_to == 0 && i < paper->speakers->len; i++) {
		const struct paper_person *speaker = paper->speakers->pdata[i];
		const struct speaker *said = speaker->speaker;
		const struct person *who = rows_find(paper->whole->people, said->person_id);
		if (speaker->attendee != NULL || who == NULL || who->erased_at != NULL)
			continue;
		struct paper_person *person = g_memdup2(speaker, sizeof *speaker);
		person->shown.workshop = NULL; /* where they speak, which is not where they go */
		g_ptr_array_add(paper->attendees, person);
	}
	g_ptr_array_sort(paper->attendees, paper_line_order);
	return true;
}
