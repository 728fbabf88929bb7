/* How the workshops look. */
#include "base/i18n.h"
#include "screens/workshops_private.h"

enum { COUNT_WIDTH = 9, GIVEN_WIDTH = 10, RANK_WIDTH = 10 };

static const struct workshop_place *
place_of(const struct workshops_screen *space, const struct workshops_line *line)
{
	return &workshops_person(space->workshops, line->person)->places[line->group];
}

static guint
rank_of(const struct workshop_place *place, int workshop)
{
	for (guint i = 0; i < place->n_wishes; i++)
		if ((int)place->wishes[i] == workshop)
			return i + 1;
	return 0;
}

/* "12/15", or "12" without a limit. */
static char *
given_text(guint given, gint64 capacity)
{
	return capacity > 0 ? g_strdup_printf("%u/%d", given, (int)capacity)
			    : g_strdup_printf("%u", given);
}

/* How many the proposal puts into a workshop (-1: nowhere, of a group). */
static guint
proposed(const struct workshops_screen *space, guint group, int workshop)
{
	guint n = 0;
	for (guint i = 0; space->moves != NULL && i < space->moves->len; i++) {
		const struct workshop_move *move =
			&g_array_index(space->moves, struct workshop_move, i);
		n += move->group == group && move->now == workshop;
	}
	return n;
}

static guint
nowhere(const struct workshops_screen *space, guint group)
{
	guint n = 0;
	for (guint i = 0; i < space->workshops->people->len; i++)
		n += workshops_person(space->workshops, i)->places[group].given < 0;
	return n;
}

static void
draw_counts(const struct workshops_screen *space, const struct workshop *workshop, int y, int right,
	    enum style style)
{
	int x = right - GIVEN_WIDTH - WORKSHOP_RANKS * COUNT_WIDTH;
	guint given = space->view == VIEW_PROPOSAL
			      ? proposed(space, workshop->group,
					 (int)(workshop - workshop_at(space->workshops, 0)))
			      : workshop->assigned;
	g_autofree char *text = given_text(given, workshop->capacity);
	bool beyond = workshop->capacity > 0 && given > workshop->capacity;
	for (int i = 0; i < WORKSHOP_RANKS; i++, x += COUNT_WIDTH) {
		g_autofree char *n = g_strdup_printf("%u", workshop->wishes[i]);
		draw_right(y, x, COUNT_WIDTH, style, n);
	}
	draw_right(y, x, GIVEN_WIDTH, beyond && style == STYLE_PLAIN ? STYLE_WARNING : style, text);
}

static void
draw_group(const struct workshops_screen *space, const struct workshops_line *line, int y,
	   struct area area)
{
	static const char *const heads[] = {N_("1st wish"), N_("2nd wish"), N_("Later"),
					    N_("Given")};
	int right = area.x + area.width - 1;
	int x = right - GIVEN_WIDTH - WORKSHOP_RANKS * COUNT_WIDTH;
	const struct workshop *first = workshop_at(space->workshops, line->workshop);
	draw_text(y, area.x + 1, x - area.x - 2, STYLE_HEAD,
		  *first->when != '\0' ? first->when : _("At a time to be fixed"));
	for (int i = 0; i < WORKSHOP_RANKS; i++, x += COUNT_WIDTH)
		draw_right(y, x, COUNT_WIDTH, STYLE_HEAD, _(heads[i]));
	draw_right(y, x, GIVEN_WIDTH, STYLE_HEAD, _(heads[WORKSHOP_RANKS]));
}

static char *
rank_text(guint rank, guint n_wishes)
{
	if (rank > 0)
		return g_strdup_printf(_("wish %u"), rank);
	return g_strdup(n_wishes > 0 ? _("no wish") : "–");
}

/* Of somebody, what they asked for stands at the right. */
static void
draw_person(const struct workshops_screen *space, const struct workshops_line *line, int y,
	    struct area area, enum style style)
{
	const struct workshop_place *place = place_of(space, line);
	const struct workshop_attendee *person = workshops_person(space->workshops, line->person);
	int name = MIN(30, area.width / 3), x = area.x + 3;
	g_autofree char *rank =
		rank_text(rank_of(place, place->given), place->given < 0 ? 0 : place->n_wishes);
	g_autoptr(GString) wishes = g_string_new(NULL);
	for (guint i = 0; i < place->n_wishes; i++)
		g_string_append_printf(wishes, "%s%s", i > 0 ? " ; " : "",
				       workshop_at(space->workshops, (int)place->wishes[i])->title);
	draw_text(y, x, name, style, person->name);
	draw_text(y, x + name + 1, RANK_WIDTH, style, place->by_hand ? _("by hand") : rank);
	draw_text(y, x + name + RANK_WIDTH + 2, area.width - name - RANK_WIDTH - 6, style,
		  wishes->str);
}

