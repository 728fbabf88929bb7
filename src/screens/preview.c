/* The preview of an import: what each column is read as, what becomes of each row. */
#include <string.h>

#include "base/i18n.h"
#include "screens/import_work.h"
#include "tui/chooser.h"

static void
preview_free(struct screen *screen)
{
	struct preview *preview = (struct preview *)screen;
	import_plan_free(preview->plan);
	g_ptr_array_unref(preview->overrides);
	g_clear_pointer(&preview->pasted, g_bytes_unref);
	g_free(preview->path);
	g_free(preview);
}

guint
preview_length(const struct preview *preview)
{
	const ImportPlan *plan = preview->plan;
	switch (preview->view) {
	case VIEW_ROWS:
		return plan->rows->len;
	case VIEW_COLUMNS:
		return plan->columns->len;
	case VIEW_PROBLEMS:
		return plan->problems->len;
	case VIEWS_N:
		break;
	}
	return 0;
}

enum columns_kind
preview_kind(const ImportPlan *plan)
{
	static const enum columns_kind kinds[] = {
		[IMPORT_EVENTS] = COLUMNS_EVENTS,   [IMPORT_ATTENDEES] = COLUMNS_ATTENDEES,
		[IMPORT_PEOPLE] = COLUMNS_PEOPLE,   [IMPORT_ORGANISATIONS] = COLUMNS_ORGANISATIONS,
		[IMPORT_HOLIDAYS] = COLUMNS_EVENTS, [IMPORT_SURVEY] = COLUMNS_SURVEY,
	};
	return kinds[plan->subject];
}

void
preview_count(const ImportPlan *plan, struct import_counts *counts)
{
	import_count(plan, counts);
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(plan->rows, i);
		if (row->outcome != IMPORT_DOUBTFUL || row->decision == DECIDE_SKIP)
			continue;
		counts->doubtful--;
		*(row->decision == DECIDE_NEW ? &counts->new : &counts->same) += 1;
	}
}

/* ---- deciding -----------------------------------------------------------------------------------
 */

/* The next row after PLACE that somebody must still decide; G_MAXUINT when there is none. */
static guint
undecided_after(const struct preview *preview, guint place)
{
	for (guint i = place; i < preview->plan->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(preview->plan->rows, i);
		if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_SKIP)
			return i;
	}
	return G_MAXUINT;
}

struct decided {
	struct preview *preview;
	guint place;
};

static void
row_decided(struct ui *ui, guint index, gpointer user)
{
	static const enum import_decision decisions[] = {DECIDE_SAME, DECIDE_NEW, DECIDE_SKIP};
	const struct decided *decided = user;
	struct preview *preview = decided->preview;
	(void)ui;
	if (index >= G_N_ELEMENTS(decisions)) {
		import_decide(preview->plan, decisions[index - G_N_ELEMENTS(decisions)]);
		return;
	}
	import_decide_row(preview->plan, decided->place, decisions[index]);
	guint next = undecided_after(preview, decided->place + 1);
	if (next != G_MAXUINT)
		preview->cursor[VIEW_ROWS] = next;
}

static void
row_ask(struct preview *preview, struct ui *ui)
{
	guint place = preview->cursor[VIEW_ROWS];
	const struct import_line *row = place < preview->plan->rows->len
						? g_ptr_array_index(preview->plan->rows, place)
						: NULL;
	if (row == NULL || row->outcome != IMPORT_DOUBTFUL)
		return;
	struct decided *decided = g_new0(struct decided, 1);
	*decided = (struct decided){preview, place};
	struct chooser *chooser = chooser_new(row->title, row_decided, decided, g_free);
	g_autofree char *text = g_strdup_printf("%s\n%s", row->reason != NULL ? row->reason : "",
						row->other != NULL ? row->other : "");
	chooser_explain(chooser, text);
	chooser_add(chooser, _("The same person"), NULL);
	chooser_add(chooser, _("Another person"), NULL);
	chooser_add(chooser, _("Leave this row out"), NULL);
	chooser_add(chooser, _("All doubtful rows: the same person"), NULL);
	chooser_add(chooser, _("All doubtful rows: other people"), NULL);
	chooser_add(chooser, _("Leave all doubtful rows out"), NULL);
	chooser_show(chooser, ui, 1); /* nobody is merged by a careless Enter */
}

