#include "print/qr.h"

#include <glib.h>
#include <qrencode.h>

/* Neighbours in a row are one rectangle, and all of them one path: filled at once they leave no
 * seams, whatever draws them. */
static void
qr_trace(cairo_t *cairo, const QRcode *code, double x, double y, double side)
{
	double square = side / code->width;
	for (int row = 0; row < code->width; row++) {
		const unsigned char *squares = code->data + row * code->width;
		for (int from = 0, end; from < code->width; from = end) {
			for (end = from; end < code->width && (squares[end] & 1) != 0; end++)
				continue;
			if (end > from)
				cairo_rectangle(cairo, x + from * square, y + row * square,
						(end - from) * square, square);
			else
				end++;
		}
	}
}

bool
qr_draw(cairo_t *cairo, const char *text, double x, double y, double side)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q);
	if (code == NULL)
		return false;
	qr_trace(cairo, code, x, y, side);
	cairo_fill(cairo);
	QRcode_free(code);
	return true;
}
