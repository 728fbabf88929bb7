/* The floor of a sheet of badges: badges_floor COUNT PATH.
 *
 * A bare loop over Pango, Cairo and libqrencode that draws the texts and codes of print_badges with
 * the same fonts, wrapping, tags and marks, and does nothing else: no cleaning, no shrinking, no
 * texts that make room for each other, every measure known beforehand.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdbool.h>
#include <stdlib.h>

#include "print_people.h"

#define MM      (72.0 / 25.4)
#define WIDTH   595.276
#define HEIGHT  841.890
#define COLUMNS 2
#define ROWS    5
#define CARD_W  (86 * MM)
#define CARD_H  (54 * MM)
#define LEFT    (19 * MM)
#define TOP     (13.5 * MM)
#define PADDING (3 * MM)
#define CODE    (14.6 * MM)

struct pen {
	cairo_t *cairo;
	PangoLayout *layout;
	PangoFontDescription *font;
	PangoAttrList *plain;
};

struct text {
	const char *words;
	double size, width, y;
	bool bold, middle;
};

static void
pen_text(struct pen *pen, const struct text *text, double x, double y)
{
	PangoRectangle extents;
	pango_font_description_set_absolute_size(pen->font, text->size * PANGO_SCALE);
	pango_font_description_set_weight(pen->font,
					  text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(pen->layout, pen->font);
	pango_layout_set_width(pen->layout, (int)(text->width * PANGO_SCALE));
	pango_layout_set_alignment(pen->layout,
				   text->middle ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
	pango_layout_set_text(pen->layout, text->words, -1);
	pango_layout_get_extents(pen->layout, NULL, &extents);
	cairo_tag_begin(pen->cairo, "P", NULL);
	cairo_move_to(pen->cairo, x, y + text->y);
	pango_cairo_show_layout(pen->cairo, pen->layout);
	cairo_tag_end(pen->cairo, "P");
}

static void
draw_code(cairo_t *cairo, const char *text, double x, double y)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q);
	double square = CODE / code->width;
	for (int row = 0; row < code->width; row++)
		for (int from = 0, end; from < code->width; from = end) {
			const unsigned char *squares = code->data + row * code->width;
			for (end = from; end < code->width && (squares[end] & 1) != 0; end++)
				continue;
			if (end > from)
				cairo_rectangle(cairo, x + from * square, y + row * square,
						(end - from) * square, square);
			else
				end++;
		}
	cairo_fill(cairo);
	QRcode_free(code);
}

static void
draw_badge(struct pen *pen, guint i, double x, double y)
{
	char code[PRINT_CODE];
	struct print_person person = print_person(i);
	g_autofree char *capitals = g_utf8_strup(person.last_name, -1);
	print_code(i, code);
	g_autofree char *foot = g_strdup_printf("n°\u00a0%u\u00a0· %s", i + 1, code);
	double inside = CARD_W - 2 * PADDING, beside = inside - CODE - 8;
	const struct text texts[] = {
		{"Médiation, culture, diversité", 7.5, inside, 12, false, false},
		{person.first_name, 27, inside, 34, true, true},
		{capitals, 17, inside, 68, true, true},
		{person.organisation, 10.5, beside, 98, true, false},
		{person.function, 9, beside, 116, false, false},
		{foot, 7, beside, 138, false, false},
	};
	cairo_tag_begin(pen->cairo, "Sect", NULL);
	for (gsize t = 0; t < G_N_ELEMENTS(texts); t++)
		pen_text(pen, &texts[t], x + PADDING, y);
	draw_code(pen->cairo, code, x + CARD_W - PADDING - CODE, y + CARD_H - PADDING - CODE);
	cairo_tag_end(pen->cairo, "Sect");
	print_person_clear(&person);
}

static void
draw_marks(cairo_t *cairo)
{
	for (int i = 0; i <= COLUMNS; i++)
		for (int j = 0; j <= ROWS; j++) {
			cairo_move_to(cairo, LEFT + i * CARD_W - 3, TOP + j * CARD_H);
			cairo_rel_line_to(cairo, 6, 0);
			cairo_move_to(cairo, LEFT + i * CARD_W, TOP + j * CARD_H - 3);
			cairo_rel_line_to(cairo, 0, 6);
		}
	cairo_set_line_width(cairo, 0.3);
	cairo_stroke(cairo);
}

static void
draw_pages(struct pen *pen, guint count)
{
	guint cells = COLUMNS * ROWS, pages = (count + cells - 1) / cells;
	cairo_tag_begin(pen->cairo, "Document", NULL);
	for (guint page = 0; page < pages; page++) {
		for (guint cell = 0; cell < cells && page * cells + cell < count; cell++)
			draw_badge(pen, page * cells + cell, LEFT + cell % COLUMNS * CARD_W,
				   TOP + cell / COLUMNS * CARD_H);
		draw_marks(pen->cairo);
		g_autofree char *words = g_strdup_printf("Réf. 2026-014\u00a0· version 3\u00a0· "
							 "imprimé le 14/10/2026 à "
							 "17\u00a0h\u00a005\u00a0· page %u/%u",
							 page + 1, pages);
		const struct text reference = {words, 6, CARD_W, 0, false, false};
		pen_text(pen, &reference, LEFT, HEIGHT - 30);
		cairo_show_page(pen->cairo);
	}
	cairo_tag_end(pen->cairo, "Document");
}

static void
pen_prepare(struct pen *pen)
{
	pen->font = pango_font_description_from_string("DejaVu Sans");
	pen->layout = pango_cairo_create_layout(pen->cairo);
	PangoContext *context = pango_layout_get_context(pen->layout);
	pango_context_set_round_glyph_positions(context, FALSE);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pen->plain = pango_attr_list_new();
	pango_attr_list_insert(pen->plain, pango_attr_font_features_new("liga=0, clig=0"));
	pango_layout_set_attributes(pen->layout, pen->plain);
	pango_layout_set_wrap(pen->layout, PANGO_WRAP_WORD_CHAR);
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	cairo_surface_t *surface = cairo_pdf_surface_create(argv[2], WIDTH, HEIGHT);
	struct pen pen = {.cairo = cairo_create(surface)};
	pen_prepare(&pen);
	draw_pages(&pen, (guint)g_ascii_strtoull(argv[1], NULL, 10));
	cairo_surface_finish(surface);
	bool done = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	g_object_unref(pen.layout);
	pango_attr_list_unref(pen.plain);
	pango_font_description_free(pen.font);
	cairo_destroy(pen.cairo);
	cairo_surface_destroy(surface);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
