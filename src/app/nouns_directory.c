/* People and organisations. */
#include <string.h>

#include "app/directory.h"
#include "app/nouns.h"
#include "app/succession.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/status.h"
#include "store/event_rows.h"

static gint64
organisation_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes,
		     GError **error)
{
	(void)from;
	return organisation_found(store, typed, notes, error);
}

static bool
organisation_begin(Store *store, void *row, GError **error)
{
	(void)error;
	organisation_propose(store, row);
	return true;
}

/* Family, level or département said by hand are confirmed by that (data model, Entities). */
static bool
organisation_tidy(Store *store, void *row, GError **error)
{
	(void)error;
	struct organisation *organisation = row;
	struct organisation *stored = organisation->id != 0 ? store_get(store, &entity_organisation,
									organisation->id, NULL)
							    : NULL;
	if (stored == NULL)
		return true;
	bool said = g_strcmp0(stored->family, organisation->family) != 0 ||
		    g_strcmp0(stored->level, organisation->level) != 0 ||
		    g_strcmp0(stored->department, organisation->department) != 0;
	if (said && stored->classified == organisation->classified)
		organisation->classified = 1;
	entity_free(&entity_organisation, stored);
	return true;
}

/* A chain of successors that comes back to where it began would count nobody. */
static bool
organisation_judge(Store *store, const void *row, const char **key, GError **error)
{
	const struct organisation *organisation = row;
	g_autoptr(GHashTable) seen =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	gint64 next = organisation->successor_id;
	*key = "successor";
	while (next != 0) {
		if (next == organisation->id)
			return fail(error, ERROR_INVALID,
				    _("“%s” cannot come after itself, not even by way of others"),
				    organisation->name);
		if (!g_hash_table_add(seen, g_memdup2(&next, sizeof next)))
			break;
		struct organisation *after = store_get(store, &entity_organisation, next, NULL);
		next = after != NULL ? after->successor_id : 0;
		entity_free(&entity_organisation, after);
	}
	return true;
}

static char *
aliases_get(Store *store, const void *row)
{
	const struct organisation *organisation = row;
	GString *names = g_string_new(NULL);
	g_autoptr(Rows) rows = store_of(store, &entity_organisation_alias, "organisation_id",
					organisation->id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		values_add(names, ((struct organisation_alias *)rows->row[i])->name);
	return values_end(names);
}

static bool
alias_add(Store *store, gint64 organisation_id, const char *name, GError **error)
{
	struct organisation_alias *alias = entity_new(&entity_organisation_alias);
	alias->organisation_id = organisation_id;
	text_set(&alias->name, name);
	bool done = store_insert(store, &entity_organisation_alias, alias, error);
	entity_free(&entity_organisation_alias, alias);
	return done;
}

/* The list as typed replaces the present one; a name that stays keeps its row and its dates. */
static bool
aliases_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	const struct organisation *organisation = row;
	g_auto(GStrv) names = values_split(typed);
	g_autoptr(Rows) rows = store_of(store, &entity_organisation_alias, "organisation_id",
					organisation->id, error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < rows->n; i++) {
		const struct organisation_alias *alias = rows->row[i];
		if (!g_strv_contains((const char *const *)names, alias->name) &&
		    !store_delete(store, &entity_organisation_alias, alias->id, error))
			return false;
	}
	for (guint i = 0; names[i] != NULL; i++) {
		bool there = false;
		for (guint j = 0; j < rows->n; j++)
			there |= strcmp(((struct organisation_alias *)rows->row[j])->name,
					names[i]) == 0;
		if (!there && !alias_add(store, organisation->id, names[i], error))
			return false;
	}
	return true;
}

/* ---- figures ------------------------------------------------------------------------------------
 */

static char *
body_get(Store *store, const void *row)
{
	gint64 id = ((const struct organisation *)row)->id;
	struct organisation *body =
		store_get(store, &entity_organisation, organisation_body(store, id), NULL);
	char *name = body != NULL ? g_strdup(body->name) : NULL;
	entity_free(&entity_organisation, body);
	return name;
}

