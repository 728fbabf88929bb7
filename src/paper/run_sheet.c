/* The run sheet: what those who make the day have to know, minute by minute. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "paper/needs.h"
#include "paper/places.h"
#include "paper/sessions.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "run sheet");
}

static bool
is_expected(const struct attendee *attendee)
{
	return code_is(&code_attendee_statuses, attendee->status, CODE_TAKES_SEAT);
}

/* A table of which nothing was said goes, with its heading before it. */
static void
table_drop_empty(Writing *writing, const struct writing_table *table, guint before)
{
	if (table->rows->len == 0)
		writing_drop(writing, before);
}

static void
row_put(Writing *writing, struct writing_table *table, const char *const *cells, guint n)
{
	writing_row(table);
	for (guint i = 0; i < n; i++)
		writing_cell(writing, table, NULL, cells[i], 1);
}

/* ---- the hours ----------------------------------------------------------------------------------
 */

static guint
assigned_count(const struct paper *paper, gint64 session_id)
{
	guint n = 0;
	for (guint i = 0; i < paper->whole->choices->n; i++) {
		const struct choice *choice = paper->whole->choices->row[i];
		const struct attendee *attendee =
			rows_find(paper->whole->attendees, choice->attendee_id);
		if (choice->session_id == session_id && choice->assigned != 0 && attendee != NULL &&
		    is_expected(attendee))
			n++;
	}
	return n;
}

/* "24 inscrits, 40 places"; NULL where nobody was given a place. Caller frees. */
static char *
session_seats(const struct paper *paper, const struct session *session)
{
	guint n = assigned_count(paper, session->id);
	const struct room *room = rows_find(paper->whole->rooms, session->room_id);
	gint64 seats = session->capacity > 0 ? session->capacity : room_capacity(room);
	if (n == 0)
		return NULL;
	g_autofree char *people =
		g_strdup_printf(i18n_count("%u registered", "%u registered", n), n);
	if (seats <= 0)
		return g_steal_pointer(&people);
	return g_strdup_printf(_("%s, %d seats"), people, (int)seats);
}

/* What the speakers of a session asked for, a line for each. Caller frees. */
static char *
speakers_needs(const struct paper *paper, gint64 session_id)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		const struct speaker *speaker = paper->whole->speakers->row[i];
		const struct person *person = rows_find(paper->whole->people, speaker->person_id);
		if (speaker->session_id != session_id || speaker->needs == NULL || person == NULL ||
		    !code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			continue;
		g_autofree char *said =
			g_strdup_printf(_("%s: %s"), person->last_name, speaker->needs);
		g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", said);
	}
	return text->len > 0 ? g_strdup(text->str) : NULL;
}

static void
session_put(struct paper *paper, Writing *writing, struct writing_table *table,
	    const struct session *session)
{
	g_autofree char *times = wording_times(session->start_time, session->end_time);
	g_autofree char *seats = session_seats(paper, session);
	g_autofree char *where =
		wording_lines((const char *[]){sessions_room(paper, session), seats}, 2);
	g_autofree char *who = sessions_speakers(paper, session->id);
	g_autofree char *needs = speakers_needs(paper, session->id);
	writing_row(table);
	writing_cell(writing, table, NULL, times, 1);
	writing_cell(writing, table, session->title, where, 1);
	writing_cell(writing, table, NULL, who, 1);
	writing_cell(writing, table, NULL, needs, 1);
}

/* The welcome opens the day, unless a session is it. */
static void
welcome_put(const struct paper *paper, Writing *writing, struct writing_table *table,
	    const struct event_day *day, const GPtrArray *sessions)
{
	const struct session *first = sessions->len > 0 ? sessions->pdata[0] : NULL;
	if (day->welcome_time == NULL ||
	    (first != NULL && g_strcmp0(first->start_time, day->welcome_time) <= 0))
		return;
	g_autofree char *time = time_text(day->welcome_time, true);
	writing_row(table);
	writing_cell(writing, table, NULL, time, 1);
	writing_cell(writing, table, paper_is_online(paper) ? _("Connection opens") : _("Welcome"),
		     NULL, 1);
	writing_cell(writing, table, NULL, NULL, 1);
	writing_cell(writing, table, NULL, NULL, 1);
}

