/* Organisations of the directory, from a table. */
#include <string.h>

#include "app/directory.h"
#include "app/import_private.h"
#include "app/nouns.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/organisation.h"
#include "core/reference.h"

static const char *const special[] = {"aliases", "successor",  "territories",
				      "themes",  "source_key", NULL};

/* The members that a table may say otherwise; its name is what it is found by. */
static const char *const members[] = {"short_name", "family", "level", "department",
				      "town",       "email",  "phone", "siren"};

struct draft {
	gint64 organisation_id; /* known, or 0 */
	int other;              /* earlier row that it follows, or -1 */
	gint64 made;            /* while the plan is written */
};

struct organisations {
	Bodies *bodies;
	Classifier *classifier;
	GHashTable *rows; /* key of a name of an earlier row → row + 1 */
	struct draft *drafts;
	struct tally tally;
};

static struct organisations *
organisations_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

static void
organisations_forget(gpointer subject)
{
	struct organisations *organisations = subject;
	bodies_free(organisations->bodies);
	classifier_free(organisations->classifier);
	g_clear_pointer(&organisations->rows, g_hash_table_destroy);
	g_free(organisations->drafts);
	g_free(organisations);
}

static bool
organisations_columns(Store *store, ImportPlan *plan, const struct import_options *options,
		      GError **error)
{
	plan->source = g_strdup("organisations");
	columns_of_kind(plan, COLUMNS_ORGANISATIONS);
	if (!columns_choose(store, plan, options, error))
		return false;
	return column_of(plan, "name") >= 0 ||
	       fail(error, ERROR_INVALID,
		    _("no column of this table holds names; say which one does "
		      "(“heading=name”)"));
}

static bool
organisations_load(Store *store, ImportPlan *plan, GError **error)
{
	struct organisations *organisations = g_new0(struct organisations, 1);
	plan->work->subject = organisations;
	organisations->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	organisations->drafts = g_new0(struct draft, plan->work->sheet.rows->len);
	cells_bind(plan, &entity_organisation, special);
	organisations->bodies = bodies_load(store, error);
	organisations->classifier = classifier_load(store);
	return organisations->bodies != NULL && memory_load(store, plan, error);
}

/* ---- reading -------------------------------------------------------------------------------- */

/* Lists that are rows of their own, as written. */
struct listed {
	struct organisation organisation;
	char **aliases;
	char *successor;
	char **territories;
	char **themes;
};

static char **
list_read(const ImportPlan *plan, guint row, const char *field)
{
	g_autofree char *cell = cells_text(plan, row, field);
	return values_split(cell != NULL ? cell : "");
}

static bool
listed_read(ImportPlan *plan, guint row, struct listed *listed)
{
	*listed = (struct listed){
		.aliases = list_read(plan, row, "aliases"),
		.successor = cells_text(plan, row, "successor"),
		.territories = list_read(plan, row, "territories"),
		.themes = list_read(plan, row, "themes"),
	};
	struct organisation *organisation = &listed->organisation;
	entity_init(&entity_organisation, organisation);
	g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func((GDestroyNotify)leftover_free);
	cells_read(plan, row, organisation, left);
	leftovers_into(plan, left, &organisation->notes);
	char *phone = organisation->phone != NULL ? text_phone(organisation->phone) : NULL;
	if (phone != NULL) {
		g_free(organisation->phone);
		organisation->phone = phone;
	}
	if (organisation->name == NULL)
		return false;
	g_autofree char *key = text_search_key(organisation->name);
	return *key != '\0';
}

static void
listed_clear(struct listed *listed)
{
	entity_clear(&entity_organisation, &listed->organisation);
	g_strfreev(listed->aliases);
	g_strfreev(listed->territories);
	g_strfreev(listed->themes);
	g_free(listed->successor);
}

