/* The floor of a sign-in sheet: print_floor ROWS PATH.
 *
 * A bare loop over Pango and Cairo that draws the text of print_sheet with the same fonts,
 * wrapping, tags and rules, and does nothing else: no cleaning, no shrinking, no rows that grow,
 * every measure known beforehand.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "print_people.h"

#define MM          (72.0 / 25.4)
#define WIDTH       841.890
#define HEIGHT      595.276
#define LEFT        (12 * MM)
#define ROW         (9 * MM)
#define FIRST_ROWS  16
#define NEXT_ROWS   18
#define COLUMNS     6
#define NAME_COLUMN 1

static const double widths[COLUMNS] = {10 * MM, 66.1 * MM, 47 * MM, 60.9 * MM, 45 * MM, 45 * MM};
static const double sizes[COLUMNS] = {9, 10.5, 9.5, 9.5, 9.5, 9.5};
static const char *const heads[COLUMNS] = {"N°",
					   "NOM Prénom",
					   "Fonction",
					   "Organisme (dépt)",
					   "Matin\n9 h 30 – 12 h 30",
					   "Après-midi\n14 h – 16 h 30"};

struct pen {
	cairo_t *cairo;
	PangoLayout *layout;
	PangoFontDescription *font;
	PangoAttrList *plain; /* what every text has */
};

