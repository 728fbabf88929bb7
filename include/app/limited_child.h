/* Another process that does one thing, is not believed, and is not waited for for ever. */
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

enum child_voice {
	CHILD_SPEAKS, /* in the person's language */
	CHILD_PLAIN,  /* in the C locale: what it says is read by us */
};

/** Run the program that WORDS begin with (found on the PATH), nothing as its standard input, and
 * give all that it said, errors too, which may be no UTF-8. Else as child_output(). */
char *child_words(const char *const *words, enum child_voice voice, gsize most, guint milliseconds,
		  struct child_end *end, GError **error);

#endif
