/* Is the database well, and will it be tomorrow? */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "app/backups.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/table.h"

/* With less free space than this, or than twice the database, the copy made before a change of
 * schema may not fit. */
#define SPACE_MIN   (G_GINT64_CONSTANT(50) * 1000 * 1000)
#define BACKUP_DAYS 30

struct fact {
	const char *key;
	const char *label;
	enum sheet_type type;
	char *value;
	char *words; /* NULL: as the value */
};

struct examination {
	struct run *run;
	GArray *facts;       /* struct fact */
	GPtrArray *problems; /* char *: the database is not well */
	GPtrArray *advice;   /* char *: it could be better kept */
};

static void
fact_add(struct examination *exam, const char *key, const char *label, enum sheet_type type,
	 char *value, char *words)
{
	struct fact fact = {key, label, type, value, words};
	g_array_append_val(exam->facts, fact);
}

static char *
number(gint64 value)
{
	return g_strdup_printf("%" G_GINT64_FORMAT, value);
}

/* GLib's own words for sizes speak the locale's language, not ours. */
static char *
size_words(gint64 bytes)
{
	const gint64 mega = 1000 * 1000, giga = 1000 * mega;
	gint64 unit = bytes >= giga ? giga : bytes >= mega ? mega : 1000;
	const char *name = bytes >= giga ? _("GB") : bytes >= mega ? _("MB") : _("kB");
	int tenths = (int)(bytes / (unit / 10));
	return g_strdup_printf(_("%d.%d %s"), tenths / 10, tenths % 10, name);
}

/* ---- examining ----------------------------------------------------------------------------------
 */

static gint64
examine_file(struct examination *exam)
{
	struct stat status;
	const char *path = exam->run->path;
	fact_add(exam, "database", _("Database"), SHEET_TEXT, g_strdup(path), NULL);
	if (stat(path, &status) != 0) {
		g_ptr_array_add(exam->problems, g_strdup_printf(_("“%s” cannot be opened: %s"),
								path, g_strerror(errno)));
		return 0;
	}
	fact_add(exam, "size", _("Size"), SHEET_NUMBER, number(status.st_size),
		 size_words(status.st_size));
	fact_add(exam, "mode", _("Rights"), SHEET_TEXT,
		 g_strdup_printf("%04o", (unsigned)status.st_mode & 07777), NULL);
	if ((status.st_mode & S_IRWXO) != 0)
		g_ptr_array_add(exam->problems,
				g_strdup_printf(_("everybody on this machine can read “%s”: "
						  "chmod o= takes that right away"),
						path));
	return status.st_size;
}

static void
examine_space(struct examination *exam, gint64 size)
{
	struct statvfs disk;
	g_autofree char *folder = g_path_get_dirname(exam->run->path);
	if (statvfs(folder, &disk) != 0)
		return;
	gint64 space = (gint64)disk.f_bavail * (gint64)disk.f_frsize;
	g_autofree char *words = size_words(space);
	fact_add(exam, "free_space", _("Free space"), SHEET_NUMBER, number(space), g_strdup(words));
	if (space < MAX(SPACE_MIN, size * 2))
		g_ptr_array_add(exam->problems,
				g_strdup_printf(_("only %s are free on the disk of “%s”: free some "
						  "space"),
						words, folder));
}

static void
examine_rows(struct examination *exam)
{
	static const struct noun *const counted[] = {&noun_event,  &noun_session,
						     &noun_person, &noun_organisation,
						     &noun_venue,  &noun_attendee};
	for (gsize i = 0; i < G_N_ELEMENTS(counted); i++)
		fact_add(exam, counted[i]->name, _(counted[i]->label), SHEET_NUMBER,
			 number(store_count(exam->run->store, counted[i]->entity, NULL,
					    value_text(NULL), NULL)),
			 NULL);
}

