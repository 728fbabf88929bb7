#include "app/workshops.h"

#include <string.h>

#include "app/event_whole.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/naming.h"
#include "core/status.h"
#include "core/workshops.h"

/* ---- the workshops ------------------------------------------------------------------------------
 */

static void
workshop_clear(gpointer pointer)
{
	struct workshop *workshop = pointer;
	g_free(workshop->title);
	g_free(workshop->when);
}

static void
attendee_clear(gpointer pointer)
{
	struct workshop_attendee *person = pointer;
	for (struct workshop_place *place = person->places; place->wishes != NULL; place++)
		g_free(place->wishes);
	g_free(person->places);
	g_free(person->number);
	g_free(person->name);
	g_free(person->order);
	g_free(person);
}

void
workshops_free(Workshops *workshops)
{
	if (workshops == NULL)
		return;
	g_array_unref(workshops->list);
	g_ptr_array_unref(workshops->people);
	g_free(workshops);
}

const struct workshop *
workshop_at(const Workshops *workshops, int place)
{
	return place < 0 ? NULL : &g_array_index(workshops->list, struct workshop, place);
}

const struct workshop_attendee *
workshops_person(const Workshops *workshops, guint i)
{
	return g_ptr_array_index(workshops->people, i);
}

/* "mar. 8 déc. 14h–15h30". */
static char *
when_words(const Rows *days, const struct session *session)
{
	const struct event_day *day = rows_find(days, session->day_id);
	g_autofree char *date =
		day != NULL && day->date != NULL ? date_text(day->date, DATE_SHORT) : NULL;
	g_autofree char *start = time_text(session->start_time, false);
	g_autofree char *end = time_text(session->end_time, false);
	GString *words = g_string_new(date);
	if (session->start_time != NULL)
		g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", start);
	if (session->start_time != NULL && session->end_time != NULL)
		g_string_append_printf(words, "–%s", end);
	return g_string_free(words, FALSE);
}

struct loading {
	Workshops *workshops;
	const Rows *sessions, *days, *rooms, *choices;
	guint *groups; /* of each session; 0: none */
};

static bool
is_asked_for(const Rows *choices, gint64 session_id)
{
	for (guint i = 0; i < choices->n; i++)
		if (((struct choice *)choices->row[i])->session_id == session_id)
			return true;
	return false;
}

/* All that is parallel to a session of the group belongs to it. */
static void
group_spread(struct loading *loading, guint from)
{
	for (guint i = 0; i < loading->sessions->n; i++) {
		if (loading->groups[i] != 0 ||
		    !sessions_parallel(loading->sessions->row[from], loading->sessions->row[i]))
			continue;
		loading->groups[i] = loading->groups[from];
		group_spread(loading, i);
	}
}

static guint
group_size(const struct loading *loading, guint group)
{
	guint size = 0;
	for (guint i = 0; i < loading->sessions->n; i++)
		size += loading->groups[i] == group;
	return size;
}

static void
groups_find(struct loading *loading)
{
	guint n = 0;
	loading->groups = g_new0(guint, loading->sessions->n + 1);
	for (guint i = 0; i < loading->sessions->n; i++) {
		const struct session *session = loading->sessions->row[i];
		if (loading->groups[i] != 0)
			continue;
		loading->groups[i] = ++n;
		group_spread(loading, i);
		/* A session alone is no choice, unless somebody made it one. */
		if (group_size(loading, n) == 1 && !is_asked_for(loading->choices, session->id)) {
			loading->groups[i] = G_MAXUINT;
			n--;
		}
	}
	loading->workshops->n_groups = n;
}

static void
workshop_add(struct loading *loading, const struct session *session, guint group)
{
	const struct room *room = rows_find(loading->rooms, session->room_id);
	struct workshop workshop = {
		.session_id = session->id,
		.title = g_strdup(session->title),
		.when = when_words(loading->days, session),
		.group = group,
		.capacity = session_capacity(session, room),
	};
	g_array_append_val(loading->workshops->list, workshop);
}

