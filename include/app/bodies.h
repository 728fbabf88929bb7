/* Organisations at hand for many lookups: names, short names and aliases folded once. */
#ifndef APP_BODIES_H
#define APP_BODIES_H

#include "core/organisation.h"
#include "store/store.h"

typedef struct bodies Bodies;

/** All organisations of the file; NULL on error. */
Bodies *bodies_load(Store *store, GError **error);

void bodies_free(Bodies *bodies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bodies, bodies_free)

/** The organisation called NAME by its name, short name or alias, or 0. */
gint64 bodies_find(Bodies *bodies, const char *name);

/** When nothing is called NAME: the organisation that bears the town hall's other title ("Ville de"
 * for "Mairie de"), which is the same only once somebody has said so, by an alias; or 0. */
gint64 bodies_near(const Bodies *bodies, const char *name);

/** One key for all that a known organisation is called, or for the name itself, for comparing
 * people; NULL for a name without letters. Borrowed from BODIES. */
const char *bodies_key(Bodies *bodies, const char *name);

/** The key of a known organisation. Borrowed from BODIES. */
const char *bodies_key_of(Bodies *bodies, gint64 id);

/** The name of a known organisation, or NULL. Borrowed from BODIES. */
const char *bodies_name(const Bodies *bodies, gint64 id);

/** Add what has been stored. */
void bodies_add(Bodies *bodies, const struct organisation *organisation);
void bodies_add_name(Bodies *bodies, gint64 id, const char *name);

/** The organisation called NAME, made with what its name suggests when it is not known; *MADE rises
 * then. 0 on error. Needs a gesture. */
gint64 bodies_make(Store *store, Bodies *bodies, const char *name, guint *made, GError **error);

#endif
