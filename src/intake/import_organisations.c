/* Organisations of the directory, from a table. */
#include "intake/import_organisations.h"

#include <string.h>

#include "app/nouns.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static const char *const special[] = {"aliases", "successor",  "territories",
				      "themes",  "source_key", NULL};

/* The members that a table may say otherwise; its name is what it is found by. */
static const char *const members[] = {"short_name", "family", "level", "department",
				      "town",       "email",  "phone", "siren"};

struct organisations *
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
		    _("no column of this table holds names; head one “Name” in the file, or say on "
		      "the command line which one does (“heading=name”)"));
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
	leftovers_into(plan, row, left, &organisation->notes);
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

void
listed_clear(struct listed *listed)
{
	entity_clear(&entity_organisation, &listed->organisation);
	g_strfreev(listed->aliases);
	g_strfreev(listed->territories);
	g_strfreev(listed->themes);
	g_free(listed->successor);
}

bool
listed_again(ImportPlan *plan, guint row, struct listed *listed)
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

char *
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
		if (before->id == 0 || bodies_find(bodies, now->aliases[i]) != before->id)
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
	listed_again(plan, twin, &before);
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
	gint64 id = bodies_find(organisations->bodies, listed->organisation.name);
	if (id == 0 && listed->organisation.short_name != NULL)
		id = bodies_find(organisations->bodies, listed->organisation.short_name);
	if (id != 0)
		return judge_known(store, plan, line, listed, row, id, error);
	if (twin != NULL) {
		judge_twin(plan, line, listed, row, GPOINTER_TO_UINT(twin) - 1);
		return true;
	}
	names_take(organisations, listed, row);
	id = bodies_near(organisations->bodies, listed->organisation.name);
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
