/* Somebody at the door who is not registered: three fields, the last Enter registers and marks. */
#include "app/gesture.h"
#include "app/noun.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "screens/door_private.h"
#include "tui/complete.h"

enum walk_in_field {
	FIELD_NAME,
	FIELD_ORGANISATION,
	FIELD_EMAIL,
	FIELDS_N,
};

struct walk_in {
	struct screen screen;
	struct door *door;
	struct input inputs[FIELDS_N];
	int focus;
	char *proposed; /* an organisation of the directory that begins so; NULL: none */
	char *known;    /* who is on the list under nearly the name typed; NULL: nobody */
	char *another;  /* the name of which it was said that it is somebody else's; NULL: none */
	bool saving;    /* the question was asked before registering */
};

static void
walk_in_free(struct screen *screen)
{
	struct walk_in *walk_in = (struct walk_in *)screen;
	for (int i = 0; i < FIELDS_N; i++)
		input_clear(&walk_in->inputs[i]);
	g_free(walk_in->proposed);
	g_free(walk_in->known);
	g_free(walk_in->another);
	g_free(walk_in);
}

static char *
field_text_of(const struct walk_in *walk_in, enum walk_in_field field)
{
	return text_accept(walk_in->inputs[field].text->str, false, NULL);
}

/* How the name is read, before it is written: two words may be either way round. */
static char *
name_said(const struct walk_in *walk_in)
{
	g_autofree char *name = field_text_of(walk_in, FIELD_NAME);
	g_autofree char *email = field_text_of(walk_in, FIELD_EMAIL);
	g_autoptr(NameParts) parts = name != NULL ? walk_in_name(name, email) : NULL;
	if (parts == NULL || parts->last_name == NULL)
		return g_strdup(_("Zoé Élan, ÉLAN Zoé or Élan, Zoé"));
	if (parts->first_name == NULL)
		return g_strdup_printf(_("→ last name: %s"), parts->last_name);
	return g_strdup_printf(_("→ first name: %s · last name: %s"), parts->first_name,
			       parts->last_name);
}

static void
walk_in_draw(struct screen *screen, struct ui *ui, struct area body)
{
	static const char *const labels[FIELDS_N] = {N_("Name"), N_("Organisation"), N_("E-mail")};
	struct walk_in *walk_in = (struct walk_in *)screen;
	(void)ui;
	int width = MIN(body.width - 4, 72), label = 14;
	struct area area = {body.y + (body.height - 7) / 2, body.x + (body.width - width) / 2, 7,
			    width};
	draw_frame(area, _("Somebody who is not registered"));
	for (int i = 0; i < FIELDS_N; i++) {
		int y = area.y + 1 + i;
		draw_hit((struct area){y, area.x + 1, 1, width - 2}, HIT_ROW, i);
		draw_text(y, area.x + 2, label - 1, STYLE_FAINT, _(labels[i]));
		input_draw(&walk_in->inputs[i],
			   (struct area){y, area.x + 2 + label, 1, width - label - 4},
			   i == walk_in->focus);
	}
	g_autofree char *name = name_said(walk_in);
	draw_text(area.y + 4, area.x + 2 + label, width - label - 4, STYLE_FAINT, name);
	if (walk_in->focus == FIELD_ORGANISATION && walk_in->proposed != NULL)
		draw_format(area.y + 5, area.x + 2, width - 4, STYLE_FAINT, _("→ takes: %s"),
			    walk_in->proposed);
	else if (walk_in->known != NULL)
		draw_format(area.y + 5, area.x + 2, width - 4, STYLE_WARNING,
			    _("On the list already: %s. Enter: choose"), walk_in->known);
}

static void
organisation_propose_text(struct walk_in *walk_in, struct ui *ui)
{
	const char *typed = walk_in->inputs[FIELD_ORGANISATION].text->str;
	struct completion completion;
	g_clear_pointer(&walk_in->proposed, g_free);
	if (*typed == '\0')
		return;
	complete_find(ui->store, &noun_person, noun_key(&noun_person, "organisation"), 0, typed,
		      false, &completion);
	guint known = completion.texts->len - (completion.creates ? 1 : 0);
	if (completion.texts->len > 0 && known > 0)
		walk_in->proposed = g_strdup(g_ptr_array_index(completion.texts, 0));
	completion_clear(&completion);
}

/* Registered and marked in one gesture: F4 takes both back. */
static bool
walk_in_write(struct walk_in *walk_in, struct ui *ui, gint64 *id, gint64 *gesture, GError **error)
{
	struct door *door = walk_in->door;
	g_autofree char *name = field_text_of(walk_in, FIELD_NAME);
	g_autofree char *organisation = field_text_of(walk_in, FIELD_ORGANISATION);
	g_autofree char *email = field_text_of(walk_in, FIELD_EMAIL);
	struct presence_said said = {.state = "present", .origin = "checkin"};
	bool marked = false;
	*id = walk_in_register(ui->store, door->event_id, name, organisation, email, error);
	if (*id == 0 || !presence_note(ui->store, *id, door_half_day(door), &said, &marked, error))
		return false;
	store_about(ui->store, &entity_attendee, *id, door->event_id, 1);
	return store_commit(ui->store, gesture, error);
}

