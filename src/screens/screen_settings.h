/* The centre's settings: Enter changes one. */
#ifndef SCREENS_SCREEN_SETTINGS_H
#define SCREENS_SCREEN_SETTINGS_H

#include "tui/ui.h"

struct screen *settings_screen(struct ui *ui);

#endif
