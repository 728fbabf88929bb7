/* Before somebody is registered at the door: who is on the list, or in the directory, under nearly
 * that name. */
#include "app/directory.h"
#include "app/gesture.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/nearly.h"
#include "core/person.h"
#include "core/status.h"
#include "screens/door_private.h"
#include "tui/chooser.h"

/* More of one name are namesakes: the door's own list shows them. */
#define KNOWN_AT_MOST 5

/* What was typed as a name, taken apart. */
struct typed_name {
	NameParts *parts;
	char *key; /* folded, the names in one */
};

static void
typed_begin(struct typed_name *typed, const char *text)
{
	typed->parts = walk_in_name(text, NULL);
	g_autofree char *whole =
		g_strconcat(typed->parts->first_name != NULL ? typed->parts->first_name : "",
			    typed->parts->last_name != NULL ? typed->parts->last_name : "", NULL);
	typed->key = text_search_key(whole);
}

static void
typed_clear(struct typed_name *typed)
{
	name_parts_free(typed->parts);
	g_free(typed->key);
}

GArray *
door_known(const struct door *door, const char *text)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	struct typed_name typed;
	typed_begin(&typed, text);
	for (guint i = 0; i < door->index->n && ids->len < KNOWN_AT_MOST; i++)
		if (nearly_called(typed.key, door->index->key[i]))
			g_array_append_val(ids, door->index->id[i]);
	typed_clear(&typed);
	return ids;
}

/* ---- the directory ------------------------------------------------------------------------------
 */

static bool
is_here(struct door *door, Store *store, const GArray *here, gint64 person_id)
{
	for (guint i = 0; i < here->len; i++) {
		const struct attendee *attendee =
			door_row(door, store, g_array_index(here, gint64, i));
		if (attendee != NULL && attendee->person_id == person_id)
			return true;
	}
	return false;
}

/* Those of the directory who are not on the list. Caller frees. */
static GArray *
people_known(struct door *door, Store *store, const char *text, const GArray *here)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	struct typed_name typed;
	typed_begin(&typed, text);
	g_autoptr(Rows) people =
		people_named(store, typed.parts->last_name, typed.parts->first_name, NULL, NULL);
	for (guint i = 0; people != NULL && i < people->n && ids->len < KNOWN_AT_MOST; i++) {
		const struct person *person = people->row[i];
		g_autofree char *last = text_search_key(person->last_name);
		g_autofree char *first = text_search_key(person->first_name);
		g_autofree char *key = g_strconcat(last, "\001", first, NULL);
		if (nearly_called(typed.key, key) && !is_here(door, store, here, person->id))
			g_array_append_val(ids, person->id);
	}
	typed_clear(&typed);
	return ids;
}

/* ---- the question -------------------------------------------------------------------------------
 */

struct known {
	struct door *door;
	GArray *here;   /* gint64: attendees */
	GArray *people; /* gint64: of the directory */
	door_known_done done;
	gpointer user;
};

static void
known_free(gpointer pointer)
{
	struct known *known = pointer;
	g_array_unref(known->here);
	g_array_unref(known->people);
	g_free(known);
}

/* As the directory has them, and present: one gesture. */
static bool
person_write(struct door *door, Store *store, gint64 person_id, gint64 *id, gint64 *gesture,
	     GError **error)
{
	struct presence_said said = {.state = "present", .origin = "checkin"};
	bool marked = false;
	*id = attendee_of_person(store, door->event_id, person_id, "participant", "walk_in", error);
	if (*id == 0 || !presence_note(store, *id, door_half_day(door), &said, &marked, error))
		return false;
	store_about(store, &entity_attendee, *id, door->event_id, 1);
	return store_commit(store, gesture, error);
}

static bool
person_comes(struct door *door, struct ui *ui, gint64 person_id)
{
	GError *error = NULL;
	gint64 id = 0, gesture = 0;
	if (!ui_begin(ui, "attendee_new"))
		return false;
	if (!person_write(door, ui->store, person_id, &id, &gesture, &error)) {
		if (store_in_gesture(ui->store))
			store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	door_load(door, ui);
	door_walked_in(door, ui, id, gesture);
	return true;
}

static void
known_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct known *known = user;
	struct presence_said said = {.state = "present", .origin = "checkin"};
	guint here = known->here->len;
	if (index >= here + known->people->len)
		known->done(ui, true, known->user);
	else if (index < here ? door_mark(known->door, ui,
					  g_array_index(known->here, gint64, index), &said)
			      : person_comes(known->door, ui,
					     g_array_index(known->people, gint64, index - here)))
		known->done(ui, false, known->user);
}

/* Caller frees; NULL for none. */
static char *
organisation_name(Store *store, gint64 id)
{
	struct organisation *organisation =
		id != 0 ? store_get(store, &entity_organisation, id, NULL) : NULL;
	char *name = organisation != NULL ? g_strdup(organisation->name) : NULL;
	entity_free(&entity_organisation, organisation);
	return name;
}

static char *
with_organisation(const char *first, const char *last, const char *organisation)
{
	g_autofree char *name = name_listed(first, last);
	return organisation != NULL ? g_strdup_printf("%s, %s", name, organisation)
				    : g_steal_pointer(&name);
}

/* What becomes of somebody of the list who is chosen. */
static const char *
attendee_detail(const struct door *door, const struct attendee *attendee)
{
	const struct arrival *arrival = g_hash_table_lookup(door->arrivals, &attendee->id);
	if (arrival != NULL && code_is(&code_presence_states, arrival->state, CODE_COUNTED))
		return _("already present");
	return code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED)
		       ? _("on the list: present")
		       : code_label(&code_attendee_statuses, attendee->status);
}

static void
person_option(struct chooser *chooser, Store *store, gint64 person_id)
{
	struct person *person = store_get(store, &entity_person, person_id, NULL);
	g_autofree char *organisation =
		person != NULL ? organisation_name(store, person->organisation_id) : NULL;
	g_autofree char *label = person != NULL ? with_organisation(person->first_name,
								    person->last_name, organisation)
						: g_strdup("");
	chooser_add(chooser, label, _("in the directory: register"));
	entity_free(&entity_person, person);
}

static void
options_add(struct chooser *chooser, const struct known *known, struct ui *ui)
{
	for (guint i = 0; i < known->here->len; i++) {
		const struct attendee *attendee =
			door_row(known->door, ui->store, g_array_index(known->here, gint64, i));
		g_autofree char *label =
			attendee != NULL
				? with_organisation(attendee->first_name, attendee->last_name,
						    attendee->organisation)
				: g_strdup("");
		chooser_add(chooser, label,
			    attendee != NULL ? attendee_detail(known->door, attendee) : NULL);
	}
	for (guint i = 0; i < known->people->len; i++)
		person_option(chooser, ui->store, g_array_index(known->people, gint64, i));
}

bool
door_known_ask(struct door *door, struct ui *ui, const char *typed, door_known_done done,
	       gpointer user)
{
	GArray *here = door_known(door, typed);
	GArray *people = people_known(door, ui->store, typed, here);
	struct known *known = g_new(struct known, 1);
	*known = (struct known){door, here, people, done, user};
	if (here->len + people->len == 0) {
		known_free(known);
		return false;
	}
	struct chooser *chooser =
		chooser_new(_("Somebody has nearly this name"), known_chosen, known, known_free);
	options_add(chooser, known, ui);
	g_autofree char *another = g_strdup_printf(_("Somebody else: %s"), typed);
	chooser_add(chooser, another, _("register"));
	chooser_show(chooser, ui, 0);
	return true;
}
