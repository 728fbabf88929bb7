#include "exchange/foreign.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"

#define WORKBOOK                                                                                         \
	N_("This file is an Excel workbook of a kind that is not read (.xls, .xlsb): open it in "        \
	   "Excel or LibreOffice, choose File > Save as…, the type “Excel Workbook (.xlsx)”, and " \
	   "import that new file")
#define PROTECTED                                                                                  \
	N_("This spreadsheet is protected by a password: open it, save it without a password, "    \
	   "and import that new file")
#define WEB_PAGE                                                                                   \
	N_("This file is a web page or XML, whatever its name says: open it in Excel or "          \
	   "LibreOffice, choose File > Save as…, the type “CSV UTF-8”, and import that new file")
#define DOCUMENT                                                                                   \
	N_("This file is a document, not a table: copy its list into a spreadsheet, save that as " \
	   "“CSV UTF-8”, and import the new file")
#define IMAGE      N_("This file is an image, not a table: ask its sender for the list as “CSV UTF-8”")
#define COMPRESSED N_("This file is compressed: extract it, then import the table that it holds")
#define CALENDAR                                                                                   \
	N_("This file is a calendar or contact card, not a table: import a calendar with "         \
	   "“ateliers import calendar”")

/* A form service or a mailbox names a file as it likes; its first bytes do not lie. */
static const struct {
	gsize offset;
	const char *magic;
	gsize length;
	const char *message;
} foreigners[] = {
	{0, "PK\x05\x06", 4, COMPRESSED}, /* an empty archive */
	{0, "PK\x07\x08", 4, COMPRESSED}, /* one part of several */
	{0, "\x1F\x8B", 2, COMPRESSED},
	{0, "7z\xBC\xAF", 4, COMPRESSED},
	{0, "Rar!\x1A", 5, COMPRESSED},
	{0, "%PDF-", 5, DOCUMENT},
	{0, "{\\rtf", 5, DOCUMENT},
	{0, "\x89PNG", 4, IMAGE},
	{0, "\xFF\xD8\xFF", 3, IMAGE},
	{0, "GIF87a", 6, IMAGE},
	{0, "GIF89a", 6, IMAGE},
	{0, "II*\0", 4, IMAGE},
	{0, "MM\0*", 4, IMAGE},
	{8, "WEBP", 4, IMAGE},
	{4, "ftyp", 4, IMAGE}, /* a telephone's HEIC or film */
};

/* Text that is not a table either; spaces and a BOM may precede it, case does not count. */
static const struct {
	const char *begins;
	const char *message;
} foreign_texts[] = {
	{"<!DOCTYPE", WEB_PAGE}, {"<html", WEB_PAGE},           {"<table", WEB_PAGE},
	{"<?xml", WEB_PAGE},     {"BEGIN:VCALENDAR", CALENDAR}, {"BEGIN:VCARD", CALENDAR},
};

static bool
magic_is_at(const char *bytes, gsize size, gsize row)
{
	gsize offset = foreigners[row].offset, length = foreigners[row].length;
	/* "WEBP" and "ftyp" stand behind sizes in binary: in text they would be a word like others
	 */
	if (offset != 0 && memchr(bytes, '\0', MIN(size, 16)) == NULL)
		return false;
	return size >= offset + length &&
	       memcmp(bytes + offset, foreigners[row].magic, length) == 0;
}

static bool
text_begins(const char *bytes, gsize size, const char *word)
{
	gsize at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (at < size && g_ascii_isspace(bytes[at]))
		at++;
	gsize length = strlen(word);
	return size - at >= length && g_ascii_strncasecmp(bytes + at, word, length) == 0;
}

/* Some form services pack their CSV into an archive: its first entry says so. The layout is that of
 * PKWARE's APPNOTE, 4.3.7: the length of the name at 26, the name at 30. */
static bool
archive_of_text(const char *bytes, gsize size)
{
	if (size < 30 || memcmp(bytes, "PK\x03\x04", 4) != 0)
		return false;
	gsize length = (guchar)bytes[26] | (gsize)(guchar)bytes[27] << 8;
	if (length < 4 || size < 30 + length)
		return false;
	const char *ending = bytes + 30 + length - 4;
	return g_ascii_strncasecmp(ending, ".csv", 4) == 0 ||
	       g_ascii_strncasecmp(ending, ".tsv", 4) == 0 ||
	       g_ascii_strncasecmp(ending, ".txt", 4) == 0;
}

/* Old Office files, and new ones with a password, are a container of streams (MS-CFB 2.6.4) whose
 * names stand in it as UTF-16. */
static const char *
ole_message(const char *bytes, gsize size)
{
	static const struct {
		const char *name;
		gsize size;
		const char *message;
	} streams[] = {
		{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31, PROTECTED},
		{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", 23, DOCUMENT},
		{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t", 37, DOCUMENT},
	};
	if (size < 4 || memcmp(bytes, "\xD0\xCF\x11\xE0", 4) != 0)
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(streams); i++)
		if (memmem(bytes, size, streams[i].name, streams[i].size) != NULL)
			return streams[i].message;
	return WORKBOOK;
}

static const char *
foreign_message(const char *bytes, gsize size)
{
	if (archive_of_text(bytes, size))
		return COMPRESSED;
	const char *ole = ole_message(bytes, size);
	if (ole != NULL)
		return ole;
	for (gsize i = 0; i < G_N_ELEMENTS(foreigners); i++)
		if (magic_is_at(bytes, size, i))
			return foreigners[i].message;
	for (gsize i = 0; i < G_N_ELEMENTS(foreign_texts); i++)
		if (text_begins(bytes, size, foreign_texts[i].begins))
			return foreign_texts[i].message;
	return NULL;
}

bool
foreign_refuse(const char *bytes, gsize size, GError **error)
{
	const char *message = foreign_message(bytes, size);
	return message == NULL || fail(error, ERROR_FORMAT, "%s", _(message));
}

bool
foreign_fail(enum foreign kind, GError **error)
{
	static const char *const messages[] = {
		[FOREIGN_ARCHIVE] = COMPRESSED,
		[FOREIGN_DOCUMENT] = DOCUMENT,
		[FOREIGN_WORKBOOK] = WORKBOOK,
		[FOREIGN_PROTECTED] = PROTECTED,
	};
	return fail(error, ERROR_FORMAT, "%s", _(messages[kind]));
}
