/* Organisations, their names through time, their territories. */
#ifndef CORE_ORGANISATION_H
#define CORE_ORGANISATION_H

#include "core/entity.h"

/** A body: family, level and territory make the figures */
struct organisation {
	gint64 id, rev;
	char *uid;
	char *name;
	char *short_name;
	char *family;
	char *level;
	char *department;
	gint64 classified;
	gint64 small_site; /* seats may be kept for it */
	char *town;
	char *email;
	char *phone;
	char *siren;
	gint64 successor_id;
	char *succeeded_on;
	char *notes;
	char *sort_key;
	char *search_key;
};

/** Another name of an organisation */
struct organisation_alias {
	gint64 id, rev;
	gint64 organisation_id;
	char *name;
	char *valid_from;
	char *valid_until;
	char *search_key;
};

/** A territory that an organisation serves */
struct organisation_territory {
	gint64 id, rev;
	gint64 organisation_id;
	gint64 territory_id;
};

/** A theme for which an organisation is a resource */
struct organisation_theme {
	gint64 id, rev;
	gint64 organisation_id;
	gint64 theme_id;
};

/** Two organisations of which somebody has said that they are two */
struct organisation_distinction {
	gint64 id, rev;
	gint64 organisation_id;
	gint64 other_id;
};

extern const struct entity entity_organisation;
extern const struct entity entity_organisation_alias;
extern const struct entity entity_organisation_territory;
extern const struct entity entity_organisation_theme;
extern const struct entity entity_organisation_distinction;

#endif
