#include "core/connection_log.h"

#include <string.h>

#include "test.h"

/* The lines of a log, their cells apart by "|"; and what was read of it, a line for each row. */
static char *
read_log(const char *text)
{
	g_autoptr(ConnectionLog) log = connection_log_new();
	g_auto(GStrv) lines = g_strsplit(text, "\n", 0);
	GString *read = g_string_new(NULL);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "|", 0);
		connection_log_add(log, i + 1, cells, g_strv_length(cells));
	}
	if (!connection_log_close(log))
		g_string_append(read, "none");
	for (guint i = 0; i < log->rows->len; i++) {
		const struct connection_row *row = g_ptr_array_index(log->rows, i);
		g_string_append_printf(read, "%u %s <%s> %s/%s %d%s\n", row->line, row->name,
				       row->email != NULL ? row->email : "",
				       row->from != NULL ? row->from : "",
				       row->to != NULL ? row->to : "", (int)row->seconds,
				       row->host ? " host" : "");
	}
	if (log->lobby + log->machines > 0)
		g_string_append_printf(read, "lobby %u machines %u\n", log->lobby, log->machines);
	return g_string_free(read, FALSE);
}

static void
assert_read(const char *log, const char *expected)
{
	g_autofree char *read = read_log(log);
	assert_string_equal(read, expected);
}

static void
log__reads__zoom_with_its_preamble(void **state)
{
	(void)state;
	assert_read("Meeting ID|Topic|Start Time|End Time|User Email|Duration (Minutes)|"
		    "Participants\n"
		    "812 3456 7890|Webinaire|11/23/2026 09:00:00 AM|11/23/2026 12:00:00 PM|"
		    "a@x.fr|180|3\n"
		    "Name (Original Name)|User Email|Join Time|Leave Time|Duration (Minutes)|Guest|"
		    "In Waiting Room\n"
		    "Zoé Élan (Z. E.)|zoe@x.fr|11/23/2026 09:02:00 AM|11/23/2026 12:00:00 PM|178|"
		    "Yes|No\n"
		    "Hôte|A@x.fr|11/23/2026 09:00:00 AM|11/23/2026 12:00:00 PM|180|No|No\n"
		    "Marc|||||Yes|Yes\n"
		    "Marc||11/23/2026 08:59:00 AM|11/23/2026 09:01:00 AM|2|Yes|Yes\n"
		    "Read.ai meeting notes||11/23/2026 09:01:00 AM|11/23/2026 12:00:00 PM|179|"
		    "Yes|No\n",
		    "4 Zoé Élan (Z. E.) <zoe@x.fr> 11/23/2026 09:02:00 AM/11/23/2026 12:00:00 PM "
		    "10680\n"
		    "5 Hôte <A@x.fr> 11/23/2026 09:00:00 AM/11/23/2026 12:00:00 PM 10800 host\n"
		    "lobby 1 machines 1\n");
}

static void
log__reads__zoom_in_french_and_zoom_summed_up(void **state)
{
	(void)state;
	assert_read("ID de réunion|Sujet|Heure de début|Heure de fin|E-mail de l’utilisateur|"
		    "Durée (minutes)|Participants\n"
		    "812|Webinaire|23/11/2026 09:00:00|23/11/2026 12:00:00|a@x.fr|180|3\n"
		    "Nom (nom d'origine)|E-mail|Heure d'arrivée|Heure de départ|Durée (minutes)|"
		    "Invité\n"
		    "Zoé|zoe@x.fr|23/11/2026 09:02:00|23/11/2026 12:00:00|178|Oui\n",
		    "4 Zoé <zoe@x.fr> 23/11/2026 09:02:00/23/11/2026 12:00:00 10680\n");
	assert_read("Name (Original Name)|User Email|Total Duration (Minutes)|Guest\n"
		    "Zoé||95|Yes\n",
		    "2 Zoé <> / 5700\n");
}

