/* Which keys a form shows, in which order. */
#ifndef TUI_FORM_FIELDS_H
#define TUI_FORM_FIELDS_H

#include "app/noun.h"

/** Keys of the noun’s form, NULL-terminated, in the order people think of them; none of a noun that
 * nobody writes by hand. */
const char *const *form_keys(const struct noun *noun);

/** The title of a form: "New event", "Event", in the person's language. Borrowed. */
const char *form_title(const struct noun *noun, bool fresh);

/** The gesture's action: "event_new", "event_edit". Caller frees. */
char *form_action(const struct noun *noun, bool fresh);

/** Title of the form of a copy of an event. Caller frees. */
char *form_copy_title(Store *store, gint64 event_id);

#endif
