/* Kinds, themes, cycles. */
#include "app/nouns.h"
#include "core/heading.h"
#include "core/reference.h"
#include "core/status.h"

static gint64
kind_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)from;
	return named_resolve(store, &noun_kind, typed, notes, error);
}

static bool
kind_begin(Store *store, void *row, GError **error)
{
	(void)store;
	(void)error;
	struct kind *kind = row;
	if (kind->report_heading == NULL) {
		text_set(&kind->report_heading, report_heading_propose(kind->name));
		kind->heading_proposed = 1;
	}
	kind->has_programme = kind->report_heading == NULL ||
			      code_is(&code_report_headings, kind->report_heading, CODE_WORK);
	return true;
}

/* Behind the beginning, which takes it from the heading. */
static bool
kind_programme_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	return field_read(entity_field(&entity_kind, "has_programme"), row, typed, NULL, error) &&
	       store_update(store, &entity_kind, row, error);
}

static const struct noun_key kind_keys[] = {
	PLAIN("name", NOUN_LISTED),
	PLAIN("report_heading", NOUN_LISTED),
	PLAIN("heading_proposed", 0),
	{.key = "has_programme", .field = "has_programme", .set = kind_programme_set},
};

const struct noun noun_kind = {
	.name = "kind",
	.label = N_("Kinds of event"),
	.entity = &entity_kind,
	.keys = kind_keys,
	.n_keys = G_N_ELEMENTS(kind_keys),
	.name_key = "name",
	.begin = kind_begin,
	.resolve = kind_resolve,
};

static gint64
theme_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)from;
	return named_resolve(store, &noun_theme, typed, notes, error);
}

static const struct noun_key theme_keys[] = {PLAIN("name", NOUN_LISTED)};

const struct noun noun_theme = {
	.name = "theme",
	.label = N_("Themes"),
	.entity = &entity_theme,
	.keys = theme_keys,
	.n_keys = G_N_ELEMENTS(theme_keys),
	.name_key = "name",
	.resolve = theme_resolve,
};

static gint64
cycle_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)from;
	return named_resolve(store, &noun_cycle, typed, notes, error);
}

static const struct noun_key cycle_keys[] = {
	PLAIN("title", NOUN_LISTED),
	PLAIN("objectives", 0),
	PLAIN("funders", NOUN_LISTED),
	PLAIN("notes", 0),
};

const struct noun noun_cycle = {
	.name = "cycle",
	.label = N_("Cycles"),
	.entity = &entity_cycle,
	.keys = cycle_keys,
	.n_keys = G_N_ELEMENTS(cycle_keys),
	.name_key = "title",
	.resolve = cycle_resolve,
};
