#include "app/thanks.h"

#include <string.h>

#include "app/task.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/event_rows.h"
#include "store/setting.h"

/* Whoever does not wish to hear of events is not written to about one. */
#define PURPOSE "invitations"
#define KIND    "thanks"

static void
thanks_free(gpointer pointer)
{
	struct thanks *thanks = pointer;
	g_free(thanks->name);
	g_free(thanks->role);
	g_free(thanks->organisation);
	g_free(thanks->email);
	g_free(thanks->thanked_on);
	g_free(thanks);
}

/* An address as a mail program may have it; NULL for what is none. */
static char *
address_usable(const char *email)
{
	g_autofree char *key = text_email_key(email);
	g_autofree char *clean = key != NULL ? text_for_file(email, false) : NULL;
	return clean != NULL ? g_strdup(g_strstrip(clean)) : NULL;
}

/* ---- speakers -----------------------------------------------------------------------------------
 */

static bool
speaker_add(Store *store, GPtrArray *all, gint64 person_id, const char *role, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	struct organisation *body =
		person->organisation_id != 0
			? store_get(store, &entity_organisation, person->organisation_id, NULL)
			: NULL;
	struct thanks *thanks = g_new0(struct thanks, 1);
	thanks->person_id = person->id;
	thanks->name = name_shown(person->first_name, person->last_name);
	thanks->role = g_strdup(role);
	thanks->organisation = body != NULL ? g_strdup(body->name) : NULL;
	thanks->opposed = consent_state(store, person->id, PURPOSE) == CONSENT_OPPOSED;
	if (!thanks->opposed)
		thanks->email = address_usable(person->email);
	if (person->erased_at == NULL)
		g_ptr_array_add(all, thanks);
	else
		thanks_free(thanks);
	entity_free(&entity_organisation, body);
	entity_free(&entity_person, person);
	return true;
}

static bool
is_there(const GPtrArray *all, gint64 person_id, gint64 organisation_id)
{
	for (guint i = 0; i < all->len; i++) {
		const struct thanks *thanks = all->pdata[i];
		if (thanks->person_id == person_id && thanks->organisation_id == organisation_id)
			return true;
	}
	return false;
}

static bool
speakers_add(Store *store, GPtrArray *all, gint64 event_id, GError **error)
{
	g_autoptr(Rows) speakers = event_spoke(store, event_id, error);
	bool done = speakers != NULL;
	for (guint i = 0; done && i < speakers->n; i++) {
		const struct speaker *speaker = speakers->row[i];
		if (!is_there(all, speaker->person_id, 0))
			done = speaker_add(store, all, speaker->person_id,
					   code_label(&code_speaker_roles, speaker->role), error);
	}
	return done;
}

/* Who is registered as a speaker is thanked as one, whatever the programme says of them. */
static bool
registered_add(Store *store, GPtrArray *all, gint64 event_id, GError **error)
{
	g_autoptr(Rows) spoke = event_spoke_unlisted(store, event_id, error);
	bool done = spoke != NULL;
	for (guint i = 0; done && i < spoke->n; i++) {
		const struct attendee *attendee = spoke->row[i];
		if (!is_there(all, attendee->person_id, 0))
			done = speaker_add(store, all, attendee->person_id,
					   code_label(&code_attendee_parts, attendee->part), error);
	}
	return done;
}

/* ---- partners and places ------------------------------------------------------------------------
 */

static bool
partner_add(Store *store, GPtrArray *all, const struct partner *partner, GError **error)
{
	struct organisation *body =
		store_get(store, &entity_organisation, partner->organisation_id, error);
	if (body == NULL)
		return false;
	struct thanks *thanks = g_new0(struct thanks, 1);
	thanks->organisation_id = body->id;
	thanks->name = g_strdup(partner->name != NULL ? partner->name : body->name);
	thanks->role = g_strdup(code_label(&code_partner_roles, partner->role));
	thanks->email = address_usable(body->email);
	g_ptr_array_add(all, thanks);
	entity_free(&entity_organisation, body);
	return true;
}

/* The centre stands among the partners as the one that organises; it does not thank itself. */
static bool
is_centre(Store *store, const struct partner *partner)
{
	struct organisation *body =
		store_get(store, &entity_organisation, partner->organisation_id, NULL);
	g_autofree char *centre = setting_get(store, "centre_name");
	g_autofree char *own = text_search_key(centre);
	g_autofree char *name = text_search_key(body != NULL ? body->name : NULL);
	entity_free(&entity_organisation, body);
	return *own != '\0' && strcmp(own, name) == 0;
}

