/* The sample database: made by the commands of an embedded script. */
#ifndef CLI_DEMO_H
#define CLI_DEMO_H

#include "cli/run.h"

/** Make the sample database at PATH, whole or not at all. */
bool demo_make(const char *path, GError **error);

/** The interface on a sample database that is thrown away afterwards. */
bool demo_open(struct run *run, GError **error);

/** TEXT with "{thu+21}" replaced by the first Thursday on or after the 21st day from TODAY that is
 * no public holiday, nor in the weeks of Christmas and summer, which are not counted either;
 * "{day-3}" by the day three days before TODAY, and "{folder}" by FOLDER. NULL with ERROR_FORMAT.
 * Caller frees. */
char *demo_text(const char *text, const char *today, const char *folder, GError **error);

#endif
