/* Every field of every form against what people and pastes put into fields: it is told beside the
 * field or in the status row, nothing else is lost, and nothing breaks. The forms come from their
 * tables: a field that is added is tried too. Drawn by ncurses on a terminal that nobody looks at.
 */
#include <curses.h>
#include <locale.h>

#include "test.h"

#include "app/event.h"
#include "base/text.h"
#include "core/status.h"
#include "store/fixture.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"

/* ---- an interface without a loop ----------------------------------------------------------------
 */

static void
floor_draw(struct screen *screen, struct ui *ui, struct area body)
{
	(void)screen;
	(void)ui;
	(void)body;
}

static void
floor_free(struct screen *screen)
{
	g_free(screen);
}

static const struct screen_class floor_class = {.name = "floor",
						.draw = floor_draw,
						.free = floor_free};

static const char *
floor_label(int tab)
{
	(void)tab;
	return "";
}

static struct screen *
floor_screen(struct ui *ui, int tab)
{
	struct screen *screen = g_new0(struct screen, 1);
	(void)ui;
	*screen = (struct screen){.class = &floor_class, .tab = tab};
	return screen;
}

static bool
floor_act(struct ui *ui, enum act act)
{
	(void)ui;
	(void)act;
	return false;
}

static const struct ui_rooms rooms = {
	.n_roots = 1,
	.root_label = floor_label,
	.root_screen = floor_screen,
	.act = floor_act,
};

static void
screen_free(gpointer screen)
{
	((struct screen *)screen)->class->free(screen);
}

struct walk {
	struct ui ui;
	struct fixture *fixture;
	gint64 event, day, venue, session, attendee;
};

static gint64
made(Store *store, const struct noun *noun, gint64 owner, const char *const *typed)
{
	GError *error = NULL;
	void *row = entity_new(noun->entity);
	struct noun_pair pairs[4];
	guint n = 0;
	for (; typed[2 * n] != NULL; n++)
		pairs[n] =
			(struct noun_pair){noun_key(noun, typed[2 * n]), typed[2 * n + 1], false};
	if (owner != 0)
		field_set(entity_field(noun->entity, noun->owner), row, value_integer(owner));
	store_begin(store, "trial", &error);
	noun_write(store, noun, row, pairs, n, NULL, &error);
	assert_no_error(error);
	gint64 id = ((struct row_head *)row)->id;
	store_commit(store, NULL, &error);
	assert_no_error(error);
	entity_free(noun->entity, row);
	return id;
}

#define TYPED(...) ((const char *const[]){__VA_ARGS__, NULL})

static gint64
first_id(Store *store, const struct entity *entity)
{
	g_autoptr(Rows) rows = store_all(store, entity, NULL);
	return rows != NULL && rows->n > 0 ? ((struct row_head *)rows->row[0])->id : 0;
}

static void
walk_begin(struct walk *walk)
{
	*walk = (struct walk){.fixture = fixture_in_memory()};
	Store *store = walk->fixture->store;
	walk->ui = (struct ui){.store = store, .rooms = &rooms};
	walk->ui.stack = g_ptr_array_new_with_free_func(screen_free);
	ui_push(&walk->ui, floor_screen(&walk->ui, 0));
	walk->venue = made(store, &noun_venue, 0, TYPED("name", "Maison de la Région"));
	walk->event = made(store, &noun_event, 0,
			   TYPED("title", "Journée", "start_date", "2027-01-15", "start_time", "9h",
				 "end_time", "17h"));
	walk->day = first_id(store, &entity_event_day);
	walk->session = made(store, &noun_session, walk->event,
			     TYPED("title", "Plénière", "start_time", "10h", "end_time", "11h"));
	walk->attendee = made(store, &noun_attendee, walk->event,
			      TYPED("first_name", "Zoé", "last_name", "Élan"));
}