static void
list_fill(struct loading *loading)
{
	groups_find(loading);
	for (guint group = 0; group < loading->workshops->n_groups; group++)
		for (guint i = 0; i < loading->sessions->n; i++)
			if (loading->groups[i] == group + 1)
				workshop_add(loading, loading->sessions->row[i], group);
	g_clear_pointer(&loading->groups, g_free);
}

/* ---- the people ---------------------------------------------------------------------------------
 */

static int
workshop_place_of(const Workshops *workshops, gint64 session_id)
{
	for (guint i = 0; i < workshops->list->len; i++)
		if (g_array_index(workshops->list, struct workshop, i).session_id == session_id)
			return (int)i;
	return -1;
}

static struct workshop_attendee *
person_new(const Workshops *workshops, const struct attendee *attendee)
{
	struct workshop_attendee *person = g_new0(struct workshop_attendee, 1);
	person->attendee_id = attendee->id;
	person->number = g_strdup(attendee->number);
	person->name = name_shown(attendee->first_name, attendee->last_name);
	person->order =
		g_strdup_printf("%s %020" G_GINT64_FORMAT, attendee->registered_at, attendee->id);
	person->places = g_new0(struct workshop_place, workshops->n_groups + 1);
	for (guint i = 0; i < workshops->n_groups; i++)
		person->places[i] = (struct workshop_place){
			.wishes = g_new0(guint, workshops->list->len + 1),
			.given = -1,
		};
	return person;
}

static void
wish_take(Workshops *workshops, struct workshop_place *place, guint at)
{
	struct workshop *workshop = &g_array_index(workshops->list, struct workshop, at);
	guint rank = MIN(place->n_wishes, WORKSHOP_RANKS - 1);
	place->wishes[place->n_wishes++] = at;
	workshop->wishes[rank]++;
}

/* Choices come in the order of their ranks, of which only that order counts: in each group the
 * first is the first. */
static void
choice_take(Workshops *workshops, struct workshop_attendee *person, const struct choice *choice)
{
	int at = workshop_place_of(workshops, choice->session_id);
	if (at < 0)
		return;
	struct workshop *workshop = &g_array_index(workshops->list, struct workshop, at);
	struct workshop_place *place = &person->places[workshop->group];
	if (choice->rank > 0)
		wish_take(workshops, place, (guint)at);
	if (choice->assigned != 1)
		return;
	place->twice = place->given >= 0;
	place->given = at;
	place->by_hand = choice->by_hand == 1;
	workshop->assigned++;
}

static gint
by_order(gconstpointer a, gconstpointer b)
{
	const struct workshop_attendee *first = *(const struct workshop_attendee *const *)a;
	const struct workshop_attendee *second = *(const struct workshop_attendee *const *)b;
	return strcmp(first->order, second->order);
}

static void
people_fill(struct loading *loading, const Rows *attendees)
{
	Workshops *workshops = loading->workshops;
	g_autoptr(GHashTable) by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		if (!attendee_takes_seat(attendee->status, attendee->part))
			continue;
		struct workshop_attendee *person = person_new(workshops, attendee);
		g_ptr_array_add(workshops->people, person);
		g_hash_table_insert(by_id, &person->attendee_id, person);
	}
	for (guint i = 0; i < loading->choices->n; i++) {
		const struct choice *choice = loading->choices->row[i];
		struct workshop_attendee *person = g_hash_table_lookup(by_id, &choice->attendee_id);
		if (person != NULL)
			choice_take(workshops, person, choice);
	}
	g_ptr_array_sort(workshops->people, by_order);
}

