#include "core/reference.h"

#include "base/i18n.h"
#include "base/text.h"
#include "core/keys.h"
#include "core/organisation.h"
#include "core/status.h"

static void
theme_prepare(void *row)
{
	struct theme *theme = row;
	key_set(&theme->sort_key, text_order(theme->name));
	key_set(&theme->search_key, text_search_key(theme->name));
}

static const struct field theme_fields[] = {
	{.name = "name",
	 .label = N_("Theme"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 120,
	 .offset = offsetof(struct theme, name)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct theme, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct theme, search_key)},
};

static void
kind_prepare(void *row)
{
	struct kind *kind = row;
	key_set(&kind->sort_key, text_order(kind->name));
	key_set(&kind->search_key, text_search_key(kind->name));
}

static const struct field kind_fields[] = {
	{.name = "name",
	 .label = N_("Kind"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 120,
	 .offset = offsetof(struct kind, name)},
	{.name = "report_heading",
	 .label = N_("Report heading"),
	 .kind = FIELD_CODE,
	 .codes = &code_report_headings,
	 .offset = offsetof(struct kind, report_heading)},
	{.name = "heading_proposed",
	 .label = N_("Heading proposed"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct kind, heading_proposed)},
	{.name = "has_programme",
	 .label = N_("Has a programme"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct kind, has_programme)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct kind, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct kind, search_key)},
};

static void
cycle_prepare(void *row)
{
	struct cycle *cycle = row;
	key_set(&cycle->sort_key, text_order(cycle->title));
	key_set(&cycle->search_key, text_search_key(cycle->title));
}

static const struct field cycle_fields[] = {
	{.name = "title",
	 .label = N_("Title"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 160,
	 .offset = offsetof(struct cycle, title)},
	{.name = "objectives",
	 .label = N_("Objectives"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct cycle, objectives)},
	{.name = "funders",
	 .label = N_("Funders"),
	 .kind = FIELD_TEXT,
	 .offset = offsetof(struct cycle, funders)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct cycle, notes)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct cycle, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct cycle, search_key)},
};

static const struct field setting_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 60,
	 .offset = offsetof(struct setting, name)},
	{.name = "value",
	 .label = N_("Value"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct setting, value)},
};

static const struct field holiday_period_fields[] = {
	{.name = "kind",
	 .label = N_("Kind"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_holiday_kinds,
	 .offset = offsetof(struct holiday_period, kind)},
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 120,
	 .offset = offsetof(struct holiday_period, name)},
	{.name = "first_day",
	 .label = N_("First day"),
	 .kind = FIELD_DAY,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holiday_period, first_day)},
	{.name = "last_day",
	 .label = N_("Last day"),
	 .kind = FIELD_DAY,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holiday_period, last_day)},
	{.name = "zone",
	 .label = N_("Zone"),
	 .kind = FIELD_TEXT,
	 .length = 20,
	 .offset = offsetof(struct holiday_period, zone)},
	{.name = "origin",
	 .label = N_("Origin"),
	 .kind = FIELD_TEXT,
	 .offset = offsetof(struct holiday_period, origin)},
	{.name = "reason",
	 .label = N_("Why"),
	 .kind = FIELD_TEXT,
	 .length = 300,
	 .offset = offsetof(struct holiday_period, reason)},
};

static void
territory_prepare(void *row)
{
	struct territory *territory = row;
	key_set(&territory->search_key, text_search_key(territory->name));
}

static const struct field territory_fields[] = {
	{.name = "type",
	 .label = N_("Type"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_territory_types,
	 .offset = offsetof(struct territory, type)},
	{.name = "code",
	 .label = N_("Code"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 20,
	 .offset = offsetof(struct territory, code)},
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 160,
	 .offset = offsetof(struct territory, name)},
	{.name = "department",
	 .label = N_("Département"),
	 .kind = FIELD_TEXT,
	 .length = 3,
	 .offset = offsetof(struct territory, department)},
	{.name = "parent",
	 .label = N_("Part of"),
	 .kind = FIELD_TEXT,
	 .length = 200,
	 .offset = offsetof(struct territory, parent)},
	{.name = "postal_codes",
	 .label = N_("Postal codes"),
	 .kind = FIELD_TEXT,
	 .offset = offsetof(struct territory, postal_codes)},
	{.name = "population",
	 .label = N_("Population"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct territory, population)},
	{.name = "vintage",
	 .label = N_("Vintage"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct territory, vintage)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct territory, search_key)},
};

static const struct field mapping_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 80,
	 .offset = offsetof(struct mapping, name)},
	{.name = "subject",
	 .label = N_("Subject"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_mapping_subjects,
	 .offset = offsetof(struct mapping, subject)},
	{.name = "columns",
	 .label = N_("Columns"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct mapping, columns)},
};

static const struct field asset_fields[] = {
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 60,
	 .offset = offsetof(struct asset, name)},
	{.name = "media_type",
	 .label = N_("Type"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 60,
	 .offset = offsetof(struct asset, media_type)},
	{.name = "content",
	 .label = N_("Content"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_REQUIRED,
	 .length = 4000000,
	 .offset = offsetof(struct asset, content)},
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct asset, organisation_id)},
};

const struct entity entity_theme = {.table = "theme",
				    .label = N_("theme"),
				    .size = sizeof(struct theme),
				    .fields = theme_fields,
				    .n_fields = G_N_ELEMENTS(theme_fields),
				    .prepare = theme_prepare};
const struct entity entity_kind = {.table = "kind",
				   .label = N_("kind of event"),
				   .size = sizeof(struct kind),
				   .fields = kind_fields,
				   .n_fields = G_N_ELEMENTS(kind_fields),
				   .prepare = kind_prepare};
const struct entity entity_cycle = {.table = "cycle",
				    .label = N_("cycle"),
				    .size = sizeof(struct cycle),
				    .fields = cycle_fields,
				    .n_fields = G_N_ELEMENTS(cycle_fields),
				    .prepare = cycle_prepare};
const struct entity entity_setting = {.table = "setting",
				      .label = N_("setting"),
				      .size = sizeof(struct setting),
				      .fields = setting_fields,
				      .n_fields = G_N_ELEMENTS(setting_fields)};
const struct entity entity_holiday_period = {.table = "holiday",
					     .label = N_("holiday"),
					     .size = sizeof(struct holiday_period),
					     .fields = holiday_period_fields,
					     .n_fields = G_N_ELEMENTS(holiday_period_fields)};
const struct entity entity_territory = {.table = "territory",
					.label = N_("territory"),
					.size = sizeof(struct territory),
					.fields = territory_fields,
					.n_fields = G_N_ELEMENTS(territory_fields),
					.prepare = territory_prepare};
const struct entity entity_mapping = {.table = "mapping",
				      .label = N_("column mapping"),
				      .size = sizeof(struct mapping),
				      .fields = mapping_fields,
				      .n_fields = G_N_ELEMENTS(mapping_fields)};
const struct entity entity_asset = {.table = "asset",
				    .label = N_("picture"),
				    .size = sizeof(struct asset),
				    .fields = asset_fields,
				    .n_fields = G_N_ELEMENTS(asset_fields)};
