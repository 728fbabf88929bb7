/* What was written is counted again before the commit (docs/architecture.md, "Form export →
 * attendees"). */
#include "base/error.h"
#include "base/i18n.h"
#include "intake/import_private.h"

bool
tally_open(Store *store, struct tally *tally, GError **error)
{
	tally->before = store_count(store, tally->entity, tally->column, tally->value, error);
	tally->made = 0;
	return tally->before >= 0;
}

bool
tally_close(Store *store, const struct tally *tally, GError **error)
{
	gint64 after = store_count(store, tally->entity, tally->column, tally->value, error);
	if (after < 0)
		return false;
	return after == tally->before + tally->made ||
	       fail(error, ERROR_DAMAGED,
		    _("the import does not add up (%s: %d expected, %d there): nothing was "
		      "written; run “ateliers doctor”, then import again"),
		    _(tally->entity->label), (int)(tally->before + tally->made), (int)after);
}
