#include "core/classify.h"

#include <string.h>

#include "base/i18n.h"
#include "core/classify_learned.h"
#include "core/classify_rules.h"
#include "core/words.h"

/* Longer names than this are sentences. */
#define WORDS_MAX 40

/* A territory's name, ready to be found among words. */
struct territory_words {
	char *code; /* NULL for a region */
	char *name;
	char *pattern;  /* folded words joined by spaces */
	char *initials; /* "po" of Pyrénées-Orientales; NULL when there is one word */
};

struct classifier {
	GArray *territories; /* struct territory_words: départements, then regions */
	Lessons *lessons;
};

/* What was found in one name. */
struct reading {
	const Words *words;
	const struct classify_rule *rule; /* NULL: none answered */
	guint rule_at, rule_n;
	const struct territory_words *department;
	bool several; /* départements */
	bool region;
};

static void
territory_clear(gpointer data)
{
	struct territory_words *territory = data;
	g_free(territory->code);
	g_free(territory->name);
	g_free(territory->pattern);
	g_free(territory->initials);
}

static void
classifier_add(Classifier *classifier, const char *code, const char *name)
{
	g_autoptr(Words) words = words_of(name, WORDS_MAX);
	g_autoptr(GString) pattern = g_string_new(NULL);
	g_autoptr(GString) initials = g_string_new(NULL);
	for (guint i = 0; i < words->list->len; i++) {
		const char *key = words_at(words, i)->key;
		g_string_append_printf(pattern, "%s%s", i > 0 ? " " : "", key);
		if (!lesson_word_is_small(key))
			g_string_append_c(initials, *key);
	}
	if (pattern->len == 0)
		return;
	struct territory_words territory = {
		.code = g_strdup(code),
		.name = g_strdup(name),
		.pattern = g_string_free(g_steal_pointer(&pattern), FALSE),
		.initials = code != NULL && initials->len > 1 ? g_strdup(initials->str) : NULL,
	};
	g_array_append_val(classifier->territories, territory);
}

Classifier *
classifier_new(const struct department_name *departments, guint n, const char *const *regions)
{
	Classifier *classifier = g_new0(Classifier, 1);
	classifier->territories = g_array_new(FALSE, TRUE, sizeof(struct territory_words));
	g_array_set_clear_func(classifier->territories, territory_clear);
	classifier->lessons = lessons_new();
	for (guint i = 0; i < n; i++)
		classifier_add(classifier, departments[i].code, departments[i].name);
	for (guint i = 0; regions != NULL && regions[i] != NULL; i++)
		classifier_add(classifier, NULL, regions[i]);
	return classifier;
}

void
classifier_free(Classifier *classifier)
{
	if (classifier == NULL)
		return;
	g_array_free(classifier->territories, TRUE);
	lessons_free(classifier->lessons);
	g_free(classifier);
}

static const struct territory_words *
territory_at(const Classifier *classifier, guint index)
{
	return &g_array_index(classifier->territories, struct territory_words, index);
}

/* ---- families ---------------------------------------------------------------------------- */

static const struct territory_words *
department_of_code(const Classifier *classifier, const char *key)
{
	for (guint i = 0; i < classifier->territories->len; i++) {
		const struct territory_words *territory = territory_at(classifier, i);
		if (territory->code != NULL && g_ascii_strcasecmp(territory->code, key) == 0)
			return territory;
	}
	return NULL;
}

static bool
rule_allows(const Classifier *classifier, const struct classify_rule *rule, const Words *words,
	    guint at, guint n)
{
	guint end = at + n;
	if (rule->place == WORDS_FIRST && at > 0)
		return false;
	if (rule->place == WORDS_LAST && end < words->list->len)
		return false;
	if ((rule->flags & WORDS_AND_MORE) != 0 && n == words->list->len)
		return false;
	if ((rule->flags & WORDS_AND_NUMBER) != 0)
		return end < words->list->len &&
		       department_of_code(classifier, words_at(words, end)->key) != NULL;
	return true;
}

static bool
rule_finds(const Classifier *classifier, const struct classify_rule *rule, const char *pattern,
	   struct reading *reading)
{
	for (guint at = 0; at < reading->words->list->len; at++) {
		guint n = words_match(reading->words, at, pattern);
		if (n == 0 || !rule_allows(classifier, rule, reading->words, at, n))
			continue;
		reading->rule = rule;
		reading->rule_at = at;
		reading->rule_n = n;
		return true;
	}
	return false;
}

