/* Name cards for the tables: the speakers', or everyone's. */
#include "base/error.h"
#include "base/i18n.h"
#include "paper/paper.h"

static const char *
file_word(const struct paper *paper)
{
	return paper->choice->everyone ? C_("file", "name cards of all") : C_("file", "name cards");
}

static bool
gather(struct paper *paper, GError **error)
{
	const struct paper_choice *choice = paper->choice;
	bool speakers = !choice->everyone && choice->n_to == 0;
	if (!paper_gather_bearers(paper, error))
		return false;
	for (guint i = paper->attendees->len; speakers && i-- > 0;)
		if (((struct paper_person *)paper->attendees->pdata[i])->speaker == NULL)
			g_ptr_array_remove_index(paper->attendees, i);
	return paper->attendees->len > 0 ||
	       fail(error, ERROR_NOTHING,
		    speakers ? _("%s has no speaker yet: there is no name card")
			     : _("nobody is registered for %s: there is no name card"),
		    paper->whole->event->number);
}

static void
digest_line(const struct paper *paper, const struct paper_person *person, GChecksum *digest)
{
	(void)paper;
	/* the uid, too: nobody finds out a name by trying names */
	digest_add(digest, person->attendee != NULL ? person->attendee->uid : NULL);
	digest_add(digest, person->shown.last_name);
	digest_add(digest, person->shown.first_name);
	digest_add(digest, person->shown.organisation);
}

static bool
draw(const struct paper *paper, const struct print_module *print, const char *path, guint *pages,
     char **missing, GError **error)
{
	g_autofree struct document_person *people = paper_people_shown(paper->attendees);
	struct name_cards cards = {.letterhead = paper->letterhead,
				   .reference = paper->reference,
				   .event = paper->event,
				   .people = people,
				   .n_people = paper->attendees->len};
	cards.reference.code = NULL; /* only what is signed comes back */
	return print->name_cards(&cards, path, pages, missing, error);
}

const struct paper_making making_name_cards = {
	.kind = {.name = "name-cards",
		 .label = N_("Name cards"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_SORTED | PAPER_OF_PEOPLE | PAPER_REPRINTED | PAPER_IN_DAY |
			   PAPER_OF_LIVE},
	.file_word = file_word,
	.gather = gather,
	.digest_line = digest_line,
	.unchanged = N_("no name card has changed since they were printed"),
	.draw = draw,
	.record = paper_record_lines,
};
