#include "screens/screen_duplicates.h"

#include "app/duplicates.h"
#include "base/i18n.h"
#include "screens/compare.h"
#include "tui/search.h"

/* A pair takes its certainty and reason, and a line for each of the two. */
#define PAIR_LINES 3

struct duplicates {
	struct screen screen;
	const struct noun *noun;
	struct search *search; /* NULL: none is under way */
	bool again;            /* something has changed since it began */
	bool searched;         /* FOUND is an answer */
	bool failed;           /* the last search told nothing */
	GArray *found;         /* struct duplicate */
	guint cursor, top, page;
};

static const struct duplicate *
pair_at(const struct duplicates *duplicates, guint place)
{
	return &g_array_index(duplicates->found, struct duplicate, place);
}

static void
duplicates_free(struct screen *screen)
{
	struct duplicates *duplicates = (struct duplicates *)screen;
	search_end(duplicates->search);
	g_array_unref(duplicates->found);
	g_free(duplicates);
}

/* ---- searching ----------------------------------------------------------------------------------
 */

static void found_take(struct ui *ui, GArray *found, GError *error, gpointer user);

static void
search_start(struct duplicates *duplicates, struct ui *ui)
{
	duplicates->again = false;
	duplicates->search = search_begin(ui, duplicates->noun->entity, found_take, duplicates);
}

/* The pair that one is on stays under the cursor, wherever it is now. */
static void
answer_take(struct duplicates *duplicates, GArray *found)
{
	struct duplicate on = {.first = 0};
	if (duplicates->cursor < duplicates->found->len)
		on = *pair_at(duplicates, duplicates->cursor);
	g_array_unref(duplicates->found);
	duplicates->found = found;
	duplicates->cursor = MIN(duplicates->cursor, found->len > 0 ? found->len - 1 : 0);
	for (guint i = 0; i < found->len; i++)
		if (pair_at(duplicates, i)->first == on.first &&
		    pair_at(duplicates, i)->second == on.second)
			duplicates->cursor = i;
}

static void
found_take(struct ui *ui, GArray *found, GError *error, gpointer user)
{
	struct duplicates *duplicates = user;
	search_end(duplicates->search);
	duplicates->search = NULL;
	duplicates->failed = found == NULL;
	duplicates->searched |= found != NULL;
	ui_fail(ui, error);
	if (found != NULL)
		answer_take(duplicates, found);
	if (duplicates->again)
		search_start(duplicates, ui);
}

