/* A partner's calendar: what its dates become here. */
#include "intake/import_calendar.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "intake/calendar_source.h"
#include "intake/calendar_stream.h"
#include "intake/import_private.h"

struct calendar_dates {
	struct calendar_stream stream;
	bool named; /* a person said what the calendar is called */
};

/* What is here of the calendar, while it is compared. */
struct comparing {
	Rows *stored;
	GHashTable *known; /* uid and occurrence → struct busy of STORED that no date has met yet */
	GHashTable *met;   /* uid and occurrence of an earlier date of the file */
};

void
calendar_plan_free(CalendarPlan *plan)
{
	if (plan == NULL)
		return;
	calendar_stream_clear(&plan->dates->stream);
	g_free(plan->dates);
	g_free(plan->source);
	g_ptr_array_unref(plan->rows);
	g_free(plan);
}

/* ---- comparing ----------------------------------------------------------------------------- */

static char *
busy_key(const struct busy *row)
{
	return g_strdup_printf("%s\001%s", row->uid,
			       row->occurrence != NULL ? row->occurrence : "");
}

static char *
busy_words(const struct busy *row)
{
	g_autofree char *days = date_range_text(row->first_day, row->last_day);
	return g_strdup_printf("%s · %s", row->title, days);
}

/* What of the row has changed, in words; NULL: nothing. */
static char *
busy_changes(const struct busy *now, const struct busy *before)
{
	GString *changes = g_string_new(NULL);
	for (guint i = 0; i < entity_busy.n_fields; i++) {
		const struct field *field = &entity_busy.fields[i];
		struct value a = field_get(field, before), b = field_get(field, now);
		if ((field->flags & FIELD_INTERNAL) != 0 || strcmp(field->name, "source") == 0 ||
		    value_equal(a, b))
			continue;
		g_autofree char *was = field_text(field, before);
		g_autofree char *is = field_text(field, now);
		changes_add(changes, _(field->label), *was != '\0' ? was : NULL,
			    *is != '\0' ? is : NULL);
	}
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

static bool
comparing_begin(struct comparing *comparing, Store *store, const char *source, GError **error)
{
	comparing->stored = store_where(store, &entity_busy, "source", value_text(source), error);
	if (comparing->stored == NULL)
		return false;
	comparing->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	comparing->met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < comparing->stored->n; i++)
		g_hash_table_insert(comparing->known, busy_key(comparing->stored->row[i]),
				    comparing->stored->row[i]);
	return true;
}

static void
comparing_end(struct comparing *comparing)
{
	rows_free(comparing->stored);
	g_clear_pointer(&comparing->known, g_hash_table_destroy);
	g_clear_pointer(&comparing->met, g_hash_table_destroy);
}

static void
date_compare(struct comparing *comparing, const struct busy *row, struct import_line *line)
{
	char *key = busy_key(row);
	const struct busy *known = g_hash_table_lookup(comparing->known, key);
	line->title = busy_words(row);
	if (g_hash_table_contains(comparing->met, key)) {
		line->outcome = IMPORT_SAME;
		line->reason = g_strdup(_("the same date twice"));
		g_free(key);
		return;
	}
	if (known != NULL) {
		line->other_id = known->id;
		line->reason = busy_changes(row, known);
		line->outcome = line->reason != NULL ? IMPORT_CHANGED : IMPORT_SAME;
		g_hash_table_remove(comparing->known, key);
	}
	g_hash_table_add(comparing->met, key);
}

/* Leaves in KNOWN what the file holds no longer. */
static void
plan_compare(CalendarPlan *plan, struct comparing *comparing)
{
	const struct calendar_stream *stream = &plan->dates->stream;
	g_ptr_array_set_size(plan->rows, 0);
	for (guint i = 0; i < stream->lines->len; i++) {
		const struct stream_line *from = stream->lines->pdata[i];
		struct import_line *line = g_new0(struct import_line, 1);
		line->line = from->line;
		line->outcome = from->row != NULL ? IMPORT_NEW : IMPORT_REFUSED;
		if (from->row != NULL) {
			date_compare(comparing, from->row, line);
		} else {
			line->title = g_strdup(from->title);
			line->reason = g_strdup(from->reason);
		}
		g_ptr_array_add(plan->rows, line);
	}
	GHashTableIter iter;
	gpointer row = NULL;
	g_hash_table_iter_init(&iter, comparing->known);
	while (g_hash_table_iter_next(&iter, NULL, &row))
		if (g_hash_table_contains(stream->kept, ((const struct busy *)row)->uid))
			g_hash_table_iter_remove(&iter);
	plan->removed = g_hash_table_size(comparing->known);
}

/* Many calendars are called "Calendar": one must not take the place of another. What is too old to
 * be in any file says nothing. */
static bool
source_agrees(Store *store, const CalendarPlan *plan, const struct comparing *comparing,
	      GError **error)
{
	char first[11], last[11];
	bool recent = false;
	calendar_days_kept(store, first, last);
	for (guint i = 0; i < comparing->stored->n; i++)
		recent |= strcmp(((struct busy *)comparing->stored->row[i])->last_day, first) >= 0;
	if (plan->dates->named || !recent || plan->removed < comparing->stored->n)
		return true;
	return fail(error, ERROR_INVALID,
		    _("the calendar “%s” that is here already has no date in common with this "
		      "file; add --name “%s” if it is the same one, else --name with another "
		      "name"),
		    plan->source, plan->source);
}

/* ---- the plan ------------------------------------------------------------------------------ */

