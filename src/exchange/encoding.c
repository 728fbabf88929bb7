#include "exchange/encoding.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"

#define REPLACEMENT 0xFFFDu

static guint
utf8_decode(const guchar *bytes, gsize size, GString *text)
{
	const char *at = (const char *)bytes, *end = at + size, *good;
	guint replaced = 0;
	while (!g_utf8_validate_len(at, (gsize)(end - at), &good)) {
		g_string_append_len(text, at, good - at);
		at = good + 1;
		if (*good == '\0') { /* valid UTF-8, though GLib says no; the reader refuses it */
			g_string_append_c(text, '\0');
			continue;
		}
		g_string_append_unichar(text, REPLACEMENT);
		replaced++;
	}
	g_string_append_len(text, at, end - at);
	return replaced;
}

/* Encoding Standard of the WHATWG, index windows-1252, but its five holes stay holes: C1 controls
 * would only hide that the guess was wrong. */
static const guint16 windows_1252_upper[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static guint
windows_1252_decode(const guchar *bytes, gsize size, GString *text)
{
	guint replaced = 0;
	for (gsize at = 0, plain = 0; at < size; at++, plain = at) {
		while (at < size && bytes[at] < 0x80)
			at++;
		g_string_append_len(text, (const char *)bytes + plain, (gssize)(at - plain));
		if (at == size)
			break;
		gunichar letter =
			bytes[at] < 0xA0 ? windows_1252_upper[bytes[at] - 0x80] : bytes[at];
		replaced += letter == 0;
		g_string_append_unichar(text, letter == 0 ? REPLACEMENT : letter);
	}
	return replaced;
}

static guint
utf16_decode(const guchar *bytes, gsize size, gsize high, GString *text)
{
	guint replaced = 0;
	gunichar lead = 0; /* the first half of a pair, waiting for its second */
	for (gsize at = 0; at + 1 < size; at += 2) {
		gunichar unit = (gunichar)bytes[at + high] << 8 | bytes[at + 1 - high];
		bool second = unit >= 0xDC00 && unit < 0xE000;
		if (lead != 0 && !second) {
			g_string_append_unichar(text, REPLACEMENT);
			replaced += 2;
		}
		if (unit >= 0xD800 && unit < 0xDC00) {
			lead = unit;
			continue;
		}
		if (second && lead != 0)
			unit = 0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00);
		else if (second)
			replaced += 2;
		g_string_append_unichar(text, second && lead == 0 ? REPLACEMENT : unit);
		lead = 0;
	}
	guint cut = (lead != 0 ? 2 : 0) + size % 2; /* the file ends within a letter */
	if (cut != 0)
		g_string_append_unichar(text, REPLACEMENT);
	return replaced + cut;
}

static guint
utf16le_decode(const guchar *bytes, gsize size, GString *text)
{
	return utf16_decode(bytes, size, 1, text);
}

static guint
utf16be_decode(const guchar *bytes, gsize size, GString *text)
{
	return utf16_decode(bytes, size, 0, text);
}

enum { UTF8_BOM, UTF16LE, UTF16BE, UTF8, WINDOWS_1252, N_ENCODINGS };

static const struct encoding encodings[N_ENCODINGS] = {
	[UTF8_BOM] = {"UTF-8 BOM", "\xEF\xBB\xBF", utf8_decode},
	[UTF16LE] = {"UTF-16LE", "\xFF\xFE", utf16le_decode},
	[UTF16BE] = {"UTF-16BE", "\xFE\xFF", utf16be_decode},
	[UTF8] = {"UTF-8", "", utf8_decode},
	[WINDOWS_1252] = {"Windows-1252", "", windows_1252_decode},
};

static gsize
bom_size(const struct encoding *encoding, const char *bytes, gsize size)
{
	gsize length = strlen(encoding->bom);
	return size >= length && memcmp(bytes, encoding->bom, length) == 0 ? length : 0;
}

const struct encoding *
encoding_find(const char *bytes, gsize size, const char *forced, GError **error)
{
	for (gsize i = 0; i < N_ENCODINGS; i++) {
		if (forced != NULL && g_ascii_strcasecmp(forced, encodings[i].name) == 0)
			/* a BOM that is there is taken away, and said */
			return i == UTF8 && bom_size(&encodings[UTF8_BOM], bytes, size) != 0
				       ? &encodings[UTF8_BOM]
				       : &encodings[i];
		if (forced == NULL && bom_size(&encodings[i], bytes, size) != 0)
			return &encodings[i];
	}
	if (forced == NULL)
		return &encodings[g_utf8_validate_len(bytes, size, NULL) ? UTF8 : WINDOWS_1252];
	fail(error, ERROR_INVALID,
	     _("Unknown encoding “%s”: choose UTF-8, UTF-16LE, UTF-16BE or Windows-1252"), forced);
	return NULL;
}

char *
encoding_decode(const struct encoding *encoding, const char *bytes, gsize size, gsize *length,
		guint *replaced)
{
	gsize skip = bom_size(encoding, bytes, size);
	GString *text = g_string_sized_new(size);
	*replaced = encoding->decode((const guchar *)bytes + skip, size - skip, text);
	*length = text->len;
	char *decoded = g_string_free(text, FALSE);
	return g_realloc(decoded, *length + 1); /* GString rounds up to a power of two */
}
