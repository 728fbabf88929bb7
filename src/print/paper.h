/* One PDF file: A4 pages, structure tags for those who hear it, properties, language.
 *
 * Equal calls write equal bytes. Lengths are points.
 */
#ifndef PRINT_PAPER_H
#define PRINT_PAPER_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

#define A4_SHORT 595.276
#define A4_LONG  841.890

typedef struct paper Paper;

/** What a PDF says of itself. */
struct paper_about {
	const char *title;
	const char *author;
	const char *printed_at; /* civil "2026-11-23T09:30" */
	const char *language;   /* "fr" */
};

/** Begin the file PATH, mode 0600 when it is new, with a first page in the landscape or portrait
 * form. NULL with ERROR_IO. */
Paper *paper_open(const char *path, bool landscape, const struct paper_about *about,
		  GError **error);

/** Where to draw. Borrowed until paper_close(). */
cairo_t *paper_cairo(Paper *paper);

/** The present page is done; what follows is drawn on another. */
void paper_end_page(Paper *paper);

/** Open and close a tag of the structure: "H1", "P", "Table", "TR"… Tags are nested in each other
 * and may stay open from page to page. */
void paper_tag(Paper *paper, const char *tag);
void paper_end_tag(Paper *paper, const char *tag);

/** Finish the file. Frees PAPER in every case. Fails with ERROR_FULL or ERROR_IO. */
bool paper_close(Paper *paper, GError **error);

#endif
