#include "ical/foreign_zone.h"

#include <libical/ical.h>
#include <string.h>

#include "base/date.h"
#include "ical/foreign_zone_names.h"

#define DAY ((gint64)24 * 60 * 60)

struct ics_zone {
	GTimeZone *known;      /* of the system's data, or NULL */
	icaltimezone *foreign; /* of the file, or NULL; neither: UTC */
};

struct ics_zones {
	GHashTable *known; /* folded name → struct ics_zone */
	GHashTable *files; /* TZID → struct ics_zone */
	IcsZone *home;     /* one of the known */
	IcsZone utc;
};

static void
zone_free(gpointer data)
{
	IcsZone *zone = data;
	g_clear_pointer(&zone->known, g_time_zone_unref);
	if (zone->foreign != NULL)
		icaltimezone_free(zone->foreign, 1);
	g_free(zone);
}

/* ---- what is known ------------------------------------------------------------------------- */

static IcsZone *
known_add(IcsZones *zones, const char *name)
{
	g_autofree char *key = g_ascii_strdown(name, -1);
	IcsZone *there = g_hash_table_lookup(zones->known, key);
	GTimeZone *known = there == NULL ? g_time_zone_new_identifier(name) : NULL;
	if (known == NULL)
		return there;
	IcsZone *zone = g_new0(IcsZone, 1);
	zone->known = known;
	g_hash_table_insert(zones->known, g_steal_pointer(&key), zone);
	return zone;
}

IcsZones *
ics_zones_new(const char *home)
{
	IcsZones *zones = g_new0(IcsZones, 1);
	zones->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, zone_free);
	zones->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, zone_free);
	zones->home = known_add(zones, home);
	for (const char *const *name = ics_zone_names; *name != NULL; name++)
		known_add(zones, *name);
	for (const struct ics_zone_alias *alias = ics_zone_aliases; alias->name != NULL; alias++)
		known_add(zones, alias->zone);
	if (zones->home == NULL)
		g_clear_pointer(&zones, ics_zones_free);
	return zones;
}

void
ics_zones_free(IcsZones *zones)
{
	if (zones == NULL)
		return;
	g_hash_table_destroy(zones->known);
	g_hash_table_destroy(zones->files);
	g_free(zones);
}

/* ---- what the file says -------------------------------------------------------------------- */

/* One without a part that says its offset would be UTC without a word. */
static bool
zone_usable(icalcomponent *component)
{
	icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
	for (; part != NULL;
	     part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
		icalproperty *start = icalcomponent_get_first_property(part, ICAL_DTSTART_PROPERTY);
		if (start != NULL && !icaltime_is_null_time(icalproperty_get_dtstart(start)) &&
		    icalcomponent_get_first_property(part, ICAL_TZOFFSETTO_PROPERTY) != NULL &&
		    icalcomponent_get_first_property(part, ICAL_TZOFFSETFROM_PROPERTY) != NULL)
			return true;
	}
	return false;
}

void
ics_zones_add(IcsZones *zones, const char *text)
{
	icalcomponent *component = icalparser_parse_string(text);
	if (component == NULL)
		return;
	IcsZone *zone = g_new0(IcsZone, 1);
	zone->foreign = icaltimezone_new();
	const char *tzid = NULL;
	if (icalcomponent_isa(component) == ICAL_VTIMEZONE_COMPONENT && zone_usable(component) &&
	    icaltimezone_set_component(zone->foreign, component))
		tzid = icaltimezone_get_tzid(zone->foreign);
	else
		icalcomponent_free(component);
	if (tzid != NULL)
		g_hash_table_replace(zones->files, g_strdup(tzid), zone);
	else
		zone_free(zone);
}

/* ---- finding ------------------------------------------------------------------------------- */

const IcsZone *
ics_zone_home(const IcsZones *zones)
{
	return zones->home;
}

const IcsZone *
ics_zone_utc(const IcsZones *zones)
{
	return &zones->utc;
}

static bool
is_utc(const char *key)
{
	static const char *const names[] = {"utc",     "z",     "etc/utc", "gmt",
					    "etc/gmt", "etc/z", "etc/uct", NULL};
	return g_strv_contains(names, key);
}

static const IcsZone *
known_find(const IcsZones *zones, const char *key)
{
	const IcsZone *zone = is_utc(key) ? &zones->utc : g_hash_table_lookup(zones->known, key);
	for (const struct ics_zone_alias *alias = ics_zone_aliases;
	     zone == NULL && alias->name != NULL; alias++)
		if (g_ascii_strcasecmp(alias->name, key) == 0) {
			g_autofree char *target = g_ascii_strdown(alias->zone, -1);
			zone = g_hash_table_lookup(zones->known, target);
		}
	return zone;
}

/* "/mozilla.org/20050126_1/Europe/Paris" and the like: the end of it. */
static const IcsZone *
known_find_behind(const IcsZones *zones, const char *key)
{
	const IcsZone *zone = known_find(zones, key);
	for (const char *slash = *key == '/' ? key : NULL; zone == NULL && slash != NULL;
	     slash = strchr(slash + 1, '/'))
		zone = known_find(zones, slash + 1);
	return zone;
}

const IcsZone *
ics_zone_find(const IcsZones *zones, const char *tzid, bool *from_file)
{
	g_autofree char *key = g_strstrip(g_ascii_strdown(tzid, -1));
	const IcsZone *zone = known_find_behind(zones, key);
	*from_file = zone == NULL;
	return zone != NULL ? zone : g_hash_table_lookup(zones->files, tzid);
}

/* ---- instants ------------------------------------------------------------------------------ */

static gint64
foreign_offset(icaltimezone *zone, gint64 instant)
{
	gint64 day = instant / DAY - (instant % DAY < 0);
	char date[11];
	date_from_number((int)day, date);
	struct icaltimetype time = icaltime_null_time();
	time.year = (int)g_ascii_strtoll(date, NULL, 10);
	time.month = (int)g_ascii_strtoll(date + 5, NULL, 10);
	time.day = (int)g_ascii_strtoll(date + 8, NULL, 10);
	int second = (int)(instant - day * DAY);
	time.hour = second / 3600;
	time.minute = second / 60 % 60;
	time.second = second % 60;
	time.zone = icaltimezone_get_utc_timezone();
	int summer = 0;
	gint64 offset = icaltimezone_get_utc_offset_of_utc_time(zone, &time, &summer);
	return CLAMP(offset, -DAY, DAY);
}

static gint64
offset_at(const IcsZone *zone, gint64 instant)
{
	if (zone->foreign != NULL)
		return foreign_offset(zone->foreign, instant);
	if (zone->known == NULL)
		return 0;
	int interval = g_time_zone_find_interval(zone->known, G_TIME_TYPE_UNIVERSAL, instant);
	return interval >= 0 ? g_time_zone_get_offset(zone->known, interval) : 0;
}

gint64
ics_zone_civil(const IcsZone *zone, gint64 instant)
{
	return instant + offset_at(zone, instant);
}

/* The offsets before and behind whatever change is near. */
gint64
ics_zone_instant(const IcsZone *zone, gint64 civil)
{
	gint64 before = offset_at(zone, civil - DAY), after = offset_at(zone, civil + DAY);
	if (offset_at(zone, civil - before) != before && offset_at(zone, civil - after) == after)
		return civil - after;
	return civil - before;
}
