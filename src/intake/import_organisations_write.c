/* Organisations as they are written. */
#include <string.h>

#include "app/noun.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_organisations.h"

bool
organisations_open(Store *store, ImportPlan *plan, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	for (guint row = 0; row < plan->rows->len; row++)
		organisations->drafts[row].made = 0;
	g_clear_pointer(&organisations->bodies, bodies_free);
	organisations->bodies = bodies_load(store, error);
	organisations->tally = (struct tally){.entity = &entity_organisation};
	return organisations->bodies != NULL && tally_open(store, &organisations->tally, error);
}

/* Other names, one row each; those that lead to somebody already stay where they are. */
static bool
aliases_write(Store *store, Bodies *bodies, const struct listed *listed, gint64 id, GError **error)
{
	for (guint i = 0; listed->aliases[i] != NULL; i++) {
		if (bodies_find(bodies, listed->aliases[i]) != 0)
			continue;
		struct organisation_alias *alias = entity_new(&entity_organisation_alias);
		alias->organisation_id = id;
		g_autofree char *cut = value_cut(listed->aliases[i], 200);
		text_set(&alias->name, cut != NULL ? cut : listed->aliases[i]);
		bool done = store_insert(store, &entity_organisation_alias, alias, error);
		if (done)
			bodies_add_name(bodies, id, alias->name);
		entity_free(&entity_organisation_alias, alias);
		if (!done)
			return false;
	}
	return true;
}

static gint64
territory_called(Store *store, const char *name)
{
	g_autofree char *key = text_search_key(name);
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "search_key", value_text(key), NULL);
	return rows != NULL && rows->n == 1 ? ((struct territory *)rows->row[0])->id : 0;
}

static bool
territory_link(Store *store, gint64 organisation_id, gint64 territory_id, GError **error)
{
	struct organisation_territory link = {
		.organisation_id = organisation_id,
		.territory_id = territory_id,
	};
	return store_insert(store, &entity_organisation_territory, &link, error);
}

static bool
theme_link(Store *store, gint64 organisation_id, gint64 theme_id, GError **error)
{
	struct organisation_theme link = {
		.organisation_id = organisation_id,
		.theme_id = theme_id,
	};
	return store_insert(store, &entity_organisation_theme, &link, error);
}

/* Territories served and themes of a new organisation. A territory that is not known, or whose name
 * several bear, stays in the notes. */
static bool
links_write(Store *store, const struct listed *listed, gint64 id, GError **error)
{
	g_autoptr(GHashTable) linked =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; listed->territories[i] != NULL; i++) {
		gint64 territory = territory_called(store, listed->territories[i]);
		if (territory != 0 &&
		    g_hash_table_add(linked, g_memdup2(&territory, sizeof territory)) &&
		    !territory_link(store, id, territory, error))
			return false;
	}
	for (guint i = 0; listed->themes[i] != NULL; i++) {
		gint64 theme = noun_theme.resolve(store, NULL, listed->themes[i], NULL, error);
		if (theme == 0)
			return false;
		if (g_hash_table_add(linked, g_memdup2(&theme, sizeof theme)) &&
		    !theme_link(store, id, theme, error))
			return false;
	}
	return true;
}

static void
note_add(struct organisation *organisation, char *note)
{
	char *notes = organisation->notes != NULL
			      ? g_strconcat(organisation->notes, "\n", note, NULL)
			      : g_strdup(note);
	g_free(organisation->notes);
	organisation->notes = notes;
	g_free(note);
}

static void
territories_note(Store *store, struct listed *listed)
{
	for (guint i = 0; listed->territories[i] != NULL; i++)
		if (territory_called(store, listed->territories[i]) == 0)
			note_add(&listed->organisation, g_strdup_printf(_("territory served: %s"),
									listed->territories[i]));
}

/* What the table says of family and level is said by a person; the rest is proposed. */
static bool
organisation_add(Store *store, ImportPlan *plan, guint row, struct listed *listed, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	struct organisation *organisation = &listed->organisation;
	organisation->classified = organisation->family != NULL && organisation->level != NULL;
	if (organisations->classifier != NULL)
		organisation_propose_with(organisations->classifier, organisation);
	territories_note(store, listed);
	if (!store_insert(store, &entity_organisation, organisation, error))
		return false;
	organisations->drafts[row].made = organisation->id;
	organisations->tally.made++;
	bodies_add(organisations->bodies, organisation);
	return aliases_write(store, organisations->bodies, listed, organisation->id, error) &&
	       links_write(store, listed, organisation->id, error);
}

