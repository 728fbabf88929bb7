/* Half-days of an event: shown, adjusted, typed where there is no programme. */
#include "app/half_day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "store/event_rows.h"

/* In the order of the days, which is not that of their rows. */
static Rows *
half_days_of(struct run *run, gint64 event_id, GError **error)
{
	g_autoptr(Rows) days = event_rows(run->store, &entity_event_day, event_id, error);
	Rows *rows =
		days != NULL ? event_rows(run->store, &entity_half_day, event_id, error) : NULL;
	guint placed = 0;
	for (guint i = 0; rows != NULL && i < days->n; i++)
		for (guint j = placed; j < rows->n; j++) {
			struct half_day *half_day = rows->row[j];
			if (half_day->day_id != ((struct row_head *)days->row[i])->id)
				continue;
			for (guint k = j; k > placed; k--)
				rows->row[k] = rows->row[k - 1];
			rows->row[placed++] = half_day;
		}
	return rows;
}

bool
cmd_half_day_list(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Rows) rows = event_id != 0 ? half_days_of(run, event_id, error) : NULL;
	return rows != NULL && noun_rows_list(run, &noun_half_day, rows, error);
}

/* ---- changing -----------------------------------------------------------------------------------
 */

static bool
half_day_write(struct run *run, gint64 event_id, gint64 id, struct noun_pair *pairs, guint n,
	       GError **error)
{
	struct half_day *half_day =
		id != 0 ? store_get(run->store, &entity_half_day, id, error) : NULL;
	bool done = half_day != NULL &&
		    noun_write(run->store, &noun_half_day, half_day, pairs, n, NULL, error);
	if (done) {
		store_about(run->store, &entity_event, event_id, event_id, 1);
		subject_changed(run, half_day);
	}
	entity_free(&entity_half_day, half_day);
	return done;
}

bool
cmd_half_day_set(struct run *run, GError **error)
{
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, 2, &n, error);
	gint64 event_id = pairs != NULL ? run_event(run, run->argument[0], error) : 0;
	gint64 id =
		event_id != 0 ? half_day_named(run->store, event_id, run->argument[1], error) : 0;
	if (id == 0 || !run_begin(run, "half_day_edit", error))
		return false;
	return run_end(run, half_day_write(run, event_id, id, pairs, n, error), error);
}

bool
cmd_half_day_add(struct run *run, GError **error)
{
	guint n = 0;
	char date[11];
	const char *part = NULL;
	g_autofree struct noun_pair *pairs = subject_pairs(run, 2, &n, error);
	gint64 event_id = pairs != NULL ? run_event(run, run->argument[0], error) : 0;
	if (event_id == 0 || !half_day_read(run->store, run->argument[1], date, &part, error) ||
	    !run_begin(run, "half_day_new", error))
		return false;
	gint64 id = half_day_add(run->store, event_id, date, part, error);
	bool done = id != 0 && half_day_write(run, event_id, id, pairs, n, error);
	return run_end(run, done, error);
}

bool
cmd_half_day_delete(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	gint64 id =
		event_id != 0 ? half_day_named(run->store, event_id, run->argument[1], error) : 0;
	if (id == 0 || !run_begin(run, "half_day_delete", error))
		return false;
	store_about(run->store, &entity_event, event_id, event_id, 1);
	return run_end(run, half_day_remove(run->store, id, error), error);
}
