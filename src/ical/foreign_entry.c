#include "ical/foreign_entry.h"

#include <libical/ical.h>
#include <string.h>

#include "base/date.h"

#define DAY ((gint64)24 * 60 * 60)

/* Lengths and years beyond these are slips, and would leave the range of dates. */
#define LENGTH_MAX  (3660 * DAY)
#define YEAR_MIN    1800
#define YEARS_ALIKE 400
#define YEAR_MAX    2199

void
ics_entry_free(gpointer data)
{
	struct ics_entry *entry = data;
	g_free(entry->uid);
	g_free(entry->title);
	g_free(entry->place);
	g_free(entry->rule);
	g_array_unref(entry->added);
	g_array_unref(entry->removed);
	g_free((char *)(gsize)entry->zone_unknown);
	g_free((char *)(gsize)entry->zone_filed);
	g_free(entry);
}

static void
entry_refuse(struct ics_entry *entry, const char *code)
{
	if (entry->refused == NULL)
		entry->refused = code;
}

static void
entry_warn(struct ics_entry *entry, const char *code)
{
	if (entry->warned == NULL)
		entry->warned = code;
}

/* ---- moments ------------------------------------------------------------------------------- */

gint64
ics_moment_instant(const struct ics_moment *moment, const IcsZone *home)
{
	return ics_zone_instant(moment->zone != NULL ? moment->zone : home, moment->civil);
}

char *
ics_moment_key(const struct ics_moment *moment, const IcsZone *home)
{
	gint64 second = moment->day ? moment->civil : ics_moment_instant(moment, home);
	gint64 number = second / DAY - (second % DAY < 0);
	char day[11];
	date_from_number((int)number, day);
	GString *key = g_string_new(NULL);
	g_string_printf(key, "%.4s%.2s%.2s", day, day + 5, day + 8);
	int rest = (int)(second - number * DAY);
	if (!moment->day)
		g_string_append_printf(key, "T%02d%02d%02dZ", rest / 3600, rest / 60 % 60,
				       rest % 60);
	return g_string_free(key, FALSE);
}

/* Dates of the base begin in 1800, some of calendars in 1604 or 1601. The calendar, its weekdays
 * included, repeats every 400 years. */
static bool
time_civil(struct icaltimetype time, gint64 *civil)
{
	if (time.year >= YEAR_MIN - YEARS_ALIKE && time.year < YEAR_MIN)
		time.year += YEARS_ALIKE;
	if (icaltime_is_null_time(time) || !icaltime_is_valid_time(time) || time.year < YEAR_MIN ||
	    time.year > YEAR_MAX)
		return false;
	g_autofree char *day = g_strdup_printf("%04d-%02d-%02d", time.year, time.month, time.day);
	if (!date_is_day(day))
		return false;
	*civil = date_number(day) * DAY;
	if (!time.is_date)
		*civil += time.hour * 3600 + time.minute * 60 + MIN(time.second, 59);
	return true;
}

/* A time without a zone is on the clock of whoever reads it (RFC 5545 §3.3.5): the centre's. */
static const IcsZone *
property_zone(struct ics_entry *entry, icalproperty *property, const IcsZones *zones)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
	const char *tzid = parameter != NULL ? icalparameter_get_tzid(parameter) : NULL;
	bool from_file = false;
	const IcsZone *zone = tzid != NULL ? ics_zone_find(zones, tzid, &from_file) : NULL;
	if (tzid != NULL && zone == NULL && entry->zone_unknown == NULL)
		entry->zone_unknown = g_strdup(tzid);
	if (zone != NULL && from_file && entry->zone_filed == NULL)
		entry->zone_filed = g_strdup(tzid);
	return zone != NULL ? zone : ics_zone_home(zones);
}

static bool
moment_read(struct ics_entry *entry, icalproperty *property, struct icaltimetype time,
	    const IcsZones *zones, struct ics_moment *moment)
{
	*moment = (struct ics_moment){.day = time.is_date};
	if (!time_civil(time, &moment->civil))
		return false;
	if (!moment->day)
		moment->zone = icaltime_is_utc(time) ? ics_zone_utc(zones)
						     : property_zone(entry, property, zones);
	return true;
}

static icalproperty *
property_of(icalcomponent *component, icalproperty_kind kind)
{
	return icalcomponent_get_first_property(component, kind);
}

/* The kinds of value that a property may have are told apart by libical's parser; what is asked for
 * here is only what is there. */
static icalvalue *
value_of(icalproperty *property, icalvalue_kind kind)
{
	icalvalue *value = property != NULL ? icalproperty_get_value(property) : NULL;
	return value != NULL && icalvalue_isa(value) == kind ? value : NULL;
}

