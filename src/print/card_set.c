#include "print/card_set.h"

#include <pango/pangocairo.h>

#include "base/i18n.h"
#include "print/logo.h"
#include "print/qr.h"

/* Shares of a card's height. */
#define PADDING      0.055
#define HEAD         0.13
#define BAND         0.105
#define CODE         0.27
#define LINE_OF_FOOT 0.055
#define MARK         0.1

#define CODE_LEAST  (11 * MM) /* half a millimetre a square: what scanners read */
#define HEAD_FROM   (48 * MM) /* lower cards have no room for the event */
#define USUAL       (54 * MM) /* the height for which the sizes of the letters are given */
#define HEAD_LOGO   0.3       /* of the width */
#define PHOTO_SHARE 0.5       /* of the width, for both at most */

/* For a card of the usual height; of others, in proportion. */
static const struct label_style first_style = {.size = 27,
					       .least = 15,
					       .lines = 1,
					       .bold = true,
					       .align = PANGO_ALIGN_CENTER};
static const struct label_style last_style = {.size = 17,
					      .least = 11,
					      .lines = 2,
					      .align = PANGO_ALIGN_CENTER};
static const struct label_style organisation_style = {.size = 10.5,
						      .least = 8,
						      .lines = 2,
						      .bold = true};
static const struct label_style function_style = {.size = 9, .least = 7, .lines = 2};
static const struct label_style workshop_style = {.size = 8.5, .least = 6.5, .lines = 2};
static const struct label_style foot_style = {.size = 7, .least = 4, .lines = 1};
static const struct label_style photo_style = {.size = 8.5, .least = 5, .lines = 1, .bold = true};
static const struct label_style band_style = {.size = 11,
					      .least = 6,
					      .lines = 1,
					      .align = PANGO_ALIGN_CENTER};
static const struct label_style title_style = {.size = 7.5, .least = 5, .lines = 2};

static struct label_style
style_scaled(const struct card_set *set, const struct label_style *style, double tallest)
{
	struct label_style scaled = *style;
	scaled.size *= set->height / USUAL;
	scaled.least *= set->height / USUAL;
	scaled.tallest = tallest;
	return scaled;
}

struct card_places
card_places(const struct card_set *set, const struct document_badge *badge)
{
	bool banded = badge != NULL && badge->role != NULL;
	bool coded = badge != NULL && badge->code != NULL;
	double bottom = set->height - set->padding;
	double low = banded ? bottom - set->band - set->quiet : bottom;
	struct card_places places = {.band = bottom - set->band, .code = low - set->side};
	places.names = set->padding + set->head;
	places.names_height = places.code - set->quiet - places.names;
	places.details = places.code - set->quiet / 2;
	places.foot = (banded ? low + set->quiet / 2 : low) - set->foot;
	places.details_height = places.foot - places.details - FOOT_GAP;
	places.details_width = set->inside - (coded ? set->side + set->quiet : 0);
	return places;
}

static void
set_measure(struct card_set *set)
{
	const struct card_grid *grid = set->sheet->grid;
	set->width = grid->width * MM;
	set->height = grid->height * MM;
	set->padding = set->height * PADDING;
	set->inside = set->width - 2 * set->padding;
	set->head = set->height >= HEAD_FROM ? set->height * HEAD : 0;
	set->band = set->height * BAND;
	set->side = MAX(set->height * CODE, CODE_LEAST);
	set->quiet = set->side * QR_QUIET / QR_SQUARES;
	set->foot = set->height * LINE_OF_FOOT;
	set->mark = set->height * MARK;
}

double
card_mark_height(const struct card_set *set, const struct document_badge *badge)
{
	return badge->no_photo && set->head <= 0 ? set->mark : 0;
}

/* In their last size texts share the least room that any card leaves them. */
static void
set_styles(struct card_set *set)
{
	const struct document_badge fullest = {.role = "", .code = "", .no_photo = true};
	struct card_places places = card_places(set, &fullest);
	double details = places.details_height - card_mark_height(set, &fullest);
	const struct {
		const struct label_style *style;
		double last;
	} texts[N_TEXTS] = {
		[TEXT_FIRST] = {&first_style, places.names_height * 0.5},
		[TEXT_LAST] = {&last_style, places.names_height * 0.5},
		[TEXT_ORGANISATION] = {&organisation_style, details * 0.36},
		[TEXT_FUNCTION] = {&function_style, details * 0.32},
		[TEXT_WORKSHOP] = {&workshop_style, details * 0.32},
	};
	for (guint i = 0; i < N_TEXTS; i++) {
		double room = places.names_height + (i > TEXT_LAST ? details : 0);
		struct label_style largest = style_scaled(set, texts[i].style, room);
		stack_style_fill(&set->styles[i], &largest, texts[i].last);
	}
	set->foot_style = style_scaled(set, &foot_style, set->foot);
	set->photo_style = style_scaled(set, &photo_style, set->mark);
	set->band_style = style_scaled(set, &band_style, set->band);
	set->title_style = style_scaled(set, &title_style, set->head * HEAD_FILL);
}

static void
set_logo(struct card_set *set)
{
	const struct document_letterhead *letterhead = &set->sheet->letterhead;
	if (set->head > 0)
		set->logo = logo_read(letterhead->logo, letterhead->logo_size);
	if (set->logo == NULL)
		return;
	double width = cairo_image_surface_get_width(set->logo);
	double height = cairo_image_surface_get_height(set->logo);
	set->logo_scale = MIN(set->inside * HEAD_LOGO / width, set->head * 0.9 / height);
	set->logo_width = width * set->logo_scale;
	set->logo_height = height * set->logo_scale;
}

double
card_title_left(const struct card_set *set)
{
	return set->logo != NULL ? set->logo_width + set->padding / 2 : 0;
}

static void
set_photo(struct card_set *set)
{
	PangoRectangle words = {0};
	double left = set->mark * MARK_GAP;
	set->photo = ink_label(set->ink, &set->photo_style, _("No photo"),
			       set->inside * PHOTO_SHARE - left);
	if (set->photo != NULL)
		pango_layout_get_extents(set->photo->layout, NULL, &words);
	set->photo_width = left + (double)words.width / PANGO_SCALE;
}

static void
set_title(struct card_set *set)
{
	const char *title = set->sheet->event.title;
	double width = set->inside - card_title_left(set);
	if (set->head <= 0)
		return;
	set->title = ink_label(set->ink, &set->title_style, title, width);
	set->short_title = ink_label(set->ink, &set->title_style, title,
				     width - set->photo_width - set->padding);
}

CardSet *
card_set_new(Ink *ink, const struct badge_sheet *sheet)
{
	CardSet *set = g_new0(CardSet, 1);
	set->ink = ink;
	set->sheet = sheet;
	set_measure(set);
	set_styles(set);
	set_logo(set);
	set_photo(set);
	set_title(set);
	return set;
}

void
card_set_free(CardSet *set)
{
	if (set == NULL)
		return;
	if (set->logo != NULL)
		cairo_surface_destroy(set->logo);
	g_free(set);
}
