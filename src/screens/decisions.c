#include "screens/decisions.h"

#include "app/decision.h"
#include "base/i18n.h"
#include "tui/form.h"
#include "tui/result.h"

void
decisions_record(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	g_autoptr(Meeting) meeting = meeting_load(ui->store, event_id, &error);
	ui_fail(ui, error);
	if (meeting == NULL)
		return;
	if (!event_decides(ui->store, meeting->event)) {
		struct form_request request = {.noun = &noun_decision, .owner = event_id};
		form_open(ui, &request);
		ui_say(ui, TOAST_NOTE,
		       _("Nothing is decided yet: this is the first point of the agenda"));
		return;
	}
	g_autofree char *text = meeting_text(meeting);
	result_read(ui, _("Record of decisions"), text);
}
