#include "core/heading.h"

#include <glib.h>
#include <string.h>

#include "base/text.h"

/* The first word that stands in the folded name decides, so the more telling ones come first. */
static const struct {
	const char *word;
	const char *heading;
} words[] = {
	{"qualification", "qualification_cycle"},
	{"accompagnement", "individual_support"},
	{"groupedetravail", "working_group"},
	{"reseau", "network"},
	{"communaute", "network"},
	{"regroupement", "network"},
	{"formation", "training"},
	{"comitedepilotage", "other"},
	{"copil", "other"},
	{"assembleegenerale", "other"},
	{"interne", "other"},
	{"atelier", "information"},
	{"journee", "information"},
	{"matinee", "information"},
	{"seminaire", "information"},
	{"webinaire", "information"},
	{"conference", "information"},
	{"rencontre", "information"},
	{"assises", "information"},
	{"visite", "information"},
};

const char *
report_heading_propose(const char *kind)
{
	g_autofree char *key = text_search_key(kind);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(key, words[i].word) != NULL)
			return words[i].heading;
	return "other";
}
