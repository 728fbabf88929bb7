/* Two people at two terminals in one file: what one saves the other sees without a key, and neither
 * loses anything. */
#include "test.h"

#include <string.h>

#include "tty/tty_assert.h"

struct office {
	char *home;
	Tty *nadia, *karim;
};

static const char made[] =
	"\"$A\" event new title='Journée Élan' start_date=2026-11-23 start_time=9h end_time=17h "
	"status=announced && \"$A\" event new title='Nuit du conte' start_date=2027-02-02 && "
	"\"$A\" attendee add 2026-001 first_name=Zoé last_name=Élan && "
	"\"$A\" attendee add 2026-001 first_name=Karim last_name=Puech && "
	"\"$A\" attendee add 2026-001 first_name=Awa last_name=Diop && "
	"\"$A\" person new first_name=Ève last_name=Roy function=Directrice town=Sète";

static const char *
program(void)
{
	const char *chosen = g_getenv("ATELIERS");
	return chosen != NULL ? chosen : "build/ateliers";
}

static Tty *
sit_down(const char *home, const char *who, const char *first)
{
	g_autofree char *path = g_canonicalize_filename(program(), NULL);
	g_autofree char *script =
		g_strdup_printf("A='%s'; { %s; } >/dev/null 2>&1; exec \"$A\"", path, first);
	g_autofree char *user = g_strconcat("ATELIERS_USER=", who, NULL);
	const char *env[] = {"ATELIERS_NOW=2026-11-23T08:30:00Z", user, NULL};
	Tty *tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script), .env = env, .home = home);
	tty_assert_wait(tty, "Journée Élan");
	return tty;
}

static int
office_open(void **state)
{
	struct office *office = g_new0(struct office, 1);
	office->home = tty_home_new(NULL);
	office->nadia = sit_down(office->home, "nadia", made);
	office->karim = sit_down(office->home, "karim", ":");
	*state = office;
	return 0;
}

static int
office_close(void **state)
{
	struct office *office = *state;
	tty_close(office->nadia);
	tty_close(office->karim);
	tty_home_free(office->home);
	g_free(office);
	return 0;
}

static void
attendees_open(Tty *tty)
{
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Nuit du conte");
	tty_assert_key(tty, "f");
	tty_assert_send(tty, "élan");
	tty_assert_gone(tty, "Nuit du conte");
	tty_assert_key(tty, "Enter Enter");
	tty_assert_wait(tty, "[Général]");
	tty_assert_key(tty, "Tab Tab Tab");
	tty_assert_wait(tty, "[Participants]");
	tty_assert_wait(tty, "Puech");
}

/* One registers somebody: the other's list has them, the cursor stays on its row. */
static void
what_one_saves__shows__without_a_key(void **state)
{
	struct office *office = *state;
	attendees_open(office->nadia);
	attendees_open(office->karim);
	tty_assert_key(office->karim, "End");
	tty_assert_wait(office->karim, "> Puech Karim");
	tty_assert_key(office->nadia, "n");
	tty_assert_wait(office->nadia, "Nouvelle inscription");
	tty_assert_send(office->nadia, "Aïcha\tBen\t");
	tty_assert_key(office->nadia, "F2");
	tty_assert_wait(office->nadia, "Ben Aïcha");
	tty_assert_wait(office->karim, "Ben Aïcha");
	tty_assert_wait(office->karim, "> Puech Karim");
	/* the row one is on goes: the next one is under the cursor, and nothing else is touched */
	tty_assert_key(office->nadia, "End");
	tty_assert_wait(office->nadia, "> Puech Karim");
	tty_assert_key(office->nadia, "s");
	tty_assert_gone(office->nadia, "Puech Karim");
	tty_assert_gone(office->karim, "Puech Karim");
	tty_assert_wait(office->karim, "> Élan Zoé");
	/* each takes back what is theirs */
	tty_assert_key(office->karim, "u");
	tty_assert_quiet(office->karim, 60);
	tty_assert_gone(office->karim, "Puech Karim");
	tty_assert_key(office->nadia, "u");
	tty_assert_wait(office->karim, "Puech");
}

