#include "app/task.h"

#include <string.h>

#include "app/checklist.h"
#include "app/presence.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/task_rows.h"

#define DAYS_OF_WEEK 7

/* ---- words --------------------------------------------------------------------------------------
 */

/* The person or the organisation that it is about, or NULL. */
static char *
task_subject(Store *store, const struct task *task)
{
	char *name = NULL;
	struct person *person = task->person_id != 0
					? store_get(store, &entity_person, task->person_id, NULL)
					: NULL;
	struct organisation *body =
		task->organisation_id != 0
			? store_get(store, &entity_organisation, task->organisation_id, NULL)
			: NULL;
	if (person != NULL)
		name = name_shown(person->first_name, person->last_name);
	else if (body != NULL)
		name = g_strdup(body->name);
	entity_free(&entity_person, person);
	entity_free(&entity_organisation, body);
	return name;
}

char *
task_name(Store *store, const struct task *task)
{
	if (task->title != NULL)
		return g_strdup(task->title);
	const char *kind = code_label(&code_task_kinds, task->kind);
	g_autofree char *subject = task_subject(store, task);
	return subject != NULL ? g_strdup_printf(_("%s: %s"), kind, subject) : g_strdup(kind);
}

char *
task_age_text(const struct task *task, const char *last_day, const char *today)
{
	if (task->done_on != NULL) {
		g_autofree char *day = date_text(task->done_on, DATE_NUMERIC);
		return g_strdup_printf(_("done on %s"), day);
	}
	if (task_state(task, today) == TASK_LATE) {
		int days = date_number(today) - date_number(task->due_on);
		return g_strdup_printf(i18n_count("late by %d day", "late by %d days", days), days);
	}
	int days = date_number(today) - date_number(task_since(task, last_day));
	if (days <= 0)
		return g_strdup("");
	return g_strdup_printf(i18n_count("awaited for %d day", "awaited for %d days", days), days);
}

/* ---- the event ----------------------------------------------------------------------------------
 */

const char *
event_last_day(const struct event *event)
{
	return event->end_date != NULL ? event->end_date : event->start_date;
}

/* A date known to the month is past when its month is. */
bool
event_is_over(const struct event *event, const char *today)
{
	const char *last = event_last_day(event);
	if (code_is(&code_event_statuses, event->status, CODE_COUNTED))
		return true;
	return code_is(&code_event_statuses, event->status, CODE_LIVE) && last != NULL &&
	       strncmp(today, last, strlen(last)) > 0;
}

/* ---- proposing ----------------------------------------------------------------------------------
 */

struct proposing {
	Store *store;
	struct event *event;
	Rows *tasks; /* that are on the list already */
	char today[11];
	gint64 position;
	guint made;
};

/* A line with a title is that thing alone; another is whatever is of its kind. */
static bool
is_listed(const struct proposing *proposing, const struct task_line *line, gint64 person_id)
{
	for (guint i = 0; i < proposing->tasks->n; i++) {
		const struct task *task = proposing->tasks->row[i];
		if (strcmp(task->kind, line->kind) == 0 &&
		    (line->title == NULL || g_strcmp0(task->title, line->title) == 0) &&
		    (person_id == 0 || task->person_id == person_id))
			return true;
	}
	return false;
}

static bool
line_add(struct proposing *proposing, const struct task_line *line, gint64 person_id,
	 GError **error)
{
	if (is_listed(proposing, line, person_id))
		return true;
	struct task *task = entity_new(&entity_task);
	task->event_id = proposing->event->id;
	task->person_id = person_id;
	task->days_before = line->days_before;
	task->days_after = line->days_after;
	task->position = proposing->position++;
	text_set(&task->kind, line->kind);
	text_set(&task->title, line->title);
	text_set(&task->owner, line->owner != NULL ? line->owner : proposing->event->officer);
	text_set(&task->created_on, proposing->today);
	bool done = store_insert(proposing->store, &entity_task, task, error);
	proposing->made += done ? 1 : 0;
	entity_free(&entity_task, task);
	return done;
}

/* Whoever was marked as anything but there has shown nothing. */
static bool
has_spoken(const struct speaker *speaker, const Rows *attendees, GHashTable *presences)
{
	if (!code_is(&code_speaker_states, speaker->state, CODE_LIVE))
		return false;
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		const struct presence_summary *summary =
			attendee->person_id == speaker->person_id
				? g_hash_table_lookup(presences, &attendee->id)
				: NULL;
		if (summary != NULL && strcmp(summary->state, "unknown") != 0)
			return code_is(&code_presence_states, summary->state, CODE_COUNTED);
	}
	return true;
}

