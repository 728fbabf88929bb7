#include "core/check.h"

#include <string.h>

#include "base/i18n.h"
#include "test.h"

#define AT(hour, minute) ((hour)*60 + (minute))
#define NB               "\u00a0"

/* A day without any problem: Thursday 15 October 2026. */
static const struct check_day good_day = {.date = "2026-10-15",
					  .welcome = AT(9, 0),
					  .start = AT(9, 30),
					  .end = AT(16, 0),
					  .has_place = true,
					  .capacity = 50,
					  .place = "Salle A"};

static struct check_session
session(const char *title, int start, int end, gint64 room)
{
	return (struct check_session){.start = start,
				      .end = end,
				      .kind = "workshop",
				      .title = title,
				      .room = room,
				      .room_name = room == 1 ? "Salle 1" : "Salle 2",
				      .n_speakers = 1};
}

/* Facts that give no problem; each test spoils one. */
struct scene {
	struct check_day days[3];
	struct check_session sessions[4];
	struct check_speaker speakers[4];
	struct check_facts facts;
};

static void
scene_begin(struct scene *scene)
{
	*scene = (struct scene){.days = {good_day}};
	scene->sessions[0] = session("Plénière", AT(9, 30), AT(12, 0), 1);
	scene->sessions[1] = session("Atelier", AT(14, 0), AT(16, 0), 2);
	scene->speakers[0] = (struct check_speaker){7, "Zoé Élan", "confirmed", 0};
	scene->facts = (struct check_facts){.title = "Journée d’échanges",
					    .status = "announced",
					    .mode = "onsite",
					    .proof_mode = "attendance",
					    .department = "34",
					    .days = scene->days,
					    .n_days = 1,
					    .sessions = scene->sessions,
					    .n_sessions = 2,
					    .speakers = scene->speakers,
					    .n_speakers = 1};
}

static void
assert_sound(const struct scene *scene)
{
	g_autoptr(GPtrArray) problems = check_event(&scene->facts);
	if (problems->len > 0)
		fail_msg("%s", ((const struct check_problem *)problems->pdata[0])->message);
}

/* Exactly one problem: this one. */
static void
assert_problem(const struct scene *scene, enum check_severity severity, const char *code,
	       const char *message)
{
	g_autoptr(GPtrArray) problems = check_event(&scene->facts);
	if (problems->len != 1)
		fail_msg("%u problems, first: %s", problems->len,
			 problems->len > 0
				 ? ((const struct check_problem *)problems->pdata[0])->message
				 : "-");
	const struct check_problem *problem = problems->pdata[0];
	assert_text(problem->code, code);
	assert_text(problem->message, message);
	assert_int_equal(problem->severity, severity);
	assert_int_equal(check_count(problems, severity), 1);
}

/* The problem of that code, by value; a test without it fails here. */
static struct check_problem
problem_of(const GPtrArray *problems, const char *code)
{
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (strcmp(problem->code, code) == 0)
			return *problem;
	}
	fail_msg("no problem \"%s\"", code);
	return (struct check_problem){.code = code, .message = NULL};
}

/* ---- nothing wrong ------------------------------------------------------------------------ */

static void
check_event__finds_nothing__in_a_sound_event(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	assert_sound(&scene);
}

static void
check_event__accepts__a_saturday_and_a_sunday(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].date = "2019-10-05";
	assert_sound(&scene);
	scene.days[0].date = "2026-10-18";
	assert_sound(&scene);
}

static void
check_event__asks_nothing__of_an_idea_without_a_date(void **state)
{
	(void)state;
	struct check_facts facts = {.title = "Une idée", .status = "idea", .mode = "onsite"};
	g_autoptr(GPtrArray) problems = check_event(&facts);
	assert_int_equal(problems->len, 0);
}

static void
check_event__plans_nothing__of_one_that_does_not_take_place(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[0].end = AT(15, 0);
	scene.sessions[1].room = 1;
	scene.facts.online_link = NULL;
	scene.facts.seat_limit = 100;
	g_autoptr(GPtrArray) before = check_event(&scene.facts);
	assert_int_not_equal(before->len, 0);
	static const char *const statuses[] = {"cancelled", "postponed"};
	for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++) {
		scene.facts.status = statuses[i];
		assert_sound(&scene);
	}
}

