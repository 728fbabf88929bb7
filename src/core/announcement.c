#include "core/announcement.h"

#include <stdbool.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

#define EVENT   "event"
#define DAY     "day "
#define SESSION "session "

/* ---- writing ------------------------------------------------------------------------------------
 */

static void
key_set(GKeyFile *file, const char *group, const char *key, const char *text)
{
	if (text != NULL)
		g_key_file_set_string(file, group, key, text);
}

static void
speakers_set(GKeyFile *file, const char *group, const char *const *speakers)
{
	if (speakers != NULL && speakers[0] != NULL)
		g_key_file_set_string_list(file, group, "speakers", speakers,
					   g_strv_length((char **)(gsize)speakers));
}

static void
day_write(GKeyFile *file, const struct announced_day *day)
{
	g_autofree char *group = g_strconcat(DAY, day->uid, NULL);
	g_key_file_set_string(file, group, "date", day->date != NULL ? day->date : "");
	key_set(file, group, "welcome", day->welcome);
	key_set(file, group, "start", day->start);
	key_set(file, group, "end", day->end);
	key_set(file, group, "place", day->place);
}

static void
session_write(GKeyFile *file, const struct announced_session *session)
{
	g_autofree char *group = g_strconcat(SESSION, session->uid, NULL);
	g_key_file_set_string(file, group, "title", session->title != NULL ? session->title : "");
	key_set(file, group, "day", session->day);
	key_set(file, group, "start", session->start);
	key_set(file, group, "end", session->end);
	key_set(file, group, "room", session->room);
	speakers_set(file, group, session->speakers);
}

char *
announcement_write(const struct announced_programme *programme)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_key_file_set_string(file, EVENT, "title",
			      programme->title != NULL ? programme->title : "");
	speakers_set(file, EVENT, programme->speakers);
	for (guint i = 0; i < programme->n_days; i++)
		day_write(file, &programme->days[i]);
	for (guint i = 0; i < programme->n_sessions; i++)
		session_write(file, &programme->sessions[i]);
	return g_key_file_to_data(file, NULL, NULL);
}

/* ---- comparing ----------------------------------------------------------------------------------
 */

struct comparison {
	GKeyFile *announced, *now;
	GPtrArray *found;
	bool without_programme; /* nothing was announced but the title and the days */
	announcement_namer namer;
	gpointer user;
};

/* A member of GROUP, "" when it is not there. Caller frees. */
static char *
key_get(GKeyFile *file, const char *group, const char *key)
{
	char *text = g_key_file_get_string(file, group, key, NULL);
	if (text == NULL)
		text = g_strdup("");
	return text;
}

static void
found_add(struct comparison *comparison, const char *field, char *message)
{
	struct announcement_difference *difference = g_new0(struct announcement_difference, 1);
	difference->field = field;
	difference->message = message;
	g_ptr_array_add(comparison->found, difference);
}

static void
difference_free(gpointer pointer)
{
	struct announcement_difference *difference = pointer;
	g_free(difference->message);
	g_free(difference);
}

/* "9h30 – 16h"; "times not fixed" when neither is known. */
static char *
times_words(GKeyFile *file, const char *group)
{
	g_autofree char *start = key_get(file, group, "start");
	g_autofree char *end = key_get(file, group, "end");
	g_autofree char *from = time_text(*start != '\0' ? start : NULL, false);
	g_autofree char *to = time_text(*end != '\0' ? end : NULL, false);
	if (*from == '\0' && *to == '\0')
		return g_strdup(_("without times"));
	return *to == '\0' ? g_strdup(from) : g_strdup_printf("%s – %s", from, to);
}

static char *
day_words(GKeyFile *file, const char *group)
{
	g_autofree char *date = key_get(file, group, "date");
	return *date != '\0' ? date_text(date, DATE_LONG) : g_strdup(_("a day without a date"));
}

static bool
key_same(const struct comparison *comparison, const char *group, const char *key)
{
	g_autofree char *announced = key_get(comparison->announced, group, key);
	g_autofree char *now = key_get(comparison->now, group, key);
	return strcmp(announced, now) == 0;
}

/* ---- speakers -----------------------------------------------------------------------------------
 */

static char **
speakers_get(GKeyFile *file, const char *group)
{
	char **speakers = g_key_file_get_string_list(file, group, "speakers", NULL, NULL);
	if (speakers == NULL)
		speakers = g_new0(char *, 1);
	return speakers;
}

