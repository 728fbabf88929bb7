/* Papers that are read. With a folder as its argument, this program prints what other programs are
 * asked to read (reading_test.sh). */
#include "paper/reading.h"

#include "base/text.h"
#include "core/decision.h"
#include "core/survey.h"

/* ---- what a programme says ---------------------------------------------------------------------
 */

static void
programme__says__all_that_the_public_needs(void **state)
{
	struct fixture *fixture = *state;
	reading_settings(fixture->store);
	gint64 event = reading_event(fixture->store, "2026-014", 1, &reading_plain);
	g_autofree char *text = reading_text(fixture, "programme", event, PAPER_TEXT);
	static const char *const said[] = {
		"PROGRAMME",
		"jeudi 10 décembre 2026",
		"5 allée des Deux-Ponts, Toulouse",
		"À l’initiative de DREETS Occitanie, avec le soutien financier de Région",
		"Plénière : ce que disent les données",
		"Amphithéâtre",
		"Mathilde Rouquette – sous réserve",
		"Avec des cartes.",
		"Atelier B : les toits",
		"agenda@centre.example",
		"déjeuner offert",
		"Des photos seront prises",
		"Réf. 2026-014",
	};
	g_autoptr(GString) plain = g_string_new(text);
	g_string_replace(plain, "\u00a0", " ", 0);
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(plain->str, said[i]) == NULL)
			fail_msg("the programme does not say “%s”:\n%s", said[i], plain->str);
}

static void
programme__as_text__has_no_line_beyond_80_columns(void **state)
{
	struct fixture *fixture = *state;
	struct reading_texts texts = reading_plain;
	texts.title = "Un titre de plus de quatre-vingts lettres, comme on en voit dans les vraies "
		      "annonces, et trop long";
	texts.session = LONG_NAME "suite";
	texts.description =
		"王小明王小明王小明王小明王小明王小明王小明王小明王小明王小明王小明王小明王小明";
	reading_settings(fixture->store);
	gint64 event = reading_event(fixture->store, "2026-014", 1, &texts);
	g_autofree char *text = reading_text(fixture, "programme", event, PAPER_TEXT);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		if (text_width(lines[i]) > 80)
			fail_msg("%d columns: %s", text_width(lines[i]), lines[i]);
}

static void
programme__keeps_its_version__in_another_form(void **state)
{
	struct fixture *fixture = *state;
	reading_settings(fixture->store);
	gint64 event = reading_event(fixture->store, "2026-014", 1, &reading_plain);
	g_free(reading_print(fixture,
			     (struct paper_choice){.document = "programme", .event_id = event},
			     "p.pdf", NULL));
	g_autofree char *text = reading_text(fixture, "programme", event, PAPER_TEXT);
	g_autofree char *html = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_non_null(strstr(text, "version\u00a01"));
	assert_non_null(strstr(html, "version\u00a01"));
	assert_int_equal(store_count(fixture->store, &entity_document, NULL, value_text(NULL),
				     NULL),
			 1);
	scene_change(fixture->store, &entity_event, event, "audience", value_text("Tous"));
	g_autofree char *later = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_non_null(strstr(later, "version\u00a02"));
}

static void
programme__groups__what_takes_place_at_one_time(void **state)
{
	struct fixture *fixture = *state;
	gint64 event = reading_event(fixture->store, "2026-014", 0, &reading_plain);
	g_autofree char *three = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_non_null(strstr(three, "<td dir=\"auto\" colspan=\"2\"><strong>Atelier A"));
	g_autoptr(Rows) days = store_of(fixture->store, &entity_event_day, "event_id", event, NULL);
	begin(fixture->store);
	scene_session(fixture->store, event, ((struct event_day *)days->row[0])->id, "14:00",
		      "15:30", "workshop", "Atelier D", 0);
	commit(fixture->store);
	g_autofree char *four = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_null(strstr(four, "colspan=\"2\""));
	assert_non_null(strstr(four, "En même temps, au choix"));
}

