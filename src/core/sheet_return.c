#include "core/sheet_return.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"

struct reading {
	guint lines;
	const char **states; /* of each line; NULL: nothing was said */
	bool *pending;       /* lines that wait for their letter */
	bool any_pending, any_letter;
	bool all;     /* they are "all" */
	bool *spared; /* lines behind "except" */
	bool except;  /* such lines are being read */
	const char *all_state;
};

/* ---- words --------------------------------------------------------------------------------------
 */

enum word {
	WORD_NUMBER,
	WORD_STATE,
	WORD_ALL,
	WORD_EXCEPT,
	WORD_NOTHING,
	WORD_UNKNOWN,
};

static enum word
word_kind(const char *word, const char **state)
{
	static const char *const alls[] = {"tous", "toutes", "all", "tout", NULL};
	static const char *const excepts[] = {"sauf", "except", "hors", NULL};
	static const char *const nothings[] = {"", "et", "and", NULL};
	g_autofree char *key = text_search_key(word);
	*state = code_parse(&code_presence_states, word);
	if (*state != NULL && strcmp(*state, "unknown") == 0)
		*state = NULL;
	if (g_ascii_isdigit(*word))
		return WORD_NUMBER;
	if (g_strv_contains(alls, key))
		return WORD_ALL;
	if (g_strv_contains(excepts, key))
		return WORD_EXCEPT;
	if (g_strv_contains(nothings, key))
		return WORD_NOTHING;
	/* "présents" is "présent" of several */
	gsize size = strlen(word);
	if (*state == NULL && size > 2 && word[size - 1] == 's') {
		g_autofree char *one = g_strndup(word, size - 1);
		*state = code_parse(&code_presence_states, one);
	}
	return *state != NULL ? WORD_STATE : WORD_UNKNOWN;
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static bool
line_check(const struct reading *reading, guint64 line, GError **error)
{
	return (line >= 1 && line <= reading->lines) ||
	       fail(error, ERROR_INVALID, _("the sheet has no line %u: it has lines 1 to %u"),
		    (guint)MIN(line, G_MAXUINT), reading->lines);
}

/* "12", "14-20". */
static bool
lines_read(struct reading *reading, const char *word, GError **error)
{
	char *end = NULL;
	guint64 first = g_ascii_strtoull(word, &end, 10), last = first;
	if (*end == '-' || g_str_has_prefix(end, "–")) {
		const char *rest = *end == '-' ? end + 1 : end + strlen("–");
		last = g_ascii_strtoull(rest, &end, 10);
	}
	if (*end != '\0' || last < first)
		return fail(error, ERROR_INVALID,
			    _("“%s” is no line: they are written 12 or 14-20"), word);
	if (!line_check(reading, first, error) || !line_check(reading, last, error))
		return false;
	for (guint64 line = first; line <= last; line++)
		(reading->except ? reading->spared : reading->pending)[line - 1] = true;
	reading->any_pending = true;
	return true;
}

static bool
line_say(struct reading *reading, guint line, const char *state, GError **error)
{
	const char *before = reading->states[line];
	if (before != NULL && strcmp(before, state) != 0)
		return fail(error, ERROR_INVALID, _("line %u is said twice: %s and %s"), line + 1,
			    code_label(&code_presence_states, before),
			    code_label(&code_presence_states, state));
	reading->states[line] = state;
	return true;
}

/* The lines that wait have STATE. */
static bool
pending_say(struct reading *reading, bool *lines, const char *state, GError **error)
{
	for (guint i = 0; i < reading->lines; i++) {
		if (lines[i] && !line_say(reading, i, state, error))
			return false;
		lines[i] = false;
	}
	return true;
}

/* ---- "all" --------------------------------------------------------------------------------------
 */

/* Every line that nothing else was said of, and is not spared. */
static bool
all_end(struct reading *reading, const char *spared_state, GError **error)
{
	const char *state = reading->all_state != NULL ? reading->all_state : "present";
	for (guint i = 0; i < reading->lines; i++)
		if (reading->states[i] == NULL && !reading->spared[i])
			reading->states[i] = state;
	bool done = pending_say(reading, reading->spared, spared_state, error);
	reading->all = reading->except = false;
	reading->any_pending = false;
	return done;
}

static bool
state_take(struct reading *reading, const char *state, GError **error)
{
	reading->any_letter = true;
	if (reading->except)
		return all_end(reading, state, error);
	if (reading->all && !reading->any_pending) {
		reading->all_state = state;
		return true;
	}
	if (!reading->any_pending)
		return fail(error, ERROR_INVALID, _("“%s” stands behind no line"),
			    code_label(&code_presence_states, state));
	reading->any_pending = false;
	return pending_say(reading, reading->pending, state, error);
}

static bool
word_take(struct reading *reading, const char *word, GError **error)
{
	const char *state = NULL;
	switch (word_kind(word, &state)) {
	case WORD_NUMBER:
		return lines_read(reading, word, error);
	case WORD_STATE:
		return state_take(reading, state, error);
	case WORD_ALL:
		reading->all = true;
		return true;
	case WORD_EXCEPT:
		reading->except = reading->all;
		return reading->all ||
		       fail(error, ERROR_INVALID,
			    _("“except” stands behind “all” alone: all except 3, 7"));
	case WORD_NOTHING:
		return true;
	case WORD_UNKNOWN:
		break;
	}
	return fail(error, ERROR_INVALID,
		    _("“%s” is not understood: write 12 p, 13 a, 14-20 e, or all except 3, 7"),
		    word);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* "12p" is "12 p"; "14 - 20" and "14 à 20" are "14-20"; commas and line breaks separate. */
static char *
spaced(const char *typed)
{
	g_autofree char *clean = text_accept(typed, true, NULL);
	GString *text = g_string_new(NULL);
	for (const char *at = clean != NULL ? clean : ""; *at != '\0';
	     at = g_utf8_find_next_char(at, NULL)) {
		gunichar letter = g_utf8_get_char(at);
		bool digit_before = text->len > 0 && g_ascii_isdigit(text->str[text->len - 1]);
		if (letter == ',' || letter == ';' || letter == '\n' || letter == '.')
			letter = ' ';
		if (digit_before && g_unichar_isalpha(letter))
			g_string_append_c(text, ' ');
		g_string_append_unichar(text, letter);
	}
	static const char *const ranges[] = {" - ", " – ", " à ", " to "};
	for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
		g_string_replace(text, ranges[i], "-", 0);
	return g_string_free(text, FALSE);
}

static GArray *
marks_of(const struct reading *reading)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct sheet_mark));
	for (guint i = 0; i < reading->lines; i++) {
		struct sheet_mark mark = {i + 1, reading->states[i]};
		if (mark.state != NULL)
			g_array_append_val(marks, mark);
	}
	return marks;
}

/* Numbers at the end without a letter. */
static bool
reading_end(struct reading *reading, GError **error)
{
	if (reading->all)
		return all_end(reading, "absent", error);
	if (!reading->any_pending)
		return true;
	if (reading->any_letter)
		return fail(error, ERROR_INVALID,
			    _("the last lines have no letter: p, a or e behind them"));
	return pending_say(reading, reading->pending, "present", error);
}

GArray *
sheet_return_read(const char *typed, guint lines, GError **error)
{
	g_autofree char *text = spaced(typed);
	g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
	g_autofree const char **states = g_new0(const char *, lines + 1);
	g_autofree bool *pending = g_new0(bool, lines + 1);
	g_autofree bool *spared = g_new0(bool, lines + 1);
	struct reading reading = {.lines = lines,
				  .states = states,
				  .pending = pending,
				  .spared = spared};
	bool done = true;
	for (guint i = 0; done && words[i] != NULL; i++)
		done = word_take(&reading, words[i], error);
	done = done && reading_end(&reading, error);
	return done ? marks_of(&reading) : NULL;
}