/* ---- title, dates, place ------------------------------------------------------------------ */

static void
check_event__tells__a_missing_title(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.title = NULL;
	assert_problem(&scene, CHECK_ERROR, "no_title", "L’événement n’a pas de titre");
}

static void
check_event__tells__a_missing_date(void **state)
{
	(void)state;
	struct check_facts facts = {.title = "X", .status = "draft"};
	struct scene scene = {.facts = facts};
	assert_problem(&scene, CHECK_WARNING, "no_date", "L’événement n’a pas de date");
	struct check_speaker speaker = {1, "Zoé Élan", "confirmed", -1};
	scene.facts.status = "announced";
	scene.facts.speakers = &speaker;
	scene.facts.n_speakers = 1;
	assert_problem(&scene, CHECK_ERROR, "no_date", "L’événement n’a pas de date");
}

static void
check_event__tells__a_date_that_is_no_day(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].date = "2009";
	assert_problem(&scene, CHECK_ERROR, "no_date",
		       "La date n’est connue que comme 2009" NB ": indiquez le jour");
}

static void
check_event__tells__a_missing_place(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].has_place = false;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(check_count(problems, CHECK_ERROR), 1);
	problem_of(problems, "no_place");
	scene.facts.status = "draft";
	g_autoptr(GPtrArray) draft = check_event(&scene.facts);
	assert_int_equal(problem_of(draft, "no_place").severity, CHECK_WARNING);
}

static void
check_event__asks_a_link__not_a_place_when_remote(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].has_place = false;
	scene.days[0].capacity = 0;
	scene.facts.mode = "remote";
	assert_problem(&scene, CHECK_WARNING, "no_link",
		       "L’événement se tient en ligne et n’a pas de lien");
	scene.facts.online_link = "https://visio.example/x";
	assert_sound(&scene);
}

static void
check_event__tells__a_weekday_that_disagrees(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].date = "2014-01-22";
	scene.days[0].typed_weekday = 4;
	assert_problem(&scene, CHECK_WARNING, "weekday",
		       "Le 22/01/2014 est un mercredi, et non un jeudi");
	scene.days[0].date = "2015-01-22";
	assert_sound(&scene);
}

static void
check_event__refuses__a_public_holiday(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].date = "2026-08-15";
	assert_problem(&scene, CHECK_ERROR, "public_holiday",
		       "Le samedi 15 août 2026 est férié (Assomption)" NB
		       ": aucune feuille d’émargement ne vaut ce jour-là");
}

static void
check_event__knows__the_holidays_of_the_place(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].date = "2026-04-03";
	assert_sound(&scene);
	scene.facts.department = "67";
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	problem_of(problems, "public_holiday");
}

static void
check_event__only_informs__of_school_holidays(void **state)
{
	(void)state;
	static const struct check_period periods[] = {{"2026-10-17", "2026-11-01",
						       "Vacances de la Toussaint"},
						      {"2026-07-04", "2026-08-30",
						       "Vacances d’été"}};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.periods = periods;
	scene.facts.n_periods = 2;
	assert_sound(&scene);
	scene.days[0].date = "2026-10-17";
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problems->len, 1);
	assert_int_equal(check_count(problems, CHECK_INFORMATION), 1);
	assert_non_null(strstr(problem_of(problems, "period").message, "Vacances de la Toussaint"));
}

static void
check_event__tells__days_out_of_order_or_twice(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.n_days = 2;
	scene.days[1] = good_day;
	assert_problem(&scene, CHECK_ERROR, "day_twice",
		       "Le 15/10/2026 figure deux fois parmi les jours");
	scene.days[1].date = "2026-10-14";
	assert_problem(&scene, CHECK_ERROR, "days_order",
		       "Le 14/10/2026 précède le jour placé au-dessus");
	scene.days[1].date = "2026-11-12";
	assert_sound(&scene);
}

