/* When we last had to do with each person. */
#ifndef STORE_CONTACT_ROWS_H
#define STORE_CONTACT_ROWS_H

#include "store/store.h"

/** The latest day (ISO) on which anything tells of a contact with the person, TODAY at most.
 * Borrowed. */
typedef void (*contact_taker)(gint64 person_id, const char *day, gpointer user);

/** Everybody of the directory who has not been forgotten, in no order. */
bool contact_rows(Store *store, const char *today, contact_taker take, gpointer user,
		  GError **error);

/** The same of N people at most, those whose id is greater than AFTER, in the order of their ids:
 * so many as can be looked at between two keys. */
bool contact_rows_after(Store *store, const char *today, gint64 after, guint n, contact_taker take,
			gpointer user, GError **error);

#endif