static void
walk_end(struct walk *walk)
{
	void *fixture = walk->fixture;
	g_ptr_array_unref(walk->ui.stack);
	g_free(walk->ui.toast);
	fixture_close(&fixture);
}

static gint64
owner_of(const struct walk *walk, const struct noun *noun)
{
	const struct {
		const char *reference;
		gint64 id;
	} owners[] = {{"event_id", walk->event},
		      {"venue_id", walk->venue},
		      {"day_id", walk->day},
		      {"attendee_id", walk->attendee},
		      {"session_id", walk->session}};
	for (gsize i = 0; noun->owner != NULL && i < G_N_ELEMENTS(owners); i++)
		if (strcmp(noun->owner, owners[i].reference) == 0)
			return owners[i].id;
	return 0;
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
press(struct walk *walk, const char *name)
{
	struct key key = {0};
	g_strlcpy(key.name, name, sizeof key.name);
	ui_key(&walk->ui, &key);
}

static void
type(struct walk *walk, const char *text)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
		struct key key = {0};
		gsize size = (gsize)(g_utf8_find_next_char(at, NULL) - at);
		memcpy(key.text, at, size);
		g_strlcpy(key.name, *at == ' ' ? "Space" : key.text, sizeof key.name);
		ui_key(&walk->ui, &key);
	}
}

static void
paste(struct walk *walk, const char *text)
{
	struct key key = {.name = "Paste", .paste = text};
	ui_key(&walk->ui, &key);
}

static void
draw(struct walk *walk)
{
	ui_draw(&walk->ui);
	resizeterm(16, 60);
	ui_draw(&walk->ui);
	resizeterm(24, 80);
	ui_draw(&walk->ui);
}

/* ---- inputs -------------------------------------------------------------------------------------
 */

static const struct bad {
	const char *text;
	bool pasted;
	enum field_kind refused; /* a field of this kind must refuse it; FIELD_TEXT: none must */
} inputs[] = {
	{"é", false, FIELD_TEXT},
	{"e\xcc\x81", false, FIELD_TEXT},
	{"👩🏽‍🏫🎉", false, FIELD_TEXT},
	{"上海会议", false, FIELD_TEXT},
	{"محمد \u202ekcehc", false, FIELD_TEXT},
	{"une ligne\nune autre\r\net\tencore", true, FIELD_TEXT},
	{"\033[2J\033]0;x\a\001\177 %s%n", true, FIELD_TEXT},
	{"\u200b\u00ad\ufeff", true, FIELD_TEXT},
	{"31/02/2027", false, FIELD_DAY},
	{"31/02/2027", false, FIELD_DATE},
	{"25h00", false, FIELD_TIME},
	{"-5", false, FIELD_INTEGER},
	{"99999999999999999999", false, FIELD_INTEGER},
	{"=1+1", false, FIELD_INTEGER},
	{"  ", false, FIELD_TEXT},
};

/* A text nobody else typed, to be found again. */
#define WITNESS "Témoin"

static struct form *
form_begin(struct walk *walk, const struct noun *noun)
{
	struct form_request request = {.noun = noun, .owner = owner_of(walk, noun)};
	if (noun == &noun_half_day)
		request.id = first_id(walk->ui.store, noun->entity);
	form_open(&walk->ui, &request);
	assert_true(walk->ui.stack->len == 2);
	return (struct form *)ui_top(&walk->ui);
}

static bool
form_stands(struct walk *walk, const struct form *form)
{
	for (guint i = 1; i < walk->ui.stack->len; i++)
		if (g_ptr_array_index(walk->ui.stack, i) == form)
			return true;
	return false;
}

static void
form_end(struct walk *walk)
{
	while (walk->ui.stack->len > 1)
		ui_pop(&walk->ui);
}

