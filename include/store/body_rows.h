/* Organisations through time, as seats and figures count them. */
#ifndef STORE_BODY_ROWS_H
#define STORE_BODY_ROWS_H

#include "store/store.h"

/** Longer chains of successors than this lead back to where they began: a file that was made by
 * other hands. */
#define SUCCESSION_MAX 100

/** The last of the chain of successors of ID: what figures count it as. */
gint64 organisation_body(Store *store, gint64 id);

#endif
