#include "cli/run.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/personal.h"
#include "app/registration.h"
#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "cli/demo.h"
#include "cli/folder.h"
#include "cli/help.h"

bool
run_given(const struct run *run, enum option option)
{
	return (run->line->given & TAKES(option)) != 0;
}

const char *
run_option(const struct run *run, enum option option)
{
	return run->line->value[option];
}

/* ---- formats ------------------------------------------------------------------------------------
 */

/* What stands behind the last dot of the name of -o; NULL: there is none. */
static const char *
output_ending(const struct run *run)
{
	const char *output = run_option(run, OPTION_OUTPUT);
	const char *dot = output != NULL ? strrchr(output, '.') : NULL;
	return dot != NULL && strchr(dot, '/') == NULL ? dot + 1 : NULL;
}

enum format
run_format(const struct run *run)
{
	static const struct {
		const char *name;
		enum format format;
	} formats[] = {{"csv", FORMAT_CSV}, {"json", FORMAT_JSON}, {"xlsx", FORMAT_XLSX}};
	const char *name = run_option(run, OPTION_FORMAT);
	if (name == NULL)
		name = output_ending(run);
	for (gsize i = 0; name != NULL && i < G_N_ELEMENTS(formats); i++)
		if (g_ascii_strcasecmp(name, formats[i].name) == 0)
			return formats[i].format;
	return FORMAT_TABLE;
}

/* Papers know their endings themselves, and the report is a PDF too; all else is text. */
static bool
is_document(const struct run *run, const char *ending)
{
	static const char *const documents[] = {"pdf", "odt", "doc", "docx", "rtf", NULL};
	bool own = (run->command->options & OWN_FILES) != 0 && strcmp(ending, "pdf") == 0;
	return !own && !command_takes(run->command, OPTION_SHARED) &&
	       g_strv_contains(documents, ending);
}

/* Nobody's spreadsheet opens a file that its name calls what it is not. */
static bool
ending_fits(const struct run *run, GError **error)
{
	static const char *const others[] = {"xls", "xlsm", "xlsb", "ods", "fods", NULL};
	const char *ending = output_ending(run), *output = run_option(run, OPTION_OUTPUT);
	g_autofree char *low = ending != NULL ? g_ascii_strdown(ending, -1) : g_strdup("");
	if (g_strv_contains(others, low))
		return fail(error, ERROR_USAGE,
			    _("“%s”: workbooks are written as .xlsx, which LibreOffice opens too"),
			    output);
	if (is_document(run, low))
		return fail(error, ERROR_USAGE,
			    _("“%s” would be no document: “%s” writes text; choose another ending"),
			    output, run->command->words);
	if (strcmp(low, "xlsx") == 0 && run_format(run) != FORMAT_XLSX)
		return fail(error, ERROR_USAGE,
			    _("“%s” would be no workbook: leave out --format, or choose another "
			      "ending"),
			    output);
	return true;
}

/* Papers say for themselves which of them are lists, and find a name for their file. */
static bool
format_allowed(const struct run *run, GError **error)
{
	const struct command *command = run->command;
	const char *output = run_option(run, OPTION_OUTPUT);
	bool paper = command_takes(command, OPTION_SHARED);
	if (!ending_fits(run, error))
		return false;
	if (run_format(run) != FORMAT_XLSX || (paper && output == NULL) ||
	    (command->options & OWN_FILES) != 0)
		return true;
	if (!paper && !command_takes(command, OPTION_COLUMNS))
		return fail(error, ERROR_USAGE,
			    _("“%s” makes no list: it cannot be written as a workbook"),
			    command->words);
	return (output != NULL && strcmp(output, "-") != 0) ||
	       fail(error, ERROR_USAGE,
		    _("a workbook cannot be written to standard output: give the name of a file"));
}

/* ---- results and notes --------------------------------------------------------------------------
 */

bool
run_to_terminal(const struct run *run)
{
	const char *output = run_option(run, OPTION_OUTPUT);
	return (output == NULL || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO);
}

/* A terminal of another codeset gets what it can show; a file or a pipe always gets UTF-8. */
static char *
text_for_stream(const char *text, int stream)
{
	const char *charset = NULL;
	if (!isatty(stream) || g_get_charset(&charset))
		return g_strdup(text);
	g_autofree char *possible = text_for_charset(text, charset);
	g_autofree char *converted = g_convert(possible, -1, charset, "UTF-8", NULL, NULL, NULL);
	return g_strdup(converted != NULL ? converted : possible);
}

