#include "app/moment.h"

#include "base/clock.h"

char *
moment_text(Store *store, const char *instant, enum date_style style)
{
	char local[17];
	if (!clock_local(instant, store_zone(store), local))
		return g_strdup(instant);
	g_autofree char *time = time_text(local + 11, false);
	local[10] = '\0';
	g_autofree char *day = date_text(local, style);
	return g_strdup_printf("%s %s", day, time);
}