static void
log__prefers__every_join_to_the_first_and_last(void **state)
{
	(void)state;
	const char *teams = "1. Résumé\n"
			    "Titre de la réunion|Webinaire\n"
			    "Durée de la réunion|3h 2m\n"
			    "2. Participants\n"
			    "Nom|Première connexion|Dernier départ|Durée en réunion|E-mail|Rôle\n"
			    "Zoé Élan|23/11/2026 09:02:00|23/11/2026 12:00:00|1h 30m 5s|zoe@x.fr|"
			    "Participant\n"
			    "3. Activités en réunion\n"
			    "Nom|Heure d’arrivée|Heure de départ|Durée|E-mail|Rôle\n"
			    "Zoé Élan|23/11/2026 09:02:00|23/11/2026 09:32:00|30m|zoe@x.fr|"
			    "Organisateur\n"
			    "Zoé Élan|23/11/2026 11:00:00|23/11/2026 12:00:00|1h|zoe@x.fr|"
			    "Organisateur\n";
	assert_read(teams, "9 Zoé Élan <zoe@x.fr> 23/11/2026 09:02:00/23/11/2026 09:32:00 1800 "
			   "host\n"
			   "10 Zoé Élan <zoe@x.fr> 23/11/2026 11:00:00/23/11/2026 12:00:00 3600 "
			   "host\n");
	/* cut off before the third section, the second is read */
	g_autofree char *short_one = g_strndup(teams, (gsize)(strstr(teams, "3. ") - teams));
	assert_read(short_one, "6 Zoé Élan <zoe@x.fr> 23/11/2026 09:02:00/23/11/2026 12:00:00 "
			       "5405\n");
}

static void
log__reads__teams_of_actions(void **state)
{
	(void)state;
	assert_read("Full Name|User Action|Timestamp\n"
		    "Zoé Élan|Joined|11/23/2026, 9:00:00 AM\n"
		    "Zoé Élan|Left|11/23/2026, 10:00:00 AM\n"
		    "Marc|Joined before|11/23/2026, 8:50:00 AM\n",
		    "2 Zoé Élan <> 11/23/2026, 9:00:00 AM/ -1\n"
		    "3 Zoé Élan <> /11/23/2026, 10:00:00 AM -1\n"
		    "4 Marc <> 11/23/2026, 8:50:00 AM/ -1\n");
}

static void
log__reads__the_dashboard_of_bigbluebutton(void **state)
{
	(void)state;
	assert_read("Name|Moderator|Activity Score|Talk Time|Webcam Time|Messages|Reactions|"
		    "Poll Votes|Raise Hands|Join|Left|Duration|Durée utile ?\n"
		    "Zoé Élan|FALSE|2|-|-|0|1|0|0|11/23/2026, 09:02:00|11/23/2026, 12:00:00|"
		    "02:30:00|oui\n"
		    "Awa Diop|TRUE|2|-|-|0|1|0|0|11/23/2026, 09:02:00|-|00:10:30|\n"
		    "Anonymous||||||||||||non\n",
		    "2 Zoé Élan <> 11/23/2026, 09:02:00/11/23/2026, 12:00:00 9000\n"
		    "3 Awa Diop <> 11/23/2026, 09:02:00/ 630 host\n");
	assert_read("Nom|Modérateur|Résultats pour l'activité|Temps de conversation|"
		    "Temps de partage de caméra|Messages|Réactions|Votes du sondage|"
		    "Mains levées|Rejoindre|Quitté|Durée\n"
		    "Zoé|FALSE|2|-|-|0|1|0|0|23/11/2026 09:02:00|23/11/2026 12:00:00|02:58:00\n",
		    "2 Zoé <> 23/11/2026 09:02:00/23/11/2026 12:00:00 10680\n");
}

static void
log__joins__first_and_last_names(void **state)
{
	(void)state;
	assert_read("Attended|User Name (Original Name)|First Name|Last Name|Email|Join Time|"
		    "Leave Time|Time in Session (minutes)\n"
		    "Yes|zoe30|Zoé|Élan|zoe@x.fr|2026-11-23 09:00:00|2026-11-23 10:00:00|60\n"
		    "Yes|Awa D.|||awa@x.fr|2026-11-23 09:00:00|2026-11-23 10:00:00|60\n"
		    "No|Marc|Marc|Petit|marc@x.fr|--|--|--\n",
		    "2 Zoé Élan <zoe@x.fr> 2026-11-23 09:00:00/2026-11-23 10:00:00 3600\n"
		    "3 Awa D. <awa@x.fr> 2026-11-23 09:00:00/2026-11-23 10:00:00 3600\n");
	assert_read("Prénom|Nom|Durée (secondes)\nZoé|Élan|90\n", "2 Zoé Élan <> / 90\n");
}

