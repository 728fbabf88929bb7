#include "intake/import.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "intake/import_private.h"
#include "store/history.h"

/* How often the caller hears of progress. */
#define PROGRESS_EVERY 256u

static const struct import_rule *const rules[] = {
	[IMPORT_EVENTS] = &import_rule_events,
	[IMPORT_ATTENDEES] = &import_rule_attendees,
	[IMPORT_PEOPLE] = &import_rule_people,
	[IMPORT_ORGANISATIONS] = &import_rule_organisations,
	[IMPORT_HOLIDAYS] = &import_rule_holidays,
	[IMPORT_SURVEY] = &import_rule_survey,
};

/* ---- a plan --------------------------------------------------------------------------------- */

static ImportPlan *
plan_new(enum import_subject subject, gint64 event_id)
{
	ImportPlan *plan = g_new0(ImportPlan, 1);
	plan->subject = subject;
	plan->event_id = event_id;
	plan->columns = g_ptr_array_new_with_free_func((GDestroyNotify)import_column_free);
	plan->rows = g_ptr_array_new_with_free_func((GDestroyNotify)import_line_free);
	plan->problems = g_ptr_array_new_with_free_func((GDestroyNotify)import_problem_free);
	plan->work = g_new0(struct import_work, 1);
	plan->work->rule = rules[subject];
	plan->work->texts = g_string_chunk_new(1024);
	plan->work->codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return plan;
}

/* What was read from the database; the table stays. */
static void
work_forget(struct import_work *work)
{
	if (work->subject != NULL)
		work->rule->forget(work->subject);
	work->subject = NULL;
	g_clear_pointer(&work->memory, g_hash_table_destroy);
	g_clear_pointer(&work->keys, g_hash_table_destroy);
	g_clear_pointer(&work->bound, g_array_unref);
}

void
import_plan_free(ImportPlan *plan)
{
	if (plan == NULL)
		return;
	work_forget(plan->work);
	sheet_clear(&plan->work->sheet);
	g_hash_table_destroy(plan->work->codes);
	g_free(plan->work->hashes);
	g_string_chunk_free(plan->work->texts);
	g_free(plan->work->mapping);
	g_free(plan->work);
	g_ptr_array_unref(plan->columns);
	g_ptr_array_unref(plan->rows);
	g_ptr_array_unref(plan->problems);
	g_free(plan->source);
	g_free(plan);
}

/* The last gesture of anybody: while it stays, the database is as it was. */
static bool
last_gesture(Store *store, gint64 *id, GError **error)
{
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 1, error);
	if (gestures == NULL)
		return false;
	*id = gestures->len > 0 ? ((struct gesture *)g_ptr_array_index(gestures, 0))->id : 0;
	return true;
}

struct progress {
	bool (*report)(guint done, guint total, gpointer user);
	gpointer user;
};

static bool
progress_goes_on(const struct progress *progress, guint done, guint total, GError **error)
{
	if (progress->report == NULL || done % PROGRESS_EVERY != 0 ||
	    progress->report(done, total, progress->user))
		return true;
	return fail(error, ERROR_CANCELLED, _("the import was stopped: nothing was written"));
}

static bool
rows_judge(Store *store, ImportPlan *plan, GPtrArray *lines, const struct progress *progress,
	   GError **error)
{
	guint n = plan->work->sheet.rows->len;
	for (guint row = 0; row < n; row++) {
		struct import_line *line = g_new0(struct import_line, 1);
		line->line = sheet_line(&plan->work->sheet, row);
		g_ptr_array_add(lines, line);
		if (!plan->work->rule->judge(store, plan, row, line, error) ||
		    !progress_goes_on(progress, row + 1, n, error))
			return false;
	}
	return true;
}

static bool
plan_load(Store *store, ImportPlan *plan, GError **error)
{
	return last_gesture(store, &plan->work->seen, error) &&
	       value_departments_load(store, plan, error) &&
	       plan->work->rule->load(store, plan, error);
}

