/* Cleaning of what goes out: to a terminal, to a document.
 *
 * Whatever bytes come in, what goes out is valid UTF-8 that cannot steer the terminal, reorder the
 * rest of the line or draw outside its own cells. */
#include "base/text.h"

#include <string.h>

#include "base/text_char.h"

#define CONTROL_SHOWN  0xB7u /* · */
#define MARKS_TERMINAL 2
#define MARKS_FILE     8

struct showing {
	GString *text;
	bool terminal;
	bool lines;
	int marks_allowed;
	int marks;       /* on the letter written last */
	gunichar before; /* the character written last, 0 at the start */
};

static void
put(struct showing *showing, gunichar letter)
{
	showing->marks = 0;
	showing->before = letter;
	g_string_append_unichar(showing->text, letter);
}

/* A mark without a letter before it would be drawn onto whatever stands left of the text. */
static void
put_mark(struct showing *showing, gunichar mark)
{
	if (showing->before == 0 || showing->marks >= showing->marks_allowed)
		return;
	int marks = showing->marks + 1;
	put(showing, mark);
	showing->marks = marks;
}

/* U+200C and U+200D are letters of Persian and of the Indian scripts; between Latin letters they
 * only make two names that look the same. Terminals do not join at all. */
static void
put_format(struct showing *showing, gunichar format)
{
	bool joiner = format == 0x200C || format == 0x200D;
	if (joiner && !showing->terminal && showing->before >= 0x600 &&
	    (g_unichar_isalpha(showing->before) || g_unichar_ismark(showing->before)))
		put_mark(showing, format);
}

/* What no font of a terminal can be trusted with: the width would be guessed. */
static bool
is_unknown(const struct showing *showing, gunichar letter)
{
	GUnicodeType type = g_unichar_type(letter);
	return char_is_noncharacter(letter) ||
	       (showing->terminal &&
		(type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE));
}

static void
show_letter(struct showing *showing, gunichar letter)
{
	if (char_breaks_line(letter))
		put(showing, showing->lines ? '\n' : ' ');
	else if (letter == '\t')
		put(showing, ' ');
	else if (g_unichar_iscntrl(letter)) {
		if (showing->terminal)
			put(showing, CONTROL_SHOWN);
	} else if (letter < 0x80)
		put(showing, letter);
	else if (g_unichar_type(letter) == G_UNICODE_FORMAT)
		put_format(showing, letter);
	else if (is_unknown(showing, letter))
		put(showing, CHAR_REPLACEMENT);
	else if (!char_is_mark(letter))
		put(showing, letter);
	else if (!showing->terminal || !char_is_variation(letter))
		put_mark(showing, letter);
}

/* Most of a text is plain, and goes as it is; what follows it may be a mark on its last letter. */
static const char *
show_plain(struct showing *showing, const char *text)
{
	const char *end = char_skip_plain(text);
	if (end == text)
		return text;
	g_string_append_len(showing->text, text, end - text);
	showing->marks = 0;
	showing->before = g_utf8_get_char(g_utf8_find_prev_char(text, end));
	return end;
}

static char *
show(const char *text, struct showing showing)
{
	if (text == NULL || char_all_plain(text))
		return g_strdup(text != NULL ? text : "");
	showing.text = g_string_sized_new(strlen(text) + 1);
	while (*(text = show_plain(&showing, text)) != '\0') {
		gunichar letter = char_take(&text);
		if (letter == '\r' && *text == '\n')
			continue;
		show_letter(&showing, letter);
	}
	return g_string_free(showing.text, FALSE);
}

char *
text_for_terminal(const char *text)
{
	return show(text, (struct showing){.terminal = true, .marks_allowed = MARKS_TERMINAL});
}

char *
text_for_file(const char *text, bool lines)
{
	return show(text, (struct showing){.lines = lines, .marks_allowed = MARKS_FILE});
}
