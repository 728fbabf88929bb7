#include "screens/screen_workshops.h"

#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "screens/workshops_private.h"
#include "tui/chooser.h"

static void
space_free(struct screen *screen)
{
	struct workshops_screen *space = (struct workshops_screen *)screen;
	workshops_free(space->workshops);
	g_clear_pointer(&space->moves, g_array_unref);
	g_array_unref(space->seen);
	g_array_unref(space->lines);
	g_free(space->title);
	g_free(space);
}

const struct workshops_line *
workshops_line(const struct workshops_screen *space)
{
	return space->cursor < space->lines->len
		       ? &g_array_index(space->lines, struct workshops_line, space->cursor)
		       : NULL;
}

/* ---- what is shown ------------------------------------------------------------------------------
 */

static void
line_add(struct workshops_screen *space, struct workshops_line line)
{
	g_array_append_val(space->lines, line);
}

/* Each group with its workshops, then those who are in none of them. */
static void
table_lines(struct workshops_screen *space)
{
	guint n = space->workshops->list->len;
	for (guint i = 0; i < n; i++) {
		guint group = workshop_at(space->workshops, (int)i)->group;
		bool first = i == 0 || workshop_at(space->workshops, (int)i - 1)->group != group;
		bool last = i + 1 == n || workshop_at(space->workshops, (int)i + 1)->group != group;
		struct workshops_line line = {.group = group, .workshop = (int)i};
		if (first) {
			line.kind = LINE_GROUP;
			line_add(space, line);
		}
		line.kind = LINE_WORKSHOP;
		line_add(space, line);
		if (!last)
			continue;
		line.kind = LINE_NOWHERE;
		line.workshop = -1;
		line_add(space, line);
	}
}

static void
people_lines(struct workshops_screen *space)
{
	for (guint i = 0; i < space->workshops->people->len; i++) {
		const struct workshop_place *place =
			&workshops_person(space->workshops, i)->places[space->group];
		if (place->given == space->shown)
			line_add(space, (struct workshops_line){.kind = LINE_PERSON,
								.group = space->group,
								.workshop = place->given,
								.person = i});
	}
}

/* Those without a wish first, then those who would move, then the others. */
static int
move_weight(const struct workshops_screen *space, const struct workshop_move *move)
{
	const struct workshop_place *place =
		&workshops_person(space->workshops, move->person)->places[move->group];
	if (place->n_wishes > 0 && move->rank == 0 && !move->by_hand)
		return 0;
	return move->before >= 0 && move->before != move->now ? 1 : 2;
}

static void
proposal_lines(struct workshops_screen *space)
{
	table_lines(space);
	for (int weight = 0; weight < 3; weight++)
		for (guint i = 0; i < space->moves->len; i++) {
			const struct workshop_move *move =
				&g_array_index(space->moves, struct workshop_move, i);
			if (move_weight(space, move) != weight)
				continue;
			line_add(space, (struct workshops_line){.kind = LINE_MOVE,
								.group = move->group,
								.workshop = move->now,
								.person = move->person,
								.move = i});
		}
}

static bool
line_opens(const struct workshops_screen *space, guint place)
{
	return g_array_index(space->lines, struct workshops_line, place).kind != LINE_GROUP;
}

static void
lines_make(struct workshops_screen *space)
{
	g_array_set_size(space->lines, 0);
	if (space->view == VIEW_PEOPLE)
		people_lines(space);
	else if (space->view == VIEW_PROPOSAL)
		proposal_lines(space);
	else
		table_lines(space);
	space->cursor = MIN(space->cursor, space->lines->len > 0 ? space->lines->len - 1 : 0);
	while (space->cursor + 1 < space->lines->len && !line_opens(space, space->cursor))
		space->cursor++;
}

static void
view_go(struct workshops_screen *space, enum workshops_view view)
{
	if (space->view == VIEW_TABLE)
		space->table_cursor = space->cursor;
	space->view = view;
	space->cursor = view == VIEW_TABLE ? space->table_cursor : 0;
	space->top = 0;
	lines_make(space);
}

static void
propose(struct workshops_screen *space)
{
	g_clear_pointer(&space->moves, g_array_unref);
	space->moves = workshops_propose(space->workshops, &space->choice);
}

/* ---- what the person has seen -------------------------------------------------------------------
 */

/* Where somebody goes, whatever their places in the lists of the moment. */
struct seen_move {
	gint64 attendee_id, session_id;
	guint group;
};

static gint64
session_at(const Workshops *workshops, int place)
{
	const struct workshop *workshop = workshop_at(workshops, place);
	return workshop != NULL ? workshop->session_id : 0;
}

static struct seen_move
seen_of(const Workshops *workshops, const GArray *moves, guint i)
{
	const struct workshop_move *move = &g_array_index(moves, struct workshop_move, i);
	return (struct seen_move){workshops_person(workshops, move->person)->attendee_id,
				  session_at(workshops, move->now), move->group};
}

