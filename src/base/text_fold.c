/* Folding one letter at a time.
 *
 * Each letter is decomposed (NFKD), loses its accents, is folded in case and, where Unicode sees no
 * accent in a stroke or a ligature, looked up below. Nothing depends on its neighbours, so tables
 * can stand for it, no locale is asked (Turkish would break g_utf8_strdown()), and no run of marks
 * has to be put in order. */
#include "base/text_fold.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_char.h"

/* The longest decomposition in Unicode (U+FDFA). */
#define DECOMPOSED_MAX 18

struct folded_letter {
	gunichar letter;
	const char *folded;
};

/* Letters of their own for Unicode, but not for someone who types the name on a French keyboard;
 * lower case, in order. */
static const struct folded_letter letters[] = {
	{0xDF, "ss"}, {0xE6, "ae"},  {0xF0, "d"},   {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
	{0x127, "h"}, {0x138, "k"},  {0x142, "l"},  {0x14B, "n"}, {0x153, "oe"}, {0x167, "t"},
	{0x180, "b"}, {0x183, "b"},  {0x188, "c"},  {0x18C, "d"}, {0x192, "f"},  {0x199, "k"},
	{0x19A, "l"}, {0x19E, "n"},  {0x1A5, "p"},  {0x1AD, "t"}, {0x1B4, "y"},  {0x1B6, "z"},
	{0x1DD, "e"}, {0x1E5, "g"},  {0x225, "z"},  {0x237, "j"}, {0x23C, "c"},  {0x247, "e"},
	{0x249, "j"}, {0x24D, "r"},  {0x24F, "y"},  {0x253, "b"}, {0x254, "o"},  {0x256, "d"},
	{0x257, "d"}, {0x259, "e"},  {0x25B, "e"},  {0x260, "g"}, {0x268, "i"},  {0x269, "i"},
	{0x26B, "l"}, {0x272, "n"},  {0x275, "o"},  {0x27D, "r"}, {0x288, "t"},  {0x289, "u"},
	{0x28B, "v"}, {0x2C65, "a"}, {0x2C66, "t"},
};

static int
letter_compare(const void *key, const void *entry)
{
	gunichar letter = *(const gunichar *)key;
	gunichar other = ((const struct folded_letter *)entry)->letter;
	return (letter > other) - (letter < other);
}

static const char *
letter_folded(gunichar letter)
{
	const struct folded_letter *found =
		bsearch(&letter, letters, G_N_ELEMENTS(letters), sizeof *letters, letter_compare);
	return found != NULL ? found->folded : NULL;
}

/* Marks that are accents or vowel points: those of the alphabets. In the Indian scripts, Thai or
 * kana a mark makes another letter. */
static bool
is_accent(gunichar mark)
{
	return mark < 0x900 || (mark >= 0x1AB0 && mark <= 0x1AFF) ||
	       (mark >= 0x1DC0 && mark <= 0x1DFF) || (mark >= 0x20D0 && mark <= 0x20FF) ||
	       (mark >= 0xFE20 && mark <= 0xFE2F) || char_is_variation(mark);
}

/* "N'Diaye" and "Ndiaye", "S.A.R.L." and "SARL", "élu(e)s", "chargé·e" are one word each. The
 * accents that stand alone serve as apostrophes on French keyboards. */
static bool
joins_words(gunichar letter)
{
	static const gunichar joining[] = {'\'',  '.',    '(',    ')',    '`',    0xB4,  0xB7,
					   0x55A, 0x2018, 0x2019, 0x201B, 0x2027, 0x2032};
	for (gsize i = 0; i < G_N_ELEMENTS(joining); i++)
		if (joining[i] == letter)
			return true;
	return false;
}

/* Apostrophe letters (U+02BC of "N'Diaye", the Hawaiian U+02BB) and tatweel, which lengthens. */
static bool
is_modifier(gunichar letter)
{
	return (letter >= 0x2B0 && letter <= 0x2FF) || letter == 0x640;
}

struct folding {
	GString *out;
	bool words;
	bool gap;
};

static void
fold_put(struct folding *folding, const char *text, gssize size)
{
	if (folding->gap && folding->words && folding->out->len > 0)
		g_string_append_c(folding->out, ' ');
	folding->gap = false;
	g_string_append_len(folding->out, text, size);
}

static void
fold_letter(struct folding *folding, gunichar letter)
{
	gunichar lower = g_unichar_tolower(g_unichar_toupper(letter));
	const char *folded = letter_folded(lower);
	char bytes[6];
	if (folded != NULL)
		fold_put(folding, folded, -1);
	else
		fold_put(folding, bytes, g_unichar_to_utf8(lower, bytes));
}

static void
fold_part(struct folding *folding, gunichar part)
{
	if (joins_words(part) || is_modifier(part))
		return;
	GUnicodeType type = g_unichar_type(part);
	bool mark = type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
	/* Perhaps a letter of a newer Unicode: keep it apart. */
	bool unknown = type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE;
	if (g_unichar_isalnum(part) || type == G_UNICODE_SPACING_MARK || unknown ||
	    (mark && !is_accent(part)))
		fold_letter(folding, part);
	else if (!mark && type != G_UNICODE_FORMAT)
		folding->gap = true;
}

static void
fold_whole(struct folding *folding, gunichar letter)
{
	if (joins_words(letter))
		return;
	gunichar parts[DECOMPOSED_MAX];
	gsize count = g_unichar_fully_decompose(letter, TRUE, parts, DECOMPOSED_MAX);
	for (gsize i = 0; i < count; i++)
		fold_part(folding, parts[i]);
}

char *
text_fold_slowly(const char *text, bool words)
{
	if (text == NULL)
		return g_strdup("");
	struct folding folding = {.out = g_string_new(NULL), .words = words};
	while (*text != '\0')
		fold_whole(&folding, char_take(&text));
	return g_string_free(folding.out, FALSE);
}

/* ---- the tables --------------------------------------------------------------------------- */

static const char ascii[0x80 + 1] = "                                "
				    "       ...    . 0123456789      "
				    " abcdefghijklmnopqrstuvwxyz     "
				    ".abcdefghijklmnopqrstuvwxyz     ";

static const char *
pair(char capital)
{
	static const char pairs[26][3] = {['A' - 'A'] = "ae", ['D' - 'A'] = "dz",
					  ['I' - 'A'] = "ij", ['L' - 'A'] = "lj",
					  ['N' - 'A'] = "nj", ['O' - 'A'] = "oe",
					  ['S' - 'A'] = "ss", ['T' - 'A'] = "th"};
	return pairs[capital - 'A'];
}

static bool
continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What becomes of the character at *AT, which moves behind it unless the answer is FOLD_SLOWLY. */
static char
fold_code(const char **at)
{
	const unsigned char *bytes = (const unsigned char *)*at;
	if (bytes[0] < 0x80) {
		(*at)++;
		return ascii[bytes[0]];
	}
	if (bytes[0] < 0xC2 || bytes[0] > 0xE2 || !continues((*at)[1]))
		return FOLD_SLOWLY;
	gunichar letter = (gunichar)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
	if (bytes[0] < 0xE0) {
		*at += 2;
		if (letter < 0x250)
			return text_fold_latin[letter - 0x80];
		return letter >= 0x300 && letter < 0x370 ? FOLD_NOTHING : FOLD_SLOWLY;
	}
	if (!continues((*at)[2]))
		return FOLD_SLOWLY;
	letter = (gunichar)(bytes[0] & 0xF) << 12 | (gunichar)(bytes[1] & 0x3F) << 6 |
		 (bytes[2] & 0x3F);
	*at += 3;
	if (letter >= 0x1E00 && letter < 0x1F00)
		return text_fold_latin_more[letter - 0x1E00];
	return letter >= 0x2000 && letter < 0x2070 ? text_fold_punctuation[letter - 0x2000]
						   : FOLD_SLOWLY;
}

/* No answer of the tables is longer than the bytes it stands for. NULL when they do not suffice. */
static char *
fold_fast(const char *text, bool words)
{
	g_autofree char *folded = g_malloc(strlen(text) + 1);
	char *end = folded;
	bool gap = false;
	while (*text != '\0') {
		char code = fold_code(&text);
		if (code == FOLD_SLOWLY)
			return NULL;
		if (code == FOLD_NOTHING)
			continue;
		if (code == FOLD_SPACE) {
			gap = words && end > folded;
			continue;
		}
		if (gap)
			*end++ = ' ';
		gap = false;
		if (g_ascii_isupper(code)) {
			*end++ = pair(code)[0];
			*end++ = pair(code)[1];
		} else
			*end++ = code;
	}
	*end = '\0';
	return g_steal_pointer(&folded);
}

char *
text_fold(const char *text, bool words)
{
	char *folded = fold_fast(text != NULL ? text : "", words);
	return folded != NULL ? folded : text_fold_slowly(text, words);
}
