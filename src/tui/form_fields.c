#include "tui/form_fields.h"

#include "base/i18n.h"
#include "core/event.h"

static const char *const event_keys[] = {"title",
					 "kind",
					 "start_date",
					 "end_date",
					 "welcome_time",
					 "start_time",
					 "end_time",
					 "venue",
					 "status",
					 "mode",
					 "seat_limit",
					 "registration_deadline",
					 "themes",
					 "audience",
					 "objectives",
					 "online_link",
					 "access",
					 "lunch",
					 "fee",
					 "officer",
					 "cycle",
					 "short_title",
					 "days",
					 "small_site_seats",
					 "organisation_quota",
					 "proof_mode",
					 "quorum",
					 "counted_attendance",
					 "estimated_attendance",
					 "programme_note",
					 "notes",
					 NULL};
static const char *const session_keys[] = {"title",       "date",     "start_time",
					   "end_time",    "kind",     "room",
					   "speakers",    "capacity", "parallel_group",
					   "description", NULL};
static const char *const speaker_keys[] = {"person",   "session", "role", "state",
					   "function", "needs",   "fee",  NULL};
static const char *const attendee_keys[] =
	{"first_name", "last_name", "function",   "organisation",  "email",
	 "phone",      "town",      "department", "status",        "part",
	 "origin",     "lunch",     "diet",       "access_needs",  "photo",
	 "remarks",    "choices",   "workshop",   "cancel_reason", NULL};
static const char *const half_day_keys[] = {"part",      "start_time", "end_time",
					    "counts_as", "adjusted",   NULL};
static const char *const partner_keys[] = {"organisation", "role", "name", "wording", NULL};
static const char *const person_keys[] = {"civility",     "first_name", "last_name", "function",
					  "organisation", "role",       "email",     "phone",
					  "town",         "department", "photo",     "order_name",
					  "notes",        NULL};
static const char *const organisation_keys[] = {"name",         "short_name", "aliases",
						"family",       "level",      "department",
						"classified",   "small_site", "town",
						"email",        "phone",      "successor",
						"succeeded_on", "notes",      NULL};
static const char *const venue_keys[] = {"name",       "address", "postal_code", "town",
					 "department", "rooms",   "access",      "step_free",
					 "contact",    "notes",   NULL};
static const char *const room_keys[] =
	{"name",       "capacity",  "capacity_theatre", "capacity_islands",
	 "capacity_u", "equipment", "step_free",        "induction_loop",
	 "notes",      NULL};

static const char *const kind_keys[] = {"name", "report_heading", "heading_proposed",
					"has_programme", NULL};
static const char *const theme_keys[] = {"name", NULL};
static const char *const cycle_keys[] = {"title", "objectives", "funders", "notes", NULL};

static const char *const task_keys[] = {"title", "kind",   "person", "organisation",
					"owner", "offset", "due_on", "done_on",
					"link",  "notes",  NULL};
static const char *const checklist_keys[] = {"title",        "task",     "offset", "owner",
					     "each_speaker", "position", NULL};
static const char *const decision_keys[] = {"item",        "text",     "votes_for", "votes_against",
					    "abstentions", "position", NULL};
static const char *const practice_keys[] = {"title",          "territory", "theme",     "audience",
					    "description",    "results",   "documents", "contact",
					    "contact_agreed", "agreed_on", "event",     "session",
					    "written_on",     NULL};

static const char *const holiday_keys[] = {"name",   "kind", "first_day", "last_day",
					   "reason", "zone", NULL};

static const struct {
	const struct noun *noun;
	const char *const *keys;
	const char *fresh, *existing; /* titles */
} forms[] = {
	{&noun_event, event_keys, N_("New event"), N_("Event")},
	{&noun_session, session_keys, N_("New session"), N_("Session")},
	{&noun_speaker, speaker_keys, N_("New speaker"), N_("Speaker")},
	{&noun_attendee, attendee_keys, N_("New registration"), N_("Registration")},
	{&noun_half_day, half_day_keys, N_("New half-day"), N_("Half-day")},
	{&noun_partner, partner_keys, N_("New partner"), N_("Partner")},
	{&noun_person, person_keys, N_("New person"), N_("Person")},
	{&noun_organisation, organisation_keys, N_("New organisation"), N_("Organisation")},
	{&noun_venue, venue_keys, N_("New place"), N_("Place")},
	{&noun_room, room_keys, N_("New room"), N_("Room")},
	{&noun_kind, kind_keys, N_("New kind of event"), N_("Kind of event")},
	{&noun_theme, theme_keys, N_("New theme"), N_("Theme")},
	{&noun_cycle, cycle_keys, N_("New cycle"), N_("Cycle")},
	{&noun_task, task_keys, N_("New task"), N_("Task")},
	{&noun_checklist, checklist_keys, N_("New usual task"), N_("Usual task")},
	{&noun_decision, decision_keys, N_("New decision"), N_("Decision")},
	{&noun_holiday, holiday_keys, N_("New period"), N_("Period")},
	{&noun_practice, practice_keys, N_("New good practice"), N_("Good practice")},
};

const char *const *
form_keys(const struct noun *noun)
{
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
		if (forms[i].noun == noun)
			return forms[i].keys;
	static const char *const none[] = {NULL};
	return none;
}

const char *
form_title(const struct noun *noun, bool fresh)
{
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
		if (forms[i].noun == noun)
			return fresh ? _(forms[i].fresh) : _(forms[i].existing);
	return "";
}

char *
form_copy_title(Store *store, gint64 event_id)
{
	void *event = store_get(store, &entity_event, event_id, NULL);
	g_autofree char *name = event != NULL ? noun_name(store, &noun_event, event) : NULL;
	entity_free(&entity_event, event);
	return name != NULL ? g_strdup_printf(_("Copy of %s"), name)
			    : g_strdup(form_title(&noun_event, true));
}

char *
form_action(const struct noun *noun, bool fresh)
{
	return g_strdup_printf("%s_%s", noun->name, fresh ? "new" : "edit");
}