static void
read_family(const Classifier *classifier, struct reading *reading)
{
	for (guint i = 0; i < classify_n_rules; i++) {
		g_auto(GStrv) patterns = g_strsplit(classify_rules[i].words, "|", -1);
		for (guint j = 0; patterns[j] != NULL; j++)
			if (rule_finds(classifier, &classify_rules[i], patterns[j], reading))
				return;
	}
}

/* ---- territories ------------------------------------------------------------------------- */

/* The longest territory's name at AT; a département before a region of the same name. */
static const struct territory_words *
territory_named(const Classifier *classifier, const Words *words, guint at, guint *length)
{
	const struct territory_words *longest = NULL;
	*length = 0;
	for (guint i = 0; i < classifier->territories->len; i++) {
		const struct territory_words *territory = territory_at(classifier, i);
		guint n = words_match(words, at, territory->pattern);
		if (n <= *length)
			continue;
		longest = territory;
		*length = n;
	}
	return longest;
}

static void
department_found(struct reading *reading, const struct territory_words *department)
{
	if (reading->department != NULL && reading->department != department)
		reading->several = true;
	reading->department = department;
}

/* "Nord", "Lot" and "Cher" are words too: a name counts where a name can stand. */
static bool
name_stands(const struct reading *reading, guint at)
{
	bool behind_rule = reading->rule != NULL && at == reading->rule_at + reading->rule_n;
	return behind_rule ||
	       (at > 0 && lesson_word_is_small(words_at(reading->words, at - 1)->key));
}

static void
read_names(const Classifier *classifier, struct reading *reading, bool departments)
{
	guint length = 0;
	for (guint at = 0; at < reading->words->list->len; at += MAX(length, 1)) {
		const struct territory_words *territory =
			territory_named(classifier, reading->words, at, &length);
		if (territory == NULL)
			continue;
		if (territory->code == NULL)
			reading->region = true;
		else if (departments && name_stands(reading, at))
			department_found(reading, territory);
	}
}

/* "P.-O.": only when one département has these initials. */
static void
read_initials(const Classifier *classifier, struct reading *reading)
{
	for (guint at = 0; at < reading->words->list->len; at++) {
		const struct word *word = words_at(reading->words, at);
		const struct territory_words *found = NULL;
		guint n = 0;
		for (guint i = 0; word->dotted && i < classifier->territories->len; i++) {
			const struct territory_words *territory = territory_at(classifier, i);
			if (g_strcmp0(territory->initials, word->key) == 0) {
				found = territory;
				n++;
			}
		}
		if (n == 1)
			department_found(reading, found);
	}
}

static bool
in_brackets(const Words *words, const struct word *word)
{
	return word->start > 0 && words->text[word->start - 1] == '(' &&
	       words->text[word->end] == ')';
}

/* A number in brackets, behind the words that decided, or at the end. */
static void
read_numbers(const Classifier *classifier, struct reading *reading)
{
	guint n = reading->words->list->len;
	bool numbered = reading->rule != NULL && (reading->rule->flags & NUMBERED) != 0;
	for (guint at = 0; at < n; at++) {
		const struct word *word = words_at(reading->words, at);
		bool behind_rule =
			reading->rule != NULL && at == reading->rule_at + reading->rule_n;
		bool last = at > 0 && at == n - 1 && reading->rule != NULL;
		if (!in_brackets(reading->words, word) && (numbered || (!behind_rule && !last)))
			continue;
		const struct territory_words *department =
			department_of_code(classifier, word->key);
		if (department != NULL)
			department_found(reading, department);
	}
}

/* A regional or national body's office in a département: "DREETS Occitanie, UD du Gard". */
static bool
is_department_office(const Words *words)
{
	static const char *const offices[] = {"unite departementale",
					      "direction departementale",
					      "delegation departementale",
					      "delegation territoriale",
					      "ud",
					      "dd"};
	for (guint at = 0; at < words->list->len; at++)
		for (guint i = 0; i < G_N_ELEMENTS(offices); i++)
			if (words_match(words, at, offices[i]) > 0)
				return true;
	return false;
}

static bool
rule_is_wide(const struct classify_rule *rule)
{
	return rule != NULL &&
	       (g_strcmp0(rule->level, "regional") == 0 || g_strcmp0(rule->level, "national") == 0);
}

static void
read_territory(const Classifier *classifier, struct reading *reading, bool office)
{
	bool place_name = reading->rule != NULL && (reading->rule->flags & PLACE_NAME) != 0;
	read_names(classifier, reading, !place_name && (office || !rule_is_wide(reading->rule)));
	read_initials(classifier, reading);
	read_numbers(classifier, reading);
	if (reading->several)
		reading->department = NULL;
}