static void
say_of_sheets(ImportPlan *plan, const Table *table)
{
	g_autofree char *name = text_accept(table->sheet, false, NULL);
	if (table->more_sheets > 0)
		say_information(plan, 0, NULL,
				i18n_count("the sheet “%s” was read; %u other sheet was left out",
					   "the sheet “%s” was read; %u other sheets were left out",
					   table->more_sheets),
				name != NULL ? name : "", table->more_sheets);
	if (table->errors > 0)
		say_warning(plan, 0, NULL,
			    i18n_count("%u cell shows an error (#N/A…) or its formula was never "
				       "computed: it is read as empty",
				       "%u cells show an error (#N/A…) or their formulas were "
				       "never computed: they are read as empty",
				       table->errors),
			    table->errors);
}

static void
say_of_table(ImportPlan *plan)
{
	const Table *table = plan->work->sheet.table;
	if (table->replaced > 0)
		say_warning(plan, 0, NULL,
			    i18n_count("%u letter cannot be read as %s; choose the encoding",
				       "%u letters cannot be read as %s; choose the encoding",
				       table->replaced),
			    table->replaced, table->encoding);
	say_of_sheets(plan, table);
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct import_column *column = column_at(plan, i);
		if (column->use == COLUMN_FIELD && column->certainty < 60)
			say_information(plan, table->head_line, column->field,
					_("the column “%s” is taken for this: check it"),
					column->heading);
	}
}

static bool
plan_make(Store *store, ImportPlan *plan, const struct import_options *options, GError **error)
{
	struct import_work *work = plan->work;
	store_today(store, work->today);
	plan->encoding = work->sheet.table->encoding;
	plan->separator = work->sheet.table->separator;
	if ((options->paste || work->sheet.listed) && sheet_is_list(&work->sheet)) {
		sheet_of_list(&work->sheet);
		plan->separator = '\0';
	}
	if (!work->rule->columns(store, plan, options, error) || !plan_load(store, plan, error))
		return false;
	say_of_table(plan);
	struct progress progress = {options->progress, options->progress_user};
	if (!rows_judge(store, plan, plan->rows, &progress, error))
		return false;
	if (work->rule->conclude != NULL)
		work->rule->conclude(plan);
	problems_sort(plan);
	return true;
}

/* "Zoé Élan <zoe@exemple.fr>; CCAS" in a file is no table whose separators cut it. */
static bool
list_read(ImportPlan *plan, const char *bytes, gsize size, const struct import_options *options,
	  GError **error)
{
	struct import_options pasted = *options;
	struct sheet *sheet = &plan->work->sheet;
	bool people = plan->subject == IMPORT_PEOPLE || plan->subject == IMPORT_ATTENDEES;
	if (!people || options->paste || !sheet_has_addresses(sheet) || !sheet_is_list(sheet))
		return true;
	sheet_clear(sheet);
	pasted.paste = true;
	sheet->listed = sheet_read(sheet, bytes, size, &pasted, error);
	return sheet->listed;
}

ImportPlan *
import_plan(Store *store, enum import_subject subject, gint64 event_id, const char *bytes,
	    gsize size, const struct import_options *options, GError **error)
{
	static const struct import_options none = {.mapping = NULL};
	if (options == NULL)
		options = &none;
	ImportPlan *plan = plan_new(subject, event_id);
	if (!sheet_read(&plan->work->sheet, bytes, size, options, error) ||
	    !list_read(plan, bytes, size, options, error) ||
	    !plan_make(store, plan, options, error))
		g_clear_pointer(&plan, import_plan_free);
	return plan;
}

/* Whoever stopped it knows that neither file nor line was at fault. */
static bool
was_stopped(GError **error)
{
	return error != NULL && g_error_matches(*error, ATELIERS_ERROR, ERROR_CANCELLED);
}

/* ---- files ---------------------------------------------------------------------------------- */

