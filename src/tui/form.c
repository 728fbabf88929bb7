#include "tui/form.h"

#include <string.h>

#include "app/output.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/check.h"
#include "core/event.h"
#include "core/programme.h"
#include "tui/chooser.h"
#include "tui/complete.h"
#include "tui/draft.h"
#include "tui/form_fields.h"
#include "tui/input.h"

#define LABEL_WIDTH  21
#define INPUT_WIDTH  24
#define LONG_HEIGHT  3
#define POPUP_HEIGHT 7
#define PROBLEMS_MAX 3

struct form_field {
	const struct noun_key *key;
	struct input input;
	char *original; /* as it was when the form opened */
	char *error;
	char *echo; /* what was understood */
};

struct form {
	struct screen screen;
	const struct noun *noun;
	gint64 owner;
	void *row; /* as it is stored, or blank */
	bool fresh;
	void (*saved)(struct ui *ui, gint64 id);
	GArray *fields; /* struct form_field */
	guint focus;
	int scroll;
	GPtrArray *problems; /* char * */
	bool popup;
	struct completion completion;
	guint choice;
	bool entered; /* the field was just reached: a letter replaces the choice that stands in it
		       */
	int room;     /* columns for what is typed and said of it */
	int popup_y, popup_x;
};

static struct form_field *
field_at(const struct form *form, guint place)
{
	return &g_array_index(form->fields, struct form_field, place);
}

static bool
field_changed(const struct form_field *field)
{
	g_autofree char *now = text_accept(field->input.text->str, field->input.lines, NULL);
	return g_strcmp0(now != NULL ? now : "", field->original) != 0;
}

static bool
form_changed(const struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (field_changed(field_at(form, i)))
			return true;
	return false;
}

static void
form_free(struct screen *screen)
{
	struct form *form = (struct form *)screen;
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		input_clear(&field->input);
		g_free(field->original);
		g_free(field->error);
		g_free(field->echo);
	}
	g_array_unref(form->fields);
	g_ptr_array_unref(form->problems);
	completion_clear(&form->completion);
	entity_free(form->noun->entity, form->row);
	g_free(form);
}

/* ---- reading what is typed ----------------------------------------------------------------------
 */

/* How a stored value stands in a field: dates as people type them, codes in words. */
static char *
field_stored(Store *store, const struct form *form, const struct noun_key *key)
{
	char *value = noun_value(store, form->noun, key, form->row);
	if (value == NULL)
		return g_strdup("");
	const struct field *field = noun_field(form->noun, key);
	char *shown = NULL;
	if (date_is_day(value))
		shown = date_text(value, DATE_NUMERIC);
	else if (time_valid(value))
		shown = time_text(value, false);
	else if (field != NULL && (field->kind == FIELD_CODE || field->kind == FIELD_BOOLEAN))
		shown = field_text(field, form->row);
	if (shown == NULL)
		return value;
	g_free(value);
	return shown;
}

static GArray *
form_pairs(struct form *form)
{
	GArray *pairs = g_array_new(FALSE, TRUE, sizeof(struct noun_pair));
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		if (!field_changed(field))
			continue;
		struct noun_pair pair = {.key = field->key, .typed = field->input.text->str};
		g_array_append_val(pairs, pair);
	}
	return pairs;
}

static struct form_field *
field_of_key(struct form *form, const struct noun_key *key)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (field_at(form, i)->key == key)
			return field_at(form, i);
	return NULL;
}

/* The event that the row is part of, for its conflicts; 0 when it has none. */
static gint64
form_event(const struct form *form, const void *row)
{
	if (form->noun == &noun_event)
		return ((const struct row_head *)row)->id;
	return form->noun->owner != NULL && strcmp(form->noun->owner, "event_id") == 0 ? form->owner
										       : 0;
}

/* Only what concerns the session on the form; an event's form shows everything. */
static bool
problem_concerns(Store *store, const struct form *form, const void *row,
		 const struct check_problem *problem)
{
	if (form->noun == &noun_event)
		return true;
	if (form->noun != &noun_session)
		return problem->session >= 0 || problem->field != NULL;
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", form->owner, NULL);
	return sessions != NULL && problem->session >= 0 && (guint)problem->session < sessions->n &&
	       ((struct row_head *)sessions->row[problem->session])->id ==
		       ((const struct row_head *)row)->id;
}

