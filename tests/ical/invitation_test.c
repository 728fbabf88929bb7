#include "base/error.h"
#include "ical/check.h"

static struct calendar_invitation
invitation_to_zoe(void)
{
	return (struct calendar_invitation){.item = check_item(),
					    .organizer = check_organizer(),
					    .attendee_name = "Zoé Martin",
					    .attendee_email = "zoe.martin@example.org"};
}

/* The file of INVITATION, checked. Caller frees. */
static char *
file_of(struct calendar_invitation invitation)
{
	GString *text = g_string_new(NULL);
	GError *error = NULL;
	ical_module()->invitation(&invitation, check_sink, text, &error);
	assert_no_error(error);
	check_calendar(text->str, CHECK_INVITATION);
	icalcomponent_free(check_read(text->str));
	return g_string_free(text, FALSE);
}

static void
invitation__is_byte_stable__one_person(void **state)
{
	(void)state;
	g_autofree char *text = file_of(invitation_to_zoe());
	assert_text(strstr(text, "BEGIN:VEVENT"),
		    "BEGIN:VEVENT\r\n"
		    "UID:0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a01\r\n"
		    "DTSTAMP:20260216T093000Z\r\n"
		    "CREATED:20260105T080000Z\r\n"
		    "LAST-MODIFIED:20260216T093000Z\r\n"
		    "SEQUENCE:3\r\n"
		    "DTSTART;TZID=Europe/Paris:20260327T093000\r\n"
		    "DTEND;TZID=Europe/Paris:20260327T160000\r\n"
		    "SUMMARY:Rencontre\r\n"
		    "STATUS:CONFIRMED\r\n"
		    "TRANSP:OPAQUE\r\n"
		    "ORGANIZER;CN=Centre de ressources:mailto:contact@centre.example.fr\r\n"
		    "ATTENDEE;CN=Zoé Martin;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;\r\n"
		    " PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:zoe.martin@example.org\r\n"
		    "BEGIN:VALARM\r\n"
		    "ACTION:DISPLAY\r\n"
		    "TRIGGER:-P1D\r\n"
		    "DESCRIPTION:Rencontre\r\n"
		    "END:VALARM\r\n"
		    "END:VEVENT\r\n"
		    "END:VCALENDAR\r\n");
}

static void
invitation__declares_its_zone__when_timed(void **state)
{
	(void)state;
	struct calendar_invitation invitation = invitation_to_zoe();
	invitation.item.zone = "Pacific/Tahiti";
	g_autofree char *timed = file_of(invitation);
	assert_int_equal(check_lines(timed, "TZID:Pacific/Tahiti"), 1);
	assert_int_equal(check_lines(timed, "BEGIN:VTIMEZONE"), 1);
	invitation.item.start_time = NULL;
	g_autofree char *all_day = file_of(invitation);
	assert_int_equal(check_lines(all_day, "BEGIN:VTIMEZONE"), 0);
}

static void
invitation__is_read_back_right__by_libical(void **state)
{
	(void)state;
	g_autofree char *text = file_of(invitation_to_zoe());
	icalcomponent *calendar = check_read(text);
	assert_int_equal(icalcomponent_get_method(calendar), ICAL_METHOD_REQUEST);
	icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	icalproperty *attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
	assert_text(icalproperty_get_attendee(attendee), "mailto:zoe.martin@example.org");
	assert_text(icalproperty_get_parameter_as_string(attendee, "CN"), "Zoé Martin");
	g_autofree char *start = check_instant(icalcomponent_get_dtstart(event));
	assert_text(start, "2026-03-27T08:30:00Z");
	icalcomponent_free(calendar);
}

static void
invitation__has_no_name__for_a_person_without_one(void **state)
{
	(void)state;
	struct calendar_invitation invitation = invitation_to_zoe();
	invitation.attendee_name = NULL;
	invitation.organizer.name = NULL;
	g_autofree char *text = file_of(invitation);
	assert_null(strstr(text, "CN="));
}

static void
invitation__adds_no_line__hostile_names(void **state)
{
	(void)state;
	static const char *const hostile[] = {"x\r\nATTENDEE:mailto:y@example.org",
					      "x\":mailto:z@example.org;CUTYPE=\"ROOM",
					      "x^n\\nATTENDEE:y", "\x01\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
		struct calendar_invitation invitation = invitation_to_zoe();
		invitation.attendee_name = invitation.organizer.name = hostile[i];
		invitation.item.summary = invitation.item.location = hostile[i];
		g_autofree char *text = file_of(invitation);
		g_autofree char *line = check_line(text, "ATTENDEE");
		assert_true(g_str_has_suffix(line, ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
						   "PARTSTAT=NEEDS-ACTION;RSVP=TRUE:"
						   "mailto:zoe.martin@example.org"));
	}
}

static void
assert_refused(struct calendar_invitation invitation)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	assert_false(ical_module()->invitation(&invitation, check_sink, text, &error));
	assert_error(error, ERROR_INVALID);
	assert_int_equal(text->len, 0);
}

static void
invitation__is_refused_whole__when_it_could_not_be_answered(void **state)
{
	(void)state;
	struct calendar_invitation invitation;
#define assert_refused_with(member, value)                                                         \
	(invitation = invitation_to_zoe(), invitation.member = (value), assert_refused(invitation))
	assert_refused_with(attendee_email, NULL);
	assert_refused_with(attendee_email, "zoe");
	assert_refused_with(attendee_email, "a@example.org, b@example.org");
	assert_refused_with(attendee_email, "a@example.org\r\nATTENDEE:mailto:b@example.org");
	assert_refused_with(attendee_email, "Contact@Centre.example.fr"); /* the organizer's */
	assert_refused_with(organizer.email, NULL);
	assert_refused_with(item.cancelled, true);
	assert_refused_with(item.first_day, "2026");
	assert_refused_with(item.zone, "Europe/London");
}

static bool
full_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)bytes;
	(void)size;
	(void)user;
	g_set_error_literal(error, ATELIERS_ERROR, ERROR_FULL, "full");
	return false;
}

static void
sink__stops_the_writer__when_it_fails(void **state)
{
	(void)state;
	struct calendar_invitation invitation = invitation_to_zoe();
	g_autoptr(GError) error = NULL;
	assert_false(ical_module()->invitation(&invitation, full_sink, NULL, &error));
	assert_error(error, ERROR_FULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invitation__is_byte_stable__one_person),
		cmocka_unit_test(invitation__declares_its_zone__when_timed),
		cmocka_unit_test(invitation__is_read_back_right__by_libical),
		cmocka_unit_test(invitation__has_no_name__for_a_person_without_one),
		cmocka_unit_test(invitation__adds_no_line__hostile_names),
		cmocka_unit_test(invitation__is_refused_whole__when_it_could_not_be_answered),
		cmocka_unit_test(sink__stops_the_writer__when_it_fails),
	};
	return test_run("ical/invitation", tests);
}