/* ---- the proposal ------------------------------------------------------------------------ */

static const char *
level_of(const struct reading *reading, bool office)
{
	const struct classify_rule *rule = reading->rule;
	if (rule == NULL)
		return NULL;
	if (rule->level != NULL)
		return office && rule_is_wide(rule) && reading->department != NULL ? "departmental"
										   : rule->level;
	if (reading->department != NULL)
		return (rule->flags & PLACE_NAME) != 0 ? NULL : "departmental";
	if (reading->several || (rule->flags & PLACE_NAME) != 0)
		return NULL;
	if (reading->region)
		return "regional";
	bool alone = reading->rule_n == reading->words->list->len;
	return (rule->flags & NATIONAL_ALONE) != 0 && alone ? "national" : NULL;
}

static char *
reason_of(const struct reading *reading)
{
	g_autofree char *department =
		reading->department == NULL ? NULL
					    : g_strdup_printf("%s (%s)", reading->department->name,
							      reading->department->code);
	if (reading->rule == NULL)
		return g_strdup_printf(_("The name speaks of the département %s"), department);
	gsize start = words_at(reading->words, reading->rule_at)->start;
	gsize end = words_at(reading->words, reading->rule_at + reading->rule_n - 1)->end;
	g_autofree char *quoted = g_strndup(reading->words->text + start, end - start);
	if (department == NULL)
		return g_strdup_printf(_("The name says “%s”"), quoted);
	return g_strdup_printf(_("The name says “%s” and speaks of the département %s"), quoted,
			       department);
}

static bool
reading_take(const Classifier *classifier, const Words *words, struct reading *reading,
	     struct classification *proposal)
{
	*reading = (struct reading){.words = words};
	*proposal = (struct classification){.family = NULL};
	read_family(classifier, reading);
	bool office = is_department_office(words);
	read_territory(classifier, reading, office);
	if (reading->rule == NULL && reading->department == NULL)
		return false;
	proposal->family = reading->rule != NULL ? reading->rule->family : NULL;
	proposal->level = level_of(reading, office);
	if (reading->department != NULL)
		g_strlcpy(proposal->department, reading->department->code,
			  sizeof proposal->department);
	proposal->reason = reason_of(reading);
	return true;
}

bool
classifier_read(const Classifier *classifier, const char *name, struct classification *proposal)
{
	g_autoptr(Words) words = words_of(name, WORDS_MAX);
	struct reading reading;
	return reading_take(classifier, words, &reading, proposal);
}

void
classifier_learn(Classifier *classifier, const char *name, const char *family, const char *level)
{
	g_autoptr(Words) words = words_of(name, WORDS_MAX);
	if (family != NULL)
		lessons_add(classifier->lessons, words, family, level);
}

/* One wrong key must not turn a whole family of names. */
#define WITNESSES_AGAINST_A_RULE 2

/* A lesson counts for more than the rule that the name answers to, unless that rule looks at more
 * words: "conseil citoyen" is no "conseil départemental". Where both say the same family, the rule
 * knows the level better, for it reads the territory. */
static bool
lesson_take(const struct reading *reading, const struct lesson *lesson, guint length,
	    struct classification *proposal)
{
	guint ruled = reading->rule != NULL ? lesson_words_count(reading->words, reading->rule_at,
								 reading->rule_n)
					    : 0;
	if (length < ruled)
		return false;
	bool same = g_strcmp0(proposal->family, lesson->family) == 0;
	bool contradicts = reading->rule != NULL && !same;
	if ((same && proposal->level != NULL) ||
	    (contradicts && lesson->n < WITNESSES_AGAINST_A_RULE))
		return false;
	proposal->family = lesson->family;
	proposal->level = lesson->one_level ? lesson->level : NULL;
	g_free(proposal->reason);
	proposal->reason =
		g_strdup_printf(_("Like “%s”, which was classified so"), lesson->example);
	return true;
}

bool
classifier_propose(const Classifier *classifier, const char *name, struct classification *proposal)
{
	g_autoptr(Words) words = words_of(name, WORDS_MAX);
	struct reading reading;
	guint length = 0;
	bool read = reading_take(classifier, words, &reading, proposal);
	const struct lesson *lesson = lessons_find(classifier->lessons, words, &length);
	bool learned = lesson != NULL && lesson_take(&reading, lesson, length, proposal);
	return read || learned;
}

void
classification_clear(struct classification *proposal)
{
	g_free(proposal->reason);
	*proposal = (struct classification){.family = NULL};
}
