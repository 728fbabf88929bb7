#include "app/state.h"

#include <glib.h>

char *
state_draft_path(const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, absolute, -1);
	digest[12] = '\0';
	g_autofree char *name = g_strdup_printf("%s.draft", digest);
	return g_build_filename(g_get_user_state_dir(), "ateliers", "drafts", name, NULL);
}
