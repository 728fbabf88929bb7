/* Organisations that nobody has classified yet, emptied with keys: a letter is a family, a capital
 * a level, Enter confirms and goes on. */
#ifndef SCREENS_SCREEN_CLASSIFY_H
#define SCREENS_SCREEN_CLASSIFY_H

#include "tui/ui.h"

struct screen *classify_screen(struct ui *ui);

/** The letter of a family or a level (the code), or 0: every code has one of its own. */
char classify_letter(const char *code);

#endif
