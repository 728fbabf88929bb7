/* The columns of every list. */
#ifndef SCREENS_COLUMNS_H
#define SCREENS_COLUMNS_H

#include "tui/list.h"

extern const struct list_spec list_events, list_people, list_organisations, list_venues, list_rooms,
	list_sessions, list_speakers, list_attendees, list_partners, list_kinds, list_themes,
	list_cycles, list_sessions_of_a_day, list_tasks, list_tasks_of_all, list_decisions,
	list_practices, list_holidays, list_checklist;

#endif
