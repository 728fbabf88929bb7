#include "paper/places.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

static void
append_part(GString *text, const char *part, const char *between)
{
	if (part != NULL)
		g_string_append_printf(text, "%s%s", text->len > 0 ? between : "", part);
}

/* An address or a name may end with its town, and a place of which only the town is known bears its
 * name. */
char *
place_text(const struct venue *venue)
{
	g_autoptr(GString) text = g_string_new(venue->name);
	bool town_said =
		venue->town == NULL || venue_is_town(venue) ||
		(venue->address != NULL && g_str_has_suffix(venue->address, venue->town)) ||
		(venue->address == NULL && venue->postal_code == NULL &&
		 place_says_town(venue->name, venue->town));
	append_part(text, venue->address, ", ");
	if (!town_said) {
		append_part(text, venue->postal_code, ", ");
		append_part(text, venue->town, venue->postal_code != NULL ? " " : ", ");
	}
	if (venue->postal_code == NULL && venue->department != NULL)
		g_string_append_printf(text, " (%s)", venue->department);
	return g_strdup(text->str);
}

/* NULL when nobody knows. Caller frees. */
static char *
places_known(const struct paper *paper)
{
	const Rows *venues = paper->whole->venues;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < venues->n; i++) {
		g_autofree char *place = place_text(venues->row[i]);
		append_part(text, place, "\n");
	}
	return text->len > 0 ? g_strdup(text->str) : g_strdup(paper->event.place);
}

char *
places_text(const struct paper *paper)
{
	char *known = places_known(paper);
	return known != NULL ? known : wording_place(&paper->event);
}

/* The label is said already. */
static void
fact_write(Writing *writing, const char *label, const char *known)
{
	writing_fact(writing, label, known != NULL ? known : wording_dots());
}

void
dates_write(const struct paper *paper, Writing *writing, const char *label)
{
	bool known = paper->event.days != NULL || date_valid(paper->event.first_date);
	g_autofree char *dates = known ? wording_dates(&paper->event) : NULL;
	fact_write(writing, label, dates);
}

void
places_write(const struct paper *paper, Writing *writing)
{
	g_autofree char *places = places_known(paper);
	fact_write(writing, _("Place"), places);
}

void
access_write(struct paper *paper, Writing *writing)
{
	const Rows *venues = paper->whole->venues;
	writing_fact(writing, _("Access"), paper->whole->event->access);
	for (guint i = 0; i < venues->n; i++) {
		const struct venue *venue = venues->row[i];
		writing_fact(writing, venues->n > 1 ? venue->name : _("How to come"),
			     venue->access);
	}
	writing_fact(writing, _("Online"), paper->whole->event->online_link);
}
