/* Paths as people type them, and as terminals paste what is dropped on them. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <glib.h>
#include <stdbool.h>

/** The path that TYPED names: "~/" is the home folder; quotes around it, a "file://" address and
 * "\ " (when nothing bears that name as it stands) are what terminals make of a dropped file; what
 * was pasted behind a "~/" that stood there already ("~//home/x", "~/~/x", "~/'/home/x'") counts
 * alone. "" when nothing was typed. Caller frees. */
char *path_as_typed(const char *typed);

/** TYPED, a path as above, as far as the files there leave no choice ("~/Téléch" →
 * "~/Téléchargements/"), and in NAMES (owned char *, in the order of names; folders end in "/";
 * none when one alone is left) the names one can choose between. Case and accents are as good as
 * equal unless a name begins exactly so. Hidden files only after a dot. Names that no terminal
 * shows (control bytes, other than UTF-8) are left out. Caller frees. */
char *path_complete(const char *typed, GPtrArray *names);

#endif