/* Both have the same form open: the second to save chooses, field by field. */
static void
an_open_form__is_not_touched__and_nothing_is_overwritten(void **state)
{
	struct office *office = *state;
	Tty *both[] = {office->nadia, office->karim};
	for (gsize i = 0; i < G_N_ELEMENTS(both); i++) {
		tty_assert_key(both[i], "g p");
		tty_assert_wait(both[i], "Roy");
		tty_assert_key(both[i], "f");
		tty_assert_send(both[i], "roy");
		tty_assert_gone(both[i], "Puech");
		tty_assert_key(both[i], "Enter Enter");
		tty_assert_wait(both[i], "Prénom");
		tty_assert_key(both[i], "Tab Tab Tab C-u");
	}
	tty_assert_send(office->karim, "Présidente");
	tty_assert_send(office->nadia, "Trésorière");
	tty_assert_key(office->karim, "F2");
	tty_assert_wait(office->karim, "Enregistré");
	tty_assert_quiet(office->nadia, 60);
	tty_assert_wait(office->nadia, "Trésorière");
	tty_assert_key(office->nadia, "F2");
	tty_assert_wait(office->nadia, "par karim");
	tty_assert_wait(office->nadia, "Présidente");
	tty_assert_key(office->nadia, "m F2");
	tty_assert_wait(office->nadia, "Enregistré");
	tty_assert_wait(office->karim, "Trésorière");
}

/* The same person at two doors: the second one is told, and the count is one. */
static void
two_doors__mark__the_same_person_once(void **state)
{
	struct office *office = *state;
	Tty *both[] = {office->nadia, office->karim};
	for (gsize i = 0; i < G_N_ELEMENTS(both); i++) {
		attendees_open(both[i]);
		tty_assert_key(both[i], "a");
		tty_assert_wait(both[i], "présent sur 3");
	}
	tty_assert_send(office->nadia, "elan");
	tty_assert_wait(office->nadia, "Élan Zoé");
	tty_assert_key(office->nadia, "Enter");
	tty_assert_wait(office->nadia, "1 participant présent sur 3");
	tty_assert_wait(office->karim, "1 participant présent sur 3");
	/* what one is typing at the other door stays */
	tty_assert_send(office->karim, "dio");
	tty_assert_wait(office->karim, "Diop Awa");
	tty_assert_send(office->nadia, "puech");
	tty_assert_wait(office->nadia, "Puech Karim");
	tty_assert_key(office->nadia, "Enter");
	tty_assert_wait(office->karim, "2 participants présents sur 3");
	tty_assert_send(office->karim, "p");
	tty_assert_key(office->karim, "Enter");
	tty_assert_wait(office->karim, "3 participants présents sur 3");
	tty_assert_send(office->karim, "elan");
	tty_assert_key(office->karim, "Enter");
	tty_assert_wait(office->karim, "Déjà marqué");
	tty_assert_wait(office->nadia, "3 participants présents sur 3");
}

/* What one looks at is deleted by the other, and comes back. */
static void
an_event__that_goes__is_told(void **state)
{
	struct office *office = *state;
	attendees_open(office->nadia);
	tty_assert_key(office->karim, "g e");
	tty_assert_wait(office->karim, "Nuit du conte");
	tty_assert_key(office->karim, "End");
	tty_assert_wait(office->karim, "> 23/11/2026");
	tty_assert_key(office->karim, "s");
	tty_assert_wait(office->nadia, "a été supprimé");
	tty_assert_key(office->karim, "u");
	tty_assert_wait(office->nadia, "Puech");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_one_saves__shows__without_a_key, office_open,
						office_close),
		cmocka_unit_test_setup_teardown(
			an_open_form__is_not_touched__and_nothing_is_overwritten, office_open,
			office_close),
		cmocka_unit_test_setup_teardown(two_doors__mark__the_same_person_once, office_open,
						office_close),
		cmocka_unit_test_setup_teardown(an_event__that_goes__is_told, office_open,
						office_close),
	};
	return test_run("colleagues", tests);
}
