#include "screens/export.h"

#include "app/listing.h"
#include "base/i18n.h"
#include "tui/chooser.h"
#include "tui/result.h"

struct request {
	const struct list_spec *spec;
	gint64 event_id;
	struct listing_column *columns; /* of the list, as they are shown */
	guint n_columns;
	gint64 *ids;
	guint n;
};

static const struct {
	enum listing_form form;
	bool all; /* columns: those of the noun, else those of the list */
	const char *label, *detail;
} offers[] = {
	{LISTING_WORKBOOK, true, N_("Workbook, with all columns"), ".xlsx"},
	{LISTING_WORKBOOK, false, N_("Workbook, with the columns of the list"), ".xlsx"},
	{LISTING_CSV, true, N_("CSV for a spreadsheet, with all columns"), ".csv"},
	{LISTING_CSV, false, N_("CSV for a spreadsheet, with the columns of the list"), ".csv"},
};

static void
request_free(gpointer pointer)
{
	struct request *request = pointer;
	g_free(request->columns);
	g_free(request->ids);
	g_free(request);
}

/* ---- rows and columns --------------------------------------------------------------------------
 */

static bool
any_selected(const struct list *list)
{
	for (guint i = 0; i < list->n_shown; i++)
		if (g_hash_table_contains(list->selected, &list->shown[i]))
			return true;
	return false;
}

static gint64 *
rows_of(struct list *list, guint *n)
{
	if (any_selected(list))
		return list_targets(list, n);
	*n = list->n_shown;
	return g_memdup2(list->shown, list->n_shown * sizeof *list->shown);
}

/* Where a key says what the list says in other words, files get the key: its day is a day there. */
static struct listing_column *
columns_of(const struct list *list)
{
	const struct list_spec *spec = list->spec;
	struct listing_column *columns = g_new0(struct listing_column, list->columns->len);
	for (guint i = 0; i < list->columns->len; i++) {
		const struct list_column *column =
			&g_array_index(list->columns, struct list_column, i);
		const char *key = column->file_key != NULL ? column->file_key : column->key;
		if (key != NULL)
			columns[i].key = noun_key(spec->noun, key);
		else
			columns[i] = (struct listing_column){.heading = _(column->label),
							     .text = column->text};
	}
	return columns;
}

/* ---- writing -----------------------------------------------------------------------------------
 */

static char *
count_text(guint n)
{
	return g_strdup_printf(i18n_count("%u row", "%u rows", n), n);
}

static void
form_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct request *request = user;
	const struct listing listing = {.noun = request->spec->noun,
					.columns = offers[index].all ? NULL : request->columns,
					.n_columns = request->n_columns,
					.ids = request->ids,
					.n_ids = request->n,
					.event_id = request->event_id};
	g_autofree char *path = NULL;
	GError *error = NULL;
	if (listing_write(ui->store, &listing, offers[index].form, &path, &error)) {
		g_autofree char *count = count_text(request->n);
		g_autoptr(GPtrArray) lines = g_ptr_array_new();
		result_show(ui, count, path, lines);
	}
	ui_fail(ui, error);
}

void
export_ask(struct list *list, struct ui *ui, gint64 event_id)
{
	if (list->n_shown == 0) {
		ui_say(ui, TOAST_NOTE, _("Nothing to export: the list is empty"));
		return;
	}
	struct request *request = g_new0(struct request, 1);
	request->spec = list->spec;
	request->event_id = event_id;
	request->columns = columns_of(list);
	request->n_columns = list->columns->len;
	request->ids = rows_of(list, &request->n);
	g_autofree char *count = count_text(request->n);
	g_autofree char *title = g_strdup_printf(_("Export the list: %s"), count);
	struct chooser *chooser = chooser_new(title, form_chosen, request, request_free);
	for (gsize i = 0; i < G_N_ELEMENTS(offers); i++)
		chooser_add(chooser, _(offers[i].label), offers[i].detail);
	chooser_show(chooser, ui, 0);
}