Workshops *
workshops_load(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) sessions = event_rows(store, &entity_session, event_id, error);
	g_autoptr(Rows) days =
		sessions != NULL ? event_rows(store, &entity_event_day, event_id, error) : NULL;
	g_autoptr(Rows) rooms =
		days != NULL ? event_rows(store, &entity_room, event_id, error) : NULL;
	g_autoptr(Rows) choices =
		rooms != NULL ? event_rows(store, &entity_choice, event_id, error) : NULL;
	g_autoptr(Rows) attendees =
		choices != NULL ? event_rows(store, &entity_attendee, event_id, error) : NULL;
	if (attendees == NULL)
		return NULL;
	Workshops *workshops = g_new0(Workshops, 1);
	workshops->list = g_array_new(FALSE, FALSE, sizeof(struct workshop));
	g_array_set_clear_func(workshops->list, workshop_clear);
	workshops->people = g_ptr_array_new_with_free_func(attendee_clear);
	struct loading loading = {workshops, sessions, days, rooms, choices, NULL};
	list_fill(&loading);
	people_fill(&loading, attendees);
	return workshops;
}

/* ---- placing ------------------------------------------------------------------------------------
 */

/* One group as the rule wants it: workshops are numbers from 0. */
static void
group_place(const Workshops *workshops, guint group, const struct workshops_choice *choice,
	    struct workshop_person *people, const gint64 *capacity, guint first, guint n)
{
	GPtrArray *wishes = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < workshops->people->len; i++) {
		const struct workshop_place *place = &workshops_person(workshops, i)->places[group];
		guint *own = g_new0(guint, place->n_wishes + 1);
		for (guint j = 0; j < place->n_wishes; j++)
			own[j] = place->wishes[j] - first;
		g_ptr_array_add(wishes, own);
		int given = place->given < 0 ? NO_WORKSHOP : place->given - (int)first;
		people[i] = (struct workshop_person){
			.wishes = own,
			.n_wishes = place->n_wishes,
			.fixed = place->by_hand && !choice->anew ? given : NO_WORKSHOP,
			.before = given,
			.anywhere = choice->everybody,
		};
	}
	workshops_assign(capacity, n, people, workshops->people->len);
	g_ptr_array_unref(wishes);
}

static void
moves_add(const Workshops *workshops, guint group, const struct workshop_person *people,
	  guint first, GArray *moves)
{
	for (guint i = 0; i < workshops->people->len; i++) {
		const struct workshop_place *place = &workshops_person(workshops, i)->places[group];
		struct workshop_move move = {
			.person = i,
			.group = group,
			.before = place->given,
			.now = people[i].given == NO_WORKSHOP ? -1 : people[i].given + (int)first,
			.by_hand = people[i].fixed != NO_WORKSHOP,
		};
		for (guint j = 0; move.now >= 0 && j < place->n_wishes; j++)
			if (place->wishes[j] == (guint)move.now)
				move.rank = j + 1;
		g_array_append_val(moves, move);
	}
}

GArray *
workshops_propose(const Workshops *workshops, const struct workshops_choice *choice)
{
	GArray *moves = g_array_new(FALSE, FALSE, sizeof(struct workshop_move));
	g_autofree struct workshop_person *people =
		g_new0(struct workshop_person, workshops->people->len + 1);
	g_autofree gint64 *capacity = g_new0(gint64, workshops->list->len + 1);
	for (guint first = 0, end = 0; first < workshops->list->len; first = end) {
		guint group = workshop_at(workshops, (int)first)->group;
		for (end = first;
		     end < workshops->list->len && workshop_at(workshops, (int)end)->group == group;
		     end++)
			capacity[end - first] = workshop_at(workshops, (int)end)->capacity;
		group_place(workshops, group, choice, people, capacity, first, end - first);
		moves_add(workshops, group, people, first, moves);
	}
	return moves;
}

