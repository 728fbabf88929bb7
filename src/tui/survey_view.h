/* The satisfaction among the figures of an event. */
#ifndef TUI_SURVEY_VIEW_H
#define TUI_SURVEY_VIEW_H

#include "store/store.h"
#include "tui/report_view.h"

/** Add what the replies of the event came to; nothing where there are none. */
void survey_view_add(struct report_view *view, Store *store, gint64 event_id);

#endif
