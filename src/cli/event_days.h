/* The days of an event as scripts see them. */
#ifndef CLI_EVENT_DAYS_H
#define CLI_EVENT_DAYS_H

#include <jansson.h>

#include "store/store.h"

/** [{date, welcome_time, start_time, end_time, half_days: [{name, part, start_time, end_time,
 * counts_as}]}] of EVENT (struct event). */
json_t *event_days_json(Store *store, const void *event);

#endif
