/* School holidays and periods to avoid, as the centre keeps them. */
#include <string.h>

#include "app/nouns.h"
#include "base/date.h"
#include "base/error.h"
#include "core/reference.h"
#include "store/setting.h"

/* What somebody types by hand is mostly a period that the centre avoids. */
static bool
holiday_begin(Store *store, void *row, GError **error)
{
	(void)store;
	(void)error;
	struct holiday_period *period = row;
	if (period->kind == NULL)
		text_set(&period->kind, "avoid");
	return true;
}

static bool
begins_alone(Store *store, const struct holiday_period *period, GError **error)
{
	g_autoptr(Rows) others = store_where(store, &entity_holiday_period, "first_day",
					     value_text(period->first_day), error);
	for (guint i = 0; others != NULL && i < others->n; i++) {
		const struct holiday_period *other = others->row[i];
		if (other->id != period->id && strcmp(other->kind, period->kind) == 0 &&
		    g_strcmp0(other->zone, period->zone) == 0)
			return fail(error, ERROR_INVALID,
				    _("“%s” begins on %s already: change that one, or begin on "
				      "another day"),
				    other->name, other->first_day);
	}
	return others != NULL;
}

/* School holidays are those of the centre's zone unless another is named. */
static bool
holiday_tidy(Store *store, void *row, GError **error)
{
	struct holiday_period *period = row;
	if (period->last_day == NULL)
		text_set(&period->last_day, period->first_day);
	if (period->first_day != NULL && strcmp(period->last_day, period->first_day) < 0) {
		g_autofree char *last = date_text(period->last_day, DATE_NUMERIC);
		g_autofree char *first = date_text(period->first_day, DATE_NUMERIC);
		return fail(error, ERROR_INVALID, _("the last day (%s) is before the first (%s)"),
			    last, first);
	}
	if (period->zone == NULL && g_strcmp0(period->kind, "school") == 0) {
		g_autofree char *zone = setting_get(store, "school_zone");
		text_set(&period->zone, zone);
	}
	return period->first_day == NULL || period->kind == NULL ||
	       begins_alone(store, period, error);
}

static const struct noun_key holiday_keys[] = {
	PLAIN("name", NOUN_LISTED),      PLAIN("kind", NOUN_LISTED),
	PLAIN("first_day", NOUN_LISTED), PLAIN("last_day", NOUN_LISTED),
	PLAIN("reason", NOUN_LISTED),    PLAIN("zone", 0),
	PLAIN("origin", NOUN_READ_ONLY),
};

const struct noun noun_holiday = {
	.name = "holiday",
	.label = N_("School holidays and periods to avoid"),
	.entity = &entity_holiday_period,
	.keys = holiday_keys,
	.n_keys = G_N_ELEMENTS(holiday_keys),
	.name_key = "name",
	.begin = holiday_begin,
	.tidy = holiday_tidy,
};
