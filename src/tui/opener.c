#include "tui/opener.h"

#include <string.h>

#include "app/opener.h"
#include "app/output.h"
#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/link.h"
#include "tui/chooser.h"
#include "tui/loop.h"
#include "tui/result.h"
#include "tui/terminal.h"

#define COPIED_WIDTH 60
#define MAIL         "mailto:"

/* ---- opening ------------------------------------------------------------------------------------
 */

static void
console_run(struct ui *ui, char *const *words)
{
	GError *error = NULL;
	terminal_leave();
	g_spawn_sync(NULL, (char **)(gsize)words, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL,
		     NULL, NULL, NULL, &error);
	terminal_return();
	ui->dirty = true;
	ui_fail(ui, error);
}

static void
cannot_open(struct ui *ui, const char *target, GError *error)
{
	if (error->code != ERROR_NOT_FOUND) {
		ui_fail(ui, error);
		return;
	}
	g_error_free(error);
	if (g_str_has_prefix(target, MAIL))
		target += strlen(MAIL); /* an address is pasted without it */
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lines, g_strdup(_("y copies it")));
	result_tell(ui, _("To be opened elsewhere"), _("Nothing on this machine opens this:"),
		    target, lines);
}

void
open_give(struct ui *ui, const char *target)
{
	GError *error = NULL;
	bool console = false;
	g_autofree char *link = link_clean(target);
	if (link == NULL && !g_path_is_absolute(target)) {
		ui_say(ui, TOAST_NOTE, _("“%s” is no link that can be opened"), target);
		return;
	}
	const char *opened = link != NULL ? link : target;
	g_auto(GStrv) words = opener_words(opened, &console, &error);
	if (words == NULL) {
		cannot_open(ui, opened, error);
		return;
	}
	if (console) {
		console_run(ui, words);
		return;
	}
	if (opener_start(words, &error))
		ui_say(ui, TOAST_DONE, _("Opened: %s"), opened);
	ui_fail(ui, error);
}

static void
link_chosen(struct ui *ui, guint index, gpointer user)
{
	const GPtrArray *links = user;
	open_give(ui, links->pdata[index]);
}

void
open_links_in(struct ui *ui, const char *text)
{
	GError *error = NULL;
	if (secure_refuses(_("open a link or a file"), &error)) {
		ui_fail(ui, error);
		return;
	}
	GPtrArray *links = links_in(text);
	if (links->len > 1) {
		struct chooser *chooser = chooser_new(_("Open which link?"), link_chosen, links,
						      (GDestroyNotify)g_ptr_array_unref);
		for (guint i = 0; i < links->len; i++)
			chooser_add(chooser, links->pdata[i], NULL);
		chooser_show(chooser, ui, 0);
		return;
	}
	if (links->len == 1)
		open_give(ui, links->pdata[0]);
	else
		ui_say(ui, TOAST_NOTE, _("No link stands here"));
	g_ptr_array_unref(links);
}

/* ---- copying ------------------------------------------------------------------------------------
 */

static void
copy_into_file(struct ui *ui, const char *what, const char *text)
{
	GError *error = NULL;
	g_autofree char *path = NULL;
	g_autofree char *whole = g_strconcat(text, "\n", NULL);
	if (!output_text(ui->store, what, "txt", whole, &path, &error)) {
		ui_fail(ui, error);
		return;
	}
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lines, g_strdup(_("This terminal has no clipboard: open the file")));
	result_show(ui, text, path, lines);
}

void
copy_give(struct ui *ui, const char *what, const char *text)
{
	g_autofree char *clean = text_for_file(text, true);
	if (*clean == '\0') {
		ui_say(ui, TOAST_NOTE, _("Nothing to copy here"));
		return;
	}
	if (!loop_copy(clean)) {
		copy_into_file(ui, what, clean);
		return;
	}
	g_autofree char *line = text_for_terminal(clean);
	g_autofree char *shown = text_clip(line, COPIED_WIDTH, !draw_unicode());
	ui_say(ui, TOAST_DONE, _("Copied, if your terminal allows it: %s"), shown);
}
