/* How the preview of a connection log looks. */
#include <string.h>

#include "base/i18n.h"
#include "core/status.h"
#include "screens/connections_private.h"

enum {
	LINE_WIDTH = 5,
	OUTCOME_WIDTH = 17, /* "présent, modifié" */
	MINUTES_WIDTH = 11, /* "après-midi" */
	HEADS_LINE = 4,
};

static const struct connected_half_day *
half_day_at(const struct connections_screen *space, guint i)
{
	return g_ptr_array_index(space->plan->half_days, i);
}

static enum style
outcome_style(const struct connections_screen *space, const struct connected *person)
{
	switch (person->outcome) {
	case CONNECTED_DOUBTFUL:
		return STYLE_WARNING;
	case CONNECTED_UNKNOWN:
	case CONNECTED_GONE:
		return connected_reached_any(space->plan, person) ? STYLE_WARNING : STYLE_FAINT;
	case CONNECTED_NEW:
	case CONNECTED_CHANGED:
	case CONNECTED_REGISTERED:
		return STYLE_PLAIN;
	case CONNECTED_SAME:
	case CONNECTED_BELOW:
	case CONNECTED_HOST:
		break;
	}
	return STYLE_FAINT;
}

static void
summary_draw(const struct connections_screen *space, struct area body)
{
	struct connected_counts counts;
	connections_count(space->plan, &counts);
	g_autofree char *name = g_path_get_basename(space->path);
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, "%s · %s", _("Connection log"),
		    name);
	draw_format(body.y + 1, body.x + 1, body.width - 2, STYLE_PLAIN,
		    _("present %u · already there %u · too short %u · doubtful %u · not registered "
		      "%u"),
		    counts.new + counts.changed, counts.same, counts.below, counts.doubtful,
		    counts.unknown);
	g_autoptr(GString) half_days = g_string_new(NULL);
	for (guint i = 0; i < space->plan->half_days->len; i++) {
		g_string_append(half_days, i > 0 ? " · " : "");
		g_string_append_printf(half_days, _("%s: %d min"), half_day_at(space, i)->words,
				       (int)(half_day_at(space, i)->threshold / 60));
	}
	draw_format(body.y + 2, body.x + 1, body.width - 2, STYLE_FAINT, _("Present from: %s"),
		    half_days->str);
}

static void
views_draw(const struct connections_screen *space, struct area body)
{
	static const char *const labels[VIEWS_N] = {N_("People"), N_("Problems")};
	guint counts[VIEWS_N] = {space->plan->people->len, space->plan->problems->len};
	int x = body.x + 1;
	for (int i = 0; i < VIEWS_N; i++) {
		bool here = i == (int)space->view;
		g_autofree char *label =
			g_strdup_printf(here ? "[%s %u]" : " %s %u ", _(labels[i]), counts[i]);
		x += draw_text(body.y + 3, x, body.width, here ? STYLE_HEAD : STYLE_PLAIN, label) +
		     1;
	}
}

/* As many half-days as leave room for the name. */
static guint
half_days_shown(const struct connections_screen *space, struct area area)
{
	int room = (area.width - LINE_WIDTH - OUTCOME_WIDTH - 30) / MINUTES_WIDTH;
	return MIN((guint)MAX(room, 1), space->plan->half_days->len);
}

static int
names_x(struct area area)
{
	return area.x + 2 + LINE_WIDTH + 1 + OUTCOME_WIDTH + 1;
}

/* "matin" over its minutes; "12/11-am" when the log is of several days. Caller frees. */
static char *
half_day_head(const struct connections_screen *space, guint i)
{
	const struct connected_half_day *half_day = half_day_at(space, i);
	const struct connected_half_day *last = half_day_at(space, space->plan->half_days->len - 1);
	if (strcmp(half_day_at(space, 0)->date, last->date) == 0)
		return g_strdup(code_label(&code_half_day_parts, half_day->part));
	return g_strdup_printf("%.2s/%.2s-%s", half_day->date + 8, half_day->date + 5,
			       half_day->part);
}

static void
heads_draw(const struct connections_screen *space, int y, struct area area)
{
	guint n = half_days_shown(space, area);
	int x = names_x(area);
	if (space->view != VIEW_PEOPLE)
		return;
	draw_right(y, area.x + 2, LINE_WIDTH, STYLE_HEAD, _("Line"));
	draw_text(y, area.x + 3 + LINE_WIDTH, OUTCOME_WIDTH, STYLE_HEAD, _("Outcome"));
	for (guint i = 0; i < n; i++, x += MINUTES_WIDTH) {
		g_autofree char *head = half_day_head(space, i);
		draw_right(y, x, MINUTES_WIDTH - 1, STYLE_HEAD, head);
	}
	int rest = area.x + area.width - x - 2, name = rest / 2;
	draw_text(y, x + 1, name, STYLE_HEAD, _("In the log"));
	draw_text(y, x + 2 + name, rest - name - 1, STYLE_HEAD, _("Attendee"));
}

