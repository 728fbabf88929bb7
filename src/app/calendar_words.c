#include "app/calendar_words.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/place.h"
#include "store/setting.h"

struct calendar_words {
	const struct ical_module *ical;
	GPtrArray *notes;
	GHashTable *zones; /* unknown ones that a note has named */
	GString *summary;
	GString *location;
	GString *description;
	const char *categories[2];
	char *times[24 * 60]; /* by minute, made when first met */
	/* fixed words, looked up once for ten thousand entries */
	const char *postponed;
	const char *first_day;
	const char *last_day;
	const char *online;
	const char *audience;
	const char *hours;
	const char *welcome;
	const char *programme;
	const char *access;
	const char *link;
	const char *deadline;
};

/* ---- who sends ----------------------------------------------------------------------------------
 */

void
calendar_organizer_load(Store *store, struct calendar_organizer *organizer, GPtrArray *notes)
{
	organizer->name = setting_get(store, "centre_name");
	organizer->email = setting_get(store, "organizer_email");
	if (organizer->email != NULL)
		return;
	organizer->email = g_strdup(ORGANIZER_NOBODY);
	if (notes != NULL)
		g_ptr_array_add(
			notes,
			g_strdup(_(
				"no address is set from which invitations come: answers will reach "
				"nobody; set it in Settings (key ,) or with: ateliers setting "
				"set organizer_email=ADDRESS")));
}

void
calendar_organizer_clear(struct calendar_organizer *organizer)
{
	g_free((gpointer)(guintptr)organizer->name);
	g_free((gpointer)(guintptr)organizer->email);
	*organizer = (struct calendar_organizer){0};
}

/* ---- words --------------------------------------------------------------------------------------
 */

CalendarWords *
calendar_words_new(const struct ical_module *ical, GPtrArray *notes)
{
	CalendarWords *words = g_new0(struct calendar_words, 1);
	*words = (struct calendar_words){
		.ical = ical,
		.notes = notes,
		.zones = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.summary = g_string_new(NULL),
		.location = g_string_new(NULL),
		.description = g_string_new(NULL),
		.postponed = _("POSTPONED — "),
		.first_day = _("first day"),
		.last_day = _("last day"),
		.online = _("Online"),
		.audience = _("For: %s"),
		.hours = _("Times: "),
		.welcome = _("Welcome from %s"),
		.programme = _("Programme:"),
		.access = _("Access: %s"),
		.link = _("Online: %s"),
		.deadline = _("Registration until %s"),
	};
	return words;
}

void
calendar_words_free(CalendarWords *words)
{
	if (words == NULL)
		return;
	g_hash_table_destroy(words->zones);
	g_string_free(words->summary, TRUE);
	g_string_free(words->location, TRUE);
	g_string_free(words->description, TRUE);
	for (gsize i = 0; i < G_N_ELEMENTS(words->times); i++)
		g_free(words->times[i]);
	g_free(words);
}

/* ---- title --------------------------------------------------------------------------------------
 */

/* "(1/2)"; of days of which only the first and the last are known, which of them it is. */
static void
append_day_number(const CalendarWords *words, const struct calendar_row *row)
{
	if (row->day_count < 2 || row->last_date != NULL)
		return;
	if (row->days_known != 0)
		g_string_append_printf(words->summary,
				       " (%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ")",
				       row->day_number, row->day_count);
	else if (row->day_number == 1)
		g_string_append_printf(words->summary, " (%s)", words->first_day);
	else if (row->day_number == row->day_count)
		g_string_append_printf(words->summary, " (%s)", words->last_day);
}

static void
summary_write(const CalendarWords *words, const struct calendar_row *row)
{
	GString *summary = words->summary;
	g_string_truncate(summary, 0);
	if (calendar_state(row->status) == CALENDAR_POSTPONED)
		g_string_append(summary, words->postponed);
	if (row->session_title == NULL) {
		g_string_append(summary, row->title);
		append_day_number(words, row);
		return;
	}
	g_string_append(summary, row->session_title);
	g_string_append(summary, " – ");
	g_string_append(summary, row->short_title != NULL ? row->short_title : row->title);
}

/* ---- place --------------------------------------------------------------------------------------
 */

static void
append_part(GString *text, const char *part, const char *between)
{
	if (part == NULL)
		return;
	if (text->len > 0)
		g_string_append(text, between);
	g_string_append(text, part);
}

/* An address or a name that ends with its town has said it, and so has a place of which only the
 * town is known. */
static bool
town_is_said(const struct calendar_row *row)
{
	if (row->town == NULL)
		return false;
	return (row->address != NULL && g_str_has_suffix(row->address, row->town)) ||
	       (row->address == NULL && row->postal_code == NULL &&
		place_says_town(row->venue, row->town)) ||
	       (row->postal_code == NULL && g_strcmp0(row->venue, row->town) == 0);
}

/* "Salle 2, Maison des associations, 12 rue Haute, 34000 Montpellier". */
static void
location_write(const CalendarWords *words, const struct calendar_row *row)
{
	GString *location = words->location;
	g_string_truncate(location, 0);
	append_part(location, row->session_room, ", ");
	append_part(location, row->venue, ", ");
	append_part(location, row->address, ", ");
	if (!town_is_said(row)) {
		append_part(location, row->postal_code, ", ");
		append_part(location, row->town, row->postal_code != NULL ? " " : ", ");
	}
	if (location->len == 0 && g_strcmp0(row->mode, "remote") == 0)
		g_string_append(location, words->online);
}

/* ---- description --------------------------------------------------------------------------------
 */

static void
append_line(GString *text, const char *line)
{
	if (line == NULL)
		return;
	if (text->len > 0)
		g_string_append_c(text, '\n');
	g_string_append(text, line);
}