/* A plain text of the form other than the one that is tried. */
static struct form_field *
witness_of(struct form *form, guint tried)
{
	for (guint i = 0; i < form->fields->len; i++) {
		const struct field *member = noun_field(form->noun, form_field_at(form, i)->key);
		if (i != tried && member != NULL &&
		    (member->kind == FIELD_TEXT || member->kind == FIELD_LONG) &&
		    form_field_at(form, i)->key->set == NULL)
			return form_field_at(form, i);
	}
	return NULL;
}

static void
reach(struct walk *walk, struct form *form, guint field)
{
	while (form->focus != field)
		press(walk, "Tab");
	press(walk, "C-u");
}

static void
try_input(struct walk *walk, const struct noun *noun, guint field, const struct bad *bad)
{
	struct form *form = form_begin(walk, noun);
	const struct noun_key *key = form_field_at(form, field)->key;
	struct form_field *witness = witness_of(form, field);
	if (witness != NULL)
		input_set(&witness->input, WITNESS);
	reach(walk, form, field);
	if (bad->pasted)
		paste(walk, bad->text);
	else
		type(walk, bad->text);
	draw(walk);
	press(walk, "Tab");
	draw(walk);
	if (!form_stands(walk, form))
		fail_msg("%s.%s: “%s” closed the form", noun->name, key->key, bad->text);
	if (witness != NULL)
		assert_string_equal(witness->input.text->str, WITNESS);
	assert_true(g_utf8_validate(form_field_at(form, field)->input.text->str, -1, NULL));
	bool must = bad->refused != FIELD_TEXT && noun_key_kind(noun, key) == bad->refused;
	if (must && form_field_at(form, field)->error == NULL)
		fail_msg("%s.%s: “%s” is not refused beside the field", noun->name, key->key,
			 bad->text);
	press(walk, "F2");
	draw(walk);
	if (form_stands(walk, form) && walk->ui.toast == NULL && walk->ui.stack->len == 2)
		fail_msg("%s.%s: “%s” is not saved, and nothing says why", noun->name, key->key,
			 bad->text);
	if (form_stands(walk, form) && witness != NULL)
		assert_string_equal(witness->input.text->str, WITNESS);
	form_end(walk);
}

static void
forms__survive__what_is_typed(void **state)
{
	(void)state;
	struct walk walk;
	guint tried = 0;
	walk_begin(&walk);
	for (const struct noun *const *noun = nouns; *noun != NULL; noun++)
		for (guint field = 0; form_keys(*noun)[field] != NULL; field++)
			for (gsize i = 0; i < G_N_ELEMENTS(inputs); i++, tried++)
				try_input(&walk, *noun, field, &inputs[i]);
	assert_true(tried > 2000);
	walk_end(&walk);
}

/* More than a field takes is not cut in silence. */
static void
forms__tell__of_ten_thousand_letters(void **state)
{
	(void)state;
	struct walk walk;
	g_autoptr(GString) flood = g_string_new(NULL);
	for (guint i = 0; i < 10000; i++)
		g_string_append(flood, i % 7 == 0 ? " " : "é");
	walk_begin(&walk);
	for (const struct noun *const *noun = nouns; *noun != NULL; noun++)
		for (guint field = 0; form_keys(*noun)[field] != NULL; field++) {
			struct form *form = form_begin(&walk, *noun);
			struct form_field *at = form_field_at(form, field);
			reach(&walk, form, field);
			paste(&walk, flood->str);
			draw(&walk);
			press(&walk, "Tab");
			bool whole = at->input.text->len >= 18000;
			if (!whole || (at->error == NULL && !at->input.lines &&
				       noun_field(*noun, at->key) != NULL && at->key->set == NULL))
				fail_msg("%s.%s: %zu bytes are left, and nothing says why",
					 (*noun)->name, at->key->key, at->input.text->len);
			draw(&walk);
			form_end(&walk);
		}
	walk_end(&walk);
}

