#include "ical/invitation.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ical/event.h"
#include "ical/file.h"
#include "ical/person.h"
#include "ical/zone.h"

/* A REQUEST for what is cancelled would leave it in the person's calendar, and servers take the
 * answer of an organiser to themselves for a mistake. */
static bool
invitation_check(const struct calendar_invitation *invitation, GError **error)
{
	const struct calendar_item *item = &invitation->item;
	if (item->cancelled)
		return fail(error, ERROR_INVALID,
			    _("“%s” is cancelled: nobody can be invited to it any more"),
			    ics_event_called(item));
	g_autofree char *organizer = text_email_key(invitation->organizer.email);
	g_autofree char *attendee = text_email_key(invitation->attendee_email);
	if (organizer != NULL && g_strcmp0(organizer, attendee) == 0)
		return fail(error, ERROR_INVALID,
			    _("“%s” is the organiser's own address: invite this person with "
			      "another "
			      "one"),
			    invitation->attendee_email);
	return true;
}

static void
append_alarm(GString *out, const struct calendar_item *item)
{
	struct icaltriggertype trigger = {.time = icaltime_null_time(),
					  .duration = {.is_neg = 1, .days = 1}};
	g_autofree char *owned = NULL;
	ics_append_line(out, "BEGIN:VALARM");
	ics_append(out, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	ics_append(out, icalproperty_new_trigger(trigger));
	ics_append(out, icalproperty_new_description(ics_event_title(item, &owned)));
	ics_append_line(out, "END:VALARM");
}

static bool
append_event(GString *out, const struct calendar_invitation *invitation, GError **error)
{
	ics_append_line(out, "BEGIN:VEVENT");
	if (!ics_event_append(out, &invitation->item, &invitation->organizer, error))
		return false;
	icalproperty *attendee =
		ics_attendee_new(invitation->attendee_name, invitation->attendee_email, error);
	if (attendee == NULL)
		return false;
	ics_append(out, attendee);
	append_alarm(out, &invitation->item);
	ics_append_line(out, "END:VEVENT");
	return true;
}

bool
ics_invitation(const struct calendar_invitation *invitation, calendar_sink sink, gpointer user,
	       GError **error)
{
	const struct calendar_item *item = &invitation->item;
	g_autoptr(GString) out = ics_file_new("REQUEST");
	if (!invitation_check(invitation, error))
		return false;
	if (item->start_time != NULL && ics_zone_known(item->zone))
		ics_zone_append(out, item->zone);
	if (!append_event(out, invitation, error))
		return false;
	ics_append_line(out, "END:VCALENDAR");
	return ics_file_send(out, sink, user, error);
}
