#include "tui/input.h"

#include <string.h>

#include "base/text.h"

#define LINE_BYTES (64 * 1024)
#define LONG_BYTES (200 * 1024)

void
input_init(struct input *input, const char *text, bool lines)
{
	*input = (struct input){.text = g_string_new(NULL), .lines = lines};
	input_set(input, text);
}

void
input_clear(struct input *input)
{
	if (input->text != NULL)
		g_string_free(input->text, TRUE);
	input->text = NULL;
}

void
input_set(struct input *input, const char *text)
{
	g_string_assign(input->text, text != NULL ? text : "");
	input->cursor = input->text->len;
}

static gsize
input_limit(const struct input *input)
{
	if (input->limit > 0)
		return input->limit;
	return input->lines ? LONG_BYTES : LINE_BYTES;
}

/* What comes from a keyboard or a paste is cleaned at once: no control byte is ever in the text. A
 * combining mark joins the letter before it (NFC), so the whole is normalised, the cursor kept. */
static void
input_insert(struct input *input, const char *typed)
{
	g_autofree char *clean = text_accept(typed, input->lines, NULL);
	const char *insert = clean;
	if (clean == NULL)
		insert = strspn(typed, " \n\t") == strlen(typed) && *typed != '\0' ? " " : "";
	if (input->text->len + strlen(insert) > input_limit(input))
		return;
	bool mark = *insert != '\0' && g_unichar_ismark(g_utf8_get_char(insert));
	g_string_insert(input->text, (gssize)input->cursor, insert);
	input->cursor += strlen(insert);
	if (!mark)
		return;
	g_autofree char *before = g_strndup(input->text->str, input->cursor);
	g_autofree char *joined = g_utf8_normalize(before, -1, G_NORMALIZE_NFC);
	if (joined == NULL)
		return;
	g_string_erase(input->text, 0, (gssize)input->cursor);
	g_string_prepend(input->text, joined);
	input->cursor = strlen(joined);
}

/* A key types one letter as it is; trailing spaces are the person's business until the field is
 * left. */
static void
input_type(struct input *input, const char *letter)
{
	if (strcmp(letter, " ") == 0) {
		if (input->text->len < input_limit(input)) {
			g_string_insert(input->text, (gssize)input->cursor, " ");
			input->cursor++;
		}
		return;
	}
	input_insert(input, letter);
}

static gsize
offset_before(const struct input *input)
{
	const char *start = input->text->str;
	return (gsize)(text_previous(start, start + input->cursor) - start);
}

static gsize
offset_after(const struct input *input)
{
	const char *at = input->text->str + input->cursor;
	return *at == '\0' ? input->cursor : (gsize)(text_next(at) - input->text->str);
}

static gsize
word_before(const struct input *input)
{
	gsize at = input->cursor;
	const char *text = input->text->str;
	while (at > 0 && text[at - 1] == ' ')
		at--;
	while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return at;
}

static gsize
word_after(const struct input *input)
{
	const char *text = input->text->str;
	gsize at = input->cursor;
	while (text[at] != '\0' && text[at] != ' ')
		at++;
	while (text[at] == ' ')
		at++;
	return at;
}

static void
input_erase(struct input *input, gsize from, gsize to)
{
	g_string_erase(input->text, (gssize)from, (gssize)(to - from));
	input->cursor = from;
}

/* In a text of several lines, up and down keep the column as well as bytes can. */
static bool
input_vertical(struct input *input, bool up)
{
	const char *text = input->text->str;
	gsize start = input->cursor;
	while (start > 0 && text[start - 1] != '\n')
		start--;
	glong column = g_utf8_strlen(text + start, (gssize)(input->cursor - start));
	const char *line = NULL;
	if (up) {
		if (start == 0)
			return false;
		gsize previous = start - 1;
		while (previous > 0 && text[previous - 1] != '\n')
			previous--;
		line = text + previous;
	} else {
		line = strchr(text + input->cursor, '\n');
		if (line == NULL)
			return false;
		line++;
	}
	while (column-- > 0 && *line != '\0' && *line != '\n')
		line = text_next(line);
	input->cursor = (gsize)(line - text);
	return true;
}

