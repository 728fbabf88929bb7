/* A dialogue that offers a few things to choose from; typing narrows them. */
#ifndef TUI_CHOOSER_H
#define TUI_CHOOSER_H

#include "tui/ui.h"

/** What was chosen: its place among the options as they were added. */
typedef void (*chooser_done)(struct ui *ui, guint index, gpointer user);

struct chooser;

/** A new dialogue under TITLE. USER is freed with USER_FREE (may be NULL) when it closes. */
struct chooser *chooser_new(const char *title, chooser_done done, gpointer user,
			    GDestroyNotify user_free);

/** Add an option; DETAIL (may be NULL) stands at its right. */
void chooser_add(struct chooser *chooser, const char *label, const char *detail);

/** Sentences above the options. */
void chooser_explain(struct chooser *chooser, const char *text);

/** Have typing narrow the options however few there are: what is looked for stands on paper. */
void chooser_narrow(struct chooser *chooser);

/** Show it, the cursor on option START. */
void chooser_show(struct chooser *chooser, struct ui *ui, guint start);

#endif