static void
column_decided(struct ui *ui, guint index, gpointer user)
{
	const struct decided *decided = user;
	struct preview *preview = decided->preview;
	const struct import_column *column =
		g_ptr_array_index(preview->plan->columns, decided->place);
	const char *use = index == 0 ? "question"
			  : index == 1
				  ? "ignore"
				  : columns_field_at(preview_kind(preview->plan), index - 2)->key;
	g_autofree char *prefix = g_strconcat(column->heading, "=", NULL);
	for (guint i = 0; i < preview->overrides->len; i++)
		if (g_str_has_prefix(g_ptr_array_index(preview->overrides, i), prefix))
			g_ptr_array_remove_index(preview->overrides, i--);
	g_ptr_array_add(preview->overrides, g_strconcat(prefix, use, NULL));
	import_read(ui, &(struct reading){.subject = preview->plan->subject,
					  .event_id = preview->plan->event_id,
					  .path = preview->path,
					  .pasted = preview->pasted,
					  .overrides = preview->overrides,
					  .again = preview});
}

static void
column_ask(struct preview *preview, struct ui *ui)
{
	guint place = preview->cursor[VIEW_COLUMNS];
	if (place >= preview->plan->columns->len)
		return;
	const struct import_column *column = g_ptr_array_index(preview->plan->columns, place);
	struct decided *decided = g_new0(struct decided, 1);
	*decided = (struct decided){preview, place};
	g_autofree char *heading = preview_heading(preview->plan, column);
	struct chooser *chooser = chooser_new(heading, column_decided, decided, g_free);
	chooser_add(chooser, _("kept as a question and its answers"), NULL);
	chooser_add(chooser, _("left aside"), NULL);
	const struct column_field *field = NULL;
	for (guint i = 0; (field = columns_field_at(preview_kind(preview->plan), i)) != NULL; i++)
		chooser_add(chooser, _(field->label), NULL);
	chooser_show(chooser, ui, 0);
}

static void
seats_chosen(struct ui *ui, guint index, gpointer user)
{
	struct preview *preview = user;
	import_over(preview->plan, index == 1);
	if (index < 2)
		import_write(ui, preview);
}

/* Beyond the seats only on purpose. */
static void
seats_ask_write(struct preview *preview, struct ui *ui)
{
	struct import_counts counts;
	import_count(preview->plan, &counts);
	if (counts.waiting == 0) {
		import_write(ui, preview);
		return;
	}
	g_autofree char *title =
		g_strdup_printf(i18n_count("%u person finds no seat", "%u people find no seat",
					   counts.waiting),
				counts.waiting);
	struct chooser *chooser = chooser_new(title, seats_chosen, preview, NULL);
	g_autofree char *names = import_named(preview->plan->rows, false);
	chooser_explain(chooser, names);
	chooser_add(chooser, _("Onto the waiting list"), NULL);
	chooser_add(chooser, _("Register everybody, beyond the seats"), NULL);
	chooser_add(chooser, _("Look again"), NULL);
	chooser_show(chooser, ui, 0);
}

static void
changed_chosen(struct ui *ui, guint index, gpointer user)
{
	struct preview *preview = user;
	preview->update = index == 1;
	if (index < 2)
		seats_ask_write(preview, ui);
}

/* Changed values are applied only when asked (rule 5). */
static void
changed_ask(struct preview *preview, struct ui *ui)
{
	struct import_counts counts;
	import_count(preview->plan, &counts);
	guint asked = counts.changed - counts.filling;
	if (asked == 0) {
		seats_ask_write(preview, ui);
		return;
	}
	g_autofree char *title =
		g_strdup_printf(i18n_count("%u row has other values than before",
					   "%u rows have other values than before", asked),
				asked);
	struct chooser *chooser = chooser_new(title, changed_chosen, preview, NULL);
	chooser_add(chooser, _("Keep what was registered"), NULL);
	chooser_add(chooser, _("Apply the new values"), NULL);
	chooser_add(chooser, _("Look again"), NULL);
	chooser_show(chooser, ui, 0);
}

