#include "core/announcement.h"

#include "test.h"

#define DAYS     1
#define SESSIONS 2

struct programme {
	struct announced_programme whole;
	struct announced_day days[2];
	struct announced_session sessions[3];
};

static const char *const zoe[] = {"p-zoe", NULL};

static void
programme_begin(struct programme *programme)
{
	*programme = (struct programme){
		.days = {{"d1", "2027-01-15", "09:00", "09:30", "16:00", "Maison"}},
		.sessions = {{"s1", "d1", "09:30", "10:00", "Ouverture", "Salle A", zoe},
			     {"s2", "d1", "10:00", "11:00", "Santé ; [x]=\n", NULL, NULL}},
	};
	programme->whole = (struct announced_programme){.title = "Journée",
							.days = programme->days,
							.n_days = DAYS,
							.sessions = programme->sessions,
							.n_sessions = SESSIONS};
}

static const char *
name_of(const char *uid, gpointer user)
{
	(void)user;
	return strcmp(uid, "p-zoe") == 0   ? "Zoé Élan"
	       : strcmp(uid, "p-ali") == 0 ? "Ali Bey"
					   : NULL;
}

/* The sentences of what differs, a line each. */
static char *
differences(const struct programme *before, const struct programme *after)
{
	g_autofree char *announced = announcement_write(&before->whole);
	g_autofree char *now = announcement_write(&after->whole);
	g_autoptr(GPtrArray) found = announcement_differences(announced, now, name_of, NULL);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const struct announcement_difference *difference = found->pdata[i];
		g_string_append_printf(text, "%s: %s\n", difference->field, difference->message);
	}
	return g_string_free(text, FALSE);
}

static void
assert_differences(const struct programme *before, const struct programme *after, const char *text)
{
	g_autofree char *found = differences(before, after);
	assert_string_equal(found, text);
}

static void
announcement__is__the_same_text_for_the_same_facts(void **state)
{
	(void)state;
	struct programme one, other;
	programme_begin(&one);
	programme_begin(&other);
	g_autofree char *a = announcement_write(&one.whole);
	g_autofree char *b = announcement_write(&other.whole);
	assert_string_equal(a, b);
	assert_null(strstr(a, "Zoé"));
	assert_differences(&one, &other, "");
}

static void
announcement__tells__days_and_times(void **state)
{
	(void)state;
	struct programme before, after;
	programme_begin(&before);
	programme_begin(&after);
	after.whole.title = "Journée d’échanges";
	after.days[0] = (struct announced_day){"d1", "2027-01-16", NULL, "09:00", "16:00", NULL};
	after.whole.n_days = 2;
	after.days[1] = (struct announced_day){.uid = "d2"};
	assert_differences(
		&before, &after,
		"title: Le titre annoncé était « Journée »\n"
		"start_date: samedi 16 janvier 2027 : annoncé pour le vendredi 15 janvier 2027\n"
		"start_time: samedi 16 janvier 2027 : annoncé 9h30 – 16h, maintenant 9h – 16h\n"
		"welcome_time: samedi 16 janvier 2027 : accueil annoncé à 9h\n"
		"venue: samedi 16 janvier 2027 : annoncé à Maison\n"
		"start_date: un jour sans date : ne figure pas dans l’annonce\n");
}

/* A session that only follows its day has not changed. */
static void
announcement__tells__sessions_rooms_and_speakers(void **state)
{
	(void)state;
	static const char *const others[] = {"p-ali", "p-gone", NULL};
	struct programme before, after;
	programme_begin(&before);
	programme_begin(&after);
	after.sessions[0] =
		(struct announced_session){"s1", "d1",  "09:45", "10:00", "Mot d’accueil",
					   NULL, others};
	after.sessions[1] = (struct announced_session){"s3", NULL, NULL, NULL, "Bilan", NULL, NULL};
	after.whole.speakers = zoe;
	assert_differences(
		&before, &after,
		"speakers: L’événement : Zoé Élan intervient, sans figurer dans l’annonce\n"
		"sessions: « Mot d’accueil » était annoncé sous le titre « Ouverture »\n"
		"sessions: « Mot d’accueil » : annoncé 9h30 – 10h, maintenant 9h45 – 10h\n"
		"sessions: « Mot d’accueil » : annoncé dans la salle Salle A\n"
		"speakers: « Mot d’accueil » : Zoé Élan était annoncé·e et n’intervient plus\n"
		"speakers: « Mot d’accueil » : Ali Bey intervient, sans figurer dans l’annonce\n"
		"speakers: « Mot d’accueil » : une personne effacée intervient, sans figurer "
		"dans l’annonce\n"
		"sessions: « Bilan » : ne figure pas dans l’annonce\n"
		"sessions: « Santé ; [x]=\n » était au programme annoncé et n’y est plus\n");
}

/* What came after the announcement contradicts nobody. */
static void
announcement__without_a_programme__is_not_differed_from_by_one(void **state)
{
	(void)state;
	struct programme before, after;
	programme_begin(&before);
	programme_begin(&after);
	before.whole.n_sessions = 0;
	before.whole.speakers = NULL;
	after.whole.speakers = zoe;
	assert_differences(&before, &after, "");
	after.whole.title = "Journée d’échanges";
	assert_differences(&before, &after, "title: Le titre annoncé était « Journée »\n");
}

static void
announcement__that_cannot_be_read__differs_in_nothing(void **state)
{
	(void)state;
	struct programme programme;
	programme_begin(&programme);
	g_autofree char *now = announcement_write(&programme.whole);
	g_autoptr(GPtrArray) found = announcement_differences("rubbish", now, NULL, NULL);
	assert_int_equal(found->len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(announcement__is__the_same_text_for_the_same_facts),
		cmocka_unit_test(announcement__tells__days_and_times),
		cmocka_unit_test(announcement__tells__sessions_rooms_and_speakers),
		cmocka_unit_test(announcement__without_a_programme__is_not_differed_from_by_one),
		cmocka_unit_test(announcement__that_cannot_be_read__differs_in_nothing),
	};
	return test_run("announcement", tests);
}
