#include "core/sheet_return.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"

struct reading {
	const struct sheet_numbers *numbers;
	const char **states; /* of each line; NULL: nothing was said */
	bool *assumed;       /* lines whose state nobody typed: they stand behind "except" */
	bool *pending;       /* lines that wait for their letter */
	bool *bare;          /* lines of a group that ended without one */
	bool any_letter;
	bool all;       /* there are "all" */
	bool *spared;   /* lines behind "except" that wait for a letter */
	bool *excepted; /* lines that "all" does not mean */
	bool except;    /* such lines are being read */
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
	WORD_END,
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
	if (strcmp(word, ";") == 0)
		return WORD_END;
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
is_blank(const struct reading *reading, guint line)
{
	return reading->numbers->blank != NULL && reading->numbers->blank[line - 1];
}

static bool
line_check(const struct reading *reading, guint64 line, GError **error)
{
	guint last = reading->numbers->last;
	if (line < 1 || line > last)
		return fail(error, ERROR_INVALID,
			    _("the sheet has no line %u: it has lines 1 to %u"),
			    (guint)MIN(line, G_MAXUINT), last);
	return !is_blank(reading, (guint)line) ||
	       fail(error, ERROR_INVALID,
		    _("line %u of the sheet is a blank one: register whoever signed there, then "
		      "mark them"),
		    (guint)line);
}

/* "12", "14-20"; blank lines in between are nobody's. */
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
		if (!is_blank(reading, (guint)line))
			(reading->except ? reading->spared : reading->pending)[line - 1] = true;
	return true;
}

static bool
any(const struct reading *reading, const bool *lines)
{
	for (guint i = 0; i < reading->numbers->last; i++)
		if (lines[i])
			return true;
	return false;
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

/* The LINES that wait have STATE. */
static bool
lines_say(struct reading *reading, bool *lines, const char *state, GError **error)
{
	for (guint i = 0; i < reading->numbers->last; i++) {
		if (lines[i] && !line_say(reading, i, state, error))
			return false;
		lines[i] = false;
	}
	return true;
}

/* ---- groups -------------------------------------------------------------------------------------
 */

/* The lines behind "except" are no longer among "all", whatever is said of them. */
static void
spared_keep(struct reading *reading)
{
	for (guint i = 0; i < reading->numbers->last; i++)
		reading->excepted[i] |= reading->spared[i];
}

/* Nothing that follows is for the lines before. Behind "except" lines without a letter are those
 * where nobody has signed. */
static bool
group_end(struct reading *reading, GError **error)
{
	for (guint i = 0; i < reading->numbers->last; i++) {
		reading->bare[i] |= reading->pending[i];
		reading->pending[i] = false;
		reading->assumed[i] |= reading->spared[i] && reading->states[i] == NULL;
	}
	spared_keep(reading);
	reading->except = false;
	return lines_say(reading, reading->spared, "absent", error);
}

static bool
state_take(struct reading *reading, const char *state, GError **error)
{
	bool *waiting = reading->except ? reading->spared : reading->pending;
	reading->any_letter = true;
	if (reading->all && !reading->except && !any(reading, reading->pending)) {
		reading->all_state = state;
		return true;
	}
	if (!any(reading, waiting))
		return fail(error, ERROR_INVALID, _("“%s” stands behind no line"),
			    code_label(&code_presence_states, state));
	spared_keep(reading);
	return lines_say(reading, waiting, state, error);
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
	case WORD_END:
		return group_end(reading, error);
	case WORD_UNKNOWN:
		break;
	}
	return fail(error, ERROR_INVALID,
		    _("“%s” is not understood: write 12 p, 13 a, 14-20 e, or all except 3, 7"),
		    word);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* "12p" is "12 p"; "14 - 20" and "14 à 20" are "14-20"; commas separate, semicolons and line breaks
 * end a group. */
static char *
spaced(const char *typed)
{
	g_autofree char *clean = text_accept(typed, true, NULL);
	GString *text = g_string_new(NULL);
	for (const char *at = clean != NULL ? clean : ""; *at != '\0';
	     at = g_utf8_find_next_char(at, NULL)) {
		gunichar letter = g_utf8_get_char(at);
		bool digit_before = text->len > 0 && g_ascii_isdigit(text->str[text->len - 1]);
		if (letter == ',' || letter == '.')
			letter = ' ';
		if (digit_before && g_unichar_isalpha(letter))
			g_string_append_c(text, ' ');
		if (letter == ';' || letter == '\n')
			g_string_append(text, " ; ");
		else
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
	for (guint i = 0; i < reading->numbers->last; i++) {
		struct sheet_mark mark = {i + 1, reading->states[i], reading->assumed[i]};
		if (mark.state != NULL)
			g_array_append_val(marks, mark);
	}
	return marks;
}

/* Every line that nothing else was said of. */
static void
all_say(struct reading *reading)
{
	const char *state = reading->all_state != NULL ? reading->all_state : "present";
	for (guint i = 0; reading->all && i < reading->numbers->last; i++)
		if (reading->states[i] == NULL && !reading->excepted[i] &&
		    !is_blank(reading, i + 1))
			reading->states[i] = state;
}

static bool
bare_refuse(const struct reading *reading, GError **error)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint line = 1; line <= reading->numbers->last; line++)
		if (reading->bare[line - 1])
			g_array_append_val(lines, line);
	g_autofree char *text = sheet_lines_text(lines);
	return fail(error, ERROR_INVALID, _("%s: say p, a, e or r"), text);
}

