/* How many rows of a noun, and what a cell of a list says. */
#include "app/noun.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"

char *
noun_count(const struct noun *noun, guint n)
{
	if (noun == &noun_event)
		return g_strdup_printf(i18n_count("%u event", "%u events", n), n);
	if (noun == &noun_person)
		return g_strdup_printf(i18n_count("%u person", "%u people", n), n);
	if (noun == &noun_organisation)
		return g_strdup_printf(i18n_count("%u organisation", "%u organisations", n), n);
	if (noun == &noun_venue)
		return g_strdup_printf(i18n_count("%u place", "%u places", n), n);
	if (noun == &noun_room)
		return g_strdup_printf(i18n_count("%u room", "%u rooms", n), n);
	if (noun == &noun_attendee)
		return g_strdup_printf(i18n_count("%u attendee", "%u attendees", n), n);
	if (noun == &noun_speaker)
		return g_strdup_printf(i18n_count("%u speaker", "%u speakers", n), n);
	if (noun == &noun_session)
		return g_strdup_printf(i18n_count("%u session", "%u sessions", n), n);
	if (noun == &noun_partner)
		return g_strdup_printf(i18n_count("%u partner", "%u partners", n), n);
	if (noun == &noun_task)
		return g_strdup_printf(i18n_count("%u task", "%u tasks", n), n);
	if (noun == &noun_decision)
		return g_strdup_printf(i18n_count("%u decision", "%u decisions", n), n);
	if (noun == &noun_practice)
		return g_strdup_printf(i18n_count("%u good practice", "%u good practices", n), n);
	if (noun == &noun_cycle)
		return g_strdup_printf(i18n_count("%u cycle", "%u cycles", n), n);
	if (noun == &noun_theme)
		return g_strdup_printf(i18n_count("%u theme", "%u themes", n), n);
	if (noun == &noun_kind)
		return g_strdup_printf(i18n_count("%u kind of event", "%u kinds of event", n), n);
	return g_strdup_printf(i18n_count("%u row", "%u rows", n), n);
}

char *
noun_cell(Store *store, const struct noun *noun, const struct noun_key *key, const void *row)
{
	char local[17];
	if (noun_key_kind(noun, key) != FIELD_INSTANT)
		return noun_text(store, noun, key, row);
	g_autofree char *value = noun_value(store, noun, key, row);
	if (value == NULL || !clock_local(value, store_zone(store), local))
		return g_strdup("");
	local[10] = '\0';
	g_autofree char *day = date_text(local, DATE_NUMERIC);
	g_autofree char *time = time_text(local + 11, false);
	return g_strdup_printf("%s %s", day, time);
}
