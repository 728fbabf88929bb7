#include "app/report_facts.h"

#include <string.h>

#include "app/presence_each.h"
#include "app/replies.h"
#include "base/text.h"
#include "core/reference.h"
#include "core/status.h"

/* Longer chains of successors lead back to where they began. */
#define CHAIN_MAX 100

/* Of a kind of event: the heading it stands under. */
struct kind_heading {
	guint heading;
	bool proposed;
};

/* A half-day of the file. */
struct known_half_day {
	gint64 id;
	guint place; /* among the facts; REPORT_NONE: its event is of other years */
	int year;    /* 0: not known */
};

/* Somebody who is registered. */
struct known_person {
	gint64 id;
	int first_year; /* in which they were present; 0: never */
};

struct loading {
	Store *store;
	const struct report_filter *filter;
	ReportData *data;
	GHashTable *headings;   /* id of the kind → struct kind_heading */
	GHashTable *successors; /* id → id */
	GArray *half_days;      /* struct known_half_day */
	GHashTable *half_day_places, *attendee_places, *person_places; /* id → place + 1 */
	GArray *people;                                                /* struct known_person */
	GArray *withdrawn; /* guint: places of attendees whose registration stands no more */
	GArray *speaking;  /* struct report_speaker: registered as such */
};

static guint
place_in(GHashTable *places, gint64 id)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(places, &id)) - 1;
}

/* From the id that each element of ARRAY begins with to its place + 1; ARRAY grows no more. */
static GHashTable *
places_of(GArray *array)
{
	GHashTable *places = g_hash_table_new(g_int64_hash, g_int64_equal);
	guint size = g_array_get_element_size(array);
	for (guint i = 0; i < array->len; i++)
		g_hash_table_insert(places, array->data + (gsize)i * size, GUINT_TO_POINTER(i + 1));
	return places;
}

/* ---- events -------------------------------------------------------------------------------------
 */

static bool
headings_load(struct loading *loading, GError **error)
{
	g_autoptr(Rows) rows = store_all(loading->store, &entity_kind, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct kind *kind = rows->row[i];
		struct kind_heading *heading = g_new(struct kind_heading, 1);
		*heading = (struct kind_heading){
			report_axis_place(loading->data, REPORT_BY_HEADING, kind->report_heading),
			kind->report_heading != NULL && kind->heading_proposed == 1,
		};
		g_hash_table_insert(loading->headings, g_memdup2(&kind->id, sizeof kind->id),
				    heading);
	}
	return rows != NULL;
}

static const char *
keep(ReportData *data, const char *text)
{
	return text != NULL ? g_string_chunk_insert_const(data->words, text) : NULL;
}

static bool
is_remote(const char *mode)
{
	return g_strcmp0(mode, "remote") == 0;
}

/* Where an event is that has no place: nowhere, when it is held from afar. */
static guint
town_without_place(ReportData *data, bool remote)
{
	return remote ? report_axis_add(data, REPORT_BY_TOWN, "remote",
					code_label(&code_event_modes, "remote"), false)
		      : REPORT_NONE;
}

static void
event_take(const struct report_event_row *row, gpointer user)
{
	struct loading *loading = user;
	ReportData *data = loading->data;
	const struct kind_heading *heading = g_hash_table_lookup(loading->headings, &row->kind_id);
	struct report_event event = {
		.id = row->id,
		.action = row->cycle_id != 0 ? row->cycle_id : row->id,
		.status = keep(data, row->status),
		.start_date = keep(data, row->start_date),
		.end_date = keep(data, row->end_date),
		.days_known = row->days_known == 1,
		.heading_proposed = heading != NULL && heading->proposed,
		.counted = row->counted,
		.estimated = row->estimated,
		.replies = REPORT_UNKNOWN,
		.heading = heading != NULL ? heading->heading : REPORT_NONE,
		.kind = report_axis_place_of(data, REPORT_BY_KIND, row->kind_id),
		.theme = report_axis_place_of(data, REPORT_BY_THEME, row->theme_id),
		.mode = report_axis_place(data, REPORT_BY_MODE, row->mode),
		.cycle = report_axis_place_of(data, REPORT_BY_CYCLE, row->cycle_id),
		.place = REPORT_NONE,
		.town = town_without_place(data, is_remote(row->mode)),
	};
	g_autofree char *label = g_strdup_printf("%s %s", row->number, row->title);
	g_array_append_val(data->events, event);
	report_axis_add(data, REPORT_BY_EVENT, row->number, label, false);
}

