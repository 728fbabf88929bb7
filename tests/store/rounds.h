/* How often a test with chance in it goes round: a little in "make test", long in "make soak". */
#ifndef TESTS_STORE_ROUNDS_H
#define TESTS_STORE_ROUNDS_H

#include <glib.h>

/** The number in the environment variable NAME, or USUAL. */
static inline guint
rounds(const char *name, guint usual)
{
	const char *text = g_getenv(name);
	return text != NULL ? (guint)g_ascii_strtoull(text, NULL, 10) : usual;
}

#endif