/* What comes through a pipe, a device or standard input, to its end. */
static GBytes *
stream_bytes(int file, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	guint8 buffer[65536];
	gssize n = 0;
	/* Of too much the reader says so with its own sentence. */
	while (bytes->len <= TABLE_BYTES_MAX && (n = read(file, buffer, sizeof buffer)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			fail(error, ERROR_IO, "%s", reading_reason(errno));
			return NULL;
		}
		g_byte_array_append(bytes, buffer, (guint)n);
	}
	return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

/* A file is mapped, for its bytes are given back as soon as they are rows: it may be as large as
 * the memory that it is meant to leave free. */
static GBytes *
file_bytes(int file, GError **error)
{
	struct stat status;
	if (fstat(file, &status) != 0) {
		fail(error, ERROR_IO, "%s", reading_reason(errno));
		return NULL;
	}
	if (!S_ISREG(status.st_mode))
		return stream_bytes(file, error);
	g_autoptr(GMappedFile) mapped = g_mapped_file_new_from_fd(file, FALSE, NULL);
	if (mapped == NULL)
		return stream_bytes(file, error);
	return g_mapped_file_get_bytes(mapped);
}

static GBytes *
path_bytes(Store *store, const char *path, GError **error)
{
	if (!secure_allows(store, path, error))
		return NULL;
	if (store_is_file(store, path)) {
		fail(error, ERROR_FORMAT, _("“%s” is the database itself, not a table"), path);
		return NULL;
	}
	int file = open(path, O_RDONLY | O_CLOEXEC);
	GError *reason = NULL;
	GBytes *bytes = file >= 0 ? file_bytes(file, &reason) : NULL;
	if (bytes == NULL)
		fail(error, ERROR_IO, _("“%s” cannot be read: %s"), path,
		     reason != NULL ? reason->message : reading_reason(errno));
	g_clear_error(&reason);
	if (file >= 0)
		close(file);
	return bytes;
}

static GBytes *
input_bytes(GError **error)
{
	GError *reason = NULL;
	GBytes *bytes = file_bytes(STDIN_FILENO, &reason);
	if (bytes == NULL)
		fail(error, ERROR_IO, _("standard input cannot be read: %s"), reason->message);
	g_clear_error(&reason);
	return bytes;
}

GBytes *
import_bytes(Store *store, const char *path, GError **error)
{
	return strcmp(path, "-") == 0 ? input_bytes(error) : path_bytes(store, path, error);
}

ImportPlan *
import_plan_file(Store *store, enum import_subject subject, gint64 event_id, const char *path,
		 const struct import_options *options, GError **error)
{
	g_autoptr(GBytes) bytes = import_bytes(store, path, error);
	if (bytes == NULL)
		return NULL;
	gsize size = 0;
	const char *text = g_bytes_get_data(bytes, &size);
	ImportPlan *plan = import_plan(store, subject, event_id, text != NULL ? text : "", size,
				       options, error);
	if (plan == NULL && strcmp(path, "-") != 0 && !was_stopped(error))
		g_prefix_error(error, _("“%s”: "), path);
	return plan;
}

/* ---- outcomes ------------------------------------------------------------------------------- */

void
import_count_rows(const GPtrArray *rows, struct import_counts *counts)
{
	*counts = (struct import_counts){0};
	for (guint i = 0; i < rows->len; i++) {
		const struct import_line *line = g_ptr_array_index(rows, i);
		counts->new += line->outcome == IMPORT_NEW;
		counts->same += line->outcome == IMPORT_SAME;
		counts->changed += line->outcome == IMPORT_CHANGED;
		counts->filling +=
			line->outcome == IMPORT_CHANGED && line->fills && !line->contradicts;
		counts->doubtful += line->outcome == IMPORT_DOUBTFUL;
		counts->refused += line->outcome == IMPORT_REFUSED;
		counts->waiting += line->waiting != NULL;
	}
}

void
import_count(const ImportPlan *plan, struct import_counts *counts)
{
	import_count_rows(plan->rows, counts);
}

static void
plan_decided(ImportPlan *plan)
{
	if (plan->work->rule->decided != NULL && plan->work->subject != NULL)
		plan->work->rule->decided(plan);
}

void
import_decide(ImportPlan *plan, enum import_decision decision)
{
	for (guint i = 0; i < plan->rows->len; i++)
		((struct import_line *)g_ptr_array_index(plan->rows, i))->decision = decision;
	plan_decided(plan);
}

void
import_decide_row(ImportPlan *plan, guint row, enum import_decision decision)
{
	((struct import_line *)g_ptr_array_index(plan->rows, row))->decision = decision;
	plan_decided(plan);
}

void
import_over(ImportPlan *plan, bool over)
{
	plan->over = over;
	plan_decided(plan);
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool
strict_allows(const ImportPlan *plan, GError **error)
{
	struct import_counts counts;
	import_count(plan, &counts);
	for (guint i = 0; counts.refused > 0 && i < plan->problems->len; i++) {
		const struct import_problem *problem = g_ptr_array_index(plan->problems, i);
		if (strcmp(problem->severity, "error") == 0)
			return fail(error, ERROR_INVALID,
				    i18n_count("%u row is refused, so nothing was written; line "
					       "%u: %s",
					       "%u rows are refused, so nothing was written; line "
					       "%u: %s",
					       counts.refused),
				    counts.refused, problem->line, problem->message);
	}
	return true;
}

static bool
lines_agree(const GPtrArray *before, const GPtrArray *now)
{
	for (guint i = 0; i < before->len; i++) {
		const struct import_line *a = g_ptr_array_index(before, i);
		const struct import_line *b = g_ptr_array_index(now, i);
		if (a->outcome != b->outcome || a->other_id != b->other_id ||
		    a->other_line != b->other_line || g_strcmp0(a->reason, b->reason) != 0)
			return false;
	}
	return true;
}

/* Somebody has written since the plan was made: look at every row again, in the transaction. */
static bool
plan_still_holds(Store *store, ImportPlan *plan, const struct import_choice *choice, GError **error)
{
	gint64 last = 0;
	if (!last_gesture(store, &last, error))
		return false;
	if (last == plan->work->seen)
		return true;
	work_forget(plan->work);
	plan->work->quiet = true;
	const struct progress progress = {choice->progress, choice->progress_user};
	g_autoptr(GPtrArray) lines =
		g_ptr_array_new_with_free_func((GDestroyNotify)import_line_free);
	bool done =
		plan_load(store, plan, error) && rows_judge(store, plan, lines, &progress, error);
	plan->work->quiet = false;
	if (!done)
		work_forget(plan->work); /* half of it is worse than nothing */
	return done &&
	       (lines_agree(plan->rows, lines) ||
		fail(error, ERROR_STALE,
		     _("somebody has changed what this file is compared with: look at it again")));
}

static bool
rows_write(Store *store, ImportPlan *plan, const struct import_choice *choice, guint *written,
	   GError **error)
{
	const struct import_rule *rule = plan->work->rule;
	struct progress progress = {choice->progress, choice->progress_user};
	plan->work->updates = choice->update;
	if (!rule->open(store, plan, error))
		return false;
	for (guint row = 0; row < plan->rows->len; row++) {
		if (!rule->write(store, plan, row, choice, written, error)) {
			if (!was_stopped(error))
				g_prefix_error(error, _("line %u: "),
					       sheet_line(&plan->work->sheet, row));
			return false;
		}
		if (!progress_goes_on(&progress, row + 1, plan->rows->len, error))
			return false;
	}
	return rule->close(store, plan, error) && columns_remember(store, plan, error);
}

bool
import_apply(Store *store, ImportPlan *plan, const struct import_choice *choice, guint *written,
	     GError **error)
{
	guint made = 0;
	if ((choice->strict && !strict_allows(plan, error)) ||
	    !store_begin(store, plan->work->rule->action, error))
		return false;
	bool done = plan_still_holds(store, plan, choice, error) &&
		    rows_write(store, plan, choice, &made, error);
	store_about(store, plan->event_id != 0 ? &entity_event : NULL, plan->event_id,
		    plan->event_id, made);
	if (!done || choice->dry_run)
		store_rollback(store);
	else
		done = store_commit(store, NULL, error);
	if (!done)
		plan->work->seen = -1; /* what it learnt while writing was taken back */
	if (done && written != NULL)
		*written = made;
	return done;
}