static void
problems_read(struct ui *ui, struct form *form, const void *row)
{
	g_ptr_array_set_size(form->problems, 0);
	gint64 event_id = form_event(form, row);
	if (event_id == 0 || (form->noun != &noun_event && form->noun != &noun_session &&
			      form->noun != &noun_speaker))
		return;
	g_autoptr(GPtrArray) problems = event_check(ui->store, event_id, NULL);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(problems, i);
		if (problem->severity != CHECK_INFORMATION &&
		    problem_concerns(ui->store, form, row, problem))
			g_ptr_array_add(form->problems, g_strdup(problem->message));
	}
}

static void
echo_read(struct ui *ui, struct form *form, const void *row)
{
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		const struct field *member = noun_field(form->noun, field->key);
		g_clear_pointer(&field->echo, g_free);
		g_autofree char *value = noun_value(ui->store, form->noun, field->key, row);
		bool is_date = value != NULL &&
			       (date_is_day(value) || (date_valid(value) && strlen(value) == 7));
		if (is_date &&
		    (member == NULL || member->kind == FIELD_DAY || member->kind == FIELD_DATE))
			field->echo = date_text(value, DATE_LONG);
	}
}

/* Beside its field an error need not name it. */
static char *
error_beside(const struct form *form, const struct form_field *field, const char *message)
{
	const char *label = noun_key_label(form->noun, field->key);
	const char *rest = message;
	if (g_str_has_prefix(message, label)) {
		rest += strlen(label);
		while (*rest == ' ' || *rest == ':' || g_str_has_prefix(rest, "\u00a0"))
			rest += *rest == ' ' || *rest == ':' ? 1 : strlen("\u00a0");
	}
	return g_strdup(*rest != '\0' && rest != message ? rest : message);
}

/* Write the form into ROW, in the gesture under way; a refused field gets the reason. */
static bool
form_write(struct ui *ui, struct form *form, void *row, GPtrArray *notes, GError **error)
{
	g_autoptr(GArray) pairs = form_pairs(form);
	struct noun_pair *pair = (struct noun_pair *)(void *)pairs->data;
	for (guint i = 0; i < form->fields->len; i++)
		g_clear_pointer(&field_at(form, i)->error, g_free);
	GError *reason = NULL;
	if (noun_write(ui->store, form->noun, row, pair, pairs->len, notes, &reason))
		return true;
	for (guint i = 0; i < pairs->len; i++) {
		struct form_field *field = field_of_key(form, pair[i].key);
		if (pair[i].failed && field != NULL)
			field->error = error_beside(form, field, reason->message);
	}
	g_propagate_error(error, reason);
	return false;
}

/* Try the save and take it back: the form then shows what was understood, what is wrong, and what
 * would clash with it. */
static void
form_try(struct ui *ui, struct form *form)
{
	if (!form_changed(form) || !store_begin(ui->store, "trial", NULL))
		return;
	void *row = entity_copy(form->noun->entity, form->row);
	GError *error = NULL;
	if (form_write(ui, form, row, NULL, &error) && store_settle(ui->store, &error)) {
		gint64 id = ((struct row_head *)row)->id;
		entity_free(form->noun->entity, row);
		row = store_get(ui->store, form->noun->entity, id, &error);
		if (row != NULL) {
			echo_read(ui, form, row);
			problems_read(ui, form, row);
		}
	}
	g_clear_error(&error);
	store_rollback(ui->store);
	entity_free(form->noun->entity, row);
}

/* ---- saving -------------------------------------------------------------------------------------
 */

static const char *
first_note(const GPtrArray *notes)
{
	return notes->len > 0 ? g_ptr_array_index(notes, 0) : NULL;
}

static void
focus_first_error(struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (field_at(form, i)->error != NULL) {
			form->focus = i;
			return;
		}
}

