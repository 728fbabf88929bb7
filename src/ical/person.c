#include "ical/person.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ical/words.h"

static void
add_name(icalproperty *person, const char *name)
{
	g_autofree char *label = ics_label(name);
	if (label != NULL)
		icalproperty_add_parameter(person, icalparameter_new_cn(label));
}

icalproperty *
ics_organizer_new(const struct calendar_organizer *organizer, GError **error)
{
	g_autofree char *address = ics_mailto(organizer->email);
	if (address == NULL) {
		fail(error, ERROR_INVALID,
		     _("The organiser's address “%s” cannot be used in a calendar: correct it in "
		       "the "
		       "settings"),
		     organizer->email != NULL ? organizer->email : "");
		return NULL;
	}
	icalproperty *person = icalproperty_new_organizer(address);
	add_name(person, organizer->name);
	return person;
}

icalproperty *
ics_attendee_new(const char *name, const char *email, GError **error)
{
	g_autofree char *address = ics_mailto(email);
	if (address == NULL) {
		fail(error, ERROR_INVALID,
		     _("“%s” has no e-mail address to which an invitation could go (“%s”): correct "
		       "it "
		       "in the person's sheet"),
		     name != NULL ? name : "", email != NULL ? email : "");
		return NULL;
	}
	icalproperty *person = icalproperty_new_attendee(address);
	add_name(person, name);
	icalproperty_add_parameter(person, icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
	icalproperty_add_parameter(person, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
	icalproperty_add_parameter(person, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
	icalproperty_add_parameter(person, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
	return person;
}
