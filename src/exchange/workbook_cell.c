/* Cells: text becomes what its column holds. */
#include <errno.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/text.h"
#include "exchange/workbook_private.h"

/* Days between 1899-12-30, from which Excel and LibreOffice count, and 1970-01-01. Excel believes
 * that 1900 was a leap year: both agree from 1900-03-01, day 61, on. */
#define DAYS_BEFORE_1970 25569
#define FIRST_DAY        61

#define MINUTES_OF_DAY 1440.0

/* Excel keeps 15 digits of a number. */
#define DIGITS_MAX 15

/* "_x000D_" would be read as one letter (ECMA-376 part 1, 22.9.2.19): its first mark is then
 * written as such an escape itself. Six letters become at most twelve. */
#define ESCAPE      "_x005F_"
#define ESCAPED_MAX (WORKBOOK_CELL_MAX / 2)

/* ---- text --------------------------------------------------------------------------------------
 */

static bool
begins_escape(const char *text)
{
	if (text[0] != '_' || text[1] != 'x')
		return false;
	for (int i = 2; i < 6; i++)
		if (!g_ascii_isxdigit(text[i]))
			return false;
	return text[6] == '_';
}

static const char *
find_escape(const char *text)
{
	const char *at = strstr(text, "_x");
	while (at != NULL && !begins_escape(at))
		at = strstr(at + 1, "_x");
	return at;
}

static char *
escape(const char *text)
{
	GString *escaped = g_string_new(NULL);
	const char *at;
	while ((at = find_escape(text)) != NULL) {
		g_string_append_len(escaped, text, at - text);
		g_string_append(escaped, ESCAPE);
		text = at + 1;
	}
	g_string_append(escaped, text);
	return g_string_free(escaped, FALSE);
}

static char *
cut(char *text, gsize most)
{
	char *shorter = workbook_cut(text, most);
	g_free(text);
	return shorter;
}

char *
workbook_text(const char *text)
{
	char *clean = text_for_file(text, true);
	gsize size = strlen(clean);
	if (find_escape(clean) == NULL)
		return size <= WORKBOOK_CELL_MAX ? clean : cut(clean, WORKBOOK_CELL_MAX);
	g_autofree char *shown = size <= ESCAPED_MAX ? clean : cut(clean, ESCAPED_MAX);
	return escape(shown);
}

static void
write_text(const Workbook *book, guint column, const char *text)
{
	g_autofree char *shown = workbook_text(text);
	bool is_long = strlen(shown) > WORKBOOK_FORMATTED_MAX;
	worksheet_write_string(book->sheet, book->n_rows, (lxw_col_t)column, shown,
			       is_long ? NULL : book->formats[WORKBOOK_TEXT]);
}

/* ---- numbers, days and times --------------------------------------------------------------------
 */

/* "12", "-0.5": as C writes it, so that nothing of it is lost. */
static bool
is_number(const char *text)
{
	const char *at = text + (*text == '-');
	gsize whole = strspn(at, "0123456789");
	if (whole == 0 || (*at == '0' && whole > 1))
		return false;
	const char *point = at + whole;
	gsize part = *point == '.' ? strspn(point + 1, "0123456789") : 0;
	return whole + part <= DIGITS_MAX && point[part > 0 ? part + 1 : 0] == '\0';
}

/* What a row before could not be written for stays in errno. */
static bool
read_number(const char *text, double *number)
{
	int trouble = errno;
	if (!is_number(text))
		return false;
	*number = g_ascii_strtod(text, NULL);
	errno = trouble;
	return true;
}

/* The day that DAY begins with, as Excel counts; false when it begins with none. */
static bool
read_day(const char *text, double *number)
{
	char day[11];
	g_strlcpy(day, text, sizeof day);
	if (!date_is_day(day))
		return false;
	*number = date_number(day) + DAYS_BEFORE_1970;
	return *number >= FIRST_DAY;
}

static bool
read_time(const char *text, double *number)
{
	int minutes = time_minutes(text);
	*number = minutes / MINUTES_OF_DAY;
	return minutes >= 0;
}

static bool
read_instant(const char *text, const char *zone, double *number)
{
	char local[17];
	double time = 0;
	if (!clock_local(text, zone, local)) {
		if (strlen(text) != 16 || (text[10] != 'T' && text[10] != ' '))
			return false;
		g_strlcpy(local, text, sizeof local);
	}
	if (!read_day(local, number) || !read_time(local + 11, &time))
		return false;
	*number += time;
	return true;
}

static bool
read_value(const Workbook *book, enum workbook_kind kind, const char *text, double *number)
{
	switch (kind) {
	case WORKBOOK_TEXT:
		return false;
	case WORKBOOK_NUMBER:
		return read_number(text, number);
	case WORKBOOK_DATE:
		return strlen(text) == 10 && read_day(text, number);
	case WORKBOOK_TIME:
		return read_time(text, number);
	case WORKBOOK_INSTANT:
		return read_instant(text, book->zone, number);
	}
	return false;
}

void
workbook_cell(const Workbook *book, guint column, const char *text)
{
	double number = 0;
	enum workbook_kind kind = book->kinds[column];
	if (read_value(book, kind, text, &number))
		worksheet_write_number(book->sheet, book->n_rows, (lxw_col_t)column, number,
				       book->formats[kind]);
	else if (*text != '\0')
		write_text(book, column, text);
}
