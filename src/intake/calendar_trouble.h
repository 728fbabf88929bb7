/* What the reader of calendars says in codes, in words. */
#ifndef INTAKE_CALENDAR_TROUBLE_H
#define INTAKE_CALENDAR_TROUBLE_H

#include <glib.h>
#include <stdbool.h>

/** Why a file as a whole is refused; NULL for a code that no reader of ours gives. Borrowed. */
const char *trouble_of_file(const char *code);

/** Why an entry is left out; NULL as above. Borrowed. */
const char *trouble_of_refused(const char *code);

/** What is to be said of an entry or a zone called WHAT; *SEVERITY is that of struct
 * import_problem. NULL as above. Caller frees. */
char *trouble_of_problem(const char *code, const char *what, const char **severity);

/** What N of a code mean; NULL as above. Caller frees. */
char *trouble_of_count(const char *code, guint n);

#endif
