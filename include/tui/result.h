/* What was made, and all there is to say about it: a dialogue to read, however long. */
#ifndef TUI_RESULT_H
#define TUI_RESULT_H

#include "tui/ui.h"

/** Show WHAT was made at PATH (whole; y copies it), then LINES (char *, sentences), each wrapped;
 * the arrows move through what does not fit. */
void result_show(struct ui *ui, const char *what, const char *path, const GPtrArray *lines);

/** The same of papers: FILES (char *, paths of PDF files) are those that the key p hands to a
 * printer, where the machine knows one. */
void result_show_papers(struct ui *ui, const char *what, const char *path, const GPtrArray *lines,
			const GPtrArray *files);

/** The same under TITLE, of what was not made by us: a link. */
void result_tell(struct ui *ui, const char *title, const char *what, const char *path,
		 const GPtrArray *lines);

/** Show TEXT, of any origin and of several lines, under TITLE. */
void result_read(struct ui *ui, const char *title, const char *text);

#endif