static const char *
speaker_name(const struct comparison *comparison, const char *uid)
{
	const char *name =
		comparison->namer != NULL ? comparison->namer(uid, comparison->user) : NULL;
	return name != NULL ? name : _("somebody who was erased");
}

static bool
has_speakers(GKeyFile *file)
{
	g_auto(GStrv) speakers = speakers_get(file, EVENT);
	return speakers[0] != NULL;
}

static bool
has_sessions(GKeyFile *file)
{
	g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
	for (guint i = 0; groups[i] != NULL; i++)
		if (g_str_has_prefix(groups[i], SESSION))
			return true;
	return false;
}

/* WHERE is "“Opening”" or NULL for the event as a whole. */
static void
speakers_compare(struct comparison *comparison, const char *group, const char *where)
{
	g_auto(GStrv) announced = speakers_get(comparison->announced, group);
	g_auto(GStrv) now = speakers_get(comparison->now, group);
	const char *at = where != NULL ? where : _("The event");
	for (guint i = 0; announced[i] != NULL; i++)
		if (!g_strv_contains((const char *const *)now, announced[i]))
			found_add(comparison, "speakers",
				  g_strdup_printf(_("%s: %s was announced and does not speak any "
						    "more"),
						  at, speaker_name(comparison, announced[i])));
	for (guint i = 0; now[i] != NULL && !comparison->without_programme; i++)
		if (!g_strv_contains((const char *const *)announced, now[i]))
			found_add(comparison, "speakers",
				  g_strdup_printf(_("%s: %s speaks, and is not in the "
						    "announcement"),
						  at, speaker_name(comparison, now[i])));
}

/* ---- days ---------------------------------------------------------------------------------------
 */

static void
day_compare(struct comparison *comparison, const char *group)
{
	g_autofree char *shown = day_words(comparison->now, group);
	if (!key_same(comparison, group, "date")) {
		g_autofree char *was = day_words(comparison->announced, group);
		found_add(comparison, "start_date",
			  g_strdup_printf(_("%s: announced for %s"), shown, was));
	}
	if (!key_same(comparison, group, "start") || !key_same(comparison, group, "end")) {
		g_autofree char *was = times_words(comparison->announced, group);
		g_autofree char *is = times_words(comparison->now, group);
		found_add(comparison, "start_time",
			  g_strdup_printf(_("%s: announced %s, now %s"), shown, was, is));
	}
	if (!key_same(comparison, group, "welcome")) {
		g_autofree char *welcome = key_get(comparison->announced, group, "welcome");
		g_autofree char *was = time_text(*welcome != '\0' ? welcome : NULL, false);
		found_add(comparison, "welcome_time",
			  *was != '\0'
				  ? g_strdup_printf(_("%s: welcome announced at %s"), shown, was)
				  : g_strdup_printf(_("%s: no welcome was announced"), shown));
	}
	if (!key_same(comparison, group, "place")) {
		g_autofree char *was = key_get(comparison->announced, group, "place");
		found_add(comparison, "venue",
			  *was != '\0' ? g_strdup_printf(_("%s: announced at %s"), shown, was)
				       : g_strdup_printf(_("%s: no place was announced"), shown));
	}
}

static void
day_gone(struct comparison *comparison, const char *group)
{
	g_autofree char *shown = day_words(comparison->announced, group);
	found_add(comparison, "start_date",
		  g_strdup_printf(_("%s was announced and is no day of the event any more"),
				  shown));
}

static void
day_new(struct comparison *comparison, const char *group)
{
	g_autofree char *shown = day_words(comparison->now, group);
	found_add(comparison, "start_date",
		  g_strdup_printf(_("%s: not in the announcement"), shown));
}

/* ---- sessions -----------------------------------------------------------------------------------
 */

/* "vendredi 15 janvier 2027, 9h30 – 10h30"; of the SAME_DAY the times alone. */
static char *
session_when(GKeyFile *file, const char *group, bool same_day)
{
	if (same_day)
		return times_words(file, group);
	g_autofree char *day = key_get(file, group, "day");
	g_autofree char *day_group = g_strconcat(DAY, day, NULL);
	g_autofree char *date = day_words(file, day_group);
	g_autofree char *times = times_words(file, group);
	return g_strdup_printf("%s, %s", date, times);
}

