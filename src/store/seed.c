/* Reference data of a new file: territories and school holidays, from the tables of db/reference.
 * It is the ground that gestures stand on, so it has no history of its own. */
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "core/reference.h"
#include "store/private.h"

/* Which column of a table is which member; the first row names the columns, "#" begins a comment.
 */
struct seed {
	const char *file;
	const struct entity *entity;
	const char *type;          /* of a territory, or kind of a holiday */
	const char *columns[8][2]; /* heading, member */
};

static const struct seed seeds[] = {
	{"regions.tsv", &entity_territory, "region", {{"code", "code"}, {"nom", "name"}}},
	{"departements.tsv",
	 &entity_territory,
	 "department",
	 {{"code", "code"}, {"nom", "name"}, {"code_region", "parent"}, {"code", "department"}}},
	{"epci_occitanie.tsv",
	 &entity_territory,
	 "epci",
	 {{"siren", "code"},
	  {"nom", "name"},
	  {"departement_principal", "department"},
	  {"population_municipale", "population"}}},
	{"communes_occitanie.tsv",
	 &entity_territory,
	 "town",
	 {{"code_insee", "code"},
	  {"nom", "name"},
	  {"departement", "department"},
	  {"codes_postaux", "postal_codes"},
	  {"population", "population"}}},
	{"qpv_2015_occitanie.tsv",
	 &entity_territory,
	 "district",
	 {{"code_qp", "code"},
	  {"nom_qp", "name"},
	  {"communes", "parent"},
	  {"departement", "department"},
	  {"population_municipale", "population"}}},
	{"vacances_zone_c.tsv",
	 &entity_holiday_period,
	 "school",
	 {{"premier_jour", "first_day"}, {"dernier_jour", "last_day"}, {"nom", "name"}}},
};

static void
seed_member(const struct entity *entity, void *row, const char *member, const char *text)
{
	const struct field *field = entity_field(entity, member);
	g_assert(field != NULL);
	if (*text == '\0')
		return;
	if (field->kind == FIELD_INTEGER)
		field_set(field, row, value_integer(g_ascii_strtoll(text, NULL, 10)));
	else
		field_set(field, row, value_text(text));
}

static void
seed_fixed(const struct seed *seed, void *row)
{
	if (seed->entity == &entity_territory) {
		struct territory *territory = row;
		text_set(&territory->type, seed->type);
		if (strcmp(seed->type, "district") == 0)
			territory->vintage = 2015;
	} else {
		struct holiday_period *period = row;
		text_set(&period->kind, seed->type);
		text_set(&period->zone, "C");
		text_set(&period->origin, seed->file);
	}
}

static bool
seed_row(Store *store, const struct seed *seed, char **head, char **cells, GError **error)
{
	void *row = entity_new(seed->entity);
	seed_fixed(seed, row);
	for (guint i = 0; i < G_N_ELEMENTS(seed->columns) && seed->columns[i][0] != NULL; i++)
		for (guint j = 0; head[j] != NULL && cells[j] != NULL; j++)
			if (strcmp(head[j], seed->columns[i][0]) == 0)
				seed_member(seed->entity, row, seed->columns[i][1], cells[j]);
	struct row_head *row_head = row;
	row_head->id = id_new();
	row_head->rev = 1;
	if (seed->entity->prepare != NULL)
		seed->entity->prepare(row);
	bool done = entity_check(seed->entity, row, error) &&
		    row_insert_alone(store, seed->entity, row, error);
	entity_free(seed->entity, row);
	return done;
}

/* MISSING: what is there already stays, by the unique rules of its table. */
static bool
seed_row_if(Store *store, const struct seed *seed, char **head, char **cells, bool missing,
	    GError **error)
{
	GError *reason = NULL;
	if (seed_row(store, seed, head, cells, &reason))
		return true;
	if (missing && g_error_matches(reason, ATELIERS_ERROR, ERROR_CONFLICT)) {
		g_clear_error(&reason);
		return true;
	}
	g_propagate_error(error, reason);
	return false;
}

static bool
seed_table(Store *store, const struct seed *seed, const char *text, bool missing, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_auto(GStrv) head = NULL;
	for (guint i = 0; lines[i] != NULL; i++) {
		if (*lines[i] == '#' || *lines[i] == '\0')
			continue;
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (head == NULL)
			head = g_steal_pointer(&cells);
		else if (!seed_row_if(store, seed, head, cells, missing, error)) {
			g_prefix_error(error, "%s:%u: ", seed->file, i + 1);
			return false;
		}
	}
	return true;
}

static bool
seeds_write(Store *store, const struct entity *only, bool missing, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(seeds); i++)
		for (const struct embedded_file *file = embedded_reference; file->name != NULL;
		     file++)
			if ((only == NULL || seeds[i].entity == only) &&
			    strcmp(file->name, seeds[i].file) == 0 &&
			    !seed_table(store, &seeds[i], file->text, missing, error))
				return false;
	return true;
}

bool
store_seed(Store *store, GError **error)
{
	return seeds_write(store, NULL, false, error);
}

bool
store_seed_missing(Store *store, const struct entity *entity, GError **error)
{
	return seeds_write(store, entity, true, error);
}
