/* Marks for another day than today, or for a draft, are mostly a mistake: it is asked once. */
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "screens/door_private.h"
#include "tui/chooser.h"

struct agreeing {
	struct door *door;
	gint64 attendee_id;
	door_deed deed;
};

static void
agree_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct agreeing *agreeing = user;
	struct door *door = agreeing->door;
	if (index == 0)
		return;
	door->agreed = door_half_day(door);
	door->unannounced = true;
	agreeing->deed(door, ui, agreeing->attendee_id);
}

/* NULL: there is nothing to ask. */
static char *
question(struct door *door, struct ui *ui, const char **title)
{
	char today[11];
	g_autofree char *date = half_day_date(ui->store, door_half_day(door));
	clock_today(door->zone, today);
	bool other_day = date_is_day(date) && strcmp(date, today) != 0 &&
			 door->agreed != door_half_day(door);
	bool draft = !door->unannounced && event_unannounced(ui->store, door->event_id);
	if (!other_day && !draft)
		return NULL;
	g_autofree char *early = checkin_early(ui->store, door->event_id, door_half_day(door));
	*title = early != NULL ? _("Sign in already?") : _("Another day");
	if (early != NULL)
		return g_strdup_printf("%s\n%s", early, _("Sign in all the same?"));
	g_autofree char *day = date_text(date, DATE_NUMERIC);
	return g_strdup_printf(_("This half-day is on %s, not today: sign in all the same?"), day);
}

void
door_agree(struct door *door, struct ui *ui, gint64 attendee_id, door_deed deed)
{
	const char *title = NULL;
	g_autofree char *explained = question(door, ui, &title);
	if (explained == NULL) {
		deed(door, ui, attendee_id);
		return;
	}
	struct agreeing *agreeing = g_new(struct agreeing, 1);
	*agreeing = (struct agreeing){door, attendee_id, deed};
	struct chooser *chooser = chooser_new(title, agree_chosen, agreeing, g_free);
	chooser_explain(chooser, explained);
	chooser_add(chooser, _("No, mark nobody"), NULL);
	chooser_add(chooser, _("Sign in all the same"), NULL);
	chooser_show(chooser, ui, 0);
}
