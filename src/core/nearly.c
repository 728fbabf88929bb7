#include "core/nearly.h"

#include <string.h>

#include "base/text.h"
#include "core/likeness.h"

/* A word of fewer letters has too many neighbours. */
#define GUESSED_FROM   4
#define TWO_SLIPS_FROM 7
/* Of a sound that is shorter nothing follows. */
#define SOUND_FROM 3

/* What takes a name away from what was typed, in points. */
#define COST_SLIP         4
#define COST_SOUND        3
#define COST_FIRST_LETTER 2
#define COST_FIRST_NAME   1
#define COST_LONGER       1
#define COST_MIDDLE       3
#define COST_FAR          G_MAXUINT

/* ---- how it is heard ----------------------------------------------------------------------------
 */

/* The longest first. BEFORE: only in front of one of these letters. */
static const struct {
	const char *written, *heard, *before;
} sounds[] = {
	{"chr", "kr", NULL}, {"sch", "x", NULL}, {"ault", "o", NULL}, {"auld", "o", NULL},
	{"eau", "o", NULL},  {"au", "o", NULL},  {"ou", "u", NULL},   {"ai", "e", NULL},
	{"ay", "e", NULL},   {"ei", "e", NULL},  {"ey", "e", NULL},   {"ph", "f", NULL},
	{"ch", "x", NULL},   {"sh", "x", NULL},  {"ck", "k", NULL},   {"qu", "k", NULL},
	{"gn", "n", NULL},   {"gu", "g", "eiy"}, {"ge", "j", "ao"},   {"g", "j", "eiy"},
	{"c", "s", "eiy"},   {"c", "k", NULL},   {"q", "k", NULL},    {"z", "s", NULL},
	{"y", "i", NULL},    {"w", "v", NULL},   {"m", "n", "bp"},    {"h", "", NULL},
};

/* How many of the letters the row of the table is written with; 0: it is not this one. */
static gsize
sound_fits(guint row, const char *letters, gsize n)
{
	gsize length = 0;
	for (const char *written = sounds[row].written; *written != '\0'; written++, length++)
		if (length == n || letters[length] != *written)
			return 0;
	bool before = sounds[row].before == NULL ||
		      (length < n && strchr(sounds[row].before, letters[length]) != NULL);
	return before ? length : 0;
}

/* Most letters are heard as they are written. */
static bool
is_plain(char letter)
{
	const guint others = 1U << ('a' - 'a') | 1U << ('c' - 'a') | 1U << ('e' - 'a') |
			     1U << ('g' - 'a') | 1U << ('h' - 'a') | 1U << ('m' - 'a') |
			     1U << ('o' - 'a') | 1U << ('p' - 'a') | 1U << ('q' - 'a') |
			     1U << ('s' - 'a') | 1U << ('w' - 'a') | 1U << ('y' - 'a') |
			     1U << ('z' - 'a');
	return letter < 'a' || letter > 'z' || (others >> (letter - 'a') & 1) == 0;
}

/* The next letters as they are heard, none or one of them; returns how many they are written with.
 */
static gsize
sound_next(const char *letters, gsize n, const char **heard, gsize *length)
{
	for (guint row = 0; !is_plain(*letters) && row < G_N_ELEMENTS(sounds); row++) {
		gsize taken = sound_fits(row, letters, n);
		if (taken == 0)
			continue;
		*heard = sounds[row].heard;
		*length = strlen(*heard);
		return taken;
	}
	*heard = letters;
	*length = 1;
	return 1;
}

gsize
nearly_sound(const char *letters, gsize n, char *sound, gsize size)
{
	gsize made = 0, length = 0;
	const char *heard = NULL;
	for (gsize at = 0; at < n && made < size;) {
		at += sound_next(letters + at, n - at, &heard, &length);
		for (gsize i = 0; i < length && made < size; i++)
			if (made == 0 || sound[made - 1] != heard[i])
				sound[made++] = heard[i];
	}
	return made;
}