static void
registrations_add(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	gint64 *sum = user;
	(void)session_id;
	if (attendee_counted(status, part))
		*sum += n;
}

/* Of the body under all its names: ten years of it are one figure. */
static char *
registrations_get(Store *store, const void *row)
{
	g_autoptr(GArray) ids =
		organisation_names_of_body(store, ((const struct organisation *)row)->id);
	gint64 sum = 0;
	for (guint i = 0; i < ids->len; i++)
		organisation_attendee_tally(store, g_array_index(ids, gint64, i), registrations_add,
					    &sum, NULL);
	return g_strdup_printf("%" G_GINT64_FORMAT, sum);
}

static const struct noun_key organisation_keys[] = {
	PLAIN("name", NOUN_LISTED),
	PLAIN("short_name", 0),
	{.key = "aliases",
	 .label = N_("Aliases"),
	 .flags = NOUN_MANY,
	 .get = aliases_get,
	 .set = aliases_set},
	PLAIN("family", NOUN_LISTED),
	PLAIN("level", NOUN_LISTED),
	PLAIN("department", NOUN_LISTED),
	PLAIN("classified", 0),
	PLAIN("small_site", 0),
	PLAIN("town", 0),
	PLAIN("email", 0),
	PLAIN("phone", 0),
	PLAIN("siren", 0),
	{.key = "successor", .field = "successor_id", .named = &noun_organisation},
	PLAIN("succeeded_on", 0),
	{.key = "body", .label = N_("Counted as"), .flags = NOUN_READ_ONLY, .get = body_get},
	{.key = "registrations",
	 .label = N_("Registrations under all its names"),
	 .flags = NOUN_READ_ONLY | NOUN_NUMBER,
	 .get = registrations_get},
	PLAIN("notes", NOUN_LONG),
};

const struct noun noun_organisation = {
	.name = "organisation",
	.label = N_("Organisations"),
	.entity = &entity_organisation,
	.keys = organisation_keys,
	.n_keys = G_N_ELEMENTS(organisation_keys),
	.name_key = "name",
	.begin = organisation_begin,
	.tidy = organisation_tidy,
	.judge = organisation_judge,
	.resolve = organisation_resolve,
};

static gint64
person_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)from;
	return person_found(store, typed, true, notes, error);
}

static char *
person_name_get(Store *store, const void *row)
{
	(void)store;
	const struct person *person = row;
	return name_shown(person->first_name, person->last_name);
}

/* A number that can be read is kept the international way; another one as it was typed. */
static bool
person_tidy(Store *store, void *row, GError **error)
{
	(void)store;
	(void)error;
	struct person *person = row;
	char *phone = person->phone != NULL ? text_phone(person->phone) : NULL;
	if (phone != NULL) {
		g_free(person->phone);
		person->phone = phone;
	}
	return true;
}

static const struct noun_key person_keys[] = {
	PLAIN("first_name", NOUN_LISTED),
	PLAIN("last_name", NOUN_LISTED),
	PLAIN("function", NOUN_LISTED),
	{.key = "organisation",
	 .field = "organisation_id",
	 .named = &noun_organisation,
	 .flags = NOUN_LISTED},
	PLAIN("role", 0),
	PLAIN("email", NOUN_LISTED),
	PLAIN("phone", 0),
	PLAIN("town", 0),
	PLAIN("department", NOUN_LISTED),
	PLAIN("last_contact", 0),
	PLAIN("civility", 0),
	PLAIN("photo", 0),
	PLAIN("order_name", 0),
	PLAIN("notes", NOUN_LONG),
	{.key = "name", .label = N_("Full name"), .flags = NOUN_READ_ONLY, .get = person_name_get},
};

const struct noun noun_person = {
	.name = "person",
	.label = N_("People"),
	.entity = &entity_person,
	.keys = person_keys,
	.n_keys = G_N_ELEMENTS(person_keys),
	.name_key = "name",
	.tidy = person_tidy,
	.resolve = person_resolve,
};
