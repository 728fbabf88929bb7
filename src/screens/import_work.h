/* A table read, and what was decided of it written, beside the interface. */
#ifndef SCREENS_IMPORT_WORK_H
#define SCREENS_IMPORT_WORK_H

#include "screens/preview_private.h"

struct reading {
	enum import_subject subject;
	gint64 event_id;
	const char *path;              /* or what a pasted list is called */
	GBytes *pasted;                /* NULL: the file at PATH */
	const GPtrArray *overrides;    /* char *: "heading=field"; NULL: none */
	struct preview *again;         /* whose plan it replaces; NULL: a preview of its own */
	const struct screen *question; /* goes once it is read; NULL: none */
};

/** Read the table and show what it would bring. What READING names need not outlive the call, but
 * the screens, which the interface owns. */
void import_read(struct ui *ui, const struct reading *reading);

/** Write the plan of PREVIEW and leave it; what is stopped or fails leaves it as it was. */
void import_write(struct ui *ui, struct preview *preview);

#endif