/* Whether nearly_sound() of the letters would begin with SOUND; most differ in the first letter. */
static bool
sound_begins(const char *letters, gsize n, const char *sound, gsize n_sound)
{
	gsize made = 0, length = 0;
	const char *heard = NULL;
	for (gsize at = 0; at < n && made < n_sound;) {
		at += sound_next(letters + at, n - at, &heard, &length);
		for (gsize i = 0; i < length && made < n_sound; i++) {
			if (made > 0 && sound[made - 1] == heard[i])
				continue;
			if (sound[made++] != heard[i])
				return false;
		}
	}
	return made == n_sound;
}

/* "Dupont", "Dupond" and "Dupon"; "Béranger" and "Béranjé". */
static gsize
silent_end(const char *sound, gsize n)
{
	if (n > SOUND_FROM && sound[n - 1] == 'r' && sound[n - 2] == 'e')
		n--;
	while (n > SOUND_FROM && strchr("tdsxpe", sound[n - 1]) != NULL)
		n--;
	return n;
}

/* ---- what was typed -----------------------------------------------------------------------------
 */

/* Which of the letters there are, so that most names are passed over without counting slips. */
static guint32
letters_set(const char *letters, gsize n)
{
	guint32 set = 0;
	for (gsize i = 0; i < n; i++)
		set |= 1U << ((guchar)letters[i] & 31);
	return set;
}

static guint
letters_missing(guint32 set, guint32 of)
{
	guint n = 0;
	for (set &= ~of; set != 0; set &= set - 1)
		n++;
	return n;
}

static bool
word_begin(struct nearly_word *word, const char *letters)
{
	word->n = strlen(letters);
	if (word->n > NEARLY_LETTER || strpbrk(letters, "0123456789") != NULL)
		return false;
	memcpy(word->letters, letters, word->n + 1);
	word->set = letters_set(letters, word->n);
	word->n_sound =
		silent_end(word->sound, nearly_sound(letters, word->n, word->sound, NEARLY_LETTER));
	word->limit = word->n >= TWO_SLIPS_FROM ? 2 : word->n >= GUESSED_FROM ? 1 : 0;
	return true;
}

bool
nearly_begin(struct nearly *nearly, const char *typed)
{
	g_autofree char *folded = text_words_key(typed);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	g_autofree char *joined = g_strjoinv("", words);
	bool guessed = false;
	nearly->n = 0;
	if (strchr(typed, '@') != NULL || !word_begin(&nearly->joined, joined))
		return false;
	for (guint i = 0; words[i] != NULL; i++) {
		if (*words[i] == '\0')
			continue;
		if (nearly->n == NEARLY_WORDS)
			return false;
		struct nearly_word *word = &nearly->word[nearly->n++];
		word_begin(word, words[i]);
		guessed |= word->limit > 0;
	}
	/* letters of a neighbour would pass for slips of the whole */
	nearly->joined.limit = MIN(nearly->joined.limit, 1);
	return guessed || nearly->joined.limit > 0;
}

/* ---- how near -----------------------------------------------------------------------------------
 */

struct part {
	const char *letters;
	gsize n;
	guint32 set;
};

static bool
sounds_begin(const struct nearly_word *word, const struct part *part)
{
	return word->n_sound >= SOUND_FROM &&
	       sound_begins(part->letters, part->n, word->sound, word->n_sound);
}

/* In the middle of a double name, which is one in its key: "Martin-Dupont". */
static guint
middle_cost(const struct nearly_word *word, const struct part *part)
{
	guint cost = COST_FAR;
	if (letters_missing(word->set, part->set) > 1)
		return COST_FAR;
	for (gsize at = 1; word->n > GUESSED_FROM && at + word->n <= part->n + 1; at++) {
		const char *from = part->letters + at;
		if (*from != word->letters[0] && *from != word->letters[1])
			continue;
		guint slips = likeness_begins(word->letters, word->n, from, part->n - at, 1);
		if (slips <= 1)
			cost = MIN(cost, slips * COST_SLIP + COST_MIDDLE);
	}
	return cost;
}

