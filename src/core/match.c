#include "core/match.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/match_keys.h"
#include "core/words.h"

#define ORGANISATION_WORDS_MAX 40

/* What two people have in common beside their names. */
struct common {
	bool same_email;
	bool email_missing; /* on one side at least */
	bool same_organisation;
};

static bool
same_text(const char *a, const char *b)
{
	return a != NULL && b != NULL && *a != '\0' && strcmp(a, b) == 0;
}

static struct common
compare_rest(const struct match_person *a, const struct match_person *b)
{
	return (struct common){
		.same_email = same_text(a->email_key, b->email_key),
		.email_missing = a->email_key == NULL || b->email_key == NULL,
		.same_organisation = same_text(a->organisation_key, b->organisation_key),
	};
}

static enum match_reason
reason_of(enum name_likeness names, struct common common)
{
	if (common.same_email && names == NAME_MISSING)
		return MATCH_EMAIL_NO_NAME;
	if (common.same_email)
		return names == NAME_OTHER ? MATCH_EMAIL_OTHER_NAME : MATCH_EMAIL_AND_NAME;
	if (names == NAME_EQUAL && common.same_organisation)
		return MATCH_NAME_AND_ORGANISATION;
	if (names == NAME_EQUAL && common.email_missing)
		return MATCH_NAME_ONLY;
	if (names == NAME_COMPATIBLE && common.same_organisation && common.email_missing)
		return MATCH_NEAR_NAME_AND_ORGANISATION;
	return MATCH_NOTHING_COMMON;
}

static const enum match_outcome outcomes[] = {
	[MATCH_NOTHING_COMMON] = MATCH_DIFFERENT,
	[MATCH_EMAIL_AND_NAME] = MATCH_SAME,
	[MATCH_NAME_AND_ORGANISATION] = MATCH_SAME,
	[MATCH_EMAIL_OTHER_NAME] = MATCH_DOUBTFUL,
	[MATCH_EMAIL_NO_NAME] = MATCH_DOUBTFUL,
	[MATCH_NAME_ONLY] = MATCH_DOUBTFUL,
	[MATCH_NEAR_NAME_AND_ORGANISATION] = MATCH_DOUBTFUL,
	[MATCH_SWAPPED_NAME] = MATCH_DOUBTFUL,
	[MATCH_SEVERAL] = MATCH_DOUBTFUL,
};

static const char *const reason_texts[] = {
	[MATCH_NOTHING_COMMON] = N_("nothing in common"),
	[MATCH_EMAIL_AND_NAME] = N_("same e-mail and same name"),
	[MATCH_NAME_AND_ORGANISATION] = N_("same name and same organisation"),
	[MATCH_EMAIL_OTHER_NAME] = N_("same e-mail, another name"),
	[MATCH_EMAIL_NO_NAME] = N_("same e-mail, no name to compare"),
	[MATCH_NAME_ONLY] = N_("same name, another organisation or none, no e-mail to decide"),
	[MATCH_NEAR_NAME_AND_ORGANISATION] = N_("similar name in the same organisation"),
	[MATCH_SWAPPED_NAME] = N_("same name in the other order"),
	[MATCH_SEVERAL] = N_("several known people answer equally well"),
};

const char *
match_reason_text(enum match_reason reason)
{
	return _(reason_texts[reason]);
}

enum match_outcome
match_keyed(const struct match_name *name_a, const struct match_person *a,
	    const struct match_name *name_b, const struct match_person *b,
	    enum match_reason *reason, bool *certain)
{
	enum name_likeness names = match_keyed_names(name_a, name_b);
	struct common common = compare_rest(a, b);
	enum match_reason found = reason_of(names, common);
	if (found == MATCH_NOTHING_COMMON && common.email_missing && names == NAME_COMPATIBLE &&
	    match_keyed_swapped(name_a, name_b))
		found = MATCH_SWAPPED_NAME;
	if (reason != NULL)
		*reason = found;
	if (certain != NULL)
		*certain = names == NAME_EQUAL && common.same_email;
	return outcomes[found];
}

enum match_outcome
match_compare(const struct match_person *a, const struct match_person *b, enum match_reason *reason)
{
	struct match_name name_a, name_b;
	match_name_set(&name_a, a->last_name, a->first_name);
	match_name_set(&name_b, b->last_name, b->first_name);
	enum match_outcome outcome = match_keyed(&name_a, a, &name_b, b, reason, NULL);
	match_name_clear(&name_a);
	match_name_clear(&name_b);
	return outcome;
}

/* "Mairie de Béziers" and "Ville de Béziers" are one employer. */
static guint
town_hall_words(const Words *words)
{
	static const char *const starts[] = {"mairie de",  "mairie d",  "mairie du", "mairie des",
					     "ville de",   "ville d",   "ville du",  "ville des",
					     "commune de", "commune d", "commune du"};
	for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
		guint n = words_match(words, 0, starts[i]);
		if (n > 0 && n < words->list->len)
			return n;
	}
	return 0;
}

char *
match_organisation_key(const char *name)
{
	g_autoptr(Words) words = words_of(name, ORGANISATION_WORDS_MAX);
	if (words->list->len == 0)
		return NULL;
	guint skipped = town_hall_words(words);
	GString *key = g_string_new(skipped > 0 ? "mairie:" : NULL);
	for (guint i = skipped; i < words->list->len; i++)
		g_string_append(key, words_at(words, i)->key);
	return g_string_free(key, FALSE);
}
