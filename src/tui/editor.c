#include "tui/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/terminal.h"

/* As much as a field of several lines takes. */
#define TEXT_MOST (200 * 1024)

/* ---- which --------------------------------------------------------------------------------------
 */

/* $VISUAL and $EDITOR may have options ("code --wait"); no shell reads them. Caller frees. */
static char **
editor_words(GError **error)
{
	static const char *const variables[] = {"VISUAL", "EDITOR"};
	static const char *const usual[] = {"sensible-editor", "nano", "vi"};
	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
		const char *set = g_getenv(variables[i]);
		char **words = NULL;
		if (set == NULL || *set == '\0')
			continue;
		if (!g_shell_parse_argv(set, NULL, &words, NULL))
			fail(error, ERROR_INVALID,
			     _("$%s is “%s”, which cannot be read as a command"), variables[i],
			     set);
		return words;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(usual); i++) {
		g_autofree char *path = g_find_program_in_path(usual[i]);
		if (path != NULL)
			return g_strsplit(path, "\n", 1);
	}
	fail(error, ERROR_NOT_FOUND, _("no editor is known here: set $EDITOR"));
	return NULL;
}

static char **
with_path(char **words, const char *path)
{
	guint n = g_strv_length(words);
	words = g_renew(char *, words, n + 2);
	words[n] = g_strdup(path);
	words[n + 1] = NULL;
	return words;
}

/* ---- the file -----------------------------------------------------------------------------------
 */

static bool
file_write(const char *path, const char *text, GError **error)
{
	int file = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	gsize left = strlen(text);
	while (file >= 0 && left > 0) {
		gssize written = write(file, text, left);
		if (written < 0 && errno != EINTR)
			break;
		left -= (gsize)MAX(written, 0);
		text += MAX(written, 0);
	}
	bool done = file >= 0 && close(file) == 0 && left == 0;
	return done || fail(error, ERROR_IO, _("the text cannot be written for the editor: %s"),
			    g_strerror(errno));
}

/* An editor may have left copies of its own beside it. */
static void
folder_remove(const char *folder)
{
	g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
	for (const char *name; files != NULL && (name = g_dir_read_name(files)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(folder);
}

/* As lines of ours: LF, and no empty line at the end, which editors add. */
static char *
text_tidy(const char *bytes)
{
	GString *text = g_string_new(bytes);
	g_string_replace(text, "\r\n", "\n", 0);
	while (text->len > 0 && text->str[text->len - 1] == '\n')
		g_string_truncate(text, text->len - 1);
	return g_string_free(text, FALSE);
}

static char *
file_read(const char *path, GError **error)
{
	GStatBuf about;
	g_autofree char *bytes = NULL;
	gsize size = 0;
	if (g_lstat(path, &about) == 0 && about.st_size > TEXT_MOST) {
		fail(error, ERROR_INVALID,
		     _("the text is longer than a field holds (%d kB); it stays as it was"),
		     TEXT_MOST / 1024);
		return NULL;
	}
	if (!g_file_get_contents(path, &bytes, &size, NULL)) {
		fail(error, ERROR_IO, _("the editor has left no text; it stays as it was"));
		return NULL;
	}
	const char *start = g_str_has_prefix(bytes, "\xef\xbb\xbf") ? bytes + 3 : bytes;
	if (strlen(bytes) != size || !g_utf8_validate(start, -1, NULL)) {
		fail(error, ERROR_INVALID,
		     _("what the editor has left is no text in UTF-8; it stays as it was"));
		return NULL;
	}
	return text_tidy(start);
}

/* ---- running ------------------------------------------------------------------------------------
 */

static const int keyboard[] = {SIGINT, SIGQUIT, SIGTSTP};

/* The editor has all signals as a program has them that a shell starts. */
static void
signals_plain(gpointer user)
{
	(void)user;
	for (gsize i = 0; i < G_N_ELEMENTS(keyboard); i++)
		signal(keyboard[i], SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
}

/* What the keyboard sends meanwhile is for the editor; Ctrl-Z stops both, and fg brings both back.
 */
static bool
editor_run(char *const *words, GError **error)
{
	struct sigaction before[G_N_ELEMENTS(keyboard)], during = {.sa_handler = SIG_IGN};
	GError *why = NULL;
	int status = 0;
	bool done = false;
	for (gsize i = 0; i < G_N_ELEMENTS(keyboard); i++) {
		during.sa_handler = keyboard[i] == SIGTSTP ? SIG_DFL : SIG_IGN;
		sigaction(keyboard[i], &during, &before[i]);
	}
	terminal_leave();
	bool started = g_spawn_sync(NULL, (char **)(gsize)words, NULL,
				    G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
				    signals_plain, NULL, NULL, NULL, &status, &why);
	terminal_return();
	for (gsize i = 0; i < G_N_ELEMENTS(keyboard); i++)
		sigaction(keyboard[i], &before[i], NULL);
	if (!started)
		fail(error, ERROR_IO, _("“%s” cannot be started: %s"), words[0], why->message);
	else if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		done = true;
	else
		fail(error, ERROR_IO,
		     _("the editor “%s” has failed (status %d); the text stays as it was"),
		     words[0], WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	g_clear_error(&why);
	return done;
}

static char *
edit_in(const char *folder, const char *text, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "texte.txt", NULL);
	g_auto(GStrv) words = editor_words(error);
	if (words == NULL || !file_write(path, text, error))
		return NULL;
	words = with_path(g_steal_pointer(&words), path);
	return editor_run(words, error) ? file_read(path, error) : NULL;
}

char *
editor_edit(struct ui *ui, const char *text)
{
	GError *error = NULL;
	char *edited = NULL;
	if (!secure_refuses(_("an editor"), &error)) {
		g_autofree char *folder = g_dir_make_tmp("ateliers-XXXXXX", NULL);
		if (folder == NULL)
			fail(&error, ERROR_IO, _("no temporary folder can be made for the editor"));
		else
			edited = edit_in(folder, text, &error);
		if (folder != NULL)
			folder_remove(folder);
	}
	ui->dirty = true;
	ui_fail(ui, error);
	return edited;
}
