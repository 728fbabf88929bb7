#include "intake/calendar_trouble.h"

#include <string.h>

#include "base/i18n.h"

struct trouble {
	const char *code;
	const char *words; /* msgid */
};

static const char *
trouble_find(const struct trouble *troubles, gsize n, const char *code)
{
	for (gsize i = 0; i < n; i++)
		if (strcmp(troubles[i].code, code) == 0)
			return _(troubles[i].words);
	return NULL;
}

const char *
trouble_of_file(const char *code)
{
	static const struct trouble troubles[] = {
		{"too_big", N_("it is larger than 5 MB; ask for an export of fewer years")},
		{"no_calendar", N_("it is no calendar (.ics), which begins with BEGIN:VCALENDAR")},
		{"old_calendar",
		 N_("it is a vCalendar 1.0, as programs wrote before 2000; ask for iCalendar "
		    "(.ics, version 2.0)")},
		{"cut_short",
		 N_("it is cut short: an END is missing; fetch it again, or ask for another "
		    "export")},
		{"too_deep", N_("entries stand inside each other more than four deep; no program "
				"writes that, ask for another export")},
		{"many_components",
		 N_("it has more than 5,000 entries; ask for an export of fewer years")},
		{"many_dates", N_("it has more than 20,000 dates from one year ago to three years "
				  "ahead; ask for an export of fewer calendars")},
	};
	return trouble_find(troubles, G_N_ELEMENTS(troubles), code);
}

const char *
trouble_of_refused(const char *code)
{
	static const struct trouble troubles[] = {
		{"no_start", N_("it has no start")},
		{"bad_start", N_("its start cannot be read")},
		{"bad_original", N_("the occurrence that it replaces cannot be read")},
		{"bad_rule", N_("its rule of repetition cannot be read")},
		{"often",
		 N_("it repeats by the hour, minute or second; ask for it as a whole day")},
		{"long_line", N_("one of its lines is longer than 64 kB")},
		{"many_values", N_("its lists have more than 5,000 values")},
		{"unreadable", N_("it cannot be read")},
	};
	return trouble_find(troubles, G_N_ELEMENTS(troubles), code);
}

/* ---- problems ------------------------------------------------------------------------------ */

static const struct {
	const char *code;
	const char *severity;
	const char *words; /* msgid; {what} is the entry or the zone */
} problems[] = {
	{"latin", "information", N_("the file is not UTF-8: it was read as Windows-1252")},
	{"zone_unknown", "warning",
	 N_("nobody knows the time zone “{what}”: its times are taken as ours")},
	{"zone_filed", "information",
	 N_("the time zone “{what}” is known from this file alone, and read as it says")},
	{"bad_end", "warning",
	 N_("“{what}” ends before it starts or its end cannot be read: only its start is kept")},
	{"bad_date", "warning",
	 N_("“{what}”: a date of its repetition cannot be read and is left out")},
	{"many_occurrences", "warning",
	 N_("“{what}” repeats too often: only its first 1,000 dates are kept")},
	{"no_uid", "warning",
	 N_("“{what}” has no identifier: once it has moved or changed its name it will be taken "
	    "for another")},
	{"following", "warning",
	 N_("“{what}” changes all later dates too: only this one is changed here")},
};

char *
trouble_of_problem(const char *code, const char *what, const char **severity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(problems); i++) {
		if (strcmp(problems[i].code, code) != 0)
			continue;
		GString *words = g_string_new(_(problems[i].words));
		g_string_replace(words, "{what}", what, 1);
		*severity = problems[i].severity;
		return g_string_free(words, FALSE);
	}
	return NULL;
}

/* ---- counts -------------------------------------------------------------------------------- */

char *
trouble_of_count(const char *code, guint n)
{
	const char *words = NULL;
	if (strcmp(code, "cancelled") == 0)
		words = i18n_count("%u cancelled entry is not busy",
				   "%u cancelled entries are not "
				   "busy",
				   n);
	else if (strcmp(code, "free") == 0)
		words = i18n_count("%u entry marked as free is not busy",
				   "%u entries marked as free are not busy", n);
	else if (strcmp(code, "outside") == 0)
		words = i18n_count("%u entry has no date from one year ago to three years ahead",
				   "%u entries have no date from one year ago to three years ahead",
				   n);
	else if (strcmp(code, "other") == 0)
		words = i18n_count("%u entry that is no date (task, note…) was passed over",
				   "%u entries that are no dates (tasks, notes…) were passed over",
				   n);
	else if (strcmp(code, "older") == 0)
		words = i18n_count("%u older version of an entry was passed over",
				   "%u older versions of entries were passed over", n);
	else if (strcmp(code, "nul") == 0)
		words = i18n_count("%u NUL byte was passed over: the file may be damaged",
				   "%u NUL bytes were passed over: the file may be damaged", n);
	if (words == NULL)
		return NULL;
	g_autofree char *number = g_strdup_printf("%u", n);
	GString *text = g_string_new(words);
	g_string_replace(text, "%u", number, 1);
	return g_string_free(text, FALSE);
}
