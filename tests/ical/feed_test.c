#include "base/error.h"
#include "base/i18n.h"
#include "ical/check.h"

static const char *const zones[] = {"Europe/Paris", "Indian/Reunion", NULL};

/* The feed of ITEM alone, checked. Caller frees. */
static char *
feed_of(struct calendar_item item)
{
	char *text = check_feed("Agenda", &item, 1);
	check_calendar(text, CHECK_FEED);
	icalcomponent_free(check_read(text));
	return text;
}

static void
assert_line_of(struct calendar_item item, const char *prefix, const char *wanted)
{
	g_autofree char *text = feed_of(item);
	g_autofree char *line = check_line(text, prefix);
	assert_text(line, wanted);
}

static void
feed__is_byte_stable__known_items(void **state)
{
	(void)state;
	static const char *const categories[] = {"Rencontre", "Arts, lettres", NULL};
	struct calendar_item items[] = {check_item(), check_item()};
	items[0].description = "Accueil à 9 h ; café\nPuis : ateliers";
	items[0].location = "Lille, hôtel de ville";
	items[0].url = "https://centre.example.fr/1";
	items[0].categories = categories;
	items[1] = (struct calendar_item){.uid = "0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a02",
					  .parent_uid = items[0].uid,
					  .stamped_at = "2026-02-16T09:30:00Z",
					  .first_day = "2026-12-30",
					  .last_day = "2026-12-31",
					  .summary = "Stage",
					  .tentative = true};
	static const char *const paris[] = {"Europe/Paris", NULL};
	struct calendar_head head = {"Agenda, public", check_organizer(), paris};
	g_autoptr(GString) text = g_string_new(NULL);
	assert_true(ical_module()->feed_begin(&head, check_sink, text, NULL));
	assert_true(ical_module()->feed_item(&head, &items[0], check_sink, text, NULL));
	assert_true(ical_module()->feed_item(&head, &items[1], check_sink, text, NULL));
	assert_true(ical_module()->feed_end(check_sink, text, NULL));
	check_calendar(text->str, CHECK_FEED);
	assert_text(text->str,
		    "BEGIN:VCALENDAR\r\n"
		    "PRODID:-//Ateliers//Ateliers//FR\r\n"
		    "VERSION:2.0\r\n"
		    "CALSCALE:GREGORIAN\r\n"
		    "METHOD:PUBLISH\r\n"
		    "NAME:Agenda public\r\n"
		    "X-WR-CALNAME:Agenda public\r\n"
		    "X-WR-TIMEZONE:Europe/Paris\r\n"
		    "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
		    "X-PUBLISHED-TTL:PT12H\r\n"
		    "BEGIN:VTIMEZONE\r\n"
		    "TZID:Europe/Paris\r\n"
		    "BEGIN:DAYLIGHT\r\n"
		    "DTSTART:19810329T020000\r\n"
		    "TZOFFSETFROM:+0100\r\n"
		    "TZOFFSETTO:+0200\r\n"
		    "TZNAME:CEST\r\n"
		    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
		    "END:DAYLIGHT\r\n"
		    "BEGIN:STANDARD\r\n"
		    "DTSTART:19961027T030000\r\n"
		    "TZOFFSETFROM:+0200\r\n"
		    "TZOFFSETTO:+0100\r\n"
		    "TZNAME:CET\r\n"
		    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
		    "END:STANDARD\r\n"
		    "END:VTIMEZONE\r\n"
		    "BEGIN:VEVENT\r\n"
		    "UID:0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a01\r\n"
		    "DTSTAMP:20260216T093000Z\r\n"
		    "CREATED:20260105T080000Z\r\n"
		    "LAST-MODIFIED:20260216T093000Z\r\n"
		    "SEQUENCE:3\r\n"
		    "DTSTART;TZID=Europe/Paris:20260327T093000\r\n"
		    "DTEND;TZID=Europe/Paris:20260327T160000\r\n"
		    "SUMMARY:Rencontre\r\n"
		    "DESCRIPTION:Accueil à 9 h \\; café\\nPuis : ateliers\\n\\nhttps:\r\n"
		    " //centre.example.fr/1\r\n"
		    "LOCATION:Lille\\, hôtel de ville\r\n"
		    "URL:https://centre.example.fr/1\r\n"
		    "CATEGORIES:Rencontre\r\n"
		    "CATEGORIES:Arts lettres\r\n"
		    "STATUS:CONFIRMED\r\n"
		    "TRANSP:OPAQUE\r\n"
		    "ORGANIZER;CN=Centre de ressources:mailto:contact@centre.example.fr\r\n"
		    "END:VEVENT\r\n"
		    "BEGIN:VEVENT\r\n"
		    "UID:0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a02\r\n"
		    "DTSTAMP:20260216T093000Z\r\n"
		    "LAST-MODIFIED:20260216T093000Z\r\n"
		    "SEQUENCE:0\r\n"
		    "DTSTART;VALUE=DATE:20261230\r\n"
		    "DTEND;VALUE=DATE:20270101\r\n"
		    "SUMMARY:Stage\r\n"
		    "STATUS:TENTATIVE\r\n"
		    "TRANSP:OPAQUE\r\n"
		    "ORGANIZER;CN=Centre de ressources:mailto:contact@centre.example.fr\r\n"
		    "RELATED-TO;RELTYPE=PARENT:0f9b6a52-6c1f-4f6a-9a51-9d1f3c1e0a01\r\n"
		    "END:VEVENT\r\n"
		    "END:VCALENDAR\r\n");
}

