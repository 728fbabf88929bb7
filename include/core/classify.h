/* Family, level and département of an organisation, proposed from its name (data model, Entities).
 *
 * A proposal is never certain: it stays marked as proposed until a person confirms it. What the
 * name does not say is NULL, not "other". What people confirmed teaches: names that begin with the
 * same words are proposed alike.
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
	const char *family; /* code of families, or NULL; borrowed from the classifier */
	const char *level;  /* code of levels, or NULL; the same */
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

/** Learn that a person classified the organisation NAME so; nothing is learned without a FAMILY. */
void classifier_learn(Classifier *classifier, const char *name, const char *family,
		      const char *level);

/** Propose for NAME from its words alone, as if nothing had been learned. As classifier_propose().
 */
bool classifier_read(const Classifier *classifier, const char *name,
		     struct classification *proposal);

/** Propose for NAME. Returns false when nothing at all can be proposed. Clear the result with
 * classification_clear() in both cases. */
bool classifier_propose(const Classifier *classifier, const char *name,
			struct classification *proposal);

void classification_clear(struct classification *proposal);

#endif