static double
pen_text(struct pen *pen, const char *text, double size, bool bold, double width, double x,
	 double y, double height)
{
	PangoRectangle extents;
	pango_font_description_set_absolute_size(pen->font, size * PANGO_SCALE);
	pango_font_description_set_weight(pen->font,
					  bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(pen->layout, pen->font);
	pango_layout_set_width(pen->layout, (int)(width * PANGO_SCALE));
	pango_layout_set_text(pen->layout, text, -1);
	pango_layout_get_extents(pen->layout, NULL, &extents);
	double used = (double)extents.height / PANGO_SCALE;
	cairo_move_to(pen->cairo, x, height > 0 ? y + (height - used) / 2 : y);
	pango_cairo_show_layout(pen->cairo, pen->layout);
	return used;
}

static void
pen_tagged(struct pen *pen, const char *tag, const char *text, double size, bool bold, double width,
	   double x, double y)
{
	if (tag != NULL)
		cairo_tag_begin(pen->cairo, tag, NULL);
	pen_text(pen, text, size, bold, width, x, y, 0);
	if (tag != NULL)
		cairo_tag_end(pen->cairo, tag);
}

static void
draw_cells(struct pen *pen, const char *tag, const char *const texts[COLUMNS], double y,
	   double height)
{
	double x = LEFT;
	if (tag != NULL)
		cairo_tag_begin(pen->cairo, "TR", NULL);
	for (int i = 0; i < COLUMNS; i++) {
		if (tag != NULL)
			cairo_tag_begin(pen->cairo, tag, NULL);
		if (texts[i] != NULL)
			pen_text(pen, texts[i], sizes[i], false, widths[i] - 6, x + 3, y, height);
		if (tag != NULL)
			cairo_tag_end(pen->cairo, tag);
		x += widths[i];
	}
	if (tag != NULL)
		cairo_tag_end(pen->cairo, "TR");
}

/* The name in capitals and bold, by an attribute over its bytes. */
static void
draw_person(struct pen *pen, guint row, double y)
{
	struct print_person person = print_person(row);
	g_autofree char *capitals = g_utf8_strup(person.last_name, -1);
	g_autofree char *name = g_strdup_printf("%s %s", capitals, person.first_name);
	g_autofree char *organisation =
		g_strdup_printf("%s\u00a0(%s)", person.organisation, person.department);
	g_autofree char *number = g_strdup_printf("%u", row + 1);
	PangoAttrList *attributes = pango_attr_list_copy(pen->plain);
	PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
	bold->end_index = (guint)strlen(capitals);
	pango_attr_list_insert(attributes, bold);
	const char *const texts[COLUMNS] = {number,       name, person.function,
					    organisation, NULL, NULL};
	double x = LEFT;
	cairo_tag_begin(pen->cairo, "TR", NULL);
	for (int i = 0; i < COLUMNS; i++) {
		cairo_tag_begin(pen->cairo, "TD", NULL);
		pango_layout_set_attributes(pen->layout,
					    i == NAME_COLUMN ? attributes : pen->plain);
		if (texts[i] != NULL)
			pen_text(pen, texts[i], sizes[i], false, widths[i] - 6, x + 3, y, ROW);
		cairo_tag_end(pen->cairo, "TD");
		x += widths[i];
	}
	cairo_tag_end(pen->cairo, "TR");
	pango_attr_list_unref(attributes);
	print_person_clear(&person);
}

static void
draw_rules(struct pen *pen, double top, double head, int rows)
{
	double x = LEFT, bottom = top + head + rows * ROW;
	for (int i = -1; i <= rows; i++) {
		cairo_move_to(pen->cairo, LEFT, i < 0 ? top : top + head + i * ROW);
		cairo_rel_line_to(pen->cairo, WIDTH - 2 * LEFT, 0);
	}
	for (int i = 0; i <= COLUMNS; i++) {
		cairo_move_to(pen->cairo, x, top);
		cairo_line_to(pen->cairo, x, bottom);
		x += i < COLUMNS ? widths[i] : 0;
	}
	cairo_set_line_width(pen->cairo, 0.5);
	cairo_stroke(pen->cairo);
}

static double
draw_head(struct pen *pen, bool first)
{
	const char *tag = first ? "P" : NULL;
	double wide = WIDTH - 2 * LEFT;
	pen_tagged(pen, tag, "Villes et Territoires Occitanie", 10, true, wide * 0.3, LEFT, 26);
	if (!first) {
		pen_tagged(pen, NULL,
			   "FEUILLE D’ÉMARGEMENT · n° 2026-014 · Médiation, culture, diversité · "
			   "Journée d’échanges · jeudi 15 octobre 2026 · Matin 9 h 30 – 12 h 30 · "
			   "Après-midi 14 h – 16 h 30",
			   9, false, wide * 0.7, LEFT + wide * 0.3, 26);
		return 54;
	}
	pen_tagged(pen, "P", "3 rue des Arts, 34000 Montpellier", 8, false, wide / 2, LEFT, 40);
	pen_tagged(pen, "H1", "FEUILLE D’ÉMARGEMENT", 15, true, wide / 2, LEFT + wide / 2, 26);
	pen_tagged(pen, "P", "n° 2026-014", 10, false, wide / 2, LEFT + wide / 2, 44);
	pen_tagged(pen, "H2", "Médiation, culture, diversité", 14, true, wide, LEFT, 64);
	pen_tagged(pen, "P",
		   "Journée d’échanges · jeudi 15 octobre 2026 · Matin 9 h 30 – 12 h 30 · "
		   "Après-midi 14 h – 16 h 30",
		   10, false, wide, LEFT, 82);
	pen_tagged(pen, "P", "Salle A, Maison des associations, Montpellier (34)", 10, false, wide,
		   LEFT, 94);
	return 110;
}

static void
draw_foot(struct pen *pen, guint number, guint count)
{
	double wide = WIDTH - 2 * LEFT;
	g_autofree char *text = g_strdup_printf("page %u/%u", number, count);
	const char *tag = number == 1 ? "P" : NULL;
	pen_tagged(pen, tag,
		   "Les informations de cette feuille servent à établir les présences et à en "
		   "rendre "
		   "compte aux financeurs. Pour y accéder, les faire rectifier ou effacer, écrivez "
		   "à : "
		   "Villes et Territoires Occitanie.",
		   7, false, wide, LEFT, HEIGHT - 40);
	pen_tagged(pen, tag, "Réf. 2026-014 · version 3 · imprimé le 14/10/2026 à 17 h 05", 7.5,
		   false, wide * 0.8, LEFT, HEIGHT - 32);
	pen_tagged(pen, tag, text, 8, true, wide * 0.2, LEFT + wide * 0.8, HEIGHT - 32);
}

static void
draw_pages(struct pen *pen, guint rows)
{
	guint count = rows <= FIRST_ROWS ? 1 : 1 + (rows - FIRST_ROWS + NEXT_ROWS - 1) / NEXT_ROWS;
	cairo_tag_begin(pen->cairo, "Document", NULL);
	for (guint page = 1, row = 0; page <= count; page++) {
		guint here = MIN(rows - row, page == 1 ? FIRST_ROWS : NEXT_ROWS);
		double top = draw_head(pen, page == 1);
		draw_foot(pen, page, count);
		if (page == 1)
			cairo_tag_begin(pen->cairo, "Table", NULL);
		draw_cells(pen, page == 1 ? "TH" : NULL, heads, top, 28);
		for (guint i = 0; i < here; i++)
			draw_person(pen, row + i, top + 28 + i * ROW);
		draw_rules(pen, top, 28, (int)here);
		row += here;
		if (page == count)
			cairo_tag_end(pen->cairo, "Table");
		cairo_show_page(pen->cairo);
	}
	cairo_tag_end(pen->cairo, "Document");
}

/* Glyphs as the sheet has them: where the font puts them, each letter for itself. */
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
