#include "screens/beside.h"

#include <string.h>

#include "app/event.h"
#include "app/output.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/check.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/index.h"

#define ONE_PANE    110 /* columns of the terminal */
#define TWO_PANES   160
#define ROWS_MOST   40 /* of what belongs to it: no more fits */
#define LABEL_WIDTH 14

struct line {
	char *label; /* or NULL */
	char *text;
	enum style style;
};

struct beside {
	const struct noun *noun;
	gint64 id;        /* what PANES are about; 0: to be read again */
	bool second;      /* the second one was read too */
	GArray *panes[2]; /* struct line */
	struct ui *ui;    /* of what is to be read, once nobody waits for anything else */
	gint64 wanted;
	bool wants_second;
	guint source; /* of the loop; 0: nothing is to be read */
};

/* ---- lines --------------------------------------------------------------------------------------
 */

static void
line_clear(gpointer pointer)
{
	struct line *line = pointer;
	g_free(line->label);
	g_free(line->text);
}

/* Takes TEXT; nothing to say is no line. */
static void
line_add(GArray *pane, enum style style, const char *label, char *text)
{
	struct line line = {.label = g_strdup(label), .text = text, .style = style};
	if (text != NULL && *text != '\0')
		g_array_append_val(pane, line);
	else
		line_clear(&line);
}

static void
head_add(GArray *pane, char *text)
{
	const struct line blank = {.text = NULL};
	if (pane->len > 0)
		g_array_append_val(pane, blank);
	line_add(pane, STYLE_HEAD, NULL, text);
}

/* Beside no other status, the one that is shown is just the status. */
static const char *
key_label(const struct noun *noun, const struct noun_key *key)
{
	return strcmp(key->key, "shown_status") == 0 ? _("Status") : noun_key_label(noun, key);
}

static void
keys_add(GArray *pane, Store *store, const struct noun *noun, const void *row,
	 const char *const *keys)
{
	for (; *keys != NULL; keys++) {
		const struct noun_key *key = noun_key(noun, *keys);
		if (key != NULL)
			line_add(pane, STYLE_PLAIN, key_label(noun, key),
				 noun_cell(store, noun, key, row));
	}
}

/* ---- what there is of each ----------------------------------------------------------------------
 */

static void
problems_add(GArray *pane, Store *store, gint64 event_id)
{
	g_autoptr(GPtrArray) problems = event_check(store, event_id, NULL);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (problem->severity != CHECK_INFORMATION)
			line_add(pane,
				 problem->severity == CHECK_ERROR ? STYLE_ERROR : STYLE_WARNING,
				 NULL, g_strdup_printf("! %s", problem->message));
	}
}

static void
speakers_add(GArray *pane, Store *store, gint64 event_id)
{
	g_autoptr(Rows) rows = store_of(store, &entity_speaker, "event_id", event_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct speaker *speaker = rows->row[i];
		g_autofree char *name =
			noun_text(store, &noun_speaker, noun_key(&noun_speaker, "person"), speaker);
		line_add(pane, STYLE_PLAIN, i == 0 ? _("Speakers") : "",
			 g_strdup_printf("%s (%s)", name,
					 code_label(&code_speaker_states, speaker->state)));
	}
}

static void
event_add(GArray *pane, Store *store, const void *row)
{
	static const char *const before[] = {"shown_status", "start_date", "end_date", "start_time",
					     "end_time",     "venue",      "town",     NULL};
	static const char *const after[] = {"registered", "seat_limit", "kind", "officer",
					    "themes",     "cycle",      NULL};
	const struct event *event = row;
	keys_add(pane, store, &noun_event, row, before);
	speakers_add(pane, store, event->id);
	keys_add(pane, store, &noun_event, row, after);
	problems_add(pane, store, event->id);
}

/* The latest first. */
static int
event_order(gconstpointer a, gconstpointer b)
{
	const struct event *first = *(const struct event *const *)a;
	const struct event *second = *(const struct event *const *)b;
	return g_strcmp0(second->start_date, first->start_date);
}

static void
event_free_one(gpointer event)
{
	entity_free(&entity_event, event);
}

static void
events_collect(GPtrArray *events, GHashTable *seen, Store *store, const struct entity *entity,
	       gint64 person_id)
{
	g_autoptr(Rows) rows = store_of(store, entity, "person_id", person_id, NULL);
	const struct field *field = entity_field(entity, "event_id");
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		gint64 id = field_get(field, rows->row[i]).integer;
		void *event = g_hash_table_add(seen, g_memdup2(&id, sizeof id))
				      ? store_get(store, &entity_event, id, NULL)
				      : NULL;
		if (event != NULL)
			g_ptr_array_add(events, event);
	}
}

static GPtrArray *
events_of_person(Store *store, gint64 person_id)
{
	GPtrArray *events = g_ptr_array_new_with_free_func(event_free_one);
	g_autoptr(GHashTable) seen =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	events_collect(events, seen, store, &entity_attendee, person_id);
	events_collect(events, seen, store, &entity_speaker, person_id);
	g_ptr_array_sort(events, event_order);
	return events;
}

