/* Who of the attendees somebody in the log is. */
#include <string.h>

#include "app/event_whole.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/likeness.h"
#include "core/naming.h"
#include "core/presence.h"
#include "core/status.h"
#include "intake/import_connections_private.h"
#include "intake/import_private.h"
#include "store/event_rows.h"
#include "store/setting.h"

/* What those who are registered for one event have in common, like colleagues their organisation:
 * within it a name alone says who somebody is. */
#define EVENT_KEY "event"

/* An attendee by letters: the name in both orders, and its parts. */
struct letters {
	gint64 id;
	char *forward, *backward, *first, *last;
	char *email; /* key, or NULL */
};

struct matching {
	MatchIndex *index;  /* for names that are compatible */
	GPtrArray *letters; /* struct letters */
};

static void
letters_free(gpointer pointer)
{
	struct letters *letters = pointer;
	g_free(letters->forward);
	g_free(letters->backward);
	g_free(letters->first);
	g_free(letters->last);
	g_free(letters->email);
	g_free(letters);
}

static void
matching_add(struct matching *matching, const struct attendee *attendee)
{
	struct letters *letters = g_new0(struct letters, 1);
	letters->id = attendee->id;
	letters->first = text_search_key(attendee->first_name);
	letters->last = text_search_key(attendee->last_name);
	letters->forward = g_strconcat(letters->first, letters->last, NULL);
	letters->backward = g_strconcat(letters->last, letters->first, NULL);
	letters->email = text_email_key(attendee->email);
	g_ptr_array_add(matching->letters, letters);
	struct match_person known = {
		.id = attendee->id,
		.last_name = attendee->last_name,
		.first_name = attendee->first_name,
		.email_key = letters->email,
		.organisation_key = EVENT_KEY,
	};
	match_index_add(matching->index, &known);
}

/* ---- who it is ----------------------------------------------------------------------------------
 */

/* Attendees that answer: the first, and how many. */
struct found {
	const struct letters *first;
	guint n;
};

static void
found_add(struct found *found, const struct letters *letters)
{
	if (found->first == letters)
		return;
	found->n++;
	if (found->first == NULL)
		found->first = letters;
}

typedef bool (*letters_test)(const struct letters *letters, const char *key);

static bool
is_called(const struct letters *letters, const char *key)
{
	return strcmp(letters->forward, key) == 0 || strcmp(letters->backward, key) == 0;
}

static bool
has_part(const struct letters *letters, const char *key)
{
	return strcmp(letters->first, key) == 0 || strcmp(letters->last, key) == 0;
}

static bool
has_address(const struct letters *letters, const char *key)
{
	return g_strcmp0(letters->email, key) == 0;
}

/* One slip in a name of six letters, two in one of twelve. */
static bool
is_nearly(const struct letters *letters, const char *key)
{
	gsize size = strlen(key);
	guint limit = size >= 12 ? 2 : size >= 6 ? 1 : 0;
	return limit > 0 && (likeness_edits(letters->forward, key, limit) <= limit ||
			     likeness_edits(letters->backward, key, limit) <= limit);
}

static void
found_by(const struct matching *matching, letters_test test, const char *key, struct found *found)
{
	for (guint i = 0; *key != '\0' && i < matching->letters->len; i++)
		if (test(matching->letters->pdata[i], key))
			found_add(found, matching->letters->pdata[i]);
}

static struct found
found_by_names(const struct matching *matching, letters_test test, char *const *names)
{
	struct found found = {NULL, 0};
	for (; *names != NULL; names++) {
		g_autofree char *key = text_search_key(*names);
		found_by(matching, test, key, &found);
	}
	return found;
}

static const struct letters *
letters_of(const struct matching *matching, gint64 id)
{
	for (guint i = 0; i < matching->letters->len; i++) {
		const struct letters *letters = matching->letters->pdata[i];
		if (letters->id == id)
			return letters;
	}
	return NULL;
}

/* Compatible names ("J. Le Goff"); EMAIL_KEY is one that attendees have, or NULL. */
static struct found
found_compatible(const struct matching *matching, char *const *names, const char *email_key,
		 enum match_outcome least)
{
	struct found found = {NULL, 0};
	for (; *names != NULL; names++) {
		g_autoptr(NameParts) parts = name_read(*names, email_key);
		if (parts == NULL)
			continue;
		struct match_person person = {
			.last_name = parts->last_name,
			.first_name = parts->first_name,
			.email_key = email_key,
			.organisation_key = EVENT_KEY,
		};
		struct match_answer answer = match_index_find(matching->index, &person);
		const struct letters *letters =
			answer.outcome >= least ? letters_of(matching, answer.id) : NULL;
		if (letters != NULL)
			found_add(&found, letters);
	}
	return found;
}

static bool
doubtful(struct connected_group *group, const struct letters *letters, const char *why)
{
	group->outcome = MATCH_DOUBTFUL;
	group->attendee_id = letters->id;
	group->why = why;
	return true;
}

static bool
same(struct connected_group *group, const struct letters *letters)
{
	group->outcome = MATCH_SAME;
	group->attendee_id = letters->id;
	return true;
}

