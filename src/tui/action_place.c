#include "tui/action.h"

#include "base/i18n.h"

/* Where one has to be, as the end of "only …". */
static const struct {
	guint64 context;
	const char *place; /* English msgid */
} places[] = {
	{CONTEXT_LIST, N_("in a list")},
	{CONTEXT_EVENT, N_("in an event")},
	{CONTEXT_EVENTS, N_("on the list of events")},
	{CONTEXT_HOME, N_("on Home")},
	{CONTEXT_ATTENDEES, N_("on a list of attendees")},
	{CONTEXT_PEOPLE, N_("on the list of people")},
	{CONTEXT_ORGANISATIONS, N_("on the list of organisations")},
	{CONTEXT_VENUES, N_("on the list of places")},
	{CONTEXT_PROGRAMME, N_("on the programme of an event")},
	{CONTEXT_SPEAKERS, N_("on the speakers of an event")},
	{CONTEXT_PARTNERS, N_("on the partners of an event")},
	{CONTEXT_FOLLOW_UP, N_("on the follow-up of an event")},
	{CONTEXT_GENERAL, N_("on the first tab of an event")},
	{CONTEXT_FIGURES, N_("on the figures of an event")},
	{CONTEXT_REPORT, N_("on the figures of the year")},
	{CONTEXT_TASKS, N_("on a list of tasks")},
	{CONTEXT_DECISIONS, N_("on the decisions of a meeting")},
	{CONTEXT_PRACTICES, N_("on the good practices")},
	{CONTEXT_WORKSHOPS, N_("on the workshops of an event")},
	{CONTEXT_THANKS, N_("on the thanks of an event")},
	{CONTEXT_CLASSIFY, N_("while classifying")},
	{CONTEXT_DUPLICATES, N_("on the duplicates found")},
	{CONTEXT_COMPARE, N_("while comparing two")},
	{CONTEXT_CONFLICTS, N_("on what copies said otherwise")},
	{CONTEXT_CONFLICT, N_("on one thing copies said otherwise")},
	{CONTEXT_FORM, N_("in a form")},
	{CONTEXT_PREVIEW, N_("while bringing in a table")},
	{CONTEXT_HISTORY, N_("on the history")},
	{CONTEXT_SAMPLE, N_("in the trial database")},
	{CONTEXT_ROOMS, N_("on the rooms of a place")},
	{CONTEXT_REFERENCE, N_("on kinds, themes or cycles")},
	{CONTEXT_SETTINGS, N_("on the settings")},
};

/* What rows of any sort have is said in one word; of other places two are enough. */
#define MANY 5

static guint
places_of(guint64 contexts, const char *found[2])
{
	guint n = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		if ((places[i].context & contexts) == 0)
			continue;
		if (n < 2)
			found[n] = _(places[i].place);
		n++;
	}
	return n;
}

char *
action_place(const struct action *action)
{
	const char *found[2] = {NULL, NULL};
	guint n = places_of(action->contexts, found);
	if (n == 0)
		return g_strdup("");
	if (n >= MANY)
		return g_strdup_printf(_("only %s"), _("in a list"));
	if (n == 1)
		return g_strdup_printf(_("only %s"), found[0]);
	return g_strdup_printf(_("only %s or %s"), found[0], found[1]);
}
