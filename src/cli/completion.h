/* Completion for bash. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

/** A script that bash sources; the same in every language. Caller frees. */
char *completion_text(void);

#endif
