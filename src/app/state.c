#include "app/state.h"

#include <glib.h>

#include "base/output.h"

char *
state_draft_path(const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, absolute, -1);
	digest[12] = '\0';
	g_autofree char *name = g_strdup_printf("%s.draft", digest);
	return g_build_filename(g_get_user_state_dir(), "ateliers", "drafts", name, NULL);
}

/* Where nothing can be kept, one is welcomed again. */
bool
state_welcomes(void)
{
	g_autofree char *folder = g_build_filename(g_get_user_state_dir(), "ateliers", NULL);
	g_autofree char *path = g_build_filename(folder, "welcomed", NULL);
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return false;
	if (g_mkdir_with_parents(folder, 0700) == 0)
		output_file(path, "", 0, NULL);
	return true;
}
