#include "print/paper.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "print/amendment.h"

#define ROOT_TAG "Document" /* without it readers do not take the file as tagged */

#define LONGEST 300 /* letters of a property */

struct paper {
	char *path;
	char *language;
	FILE *file;
	int trouble; /* errno of the first write that failed */
	cairo_surface_t *surface;
	cairo_t *cairo;
};

static cairo_status_t
paper_receive(void *closure, const unsigned char *bytes, unsigned int size)
{
	Paper *paper = closure;
	if (fwrite(bytes, 1, size, paper->file) == size)
		return CAIRO_STATUS_SUCCESS;
	if (paper->trouble == 0)
		paper->trouble = errno;
	return CAIRO_STATUS_WRITE_ERROR;
}

static bool
paper_fail(const char *path, int trouble, GError **error)
{
	bool full = trouble == ENOSPC || trouble == EDQUOT || trouble == EFBIG;
	return fail(error, full ? ERROR_FULL : ERROR_IO, _("The document %s cannot be written: %s"),
		    path, g_strerror(trouble));
}

/* Never through a link: in a folder of several people somebody may put one under the temporary
 * name. */
static FILE *
file_create(const char *path)
{
	int descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (descriptor < 0)
		return NULL;
	FILE *file = fdopen(descriptor, "w+b");
	if (file == NULL)
		close(descriptor);
	return file;
}

static void
paper_set(Paper *paper, cairo_pdf_metadata_t property, const char *text)
{
	g_autofree char *clean = text_for_file(text != NULL ? text : "", false);
	g_autofree char *bounded =
		g_utf8_substring(clean, 0, MIN(g_utf8_strlen(clean, -1), LONGEST));
	cairo_pdf_surface_set_metadata(paper->surface, property, bounded);
}

/* Cairo would write the moment of the writing, and no two files would be equal. */
static void
paper_describe(Paper *paper, const struct paper_about *about)
{
	paper_set(paper, CAIRO_PDF_METADATA_TITLE, about->title);
	paper_set(paper, CAIRO_PDF_METADATA_AUTHOR, about->author);
	paper_set(paper, CAIRO_PDF_METADATA_CREATOR, "Ateliers");
	bool known = about->printed_at != NULL && strlen(about->printed_at) == 16;
	g_autofree char *moment =
		g_strdup_printf("%s:00", known ? about->printed_at : "2000-01-01T00:00");
	paper_set(paper, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

Paper *
paper_open(const char *path, bool landscape, const struct paper_about *about, GError **error)
{
	FILE *file = file_create(path);
	if (file == NULL) {
		paper_fail(path, errno, error);
		return NULL;
	}
	Paper *paper = g_new0(Paper, 1);
	paper->path = g_strdup(path);
	paper->language = g_strdup(about->language);
	paper->file = file;
	paper->surface = cairo_pdf_surface_create_for_stream(paper_receive, paper,
							     landscape ? A4_LONG : A4_SHORT,
							     landscape ? A4_SHORT : A4_LONG);
	cairo_pdf_surface_restrict_to_version(paper->surface, CAIRO_PDF_VERSION_1_4);
	paper->cairo = cairo_create(paper->surface);
	paper_describe(paper, about);
	cairo_tag_begin(paper->cairo, ROOT_TAG, NULL);
	return paper;
}

cairo_t *
paper_cairo(Paper *paper)
{
	return paper->cairo;
}

void
paper_end_page(Paper *paper)
{
	cairo_show_page(paper->cairo);
}

void
paper_tag(Paper *paper, const char *tag)
{
	cairo_tag_begin(paper->cairo, tag, NULL);
}

void
paper_end_tag(Paper *paper, const char *tag)
{
	cairo_tag_end(paper->cairo, tag);
}

static void
paper_free(Paper *paper)
{
	if (paper->cairo != NULL)
		cairo_destroy(paper->cairo);
	if (paper->surface != NULL)
		cairo_surface_destroy(paper->surface);
	if (paper->file != NULL)
		fclose(paper->file);
	g_free(paper->path);
	g_free(paper->language);
	g_free(paper);
}

/* The status of whichever failed first. */
static cairo_status_t
paper_finish(Paper *paper)
{
	cairo_tag_end(paper->cairo, ROOT_TAG);
	cairo_status_t status = cairo_status(paper->cairo);
	cairo_surface_finish(paper->surface);
	return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status(paper->surface);
}

static bool
paper_end_file(Paper *paper)
{
	bool written = fflush(paper->file) == 0 && amendment_write(paper->file, paper->language) &&
		       fflush(paper->file) == 0;
	if (!written && paper->trouble == 0)
		paper->trouble = errno;
	return written;
}

bool
paper_close(Paper *paper, GError **error)
{
	cairo_status_t status = paper_finish(paper);
	bool done = status == CAIRO_STATUS_SUCCESS && paper_end_file(paper);
	if (!done && paper->trouble != 0)
		paper_fail(paper->path, paper->trouble, error);
	else if (!done)
		fail(error, ERROR_IO, _("The document %s cannot be drawn: %s"), paper->path,
		     cairo_status_to_string(status));
	paper_free(paper);
	return done;
}
