/* Accueil: today, what waits, what comes. Every line opens what it speaks of. */
#ifndef TUI_HOME_H
#define TUI_HOME_H

#include "tui/ui.h"

struct screen *home_screen(struct ui *ui);

#endif
