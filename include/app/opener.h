/* Another program for what is not ours: a browser for a link, whatever the system has for a file.
 * Never through a shell, and never in a shared account. */
#ifndef APP_OPENER_H
#define APP_OPENER_H

#include <glib.h>
#include <stdbool.h>

/** What opens TARGET, a clean link (core/link.h) or the whole path of a file that we have made: its
 * words, TARGET the last one. For a link that is the first program of $BROWSER; else xdg-open where
 * there is a desktop, or open. *CONSOLE says that it draws on the terminal. NULL with ERROR_INVALID
 * (a shared account, no such file, another kind of file) or ERROR_NOT_FOUND (nothing here opens
 * that). Caller frees (g_strfreev). */
char **opener_words(const char *target, bool *console, GError **error);

/** Start it, and do not wait. */
bool opener_start(char *const *words, GError **error);

#endif
