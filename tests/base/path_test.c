#include "test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/path.h"

/* A home folder with files. GLib reads HOME once, so it is there before the first test. */
static char *home;

static const char *const files[] = {"Téléchargements/inscrits.csv",
				    "Téléchargements/inscrits 2.csv",
				    "Téléchargements/l'atelier d'ici.csv",
				    "telephone.txt",
				    "Bureau/vide",
				    "Bureau/v\033[31m",
				    ".cache/x",
				    "Zoé.csv",
				    "Zoï.csv"};

static bool
home_make(void)
{
	home = g_dir_make_tmp("path-XXXXXX", NULL);
	for (gsize i = 0; home != NULL && i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = g_build_filename(home, files[i], NULL);
		g_autofree char *folder = g_path_get_dirname(path);
		if (g_mkdir_with_parents(folder, 0700) != 0 ||
		    !g_file_set_contents(path, "x", 1, NULL))
			return false;
	}
	return home != NULL && g_setenv("HOME", home, TRUE);
}

static void
home_remove(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = g_build_filename(home, files[i], NULL);
		g_autofree char *folder = g_path_get_dirname(path);
		g_remove(path);
		g_rmdir(folder);
	}
	g_rmdir(home);
	g_clear_pointer(&home, g_free);
}

/* "@" in the words stands for the home folder. */
static char *
placed(const char *words)
{
	g_auto(GStrv) parts = g_strsplit(words, "@", -1);
	return g_strjoinv(home, parts);
}

static void
path_as_typed__is_the_file__however_it_was_typed_or_dropped(void **state)
{
	static const struct {
		const char *typed;
		const char *path;
	} cases[] = {
		{"", ""},
		{"  ", ""},
		{"~", "@"},
		{"~/", "@"},
		{"~/telephone.txt", "@/telephone.txt"},
		{" ~/telephone.txt ", "@/telephone.txt"},
		{"/tmp/x", "/tmp/x"},
		{"x/y.csv", "x/y.csv"},
		{"~//tmp/x", "/tmp/x"},
		{"~/~/telephone.txt", "@/telephone.txt"},
		{"~/'@/Téléchargements/inscrits 2.csv' ", "@/Téléchargements/inscrits 2.csv"},
		{"'/tmp/l'\\''été.csv'", "/tmp/l'été.csv"},
		{"\"/tmp/a b.csv\"", "/tmp/a b.csv"},
		{"~/file://@/T%C3%A9l%C3%A9chargements/inscrits%202.csv",
		 "@/Téléchargements/inscrits 2.csv"},
		{"~/Téléchargements/inscrits\\ 2.csv", "@/Téléchargements/inscrits 2.csv"},
		{"~/Téléchargements/l'atelier d'ici.csv", "@/Téléchargements/l'atelier d'ici.csv"},
		{"/tmp/no\\ such", "/tmp/no\\ such"},
		{"file://elsewhere/x%zz", "file://elsewhere/x%zz"},
		{"'", "'"},
		{"''", "''"},
	};
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *typed = placed(cases[i].typed);
		g_autofree char *expected = placed(cases[i].path);
		g_autofree char *path = path_as_typed(typed);
		if (strcmp(path, expected) != 0)
			fail_msg("%s: %s, not %s", typed, path, expected);
	}
}

static void
path_complete__goes_as_far_as_there_is_no_choice(void **state)
{
	static const struct {
		const char *typed;
		const char *whole;
		const char *names; /* joined by "|" */
	} cases[] = {
		{"~/B", "~/Bureau/", ""},
		{"~/Bureau/", "~/Bureau/vide", ""}, /* the name with control bytes is none */
		{"~/tele", "~/telephone.txt", ""},
		{"~/TEL", "~/TEL", "Téléchargements/|telephone.txt"},
		{"~/Té", "~/Téléchargements/", ""},
		{"~/telec", "~/Téléchargements/", ""},
		{"~/Téléchargements/i", "~/Téléchargements/inscrits",
		 "inscrits 2.csv|inscrits.csv"},
		{"~/zo", "~/Zo", "Zoé.csv|Zoï.csv"},
		{"~/.c", "~/.cache/", ""},
		{"~/nothing", "~/nothing", ""},
		{"~/no/such", "~/no/such", ""},
		{"@/Bur", "@/Bureau/", ""},
		{"~/@/Bur", "@/Bureau/", ""},
	};
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
		g_autofree char *typed = placed(cases[i].typed);
		g_autofree char *expected = placed(cases[i].whole);
		g_autofree char *whole = path_complete(typed, names);
		g_ptr_array_add(names, NULL);
		g_autofree char *joined = g_strjoinv("|", (char **)names->pdata);
		if (strcmp(whole, expected) != 0 || strcmp(joined, cases[i].names) != 0)
			fail_msg("%s: %s (%s)", typed, whole, joined);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(path_as_typed__is_the_file__however_it_was_typed_or_dropped),
		cmocka_unit_test(path_complete__goes_as_far_as_there_is_no_choice),
	};
	if (!home_make())
		return 1;
	int failed = test_run("path", tests);
	home_remove();
	return failed;
}
