#include "base/path.h"

#include <string.h>

#include "base/text.h"

/* What stands behind the "~/" of an empty question when a whole path is pasted there. */
static const char *
pasted(const char *typed)
{
	const char *behind = g_str_has_prefix(typed, "~/") ? typed + strlen("~/") : NULL;
	bool whole = behind != NULL &&
		     (*behind == '/' || *behind == '\'' || *behind == '"' ||
		      g_str_has_prefix(behind, "~/") || g_str_has_prefix(behind, "file:"));
	return whole ? behind : typed;
}

static char *
unquoted(const char *text)
{
	gsize length = strlen(text);
	if (length > 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text) {
		g_autofree char *inner = g_shell_unquote(text, NULL);
		return inner != NULL ? g_steal_pointer(&inner) : g_strndup(text + 1, length - 2);
	}
	char *local =
		g_str_has_prefix(text, "file:") ? g_filename_from_uri(text, NULL, NULL) : NULL;
	return local != NULL ? local : g_strdup(text);
}

static char *
without_escapes(const char *path)
{
	GString *plain = g_string_new(NULL);
	for (const char *at = path; *at != '\0'; at++) {
		at += *at == '\\' && at[1] != '\0';
		g_string_append_c(plain, *at);
	}
	return g_string_free(plain, FALSE);
}

static char *
at_home(const char *path)
{
	if (strcmp(path, "~") == 0)
		return g_strdup(g_get_home_dir());
	return g_str_has_prefix(path, "~/") ? g_build_filename(g_get_home_dir(), path + 2, NULL)
					    : g_strdup(path);
}

char *
path_as_typed(const char *typed)
{
	g_autofree char *trimmed = g_strstrip(g_strdup(typed));
	g_autofree char *inner = unquoted(pasted(trimmed));
	char *path = at_home(inner);
	if (strchr(path, '\\') == NULL || g_file_test(path, G_FILE_TEST_EXISTS))
		return path;
	g_autofree char *plain = without_escapes(path);
	if (g_file_test(plain, G_FILE_TEST_EXISTS)) {
		g_free(path);
		return g_steal_pointer(&plain);
	}
	return path;
}

/* ---- completion ---------------------------------------------------------------------------------
 */

static bool
is_shown(const char *name, const char *begun)
{
	if ((*name == '.' && *begun != '.') || !g_utf8_validate(name, -1, NULL))
		return false;
	g_autofree char *clean = text_for_terminal(name);
	return strcmp(clean, name) == 0;
}

static bool
begins(const char *name, const char *begun, bool exactly)
{
	if (exactly)
		return g_str_has_prefix(name, begun);
	g_autofree char *key = text_search_key(name);
	g_autofree char *begun_key = text_search_key(begun);
	return g_str_has_prefix(key, begun_key);
}

static int
by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
names_read(const char *folder, const char *begun, bool exactly, GPtrArray *names)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		if (!is_shown(name, begun) || !begins(name, begun, exactly))
			continue;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		bool is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
		g_ptr_array_add(names, g_strconcat(name, is_folder ? "/" : "", NULL));
	}
	g_ptr_array_sort(names, by_name);
}

/* The bytes that all of NAMES begin with, up to the border of a character. */
static gsize
common(const GPtrArray *names)
{
	const char *first = g_ptr_array_index(names, 0);
	gsize n = strlen(first);
	for (guint i = 1; i < names->len; i++) {
		const char *other = g_ptr_array_index(names, i);
		gsize same = 0;
		while (same < n && other[same] == first[same])
			same++;
		n = same;
	}
	while (n > 0 && (first[n] & 0xC0) == 0x80)
		n--;
	return n;
}

char *
path_complete(const char *typed, GPtrArray *names)
{
	const char *path = pasted(typed);
	const char *slash = strrchr(path, '/');
	const char *begun = slash != NULL ? slash + 1 : path;
	g_autofree char *before = g_strndup(path, (gsize)(begun - path));
	g_autofree char *folder = slash != NULL ? at_home(before) : g_strdup(".");
	names_read(folder, begun, true, names);
	if (names->len == 0)
		names_read(folder, begun, false, names);
	if (names->len == 0)
		return g_strdup(typed);
	const char *first = g_ptr_array_index(names, 0);
	gsize n = common(names);
	g_autofree char *same = g_strndup(first, n);
	char *whole = g_strconcat(before, n >= strlen(begun) ? same : begun, NULL);
	if (names->len == 1)
		g_ptr_array_set_size(names, 0);
	return whole;
}