static CalendarPlan *
plan_new(bool named)
{
	CalendarPlan *plan = g_new0(CalendarPlan, 1);
	plan->dates = g_new0(struct calendar_dates, 1);
	plan->dates->named = named;
	plan->rows = g_ptr_array_new_with_free_func((GDestroyNotify)import_line_free);
	calendar_stream_init(&plan->dates->stream);
	plan->problems = plan->dates->stream.problems;
	return plan;
}

static bool
plan_judge(Store *store, CalendarPlan *plan, const char *path, const char *name, GError **error)
{
	struct comparing comparing = {.stored = NULL};
	plan->source = calendar_source_name(store, path, name, &plan->dates->stream, error);
	bool done = plan->source != NULL && comparing_begin(&comparing, store, plan->source, error);
	if (done) {
		plan_compare(plan, &comparing);
		done = source_agrees(store, plan, &comparing, error);
	}
	comparing_end(&comparing);
	return done;
}

CalendarPlan *
calendar_plan_file(Store *store, const char *path, const char *name, GError **error)
{
	CalendarPlan *plan = plan_new(name != NULL);
	if (!calendar_source_read(store, path, &plan->dates->stream, error) ||
	    !plan_judge(store, plan, path, name, error))
		g_clear_pointer(&plan, calendar_plan_free);
	return plan;
}

CalendarPlan *
calendar_plan_answer(Store *store, const char *answer, gsize size, const char *name, GError **error)
{
	CalendarPlan *plan = plan_new(name != NULL);
	bool broken = false;
	if (!calendar_stream_read(&plan->dates->stream, answer, size, &broken, error) ||
	    !plan_judge(store, plan, "-", name, error))
		g_clear_pointer(&plan, calendar_plan_free);
	return plan;
}

/* ---- writing ------------------------------------------------------------------------------- */

static bool
date_insert(Store *store, const char *source, const struct busy *from, GError **error)
{
	struct busy *row = entity_copy(&entity_busy, from);
	text_set(&row->source, source);
	bool done = store_insert(store, &entity_busy, row, error);
	entity_free(&entity_busy, row);
	return done;
}

static bool
date_update(Store *store, gint64 id, const struct busy *from, GError **error)
{
	struct busy *row = store_get(store, &entity_busy, id, error);
	if (row == NULL)
		return false;
	for (guint i = 0; i < entity_busy.n_fields; i++)
		if (strcmp(entity_busy.fields[i].name, "source") != 0)
			field_set(&entity_busy.fields[i], row,
				  field_get(&entity_busy.fields[i], from));
	bool done = store_update(store, &entity_busy, row, error);
	entity_free(&entity_busy, row);
	return done;
}

static bool
dates_write(Store *store, const CalendarPlan *plan, guint *made, guint *changed, GError **error)
{
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *line = plan->rows->pdata[i];
		const struct stream_line *from = plan->dates->stream.lines->pdata[i];
		bool done = true;
		if (line->outcome == IMPORT_NEW)
			done = date_insert(store, plan->source, from->row, error);
		else if (line->outcome == IMPORT_CHANGED)
			done = date_update(store, line->other_id, from->row, error);
		if (!done) {
			g_prefix_error(error, _("line %u: "), line->line);
			return false;
		}
		*made += line->outcome == IMPORT_NEW;
		*changed += line->outcome == IMPORT_CHANGED;
	}
	return true;
}

static bool
gone_delete(Store *store, const struct comparing *comparing, GError **error)
{
	GHashTableIter iter;
	gpointer row = NULL;
	g_hash_table_iter_init(&iter, comparing->known);
	while (g_hash_table_iter_next(&iter, NULL, &row))
		if (!store_delete(store, &entity_busy, ((const struct busy *)row)->id, error))
			return false;
	return true;
}

static bool
plan_write(Store *store, CalendarPlan *plan, guint *written, GError **error)
{
	struct comparing comparing = {.stored = NULL};
	struct tally tally = {.entity = &entity_busy,
			      .column = "source",
			      .value = value_text(plan->source)};
	guint made = 0, changed = 0;
	bool done = comparing_begin(&comparing, store, plan->source, error) &&
		    tally_open(store, &tally, error);
	if (done) {
		plan_compare(plan, &comparing);
		done = source_agrees(store, plan, &comparing, error) &&
		       dates_write(store, plan, &made, &changed, error) &&
		       gone_delete(store, &comparing, error);
	}
	tally.made = (gint64)made - plan->removed;
	*written = made + changed + plan->removed;
	done = done && tally_close(store, &tally, error);
	comparing_end(&comparing);
	return done;
}

static bool
strict_allows(const CalendarPlan *plan, GError **error)
{
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *line = plan->rows->pdata[i];
		if (line->outcome == IMPORT_REFUSED)
			return fail(error, ERROR_INVALID,
				    _("an entry is refused, so nothing was written; line %u: “%s” "
				      "is left out: %s"),
				    line->line, line->title, line->reason);
	}
	return true;
}

bool
calendar_plan_apply(Store *store, CalendarPlan *plan, const struct import_choice *choice,
		    GError **error)
{
	guint written = 0;
	if ((choice->strict && !strict_allows(plan, error)) ||
	    !store_begin(store, "calendar_import", error))
		return false;
	bool done = plan_write(store, plan, &written, error);
	store_about(store, NULL, 0, 0, written);
	if (done && !choice->dry_run)
		return store_commit(store, NULL, error);
	store_rollback(store);
	return done;
}
