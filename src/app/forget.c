/* Forgetting a person. Which rows speak of somebody is read from the entity tables: everything that
 * points to the person, and everything that points to one of their registrations. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/backups.h"
#include "app/forget_texts.h"
#include "app/personal.h"
#include "app/state.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/person.h"
#include "core/programme.h"
#include "store/erase.h"

struct forgetting {
	Store *store;
	struct forgotten *forgotten;
};

void
forgotten_clear(struct forgotten *forgotten)
{
	if (forgotten->copies != NULL)
		g_ptr_array_unref(forgotten->copies);
	if (forgotten->mentions != NULL)
		g_ptr_array_unref(forgotten->mentions);
	*forgotten = (struct forgotten){.copies = NULL};
}

/* ---- one row ------------------------------------------------------------------------------------
 */

/* An answer or another text without which the row says nothing goes as a whole, and so does what
 * was said otherwise at a door; whoever is counted stays. */
static bool
row_goes(const struct entity *entity)
{
	if (entity == &entity_person || entity == &entity_attendee)
		return false;
	if (entity == &entity_door_conflict)
		return true;
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & (FIELD_PERSONAL | FIELD_REQUIRED)) ==
		    (FIELD_PERSONAL | FIELD_REQUIRED))
			return true;
	return false;
}

static bool
row_blank(struct forgetting *forgetting, const struct entity *entity, gint64 id, GError **error)
{
	g_autofree const char **columns = erase_personal_columns(entity);
	forgetting->forgotten->registrations += entity == &entity_attendee ? 1 : 0;
	forgetting->forgotten->answers += entity == &entity_answer ? 1 : 0;
	if (columns[0] == NULL)
		return true;
	return row_goes(entity) ? erase_row(forgetting->store, entity, id, error)
				: erase_members(forgetting->store, entity, id, columns, error);
}

/* ---- what points to it --------------------------------------------------------------------------
 */

static bool pointing_forget(struct forgetting *forgetting, const struct entity *target, gint64 id,
			    GError **error);

static bool
marks_blank(struct forgetting *forgetting, gint64 attendee_id, const char *name_key, GError **error)
{
	g_autoptr(Rows) marks = store_of(forgetting->store, &entity_presence_mark, "attendee_id",
					 attendee_id, error);
	bool done = marks != NULL;
	for (guint i = 0; done && i < marks->n; i++) {
		const struct presence_mark *mark = marks->row[i];
		g_autofree char *by =
			mark->represented_by != NULL ? text_search_key(mark->represented_by) : NULL;
		done = g_strcmp0(by, name_key) != 0 ||
		       row_blank(forgetting, &entity_presence_mark, mark->id, error);
	}
	return done;
}

/* Whoever came in the place of others stands by name, as it was typed, in the marks of these. */
static bool
substitute_forget(struct forgetting *forgetting, gint64 attendee_id, GError **error)
{
	struct attendee *attendee =
		store_get(forgetting->store, &entity_attendee, attendee_id, error);
	if (attendee == NULL)
		return false;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	g_autofree char *key = text_search_key(name);
	g_autoptr(Rows) others = store_of(forgetting->store, &entity_attendee, "event_id",
					  attendee->event_id, error);
	entity_free(&entity_attendee, attendee);
	bool done = others != NULL;
	for (guint i = 0; done && i < others->n; i++)
		done = marks_blank(forgetting, ((struct row_head *)others->row[i])->id, key, error);
	return done;
}

/* What hangs on a registration speaks of the person too; nothing hangs on the rest. */
static bool
row_forget(struct forgetting *forgetting, const struct entity *entity, gint64 id, GError **error)
{
	return (entity != &entity_attendee || (substitute_forget(forgetting, id, error) &&
					       pointing_forget(forgetting, entity, id, error))) &&
	       row_blank(forgetting, entity, id, error);
}

static bool
present_forget(struct forgetting *forgetting, const struct entity *entity,
	       const struct field *field, gint64 target, GError **error)
{
	g_autoptr(Rows) rows = store_of(forgetting->store, entity, field->name, target, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++)
		done = row_forget(forgetting, entity, ((struct row_head *)rows->row[i])->id, error);
	return done;
}

