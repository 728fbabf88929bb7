#include "app/state.h"

#include <glib.h>

/* A file of its own for each database: two centres may both call theirs ateliers.db. */
static char *
state_path(const char *path, const char *folder, const char *ending)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, absolute, -1);
	digest[12] = '\0';
	g_autofree char *name = g_strconcat(digest, ending, NULL);
	return g_build_filename(g_get_user_state_dir(), "ateliers", folder, name, NULL);
}

char *
state_draft_path(const char *path)
{
	return state_path(path, "drafts", ".draft");
}

char *
state_lists_path(const char *path)
{
	return state_path(path, "lists", ".lists");
}
