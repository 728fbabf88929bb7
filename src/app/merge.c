#include "app/merge.h"

#include <string.h>

#include "app/certificates.h"
#include "app/door_merge_private.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/status.h"

/* What makes two rows of an entity one and the same. Most are unique rules of the schema; a speaker
 * twice in one role on one session, an alias twice, are no sense in any case. */
static const struct {
	const struct entity *entity;
	const char *columns[4];
} sames[] = {
	{&entity_asset, {"organisation_id"}},
	{&entity_organisation_alias, {"organisation_id", "search_key"}},
	{&entity_organisation_territory, {"organisation_id", "territory_id"}},
	{&entity_organisation_theme, {"organisation_id", "theme_id"}},
	{&entity_organisation_distinction, {"organisation_id", "other_id"}},
	{&entity_person_distinction, {"person_id", "other_id"}},
	{&entity_room, {"venue_id", "search_key"}},
	{&entity_event_theme, {"event_id", "theme_id"}},
	{&entity_partner, {"event_id", "organisation_id", "role"}},
	{&entity_booking, {"room_id", "day_id"}},
	{&entity_speaker, {"event_id", "session_id", "person_id", "role"}},
	{&entity_attendee, {"event_id", "person_id", "live"}},
	{&entity_answer, {"attendee_id", "question_id"}},
	{&entity_choice, {"attendee_id", "session_id"}},
};

static const char *const *
same_columns(const struct entity *entity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sames); i++)
		if (sames[i].entity == entity)
			return sames[i].columns;
	return NULL;
}

static bool
rows_are_same(const struct entity *entity, const char *const *columns, const void *a, const void *b)
{
	for (guint i = 0; i < G_N_ELEMENTS(sames[0].columns) && columns[i] != NULL; i++) {
		const struct field *field = entity_field(entity, columns[i]);
		if (!value_equal(field_get(field, a), field_get(field, b)))
			return false;
	}
	return true;
}

/* The row that MOVED, which now points to its new target, would be a second copy of; 0 if none. */
static bool
twin_find(Store *store, const struct entity *entity, const struct field *field, const void *moved,
	  gint64 *twin, GError **error)
{
	*twin = 0;
	const char *const *columns = same_columns(entity);
	/* Of several registrations for an event, only the live one is unique. */
	if (columns == NULL ||
	    (entity == &entity_attendee && ((const struct attendee *)moved)->live != 1))
		return true;
	g_autoptr(Rows) rows =
		store_of(store, entity, field->name, field_get(field, moved).integer, error);
	for (guint i = 0; rows != NULL && i < rows->n && *twin == 0; i++) {
		gint64 id = ((const struct row_head *)rows->row[i])->id;
		if (id != ((const struct row_head *)moved)->id &&
		    rows_are_same(entity, columns, rows->row[i], moved))
			*twin = id;
	}
	return rows != NULL;
}

/* ---- what the kept row learns -------------------------------------------------------------------
 */

static bool
field_is_learnt(const struct field *field)
{
	return (field->flags & (FIELD_KEPT | FIELD_DERIVED | FIELD_INTERNAL | FIELD_OWNER)) == 0;
}

static void
notes_join(const struct field *field, void *kept, const void *merged)
{
	const char *ours = field_get(field, kept).text, *theirs = field_get(field, merged).text;
	if (theirs == NULL || strstr(ours, theirs) != NULL)
		return;
	g_autofree char *both = g_strdup_printf("%s\n%s", ours, theirs);
	field_set(field, kept, value_text(both));
}

static void
learn(const struct entity *entity, void *kept, const void *merged)
{
	gint64 kept_id = ((const struct row_head *)kept)->id;
	gint64 merged_id = ((const struct row_head *)merged)->id;
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		struct value theirs = field_get(field, merged);
		bool itself = field->target == entity &&
			      (theirs.integer == kept_id || theirs.integer == merged_id);
		if (!field_is_learnt(field) || itself)
			continue;
		if (field_missing(field, kept))
			field_set(field, kept, theirs);
		else if (strcmp(field->name, "notes") == 0)
			notes_join(field, kept, merged);
	}
	const struct field *contact = entity_field(entity, "last_contact");
	if (contact != NULL &&
	    g_strcmp0(field_get(contact, merged).text, field_get(contact, kept).text) > 0)
		field_set(contact, kept, field_get(contact, merged));
}