static guint
undecided_count(const struct preview *preview)
{
	guint n = 0;
	for (guint i = undecided_after(preview, 0); i != G_MAXUINT;
	     i = undecided_after(preview, i + 1))
		n++;
	return n;
}

static void
doubtful_chosen(struct ui *ui, guint index, gpointer user)
{
	struct preview *preview = user;
	if (index == 1) {
		changed_ask(preview, ui);
		return;
	}
	preview->view = VIEW_ROWS;
	preview->cursor[VIEW_ROWS] = undecided_after(preview, 0);
	row_ask(preview, ui);
}

static void
write_ask(struct preview *preview, struct ui *ui)
{
	guint undecided = undecided_count(preview);
	if (undecided == 0) {
		changed_ask(preview, ui);
		return;
	}
	g_autofree char *title =
		g_strdup_printf(i18n_count("%u row may be somebody who is there",
					   "%u rows may be people who are there", undecided),
				undecided);
	struct chooser *chooser = chooser_new(title, doubtful_chosen, preview, NULL);
	chooser_add(chooser,
		    i18n_count("Look at it and decide", "Look at them and decide", undecided),
		    NULL);
	chooser_add(chooser,
		    i18n_count("Leave it out and bring in the others",
			       "Leave them out and bring in the others", undecided),
		    NULL);
	chooser_show(chooser, ui, 0);
}

static bool
preview_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct preview *preview = (struct preview *)screen;
	if (key_moves(key, &preview->cursor[preview->view], preview_length(preview), preview->page))
		return true;
	if (key_is(key, "F2") || key_is(key, "C-s"))
		write_ask(preview, ui);
	else if (key_is(key, "Tab") || key_is(key, "Right"))
		preview->view = (enum view)((preview->view + 1) % VIEWS_N);
	else if (key_is(key, "S-Tab") || key_is(key, "Left"))
		preview->view = (enum view)((preview->view + VIEWS_N - 1) % VIEWS_N);
	else if (key_is(key, "Enter") && preview->view == VIEW_ROWS)
		row_ask(preview, ui);
	else if (key_is(key, "Enter") && preview->view == VIEW_COLUMNS)
		column_ask(preview, ui);
	else
		return false;
	return true;
}

static char *
preview_unfinished(struct screen *screen)
{
	const struct preview *preview = (struct preview *)screen;
	struct import_counts read, decided;
	if (preview->plan == NULL)
		return NULL; /* it is being written: what does that says so */
	import_count(preview->plan, &read);
	preview_count(preview->plan, &decided);
	guint n = preview->overrides->len + read.doubtful - decided.doubtful;
	if (n == 0)
		return NULL;
	return g_strdup_printf(i18n_count("%u decision about this file is not brought in yet",
					  "%u decisions about this file are not brought in yet", n),
			       n);
}

static const struct key_help preview_keys[] = {
	KEY_HELP_MOVES,
	{"Enter", N_("Decide about the line")},
	{"Tab S-Tab Left Right", N_("Rows, columns, remarks")},
	{"F2 C-s", N_("Bring in")},
	{NULL, NULL},
};

static const struct screen_class preview_class = {
	.name = "preview",
	.hint = N_("F2 bring in · Enter decide · Tab rows, columns, remarks · Esc leave"),
	.contexts = CONTEXT_PREVIEW,
	.draw = preview_draw,
	.keys = preview_keys,
	.key = preview_key,
	.unfinished = preview_unfinished,
	.free = preview_free,
};

void
import_pasted(struct ui *ui, gint64 event_id, const char *text)
{
	g_autoptr(GBytes) pasted = g_bytes_new(text, strlen(text));
	import_read(ui, &(struct reading){.subject = IMPORT_ATTENDEES,
					  .event_id = event_id,
					  .path = _("pasted list"),
					  .pasted = pasted});
}

struct screen *
preview_screen(struct ui *ui, ImportPlan *plan, const char *path)
{
	struct preview *preview = g_new0(struct preview, 1);
	(void)ui;
	preview->screen = (struct screen){.class = &preview_class, .tab = -1};
	preview->plan = plan;
	preview->path = g_strdup(path);
	preview->overrides = g_ptr_array_new_with_free_func(g_free);
	return &preview->screen;
}
