/* What the report of an event says of what came after it. */
#ifndef PAPER_REPORT_AFTER_H
#define PAPER_REPORT_AFTER_H

#include "paper/paper.h"

/** Each adds its heading and its blocks where there is something to say, else nothing. */
bool satisfaction_write(struct paper *paper, Writing *writing, GError **error);
bool outputs_write(struct paper *paper, Writing *writing, GError **error);
bool follow_up_write(struct paper *paper, Writing *writing, GError **error);

#endif
