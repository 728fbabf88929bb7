/* The words by which organisations are told apart. */
#ifndef CORE_CLASSIFY_RULES_H
#define CORE_CLASSIFY_RULES_H

#include <glib.h>

enum classify_place {
	WORDS_ANYWHERE,
	WORDS_FIRST,
	WORDS_LAST,
};

enum classify_flag {
	WORDS_AND_MORE = 1 << 0,   /* says nothing when it is the whole name */
	WORDS_AND_NUMBER = 1 << 1, /* a département's number must follow */
	PLACE_NAME = 1 << 2,     /* a commune or river in it is no département: "Nord-sur-Erdre" */
	NATIONAL_ALONE = 1 << 3, /* national when nothing else is said: "INSEE" */
	NUMBERED = 1 << 4,       /* numbers mean something else: "Montpellier 3" */
};

struct classify_rule {
	const char *words; /* folded; alternatives joined by "|" */
	const char *family;
	const char *level; /* NULL: as the territory in the name */
	enum classify_place place;
	guint flags;
};

/** In the order in which they are tried: the first that answers decides. */
extern const struct classify_rule classify_rules[];
extern const guint classify_n_rules;

#endif
