/* The morning of an event of 150: everybody is signed in through the terminal, in no order, by
 * people who mistype, mark the wrong person and undo it; some were not registered, some had
 * withdrawn, some come instead of others. Afterwards presence, figures and the sign-in sheet are
 * what was played.
 *
 * All of it is chosen by seeds, so that it is the same every time. Those beside the first are days
 * on which somebody was once marked in place of another: a substitute whose name begins like a
 * guest's (Roux, Rouxel), and a short number that half of the organisations have in their names.
 */
#include "test.h"

#include <string.h>

#include "app/presence.h"
#include "app/report.h"
#include "app/sheet.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/document.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/status.h"
#include "store/store.h"
#include "tty/tty_assert.h"

enum {
	COMING = 128,      /* registered, and they come */
	WITHDRAWN = 4,     /* withdrew, and come all the same */
	REPRESENTED = 4,   /* registered; somebody else comes instead */
	STAYING_AWAY = 20, /* registered, and they do not come */
	WALK_INS = 14,     /* come without being registered */
	AFTERNOON = 40,    /* of those who came: how many are marked again after lunch */
};

enum fate {
	FATE_COMES,
	FATE_WITHDRAWN,
	FATE_REPRESENTED,
	FATE_MISSING,
	FATE_WALKS_IN,
	FATE_SUBSTITUTE, /* of somebody represented; not of the door's queue */
};

struct guest {
	char *first, *last, *organisation;
	guint number; /* of the registration; 0 until they walk in */
	enum fate fate;
	bool morning, afternoon; /* what was played */
};

struct morning {
	GRand *rand;
	GPtrArray *guests; /* struct guest */
	GPtrArray *queue;  /* struct guest, in the order of arrival */
	guint present, expected;
	Tty *tty;
	const char *home;
};

static void
guest_free(gpointer pointer)
{
	struct guest *guest = pointer;
	g_free(guest->first);
	g_free(guest->last);
	g_free(guest->organisation);
	g_free(guest);
}

/* ---- who is there -------------------------------------------------------------------------------
 */

static const char *const first_names[] = {
	"Zoé",      "Awa",           "Karim",         "Léa",    "Ève",   "Hugo",
	"Inès",     "Jean-Baptiste", "Nour",          "Chloé",  "Marc",  "Sophie",
	"François", "Anaïs",         "Marie-Thérèse", "Yann",   "Fatou", "Gaëlle",
	"Loïc",     "Maëlys",        "Björn",         "Élodie", "Paul",  "Rachida",
	"Benoît",   "Çelik",         "Agnès",         "Thị",    "Ugo",   "Océane",
};

static const char *const last_names[] = {
	"Élan",     "Elandi",   "Martin",    "Martinez",   "Le Goff", "Legoffic", "Diop",
	"Ndiaye",   "Petit",    "Petitjean", "Bosc",       "Roux",    "Rouxel",   "Cros",
	"Crosnier", "Delannoy", "d’Arc",     "de La Tour", "Ben Ali", "Benali",   "Haddad",
	"Nguyễn",   "Šimić",    "Lefèvre",   "Lefebvre",   "Œuvrard", "Faure",    "Fauré",
	"Vidal",    "Vidalenc", "Gonçalves", "O’Brien",
};

/* Faure and Fauré of one first name would be one person for an import. */
static char *
guest_key(const struct guest *guest)
{
	g_autofree char *name = g_strconcat(guest->last, guest->first, NULL);
	return text_search_key(name);
}

static struct guest *
guest_add(struct morning *morning, enum fate fate)
{
	struct guest *guest = g_new0(struct guest, 1);
	guint n = morning->guests->len;
	guest->fate = fate;
	for (bool taken = true; taken;) {
		g_free(guest->first);
		g_free(guest->last);
		guest->first = g_strdup(
			first_names[g_rand_int_range(morning->rand, 0, G_N_ELEMENTS(first_names))]);
		guest->last = g_strdup(
			last_names[g_rand_int_range(morning->rand, 0, G_N_ELEMENTS(last_names))]);
		taken = false;
		g_autofree char *key = guest_key(guest);
		for (guint i = 0; i < n && !taken; i++) {
			g_autofree char *other = guest_key(morning->guests->pdata[i]);
			taken = strcmp(key, other) == 0;
		}
	}
	guest->organisation =
		g_strdup_printf("Association %d", g_rand_int_range(morning->rand, 1, 30));
	g_ptr_array_add(morning->guests, guest);
	return guest;
}

