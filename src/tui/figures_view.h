/* The figures of an event as lines on the screen; each opens the names behind it. */
#ifndef TUI_FIGURES_VIEW_H
#define TUI_FIGURES_VIEW_H

#include "app/figures.h"
#include "tui/ui.h"

struct figures_view;

struct figures_view *figures_view_new(Store *store, gint64 event_id, GError **error);
void figures_view_free(struct figures_view *view);

void figures_view_draw(struct figures_view *view, struct area area);

/** True when the key moved. */
bool figures_view_key(struct figures_view *view, const struct key *key);

/** Told what was asked for: the ids (gint64) of registrations, which it owns from then on, and
 * words for them. */
typedef void (*figures_names)(struct ui *ui, GHashTable *ids, const char *words, gpointer user);

/** Ask which of the people behind the line one is on: registered, present, absent. */
void figures_view_open(struct figures_view *view, struct ui *ui, figures_names names,
		       gpointer user);

#endif
