/* Busy dates of partners: seen by calendar and year, taken away one by one or by calendar. */
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "core/busy.h"

/* The name of a calendar that is here, as it is spelt; NULL with an error that names those there
 * are. */
static char *
source_find(struct run *run, const char *typed, GError **error)
{
	g_autoptr(Rows) rows = store_all(run->store, &entity_busy, error);
	if (rows == NULL)
		return NULL;
	g_autofree char *key = text_search_key(typed);
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GString) known = g_string_new(NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct busy *row = rows->row[i];
		if (!g_hash_table_add(names, row->source))
			continue;
		g_autofree char *other = text_search_key(row->source);
		if (strcmp(row->source, typed) == 0 || (*key != '\0' && strcmp(other, key) == 0))
			return g_strdup(row->source);
		g_string_append_printf(known, "%s%s", known->len > 0 ? "; " : "", row->source);
	}
	if (known->len > 0)
		fail(error, ERROR_NOT_FOUND, _("there is no calendar “%s”; there are: %s"), typed,
		     known->str);
	else
		fail(error, ERROR_NOT_FOUND,
		     _("there is no calendar “%s”: none has been brought in"), typed);
	return NULL;
}

static Rows *
rows_wanted(struct run *run, GError **error)
{
	const char *typed = run_option(run, OPTION_SOURCE);
	if (typed == NULL)
		return store_all(run->store, &entity_busy, error);
	g_autofree char *source = source_find(run, typed, error);
	return source != NULL
		       ? store_where(run->store, &entity_busy, "source", value_text(source), error)
		       : NULL;
}

static void
year_keep(Rows *rows, const char *year)
{
	guint kept = 0;
	for (guint i = 0; i < rows->n; i++) {
		struct busy *row = rows->row[i];
		if (strncmp(row->first_day, year, 4) <= 0 && strncmp(row->last_day, year, 4) >= 0)
			rows->row[kept++] = row;
		else
			entity_free(&entity_busy, row);
	}
	rows->n = kept;
}

bool
cmd_busy_list(struct run *run, GError **error)
{
	const char *year = run_option(run, OPTION_YEAR);
	if (year != NULL && (strlen(year) != 4 || !date_valid(year)))
		return fail(error, ERROR_USAGE, _("“%s” is no year; they are written 2026"), year);
	g_autoptr(Rows) rows = rows_wanted(run, error);
	if (rows == NULL)
		return false;
	if (year != NULL)
		year_keep(rows, year);
	return noun_rows_list(run, &noun_busy, rows, error);
}

static bool
rows_delete(struct run *run, const Rows *rows, GError **error)
{
	for (guint i = 0; i < rows->n; i++)
		if (!store_delete(run->store, &entity_busy, ((struct busy *)rows->row[i])->id,
				  error))
			return false;
	store_about(run->store, NULL, 0, 0, rows->n);
	run_note(run, i18n_count("%u busy date deleted", "%u busy dates deleted", rows->n),
		 rows->n);
	return true;
}

bool
cmd_busy_delete(struct run *run, GError **error)
{
	bool source = run_given(run, OPTION_SOURCE);
	if (source == (run->n_arguments > 0))
		return fail(error, ERROR_USAGE,
			    _("“busy delete” wants a date, or --source for all of a calendar"));
	if (!source)
		return cmd_noun_delete(run, error);
	if (!run_begin(run, "busy_delete", error))
		return false;
	g_autoptr(Rows) rows = rows_wanted(run, error);
	return run_end(run, rows != NULL && rows_delete(run, rows, error), error);
}