static void
feed__says_nothing_of_a_calendar__without_a_name(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	g_autofree char *text = check_feed(NULL, &item, 1);
	check_calendar(text, CHECK_FEED);
	assert_int_equal(check_lines(text, "X-"), 0);
	assert_int_equal(check_lines(text, "NAME"), 0);
	assert_int_equal(check_lines(text, "REFRESH-INTERVAL"), 0);
}

static void
feed__declares_a_zone_once__given_twice(void **state)
{
	(void)state;
	static const char *const repeated[] = {"Europe/Paris", "Indian/Reunion", "Europe/Paris",
					       NULL};
	struct calendar_head head = {NULL, check_organizer(), repeated};
	g_autoptr(GString) text = g_string_new(NULL);
	assert_true(ical_module()->feed_begin(&head, check_sink, text, NULL));
	assert_int_equal(check_lines(text->str, "BEGIN:VTIMEZONE"), 2);
}

/* Start and end as another program reads them. */
static void
assert_instants(const char *zone, const char *day, const char *start, const char *end)
{
	struct calendar_item item = check_item();
	item.zone = zone;
	item.first_day = day;
	g_autofree char *text = feed_of(item);
	icalcomponent *calendar = check_read(text);
	icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	g_autofree char *read_start = check_instant(icalcomponent_get_dtstart(event));
	g_autofree char *read_end = check_instant(icalcomponent_get_dtend(event));
	assert_text(read_start, start);
	assert_text(read_end, end);
	icalcomponent_free(calendar);
}

static void
times__are_read_back_right__around_the_changes_of_hour(void **state)
{
	(void)state;
	assert_instants("Europe/Paris", "2026-03-28", "2026-03-28T08:30:00Z",
			"2026-03-28T15:00:00Z");
	assert_instants("Europe/Paris", "2026-03-29", "2026-03-29T07:30:00Z",
			"2026-03-29T14:00:00Z");
	assert_instants("Europe/Paris", "2026-03-30", "2026-03-30T07:30:00Z",
			"2026-03-30T14:00:00Z");
	assert_instants("Europe/Paris", "2026-10-24", "2026-10-24T07:30:00Z",
			"2026-10-24T14:00:00Z");
	assert_instants("Europe/Paris", "2026-10-25", "2026-10-25T08:30:00Z",
			"2026-10-25T15:00:00Z");
	assert_instants("Europe/Paris", "2026-12-31", "2026-12-31T08:30:00Z",
			"2026-12-31T15:00:00Z");
	assert_instants("Indian/Reunion", "2026-07-01", "2026-07-01T05:30:00Z",
			"2026-07-01T12:00:00Z");
	assert_instants("America/Martinique", "2026-07-01", "2026-07-01T13:30:00Z",
			"2026-07-01T20:00:00Z");
}

