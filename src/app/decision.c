#include "app/decision.h"

#include <string.h>

#include "app/presence.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/naming.h"
#include "core/status.h"

/* ---- who was there ------------------------------------------------------------------------------
 */

static void
member_clear(gpointer pointer)
{
	struct meeting_member *member = pointer;
	g_free(member->name);
	g_free(member->function);
	g_free(member->organisation);
	g_free(member->represented_by);
}

void
meeting_free(Meeting *meeting)
{
	if (meeting == NULL)
		return;
	entity_free(&entity_event, meeting->event);
	rows_free(meeting->decisions);
	g_array_unref(meeting->members);
	g_free(meeting);
}

static void
member_count(Meeting *meeting, const char *state)
{
	meeting->voices += code_is(&code_presence_states, state, CODE_VOTES) ? 1 : 0;
	meeting->present += strcmp(state, "present") == 0 ? 1 : 0;
	meeting->represented += strcmp(state, "represented") == 0 ? 1 : 0;
	meeting->excused += strcmp(state, "excused") == 0 ? 1 : 0;
	meeting->absent += strcmp(state, "absent") == 0 ? 1 : 0;
}

/* Whoever came at the door in the place of a member is that member's voice, not one more. */
static GHashTable *
substitutes_of(GHashTable *presences)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer value;
	g_hash_table_iter_init(&iter, presences);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct presence_summary *summary = value;
		if (summary->represented_by != NULL)
			g_hash_table_add(names, text_search_key(summary->represented_by));
	}
	return names;
}

static bool
is_substitute(const struct attendee *attendee, GHashTable *substitutes)
{
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	g_autofree char *key = text_search_key(name);
	return strcmp(attendee->origin, "walk_in") == 0 && g_hash_table_contains(substitutes, key);
}

/* Once the sheet has gone round, whoever is not on it is absent. */
static void
member_add(Meeting *meeting, const struct attendee *attendee,
	   const struct presence_summary *summary)
{
	bool known = summary != NULL && strcmp(summary->state, "unknown") != 0;
	struct meeting_member member = {
		.attendee_id = attendee->id,
		.name = name_shown(attendee->first_name, attendee->last_name),
		.function = g_strdup(attendee->function),
		.organisation = g_strdup(attendee->organisation),
		.state = known             ? summary->state
			 : meeting->marked ? "absent"
					   : "unknown",
		.represented_by = known ? g_strdup(summary->represented_by) : NULL,
	};
	member_count(meeting, member.state);
	g_array_append_val(meeting->members, member);
}

static bool
members_load(Store *store, Meeting *meeting, GError **error)
{
	g_autoptr(Rows) attendees =
		store_of(store, &entity_attendee, "event_id", meeting->event->id, error);
	g_autoptr(GHashTable) presences =
		attendees != NULL ? event_presences(store, meeting->event->id, error) : NULL;
	if (presences == NULL)
		return false;
	g_autoptr(GHashTable) substitutes = substitutes_of(presences);
	meeting->marked = g_hash_table_size(presences) > 0;
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		if (attendee_counted(attendee->status, attendee->part) &&
		    !is_substitute(attendee, substitutes))
			member_add(meeting, attendee,
				   g_hash_table_lookup(presences, &attendee->id));
	}
	return true;
}

Meeting *
meeting_load(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Meeting) meeting = g_new0(Meeting, 1);
	meeting->members = g_array_new(FALSE, FALSE, sizeof(struct meeting_member));
	g_array_set_clear_func(meeting->members, member_clear);
	meeting->event = store_get(store, &entity_event, event_id, error);
	if (meeting->event == NULL || !members_load(store, meeting, error))
		return NULL;
	meeting->decisions = store_of(store, &entity_decision, "event_id", event_id, error);
	if (meeting->decisions == NULL)
		return NULL;
	meeting->quorum = meeting->event->quorum > 0 ? meeting->event->quorum : MISSING;
	meeting->reached = (gint64)meeting->voices >= meeting->quorum;
	return g_steal_pointer(&meeting);
}

bool
event_decides(Store *store, const struct event *event)
{
	return event->quorum > 0 ||
	       store_count(store, &entity_decision, "event_id", value_integer(event->id), NULL) > 0;
}

/* ---- words --------------------------------------------------------------------------------------
 */

char *
meeting_quorum_text(const Meeting *meeting)
{
	int needed = (int)meeting->quorum;
	if (meeting->quorum == MISSING)
		return NULL;
	if (!meeting->marked)
		return g_strdup_printf(i18n_count("quorum: %d member must be present or "
						  "represented",
						  "quorum: %d members must be present or "
						  "represented",
						  needed),
				       needed);
	if (meeting->reached)
		return g_strdup_printf(
			i18n_count("quorum reached: %u present or represented of %d needed",
				   "quorum reached: %u present or represented, of %d needed",
				   meeting->voices),
			meeting->voices, needed);
	return g_strdup_printf(
		i18n_count("quorum not reached: %u present or represented of %d needed",
			   "quorum not reached: %u present or represented, of %d needed",
			   meeting->voices),
		meeting->voices, needed);
}