static void
form_say(struct ui *ui, const struct form *form, const void *row, const GPtrArray *notes)
{
	g_autofree char *name = noun_name(ui->store, form->noun, row);
	if (first_note(notes) != NULL)
		ui_say(ui, TOAST_UNDO, _("Saved: %s (%s)"), name, first_note(notes));
	else
		ui_say(ui, TOAST_UNDO, _("Saved: %s"), name);
}

/* A colleague has saved the same row meanwhile: what I did not touch is read again, what I typed
 * stays, and where both changed one field their value stands beside mine. Saving again then means
 * mine. */
static void
form_catch_up(struct ui *ui, struct form *form)
{
	gint64 id = ((struct row_head *)form->row)->id;
	GError *error = NULL;
	void *row = store_get(ui->store, form->noun->entity, id, &error);
	if (row == NULL) {
		ui_fail(ui, error);
		return;
	}
	entity_free(form->noun->entity, form->row);
	form->row = row;
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		char *now = field_stored(ui->store, form, field->key);
		bool mine = field_changed(field), theirs = strcmp(now, field->original) != 0;
		if (mine && theirs)
			field->error = g_strdup_printf(_("now “%s”: F2 again puts yours"), now);
		else if (!mine)
			input_set(&field->input, now);
		g_free(field->original);
		field->original = now;
	}
	ui_say(ui, TOAST_ERROR,
	       _("Somebody has saved this meanwhile: theirs is shown, what you typed is kept; F2 "
		 "again "
		 "saves"));
}

static void
form_save(struct ui *ui, struct form *form)
{
	if (!form->fresh && !form_changed(form)) {
		ui_remove(ui, &form->screen);
		return;
	}
	g_autofree char *action = form_action(form->noun, form->fresh);
	if (!ui_begin(ui, action))
		return;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	GError *error = NULL;
	void *row = entity_copy(form->noun->entity, form->row);
	bool done = form_write(ui, form, row, notes, &error);
	gint64 id = ((struct row_head *)row)->id;
	if (done) {
		store_about(ui->store, form->noun->entity, id, form_event(form, row), 1);
		done = store_commit(ui->store, NULL, &error);
	} else {
		store_rollback(ui->store);
	}
	if (done) {
		void (*saved)(struct ui *, gint64) = form->saved;
		form_say(ui, form, row, notes);
		entity_free(form->noun->entity, row);
		ui_remove(ui, &form->screen);
		ui_reload(ui);
		if (saved != NULL)
			saved(ui, id);
		return;
	}
	entity_free(form->noun->entity, row);
	if (g_error_matches(error, ATELIERS_ERROR, ERROR_STALE))
		form_catch_up(ui, form);
	else
		ui_fail(ui, g_steal_pointer(&error));
	g_clear_error(&error);
	focus_first_error(form);
}

static void
leave_chosen(struct ui *ui, guint index, gpointer user)
{
	struct form *form = user;
	if (index == 0)
		form_save(ui, form);
	else if (index == 1)
		ui_remove(ui, &form->screen);
}

static void
form_leave(struct ui *ui, struct form *form)
{
	if (!form_changed(form)) {
		ui_remove(ui, &form->screen);
		return;
	}
	struct chooser *chooser =
		chooser_new(_("This form has been changed"), leave_chosen, form, NULL);
	chooser_add(chooser, _("Save"), "F2");
	chooser_add(chooser, _("Abandon the changes"), NULL);
	chooser_add(chooser, _("Go on typing"), NULL);
	chooser_show(chooser, ui, 0);
}

/* ---- completion ---------------------------------------------------------------------------------
 */

static void
popup_close(struct form *form)
{
	form->popup = false;
	completion_clear(&form->completion);
}

static void
popup_open(struct ui *ui, struct form *form, bool all)
{
	struct form_field *field = field_at(form, form->focus);
	popup_close(form);
	if (!complete_can(form->noun, field->key))
		return;
	complete_find(ui->store, form->noun, field->key, form_event(form, form->row),
		      field->input.text->str, all, &form->completion);
	form->choice = 0;
	form->popup = form->completion.texts->len > 0;
}

static void
popup_accept(struct form *form)
{
	struct form_field *field = field_at(form, form->focus);
	const char *chosen = g_ptr_array_index(form->completion.texts, form->choice);
	g_autofree char *text = complete_apply(field->key, field->input.text->str, chosen);
	input_set(&field->input, text);
	popup_close(form);
}

