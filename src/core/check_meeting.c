/* What a meeting decided, and whether it could. */
#include "base/i18n.h"
#include "core/check_private.h"

static void
check_quorum(struct check_run *run)
{
	const struct check_facts *facts = run->facts;
	if (facts->quorum <= 0 || facts->voices < 0 || facts->voices >= facts->quorum ||
	    facts->n_decisions == 0)
		return;
	check_add(run, CHECK_WARNING, "no_quorum", check_at_event("quorum"),
		  g_strdup_printf(i18n_count("Decisions are on record without a quorum: %d present "
					     "or represented of %d needed",
					     "Decisions are on record without a quorum: %d present "
					     "or represented, of %d needed",
					     facts->voices),
				  (int)facts->voices, (int)facts->quorum));
}

static void
check_votes(struct check_run *run, const struct check_decision *decision)
{
	if (run->facts->voices < 0 || decision->votes <= run->facts->voices)
		return;
	check_add(run, CHECK_WARNING, "votes_over_voices", check_at_event(NULL),
		  g_strdup_printf(_("“%s”: %d votes, for %d present or represented"),
				  decision->item, (int)decision->votes, (int)run->facts->voices));
}

void
check_meeting(struct check_run *run)
{
	check_quorum(run);
	for (guint i = 0; i < run->facts->n_decisions; i++)
		check_votes(run, &run->facts->decisions[i]);
}
