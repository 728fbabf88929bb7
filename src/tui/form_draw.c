/* How a form looks. */
#include "app/checkin.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"

#define INPUT_WIDTH         24 /* beside what is said of it */
#define INPUT_LEAST         12
#define LONG_HEIGHT         3
#define PROBLEM_LINES_LEAST 3

/* ---- what is said of a field --------------------------------------------------------------------
 */

/* What stands beside or below the input. */
struct said {
	char *text; /* NULL: nothing */
	int input;  /* columns that the input keeps */
	int lines;  /* below it; 0: beside */
	enum style style;
};

/* True when the input keeps room for what stands in it beside TEXT. */
static bool
fits_beside(const struct form *form, const struct form_field *field, const char *text)
{
	int left = form->room - text_width(text) - 1;
	return left >= MAX(INPUT_LEAST, text_width(field->input.text->str) + 1);
}

static char *
said_of_day(const struct form *form, const struct form_field *field)
{
	static const enum date_style styles[] = {DATE_LONG, DATE_MEDIUM, DATE_SHORT, DATE_NUMERIC};
	char *text = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
		g_autofree char *date = date_text(field->day, styles[i]);
		g_free(text);
		text = g_strdup_printf("%s %s", draw_letter("→", "->"), date);
		if (fits_beside(form, field, text))
			break;
	}
	return text;
}

static char *
said_of_made(const struct form_field *field)
{
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < field->made->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? " ; " : "",
				       (const char *)g_ptr_array_index(field->made, i));
	g_autofree char *sentence =
		g_strdup_printf(i18n_count("will be made: %s", "will be made: %s",
					   field->made->len),
				names->str);
	return field->means != NULL ? g_strdup_printf("%s %s · %s", draw_letter("→", "->"),
						      sentence, field->means)
				    : g_strdup_printf("%s %s", draw_letter("→", "->"), sentence);
}

/* Clear its text with g_free(). */
static struct said
said_of(const struct form *form, const struct form_field *field)
{
	struct said said = {.input = form->room, .style = STYLE_GOOD};
	if (field->day != NULL)
		said.text = said_of_day(form, field);
	else if (field->made->len > 0)
		said.text = said_of_made(field);
	else if (field->means != NULL)
		said.text = g_strdup_printf("%s %s", draw_letter("→", "->"), field->means);
	else if (field->note != NULL && field->error == NULL)
		said = (struct said){g_strdup_printf("! %s", field->note), form->room, 0,
				     STYLE_WARNING};
	else if (field->remark != NULL)
		said.text = g_strdup_printf("%s %s", draw_letter("→", "->"), field->remark);
	else if (field == form_field_at(form, form->focus) && form_field_finds(form, field))
		said.text = g_strdup(_("F3: find a date"));
	else if (field == form_field_at(form, form->focus) && field->key->help != NULL)
		said.text = g_strdup(_(field->key->help));
	if (said.text == NULL)
		return said;
	if (!field->input.lines && fits_beside(form, field, said.text))
		said.input = MIN(INPUT_WIDTH, form->room - text_width(said.text) - 1);
	else
		said.lines = draw_paragraph_lines(form->room, said.text);
	return said;
}

/* ---- fields -------------------------------------------------------------------------------------
 */

static int
input_lines(const struct form_field *field)
{
	return field->input.lines ? LONG_HEIGHT : 1;
}

static char *
error_text(const struct form_field *field)
{
	return g_strdup_printf("! %s", field->error);
}

static int
field_lines(const struct form *form, const struct form_field *field)
{
	struct said said = said_of(form, field);
	int lines = input_lines(field) + said.lines;
	if (field->error != NULL) {
		g_autofree char *error = error_text(field);
		lines += draw_paragraph_lines(form->room, error);
	}
	g_free(said.text);
	return lines;
}

static int
field_offset(const struct form *form, guint place)
{
	int offset = 0;
	for (guint i = 0; i < place; i++)
		offset += field_lines(form, form_field_at(form, i));
	return offset;
}

static void
label_draw(const struct form *form, const struct form_field *field, int y, int x, bool focus,
	   int bottom)
{
	const struct field *member = noun_field(form->noun, field->key);
	bool required = member != NULL && (member->flags & FIELD_REQUIRED) != 0 &&
			member->kind != FIELD_BOOLEAN;
	g_autofree char *label =
		g_strconcat(noun_key_label(form->noun, field->key), required ? " *" : "", NULL);
	draw_text(y, x, 1, STYLE_PLAIN, focus ? ">" : " ");
	draw_text(y, x + 1, LABEL_WIDTH - 1, focus ? STYLE_HEAD : STYLE_PLAIN, label);
	if (focus && field->input.lines && bottom > y + 1)
		draw_text(y + 1, x + 1, LABEL_WIDTH - 1, STYLE_FAINT, _("F6: my editor"));
}

/* What is said of the field, into REST, which begins below its input. */
static void
said_draw(const struct said *said, const char *error, struct area rest)
{
	if (said->text != NULL && said->lines == 0)
		draw_text(rest.y - 1, rest.x + said->input + 1, rest.width - said->input - 1,
			  said->style, said->text);
	if (said->lines > 0) {
		int taken = draw_paragraph(rest, said->style, said->text);
		rest.y += taken;
		rest.height -= taken;
	}
	if (error != NULL)
		draw_paragraph(rest, STYLE_ERROR, error);
}

