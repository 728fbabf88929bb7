/* What a date is looked for: said in a line, changed one by one. */
#include <string.h>

#include "app/noun.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/person.h"
#include "core/place.h"
#include "core/reference.h"
#include "screens/dates_private.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

enum criterion {
	BY_DURATION,
	BY_FROM,
	BY_UNTIL,
	BY_TOWNS,
	BY_SPEAKERS,
	BY_ROOMS,
	BY_KIND,
	BY_WEEKENDS,
	CRITERIA,
};

static const struct {
	const char *label;
	const char *explanation; /* NULL: it is no text */
} criteria[CRITERIA] = {
	[BY_DURATION] = {N_("How long"), N_("Days (2), hours (3h30) or half-day")},
	[BY_FROM] = {N_("First day to look at"), N_("A date: 15/1, +30, 15 janvier 2027")},
	[BY_UNTIL] = {N_("Last day to look at"), N_("A date: 15/1, +30, 15 janvier 2027")},
	[BY_TOWNS] = {N_("Towns"), N_("One or several, “;” between them; empty: anywhere")},
	[BY_SPEAKERS] = {N_("Who has to be free"),
			 N_("People of the directory, “;” between them; empty: nobody")},
	[BY_ROOMS] = {N_("Rooms"), N_("One or several, “;” between them; empty: none")},
	[BY_KIND] = {N_("Kind of event"),
		     N_("Its usual weekdays count; empty: those of all events")},
	[BY_WEEKENDS] = {N_("Saturdays and Sundays"), NULL},
};

/* ---- values -------------------------------------------------------------------------------------
 */

static char *
names_of(Store *store, const struct noun *noun, const GArray *ids)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < ids->len; i++) {
		void *row = store_get(store, noun->entity, g_array_index(ids, gint64, i), NULL);
		g_autofree char *name = row != NULL ? noun_name(store, noun, row) : g_strdup("?");
		g_string_append_printf(names, "%s%s", i > 0 ? "; " : "", name);
		entity_free(noun->entity, row);
	}
	return g_string_free(names, FALSE);
}

static char *
towns_of(const DateSearch *search)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < search->towns->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? "; " : "",
				       (const char *)g_ptr_array_index(search->towns, i));
	return g_string_free(names, FALSE);
}

static char *
day_of(int day)
{
	char date[11];
	date_from_number(day, date);
	return date_text(date, DATE_NUMERIC);
}

static char *
kind_of(const DateSearch *search, Store *store)
{
	struct kind *kind =
		search->kind_id != 0 ? store_get(store, &entity_kind, search->kind_id, NULL) : NULL;
	char *name = g_strdup(kind != NULL ? kind->name : "");
	entity_free(&entity_kind, kind);
	return name;
}

static char *
criterion_value(const DateSearch *search, Store *store, enum criterion criterion)
{
	switch (criterion) {
	case BY_DURATION:
		return date_search_duration_text(search);
	case BY_FROM:
		return day_of(search->from);
	case BY_UNTIL:
		return day_of(search->until);
	case BY_TOWNS:
		return towns_of(search);
	case BY_SPEAKERS:
		return names_of(store, &noun_person, search->speakers);
	case BY_ROOMS:
		return names_of(store, &noun_room, search->rooms);
	case BY_KIND:
		return kind_of(search, store);
	case BY_WEEKENDS:
		return g_strdup(search->weekends ? _("yes") : _("no"));
	case CRITERIA:
		break;
	}
	return g_strdup("");
}

char *
dates_criteria_words(const struct dates *dates, Store *store)
{
	const DateSearch *search = dates->search;
	char first[11], last[11];
	date_from_number(search->from, first);
	date_from_number(search->until, last);
	g_autofree char *range = date_range_text(first, last);
	g_autofree char *length = date_search_duration_text(search);
	g_autoptr(GString) words = g_string_new(length);
	g_string_append_printf(words, " · %s", range);
	static const enum criterion shown[] = {BY_TOWNS, BY_SPEAKERS, BY_ROOMS, BY_KIND};
	for (gsize i = 0; i < G_N_ELEMENTS(shown); i++) {
		g_autofree char *value = criterion_value(search, store, shown[i]);
		if (*value != '\0')
			g_string_append_printf(words, " · %s", value);
	}
	if (search->weekends)
		g_string_append_printf(words, " · %s", _("weekends too"));
	return g_strdup(words->str);
}

/* ---- changing -----------------------------------------------------------------------------------
 */

