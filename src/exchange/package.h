/* How the parts of an OOXML file refer to each other (ISO/IEC 29500-2, open packaging). */
#ifndef EXCHANGE_PACKAGE_H
#define EXCHANGE_PACKAGE_H

#include "exchange/archive.h"

struct relation {
	char *id;
	char *type;   /* the last word of its address: "worksheet", "sharedStrings" */
	char *target; /* name of the member */
};

/** What PART refers to within the file ("" is the file itself): struct relation, in the order of
 * the file. NULL with an error. */
GPtrArray *package_relations(Archive *archive, const char *part, GError **error);

/** The first of RELATIONS of TYPE, or with ID; NULL when there is none. */
const struct relation *package_of_type(const GPtrArray *relations, const char *type);
const struct relation *package_of_id(const GPtrArray *relations, const char *id);

#endif