static bool
popup_key(struct ui *ui, struct form *form, const struct key *key)
{
	guint n = form->completion.texts->len;
	(void)ui;
	if (key_is(key, "Down"))
		form->choice = (form->choice + 1) % n;
	else if (key_is(key, "Up"))
		form->choice = (form->choice + n - 1) % n;
	else if (key_is(key, "Enter"))
		popup_accept(form);
	else if (key_is(key, "Esc"))
		popup_close(form);
	else
		return false;
	return true;
}

static void
popup_draw(const struct form *form, struct area body)
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
		draw_cell(area.y + 1 + (int)i, area.x + 1, width - 2,
			  top + i == form->choice ? STYLE_FOCUS : STYLE_PLAIN, line);
	}
}

/* ---- moving -------------------------------------------------------------------------------------
 */

/* Leaving a field takes the first proposal only where it goes on with what was typed. */
static bool
popup_continues(const struct form *form)
{
	const struct form_field *field = field_at(form, form->focus);
	if (!field_changed(field) || form->completion.creates)
		return false;
	g_autofree char *typed = text_search_key(field->input.text->str);
	g_autofree char *proposed =
		text_search_key(g_ptr_array_index(form->completion.texts, form->choice));
	return *typed != '\0' && g_str_has_prefix(proposed, typed);
}

static void
focus_move(struct ui *ui, struct form *form, int by)
{
	if (form->popup && by > 0 && popup_continues(form))
		popup_accept(form);
	popup_close(form);
	form_try(ui, form);
	int n = (int)form->fields->len, to = (int)form->focus + by;
	form->focus = (guint)(by == 1 || by == -1 ? (to + n) % n : CLAMP(to, 0, n - 1));
	struct input *input = &field_at(form, form->focus)->input;
	input->cursor = input->text->len;
	form->entered = true;
}

/* A choice is typed over, not appended to. */
static bool
field_input(struct form *form, struct form_field *field, const struct key *key)
{
	const struct field *member = noun_field(form->noun, field->key);
	bool choice =
		member != NULL && (member->kind == FIELD_CODE || member->kind == FIELD_BOOLEAN);
	if (form->entered && choice && *key->text != '\0')
		input_set(&field->input, NULL);
	form->entered = false;
	return input_key(&field->input, key);
}

static bool
form_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct form *form = (struct form *)screen;
	struct form_field *field = field_at(form, form->focus);
	if (form->popup && popup_key(ui, form, key))
		return true;
	if (key_is(key, "F2") || key_is(key, "C-s"))
		form_save(ui, form);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		form_leave(ui, form);
	else if (key_is(key, "Tab") || (key_is(key, "Enter") && !field->input.lines))
		focus_move(ui, form, 1);
	else if (key_is(key, "S-Tab"))
		focus_move(ui, form, -1);
	else if (key_is(key, "Down") && complete_can(form->noun, field->key))
		popup_open(ui, form, field->input.text->len == 0 || !field_changed(field));
	else if (!field->input.lines && (key_is(key, "Up") || key_is(key, "Down")))
		focus_move(ui, form, key_is(key, "Up") ? -1 : 1);
	else if (key_is(key, "PgUp") || key_is(key, "PgDn"))
		focus_move(ui, form, key_is(key, "PgUp") ? -8 : 8);
	else if (field_input(form, field, key)) {
		g_clear_pointer(&field->error, g_free);
		g_clear_pointer(&field->echo, g_free);
		if (*key->text != '\0' || form->popup)
			popup_open(ui, form, false);
	} else if (field->input.lines && (key_is(key, "Up") || key_is(key, "Down"))) {
		focus_move(ui, form, key_is(key, "Up") ? -1 : 1);
	} else {
		return false;
	}
	return true;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

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
		offset += field_lines(form, field_at(form, i));
	return offset;
}

static void
field_draw(struct form *form, guint place, int y, struct area area)
{
	struct form_field *field = field_at(form, place);
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
	int bottom = top + field_lines(form, field_at(form, form->focus));
	if (top < form->scroll)
		form->scroll = top;
	if (bottom > form->scroll + height)
		form->scroll = bottom - height;
}

