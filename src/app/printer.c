#include "app/printer.h"

#include <string.h>

#include "app/limited_child.h"
#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#define LP_WAIT_MS     20000 /* a spooler on the network may be slow */
#define LPSTAT_WAIT_MS 2000  /* somebody waits before the screen */
#define SAID_MOST      65536
#define SHOWN_COLUMNS  200
#define NAME_MOST      200

static bool
name_is_plain(const char *name)
{
	if (*name == '\0' || *name == '-' || strlen(name) > NAME_MOST)
		return false;
	for (const char *c = name; *c != '\0'; c++)
		if ((guchar)*c <= ' ' || *c == 0x7f)
			return false;
	return g_utf8_validate(name, -1, NULL);
}

bool
printer_check(const char *name, GError **error)
{
	g_autofree char *clean = text_for_terminal(name);
	return name_is_plain(name) ||
	       fail(error, ERROR_USAGE,
		    _("“%s” is no name of a printer; “lpstat -a” shows those there are"), clean);
}

/* ---- which there are ----------------------------------------------------------------------------
 */

/* "Bureau accepting requests since …": those that do not are no use now. */
static void
printer_read(GPtrArray *names, const char *line, const char *usual)
{
	g_auto(GStrv) words = g_strsplit(line, " ", 3);
	if (g_strv_length(words) < 2 || strcmp(words[1], "accepting") != 0 ||
	    !name_is_plain(words[0]))
		return;
	bool first = usual != NULL && strcmp(words[0], usual) == 0;
	g_ptr_array_insert(names, first ? 0 : -1, g_strdup(words[0]));
}

static char *
usual_read(char *const *lines)
{
	static const char before[] = "system default destination: ";
	for (guint i = 0; lines[i] != NULL; i++)
		if (g_str_has_prefix(lines[i], before))
			return g_strdup(lines[i] + strlen(before));
	return NULL;
}

GPtrArray *
printer_names(void)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	static const char *const words[] = {"lpstat", "-d", "-a", NULL};
	struct child_end end;
	if (secure_mode())
		return names;
	g_autofree char *said =
		child_words(words, CHILD_PLAIN, SAID_MOST, LPSTAT_WAIT_MS, &end, NULL);
	if (said == NULL || end.late || end.loud)
		return names;
	g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
	g_autofree char *usual = usual_read(lines);
	for (guint i = 0; lines[i] != NULL; i++)
		printer_read(names, lines[i], usual);
	return names;
}

/* ---- handing over -------------------------------------------------------------------------------
 */

/* The first line that says something, as a terminal may see it. */
static char *
said_shown(const char *said)
{
	g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_autofree char *clean = text_for_terminal(lines[i]);
		if (*g_strstrip(clean) != '\0')
			return text_clip(clean, SHOWN_COLUMNS, false);
	}
	return NULL;
}

static char *
title_of(const char *path)
{
	char *title = g_path_get_basename(path);
	char *ending = strrchr(title, '.');
	if (ending != NULL && ending != title)
		*ending = '\0';
	return title;
}

static bool
refused(const char *name, const char *path, const struct child_end *end, const char *said,
	GError **error)
{
	g_autofree char *words = said_shown(said);
	g_autofree char *code = g_strdup_printf(_("lp ended with %d"), end->code);
	const char *why = end->late ? _("it does not answer") : words != NULL ? words : code;
	return fail(error, ERROR_IO, _("the printer “%s” did not take the paper: %s; it is “%s”"),
		    name, why, path);
}

bool
printer_send(const char *name, const char *path, GError **error)
{
	if (!printer_check(name, error) || secure_refuses("--printer", error))
		return false;
	g_autofree char *title = title_of(path);
	g_autofree char *whole = g_canonicalize_filename(path, NULL);
	const char *const words[] = {"lp", "-d", name, "-t", title, "--", whole, NULL};
	struct child_end end;
	GError *reason = NULL;
	g_autofree char *said =
		child_words(words, CHILD_SPEAKS, SAID_MOST, LP_WAIT_MS, &end, &reason);
	if (said != NULL && !end.late && !end.loud && end.signal == 0 && end.code == 0)
		return true;
	if (said != NULL)
		return refused(name, path, &end, said, error);
	fail(error, ERROR_NOT_FOUND,
	     _("“lp” (package cups-client) cannot be started: %s; the paper is “%s”"),
	     g_error_matches(reason, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT) ? _("it is not installed")
									 : reason->message,
	     path);
	g_error_free(reason);
	return false;
}