static void
draw_move(const struct workshops_screen *space, const struct workshops_line *line, int y,
	  struct area area, enum style style)
{
	const struct workshop_move *move =
		&g_array_index(space->moves, struct workshop_move, line->move);
	const struct workshop_attendee *person = workshops_person(space->workshops, move->person);
	const struct workshop *now = workshop_at(space->workshops, move->now);
	const struct workshop *before = workshop_at(space->workshops, move->before);
	int name = MIN(30, area.width / 3), x = area.x + 3;
	g_autofree char *rank = rank_text(move->rank, place_of(space, line)->n_wishes);
	g_autofree char *where =
		before != NULL && move->before != move->now
			? g_strdup_printf(_("%s (instead of: %s)"),
					  now != NULL ? now->title : _("nowhere"), before->title)
			: g_strdup(now != NULL ? now->title : _("nowhere"));
	draw_text(y, x, name, style, person->name);
	draw_text(y, x + name + 1, RANK_WIDTH, style, move->by_hand ? _("by hand") : rank);
	draw_text(y, x + name + RANK_WIDTH + 2, area.width - name - RANK_WIDTH - 6, style, where);
}

/* Who asked and gets nothing of it is to be seen at once. */
static enum style
line_style(const struct workshops_screen *space, const struct workshops_line *line)
{
	if (line->kind != LINE_MOVE)
		return STYLE_PLAIN;
	const struct workshop_move *move =
		&g_array_index(space->moves, struct workshop_move, line->move);
	if (place_of(space, line)->n_wishes > 0 && move->rank == 0 && !move->by_hand)
		return STYLE_WARNING;
	return move->now == move->before ? STYLE_FAINT : STYLE_PLAIN;
}

static void
draw_line_of(const struct workshops_screen *space, const struct workshops_line *line, int y,
	     struct area area, bool focus)
{
	enum style style = focus ? STYLE_FOCUS : line_style(space, line);
	int title = area.width - GIVEN_WIDTH - WORKSHOP_RANKS * COUNT_WIDTH - 5;
	guint left = space->view == VIEW_PROPOSAL ? proposed(space, line->group, -1)
						  : nowhere(space, line->group);
	if (line->kind != LINE_GROUP)
		draw_cell(y, area.x, area.width, style, focus ? " >" : "");
	switch (line->kind) {
	case LINE_GROUP:
		draw_group(space, line, y, area);
		break;
	case LINE_WORKSHOP:
		draw_text(y, area.x + 3, title, style,
			  workshop_at(space->workshops, line->workshop)->title);
		draw_counts(space, workshop_at(space->workshops, line->workshop), y,
			    area.x + area.width - 1, style);
		break;
	case LINE_NOWHERE:
		draw_text(y, area.x + 3, title, style, _("in no workshop"));
		draw_format(y, area.x + area.width - 1 - 6, 6, style, "%6u", left);
		break;
	case LINE_PERSON:
		draw_person(space, line, y, area, style);
		break;
	case LINE_MOVE:
		draw_move(space, line, y, area, style);
		break;
	}
}

/* What the whole comes to, of what is proposed. */
static char *
proposal_words(const struct workshops_screen *space)
{
	struct workshop_counts counts;
	workshops_count(space->workshops, space->moves, &counts);
	g_autofree char *words = workshops_words(&counts);
	guint n = space->workshops->people->len, groups = space->workshops->n_groups;
	if (groups > 1)
		return g_strdup_printf(i18n_count("Proposed for %u person, in %u groups of "
						  "workshops: %s. F2 places them so",
						  "Proposed for %u people, in %u groups of "
						  "workshops: %s. F2 places them so",
						  n),
				       n, groups, *words != '\0' ? words : _("nobody"));
	return g_strdup_printf(i18n_count("Proposed for %u person: %s. F2 places them so",
					  "Proposed for %u people: %s. F2 places them so", n),
			       n, *words != '\0' ? words : _("nobody"));
}

static char *
explanation(const struct workshops_screen *space)
{
	if (space->view == VIEW_PROPOSAL)
		return proposal_words(space);
	if (space->view == VIEW_PEOPLE)
		return g_strdup(space->shown >= 0
					? workshop_at(space->workshops, space->shown)->title
					: _("in no workshop"));
	return g_strdup(_("Who asked for what, who is where; Enter shows the names"));
}

void
workshops_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct workshops_screen *space = (struct workshops_screen *)screen;
	(void)ui;
	g_autofree char *words = explanation(space);
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, _("Workshops · %s"),
		    space->title);
	int lines = draw_paragraph((struct area){body.y + 1, body.x + 1, 2, body.width - 2},
				   space->view == VIEW_PROPOSAL ? STYLE_GOOD : STYLE_FAINT, words);
	struct area area = {body.y + 2 + lines, body.x, body.height - 2 - lines, body.width};
	space->page = (guint)MAX(area.height, 1);
	if (space->cursor < space->top + 1)
		space->top = space->cursor > 0 ? space->cursor - 1 : 0;
	if (space->cursor >= space->top + space->page)
		space->top = space->cursor - space->page + 1;
	for (guint i = 0; i < space->page && space->top + i < space->lines->len; i++) {
		const struct workshops_line *line =
			&g_array_index(space->lines, struct workshops_line, space->top + i);
		bool focus = space->top + i == space->cursor;
		if (line->kind != LINE_GROUP)
			draw_hit((struct area){area.y + (int)i, area.x, 1, area.width}, HIT_ROW,
				 (int)(space->top + i));
		draw_line_of(space, line, area.y + (int)i, area, focus);
		if (focus)
			draw_cursor(area.y + (int)i, area.x + 1);
	}
	if (space->lines->len == 0)
		draw_text(area.y, area.x + 3, area.width - 4, STYLE_FAINT, _("Nobody"));
}
