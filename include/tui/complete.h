/* What a field may be completed with: codes in words, and the names of rows it refers to. */
#ifndef TUI_COMPLETE_H
#define TUI_COMPLETE_H

#include "app/noun.h"

#define COMPLETE_MAX 40

struct completion {
	GPtrArray *texts; /* char *: what the field becomes */
	bool creates;     /* the last one is what was typed, and would be made */
};

/** True when the key has something to complete with. */
bool complete_can(const struct noun *noun, const struct noun_key *key);

/** The noun whose rows the key names, or NULL. */
const struct noun *complete_target(const struct noun_key *key);

/** The candidates for TYPED (of several values, for the last one), best first, at most
 * COMPLETE_MAX. ALL: whatever was typed. EVENT_ID is the event that the row belongs to, or 0. */
void complete_find(Store *store, const struct noun *noun, const struct noun_key *key,
		   gint64 event_id, const char *typed, bool all, struct completion *completion);

void completion_clear(struct completion *completion);

/** TYPED with its last value replaced by CHOSEN. Caller frees. */
char *complete_apply(const struct noun_key *key, const char *typed, const char *chosen);

#endif