static void
end__is_left_out__unless_later_than_the_start(void **state)
{
	(void)state;
	static const char *const ends[] = {NULL, "09:30", "09:29", "00:00"};
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		struct calendar_item item = check_item();
		item.end_time = ends[i];
		assert_line_of(item, "DTEND", NULL);
	}
}

static void
all_day__ends_the_day_after__its_last_day(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	item.start_time = NULL;
	item.zone = NULL;
	item.first_day = "2026-02-28";
	assert_line_of(item, "DTSTART;V", "DTSTART;VALUE=DATE:20260228");
	assert_line_of(item, "DTEND", "DTEND;VALUE=DATE:20260301");
	item.last_day = "2026-03-01";
	assert_line_of(item, "DTEND", "DTEND;VALUE=DATE:20260302");
	item.last_day = "2026-02-27";
	assert_line_of(item, "DTEND", "DTEND;VALUE=DATE:20260301");
}

static void
cancelled__is_said_in_the_title__in_the_language(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	item.cancelled = true;
	assert_line_of(item, "SUMMARY", "SUMMARY:ANNULÉ — Rencontre");
	assert_line_of(item, "STATUS", "STATUS:CANCELLED");
	assert_line_of(item, "TRANSP", "TRANSP:TRANSPARENT");
	item.summary = "ANNULÉ — Rencontre";
	assert_line_of(item, "SUMMARY", "SUMMARY:ANNULÉ — Rencontre");
	assert_true(i18n_set_language("en"));
	item.summary = "Meeting";
	assert_line_of(item, "SUMMARY", "SUMMARY:CANCELLED — Meeting");
	assert_true(i18n_set_language("fr"));
}

static void
state__is_tentative__until_announced(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	assert_line_of(item, "STATUS", "STATUS:CONFIRMED");
	item.tentative = true;
	assert_line_of(item, "STATUS", "STATUS:TENTATIVE");
	item.cancelled = true;
	assert_line_of(item, "STATUS", "STATUS:CANCELLED");
}

static void
title__is_never_missing__in_a_feed(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	item.summary = NULL;
	assert_line_of(item, "SUMMARY", "SUMMARY:Événement sans titre");
	item.summary = " \x01 ";
	assert_line_of(item, "SUMMARY", "SUMMARY:Événement sans titre");
}

static void
description__ends_with_the_url__unless_it_has_it(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	item.url = "https://x.example/1";
	assert_line_of(item, "DESCRIPTION", "DESCRIPTION:https://x.example/1");
	item.description = "Voir https://x.example/1 avant";
	assert_line_of(item, "DESCRIPTION", "DESCRIPTION:Voir https://x.example/1 avant");
	item.url = "www.example.fr";
	item.description = "Programme";
	assert_line_of(item, "DESCRIPTION", "DESCRIPTION:Programme\\n\\nwww.example.fr");
	assert_line_of(item, "URL", NULL);
}

static void
text__is_read_back_whole__letters_and_separators(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	item.summary = "Œuvres, « l’été » ; 50 % : 🎭 漢字 a\\n b";
	g_autofree char *text = feed_of(item);
	icalcomponent *calendar = check_read(text);
	icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_text(icalcomponent_get_summary(event), item.summary);
	icalcomponent_free(calendar);
}