static bool
stands_before(const char *text, const char *one, const char *other)
{
	const char *first = strstr(text, one);
	return first != NULL && strstr(first, other) != NULL;
}

static void
programme__of_several_days__has_a_heading_for_each(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 event = reading_event(store, "2026-014", 0, &reading_plain);
	begin(store);
	gint64 day = scene_day(store, event, "2026-12-11", "09:00", "12:00", 0);
	scene_session(store, event, day, "09:00", "12:00", "visit", "Visite du quartier", 0);
	scene_session(store, event, 0, NULL, NULL, "talk", "Sans jour", 0);
	commit(store);
	g_autofree char *html = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_true(stands_before(html, "<h2 dir=\"auto\">jeudi 10 décembre 2026</h2>",
				  "<h2 dir=\"auto\">vendredi 11 décembre 2026</h2>"));
	assert_true(stands_before(html, "<h2 dir=\"auto\">vendredi 11 décembre 2026</h2>",
				  "<h2 dir=\"auto\">Jour non encore fixé</h2>"));
	assert_true(stands_before(html, "<h2 dir=\"auto\">Jour non encore fixé</h2>", "Sans jour"));
}

static void
programme__of_a_cancelled_event__says_so(void **state)
{
	struct fixture *fixture = *state;
	gint64 event = reading_event(fixture->store, "2026-014", 0, &reading_plain);
	scene_change(fixture->store, &entity_event, event, "status", value_text("cancelled"));
	g_autofree char *text = reading_text(fixture, "programme", event, PAPER_TEXT);
	assert_non_null(strstr(text, "ANNULÉ"));
}

static void
programme__of_an_empty_event__is_made(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = scene_event(fixture->store, "2026-001", "Rien encore", "idea");
	commit(fixture->store);
	static const char *const papers[] = {"programme", "run-sheet", "questionnaire",
					     "event-report"};
	for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *path = reading_print(fixture,
						      (struct paper_choice){.document = papers[i],
									    .event_id = event},
						      "p.pdf", NULL);
		assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
	}
}

/* ---- hostile text ------------------------------------------------------------------------------
 */

static struct reading_texts
texts_hostile(void)
{
	return (struct reading_texts){.title = HOSTILE " titre",
				      .session = HOSTILE " séance",
				      .room = HOSTILE " salle",
				      .objectives = HOSTILE " but",
				      .audience = HOSTILE " public",
				      .access = "https://exemple.fr/\"onload=\"x",
				      .description = "javascript:alert(1)\n" HOSTILE};
}

/* True when a byte of control or an override of direction is left. */
static bool
is_dirty(const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if ((guchar)*at < 0x20 && *at != '\n')
			return true;
	return strstr(text, "\xe2\x80\xae") != NULL;
}

static void
hostile_text__stays_text__in_every_form(void **state)
{
	struct fixture *fixture = *state;
	struct reading_texts texts = texts_hostile();
	reading_settings(fixture->store);
	scene_set(fixture->store, "centre_name", HOSTILE);
	gint64 event = reading_event(fixture->store, "2026-014", 6, &texts);
	reading_mark_all(fixture->store, event, "am");
	g_autofree char *text = reading_text(fixture, "programme", event, PAPER_TEXT);
	g_autofree char *html = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_false(is_dirty(text));
	assert_false(is_dirty(html));
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "\"onload"));
	assert_non_null(strstr(html, "&lt;script&gt;"));
	static const char *const papers[] = {"programme",    "run-sheet",    "questionnaire",
					     "event-report", "convocations", "certificates"};
	for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *path = reading_print(fixture,
						      (struct paper_choice){.document = papers[i],
									    .event_id = event},
						      "p.pdf", NULL);
		assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
	}
}

