/* What takes long says how far it is, and may be stopped. */
#include "base/error.h"
#include "base/i18n.h"
#include "store/private.h"

static bool
statement_goes_on(gpointer user)
{
	const Store *store = user;
	return store->goes_on(store->watched_done, store->watched_total, store->watcher);
}

void
store_watch(Store *store, bool (*goes_on)(guint done, guint total, gpointer user), gpointer user)
{
	store->goes_on = goes_on;
	store->watcher = user;
	store->watched_done = store->watched_total = 0;
	store->driver->watch(store->engine, goes_on != NULL ? statement_goes_on : NULL, store);
}

bool
store_goes_on(Store *store, guint done, guint total, GError **error)
{
	store->watched_done = done;
	store->watched_total = total;
	return store->goes_on == NULL || store->goes_on(done, total, store->watcher) ||
	       fail(error, ERROR_CANCELLED, _("stopped: nothing was changed"));
}
