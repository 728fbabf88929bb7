/* Files that are written whole or not at all: a temporary file in the same folder, fsync, rename.
 *
 * An existing link is replaced, never written through; the file's mode is 0600 unless it existed.
 */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <glib.h>
#include <stdbool.h>

typedef struct output Output;

/** Begin to write PATH; "-" is standard output. NULL with ERROR_IO when the folder refuses. */
Output *output_open(const char *path, GError **error);

/** The path as it was given; NULL for standard output. Borrowed. */
const char *output_path(const Output *output);

/** Append. After a failure every further call fails too, and nothing will be renamed. */
bool output_write(Output *output, const char *bytes, gsize size, GError **error);

/** A name that libraries may write to themselves (cairo); NULL for standard output, which they
 * must be given through output_write(). Borrowed until commit or abandon. */
const char *output_temporary(Output *output);

/** Make it durable and give it its name. Frees OUTPUT in every case. */
bool output_commit(Output *output, GError **error);

/** Fail with the sentence that PATH cannot be written, and why (an errno of a library that writes
 * to output_temporary()): ERROR_FULL or ERROR_IO. */
bool output_fail(const char *path, int trouble, GError **error);

/** Forget it: nothing is left behind. NULL is allowed. */
void output_abandon(Output *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Output, output_abandon)

/** Give the finished file TEMPORARY the name PATH in the same folder, unless that name is taken: 0,
 * or the errno (EEXIST: taken; TEMPORARY is then still there). Also where there are no hard links,
 * as on a memory stick; only a file system that knows neither they nor renameat2(RENAME_NOREPLACE)
 * leaves an instant between looking and naming. */
int output_name_new(const char *temporary, const char *path);

/** True when both name one existing file, by whatever names. */
bool output_same_file(const char *a, const char *b);

/** The whole of BYTES into PATH at once. */
bool output_file(const char *path, const char *bytes, gsize size, GError **error);

#endif