/* What a new row gets when nothing is said is not asked for. */
static bool
is_begun(struct walk *walk, const struct noun *noun, const struct field *member)
{
	if (noun->begin == NULL)
		return false;
	void *row = entity_new(noun->entity);
	gint64 owner = owner_of(walk, noun);
	if (owner != 0)
		field_set(entity_field(noun->entity, noun->owner), row, value_integer(owner));
	store_begin(walk->ui.store, "trial", NULL);
	noun->begin(walk->ui.store, row, NULL);
	store_rollback(walk->ui.store);
	bool begun = !field_missing(member, row);
	entity_free(noun->entity, row);
	return begun;
}

/* What must be there and is not is told beside its field. */
static void
forms__ask__for_what_is_missing(void **state)
{
	(void)state;
	struct walk walk;
	walk_begin(&walk);
	for (const struct noun *const *noun = nouns; *noun != NULL; noun++)
		for (guint field = 0; form_keys(*noun)[field] != NULL; field++) {
			struct form *form = form_begin(&walk, *noun);
			struct form_field *at = form_field_at(form, field);
			const struct field *member = noun_field(*noun, at->key);
			struct form_field *witness = witness_of(form, field);
			if (member == NULL || (member->flags & FIELD_REQUIRED) == 0 ||
			    witness == NULL || is_begun(&walk, *noun, member)) {
				form_end(&walk);
				continue;
			}
			input_set(&witness->input, WITNESS);
			reach(&walk, form, field);
			press(&walk, "F2");
			if (!form_stands(&walk, form) || at->error == NULL)
				fail_msg("%s.%s is required, and an empty one is not refused "
					 "beside it",
					 (*noun)->name, form_keys(*noun)[field]);
			assert_string_equal(witness->input.text->str, WITNESS);
			draw(&walk);
			form_end(&walk);
		}
	walk_end(&walk);
}

/* An end before its start, and the same thing twice. */
static void
forms__refuse__what_contradicts_itself(void **state)
{
	(void)state;
	static const struct {
		const struct noun *noun;
		const char *keys[4], *typed[4];
		const char *blamed;
	} cases[] = {
		{&noun_event,
		 {"title", "start_date", "end_date"},
		 {"X", "15/1/2027", "14/1/2027"},
		 "end_date"},
		{&noun_event,
		 {"title", "start_date", "start_time", "end_time"},
		 {"X", "15/1/2027", "10h", "9h"},
		 "end_time"},
		{&noun_session,
		 {"title", "start_time", "end_time"},
		 {"X", "11h", "10h"},
		 "end_time"},
		{&noun_room, {"name", "capacity"}, {"Petite salle", "-1"}, "capacity"},
		{&noun_theme, {"name"}, {"Emploi"}, "name"},
		{&noun_kind, {"name"}, {"Visite"}, "name"},
	};
	struct walk walk;
	walk_begin(&walk);
	made(walk.ui.store, &noun_theme, 0, TYPED("name", "Emploi"));
	made(walk.ui.store, &noun_kind, 0, TYPED("name", "Visite"));
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct form *form = form_begin(&walk, cases[i].noun);
		for (guint k = 0; k < 4 && cases[i].keys[k] != NULL; k++) {
			const struct noun_key *key = noun_key(cases[i].noun, cases[i].keys[k]);
			input_set(&form_field_of(form, key)->input, cases[i].typed[k]);
		}
		press(&walk, "F2");
		const struct noun_key *blamed = noun_key(cases[i].noun, cases[i].blamed);
		if (!form_stands(&walk, form))
			fail_msg("%s: %s was saved", cases[i].noun->name, cases[i].blamed);
		if (form_field_of(form, blamed)->error == NULL)
			fail_msg("%s: nothing stands beside %s: %s", cases[i].noun->name,
				 cases[i].blamed, walk.ui.toast);
		draw(&walk);
		form_end(&walk);
	}
	walk_end(&walk);
}