static bool
organisation_change(Store *store, ImportPlan *plan, gint64 id, const struct listed *listed,
		    GError **error)
{
	Bodies *bodies = organisations_of(plan)->bodies;
	struct organisation *organisation = store_get(store, &entity_organisation, id, error);
	if (organisation == NULL)
		return false;
	g_free(listed_differs(bodies, listed, organisation, organisation));
	if (listed->organisation.family != NULL && listed->organisation.level != NULL)
		organisation->classified = 1;
	bool done = store_update(store, &entity_organisation, organisation, error) &&
		    aliases_write(store, bodies, listed, id, error);
	entity_free(&entity_organisation, organisation);
	return done;
}

/* The name of a row that somebody said is another name of a known organisation. */
static bool
organisation_name(Store *store, ImportPlan *plan, gint64 id, struct listed *listed, GError **error)
{
	Bodies *bodies = organisations_of(plan)->bodies;
	struct organisation_alias *alias = entity_new(&entity_organisation_alias);
	alias->organisation_id = id;
	text_set(&alias->name, listed->organisation.name);
	bool done = store_insert(store, &entity_organisation_alias, alias, error);
	if (done)
		bodies_add_name(bodies, id, alias->name);
	entity_free(&entity_organisation_alias, alias);
	return done && organisation_change(store, plan, id, listed, error);
}

static bool
row_write(Store *store, ImportPlan *plan, guint row, bool update, struct listed *listed,
	  guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	struct draft *draft = &organisations_of(plan)->drafts[row];
	gint64 id = draft->organisation_id;
	if (id == 0 && draft->other >= 0)
		id = organisations_of(plan)->drafts[draft->other].made;
	bool doubtful = line->outcome == IMPORT_DOUBTFUL;
	if (line->outcome == IMPORT_NEW || (doubtful && line->decision == DECIDE_NEW)) {
		++*written;
		return organisation_add(store, plan, row, listed, error);
	}
	draft->made = id;
	if (id == 0 || line->outcome == IMPORT_SAME || (!doubtful && !update))
		return true;
	++*written;
	return doubtful ? organisation_name(store, plan, id, listed, error)
			: organisation_change(store, plan, id, listed, error);
}

bool
organisations_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		    guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	if (line->outcome == IMPORT_REFUSED ||
	    (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SKIP))
		return true;
	struct listed listed;
	listed_again(plan, row, &listed);
	bool done = row_write(store, plan, row, choice->update, &listed, written, error);
	listed_clear(&listed);
	return done;
}

static bool
is_new(const ImportPlan *plan, guint row)
{
	return ((struct import_line *)g_ptr_array_index(plan->rows, row))->outcome == IMPORT_NEW;
}

/* Successors are named once all of them are there; one that is not there stays in the notes. */
static bool
successor_write(Store *store, ImportPlan *plan, guint row, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	gint64 id = organisations->drafts[row].made;
	g_autofree char *name = id != 0 ? cells_text(plan, row, "successor") : NULL;
	gint64 successor = name != NULL ? bodies_find(organisations->bodies, name) : 0;
	if (name == NULL || successor == id)
		return true;
	struct organisation *organisation = store_get(store, &entity_organisation, id, error);
	if (organisation == NULL)
		return false;
	if (successor == 0 && is_new(plan, row))
		note_add(organisation, g_strdup_printf(_("successor: %s"), name));
	else if (successor != 0 && organisation->successor_id == 0)
		organisation->successor_id = successor;
	bool done = store_update(store, &entity_organisation, organisation, error);
	entity_free(&entity_organisation, organisation);
	return done;
}

bool
organisations_close(Store *store, ImportPlan *plan, GError **error)
{
	for (guint row = 0; row < plan->rows->len; row++)
		if (!successor_write(store, plan, row, error))
			return false;
	return tally_close(store, &organisations_of(plan)->tally, error);
}
