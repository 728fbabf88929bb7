/* Texts that try everything, for tests that must hold for any bytes. */
#ifndef RANDOM_TEXT_H
#define RANDOM_TEXT_H

#include <glib.h>

/* A pseudo-random byte string, the same in every run; no byte is 0. */
static inline char *
random_bytes(GRand *random)
{
	static const char *const pieces[] = {
		"\x1b[31m",
		"\xc2\x9b",
		"\xe2\x80\xae",
		"\xe2\x81\xa6",
		"\xe2\x80\x8b",
		"\xcc\x81",
		"\xef\xbb\xbf",
		"\xed\xa0\x80",
		"\xf4\x90\x80\x80",
		"\xc0\xaf",
		"é",
		"会",
		"😀",
		"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9",
		"\r\n",
		"\t",
		"a",
		" ",
		"\x7f",
		"\xe2",
		"\xe2\x80\xa8",
		"\xef\xb8\x8f",
		"ế",
		"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8",
	};
	GString *text = g_string_new(NULL);
	for (int left = g_rand_int_range(random, 0, 24); left > 0; left--)
		if (g_rand_boolean(random))
			g_string_append(text,
					pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
		else
			g_string_append_c(text, (char)g_rand_int_range(random, 1, 256));
	return g_string_free(text, FALSE);
}

#endif