void
run_note(const struct run *run, const char *format, ...)
{
	if (run->scripted || run_given(run, OPTION_QUIET))
		return;
	va_list args;
	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	g_autofree char *clean = text_for_terminal(text);
	g_autofree char *shown = text_for_stream(clean, STDERR_FILENO);
	fprintf(stderr, "%s\n", shown);
}

void
run_notes(const struct run *run, const GPtrArray *notes)
{
	for (guint i = 0; notes != NULL && i < notes->len; i++)
		run_note(run, "%s", (const char *)g_ptr_array_index(notes, i));
}

bool
run_result(struct run *run, const char *text, gsize size, GError **error)
{
	if (run->scripted)
		return true;
	const char *path = run_option(run, OPTION_OUTPUT);
	if (!run_to_terminal(run))
		return output_file(path != NULL ? path : "-", text, size, error);
	g_autofree char *shown = text_for_stream(text, STDOUT_FILENO);
	return output_file("-", shown, strlen(shown), error);
}

bool
run_line_result(struct run *run, const char *line, GError **error)
{
	g_autofree char *clean = text_for_terminal(line);
	g_autofree char *whole = g_strconcat(clean, "\n", NULL);
	return run_result(run, whole, strlen(whole), error);
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

bool
run_begin(struct run *run, const char *action, GError **error)
{
	return store_begin(run->store, action, error);
}

void
run_followed(const struct run *run)
{
	g_autofree char *followed = registration_followed(run->store);
	if (followed != NULL)
		run_note(run, "%s", followed);
}

static bool
show(struct run *run, GError **error)
{
	return run->show == NULL || run->scripted || run->show(run, error);
}

/* What would have been made can only be shown before it is taken back. */
static bool
trial_end(struct run *run, GError **error)
{
	bool done = store_settle(run->store, error);
	if (done)
		run_followed(run);
	done = done && show(run, error);
	store_rollback(run->store);
	if (done)
		run_note(run, _("dry run: nothing was changed"));
	return done;
}

bool
run_end(struct run *run, bool done, GError **error)
{
	gint64 gesture = 0;
	if (!done) {
		if (store_in_gesture(run->store))
			store_rollback(run->store);
		return false;
	}
	if (run_given(run, OPTION_DRY_RUN))
		return trial_end(run, error);
	if (!store_commit(run->store, &gesture, error))
		return false;
	if (gesture == 0)
		run_note(run, _("nothing had to be changed"));
	run_followed(run);
	return show(run, error);
}

gint64
run_event(struct run *run, const char *typed, GError **error)
{
	return noun_find(run->store, &noun_event, 0, typed, error);
}

/* ---- the database -------------------------------------------------------------------------------
 */

char *
run_database_path(const struct command_line *line)
{
	const char *named = line->value[OPTION_DB];
	if (named == NULL)
		named = g_getenv("ATELIERS_DB");
	if (named != NULL && *named != '\0')
		return g_strdup(named);
	const char *data = g_getenv("XDG_DATA_HOME");
	if (data != NULL && g_path_is_absolute(data))
		return g_build_filename(data, "ateliers", "ateliers.db", NULL);
	return g_build_filename(g_get_home_dir(), ".local", "share", "ateliers", "ateliers.db",
				NULL);
}

/* A dry run changes nothing: where there is no database yet, it runs on one that is thrown away. */
static bool
trial_open(struct run *run, GError **error)
{
	run->trial = folder_temporary(error);
	if (run->trial == NULL)
		return false;
	g_autofree char *path = g_build_filename(run->trial, "ateliers.db", NULL);
	run->store = store_open(path, STORE_OPEN_OR_MAKE, NULL, error);
	return run->store != NULL;
}

/* A result that takes the place of the database, or of what it keeps beside itself, would be the
 * end of it. */
static bool
output_spares_database(const struct run *run, GError **error)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
	const char *output = run_option(run, OPTION_OUTPUT);
	for (gsize i = 0; output != NULL && i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *file = g_strconcat(run->path, ends[i], NULL);
		if (output_same_file(output, file))
			return fail(error, ERROR_INVALID,
				    _("“%s” is the database itself: choose another file"), output);
	}
	return true;
}

/* In a shared account the database is that of the account. */
static bool
database_allowed(const struct run *run, GError **error)
{
	return (run_option(run, OPTION_DB) == NULL || !secure_refuses("--db", error)) &&
	       (run_option(run, OPTION_INTO) == NULL || !secure_refuses("--into", error)) &&
	       (!run_given(run, OPTION_RESCUE) || !secure_refuses("--rescue", error));
}