static char **
split(const char *typed)
{
	char **parts = g_strsplit(typed, ";", -1);
	guint kept = 0;
	for (guint i = 0; parts[i] != NULL; i++) {
		char *part = g_strstrip(parts[i]);
		if (*part != '\0')
			parts[kept++] = part;
		else
			g_free(part);
	}
	parts[kept] = NULL;
	return parts;
}

static bool
ids_set(Store *store, const struct noun *noun, const char *typed, GArray *ids, GError **error)
{
	g_auto(GStrv) names = split(typed);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (guint i = 0; names[i] != NULL; i++) {
		gint64 id = noun_find(store, noun, 0, names[i], error);
		if (id == 0)
			return false;
		g_array_append_val(found, id);
	}
	g_array_set_size(ids, 0);
	g_array_append_vals(ids, found->data, found->len);
	return true;
}

static bool
day_set(Store *store, const char *typed, int *day, GError **error)
{
	char today[11];
	struct date_reading reading;
	store_today(store, today);
	if (!date_parse(typed, today, &reading, error))
		return false;
	if (!date_is_day(reading.date))
		return fail(error, ERROR_INVALID, _("“%s” is no day"), typed);
	*day = date_number(reading.date);
	return true;
}

/* A first day that is moved takes the last one along. */
static bool
span_set(Store *store, DateSearch *search, const char *typed, bool first, GError **error)
{
	int day = 0, span = search->until - search->from;
	if (!day_set(store, typed, &day, error))
		return false;
	if (!first && day < search->from)
		return fail(error, ERROR_INVALID, _("the last day is before the first"));
	if (!first && day - search->from > 3 * 366)
		return fail(error, ERROR_INVALID, _("at most three years are looked at"));
	search->from = first ? day : search->from;
	search->until = first ? day + span : day;
	return true;
}

static bool
kind_set(Store *store, DateSearch *search, const char *typed, GError **error)
{
	gint64 id = *typed != '\0' ? noun_find(store, &noun_kind, 0, typed, error) : 0;
	if (*typed != '\0' && id == 0)
		return false;
	search->kind_id = id;
	return true;
}

static bool
towns_set(DateSearch *search, const char *typed)
{
	g_auto(GStrv) names = split(typed);
	g_ptr_array_set_size(search->towns, 0);
	for (guint i = 0; names[i] != NULL; i++)
		g_ptr_array_add(search->towns, g_strdup(names[i]));
	return true;
}

static bool
criterion_set(Store *store, DateSearch *search, enum criterion criterion, const char *typed,
	      GError **error)
{
	switch (criterion) {
	case BY_DURATION:
		return date_search_duration(search, typed, error);
	case BY_FROM:
	case BY_UNTIL:
		return span_set(store, search, typed, criterion == BY_FROM, error);
	case BY_TOWNS:
		return towns_set(search, typed);
	case BY_SPEAKERS:
		return ids_set(store, &noun_person, typed, search->speakers, error);
	case BY_ROOMS:
		return ids_set(store, &noun_room, typed, search->rooms, error);
	case BY_KIND:
		return kind_set(store, search, typed, error);
	case BY_WEEKENDS:
	case CRITERIA:
		break;
	}
	return true;
}

struct asked {
	struct dates *dates;
	enum criterion criterion;
};

static bool
criterion_typed(struct ui *ui, const char *typed, gpointer user)
{
	const struct asked *asked = user;
	GError *error = NULL;
	if (!criterion_set(ui->store, asked->dates->search, asked->criterion,
			   typed != NULL ? typed : "", &error)) {
		ui_fail(ui, error);
		return false;
	}
	dates_find(asked->dates, ui);
	return true;
}

static void
criterion_chosen(struct ui *ui, guint index, gpointer user)
{
	struct dates *dates = user;
	if (index == BY_WEEKENDS) {
		dates->search->weekends = !dates->search->weekends;
		dates_find(dates, ui);
		return;
	}
	struct asked *asked = g_new0(struct asked, 1);
	*asked = (struct asked){dates, (enum criterion)index};
	g_autofree char *value = criterion_value(dates->search, ui->store, asked->criterion);
	prompt_show(ui, _(criteria[index].label), _(criteria[index].explanation), value,
		    criterion_typed, asked, g_free);
}

void
dates_criteria_ask(struct dates *dates, struct ui *ui)
{
	struct chooser *chooser =
		chooser_new(_("What is looked for"), criterion_chosen, dates, NULL);
	for (int i = 0; i < CRITERIA; i++) {
		g_autofree char *value =
			criterion_value(dates->search, ui->store, (enum criterion)i);
		chooser_add(chooser, _(criteria[i].label), value);
	}
	chooser_show(chooser, ui, 0);
}
