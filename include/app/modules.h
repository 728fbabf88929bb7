/* The parts of the program that are loaded when first used: ical, print, exchange.
 *
 * Linked into every start they would cost it six to seven times what it costs now (docs/adr/0012).
 * They are found beside the executable (build/modules), then in the installation's lib folder, and
 * never unloaded. Each answer is NULL with ERROR_MODULE when its file is missing or of another
 * version.
 */
#ifndef APP_MODULES_H
#define APP_MODULES_H

#include <glib.h>

#include "exchange/table.h"
#include "ical/calendar.h"
#include "print/document.h"

const struct exchange_module *module_exchange(GError **error);
const struct ical_module *module_ical(GError **error);
const struct print_module *module_print(GError **error);

#endif
