#include "print/logo.h"

#include <string.h>

#define MOST_PIXELS  40000000u
#define LONGEST_SIDE 800 /* 45 mm at 450 dots per inch */

struct reader {
	const char *at;
	gsize left;
};

static cairo_status_t
reader_give(void *closure, unsigned char *bytes, unsigned int size)
{
	struct reader *reader = closure;
	if (size > reader->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(bytes, reader->at, size);
	reader->at += size;
	reader->left -= size;
	return CAIRO_STATUS_SUCCESS;
}

static guint64
big_endian(const char *bytes)
{
	guint32 number;
	memcpy(&number, bytes, sizeof number);
	return GUINT32_FROM_BE(number);
}

/* A few hundred bytes can unpack to gigabytes; the first chunk tells. */
static bool
png_is_modest(const char *bytes, gsize size)
{
	static const char signature[] = "\x89PNG\r\n\x1a\n";
	if (size < 24 || memcmp(bytes, signature, 8) != 0 || memcmp(bytes + 12, "IHDR", 4) != 0)
		return false;
	guint64 width = big_endian(bytes + 16), height = big_endian(bytes + 20);
	return width > 0 && height > 0 && width * height <= MOST_PIXELS;
}

/* Takes PICTURE. */
static cairo_surface_t *
picture_reduce(cairo_surface_t *picture)
{
	int width = cairo_image_surface_get_width(picture);
	int height = cairo_image_surface_get_height(picture);
	if (MAX(width, height) <= LONGEST_SIDE)
		return picture;
	double scale = (double)LONGEST_SIDE / MAX(width, height);
	cairo_surface_t *small =
		cairo_image_surface_create(CAIRO_FORMAT_ARGB32, MAX(1, (int)(width * scale)),
					   MAX(1, (int)(height * scale)));
	cairo_t *cairo = cairo_create(small);
	cairo_scale(cairo, scale, scale);
	cairo_set_source_surface(cairo, picture, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
	cairo_paint(cairo);
	cairo_destroy(cairo);
	cairo_surface_destroy(picture);
	return small;
}

cairo_surface_t *
logo_read(const char *bytes, gsize size)
{
	if (bytes == NULL || !png_is_modest(bytes, size))
		return NULL;
	struct reader reader = {.at = bytes, .left = size};
	cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(reader_give, &reader);
	if (cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS)
		return picture_reduce(picture);
	cairo_surface_destroy(picture);
	return NULL;
}

bool
logo_is_readable(const char *bytes, gsize size)
{
	cairo_surface_t *picture = logo_read(bytes, size);
	if (picture == NULL)
		return false;
	cairo_surface_destroy(picture);
	return true;
}