/* Of several with one name the address tells which. */
static bool
match_by_name(const struct matching *matching, struct connected_group *group, char *const *names,
	      const char *email_key)
{
	struct found called = found_by_names(matching, is_called, names);
	if (called.n == 1)
		return same(group, called.first);
	for (guint i = 0; called.n > 1 && email_key != NULL && i < matching->letters->len; i++) {
		const struct letters *letters = matching->letters->pdata[i];
		struct found namesake = {NULL, 0};
		for (guint j = 0; names[j] != NULL; j++) {
			g_autofree char *key = text_search_key(names[j]);
			if (is_called(letters, key) && has_address(letters, email_key))
				found_add(&namesake, letters);
		}
		if (namesake.n == 1)
			return same(group, letters);
	}
	return called.n > 1 &&
	       doubtful(group, called.first, N_("several attendees have this name"));
}

/* A single word is what a device or an account is called, not a person. */
static bool
match_by_address(const struct matching *matching, struct connected_group *group, char *const *names,
		 const char *email_key)
{
	struct found addressed = {NULL, 0};
	found_by(matching, has_address, email_key, &addressed);
	if (addressed.n == 0)
		return false;
	struct found compatible = found_compatible(matching, names, email_key, MATCH_SAME);
	if (compatible.n == 1)
		return same(group, compatible.first);
	if (addressed.n == 1 && strchr(group->name, ' ') == NULL)
		return same(group, addressed.first);
	return doubtful(group, addressed.first, N_("the same address under another name"));
}

static bool
match_nearly(const struct matching *matching, struct connected_group *group, char *const *names)
{
	struct found near = found_compatible(matching, names, NULL, MATCH_DOUBTFUL);
	if (near.n == 0)
		near = found_by_names(matching, is_nearly, names);
	if (near.n > 0)
		return doubtful(group, near.first, N_("nearly the same name"));
	near = found_by_names(matching, has_part, names);
	return near.n > 0 && doubtful(group, near.first, N_("a part of the name alone"));
}

static void
group_match(const struct matching *matching, struct connected_group *group)
{
	g_auto(GStrv) names = connection_names(group->name);
	g_autofree char *email_key = text_email_key(group->email);
	group->outcome = MATCH_DIFFERENT;
	if (!match_by_name(matching, group, names, email_key) &&
	    (email_key == NULL || !match_by_address(matching, group, names, email_key)))
		match_nearly(matching, group, names);
}

/* ---- attendees ----------------------------------------------------------------------------------
 */

static void
known_add(ConnectionsPlan *plan, const struct attendee *attendee)
{
	struct connected_known *known = g_new0(struct connected_known, 1);
	guint n = plan->half_days->len;
	known->id = attendee->id;
	known->words =
		person_words(attendee->first_name, attendee->last_name, attendee->organisation);
	known->number = g_strdup(attendee->number);
	known->status = code_find(&code_attendee_statuses, attendee->status)->code;
	known->states = g_new0(const char *, n + 1);
	known->logged = g_new0(bool, n + 1);
	g_hash_table_insert(plan->work->attendees, &known->id, known);
}

static int
half_day_place(const ConnectionsPlan *plan, gint64 id)
{
	for (guint i = 0; i < plan->half_days->len; i++)
		if (((struct connected_half_day *)plan->half_days->pdata[i])->id == id)
			return (int)i;
	return -1;
}

/* The marks of one attendee for one half-day. */
static void
marks_take(ConnectionsPlan *plan, const GPtrArray *marks, guint from, guint end)
{
	const struct presence_mark *first = marks->pdata[from];
	struct connected_known *known =
		g_hash_table_lookup(plan->work->attendees, &first->attendee_id);
	int place = half_day_place(plan, first->half_day_id);
	if (known == NULL || place < 0)
		return;
	const char *state = event_marks_state(marks, from, end);
	known->states[place] = code_find(&code_presence_states, state)->code;
	const struct presence_mark *const *run =
		(const struct presence_mark *const *)(void *)(marks->pdata + from);
	for (guint i = 0; i < end - from; i++)
		known->logged[place] |= g_strcmp0(run[i]->origin, "remote") == 0 &&
					run[i]->retracts == NULL &&
					presence_mark_stands(run[i], run, end - from);
}

bool
connections_match(Store *store, ConnectionsPlan *plan, GError **error)
{
	g_autoptr(Rows) attendees = event_rows(store, &entity_attendee, plan->event_id, error);
	g_autoptr(Rows) rows =
		attendees != NULL ? event_rows(store, &entity_presence_mark, plan->event_id, error)
				  : NULL;
	if (rows == NULL)
		return false;
	g_autoptr(MatchIndex) index = match_index_new();
	g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func(letters_free);
	struct matching matching = {index, letters};
	for (guint i = 0; i < attendees->n; i++) {
		known_add(plan, attendees->row[i]);
		matching_add(&matching, attendees->row[i]);
	}
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		end = event_marks_run(marks, from);
		marks_take(plan, marks, from, end);
	}
	g_autofree char *centre = setting_get(store, "organizer_email");
	g_autofree char *centre_key = text_email_key(centre);
	for (guint i = 0; i < plan->work->groups->len; i++) {
		struct connected_group *group = group_at(plan, i);
		g_autofree char *email_key = text_email_key(group->email);
		group_match(&matching, group);
		group->host |= email_key != NULL && g_strcmp0(email_key, centre_key) == 0;
	}
	return true;
}
