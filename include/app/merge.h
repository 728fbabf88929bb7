/* Two rows that turn out to be one: people registered twice, an organisation under two names. */
#ifndef APP_MERGE_H
#define APP_MERGE_H

#include "store/store.h"

/** Make MERGED one with KEPT, in the gesture under way: everything that pointed to MERGED points to
 * KEPT, what would then be there twice (a registration for the same event, the same partner in the
 * same role, a room of the same name) becomes one, KEPT gets what only MERGED knew, and MERGED is
 * deleted. Of an organisation the name stays as an alias. Names that people declared are left as
 * they are. ERROR_INVALID when both are the same row, or rooms of two places. On failure the
 * gesture must be rolled back. */
bool merge_rows(Store *store, const struct entity *entity, gint64 kept, gint64 merged,
		GError **error);

#endif