/* Numbers alone are those who are there; among others that have a letter, nobody knows. */
static bool
reading_end(struct reading *reading, GError **error)
{
	bool done = group_end(reading, error);
	if (done && any(reading, reading->bare))
		done = reading->any_letter || reading->all
			       ? bare_refuse(reading, error)
			       : lines_say(reading, reading->bare, "present", error);
	if (done)
		all_say(reading);
	return done;
}

static GArray *
typed_read(const char *typed, const struct sheet_numbers *numbers, GError **error)
{
	guint n = numbers->last + 1;
	g_autofree char *text = spaced(typed);
	g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
	g_autofree const char **states = g_new0(const char *, n);
	g_autofree bool *flags = g_new0(bool, (gsize)n * 5);
	struct reading reading = {.numbers = numbers,
				  .states = states,
				  .pending = flags,
				  .bare = flags + n,
				  .spared = flags + 2 * (gsize)n,
				  .excepted = flags + 3 * (gsize)n,
				  .assumed = flags + 4 * (gsize)n};
	bool done = true;
	for (guint i = 0; done && words[i] != NULL; i++)
		done = word_take(&reading, words[i], error);
	if (done)
		reading_end(&reading, error);
	return marks_of(&reading);
}

GArray *
sheet_return_read(const char *typed, const struct sheet_numbers *numbers, GError **error)
{
	GError *reason = NULL;
	GArray *marks = typed_read(typed, numbers, &reason);
	if (reason != NULL)
		g_clear_pointer(&marks, g_array_unref);
	if (reason != NULL)
		g_propagate_error(error, reason);
	return marks;
}

GArray *
sheet_return_read_so_far(const char *typed, const struct sheet_numbers *numbers, char **trouble)
{
	g_autoptr(GError) reason = NULL;
	GArray *marks = typed_read(typed, numbers, &reason);
	*trouble = reason != NULL ? g_strdup(reason->message) : NULL;
	return marks;
}

char *
sheet_lines_text(const GArray *lines)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0, end = 0; i < lines->len; i = end) {
		guint first = g_array_index(lines, guint, i);
		for (end = i + 1;
		     end < lines->len && g_array_index(lines, guint, end) == first + (end - i);
		     end++)
			;
		g_string_append_printf(text, "%s%u", text->len > 0 ? ", " : "", first);
		if (end - i > 1)
			g_string_append_printf(text, "%s%u", end - i > 2 ? "-" : ", ",
					       first + (end - i) - 1);
	}
	return g_string_free(text, FALSE);
}
