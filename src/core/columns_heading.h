/* What the words of a heading say. */
#ifndef CORE_COLUMNS_HEADING_H
#define CORE_COLUMNS_HEADING_H

#include <glib.h>

struct heading {
	GPtrArray *keys; /* folded words, small ones left out */
	char *code;      /* "submitdate" before ". Date de soumission", or NULL */
};

void heading_read(struct heading *heading, const char *head);
void heading_clear(struct heading *heading);

/** How well PHRASES ("=nom|nom prenom") describe the heading: 100 the whole of it, 0 nothing. */
int heading_score(const struct heading *heading, const char *phrases);

#endif
