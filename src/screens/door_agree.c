/* Marks for another day than today are mostly a mistake: it is asked once. */
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
	agreeing->deed(door, ui, agreeing->attendee_id);
}

void
door_agree(struct door *door, struct ui *ui, gint64 attendee_id, door_deed deed)
{
	char today[11];
	g_autofree char *date = half_day_date(ui->store, door_half_day(door));
	clock_today(door->zone, today);
	if (!date_is_day(date) || strcmp(date, today) == 0 || door->agreed == door_half_day(door)) {
		deed(door, ui, attendee_id);
		return;
	}
	struct agreeing *agreeing = g_new(struct agreeing, 1);
	*agreeing = (struct agreeing){door, attendee_id, deed};
	g_autofree char *day = date_text(date, DATE_NUMERIC);
	g_autofree char *explained =
		g_strdup_printf(_("This half-day is on %s, not today: sign in all the same?"), day);
	struct chooser *chooser = chooser_new(_("Another day"), agree_chosen, agreeing, g_free);
	chooser_explain(chooser, explained);
	chooser_add(chooser, _("No, mark nobody"), NULL);
	chooser_add(chooser, _("Sign in all the same"), NULL);
	chooser_show(chooser, ui, 0);
}