static void
events_add(GArray *pane, Store *store, gint64 person_id, guint most)
{
	g_autoptr(GPtrArray) events = events_of_person(store, person_id);
	head_add(pane,
		 g_strdup_printf(i18n_count("%u event", "%u events", events->len), events->len));
	for (guint i = 0; i < events->len && i < most; i++) {
		const struct event *event = events->pdata[i];
		g_autofree char *day = date_text(event->start_date, DATE_NUMERIC);
		line_add(pane, STYLE_PLAIN, day, g_strdup(event->title));
	}
}

/* The rows of ENTITY that point to one, as many as fit, in their own order. */
static void
rows_add(GArray *pane, Store *store, const struct noun *noun, const char *column, gint64 id,
	 char *(*text)(Store *store, const void *row))
{
	g_autoptr(Index) index =
		store_index(store, noun->entity, column, id, NULL, false, false, NULL);
	guint n = index != NULL ? index->n : 0;
	head_add(pane, noun_count(noun, n));
	for (guint i = 0; i < n && i < ROWS_MOST; i++) {
		void *row = store_get(store, noun->entity, index->id[i], NULL);
		if (row != NULL)
			line_add(pane, STYLE_PLAIN, NULL, text(store, row));
		entity_free(noun->entity, row);
	}
}

static char *
person_line(Store *store, const void *row)
{
	const struct person *person = row;
	g_autofree char *name = name_listed(person->first_name, person->last_name);
	(void)store;
	return person->function != NULL ? g_strdup_printf("%s · %s", name, person->function)
					: g_steal_pointer(&name);
}

static char *
attendee_line(Store *store, const void *row)
{
	const struct attendee *attendee = row;
	g_autofree char *name = name_listed(attendee->first_name, attendee->last_name);
	(void)store;
	bool registered = strcmp(attendee->status, "registered") == 0;
	g_autofree char *status =
		registered ? g_strdup("")
			   : g_strdup_printf(" (%s)",
					     code_label(&code_attendee_statuses, attendee->status));
	const char *organisation = attendee->organisation;
	return g_strconcat(name, status, organisation != NULL ? " · " : "", organisation, NULL);
}

static char *
room_line(Store *store, const void *row)
{
	const struct room *room = row;
	(void)store;
	return room->capacity > 0
		       ? g_strdup_printf(i18n_count("%s: %d seat", "%s: %d seats", room->capacity),
					 room->name, (int)room->capacity)
		       : g_strdup(room->name);
}

static void
people_add(GArray *pane, Store *store, gint64 organisation_id)
{
	rows_add(pane, store, &noun_person, "organisation_id", organisation_id, person_line);
}

static void
attendees_add(GArray *pane, Store *store, gint64 event_id)
{
	rows_add(pane, store, &noun_attendee, "event_id", event_id, attendee_line);
}

static void
rooms_add(GArray *pane, Store *store, gint64 venue_id)
{
	rows_add(pane, store, &noun_room, "venue_id", venue_id, room_line);
}

/* Its main fields; those of a noun that is not named here are the columns of its lists. */
static const struct {
	const struct noun *noun;
	const char *keys[12];
} main_keys[] = {
	{&noun_person,
	 {"organisation", "function", "role", "email", "phone", "town", "department",
	  "last_contact", "notes"}},
	{&noun_organisation,
	 {"short_name", "family", "level", "department", "town", "email", "phone", "aliases",
	  "successor", "registrations", "notes"}},
	{&noun_venue,
	 {"address", "postal_code", "town", "access", "contact", "step_free", "notes"}},
	{&noun_attendee,
	 {"organisation", "function", "email", "phone", "status", "part", "registered_at",
	  "workshop", "lunch", "access_needs", "remarks"}},
};

static void
fields_add(GArray *pane, Store *store, const struct noun *noun, const void *row)
{
	for (gsize i = 0; i < G_N_ELEMENTS(main_keys); i++)
		if (main_keys[i].noun == noun) {
			keys_add(pane, store, noun, row, main_keys[i].keys);
			return;
		}
	for (guint i = 0; i < noun->n_keys; i++) {
		const char *const one[] = {noun->keys[i].key, NULL};
		if (strcmp(noun->keys[i].key, noun->name_key) != 0)
			keys_add(pane, store, noun, row, one);
	}
}

/* ---- reading it ---------------------------------------------------------------------------------
 */

static void
first_pane_read(struct beside *beside, Store *store, const void *row, bool alone)
{
	GArray *pane = beside->panes[0];
	const struct noun *noun = beside->noun;
	line_add(pane, STYLE_HEAD, NULL, noun_name(store, noun, row));
	if (noun == &noun_event)
		event_add(pane, store, row);
	else
		fields_add(pane, store, noun, row);
	if (noun == &noun_venue)
		rooms_add(pane, store, beside->id);
	else if (alone && noun == &noun_person)
		events_add(pane, store, beside->id, 5);
	else if (alone && noun == &noun_organisation)
		people_add(pane, store, beside->id);
}

