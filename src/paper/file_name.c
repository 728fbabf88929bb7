/* What a paper is, as a part of its file's name: two papers never take each other's place. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/programme.h"
#include "paper/paper.h"

/* Of a title, so that what tells it from others is not cut off. */
#define TITLE_BYTES 60
#define PLACE_BYTES 30

/* ---- of a session -------------------------------------------------------------------------------
 */

static bool
title_is_shared(const struct paper *paper, const char *title)
{
	for (guint i = 0; i < paper->whole->sessions->n; i++) {
		const struct session *other = paper->whole->sessions->row[i];
		g_autofree char *safe = text_file_name(other->title, TITLE_BYTES);
		if (other != paper->session && strcmp(safe, title) == 0)
			return true;
	}
	return false;
}

/* "12-10 14h00 Salle A". */
static char *
session_when_and_where(const struct paper *paper)
{
	const struct session *session = paper->session;
	const struct event_day *day = rows_find(paper->whole->days, session->day_id);
	const struct room *room = rows_find(paper->whole->rooms, session->room_id);
	g_autofree char *safe = room != NULL ? text_file_name(room->name, PLACE_BYTES) : NULL;
	GString *words = g_string_new(NULL);
	if (day != NULL && day->date != NULL && strlen(day->date) == 10)
		g_string_append_printf(words, " %s", day->date + strlen("2026-"));
	if (session->start_time != NULL)
		g_string_append_printf(words, " %.2sh%s", session->start_time,
				       session->start_time + strlen("09:"));
	if (safe != NULL)
		g_string_append_printf(words, " %s", safe);
	return g_string_free(words, FALSE);
}

static char *
session_words(const struct paper *paper)
{
	if (paper->session == NULL)
		return g_strdup("");
	g_autofree char *title = text_file_name(paper->session->title, TITLE_BYTES);
	if (!title_is_shared(paper, title))
		return g_strdup_printf(" %s", paper->session->title);
	g_autofree char *where = session_when_and_where(paper);
	return g_strdup_printf(" %s%s", title, where);
}

/* ---- of people ----------------------------------------------------------------------------------
 */

/* The name of the one it is for; of several, that they were chosen. */
static char *
people_words(const struct paper *paper, bool changed)
{
	const struct paper_choice *choice = paper->choice;
	if (paper->making->digest_line == NULL)
		return g_strdup("");
	if (choice->n_to == 1 && paper->attendees->len == 1) {
		const struct paper_person *person = paper->attendees->pdata[0];
		g_autofree char *name =
			name_shown(person->shown.first_name, person->shown.last_name);
		return g_strdup_printf(" %s %s", person->shown.number, name);
	}
	if (choice->n_to > 0)
		return g_strdup(C_("file", " chosen"));
	if (changed && paper->attendees->len == 0)
		return g_strdup(C_("file", " blank"));
	return g_strdup(changed ? C_("file", " changed") : "");
}

char *
paper_file_words(const struct paper *paper, bool changed)
{
	const char *shared = paper->choice->shared ? C_("file", " for sharing") : "";
	g_autofree char *session = session_words(paper);
	g_autofree char *people = people_words(paper, changed);
	return g_strconcat(paper->making->file_word(paper), shared, session, people, NULL);
}
