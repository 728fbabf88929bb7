/* A process that reads what nobody vouches for gives up what it does not need. */
#ifndef ICAL_CONFINE_H
#define ICAL_CONFINE_H

#include <glib.h>
#include <stdbool.h>

/** From here on this process can compute, take 256 MB more memory, read and write the descriptors
 * that are open, and end; it opens, makes and starts nothing, and dies after two seconds of
 * computing. A system that refuses the filter of system calls (a container, an old kernel) has the
 * limits alone, among which is that no descriptor can be opened. False with ERROR_IO when one of
 * these is refused. */
bool confine_process(GError **error);

#endif
