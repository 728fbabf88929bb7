#include "screens/import_work.h"

#include "app/modules.h"
#include "app/registration.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/work.h"

static bool
stands(const struct ui *ui, const void *screen)
{
	return screen != NULL && g_ptr_array_find(ui->stack, screen, NULL);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

/* The thread's, until it has ended. */
struct table_reading {
	struct reading asked; /* whose texts are these */
	char *path;
	GPtrArray *overrides; /* char *, NULL-terminated */
	ImportPlan *plan;
};

static void
table_reading_free(gpointer pointer)
{
	struct table_reading *reading = pointer;
	import_plan_free(reading->plan);
	g_clear_pointer(&reading->asked.pasted, g_bytes_unref);
	g_ptr_array_unref(reading->overrides);
	g_free(reading->path);
	g_free(reading);
}

static ImportPlan *
plan_make(Store *store, const struct table_reading *reading, struct work *work, GError **error)
{
	const struct reading *asked = &reading->asked;
	const struct import_options options = {.columns = (const char *const *)(void *)
								  reading->overrides->pdata,
					       .encoding = asked->pasted != NULL ? "UTF-8" : NULL,
					       .paste = asked->pasted != NULL,
					       .progress = work_goes_on,
					       .progress_user = work};
	if (asked->pasted == NULL)
		return import_plan_file(store, asked->subject, asked->event_id, reading->path,
					&options, error);
	gsize size = 0;
	const char *text = g_bytes_get_data(asked->pasted, &size);
	return import_plan(store, asked->subject, asked->event_id, text != NULL ? text : "", size,
			   &options, error);
}

/* In the thread. */
static bool
table_read(Store *store, struct work *work, gpointer user, GError **error)
{
	struct table_reading *reading = user;
	reading->plan = plan_make(store, reading, work, error);
	if (reading->plan == NULL)
		return false;
	guint n = reading->plan->rows->len;
	if (work_goes_on(n, n, work))
		return true;
	g_clear_pointer(&reading->plan, import_plan_free); /* it may have seen less than there is */
	return fail(error, ERROR_CANCELLED, _("the import was stopped: nothing was written"));
}

/* What was decided of a row holds when the table is read again, where the row is still doubtful for
 * the same row of ours. */
static void
decisions_carry(const ImportPlan *from, ImportPlan *to)
{
	g_autoptr(GHashTable) lines = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < from->rows->len; i++) {
		struct import_line *row = g_ptr_array_index(from->rows, i);
		if (row->outcome == IMPORT_DOUBTFUL && row->decision != DECIDE_SKIP)
			g_hash_table_insert(lines, GUINT_TO_POINTER(row->line), row);
	}
	for (guint i = 0; i < to->rows->len; i++) {
		struct import_line *row = g_ptr_array_index(to->rows, i);
		const struct import_line *old =
			g_hash_table_lookup(lines, GUINT_TO_POINTER(row->line));
		if (old != NULL && row->outcome == IMPORT_DOUBTFUL &&
		    row->other_id == old->other_id && row->other_line == old->other_line)
			import_decide_row(to, i, old->decision);
	}
}

static void
plan_replace(struct preview *preview, ImportPlan *plan)
{
	decisions_carry(preview->plan, plan);
	import_plan_free(preview->plan);
	preview->plan = plan;
}

static void
table_was_read(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct table_reading *reading = user;
	const struct reading *asked = &reading->asked;
	work_fail(ui, error);
	if (!done)
		return;
	if (stands(ui, asked->question))
		ui_remove(ui, (struct screen *)(gsize)asked->question);
	if (stands(ui, asked->again)) {
		plan_replace(asked->again, g_steal_pointer(&reading->plan));
	} else if (asked->again == NULL) {
		struct screen *screen =
			preview_screen(ui, g_steal_pointer(&reading->plan), reading->path);
		((struct preview *)screen)->pasted =
			asked->pasted != NULL ? g_bytes_ref(asked->pasted) : NULL;
		ui_push(ui, screen);
	}
}

static GPtrArray *
overrides_copy(const GPtrArray *overrides)
{
	GPtrArray *copy = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; overrides != NULL && i < overrides->len; i++)
		g_ptr_array_add(copy, g_strdup(overrides->pdata[i]));
	g_ptr_array_add(copy, NULL);
	return copy;
}