static void
second_pane_read(struct beside *beside, Store *store)
{
	GArray *pane = beside->panes[1];
	if (beside->noun == &noun_event)
		attendees_add(pane, store, beside->id);
	else if (beside->noun == &noun_person)
		events_add(pane, store, beside->id, ROWS_MOST);
	else if (beside->noun == &noun_organisation)
		people_add(pane, store, beside->id);
}

/* Nouns to which something belongs that stands in a pane of its own. */
static bool
has_second(const struct noun *noun)
{
	return noun == &noun_event || noun == &noun_person || noun == &noun_organisation;
}

static void
panes_read(struct beside *beside, Store *store)
{
	for (guint i = 0; i < 2; i++)
		g_array_set_size(beside->panes[i], 0);
	beside->id = beside->wanted;
	beside->second = beside->wants_second;
	void *row =
		beside->id != 0 ? store_get(store, beside->noun->entity, beside->id, NULL) : NULL;
	if (row != NULL)
		first_pane_read(beside, store, row, !beside->second);
	if (row != NULL && beside->second)
		second_pane_read(beside, store);
	entity_free(beside->noun->entity, row);
}

static gboolean
read_on(gpointer user)
{
	struct beside *beside = user;
	beside->source = 0;
	panes_read(beside, beside->ui->store);
	ui_draw(beside->ui);
	return G_SOURCE_REMOVE;
}

/* The list is drawn first, and a key that waits goes before: an event with 1,500 participants takes
 * some 20 ms to check. */
static void
beside_want(struct beside *beside, struct ui *ui, gint64 id, bool second)
{
	beside->ui = ui;
	beside->wanted = id;
	beside->wants_second = second;
	for (guint i = 0; id == 0 && i < 2; i++)
		g_array_set_size(beside->panes[i], 0);
	if ((beside->id != id || beside->second != second) && beside->source == 0)
		beside->source = g_idle_add(read_on, beside);
}

struct beside *
beside_new(const struct noun *noun)
{
	struct beside *beside = g_new0(struct beside, 1);
	beside->noun = noun;
	for (guint i = 0; i < 2; i++) {
		beside->panes[i] = g_array_new(FALSE, FALSE, sizeof(struct line));
		g_array_set_clear_func(beside->panes[i], line_clear);
	}
	return beside;
}

void
beside_free(struct beside *beside)
{
	if (beside == NULL)
		return;
	if (beside->source != 0)
		g_source_remove(beside->source);
	for (guint i = 0; i < 2; i++)
		g_array_unref(beside->panes[i]);
	g_free(beside);
}

void
beside_forget(struct beside *beside)
{
	beside->id = 0;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

struct area
beside_share(const struct beside *beside, struct area body)
{
	struct area list = body;
	if (body.width < ONE_PANE - 2) /* a body may have a margin of its own */
		return list;
	list.width = body.width < TWO_PANES - 2 || !has_second(beside->noun)
			     ? body.width - CLAMP(body.width / 3, 36, 70)
			     : body.width - 2 * CLAMP(body.width * 3 / 10, 36, 60);
	return list;
}

/* What belongs to the row takes a line each; its fields as many as they need. */
static int
draw_one(const struct line *line, struct area place, bool wraps)
{
	int x = place.x;
	if (line->label != NULL) {
		draw_text(place.y, x, LABEL_WIDTH, STYLE_FAINT, line->label);
		x += LABEL_WIDTH + 1;
	}
	struct area text = {place.y, x, MIN(place.height, 3), place.x + place.width - x};
	if (!wraps) {
		draw_text(text.y, text.x, text.width, line->style, line->text);
		return 1;
	}
	return MAX(draw_paragraph(text, line->style, line->text), 1);
}

static void
draw_pane(const GArray *pane, struct area area, bool wraps)
{
	for (int y = 0; y < area.height; y++)
		draw_text(area.y + y, area.x, 1, STYLE_FAINT, draw_letter("│", "|"));
	int y = area.y;
	for (guint i = 0; i < pane->len && y < area.y + area.height; i++) {
		struct area place = {y, area.x + 2, area.y + area.height - y, area.width - 3};
		y += draw_one(&g_array_index(pane, struct line, i), place, wraps);
	}
}

void
beside_draw(struct beside *beside, struct ui *ui, gint64 id, struct area body, struct area list)
{
	int room = body.width - list.width;
	if (room <= 0)
		return;
	bool second = body.width >= TWO_PANES - 2 && has_second(beside->noun);
	beside_want(beside, ui, id, second);
	int width = second ? room / 2 : room;
	struct area pane = {body.y, body.x + list.width, body.height, width};
	draw_pane(beside->panes[0], pane, true);
	pane.x += width;
	pane.width = room - width;
	if (second)
		draw_pane(beside->panes[1], pane, false);
}