static bool
deleted_forget(struct forgetting *forgetting, const struct entity *entity,
	       const struct field *field, gint64 target, GError **error)
{
	g_autofree const char **columns = erase_personal_columns(entity);
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	if (columns[0] == NULL && entity != &entity_attendee)
		return true;
	bool done =
		erase_deleted(forgetting->store, entity, field->name, target, columns, ids, error);
	forgetting->forgotten->images += ids->len;
	for (guint i = 0; done && entity == &entity_attendee && i < ids->len; i++)
		done = pointing_forget(forgetting, entity, g_array_index(ids, gint64, i), error);
	return done;
}

static bool
pointing_forget(struct forgetting *forgetting, const struct entity *target, gint64 id,
		GError **error)
{
	bool done = true;
	for (guint i = 0; done && entities[i] != NULL; i++)
		for (guint j = 0; done && j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target == target)
				done = present_forget(forgetting, entities[i], field, id, error) &&
				       deleted_forget(forgetting, entities[i], field, id, error);
		}
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* Rows that were merged into this one are in the history with their names. */
static bool
merged_forget(struct forgetting *forgetting, gint64 person_id, GError **error)
{
	g_autofree const char **columns = erase_personal_columns(&entity_person);
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	bool done = erase_merged(forgetting->store, &entity_person, person_id, columns, ids, error);
	forgetting->forgotten->images += ids->len;
	for (guint i = 0; done && i < ids->len; i++)
		done = pointing_forget(forgetting, &entity_person, g_array_index(ids, gint64, i),
				       error) &&
		       merged_forget(forgetting, g_array_index(ids, gint64, i), error);
	return done;
}

static bool
person_mark(Store *store, gint64 person_id, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	text_set(&person->erased_at, now);
	bool done = store_update(store, &entity_person, person, error);
	entity_free(&entity_person, person);
	return done;
}

static bool
is_known(Store *store, gint64 person_id, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	bool known = person->erased_at == NULL;
	entity_free(&entity_person, person);
	return known || fail(error, ERROR_NOTHING, _("this person has already been forgotten"));
}

static bool
rows_forget(struct forgetting *forgetting, gint64 person_id, GError **error)
{
	return is_known(forgetting->store, person_id, error) &&
	       pointing_forget(forgetting, &entity_person, person_id, error) &&
	       merged_forget(forgetting, person_id, error) &&
	       row_blank(forgetting, &entity_person, person_id, error) &&
	       person_mark(forgetting->store, person_id, error);
}

/* A draft is what one user has typed and not saved: it may be of anybody, so it goes. */
static void
drafts_forget(const Store *store)
{
	g_autofree char *draft = state_draft_path(store_path(store));
	g_unlink(draft);
}

static GPtrArray *
copies_holding(const Store *store, const gint64 *people, guint n)
{
	GPtrArray *holding = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) copies = backups_list(store_path(store));
	for (guint i = 0; i < copies->len; i++) {
		const struct backup_file *copy = copies->pdata[i];
		bool holds = false;
		for (guint j = 0; j < n && !holds; j++)
			holds = erase_copy_holds(copy->path, people[j]);
		if (holds)
			g_ptr_array_add(holding, g_strdup(copy->path));
	}
	return holding;
}

/* A copy that was taken along cannot be looked into from here: it may hold whoever takes part. */
static bool
takes_part(Store *store, gint64 person_id, gint64 event_id)
{
	static const struct entity *const parts[] = {&entity_attendee, &entity_speaker};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autoptr(Rows) rows = store_of(store, parts[i], "person_id", person_id, NULL);
		const struct field *event = entity_field(parts[i], "event_id");
		for (guint j = 0; rows != NULL && j < rows->n; j++)
			if (field_get(event, rows->row[j]).integer == event_id)
				return true;
	}
	return false;
}

