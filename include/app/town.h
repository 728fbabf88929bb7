/* The town that the name of a place ends with. */
#ifndef APP_TOWN_H
#define APP_TOWN_H

#include "core/place.h"
#include "store/store.h"

/** Fill the town of VENUE, its code and its département from its name, where it has none and the
 * name ends with a town that is known: "Maison de la Région, Albi", "MJC (81000 Albi)". Towns are
 * those of the reference tables, else of the places there are. True when it was filled. */
bool town_of_name(Store *store, struct venue *venue);

/** "Albi (81)" of the place that NAME finds, or would make; NULL when its town is not known. Caller
 * frees. */
char *town_of_place(Store *store, const char *name);

#endif