static void
reply_take(gint64 event_id, gint64 n, gpointer user)
{
	ReportData *data = user;
	guint place = place_in(data->event_places, event_id);
	if (place != REPORT_NONE)
		g_array_index(data->events, struct report_event, place).replies = n;
}

static bool
events_load(struct loading *loading, GError **error)
{
	ReportData *data = loading->data;
	if (!headings_load(loading, error) ||
	    !report_event_rows(loading->store, loading->filter, event_take, loading, error))
		return false;
	data->event_places = places_of(data->events);
	return replies_each(loading->store, loading->filter->event_id, reply_take, data, error);
}

/* ---- half-days ----------------------------------------------------------------------------------
 */

/* A town is told apart from its namesakes by its département, and from nothing by its capitals. */
static guint
town_place(ReportData *data, const struct report_half_day_row *row, guint without)
{
	if (row->town == NULL)
		return without;
	g_autofree char *key = text_search_key(row->town);
	g_autofree char *code =
		g_strdup_printf("%s %s", key, row->department != NULL ? row->department : "");
	g_autofree char *label = row->department != NULL
					 ? g_strdup_printf("%s (%s)", row->town, row->department)
					 : g_strdup(row->town);
	return report_axis_add(data, REPORT_BY_TOWN, code, label, false);
}

static int
year_of(const char *date)
{
	return date != NULL ? (int)g_ascii_strtoll(date, NULL, 10) : 0;
}

static guint
department_place(ReportData *data, enum report_axis axis, const char *code)
{
	return code != NULL ? report_axis_add(data, axis, code, code, false) : REPORT_NONE;
}

static void
half_day_take(const struct report_half_day_row *row, gpointer user)
{
	struct loading *loading = user;
	ReportData *data = loading->data;
	struct known_half_day known = {row->id, REPORT_NONE,
				       year_of(row->date != NULL ? row->date : row->start_date)};
	guint event = place_in(data->event_places, row->event_id);
	if (event != REPORT_NONE) {
		guint without = g_array_index(data->events, struct report_event, event).town;
		struct report_half_day half_day = {
			.event = event,
			.day = row->day_id,
			.date = keep(data, row->date),
			.halves = (guint)row->halves,
			.place = department_place(data, REPORT_BY_PLACE, row->department),
			.town = town_place(data, row, without),
		};
		known.place = data->half_days->len;
		g_array_append_val(data->half_days, half_day);
	}
	if (row->id != 0)
		g_array_append_val(loading->half_days, known);
}

/* ---- people -------------------------------------------------------------------------------------
 */

static void
successor_take(gint64 id, gint64 successor, gpointer user)
{
	g_hash_table_insert(user, g_memdup2(&id, sizeof id),
			    g_memdup2(&successor, sizeof successor));
}

static gint64
body_of(const struct loading *loading, gint64 id)
{
	const gint64 *next = NULL;
	for (guint i = 0; i < CHAIN_MAX; i++) {
		next = g_hash_table_lookup(loading->successors, &id);
		if (next == NULL)
			break;
		id = *next;
	}
	return id;
}

static void
attendee_take(const struct report_attendee_row *row, gpointer user)
{
	struct loading *loading = user;
	ReportData *data = loading->data;
	guint event = place_in(data->event_places, row->event_id);
	if (event != REPORT_NONE && code_is(&code_attendee_parts, row->part, CODE_SPEAKS) &&
	    code_is(&code_attendee_statuses, row->status, CODE_COUNTED)) {
		struct report_speaker speaker = {event, row->person_id};
		g_array_append_val(loading->speaking, speaker);
	}
	if (event == REPORT_NONE || !code_is(&code_attendee_parts, row->part, CODE_COUNTED))
		return;
	bool walk_in = code_is(&code_attendee_origins, row->origin, CODE_UNEXPECTED);
	struct report_attendee attendee = {
		.id = row->id,
		.person = row->person_id,
		.body = row->organisation_id != 0 ? body_of(loading, row->organisation_id) : 0,
		.event = event,
		.invited = !walk_in,
		.registered = !walk_in && attendee_counted(row->status, row->part),
		.walk_in = walk_in,
		.family = report_axis_place(data, REPORT_BY_FAMILY, row->family),
		.level = report_axis_place(data, REPORT_BY_LEVEL, row->level),
		.role = report_axis_place(data, REPORT_BY_ROLE, row->role),
		.department = department_place(data, REPORT_BY_DEPARTMENT, row->department),
	};
	if (!code_is(&code_attendee_statuses, row->status, CODE_LIVE))
		g_array_append_val(loading->withdrawn, data->attendees->len);
	g_array_append_val(data->attendees, attendee);
}