static void
day_write(struct paper *paper, Writing *writing, const struct event_day *day)
{
	const struct writing_column columns[] = {{_("Hours"), 26, WRITING_START},
						 {_("What, where"), 36, WRITING_START},
						 {_("Who"), 42, WRITING_START},
						 {_("To provide"), 28, WRITING_START}};
	g_autoptr(GPtrArray) sessions = sessions_of_day(paper, day->id);
	g_autofree char *date = day->date != NULL ? date_text(day->date, DATE_LONG)
						  : g_strdup(_("On a day that is not fixed yet"));
	guint before = writing->blocks->len;
	writing_heading(writing, 1, date);
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	table->schedule = true;
	welcome_put(paper, writing, table, day, sessions);
	for (guint i = 0; i < sessions->len; i++)
		session_put(paper, writing, table, sessions->pdata[i]);
	table_drop_empty(writing, table, before);
}

/* ---- rooms --------------------------------------------------------------------------------------
 */

/* "confirmée", of each booking that the room has, with its day when there are several. */
static char *
bookings_text(const struct paper *paper, gint64 room_id)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < paper->whole->bookings->n; i++) {
		const struct booking *booking = paper->whole->bookings->row[i];
		const struct event_day *day = rows_find(paper->whole->days, booking->day_id);
		if (booking->room_id != room_id)
			continue;
		g_autofree char *date = date_text(day != NULL ? day->date : NULL, DATE_SHORT);
		g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? "\n" : "",
				       paper->whole->days->n > 1 ? date : "",
				       paper->whole->days->n > 1 ? " " : "",
				       code_label(&code_booking_states, booking->state));
	}
	return text->len > 0 ? g_strdup(text->str) : NULL;
}

/* What is known to help; of the rest nobody may have looked. */
static char *
room_access(const struct room *room)
{
	return wording_lines((const char *[]){room->step_free == 1 ? _("step-free") : NULL,
					      room->induction_loop == 1 ? _("induction loop")
									: NULL},
			     2);
}

static void
rooms_write(const struct paper *paper, Writing *writing)
{
	const struct writing_column columns[] = {{_("Room"), 34, WRITING_START},
						 {_("Seats"), 12, WRITING_END},
						 {_("Equipment"), 44, WRITING_START},
						 {_("Access"), 22, WRITING_START},
						 {_("Booking"), 22, WRITING_START}};
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Rooms"));
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < paper->whole->rooms->n; i++) {
		const struct room *room = paper->whole->rooms->row[i];
		gint64 capacity = room_capacity(room);
		g_autofree char *seats = g_strdup_printf("%" G_GINT64_FORMAT, capacity);
		g_autofree char *access = room_access(room);
		g_autofree char *booked = bookings_text(paper, room->id);
		row_put(writing, table,
			(const char *[]){room->name, capacity > 0 ? seats : NULL, room->equipment,
					 access, booked},
			G_N_ELEMENTS(columns));
	}
	table_drop_empty(writing, table, before);
}

/* ---- people -------------------------------------------------------------------------------------
 */

static void
contact_put(Writing *writing, struct writing_table *table, const char *who, const char *what,
	    const char *phone, const char *email)
{
	g_autofree char *e164 = phone != NULL ? text_phone(phone) : NULL;
	g_autofree char *shown = e164 != NULL ? text_phone_shown(e164) : g_strdup(phone);
	g_autofree char *reach = wording_lines((const char *[]){shown, email}, 2);
	row_put(writing, table, (const char *[]){who, what, reach}, 3);
}

/* Organisers and staff are registered too, with a part of their own. */
static void
team_put(const struct paper *paper, Writing *writing, struct writing_table *table)
{
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		if (!is_expected(attendee) ||
		    code_is(&code_attendee_parts, attendee->part, CODE_COUNTED) ||
		    code_is(&code_attendee_parts, attendee->part, CODE_SPEAKS))
			continue;
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		contact_put(writing, table, name, code_label(&code_attendee_parts, attendee->part),
			    attendee->phone, attendee->email);
	}
}