static void
copies_out_add(Store *store, const gint64 *people, guint n, GPtrArray *holding)
{
	g_autoptr(Rows) rows = store_all(store, &entity_door_copy, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct door_copy *copy = rows->row[i];
		bool holds = false;
		for (guint j = 0; copy->wiped_at == NULL && !holds && j < n; j++)
			holds = takes_part(store, people[j], copy->event_id);
		struct event *event =
			holds ? store_get(store, &entity_event, copy->event_id, NULL) : NULL;
		if (event != NULL)
			g_ptr_array_add(holding, g_strdup_printf(_("copy %s of %s, taken along"),
								 copy->letter, event->number));
		entity_free(&entity_event, event);
	}
}

bool
people_forget(Store *store, const gint64 *people, guint n, bool dry_run,
	      struct forgotten *forgotten, GError **error)
{
	*forgotten = (struct forgotten){.copies = copies_holding(store, people, n),
					.mentions = g_ptr_array_new_with_free_func(g_free)};
	g_autoptr(ForgottenNames) names = forgotten_names_new();
	copies_out_add(store, people, n, forgotten->copies);
	struct forgetting forgetting = {store, forgotten};
	if (!store_begin(store, "person_forget", error))
		return false;
	store_as_final(store);
	store_about(store, &entity_person, people[0], 0, n);
	bool done = true;
	for (guint i = 0; done && i < n; i++)
		done = forgotten_names_add(store, names, people[i], error) &&
		       rows_forget(&forgetting, people[i], error);
	done = done && texts_forget(store, names, forgotten, error);
	if (!done || dry_run) {
		store_rollback(store);
		return done;
	}
	if (!store_commit(store, NULL, error))
		return false;
	drafts_forget(store);
	forgotten->scrubbed = store_scrub(store, NULL);
	return true;
}

/* ---- saying -------------------------------------------------------------------------------------
 */

GPtrArray *
forgotten_sentences(const struct forgotten *forgotten, bool dry_run)
{
	GPtrArray *said = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(said, g_strdup_printf(i18n_count("%u registration blanked",
							 "%u registrations blanked",
							 forgotten->registrations),
					      forgotten->registrations));
	if (forgotten->answers > 0)
		g_ptr_array_add(said,
				g_strdup_printf(i18n_count("%u answer erased", "%u answers erased",
							   forgotten->answers),
						forgotten->answers));
	if (forgotten->images > 0)
		g_ptr_array_add(
			said, g_strdup_printf(i18n_count("%u deleted row erased from the history",
							 "%u deleted rows erased from the history",
							 forgotten->images),
					      forgotten->images));
	if (forgotten->texts > 0)
		g_ptr_array_add(said, g_strdup_printf(i18n_count("%u field that was the name alone "
								 "cleared",
								 "%u fields that were the name "
								 "alone cleared",
								 forgotten->texts),
						      forgotten->texts));
	if (forgotten->earlier > 0)
		g_ptr_array_add(
			said, g_strdup_printf(i18n_count("%u earlier text erased from the history",
							 "%u earlier texts erased from the history",
							 forgotten->earlier),
					      forgotten->earlier));
	for (guint i = 0; i < forgotten->mentions->len; i++)
		g_ptr_array_add(said,
				g_strdup_printf(_("still named here, to be corrected by hand: %s"),
						(const char *)forgotten->mentions->pdata[i]));
	if (forgotten->mentions->len > 0)
		g_ptr_array_add(said, g_strdup(_("what is corrected before somebody is forgotten "
						 "goes from the history too; what is corrected "
						 "afterwards stays there as long as the setting "
						 "history_months says")));
	for (guint i = 0; i < forgotten->copies->len; i++)
		g_ptr_array_add(said, g_strdup_printf(_("still in this copy: %s"),
						      (const char *)forgotten->copies->pdata[i]));
	if (dry_run)
		return said;
	g_ptr_array_add(said, g_strdup(_("papers and calendar files that were made before are not "
					 "changed; this cannot be undone")));
	if (!forgotten->scrubbed)
		g_ptr_array_add(said,
				g_strdup(_("another program has the file open: what was "
					   "erased is in its log until that program leaves")));
	return said;
}