static char *
session_words(GKeyFile *file, const char *group)
{
	g_autofree char *title = key_get(file, group, "title");
	return g_strdup_printf(_("“%s”"), title);
}

static void
session_compare(struct comparison *comparison, const char *group)
{
	g_autofree char *shown = session_words(comparison->now, group);
	if (!key_same(comparison, group, "title")) {
		g_autofree char *was = session_words(comparison->announced, group);
		found_add(comparison, "sessions",
			  g_strdup_printf(_("%s was announced as %s"), shown, was));
	}
	if (!key_same(comparison, group, "day") || !key_same(comparison, group, "start") ||
	    !key_same(comparison, group, "end")) {
		bool same_day = key_same(comparison, group, "day");
		g_autofree char *was = session_when(comparison->announced, group, same_day);
		g_autofree char *is = session_when(comparison->now, group, same_day);
		found_add(comparison, "sessions",
			  g_strdup_printf(_("%s: announced %s, now %s"), shown, was, is));
	}
	if (!key_same(comparison, group, "room")) {
		g_autofree char *was = key_get(comparison->announced, group, "room");
		found_add(comparison, "sessions",
			  *was != '\0'
				  ? g_strdup_printf(_("%s: announced in the room %s"), shown, was)
				  : g_strdup_printf(_("%s: no room was announced"), shown));
	}
	speakers_compare(comparison, group, shown);
}

static void
session_gone(struct comparison *comparison, const char *group)
{
	g_autofree char *shown = session_words(comparison->announced, group);
	found_add(comparison, "sessions",
		  g_strdup_printf(_("%s was announced and is not in the programme any more"),
				  shown));
}

static void
session_new(struct comparison *comparison, const char *group)
{
	if (comparison->without_programme)
		return;
	g_autofree char *shown = session_words(comparison->now, group);
	found_add(comparison, "sessions", g_strdup_printf(_("%s: not in the announcement"), shown));
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

struct comparing {
	const char *prefix;
	void (*compare)(struct comparison *comparison, const char *group);
	void (*gone)(struct comparison *comparison, const char *group);
	void (*added)(struct comparison *comparison, const char *group);
};

/* Those of now in their order, then those that are gone. */
static void
groups_compare(struct comparison *comparison, const struct comparing *comparing)
{
	g_auto(GStrv) now = g_key_file_get_groups(comparison->now, NULL);
	g_auto(GStrv) announced = g_key_file_get_groups(comparison->announced, NULL);
	for (guint i = 0; now[i] != NULL; i++)
		if (g_str_has_prefix(now[i], comparing->prefix)) {
			if (g_key_file_has_group(comparison->announced, now[i]))
				comparing->compare(comparison, now[i]);
			else
				comparing->added(comparison, now[i]);
		}
	for (guint i = 0; announced[i] != NULL; i++)
		if (g_str_has_prefix(announced[i], comparing->prefix) &&
		    !g_key_file_has_group(comparison->now, announced[i]))
			comparing->gone(comparison, announced[i]);
}

static void
event_compare(struct comparison *comparison)
{
	if (!key_same(comparison, EVENT, "title")) {
		g_autofree char *was = key_get(comparison->announced, EVENT, "title");
		found_add(comparison, "title",
			  g_strdup_printf(_("The title was announced as “%s”"), was));
	}
	speakers_compare(comparison, EVENT, NULL);
}

GPtrArray *
announcement_differences(const char *announced, const char *now, announcement_namer namer,
			 gpointer user)
{
	static const struct comparing comparings[] = {
		{DAY, day_compare, day_gone, day_new},
		{SESSION, session_compare, session_gone, session_new},
	};
	g_autoptr(GKeyFile) before = g_key_file_new();
	g_autoptr(GKeyFile) after = g_key_file_new();
	struct comparison comparison = {.announced = before,
					.now = after,
					.found = g_ptr_array_new_with_free_func(difference_free),
					.namer = namer,
					.user = user};
	if (g_key_file_load_from_data(before, announced, (gsize)-1, G_KEY_FILE_NONE, NULL) &&
	    g_key_file_load_from_data(after, now, (gsize)-1, G_KEY_FILE_NONE, NULL)) {
		comparison.without_programme = !has_sessions(before) && !has_speakers(before);
		event_compare(&comparison);
		for (gsize i = 0; i < G_N_ELEMENTS(comparings); i++)
			groups_compare(&comparison, &comparings[i]);
	}
	return comparison.found;
}