static void
people_gather(struct loading *loading)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < loading->data->attendees->len; i++) {
		struct report_attendee *attendee =
			&g_array_index(loading->data->attendees, struct report_attendee, i);
		struct known_person person = {attendee->person, 0};
		if (g_hash_table_add(seen, &attendee->person))
			g_array_append_val(loading->people, person);
	}
	loading->person_places = places_of(loading->people);
	loading->attendee_places = places_of(loading->data->attendees);
}

/* ---- presence -----------------------------------------------------------------------------------
 */

static void
person_came(const struct loading *loading, gint64 person_id, int year)
{
	guint place = place_in(loading->person_places, person_id);
	if (place == REPORT_NONE || year == 0)
		return;
	struct known_person *person = &g_array_index(loading->people, struct known_person, place);
	if (person->first_year == 0 || year < person->first_year)
		person->first_year = year;
}

/* People came before in whatever part; participants alone are counted. */
static void
presence_take(const struct presence_known *known, gpointer user)
{
	struct loading *loading = user;
	bool came = code_is(&code_presence_states, known->state, CODE_COUNTED);
	guint place = place_in(loading->half_day_places, known->half_day_id);
	guint attendee = place_in(loading->attendee_places, known->attendee_id);
	if (place == REPORT_NONE)
		return;
	const struct known_half_day *half_day =
		&g_array_index(loading->half_days, struct known_half_day, place);
	if (came)
		person_came(loading, known->person_id, half_day->year);
	if (attendee == REPORT_NONE || half_day->place == REPORT_NONE)
		return;
	struct report_presence presence = {attendee, half_day->place};
	g_array_index(loading->data->half_days, struct report_half_day, half_day->place).marked =
		true;
	if (came)
		g_array_append_val(loading->data->presences, presence);
}

static bool
presence_load(struct loading *loading, GError **error)
{
	people_gather(loading);
	loading->half_day_places = places_of(loading->half_days);
	bool joined = report_registrations_join(loading->data->attendees, loading->withdrawn,
						loading->attendee_places);
	if (!presence_each(loading->store, loading->filter, presence_take, loading, error))
		return false;
	if (joined)
		report_presences_once(loading->data->presences);
	for (guint i = 0; i < loading->data->attendees->len; i++) {
		struct report_attendee *attendee =
			&g_array_index(loading->data->attendees, struct report_attendee, i);
		guint place = place_in(loading->person_places, attendee->person);
		attendee->first_year =
			g_array_index(loading->people, struct known_person, place).first_year;
	}
	return true;
}

/* ---- partners and speakers ----------------------------------------------------------------------
 */

static void
partner_take(const struct report_partner_row *row, gpointer user)
{
	struct loading *loading = user;
	ReportData *data = loading->data;
	struct report_partner partner = {
		.event = place_in(data->event_places, row->event_id),
		.body = body_of(loading, row->organisation_id),
		.role = report_axis_place(data, REPORT_BY_PARTNER_ROLE, row->role),
		.family = report_axis_place(data, REPORT_BY_PARTNER_FAMILY, row->family),
	};
	if (partner.event != REPORT_NONE)
		g_array_append_val(data->partners, partner);
}

static void
speaker_take(const struct report_speaker_row *row, gpointer user)
{
	struct loading *loading = user;
	ReportData *data = loading->data;
	struct report_speaker speaker = {place_in(data->event_places, row->event_id),
					 row->person_id};
	for (guint i = loading->speaking->len; i-- > 0;) {
		const struct report_speaker *said =
			&g_array_index(loading->speaking, struct report_speaker, i);
		if (said->event == speaker.event && said->person == speaker.person)
			g_array_remove_index_fast(loading->speaking, i);
	}
	if (speaker.event != REPORT_NONE && code_is(&code_speaker_states, row->state, CODE_COUNTED))
		g_array_append_val(data->speakers, speaker);
}

