/* What a damaged database still holds, into a new one: doctor --rescue. */
#include <string.h>

#include "app/backups.h"
#include "app/in_use.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/table.h"
#include "store/rescue.h"

#define NAME_COLUMNS 60

/* "ateliers.db" becomes "ateliers.rescued.db", or "ateliers.rescued-2.db". */
static char *
made_name(const char *path)
{
	g_autofree char *stem =
		g_str_has_suffix(path, ".db") ? g_strndup(path, strlen(path) - 3) : g_strdup(path);
	for (guint i = 1;; i++) {
		g_autofree char *name = i == 1 ? g_strdup_printf("%s.rescued.db", stem)
					       : g_strdup_printf("%s.rescued-%u.db", stem, i);
		if (!g_file_test(name, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&name);
	}
}

/* ---- the report ---------------------------------------------------------------------------------
 */

static const struct {
	const char *key;
	const char *label;
	gsize offset;
} columns[] = {
	{"saved", N_("Saved"), offsetof(struct rescue_count, saved)},
	{"lost", N_("Lost"), offsetof(struct rescue_count, lost)},
	{"fallen", N_("Without what they belong to"), offsetof(struct rescue_count, fallen)},
	{"refused", N_("Against a rule"), offsetof(struct rescue_count, refused)},
	{"references", N_("References cleared"), offsetof(struct rescue_count, references)},
	{"values", N_("Values cleared"), offsetof(struct rescue_count, values)},
	{"doubtful", N_("To be looked at"), offsetof(struct rescue_count, doubtful)},
};

static guint
count_member(const struct rescue_count *count, guint column)
{
	return *(const guint *)(const void *)((const char *)count + columns[column].offset);
}

static bool
column_is_empty(const RescueReport *report, guint column)
{
	for (guint i = 0; i < report->counts->len; i++)
		if (count_member(&g_array_index(report->counts, struct rescue_count, i), column) >
		    0)
			return false;
	return true;
}

static Sheet *
counts_sheet(const RescueReport *report)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "table", _("Table"), SHEET_TEXT, true);
	for (guint j = 0; j < G_N_ELEMENTS(columns); j++)
		sheet_column(sheet, columns[j].key, _(columns[j].label), SHEET_NUMBER,
			     j < 2 || !column_is_empty(report, j));
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(count->table), g_strdup(_(count->label)));
		for (guint j = 0; j < G_N_ELEMENTS(columns); j++)
			sheet_set(sheet, row, j + 1, g_strdup_printf("%u", count_member(count, j)),
				  NULL);
	}
	return sheet;
}

static json_t *
counts_json(const RescueReport *report)
{
	json_t *tables = json_array();
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		json_t *table = json_object();
		json_object_set_new(table, "table", json_string(count->table));
		for (guint j = 0; j < G_N_ELEMENTS(columns); j++)
			json_object_set_new(table, columns[j].key,
					    json_integer(count_member(count, j)));
		json_array_append_new(tables, table);
	}
	return tables;
}

static json_t *
named_json(const GArray *named)
{
	json_t *rows = json_array();
	for (guint i = 0; i < named->len; i++) {
		const struct rescue_named *one = &g_array_index(named, struct rescue_named, i);
		json_t *row = json_object();
		json_object_set_new(row, "kind", sheet_json_text(_(one->label)));
		json_object_set_new(row, "name", sheet_json_text(one->name));
		json_object_set_new(row, "without",
				    one->owner != NULL ? sheet_json_text(_(one->owner))
						       : json_null());
		json_array_append_new(rows, row);
	}
	return rows;
}

static bool
report_json(struct run *run, const RescueReport *report, const char *made, GError **error)
{
	json_t *json = json_object();
	json_object_set_new(json, "database", sheet_json_text(run->path));
	json_object_set_new(json, "made", sheet_json_text(made));
	json_object_set_new(json, "saved", json_integer(report->saved));
	json_object_set_new(json, "lost", json_integer(report->lost));
	json_object_set_new(json, "pages", json_integer(report->pages));
	json_object_set_new(json, "pages_lost", json_integer(report->pages_bad));
	json_object_set_new(json, "pages_from_log", json_integer(report->pages_logged));
	json_object_set_new(json, "log_refused", json_boolean(report->log_refused));
	json_object_set_new(json, "unplaced", json_integer(report->unplaced));
	json_object_set_new(json, "reference_rows", json_integer(report->seeded));
	json_object_set_new(json, "undo_kept", json_boolean(!report->sealed));
	json_object_set_new(json, "tables", counts_json(report));
	json_object_set_new(json, "rows_not_saved", named_json(report->fallen));
	json_object_set_new(json, "rows_to_be_looked_at", named_json(report->doubtful));
	return run_json(run, json, error);
}

/* ---- in words -----------------------------------------------------------------------------------
 */