static void
vote_add(GPtrArray *votes, gint64 n, char *text)
{
	if (n != MISSING)
		g_ptr_array_add(votes, text);
	else
		g_free(text);
}

char *
decision_votes_text(const struct decision *decision)
{
	int in_favour = (int)decision->votes_for, against = (int)decision->votes_against;
	int abstentions = (int)decision->abstentions;
	g_autoptr(GPtrArray) votes = g_ptr_array_new_with_free_func(g_free);
	vote_add(votes, in_favour, g_strdup_printf(_("%d for"), in_favour));
	vote_add(votes, against, g_strdup_printf(_("%d against"), against));
	vote_add(votes, abstentions,
		 g_strdup_printf(i18n_count("%d abstention", "%d abstentions", abstentions),
				 abstentions));
	if (votes->len == 0)
		return NULL;
	g_ptr_array_add(votes, NULL);
	return g_strjoinv(", ", (char **)votes->pdata);
}

/* ---- the record as text -------------------------------------------------------------------------
 */

static void
member_text(GString *text, const struct meeting_member *member)
{
	g_string_append_printf(text, "- %s", member->name);
	if (member->function != NULL)
		g_string_append_printf(text, ", %s", member->function);
	if (member->organisation != NULL)
		g_string_append_printf(text, " (%s)", member->organisation);
	if (member->represented_by != NULL)
		g_string_append_printf(text, _(", represented by %s"), member->represented_by);
	g_string_append_c(text, '\n');
}

static void
members_text(GString *text, const Meeting *meeting, const char *state, const char *heading, guint n)
{
	if (n == 0)
		return;
	g_string_append_printf(text, "\n%s (%u)\n", heading, n);
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct meeting_member *member =
			&g_array_index(meeting->members, struct meeting_member, i);
		if (strcmp(member->state, state) == 0)
			member_text(text, member);
	}
}

static void
decisions_text(GString *text, const Rows *decisions)
{
	for (guint i = 0; i < decisions->n; i++) {
		const struct decision *decision = decisions->row[i];
		g_autofree char *votes = decision_votes_text(decision);
		g_string_append_printf(text, "\n%u. %s\n", i + 1, decision->item);
		if (decision->text != NULL)
			g_string_append_printf(text, "%s\n", decision->text);
		if (votes != NULL)
			g_string_append_printf(text, _("Votes: %s\n"), votes);
	}
}

/* Everything of it may come from files of others. */
static char *
text_cleaned(const char *text)
{
	g_autofree char *clean = text_for_file(text, true);
	return g_str_has_suffix(clean, "\n") ? g_steal_pointer(&clean)
					     : g_strconcat(clean, "\n", NULL);
}

char *
meeting_text(const Meeting *meeting)
{
	const struct event *event = meeting->event;
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *quorum = meeting_quorum_text(meeting);
	g_autofree char *dates = date_range_text(event->start_date, event->end_date);
	g_string_append_printf(text, "%s · %s\n", event->number, event->title);
	if (*dates != '\0')
		g_string_append_printf(text, "%s\n", dates);
	members_text(text, meeting, "present", _("Present"), meeting->present);
	members_text(text, meeting, "represented", _("Represented"), meeting->represented);
	members_text(text, meeting, "excused", _("Excused"), meeting->excused);
	members_text(text, meeting, "absent", _("Absent"), meeting->absent);
	if (quorum != NULL) {
		g_autofree char *first = g_utf8_substring(quorum, 0, 1);
		g_autofree char *capital = g_utf8_strup(first, -1);
		g_string_append_printf(text, "\n%s%s\n", capital, quorum + strlen(first));
	}
	decisions_text(text, meeting->decisions);
	return text_cleaned(text->str);
}

/* ---- order --------------------------------------------------------------------------------------
 */

bool
decision_place(Store *store, struct decision *decision, guint place, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_decision, "event_id", decision->event_id, error);
	gint64 at = 1;
	if (rows == NULL)
		return false;
	place = CLAMP(place, 1, MAX(rows->n, 1));
	for (guint i = 0; i < rows->n; i++) {
		struct decision *other = rows->row[i];
		if (other->id == decision->id)
			continue;
		if (at == (gint64)place)
			at++;
		other->position = at++;
		if (!store_update(store, &entity_decision, other, error))
			return false;
	}
	decision->position = place;
	return store_update(store, &entity_decision, decision, error);
}
