/* Family, level and département of an organisation, proposed from its name (data model, Entities).
 *
 * A proposal is never certain: it stays marked as proposed until a person confirms it. What the
 * name does not say is NULL, not "other".
 */
#ifndef CORE_CLASSIFY_H
#define CORE_CLASSIFY_H

#include <glib.h>
#include <stdbool.h>

/** A département as reference data gives it. */
struct department_name {
	const char *code; /* "09", "2A", "971" */
	const char *name;
};

struct classification {
	const char *family; /* code of families, or NULL */
	const char *level;  /* code of levels, or NULL */
	char department[4]; /* its code, or "" */
	char *reason;       /* a sentence that quotes the name; NULL when nothing is proposed */
};

typedef struct classifier Classifier;

/** Prepare to classify with these départements and REGIONS (names ended by NULL, former ones too;
 * may be NULL). The texts are copied. Caller frees. */
Classifier *classifier_new(const struct department_name *departments, guint n,
			   const char *const *regions);
void classifier_free(Classifier *classifier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Classifier, classifier_free)

/** Propose for NAME. Returns false when nothing at all can be proposed. Clear the result with
 * classification_clear() in both cases. */
bool classifier_propose(const Classifier *classifier, const char *name,
			struct classification *proposal);

void classification_clear(struct classification *proposal);

#endif
