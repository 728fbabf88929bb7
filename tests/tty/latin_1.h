/* A French locale of Latin-1, made for a test where the machine has what it is made of. */
#ifndef TTY_LATIN_1_H
#define TTY_LATIN_1_H

#include <glib/gstdio.h>
#include <stdlib.h>

#include "test.h"

/** Make it in a new folder; NULL where it cannot be made. The caller gives it to latin_1_remove().
 */
static inline char *
latin_1_make(void)
{
	char *folder = g_dir_make_tmp("ateliers-locale-XXXXXX", NULL);
	g_autofree char *make =
		g_strdup_printf("localedef -i fr_FR -f ISO-8859-1 %s/fr_FR.ISO-8859-1 2>/dev/null",
				folder);
	if (system(make) == 0)
		return folder;
	g_rmdir(folder);
	g_free(folder);
	return NULL;
}

static inline void
latin_1_remove(char *folder)
{
	g_autofree char *away = g_strdup_printf("rm -rf '%s'", folder);
	assert_int_equal(system(away), 0);
	g_free(folder);
}

#endif
