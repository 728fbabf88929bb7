#include "screens/roots.h"

#include "base/i18n.h"
#include "screens/calendar.h"
#include "screens/home.h"
#include "screens/screen_list.h"
#include "screens/screen_report.h"

static const char *const labels[ROOTS_N] = {
	[ROOT_HOME] = N_("Home"),
	[ROOT_CALENDAR] = N_("Calendar"),
	[ROOT_EVENTS] = N_("Events"),
	[ROOT_PEOPLE] = N_("People"),
	[ROOT_ORGANISATIONS] = N_("Organisations"),
	[ROOT_VENUES] = N_("Places"),
	[ROOT_REPORT] = N_("Figures"),
};

const char *
root_label(int tab)
{
	return _(labels[tab]);
}

struct screen *
root_screen(struct ui *ui, int tab)
{
	struct screen *screen = tab == ROOT_HOME       ? home_screen(ui)
				: tab == ROOT_CALENDAR ? calendar_screen(ui)
				: tab == ROOT_REPORT   ? report_screen(ui)
						       : list_screen(ui, tab);
	screen->tab = tab;
	return screen;
}
