/* Dates, attendance and fees as they are published. */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "intake/import_events.h"

/* ---- dates ---------------------------------------------------------------------------------- */

static guint
digit_groups(const char *text, guint *longest)
{
	guint groups = 0;
	*longest = 0;
	while (*text != '\0') {
		gsize digits = strspn(text, "0123456789");
		groups += digits > 0;
		*longest = MAX(*longest, (guint)digits);
		text += digits > 0 ? digits : 1;
	}
	return groups;
}

/* "22 janvier" would be read as the next such day: a guess. A year is four digits, or the last of
 * three numbers. */
static bool
says_year(const char *typed)
{
	guint longest = 0;
	guint groups = digit_groups(typed, &longest);
	return longest >= 4 || groups >= 3;
}

enum date_cell
value_date(const char *typed, const char *today, char date[static 11], int *weekday)
{
	*weekday = 0;
	if (typed == NULL)
		return DATE_MISSING;
	guint longest = 0;
	guint groups = digit_groups(typed, &longest);
	struct date_reading reading;
	if (!date_parse(typed, today, &reading, NULL))
		return groups >= 2 ? DATE_REFUSED : DATE_NOT_UNDERSTOOD;
	if (!says_year(typed))
		return DATE_NOT_UNDERSTOOD;
	g_strlcpy(date, reading.date, 11);
	*weekday = reading.typed_weekday;
	return DATE_READ;
}

int
value_weekday(const char *typed, const char *today)
{
	struct date_reading reading;
	guint longest = 0;
	if (typed == NULL || digit_groups(typed, &longest) > 0 ||
	    !date_parse(typed, today, &reading, NULL))
		return 0;
	return reading.typed_weekday;
}

/* ---- attendance ----------------------------------------------------------------------------- */

/* The digits of the first number, thousands parted by spaces or dots joined ("1 200"). NULL behind
 * the end of what can be counted. */
static gint64
number_in(const char *text, bool *alone)
{
	GString *digits = g_string_new(NULL);
	bool words = false, ended = false;
	for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL)) {
		gunichar letter = g_utf8_get_char(text);
		bool digit = letter >= '0' && letter <= '9';
		if (digit && !ended)
			g_string_append_c(digits, (char)letter);
		else if (digit)
			words = true;
		else if (digits->len > 0 && (g_unichar_isspace(letter) || letter == 0x202F) &&
			 strspn(g_utf8_find_next_char(text, NULL), "0123456789") == 3)
			continue;
		else if (!g_unichar_isspace(letter)) {
			words = true;
			ended = digits->len > 0;
		} else {
			ended = digits->len > 0;
		}
	}
	gint64 number = digits->len > 0 && digits->len < 10 ? g_ascii_strtoll(digits->str, NULL, 10)
							    : MISSING;
	g_string_free(digits, TRUE);
	*alone = number != MISSING && !words;
	return number;
}

bool
value_attendance(struct event *event)
{
	if (event->attendance_note == NULL)
		return true;
	bool alone = false;
	gint64 number = number_in(event->attendance_note, &alone);
	if (number == MISSING)
		return false;
	gint64 *member = alone ? &event->counted_attendance : &event->estimated_attendance;
	if (*member == MISSING)
		*member = number;
	if (alone)
		text_set(&event->attendance_note, NULL);
	return true;
}

/* ---- fees ----------------------------------------------------------------------------------- */

gint64
value_fee(const char *fee)
{
	static const char *const free_words[] = {"gratuit",     "gratuite", "libre",
						 "entreelibre", "free",     NULL};
	static const char *const units[] = {"", "€", "euro", "euros", "eur", NULL};
	if (fee == NULL)
		return MISSING;
	g_autofree char *key = text_search_key(fee);
	if (g_strv_contains(free_words, key))
		return 0;
	char *end = NULL;
	guint64 whole = g_ascii_strtoull(fee, &end, 10), cents = 0;
	if (end == fee || !g_ascii_isdigit(*fee) || whole > 1000000)
		return MISSING;
	if (*end == ',' || *end == '.') {
		const char *part = end + 1;
		gsize digits = strspn(part, "0123456789");
		if (digits == 0 || digits > 2)
			return MISSING;
		cents = g_ascii_strtoull(part, &end, 10) * (digits == 1 ? 10 : 1);
	}
	g_autofree char *unit = text_accept(end, false, NULL);
	g_autofree char *low = unit != NULL ? g_utf8_strdown(unit, -1) : g_strdup("");
	return g_strv_contains(units, low) ? (gint64)(whole * 100 + cents) : MISSING;
}

/* ---- status --------------------------------------------------------------------------------- */

const char *
value_status(const struct event *event, const char *today)
{
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	if (last != NULL) {
		/* As precise as it is known: the year under way is neither past nor to come. */
		int order = strncmp(last, today, strlen(last));
		if (order < 0)
			return "held";
		if (order > 0 || date_is_day(last))
			return "announced";
	}
	bool traces = event->publications != NULL || event->counted_attendance > 0 ||
		      event->estimated_attendance > 0;
	return traces ? "held" : "draft";
}
