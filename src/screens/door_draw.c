#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "screens/door_private.h"

#define TIME_WIDTH 5
#define BAR_WIDTH  8 /* at least */

/* Beside the half-day, in what is left of its row: that it is not that of now, the key of another.
 */
static void
half_day_hint(const struct door *door, struct area row, int taken)
{
	static const char *const now[] = {N_("F6 another half-day"), N_("F6 another"), NULL};
	static const char *const other[] = {N_("not now: F6 for another"), N_("not now · F6"),
					    N_("not now"), NULL};
	bool several = door->half_days->len > 1;
	if (door->today && !several)
		return;
	for (const char *const *hint = door->today ? now : other + (several ? 0 : 2); *hint != NULL;
	     hint++) {
		int width = text_width(_(*hint)), x = row.x + row.width - width - 1;
		if (taken + width + 2 > row.width)
			continue;
		draw_text(row.y, x, width, door->today ? STYLE_BANNER : STYLE_WARNING, _(*hint));
		if (several)
			draw_hit_key((struct area){row.y, x, 1, width}, "F6");
		return;
	}
}

/* Which half-day stands large: it is the mistake that costs most. */
static void
head_draw(const struct door *door, struct area *area)
{
	g_autofree char *upper = g_utf8_strup(door->words != NULL ? door->words : "", -1);
	g_autofree char *large = g_strdup_printf("  %s  ", upper);
	draw_cell(area->y, area->x, area->width, STYLE_HEAD, "");
	draw_text(area->y, area->x + 1, area->width - 2, STYLE_HEAD, door->title);
	draw_cell(area->y + 1, area->x, area->width, door->today ? STYLE_BANNER : STYLE_WARNING,
		  large);
	half_day_hint(door, (struct area){area->y + 1, area->x, 1, area->width}, text_width(large));
	area->y += 2;
	area->height -= 2;
}

/* Those who run the day are no participants; they are told where there is room for it. Caller
 * frees.
 */
static char *
count_words(const struct turnout *count, int room)
{
	g_autofree char *words =
		g_strdup_printf(i18n_count("%u participant present of %u",
					   "%u participants present of %u", count->present),
				count->present, count->expected);
	if (count->others_expected == 0)
		return g_steal_pointer(&words);
	g_autofree char *others = g_strdup_printf(_("speakers, staff: %u of %u"),
						  count->others_present, count->others_expected);
	g_autofree char *both = g_strdup_printf("%s · %s", words, others);
	bool fits = text_width(both) + BAR_WIDTH + 4 <= room;
	return fits ? g_steal_pointer(&both) : g_steal_pointer(&words);
}

static void
bar_draw(const struct door *door, struct area *area)
{
	const struct turnout *people = &door->count;
	g_autofree char *count = count_words(people, area->width);
	int width = area->width - text_width(count) - 4;
	int full =
		people->expected > 0 ? (int)((guint)width * people->present / people->expected) : 0;
	for (int x = 0; x < width; x++)
		draw_text(area->y, area->x + 1 + x, 1, x < full ? STYLE_GOOD : STYLE_FAINT,
			  x < full ? draw_letter("█", "#") : draw_letter("░", "."));
	draw_text(area->y, area->x + width + 3, area->width - width - 3, STYLE_PLAIN, count);
	area->y++;
	area->height--;
}

static void
query_draw(const struct door *door, struct area *area)
{
	const char *label = _("Who?");
	int width = text_width(label);
	draw_text(area->y, area->x + 1, width, STYLE_HEAD, label);
	input_draw(&door->query,
		   (struct area){area->y, area->x + width + 2, 1, area->width - width - 3}, true);
	area->y++;
	area->height--;
}

/* "[x]" present, and a letter for the other states: no state by colour alone. */
static const char *
state_mark(const struct arrival *arrival)
{
	if (arrival == NULL)
		return "[ ]";
	if (code_is(&code_presence_states, arrival->state, CODE_COUNTED))
		return "[x]";
	switch (*arrival->state) {
	case 'e':
		return "[e]";
	case 'r':
		return "[r]";
	case 'a':
		return "[a]";
	default:
		return "[ ]";
	}
}

/* Where they are from; of somebody who is not registered that first: "on the waiting list · DDETS".
 * Caller frees. */
static char *
beside_name(const struct attendee *attendee, bool registered)
{
	if (registered)
		return g_strdup(attendee->organisation);
	return g_strjoin(" · ", code_label(&code_attendee_statuses, attendee->status),
			 attendee->organisation, NULL);
}

