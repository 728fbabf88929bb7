#include "store/busy_rows.h"

#include "core/busy.h"
#include "store/private.h"

Rows *
busy_between(Store *store, const char *first, const char *last, GError **error)
{
	struct value args[] = {value_text(first), value_text(last)};
	g_autofree char *tail =
		g_strdup_printf("WHERE last_day >= $1 AND first_day <= $2 ORDER BY %s",
				entity_order(&entity_busy));
	return rows_select(store, &entity_busy, tail, args, G_N_ELEMENTS(args), error);
}
