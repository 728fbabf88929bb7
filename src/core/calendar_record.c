#include "core/calendar_record.h"

#include <string.h>

/* ---- writing ------------------------------------------------------------------------------- */

static void
number_append(GString *out, guint32 number)
{
	for (int byte = 0; byte < 4; byte++)
		g_string_append_c(out, (char)((number >> (8 * byte)) & 0xffu));
}

/* A letter of UTF-8 is not cut: its later bytes begin with the bits 10. */
static gsize
text_length(const char *text)
{
	gsize length = strlen(text);
	if (length <= CALENDAR_RECORD_TEXT_MAX)
		return length;
	length = CALENDAR_RECORD_TEXT_MAX;
	for (int back = 0; back < 3 && ((guchar)text[length] & 0xc0u) == 0x80u; back++)
		length--;
	return length;
}

void
calendar_record_append(GString *out, char kind, guint32 line, const char *const *texts, guint n)
{
	g_assert(n <= CALENDAR_RECORD_TEXTS_MAX);
	g_string_append_c(out, kind);
	number_append(out, line);
	g_string_append_c(out, (char)n);
	for (guint i = 0; i < n; i++) {
		const char *text = texts[i] != NULL ? texts[i] : "";
		gsize length = text_length(text);
		number_append(out, (guint32)length);
		g_string_append_len(out, text, (gssize)length);
	}
}

/* ---- reading ------------------------------------------------------------------------------- */

static bool
byte_read(const char **at, gsize *left, guchar *byte)
{
	if (*left == 0)
		return false;
	*byte = (guchar) * (*at)++;
	*left -= 1;
	return true;
}

static bool
number_read(const char **at, gsize *left, guint32 *number)
{
	guchar byte[4];
	for (int i = 0; i < 4; i++)
		if (!byte_read(at, left, &byte[i]))
			return false;
	*number = byte[0] | (guint32)byte[1] << 8 | (guint32)byte[2] << 16 | (guint32)byte[3] << 24;
	return true;
}

static bool
text_read(const char **at, gsize *left, char **text)
{
	guint32 length = 0;
	if (!number_read(at, left, &length) || length > CALENDAR_RECORD_TEXT_MAX ||
	    length > *left || memchr(*at, '\0', length) != NULL)
		return false;
	*text = g_strndup(*at, length);
	*at += length;
	*left -= length;
	return true;
}

bool
calendar_record_read(const char **at, gsize *left, struct calendar_record *record)
{
	guchar kind = 0, n = 0;
	*record = (struct calendar_record){.kind = '\0'};
	bool done = byte_read(at, left, &kind) && number_read(at, left, &record->line) &&
		    byte_read(at, left, &n) && n <= CALENDAR_RECORD_TEXTS_MAX;
	for (guint i = 0; done && i < n; i++) {
		done = text_read(at, left, &record->text[i]);
		record->n_texts += done;
	}
	record->kind = (char)kind;
	if (!done)
		calendar_record_clear(record);
	return done;
}

void
calendar_record_clear(struct calendar_record *record)
{
	for (guint i = 0; i < record->n_texts; i++)
		g_free(record->text[i]);
	record->n_texts = 0;
}