static void
address_of_the_web__is_a_link__and_nothing_else_is(void **state)
{
	struct fixture *fixture = *state;
	gint64 event = reading_event(fixture->store, "2026-014", 0, &reading_plain);
	scene_change(fixture->store, &entity_event, event, "online_link",
		     value_text("https://visio.example/a?b=c&d=e"));
	g_autofree char *html = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_non_null(strstr(html, "href=\"https://visio.example/a?b=c&amp;d=e\""));
	scene_change(fixture->store, &entity_event, event, "online_link",
		     value_text("javascript:alert(1)"));
	g_autofree char *plain = reading_text(fixture, "programme", event, PAPER_HTML);
	assert_null(strstr(plain, "href="));
}

/* ---- what others say ---------------------------------------------------------------------------
 */

static void
run_sheet__counts_diets__and_names_nobody(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 event = reading_event(store, "2026-014", 12, &reading_plain);
	g_autoptr(Rows) people = store_of(store, &entity_attendee, "event_id", event, NULL);
	gint64 named = 0;
	for (guint i = 0; i < people->n; i++)
		if (strcmp(((struct attendee *)people->row[i])->last_name, "Élan") == 0)
			named = ((struct attendee *)people->row[i])->id;
	scene_change(store, &entity_attendee, named, "diet", value_text("Mme ELAN est vegan"));
	g_autofree char *text = reading_text(fixture, "run-sheet", event, PAPER_TEXT);
	g_autoptr(GString) plain = g_string_new(text);
	g_string_replace(plain, "\u00a0", " ", 0);
	assert_non_null(strstr(plain->str, "végétarien : 3"));
	assert_non_null(strstr(plain->str, "autre, à demander : 1"));
	assert_non_null(strstr(plain->str, "Boucle magnétique : 1"));
	assert_null(strstr(plain->str, "ELAN"));
	assert_null(strstr(plain->str, "Élan"));
	assert_non_null(strstr(plain->str, "4 sur place, 0 non, 8 sans réponse"));
	assert_non_null(strstr(plain->str, "Mathilde Rouquette : sollicité"));
}

static void
report__labels__people_and_participations(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 event = reading_event(store, "2026-014", 10, &reading_plain);
	g_autofree char *before = reading_text(fixture, "event-report", event, PAPER_TEXT);
	assert_non_null(strstr(before, "aucun participant n’a été pointé"));
	reading_mark_all(store, event, "am");
	reading_mark_all(store, event, "pm");
	g_autofree char *after = reading_text(fixture, "event-report", event, PAPER_TEXT);
	g_autoptr(GString) plain = g_string_new(after);
	g_string_replace(plain, "\u00a0", " ", 0);
	static const char *const said[] = {"10  à une demi-journée au moins, chacun une fois",
					   "20  demi-journées suivies, de tous",
					   "10  chacune une fois", "Inscrits et pas venus"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(plain->str, said[i]) == NULL)
			fail_msg("the report does not say “%s”:\n%s", said[i], plain->str);
}

