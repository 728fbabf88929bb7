/* What others wrote about somebody who is being forgotten, in no field that is theirs. */
#ifndef APP_FORGET_TEXTS_H
#define APP_FORGET_TEXTS_H

#include "app/personal.h"

/** How the people who are being forgotten are called and written to. */
typedef struct forgotten_names ForgottenNames;

ForgottenNames *forgotten_names_new(void);
void forgotten_names_free(ForgottenNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ForgottenNames, forgotten_names_free)

/** Add a person, by the directory and by what they declared; before anything of them is erased. */
bool forgotten_names_add(Store *store, ForgottenNames *names, gint64 person_id, GError **error);

/** Look for them in every text of the database, once their own rows are blank. A field that is the
 * name alone is cleared where it may be; the others are named in FORGOTTEN, and go from the
 * history. Needs a gesture that store_as_final() marks. */
bool texts_forget(Store *store, const ForgottenNames *names, struct forgotten *forgotten,
		  GError **error);

#endif