static void
speakers_put(const struct paper *paper, Writing *writing, struct writing_table *table)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		struct speaker *speaker = paper->whole->speakers->row[i];
		const struct person *person = rows_find(paper->whole->people, speaker->person_id);
		if (person == NULL || !code_is(&code_speaker_states, speaker->state, CODE_LIVE) ||
		    !g_hash_table_add(seen, &speaker->person_id))
			continue;
		g_autofree char *name = name_shown(person->first_name, person->last_name);
		g_autofree char *what =
			g_strdup_printf("%s, %s", code_label(&code_speaker_roles, speaker->role),
					code_label(&code_speaker_states, speaker->state));
		contact_put(writing, table, name, what, person->phone, person->email);
	}
}

static void
contacts_write(const struct paper *paper, Writing *writing)
{
	const struct writing_column columns[] = {{_("Who"), 50, WRITING_START},
						 {_("What for"), 45, WRITING_START},
						 {_("To reach them"), 60, WRITING_START}};
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Contacts"));
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	if (paper->whole->event->officer != NULL)
		row_put(writing, table,
			(const char *[]){paper->whole->event->officer, _("Officer"), NULL}, 3);
	team_put(paper, writing, table);
	for (guint i = 0; i < paper->whole->venues->n; i++) {
		const struct venue *venue = paper->whole->venues->row[i];
		if (venue->contact != NULL)
			row_put(writing, table,
				(const char *[]){venue->name, _("Place"), venue->contact}, 3);
	}
	speakers_put(paper, writing, table);
	table_drop_empty(writing, table, before);
}

/* ---- how many -----------------------------------------------------------------------------------
 */

/* "72 participants, 9 intervenants, 3 équipe d’accueil". */
static void
numbers_write(const struct paper *paper, Writing *writing)
{
	guint counts[8] = {0}, all = 0;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		const struct code *part = code_find(&code_attendee_parts, attendee->part);
		if (part == NULL || !is_expected(attendee))
			continue;
		counts[MIN((gsize)(part - code_attendee_parts.codes), G_N_ELEMENTS(counts) - 1)]++;
		all++;
	}
	for (guint i = 0; i < code_attendee_parts.n; i++)
		if (counts[i] > 0) {
			g_autofree char *one =
				g_strdup_printf(_("%s: %u"),
						code_text(&code_attendee_parts.codes[i]),
						counts[i]);
			g_string_append_printf(text, "%s%s", text->len > 0 ? "\u00a0· " : "", one);
		}
	g_autofree char *total =
		all > 0 ? g_strdup_printf("%u (%s)", all, text->str) : g_strdup("0");
	writing_fact(writing,
		     paper_is_online(paper) ? _("Expected online") : _("Expected in the room"),
		     total);
	if (paper->whole->event->seat_limit > 0) {
		g_autofree char *limit =
			g_strdup_printf("%" G_GINT64_FORMAT, paper->whole->event->seat_limit);
		writing_fact(writing, _("Seats"), limit);
	}
}

/* A line for each of NEEDS. */
static void
needs_write(const struct paper *paper, Writing *writing, const char *label, const char *member)
{
	g_autoptr(GPtrArray) needs = needs_count(paper->whole->attendees, member);
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < needs->len; i++) {
		const struct need *need = needs->pdata[i];
		g_autofree char *one = g_strdup_printf(_("%s: %u"), need->text, need->n);
		g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", one);
	}
	writing_fact(writing, label, text->str);
}

static void
lunches_write(const struct paper *paper, Writing *writing)
{
	guint yes = 0, no = 0, unsaid = 0;
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		if (!is_expected(attendee))
			continue;
		if (attendee->lunch == NULL)
			unsaid++;
		else if (strcmp(attendee->lunch, "yes") == 0)
			yes++;
		else
			no++;
	}
	g_autofree char *text =
		g_strdup_printf(_("%u eat there, %u do not, %u have not said"), yes, no, unsaid);
	const char *lunch = paper->whole->event->lunch;
	if (lunch != NULL)
		writing_fact(writing, _("Lunch"), code_label(&code_lunches, lunch));
	if (yes + no > 0 || lunch != NULL)
		writing_fact(writing, _("Meals"), text);
}

