/* What goes along with an event, and what comes back. */
#include <string.h>

#include "core/attendee.h"
#include "core/busy.h"
#include "core/checklist.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/practice.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/survey.h"
#include "core/task.h"
#include "store/door_private.h"

#define ALL      "1 = 1"
#define OF_EVENT "event_id = $1"
#define DAYS     "(SELECT id FROM event_day WHERE event_id = $1)"
#define ROOMS                                                                                      \
	"(SELECT room_id FROM session WHERE event_id = $1 UNION SELECT room_id FROM booking "      \
	"WHERE day_id IN " DAYS ")"
#define VENUES                                                                                     \
	"(SELECT venue_id FROM event_day WHERE event_id = $1 UNION SELECT venue_id FROM room "     \
	"WHERE id IN " ROOMS ")"

/* Nobody goes along who is not registered for the event and does not speak there. Of organisations
 * the names and what the figures need go along, so that whoever walks in finds theirs; of people
 * what the door, the papers and the order of names need. */
const struct door_way door_ways[] = {
	{.entity = &entity_theme, .where = ALL, .back = true},
	{.entity = &entity_kind, .where = ALL, .back = true},
	{.entity = &entity_cycle,
	 .where = "id IN (SELECT cycle_id FROM event WHERE id = $1)",
	 .back = true,
	 .withheld = {"notes", "funders"}},
	{.entity = &entity_setting, .where = ALL},
	{.entity = &entity_holiday_period, .where = ALL},
	{.entity = &entity_busy},
	{.entity = &entity_territory, .where = ALL},
	{.entity = &entity_mapping},
	{.entity = &entity_asset, .where = ALL},
	{.entity = &entity_organisation,
	 .where = ALL,
	 .back = true,
	 .withheld = {"email", "phone", "notes"}},
	{.entity = &entity_organisation_alias, .where = ALL, .back = true},
	{.entity = &entity_organisation_territory, .where = ALL, .back = true},
	{.entity = &entity_organisation_theme, .where = ALL, .back = true},
	{.entity = &entity_organisation_distinction},
	{.entity = &entity_person,
	 .where = "id IN (SELECT person_id FROM attendee WHERE event_id = $1 UNION SELECT "
		  "person_id FROM speaker WHERE event_id = $1)",
	 .back = true,
	 .withheld = {"phone", "town", "last_contact", "notes"}},
	{.entity = &entity_consent, .back = true},
	{.entity = &entity_post, .back = true},
	{.entity = &entity_person_distinction},
	{.entity = &entity_venue,
	 .where = "id IN " VENUES,
	 .back = true,
	 .withheld = {"contact", "notes"}},
	{.entity = &entity_room,
	 .where = "venue_id IN " VENUES,
	 .back = true,
	 .withheld = {"notes"}},
	{.entity = &entity_event, .where = "id = $1", .back = true, .withheld = {"notes"}},
	{.entity = &entity_event_day, .where = OF_EVENT, .back = true},
	{.entity = &entity_half_day, .where = "day_id IN " DAYS, .back = true},
	{.entity = &entity_event_theme, .where = OF_EVENT, .back = true},
	{.entity = &entity_partner, .where = OF_EVENT, .back = true},
	{.entity = &entity_booking, .where = "day_id IN " DAYS, .back = true},
	{.entity = &entity_session, .where = OF_EVENT, .back = true},
	{.entity = &entity_speaker,
	 .where = OF_EVENT,
	 .back = true,
	 .withheld = {"fee", "fee_cents"}},
	{.entity = &entity_attendee, .where = OF_EVENT, .back = true},
	{.entity = &entity_question, .where = OF_EVENT, .back = true},
	{.entity = &entity_answer,
	 .where = "question_id IN (SELECT id FROM question WHERE event_id = $1 AND sensitive = 0)",
	 .back = true},
	{.entity = &entity_choice,
	 .where = "session_id IN (SELECT id FROM session WHERE event_id = $1)",
	 .back = true},
	{.entity = &entity_presence_mark,
	 .where = "attendee_id IN (SELECT id FROM attendee WHERE event_id = $1)",
	 .back = true},
	{.entity = &entity_import_row},
	{.entity = &entity_document, .where = OF_EVENT, .back = true},
	{.entity = &entity_document_line,
	 .where = "document_id IN (SELECT id FROM document WHERE event_id = $1)",
	 .back = true},
	/* what was announced is told in a copy, and announced at home alone; certificates too are
	   issued there */
	{.entity = &entity_announcement, .where = OF_EVENT},
	{.entity = &entity_certificate},
	{.entity = &entity_checklist, .where = ALL, .back = true},
	{.entity = &entity_task, .where = OF_EVENT, .back = true},
	{.entity = &entity_decision, .where = OF_EVENT, .back = true},
	{.entity = &entity_practice},
	{.entity = &entity_survey_question},
	{.entity = &entity_survey_reply},
	{.entity = &entity_survey_answer},
	{.entity = &entity_door_copy},
	{.entity = &entity_door_stamp},
	{.entity = &entity_door_alias},
	{.entity = &entity_door_conflict},
};
const guint n_door_ways = G_N_ELEMENTS(door_ways);

static const struct door_way *
way_of(const struct entity *entity)
{
	for (guint i = 0; i < n_door_ways; i++)
		if (door_ways[i].entity == entity)
			return &door_ways[i];
	g_assert_not_reached();
}

bool
door_comes_back(const struct entity *entity)
{
	return way_of(entity)->back;
}

bool
door_withholds(const struct entity *entity, const char *member)
{
	return g_strv_contains(way_of(entity)->withheld, member);
}