static void
text__is_written_whole__a_million_letters(void **state)
{
	(void)state;
	struct calendar_item item = check_item();
	g_autoptr(GString) long_text = g_string_new(NULL);
	while (long_text->len < 1000000)
		g_string_append(long_text, "é, ;œuvres");
	item.description = long_text->str;
	g_autofree char *text = check_feed("Agenda", &item, 1);
	check_octets(text);
	icalcomponent *calendar = check_read(text);
	icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_true(strcmp(icalcomponent_get_description(event), long_text->str) == 0);
	icalcomponent_free(calendar);
}

/* libical folds some lengths between CR and LF. */
static void
text__is_folded_right__of_any_length(void **state)
{
	(void)state;
	for (gsize length = 1; length <= 300; length++) {
		g_autofree char *letters = g_strnfill(length, 'x');
		g_autofree char *accents = g_strconcat(letters, "é", NULL);
		struct calendar_item item = check_item();
		item.summary = letters;
		item.description = accents;
		g_autofree char *text = feed_of(item);
		icalcomponent *calendar = check_read(text);
		icalcomponent *event =
			icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
		assert_text(icalcomponent_get_summary(event), letters);
		assert_text(icalcomponent_get_description(event), accents);
		icalcomponent_free(calendar);
	}
}

/* Every text of ITEM is TEXT, that of its head too. */
static char *
feed_of_text(const char *text)
{
	const char *const categories[] = {text, NULL};
	struct calendar_item item = check_item();
	item.summary = item.description = item.location = item.url = text;
	item.categories = categories;
	struct calendar_head head = {text, {text, ORGANIZER_EMAIL}, zones};
	GString *feed = g_string_new(NULL);
	GError *error = NULL;
	ical_module()->feed_begin(&head, check_sink, feed, &error);
	assert_no_error(error);
	ical_module()->feed_item(&head, &item, check_sink, feed, &error);
	assert_no_error(error);
	ical_module()->feed_end(check_sink, feed, &error);
	return g_string_free(feed, FALSE);
}

static void
text__adds_no_line__whatever_it_holds(void **state)
{
	(void)state;
	static const char *const hostile[] = {
		"x\r\nATTENDEE;CN=y:mailto:y@example.org",
		"x\nEND:VEVENT\nBEGIN:VALARM",
		"x\rATTENDEE:mailto:y@example.org",
		"x\xe2\x80\xa8"
		"ATTENDEE:y",
		"x\xc2\x85"
		"ATTENDEE:y",
		"x\v\f\x1b\x7f"
		"ATTENDEE:y",
		"https://x.example/\r\nATTENDEE:mailto:y@example.org",
		"\"x\":mailto:z@example.org;CUTYPE=ROOM,\"y\"",
		"x\\nATTENDEE:y\\",
		"x^nATTENDEE:y^'",
		"\xff\xfe\xc3",
		"%s%n%d",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
		g_autofree char *text = feed_of_text(hostile[i]);
		check_calendar(text, CHECK_FEED);
		icalcomponent_free(check_read(text));
	}
}

static void
text__gives_a_good_file__random_bytes(void **state)
{
	(void)state;
	g_autoptr(GRand) random = g_rand_new_with_seed(2026);
	for (int round = 0; round < 300; round++) {
		char text[200];
		gsize size = (gsize)g_rand_int_range(random, 0, sizeof text);
		for (gsize i = 0; i < size; i++)
			text[i] = (char)g_rand_int_range(random, 1, 256);
		text[size] = '\0';
		g_autofree char *feed = feed_of_text(text);
		check_calendar(feed, CHECK_FEED);
		icalcomponent_free(check_read(feed));
	}
}

static void
assert_refused(struct calendar_item item)
{
	struct calendar_head head = {"Agenda", check_organizer(), zones};
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	assert_false(ical_module()->feed_item(&head, &item, check_sink, text, &error));
	assert_error(error, ERROR_INVALID);
	assert_int_equal(text->len, 0);
}

