/* The codes on badges: letters that a scanner set to a US keyboard types alike on AZERTY, QWERTY
 * and QWERTZ, so that a scan is what stands there whatever the machine's layout. A code is made
 * from the registration's uid, which never changes: nothing of it is stored. */
#ifndef CORE_BADGE_H
#define CORE_BADGE_H

#include <glib.h>
#include <stdbool.h>

/** Letters of a code, the last of which checks the others. */
#define BADGE_LETTERS 11

/** The code of the registration with this UID (a bare UUID). */
void badge_code(const char *uid, char code[static BADGE_LETTERS + 1]);

/** True when TYPED (blanks around it and capitals do not count) is a code without a slip: every
 * single wrong letter is found. READ receives it as badge_code() writes it. */
bool badge_read(const char *typed, char read[static BADGE_LETTERS + 1]);

#endif