static void
seen_take(struct workshops_screen *space)
{
	g_array_set_size(space->seen, 0);
	for (guint i = 0; i < space->moves->len; i++) {
		struct seen_move seen = seen_of(space->workshops, space->moves, i);
		g_array_append_val(space->seen, seen);
	}
}

/* The same people go to the same workshops as the person has seen. */
static bool
seen_agrees(const struct workshops_screen *space, const Workshops *workshops, const GArray *moves)
{
	bool agree = space->seen->len == moves->len;
	for (guint i = 0; agree && i < moves->len; i++) {
		struct seen_move now = seen_of(workshops, moves, i);
		const struct seen_move *seen = &g_array_index(space->seen, struct seen_move, i);
		agree = seen->attendee_id == now.attendee_id &&
			seen->session_id == now.session_id && seen->group == now.group;
	}
	return agree;
}

static void
changed_say(struct ui *ui)
{
	ui_say(ui, TOAST_NOTE, _("The proposal has changed since: look at it again, F2 writes it"));
}

/* A proposal is made again of what has changed, and it is said when it is another one. */
static void
proposal_reload(struct workshops_screen *space, struct ui *ui)
{
	propose(space);
	if (space->own)
		seen_take(space);
	else if (!seen_agrees(space, space->workshops, space->moves))
		changed_say(ui);
	space->own = false;
}

static void
space_reload(struct screen *screen, struct ui *ui)
{
	struct workshops_screen *space = (struct workshops_screen *)screen;
	GError *error = NULL;
	Workshops *workshops = workshops_load(ui->store, space->event_id, &error);
	ui_fail(ui, error);
	if (workshops == NULL)
		return;
	workshops_free(space->workshops);
	space->workshops = workshops;
	bool gone = space->shown >= (int)workshops->list->len ||
		    space->group >= MAX(workshops->n_groups, 1);
	if (space->view == VIEW_PEOPLE && gone)
		space->view = VIEW_TABLE;
	if (space->view == VIEW_PROPOSAL)
		proposal_reload(space, ui);
	lines_make(space);
}

/* ---- moving somebody ----------------------------------------------------------------------------
 */

struct moving {
	struct workshops_screen *space;
	gint64 attendee_id, instead;
	GArray *sessions; /* gint64; 0: nowhere */
};

static void
moving_free(gpointer pointer)
{
	struct moving *moving = pointer;
	g_array_unref(moving->sessions);
	g_free(moving);
}

static void
move_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct moving *moving = user;
	GError *error = NULL;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	if (!ui_begin(ui, "workshop_give"))
		return;
	if (!workshop_give(ui->store, moving->attendee_id,
			   g_array_index(moving->sessions, gint64, index), moving->instead, notes,
			   &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_attendee, moving->attendee_id, moving->space->event_id, 1);
	moving->space->own = true;
	ui_commit(ui, notes->len > 0 ? g_ptr_array_index(notes, 0)
				     : _("Given by hand: it stays when the others are placed"));
}

static char *
place_detail(const struct workshop *workshop, const struct workshop_place *place, int at)
{
	GString *detail = g_string_new(NULL);
	g_string_printf(detail, "%u", workshop->assigned);
	if (workshop->capacity > 0)
		g_string_append_printf(detail, "/%d", (int)workshop->capacity);
	for (guint i = 0; i < place->n_wishes; i++)
		if ((int)place->wishes[i] == at)
			g_string_append_printf(detail, " · %s %u", _("wish"), i + 1);
	return g_string_free(detail, FALSE);
}

static void
move_ask(struct workshops_screen *space, struct ui *ui, const struct workshops_line *line)
{
	const struct workshop_attendee *person = workshops_person(space->workshops, line->person);
	const struct workshop_place *place = &person->places[line->group];
	struct moving *moving = g_new0(struct moving, 1);
	*moving = (struct moving){space, person->attendee_id, 0,
				  g_array_new(FALSE, FALSE, sizeof(gint64))};
	struct chooser *chooser = chooser_new(person->name, move_chosen, moving, moving_free);
	guint start = 0;
	for (guint i = 0; i < space->workshops->list->len; i++) {
		const struct workshop *workshop = workshop_at(space->workshops, (int)i);
		if (workshop->group != line->group)
			continue;
		if ((int)i == place->given)
			start = moving->sessions->len;
		g_autofree char *detail = place_detail(workshop, place, (int)i);
		chooser_add(chooser, workshop->title, detail);
		g_array_append_val(moving->sessions, workshop->session_id);
		moving->instead = workshop->session_id;
	}
	gint64 none = 0;
	chooser_add(chooser, _("in no workshop"), NULL);
	g_array_append_val(moving->sessions, none);
	chooser_show(chooser, ui, start);
}

/* ---- placing everybody --------------------------------------------------------------------------
 */

static void
placing_chosen(struct ui *ui, guint index, gpointer user)
{
	struct workshops_screen *space = user;
	(void)ui;
	if (index > 2)
		return;
	space->choice = (struct workshops_choice){.everybody = index >= 1, .anew = index == 2};
	propose(space);
	seen_take(space);
	view_go(space, VIEW_PROPOSAL);
}