static void
item__is_refused_whole__without_what_calendars_need(void **state)
{
	(void)state;
	struct calendar_item item;
#define assert_refused_with(member, value)                                                         \
	(item = check_item(), item.member = (value), assert_refused(item))
	assert_refused_with(uid, NULL);
	assert_refused_with(uid, "");
	assert_refused_with(uid, "a\r\nb");
	assert_refused_with(parent_uid, "é");
	assert_refused_with(first_day, NULL);
	assert_refused_with(first_day, "2026-03");
	assert_refused_with(first_day, "2026-02-30");
	assert_refused_with(start_time, "9h30");
	assert_refused_with(end_time, "24:00");
	assert_refused_with(stamped_at, NULL);
	assert_refused_with(stamped_at, "2026-02-16 09:30:00");
	assert_refused_with(stamped_at, "2026-02-31T09:30:00Z");
	assert_refused_with(created_at, "2026-02-16T25:30:00Z");
	assert_refused_with(zone, NULL);
	assert_refused_with(zone, "Europe/London");
	assert_refused_with(zone, "Pacific/Tahiti"); /* known, but not declared by this feed */
	item = check_item();
	item.start_time = NULL;
	item.last_day = "soon";
	assert_refused(item);
}

static void
head__is_refused__with_what_cannot_be_written(void **state)
{
	(void)state;
	static const char *const unknown[] = {"Europe/Paris", "Europe/London", NULL};
	const struct calendar_head heads[] = {
		{"Agenda", check_organizer(), unknown},
		{"Agenda", {"Centre", "nobody"}, zones},
		{"Agenda", {"Centre", NULL}, zones},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GError) error = NULL;
		assert_false(ical_module()->feed_begin(&heads[i], check_sink, text, &error));
		assert_error(error, ERROR_INVALID);
		assert_int_equal(text->len, 0);
	}
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
	struct calendar_head head = {"Agenda", check_organizer(), zones};
	struct calendar_item item = check_item();
	g_autoptr(GError) begin = NULL, middle = NULL, end = NULL;
	assert_false(ical_module()->feed_begin(&head, full_sink, NULL, &begin));
	assert_false(ical_module()->feed_item(&head, &item, full_sink, NULL, &middle));
	assert_false(ical_module()->feed_end(full_sink, NULL, &end));
	assert_error(begin, ERROR_FULL);
	assert_error(middle, ERROR_FULL);
	assert_error(end, ERROR_FULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(feed__is_byte_stable__known_items),
		cmocka_unit_test(feed__says_nothing_of_a_calendar__without_a_name),
		cmocka_unit_test(feed__declares_a_zone_once__given_twice),
		cmocka_unit_test(times__are_read_back_right__around_the_changes_of_hour),
		cmocka_unit_test(end__is_left_out__unless_later_than_the_start),
		cmocka_unit_test(all_day__ends_the_day_after__its_last_day),
		cmocka_unit_test(cancelled__is_said_in_the_title__in_the_language),
		cmocka_unit_test(state__is_tentative__until_announced),
		cmocka_unit_test(title__is_never_missing__in_a_feed),
		cmocka_unit_test(description__ends_with_the_url__unless_it_has_it),
		cmocka_unit_test(text__is_read_back_whole__letters_and_separators),
		cmocka_unit_test(text__is_written_whole__a_million_letters),
		cmocka_unit_test(text__is_folded_right__of_any_length),
		cmocka_unit_test(text__adds_no_line__whatever_it_holds),
		cmocka_unit_test(text__gives_a_good_file__random_bytes),
		cmocka_unit_test(item__is_refused_whole__without_what_calendars_need),
		cmocka_unit_test(head__is_refused__with_what_cannot_be_written),
		cmocka_unit_test(sink__stops_the_writer__when_it_fails),
	};
	return test_run("ical/feed", tests);
}
