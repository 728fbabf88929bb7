/* Who is expected, by family of actors. A centre wants its events to be visited by many (domain
 * study, §10), and must learn that they are not while it can still invite others. */
#include <string.h>

#include "base/i18n.h"
#include "core/check_private.h"
#include "core/report.h"
#include "core/status.h"

#define CODE_DOMINANT "balance_dominant"
#define CODE_MISSING  "balance_missing"

/* The label of a family names one body; these are all of them, as a sentence begins with them, and
 * as they stand in a list. */
static const struct {
	const char *family, *first, *listed; /* msgids; NULL: it is not missed */
} words[] = {
	{"state", N_("The State services"), N_("State services")},
	{"local_authority", N_("The local authorities"), N_("local authorities")},
	{"association", N_("The associations"), N_("associations")},
	{"social_landlord", N_("The social landlords"), N_("social landlords")},
	{"citizens_council", N_("The citizens’ councils"), N_("citizens’ councils")},
	{"public_operator", N_("The public operators"), N_("public operators")},
	{"university", N_("The universities and research"), N_("universities and research")},
	{"resource_centre", N_("The resource centres and observatories"),
	 N_("resource centres and observatories")},
	{"company", N_("The companies"), N_("companies")},
	{"consultant", N_("The consultants"), N_("consultants")},
	{"other", N_("The bodies of no family"), NULL},
};

static guint
words_of(const char *family)
{
	guint i = 0;
	while (i < G_N_ELEMENTS(words) && g_strcmp0(words[i].family, family) != 0)
		i++;
	return i;
}

/* Those of whom nobody knows the family can tip no balance. */
static gint64
registered_known(const struct check_facts *facts)
{
	gint64 sum = 0;
	for (guint i = 0; i < facts->n_families; i++)
		sum += facts->families[i].family != NULL ? facts->families[i].registered : 0;
	return sum;
}

static void
check_dominant(struct check_run *run, const struct check_family *family, gint64 sum)
{
	guint place = words_of(family->family);
	gint64 permille = family->registered * 1000 / sum;
	if (place == G_N_ELEMENTS(words) || permille < run->facts->balance_percent * 10)
		return;
	/* A whole number is enough to act on. */
	g_autofree char *share =
		report_text((family->registered * 100 + sum / 2) / sum * 10, REPORT_PERMILLE);
	check_add(run, CHECK_WARNING, CODE_DOMINANT, check_at_event("registered"),
		  g_strdup_printf(_("%s make up %s of those registered"), _(words[place].first),
				  share));
}

/* All in one sentence: it is to be read, not to be answered. */
static void
check_missing(struct check_run *run)
{
	g_autoptr(GString) missing = g_string_new(NULL);
	for (guint i = 0; i < run->facts->n_families; i++) {
		const struct check_family *family = &run->facts->families[i];
		guint place = words_of(family->family);
		if (!family->expected || family->registered > 0 || place == G_N_ELEMENTS(words) ||
		    words[place].listed == NULL)
			continue;
		g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "",
				       _(words[place].listed));
	}
	if (missing->len > 0)
		check_add(run, CHECK_INFORMATION, CODE_MISSING, check_at_event("registered"),
			  g_strdup_printf(_("Nobody is registered of: %s"), missing->str));
}

void
check_balance(struct check_run *run)
{
	const struct check_facts *facts = run->facts;
	gint64 sum = registered_known(facts);
	if (facts->balance_percent <= 0 || sum < BALANCE_LEAST)
		return;
	for (guint i = 0; i < facts->n_families; i++)
		if (facts->families[i].family != NULL)
			check_dominant(run, &facts->families[i], sum);
	check_missing(run);
}

bool
check_is_of_balance(const struct check_problem *problem)
{
	return strcmp(problem->code, CODE_DOMINANT) == 0 ||
	       strcmp(problem->code, CODE_MISSING) == 0;
}
