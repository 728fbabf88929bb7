/* Papers handed to a printer of CUPS. */
#ifndef TUI_PRINTER_H
#define TUI_PRINTER_H

#include "tui/ui.h"

/** True when the machine knows a printer that takes jobs now. */
bool printer_is_there(void);

/** Ask which printer takes FILES (char *, paths), and hand them to it. */
void printer_ask(struct ui *ui, const GPtrArray *files);

#endif
