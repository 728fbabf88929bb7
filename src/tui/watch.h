/* A colleague's changes, shown within a second: the log of the database is watched (inotify), so
 * that an interface at which nobody works never wakes. */
#ifndef TUI_WATCH_H
#define TUI_WATCH_H

#include "tui/ui.h"

struct watch;

/** Begin to watch the log of UI's store; NULL where the machine cannot: changes then show at the
 * next key. Call again, after watch_end(), when the store is another. */
struct watch *watch_begin(struct ui *ui);

/** NULL is allowed. */
void watch_end(struct watch *watch);

#endif