void
workshops_count(const Workshops *workshops, const GArray *moves, struct workshop_counts *counts)
{
	*counts = (struct workshop_counts){0};
	for (guint i = 0; i < moves->len; i++) {
		const struct workshop_move *move = &g_array_index(moves, struct workshop_move, i);
		const struct workshop_place *place =
			&workshops_person(workshops, move->person)->places[move->group];
		counts->first += move->rank == 1;
		counts->second += move->rank == 2;
		counts->later += move->rank > 2;
		counts->elsewhere += place->n_wishes == 0 && move->now >= 0;
		counts->missed += place->n_wishes > 0 && move->rank == 0;
		counts->silent += place->n_wishes == 0 && move->now < 0;
		counts->moved += move->before >= 0 && move->now >= 0 && move->before != move->now;
	}
}

/* ---- what is left for somebody ------------------------------------------------------------------
 */

/* Most events have nothing to choose between: their people need not be read. */
static bool
event_has_choice(Store *store, gint64 event_id)
{
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", event_id, NULL);
	for (guint i = 0; sessions != NULL && i < sessions->n; i++)
		for (guint j = i + 1; j < sessions->n; j++)
			if (sessions_parallel(sessions->row[i], sessions->row[j]))
				return true;
	return false;
}

static const struct workshop_attendee *
person_find(const Workshops *workshops, gint64 attendee_id)
{
	for (guint i = 0; i < workshops->people->len; i++)
		if (workshops_person(workshops, i)->attendee_id == attendee_id)
			return workshops_person(workshops, i);
	return NULL;
}

static char *
left_words(const struct workshop *workshop)
{
	gint64 left = workshop->capacity - workshop->assigned;
	if (workshop->capacity <= 0)
		return g_strdup(workshop->title);
	if (left <= 0)
		return g_strdup_printf(_("%s (full)"), workshop->title);
	return g_strdup_printf(i18n_count("%s (%d free)", "%s (%d free)", left), workshop->title,
			       (int)left);
}

char *
attendee_workshops_left(Store *store, gint64 event_id, gint64 attendee_id)
{
	g_autoptr(Workshops) workshops =
		event_has_choice(store, event_id) ? workshops_load(store, event_id, NULL) : NULL;
	const struct workshop_attendee *person =
		workshops != NULL ? person_find(workshops, attendee_id) : NULL;
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; person != NULL && i < workshops->list->len; i++) {
		const struct workshop *workshop = workshop_at(workshops, (int)i);
		if (person->places[workshop->group].given >= 0)
			continue;
		g_autofree char *words = left_words(workshop);
		g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", words);
	}
	return names->len > 0 ? g_strdup_printf(_("workshop to choose: %s"), names->str) : NULL;
}

/* ---- counts -------------------------------------------------------------------------------------
 */

static void
words_add(GString *words, guint n, char *text)
{
	if (n > 0)
		g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", text);
	g_free(text);
}

char *
workshops_words(const struct workshop_counts *counts)
{
	GString *words = g_string_new(NULL);
	guint moved = counts->moved;
	char *texts[] = {
		g_strdup_printf(i18n_count("%u first wish", "%u first wishes", counts->first),
				counts->first),
		g_strdup_printf(i18n_count("%u second wish", "%u second wishes", counts->second),
				counts->second),
		g_strdup_printf(i18n_count("%u later wish", "%u later wishes", counts->later),
				counts->later),
		g_strdup_printf(i18n_count("%u who asked for nothing", "%u who asked for nothing",
					   counts->elsewhere),
				counts->elsewhere),
		g_strdup_printf(i18n_count("%u has none of their wishes",
					   "%u have none of their wishes", counts->missed),
				counts->missed),
		g_strdup_printf(i18n_count("%u asked for nothing and is nowhere",
					   "%u asked for nothing and are nowhere", counts->silent),
				counts->silent),
	};
	const guint numbers[] = {counts->first,     counts->second, counts->later,
				 counts->elsewhere, counts->missed, counts->silent};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		words_add(words, numbers[i], texts[i]);
	if (moved == 0)
		return g_string_free(words, FALSE);
	g_autofree char *placed = g_string_free(words, FALSE);
	return g_strdup_printf(i18n_count("%s (%u goes to another workshop)",
					  "%s (%u go to another workshop)", moved),
			       placed, moved);
}