/* One save tells all that is wrong, and goes to the first of it. */
static void
forms__tell__all_that_is_wrong_at_once(void **state)
{
	(void)state;
	static const struct {
		const struct noun *noun;
		const char *keys[6], *typed[6];
		const char *blamed[6];
	} cases[] = {
		{&noun_event,
		 {"start_date", "end_date", "welcome_time", "start_time", "end_time", "seat_limit"},
		 {"31/02", "32/1/2027", "25h", "9h75", "midi et demi", "beaucoup"},
		 {"title", "start_date", "end_date", "welcome_time", "start_time", "seat_limit"}},
		{&noun_event,
		 {"start_time", "end_time", "mode"},
		 {"10h", "9h", "à cheval"},
		 {"title", "mode"}},
		{&noun_event, {"start_time", "end_time"}, {"10h", "9h"}, {"title", "end_time"}},
		{&noun_event,
		 {"title", "start_time", "days"},
		 {"X", "99", "15/1/2027 ; 45/1/2027"},
		 {"start_time", "days"}},
		{&noun_session,
		 {"start_time", "end_time", "capacity"},
		 {"25h", "26h", "x"},
		 {"title", "start_time", "end_time", "capacity"}},
		{&noun_attendee, {"status", "part"}, {"n’importe", "quoi"}, {"status", "part"}},
	};
	struct walk walk;
	walk_begin(&walk);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct form *form = form_begin(&walk, cases[i].noun);
		for (guint k = 0; k < 6 && cases[i].keys[k] != NULL; k++) {
			const struct noun_key *key = noun_key(cases[i].noun, cases[i].keys[k]);
			input_set(&form_field_of(form, key)->input, cases[i].typed[k]);
		}
		form->focus = form->fields->len - 1;
		press(&walk, "F2");
		assert_true(form_stands(&walk, form));
		for (guint k = 0; k < 6 && cases[i].blamed[k] != NULL; k++) {
			const struct noun_key *key = noun_key(cases[i].noun, cases[i].blamed[k]);
			if (form_field_of(form, key)->error == NULL)
				fail_msg("case %zu: nothing stands beside %s: %s", i, key->key,
					 walk.ui.toast);
		}
		for (guint f = 0; f < form->focus; f++)
			assert_null(form_field_at(form, f)->error);
		assert_non_null(form_field_at(form, form->focus)->error);
		draw(&walk);
		form_end(&walk);
	}
	walk_end(&walk);
}

/* Two times or two days typed as one fill both fields, unless the other was typed. */
static void
forms__spread__two_that_are_typed_as_one(void **state)
{
	(void)state;
	static const struct {
		const struct noun *noun;
		const char *first, *last; /* keys */
		const char *typed[2];     /* NULL: nothing */
		const char *left[2];      /* what stands there then */
		bool refused;
	} cases[] = {
		{&noun_event, "start_time", "end_time", {"9h30–16h30"}, {"9h30", "16h30"}, false},
		{&noun_event, "start_time", "end_time", {"9h à midi"}, {"9h", "12h"}, false},
		{&noun_event, "start_time", "end_time", {"9h-17h", "17:00"}, {"9h", "17h"}, false},
		{&noun_event, "start_time", "end_time", {"9h-17h", "16h"}, {"9h-17h", "16h"}, true},
		{&noun_event,
		 "start_date",
		 "end_date",
		 {"15-16 mars 2027"},
		 {"15/03/2027", "16/03/2027"},
		 false},
		{&noun_event,
		 "start_date",
		 "end_date",
		 {"15-16 mars 2027", "17/3/2027"},
		 {"15-16 mars 2027", "17/3/2027"},
		 true},
		{&noun_event,
		 "start_date",
		 "end_date",
		 {"15/3/2027", "+1"},
		 {"15/3/2027", "16/03/2027"},
		 false},
		{&noun_session, "start_time", "end_time", {"10h-11h"}, {"10h", "11h"}, false},
		{&noun_holiday,
		 "first_day",
		 "last_day",
		 {"du 10 au 25 avril 2027"},
		 {"10/04/2027", "25/04/2027"},
		 false},
	};
	struct walk walk;
	walk_begin(&walk);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct form *form = form_begin(&walk, cases[i].noun);
		struct form_field *fields[2] = {form_field_of(form, noun_key(cases[i].noun,
									     cases[i].first)),
						form_field_of(form, noun_key(cases[i].noun,
									     cases[i].last))};
		bool last_first = cases[i].typed[1] != NULL && *cases[i].typed[1] != '+';
		for (int n = 0; n < 2; n++) {
			int k = last_first ? 1 - n : n;
			if (cases[i].typed[k] == NULL)
				continue;
			while (form_field_at(form, form->focus) != fields[k])
				press(&walk, "Tab");
			type(&walk, cases[i].typed[k]);
			press(&walk, "Tab");
		}
		for (int k = 0; k < 2; k++)
			assert_string_equal(fields[k]->input.text->str, cases[i].left[k]);
		bool said = fields[0]->error != NULL && strstr(fields[0]->error, "déjà") != NULL;
		assert_int_equal(said, cases[i].refused);
		draw(&walk);
		form_end(&walk);
	}
	walk_end(&walk);
}