static icalvalue *
component_value(icalcomponent *component, icalproperty_kind property, icalvalue_kind kind)
{
	return value_of(property_of(component, property), kind);
}

static struct icaltimetype
property_time(icalproperty *property)
{
	icalvalue *time = value_of(property, ICAL_DATETIME_VALUE);
	icalvalue *day = value_of(property, ICAL_DATE_VALUE);
	if (day != NULL)
		return icalvalue_get_date(day);
	return time != NULL ? icalvalue_get_datetime(time) : icaltime_null_time();
}

static bool
property_moment(struct ics_entry *entry, icalcomponent *component, icalproperty_kind kind,
		const IcsZones *zones, struct ics_moment *moment)
{
	icalproperty *property = property_of(component, kind);
	return property != NULL &&
	       moment_read(entry, property, property_time(property), zones, moment);
}

/* ---- words --------------------------------------------------------------------------------- */

static char *
property_text(icalcomponent *component, icalproperty_kind kind)
{
	icalvalue *value = component_value(component, kind, ICAL_TEXT_VALUE);
	const char *text = value != NULL ? icalvalue_get_text(value) : NULL;
	return text != NULL && *text != '\0' ? g_strdup(text) : NULL;
}

static void
entry_words(struct ics_entry *entry, icalcomponent *component)
{
	entry->title = property_text(component, ICAL_SUMMARY_PROPERTY);
	entry->place = property_text(component, ICAL_LOCATION_PROPERTY);
	entry->uid = property_text(component, ICAL_UID_PROPERTY);
	icalvalue *status = component_value(component, ICAL_STATUS_PROPERTY, ICAL_STATUS_VALUE);
	icalvalue *transp = component_value(component, ICAL_TRANSP_PROPERTY, ICAL_TRANSP_VALUE);
	icalvalue *sequence =
		component_value(component, ICAL_SEQUENCE_PROPERTY, ICAL_INTEGER_VALUE);
	entry->cancelled = status != NULL && icalvalue_get_status(status) == ICAL_STATUS_CANCELLED;
	entry->free = transp != NULL && icalvalue_get_transp(transp) == ICAL_TRANSP_TRANSPARENT;
	entry->sequence = sequence != NULL ? icalvalue_get_integer(sequence) : 0;
}

/* The same entry gets the same name at the next import. */
static void
entry_name(struct ics_entry *entry)
{
	if (entry->uid != NULL)
		return;
	g_autofree char *seed =
		g_strdup_printf("%" G_GINT64_FORMAT " %d %s", entry->start.civil, entry->start.day,
				entry->title != NULL ? entry->title : "");
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, seed, -1);
	entry->uid = g_strdup_printf("no-uid-%.24s", digest);
	entry->nameless = true;
}

/* ---- length -------------------------------------------------------------------------------- */

static void
length_of_end(struct ics_entry *entry, const struct ics_moment *end, const IcsZones *zones)
{
	const IcsZone *home = ics_zone_home(zones);
	gint64 exact = ics_moment_instant(end, home) - ics_moment_instant(&entry->start, home);
	gint64 civil = end->civil - entry->start.civil;
	bool one_clock = end->zone == entry->start.zone;
	if (end->day != entry->start.day || exact < 0 || exact > LENGTH_MAX ||
	    (one_clock && civil < 0)) {
		entry_warn(entry, "bad_end");
		return;
	}
	entry->ends = true;
	entry->civil_length = one_clock ? civil : 0;
	entry->exact_length = one_clock ? 0 : exact;
}

static void
length_of_duration(struct ics_entry *entry, struct icaldurationtype duration)
{
	gint64 days = (gint64)duration.days + 7 * (gint64)duration.weeks;
	gint64 rest =
		(gint64)duration.hours * 3600 + (gint64)duration.minutes * 60 + duration.seconds;
	if (icaldurationtype_is_bad_duration(duration) || duration.is_neg ||
	    days * DAY + rest > LENGTH_MAX || days < 0 || rest < 0) {
		entry_warn(entry, "bad_end");
		return;
	}
	entry->ends = true;
	entry->civil_length = days * DAY;
	/* A day with hours in its length is as many days as it touches. */
	if (entry->start.day)
		entry->civil_length += (rest + DAY - 1) / DAY * DAY;
	else
		entry->exact_length = rest;
}

