/* The small list under a field: codes in words, names of rows. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/form_private.h"

#define POPUP_HEIGHT 7

void
form_popup_close(struct form *form)
{
	form->popup = false;
	completion_clear(&form->completion);
}

void
form_popup_open(struct ui *ui, struct form *form, bool all)
{
	struct form_field *field = form_field_at(form, form->focus);
	form_popup_close(form);
	if (!complete_can(form->noun, field->key))
		return;
	complete_find(ui->store, form->noun, field->key, form_event(form, form->row),
		      field->input.text->str, all, &form->completion);
	form->choice = 0;
	form->popup = form->completion.texts->len > 0;
}

/* A name that is not there yet is made by typing it, but for what has a programme of its own. */
static void
nothing_say(struct ui *ui, const struct form_field *field, bool typed)
{
	const struct noun *target = complete_target(field->key);
	if (typed)
		ui_say(ui, TOAST_NOTE,
		       _("Nothing of the list is called that: Ctrl-U empties the field, "
			 "↓ then shows all"));
	else if (target == &noun_session)
		ui_say(ui, TOAST_NOTE,
		       _("The event has no session yet: its tab Programme makes them"));
	else
		ui_say(ui, TOAST_NOTE, _("The list is still empty: type a name, saving makes it"));
}

void
form_popup_ask(struct ui *ui, struct form *form)
{
	struct form_field *field = form_field_at(form, form->focus);
	bool all = field->input.text->len == 0 || !form_field_changed(field);
	form_popup_open(ui, form, all);
	if (!form->popup) {
		nothing_say(ui, field, !all);
		return;
	}
	/* What stands there is where one begins: Enter changes nothing. */
	guint known = form->completion.texts->len - (form->completion.creates ? 1 : 0);
	for (guint i = 0; i < known; i++)
		if (strcmp(g_ptr_array_index(form->completion.texts, i), field->input.text->str) ==
		    0)
			form->choice = i;
}

void
form_popup_accept(struct form *form)
{
	struct form_field *field = form_field_at(form, form->focus);
	const char *chosen = g_ptr_array_index(form->completion.texts, form->choice);
	g_autofree char *text = complete_apply(field->key, field->input.text->str, chosen);
	input_set(&field->input, text);
	form_field_unsaid(field);
	form_popup_close(form);
}

bool
form_popup_key(struct form *form, const struct key *key)
{
	guint n = form->completion.texts->len;
	if (key_is(key, "Down"))
		form->choice = (form->choice + 1) % n;
	else if (key_is(key, "Up"))
		form->choice = (form->choice + n - 1) % n;
	else if (key_is(key, "Enter"))
		form_popup_accept(form);
	else if (key_is(key, "Esc"))
		form_popup_close(form);
	else
		return false;
	return true;
}

void
form_popup_draw(const struct form *form, struct area body)
{
	guint n = form->completion.texts->len;
	int height = (int)MIN(n, POPUP_HEIGHT) + 2;
	int width = MIN(body.width - form->popup_x - 1, 52);
	int y = form->popup_y + 1;
	if (y + height > body.y + body.height)
		y = MAX(body.y, form->popup_y - height);
	struct area area = {y, form->popup_x - 1, height, width};
	draw_frame(area, NULL);
	guint top = form->choice >= POPUP_HEIGHT ? form->choice - POPUP_HEIGHT + 1 : 0;
	for (guint i = 0; i < POPUP_HEIGHT && top + i < n; i++) {
		const char *text = g_ptr_array_index(form->completion.texts, top + i);
		bool makes = form->completion.creates && top + i == n - 1;
		g_autofree char *line =
			makes ? g_strdup_printf(_("+ Make “%s”"), text) : g_strdup(text);
		draw_hit((struct area){area.y + 1 + (int)i, area.x + 1, 1, width - 2}, HIT_TAB,
			 (int)(top + i));
		draw_cell(area.y + 1 + (int)i, area.x + 1, width - 2,
			  top + i == form->choice ? STYLE_FOCUS : STYLE_PLAIN, line);
	}
	int end = area.x + area.width - 2;
	draw_more(area.y, end, top, false, false);
	draw_more(area.y + height - 1, end, n - MIN(n, top + POPUP_HEIGHT), true, false);
}

bool
form_popup_continues(const struct form *form)
{
	const struct form_field *field = form_field_at(form, form->focus);
	if (!form_field_changed(field) || form->completion.creates)
		return false;
	g_autofree char *typed = text_search_key(field->input.text->str);
	g_autofree char *proposed =
		text_search_key(g_ptr_array_index(form->completion.texts, form->choice));
	return *typed != '\0' && g_str_has_prefix(proposed, typed);
}