/* And a result stands in its folder, which its database names. */
static bool
output_allowed(const struct run *run, GError **error)
{
	const char *output = run_option(run, OPTION_OUTPUT);
	if (output == NULL)
		return true;
	if (run->store == NULL)
		return !secure_refuses("-o", error);
	return secure_allows(run->store, output, error);
}

static bool
database_open(struct run *run, GError **error)
{
	if (run->command->need == NEEDS_NOTHING || run_given(run, OPTION_RESCUE))
		return true; /* a damaged file is not opened to be rescued */
	bool there = g_file_test(run->path, G_FILE_TEST_EXISTS);
	if (!there && run_given(run, OPTION_DRY_RUN))
		return trial_open(run, error);
	if (!there && run->command->need == NEEDS_FILE)
		return fail(error, ERROR_NOT_FOUND, _("there is no database “%s”"), run->path);
	run->store = store_open(run->path,
				run->command->need == NEEDS_FILE ? STORE_OPEN : STORE_OPEN_OR_MAKE,
				NULL, error);
	if (run->store != NULL && !there)
		run_note(run, _("new database: %s"), run->path);
	const char *reason = run->store != NULL ? store_read_only(run->store) : NULL;
	if (reason != NULL)
		run_note(run, _("“%s” is opened for reading only: %s"), run->path, reason);
	return run->store != NULL;
}

static void
database_close(struct run *run)
{
	g_clear_pointer(&run->store, store_close);
	g_clear_pointer(&run->path, g_free);
	if (run->trial != NULL)
		folder_remove(run->trial);
	g_clear_pointer(&run->trial, g_free);
}

/* ---- running ------------------------------------------------------------------------------------
 */

static bool
command_prepare(struct run *run, const struct command_line *line, GError **error)
{
	guint used = 0;
	char *const *words = (char *const *)line->words->pdata;
	run->line = line;
	run->command = command_find(words, line->words->len, &used, error);
	if (run->command == NULL)
		return false;
	run->argument = words + used;
	run->n_arguments = line->words->len - used;
	return command_check(run->command, line, run->n_arguments, error) &&
	       format_allowed(run, error);
}

bool
run_scripted(struct run *run, int argc, char *const *argv, GError **error)
{
	struct command_line line;
	command_line_init(&line);
	struct run step = {.store = run->store, .path = run->path, .scripted = true};
	bool done = command_line_read(&line, argc, argv, error) &&
		    command_prepare(&step, &line, error) && step.command->run(&step, error);
	command_line_clear(&line);
	return done;
}

static bool
run_interface(struct run *run, GError **error)
{
	g_autofree char *path = run_database_path(run->line);
	run->exit_code = run->interface(path, false);
	if (run->exit_code != CLI_SAMPLE)
		return true;
	/* From there "my own database" leads back to this one. */
	g_setenv("ATELIERS_DB", path, TRUE);
	return demo_open(run, error);
}

/* --version and --help need no database, but may be given -o as well. */
static bool
run_about(struct run *run, const struct command_line *line, GError **error)
{
	if (!output_allowed(run, error))
		return false;
	if (run_given(run, OPTION_VERSION))
		return run_line_result(run, "ateliers " ATELIERS_VERSION, error);
	return help_print(run, (char *const *)line->words->pdata, line->words->len, error);
}

static bool
run_words(struct run *run, const struct command_line *line, GError **error)
{
	if (!database_allowed(run, error) || !output_spares_database(run, error))
		return false;
	if (run_given(run, OPTION_VERSION) || run_given(run, OPTION_HELP))
		return run_about(run, line, error);
	if (line->words->len == 0) {
		static const struct command interface = {.words = "ateliers"};
		return command_check(&interface, line, 0, error) && run_interface(run, error);
	}
	if (!command_prepare(run, line, error))
		return false;
	bool done = database_open(run, error) && output_allowed(run, error);
	if (done && run->command->need == NEEDS_STORE && !run_given(run, OPTION_DRY_RUN))
		personal_expire(run->store, NULL); /* what fails now is done by the next command */
	return done && run->command->run(run, error);
}

bool
run_line(struct run *run, const struct command_line *line, GError **error)
{
	run->line = line;
	run->path = run_database_path(line);
	bool done = run_words(run, line, error);
	database_close(run);
	return done;
}

char *
run_joined(const struct run *run, guint first)
{
	g_autoptr(GString) words = g_string_new(NULL);
	for (guint i = first; i < run->n_arguments; i++)
		g_string_append_printf(words, "%s%s", i > first ? " " : "", run->argument[i]);
	return run->n_arguments > first ? g_strdup(words->str) : NULL;
}