static void
field_draw(struct form *form, guint place, int y, struct area area)
{
	struct form_field *field = form_field_at(form, place);
	bool focus = place == form->focus;
	int bottom = area.y + area.height, x = area.x + LABEL_WIDTH + 1;
	struct said said = said_of(form, field);
	int lines = MIN(input_lines(field), bottom - y);
	g_autofree char *error = field->error != NULL ? error_text(field) : NULL;
	draw_hit((struct area){y, area.x, MAX(lines, 1), area.width}, HIT_ROW, (int)place);
	label_draw(form, field, y, area.x, focus, bottom);
	input_draw(&field->input, (struct area){y, x, lines, said.input}, focus);
	said_draw(&said, error, (struct area){y + lines, x, bottom - y - lines, form->room});
	g_free(said.text);
	if (focus) {
		form->popup_y = y + lines - 1;
		form->popup_x = x;
	}
}

static void
form_scroll(struct form *form, int height)
{
	int top = field_offset(form, form->focus);
	int bottom = top + field_lines(form, form_field_at(form, form->focus));
	if (top < form->scroll)
		form->scroll = top;
	if (bottom > form->scroll + height)
		form->scroll = bottom - height;
}

/* ---- what would clash ---------------------------------------------------------------------------
 */

/* First what concerns the field one is on, then the one just left, then the rest in order. */
static int
problem_rank(const struct form *form, const struct form_problem *problem)
{
	const char *here = form_field_at(form, form->focus)->key->key;
	const char *left = form_field_at(form, form->left)->key->key;
	return g_strcmp0(problem->field, here) == 0   ? 0
	       : g_strcmp0(problem->field, left) == 0 ? 1
						      : 2;
}

/* Their sentences, as many as ROOM lines hold of WIDTH columns, and how many there are besides.
 * Caller frees. */
static GPtrArray *
problems_shown(const struct form *form, int width, int room)
{
	GPtrArray *shown = g_ptr_array_new_with_free_func(g_free);
	for (int rank = 0; rank < 3; rank++)
		for (guint i = 0; i < form->problems->len; i++) {
			const struct form_problem *problem =
				&g_array_index(form->problems, struct form_problem, i);
			g_autofree char *text = g_strdup_printf("! %s", problem->message);
			int lines = draw_paragraph_lines(width, text);
			/* A line is kept for the count of those that do not fit. */
			bool last = shown->len + 1 == form->problems->len;
			if (problem_rank(form, problem) != rank || lines > room - (last ? 0 : 1))
				continue;
			room -= lines;
			g_ptr_array_add(shown, g_steal_pointer(&text));
		}
	guint hidden = form->problems->len - shown->len;
	if (hidden > 0)
		g_ptr_array_add(shown, g_strdup_printf(i18n_count("! %u more", "! %u more", hidden),
						       hidden));
	return shown;
}

/* At the foot of BODY; returns the lines that they take. */
static int
problems_draw(const struct form *form, struct area body)
{
	int width = body.width - 2, height = 0;
	int room = MAX(PROBLEM_LINES_LEAST, body.height / 3);
	g_autoptr(GPtrArray) shown = problems_shown(form, width, room);
	for (guint i = 0; i < shown->len; i++)
		height += draw_paragraph_lines(width, g_ptr_array_index(shown, i));
	int y = body.y + body.height - height;
	for (guint i = 0; i < shown->len; i++)
		y += draw_paragraph((struct area){y, body.x + 1, body.y + body.height - y, width},
				    STYLE_WARNING, g_ptr_array_index(shown, i));
	return height;
}

/* ---- the form -----------------------------------------------------------------------------------
 */

/* A half-day has no name but the code that commands take. */
static char *
form_name(const struct form *form, struct ui *ui)
{
	if (form->noun == &noun_half_day)
		return half_day_words(ui->store, ((const struct half_day *)form->row)->id);
	return noun_name(ui->store, form->noun, form->row);
}

static void
title_draw(const struct form *form, struct ui *ui, struct area body)
{
	g_autofree char *name = form->fresh ? NULL : form_name(form, ui);
	g_autofree char *title =
		name != NULL ? g_strdup_printf("%s · %s", form_title(form->noun, false), name)
		: form->copied != 0 ? form_copy_title(ui->store, form->copied)
				    : g_strdup(form_title(form->noun, true));
	draw_text(body.y, body.x + 1, body.width - 14, STYLE_HEAD, title);
	if (form_touched(form))
		draw_right(body.y, body.x + body.width - 13, 12, STYLE_WARNING, _("changed *"));
}

/* The fields, and what says that there are more of them above and below. */
static void
fields_draw(struct form *form, struct area area)
{
	guint above = 0, below = 0;
	for (guint i = 0; i < form->fields->len; i++) {
		int y = area.y + field_offset(form, i) - form->scroll;
		above += y < area.y;
		below += y >= area.y + area.height;
		if (y >= area.y && y < area.y + area.height)
			field_draw(form, i, y, area);
	}
	draw_more(area.y, area.x + area.width, above, false, true);
	draw_more(area.y + area.height - 1, area.x + area.width, below, true, true);
}

void
form_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct form *form = (struct form *)screen;
	title_draw(form, ui, body);
	int foot = problems_draw(form, body);
	struct area area = {body.y + 1, body.x + 1, body.height - 1 - foot, body.width - 2};
	form->room = area.width - LABEL_WIDTH - 2;
	form_scroll(form, area.height);
	fields_draw(form, area);
	if (form->popup)
		form_popup_draw(form, body);
}
