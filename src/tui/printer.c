#include "tui/printer.h"

#include "app/printer.h"
#include "base/i18n.h"
#include "tui/chooser.h"

struct printing {
	GPtrArray *files; /* char * */
	GPtrArray *names; /* char * */
};

static void
printing_free(gpointer pointer)
{
	struct printing *printing = pointer;
	g_ptr_array_unref(printing->files);
	g_ptr_array_unref(printing->names);
	g_free(printing);
}

bool
printer_is_there(void)
{
	g_autoptr(GPtrArray) names = printer_names();
	return names->len > 0;
}

/* One that is refused ends it: the others would be, too. */
static void
printer_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct printing *printing = user;
	const char *name = printing->names->pdata[index];
	GError *error = NULL;
	guint sent = 0;
	while (sent < printing->files->len &&
	       printer_send(name, printing->files->pdata[sent], &error))
		sent++;
	if (error == NULL)
		ui_say(ui, TOAST_DONE,
		       i18n_count("%u paper handed to the printer “%s”",
				  "%u papers handed to the printer “%s”", sent),
		       sent, name);
	ui_fail(ui, error);
}

void
printer_ask(struct ui *ui, const GPtrArray *files)
{
	struct printing *printing = g_new0(struct printing, 1);
	printing->names = printer_names();
	printing->files = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < files->len; i++)
		g_ptr_array_add(printing->files, g_strdup(files->pdata[i]));
	if (printing->names->len == 0) {
		ui_say(ui, TOAST_NOTE, _("No printer takes papers now"));
		printing_free(printing);
		return;
	}
	struct chooser *chooser =
		chooser_new(_("To the printer"), printer_chosen, printing, printing_free);
	for (guint i = 0; i < printing->names->len; i++)
		chooser_add(chooser, printing->names->pdata[i], NULL);
	chooser_show(chooser, ui, 0);
}
