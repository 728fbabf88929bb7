#include "cli/subject.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/noun_sheet.h"

/* ---- finding ------------------------------------------------------------------------------------
 */

static gint64
room_find(struct run *run, const char *typed, GError **error)
{
	const char *slash = strrchr(typed, '/');
	if (slash == NULL)
		return noun_find(run->store, &noun_room, 0, typed, error);
	g_autofree char *place = g_strndup(typed, (gsize)(slash - typed));
	gint64 venue = noun_find(run->store, &noun_venue, 0, place, NULL);
	if (venue == 0) /* a name with a slash in it */
		return noun_find(run->store, &noun_room, 0, typed, error);
	return noun_find(run->store, &noun_room, venue, slash + 1, error);
}

static gint64
speaker_find(struct run *run, gint64 event_id, const char *typed, GError **error)
{
	const char *session = run_option(run, OPTION_SESSION);
	struct noun on_session = noun_speaker;
	if (session != NULL) {
		gint64 id = noun_find(run->store, &noun_session, event_id, session, error);
		on_session.owner = "session_id";
		return id != 0 ? noun_find(run->store, &on_session, id, typed, error) : 0;
	}
	GError *reason = NULL;
	gint64 id = noun_find(run->store, &noun_speaker, event_id, typed, &reason);
	if (g_error_matches(reason, ATELIERS_ERROR, ERROR_AMBIGUOUS))
		fail(error, ERROR_AMBIGUOUS, _("“%s” speaks more than once: add --session"), typed);
	else if (reason != NULL)
		g_propagate_error(error, g_steal_pointer(&reason));
	g_clear_error(&reason);
	return id;
}

gint64
subject_find(struct run *run, const struct noun *noun, gint64 event_id, const char *typed,
	     GError **error)
{
	if (noun == &noun_room)
		return room_find(run, typed, error);
	if (noun == &noun_speaker)
		return speaker_find(run, event_id, typed, error);
	return noun_find(run->store, noun, event_id, typed, error);
}

/* ---- name=value ---------------------------------------------------------------------------------
 */

bool
subject_is_pair(const struct noun *noun, const char *word)
{
	const char *equal = strchr(word, '=');
	g_autofree char *key = equal != NULL ? g_strndup(word, (gsize)(equal - word)) : NULL;
	return key != NULL && noun_key(noun, key) != NULL;
}

struct noun_pair *
subject_pairs(const struct run *run, guint first, guint *n, GError **error)
{
	g_autofree struct noun_pair *pairs = g_new0(struct noun_pair, run->n_arguments + 1);
	*n = 0;
	for (guint i = first; i < run->n_arguments; i++) {
		struct noun_pair *pair = &pairs[*n];
		if (!noun_pair_read(run->command->noun, run->argument[i], pair, error))
			return NULL;
		for (guint j = 0; j < *n; j++)
			if (pairs[j].key == pair->key) {
				fail(error, ERROR_USAGE, _("“%s” is given twice"), pair->key->key);
				return NULL;
			}
		*n += 1;
	}
	return g_steal_pointer(&pairs);
}

/* ---- what is said of a gesture ------------------------------------------------------------------
 */

static bool
row_print(struct run *run, const struct noun *noun, const void *row, GError **error)
{
	if (run_format(run) != FORMAT_TABLE)
		return noun_row_show(run, noun, row, error);
	const struct noun_key *number = noun_key(noun, "number");
	g_autofree char *name = number != NULL ? noun_value(run->store, noun, number, row)
					       : noun_name(run->store, noun, row);
	return run_line_result(run, name, error);
}

/* The row is read again: what follows from the gesture has changed it. */
static bool
result_show(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	void *row = store_get(run->store, noun->entity, run->show_id, error);
	bool done = row != NULL && row_print(run, noun, row, error);
	entity_free(noun->entity, row);
	return done;
}

void
subject_result(struct run *run, const void *row)
{
	run->show = result_show;
	run->show_id = ((const struct row_head *)row)->id;
}

void
subject_changed(struct run *run, const void *row)
{
	if (run_format(run) != FORMAT_TABLE)
		subject_result(run, row);
}

void
subject_about(struct run *run, const struct noun *noun, const void *row, gint64 amount)
{
	const struct field *owner = entity_field(noun->entity, "event_id");
	const struct noun_key *name = noun_key(noun, noun->name_key);
	gint64 id = ((const struct row_head *)row)->id;
	gint64 event_id = noun == &noun_event ? id
			  : owner != NULL     ? field_get(owner, row).integer
					      : 0;
	if (name->named !=
	    NULL) /* a speaker is called by the person, a partner by the organisation */
		store_about(run->store, name->named->entity,
			    field_get(noun_field(noun, name), row).integer, event_id, amount);
	else
		store_about(run->store, noun->entity, id, event_id, amount);
}

const char *
subject_action(const struct noun *noun, const char *verb)
{
	g_autofree char *action = g_strdup_printf("%s_%s", noun->name, verb);
	return g_intern_string(action);
}

gint64 *
subject_attendees(struct run *run, gint64 event_id, const GPtrArray *typed, GError **error)
{
	g_autofree gint64 *ids = g_new0(gint64, typed->len + 1);
	for (guint i = 0; i < typed->len; i++) {
		ids[i] = subject_find(run, &noun_attendee, event_id, typed->pdata[i], error);
		if (ids[i] == 0)
			return NULL;
	}
	return g_steal_pointer(&ids);
}
