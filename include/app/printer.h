/* Printers, as CUPS knows them: a paper that is made is handed to lp(1), which is given words and
 * never a line of shell. Of a shared account nothing is sent: its papers come out where the machine
 * stands, which is not where the person is, and nothing else is started there (secure.h). */
#ifndef APP_PRINTER_H
#define APP_PRINTER_H

#include <glib.h>
#include <stdbool.h>

/** The printers that take jobs (char *), the usual one first; none where CUPS is missing or does
 * not answer at once, and none in a shared account. Caller frees. */
GPtrArray *printer_names(void);

/** True when NAME may be a printer's: letters without blanks, no "-" in front. ERROR_USAGE. */
bool printer_check(const char *name, GError **error);

/** Hand the file at PATH to the printer NAME under the title of the file. The file stays whatever
 * comes of it; the message has what lp said, and where the file is. ERROR_INVALID in a shared
 * account; ERROR_NOT_FOUND without lp; else ERROR_IO. */
bool printer_send(const char *name, const char *path, GError **error);

#endif