static void
check_event__tells__a_day_that_ends_before_it_starts(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.n_sessions = 0;
	scene.speakers[0].session = -1;
	scene.days[0].end = AT(9, 0);
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problem_of(problems, "day_end_before_start").severity, CHECK_ERROR);
	assert_int_equal(problem_of(problems, "day_end_before_start").day, 0);
	scene.days[0] = good_day;
	scene.days[0].welcome = AT(10, 0);
	g_autoptr(GPtrArray) late = check_event(&scene.facts);
	problem_of(late, "welcome_after_start");
}

static void
check_event__tells__missing_times_of_an_announced_day(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].start = -1;
	scene.days[0].welcome = -1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	problem_of(problems, "no_times");
	assert_int_equal(problems->len, 1);
}

static void
check_event__tells__a_deadline_after_the_first_day(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.registration_deadline = "2026-10-15";
	assert_sound(&scene);
	scene.facts.registration_deadline = "2026-10-16";
	assert_problem(&scene, CHECK_WARNING, "deadline_after_event",
		       "Les inscriptions se terminent le 16/10/2026, après le début de l’événement "
		       "(15/10/2026)");
}

static void
check_event__tells__what_differs_from_the_announcement(void **state)
{
	(void)state;
	char text[] = "“Accueil” n’était pas annoncé";
	struct announcement_difference difference = {"sessions", text};
	g_autoptr(GPtrArray) differences = g_ptr_array_new();
	struct scene scene;
	scene_begin(&scene);
	scene.facts.announced_when = "12 janv. 2027 (version 2)";
	scene.facts.differences = differences;
	assert_sound(&scene);
	for (guint i = 0; i < 5; i++)
		g_ptr_array_add(differences, &difference);
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problems->len, 5);
	assert_int_equal(check_count(problems, CHECK_WARNING), 5);
	g_ptr_array_add(differences, &difference);
	g_autoptr(GPtrArray) more = check_event(&scene.facts);
	assert_int_equal(more->len, 5);
	assert_string_equal(((struct check_problem *)more->pdata[4])->message,
			    "2 autres différences avec ce qui a été annoncé");
}

/* ---- seats -------------------------------------------------------------------------------- */

static void
check_event__warns__of_more_seats_taken_than_there_are(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.seat_limit = 30;
	scene.facts.seats_taken = 30;
	assert_sound(&scene);
	scene.facts.seats_taken = 31;
	assert_problem(&scene, CHECK_WARNING, "beyond_seats", "31 places sont prises sur 30");
}

static void
check_event__warns__of_more_people_than_the_room_holds(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[0].capacity = 30;
	scene.facts.expected = 30;
	assert_sound(&scene);
	scene.facts.expected = 31;
	assert_problem(&scene, CHECK_WARNING, "beyond_room",
		       "31 personnes sont attendues et la capacité de Salle A est de 30");
	scene.facts.expected = 0;
	scene.facts.seat_limit = 40;
	assert_problem(&scene, CHECK_WARNING, "limit_beyond_room",
		       "Il y a 40 places et la capacité de Salle A est de 30");
}

/* ---- sessions ----------------------------------------------------------------------------- */

static void
check_event__refuses__a_session_that_ends_before_it_starts(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[1].end = AT(14, 0);
	assert_problem(&scene, CHECK_ERROR, "session_end_before_start",
		       "«" NB "Atelier" NB "» se termine avant de commencer");
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	const struct check_problem *problem = problems->pdata[0];
	assert_int_equal(problem->session, 1);
	assert_int_equal(problem->day, 0);
	assert_text(problem->field, "end_time");
}

static void
check_event__warns__of_a_session_outside_the_day(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[1].end = AT(16, 30);
	assert_problem(&scene, CHECK_WARNING, "session_outside_day",
		       "«" NB "Atelier" NB "» (14h–16h30) sort des horaires de la journée "
		       "(9h–16h)");
	scene.sessions[1].end = AT(16, 0);
	scene.sessions[0].start = AT(8, 30);
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_text(problem_of(problems, "session_outside_day").field, "start_time");
}

