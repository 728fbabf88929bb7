/* How a form looks. */
#include "base/i18n.h"
#include "base/text.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"

#define INPUT_WIDTH  24
#define LONG_HEIGHT  3
#define PROBLEMS_MAX 3

static int
error_lines(const struct form *form, const struct form_field *field)
{
	if (field->error == NULL)
		return 0;
	return text_width(field->error) + 2 > form->room ? 2 : 1;
}

static int
field_lines(const struct form *form, const struct form_field *field)
{
	return (field->input.lines ? LONG_HEIGHT : 1) + error_lines(form, field);
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
field_draw(struct form *form, guint place, int y, struct area area)
{
	struct form_field *field = form_field_at(form, place);
	const struct field *member = noun_field(form->noun, field->key);
	bool focus = place == form->focus;
	bool required = member != NULL && (member->flags & FIELD_REQUIRED) != 0 &&
			member->kind != FIELD_BOOLEAN;
	g_autofree char *label =
		g_strconcat(noun_key_label(form->noun, field->key), required ? " *" : "", NULL);
	draw_text(y, area.x, 1, STYLE_PLAIN, focus ? ">" : " ");
	draw_text(y, area.x + 1, LABEL_WIDTH - 1, focus ? STYLE_HEAD : STYLE_PLAIN, label);
	int x = area.x + LABEL_WIDTH + 1;
	bool wide = field->input.lines || field->echo == NULL;
	int width = wide ? area.width - LABEL_WIDTH - 2
			 : MIN(INPUT_WIDTH, area.width - LABEL_WIDTH - 2);
	int lines = MIN(field->input.lines ? LONG_HEIGHT : 1, area.y + area.height - y);
	if (lines > 0)
		input_draw(&field->input, (struct area){y, x, lines, width}, focus);
	if (!wide) {
		g_autofree char *echo =
			g_strdup_printf("%s %s", draw_letter("→", "->"), field->echo);
		draw_text(y, x + width + 1, area.width - LABEL_WIDTH - width - 3, STYLE_GOOD, echo);
	}
	if (field->error != NULL && y + lines < area.y + area.height) {
		g_autofree char *error = g_strdup_printf("! %s", field->error);
		draw_paragraph((struct area){y + lines, x,
					     MIN(error_lines(form, field),
						 area.y + area.height - y - lines),
					     form->room},
			       STYLE_ERROR, error);
	}
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

void
form_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct form *form = (struct form *)screen;
	(void)ui;
	g_autofree char *name = form->fresh ? NULL : noun_name(ui->store, form->noun, form->row);
	g_autofree char *title =
		name != NULL ? g_strdup_printf("%s · %s", form_title(form->noun, false), name)
			     : g_strdup(form_title(form->noun, true));
	draw_text(body.y, body.x + 1, body.width - 14, STYLE_HEAD, title);
	if (form_changed(form))
		draw_right(body.y, body.x + body.width - 13, 12, STYLE_WARNING, _("changed *"));
	int problems = (int)MIN(form->problems->len, PROBLEMS_MAX);
	struct area area = {body.y + 1, body.x + 1, body.height - 1 - problems, body.width - 2};
	form->room = area.width - LABEL_WIDTH - 2;
	form_scroll(form, area.height);
	for (guint i = 0; i < form->fields->len; i++) {
		int y = area.y + field_offset(form, i) - form->scroll;
		if (y >= area.y && y < area.y + area.height)
			field_draw(form, i, y, area);
	}
	for (int i = 0; i < problems; i++)
		draw_format(body.y + body.height - problems + i, body.x + 1, body.width - 2,
			    STYLE_WARNING, "! %s",
			    (const char *)g_ptr_array_index(form->problems, (guint)i));
	if (form->popup)
		form_popup_draw(form, body);
}
