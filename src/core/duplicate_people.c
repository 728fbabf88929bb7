/* Which people may be one: see the table of core/duplicate.h. */
#include <string.h>

#include "base/i18n.h"
#include "core/duplicate_buckets.h"
#include "core/likeness.h"
#include "core/match_keys.h"
#include "core/words.h"

#define WORDS_MAX 12
/* More people than this share a first name in one organisation only where it says nothing. */
#define BUCKET_MAX 500
/* Shorter names differ by a letter because they are other names: "Roux", "Rous". */
#define SLIP_LENGTH 6

struct people {
	const struct duplicate_person *person;
	struct match_name *name;
};

static bool
is_slip(const char *a, const char *b)
{
	return strlen(a) >= SLIP_LENGTH && strlen(b) >= SLIP_LENGTH && likeness_edits(a, b, 1) <= 1;
}

static enum name_likeness
names_compare(const struct match_name *a, const struct match_name *b)
{
	enum name_likeness likeness = match_keyed_names(a, b);
	if (likeness != NAME_OTHER)
		return likeness;
	bool slip = (strcmp(a->first_key, b->first_key) == 0 && *a->first_key != '\0' &&
		     is_slip(a->last_key, b->last_key)) ||
		    (strcmp(a->last_key, b->last_key) == 0 && is_slip(a->first_key, b->first_key));
	return slip ? NAME_COMPATIBLE : NAME_OTHER;
}

struct ground {
	enum certainty certainty;
	const char *reason;
};

static struct ground
equal_names(const struct duplicate_person *a, const struct duplicate_person *b)
{
	bool two = a->email_key != NULL && b->email_key != NULL;
	bool same = a->organisation_id != 0 && a->organisation_id == b->organisation_id;
	bool alike = a->organisation_like != NULL && b->organisation_like != NULL &&
		     strcmp(a->organisation_like, b->organisation_like) == 0;
	if (same && !two)
		return (struct ground){CERTAINTY_CERTAIN, N_("same name and same organisation")};
	if (same)
		return (struct ground){CERTAINTY_PROBABLE,
				       N_("same name and same organisation, two addresses")};
	if (alike)
		return (struct ground){CERTAINTY_PROBABLE,
				       N_("same name, organisations that look alike")};
	return two ? (struct ground){CERTAINTY_POSSIBLE,
				     N_("same name, another organisation and another address")}
		   : (struct ground){CERTAINTY_POSSIBLE,
				     N_("same name, another organisation or none")};
}

static struct ground
similar_names(const struct duplicate_person *a, const struct duplicate_person *b)
{
	bool two = a->email_key != NULL && b->email_key != NULL;
	bool same = a->organisation_id != 0 && a->organisation_id == b->organisation_id;
	if (!same)
		return (struct ground){CERTAINTY_NONE, NULL};
	return two ? (struct ground){CERTAINTY_POSSIBLE,
				     N_("similar name, same organisation, two addresses")}
		   : (struct ground){CERTAINTY_PROBABLE,
				     N_("similar name in the same organisation")};
}

static void
people_compare(guint i, guint j, GArray *found, gpointer user)
{
	const struct people *people = user;
	const struct duplicate_person *a = &people->person[i], *b = &people->person[j];
	enum name_likeness names = names_compare(&people->name[i], &people->name[j]);
	bool one_address = a->email_key != NULL && g_strcmp0(a->email_key, b->email_key) == 0;
	struct ground ground = {CERTAINTY_NONE, NULL};
	if (one_address && (names == NAME_EQUAL || names == NAME_COMPATIBLE))
		ground = (struct ground){CERTAINTY_CERTAIN, N_("same e-mail and same name")};
	else if (names == NAME_EQUAL)
		ground = equal_names(a, b);
	else if (names == NAME_COMPATIBLE)
		ground = similar_names(a, b);
	duplicate_add(found, a->id, b->id, ground.certainty, ground.reason);
}

/* ---- what is compared at all --------------------------------------------------------------------
 */

/* "Zoé Élan" and "Élan Zoé" fall together. */
static char *
name_key(const struct match_name *name)
{
	bool turned = strcmp(name->last_key, name->first_key) > 0;
	return g_strdup_printf("n%s %s", turned ? name->first_key : name->last_key,
			       turned ? name->last_key : name->first_key);
}

static void
words_add(Buckets *buckets, gint64 organisation_id, const char *text, guint index)
{
	g_autoptr(Words) words = words_of(text, WORDS_MAX);
	for (guint i = 0; i < words->list->len; i++)
		if (strlen(words_at(words, i)->key) > 1)
			buckets_add(buckets,
				    g_strdup_printf("o%" G_GINT64_FORMAT " %s", organisation_id,
						    words_at(words, i)->key),
				    index);
}

/* The whole too, for "Le Goff" and "Legoff" have no word in common. */
static void
names_add(Buckets *buckets, gint64 organisation_id, const char *text, const char *key, guint index)
{
	words_add(buckets, organisation_id, text, index);
	buckets_add(buckets, g_strdup_printf("o%" G_GINT64_FORMAT " %s", organisation_id, key),
		    index);
}

static void
person_add(Buckets *buckets, const struct people *people, guint index)
{
	const struct duplicate_person *person = &people->person[index];
	if (person->email_key != NULL)
		buckets_add(buckets, g_strconcat("e", person->email_key, NULL), index);
	buckets_add(buckets, name_key(&people->name[index]), index);
	if (person->organisation_id == 0)
		return;
	const struct match_name *name = &people->name[index];
	names_add(buckets, person->organisation_id, name->last, name->last_key, index);
	names_add(buckets, person->organisation_id, name->first, name->first_key, index);
}

GArray *
duplicates_of_people(const struct duplicate_person *person, guint n, duplicate_progress progress,
		     gpointer user)
{
	struct people people = {person, g_new(struct match_name, n)};
	Buckets *buckets = buckets_new();
	for (guint i = 0; i < n; i++) {
		match_name_set(&people.name[i], person[i].last_name, person[i].first_name);
		person_add(buckets, &people, i);
	}
	GArray *found =
		buckets_compare(buckets, BUCKET_MAX, people_compare, &people, progress, user);
	for (guint i = 0; i < n; i++)
		match_name_clear(&people.name[i]);
	buckets_free(buckets);
	g_free(people.name);
	return found;
}
