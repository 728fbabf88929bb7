/* What becomes of each person in the log of a meeting. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"
#include "intake/import_connections_private.h"

static struct connected *
person_new(const ConnectionsPlan *plan, guint place)
{
	const struct connected_group *group = group_at(plan, place);
	struct connected *person = g_new0(struct connected, 1);
	person->line = group->line;
	person->group = place;
	person->decision = group->decision;
	person->name = g_strdup(group->name);
	person->email = g_strdup(group->email);
	person->seconds = g_new0(gint64, plan->half_days->len + 1);
	person->marks = g_new0(bool, plan->half_days->len + 1);
	return person;
}

/* Who the group is, for certain or as somebody has decided; 0: nobody. */
static gint64
group_attendee(const struct connected_group *group)
{
	bool taken = group->outcome == MATCH_SAME ||
		     (group->outcome == MATCH_DOUBTFUL && group->decision == DECIDE_SAME);
	return taken ? group->attendee_id : 0;
}

/* Groups of one attendee are one person; those of nobody when they have one name and no two
 * addresses. */
static bool
group_is_of(const ConnectionsPlan *plan, const struct connected_group *group,
	    const struct connected *person)
{
	const struct connected_group *first = group_at(plan, person->group);
	gint64 id = group_attendee(group);
	if (id != 0 || group_attendee(first) != 0)
		return id == group_attendee(first);
	g_autofree char *email = text_email_key(group->email);
	g_autofree char *other = text_email_key(first->email);
	if (email != NULL && other != NULL && strcmp(email, other) != 0)
		return false;
	g_autofree char *name = text_search_key(group->name);
	g_autofree char *called = text_search_key(first->name);
	return *name != '\0' && strcmp(name, called) == 0;
}

static char *
people_key(const struct connected_group *group)
{
	gint64 id = group_attendee(group);
	g_autofree char *name = text_search_key(group->name);
	return id != 0 ? g_strdup_printf("%" G_GINT64_FORMAT, id) : g_strconcat("=", name, NULL);
}

/* The person of the group among PEOPLE, lists by key; NULL: somebody new. */
static struct connected *
person_find(const ConnectionsPlan *plan, GHashTable *people, const struct connected_group *group)
{
	g_autofree char *key = people_key(group);
	const GPtrArray *list = g_hash_table_lookup(people, key);
	for (guint i = 0; list != NULL && i < list->len; i++)
		if (group_is_of(plan, group, list->pdata[i]))
			return list->pdata[i];
	return NULL;
}

static void
person_file(GHashTable *people, const struct connected_group *group, struct connected *person)
{
	g_autofree char *key = people_key(group);
	GPtrArray *list = g_hash_table_lookup(people, key);
	if (list == NULL) {
		list = g_ptr_array_new();
		g_hash_table_insert(people, g_steal_pointer(&key), list);
	}
	g_ptr_array_add(list, person);
}

static void
person_seconds(const ConnectionsPlan *plan, struct connected *person, const GArray *times)
{
	const struct connection *all = (const struct connection *)(const void *)times->data;
	if (plan->by_length)
		person->seconds[0] = connections_length(all, times->len);
	g_autofree gint64 *seconds = connections_everywhere(plan, times);
	for (guint i = 0; !plan->by_length && i < plan->half_days->len; i++)
		person->seconds[i] = seconds[half_day_of(plan, i)->place];
}

bool
connected_reached(const ConnectionsPlan *plan, const struct connected *person, guint i)
{
	return person->seconds[i] >= half_day_of(plan, i)->threshold;
}

bool
connected_reached_any(const ConnectionsPlan *plan, const struct connected *person)
{
	for (guint i = 0; i < plan->half_days->len; i++)
		if (connected_reached(plan, person, i))
			return true;
	return false;
}

/* What becomes of an attendee on a half-day: marked where they were there, no log has said so and
 * they are not present already. What a mark changes, or was changed since, is said. */
