/* The lists of the first row's tabs, and the rooms of a place. */
#ifndef SCREENS_SCREEN_LIST_H
#define SCREENS_SCREEN_LIST_H

#include "app/personal.h"
#include "tui/ui.h"

/** The list of a root tab. */
struct screen *list_screen(struct ui *ui, int tab);

/** The rooms of a place. */
struct screen *list_screen_rooms(struct ui *ui, gint64 venue_id);

/** What is late or due within the week, of all events. */
struct screen *list_screen_tasks(struct ui *ui);

/** The people whose time is DUE. */
struct screen *list_screen_due(struct ui *ui, enum retention due);

/** The usual tasks of a kind of event. */
struct screen *list_screen_checklist(struct ui *ui, gint64 kind_id);

/** The list of kinds, themes, cycles or good practices (ACT_KINDS…). */
struct screen *list_screen_reference(struct ui *ui, enum act act);

/** The events, people or organisations (ROOT_EVENTS…) whose id is in ONLY, which is taken, under
 * HEAD. */
struct screen *list_screen_only(struct ui *ui, int tab, GHashTable *only, const char *head);

#endif
