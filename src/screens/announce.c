#include "screens/announce.h"

#include "app/announcement.h"
#include "base/i18n.h"
#include "core/event.h"
#include "tui/chooser.h"
#include "tui/result.h"

/* More of them than this are read in a window of their own. */
#define MOST_EXPLAINED 4

enum { ANNOUNCE, READ };

static void
announce(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	gint64 version = 0;
	bool added = false;
	if (!ui_begin(ui, "event_announce"))
		return;
	if (!event_announce(ui->store, event_id, &version, &added, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_event, event_id, event_id, 1);
	g_autofree char *said =
		g_strdup_printf(_("Announced: what changes from now on differs from version %d"),
				(int)version);
	ui_commit(ui, said);
}

/* Every difference on lines of its own. */
static char *
differences_text(const Announced *announced)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < announced->differences->len; i++) {
		const struct announcement_difference *difference = announced->differences->pdata[i];
		g_string_append_printf(text, "%s· %s", i > 0 ? "\n" : "", difference->message);
	}
	return g_string_free(text, FALSE);
}

static void
chosen(struct ui *ui, guint index, gpointer user)
{
	gint64 event_id = *(const gint64 *)user;
	if (index == ANNOUNCE) {
		announce(ui, event_id);
		return;
	}
	g_autoptr(Announced) announced = announced_load(ui->store, event_id, NULL);
	if (announced == NULL)
		return;
	g_autofree char *text = differences_text(announced);
	result_read(ui, _("What has changed since it was announced"), text);
}

/* When it was announced, and the first of what has changed; all of it is a choice away. */
static char *
changes_text(struct ui *ui, const Announced *announced)
{
	g_autofree char *when = announced_when(ui->store, announced);
	guint n = announced->differences->len;
	GString *text = g_string_new(NULL);
	g_string_append_printf(text,
			       i18n_count("Announced on %s; %u thing has changed since:",
					  "Announced on %s; %u things have changed since:", n),
			       when, n);
	for (guint i = 0; i < MIN(n, MOST_EXPLAINED); i++) {
		const struct announcement_difference *difference = announced->differences->pdata[i];
		g_string_append_printf(text, "\n· %s", difference->message);
	}
	return g_string_free(text, FALSE);
}

static void
offer(struct ui *ui, gint64 event_id, const Announced *announced)
{
	struct chooser *chooser = chooser_new(_("Announce the event"), chosen,
					      g_memdup2(&event_id, sizeof event_id), g_free);
	if (announced->version == 0) {
		chooser_explain(chooser,
				_("Title, days, times, places, sessions and speakers are kept as "
				  "they are now. What changes afterwards is told, here and on "
				  "papers."));
		chooser_add(chooser, _("Announce it"), NULL);
	} else {
		g_autofree char *text = changes_text(ui, announced);
		chooser_explain(chooser, text);
		chooser_add(chooser, _("Announce it as it is now"), NULL);
		chooser_add(chooser, _("Read all that has changed"), NULL);
	}
	chooser_show(chooser, ui, 0);
}

void
announce_ask(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	g_autoptr(Announced) announced = announced_load(ui->store, event_id, &error);
	ui_fail(ui, error);
	if (announced == NULL)
		return;
	if (announced->version == 0 || announced->differences->len > 0) {
		offer(ui, event_id, announced);
		return;
	}
	g_autofree char *when = announced_when(ui->store, announced);
	ui_say(ui, TOAST_NOTE, _("Nothing has changed since it was announced on %s"), when);
}