static void
placing_ask(struct workshops_screen *space, struct ui *ui)
{
	struct chooser *chooser =
		chooser_new(_("Place people by their wishes"), placing_chosen, space, NULL);
	chooser_explain(chooser, _("Nothing is written before you have seen it."));
	chooser_add(chooser, _("Those who asked for something"), NULL);
	chooser_add(chooser, _("Everybody: the others go where most seats are free"), NULL);
	chooser_add(chooser, _("Everybody, and anew those given by hand"), NULL);
	chooser_add(chooser, _("Leave it as it is"), NULL);
	chooser_show(chooser, ui, 0);
}

/* Somebody may have written since, even before the gesture began: then what would be written is
 * shown first. */
static void
proposal_write(struct workshops_screen *space, struct ui *ui)
{
	GError *error = NULL;
	guint written = 0;
	if (!ui_begin(ui, "workshops_assign"))
		return;
	g_autoptr(Workshops) workshops = workshops_load(ui->store, space->event_id, &error);
	g_autoptr(GArray) moves =
		workshops != NULL ? workshops_propose(workshops, &space->choice) : NULL;
	bool holds = moves != NULL && seen_agrees(space, workshops, moves);
	bool done = holds && workshops_write(ui->store, workshops, moves, &written, &error);
	store_about(ui->store, &entity_event, space->event_id, space->event_id, written);
	if (!done) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		if (moves == NULL || holds)
			return;
		space->own = true;
		ui_reload(ui);
		changed_say(ui);
		return;
	}
	g_autofree char *what =
		g_strdup_printf(i18n_count("%u person placed", "%u people placed", written),
				written);
	space->view = VIEW_TABLE;
	space->cursor = space->table_cursor;
	ui_commit(ui, written > 0 ? what : _("Everybody is there already"));
	if (written == 0)
		ui_say(ui, TOAST_NOTE, _("Everybody is there already"));
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
line_open(struct workshops_screen *space, struct ui *ui)
{
	const struct workshops_line *line = workshops_line(space);
	if (line == NULL || line->kind == LINE_GROUP)
		return;
	if (line->kind == LINE_PERSON || line->kind == LINE_MOVE) {
		move_ask(space, ui, line);
		return;
	}
	if (space->view == VIEW_PROPOSAL)
		return;
	space->group = line->group;
	space->shown = line->kind == LINE_WORKSHOP ? line->workshop : -1;
	view_go(space, VIEW_PEOPLE);
}

static void
cursor_skip(struct workshops_screen *space, guint before)
{
	bool up = space->cursor < before;
	while (space->cursor < space->lines->len && !line_opens(space, space->cursor)) {
		if (up && space->cursor == 0) {
			up = false;
			continue;
		}
		space->cursor = up ? space->cursor - 1 : space->cursor + 1;
	}
}

static bool
space_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct workshops_screen *space = (struct workshops_screen *)screen;
	guint before = space->cursor;
	(void)ui;
	if (key_moves(key, &space->cursor, space->lines->len, space->page)) {
		cursor_skip(space, before);
		return true;
	}
	if (space->view != VIEW_TABLE && (key_is(key, "Esc") || key_is(key, "q"))) {
		view_go(space, VIEW_TABLE);
		return true;
	}
	return false;
}

static bool
space_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct workshops_screen *space = (struct workshops_screen *)screen;
	switch ((int)act) {
	case ACT_OPEN:
		line_open(space, ui);
		return true;
	case ACT_ASSIGN:
		if (space->view == VIEW_PROPOSAL)
			proposal_write(space, ui);
		else
			placing_ask(space, ui);
		return true;
	default:
		return false;
	}
}

static const struct key_help workshops_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class workshops_class = {
	.name = "workshops",
	.contexts = CONTEXT_WORKSHOPS,
	.draw = workshops_draw,
	.keys = workshops_keys,
	.key = space_key,
	.act = space_act,
	.reload = space_reload,
	.free = space_free,
};

void
workshops_open(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	struct event *event = store_get(ui->store, &entity_event, event_id, &error);
	Workshops *workshops = event != NULL ? workshops_load(ui->store, event_id, &error) : NULL;
	ui_fail(ui, error);
	if (workshops == NULL || workshops->list->len == 0) {
		if (workshops != NULL)
			ui_say(ui, TOAST_NOTE,
			       _("No workshops of the same time: the programme makes them"));
		workshops_free(workshops);
		entity_free(&entity_event, event);
		return;
	}
	struct workshops_screen *space = g_new0(struct workshops_screen, 1);
	space->screen = (struct screen){.class = &workshops_class, .tab = -1};
	space->event_id = event_id;
	space->title = g_strdup_printf("%s · %s", event->number, event->title);
	space->workshops = workshops;
	space->lines = g_array_new(FALSE, FALSE, sizeof(struct workshops_line));
	space->seen = g_array_new(FALSE, FALSE, sizeof(struct seen_move));
	entity_free(&entity_event, event);
	lines_make(space);
	ui_push(ui, &space->screen);
}
