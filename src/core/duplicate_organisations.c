/* Which organisations may be one. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/duplicate_buckets.h"
#include "core/likeness.h"
#include "core/match.h"
#include "core/words.h"

#define WORDS_MAX  40
#define BUCKET_MAX 300
/* One letter of a name of so many may be a slip, two of twice as many. */
#define SLIP_LENGTH  8
#define INITIALS_MIN 3

/* A name, folded in all the ways in which two are compared. */
struct name_forms {
	char *whole;    /* search key */
	char *like;     /* match_organisation_key() */
	char **words;   /* its words but the small ones, in their order */
	char *sorted;   /* the same in the order of the alphabet, joined */
	char *numbers;  /* its numbers */
	char *initials; /* of its words but the small ones; NULL when there are few */
	char *short_key;
	/* without the département that the row is in, by its name or number: "DDETS 30", "Direction
	 * départementale de l'emploi, du travail et des solidarités du Gard" */
	char *bare, *bare_initials;
};

struct bodies {
	const struct duplicate_organisation *body;
	struct name_forms *forms;
};

static bool
is_small(const char *key)
{
	static const char *const small[] = {"de", "du", "des", "d", "la", "le",  "les",
					    "l",  "et", "en",  "a", "au", "aux", NULL};
	return g_strv_contains(small, key);
}

static int
by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
sorted_words(char *const *words)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	for (guint i = 0; words[i] != NULL; i++)
		g_ptr_array_add(sorted, words[i]);
	g_ptr_array_sort(sorted, by_text);
	g_ptr_array_add(sorted, NULL);
	return g_strjoinv(" ", (char **)sorted->pdata);
}

/* The folded words of a département's name, joined by spaces. Caller frees. */
static char *
department_pattern(const struct duplicate_organisation *body)
{
	g_autoptr(Words) name = words_of(body->department_name, WORDS_MAX);
	GString *pattern = g_string_new(NULL);
	for (guint i = 0; i < name->list->len; i++)
		g_string_append_printf(pattern, "%s%s", i > 0 ? " " : "", words_at(name, i)->key);
	return g_string_free(pattern, FALSE);
}

static void
bare_set(struct name_forms *forms, const Words *words, const struct duplicate_organisation *body)
{
	g_autofree char *pattern = department_pattern(body);
	g_autofree char *code = text_search_key(body->department);
	g_autoptr(GString) bare = g_string_new(NULL);
	g_autoptr(GString) initials = g_string_new(NULL);
	guint skipped = 0;
	for (guint i = 0; i < words->list->len; i += MAX(skipped, 1)) {
		const char *key = words_at(words, i)->key;
		skipped = strcmp(key, code) == 0 ? 1
			  : *pattern != '\0'     ? words_match(words, i, pattern)
						 : 0;
		if (skipped > 0 || is_small(key))
			continue;
		g_string_append_printf(bare, "%s%s", bare->len > 0 ? " " : "", key);
		g_string_append_c(initials, *key);
	}
	if (bare->len == 0)
		return;
	forms->bare = g_strdup(bare->str);
	forms->bare_initials = initials->len > 1 ? g_strdup(initials->str) : NULL;
}

static void
forms_set(struct name_forms *forms, const struct duplicate_organisation *body)
{
	g_autoptr(Words) words = words_of(body->name, WORDS_MAX);
	GPtrArray *large = g_ptr_array_new();
	g_autoptr(GString) numbers = g_string_new(NULL);
	g_autoptr(GString) initials = g_string_new(NULL);
	for (guint i = 0; i < words->list->len; i++) {
		const char *key = words_at(words, i)->key;
		if (is_small(key))
			continue;
		g_ptr_array_add(large, g_strdup(key));
		if (g_ascii_isdigit(*key))
			g_string_append_printf(numbers, "%s ", key);
		else
			g_string_append_c(initials, *key);
	}
	g_ptr_array_add(large, NULL);
	*forms = (struct name_forms){
		.whole = text_search_key(body->name),
		.like = match_organisation_key(body->name),
		.words = (char **)g_ptr_array_free(large, FALSE),
		.numbers = g_strdup(numbers->str),
		.initials = initials->len >= INITIALS_MIN ? g_strdup(initials->str) : NULL,
		.short_key = body->short_name != NULL ? text_search_key(body->short_name) : NULL,
	};
	forms->sorted = sorted_words(forms->words);
	if (body->department != NULL)
		bare_set(forms, words, body);
}

static void
forms_clear(struct name_forms *forms)
{
	g_free(forms->whole);
	g_free(forms->like);
	g_strfreev(forms->words);
	g_free(forms->sorted);
	g_free(forms->numbers);
	g_free(forms->initials);
	g_free(forms->short_key);
	g_free(forms->bare);
	g_free(forms->bare_initials);
}

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && *a != '\0' && strcmp(a, b) == 0;
}

static bool
is_slip(const char *a, const char *b)
{
	gsize length = MIN(strlen(a), strlen(b));
	guint most = length >= SLIP_LENGTH * 2 ? 2 : 1;
	return length >= SLIP_LENGTH && likeness_edits(a, b, most) <= most;
}

/* As many words, and all but one the same, which differs by a slip. */
static bool
is_slip_of_name(const struct name_forms *a, const struct name_forms *b)
{
	guint slips = 0;
	if (g_strv_length(a->words) != g_strv_length(b->words))
		return false;
	for (guint i = 0; a->words[i] != NULL; i++) {
		if (strcmp(a->words[i], b->words[i]) == 0)
			continue;
		if (!is_slip(a->words[i], b->words[i]))
			return false;
		slips++;
	}
	return slips == 1;
}