static void
entry_length(struct ics_entry *entry, icalcomponent *component, const struct ics_block *block,
	     const IcsZones *zones)
{
	struct ics_moment end;
	icalvalue *duration =
		component_value(component, ICAL_DURATION_PROPERTY, ICAL_DURATION_VALUE);
	if (property_moment(entry, component, ICAL_DTEND_PROPERTY, zones, &end))
		length_of_end(entry, &end, zones);
	else if (duration != NULL)
		length_of_duration(entry, icalvalue_get_duration(duration));
	else if (strstr(block->text->str, "\r\nDTEND") != NULL ||
		 strstr(block->text->str, "\r\nDURATION") != NULL)
		entry_warn(entry, "bad_end");
}

/* ---- repetition ---------------------------------------------------------------------------- */

static void
entry_added(struct ics_entry *entry, icalcomponent *component, const IcsZones *zones)
{
	icalproperty *property = property_of(component, ICAL_RDATE_PROPERTY);
	for (; property != NULL;
	     property = icalcomponent_get_next_property(component, ICAL_RDATE_PROPERTY)) {
		icalvalue *period = value_of(property, ICAL_PERIOD_VALUE);
		struct icaltimetype time = period != NULL ? icalvalue_get_period(period).start
							  : property_time(property);
		struct ics_moment moment;
		if (moment_read(entry, property, time, zones, &moment) &&
		    moment.day == entry->start.day)
			g_array_append_val(entry->added, moment);
		else
			entry_warn(entry, "bad_date");
	}
}

static void
entry_removed(struct ics_entry *entry, icalcomponent *component, const IcsZones *zones)
{
	icalproperty *property = property_of(component, ICAL_EXDATE_PROPERTY);
	for (; property != NULL;
	     property = icalcomponent_get_next_property(component, ICAL_EXDATE_PROPERTY)) {
		struct ics_moment moment;
		if (moment_read(entry, property, property_time(property), zones, &moment))
			g_array_append_val(entry->removed, moment);
		else
			entry_warn(entry, "bad_date");
	}
}

static void
entry_repeats(struct ics_entry *entry, icalcomponent *component, const IcsZones *zones)
{
	entry_added(entry, component, zones);
	entry_removed(entry, component, zones);
	icalproperty *original = property_of(component, ICAL_RECURRENCEID_PROPERTY);
	if (original == NULL)
		return;
	icalparameter *range = icalproperty_get_first_parameter(original, ICAL_RANGE_PARAMETER);
	entry->moved = true;
	entry->following =
		range != NULL && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
	if (!property_moment(entry, component, ICAL_RECURRENCEID_PROPERTY, zones, &entry->original))
		entry_refuse(entry, "bad_original");
}

/* The rule as it stands: it is judged before libical reads it (foreign_repeat.c). */
static void
entry_rule(struct ics_entry *entry, const struct ics_block *block)
{
	const char *line = strstr(block->text->str, "\r\nRRULE");
	const char *value = line != NULL ? strchr(line, ':') : NULL;
	const char *end = value != NULL ? strstr(value, "\r\n") : NULL;
	if (end == NULL)
		return;
	char *rule = g_strstrip(g_strndup(value + 1, (gsize)(end - value) - 1));
	entry->rule = *rule != '\0' ? rule : NULL;
	if (*rule == '\0')
		g_free(rule);
}

/* ---- all of it ----------------------------------------------------------------------------- */

static void
component_read(struct ics_entry *entry, icalcomponent *component, const struct ics_block *block,
	       const IcsZones *zones)
{
	entry_words(entry, component);
	if (!property_moment(entry, component, ICAL_DTSTART_PROPERTY, zones, &entry->start))
		entry_refuse(entry, strstr(block->text->str, "\r\nDTSTART") != NULL ? "bad_start"
										    : "no_start");
	else
		entry_length(entry, component, block, zones);
	entry_repeats(entry, component, zones);
	entry_rule(entry, block);
}

struct ics_entry *
ics_entry_read(const struct ics_block *block, const IcsZones *zones)
{
	struct ics_entry *entry = g_new0(struct ics_entry, 1);
	entry->line = entry->refused_line = block->line;
	entry->added = g_array_new(FALSE, FALSE, sizeof(struct ics_moment));
	entry->removed = g_array_new(FALSE, FALSE, sizeof(struct ics_moment));
	if (block->problem != NULL) {
		entry->refused = block->problem;
		entry->refused_line = block->problem_line;
	}
	icalcomponent *component = icalparser_parse_string(block->text->str);
	if (component != NULL && icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT)
		component_read(entry, component, block, zones);
	else
		entry_refuse(entry, "unreadable");
	if (component != NULL)
		icalcomponent_free(component);
	entry_name(entry);
	return entry;
}
