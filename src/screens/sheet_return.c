#include "screens/sheet_return.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/sheet.h"
#include "base/i18n.h"
#include "core/event.h"
#include "tui/chooser.h"
#include "tui/prompt.h"
#include "tui/result.h"

struct returning {
	gint64 event_id, sheet_id, half_day_id;
	GArray *half_days; /* gint64 */
};

static void
returning_free(gpointer pointer)
{
	struct returning *returning = pointer;
	g_array_unref(returning->half_days);
	g_free(returning);
}

static struct returning *
returning_copy(const struct returning *returning)
{
	struct returning *copy = g_memdup2(returning, sizeof *returning);
	g_array_ref(copy->half_days);
	return copy;
}

static void
names_append(GString *text, const char *head, const GPtrArray *names)
{
	if (names->len == 0)
		return;
	g_string_append_printf(text, "\n\n%s", head);
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(text, "\n  %s", (const char *)names->pdata[i]);
}

/* What became of it, and who is still to be asked about. */
static void
returned_say(struct ui *ui, const struct sheet_return *done)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_string_append_printf(text, i18n_count("%u mark", "%u marks", done->marked), done->marked);
	if (done->already > 0)
		g_string_append_printf(text,
				       i18n_count(", %u known already", ", %u known already",
						  done->already),
				       done->already);
	names_append(text, _("Nothing was typed of these lines:"), done->silent);
	names_append(text, _("Not registered any longer, and not marked:"), done->gone);
	result_read(ui, _("The signed sheet"), text->str);
}

static bool
typed_take(struct ui *ui, const char *typed, gpointer user)
{
	const struct returning *returning = user;
	struct sheet_return done = {.marked = 0};
	GError *error = NULL;
	if (!ui_begin(ui, "presence_mark"))
		return false;
	bool good = sheet_return_mark(ui->store, returning->sheet_id, returning->half_day_id, typed,
				      &done, &error);
	if (!good) {
		store_rollback(ui->store);
		ui_fail(ui, error);
	} else {
		store_about(ui->store, &entity_event, returning->event_id, returning->event_id,
			    done.marked);
		good = ui_commit(ui, _("The signed sheet is typed in"));
	}
	if (good)
		returned_say(ui, &done);
	sheet_return_clear(&done);
	return good;
}

static void
lines_ask(struct ui *ui, const struct returning *returning)
{
	g_autofree char *half_day = half_day_words(ui->store, returning->half_day_id);
	g_autofree char *sheet = sheet_words(ui->store, returning->sheet_id);
	/* In a narrow window the end of a title is cut: which half-day must not be. */
	g_autofree char *title = g_strdup_printf(_("Signed sheet — %s"), half_day);
	g_autofree char *explanation = g_strdup_printf(_("Sheet %s. Lines and letters: 12 p, 13 a, "
							 "14-20 e (present, absent, excused), or: "
							 "all except 3, 7"),
						       sheet);
	prompt_show(ui, title, explanation, NULL, typed_take, returning_copy(returning),
		    returning_free);
}

static void
half_day_chosen(struct ui *ui, guint index, gpointer user)
{
	struct returning *returning = user;
	returning->half_day_id = g_array_index(returning->half_days, gint64, index);
	lines_ask(ui, returning);
}

static void
half_day_ask(struct ui *ui, struct returning *returning)
{
	guint n = returning->half_days->len;
	if (n <= 1) {
		returning->half_day_id =
			n == 1 ? g_array_index(returning->half_days, gint64, 0) : 0;
		if (n == 1)
			lines_ask(ui, returning);
		else
			ui_say(ui, TOAST_NOTE, _("The event has no half-day yet"));
		returning_free(returning);
		return;
	}
	struct chooser *chooser = chooser_new(_("Signed for which half-day?"), half_day_chosen,
					      returning, returning_free);
	for (guint i = 0; i < n; i++) {
		g_autofree char *words =
			half_day_words(ui->store, g_array_index(returning->half_days, gint64, i));
		chooser_add(chooser, words, NULL);
	}
	chooser_show(chooser, ui, 0);
}

void
sheet_return_ask(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	gint64 sheet = sheet_find(ui->store, event_id, NULL, &error);
	GArray *half_days = sheet != 0 ? event_half_days(ui->store, event_id, &error) : NULL;
	ui_fail(ui, error);
	if (half_days == NULL)
		return;
	struct returning *returning = g_new0(struct returning, 1);
	*returning = (struct returning){event_id, sheet, 0, half_days};
	half_day_ask(ui, returning);
}