Rows *
event_spoke(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(GHashTable) presences = event_presences(store, event_id, error);
	g_autoptr(Rows) attendees =
		presences != NULL ? store_of(store, &entity_attendee, "event_id", event_id, error)
				  : NULL;
	Rows *speakers = attendees != NULL
				 ? store_of(store, &entity_speaker, "event_id", event_id, error)
				 : NULL;
	guint kept = 0;
	for (guint i = 0; speakers != NULL && i < speakers->n; i++) {
		if (has_spoken(speakers->row[i], attendees, presences))
			speakers->row[kept++] = speakers->row[i];
		else
			entity_free(&entity_speaker, speakers->row[i]);
	}
	if (speakers != NULL)
		speakers->n = kept;
	return speakers;
}

static bool
is_among(const Rows *speakers, gint64 person_id)
{
	for (guint i = 0; i < speakers->n; i++)
		if (((const struct speaker *)speakers->row[i])->person_id == person_id)
			return true;
	return false;
}

static bool
has_spoken_unlisted(const struct attendee *attendee, const Rows *speakers, GHashTable *presences)
{
	const struct presence_summary *summary = g_hash_table_lookup(presences, &attendee->id);
	bool unknown = summary == NULL || strcmp(summary->state, "unknown") == 0;
	return code_is(&code_attendee_parts, attendee->part, CODE_SPEAKS) &&
	       code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED) &&
	       !is_among(speakers, attendee->person_id) &&
	       (unknown || code_is(&code_presence_states, summary->state, CODE_COUNTED));
}

Rows *
event_spoke_unlisted(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(GHashTable) presences = event_presences(store, event_id, error);
	g_autoptr(Rows) speakers =
		presences != NULL ? store_of(store, &entity_speaker, "event_id", event_id, error)
				  : NULL;
	Rows *attendees = speakers != NULL
				  ? store_of(store, &entity_attendee, "event_id", event_id, error)
				  : NULL;
	guint kept = 0;
	for (guint i = 0; attendees != NULL && i < attendees->n; i++) {
		if (has_spoken_unlisted(attendees->row[i], speakers, presences))
			attendees->row[kept++] = attendees->row[i];
		else
			entity_free(&entity_attendee, attendees->row[i]);
	}
	if (attendees != NULL)
		attendees->n = kept;
	return attendees;
}

/* Somebody who speaks twice gives their slides once. */
static bool
speakers_add(struct proposing *proposing, const struct task_line *line, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	g_autoptr(Rows) speakers = event_spoke(proposing->store, proposing->event->id, error);
	bool done = speakers != NULL;
	for (guint i = 0; done && i < speakers->n; i++) {
		struct speaker *speaker = speakers->row[i];
		if (code_is(&code_speaker_roles, speaker->role, CODE_SHOWS) &&
		    g_hash_table_add(seen, &speaker->person_id))
			done = line_add(proposing, line, speaker->person_id, error);
	}
	return done;
}

/* An event that says nothing of proof gives certificates to whoever asks: they are on the list. */
static bool
line_concerns(const struct task_line *line, const struct event *event)
{
	bool decides = event->quorum > 0;
	if (line->events != TASK_OF_ALL && (line->events == TASK_OF_MEETINGS) != decides)
		return false;
	return !line->of_proof || g_strcmp0(event->proof_mode, "none") != 0;
}

static bool
lines_add(struct proposing *proposing, const struct task_line *lines, guint n, GError **error)
{
	bool done = true;
	for (guint i = 0; done && i < n; i++) {
		if (!line_concerns(&lines[i], proposing->event))
			continue;
		done = lines[i].each_speaker ? speakers_add(proposing, &lines[i], error)
					     : line_add(proposing, &lines[i], 0, error);
	}
	return done;
}

bool
task_add_lines(Store *store, gint64 event_id, const struct task_line *lines, guint n, guint *made,
	       GError **error)
{
	struct proposing proposing = {.store = store};
	store_today(store, proposing.today);
	proposing.event = store_get(store, &entity_event, event_id, error);
	proposing.tasks = proposing.event != NULL
				  ? store_of(store, &entity_task, "event_id", event_id, error)
				  : NULL;
	bool done = proposing.tasks != NULL;
	proposing.position = done ? proposing.tasks->n : 0;
	done = done && lines_add(&proposing, lines, n, error);
	*made = proposing.made;
	rows_free(proposing.tasks);
	entity_free(&entity_event, proposing.event);
	return done;
}

