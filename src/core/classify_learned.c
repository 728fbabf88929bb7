#include "core/classify_learned.h"

#include <string.h>

/* "mission locale", "maison pour tous": what follows is a place's or somebody's name. */
#define BEGINNING_MAX 3

/* One word may begin the names of very different bodies: it needs more than one witness. */
#define WITNESSES_OF_ONE_WORD 2

struct lessons {
	GHashTable *by_beginning; /* folded words joined by spaces -> struct lesson */
};

static void
lesson_free(gpointer pointer)
{
	struct lesson *lesson = pointer;
	g_free(lesson->family);
	g_free(lesson->level);
	g_free(lesson->example);
	g_free(lesson);
}

Lessons *
lessons_new(void)
{
	Lessons *lessons = g_new(Lessons, 1);
	lessons->by_beginning = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, lesson_free);
	return lessons;
}

void
lessons_free(Lessons *lessons)
{
	g_hash_table_destroy(lessons->by_beginning);
	g_free(lessons);
}

bool
lesson_word_is_small(const char *key)
{
	static const char *const small[] = {"de",  "du", "des", "d",  "la", "le",
					    "les", "l",  "et",  "en", NULL};
	return g_strv_contains(small, key);
}

static bool
word_counts(const Words *words, guint at)
{
	const char *key = words_at(words, at)->key;
	return !lesson_word_is_small(key) && !g_ascii_isdigit(*key);
}

guint
lesson_words_count(const Words *words, guint at, guint n)
{
	guint count = 0;
	for (guint i = at; i < at + n && i < words->list->len; i++)
		count += word_counts(words, i) ? 1 : 0;
	return count;
}

/* The beginnings of a name: its first word that counts, its first two… N receives how many. */
static void
beginnings_of(const Words *words, char *beginnings[BEGINNING_MAX], guint *n)
{
	g_autoptr(GString) text = g_string_new(NULL);
	*n = 0;
	for (guint i = 0; i < words->list->len && *n < BEGINNING_MAX; i++) {
		if (!word_counts(words, i))
			continue;
		g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "",
				       words_at(words, i)->key);
		beginnings[(*n)++] = g_strdup(text->str);
	}
}

static void
lesson_add(Lessons *lessons, char *beginning, const Words *words, const char *family,
	   const char *level)
{
	struct lesson *lesson = g_hash_table_lookup(lessons->by_beginning, beginning);
	if (lesson == NULL) {
		lesson = g_new(struct lesson, 1);
		*lesson = (struct lesson){.family = g_strdup(family),
					  .level = g_strdup(level),
					  .example = g_strdup(words->text),
					  .n = 1,
					  .one_family = true,
					  .one_level = true};
		g_hash_table_insert(lessons->by_beginning, beginning, lesson);
		return;
	}
	lesson->n++;
	lesson->one_family &= strcmp(lesson->family, family) == 0;
	lesson->one_level &= g_strcmp0(lesson->level, level) == 0;
	g_free(beginning);
}

void
lessons_add(Lessons *lessons, const Words *words, const char *family, const char *level)
{
	char *beginnings[BEGINNING_MAX];
	guint n = 0;
	beginnings_of(words, beginnings, &n);
	for (guint i = 0; i < n; i++)
		lesson_add(lessons, beginnings[i], words, family, level);
}

const struct lesson *
lessons_find(const Lessons *lessons, const Words *words, guint *length)
{
	char *beginnings[BEGINNING_MAX];
	const struct lesson *found = NULL;
	guint n = 0;
	beginnings_of(words, beginnings, &n);
	for (guint i = n; i > 0; i--) {
		const struct lesson *lesson =
			g_hash_table_lookup(lessons->by_beginning, beginnings[i - 1]);
		bool enough = lesson != NULL && lesson->one_family &&
			      (i > 1 || lesson->n >= WITNESSES_OF_ONE_WORD);
		if (enough && found == NULL) {
			found = lesson;
			*length = i;
		}
		g_free(beginnings[i - 1]);
	}
	return found;
}