/* Who is registered as a speaker speaks, on the programme or not; of whom it says something, that
 * counts. */
static bool
speakers_load(struct loading *loading, GError **error)
{
	if (!report_speaker_rows(loading->store, loading->filter, speaker_take, loading, error))
		return false;
	g_array_append_vals(loading->data->speakers, loading->speaking->data,
			    loading->speaking->len);
	return true;
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

static bool
load(struct loading *loading, GError **error)
{
	Store *store = loading->store;
	const struct report_filter *filter = loading->filter;
	return report_axes_begin(loading->data, store, filter->event_id == 0, error) &&
	       events_load(loading, error) &&
	       report_half_day_rows(store, filter, half_day_take, loading, error) &&
	       report_successors(store, successor_take, loading->successors, error) &&
	       report_attendee_rows(store, filter, attendee_take, loading, error) &&
	       presence_load(loading, error) &&
	       report_partner_rows(store, filter, partner_take, loading, error) &&
	       speakers_load(loading, error);
}

#define FACTS(data, member)                                                                        \
	do {                                                                                       \
		gconstpointer rows = (data)->member->data;                                         \
		(data)->facts.member = rows;                                                       \
		(data)->facts.n_##member = (data)->member->len;                                    \
	} while (0)

static void
data_end(ReportData *data)
{
	report_axes_end(data);
	FACTS(data, events);
	FACTS(data, half_days);
	FACTS(data, attendees);
	FACTS(data, presences);
	FACTS(data, partners);
	FACTS(data, speakers);
}

static ReportData *
data_new(void)
{
	ReportData *data = g_new0(ReportData, 1);
	data->events = g_array_new(FALSE, FALSE, sizeof(struct report_event));
	data->half_days = g_array_new(FALSE, FALSE, sizeof(struct report_half_day));
	data->attendees = g_array_new(FALSE, FALSE, sizeof(struct report_attendee));
	data->presences = g_array_new(FALSE, FALSE, sizeof(struct report_presence));
	data->partners = g_array_new(FALSE, FALSE, sizeof(struct report_partner));
	data->speakers = g_array_new(FALSE, FALSE, sizeof(struct report_speaker));
	data->words = g_string_chunk_new(4096);
	return data;
}

static void
loading_clear(struct loading *loading)
{
	g_hash_table_unref(loading->headings);
	g_hash_table_unref(loading->successors);
	g_clear_pointer(&loading->half_day_places, g_hash_table_unref);
	g_clear_pointer(&loading->attendee_places, g_hash_table_unref);
	g_clear_pointer(&loading->person_places, g_hash_table_unref);
	g_array_unref(loading->half_days);
	g_array_unref(loading->people);
	g_array_unref(loading->withdrawn);
	g_array_unref(loading->speaking);
}

ReportData *
report_data_load(Store *store, const struct report_filter *filter, GError **error)
{
	struct loading loading = {
		.store = store,
		.filter = filter,
		.data = data_new(),
		.headings = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
		.successors = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
		.half_days = g_array_new(FALSE, FALSE, sizeof(struct known_half_day)),
		.people = g_array_new(FALSE, FALSE, sizeof(struct known_person)),
		.withdrawn = g_array_new(FALSE, FALSE, sizeof(guint)),
		.speaking = g_array_new(FALSE, FALSE, sizeof(struct report_speaker)),
	};
	bool done = load(&loading, error);
	loading_clear(&loading);
	if (done)
		data_end(loading.data);
	else
		g_clear_pointer(&loading.data, report_data_free);
	return loading.data;
}

void
report_data_free(ReportData *data)
{
	if (data == NULL)
		return;
	for (guint i = 0; i < REPORT_AXES; i++) {
		g_clear_pointer(&data->axes[i].values, g_array_unref);
		g_clear_pointer(&data->axes[i].place, g_hash_table_unref);
	}
	GArray *const parts[] = {data->events,    data->half_days, data->attendees,
				 data->presences, data->partners,  data->speakers};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_array_unref(parts[i]);
	g_clear_pointer(&data->event_places, g_hash_table_unref);
	g_string_chunk_free(data->words);
	g_free(data);
}