void
import_read(struct ui *ui, const struct reading *asked)
{
	GError *error = NULL;
	if (module_exchange(&error) == NULL) { /* loaded here, for the thread to find */
		ui_fail(ui, error);
		return;
	}
	struct table_reading *reading = g_new0(struct table_reading, 1);
	reading->asked = *asked;
	reading->path = g_strdup(asked->path);
	reading->overrides = overrides_copy(asked->overrides);
	if (asked->pasted != NULL)
		g_bytes_ref(asked->pasted);
	const struct work_order order = {.run = table_read,
					 .done = table_was_read,
					 .user = reading,
					 .user_free = table_reading_free};
	g_autofree char *name = g_path_get_basename(reading->path);
	g_autofree char *title = g_strdup_printf(_("Reading: %s"), name);
	work_show(ui, title, &order);
}

/* ---- writing ------------------------------------------------------------------------------------
 */

/* The thread has the plan meanwhile: the preview shows nothing of it. */
struct plan_writing {
	struct preview *preview;
	ImportPlan *plan;
	bool update;
	guint written;
	char *followed; /* who got a seat by it, or NULL */
};

static void
plan_writing_free(gpointer pointer)
{
	struct plan_writing *writing = pointer;
	import_plan_free(writing->plan);
	g_free(writing->followed);
	g_free(writing);
}

/* In the thread, or at once. */
static bool
plan_write(Store *store, struct work *work, gpointer user, GError **error)
{
	struct plan_writing *writing = user;
	const struct import_choice choice = {.update = writing->update,
					     .progress = work_goes_on,
					     .progress_user = work};
	if (!import_apply(store, writing->plan, &choice, &writing->written, error))
		return false;
	writing->followed = registration_followed(store);
	return true;
}

/* Who waits, and who got a seat that the file made free, stand first: somebody may be to be told.
 */
static void
written_say(const struct plan_writing *writing, struct ui *ui)
{
	struct import_counts counts;
	import_count(writing->plan, &counts);
	if (writing->written == 0) {
		ui_say(ui, TOAST_NOTE,
		       _("Nothing to bring in: all of it is already there, or left out"));
		return;
	}
	g_autoptr(GString) text = g_string_new(NULL);
	if (writing->followed != NULL)
		g_string_append_printf(text, "%s · ", writing->followed);
	if (counts.waiting > 0)
		g_string_append_printf(text,
				       i18n_count("%u onto the waiting list",
						  "%u onto the waiting list", counts.waiting),
				       counts.waiting);
	g_string_append(text, counts.waiting > 0 ? " · " : "");
	g_string_append_printf(text,
			       i18n_count("%u row brought in", "%u rows brought in",
					  writing->written),
			       writing->written);
	g_autofree char *beyond = import_named(writing->plan->rows, true);
	if (beyond != NULL)
		g_string_append_printf(text,
				       i18n_count(" · %u beyond the seats: %s",
						  " · %u beyond the seats: %s",
						  writing->plan->beyond),
				       writing->plan->beyond, beyond);
	ui_say(ui, TOAST_UNDO, "%s", text->str);
}

static void
plan_was_written(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct plan_writing *writing = user;
	work_fail(ui, error);
	if (done) {
		written_say(writing, ui);
		if (stands(ui, writing->preview))
			ui_remove(ui, &writing->preview->screen);
		ui_reload(ui);
	} else if (stands(ui, writing->preview)) {
		writing->preview->plan = g_steal_pointer(&writing->plan);
	}
}

void
import_write(struct ui *ui, struct preview *preview)
{
	struct plan_writing *writing = g_new0(struct plan_writing, 1);
	*writing = (struct plan_writing){.preview = preview,
					 .plan = g_steal_pointer(&preview->plan),
					 .update = preview->update};
	const struct work_order order = {.run = plan_write,
					 .done = plan_was_written,
					 .user = writing,
					 .user_free = plan_writing_free,
					 .gesture = true,
					 .rows = writing->plan->rows->len};
	work_show(ui, import_subject_label(writing->plan->subject), &order);
}