static struct form_field *
field_named(struct form *form, const char *name)
{
	return form_field_of(form, noun_key(form->noun, name));
}

/* Who is registered already is told when the name is left, not after the save; where it is certain,
 * it is refused there. */
static void
forms__tell__who_is_registered_already(void **state)
{
	(void)state;
	struct walk walk;
	walk_begin(&walk);
	made(walk.ui.store, &noun_attendee, walk.event,
	     TYPED("first_name", "Karim", "last_name", "Diop", "email", "karim@essai.example"));
	struct form *form = form_begin(&walk, &noun_attendee);
	type(&walk, "zoe");
	press(&walk, "Tab");
	assert_null(field_named(form, "last_name")->note);
	type(&walk, "ELAN");
	press(&walk, "Tab");
	assert_non_null(field_named(form, "last_name")->note);
	draw(&walk);
	press(&walk, "S-Tab");
	type(&walk, "d");
	press(&walk, "Tab");
	assert_null(field_named(form, "last_name")->note);
	form_end(&walk);
	form = form_begin(&walk, &noun_attendee);
	type(&walk, "Karim");
	press(&walk, "Tab");
	type(&walk, "Diop");
	while (form->focus != 4)
		press(&walk, "Tab");
	type(&walk, "karim@essai.example");
	press(&walk, "Tab");
	assert_non_null(field_named(form, "last_name")->error);
	draw(&walk);
	form_end(&walk);
	walk_end(&walk);
}

/* What a new row gets when nobody chooses stands in its field, and comes back when it is emptied.
 */
static void
forms__show__the_usual_status(void **state)
{
	(void)state;
	struct walk walk;
	walk_begin(&walk);
	struct form *form = form_begin(&walk, &noun_attendee);
	struct form_field *status = field_named(form, "status");
	assert_string_equal(status->input.text->str,
			    code_label(&code_attendee_statuses, "registered"));
	assert_false(form_changed(form));
	while (form_field_at(form, form->focus) != status)
		press(&walk, "Tab");
	press(&walk, "C-u");
	press(&walk, "Tab");
	assert_string_equal(status->input.text->str,
			    code_label(&code_attendee_statuses, "registered"));
	form_end(&walk);
	walk.event =
		made(walk.ui.store, &noun_event, 0, TYPED("title", "Complet", "seat_limit", "1"));
	made(walk.ui.store, &noun_attendee, walk.event, TYPED("last_name", "Petit"));
	form = form_begin(&walk, &noun_attendee);
	assert_string_equal(field_named(form, "status")->input.text->str,
			    code_label(&code_attendee_statuses, "waiting"));
	form_end(&walk);
	walk_end(&walk);
}

