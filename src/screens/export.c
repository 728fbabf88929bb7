#include "screens/export.h"

#include "app/listing.h"
#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/chooser.h"
#include "tui/result.h"
#include "tui/work.h"

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

/* Of its own: the choice is gone before it has ended. */
struct writing_list {
	const struct noun *noun;
	struct listing_column *columns; /* NULL: all of the noun */
	guint n_columns, n;
	gint64 *ids;
	gint64 event_id;
	enum listing_form form;
	char *path; /* made by the thread */
};

static void
writing_list_free(gpointer pointer)
{
	struct writing_list *writing = pointer;
	g_free(writing->columns);
	g_free(writing->ids);
	g_free(writing->path);
	g_free(writing);
}

/* In the thread. */
static bool
list_write(Store *store, struct work *work, gpointer user, GError **error)
{
	struct writing_list *writing = user;
	const struct listing listing = {.noun = writing->noun,
					.columns = writing->columns,
					.n_columns = writing->n_columns,
					.ids = writing->ids,
					.n_ids = writing->n,
					.event_id = writing->event_id,
					.goes_on = work_goes_on,
					.user = work};
	return listing_write(store, &listing, writing->form, &writing->path, error);
}

static void
list_written(struct ui *ui, bool done, GError *error, gpointer user)
{
	const struct writing_list *writing = user;
	if (done) {
		g_autofree char *count = count_text(writing->n);
		g_autoptr(GPtrArray) lines = g_ptr_array_new();
		result_show(ui, count, writing->path, lines);
	}
	work_fail(ui, error);
}

static void
form_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct request *request = user;
	GError *error = NULL;
	if (module_exchange(&error) == NULL) { /* loaded here, for the thread to find */
		ui_fail(ui, error);
		return;
	}
	struct writing_list *writing = g_new0(struct writing_list, 1);
	*writing =
		(struct writing_list){.noun = request->spec->noun,
				      .columns =
					      offers[index].all
						      ? NULL
						      : g_memdup2(request->columns,
								  request->n_columns *
									  sizeof *request->columns),
				      .n_columns = request->n_columns,
				      .ids = g_memdup2(request->ids,
						       request->n * sizeof *request->ids),
				      .n = request->n,
				      .event_id = request->event_id,
				      .form = offers[index].form};
	const struct work_order order = {.run = list_write,
					 .done = list_written,
					 .user = writing,
					 .user_free = writing_list_free};
	g_autofree char *count = count_text(request->n);
	g_autofree char *title = g_strdup_printf(_("Export the list: %s"), count);
	work_show(ui, title, &order);
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
