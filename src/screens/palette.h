/* The palette: one line in which one types what to do, or what to open. */
#ifndef SCREENS_PALETTE_H
#define SCREENS_PALETTE_H

#include "tui/ui.h"

struct screen *palette_screen(struct ui *ui);

#endif