static bool
input_edit_key(struct input *input, const struct key *key)
{
	if (key_is(key, "Backspace"))
		input_erase(input, offset_before(input), input->cursor);
	else if (key_is(key, "Delete") || key_is(key, "C-d"))
		input_erase(input, input->cursor, offset_after(input));
	else if (key_is(key, "C-k"))
		g_string_truncate(input->text, input->cursor);
	else if (key_is(key, "C-u"))
		input_erase(input, 0, input->cursor);
	else if (key_is(key, "C-w"))
		input_erase(input, word_before(input), input->cursor);
	else
		return false;
	return true;
}

static bool
input_move_key(struct input *input, const struct key *key)
{
	if (key_is(key, "Left") || key_is(key, "C-b"))
		input->cursor = offset_before(input);
	else if (key_is(key, "Right") || key_is(key, "C-f"))
		input->cursor = offset_after(input);
	else if (key_is(key, "Home") || key_is(key, "C-a"))
		input->cursor = 0;
	else if (key_is(key, "End") || key_is(key, "C-e"))
		input->cursor = input->text->len;
	else if (key_is(key, "C-Left"))
		input->cursor = word_before(input);
	else if (key_is(key, "C-Right"))
		input->cursor = word_after(input);
	else if (input->lines && (key_is(key, "Up") || key_is(key, "Down")))
		return input_vertical(input, key_is(key, "Up"));
	else
		return false;
	return true;
}

bool
input_key(struct input *input, const struct key *key)
{
	if (key_is(key, "Paste")) {
		input_insert(input, key->paste);
		return true;
	}
	if (input->lines && key_is(key, "Enter")) {
		g_string_insert_c(input->text, (gssize)input->cursor++, '\n');
		return true;
	}
	if (*key->text != '\0') {
		input_type(input, key->text);
		return true;
	}
	return input_edit_key(input, key) || input_move_key(input, key);
}

/* The part of a line that is shown: the cursor always stands in it. */
static void
line_draw(const char *text, gsize size, gssize cursor, int y, int x, int width, bool focus)
{
	g_autofree char *line = g_strndup(text, size);
	const char *start = line;
	g_autofree char *before = cursor >= 0 ? g_strndup(line, (gsize)cursor) : g_strdup("");
	int column = focus ? text_width(before) : 0;
	while (column >= width) {
		const char *next = text_next(start);
		g_autofree char *letter = g_strndup(start, (gsize)(next - start));
		column -= text_width(letter);
		start = next;
	}
	draw_cell(y, x, width, focus ? STYLE_FIELD : STYLE_PLAIN, "");
	draw_text(y, x, width, focus ? STYLE_FIELD : STYLE_PLAIN, start);
	if (focus && cursor >= 0)
		draw_cursor(y, x + column);
}

static int
cursor_line(const struct input *input)
{
	int line = 0;
	for (gsize i = 0; i < input->cursor; i++)
		line += input->text->str[i] == '\n';
	return line;
}

void
input_draw(const struct input *input, struct area area, bool focus)
{
	if (!input->lines) {
		line_draw(input->text->str, input->text->len, (gssize)input->cursor, area.y, area.x,
			  area.width, focus);
		return;
	}
	int skip = MAX(0, cursor_line(input) - area.height + 1);
	const char *text = input->text->str;
	for (int line = 0; line < skip + area.height; line++) {
		gsize size = strcspn(text, "\n");
		gssize cursor = (gssize)input->cursor - (gssize)(text - input->text->str);
		if (cursor < 0 || cursor > (gssize)size)
			cursor = -1;
		if (line >= skip)
			line_draw(text, size, cursor, area.y + line - skip, area.x, area.width,
				  focus);
		if (text[size] == '\0')
			break;
		text += size + 1;
	}
}
