#include "core/wording.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/door_copy.h"

#define MOST_LONG_DAYS 4 /* beyond, days are written in figures */

static bool
is_there(const char *text)
{
	return text != NULL && *text != '\0';
}

static char *
text_joined(const char *const *parts, gsize n, const char *between)
{
	GString *joined = g_string_new(NULL);
	for (gsize i = 0; i < n; i++) {
		if (!is_there(parts[i]))
			continue;
		if (joined->len > 0)
			g_string_append(joined, between);
		g_string_append(joined, parts[i]);
	}
	return g_string_free(joined, FALSE);
}

char *
wording_join(const char *const *parts, gsize n)
{
	return text_joined(parts, n, "\u00a0· ");
}

char *
wording_lines(const char *const *parts, gsize n)
{
	g_autofree char *lines = text_joined(parts, n, "\n");
	return *lines != '\0' ? g_steal_pointer(&lines) : NULL;
}

/* "imprimé le 23/11/2026 à 9 h 30". */
static char *
wording_printed(const char *printed_at)
{
	if (printed_at == NULL || strlen(printed_at) != 16 || printed_at[10] != 'T')
		return NULL;
	g_autofree char *day = g_strndup(printed_at, 10);
	if (!date_is_day(day) || !time_valid(printed_at + 11))
		return NULL;
	g_autofree char *date = date_text(day, DATE_NUMERIC);
	g_autofree char *time = time_text(printed_at + 11, true);
	return g_strdup_printf(_("printed on %s at %s"), date, time);
}

static char *
wording_issued(const char *issued_on)
{
	g_autofree char *date = date_text(issued_on, DATE_NUMERIC);
	return g_strdup_printf(_("issued on %s"), date);
}

char *
wording_reference(const struct document_reference *reference)
{
	g_autofree char *number = NULL, *version = NULL, *code = NULL;
	g_autofree char *printed = reference->issued_on != NULL
					   ? wording_issued(reference->issued_on)
					   : wording_printed(reference->printed_at);
	if (is_there(reference->number))
		number = g_strdup_printf(_("Ref. %s"), reference->number);
	if (reference->version > 0) {
		g_autofree char *shown = door_version_text(reference->version);
		version = g_strdup_printf(_("version %s"), shown);
	}
	if (is_there(reference->code))
		code = g_strdup_printf(_("sheet %s"), reference->code);
	return wording_join((const char *[]){number, version, code, printed}, 4);
}

static bool
days_are_consecutive(const char *const *days, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (!date_is_day(days[i]) ||
		    (i > 0 && date_number(days[i]) != date_number(days[i - 1]) + 1))
			return false;
	return true;
}

/* How many of the days from FIRST on are of one month. */
static gsize
month_run(const char *const *days, gsize first, gsize n)
{
	gsize end = first + 1;
	while (end < n && strncmp(days[first], days[end], 7) == 0)
		end++;
	return end - first;
}

/* "28", "1er". */
static char *
day_number(const char *day)
{
	g_autofree char *letter = date_text(day, DATE_LETTER);
	return g_strndup(letter, strcspn(letter, " "));
}

/* "28 et 29 janvier", with the year when no other follows that says it. */
static void
append_month(GString *text, const char *const *days, gsize n, bool year)
{
	for (gsize i = 0; i < n; i++) {
		g_autofree char *number = day_number(days[i]);
		if (i > 0)
			g_string_append(text, i + 1 < n ? ", " : _(" and "));
		g_string_append(text, number);
	}
	int month = (int)g_ascii_strtoll(days[0] + 5, NULL, 10);
	g_string_append_printf(text, " %s", date_month_name(month));
	if (year)
		g_string_append_printf(text, " %.4s", days[0]);
}

/* A day of which only the month is known stands among the others as it is. */
static char *
days_one_by_one(const char *const *days, gsize n)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	for (gsize i = 0; i < n; i++)
		g_ptr_array_add(words,
				date_text(days[i], n > MOST_LONG_DAYS ? DATE_NUMERIC : DATE_LONG));
	return text_joined((const char *const *)words->pdata, n, ", ");
}