static bool
read_quietly(ImportPlan *plan, guint row, struct listed *listed)
{
	bool quiet = plan->work->quiet;
	plan->work->quiet = true;
	bool named = listed_read(plan, row, listed);
	plan->work->quiet = quiet;
	return named;
}

/* ---- comparing ------------------------------------------------------------------------------ */

static bool
value_differs(const struct field *field, const struct organisation *now,
	      const struct organisation *before)
{
	const char *said = field_get(field, now).text, *known = field_get(field, before).text;
	if (said == NULL || known == NULL)
		return said != NULL;
	g_autofree char *left = text_search_key(said);
	g_autofree char *right = text_search_key(known);
	return strcmp(left, right) != 0;
}

/* What NOW says otherwise than BEFORE, and which of its other names are not known; taken into
 * TARGET when there is one. NULL when nothing. */
static char *
listed_differs(Bodies *bodies, const struct listed *now, const struct organisation *before,
	       struct organisation *target)
{
	GString *changes = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(&entity_organisation, members[i]);
		if (!value_differs(field, &now->organisation, before))
			continue;
		g_autofree char *old = field_text(field, before);
		g_autofree char *new = field_text(field, &now->organisation);
		changes_add(changes, _(field->label), *old != '\0' ? old : NULL, new);
		if (target != NULL)
			field_set(field, target, field_get(field, &now->organisation));
	}
	for (guint i = 0; now->aliases[i] != NULL; i++)
		if (before->id == 0 || bodies_find(bodies, now->aliases[i], NULL) != before->id)
			changes_add(changes, _("Other names"), NULL, now->aliases[i]);
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

/* ---- judging -------------------------------------------------------------------------------- */

static void
judge_as(struct import_line *line, enum import_outcome outcome, char *reason)
{
	line->outcome = outcome;
	line->reason = reason;
}

static void
names_take(struct organisations *organisations, const struct listed *listed, guint row)
{
	const char *const names[] = {listed->organisation.name, listed->organisation.short_name};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		char *key = names[i] != NULL ? text_search_key(names[i]) : NULL;
		if (key == NULL || g_hash_table_contains(organisations->rows, key))
			g_free(key);
		else
			g_hash_table_insert(organisations->rows, key, GUINT_TO_POINTER(row + 1));
	}
}

static void
judge_twin(ImportPlan *plan, struct import_line *line, const struct listed *listed, guint row,
	   guint twin)
{
	struct organisations *organisations = organisations_of(plan);
	const struct import_line *other = g_ptr_array_index(plan->rows, twin);
	struct listed before;
	read_quietly(plan, twin, &before);
	organisations->drafts[row].other = (int)twin;
	line->other_line = other->line;
	line->other = line_words(other->line, other->title);
	char *changes = listed_differs(organisations->bodies, listed, &before.organisation, NULL);
	listed_clear(&before);
	judge_as(line, changes != NULL ? IMPORT_CHANGED : IMPORT_SAME,
		 changes != NULL ? changes : g_strdup(_("the same name twice")));
}

static bool
judge_known(Store *store, ImportPlan *plan, struct import_line *line, const struct listed *listed,
	    guint row, gint64 id, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	struct organisation *known = store_get(store, &entity_organisation, id, error);
	if (known == NULL)
		return false;
	organisations->drafts[row].organisation_id = line->other_id = id;
	line->other = g_strdup(known->name);
	char *changes = listed_differs(organisations->bodies, listed, known, NULL);
	entity_free(&entity_organisation, known);
	judge_as(line, changes != NULL ? IMPORT_CHANGED : IMPORT_SAME,
		 changes != NULL ? changes : g_strdup(_("already there")));
	return true;
}

