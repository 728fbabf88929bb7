#include "screens/compare.h"

#include <string.h>

#include "app/duplicates.h"
#include "app/gesture.h"
#include "app/merge.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/person.h"

/* Lines at the foot for both values of the field one is on, whole. */
#define FOOT_LINES 5

struct compare {
	struct screen screen;
	const struct noun *noun;
	struct duplicate pair;
	GArray *fields;    /* struct merge_field */
	char *standing[2]; /* what hangs on each: "3 inscriptions" */
	guint cursor, top;
	compare_settled settled;
	gpointer user;
};

static struct merge_field *
field_at(const struct compare *compare, guint place)
{
	return &g_array_index(compare->fields, struct merge_field, place);
}

static void
compare_free(struct screen *screen)
{
	struct compare *compare = (struct compare *)screen;
	g_array_unref(compare->fields);
	g_free(compare->standing[0]);
	g_free(compare->standing[1]);
	g_free(compare);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

/* Where the three columns stand in AREA. */
struct columns {
	int label, left, right, width; /* of each value */
};

static struct columns
columns_of(struct area area)
{
	int label = area.width >= 100 ? 24 : area.width >= 76 ? 18 : 13;
	int width = (area.width - label - 4) / 2;
	return (struct columns){area.x + 2, area.x + 2 + label, area.x + 3 + label + width, width};
}

static bool
is_taken(const struct merge_field *field, enum merge_side side)
{
	return field->side == side || field->side == MERGE_BOTH;
}

static void
value_draw(int y, int x, int width, enum style style, bool taken, const char *text)
{
	bool plain = style != STYLE_FOCUS;
	enum style shown = plain && taken ? STYLE_GOOD : plain ? STYLE_FAINT : style;
	draw_text(y, x, 3, shown, taken ? "(*)" : "( )");
	draw_text(y, x + 4, width - 4, shown, *text != '\0' ? text : "–");
}

static void
field_draw(const struct compare *compare, guint place, int y, struct area area)
{
	const struct merge_field *field = field_at(compare, place);
	struct columns at = columns_of(area);
	bool focus = place == compare->cursor;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	if (focus)
		draw_cell(y, area.x, area.width, style, ">");
	draw_text(y, at.label, at.left - at.label - 1, style,
		  noun_key_label(compare->noun, field->key));
	if (!field->differs) {
		draw_text(y, at.left + 4, area.width - (at.left + 4 - area.x) - 1,
			  focus ? style : STYLE_FAINT, field->left);
	} else {
		value_draw(y, at.left, at.width, style, is_taken(field, MERGE_LEFT), field->left);
		value_draw(y, at.right, at.width, style, is_taken(field, MERGE_RIGHT),
			   field->right);
	}
	if (focus)
		draw_cursor(y, area.x);
}

/* Both values whole: what is cut off above may be what tells them apart. */
static void
foot_draw(const struct compare *compare, struct area area)
{
	const struct merge_field *field = field_at(compare, compare->cursor);
	const char *values[] = {field->left, field->right};
	const char *labels[] = {_("left"), _("right")};
	draw_line(area.y++, area.x, area.width);
	area.height--;
	for (int i = 0; i < (field->differs ? 2 : 1) && area.height > 0; i++) {
		g_autofree char *clean = text_for_terminal(values[i]);
		g_autofree char *said = field->differs
						? g_strdup_printf(_("%s: %s"), labels[i], clean)
						: g_strdup(clean);
		g_autofree char *shown = text_clip(said, (area.width - 4) * 2 - 2, !draw_unicode());
		struct area line = {area.y, area.x + 2, MIN(2, area.height), area.width - 4};
		int lines = MAX(1, draw_paragraph(line, STYLE_PLAIN, shown));
		area.y += lines;
		area.height -= lines;
	}
}

static void
heads_draw(const struct compare *compare, struct area *area)
{
	struct columns at = columns_of(*area);
	draw_format(area->y, area->x + 1, area->width - 2, STYLE_HEAD, _("%s: %s"),
		    certainty_text(compare->pair.certainty), _(compare->pair.reason));
	draw_text(area->y + 1, at.left + 4, at.width - 4, STYLE_FAINT, compare->standing[0]);
	draw_text(area->y + 1, at.right + 4, at.width - 4, STYLE_FAINT, compare->standing[1]);
	area->y += 2;
	area->height -= 2;
}

/* How many fields stand above and below of what is shown: nobody merges what they have not seen. */
static void
more_draw(const struct compare *compare, guint page, struct area body)
{
	guint end = compare->top + page, n = compare->fields->len;
	int right = body.x + body.width - 2;
	draw_more(body.y - 2, right, compare->top, false, true);
	draw_more(body.y + (int)page, right, n > end ? n - end : 0, true, false);
}

static void
compare_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct compare *compare = (struct compare *)screen;
	(void)ui;
	heads_draw(compare, &body);
	guint page = (guint)MAX(1, body.height - FOOT_LINES);
	if (compare->cursor < compare->top)
		compare->top = compare->cursor;
	if (compare->cursor >= compare->top + page)
		compare->top = compare->cursor - page + 1;
	for (guint i = 0; i < page && compare->top + i < compare->fields->len; i++)
		field_draw(compare, compare->top + i, body.y + (int)i, body);
	foot_draw(compare,
		  (struct area){body.y + (int)page, body.x, body.height - (int)page, body.width});
	more_draw(compare, page, body);
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

static void
settle(struct compare *compare, struct ui *ui)
{
	struct duplicate pair = compare->pair;
	compare_settled settled = compare->settled;
	gpointer user = compare->user;
	ui_remove(ui, &compare->screen);
	settled(ui, pair.first, pair.second, user);
}

static void
compare_merge(struct compare *compare, struct ui *ui)
{
	const struct noun *noun = compare->noun;
	GError *error = NULL;
	gint64 kept = 0;
	g_autofree char *action = g_strdup_printf("%s_merge", noun->name);
	if (!ui_begin(ui, action))
		return;
	if (!merge_chosen(ui->store, noun, compare->pair.first, compare->pair.second,
			  compare->fields, &kept, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, noun->entity, kept, 0, 1);
	g_autofree char *what = gesture_phrase(action, 1);
	if (ui_commit(ui, what))
		settle(compare, ui);
}

bool
compare_distinguish(struct ui *ui, const struct noun *noun, gint64 first, gint64 second)
{
	GError *error = NULL;
	g_autofree char *action = g_strdup_printf("%s_distinct", noun->name);
	if (!ui_begin(ui, action))
		return false;
	if (!duplicates_distinguish(ui->store, noun->entity, first, second, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	store_about(ui->store, noun->entity, first, 0, 1);
	g_autofree char *what = gesture_phrase(action, 1);
	return ui_commit(ui, what);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
side_take(struct merge_field *field, enum merge_side side)
{
	if (field->differs && (side != MERGE_BOTH || field->joins))
		field->side = side;
}

static enum merge_side
side_next(const struct merge_field *field)
{
	if (field->side == MERGE_LEFT)
		return MERGE_RIGHT;
	return field->side == MERGE_RIGHT && field->joins ? MERGE_BOTH : MERGE_LEFT;
}

static bool
compare_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct compare *compare = (struct compare *)screen;
	(void)ui;
	if (key_moves(key, &compare->cursor, compare->fields->len, 10))
		return true;
	if (!key_is(key, "Space"))
		return false;
	struct merge_field *field = field_at(compare, compare->cursor);
	side_take(field, side_next(field));
	return true;
}

static bool
compare_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct compare *compare = (struct compare *)screen;
	struct merge_field *field = field_at(compare, compare->cursor);
	switch ((int)act) {
	case ACT_MERGE:
		compare_merge(compare, ui);
		return true;
	case ACT_DISTINGUISH:
		if (compare_distinguish(ui, compare->noun, compare->pair.first,
					compare->pair.second))
			settle(compare, ui);
		return true;
	case ACT_TAKE_LEFT:
		side_take(field, MERGE_LEFT);
		return true;
	case ACT_TAKE_RIGHT:
		side_take(field, MERGE_RIGHT);
		return true;
	case ACT_TAKE_BOTH:
		side_take(field, MERGE_BOTH);
		return true;
	default:
		return false;
	}
}

/* Somebody may have changed or merged one of the two meanwhile: what was chosen goes on where the
 * values are the same. */
static void
compare_reload(struct screen *screen, struct ui *ui)
{
	struct compare *compare = (struct compare *)screen;
	g_autoptr(GArray) before = compare->fields;
	GArray *now = merge_fields(ui->store, compare->noun, compare->pair.first,
				   compare->pair.second, NULL);
	if (now == NULL || now->len == 0) {
		g_clear_pointer(&now, g_array_unref);
		compare->fields = g_steal_pointer(&before);
		return;
	}
	compare->fields = now;
	for (guint i = 0; i < now->len; i++)
		for (guint j = 0; j < before->len; j++) {
			struct merge_field *new = &g_array_index(now, struct merge_field, i);
			struct merge_field *old = &g_array_index(before, struct merge_field, j);
			if (new->key == old->key && strcmp(new->left, old->left) == 0 &&
			    strcmp(new->right, old->right) == 0)
				new->side = old->side;
		}
	compare->cursor = MIN(compare->cursor, now->len - 1);
}

static const struct key_help compare_keys[] = {
	KEY_HELP_MOVES,
	{"Space", N_("The other side")},
	{NULL, NULL},
};

static const struct screen_class compare_class = {
	.name = "compare",
	.contexts = CONTEXT_COMPARE,
	.draw = compare_draw,
	.keys = compare_keys,
	.key = compare_key,
	.act = compare_act,
	.reload = compare_reload,
	.free = compare_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

/* How many rows hang on one: registrations of a person, people of an organisation. */
static char *
standing_text(Store *store, const struct noun *noun, gint64 id)
{
	if (noun->entity == &entity_person) {
		gint64 n =
			store_count(store, &entity_attendee, "person_id", value_integer(id), NULL);
		return g_strdup_printf(i18n_count("%d registration", "%d registrations", n),
				       (int)n);
	}
	gint64 n = store_count(store, &entity_person, "organisation_id", value_integer(id), NULL);
	return g_strdup_printf(i18n_count("%d person", "%d people", n), (int)n);
}

/* The first field about which there is something to choose. */
static guint
first_choice(const GArray *fields)
{
	for (guint i = 0; i < fields->len; i++) {
		const struct merge_field *field = &g_array_index(fields, struct merge_field, i);
		if (field->differs && *field->left != '\0' && *field->right != '\0')
			return i;
	}
	return 0;
}

void
compare_open(struct ui *ui, const struct noun *noun, const struct duplicate *pair,
	     compare_settled settled, gpointer user)
{
	GError *error = NULL;
	GArray *fields = merge_fields(ui->store, noun, pair->first, pair->second, &error);
	ui_fail(ui, error);
	if (fields == NULL || fields->len == 0) {
		g_clear_pointer(&fields, g_array_unref);
		return;
	}
	struct compare *compare = g_new0(struct compare, 1);
	compare->screen = (struct screen){.class = &compare_class, .tab = -1};
	compare->noun = noun;
	compare->pair = *pair;
	compare->fields = fields;
	compare->cursor = first_choice(fields);
	compare->standing[0] = standing_text(ui->store, noun, pair->first);
	compare->standing[1] = standing_text(ui->store, noun, pair->second);
	compare->settled = settled;
	compare->user = user;
	ui_push(ui, &compare->screen);
}