/* Two live registrations of one person for one event: the one that stays is the stronger one, as
 * declared in the row that stays. */
static void
attendee_learn(struct attendee *kept, const struct attendee *merged)
{
	if (code_is(&code_attendee_statuses, merged->status, CODE_COUNTED) &&
	    !code_is(&code_attendee_statuses, kept->status, CODE_COUNTED)) {
		text_set(&kept->status, merged->status);
		kept->waiting_position = MISSING;
		text_set(&kept->waiting_reason, NULL);
	}
	if (strcmp(kept->part, "participant") == 0)
		text_set(&kept->part, merged->part);
	if (kept->email == NULL)
		text_set(&kept->email, merged->email);
	if (kept->phone == NULL)
		text_set(&kept->phone, merged->phone);
}

/* A body that became one with its own successor has none any longer, nor a day for it. */
static void
succession_end(struct organisation *kept)
{
	if (kept->successor_id == 0)
		text_set(&kept->succeeded_on, NULL);
}

static bool
kept_learn(Store *store, const struct entity *entity, gint64 kept_id, const void *merged,
	   GError **error)
{
	void *kept = store_get(store, entity, kept_id, error);
	if (kept == NULL)
		return false;
	if (entity == &entity_attendee)
		attendee_learn(kept, merged);
	else if (entity == &entity_event_theme)
		((struct event_theme *)kept)->position =
			MIN(((struct event_theme *)kept)->position,
			    ((const struct event_theme *)merged)->position);
	else
		learn(entity, kept, merged);
	if (entity == &entity_organisation)
		succession_end(kept);
	bool done = store_update(store, entity, kept, error);
	entity_free(entity, kept);
	return done;
}

/* ---- moving -------------------------------------------------------------------------------------
 */

static bool rows_merge(Store *store, const struct entity *entity, gint64 kept, gint64 merged,
		       GError **error);

/* What was said of two rows that are now one says nothing any longer. */
static bool
is_of_itself(const struct entity *entity, const void *row)
{
	if (entity != &entity_person_distinction && entity != &entity_organisation_distinction)
		return false;
	return value_equal(field_get(&entity->fields[0], row), field_get(&entity->fields[1], row));
}

/* Two registrations that are one have one certificate that is valid; both stay on record. */
static bool
certificate_move(Store *store, struct certificate *moved, GError **error)
{
	g_autoptr(Rows) others =
		store_of(store, &entity_certificate, "attendee_id", moved->attendee_id, error);
	if (others == NULL)
		return false;
	const struct certificate *valid = certificate_valid(others, moved->attendee_id);
	if (moved->withdrawn_on == NULL && valid != NULL && valid->id != moved->id)
		return certificate_withdraw(store, moved, error);
	return store_update(store, &entity_certificate, moved, error);
}

static bool
reference_move(Store *store, const struct entity *entity, const struct field *field, void *row,
	       gint64 kept, GError **error)
{
	gint64 id = ((const struct row_head *)row)->id, twin = 0;
	bool to_itself = entity == field->target && id == kept;
	field_set(field, row, to_itself ? value_text(NULL) : value_integer(kept));
	if (is_of_itself(entity, row))
		return store_delete(store, entity, id, error);
	if (entity == &entity_certificate)
		return certificate_move(store, row, error);
	if (!twin_find(store, entity, field, row, &twin, error))
		return false;
	return twin != 0 ? rows_merge(store, entity, twin, id, error)
			 : store_update(store, entity, row, error);
}

static bool
references_move(Store *store, const struct entity *target, gint64 kept, gint64 merged,
		GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++) {
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target != target)
				continue;
			g_autoptr(Rows) rows =
				store_of(store, entities[i], field->name, merged, error);
			if (rows == NULL)
				return false;
			for (guint k = 0; k < rows->n; k++)
				if (!reference_move(store, entities[i], field, rows->row[k], kept,
						    error))
					return false;
		}
	}
	return true;
}

/* ---- organisations ------------------------------------------------------------------------------
 */