static void
walk_in_save(struct walk_in *walk_in, struct ui *ui)
{
	struct door *door = walk_in->door;
	GError *error = NULL;
	gint64 id = 0, gesture = 0;
	if (!ui_begin(ui, "attendee_new"))
		return;
	if (!walk_in_write(walk_in, ui, &id, &gesture, &error)) {
		if (store_in_gesture(ui->store))
			store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	ui_remove(ui, &walk_in->screen);
	input_set(&door->query, NULL);
	door_load(door, ui);
	door_walked_in(door, ui, id, gesture);
}

void
door_walked_in(struct door *door, struct ui *ui, gint64 attendee_id, gint64 gesture)
{
	const struct attendee *attendee = door_row(door, ui->store, attendee_id);
	door_hear(door, ui->store, attendee_id);
	if (attendee == NULL)
		return;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	struct recent done = {.gesture = gesture, .attendee_id = attendee_id, .fresh = true};
	done.words =
		g_strdup_printf(_("no. %s  registered at the door — %s"), attendee->number, name);
	door_done(door, done);
	ui_say(ui, TOAST_DONE, _("Registered and present: %s, no. %s"), name, attendee->number);
}

/* ---- is it somebody who is known? ---------------------------------------------------------------
 */

static const char *
name_typed(const struct walk_in *walk_in)
{
	return walk_in->inputs[FIELD_NAME].text->str;
}

static void
known_find(struct walk_in *walk_in, struct ui *ui)
{
	g_clear_pointer(&walk_in->known, g_free);
	if (g_strcmp0(walk_in->another, name_typed(walk_in)) == 0)
		return;
	g_autoptr(GArray) ids = door_known(walk_in->door, name_typed(walk_in));
	const struct attendee *attendee =
		ids->len > 0 ? door_row(walk_in->door, ui->store, g_array_index(ids, gint64, 0))
			     : NULL;
	if (attendee == NULL)
		return;
	g_autofree char *name = name_listed(attendee->first_name, attendee->last_name);
	walk_in->known = attendee->organisation != NULL
				 ? g_strdup_printf("%s, %s", name, attendee->organisation)
				 : g_steal_pointer(&name);
}

static void
known_answered(struct ui *ui, bool another, gpointer user)
{
	struct walk_in *walk_in = user;
	struct door *door = walk_in->door;
	if (another) {
		g_free(walk_in->another);
		walk_in->another = g_strdup(name_typed(walk_in));
		known_find(walk_in, ui);
		if (walk_in->saving)
			walk_in_save(walk_in, ui);
		else
			walk_in->focus = FIELD_ORGANISATION;
		return;
	}
	ui_remove(ui, &walk_in->screen);
	input_set(&door->query, NULL);
	door_refilter(door, ui);
}

/* True when a question stands: nobody is registered twice for a slip. */
static bool
known_asked(struct walk_in *walk_in, struct ui *ui, bool saving)
{
	walk_in->saving = saving;
	return g_strcmp0(walk_in->another, name_typed(walk_in)) != 0 &&
	       door_known_ask(walk_in->door, ui, name_typed(walk_in), known_answered, walk_in);
}

static void
focus_go(struct walk_in *walk_in, int by)
{
	walk_in->focus = (walk_in->focus + by + FIELDS_N) % FIELDS_N;
}

static void
next_field(struct walk_in *walk_in, struct ui *ui)
{
	if (walk_in->focus != FIELD_NAME || !known_asked(walk_in, ui, false))
		focus_go(walk_in, 1);
}

static void
walk_in_register_asking(struct walk_in *walk_in, struct ui *ui)
{
	if (!known_asked(walk_in, ui, true))
		walk_in_save(walk_in, ui);
}

static void
field_typed(struct walk_in *walk_in, struct ui *ui)
{
	if (walk_in->focus == FIELD_ORGANISATION)
		organisation_propose_text(walk_in, ui);
	else if (walk_in->focus == FIELD_NAME)
		known_find(walk_in, ui);
}

static bool
walk_in_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct walk_in *walk_in = (struct walk_in *)screen;
	struct input *input = &walk_in->inputs[walk_in->focus];
	if (key_is(key, "F1"))
		return false;
	if (key_is(key, "Esc") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	else if (key_is(key, "F2") || key_is(key, "C-s") ||
		 (key_is(key, "Enter") && walk_in->focus == FIELD_EMAIL))
		walk_in_register_asking(walk_in, ui);
	else if (key_is(key, "Enter") || key_is(key, "Tab") || key_is(key, "Down"))
		next_field(walk_in, ui);
	else if (key_is(key, "S-Tab") || key_is(key, "Up"))
		focus_go(walk_in, -1);
	else if (key_is(key, "Right") && walk_in->focus == FIELD_ORGANISATION &&
		 walk_in->proposed != NULL && input->cursor == input->text->len)
		input_set(input, walk_in->proposed);
	else if (input_key(input, key))
		field_typed(walk_in, ui);
	return true;
}

/* Into a field; no click registers anybody. */
static bool
walk_in_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	(void)ui;
	((struct walk_in *)screen)->focus = hit->value;
	return false;
}

static bool
walk_in_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class walk_in_class = {
	.name = "walk-in",
	.hint = N_("Enter next field, then register · F2 register now · Esc back to the door"),
	.overlay = true,
	.draw = walk_in_draw,
	.key = walk_in_key,
	.click = walk_in_click,
	.wheel_tabs = true,
	.typing = walk_in_typing,
	.free = walk_in_free,
};

void
door_walk_in(struct door *door, struct ui *ui)
{
	struct walk_in *walk_in = g_new0(struct walk_in, 1);
	walk_in->screen = (struct screen){.class = &walk_in_class, .tab = -1};
	walk_in->door = door;
	for (int i = 0; i < FIELDS_N; i++)
		input_init(&walk_in->inputs[i], i == FIELD_NAME ? door->query.text->str : NULL,
			   false);
	known_find(walk_in, ui);
	ui_push(ui, &walk_in->screen);
}
