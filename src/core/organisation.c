#include "core/organisation.h"

#include "base/i18n.h"
#include "base/text.h"
#include "core/keys.h"
#include "core/reference.h"
#include "core/status.h"

static void
organisation_prepare(void *row)
{
	struct organisation *organisation = row;
	key_set(&organisation->sort_key, text_order(organisation->name));
	KEY_JOIN(&organisation->search_key, organisation->name, organisation->short_name);
}

static const struct field organisation_fields[] = {
	{.name = "uid",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct organisation, uid)},
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct organisation, name)},
	{.name = "short_name",
	 .label = N_("Short name"),
	 .kind = FIELD_TEXT,
	 .length = 60,
	 .offset = offsetof(struct organisation, short_name)},
	{.name = "family",
	 .label = N_("Family"),
	 .kind = FIELD_CODE,
	 .codes = &code_families,
	 .offset = offsetof(struct organisation, family)},
	{.name = "level",
	 .label = N_("Level"),
	 .kind = FIELD_CODE,
	 .codes = &code_levels,
	 .offset = offsetof(struct organisation, level)},
	{.name = "department",
	 .label = N_("Département"),
	 .kind = FIELD_TEXT,
	 .length = 80,
	 .offset = offsetof(struct organisation, department)},
	{.name = "classified",
	 .label = N_("Classified"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct organisation, classified)},
	{.name = "small_site",
	 .label = N_("Small site"),
	 .kind = FIELD_BOOLEAN,
	 .offset = offsetof(struct organisation, small_site)},
	{.name = "town",
	 .label = N_("Town"),
	 .kind = FIELD_TEXT,
	 .length = 120,
	 .offset = offsetof(struct organisation, town)},
	{.name = "email",
	 .label = N_("E-mail"),
	 .kind = FIELD_TEXT,
	 .length = 254,
	 .offset = offsetof(struct organisation, email)},
	{.name = "phone",
	 .label = N_("Phone"),
	 .kind = FIELD_TEXT,
	 .length = 40,
	 .offset = offsetof(struct organisation, phone)},
	{.name = "siren",
	 .label = N_("SIREN"),
	 .kind = FIELD_TEXT,
	 .length = 9,
	 .offset = offsetof(struct organisation, siren)},
	{.name = "successor_id",
	 .label = N_("Successor"),
	 .kind = FIELD_REFERENCE,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation, successor_id)},
	{.name = "succeeded_on",
	 .label = N_("Succeeded on"),
	 .kind = FIELD_DAY,
	 .offset = offsetof(struct organisation, succeeded_on)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct organisation, notes)},
	{.name = "sort_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct organisation, sort_key)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct organisation, search_key)},
};

static void
organisation_alias_prepare(void *row)
{
	struct organisation_alias *organisation_alias = row;
	key_set(&organisation_alias->search_key, text_search_key(organisation_alias->name));
}

static const struct field organisation_alias_fields[] = {
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation_alias, organisation_id)},
	{.name = "name",
	 .label = N_("Name"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct organisation_alias, name)},
	{.name = "valid_from",
	 .label = N_("Valid from"),
	 .kind = FIELD_DATE,
	 .offset = offsetof(struct organisation_alias, valid_from)},
	{.name = "valid_until",
	 .label = N_("Valid until"),
	 .kind = FIELD_DATE,
	 .offset = offsetof(struct organisation_alias, valid_until)},
	{.name = "search_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_DERIVED | FIELD_INTERNAL,
	 .offset = offsetof(struct organisation_alias, search_key)},
};

static const struct field organisation_territory_fields[] = {
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation_territory, organisation_id)},
	{.name = "territory_id",
	 .label = N_("Territory"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED,
	 .target = &entity_territory,
	 .offset = offsetof(struct organisation_territory, territory_id)},
};

static const struct field organisation_theme_fields[] = {
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation_theme, organisation_id)},
	{.name = "theme_id",
	 .label = N_("Theme"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED,
	 .target = &entity_theme,
	 .offset = offsetof(struct organisation_theme, theme_id)},
};

static const struct field organisation_distinction_fields[] = {
	{.name = "organisation_id",
	 .label = N_("Organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation_distinction, organisation_id)},
	{.name = "other_id",
	 .label = N_("Other organisation"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_organisation,
	 .offset = offsetof(struct organisation_distinction, other_id)},
};

const struct entity entity_organisation = {.table = "organisation",
					   .label = N_("organisation"),
					   .size = sizeof(struct organisation),
					   .fields = organisation_fields,
					   .n_fields = G_N_ELEMENTS(organisation_fields),
					   .prepare = organisation_prepare};
const struct entity entity_organisation_alias = {.table = "organisation_alias",
						 .label = N_("alias"),
						 .size = sizeof(struct organisation_alias),
						 .fields = organisation_alias_fields,
						 .n_fields =
							 G_N_ELEMENTS(organisation_alias_fields),
						 .prepare = organisation_alias_prepare};
const struct entity entity_organisation_territory = {.table = "organisation_territory",
						     .label = N_("territory served"),
						     .size = sizeof(struct organisation_territory),
						     .fields = organisation_territory_fields,
						     .n_fields = G_N_ELEMENTS(
							     organisation_territory_fields)};
const struct entity entity_organisation_theme = {.table = "organisation_theme",
						 .label = N_("theme of an organisation"),
						 .size = sizeof(struct organisation_theme),
						 .fields = organisation_theme_fields,
						 .n_fields =
							 G_N_ELEMENTS(organisation_theme_fields)};
const struct entity entity_organisation_distinction = {.table = "organisation_distinction",
						       .label = N_("distinction of organisations"),
						       .size = sizeof(
							       struct organisation_distinction),
						       .fields = organisation_distinction_fields,
						       .n_fields = G_N_ELEMENTS(
							       organisation_distinction_fields)};
