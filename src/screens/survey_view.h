/* The satisfaction among the figures of an event. */
#ifndef SCREENS_SURVEY_VIEW_H
#define SCREENS_SURVEY_VIEW_H

#include "screens/report_view.h"
#include "store/store.h"

/** Add what the replies of the event came to; nothing where there are none. */
void survey_view_add(struct report_view *view, Store *store, gint64 event_id);

#endif
