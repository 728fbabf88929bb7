#include "print/card.h"

#include "base/i18n.h"
#include "print/card_set.h"
#include "print/page.h"
#include "print/qr.h"
#include "print/wording.h"

#define GREY        0.45
#define HAIRLINE    0.5
#define FIELD_WIDTH 0.86 /* of a card's width: lines to write on */

static void
logo_draw(const struct card_set *set, Paper *paper, double x, double y)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_save(cairo);
	cairo_translate(cairo, x, y + (set->head * HEAD_FILL - set->logo_height) / 2);
	cairo_scale(cairo, set->logo_scale, set->logo_scale);
	cairo_set_source_surface(cairo, set->logo, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

static void
title_draw(const struct card_set *set, const struct label *title, Paper *paper, double x, double y)
{
	page_text(paper, "P", title, x + card_title_left(set),
		  y + (set->head * HEAD_FILL - label_height(title)) / 2);
}

/* The name is for those who stand two metres away. What it leaves of its room is for the details,
 * which need more than theirs when there are many. */
static void
texts_draw(const struct card_set *set, const struct document_badge *badge,
	   const struct card_places *places, Paper *paper, double x, double y)
{
	const struct document_person *person = &badge->person;
	struct stack_part names[] = {
		{.style = &set->styles[TEXT_FIRST], .text = person->first_name},
		{.style = &set->styles[person->first_name != NULL ? TEXT_LAST : TEXT_FIRST],
		 .text = person->last_name,
		 .name = true},
	};
	struct stack_part details[] = {
		{.style = &set->styles[TEXT_ORGANISATION], .text = person->organisation},
		{.style = &set->styles[TEXT_FUNCTION], .text = person->function, .gap = 1},
		{.style = &set->styles[TEXT_WORKSHOP], .text = person->workshop, .gap = 2},
	};
	double own = places->details_height - card_mark_height(set, badge);
	double named =
		stack_set(set->ink, names, G_N_ELEMENTS(names), set->inside, places->names_height);
	double spare = places->names_height - named;
	double detailed = stack_set(set->ink, details, G_N_ELEMENTS(details), places->details_width,
				    own + spare);
	double more = MAX(detailed - own, 0);
	stack_draw(names, G_N_ELEMENTS(names), paper, "P", x,
		   y + places->names + (spare - more) / 2);
	stack_draw(details, G_N_ELEMENTS(details), paper, "P", x, y + places->details - more);
}

/* The number and the code, to be typed where nothing scans. */
static void
foot_draw(const struct card_set *set, const struct document_badge *badge,
	  const struct card_places *places, Paper *paper, double x, double y)
{
	g_autofree char *number = badge->person.number != NULL
					  ? g_strdup_printf(_("no. %s"), badge->person.number)
					  : NULL;
	g_autofree char *text = wording_join((const char *[]){number, badge->code}, 2);
	const struct label *label =
		ink_label(set->ink, &set->foot_style, text, places->details_width);
	page_text(paper, "P", label, x, y + places->foot + set->foot - label_height(label));
}

/* A camera, crossed out; without colour, and read from afar. */
static void
camera_draw(cairo_t *cairo, double x, double y, double side)
{
	cairo_save(cairo);
	cairo_translate(cairo, x, y);
	cairo_scale(cairo, side, side);
	cairo_rectangle(cairo, 0.06, 0.28, 0.88, 0.56);
	cairo_rectangle(cairo, 0.34, 0.16, 0.32, 0.14);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_arc(cairo, 0.5, 0.56, 0.19, 0, 2 * G_PI);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_arc(cairo, 0.5, 0.56, 0.11, 0, 2 * G_PI);
	cairo_fill(cairo);
	cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
	for (int i = 0; i < 2; i++) {
		cairo_set_source_rgb(cairo, 1 - i, 1 - i, 1 - i);
		cairo_set_line_width(cairo, i == 0 ? 0.24 : 0.1);
		cairo_move_to(cairo, 0.06, 0.06);
		cairo_line_to(cairo, 0.94, 0.94);
		cairo_stroke(cairo);
	}
	cairo_restore(cairo);
}

static void
photo_draw(const struct card_set *set, const struct card_places *places, Paper *paper, double x,
	   double y)
{
	bool headed = set->head > 0;
	double left = headed ? x + set->inside - set->photo_width : x;
	double top = headed ? y + set->padding + (set->head * HEAD_FILL - set->mark) / 2
			    : y + places->foot - FOOT_GAP - set->mark;
	camera_draw(paper_cairo(paper), left, top, set->mark * 0.95);
	page_text(paper, "P", set->photo, left + set->mark * MARK_GAP,
		  top + (set->mark - label_height(set->photo)) / 2);
}

static void
band_draw(const struct card_set *set, const char *role, double top, Paper *paper, double x,
	  double y)
{
	cairo_t *cairo = paper_cairo(paper);
	const struct label *label =
		ink_person(set->ink, &set->band_style, role, NULL, set->inside - set->padding);
	cairo_rectangle(cairo, x, y + top, set->inside, set->band);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	page_text(paper, "P", label, x + set->padding / 2,
		  y + top + (set->band - label_height(label)) / 2);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

/* ---- cards --------------------------------------------------------------------------------------
 */

static void
badge_draw(const struct card_set *set, const struct document_badge *badge, Paper *paper, double x,
	   double y)
{
	struct card_places places = card_places(set, badge);
	texts_draw(set, badge, &places, paper, x, y);
	if (badge->no_photo)
		photo_draw(set, &places, paper, x, y);
	foot_draw(set, badge, &places, paper, x, y);
	if (badge->code != NULL)
		qr_draw(paper_cairo(paper), badge->code, x + set->inside - set->side,
			y + places.code, set->side);
	if (badge->role != NULL)
		band_draw(set, badge->role, places.band, paper, x, y);
}

/* A line to write on, and what is to be written. */
static void
field_draw(const struct card_set *set, const char *what, Paper *paper, double x, double y)
{
	cairo_t *cairo = paper_cairo(paper);
	double width = set->inside * FIELD_WIDTH, left = x + (set->inside - width) / 2;
	cairo_set_source_rgb(cairo, GREY, GREY, GREY);
	cairo_set_line_width(cairo, HAIRLINE);
	cairo_move_to(cairo, left, y);
	cairo_rel_line_to(cairo, width, 0);
	cairo_stroke(cairo);
	page_text(paper, "P", ink_label(set->ink, &set->foot_style, what, width), left, y + 1);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

static void
blank_draw(const struct card_set *set, Paper *paper, double x, double y)
{
	static const char *const whats[] = {N_("First name"), N_("Last name"), N_("Organisation")};
	double top = set->padding + set->head;
	double step = (set->height - set->padding - set->foot - top) / G_N_ELEMENTS(whats);
	for (guint i = 0; i < G_N_ELEMENTS(whats); i++)
		field_draw(set, _(whats[i]), paper, x, y + top + step * (i + 1));
}

void
card_draw(const CardSet *set, const struct document_badge *badge, Paper *paper, double x, double y)
{
	x += set->padding;
	if (set->logo != NULL) /* cairo wants pictures outside the structure's parts */
		logo_draw(set, paper, x, y + set->padding);
	paper_tag(paper, "Sect");
	title_draw(set, badge != NULL && badge->no_photo ? set->short_title : set->title, paper, x,
		   y + set->padding);
	if (badge != NULL)
		badge_draw(set, badge, paper, x, y);
	else
		blank_draw(set, paper, x, y);
	paper_end_tag(paper, "Sect");
}