static void
photos_write(const struct paper *paper, Writing *writing)
{
	guint refused = 0;
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		refused += is_expected(attendee) && g_strcmp0(attendee->photo, "refuses") == 0;
	}
	g_autofree char *text =
		g_strdup_printf(i18n_count("%u person refuses to be photographed",
					   "%u people refuse to be photographed", refused),
				refused);
	if (refused > 0)
		writing_fact(writing, _("Photos"), text);
}

static void
care_write(struct paper *paper, Writing *writing)
{
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Numbers, meals, access"));
	numbers_write(paper, writing);
	lunches_write(paper, writing);
	needs_write(paper, writing, _("Diets"), "diet");
	guint needs = writing->blocks->len;
	needs_write(paper, writing, _("Access needs"), "access_needs");
	if (writing->blocks->len > needs)
		writing_fact(writing, _("Ask about them"), paper->whole->event->officer);
	photos_write(paper, writing);
	access_write(paper, writing);
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
}

/* ---- what is not settled ------------------------------------------------------------------------
 */

static void
unsettled_rooms(const struct paper *paper, Writing *writing)
{
	for (guint i = 0; i < paper->whole->bookings->n; i++) {
		const struct booking *booking = paper->whole->bookings->row[i];
		const struct room *room = rows_find(paper->whole->rooms, booking->room_id);
		if (room == NULL || code_is(&code_booking_states, booking->state, CODE_COUNTED))
			continue;
		g_autofree char *text =
			g_strdup_printf(_("Room %s: %s"), room->name,
					code_label(&code_booking_states, booking->state));
		writing_item(writing, text);
	}
}

/* Somebody who speaks in several sessions is asked once. */
static void
unsettled_speakers(const struct paper *paper, Writing *writing)
{
	g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		const struct speaker *speaker = paper->whole->speakers->row[i];
		const struct person *person = rows_find(paper->whole->people, speaker->person_id);
		if (person == NULL || code_is(&code_speaker_states, speaker->state, CODE_COUNTED) ||
		    !code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			continue;
		g_autofree char *name = name_shown(person->first_name, person->last_name);
		char *text = g_strdup_printf(_("%s: %s"), name,
					     code_label(&code_speaker_states, speaker->state));
		if (!g_hash_table_contains(said, text))
			writing_item(writing, text);
		g_hash_table_add(said, text);
	}
}

static void
unsettled_write(const struct paper *paper, Writing *writing)
{
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Still to be confirmed"));
	unsettled_rooms(paper, writing);
	unsettled_speakers(paper, writing);
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
}

static bool
compose(struct paper *paper, GError **error)
{
	(void)error;
	g_autofree char *document = wording_document(&paper->event, _("RUN SHEET"));
	g_autofree char *dates = wording_dates(&paper->event);
	g_autofree char *times = wording_times(paper->event.start_time, paper->event.end_time);
	g_autofree char *when = wording_join((const char *[]){paper->event.kind, dates, times}, 3);
	g_autofree char *where = places_text(paper);
	Writing *writing = paper_writing(paper, document, paper->event.title);
	writing_set_notice(writing,
			   _("Internal document: it holds personal contact details, do not "
			     "pass it on."));
	writing_add_fact(writing, when);
	writing_add_fact(writing, where);
	writing_add_fact(writing, paper->event.partners);
	unsettled_write(paper, writing);
	for (guint i = 0; i < paper->whole->days->n; i++)
		day_write(paper, writing, paper->whole->days->row[i]);
	rooms_write(paper, writing);
	care_write(paper, writing);
	contacts_write(paper, writing);
	return true;
}

const struct paper_making making_run_sheet = {
	.kind = {.name = "run-sheet",
		 .label = N_("Run sheet"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_TEXT | 1 << PAPER_ODT,
		 .traits = PAPER_IN_DAY | PAPER_ANNOUNCED},
	.file_word = file_word,
	.compose = compose,
};