/* A copy is there once it is saved, whole and in the year of its date; what is wrong makes none. */
static void
forms__copy__an_event_when_it_is_saved(void **state)
{
	(void)state;
	struct walk walk;
	walk_begin(&walk);
	Store *store = walk.ui.store;
	struct form_request request = {.noun = &noun_event,
				       .copied = walk.event,
				       .focus = "start_date"};
	form_open(&walk.ui, &request);
	struct form *form = (struct form *)ui_top(&walk.ui);
	assert_false(form_changed(form));
	type(&walk, "31/02");
	press(&walk, "F2");
	assert_true(form_stands(&walk, form));
	assert_non_null(form_field_at(form, form->focus)->error);
	assert_int_equal(store_count(store, &entity_event, NULL, value_integer(0), NULL), 1);
	press(&walk, "C-u");
	type(&walk, "14/1/2028");
	press(&walk, "Tab");
	assert_int_equal(store_count(store, &entity_event, NULL, value_integer(0), NULL), 1);
	press(&walk, "F2");
	assert_false(form_stands(&walk, form));
	g_autoptr(Rows) events = store_all(store, &entity_event, NULL);
	assert_int_equal(events->n, 2);
	const struct event *copy = events->row[0];
	if (copy->id == walk.event)
		copy = events->row[1];
	assert_string_equal(copy->number, "2028-001");
	assert_string_equal(copy->start_date, "2028-01-14");
	assert_int_equal(store_count(store, &entity_session, "event_id", value_integer(copy->id),
				     NULL),
			 1);
	assert_int_equal(store_count(store, &entity_attendee, "event_id", value_integer(copy->id),
				     NULL),
			 0);
	walk_end(&walk);
}

/* "+7" is a week after the day that stands there, and stays it however often it is looked at. */
static void
forms__count__steps_from_the_day_that_stands(void **state)
{
	(void)state;
	struct walk walk;
	walk_begin(&walk);
	struct form_request request = {.noun = &noun_event, .id = walk.event};
	form_open(&walk.ui, &request);
	struct form *form = (struct form *)ui_top(&walk.ui);
	struct form_field *date = form_field_of(form, noun_key(&noun_event, "start_date"));
	static const struct {
		const char *typed, *left;
	} steps[] = {{"+7", "22/01/2027"}, {"+1s", "29/01/2027"}, {"-2", "27/01/2027"}};
	for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
		while (form_field_at(form, form->focus) != date)
			press(&walk, "Tab");
		press(&walk, "C-u");
		type(&walk, steps[i].typed);
		press(&walk, "Tab");
		press(&walk, "Tab");
		assert_string_equal(date->input.text->str, steps[i].left);
	}
	form_end(&walk);
	walk_end(&walk);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms__survive__what_is_typed),
		cmocka_unit_test(forms__tell__of_ten_thousand_letters),
		cmocka_unit_test(forms__ask__for_what_is_missing),
		cmocka_unit_test(forms__refuse__what_contradicts_itself),
		cmocka_unit_test(forms__tell__all_that_is_wrong_at_once),
		cmocka_unit_test(forms__spread__two_that_are_typed_as_one),
		cmocka_unit_test(forms__tell__who_is_registered_already),
		cmocka_unit_test(forms__show__the_usual_status),
		cmocka_unit_test(forms__copy__an_event_when_it_is_saved),
		cmocka_unit_test(forms__count__steps_from_the_day_that_stands),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	g_setenv("TERM", "vt100", TRUE); /* one that has no title to set */
	FILE *out = fopen("/dev/null", "w"), *in = fopen("/dev/null", "r");
	if (newterm("xterm-256color", out, in) == NULL)
		g_error("no terminal");
	draw_begin();
	int result = test_run("form_walk", tests);
	fclose(out);
	fclose(in);
	return result;
}
