#include "screens/interface.h"

#include "screens/door_copies.h"
#include "screens/palette.h"
#include "screens/roots.h"
#include "screens/screen_dates.h"
#include "screens/screen_history.h"
#include "screens/screen_list.h"
#include "screens/screen_settings.h"
#include "tui/loop.h"

/* The actions that open a screen from wherever one is. */
static bool
act_from_anywhere(struct ui *ui, enum act act)
{
	if (act >= ACT_GO_HOME && act <= ACT_GO_REPORT) {
		ui_go(ui, (int)(act - ACT_GO_HOME));
		return true;
	}
	switch ((int)act) {
	case ACT_PALETTE:
		ui_push(ui, palette_screen(ui));
		return true;
	case ACT_HISTORY:
		ui_push(ui, history_screen(ui));
		return true;
	case ACT_SETTINGS:
		ui_push(ui, settings_screen(ui));
		return true;
	case ACT_KINDS:
	case ACT_THEMES:
	case ACT_CYCLES:
	case ACT_PRACTICES:
	case ACT_HOLIDAYS:
		ui_push(ui, list_screen_reference(ui, act));
		return true;
	default:
		return false;
	}
}

static const struct ui_rooms rooms = {
	.n_roots = ROOTS_N,
	.root_label = root_label,
	.root_screen = root_screen,
	.act = act_from_anywhere,
	.find_date = dates_open_for,
	.begin = door_copies_begin,
};

_Static_assert(INTERFACE_SAMPLE == LOOP_SAMPLE, "the two floors speak of one wish");

int
interface_main(const char *path, bool sample)
{
	return loop_run(path, sample, &rooms);
}