/* The town hall's other title is the same body, and doubtful all the same: nobody has said so. */
static bool
judge_named(Store *store, ImportPlan *plan, guint row, struct import_line *line,
	    const struct listed *listed, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	g_autofree char *key = text_search_key(listed->organisation.name);
	gpointer twin = g_hash_table_lookup(organisations->rows, key);
	bool near = false;
	gint64 id = bodies_find(organisations->bodies, listed->organisation.name, &near);
	if (id == 0 && listed->organisation.short_name != NULL)
		id = bodies_find(organisations->bodies, listed->organisation.short_name, NULL);
	if (id != 0 && !near)
		return judge_known(store, plan, line, listed, row, id, error);
	if (twin != NULL) {
		judge_twin(plan, line, listed, row, GPOINTER_TO_UINT(twin) - 1);
		return true;
	}
	names_take(organisations, listed, row);
	organisations->drafts[row].organisation_id = line->other_id = id;
	line->other = g_strdup(bodies_name(organisations->bodies, id));
	judge_as(line, id != 0 ? IMPORT_DOUBTFUL : IMPORT_NEW,
		 id != 0 ? g_strdup(_("another name of the same town hall?")) : NULL);
	return true;
}

static bool
organisations_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line,
		    GError **error)
{
	struct listed listed;
	bool done = true;
	organisations_of(plan)->drafts[row].other = -1;
	if (!listed_read(plan, row, &listed)) {
		line->title = g_strdup(_("(no name)"));
		judge_as(line, IMPORT_REFUSED, g_strdup(_("there is no name in this row")));
		say_error(plan, line->line, "name", "%s", line->reason);
	} else {
		line->title = g_strdup(listed.organisation.name);
		done = judge_named(store, plan, row, line, &listed, error);
	}
	listed_clear(&listed);
	return done;
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool
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
		if (bodies_find(bodies, listed->aliases[i], NULL) != 0)
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
territories_note(Store *store, struct listed *listed)
{
	for (guint i = 0; listed->territories[i] != NULL; i++) {
		if (territory_called(store, listed->territories[i]) != 0)
			continue;
		char *notes = g_strdup_printf(_("%s%sterritory served: %s"),
					      listed->organisation.notes != NULL
						      ? listed->organisation.notes
						      : "",
					      listed->organisation.notes != NULL ? "\n" : "",
					      listed->territories[i]);
		g_free(listed->organisation.notes);
		listed->organisation.notes = notes;
	}
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
	g_autofree char *changes = listed_differs(bodies, listed, organisation, organisation);
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

static bool
organisations_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		    guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	if (line->outcome == IMPORT_REFUSED ||
	    (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SKIP))
		return true;
	struct listed listed;
	read_quietly(plan, row, &listed);
	bool done = row_write(store, plan, row, choice->update, &listed, written, error);
	listed_clear(&listed);
	return done;
}

/* Successors are named once all of them are there. */
static bool
successor_write(Store *store, ImportPlan *plan, guint row, GError **error)
{
	struct organisations *organisations = organisations_of(plan);
	gint64 id = organisations->drafts[row].made;
	g_autofree char *name = id != 0 ? cells_text(plan, row, "successor") : NULL;
	gint64 successor = name != NULL ? bodies_find(organisations->bodies, name, NULL) : 0;
	if (successor == 0 || successor == id)
		return true;
	struct organisation *organisation = store_get(store, &entity_organisation, id, error);
	if (organisation == NULL)
		return false;
	if (organisation->successor_id == 0)
		organisation->successor_id = successor;
	bool done = store_update(store, &entity_organisation, organisation, error);
	entity_free(&entity_organisation, organisation);
	return done;
}

static bool
organisations_close(Store *store, ImportPlan *plan, GError **error)
{
	for (guint row = 0; row < plan->rows->len; row++)
		if (!successor_write(store, plan, row, error))
			return false;
	return tally_close(store, &organisations_of(plan)->tally, error);
}

const struct import_rule import_rule_organisations = {
	.name = "organisations",
	.action = "organisations_import",
	.columns = organisations_columns,
	.load = organisations_load,
	.judge = organisations_judge,
	.open = organisations_open,
	.write = organisations_write,
	.close = organisations_close,
	.forget = organisations_forget,
};