static void
check_event__warns__of_a_half_day_without_session(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[0].end = AT(11, 0);
	scene.sessions[1].start = AT(11, 0);
	scene.sessions[1].end = AT(12, 30);
	assert_problem(&scene, CHECK_WARNING, "half_day_without_session",
		       "Le programme du jeu. 15 oct. s’arrête à 12h30, la journée à 16h" NB
		       ": pas d’émargement l’après-midi");
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	struct check_problem problem = problem_of(problems, "half_day_without_session");
	assert_int_equal(problem.session, 1);
	assert_text(problem.field, "end_time");

	/* Lunch is no work, and half an hour into the afternoon no half-day. */
	scene.sessions[2] = session("Déjeuner", AT(12, 30), AT(14, 0), 0);
	scene.sessions[2].kind = "lunch";
	scene.facts.n_sessions = 3;
	assert_problem(&scene, CHECK_WARNING, "half_day_without_session",
		       "Le programme du jeu. 15 oct. s’arrête à 12h30, la journée à 16h" NB
		       ": pas d’émargement l’après-midi");

	/* By hand it is there. */
	scene.facts.half_days = &(struct check_half_day){.day = 0, .part = "pm", .end = -1};
	scene.facts.n_half_days = 1;
	assert_sound(&scene);
}

static void
check_event__warns__of_a_morning_without_session(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[0].start = AT(14, 0);
	scene.sessions[0].end = AT(15, 0);
	scene.sessions[1].start = AT(15, 0);
	assert_problem(&scene, CHECK_WARNING, "half_day_without_session",
		       "Le programme du jeu. 15 oct. commence à 14h, la journée à 9h30" NB
		       ": pas d’émargement le matin");
	scene.days[0].start = AT(12, 30); /* a little early is no morning */
	scene.days[0].welcome = -1;
	assert_sound(&scene);
	scene.facts.n_sessions = 0; /* without programme the hours make the half-days */
	scene.facts.n_speakers = 0;
	scene.facts.status = "draft";
	assert_sound(&scene);
}

static void
check_event__accepts__a_session_during_the_welcome(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[2] = session("Accueil café", AT(9, 0), AT(9, 30), 0);
	scene.sessions[2].kind = "welcome";
	scene.sessions[2].n_speakers = 0;
	scene.facts.n_sessions = 3;
	assert_sound(&scene);
}

static void
check_event__refuses__two_sessions_in_one_room(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[2] = session("Visite", AT(15, 59), AT(16, 0), 2);
	scene.facts.n_sessions = 3;
	assert_problem(&scene, CHECK_ERROR, "room_overlap",
		       "Salle 2" NB ": «" NB "Visite" NB "» et «" NB "Atelier" NB
		       "» (14h–16h) s’y tiennent en même temps");
	scene.sessions[2].room = 0;
	assert_sound(&scene);
}

static void
check_event__accepts__sessions_that_follow_one_another(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[2] = session("Suite", AT(12, 0), AT(13, 0), 1);
	scene.facts.n_sessions = 3;
	assert_sound(&scene);
}

static void
check_event__accepts__the_same_hours_on_two_days(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.days[1] = good_day;
	scene.days[1].date = "2026-10-16";
	scene.days[1].start = AT(13, 30);
	scene.days[1].welcome = AT(13, 0);
	scene.facts.n_days = 2;
	scene.sessions[2] = session("Suite", AT(14, 0), AT(16, 0), 2);
	scene.sessions[2].day = 1;
	scene.facts.n_sessions = 3;
	scene.speakers[1] = (struct check_speaker){7, "Zoé Élan", "confirmed", 2};
	scene.speakers[2] = (struct check_speaker){7, "Zoé Élan", "confirmed", 1};
	scene.facts.n_speakers = 3;
	assert_sound(&scene);
}

static void
check_event__refuses__a_room_that_another_event_has(void **state)
{
	(void)state;
	struct check_engagement taken = {.room = 2,
					 .date = "2026-10-15",
					 .start = AT(15, 0),
					 .end = AT(18, 0),
					 .what = "2026-009 Comité de pilotage"};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.engagements = &taken;
	scene.facts.n_engagements = 1;
	assert_problem(&scene, CHECK_ERROR, "room_taken",
		       "Salle 2, prévue pour «" NB "Atelier" NB
		       "», est occupée par 2026-009 Comité de pilotage (15h–18h)");
	taken.start = AT(16, 0);
	assert_sound(&scene);
	taken.start = taken.end = -1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	problem_of(problems, "room_taken");
}

