/* Attendees: as declared, and who they are in the directory. */
#include <string.h>

#include "app/directory.h"
#include "app/door.h"
#include "app/duplicates.h"
#include "app/nouns.h"
#include "app/presence.h"
#include "app/registration.h"
#include "app/workshops.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/badge.h"
#include "core/match.h"
#include "core/naming.h"
#include "core/person.h"
#include "core/presence.h"
#include "core/status.h"

static char *
attendee_event_get(Store *store, const void *row)
{
	return event_number_of(store, ((const struct attendee *)row)->event_id);
}

static char *
attendee_name_get(Store *store, const void *row)
{
	(void)store;
	const struct attendee *attendee = row;
	return name_shown(attendee->first_name, attendee->last_name);
}

/* The person of the directory that a registration typed by hand speaks of: the same e-mail and a
 * compatible name, or the same name in the same organisation; else somebody new (rule 4). A
 * doubtful one is somebody new too: nobody is merged by guessing, and the directory's review finds
 * the pair. */
static gint64
attendee_person(Store *store, const struct attendee *attendee, GError **error)
{
	g_autofree char *email_key =
		attendee->email != NULL ? text_email_key(attendee->email) : NULL;
	g_autofree char *organisation_key = organisation_match_key(attendee->organisation_id);
	struct match_person declared = {
		.last_name = attendee->last_name,
		.first_name = attendee->first_name,
		.email_key = email_key,
		.organisation_key = organisation_key,
	};
	struct match_answer answer;
	if (!person_match(store, &declared, &answer, error))
		return 0;
	if (answer.outcome == MATCH_SAME)
		return answer.id;
	return person_of_attendee(store, attendee, error);
}

static bool
attendee_begin(Store *store, void *row, GError **error)
{
	struct attendee *attendee = row;
	char now[INSTANT_SIZE];
	clock_instant(now);
	if (attendee->part == NULL)
		text_set(&attendee->part, "participant");
	if (attendee->origin == NULL)
		text_set(&attendee->origin, "mail");
	if (attendee->registered_at == NULL)
		text_set(&attendee->registered_at, now);
	if (attendee->organisation != NULL && attendee->organisation_id == 0) {
		attendee->organisation_id =
			organisation_found(store, attendee->organisation, NULL, error);
		if (attendee->organisation_id == 0)
			return false;
	}
	if (!registration_place(store, attendee, error))
		return false;
	if (attendee->last_name == NULL)
		return fail(error, ERROR_INVALID, _("the last name is missing"));
	attendee->number = attendee_next_number(store, attendee->event_id, error);
	if (attendee->number == NULL)
		return false;
	if (attendee->person_id == 0)
		attendee->person_id = attendee_person(store, attendee, error);
	return attendee->person_id != 0;
}

/* Nobody is merged by guessing; that somebody may be there already is said. */
static bool
attendee_made(Store *store, void *row, GPtrArray *notes, GError **error)
{
	const struct attendee *attendee = row;
	if (notes == NULL)
		return true;
	if (code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		g_ptr_array_add(notes, g_strdup_printf(_("on the waiting list, no. %d: %s"),
						       (int)registration_rank(store, attendee),
						       attendee->waiting_reason != NULL
							       ? attendee->waiting_reason
							       : ""));
	g_autoptr(GArray) found = duplicates_of_person(store, attendee->person_id, error);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		const struct duplicate *pair = &g_array_index(found, struct duplicate, i);
		gint64 other = pair->first == attendee->person_id    ? pair->second
			       : pair->second == attendee->person_id ? pair->first
								     : 0;
		struct person *person =
			other != 0 ? store_get(store, &entity_person, other, NULL) : NULL;
		if (person == NULL)
			continue;
		g_autofree char *name = name_shown(person->first_name, person->last_name);
		g_ptr_array_add(notes,
				g_strdup_printf(_("may already be in the directory: %s (%s)"), name,
						_(pair->reason)));
		entity_free(&entity_person, person);
	}
	return found != NULL;
}

/* What people see is the rank among those who wait now. */
static char *
rank_words(Store *store, const void *row)
{
	guint rank = registration_rank(store, row);
	return rank > 0 ? g_strdup_printf("%u", rank) : NULL;
}

/* What a changed organisation text names follows; a status goes only where its table lets it. */
static bool
attendee_tidy(Store *store, void *row, GError **error)
{
	struct attendee *attendee = row;
	if (attendee->id == 0)
		return true;
	struct attendee *stored = store_get(store, &entity_attendee, attendee->id, error);
	if (stored == NULL)
		return false;
	bool done = code_may_go(&code_attendee_statuses, stored->status, attendee->status) ||
		    fail(error, ERROR_INVALID, _("a registration cannot go from “%s” to “%s”"),
			 code_label(&code_attendee_statuses, stored->status),
			 code_label(&code_attendee_statuses, attendee->status));
	if (done && g_strcmp0(stored->organisation, attendee->organisation) != 0) {
		attendee->organisation_id =
			attendee->organisation != NULL
				? organisation_found(store, attendee->organisation, NULL, error)
				: 0;
		done = attendee->organisation == NULL || attendee->organisation_id != 0;
	}
	done = done && registration_tidy(store, attendee, stored, error);
	entity_free(&entity_attendee, stored);
	return done;
}