static void
convocation__goes_to__whoever_has_a_firm_seat(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 event = reading_event(store, "2026-014", 3, &reading_plain);
	begin(store);
	gint64 waiting = scene_participant(store, event, "Paul", "Attend", "waiting", NULL);
	commit(store);
	GError *error = NULL;
	guint pages = 0;
	g_autofree char *path = g_build_filename(fixture->folder, "c.pdf", NULL);
	struct paper_choice choice = {.document = "convocations", .event_id = event};
	paper_print(store, &choice, path, NULL, &pages, NULL, &error);
	assert_no_error(error);
	assert_int_equal(pages, 3);
	choice.to = &waiting;
	choice.n_to = 1;
	assert_false(paper_print(store, &choice, path, NULL, &pages, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	choice.document = "programme";
	assert_false(paper_print(store, &choice, path, NULL, &pages, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
}

static void
represented(Store *store, gint64 attendee, gint64 half_day, const char *by)
{
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee;
	mark->half_day_id = half_day;
	text_set(&mark->state, "represented");
	text_set(&mark->represented_by, by);
	text_set(&mark->happened_at, "2026-12-10T09:00:00Z");
	text_set(&mark->recorded_at, "2026-12-10T09:00:00Z");
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	scene_insert(store, &entity_presence_mark, mark);
}

static void
decision(Store *store, gint64 event, const char *item, const char *text)
{
	struct decision *row = entity_new(&entity_decision);
	row->event_id = event;
	row->position = store_count(store, &entity_decision, NULL, value_text(NULL), NULL);
	row->votes_for = text != NULL ? 7 : MISSING;
	text_set(&row->item, item);
	text_set(&row->text, text);
	scene_insert(store, &entity_decision, row);
}

static void
minutes__say__who_was_there_and_what_was_decided(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = scene_event(store, "2026-014", "Comité de pilotage", "held");
	gint64 day = scene_day(store, event, "2026-12-10", "09:30", "12:00", 0);
	gint64 here = scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	gint64 other = scene_participant(store, event, "Awa", "Diop", "registered", NULL);
	gint64 excused = scene_participant(store, event, "Max", "Roux", "registered", NULL);
	scene_participant(store, event, "Lia", "Absente", "registered", NULL);
	decision(store, event, "Budget", "Adopté");
	decision(store, event, "Divers", NULL);
	commit(store);
	scene_change(store, &entity_event, event, "quorum", value_integer(3));
	begin(store);
	gint64 half_day = scene_half_day(store, day, "am");
	scene_mark(store, here, half_day, "present", "2026-12-10T09:00:00Z");
	scene_mark(store, excused, half_day, "excused", "2026-12-10T09:00:00Z");
	represented(store, other, half_day, "Paul Durand");
	commit(store);
	g_autofree char *text = reading_text(fixture, "minutes", event, PAPER_TEXT);
	static const char *const said[] =
		{"PROCÈS-VERBAL",       "Présents (1)",    "Représentés (1)",
		 "Paul Durand",         "Excusés (1)",     "Absents (1)",
		 "Lia Absente",         "1. Budget",       "Adopté",
		 "2. Divers",           "Aucune décision", "Quorum non atteint",
		 "Secrétaire de séance"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(text, said[i]) == NULL)
			fail_msg("the minutes do not say “%s”:\n%s", said[i], text);
}

static void
minutes__of_nothing__are_not_written(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = scene_event(fixture->store, "2026-014", "Comité", "held");
	commit(fixture->store);
	GError *error = NULL;
	g_autofree char *path = g_build_filename(fixture->folder, "m.pdf", NULL);
	struct paper_choice choice = {.document = "minutes", .event_id = event};
	assert_false(paper_print(fixture->store, &choice, path, NULL, NULL, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

/* A reply that marks the contents good, and a remark that names somebody. */
static void
report__shows_satisfaction__without_remarks(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 event = reading_event(store, "2026-014", 4, &reading_plain);
	reading_mark_all(store, event, "am");
	begin(store);
	struct survey_question *marks = entity_new(&entity_survey_question);
	struct survey_question *remarks = entity_new(&entity_survey_question);
	struct survey_reply *reply = entity_new(&entity_survey_reply);
	marks->event_id = remarks->event_id = reply->event_id = event;
	marks->position = 0;
	remarks->position = 1;
	text_set(&marks->label, "Contenu");
	text_set(&marks->scale, "quality");
	text_set(&remarks->label, "Remarques");
	text_set(&reply->row_key, "a");
	gint64 reply_id = scene_insert(store, &entity_survey_reply, reply);
	const struct {
		struct survey_question *question;
		const char *said;
	} answers[] = {{marks, "Très bon"}, {remarks, "Merci Paul"}};
	for (gsize i = 0; i < G_N_ELEMENTS(answers); i++) {
		struct survey_answer *answer = entity_new(&entity_survey_answer);
		answer->reply_id = reply_id;
		answer->question_id =
			scene_insert(store, &entity_survey_question, answers[i].question);
		text_set(&answer->text, answers[i].said);
		scene_insert(store, &entity_survey_answer, answer);
	}
	commit(store);
	g_autofree char *text = reading_text(fixture, "event-report", event, PAPER_TEXT);
	assert_non_null(strstr(text, "1 réponse, soit 25"));
	assert_non_null(strstr(text, "Contenu"));
	assert_null(strstr(text, "Paul"));
}

/* ---- faults ------------------------------------------------------------------------------------
 */

static void
paper__that_cannot_be_written__leaves_what_was_there(void **state)
{
	struct fixture *fixture = *state;
	gint64 event = reading_event(fixture->store, "2026-014", 1, &reading_plain);
	static const enum paper_format formats[] = {PAPER_PDF, PAPER_TEXT, PAPER_HTML, PAPER_ODT};
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
		GError *error = NULL;
		struct paper_choice choice = {.document = "programme",
					      .event_id = event,
					      .format = formats[i]};
		assert_false(paper_print(fixture->store, &choice, "/dev/full/x", NULL, NULL, NULL,
					 &error));
		assert_non_null(error);
		g_clear_error(&error);
		assert_false(store_in_gesture(fixture->store));
	}
	assert_int_equal(store_count(fixture->store, &entity_document, NULL, value_text(NULL),
				     NULL),
			 0);
}

/* ---- for other programs ------------------------------------------------------------------------
 */

static void
samples_write(struct fixture *fixture, const char *folder)
{
	static const char *const papers[] = {"programme",    "run-sheet",    "questionnaire",
					     "event-report", "convocations", "certificates"};
	static const int people[] = {1, 30, 300};
	Store *store = fixture->store;
	reading_settings(store);
	for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
		g_autofree char *number = g_strdup_printf("2026-%03d", people[i]);
		gint64 event = reading_event(store, number, people[i], &reading_plain);
		reading_mark_all(store, event, "am");
		for (gsize j = 0; j < G_N_ELEMENTS(papers); j++) {
			GError *error = NULL;
			guint pages = 0;
			g_autofree char *name = g_strdup_printf("%s-%d.pdf", papers[j], people[i]);
			g_autofree char *path = g_build_filename(folder, name, NULL);
			struct paper_choice choice = {.document = papers[j], .event_id = event};
			if (!paper_print(store, &choice, path, NULL, &pages, NULL, &error))
				g_error("%s", error->message);
			printf("%s|%u\n", name, pages);
		}
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(programme__says__all_that_the_public_needs),
		TEST(programme__as_text__has_no_line_beyond_80_columns),
		TEST(programme__keeps_its_version__in_another_form),
		TEST(programme__groups__what_takes_place_at_one_time),
		TEST(programme__of_several_days__has_a_heading_for_each),
		TEST(programme__of_a_cancelled_event__says_so),
		TEST(programme__of_an_empty_event__is_made),
		TEST(hostile_text__stays_text__in_every_form),
		TEST(address_of_the_web__is_a_link__and_nothing_else_is),
		TEST(run_sheet__counts_diets__and_names_nobody),
		TEST(report__labels__people_and_participations),
		TEST(convocation__goes_to__whoever_has_a_firm_seat),
		TEST(minutes__say__who_was_there_and_what_was_decided),
		TEST(minutes__of_nothing__are_not_written),
		TEST(report__shows_satisfaction__without_remarks),
		TEST(paper__that_cannot_be_written__leaves_what_was_there),
	};
	i18n_set_language(g_getenv("ATELIERS_LANG") != NULL ? NULL : "fr");
	if (argc != 2)
		return test_run("reading", tests);
	void *state = NULL;
	if (fixture_open(&state) != 0)
		return 1;
	samples_write(state, argv[1]);
	return fixture_close(&state);
}
