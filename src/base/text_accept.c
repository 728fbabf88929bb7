/* Cleaning of what comes in. */
#include "base/text.h"

#include "base/text_char.h"

/* Longer runs of marks are no writing (UAX #15, Stream-Safe Text Format, allows 30), and GLib puts
 * a run in order by exchanging neighbours: a cell of a million marks would take hours. */
#define MARKS_ACCEPTED 30

struct accepting {
	GString *text;
	bool lines;
	bool cleaned;
	int marks;
};

static void
accept_break(struct accepting *accepting, gunichar letter)
{
	accepting->marks = 0;
	if (!accepting->lines)
		g_string_append_c(accepting->text, ' ');
	else
		g_string_append_c(accepting->text, letter == '\t' ? '\t' : '\n');
}

static void
accept_letter(struct accepting *accepting, gunichar letter)
{
	bool mark = char_is_mark(letter);
	accepting->marks = mark ? accepting->marks + 1 : 0;
	if (letter == '\t' || char_breaks_line(letter))
		accept_break(accepting, letter);
	else if (g_unichar_iscntrl(letter) || char_turns_direction(letter) || letter == 0xFEFF ||
		 accepting->marks > MARKS_ACCEPTED)
		accepting->cleaned = true;
	else if (char_is_noncharacter(letter))
		g_string_append_unichar(accepting->text, CHAR_REPLACEMENT);
	else
		g_string_append_unichar(accepting->text, letter);
}

static char *
accept_plain(const char *typed)
{
	g_autofree char *text = g_strstrip(g_strdup(typed));
	return *text != '\0' ? g_steal_pointer(&text) : NULL;
}

char *
text_accept(const char *typed, bool lines, bool *cleaned)
{
	if (cleaned != NULL)
		*cleaned = false;
	if (typed == NULL)
		return NULL;
	if (char_all_plain(typed))
		return accept_plain(typed);
	g_autoptr(GString) text = g_string_new(NULL);
	struct accepting accepting = {.text = text, .lines = lines};
	for (const char *at = typed; *at != '\0';) {
		gunichar letter = char_take(&at);
		if (letter == '\r' && *at == '\n')
			continue;
		accept_letter(&accepting, letter);
	}
	if (cleaned != NULL)
		*cleaned = accepting.cleaned;
	char_trim_end(text);
	const char *start = char_skip_blanks(text->str);
	return *start != '\0' ? g_utf8_normalize(start, -1, G_NORMALIZE_NFC) : NULL;
}
