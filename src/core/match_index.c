/* Known people, found by address and by name in constant time.
 *
 * Three tables lead to chains of people: by address, by folded name, and by last name within an
 * organisation (for initials). A chain is a list through the array, the last added first. */
#include <string.h>

#include "core/match.h"
#include "core/match_keys.h"

#define CHAIN_MAX 200u
#define NOBODY    G_MAXUINT

enum chain {
	BY_EMAIL,
	BY_NAME,
	BY_ORGANISATION,
	N_CHAINS,
};

struct known {
	struct match_person person; /* texts in the index's chunk */
	struct match_name name;
	guint next[N_CHAINS];
};

struct match_index {
	GArray *people;              /* struct known */
	GHashTable *heads[N_CHAINS]; /* key → position + 1 of the last added */
	GStringChunk *texts;
};

static void
known_clear(gpointer known)
{
	match_name_clear(&((struct known *)known)->name);
}

MatchIndex *
match_index_new(void)
{
	MatchIndex *index = g_new0(MatchIndex, 1);
	index->people = g_array_new(FALSE, TRUE, sizeof(struct known));
	g_array_set_clear_func(index->people, known_clear);
	index->texts = g_string_chunk_new(64 * 1024);
	for (guint i = 0; i < N_CHAINS; i++)
		index->heads[i] = g_hash_table_new(g_str_hash, g_str_equal);
	return index;
}

void
match_index_free(MatchIndex *index)
{
	if (index == NULL)
		return;
	for (guint i = 0; i < N_CHAINS; i++)
		g_hash_table_destroy(index->heads[i]);
	g_array_free(index->people, TRUE);
	g_string_chunk_free(index->texts);
	g_free(index);
}

/* The key under which a person stands in a chain; NULL when in none. Caller frees. */
static char *
chain_key(enum chain chain, const struct match_person *person, const struct match_name *name)
{
	if (chain == BY_EMAIL)
		return g_strdup(person->email_key);
	if (*name->last_key == '\0' && *name->first_key == '\0')
		return NULL;
	/* In one order for both, so that swapped names meet. */
	const char *low = name->last_key, *high = name->first_key;
	if (strcmp(low, high) > 0) {
		low = name->first_key;
		high = name->last_key;
	}
	if (chain == BY_NAME)
		return g_strconcat(low, "\001", high, NULL);
	if (person->organisation_key == NULL)
		return NULL;
	return g_strconcat(name->last_key, "\001", person->organisation_key, NULL);
}

static const char *
chunk_text(MatchIndex *index, const char *text)
{
	return text != NULL ? g_string_chunk_insert_const(index->texts, text) : NULL;
}

void
match_index_add(MatchIndex *index, const struct match_person *person)
{
	struct known known = {
		.person = {
			.id = person->id,
			.last_name = chunk_text(index, person->last_name),
			.first_name = chunk_text(index, person->first_name),
			.email_key = chunk_text(index, person->email_key),
			.organisation_key = chunk_text(index, person->organisation_key),
		}};
	match_name_set(&known.name, known.person.last_name, known.person.first_name);
	guint position = index->people->len;
	for (guint i = 0; i < N_CHAINS; i++) {
		known.next[i] = NOBODY;
		g_autofree char *key = chain_key((enum chain)i, person, &known.name);
		if (key == NULL)
			continue;
		gpointer head = g_hash_table_lookup(index->heads[i], key);
		known.next[i] = head != NULL ? GPOINTER_TO_UINT(head) - 1 : NOBODY;
		g_hash_table_insert(index->heads[i], g_string_chunk_insert_const(index->texts, key),
				    GUINT_TO_POINTER(position + 1));
	}
	g_array_append_val(index->people, known);
}

/* The best answer so far. */
struct search {
	const struct match_person *person;
	struct match_name name;
	struct match_answer best;
	bool certain;
};

/* Of equal answers the first found stays, unless both mean SAME: that is never guessed. */
static void
search_take(struct search *search, const struct known *known)
{
	struct match_answer answer = {.id = known->person.id};
	bool certain;
	answer.outcome = match_keyed(&search->name, search->person, &known->name, &known->person,
				     &answer.reason, &certain);
	if (answer.outcome > search->best.outcome || (certain && !search->certain)) {
		search->best = answer;
		search->certain = certain;
	} else if (answer.outcome == MATCH_SAME && certain == search->certain &&
		   search->best.id != answer.id) {
		search->best.reason = MATCH_SEVERAL;
	}
}

static void
search_chain(struct search *search, const MatchIndex *index, enum chain chain)
{
	g_autofree char *key = chain_key(chain, search->person, &search->name);
	if (key == NULL)
		return;
	gpointer head = g_hash_table_lookup(index->heads[chain], key);
	guint at = head != NULL ? GPOINTER_TO_UINT(head) - 1 : NOBODY;
	for (guint n = 0; at != NOBODY && n < CHAIN_MAX; n++) {
		const struct known *known = &g_array_index(index->people, struct known, at);
		search_take(search, known);
		at = known->next[chain];
	}
}

struct match_answer
match_index_find(const MatchIndex *index, const struct match_person *person)
{
	struct search search = {.person = person};
	match_name_set(&search.name, person->last_name, person->first_name);
	search_chain(&search, index, BY_EMAIL);
	search_chain(&search, index, BY_NAME);
	if (search.best.outcome == MATCH_DIFFERENT) /* it holds only near names besides */
		search_chain(&search, index, BY_ORGANISATION);
	match_name_clear(&search.name);
	if (search.best.outcome == MATCH_DIFFERENT)
		search.best.id = 0;
	if (search.best.reason == MATCH_SEVERAL)
		search.best.outcome = MATCH_DOUBTFUL;
	return search.best;
}

bool
match_index_of_email(const MatchIndex *index, const char *email_key, const char **last_name,
		     const char **first_name)
{
	gpointer head = g_hash_table_lookup(index->heads[BY_EMAIL], email_key);
	guint at = head != NULL ? GPOINTER_TO_UINT(head) - 1 : NOBODY;
	const struct match_person *found = NULL;
	for (guint n = 0; at != NOBODY && n < CHAIN_MAX; n++) {
		const struct known *known = &g_array_index(index->people, struct known, at);
		at = known->next[BY_EMAIL];
		if (known->person.id <= 0)
			continue;
		if (found != NULL && found->id != known->person.id)
			return false;
		found = &known->person;
	}
	if (found == NULL || (found->last_name == NULL && found->first_name == NULL))
		return false;
	*last_name = found->last_name;
	*first_name = found->first_name;
	return true;
}