static void
person_draw(const struct connections_screen *space, guint place, int y, struct area area,
	    bool focus)
{
	const struct connected *person = g_ptr_array_index(space->plan->people, place);
	enum style style = focus ? STYLE_FOCUS : outcome_style(space, person);
	guint n = half_days_shown(space, area);
	int x = names_x(area);
	draw_format(y, area.x + 2, LINE_WIDTH, style, "%5u", person->line);
	draw_text(y, area.x + 3 + LINE_WIDTH, OUTCOME_WIDTH, style,
		  connected_outcome_text(person->outcome));
	for (guint i = 0; i < n; i++, x += MINUTES_WIDTH) {
		g_autofree char *minutes =
			g_strdup_printf("%d min", (int)(person->seconds[i] / 60));
		draw_right(y, x, MINUTES_WIDTH - 1, style, minutes);
	}
	int rest = area.x + area.width - x - 2, name = rest / 2;
	draw_text(y, x + 1, name, style, person->name);
	draw_text(y, x + 2 + name, rest - name - 1, style,
		  person->attendee != NULL ? person->attendee : person->reason);
}

static void
problem_draw(const struct connections_screen *space, guint place, int y, struct area area,
	     bool focus)
{
	const struct import_problem *problem = g_ptr_array_index(space->plan->problems, place);
	enum style style = focus                                       ? STYLE_FOCUS
			   : strcmp(problem->severity, "warning") == 0 ? STYLE_WARNING
								       : STYLE_PLAIN;
	if (problem->line > 0)
		draw_format(y, area.x + 2, LINE_WIDTH, style, "%5u", problem->line);
	draw_text(y, area.x + 8, area.width - 9, style, problem->message);
}

/* The whole of what the focused line has to say, below the list. Caller frees. */
static char *
focus_detail(const struct connections_screen *space)
{
	guint place = space->cursor[space->view];
	if (place >= connections_lines(space))
		return NULL;
	if (space->view == VIEW_PROBLEMS) {
		const struct import_problem *problem =
			g_ptr_array_index(space->plan->problems, place);
		return g_strdup(problem->message);
	}
	const struct connected *person = g_ptr_array_index(space->plan->people, place);
	const char *const words[] = {person->name, person->email, person->attendee, person->reason};
	GString *detail = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (words[i] != NULL)
			g_string_append_printf(detail, "%s%s", detail->len > 0 ? " · " : "",
					       words[i]);
	return g_string_free(detail, FALSE);
}

static void
lines_draw(struct connections_screen *space, struct area area)
{
	static void (*const draws[VIEWS_N])(const struct connections_screen *, guint, int,
					    struct area, bool) = {person_draw, problem_draw};
	guint *cursor = &space->cursor[space->view], *top = &space->top[space->view];
	space->page = (guint)MAX(area.height, 1);
	if (*cursor < *top)
		*top = *cursor;
	if (*cursor >= *top + space->page)
		*top = *cursor - space->page + 1;
	for (guint i = 0; i < space->page && *top + i < connections_lines(space); i++) {
		bool focus = *top + i == *cursor;
		int y = area.y + (int)i;
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)(*top + i));
		draw_cell(y, area.x, area.width, focus ? STYLE_FOCUS : STYLE_PLAIN,
			  focus ? ">" : " ");
		draws[space->view](space, *top + i, y, area, focus);
		if (focus)
			draw_cursor(y, area.x);
	}
}

void
connections_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct connections_screen *space = (struct connections_screen *)screen;
	(void)ui;
	if (space->plan == NULL)
		return;
	summary_draw(space, body);
	views_draw(space, body);
	heads_draw(space, body.y + HEADS_LINE, body);
	lines_draw(space, (struct area){body.y + HEADS_LINE + 1, body.x,
					body.height - HEADS_LINE - 3, body.width});
	g_autofree char *detail = focus_detail(space);
	if (detail != NULL)
		draw_paragraph((struct area){body.y + body.height - 2, body.x + 2, 2,
					     body.width - 4},
			       STYLE_FAINT, detail);
}
