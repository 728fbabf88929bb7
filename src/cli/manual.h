/* The manual page, in the language of the words for people. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

/** docs/ateliers.1. Caller frees. */
char *manual_text(void);

#endif
