#include "screens/sheet_return.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/sheet.h"
#include "base/i18n.h"
#include "core/document.h"
#include "tui/chooser.h"
#include "tui/prompt.h"
#include "tui/result.h"

struct returning {
	gint64 event_id, sheet_id, half_day_id;
	GPtrArray *sheets; /* struct sheet_printed: those to choose between */
	GArray *half_days; /* gint64; once the sheet is known */
	SheetPage *page;   /* once the half-day is known */
};

static void
returning_free(gpointer pointer)
{
	struct returning *returning = pointer;
	g_clear_pointer(&returning->sheets, g_ptr_array_unref);
	g_clear_pointer(&returning->half_days, g_array_unref);
	sheet_page_free(returning->page);
	g_free(returning);
}

/* What is known so far, for the next question: each dialogue frees its own. */
static struct returning *
returning_next(const struct returning *returning)
{
	struct returning *next = g_new0(struct returning, 1);
	next->event_id = returning->event_id;
	next->sheet_id = returning->sheet_id;
	next->half_day_id = returning->half_day_id;
	return next;
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

/* Who is still to be asked about, and what was known otherwise; nothing of that: the toast says it
 * all. */
static void
returned_say(struct ui *ui, const struct sheet_return *done)
{
	g_autofree char *words = sheet_return_words(done);
	g_autoptr(GString) text = g_string_new(words);
	gsize first = text->len;
	names_append(text, _("Marked otherwise before, and changed:"), done->changed);
	names_append(text, _("Not signed, and left as it was known:"), done->kept);
	names_append(text, _("Nothing was typed of these lines:"), done->silent);
	names_append(text, _("Not registered any longer, and not marked:"), done->gone);
	if (text->len > first)
		result_read(ui, _("The signed sheet"), text->str);
}

static bool
typed_take(struct ui *ui, const char *typed, gpointer user)
{
	const struct returning *returning = user;
	struct sheet_return done = {.marked = 0};
	GError *error = NULL;
	g_autofree char *clean = g_strstrip(g_strdup(typed));
	if (*clean == '\0') {
		ui_say(ui, TOAST_NOTE, _("Type the lines first"));
		return false;
	}
	if (!ui_begin(ui, "presence_mark"))
		return false;
	bool good = sheet_return_mark(ui->store, returning->sheet_id, returning->half_day_id, typed,
				      &done, &error);
	if (!good) {
		store_rollback(ui->store);
		ui_fail(ui, error);
	} else {
		store_about(ui->store, &entity_document, returning->sheet_id, returning->event_id,
			    done.marked);
		g_autofree char *words = sheet_return_words(&done);
		good = ui_commit(ui, words);
	}
	if (good)
		returned_say(ui, &done);
	sheet_return_clear(&done);
	return good;
}

static void
typed_reading(const char *typed, int room, GString *text, GString *note, gpointer user)
{
	const struct returning *returning = user;
	g_autofree char *notes = NULL;
	g_autofree char *words = sheet_page_reading(returning->page, typed, room, &notes);
	g_string_append(text, words);
	g_string_append(note, notes != NULL ? notes : "");
}

static void
lines_ask(struct ui *ui, const struct returning *of)
{
	GError *error = NULL;
	struct returning *returning = returning_next(of);
	returning->page =
		sheet_page_load(ui->store, returning->sheet_id, returning->half_day_id, &error);
	ui_fail(ui, error);
	if (returning->page == NULL) {
		returning_free(returning);
		return;
	}
	g_autofree char *half_day = half_day_words(ui->store, returning->half_day_id);
	g_autofree char *sheet = sheet_words(ui->store, returning->sheet_id);
	/* In a narrow window the end of a title is cut: which half-day must not be. */
	g_autofree char *title = g_strdup_printf(_("Signed sheet — %s"), half_day);
	g_autofree char *said = g_strdup_printf("%s\n%s", sheet,
						_("Lines, then their letter: 1-10 p; 11 e; 12, 15 "
						  "a (present, excused, absent; r "
						  "represented), or: all except 3, 7"));
	prompt_show_reading(ui, title, said, typed_reading, typed_take, returning, returning_free);
}

static void
half_day_chosen(struct ui *ui, guint index, gpointer user)
{
	struct returning *returning = user;
	returning->half_day_id = g_array_index(returning->half_days, gint64, index);
	lines_ask(ui, returning);
}

static void
half_day_ask(struct ui *ui, const struct returning *of)
{
	GError *error = NULL;
	struct returning *returning = returning_next(of);
	returning->half_days = sheet_half_days(ui->store, returning->sheet_id, &error);
	ui_fail(ui, error);
	guint n = returning->half_days != NULL ? returning->half_days->len : 0;
	if (n <= 1) {
		if (n == 1)
			half_day_chosen(ui, 0, returning);
		else if (returning->half_days != NULL)
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

static void
sheet_chosen(struct ui *ui, guint index, gpointer user)
{
	struct returning *returning = user;
	returning->sheet_id = ((struct sheet_printed *)returning->sheets->pdata[index])->id;
	half_day_ask(ui, returning);
}

/* Each sheet numbers its lines from 1: the wrong one would mark the wrong people. */
static void
sheet_ask(struct ui *ui, struct returning *returning)
{
	struct chooser *chooser =
		chooser_new(_("Which sheet came back?"), sheet_chosen, returning, returning_free);
	chooser_explain(chooser, _("Its code stands at the top right of the paper, behind “sheet”: "
				   "choose it, or type it. At the right, when it was printed."));
	for (guint i = 0; i < returning->sheets->len; i++) {
		g_autofree char *label = sheet_label(returning->sheets->pdata[i]);
		g_autofree char *detail = sheet_detail(ui->store, returning->sheets->pdata[i]);
		chooser_add(chooser, label, detail);
	}
	chooser_narrow(chooser);
	chooser_show(chooser, ui, 0);
}

void
sheet_return_ask(struct ui *ui, gint64 event_id, gint64 session_id)
{
	GError *error = NULL;
	struct returning *returning = g_new0(struct returning, 1);
	returning->event_id = event_id;
	returning->sheets = sheets_printed(ui->store, event_id, session_id, &error);
	ui_fail(ui, error);
	guint n = returning->sheets != NULL ? returning->sheets->len : 0;
	if (n > 1) {
		sheet_ask(ui, returning);
		return;
	}
	if (n == 1)
		sheet_chosen(ui, 0, returning);
	else if (returning->sheets != NULL)
		ui_say(ui, TOAST_ERROR,
		       session_id != 0
			       ? _("No sheet of this session was printed (p prints it); R among "
				   "the attendees has those of the whole event")
			       : _("no sign-in sheet of the event was printed yet"));
	returning_free(returning);
}