/* What comes before an event is not proposed once it is over; what its speakers give, not before.
 */
static bool
line_is_ahead(const struct task_line *line, bool over)
{
	if (over)
		return line->days_before == MISSING;
	return !line->each_speaker || line->days_after == MISSING;
}

static bool
stands(const struct event *event, GError **error)
{
	return code_is(&code_event_statuses, event->status, CODE_LIVE) ||
	       fail(error, ERROR_INVALID,
		    _("“%s” does not stand (%s): nothing is usually to be done for it"),
		    event->title, code_label(&code_event_statuses, event->status));
}

bool
task_propose(Store *store, gint64 event_id, guint *made, GError **error)
{
	char today[11];
	store_today(store, today);
	*made = 0;
	struct event *event = store_get(store, &entity_event, event_id, error);
	if (event == NULL)
		return false;
	bool over = event_is_over(event, today);
	g_autoptr(Checklist) list =
		stands(event, error) ? checklist_of_kind(store, event->kind_id, error) : NULL;
	entity_free(&entity_event, event);
	if (list == NULL)
		return false;
	guint kept = 0;
	for (guint i = 0; i < list->lines->len; i++) {
		const struct task_line line = g_array_index(list->lines, struct task_line, i);
		if (line_is_ahead(&line, over))
			g_array_index(list->lines, struct task_line, kept++) = line;
	}
	gconstpointer lines = list->lines->data;
	return task_add_lines(store, event_id, lines, kept, made, error);
}

/* ---- done, and to be done -----------------------------------------------------------------------
 */

bool
task_set_done(Store *store, gint64 task_id, bool done, GError **error)
{
	char today[11];
	store_today(store, today);
	struct task *task = store_get(store, &entity_task, task_id, error);
	if (task == NULL)
		return false;
	bool was = task->done_on != NULL;
	if (was != done)
		text_set(&task->done_on, done ? today : NULL);
	bool written = store_update(store, &entity_task, task, error);
	entity_free(&entity_task, task);
	return written;
}

struct due_collecting {
	const char *today;
	struct task_counts counts;
	bool several; /* events */
	GHashTable *ids;
	GArray *first; /* NULL: nobody asks which they are */
	guint n_first;
};

static void
due_take(gint64 task_id, gint64 event_id, const char *due_on, const char *status, gpointer user)
{
	struct due_collecting *collecting = user;
	struct task_counts *counts = &collecting->counts;
	if (!code_is(&code_event_statuses, status, CODE_LIVE))
		return;
	collecting->several |= counts->event_id != 0 && counts->event_id != event_id;
	counts->event_id = event_id;
	if (strcmp(due_on, collecting->today) < 0)
		counts->late++;
	else
		counts->this_week++;
	g_hash_table_add(collecting->ids, g_memdup2(&task_id, sizeof task_id));
	if (collecting->first != NULL && collecting->first->len < collecting->n_first)
		g_array_append_val(collecting->first, task_id);
}

static bool
due_collect(Store *store, struct due_collecting *collecting, GError **error)
{
	char today[11], before[11];
	store_today(store, today);
	date_from_number(date_number(today) + DAYS_OF_WEEK, before);
	collecting->today = today;
	collecting->ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	return task_rows_due(store, before, due_take, collecting, error);
}

bool
task_count(Store *store, struct task_counts *counts, GError **error)
{
	return task_first(store, 0, counts, NULL, error);
}

bool
task_first(Store *store, guint n, struct task_counts *counts, GArray *ids, GError **error)
{
	struct due_collecting collecting = {.first = ids, .n_first = n};
	bool done = due_collect(store, &collecting, error);
	g_hash_table_destroy(collecting.ids);
	*counts = collecting.counts;
	if (collecting.several)
		counts->event_id = 0;
	return done;
}

GHashTable *
tasks_due(Store *store, GError **error)
{
	struct due_collecting collecting = {.several = false};
	if (!due_collect(store, &collecting, error))
		g_clear_pointer(&collecting.ids, g_hash_table_destroy);
	return collecting.ids;
}
