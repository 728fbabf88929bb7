#include "screens/screen_conflicts.h"

#include "app/door_copy.h"
#include "app/gesture.h"
#include "base/i18n.h"
#include "core/status.h"

/* Whom it is of, then both values in a line. */
#define CONFLICT_LINES 2

struct conflicts {
	struct screen screen;
	gint64 event_id;
	GPtrArray *disputes; /* struct door_dispute; NULL: they could not be read */
	guint cursor, top, page;
};

static guint
conflicts_n(const struct conflicts *conflicts)
{
	return conflicts->disputes != NULL ? conflicts->disputes->len : 0;
}

static void
conflicts_free(struct screen *screen)
{
	struct conflicts *conflicts = (struct conflicts *)screen;
	g_clear_pointer(&conflicts->disputes, g_ptr_array_unref);
	g_free(conflicts);
}

static const char *
there_words(const struct door_dispute *dispute)
{
	return dispute->there != NULL ? dispute->there : _("no longer known");
}

/* "Zoé Élan (no. 12): Function". Caller frees. */
static char *
dispute_words(const struct door_dispute *dispute)
{
	return dispute->member != NULL
		       ? g_strdup_printf(_("%s: %s"), dispute->subject, dispute->member)
		       : g_strdup(dispute->subject);
}

/* ---- both values side by side -------------------------------------------------------------------
 */

struct both {
	struct screen screen;
	gint64 event_id, conflict_id;
	GPtrArray *disputes;
	const struct door_dispute *dispute; /* among them; NULL: it is decided meanwhile */
};

static void
both_free(struct screen *screen)
{
	struct both *both = (struct both *)screen;
	g_clear_pointer(&both->disputes, g_ptr_array_unref);
	g_free(both);
}

static void
both_reload(struct screen *screen, struct ui *ui)
{
	struct both *both = (struct both *)screen;
	g_clear_pointer(&both->disputes, g_ptr_array_unref);
	both->dispute = NULL;
	both->disputes = door_disputes(ui->store, both->event_id, NULL);
	for (guint i = 0; both->disputes != NULL && i < both->disputes->len; i++) {
		const struct door_dispute *dispute = both->disputes->pdata[i];
		if (dispute->id == both->conflict_id)
			both->dispute = dispute;
	}
}

static void
side_draw(struct area area, const char *head, const char *by, const char *value)
{
	draw_text(area.y, area.x, area.width, STYLE_HEAD, head);
	draw_text(area.y + 1, area.x, area.width, STYLE_FAINT, *by != '\0' ? by : _("as before"));
	draw_paragraph((struct area){area.y + 3, area.x, area.height - 3, area.width}, STYLE_PLAIN,
		       value[0] != '\0' ? value : "–");
}

static void
both_draw(struct screen *screen, struct ui *ui, struct area body)
{
	const struct both *both = (const struct both *)screen;
	const struct door_dispute *dispute = both->dispute;
	(void)ui;
	if (dispute == NULL) {
		draw_text(body.y + 1, body.x + 2, body.width - 4, STYLE_WARNING,
			  _("This has been decided. Esc goes back"));
		return;
	}
	g_autofree char *words = dispute_words(dispute);
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, "%d. %s", (int)dispute->number,
		    code_label(&code_door_conflicts, dispute->kind));
	draw_text(body.y + 1, body.x + 1, body.width - 2, STYLE_PLAIN, words);
	draw_line(body.y + 2, body.x, body.width);
	int width = (body.width - 5) / 2, height = MAX(4, body.height - 7);
	side_draw((struct area){body.y + 3, body.x + 1, height, width}, _("Stands here"),
		  dispute->here_by, dispute->here);
	side_draw((struct area){body.y + 3, body.x + 4 + width, height, width}, _("Said otherwise"),
		  dispute->there_by, there_words(dispute));
	draw_paragraph((struct area){body.y + body.height - 3, body.x + 1, 3, body.width - 2},
		       STYLE_FAINT,
		       _("← keeps what stands, → takes the other. What is not taken is no longer "
			 "known afterwards."));
	draw_cursor(body.y + 3, body.x + 1);
}

