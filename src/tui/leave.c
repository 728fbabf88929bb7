#include "tui/leave.h"

#include "base/i18n.h"
#include "tui/chooser.h"

/* How far down the stack an action takes screens away: 0 for all of it. */
static guint
act_takes_from(const struct ui *ui, enum act act)
{
	bool all = (act >= ACT_GO_HOME && act <= ACT_GO_REPORT) || act == ACT_NEXT_TAB ||
		   act == ACT_PREVIOUS_TAB || act == ACT_QUIT || act == ACT_OWN_DATABASE;
	if (all)
		return 0;
	return act == ACT_BACK ? ui->stack->len - 1 : ui->stack->len;
}

/* What ACT would throw away, or NULL. What is kept for the next start is not lost by leaving.
 * Caller frees. */
static char *
act_loses(struct ui *ui, enum act act)
{
	char *lost = NULL;
	for (guint i = act_takes_from(ui, act); lost == NULL && i < ui->stack->len; i++) {
		struct screen *screen = g_ptr_array_index(ui->stack, i);
		bool kept = act == ACT_QUIT && screen->class->keep != NULL;
		if (!kept && screen->class->unfinished != NULL)
			lost = screen->class->unfinished(screen);
	}
	return lost;
}

struct leaving {
	enum act act;
	leave_go go;
};

static void
leave_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct leaving *leaving = user;
	if (index == 1)
		leaving->go(ui, leaving->act);
}

bool
leave_asks(struct ui *ui, enum act act, leave_go go)
{
	g_autofree char *lost = act_loses(ui, act);
	if (lost == NULL)
		return false;
	struct leaving *leaving = g_new0(struct leaving, 1);
	*leaving = (struct leaving){act, go};
	struct chooser *chooser = chooser_new(lost, leave_chosen, leaving, g_free);
	chooser_add(chooser, _("Stay here"), NULL);
	chooser_add(chooser, _("Leave, and lose it"), NULL);
	chooser_show(chooser, ui, 0);
	return true;
}
