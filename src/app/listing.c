#include "app/listing.h"

#include <string.h>

#include "app/modules.h"
#include "app/output.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "store/setting.h"

/* A file under way: a workbook, or the output of CSV. */
struct file {
	Store *store;
	const struct exchange_module *exchange;
	const struct noun *noun;
	struct listing_column *columns;
	guint n;
	enum listing_form form;
	Workbook *book;
	Output *output;
	char **cells; /* of the row under way */
};

/* ---- cells --------------------------------------------------------------------------------------
 */

static enum workbook_kind
kind_of(const struct noun *noun, const struct listing_column *column)
{
	switch (column->key != NULL ? noun_key_kind(noun, column->key) : FIELD_TEXT) {
	case FIELD_INTEGER:
		return WORKBOOK_NUMBER;
	case FIELD_DATE:
	case FIELD_DAY:
		return WORKBOOK_DATE;
	case FIELD_TIME:
		return WORKBOOK_TIME;
	case FIELD_INSTANT:
		return WORKBOOK_INSTANT;
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_BOOLEAN:
	case FIELD_CODE:
	case FIELD_REFERENCE:
		break;
	}
	return WORKBOOK_TEXT;
}

/* "15/01/2027 09:30", which Excel and LibreOffice take for what it is. */
static char *
instant_words(Store *store, const char *instant)
{
	char local[17];
	if (!clock_local(instant, store_zone(store), local))
		return g_strdup(instant);
	local[10] = '\0';
	g_autofree char *day = date_text(local, DATE_NUMERIC);
	return g_strdup_printf("%s %s", day, local + 11);
}

static char *
typed_words(Store *store, enum workbook_kind kind, char *value)
{
	if (value == NULL || (kind != WORKBOOK_DATE && kind != WORKBOOK_INSTANT))
		return value;
	char *words = kind == WORKBOOK_DATE ? date_text(value, DATE_NUMERIC)
					    : instant_words(store, value);
	g_free(value);
	return words;
}

/* Workbooks clean what they are given; CSV is written as it is. */
static char *
words_kept(const struct file *file, char *words)
{
	if (file->form == LISTING_WORKBOOK)
		return words;
	char *clean = text_for_file(words, true);
	g_free(words);
	return clean;
}

static char *
cell_text(const struct file *file, const struct listing_column *column, const void *row)
{
	enum workbook_kind kind = kind_of(file->noun, column);
	if (column->key == NULL)
		return words_kept(file, column->text(file->store, row));
	if (kind == WORKBOOK_TEXT)
		return words_kept(file, noun_text(file->store, file->noun, column->key, row));
	char *value = noun_value(file->store, file->noun, column->key, row);
	return file->form == LISTING_CSV ? typed_words(file->store, kind, value) : value;
}

/* ---- the file -----------------------------------------------------------------------------------
 */

static const char *
heading_of(const struct file *file, guint i)
{
	const struct listing_column *column = &file->columns[i];
	return column->heading != NULL ? column->heading : noun_key_label(file->noun, column->key);
}

static bool
output_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	return output_write(user, bytes, size, error);
}

static bool
csv_row(const struct file *file, const char *const *cells, bool first, GError **error)
{
	static const struct table_style style = {.separator = ';', .bom = true, .neutralise = true};
	return file->exchange->write_row(cells, file->n, &style, first, output_sink, file->output,
					 error);
}

static bool
csv_begin(struct file *file, const char *path, GError **error)
{
	file->output = output_open(path, error);
	if (file->output == NULL)
		return false;
	g_autofree const char **cells = g_new0(const char *, file->n);
	for (guint i = 0; i < file->n; i++)
		cells[i] = heading_of(file, i);
	return csv_row(file, cells, true, error);
}

