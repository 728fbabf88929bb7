#include "ical/foreign_text.h"

#include <string.h>

/* ---- encodings ----------------------------------------------------------------------------- */

/* What Windows-1252 has where Latin-1 has controls; 0: nothing. */
static const guint16 windows_1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static void
latin_append(GString *out, const char *bytes, gsize size)
{
	for (gsize i = 0; i < size; i++) {
		gunichar letter = (guchar)bytes[i];
		if (letter >= 0x80 && letter < 0xa0)
			letter = windows_1252[letter - 0x80];
		g_string_append_unichar(out, letter != 0 ? letter : 0xfffd);
	}
}

static gunichar
unit_at(const char *bytes, bool big)
{
	guchar first = (guchar)bytes[0], second = (guchar)bytes[1];
	return big ? (gunichar)first << 8 | second : (gunichar)second << 8 | first;
}

static void
utf16_append(GString *out, const char *bytes, gsize size, bool big)
{
	for (gsize i = 0; i + 1 < size; i += 2) {
		gunichar letter = unit_at(bytes + i, big);
		if (letter >= 0xd800 && letter < 0xdc00 && i + 3 < size) {
			gunichar low = unit_at(bytes + i + 2, big);
			if (low >= 0xdc00 && low < 0xe000) {
				letter = 0x10000 + ((letter - 0xd800) << 10) + (low - 0xdc00);
				i += 2;
			}
		}
		if (letter != 0)
			g_string_append_unichar(out, g_unichar_validate(letter) ? letter : 0xfffd);
	}
}

static GString *
without_nul(const char *bytes, gsize size, gsize *replaced)
{
	GString *out = g_string_sized_new(size);
	while (size > 0) {
		const char *nul = memchr(bytes, '\0', size);
		gsize length = nul != NULL ? (gsize)(nul - bytes) : size;
		g_string_append_len(out, bytes, (gssize)length);
		*replaced += nul != NULL;
		bytes += length + (nul != NULL);
		size -= length + (nul != NULL);
	}
	return out;
}

/* Some writers fold inside a letter (RFC 5545 §3.1 asks readers to bear with it). */
static bool
unfolded_is_utf8(const GString *text)
{
	g_autoptr(GString) unfolded = g_string_sized_new(text->len);
	for (gsize i = 0; i < text->len; i++) {
		gsize end = text->str[i] == '\r' && text->str[i + 1] == '\n' ? i + 1 : i;
		bool folds = (text->str[end] == '\n' || text->str[end] == '\r') &&
			     (text->str[end + 1] == ' ' || text->str[end + 1] == '\t');
		if (folds)
			i = end + 1;
		else
			g_string_append_c(unfolded, text->str[i]);
	}
	return g_utf8_validate(unfolded->str, (gssize)unfolded->len, NULL);
}

static bool
begins(const char *bytes, gsize size, const char *mark)
{
	return size >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

void
ics_text_read(struct ics_text *text, const char *bytes, gsize size)
{
	*text = (struct ics_text){.text = NULL};
	bool little = begins(bytes, size, "\xff\xfe"), big = begins(bytes, size, "\xfe\xff");
	if (little || big) {
		text->text = g_string_sized_new(size);
		utf16_append(text->text, bytes + 2, size - 2, big);
		return;
	}
	gsize mark = begins(bytes, size, "\xef\xbb\xbf") ? 3 : 0;
	text->text = without_nul(bytes + mark, size - mark, &text->replaced);
	if (g_utf8_validate(text->text->str, (gssize)text->text->len, NULL) ||
	    unfolded_is_utf8(text->text))
		return;
	GString *latin = g_string_sized_new(2 * text->text->len);
	latin_append(latin, text->text->str, text->text->len);
	g_string_free(text->text, TRUE);
	text->text = latin;
	text->latin = true;
}

/* ---- lines --------------------------------------------------------------------------------- */

void
ics_lines_begin(struct ics_lines *lines, const GString *text)
{
	*lines = (struct ics_lines){.at = text->str,
				    .end = text->str + text->len,
				    .line = g_string_new(NULL)};
}

void
ics_lines_end(struct ics_lines *lines)
{
	g_string_free(lines->line, TRUE);
	lines->line = NULL;
}

/* Take one physical line, without its end. */
static void
physical_take(struct ics_lines *lines)
{
	const char *start = lines->at;
	while (lines->at < lines->end && *lines->at != '\r' && *lines->at != '\n')
		lines->at++;
	gsize length = (gsize)(lines->at - start);
	gsize room = ICS_LINE_MAX - lines->line->len;
	lines->cut |= length > room;
	g_string_append_len(lines->line, start, (gssize)MIN(length, room));
	bool pair = lines->end - lines->at > 1 && lines->at[0] == '\r' && lines->at[1] == '\n';
	lines->at += lines->at == lines->end ? 0 : pair ? 2 : 1;
	lines->physical++;
}

bool
ics_lines_next(struct ics_lines *lines)
{
	g_string_truncate(lines->line, 0);
	lines->cut = false;
	while (lines->at < lines->end && lines->line->len == 0) {
		lines->number = lines->physical + 1;
		physical_take(lines);
		while (lines->at < lines->end && (*lines->at == ' ' || *lines->at == '\t')) {
			lines->at++;
			physical_take(lines);
		}
	}
	return lines->line->len > 0;
}
