#include "tui/mouse.h"

#define WHEEL_ROWS 3

/* A notch goes down some rows; in a form, one field, for the arrows may change what stands there.
 */
static void
wheel(struct ui *ui, bool down)
{
	struct screen *top = ui_top(ui);
	bool tabs = top->class->wheel_tabs;
	struct key key = key_named(tabs ? (down ? "Tab" : "S-Tab") : (down ? "Down" : "Up"));
	for (int i = 0; i < (tabs ? 1 : WHEEL_ROWS) && ui_top(ui) == top; i++)
		if (top->class->key == NULL || !top->class->key(top, ui, &key))
			return;
}

/* Where the cursor goes row by row, from the row it stands on to the one that was clicked; false
 * when it stands on none. */
static bool
walk(struct ui *ui, const struct hit *hit)
{
	struct screen *top = ui_top(ui);
	int steps = 0;
	if (hit->kind != HIT_ROW || !draw_hit_steps(hit->value, &steps))
		return false;
	struct key key = key_named(steps > 0 ? "Down" : "Up");
	for (int i = 0; i < ABS(steps) && top->class->key != NULL; i++)
		top->class->key(top, ui, &key);
	return true;
}

static bool
click_takes(struct ui *ui, const struct hit *hit)
{
	struct screen *top = ui_top(ui);
	return top->class->click != NULL ? top->class->click(top, ui, hit) : walk(ui, hit);
}

/* The first click chooses a row, the second one opens it. */
static void
click_screen(struct ui *ui, const struct hit *hit)
{
	struct screen *top = ui_top(ui);
	int before = ui->clicked;
	ui->clicked = -1;
	if (!click_takes(ui, hit) || ui_top(ui) != top)
		return;
	struct key enter = key_named("Enter");
	if (before == hit->value)
		ui_key(ui, &enter);
	else
		ui->clicked = hit->value;
}

static void
click(struct ui *ui, const struct key *key)
{
	struct hit hit;
	if (!draw_hit_at(key->y, key->x, &hit)) {
		ui->clicked = -1;
		return;
	}
	struct key pressed = key_named(hit.key);
	if (!ui->goes)
		g_clear_pointer(&ui->toast, g_free);
	switch (hit.kind) {
	case HIT_ACT:
		ui->clicked = -1;
		ui->goes = false;
		ui_act(ui, (enum act)hit.value);
		break;
	case HIT_KEY:
		ui_key(ui, &pressed);
		break;
	case HIT_ROW:
	case HIT_HEAD:
	case HIT_TAB:
		click_screen(ui, &hit);
		break;
	}
}

bool
mouse_key(struct ui *ui, const struct key *key)
{
	bool clicks = key_is(key, "Click");
	if (!clicks && !key_is(key, "WheelUp") && !key_is(key, "WheelDown"))
		return false;
	if (ui->dirty)
		ui_draw(ui); /* what was read before it has changed what it points at */
	ui->dirty = true;
	if (clicks) {
		click(ui, key);
	} else {
		ui->clicked = -1;
		wheel(ui, key_is(key, "WheelDown"));
	}
	return true;
}
