/* The texts that cells share. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/xlsx_private.h"

#define MEGABYTE (1024u * 1024)

/* An escape is seven bytes for one letter. */
#define ESCAPED_MAX (7 * TABLE_CELL_MAX)

struct strings {
	struct book *book;
	struct run run;
	gsize bytes;
};

void
run_open(struct run *run, const struct xml_tag *tag)
{
	if (run->skipped > 0 || xml_is(tag, XML_SHEET, "rPh"))
		run->skipped++;
	else if (xml_is(tag, XML_SHEET, "t"))
		run->open = true;
}

void
run_close(struct run *run, const struct xml_tag *tag)
{
	if (run->skipped > 0)
		run->skipped--;
	else if (xml_is(tag, XML_SHEET, "t"))
		run->open = false;
}

bool
run_text(struct run *run, const char *text, gsize size, GError **error)
{
	if (!run->open || run->skipped > 0)
		return true;
	g_string_append_len(run->text, text, (gssize)size);
	return run->text->len <= ESCAPED_MAX || gather_too_long(run->text->str, error);
}

/* The letter of "_x000D_" at AT, or -1. */
static int
escape_at(const char *at)
{
	if (at[0] != '_' || at[1] != 'x')
		return -1;
	int letter = 0;
	for (int i = 2; i < 6; i++) {
		if (!g_ascii_isxdigit(at[i]))
			return -1;
		letter = letter * 16 + g_ascii_xdigit_value(at[i]);
	}
	return at[6] == '_' ? letter : -1;
}

void
xstring_unescape(GString *text)
{
	const char *from = strstr(text->str, "_x");
	if (from == NULL)
		return;
	char *to = text->str + (from - text->str);
	while (*from != '\0') {
		int letter = escape_at(from);
		if (letter < 0) {
			*to++ = *from++;
			continue;
		}
		/* a NUL and halves of pairs are no letters */
		if (letter != 0 && g_unichar_validate((gunichar)letter))
			to += g_unichar_to_utf8((gunichar)letter, to);
		from += 7;
	}
	g_string_truncate(text, (gsize)(to - text->str));
}

static bool
string_keep(struct strings *strings, GError **error)
{
	struct book *book = strings->book;
	xstring_unescape(strings->run.text);
	const char *text =
		gather_keep(&book->gather, strings->run.text->str, strings->run.text->len, error);
	strings->bytes += strings->run.text->len;
	g_string_truncate(strings->run.text, 0);
	if (text == NULL)
		return false;
	if (strings->bytes > TABLE_BYTES_MAX || book->strings->len >= TABLE_CELLS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("This spreadsheet holds more than %u MB of text, or more than %u "
			      "texts: split it into several files"),
			    TABLE_BYTES_MAX / MEGABYTE, TABLE_CELLS_MAX);
	g_ptr_array_add(book->strings, (gpointer)(gsize)text);
	return true;
}

static bool
strings_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	run_open(&((struct strings *)user)->run, tag);
	return true;
}

static bool
strings_close(gpointer user, const struct xml_tag *tag, GError **error)
{
	struct strings *strings = user;
	run_close(&strings->run, tag);
	return !xml_is(tag, XML_SHEET, "si") || string_keep(strings, error);
}

static bool
strings_text(gpointer user, const char *text, gsize size, GError **error)
{
	return run_text(&((struct strings *)user)->run, text, size, error);
}

bool
strings_read(struct book *book, const char *name, GError **error)
{
	static const struct xml_reader reader = {strings_open, strings_close, strings_text};
	struct strings strings = {.book = book, .run.text = g_string_new(NULL)};
	bool done = archive_xml(book->archive, name, &reader, &strings, error);
	g_string_free(strings.run.text, TRUE);
	return done;
}
