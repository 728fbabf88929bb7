/* Stored screens: tests/tty/screens/NAME.scr. */
#include "tty_private.h"

#include <glib/gstdio.h>
#include <string.h>

enum { SETTLE_MS = 40, LAST_CHANCE_MS = 500 };

/* A home has six random letters: they become XXXXXX wherever they show, cut short or not. */
static char *
mask_home(const char *dump)
{
	static const char prefix[] = "ateliers-tty-";
	GString *masked = g_string_new(dump);

	for (char *at = strstr(masked->str, prefix); at != NULL; at = strstr(at, prefix)) {
		at += strlen(prefix);
		for (int i = 0; i < 6 && g_ascii_isalnum(*at); i++)
			*at++ = 'X';
	}
	return g_string_free(masked, FALSE);
}

char *
tty_dump(const Tty *tty, bool look)
{
	g_autofree char *text = tty_text(tty);
	g_autofree char *letters = look ? tty_look(tty) : NULL;
	int row = 0, column = 0;
	bool shows = tty_cursor(tty, &row, &column);
	g_autofree char *place =
		shows ? g_strdup_printf("cursor %d,%d", row, column) : g_strdup("cursor hidden");
	g_autofree char *dump =
		g_strdup_printf("---- %dx%d, %s\n%s%s%s", tty->columns, tty->rows, place, text,
				look ? "---- look\n" : "", look ? letters : "");

	return mask_home(dump);
}

static bool
store(const char *path, const char *dump, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);

	g_mkdir_with_parents(folder, 0755);
	return g_file_set_contents(path, dump, -1, error);
}

static void
append_difference(GString *report, const char *stored, const char *actual)
{
	g_auto(GStrv) was = g_strsplit(stored, "\n", -1);
	g_auto(GStrv) is = g_strsplit(actual, "\n", -1);
	guint was_count = g_strv_length(was), is_count = g_strv_length(is);

	for (guint i = 0; i < MAX(was_count, is_count); i++) {
		const char *before = i < was_count ? was[i] : NULL;
		const char *after = i < is_count ? is[i] : NULL;
		if (g_strcmp0(before, after) == 0)
			continue;
		if (before != NULL)
			g_string_append_printf(report, "%3u - %s\n", i, before);
		if (after != NULL)
			g_string_append_printf(report, "%3u + %s\n", i, after);
	}
}

static bool
report_difference(const char *path, const char *stored, const char *actual, GError **error)
{
	g_autoptr(GString) report = g_string_new(NULL);

	g_string_append_printf(report, "the screen is not %s (UPDATE=1 accepts it)\n", path);
	g_string_append_printf(report, "==== stored\n%s==== on the screen\n%s", stored, actual);
	g_string_append(report, "==== lines that differ\n");
	append_difference(report, stored, actual);
	return tty_refuse(error, "%s", report->str);
}

bool
tty_screen_matches(Tty *tty, const char *path, bool look, GError **error)
{
	g_autofree char *stored = NULL;

	if (!tty_wait_quiet(tty, SETTLE_MS, error))
		return false;
	g_autofree char *actual = tty_dump(tty, look);
	if (g_strcmp0(g_getenv("UPDATE"), "1") == 0)
		return store(path, actual, error);
	if (!g_file_get_contents(path, &stored, NULL, NULL))
		return tty_fail(tty, error, "there is no stored screen %s (UPDATE=1 makes it)",
				path);
	if (g_str_equal(stored, actual))
		return true;
	/* A helper process or a timer may still have been at work. */
	if (!tty_wait_quiet(tty, LAST_CHANCE_MS, error))
		return false;
	g_autofree char *later = tty_dump(tty, look);
	return g_str_equal(stored, later) || report_difference(path, stored, later, error);
}

bool
tty_screen_is(Tty *tty, const char *name, bool look, GError **error)
{
	if (name[0] == '\0' || name[0] == '.' || strchr(name, '/') != NULL)
		return tty_refuse(error, "\"%s\" is no name for a stored screen", name);
	g_autofree char *path = g_strdup_printf("tests/tty/screens/%s.scr", name);
	return tty_screen_matches(tty, path, look, error);
}