static void
both_decide(struct both *both, struct ui *ui, bool there)
{
	GError *error = NULL;
	if (both->dispute == NULL || !ui_begin(ui, "door_decide"))
		return;
	if (!door_decide(ui->store, both->conflict_id, there, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	g_autofree char *what = gesture_phrase("door_decide", 1);
	struct screen *screen = &both->screen;
	if (ui_commit(ui, what))
		ui_remove(ui, screen);
}

static bool
both_act(struct screen *screen, struct ui *ui, enum act act)
{
	if (act != ACT_TAKE_LEFT && act != ACT_TAKE_RIGHT)
		return false;
	both_decide((struct both *)screen, ui, act == ACT_TAKE_RIGHT);
	return true;
}

static const struct screen_class both_class = {
	.name = "conflict",
	.contexts = CONTEXT_CONFLICT,
	.draw = both_draw,
	.act = both_act,
	.reload = both_reload,
	.free = both_free,
};

static void
both_open(struct ui *ui, gint64 event_id, gint64 conflict_id)
{
	struct both *both = g_new0(struct both, 1);
	both->screen = (struct screen){.class = &both_class, .tab = -1};
	both->event_id = event_id;
	both->conflict_id = conflict_id;
	both_reload(&both->screen, ui);
	ui_push(ui, &both->screen);
}

/* ---- the list -----------------------------------------------------------------------------------
 */

static void
conflict_draw(const struct conflicts *conflicts, guint place, struct area area)
{
	const struct door_dispute *dispute = conflicts->disputes->pdata[place];
	bool focus = place == conflicts->cursor;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	g_autofree char *words = dispute_words(dispute);
	g_autofree char *values = g_strdup_printf(_("here: %s — there: %s (%s)"),
						  *dispute->here != '\0' ? dispute->here : "–",
						  there_words(dispute), dispute->there_by);
	draw_hit((struct area){area.y, area.x, 2, area.width}, HIT_ROW, (int)place);
	draw_cell(area.y, area.x, area.width, style, "");
	draw_text(area.y, area.x, 1, style, focus ? ">" : " ");
	draw_text(area.y, area.x + 2, area.width - 3, style, words);
	draw_text(area.y + 1, area.x + 4, area.width - 5, STYLE_FAINT, values);
	if (focus)
		draw_cursor(area.y, area.x);
}

static void
conflicts_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct conflicts *conflicts = (struct conflicts *)screen;
	guint n = conflicts_n(conflicts);
	(void)ui;
	if (n == 0) {
		draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD,
			  _("Nothing is to be decided: both sides agree"));
		return;
	}
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD,
		    i18n_count("%u conflict to decide", "%u conflicts to decide", n), n);
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	conflicts->page = (guint)MAX(1, area.height / CONFLICT_LINES);
	if (conflicts->cursor < conflicts->top)
		conflicts->top = conflicts->cursor;
	if (conflicts->cursor >= conflicts->top + conflicts->page)
		conflicts->top = conflicts->cursor - conflicts->page + 1;
	for (guint i = conflicts->top; i < n && area.height >= CONFLICT_LINES; i++) {
		conflict_draw(conflicts, i, area);
		area.y += CONFLICT_LINES;
		area.height -= CONFLICT_LINES;
	}
}

static void
conflicts_reload(struct screen *screen, struct ui *ui)
{
	struct conflicts *conflicts = (struct conflicts *)screen;
	GError *error = NULL;
	g_clear_pointer(&conflicts->disputes, g_ptr_array_unref);
	conflicts->disputes = door_disputes(ui->store, conflicts->event_id, &error);
	ui_fail(ui, error);
	guint n = conflicts_n(conflicts);
	conflicts->cursor = MIN(conflicts->cursor, n > 0 ? n - 1 : 0);
}

static bool
conflicts_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct conflicts *conflicts = (struct conflicts *)screen;
	(void)ui;
	return key_moves(key, &conflicts->cursor, conflicts_n(conflicts), conflicts->page);
}

static bool
conflicts_act(struct screen *screen, struct ui *ui, enum act act)
{
	const struct conflicts *conflicts = (const struct conflicts *)screen;
	if (act != ACT_CONFLICT)
		return false;
	if (conflicts->cursor < conflicts_n(conflicts))
		both_open(ui, conflicts->event_id,
			  ((const struct door_dispute *)
				   conflicts->disputes->pdata[conflicts->cursor])
				  ->id);
	return true;
}

static const struct key_help conflicts_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class conflicts_class = {
	.name = "conflicts",
	.contexts = CONTEXT_CONFLICTS,
	.draw = conflicts_draw,
	.keys = conflicts_keys,
	.key = conflicts_key,
	.act = conflicts_act,
	.reload = conflicts_reload,
	.free = conflicts_free,
};

struct screen *
conflicts_screen(struct ui *ui, gint64 event_id)
{
	struct conflicts *conflicts = g_new0(struct conflicts, 1);
	conflicts->screen = (struct screen){.class = &conflicts_class, .tab = -1};
	conflicts->event_id = event_id;
	conflicts_reload(&conflicts->screen, ui);
	return &conflicts->screen;
}
