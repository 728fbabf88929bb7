/* Links that a browser or a mail program may be given. */
#ifndef CORE_LINK_H
#define CORE_LINK_H

#include <glib.h>

/** What was TYPED or came with data, as a link that may be opened: http, https or mailto, a bare
 * address ("www.ville.fr") as https, an e-mail address as mailto, everything but plain ASCII
 * written as %XX. NULL when it is none: another scheme, a host that is missing, a control
 * character. Caller frees. */
char *link_clean(const char *typed);

/** The links that stand in a TEXT of any length (char *), each once, in their order. Caller frees.
 */
GPtrArray *links_in(const char *text);

#endif