static void
examine_backups(struct examination *exam)
{
	char now[INSTANT_SIZE], local[17];
	g_autofree char *where = NULL;
	char *last = backups_last(exam->run->path, &where);
	clock_instant(now);
	if (last == NULL) {
		fact_add(exam, "last_backup", _("Last backup"), SHEET_TEXT, NULL,
			 g_strdup(_("never")));
		g_ptr_array_add(exam->advice, g_strdup(_("there is no backup yet: “ateliers backup "
							 "FILE” makes one")));
		return;
	}
	now[10] = '\0';
	clock_local(last, store_zone(exam->run->store), local);
	local[10] = '\0';
	int days = date_number(now) - date_number(local);
	g_autofree char *day = date_text(local, DATE_LONG);
	fact_add(exam, "last_backup", _("Last backup"), SHEET_TEXT, last,
		 g_strdup_printf("%s (%s)", day, where));
	if (days > BACKUP_DAYS)
		g_ptr_array_add(exam->advice, g_strdup_printf(_("the last backup is %d days old: "
								"“ateliers backup "
								"FILE” makes one"),
							      days));
}

static bool
examine(struct examination *exam, GError **error)
{
	g_autoptr(GPtrArray) found = store_doctor(exam->run->store, error);
	if (found == NULL)
		return false;
	for (guint i = 0; i < found->len; i++)
		g_ptr_array_add(exam->problems, g_strdup(g_ptr_array_index(found, i)));
	examine_space(exam, examine_file(exam));
	examine_rows(exam);
	examine_backups(exam);
	return true;
}

/* ---- telling ------------------------------------------------------------------------------------
 */

static json_t *
sentences_json(const GPtrArray *sentences)
{
	json_t *array = json_array();
	for (guint i = 0; i < sentences->len; i++)
		json_array_append_new(array, sheet_json_text(g_ptr_array_index(sentences, i)));
	return array;
}

static char *
sentences_joined(const GPtrArray *sentences)
{
	GString *joined = g_string_new(NULL);
	for (guint i = 0; i < sentences->len; i++)
		g_string_append_printf(joined, "%s%s", i > 0 ? "\n" : "",
				       (const char *)g_ptr_array_index(sentences, i));
	return g_string_free(joined, FALSE);
}

static Sheet *
examination_sheet(const struct examination *exam)
{
	Sheet *sheet = sheet_new();
	guint n = exam->facts->len;
	for (guint i = 0; i < n; i++) {
		const struct fact *fact = &g_array_index(exam->facts, struct fact, i);
		sheet_column(sheet, fact->key, fact->label, fact->type, true);
	}
	sheet_column(sheet, "problems", _("Problems"), SHEET_LONG, true);
	sheet_column(sheet, "advice", _("Advice"), SHEET_LONG, true);
	struct sheet_row *row = sheet_row(sheet);
	for (guint i = 0; i < n; i++) {
		const struct fact *fact = &g_array_index(exam->facts, struct fact, i);
		sheet_set(sheet, row, i, fact->value, fact->words);
	}
	sheet_set(sheet, row, n, sentences_joined(exam->problems),
		  exam->problems->len == 0 ? g_strdup(_("none")) : NULL);
	sheet_set(sheet, row, n + 1, sentences_joined(exam->advice), NULL);
	row->extra = json_object();
	json_object_set_new(row->extra, "problems", sentences_json(exam->problems));
	json_object_set_new(row->extra, "advice", sentences_json(exam->advice));
	return sheet;
}

bool
cmd_doctor(struct run *run, GError **error)
{
	if (run_given(run, OPTION_RESCUE))
		return cmd_rescue(run, error);
	if (run_given(run, OPTION_DRY_RUN))
		return fail(error, ERROR_USAGE,
			    _("“--dry-run” goes with “--rescue”: doctor alone "
			      "changes nothing"));
	struct examination exam = {
		.run = run,
		.facts = g_array_new(FALSE, FALSE, sizeof(struct fact)),
		.problems = g_ptr_array_new_with_free_func(g_free),
		.advice = g_ptr_array_new_with_free_func(g_free),
	};
	bool done = examine(&exam, error);
	if (done) {
		g_autoptr(Sheet) sheet = examination_sheet(&exam);
		run->exit_code = exam.problems->len > 0 ? 1 : 0;
		done = run_show(run, sheet, error);
	}
	g_array_unref(exam.facts);
	g_ptr_array_unref(exam.problems);
	g_ptr_array_unref(exam.advice);
	return done;
}