/* Texts of a damaged file are like any from outside. Caller frees. */
static char *
name_shown(const struct rescue_named *one)
{
	g_autofree char *clean = text_for_terminal(one->name != NULL ? one->name : "–");
	return text_clip(clean, NAME_COLUMNS, false);
}

static void
fallen_say(const struct run *run, const RescueReport *report)
{
	for (guint i = 0; i < report->fallen->len; i++) {
		const struct rescue_named *one =
			&g_array_index(report->fallen, struct rescue_named, i);
		g_autofree char *shown = name_shown(one);
		if (one->owner != NULL)
			run_note(run, _("not saved: %s “%s”, for what it belongs to is lost (%s)"),
				 _(one->label), shown, _(one->owner));
		else
			run_note(run, _("not saved: %s “%s”, which breaks a rule of the data"),
				 _(one->label), shown);
	}
}

static void
doubtful_say(const struct run *run, const RescueReport *report)
{
	for (guint i = 0; i < report->doubtful->len; i++) {
		const struct rescue_named *one =
			&g_array_index(report->doubtful, struct rescue_named, i);
		g_autofree char *shown = name_shown(one);
		run_note(run, _("to be looked at, it may have been altered: %s “%s”"),
			 _(one->label), shown);
	}
}

static void
damage_say(const struct run *run, const RescueReport *report)
{
	run_note(run, _("pages of the file: %u, of which nothing could be made: %u"), report->pages,
		 report->pages_bad);
	if (report->pages_logged > 0)
		run_note(run, _("pages taken from the log beside it: %u"), report->pages_logged);
	if (report->log_refused)
		run_note(run, _("the log beside it (-wal) could not be used: what was saved last "
				"may be missing"));
	if (report->unplaced > 0)
		run_note(run, _("rows of which it cannot be told what they are: %u"),
			 report->unplaced);
	if (report->seeded > 0)
		run_note(run,
			 _("territories and holidays that were lost and are those of a new file "
			   "again: %u"),
			 report->seeded);
	if (report->sealed)
		run_note(run, _("the history is kept to be read; what was done before can no "
				"longer be undone"));
}

static void
next_say(const struct run *run, const RescueReport *report, const char *made)
{
	run_note(run, _("rows saved: %u; known to be lost: %u"), report->saved, report->lost);
	if (made == NULL) {
		run_note(run, _("dry run: no file was made"));
		return;
	}
	run_note(run,
		 _("made: %s. Look at it with “ateliers --db %s”; if it is better than your last "
		   "backup, bring it into use with “ateliers restore %s”. The damaged file was not "
		   "changed: keep it"),
		 made, made, made);
}

static bool
report_show(struct run *run, const RescueReport *report, const char *made, GError **error)
{
	if (run_format(run) == FORMAT_JSON)
		return report_json(run, report, made, error);
	g_autoptr(Sheet) sheet = counts_sheet(report);
	if (!run_list(run, sheet, error))
		return false;
	fallen_say(run, report);
	doubtful_say(run, report);
	damage_say(run, report);
	next_say(run, report, made);
	return true;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* Nothing could be saved: the copies are what is left. */
static bool
nothing_saved(const struct run *run, GError *reason, GError **error)
{
	static const int codes[] = {ERROR_DAMAGED, ERROR_FOREIGN, ERROR_IO, ERROR_NOT_FOUND};
	bool lost = false;
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		lost |= g_error_matches(reason, ATELIERS_ERROR, codes[i]);
	g_autofree char *where = NULL;
	g_autofree char *last = lost ? backups_last(run->path, &where) : NULL;
	if (last != NULL)
		fail(error, reason->code,
		     _("%s. The last copy of this database is “%s”: “ateliers restore” brings it "
		       "back"),
		     reason->message, where);
	else if (lost)
		fail(error, reason->code,
		     _("%s. No copy of this database is known on this machine: look for those made "
		       "with “ateliers backup”"),
		     reason->message);
	else
		g_propagate_error(error, g_error_copy(reason));
	g_error_free(reason);
	return false;
}

bool
cmd_rescue(struct run *run, GError **error)
{
	const char *wanted = run_option(run, OPTION_OUTPUT);
	if (g_strcmp0(wanted, "-") == 0)
		return fail(error, ERROR_USAGE,
			    _("the new database needs a file of its own, not “-”"));
	if (!in_use_by_nobody(run->path, error))
		return false;
	GError *reason = NULL;
	g_autofree char *made = wanted != NULL ? g_strdup(wanted) : made_name(run->path);
	bool dry = run_given(run, OPTION_DRY_RUN);
	g_autoptr(RescueReport) report = store_rescue(run->path, dry ? NULL : made, &reason);
	if (report == NULL)
		return nothing_saved(run, reason, error);
	/* The file of -o is the database: the report goes to standard output. */
	const struct command_line *given = run->line;
	struct command_line line = *given;
	line.value[OPTION_OUTPUT] = NULL;
	run->line = &line;
	bool done = report_show(run, report, dry ? NULL : made, error);
	run->line = given;
	return done;
}
