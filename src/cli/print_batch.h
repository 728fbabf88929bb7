/* Several papers by one command, and the printer they go to. */
#ifndef CLI_PRINT_BATCH_H
#define CLI_PRINT_BATCH_H

#include "cli/run.h"
#include "paper/papers.h"

/** All that the day of the event needs. Of what fails the run's exit code tells. */
bool print_day(struct run *run, GError **error);

/** CHOICE for each of its sessions. */
bool print_each_session(struct run *run, const struct paper_choice *choice, GError **error);

/** Hand the file at PATH to the printer that was asked for. */
bool print_hand(struct run *run, const char *path, GError **error);

#endif