/* One is what the other is called for short. */
static bool
is_short_of(const struct name_forms *a, const struct name_forms *b)
{
	return same(a->short_key, b->whole) || same(a->short_key, b->short_key) ||
	       same(a->initials, b->whole);
}

/* The same body of one département: "DDETS 30" and "DDETS du Gard", or its whole name. Initials of
 * two letters may be those of others. */
static enum certainty
bare_certainty(const struct name_forms *a, const struct name_forms *b)
{
	if (same(a->bare, b->bare))
		return CERTAINTY_PROBABLE;
	const char *initials = same(a->bare_initials, b->bare)   ? b->bare
			       : same(b->bare_initials, a->bare) ? a->bare
								 : NULL;
	if (initials == NULL)
		return CERTAINTY_NONE;
	return strlen(initials) >= INITIALS_MIN ? CERTAINTY_PROBABLE : CERTAINTY_POSSIBLE;
}

static void
bodies_compare(guint i, guint j, GArray *found, gpointer user)
{
	const struct bodies *bodies = user;
	const struct duplicate_organisation *a = &bodies->body[i], *b = &bodies->body[j];
	const struct name_forms *one = &bodies->forms[i], *two = &bodies->forms[j];
	bool apart = a->department != NULL && b->department != NULL &&
		     strcmp(a->department, b->department) != 0;
	if (same(a->siren, b->siren))
		duplicate_add(found, a->id, b->id, CERTAINTY_CERTAIN, N_("same SIREN"));
	else if (apart)
		return;
	else if (strcmp(one->whole, two->whole) == 0)
		duplicate_add(found, a->id, b->id, CERTAINTY_CERTAIN, N_("same name"));
	else if (a->department != NULL && b->department != NULL &&
		 bare_certainty(one, two) != CERTAINTY_NONE)
		duplicate_add(found, a->id, b->id, bare_certainty(one, two),
			      N_("the same body of one département"));
	else if (strcmp(one->numbers, two->numbers) != 0)
		return;
	else if (same(one->sorted, two->sorted))
		duplicate_add(found, a->id, b->id, CERTAINTY_PROBABLE,
			      N_("the same words in the name"));
	else if (same(one->like, two->like))
		duplicate_add(found, a->id, b->id, CERTAINTY_PROBABLE,
			      N_("the town hall under two names"));
	else if (is_short_of(one, two) || is_short_of(two, one))
		duplicate_add(found, a->id, b->id, CERTAINTY_PROBABLE,
			      N_("one is the short name of the other"));
	else if (is_slip_of_name(one, two))
		duplicate_add(found, a->id, b->id, CERTAINTY_POSSIBLE,
			      N_("names that differ by a letter or two"));
}

/* A slip leaves most words of a name whole, and in a name of one word its beginning or its end. */
static void
body_add(Buckets *buckets, const struct bodies *bodies, guint index)
{
	const struct duplicate_organisation *body = &bodies->body[index];
	const struct name_forms *forms = &bodies->forms[index];
	gsize length = strlen(forms->whole);
	if (body->siren != NULL)
		buckets_add(buckets, g_strconcat("n", body->siren, NULL), index);
	buckets_add(buckets, g_strconcat("k", forms->whole, NULL), index);
	if (forms->like != NULL)
		buckets_add(buckets, g_strconcat("l", forms->like, NULL), index);
	buckets_add(buckets, g_strconcat("s", forms->sorted, NULL), index);
	if (forms->short_key != NULL)
		buckets_add(buckets, g_strconcat("k", forms->short_key, NULL), index);
	if (forms->initials != NULL)
		buckets_add(buckets, g_strconcat("k", forms->initials, NULL), index);
	if (forms->bare != NULL)
		buckets_add(buckets, g_strdup_printf("t%s %s", body->department, forms->bare),
			    index);
	if (forms->bare_initials != NULL)
		buckets_add(buckets,
			    g_strdup_printf("t%s %s", body->department, forms->bare_initials),
			    index);
	if (length < SLIP_LENGTH)
		return;
	buckets_add(buckets, g_strdup_printf("b%.*s", (int)(length / 2), forms->whole), index);
	buckets_add(buckets, g_strdup_printf("f%s", forms->whole + length - length / 2), index);
	buckets_add(buckets, g_strdup_printf("b%.*s", (int)((length - 1) / 2), forms->whole),
		    index);
	buckets_add(buckets, g_strdup_printf("f%s", forms->whole + length - (length - 1) / 2),
		    index);
}

GArray *
duplicates_of_organisations(const struct duplicate_organisation *body, guint n,
			    duplicate_progress progress, gpointer user)
{
	struct bodies bodies = {body, g_new(struct name_forms, n)};
	Buckets *buckets = buckets_new();
	for (guint i = 0; i < n; i++)
		forms_set(&bodies.forms[i], &body[i]);
	for (guint i = 0; i < n; i++)
		body_add(buckets, &bodies, i);
	GArray *found =
		buckets_compare(buckets, BUCKET_MAX, bodies_compare, &bodies, progress, user);
	for (guint i = 0; i < n; i++)
		forms_clear(&bodies.forms[i]);
	buckets_free(buckets);
	g_free(bodies.forms);
	return found;
}