static void
half_day_judge(const ConnectionsPlan *plan, struct connected *person,
	       const struct connected_known *known, guint i)
{
	const char *state = known->states[i] != NULL ? known->states[i] : "unknown";
	if (!connected_reached(plan, person, i) || strcmp(state, "present") == 0)
		return;
	const char *label = code_label(&code_presence_states, state);
	bool said = strcmp(state, "unknown") != 0;
	person->marks[i] = !known->logged[i];
	if (person->reason != NULL || !(said || known->logged[i]))
		return;
	person->reason = known->logged[i]
				 ? g_strdup_printf(_("%s since: left as it is"), label)
				 : g_strdup_printf("%s → %s", label,
						   code_label(&code_presence_states, "present"));
}

static void
attendee_judge(const ConnectionsPlan *plan, struct connected *person,
	       const struct connected_known *known)
{
	bool any = false, changed = false;
	for (guint i = 0; i < plan->half_days->len; i++) {
		half_day_judge(plan, person, known, i);
		any |= person->marks[i];
		changed |= person->marks[i] && known->states[i] != NULL &&
			   strcmp(known->states[i], "unknown") != 0;
	}
	person->outcome = !connected_reached_any(plan, person) ? CONNECTED_BELOW
			  : !any                               ? CONNECTED_SAME
			  : changed                            ? CONNECTED_CHANGED
							       : CONNECTED_NEW;
}

static void
attendee_put(struct connected *person, const struct connected_known *known)
{
	person->attendee_id = known->id;
	person->attendee = g_strdup(known->words);
	person->number = g_strdup(known->number);
}

static void
stranger_judge(const ConnectionsPlan *plan, struct connected *person,
	       const struct connected_group *group)
{
	bool there = connected_reached_any(plan, person);
	const struct connected_known *known =
		g_hash_table_lookup(plan->work->attendees, &group->attendee_id);
	if (group->outcome == MATCH_DOUBTFUL && known != NULL && group->decision != DECIDE_NEW) {
		person->outcome = there ? CONNECTED_DOUBTFUL : CONNECTED_BELOW;
		person->reason = g_strdup(_(group->why));
		attendee_put(person, known);
		return;
	}
	person->outcome = group->host ? CONNECTED_HOST : CONNECTED_UNKNOWN;
	person->strange = !group->host && !connection_is_person(group->name);
	person->included = group->included;
	if (!there)
		person->reason = g_strdup(_("not for long enough"));
	else if (person->strange && !person->included)
		person->reason = g_strdup(_("a device, a room or a single name"));
}

static void
person_judge(const ConnectionsPlan *plan, struct connected *person)
{
	const struct connected_group *group = group_at(plan, person->group);
	gint64 id = group_attendee(group);
	const struct connected_known *known =
		id != 0 ? g_hash_table_lookup(plan->work->attendees, &id) : NULL;
	if (known == NULL) {
		stranger_judge(plan, person, group);
		return;
	}
	attendee_put(person, known);
	attendee_judge(plan, person, known);
	if (person->outcome == CONNECTED_BELOW ||
	    code_is(&code_attendee_statuses, known->status, CODE_LIVE))
		return;
	person->outcome = CONNECTED_GONE;
	g_free(person->reason);
	person->reason = g_strdup(code_label(&code_attendee_statuses, known->status));
}

void
connections_judge(ConnectionsPlan *plan)
{
	g_autoptr(GHashTable) people = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
							     (GDestroyNotify)g_ptr_array_unref);
	g_autoptr(GPtrArray) times = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	g_autoptr(GHashTable) times_of = g_hash_table_new(NULL, NULL);
	g_ptr_array_set_size(plan->people, 0);
	for (guint i = 0; i < plan->work->groups->len; i++) {
		const struct connected_group *group = group_at(plan, i);
		struct connected *person = person_find(plan, people, group);
		if (person == NULL) {
			person = person_new(plan, i);
			person_file(people, group, person);
			g_ptr_array_add(plan->people, person);
			g_ptr_array_add(times,
					g_array_new(FALSE, FALSE, sizeof(struct connection)));
			g_hash_table_insert(times_of, person, times->pdata[times->len - 1]);
		}
		g_array_append_vals(g_hash_table_lookup(times_of, person), group->times->data,
				    group->times->len);
	}
	for (guint i = 0; i < plan->people->len; i++) {
		person_seconds(plan, plan->people->pdata[i], times->pdata[i]);
		person_judge(plan, plan->people->pdata[i]);
	}
}
