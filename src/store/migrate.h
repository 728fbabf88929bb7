/* Changes of schema. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "base/embedded.h"
#include "store/store.h"

/** The version that FILES lead to. */
gint64 migration_newest(const struct embedded_file *files);

/** Bring the file to the newest of FILES, in one transaction, after a checked backup in the state
 * folder; FRESH files are seeded instead. A newer file is refused with ERROR_NEWER. */
bool migrate_to_newest(Store *store, const struct embedded_file *files, bool fresh, GError **error);

/** Run those of FILES that lead beyond FROM and not beyond TO; neither copy, check nor mark. */
bool migrate_script(Store *store, const struct embedded_file *files, gint64 from, gint64 to,
		    GError **error);

/** Make all search and order keys again when the file's were made by another version of the
 * folding. */
bool keys_to_newest(Store *store, GError **error);

#endif
