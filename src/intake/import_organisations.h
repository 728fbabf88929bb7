/* What the files of the import of organisations share. */
#ifndef INTAKE_IMPORT_ORGANISATIONS_H
#define INTAKE_IMPORT_ORGANISATIONS_H

#include "app/directory.h"
#include "core/organisation.h"
#include "intake/import_private.h"

/** What a row has led to. */
struct draft {
	gint64 organisation_id; /* known, or 0 */
	int other;              /* earlier row that it follows, or -1 */
	gint64 made;            /* while the plan is written */
};

struct organisations {
	Bodies *bodies;
	Classifier *classifier;
	GHashTable *rows; /* key of a name of an earlier row → row + 1 */
	struct draft *drafts;
	struct tally tally;
};

/** What a row says; lists that are rows of their own, as written. */
struct listed {
	struct organisation organisation;
	char **aliases;
	char *successor;
	char **territories;
	char **themes;
};

struct organisations *organisations_of(const ImportPlan *plan);

/** Read ROW without a word, for it has been judged. Clear in both cases. */
bool listed_again(ImportPlan *plan, guint row, struct listed *listed);
void listed_clear(struct listed *listed);

/** What NOW says otherwise than BEFORE, and which of its other names are not known; taken into
 * TARGET when there is one. NULL when nothing. Caller frees. */
char *listed_differs(Bodies *bodies, const struct listed *now, const struct organisation *before,
		     struct organisation *target);

bool organisations_open(Store *store, ImportPlan *plan, GError **error);
bool organisations_write(Store *store, ImportPlan *plan, guint row,
			 const struct import_choice *choice, guint *written, GError **error);
bool organisations_close(Store *store, ImportPlan *plan, GError **error);

#endif