/* A line of PATTERN, whose "%s" is VALUE; nothing without a value. The pattern is ours. */
static void
append_said(GString *text, const char *pattern, const char *value)
{
	if (value == NULL)
		return;
	const char *hole = strstr(pattern, "%s");
	if (text->len > 0)
		g_string_append_c(text, '\n');
	g_string_append_len(text, pattern, hole - pattern);
	g_string_append(text, value);
	g_string_append(text, hole + 2);
}

/* "9h30". The same few times come back thousands of times. */
static const char *
time_words(CalendarWords *words, const char *time)
{
	int minutes = time != NULL ? time_minutes(time) : -1;
	if (minutes < 0)
		return "";
	if (words->times[minutes] == NULL)
		words->times[minutes] = time_text(time, false);
	return words->times[minutes];
}

/* "9h30–12h", "9h30", or nothing. */
static void
append_span(CalendarWords *words, const char *start, const char *end)
{
	GString *text = words->description;
	const char *from = time_words(words, start), *to = time_words(words, end);
	g_string_append(text, from);
	if (*from != '\0' && *to != '\0')
		g_string_append(text, "–");
	g_string_append(text, to);
}

static void
append_programme_line(CalendarWords *words, const struct calendar_line *line)
{
	GString *text = words->description;
	g_string_append_c(text, '\n');
	gsize before = text->len;
	append_span(words, line->start_time, line->end_time);
	if (text->len > before)
		g_string_append_c(text, ' ');
	g_string_append(text, line->title);
	if (line->room == NULL)
		return;
	g_string_append(text, " (");
	g_string_append(text, line->room);
	g_string_append_c(text, ')');
}

static void
append_programme(CalendarWords *words, const struct calendar_row *row)
{
	GString *text = words->description;
	const char *day = NULL;
	if (row->n_lines == 0)
		return;
	g_string_append(text, text->len > 0 ? "\n\n" : "");
	g_string_append(text, words->programme);
	for (guint i = 0; i < row->n_lines; i++) {
		const struct calendar_line *line = &row->lines[i];
		if (line->date != NULL && g_strcmp0(line->date, day) != 0) {
			g_autofree char *date = date_text(line->date, DATE_LONG);
			append_line(text, date);
			day = line->date;
		}
		append_programme_line(words, line);
	}
	g_string_append_c(text, '\n');
}

/* Times are in the entry itself, unless its zone keeps them out. */
static void
append_hours(CalendarWords *words, const struct calendar_row *row)
{
	if (row->start_time == NULL || words->ical->zone_known(row->time_zone))
		return;
	append_line(words->description, words->hours);
	append_span(words, row->start_time, row->end_time);
	g_string_append(words->description, " (");
	g_string_append(words->description, row->time_zone);
	g_string_append_c(words->description, ')');
}

static void
append_practical(const CalendarWords *words, const struct calendar_row *row)
{
	GString *text = words->description;
	append_said(text, words->access, row->access);
	append_said(text, words->link, row->online_link);
	if (row->registration_deadline == NULL)
		return;
	g_autofree char *day = date_text(row->registration_deadline, DATE_LONG);
	append_said(text, words->deadline, day);
}

static void
description_write(CalendarWords *words, const struct calendar_row *row)
{
	GString *text = words->description;
	g_string_truncate(text, 0);
	if (row->session_title != NULL) {
		append_line(text, row->title);
		append_hours(words, row);
		append_line(text, row->session_description);
	} else {
		append_line(text, row->kind);
		append_said(text, words->audience, row->audience);
		append_hours(words, row);
		if (row->welcome_time != NULL)
			append_said(text, words->welcome, time_words(words, row->welcome_time));
		append_programme(words, row);
	}
	append_practical(words, row);
	if (text->len > 0 && text->str[text->len - 1] == '\n')
		g_string_truncate(text, text->len - 1);
}

/* ---- items --------------------------------------------------------------------------------------
 */

static void
zone_note(CalendarWords *words, const struct calendar_row *row)
{
	if (words->notes == NULL || g_hash_table_contains(words->zones, row->time_zone))
		return;
	g_hash_table_add(words->zones, g_strdup(row->time_zone));
	g_ptr_array_add(words->notes,
			g_strdup_printf(_("“%s”: calendars do not know the time zone “%s” here, so "
					  "its entry is a whole day with the times in words"),
					row->title, row->time_zone));
}

static void
item_set_times(CalendarWords *words, const struct calendar_row *row, struct calendar_item *item)
{
	if (row->start_time == NULL)
		return;
	if (!words->ical->zone_known(row->time_zone)) {
		zone_note(words, row);
		return;
	}
	item->start_time = row->start_time;
	item->end_time = row->end_time;
	item->zone = row->time_zone;
}

void
calendar_words_item(CalendarWords *words, const struct calendar_row *row,
		    struct calendar_item *item)
{
	enum calendar_state state = calendar_state(row->status);
	summary_write(words, row);
	location_write(words, row);
	description_write(words, row);
	words->categories[0] = row->kind;
	*item = (struct calendar_item){
		.uid = row->uid,
		.parent_uid = row->parent_uid,
		.sequence = (int)CLAMP(row->sequence, 0, G_MAXINT),
		.created_at = row->created_at,
		.stamped_at = row->stamped_at,
		.first_day = row->date,
		.last_day = row->last_date,
		.summary = words->summary->str,
		.description = words->description->len > 0 ? words->description->str : NULL,
		.location = words->location->len > 0 ? words->location->str : NULL,
		.url = row->online_link,
		.categories = words->categories,
		.cancelled = state == CALENDAR_CANCELLED,
		.tentative = state == CALENDAR_PLANNED || state == CALENDAR_POSTPONED,
	};
	item_set_times(words, row, item);
}
