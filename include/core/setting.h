/* The centre's settings: what they are called, what they are when nobody has chosen. */
#ifndef CORE_SETTING_H
#define CORE_SETTING_H

#include <glib.h>
#include <stdbool.h>

#include "core/status.h"

enum setting_kind {
	SETTING_TEXT,
	SETTING_LONG,
	SETTING_EMAIL,
	SETTING_ZONE,   /* IANA name */
	SETTING_NUMBER, /* minutes or counts, >= 0 */
	SETTING_TIME,
	SETTING_SHARE,  /* minutes or a part: "30", "50 %" (core/connection_time.h) */
	SETTING_YES_NO, /* "yes" or "no" */
	SETTING_FOLDER,
	SETTING_CODE,    /* one of setting_codes() */
	SETTING_GRID,    /* a name of core/card_grid.h */
	SETTING_WEIGHTS, /* of the date finder (core/date_finder.h) */
	SETTING_PICTURE, /* set to a PNG file's path: its bytes are kept in the database */
};

struct setting_rule {
	const char *name;
	const char *label; /* English msgid */
	enum setting_kind kind;
	const char *fallback; /* NULL: none */
};

/** Every setting, in the order in which people see them; a NULL name ends the table. */
extern const struct setting_rule setting_rules[];

/** The rule of NAME, or NULL. */
const struct setting_rule *setting_rule(const char *name);

/** The codes of a SETTING_CODE; NULL for others. */
const struct code_list *setting_codes(const struct setting_rule *rule);

/** VALUE as it is to be stored for RULE, or NULL with ERROR_INVALID. Caller frees. */
char *setting_accept(const struct setting_rule *rule, const char *value, GError **error);

#endif