static bool
partners_add(Store *store, GPtrArray *all, gint64 event_id, bool *hosted, GError **error)
{
	g_autoptr(Rows) partners = store_of(store, &entity_partner, "event_id", event_id, error);
	bool done = partners != NULL;
	for (guint i = 0; done && i < partners->n; i++) {
		const struct partner *partner = partners->row[i];
		*hosted |= code_is(&code_partner_roles, partner->role, CODE_OPEN);
		if (!is_there(all, 0, partner->organisation_id) && !is_centre(store, partner))
			done = partner_add(store, all, partner, error);
	}
	return done;
}

static bool
places_add(Store *store, GPtrArray *all, gint64 event_id, GError **error)
{
	g_autoptr(Rows) venues = event_rows(store, &entity_venue, event_id, error);
	for (guint i = 0; venues != NULL && i < venues->n; i++) {
		const struct venue *venue = venues->row[i];
		if (venue_is_town(venue))
			continue;
		struct thanks *thanks = g_new0(struct thanks, 1);
		thanks->name = g_strdup(venue->name);
		thanks->role = g_strdup(_("place"));
		thanks->organisation = g_strdup(venue->contact);
		g_ptr_array_add(all, thanks);
	}
	return venues != NULL;
}

/* ---- who has been -------------------------------------------------------------------------------
 */

/* A task about one of them says more than the one about all. */
static void
thanked_set(struct thanks *thanks, const Rows *tasks)
{
	for (guint i = 0; i < tasks->n; i++) {
		const struct task *task = tasks->row[i];
		bool general = task->person_id == 0 && task->organisation_id == 0;
		bool own = !general && task->person_id == thanks->person_id &&
			   task->organisation_id == thanks->organisation_id;
		if (strcmp(task->kind, KIND) != 0 || task->done_on == NULL ||
		    (!own && (!general || thanks->thanked_on != NULL)))
			continue;
		g_free(thanks->thanked_on);
		thanks->thanked_on = g_strdup(task->done_on);
	}
}

GPtrArray *
event_thanks(Store *store, gint64 event_id, GError **error)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(thanks_free);
	bool hosted = false;
	bool done = speakers_add(store, all, event_id, error) &&
		    registered_add(store, all, event_id, error) &&
		    partners_add(store, all, event_id, &hosted, error) &&
		    (hosted || places_add(store, all, event_id, error));
	g_autoptr(Rows) tasks =
		done ? store_of(store, &entity_task, "event_id", event_id, error) : NULL;
	for (guint i = 0; tasks != NULL && i < all->len; i++)
		thanked_set(all->pdata[i], tasks);
	if (tasks == NULL)
		g_clear_pointer(&all, g_ptr_array_unref);
	return all;
}

void
thanks_addresses(const GPtrArray *all, struct addresses *addresses)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GString *list = g_string_new(NULL);
	*addresses = (struct addresses){.list = NULL};
	for (guint i = 0; i < all->len; i++) {
		const struct thanks *thanks = all->pdata[i];
		addresses->opposed += thanks->opposed ? 1 : 0;
		addresses->unusable += !thanks->opposed && thanks->email == NULL ? 1 : 0;
		if (thanks->email == NULL || !g_hash_table_add(seen, text_email_key(thanks->email)))
			continue;
		g_string_append_printf(list, "%s%s", list->len > 0 ? "; " : "", thanks->email);
		addresses->n++;
	}
	addresses->list = g_string_free(list, FALSE);
}

bool
thanks_note(Store *store, gint64 event_id, const struct thanks *thanks, GError **error)
{
	char today[11];
	store_today(store, today);
	if (thanks->person_id == 0 && thanks->organisation_id == 0)
		return fail(error, ERROR_INVALID,
			    _("“%s” is a place: add the organisation that hosts as a partner"),
			    thanks->name);
	struct task *task = entity_new(&entity_task);
	task->event_id = event_id;
	task->person_id = thanks->person_id;
	task->organisation_id = thanks->organisation_id;
	task->position = 0;
	text_set(&task->kind, KIND);
	text_set(&task->created_on, today);
	text_set(&task->done_on, today);
	bool done = store_insert(store, &entity_task, task, error);
	entity_free(&entity_task, task);
	return done;
}