static void
row_draw(struct door *door, struct ui *ui, guint place, int y, struct area area)
{
	gint64 id = door->shown[place];
	const struct attendee *attendee = door_row(door, ui->store, id);
	const struct arrival *arrival = g_hash_table_lookup(door->arrivals, &id);
	if (attendee == NULL)
		return;
	bool focus = place == door->cursor;
	bool stands = code_is(&code_attendee_statuses, attendee->status, CODE_LIVE);
	bool registered = code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED);
	enum style style = focus             ? STYLE_FOCUS
			   : !stands         ? STYLE_FAINT
			   : arrival != NULL ? STYLE_GOOD
					     : STYLE_PLAIN;
	g_autofree char *name = name_listed(attendee->first_name, attendee->last_name);
	int x = area.x + 6, right = area.x + area.width - TIME_WIDTH - 1;
	int room = right - x - 1, first = room * 2 / 5;
	draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	draw_cell(y, area.x, area.width, style, "");
	draw_text(y, area.x, 1, style, focus ? ">" : " ");
	draw_text(y, area.x + 2, 3, style,
		  door->guessed && arrival == NULL ? "[?]" : state_mark(arrival));
	draw_text(y, x, first - 1, style, name);
	g_autofree char *beside = beside_name(attendee, registered);
	draw_text(y, x + first, room - first, style, beside);
	g_autofree char *time = time_text(arrival != NULL ? arrival->time : NULL, false);
	draw_right(y, right, TIME_WIDTH, style, time);
}

/* ---- the foot -----------------------------------------------------------------------------------
 */

/* Rows of the body below which the names come first. */
#define LOW              16
#define LOW_RECENT_SHOWN 1

static guint
recent_lines(const struct door *door, bool low)
{
	guint n = MIN(door->recent->len, low ? LOW_RECENT_SHOWN : RECENT_SHOWN);
	return n == 0 && door->before > 0 ? 1 : n;
}

/* How many rows the foot takes: where there is room as many as it may need, so that the names stay
 * where they are; in a low terminal those that say something. */
static int
foot_height(const struct door *door, bool low)
{
	int lines = (int)recent_lines(door, true) + (door->heard != NULL ? 1 : 0);
	return low ? lines + (lines > 0 ? 1 : 0) : 2 + RECENT_SHOWN;
}

static void
recent_draw(const struct recent *recent, struct area row, bool undoable)
{
	g_autofree char *words = recent->undone ? g_strdup_printf(_("undone: %s"), recent->words)
						: g_strdup(recent->words);
	int hint = undoable ? text_width(_("F4 undo")) + 2 : 0;
	draw_text(row.y, row.x + 1, row.width - 2 - hint,
		  recent->undone ? STYLE_FAINT : STYLE_PLAIN, words);
	if (!undoable)
		return;
	row.x += row.width - hint + 1;
	row.width = hint - 2;
	draw_text(row.y, row.x, row.width, STYLE_FAINT, _("F4 undo"));
	draw_hit_key(row, "F4");
}

/* What the last one must hear of, then what was done last. */
static void
foot_draw(const struct door *door, struct area area, bool low)
{
	if (area.height == 0)
		return;
	draw_line(area.y++, area.x, area.width);
	if (door->heard != NULL)
		draw_text(area.y, area.x + 1, area.width - 2, STYLE_WARNING, door->heard);
	area.y += door->heard != NULL || !low ? 1 : 0;
	if (door->recent->len == 0 && door->before > 0)
		draw_format(area.y, area.x + 1, area.width - 2, STYLE_FAINT,
			    i18n_count("%u marked before this screen was opened",
				       "%u marked before this screen was opened", door->before),
			    door->before);
	bool undoable = true;
	for (guint i = 0; i < door->recent->len && i < recent_lines(door, low); i++) {
		const struct recent *recent = &g_array_index(door->recent, struct recent, i);
		recent_draw(recent, (struct area){area.y + (int)i, area.x, 1, area.width},
			    undoable && !recent->undone);
		undoable &= recent->undone;
	}
}

/* How many more stand above and below: on the line of the foot, else beside the last name. */
static void
more_draw(const struct door *door, struct area body, bool line)
{
	int right = body.x + body.width - 1, last = body.y + (int)door->page - 1;
	guint end = MIN(door->top + door->page, door->n_shown);
	draw_more(body.y, right, door->top, false, true);
	draw_more(last + (line ? 1 : 0), right, door->n_shown - end, true, !line);
}

void
door_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct door *door = (struct door *)screen;
	bool low = body.height < LOW;
	const int foot = foot_height(door, low);
	head_draw(door, &body);
	bar_draw(door, &body);
	query_draw(door, &body);
	door->page = (guint)MAX(1, body.height - foot - (door->guessed ? 1 : 0));
	if (door->cursor < door->top)
		door->top = door->cursor;
	if (door->cursor >= door->top + door->page)
		door->top = door->cursor - door->page + 1;
	if (door->guessed) {
		draw_text(body.y++, body.x + 3, body.width - 4, STYLE_WARNING,
			  _("Nobody answers to that. Perhaps:"));
		body.height--;
	}
	for (guint i = 0; i < door->page && door->top + i < door->n_shown; i++)
		row_draw(door, ui, door->top + i, body.y + (int)i, body);
	if (door->n_shown == 0)
		draw_text(body.y, body.x + 3, body.width - 4, STYLE_FAINT,
			  door->index != NULL && door->index->n > 0
				  ? _("Nobody answers to that: F5 registers somebody who comes")
				  : _("Nobody is registered: F5 registers somebody who comes"));
	foot_draw(door, (struct area){body.y + (int)door->page, body.x, foot, body.width}, low);
	more_draw(door, body, foot > 0);
}