static void
guests_make(struct morning *morning)
{
	static const struct {
		enum fate fate;
		guint n;
	} all[] = {
		{FATE_COMES, COMING},
		{FATE_WITHDRAWN, WITHDRAWN},
		{FATE_REPRESENTED, REPRESENTED},
		{FATE_MISSING, STAYING_AWAY},
		{FATE_WALKS_IN, WALK_INS},
		{FATE_SUBSTITUTE, REPRESENTED},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		for (guint j = 0; j < all[i].n; j++) {
			struct guest *guest = guest_add(morning, all[i].fate);
			if (guest->fate < FATE_WALKS_IN)
				guest->number = morning->guests->len;
			if (guest->fate != FATE_MISSING && guest->fate != FATE_SUBSTITUTE)
				g_ptr_array_add(morning->queue, guest);
		}
	for (guint i = morning->queue->len; i > 1; i--) {
		guint other = (guint)g_rand_int_range(morning->rand, 0, (gint32)i);
		gpointer last = morning->queue->pdata[i - 1];
		morning->queue->pdata[i - 1] = morning->queue->pdata[other];
		morning->queue->pdata[other] = last;
	}
}

/* The form's export, the numbers of registrations going by its lines. */
static void
form_write(const struct morning *morning)
{
	g_autofree char *path = g_build_filename(morning->home, "form.csv", NULL);
	GString *form = g_string_new("Nom;Prénom;Organisme;Statut\n");
	GError *error = NULL;
	for (guint i = 0; i < morning->guests->len; i++) {
		const struct guest *guest = morning->guests->pdata[i];
		if (guest->number > 0)
			g_string_append_printf(form, "%s;%s;%s;%s\n", guest->last, guest->first,
					       guest->organisation,
					       guest->fate == FATE_WITHDRAWN ? "désisté"
									     : "inscrit");
	}
	g_file_set_contents(path, form->str, (gssize)form->len, &error);
	assert_no_error(error);
	g_string_free(form, TRUE);
}

/* ---- the terminal -------------------------------------------------------------------------------
 */

static void
door_open(struct morning *morning)
{
	const char *program = g_getenv("ATELIERS");
	g_autofree char *path = g_canonicalize_filename(program ? program : "build/ateliers", NULL);
	g_autofree char *base = g_strdup_printf("ATELIERS_DB=%s/a.db", morning->home);
	g_autofree char *script =
		g_strdup_printf("A='%s'; \"$A\" event new title='Journée Élan' status=announced "
				"start_date=2027-01-15 "
				"start_time=9h end_time=17h >&2 && \"$A\" import "
				"attendees 2027-001 \"$HOME/form.csv\" >&2 "
				"&& exec \"$A\"",
				path);
	form_write(morning);
	morning->tty =
		tty_assert_open(.argv = TTY_LIST("sh", "-c", script), .home = morning->home,
				.columns = 100, .rows = 30,
				.env = TTY_LIST("ATELIERS_NOW=2027-01-15T08:12:00Z",
						"ATELIERS_USER=nadia", base, "ATELIERS_LANG=fr"));
	morning->expected = COMING + REPRESENTED + STAYING_AWAY;
	tty_assert_wait(morning->tty, "Prochains");
	tty_assert_key(morning->tty, "g e");
	tty_assert_wait(morning->tty, "Journée Élan");
	tty_assert_key(morning->tty, "a");
	tty_assert_wait(morning->tty, "MATIN");
}

/* " 12 participants présents sur 152" */
static void
count_wait(const struct morning *morning)
{
	g_autofree char *words =
		g_strdup_printf(morning->present > 1 ? " %u participants présents sur %u"
						     : " %u participant présent sur %u",
				morning->present, morning->expected);
	tty_assert_wait(morning->tty, words);
}

/* Until the query is TEXT and the list below is that of it: the cursor is put behind it last. */
static void
query_wait(const struct morning *morning, const char *text)
{
	tty_assert_cursor(morning->tty, 5, 8 + text_width(text));
	tty_assert_quiet(morning->tty, 1);
}

static void
type(const struct morning *morning, const char *text)
{
	tty_assert_send(morning->tty, text);
	query_wait(morning, text);
}

/* The line on which Enter would act; NULL: nobody answers. Caller frees. */
static char *
line_read(const struct morning *morning)
{
	g_autofree char *screen = tty_text(morning->tty);
	const char *at = strstr(screen, "\n> [");
	/* who may be meant does not answer */
	if (at == NULL || strstr(screen, "Personne ne répond à cela. Peut-être") != NULL)
		return NULL;
	const char *name = at + strlen("\n> [ ] ");
	return g_strndup(name, strcspn(name, "\n"));
}

/* As somebody reads it who looks for GUEST. */
static bool
line_is_of(const struct morning *morning, const struct guest *guest)
{
	g_autofree char *line = line_read(morning);
	g_autofree char *name = g_strdup_printf("%s %s ", guest->last, guest->first);
	return line != NULL && g_str_has_prefix(line, name);
}

static void
query_clear(const struct morning *morning)
{
	tty_assert_key(morning->tty, "C-u");
	query_wait(morning, "");
}

/* ---- typing -------------------------------------------------------------------------------------
 */

static bool
chance(const struct morning *morning, int percent)
{
	return g_rand_int_range(morning->rand, 0, 100) < percent;
}

/* As people type a name in a hurry: the whole of it or its beginning, often without capitals and
 * accents. Caller frees. */
static char *
hurried(const struct morning *morning, const struct guest *guest)
{
	g_autofree char *last =
		chance(morning, 60) ? g_utf8_strdown(guest->last, -1) : g_strdup(guest->last);
	if (chance(morning, 50)) {
		g_autofree char *plain = g_str_to_ascii(last, "fr");
		if (strchr(plain, '?') == NULL) {
			g_free(last);
			last = g_steal_pointer(&plain);
		}
	}
	glong letters = g_utf8_strlen(last, -1);
	if (chance(morning, 40) && letters > 3) {
		g_autofree char *begin =
			g_utf8_substring(last, 0, g_rand_int_range(morning->rand, 3, (int)letters));
		return g_strdup(begin);
	}
	if (chance(morning, 50))
		return g_strdup_printf("%s %s", guest->first, last);
	return g_steal_pointer(&last);
}

/* A letter too many, too few, another one, or two changed round. Caller frees. */
static char *
mistyped(const struct morning *morning, const char *text)
{
	static const char keys[] = "azertyuiopqsdfghjklmwxcvbn";
	glong n = 0;
	g_autofree gunichar *letters = g_utf8_to_ucs4_fast(text, -1, &n);
	GArray *typed = g_array_new(FALSE, FALSE, sizeof(gunichar));
	glong at = g_rand_int_range(morning->rand, 0, (int)n);
	int slip = g_rand_int_range(morning->rand, 0, 4);
	gunichar other = (gunichar)keys[g_rand_int_range(morning->rand, 0, sizeof keys - 1)];
	g_array_append_vals(typed, letters, (guint)n);
	if (slip == 0)
		g_array_insert_val(typed, (guint)at, other);
	else if (slip == 1 && n > 3)
		g_array_remove_index(typed, (guint)at);
	else if (slip == 2 || at + 1 >= n)
		g_array_index(typed, gunichar, at) = other;
	else
		g_array_index(typed, gunichar, at) = letters[at + 1],
					       g_array_index(typed, gunichar, at + 1) = letters[at];
	char *result =
		g_ucs4_to_utf8((gunichar *)(void *)typed->data, typed->len, NULL, NULL, NULL);
	g_array_unref(typed);
	return result;
}

/* Take back what was mistyped, letter by letter or all at once. */
static void
mistyped_clear(const struct morning *morning, const char *text)
{
	if (chance(morning, 50)) {
		query_clear(morning);
		return;
	}
	for (glong i = g_utf8_strlen(text, -1); i > 0; i--)
		tty_assert_send(morning->tty, "\177");
	query_wait(morning, "");
}

/* Type until GUEST is the one whom Enter would mark: a name, then all of it, then the number. */
static void
guest_find(const struct morning *morning, const struct guest *guest)
{
	g_autofree char *text = hurried(morning, guest);
	if (chance(morning, 30)) {
		g_autofree char *slip = mistyped(morning, text);
		type(morning, slip);
		if (line_is_of(morning, guest))
			return;
		mistyped_clear(morning, slip);
	}
	g_autofree char *whole = g_strdup_printf("%s %s", guest->last, guest->first);
	g_autofree char *number = g_strdup_printf("%u", guest->number);
	const char *const tries[] = {chance(morning, 15) ? number : text, whole, number};
	for (gsize i = 0; i < G_N_ELEMENTS(tries); i++) {
		type(morning, tries[i]);
		if (line_is_of(morning, guest))
			return;
		query_clear(morning);
	}
	tty_stop(morning->tty);
	fail_msg("%s %s (no. %u) is not found by “%s”, nor by name or number", guest->first,
		 guest->last, guest->number, text);
}

/* ---- what happens at the door -------------------------------------------------------------------
 */

static void
guest_marked(struct morning *morning, struct guest *guest)
{
	guest->morning = true;
	morning->present++;
	count_wait(morning);
}

/* Somebody of those who come who is present already, or is not. */
static struct guest *
somebody(const struct morning *morning, bool present)
{
	guint at = (guint)g_rand_int_range(morning->rand, 0, COMING);
	for (guint i = 1; i < COMING; i++) {
		const struct guest *guest = morning->guests->pdata[at];
		if (guest->morning == present)
			break;
		at = (at + 1) % COMING;
	}
	return morning->guests->pdata[at];
}

/* The wrong person is marked; who sees it takes it back. */
static void
wrong_one(struct morning *morning)
{
	const struct guest *wrong = somebody(morning, false);
	guest_find(morning, wrong);
	tty_assert_key(morning->tty, "Enter");
	morning->present++;
	count_wait(morning);
	tty_assert_key(morning->tty, "F4");
	morning->present--;
	count_wait(morning);
}

/* Somebody who stands in the queue a second time. */
static void
again(struct morning *morning)
{
	const struct guest *guest = somebody(morning, true);
	guest_find(morning, guest);
	tty_assert_key(morning->tty, "Enter");
	tty_assert_wait(morning->tty, "Déjà marqué");
	count_wait(morning);
}

/* Those on the list under nearly the same name are others. */
static void
somebody_else(const struct morning *morning)
{
	tty_assert_quiet(morning->tty, 60);
	g_autofree char *screen = tty_text(morning->tty);
	if (strstr(screen, "Quelqu’un porte presque ce nom") == NULL)
		return;
	tty_assert_key(morning->tty, "Down Down Down Down Down Down Down Down Down Down Enter");
	tty_assert_gone(morning->tty, "Quelqu’un porte presque ce nom");
}

static void
walks_in(struct morning *morning, struct guest *guest)
{
	g_autofree char *name = g_strdup_printf("%s %s", guest->first, guest->last);
	g_autofree char *upper = g_utf8_strup(guest->last, -1);
	g_autofree char *caps = g_strdup_printf("%s %s", guest->first, upper);
	type(morning, chance(morning, 50) ? caps : name);
	tty_assert_key(morning->tty, "F5");
	tty_assert_wait(morning->tty, "Quelqu’un qui n’est pas inscrit");
	tty_assert_key(morning->tty, "Enter");
	somebody_else(morning);
	tty_assert_send(morning->tty, guest->organisation);
	tty_assert_key(morning->tty, "Enter Enter");
	tty_assert_gone(morning->tty, "Quelqu’un qui n’est pas inscrit");
	morning->expected++;
	guest_marked(morning, guest);
}

/* They stand last, and come in their order. */
static struct guest *
substitute_next(const struct morning *morning)
{
	guint at = morning->guests->len - REPRESENTED;
	while (((struct guest *)morning->guests->pdata[at])->morning)
		at++;
	return morning->guests->pdata[at];
}

static void
is_represented(struct morning *morning, struct guest *guest)
{
	struct guest *substitute = substitute_next(morning);
	g_autofree char *name = g_strdup_printf("%s %s", substitute->first, substitute->last);
	guest_find(morning, guest);
	tty_assert_key(morning->tty, "F3");
	tty_assert_wait(morning->tty, "est représenté par");
	tty_assert_send(morning->tty, name);
	tty_assert_key(morning->tty, "Enter");
	tty_assert_gone(morning->tty, "est représenté par");
	g_free(substitute->organisation);
	substitute->organisation = g_strdup(guest->organisation);
	morning->expected++;
	guest_marked(morning, substitute);
}

static void
comes(struct morning *morning, struct guest *guest)
{
	switch (guest->fate) {
	case FATE_WALKS_IN:
		walks_in(morning, guest);
		return;
	case FATE_REPRESENTED:
		is_represented(morning, guest);
		return;
	case FATE_WITHDRAWN:
		guest_find(morning, guest);
		tty_assert_key(morning->tty, "Enter");
		tty_assert_wait(morning->tty, "Entrée encore une fois");
		tty_assert_key(morning->tty, "Enter");
		morning->expected++;
		guest_marked(morning, guest);
		return;
	case FATE_COMES:
	case FATE_MISSING:
	case FATE_SUBSTITUTE:
		break;
	}
	guest_find(morning, guest);
	tty_assert_key(morning->tty, "Enter");
	guest_marked(morning, guest);
}

/* After lunch some of those who came are marked again, by number. */
static void
afternoon_play(struct morning *morning)
{
	tty_assert_key(morning->tty, "F6");
	tty_assert_wait(morning->tty, "APRÈS-MIDI");
	morning->present = 0;
	count_wait(morning);
	for (guint n = 0; n < AFTERNOON;) {
		struct guest *guest = somebody(morning, true);
		g_autofree char *number = g_strdup_printf("%u", guest->number);
		if (guest->afternoon)
			continue;
		guest->afternoon = true;
		n++;
		type(morning, number);
		tty_assert_key(morning->tty, "Enter");
		morning->present++;
		count_wait(morning);
	}
}

static void
morning_play(struct morning *morning)
{
	for (guint i = 0; i < morning->queue->len; i++) {
		if (i % 25 == 10)
			wrong_one(morning);
		if (i % 25 == 20)
			again(morning);
		comes(morning, morning->queue->pdata[i]);
	}
}

/* ---- what is there afterwards -------------------------------------------------------------------
 */

static gint64
event_id(Store *store)
{
	GError *error = NULL;
	g_autoptr(Rows) events = store_all(store, &entity_event, &error);
	assert_no_error(error);
	assert_int_equal(events->n, 1);
	return ((struct event *)events->row[0])->id;
}

static gint64
half_day_id(Store *store, const char *name)
{
	GError *error = NULL;
	gint64 id = half_day_find(store, event_id(store), name, &error);
	assert_no_error(error);
	return id;
}

static const struct attendee *
attendee_of(const Rows *rows, const struct guest *guest)
{
	const struct attendee *found = NULL;
	for (guint i = 0; i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		g_autofree char *upper = g_utf8_strup(guest->last, -1);
		if (strcmp(attendee->first_name, guest->first) != 0 ||
		    (strcmp(attendee->last_name, guest->last) != 0 &&
		     strcmp(attendee->last_name, upper) != 0))
			continue;
		if (found != NULL)
			fail_msg("%s %s is there twice", guest->first, guest->last);
		found = attendee;
	}
	if (found == NULL)
		fail_msg("%s %s is not there", guest->first, guest->last);
	return found;
}

static const char *
state_in(GHashTable *states, const struct attendee *attendee)
{
	const char *state = g_hash_table_lookup(states, &attendee->id);
	return state != NULL ? state : "unknown";
}

static void
presence_compare(const struct morning *morning, Store *store, const Rows *rows)
{
	GError *error = NULL;
	g_autoptr(GHashTable) am =
		half_day_presence(store, half_day_id(store, "2027-01-15-am"), &error);
	g_autoptr(GHashTable) pm =
		half_day_presence(store, half_day_id(store, "2027-01-15-pm"), &error);
	assert_no_error(error);
	for (guint i = 0; i < morning->guests->len; i++) {
		const struct guest *guest = morning->guests->pdata[i];
		const struct attendee *attendee = attendee_of(rows, guest);
		const char *expected = guest->fate == FATE_REPRESENTED ? "represented"
				       : guest->morning                ? "present"
								       : "unknown";
		assert_text(state_in(am, attendee), expected);
		assert_text(state_in(pm, attendee), guest->afternoon ? "present" : "unknown");
		assert_text(attendee->status, "registered");
		assert_text(attendee->organisation, guest->organisation);
		assert_text(attendee->origin, guest->number > 0 ? "import" : "walk_in");
	}
	assert_int_equal(rows->n, morning->guests->len);
}

static gint64
figure(const Report *report, enum report_figure what)
{
	const struct report_cell cell = {.figure = what};
	return report_count(report->now, &cell);
}

static void
figures_compare(const struct morning *morning, Store *store)
{
	GError *error = NULL;
	g_autoptr(Report) report = report_of_event(store, event_id(store), &error);
	guint present = 0, halves = 0, registered = 0, came = 0, walk_ins = 0;
	assert_no_error(error);
	for (guint i = 0; i < morning->guests->len; i++) {
		const struct guest *guest = morning->guests->pdata[i];
		bool there = guest->morning || guest->afternoon;
		present += there;
		halves += 2u * guest->morning + 2u * guest->afternoon;
		registered += guest->number > 0;
		came += guest->number > 0 && there;
		walk_ins += guest->number == 0;
	}
	assert_int_equal(figure(report, FIGURE_REGISTERED), registered);
	assert_int_equal(figure(report, FIGURE_PRESENT), present);
	assert_int_equal(figure(report, FIGURE_WALK_INS), walk_ins);
	assert_int_equal(figure(report, FIGURE_NOT_COME), registered - came);
	assert_int_equal(figure(report, FIGURE_PARTICIPATIONS), halves);
	assert_int_equal(figure(report, FIGURE_HALF_DAYS), 4);
}

/* A sheet that is printed now has a line for each of them, once. */
static void
sheet_compare(const struct morning *morning)
{
	const char *program = g_getenv("ATELIERS");
	g_autofree char *path = g_canonicalize_filename(program ? program : "build/ateliers", NULL);
	g_autofree char *base = g_strdup_printf("%s/a.db", morning->home);
	g_autofree char *sheet = g_strdup_printf("%s/sheet.pdf", morning->home);
	g_auto(GStrv) argv = g_strdupv((char *[]){path, (char[]){"--db"}, base, (char[]){"print"},
						  (char[]){"sign-in"}, (char[]){"2027-001"},
						  (char[]){"-o"}, sheet, NULL});
	GError *error = NULL;
	int status = 0;
	g_spawn_sync(NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
		     NULL, NULL, NULL, NULL, &status, &error);
	assert_no_error(error);
	assert_int_equal(status, 0);
	g_autoptr(Store) store = store_open(base, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	gint64 document = sheet_find(store, event_id(store), NULL, &error);
	assert_no_error(error);
	g_autoptr(Rows) lines =
		store_of(store, &entity_document_line, "document_id", document, &error);
	assert_no_error(error);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < lines->n; i++)
		assert_true(
			g_hash_table_add(seen,
					 &((struct document_line *)lines->row[i])->attendee_id));
	assert_int_equal(lines->n, morning->guests->len);
}

static void
day_play(guint32 seed)
{
	GError *error = NULL;
	char *home = tty_home_new(&error);
	assert_no_error(error);
	struct morning morning = {
		.rand = g_rand_new_with_seed(seed),
		.guests = g_ptr_array_new_with_free_func(guest_free),
		.queue = g_ptr_array_new(),
		.home = home,
	};
	guests_make(&morning);
	assert_int_equal(morning.queue->len, 150);
	door_open(&morning);
	morning_play(&morning);
	assert_int_equal(morning.present, 150);
	afternoon_play(&morning);
	tty_assert_key(morning.tty, "Esc");
	tty_assert_gone(morning.tty, "APRÈS-MIDI");
	tty_assert_key(morning.tty, "C-q");
	tty_assert_exit(morning.tty, 0);
	g_autofree char *base = g_build_filename(home, "a.db", NULL);
	g_autoptr(Store) store = store_open(base, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	g_autoptr(Rows) rows = store_where(store, &entity_attendee, "event_id",
					   value_integer(event_id(store)), &error);
	assert_no_error(error);
	presence_compare(&morning, store, rows);
	figures_compare(&morning, store);
	g_clear_pointer(&store, store_close);
	sheet_compare(&morning);
	tty_close(morning.tty);
	tty_home_free(home);
	g_ptr_array_unref(morning.queue);
	g_ptr_array_unref(morning.guests);
	g_rand_free(morning.rand);
}

static void
door__signs_in__a_hundred_and_fifty(void **state)
{
	(void)state;
	day_play(20270115);
}

static void
door__marks_nobody__in_place_of_another(void **state)
{
	(void)state;
	day_play(1);
	day_play(8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(door__signs_in__a_hundred_and_fifty),
		cmocka_unit_test(door__marks_nobody__in_place_of_another),
	};
	return test_run("sign_in", tests);
}