static void
check_event__warns__of_a_workshop_too_full(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[1].room_capacity = 20;
	scene.sessions[1].chosen = 21;
	g_autoptr(GPtrArray) room = check_event(&scene.facts);
	problem_of(room, "session_beyond_room");
	scene.sessions[1].room_capacity = 0;
	scene.sessions[1].seat_limit = 20;
	g_autoptr(GPtrArray) seats = check_event(&scene.facts);
	problem_of(seats, "session_beyond_seats");
	scene.sessions[1].chosen = 0;
	scene.sessions[1].room_capacity = 15;
	g_autoptr(GPtrArray) limit = check_event(&scene.facts);
	problem_of(limit, "session_limit_beyond_room");
}

/* ---- speakers ----------------------------------------------------------------------------- */

static void
check_event__refuses__a_speaker_in_two_sessions_at_once(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[2] = session("Atelier 2", AT(14, 0), AT(15, 0), 1);
	scene.facts.n_sessions = 3;
	scene.speakers[1] = (struct check_speaker){7, "Zoé Élan", "confirmed", 1};
	scene.speakers[2] = (struct check_speaker){7, "Zoé Élan", "confirmed", 2};
	scene.facts.n_speakers = 3;
	assert_problem(&scene, CHECK_ERROR, "speaker_overlap",
		       "Zoé Élan intervient en même temps dans «" NB "Atelier 2" NB "» et dans «" NB
		       "Atelier" NB "» (14h–16h)");
	scene.speakers[2].state = "declined";
	assert_sound(&scene);
}

static void
check_event__refuses__a_speaker_who_is_in_another_event(void **state)
{
	(void)state;
	struct check_engagement elsewhere = {.person = 7,
					     .date = "2026-10-15",
					     .start = AT(11, 0),
					     .end = AT(12, 30),
					     .what = "2026-020 Séminaire"};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.engagements = &elsewhere;
	scene.facts.n_engagements = 1;
	assert_problem(&scene, CHECK_ERROR, "speaker_elsewhere",
		       "Zoé Élan est attendu·e ailleurs le jeu. 15 oct." NB
		       ": 2026-020 Séminaire (11h–12h30)");
	elsewhere.start = AT(12, 0);
	assert_sound(&scene);
	elsewhere.date = "2026-10-16";
	elsewhere.start = -1;
	assert_sound(&scene);
}

static void
check_event__takes_the_whole_day__for_a_speaker_without_session(void **state)
{
	(void)state;
	struct check_engagement elsewhere = {.person = 7,
					     .date = "2026-10-15",
					     .start = AT(15, 0),
					     .end = AT(17, 0),
					     .what = "2026-020"};
	struct scene scene;
	scene_begin(&scene);
	scene.speakers[0].session = -1;
	scene.facts.engagements = &elsewhere;
	scene.facts.n_engagements = 1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problem_of(problems, "speaker_elsewhere").day, 0);
	elsewhere.start = AT(16, 0);
	assert_sound(&scene);
}

static void
check_event__tells__a_session_without_speaker(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[1].n_speakers = 0;
	assert_problem(&scene, CHECK_WARNING, "no_speaker",
		       "«" NB "Atelier" NB "» n’a pas d’intervenant");
	scene.facts.proof_mode = "training";
	assert_problem(&scene, CHECK_ERROR, "no_speaker",
		       "«" NB "Atelier" NB "» n’a pas d’intervenant");
	scene.sessions[1].kind = "visit";
	assert_sound(&scene);
}

static void
check_event__tells__an_event_without_speaker(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.facts.n_sessions = 0;
	scene.speakers[0].state = "declined";
	assert_problem(&scene, CHECK_WARNING, "no_speaker", "L’événement n’a pas d’intervenant");
	scene.facts.status = "draft";
	assert_sound(&scene);
}

static void
check_event__informs_once__of_a_speaker_who_has_not_confirmed(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.speakers[0].state = "asked";
	scene.speakers[1] = (struct check_speaker){7, "Zoé Élan", "asked", 1};
	scene.facts.n_speakers = 2;
	assert_problem(&scene, CHECK_INFORMATION, "speaker_unconfirmed",
		       "Zoé Élan n’a pas confirmé (sollicité)");
}

