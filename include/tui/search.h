/* A search for duplicates in a thread of its own, with a connection of its own: it may take
 * seconds, and nobody waits for it. */
#ifndef TUI_SEARCH_H
#define TUI_SEARCH_H

#include "core/entity.h"
#include "tui/ui.h"

struct search;

/** What was found (struct duplicate), or NULL with ERROR; both are given away. In the loop. */
typedef void (*search_done)(struct ui *ui, GArray *found, GError *error, gpointer user);

/** Begin. DONE is called once with USER, unless search_end() came first. */
struct search *search_begin(struct ui *ui, const struct entity *entity, search_done done,
			    gpointer user);

/** How far it is; both 0 before anything was compared. */
void search_progress(struct search *search, guint *done, guint *total);

/** End it, finished or not, and free it. NULL is allowed. */
void search_end(struct search *search);

#endif