static guint
part_cost(const struct nearly_word *word, const struct part *part)
{
	if (part->n == 0)
		return COST_FAR;
	if (word->n <= part->n && memcmp(word->letters, part->letters, word->n) == 0)
		return 0;
	if (word->limit == 0)
		return COST_FAR;
	guint slips = word->limit + 1, cost = COST_FAR;
	if (letters_missing(word->set, part->set) <= word->limit)
		slips = likeness_begins(word->letters, word->n, part->letters, part->n,
					word->limit);
	if (slips <= word->limit)
		cost = slips * COST_SLIP +
		       (*word->letters != *part->letters ? COST_FIRST_LETTER : 0);
	if (sounds_begin(word, part))
		cost = MIN(cost, COST_SOUND);
	if (cost == COST_FAR)
		return middle_cost(word, part);
	return cost + (part->n > word->n + word->limit ? COST_LONGER : 0);
}

/* A particle or an initial stands somewhere in the name, or it is another one. */
static guint
word_cost(const struct nearly_word *word, const struct part *parts)
{
	guint last = part_cost(word, &parts[0]), first = part_cost(word, &parts[1]);
	if (first != COST_FAR)
		first += COST_FIRST_NAME;
	guint cost = MIN(last, first);
	for (guint i = 0; cost == COST_FAR && word->limit == 0 && i < 2; i++)
		if (g_strstr_len(parts[i].letters, (gssize)parts[i].n, word->letters) != NULL)
			cost = COST_MIDDLE;
	return cost;
}

/* The last and the first name of KEY. */
static void
parts_read(const char *key, struct part *parts)
{
	for (guint i = 0; i < 2; i++) {
		gsize n = 0;
		while (key[n] != '\0' && key[n] != '\001' && key[n] != '|')
			n++;
		parts[i] = (struct part){key, n, letters_set(key, n)};
		key += n + (key[n] != '\0' ? 1 : 0);
	}
}

int
nearly_score(const struct nearly *nearly, const char *key)
{
	struct part parts[2];
	parts_read(key, parts);
	guint cost = 0;
	for (guint i = 0; i < nearly->n && cost != COST_FAR; i++) {
		guint one = word_cost(&nearly->word[i], parts);
		cost = one == COST_FAR ? COST_FAR : cost + one;
	}
	if (nearly->n > 1)
		cost = MIN(cost, part_cost(&nearly->joined, &parts[0]));
	return cost == COST_FAR ? 0 : NEARLY_BEST - (int)MIN(cost, NEARLY_BEST - 1);
}

/* ---- the whole of a name ------------------------------------------------------------------------
 */

static bool
is_nearly(const char *typed, const char *whole)
{
	char one[NEARLY_LETTER], other[NEARLY_LETTER];
	gsize n = strlen(typed), m = strlen(whole);
	guint limit = n >= TWO_SLIPS_FROM ? 2 : n >= GUESSED_FROM ? 1 : 0;
	if (likeness_edits(typed, whole, limit) <= limit)
		return true;
	n = nearly_sound(typed, MIN(n, NEARLY_LETTER), one, NEARLY_LETTER);
	m = nearly_sound(whole, MIN(m, NEARLY_LETTER), other, NEARLY_LETTER);
	n = silent_end(one, n);
	return n == silent_end(other, m) && memcmp(one, other, n) == 0;
}

/* One part and the other, without what stands between them. */
static bool
is_nearly_both(const char *typed, const struct part *first, const struct part *second)
{
	char whole[2 * NEARLY_LETTER + 1] = "";
	memcpy(whole, first->letters, first->n);
	memcpy(whole + first->n, second->letters, second->n);
	return is_nearly(typed, whole);
}

bool
nearly_called(const char *typed, const char *key)
{
	struct part parts[2];
	parts_read(key, parts);
	if (*typed == '\0' || parts[0].n > NEARLY_LETTER || parts[1].n > NEARLY_LETTER)
		return false;
	return is_nearly_both(typed, &parts[0], &parts[1]) ||
	       is_nearly_both(typed, &parts[1], &parts[0]);
}