static char *
attendee_badge_get(Store *store, const void *row)
{
	char code[BADGE_LETTERS + 1];
	(void)store;
	badge_code(((const struct attendee *)row)->uid, code);
	return g_strdup(code);
}

/* ---- workshops ----------------------------------------------------------------------------------
 */

static char *
attendee_choices_get(Store *store, const void *row)
{
	return attendee_wishes(store, ((const struct row_head *)row)->id);
}

static bool
attendee_choices_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	const struct attendee *attendee = row;
	(void)notes;
	return attendee_wishes_set(store, attendee->event_id, attendee->id, typed, error);
}

static char *
attendee_workshop_get(Store *store, const void *row)
{
	return attendee_workshops(store, ((const struct row_head *)row)->id);
}

static bool
attendee_workshop_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	const struct attendee *attendee = row;
	return attendee_workshops_set(store, attendee->event_id, attendee->id, typed, notes, error);
}

/* ---- presence -----------------------------------------------------------------------------------
 */

/* Nobody has said anything: missing, not a word for it. */
static char *
attendance_get(Store *store, const void *row)
{
	struct attendance attendance;
	bool known = attendee_attendance(store, ((const struct row_head *)row)->id, &attendance) &&
		     presence_is_known(attendance.state);
	return known ? g_strdup(attendance.state) : NULL;
}

/* "present 1/2": on one half-day of two. */
static char *
attendance_words(Store *store, const void *row)
{
	const struct attendee *attendee = row;
	struct attendance attendance;
	if (!attendee_attendance(store, attendee->id, &attendance) ||
	    !presence_is_known(attendance.state))
		return NULL;
	const char *label = code_label(&code_presence_states, attendance.state);
	g_autoptr(GArray) half_days = event_half_days(store, attendee->event_id, NULL);
	if (attendance.present == 0 || half_days == NULL || half_days->len < 2)
		return g_strdup(label);
	return g_strdup_printf("%s %u/%u", label, attendance.present, half_days->len);
}

static char *
half_days_attended_get(Store *store, const void *row)
{
	struct attendance attendance;
	bool known = attendee_attendance(store, ((const struct row_head *)row)->id, &attendance) &&
		     presence_is_known(attendance.state);
	return known ? g_strdup_printf("%u", attendance.present) : NULL;
}

static const struct noun_key attendee_keys[] = {
	{.key = "event", .label = N_("Event"), .flags = NOUN_READ_ONLY, .get = attendee_event_get},
	PLAIN("number", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("part", 0),
	PLAIN("first_name", NOUN_LISTED),
	PLAIN("last_name", NOUN_LISTED),
	PLAIN("function", 0),
	PLAIN("organisation", NOUN_LISTED),
	PLAIN("email", NOUN_LISTED),
	PLAIN("phone", 0),
	PLAIN("town", 0),
	PLAIN("department", NOUN_LISTED),
	PLAIN("status", NOUN_LISTED),
	{.key = "attendance",
	 .label = N_("Presence"),
	 .flags = NOUN_READ_ONLY,
	 .get = attendance_get,
	 .words = attendance_words},
	{.key = "half_days_attended",
	 .label = N_("Half-days present"),
	 .flags = NOUN_READ_ONLY | NOUN_NUMBER,
	 .get = half_days_attended_get},
	PLAIN("origin", 0),
	{.key = "registered_at", .field = "registered_at", .flags = NOUN_READ_ONLY},
	PLAIN("lunch", 0),
	PLAIN("diet", 0),
	PLAIN("access_needs", 0),
	PLAIN("photo", 0),
	PLAIN("remarks", NOUN_LONG),
	{.key = "waiting_position", .field = "waiting_position", .words = rank_words},
	PLAIN("waiting_reason", 0),
	PLAIN("cancel_reason", 0),
	{.key = "name",
	 .label = N_("Full name"),
	 .flags = NOUN_READ_ONLY,
	 .get = attendee_name_get},
	{.key = "badge",
	 .label = N_("Code of the badge"),
	 .flags = NOUN_READ_ONLY,
	 .get = attendee_badge_get},
	{.key = "choices",
	 .label = N_("Workshops asked for"),
	 .flags = NOUN_MANY,
	 .get = attendee_choices_get,
	 .set = attendee_choices_set},
	{.key = "workshop",
	 .label = N_("Workshop given"),
	 .flags = NOUN_MANY,
	 .get = attendee_workshop_get,
	 .set = attendee_workshop_set},
};

const struct noun noun_attendee = {
	.name = "attendee",
	.label = N_("Attendees"),
	.entity = &entity_attendee,
	.keys = attendee_keys,
	.n_keys = G_N_ELEMENTS(attendee_keys),
	.owner = "event_id",
	.name_key = "name",
	.begin = attendee_begin,
	.made = attendee_made,
	.tidy = attendee_tidy,
	.deletable = registration_deletable,
};
