/* Accueil: today, what waits, what comes. Every line opens what it speaks of. */
#ifndef SCREENS_HOME_H
#define SCREENS_HOME_H

#include "tui/ui.h"

struct screen *home_screen(struct ui *ui);

#endif