static void
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
		popup_draw(form, body);
}

static bool
form_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static void
form_keep(struct screen *screen, struct ui *ui)
{
	struct form *form = (struct form *)screen;
	if (!form_changed(form))
		return;
	g_autoptr(GPtrArray) pairs = g_ptr_array_new();
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		if (!field_changed(field))
			continue;
		g_ptr_array_add(pairs, (gpointer)(gsize)field->key->key);
		g_ptr_array_add(pairs, field->input.text->str);
	}
	g_ptr_array_add(pairs, NULL);
	draft_keep(ui, form->noun->name, ((struct row_head *)form->row)->id, form->owner,
		   (const char *const *)(void *)pairs->pdata);
}

static const struct screen_class form_class = {
	.name = "form",
	.hint = N_("F2 save · Tab next · Shift-Tab previous · ↓ choices · Esc leave · F1 keys"),
	.contexts = CONTEXT_FORM,
	.draw = form_draw,
	.key = form_key,
	.typing = form_typing,
	.keep = form_keep,
	.free = form_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

static void
field_add(struct ui *ui, struct form *form, const char *name)
{
	const struct noun_key *key = noun_key(form->noun, name);
	const struct field *member = noun_field(form->noun, key);
	bool lines =
		(member != NULL && member->kind == FIELD_LONG) || (key->flags & NOUN_LONG) != 0;
	struct form_field field = {.key = key};
	field.original = form->fresh ? g_strdup("") : field_stored(ui->store, form, key);
	input_init(&field.input, field.original, lines);
	g_array_append_val(form->fields, field);
}

/* What a new row gets when nothing is said stands in its fields from the start, and counts as
 * unchanged. */
static void
form_defaults(struct ui *ui, struct form *form)
{
	if (form->noun->begin == NULL || !store_begin(ui->store, "trial", NULL))
		return;
	void *row = entity_copy(form->noun->entity, form->row);
	GError *error = NULL;
	form->noun->begin(ui->store, row,
			  &error); /* may miss a name: what it has set by then is shown */
	g_clear_error(&error);
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = field_at(form, i);
		const struct field *member = noun_field(form->noun, field->key);
		if (member == NULL || member->kind != FIELD_CODE)
			continue;
		g_free(field->original);
		field->original = field_text(member, row);
		input_set(&field->input, field->original);
	}
	store_rollback(ui->store);
	entity_free(form->noun->entity, row);
}

static void
form_type(struct form *form, const char *const *typed)
{
	for (; typed != NULL && typed[0] != NULL && typed[1] != NULL; typed += 2) {
		const struct noun_key *key = noun_key(form->noun, typed[0]);
		struct form_field *field = key != NULL ? field_of_key(form, key) : NULL;
		if (field != NULL)
			input_set(&field->input, typed[1]);
	}
}

void
form_open(struct ui *ui, const struct form_request *request)
{
	GError *error = NULL;
	void *row = request->id != 0
			    ? store_get(ui->store, request->noun->entity, request->id, &error)
			    : entity_new(request->noun->entity);
	ui_fail(ui, error);
	if (row == NULL)
		return;
	struct form *form = g_new0(struct form, 1);
	form->screen = (struct screen){.class = &form_class, .tab = -1};
	form->noun = request->noun;
	form->row = row;
	form->owner = request->owner;
	form->fresh = request->id == 0;
	form->saved = request->saved;
	form->fields = g_array_new(FALSE, TRUE, sizeof(struct form_field));
	form->problems = g_ptr_array_new_with_free_func(g_free);
	form->entered = true;
	if (form->fresh && form->owner != 0)
		field_set(entity_field(form->noun->entity, form->noun->owner), row,
			  value_integer(form->owner));
	for (const char *const *key = form_keys(form->noun); *key != NULL; key++)
		field_add(ui, form, *key);
	if (form->fresh)
		form_defaults(ui, form);
	form_type(form, request->typed);
	if (!form->fresh)
		problems_read(ui, form, row);
	ui_push(ui, &form->screen);
}