static bool
alias_keep(Store *store, gint64 organisation_id, const char *name, GError **error)
{
	struct organisation *organisation =
		store_get(store, &entity_organisation, organisation_id, error);
	if (organisation == NULL)
		return false;
	g_autofree char *key = text_search_key(name);
	g_autofree char *own = text_search_key(organisation->name);
	g_autofree char *own_short = text_search_key(organisation->short_name);
	entity_free(&entity_organisation, organisation);
	bool known = *key == '\0' || strcmp(key, own) == 0 || strcmp(key, own_short) == 0;
	g_autoptr(Rows) aliases = store_of(store, &entity_organisation_alias, "organisation_id",
					   organisation_id, error);
	for (guint i = 0; aliases != NULL && i < aliases->n; i++)
		known |= strcmp(((struct organisation_alias *)aliases->row[i])->search_key, key) ==
			 0;
	if (aliases == NULL || known)
		return aliases != NULL;
	struct organisation_alias *alias = entity_new(&entity_organisation_alias);
	alias->organisation_id = organisation_id;
	text_set(&alias->name, name);
	bool done = store_insert(store, &entity_organisation_alias, alias, error);
	entity_free(&entity_organisation_alias, alias);
	return done;
}

/* ---- people -------------------------------------------------------------------------------------
 */

/* What the row that goes says of a function and an organisation, if it is not what the kept one
 * says, was or will be true at another time: it stays as a former one without dates. */
static bool
post_keep(Store *store, gint64 person_id, const struct person *merged, GError **error)
{
	struct person *kept = store_get(store, &entity_person, person_id, error);
	if (kept == NULL)
		return false;
	bool other = merged->organisation_id != 0 && kept->organisation_id != 0 &&
		     merged->organisation_id != kept->organisation_id;
	entity_free(&entity_person, kept);
	if (!other)
		return true;
	struct post *post = entity_new(&entity_post);
	post->person_id = person_id;
	post->organisation_id = merged->organisation_id;
	text_set(&post->function, merged->function);
	bool done = store_insert(store, &entity_post, post, error);
	entity_free(&entity_post, post);
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static bool
names_keep(Store *store, const struct entity *entity, gint64 kept, const void *merged,
	   GError **error)
{
	if (entity == &entity_person)
		return post_keep(store, kept, merged, error);
	if (entity != &entity_organisation)
		return true;
	const struct organisation *organisation = merged;
	return alias_keep(store, kept, organisation->name, error) &&
	       (organisation->short_name == NULL ||
		alias_keep(store, kept, organisation->short_name, error));
}

/* A copy that was taken along goes on to call the row by its old id. */
static bool
identity_keep(Store *store, const struct entity *entity, gint64 kept, gint64 merged, GError **error)
{
	bool out = false;
	g_autoptr(Rows) copies = store_all(store, &entity_door_copy, error);
	for (guint i = 0; copies != NULL && i < copies->n; i++)
		out |= ((const struct door_copy *)copies->row[i])->wiped_at == NULL;
	return copies != NULL && (!out || !door_comes_back(entity) ||
				  door_alias_note(store, entity, merged, kept, error));
}

static bool
rows_merge(Store *store, const struct entity *entity, gint64 kept, gint64 merged, GError **error)
{
	void *row = store_get(store, entity, merged, error);
	if (row == NULL)
		return false;
	bool done = references_move(store, entity, kept, merged, error) &&
		    names_keep(store, entity, kept, row, error) &&
		    identity_keep(store, entity, kept, merged, error) &&
		    store_delete(store, entity, merged, error) &&
		    kept_learn(store, entity, kept, row, error);
	entity_free(entity, row);
	return done;
}

static bool
rooms_are_near(Store *store, gint64 kept, gint64 merged, GError **error)
{
	struct room *a = store_get(store, &entity_room, kept, error);
	struct room *b = a != NULL ? store_get(store, &entity_room, merged, error) : NULL;
	bool near =
		b != NULL && (a->venue_id == b->venue_id ||
			      fail(error, ERROR_INVALID, _("“%s” and “%s” are rooms of two places"),
				   a->name, b->name));
	entity_free(&entity_room, a);
	entity_free(&entity_room, b);
	return near;
}

bool
merge_rows(Store *store, const struct entity *entity, gint64 kept, gint64 merged, GError **error)
{
	if (kept == merged)
		return fail(error, ERROR_INVALID,
			    _("both are the same %s: there is nothing to merge"), _(entity->label));
	if (entity == &entity_room && !rooms_are_near(store, kept, merged, error))
		return false;
	return rows_merge(store, entity, kept, merged, error);
}