static bool
workbook_begin(struct file *file, const char *path, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	const char *title = _(file->noun->label);
	g_autofree char *centre = setting_get(file->store, "centre_name");
	const struct workbook_about about = {.title = title,
					     .author = centre,
					     .created_at = now,
					     .zone = store_zone(file->store)};
	file->book = file->exchange->workbook_open(path, &about, error);
	if (file->book == NULL)
		return false;
	g_autofree struct workbook_column *columns = g_new0(struct workbook_column, file->n);
	for (guint i = 0; i < file->n; i++)
		columns[i] =
			(struct workbook_column){.heading = heading_of(file, i),
						 .kind = kind_of(file->noun, &file->columns[i])};
	return file->exchange->workbook_sheet(file->book, title, columns, file->n, error);
}

static bool
row_write(struct file *file, const void *row, GError **error)
{
	for (guint i = 0; i < file->n; i++)
		file->cells[i] = cell_text(file, &file->columns[i], row);
	const char *const *cells = (const char *const *)file->cells;
	bool done = file->form == LISTING_CSV
			    ? csv_row(file, cells, false, error)
			    : file->exchange->workbook_row(file->book, cells, error);
	for (guint i = 0; i < file->n; i++)
		g_clear_pointer(&file->cells[i], g_free);
	return done;
}

static bool
rows_write(struct file *file, const struct listing *listing, GError **error)
{
	bool done = true;
	for (guint i = 0; done && i < listing->n_ids; i++) {
		GError *reason = NULL;
		if (listing->goes_on != NULL && !listing->goes_on(i, listing->n_ids, listing->user))
			return fail(error, ERROR_CANCELLED, _("stopped: no file was written"));
		void *row = store_get(file->store, file->noun->entity, listing->ids[i], &reason);
		if (row != NULL)
			done = row_write(file, row, error);
		else if (g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND))
			g_clear_error(&reason);
		else
			done = false;
		if (reason != NULL)
			g_propagate_error(error, reason);
		entity_free(file->noun->entity, row);
	}
	/* Packing a workbook is not in rows: it goes to its end. */
	return done && (listing->goes_on == NULL ||
			listing->goes_on(listing->n_ids, listing->n_ids, listing->user) ||
			fail(error, ERROR_CANCELLED, _("stopped: no file was written")));
}

static bool
file_end(struct file *file, bool done, GError **error)
{
	if (done && file->form == LISTING_CSV)
		return output_commit(file->output, error);
	if (done)
		return file->exchange->workbook_close(file->book, error);
	output_abandon(file->output);
	if (file->exchange != NULL)
		file->exchange->workbook_abandon(file->book);
	return false;
}

static bool
file_write(struct file *file, const struct listing *listing, const char *path, GError **error)
{
	file->exchange = module_exchange(error);
	bool done = file->exchange != NULL &&
		    (file->form == LISTING_CSV ? csv_begin(file, path, error)
					       : workbook_begin(file, path, error)) &&
		    rows_write(file, listing, error);
	return file_end(file, done, error);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static struct listing_column *
columns_of(const struct listing *listing, guint *n)
{
	const struct noun *noun = listing->noun;
	*n = listing->columns != NULL ? listing->n_columns : noun->n_keys;
	struct listing_column *columns = g_new0(struct listing_column, *n);
	for (guint i = 0; i < *n; i++)
		columns[i] = listing->columns != NULL
				     ? listing->columns[i]
				     : (struct listing_column){.key = &noun->keys[i]};
	return columns;
}

bool
listing_write(Store *store, const struct listing *listing, enum listing_form form, char **path,
	      GError **error)
{
	char today[11];
	store_today(store, today);
	g_autofree char *what = g_strdup_printf("%s %s", _(listing->noun->label), today);
	*path = output_name_free(store, listing->event_id, what,
				 form == LISTING_CSV ? "csv" : "xlsx", error);
	if (*path == NULL)
		return false;
	struct file file = {.store = store, .noun = listing->noun, .form = form};
	file.columns = columns_of(listing, &file.n);
	file.cells = g_new0(char *, file.n);
	store_keep_little(store, true);
	bool done = file_write(&file, listing, *path, error);
	store_keep_little(store, false);
	g_free(file.cells);
	g_free(file.columns);
	return done;
}