char *
wording_days(const char *const *days, gsize n)
{
	if (n == 0)
		return g_strdup("");
	if (days_are_consecutive(days, n))
		return date_range_text(days[0], days[n - 1]);
	for (gsize i = 0; i < n; i++)
		if (!date_is_day(days[i]))
			return days_one_by_one(days, n);
	GString *text = g_string_new(NULL);
	for (gsize i = 0, run; i < n; i += run) {
		run = month_run(days, i, n);
		bool year = i + run == n || strncmp(days[i], days[i + run], 4) != 0;
		if (i > 0)
			g_string_append(text, ", ");
		append_month(text, days + i, run, year);
	}
	return g_string_free(text, FALSE);
}

const char *
wording_dots(void)
{
	return "……………………………………………";
}

static char *
dots_after(const char *what)
{
	return g_strdup_printf("%s %s", what, wording_dots());
}

static gsize
days_known(const struct document_event *event)
{
	gsize n = 0;
	while (event->days != NULL && event->days[n] != NULL)
		n++;
	return n;
}

char *
wording_dates(const struct document_event *event)
{
	gsize n = days_known(event);
	if (n > 0)
		return wording_days(event->days, n);
	if (!date_valid(event->first_date))
		return dots_after(_("Date:"));
	const char *last = date_valid(event->last_date) ? event->last_date : NULL;
	return date_range_text(event->first_date, last);
}

char *
wording_times(const char *start, const char *end)
{
	g_autofree char *from = time_valid(start) ? time_text(start, true) : NULL;
	g_autofree char *to = time_valid(end) ? time_text(end, true) : NULL;
	if (from != NULL && to != NULL)
		return g_strdup_printf("%s\u00a0–\u00a0%s", from, to);
	if (to != NULL)
		return g_strdup_printf(_("until %s"), to);
	return g_steal_pointer(&from);
}

char *
wording_duration(gint64 minutes)
{
	long hours = (long)(minutes / 60), rest = (long)(minutes % 60);
	if (hours == 0)
		return g_strdup_printf("%ld\u00a0min", rest);
	if (rest == 0)
		return g_strdup_printf("%ld\u00a0h", hours);
	return g_strdup_printf("%ld\u00a0h\u00a0%02ld", hours, rest);
}

const char *
wording_part(const char *part)
{
	static const struct {
		const char *part, *name;
	} parts[] = {{"am", N_("Morning")}, {"pm", N_("Afternoon")}, {"eve", N_("Evening")}};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (g_strcmp0(part, parts[i].part) == 0)
			return _(parts[i].name);
	return part;
}

/* True of "12 rue Haute, 34000 Montpellier" and "Montpellier (34)". */
static bool
address_has_town(const char *address, const char *town)
{
	g_autofree char *name = g_strndup(town, strcspn(town, "("));
	g_strstrip(name);
	if (*name == '\0' || !g_str_has_suffix(address, name))
		return false;
	gsize before = strlen(address) - strlen(name);
	if (before < 6 || address[before - 1] != ' ')
		return false;
	for (gsize i = before - 6; i < before - 1; i++)
		if (!g_ascii_isdigit(address[i]))
			return false;
	return true;
}

char *
wording_place(const struct document_event *event)
{
	const char *town = event->town;
	if (is_there(event->place) && is_there(town) && address_has_town(event->place, town))
		town = NULL;
	g_autofree char *place =
		text_joined((const char *[]){event->room, event->place, town}, 3, ", ");
	return *place != '\0' ? g_steal_pointer(&place) : dots_after(_("Place:"));
}

char *
wording_organisation(const struct document_person *person)
{
	if (!is_there(person->department))
		return g_strdup(person->organisation);
	if (!is_there(person->organisation))
		return g_strdup_printf("(%s)", person->department);
	return g_strdup_printf("%s\u00a0(%s)", person->organisation, person->department);
}

char *
wording_document(const struct document_event *event, const char *name)
{
	if (event->cancelled)
		return g_strdup_printf(_("%s – CANCELLED"), name);
	return event->postponed ? g_strdup_printf(_("%s – POSTPONED"), name) : g_strdup(name);
}
