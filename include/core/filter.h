/* What a person types to see some of a list's rows only, in terms.
 *
 *   sete emploi        every word, in any place: accents and case set aside
 *   "deux mots"        one after the other
 *   dept:34            what a column says; its values are read where the columns are known
 *   date:>=15/1  places:<5  date:15/1..28/2
 *   -mot  -dept:34     all but those
 */
#ifndef CORE_FILTER_H
#define CORE_FILTER_H

#include <glib.h>
#include <stdbool.h>

enum filter_compare {
	FILTER_LIKE,    /* what one means by it: holds it, is it, falls into it */
	FILTER_EXACTLY, /* = */
	FILTER_BELOW,   /* < */
	FILTER_UP_TO,   /* <= */
	FILTER_ABOVE,   /* > */
	FILTER_FROM,    /* >= */
	FILTER_WITHIN,  /* VALUE..UNTIL, both included; either may be "" */
};

struct filter_term {
	char *field; /* as it was typed; NULL: words */
	enum filter_compare compare;
	char *value;  /* as it was typed, without its quotes; of words, folded: text_words_key(),
		       * and text_search_key() in quotes */
	char *until;  /* of FILTER_WITHIN; else NULL */
	char **words; /* of words: what a row's own must hold, each in any place */
	bool without; /* the rows for which it is not so */
	bool quoted;  /* VALUE stood in quotes: even "" is one */
};

typedef struct filter {
	guint n;
	struct filter_term *terms;
} Filter;

/** The terms of TYPED, which may be any bytes; what says nothing yet ("-", quotes with nothing
 * between them) is no term. */
Filter *filter_parse(const char *typed);

void filter_free(Filter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filter, filter_free)

/** True when a row's search key (text_search_key() of what it says) hold the words of a term, or
 * must not and do not. */
bool filter_words_take(const struct filter_term *term, const char *key);

#endif