/* What is shown stays until the new answer is there; one search at a time. */
static void
duplicates_reload(struct screen *screen, struct ui *ui)
{
	struct duplicates *duplicates = (struct duplicates *)screen;
	if (duplicates->search != NULL)
		duplicates->again = true;
	else
		search_start(duplicates, ui);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

/* Before the first answer: how far it is; then how many there are. */
static void
head_draw(const struct duplicates *duplicates, struct area body)
{
	guint done = 0, total = 0;
	int y = body.y, x = body.x + 1, width = body.width - 2;
	if (duplicates->failed && duplicates->search == NULL) {
		draw_text(y, x, width, STYLE_ERROR,
			  _("The search failed: there may be duplicates that are not shown"));
		return;
	}
	if (duplicates->searched && duplicates->found->len > 0)
		draw_format(y, x, width, STYLE_HEAD,
			    i18n_count("%u pair that may be one, the most certain first",
				       "%u pairs that may be one, the most certain first",
				       duplicates->found->len),
			    duplicates->found->len);
	if (duplicates->searched)
		return;
	search_progress(duplicates->search, &done, &total);
	if (total == 0)
		draw_text(y, x, width, STYLE_HEAD, _("Duplicates are being searched for…"));
	else
		draw_format(y, x, width, STYLE_HEAD,
			    _("Duplicates are being searched for… %u of %u"), done, total);
}

static void
pair_draw(const struct duplicates *duplicates, struct ui *ui, guint place, struct area area)
{
	const struct duplicate *pair = pair_at(duplicates, place);
	bool focus = place == duplicates->cursor;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	g_autofree char *head =
		g_strdup_printf(_("%s: %s"), certainty_text(pair->certainty), _(pair->reason));
	gint64 ids[] = {pair->first, pair->second};
	draw_hit((struct area){area.y, area.x, MIN(3, area.height), area.width}, HIT_ROW,
		 (int)place);
	draw_cell(area.y, area.x, area.width, focus ? STYLE_FOCUS : STYLE_HEAD, "");
	draw_text(area.y, area.x, 1, style, focus ? ">" : " ");
	draw_text(area.y, area.x + 2, area.width - 3, focus ? STYLE_FOCUS : STYLE_HEAD, head);
	for (int i = 0; i < 2 && i + 1 < area.height; i++) {
		g_autofree char *words = duplicates_words(ui->store, duplicates->noun, ids[i]);
		draw_text(area.y + i + 1, area.x + 4, area.width - 5, STYLE_PLAIN, words);
	}
	if (focus)
		draw_cursor(area.y, area.x);
}

static void
duplicates_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct duplicates *duplicates = (struct duplicates *)screen;
	head_draw(duplicates, body);
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	duplicates->page = (guint)MAX(1, area.height / PAIR_LINES);
	if (duplicates->cursor < duplicates->top)
		duplicates->top = duplicates->cursor;
	if (duplicates->cursor >= duplicates->top + duplicates->page)
		duplicates->top = duplicates->cursor - duplicates->page + 1;
	for (guint i = duplicates->top; i < duplicates->found->len && area.height > 0; i++) {
		pair_draw(duplicates, ui, i, area);
		area.y += PAIR_LINES;
		area.height -= PAIR_LINES;
	}
	if (duplicates->searched && !duplicates->failed && duplicates->found->len == 0)
		draw_text(area.y, area.x + 2, area.width - 4, STYLE_FAINT,
			  _("None, as far as names, addresses and organisations tell"));
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

static bool
row_is_there(Store *store, const struct entity *entity, gint64 id)
{
	void *row = store_get(store, entity, id, NULL);
	entity_free(entity, row);
	return row != NULL;
}

/* It is no longer to be decided: gone from the list before the next search says so. Every pair with
 * a row that was merged away is gone too. */
static void
pair_settled(struct ui *ui, gint64 first, gint64 second, gpointer user)
{
	struct duplicates *duplicates = user;
	const struct entity *entity = duplicates->noun->entity;
	for (guint i = duplicates->found->len; i > 0; i--) {
		const struct duplicate pair = *pair_at(duplicates, i - 1);
		bool gone = !row_is_there(ui->store, entity, pair.first) ||
			    !row_is_there(ui->store, entity, pair.second);
		if (gone || (pair.first == first && pair.second == second))
			g_array_remove_index(duplicates->found, i - 1);
	}
	guint n = duplicates->found->len;
	duplicates->cursor = MIN(duplicates->cursor, n > 0 ? n - 1 : 0);
}

static void
pair_open(struct duplicates *duplicates, struct ui *ui)
{
	if (duplicates->cursor < duplicates->found->len)
		compare_open(ui, duplicates->noun, pair_at(duplicates, duplicates->cursor),
			     pair_settled, duplicates);
}

static void
pair_distinguish(struct duplicates *duplicates, struct ui *ui)
{
	if (duplicates->cursor >= duplicates->found->len)
		return;
	const struct duplicate pair = *pair_at(duplicates, duplicates->cursor);
	if (compare_distinguish(ui, duplicates->noun, pair.first, pair.second))
		pair_settled(ui, pair.first, pair.second, duplicates);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static bool
duplicates_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct duplicates *duplicates = (struct duplicates *)screen;
	(void)ui;
	return key_moves(key, &duplicates->cursor, duplicates->found->len, duplicates->page);
}

static bool
duplicates_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct duplicates *duplicates = (struct duplicates *)screen;
	if (act == ACT_COMPARE)
		pair_open(duplicates, ui);
	else if (act == ACT_DISTINGUISH)
		pair_distinguish(duplicates, ui);
	else
		return false;
	return true;
}

static const struct key_help duplicates_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class duplicates_class = {
	.name = "duplicates",
	.contexts = CONTEXT_DUPLICATES,
	.draw = duplicates_draw,
	.keys = duplicates_keys,
	.key = duplicates_key,
	.act = duplicates_act,
	.reload = duplicates_reload,
	.free = duplicates_free,
};

struct screen *
duplicates_screen(struct ui *ui, const struct noun *noun)
{
	struct duplicates *duplicates = g_new0(struct duplicates, 1);
	duplicates->screen = (struct screen){.class = &duplicates_class, .tab = -1};
	duplicates->noun = noun;
	duplicates->found = g_array_new(FALSE, FALSE, sizeof(struct duplicate));
	search_start(duplicates, ui);
	return &duplicates->screen;
}
