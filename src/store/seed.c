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

static bool
seed_table(Store *store, const struct seed *seed, const char *text, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_auto(GStrv) head = NULL;
	for (guint i = 0; lines[i] != NULL; i++) {
		if (*lines[i] == '#' || *lines[i] == '\0')
			continue;
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (head == NULL)
			head = g_steal_pointer(&cells);
		else if (!seed_row(store, seed, head, cells, error)) {
			g_prefix_error(error, "%s:%u: ", seed->file, i + 1);
			return false;
		}
	}
	return true;
}

bool
store_seed(Store *store, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(seeds); i++)
		for (const struct embedded_file *file = embedded_reference; file->name != NULL;
		     file++)
			if (strcmp(file->name, seeds[i].file) == 0 &&
			    !seed_table(store, &seeds[i], file->text, error))
				return false;
	return true;
}