/* ---- presence and certificates ------------------------------------------------------------ */

static void
check_event__warns__of_more_present_than_the_room_holds(void **state)
{
	(void)state;
	struct check_half_day morning = {.part = "am", .present = 30, .capacity = 30};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.half_days = &morning;
	scene.facts.n_half_days = 1;
	assert_sound(&scene);
	morning.present = 31;
	assert_problem(&scene, CHECK_WARNING, "present_beyond_room",
		       "jeu. 15 oct., matin" NB
		       ": 31 personnes sont présentes et la salle en contient 30");
	morning.capacity = 0;
	morning.present = 51;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	problem_of(problems, "present_beyond_room");
}

static void
check_event__warns__of_presence_typed_in_one_batch(void **state)
{
	(void)state;
	struct check_half_day morning = {.part = "am",
					 .present = 20,
					 .marks = 20,
					 .marks_after = 20,
					 .marks_span = 3};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.half_days = &morning;
	scene.facts.n_half_days = 1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problem_of(problems, "presence_batch").severity, CHECK_WARNING);
	morning.marks_after = 19;
	assert_sound(&scene);
	morning.marks_after = 20;
	morning.marks_span = 45;
	assert_sound(&scene);
}

static void
check_event__refuses__a_certificate_beyond_presence(void **state)
{
	(void)state;
	struct check_certificate certificate = {.name = "Zoé Élan",
						.minutes = 360,
						.minutes_present = 360,
						.halves = 4,
						.halves_present = 4};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.certificates = &certificate;
	scene.facts.n_certificates = 1;
	assert_sound(&scene);
	certificate.minutes_present = 150;
	assert_problem(&scene, CHECK_ERROR, "certificate_beyond_presence",
		       "L’attestation de Zoé Élan indique 6 h 00 pour 2 h 30 de présence");
	certificate.minutes = certificate.minutes_present = 0; /* nobody knows its hours */
	certificate.halves_present = 3;
	assert_problem(&scene, CHECK_ERROR, "certificate_beyond_presence",
		       "L’attestation de Zoé Élan indique plus de demi-journées qu’il n’en a été "
		       "suivi");
}

/* ---- the list ----------------------------------------------------------------------------- */

static void
check_event__puts__errors_first(void **state)
{
	(void)state;
	static const struct check_period period = {"2026-08-01", "2026-08-30", "Vacances d’été"};
	struct scene scene;
	scene_begin(&scene);
	scene.facts.periods = &period;
	scene.facts.n_periods = 1;
	scene.facts.seat_limit = 1;
	scene.facts.seats_taken = 2;
	scene.days[0].date = "2026-08-15";
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problems->len, 3);
	static const char *const codes[] = {"public_holiday", "beyond_seats", "period"};
	for (guint i = 0; i < 3; i++)
		assert_text(((const struct check_problem *)problems->pdata[i])->code, codes[i]);
}

static void
check_event__survives__sessions_of_days_that_do_not_exist(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	scene.sessions[0].day = 99;
	scene.sessions[1].day = 99;
	scene.speakers[0].session = 99;
	struct check_half_day lost = {.day = 99, .part = "am", .present = 5, .capacity = 1};
	scene.facts.half_days = &lost;
	scene.facts.n_half_days = 1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	assert_int_equal(problem_of(problems, "present_beyond_room").day, -1);
}

static void
check_overlap__is_half_open__and_needs_both_ends(void **state)
{
	(void)state;
	assert_true(check_overlap(540, 600, 599, 700));
	assert_true(check_overlap(540, 600, 540, 600));
	assert_false(check_overlap(540, 600, 600, 660));
	assert_false(check_overlap(540, -1, 540, 600));
	assert_false(check_overlap(-1, 600, 540, 600));
}

static void
check_severity_code__is__a_stable_word(void **state)
{
	(void)state;
	assert_text(check_severity_code(CHECK_ERROR), "error");
	assert_text(check_severity_code(CHECK_WARNING), "warning");
	assert_text(check_severity_code(CHECK_INFORMATION), "information");
}

