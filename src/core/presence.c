#include "core/presence.h"

#include <string.h>

/* A mark stands unless a standing retraction names it. Retractions are newer than what they
 * retract, so the recursion ends. */
bool
presence_mark_stands(const struct presence_mark *mark, const struct presence_mark *const *marks,
		     guint n)
{
	for (guint i = 0; i < n; i++)
		if (marks[i]->retracts != NULL && strcmp(marks[i]->retracts, mark->nonce) == 0 &&
		    marks[i] != mark && presence_mark_stands(marks[i], marks, n))
			return false;
	return true;
}

static bool
mark_is_later(const struct presence_mark *a, const struct presence_mark *b)
{
	int order = strcmp(a->happened_at, b->happened_at);
	return order != 0 ? order > 0 : strcmp(a->nonce, b->nonce) > 0;
}

const struct presence_mark *
presence_deciding(const struct presence_mark *const *marks, guint n)
{
	const struct presence_mark *last = NULL;
	for (guint i = 0; i < n; i++)
		if (marks[i]->retracts == NULL && presence_mark_stands(marks[i], marks, n) &&
		    (last == NULL || mark_is_later(marks[i], last)))
			last = marks[i];
	return last;
}

const char *
presence_state(const struct presence_mark *const *marks, guint n)
{
	const struct presence_mark *mark = presence_deciding(marks, n);
	return mark != NULL ? mark->state : "unknown";
}

bool
presence_is_known(const char *state)
{
	return strcmp(state, "unknown") != 0;
}
