/* Reference data, settings, and what the program remembers about files. */
#ifndef CORE_REFERENCE_H
#define CORE_REFERENCE_H

#include "core/entity.h"

/** A theme of work, in the centre's language */
struct theme {
	gint64 id, rev;
	char *name;
	char *sort_key;
	char *search_key;
};

/** A kind of event, in the centre's language, with its heading in the yearly report */
struct kind {
	gint64 id, rev;
	char *name;
	char *report_heading;
	gint64 heading_proposed;
	gint64 has_programme;
	char *sort_key;
	char *search_key;
};

/** A series of events accounted for together */
struct cycle {
	gint64 id, rev;
	char *title;
	char *objectives;
	char *funders;
	char *notes;
	char *sort_key;
	char *search_key;
};

/** One setting of the centre */
struct setting {
	gint64 id, rev;
	char *name;
	char *value;
};

/** School holidays, or a period to avoid */
struct holiday_period {
	gint64 id, rev;
	char *kind;
	char *name;
	char *first_day;
	char *last_day;
	char *zone;
	char *origin;
	char *reason; /* why it is to be avoided */
};

/** A region, département, EPCI, commune or priority district */
struct territory {
	gint64 id, rev;
	char *type;
	char *code;
	char *name;
	char *department;
	char *parent;
	char *postal_codes;
	gint64 population;
	gint64 vintage;
	char *search_key;
};

/** How the columns of a table were read, remembered under a name */
struct mapping {
	gint64 id, rev;
	char *name;
	char *subject;
	char *columns;
};

/** A picture, base64: the logo of the letterhead, or that of an organisation */
struct asset {
	gint64 id, rev;
	char *name;
	char *media_type;
	char *content;
	gint64 organisation_id; /* whose logo it is; 0: the centre's */
};

extern const struct entity entity_theme;
extern const struct entity entity_kind;
extern const struct entity entity_cycle;
extern const struct entity entity_setting;
extern const struct entity entity_holiday_period;
extern const struct entity entity_territory;
extern const struct entity entity_mapping;
extern const struct entity entity_asset;

#endif
