#include "screens/organisations_view.h"

#include "base/i18n.h"
#include "core/organisation.h"
#include "screens/screen_classify.h"
#include "tui/chooser.h"

enum view { VIEW_ALL, VIEW_TO_CLASSIFY };

/* Those to classify have a screen of their own, from which Esc comes back to all of them. */
static void
view_chosen(struct ui *ui, guint index, gpointer user)
{
	(void)user;
	if (index == VIEW_TO_CLASSIFY)
		ui_push(ui, classify_screen(ui));
}

void
organisations_view_ask(struct ui *ui)
{
	struct chooser *chooser = chooser_new(_("Show"), view_chosen, NULL, NULL);
	gint64 n =
		store_count(ui->store, &entity_organisation, "classified", value_integer(0), NULL);
	g_autofree char *count = g_strdup_printf("%d", (int)MAX(n, 0));
	chooser_add(chooser, _("All organisations"), NULL);
	chooser_add(chooser, _("To classify"), count);
	chooser_show(chooser, ui, n > 0 ? VIEW_TO_CLASSIFY : VIEW_ALL);
}