/* ---- dates of partners -------------------------------------------------------------------- */

/* The day's own hours are 9:30 to 16:00. */
static guint
busy_problems(const struct check_busy *busy)
{
	struct scene scene;
	scene_begin(&scene);
	scene.facts.busy = busy;
	scene.facts.n_busy = 1;
	g_autoptr(GPtrArray) problems = check_event(&scene.facts);
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		assert_int_equal(problem->severity, CHECK_INFORMATION);
		assert_text(problem->code, "busy");
	}
	return problems->len;
}

static void
busy_date__is_told__on_the_day_of_the_event(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	static const struct check_busy busy = {.first = "2026-10-15",
					       .last = "2026-10-15",
					       .start = AT(9, 0),
					       .end = AT(17, 0),
					       .title = "Journée nationale",
					       .source = "CNFPT"};
	scene.facts.busy = &busy;
	scene.facts.n_busy = 1;
	assert_problem(&scene, CHECK_INFORMATION, "busy",
		       "jeu. 15 oct. 2026" NB ": «" NB "Journée nationale" NB
		       "» (calendrier CNFPT), 9h–17h");
}

static void
busy_date__is_told__when_its_hours_may_meet_those_of_the_event(void **state)
{
	(void)state;
	static const struct {
		const char *first, *last;
		int start, end;
		guint told;
	} cases[] = {
		{"2026-10-15", "2026-10-15", -1, -1, 1}, /* the whole day */
		{"2026-10-14", "2026-10-16", -1, -1, 1},
		{"2026-10-14", "2026-10-14", -1, -1, 0},
		{"2026-10-16", "2026-10-17", -1, -1, 0},
		{"2026-10-15", "2026-10-15", AT(16, 0), AT(18, 0), 0},
		{"2026-10-15", "2026-10-15", AT(8, 0), AT(9, 30), 0},
		{"2026-10-15", "2026-10-15", AT(15, 59), AT(18, 0), 1},
		{"2026-10-15", "2026-10-15", AT(9, 0), -1, 1}, /* until when is not known */
		{"2026-10-15", "2026-10-15", AT(16, 0), -1, 0},
		{"2026-10-14", "2026-10-15", AT(20, 0), 0, 0}, /* until midnight */
		{"2026-10-14", "2026-10-15", AT(20, 0), AT(9, 0), 0},
		{"2026-10-14", "2026-10-15", AT(20, 0), AT(10, 0), 1},
		{"2026-10-15", "2026-10-16", AT(15, 0), AT(8, 0), 1},
		{"2026-10-14", "2026-10-16", AT(20, 0), AT(8, 0), 1},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct check_busy busy = {.first = cases[i].first,
					  .last = cases[i].last,
					  .start = cases[i].start,
					  .end = cases[i].end,
					  .title = "x",
					  .source = "y"};
		if (busy_problems(&busy) != cases[i].told)
			fail_msg("case %d", (int)i);
	}
}

/* ---- meetings ---------------------------------------------------------------------------- */

static void
check_event__warns__of_decisions_without_a_quorum(void **state)
{
	(void)state;
	struct scene scene;
	static const struct check_decision decisions[] = {{"Budget", 5}};
	scene_begin(&scene);
	scene.facts.quorum = 6;
	scene.facts.voices = 5;
	assert_sound(&scene);
	scene.facts.decisions = decisions;
	scene.facts.n_decisions = 1;
	assert_problem(&scene, CHECK_WARNING, "no_quorum",
		       "Des décisions sont notées sans quorum" NB
		       ": 5 présents ou représentés sur 6 requis");
	scene.facts.voices = 6;
	assert_sound(&scene);
	scene.facts.voices = -1;
	assert_sound(&scene);
}

