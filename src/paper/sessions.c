#include "paper/sessions.h"

#include <string.h>

#include "base/i18n.h"
#include "core/naming.h"
#include "core/status.h"

/* More than these beside each other would be columns of single words. */
#define MOST_ABREAST 3
/* Six columns are three pairs and two threes. */
#define COLUMNS 6

GPtrArray *
sessions_of_day(const struct paper *paper, gint64 day_id)
{
	GPtrArray *sessions = g_ptr_array_new();
	const Rows *rows = paper->whole->sessions;
	for (guint i = 0; i < rows->n; i++)
		if (((const struct session *)rows->row[i])->day_id == day_id)
			g_ptr_array_add(sessions, rows->row[i]);
	return sessions;
}

static bool
is_side_by_side(const struct session *one, const struct session *other)
{
	if (one->start_time == NULL || g_strcmp0(one->start_time, other->start_time) != 0)
		return false;
	if (one->parallel_group != NULL &&
	    g_strcmp0(one->parallel_group, other->parallel_group) == 0)
		return true;
	return g_strcmp0(one->end_time, other->end_time) == 0 &&
	       code_is(&code_session_kinds, one->kind, CODE_SPEAKS) &&
	       code_is(&code_session_kinds, other->kind, CODE_SPEAKS);
}

guint
sessions_side_by_side(const GPtrArray *sessions, guint first)
{
	guint end = first + 1;
	while (end < sessions->len && is_side_by_side(sessions->pdata[first], sessions->pdata[end]))
		end++;
	return end - first;
}

/* ---- who speaks ---------------------------------------------------------------------------------
 */

/* "Zoé Élan (animateur·rice), cheffe de projet, Ville de Sète – sous réserve". */
static char *
speaker_text(struct paper *paper, const struct speaker *speaker)
{
	g_autofree struct paper_person *line = paper_speaker(paper, speaker);
	const struct document_person *shown = &line->shown;
	g_autofree char *name = name_shown(shown->first_name, shown->last_name);
	g_autoptr(GString) text = g_string_new(name);
	if (strcmp(speaker->role, "speaker") != 0)
		g_string_append_printf(text, " (%s)",
				       code_label(&code_speaker_roles, speaker->role));
	if (shown->function != NULL)
		g_string_append_printf(text, ", %s", shown->function);
	if (shown->organisation != NULL)
		g_string_append_printf(text, ", %s", shown->organisation);
	if (!code_is(&code_speaker_states, speaker->state, CODE_COUNTED))
		g_string_append_printf(text, " – %s", _("to be confirmed"));
	return g_strdup(text->str);
}

char *
sessions_speakers(struct paper *paper, gint64 session_id)
{
	const Rows *rows = paper->whole->speakers;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct speaker *speaker = rows->row[i];
		if (speaker->session_id != session_id ||
		    !code_is(&code_speaker_states, speaker->state, CODE_LIVE) ||
		    rows_find(paper->whole->people, speaker->person_id) == NULL)
			continue;
		g_autofree char *one = speaker_text(paper, speaker);
		g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", one);
	}
	return text->len > 0 ? g_strdup(text->str) : NULL;
}

const char *
sessions_room(const struct paper *paper, const struct session *session)
{
	const struct room *room = rows_find(paper->whole->rooms, session->room_id);
	return room != NULL ? room->name : NULL;
}

/* ---- schedule -----------------------------------------------------------------------------------
 */

/* What stands under the title: room, speakers, description. */
static char *
session_text(struct paper *paper, const struct session *session, bool full)
{
	g_autofree char *speakers = full ? sessions_speakers(paper, session->id) : NULL;
	const char *const parts[] = {sessions_room(paper, session), speakers,
				     full ? session->description : NULL};
	g_autoptr(GString) text = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i] != NULL)
			g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", parts[i]);
	return g_strdup(text->str);
}

static void
session_put(struct paper *paper, Writing *writing, struct writing_table *table,
	    const struct session *session, bool full, guint span)
{
	g_autofree char *text = session_text(paper, session, full);
	writing_cell(writing, table, session->title, text, span);
}

static void
row_begin(Writing *writing, struct writing_table *table, const struct session *session)
{
	g_autofree char *times = wording_times(session->start_time, session->end_time);
	writing_row(table);
	writing_cell(writing, table, NULL, times, 1);
}

static void
abreast_put(struct paper *paper, Writing *writing, struct writing_table *table,
	    const GPtrArray *sessions, guint first, guint n, bool full)
{
	row_begin(writing, table, sessions->pdata[first]);
	for (guint i = 0; i < n; i++)
		session_put(paper, writing, table, sessions->pdata[first + i], full, COLUMNS / n);
}

/* So many that they stand under each other, behind a line that says that they are a choice. */
static void
stacked_put(struct paper *paper, Writing *writing, struct writing_table *table,
	    const GPtrArray *sessions, guint first, guint n, bool full)
{
	row_begin(writing, table, sessions->pdata[first]);
	writing_cell(writing, table, _("At the same time, one to choose"), NULL, COLUMNS);
	for (guint i = 0; i < n; i++) {
		row_begin(writing, table, sessions->pdata[first + i]);
		session_put(paper, writing, table, sessions->pdata[first + i], full, COLUMNS);
	}
}

void
sessions_schedule(struct paper *paper, Writing *writing, const GPtrArray *sessions, bool full)
{
	struct writing_column columns[COLUMNS + 1] = {{.share = 33}};
	if (sessions->len == 0)
		return;
	for (guint i = 1; i <= COLUMNS; i++)
		columns[i].share = 25;
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	table->schedule = true;
	for (guint i = 0, n; i < sessions->len; i += n) {
		n = sessions_side_by_side(sessions, i);
		if (n > MOST_ABREAST)
			stacked_put(paper, writing, table, sessions, i, n, full);
		else
			abreast_put(paper, writing, table, sessions, i, n, full);
	}
}
