/* Rows of any entity with random values that are valid, made from its table of fields alone: an
 * entity that is added tomorrow is covered without a word here. */
#ifndef TESTS_STORE_RANDOM_ROW_H
#define TESTS_STORE_RANDOM_ROW_H

#include "store/store.h"

/** A row to insert, or NULL when something it must refer to does not exist. Free with
 * entity_free(). It may still be refused by a rule of the schema (a code given twice, two live
 * registrations). */
void *random_row(GRand *rand, Store *store, const struct entity *entity);

/** Change one to three members of ROW; given numbers and identities are left alone. */
void random_change(GRand *rand, Store *store, const struct entity *entity, void *row);

/** The id of some row of ENTITY, 0 when there is none. */
gint64 random_id(GRand *rand, Store *store, const struct entity *entity);

/** The same, half of the time the newest one: few rows need it yet, so that it may go. */
gint64 random_id_of_few(GRand *rand, Store *store, const struct entity *entity);

/** Words for people, with the accents, quotes and breaks that people write; SERIAL makes them
 * differ. Caller frees. */
char *random_words(GRand *rand, guint length, bool several_lines);

/** True when the rows of ENTITY are never changed once they are written (rule 8). */
bool entity_never_changes(const struct entity *entity);

#endif
