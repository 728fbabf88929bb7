/* The terminal interface: the screens, and what stands around them. */
#ifndef SCREENS_INTERFACE_H
#define SCREENS_INTERFACE_H

#include <stdbool.h>

/** No exit code: the person wishes to see the sample data. */
#define INTERFACE_SAMPLE (-1)

/** Open the interface on the database at PATH, made when it does not exist, and stay until the
 * person leaves; SAMPLE: it is the trial database, and says so. Without a terminal that can be
 * drawn on, one line names the commands. Returns the exit code, or
 * INTERFACE_SAMPLE. */
int interface_main(const char *path, bool sample);

#endif