static void
log__refuses__what_is_no_log(void **state)
{
	(void)state;
	assert_read("Nom|Prénom|E-mail|Structure\nÉlan|Zoé|zoe@x.fr|DDETS\n", "none");
	assert_read("", "none");
	assert_read("Zoé Élan a rejoint la réunion\n", "none");
	assert_read("Nom|Durée\n", "");
}

static void
duration__reads__what_services_write(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		int seconds;
	} cases[] = {
		{"1h 2m 3s", 3723},
		{"27m 51s", 1671},
		{"51s", 51},
		{"01:02:03", 3723},
		{"1:30", 5400},
		{"95", 5700},
		{"95,5", 5730},
		{"95.5", 5730},
		{"1 h 30", 5400},
		{"1 h 30 min", 5400},
		{"2 heures 3 minutes", 7380},
		{"0", 0},
		{"1\302\240h", 3600},
		{"-", -1},
		{"", -1},
		{"long", -1},
		{"1:2:3:4", -1},
		{"3 weeks", -1},
		{"999999", -1},
		{"1h x", -1},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_int_equal(connection_duration(cases[i].typed, false), cases[i].seconds);
	assert_int_equal(connection_duration("95", true), 95);
}

static void
names__offers__what_may_be_a_name(void **state)
{
	(void)state;
	static const struct {
		const char *shown, *names, *name;
	} cases[] = {
		{"Zoé Élan", "Zoé Élan", "Zoé Élan"},
		{"Zoé Élan (Invité)", "Zoé Élan;Invité", "Zoé Élan"},
		{"Zoé Élan (DDETS du Gard)", "Zoé Élan;DDETS du Gard", "Zoé Élan"},
		{"Marie (Zoé Élan)", "Marie;Zoé Élan", "Zoé Élan"},
		{"Zoé Élan [30] (Externe)", "Zoé Élan;30;Externe", "Zoé Élan"},
		{"Zoé Élan - CCAS", "Zoé Élan - CCAS;Zoé Élan;CCAS", "Zoé Élan"},
		{"DDETS 30 - Zoé Élan", "DDETS 30 - Zoé Élan;DDETS 30;Zoé Élan", "Zoé Élan"},
		{"Élan, Zoé", "Élan, Zoé;Élan;Zoé", "Élan, Zoé"},
		{"iPhone", "iPhone", "iPhone"},
		{"()", "()", "()"},
		{"(Zoé", "Zoé", "Zoé"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(GStrv) names = connection_names(cases[i].shown);
		g_autofree char *joined = g_strjoinv(";", names);
		g_autofree char *name = connection_name(cases[i].shown);
		assert_string_equal(joined, cases[i].names);
		assert_string_equal(name, cases[i].name);
	}
}

static void
connection_is_person__refuses__devices_rooms_accounts(void **state)
{
	static const char *const people[] = {"Zoé Élan",          "ÉLAN Zoé (DDETS du Gard)",
					     "J. Le Goff",        "DDETS 30 - Zoé Élan",
					     "Marie-Ève N’Diaye", "MARTIN Léa (Invité)",
					     "Éric O'Brien"};
	static const char *const others[] = {"iPhone de Marc",
					     "L’iPad de Zoé Élan",
					     "Salle 2",
					     "Salle du conseil",
					     "=cmd|' /C calc'!A0",
					     "33612345678",
					     "DDETS30",
					     "Marc",
					     "Zoom user",
					     "Galaxy Tab",
					     "+HYPERLINK a",
					     "zoe@elan.example",
					     "",
					     "PC portable"};
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(people); i++)
		if (!connection_is_person(people[i]))
			fail_msg("%s is a person", people[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
		if (connection_is_person(others[i]))
			fail_msg("%s is no person", others[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(connection_is_person__refuses__devices_rooms_accounts),
		cmocka_unit_test(log__reads__zoom_with_its_preamble),
		cmocka_unit_test(log__reads__zoom_in_french_and_zoom_summed_up),
		cmocka_unit_test(log__prefers__every_join_to_the_first_and_last),
		cmocka_unit_test(log__reads__teams_of_actions),
		cmocka_unit_test(log__reads__the_dashboard_of_bigbluebutton),
		cmocka_unit_test(log__joins__first_and_last_names),
		cmocka_unit_test(log__refuses__what_is_no_log),
		cmocka_unit_test(duration__reads__what_services_write),
		cmocka_unit_test(names__offers__what_may_be_a_name),
	};
	return test_run("connection_log", tests);
}
