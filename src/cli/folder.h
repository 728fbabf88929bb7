/* Folders that are thrown away. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include <glib.h>

/** A new folder for this account alone, in memory where there is such a place. Caller removes and
 * frees; NULL with ERROR_IO. */
char *folder_temporary(GError **error);

/** Remove FOLDER and all that is in it; links are removed, never followed. */
void folder_remove(const char *folder);

#endif
