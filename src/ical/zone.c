#include "ical/zone.h"

/* libical's own VTIMEZONE has a prefixed TZID, seconds in its offsets and rules cut at 2037:
 * calcurse reads it two hours late and khal not at all. Ours has the shape that all readers get
 * right: an old DTSTART, and one open-ended rule for each half of the year. */
struct observance {
	const char *kind;
	const char *start;
	const char *from;
	const char *to;
	const char *name;
	const char *rule; /* NULL: for ever */
};

struct zone {
	const char *name;
	struct observance observances[2]; /* summer and winter, or one alone */
};

#define ALWAYS(offset, abbreviation)                                                               \
	{                                                                                          \
		{                                                                                  \
			"STANDARD", "19700101T000000", (offset), (offset), (abbreviation), NULL    \
		}                                                                                  \
	}

/* From the IANA data; the test of this file compares every hour from 2000 to 2037. */
static const struct zone zones[] = {
	{"Europe/Paris",
	 {{"DAYLIGHT", "19810329T020000", "+0100", "+0200", "CEST",
	   "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"},
	  {"STANDARD", "19961027T030000", "+0200", "+0100", "CET",
	   "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"}}},
	{"America/Martinique", ALWAYS("-0400", "AST")},
	{"America/Guadeloupe", ALWAYS("-0400", "AST")},
	{"America/Cayenne", ALWAYS("-0300", "-03")},
	{"Indian/Reunion", ALWAYS("+0400", "+04")},
	{"Indian/Mayotte", ALWAYS("+0300", "EAT")},
	{"Pacific/Noumea", ALWAYS("+1100", "+11")},
	{"Pacific/Tahiti", ALWAYS("-1000", "-10")},
	/* It follows North America, whose rules changed in 2007; two observances cannot also say
	 * the former ones, which are wrong by some weeks a year before. */
	{"America/Miquelon",
	 {{"DAYLIGHT", "19870308T020000", "-0300", "-0200", "-02",
	   "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"},
	  {"STANDARD", "19871101T020000", "-0200", "-0300", "-03",
	   "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"}}},
	{"Pacific/Wallis", ALWAYS("+1200", "+12")},
};

static const struct zone *
zone_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(zones); i++)
		if (g_strcmp0(zones[i].name, name) == 0)
			return &zones[i];
	return NULL;
}

bool
ics_zone_known(const char *zone)
{
	return zone_find(zone) != NULL;
}

static void
observance_append(GString *out, const struct observance *observance)
{
	g_string_append_printf(out,
			       "BEGIN:%s\r\nDTSTART:%s\r\nTZOFFSETFROM:%s\r\nTZOFFSETTO:%s\r\n"
			       "TZNAME:%s\r\n",
			       observance->kind, observance->start, observance->from,
			       observance->to, observance->name);
	if (observance->rule != NULL)
		g_string_append_printf(out, "RRULE:%s\r\n", observance->rule);
	g_string_append_printf(out, "END:%s\r\n", observance->kind);
}

void
ics_zone_append(GString *out, const char *zone)
{
	const struct zone *found = zone_find(zone);
	g_return_if_fail(found != NULL);
	g_string_append_printf(out, "BEGIN:VTIMEZONE\r\nTZID:%s\r\n", found->name);
	for (gsize i = 0; i < G_N_ELEMENTS(found->observances); i++)
		if (found->observances[i].kind != NULL)
			observance_append(out, &found->observances[i]);
	g_string_append(out, "END:VTIMEZONE\r\n");
}
