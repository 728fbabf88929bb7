#include "cli/demo.h"

#include <string.h>

#include "base/date.h"
#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "cli/folder.h"
#include "core/holiday.h"

#define SCRIPT "season.ateliers"
/* Whose gestures the sample's are: nobody undoes them by pressing "u" once too often. */
#define AUTHOR "exemple"
#define WEEK   7

/* ---- placeholders -------------------------------------------------------------------------------
 */

static int
weekday_of(const char *word)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
	for (int i = 0; i < WEEK; i++)
		if (g_str_has_prefix(word, days[i]))
			return i + 1;
	return 0;
}

/* Weeks in which nobody holds a meeting. */
static bool
is_dead(const char *date)
{
	const char *day = date + strlen("2026-");
	bool christmas = strcmp(day, "12-20") >= 0 || strcmp(day, "01-04") < 0;
	bool summer = strcmp(day, "07-14") >= 0 && strcmp(day, "08-25") < 0;
	return christmas || summer;
}

/* The day OFFSET days ahead of TODAY; dead weeks do not count, so that dates keep their distances.
 */
static int
day_ahead(const char *today, int offset)
{
	char date[11];
	int day = date_number(today);
	for (; offset > 0; offset--) {
		do
			date_from_number(++day, date);
		while (is_dead(date));
	}
	return day;
}

static bool
date_append(GString *text, const char *word, const char *today, GError **error)
{
	gint64 offset = 0;
	int weekday = weekday_of(word);
	bool any = g_str_has_prefix(word, "day");
	const char *number = weekday != 0 || any ? word + 3 : word;
	if (number == word || (*number != '+' && *number != '-') ||
	    !g_ascii_string_to_signed(number + 1, 10, 0, 2000, &offset, NULL))
		return fail(error, ERROR_FORMAT, _("“{%s}” is no date"), word);
	int day = *number == '-' ? date_number(today) - (int)offset : day_ahead(today, (int)offset);
	char date[11];
	do
		date_from_number(day++, date);
	while (!any && (date_weekday(date) != weekday || is_dead(date) ||
			holiday_name(date, NULL) != NULL));
	g_string_append(text, date);
	return true;
}

char *
demo_text(const char *text, const char *today, const char *folder, GError **error)
{
	g_autoptr(GString) filled = g_string_new(NULL);
	for (const char *open = NULL; (open = strchr(text, '{')) != NULL;) {
		const char *close = strchr(open, '}');
		g_string_append_len(filled, text, open - text);
		if (close == NULL) {
			fail(error, ERROR_FORMAT, _("“%s” is not closed"), open);
			return NULL;
		}
		g_autofree char *word = g_strndup(open + 1, (gsize)(close - open) - 1);
		if (strcmp(word, "folder") == 0)
			g_string_append(filled, folder);
		else if (!date_append(filled, word, today, error))
			return NULL;
		text = close + 1;
	}
	g_string_append(filled, text);
	return g_strdup(filled->str);
}

/* ---- making -------------------------------------------------------------------------------------
 */

static bool
line_run(struct run *run, const char *line, GError **error)
{
	g_auto(GStrv) words = NULL;
	int n = 0;
	return g_shell_parse_argv(line, &n, &words, error) && run_scripted(run, n, words, error);
}

static bool
script_run(struct run *run, const char *script, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(script, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_strstrip(lines[i]);
		if (*lines[i] == '\0' || *lines[i] == '#')
			continue;
		if (!line_run(run, lines[i], error)) {
			g_prefix_error(error, "%s:%u: ", SCRIPT, i + 1);
			return false;
		}
	}
	return true;
}

/* The tables that the script imports, where it can read them; the script itself in SCRIPT. */
static bool
files_write(const char *folder, const char *today, char **script, GError **error)
{
	for (const struct embedded_file *file = embedded_sample; file->name != NULL; file++) {
		g_autofree char *path = g_build_filename(folder, file->name, NULL);
		g_autofree char *text = demo_text(file->text, today, folder, error);
		if (text == NULL) {
			g_prefix_error(error, "%s: ", file->name);
			return false;
		}
		if (strcmp(file->name, SCRIPT) == 0)
			*script = g_steal_pointer(&text);
		else if (!output_file(path, text, strlen(text), error))
			return false;
	}
	return *script != NULL ||
	       fail(error, ERROR_MODULE, _("a part of Ateliers is missing (%s); install it again"),
		    SCRIPT);
}

static bool
database_fill(const char *path, const char *folder, GError **error)
{
	char today[11];
	g_autofree char *script = NULL;
	g_autofree char *name = g_strdup(path);
	struct run run = {.path = name};
	run.store = store_open(path, STORE_OPEN_OR_MAKE, AUTHOR, error);
	if (run.store != NULL)
		store_today(run.store, today);
	bool done = run.store != NULL && files_write(folder, today, &script, error) &&
		    script_run(&run, script, error);
	store_close(run.store);
	return done;
}

bool
demo_make(const char *path, GError **error)
{
	g_autofree char *folder = folder_temporary(error);
	if (folder == NULL)
		return false;
	g_autofree char *made = g_build_filename(folder, "sample.db", NULL);
	bool done = database_fill(made, folder, error);
	g_autoptr(Store) store = done ? store_open(made, STORE_OPEN, AUTHOR, error) : NULL;
	done = store != NULL && store_backup(store, path, error);
	g_clear_pointer(&store, store_close);
	folder_remove(folder);
	return done;
}