static void
check_event__warns__of_more_votes_than_voices(void **state)
{
	(void)state;
	struct scene scene;
	static const struct check_decision decisions[] = {{"Budget", 5}, {"Divers", 0}};
	scene_begin(&scene);
	scene.facts.decisions = decisions;
	scene.facts.n_decisions = 2;
	scene.facts.voices = 4;
	assert_problem(&scene, CHECK_WARNING, "votes_over_voices",
		       "«" NB "Budget" NB "»" NB ": voix exprimées" NB ": 5" NB
		       "; présents ou représentés" NB ": 4");
	scene.facts.voices = 5;
	assert_sound(&scene);
	scene.facts.voices = -1;
	assert_sound(&scene);
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(check_event__finds_nothing__in_a_sound_event),
		cmocka_unit_test(check_event__accepts__a_saturday_and_a_sunday),
		cmocka_unit_test(check_event__asks_nothing__of_an_idea_without_a_date),
		cmocka_unit_test(check_event__plans_nothing__of_one_that_does_not_take_place),
		cmocka_unit_test(check_event__tells__a_missing_title),
		cmocka_unit_test(check_event__tells__a_missing_date),
		cmocka_unit_test(check_event__tells__a_date_that_is_no_day),
		cmocka_unit_test(check_event__tells__a_missing_place),
		cmocka_unit_test(check_event__asks_a_link__not_a_place_when_remote),
		cmocka_unit_test(check_event__tells__a_weekday_that_disagrees),
		cmocka_unit_test(check_event__refuses__a_public_holiday),
		cmocka_unit_test(check_event__knows__the_holidays_of_the_place),
		cmocka_unit_test(check_event__only_informs__of_school_holidays),
		cmocka_unit_test(check_event__tells__days_out_of_order_or_twice),
		cmocka_unit_test(check_event__tells__a_day_that_ends_before_it_starts),
		cmocka_unit_test(check_event__tells__missing_times_of_an_announced_day),
		cmocka_unit_test(check_event__tells__a_deadline_after_the_first_day),
		cmocka_unit_test(check_event__tells__what_differs_from_the_announcement),
		cmocka_unit_test(check_event__warns__of_more_seats_taken_than_there_are),
		cmocka_unit_test(check_event__warns__of_more_people_than_the_room_holds),
		cmocka_unit_test(check_event__refuses__a_session_that_ends_before_it_starts),
		cmocka_unit_test(check_event__warns__of_a_session_outside_the_day),
		cmocka_unit_test(check_event__warns__of_a_half_day_without_session),
		cmocka_unit_test(check_event__warns__of_a_morning_without_session),
		cmocka_unit_test(check_event__accepts__a_session_during_the_welcome),
		cmocka_unit_test(check_event__refuses__two_sessions_in_one_room),
		cmocka_unit_test(check_event__accepts__sessions_that_follow_one_another),
		cmocka_unit_test(check_event__accepts__the_same_hours_on_two_days),
		cmocka_unit_test(check_event__refuses__a_room_that_another_event_has),
		cmocka_unit_test(check_event__warns__of_a_workshop_too_full),
		cmocka_unit_test(check_event__refuses__a_speaker_in_two_sessions_at_once),
		cmocka_unit_test(check_event__refuses__a_speaker_who_is_in_another_event),
		cmocka_unit_test(check_event__takes_the_whole_day__for_a_speaker_without_session),
		cmocka_unit_test(check_event__tells__a_session_without_speaker),
		cmocka_unit_test(check_event__tells__an_event_without_speaker),
		cmocka_unit_test(check_event__informs_once__of_a_speaker_who_has_not_confirmed),
		cmocka_unit_test(check_event__warns__of_more_present_than_the_room_holds),
		cmocka_unit_test(check_event__warns__of_presence_typed_in_one_batch),
		cmocka_unit_test(check_event__refuses__a_certificate_beyond_presence),
		cmocka_unit_test(check_event__puts__errors_first),
		cmocka_unit_test(check_event__survives__sessions_of_days_that_do_not_exist),
		cmocka_unit_test(check_overlap__is_half_open__and_needs_both_ends),
		cmocka_unit_test(check_severity_code__is__a_stable_word),
		cmocka_unit_test(busy_date__is_told__on_the_day_of_the_event),
		cmocka_unit_test(busy_date__is_told__when_its_hours_may_meet_those_of_the_event),
		cmocka_unit_test(check_event__warns__of_decisions_without_a_quorum),
		cmocka_unit_test(check_event__warns__of_more_votes_than_voices),
	};
	return test_run("check", tests);
}
