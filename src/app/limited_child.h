/* A process of our own that does one thing, is not believed, and is not waited for for ever. */
#ifndef APP_LIMITED_CHILD_H
#define APP_LIMITED_CHILD_H

#include <glib.h>
#include <stdbool.h>

/** How such a process ended. */
struct child_end {
	bool late;  /* it was still there after its time, and was killed */
	bool loud;  /* it wrote more than it may, and was killed */
	int signal; /* that it died of, or 0 */
	int code;   /* that it ended with */
};

/** Run ARGV (the path first) with the descriptor IN as its standard input, nothing as its standard
 * error, and give what it wrote: at most MOST bytes, within MILLISECONDS. END says how it ended,
 * whatever that was. NULL with ERROR_IO when it could not be started. Caller frees. */
GByteArray *child_output(const char *const *argv, int in, gsize most, guint milliseconds,
			 struct child_end *end, GError **error);

#endif
