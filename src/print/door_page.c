#include "print/door_page.h"

#include "base/date.h"
#include "base/i18n.h"
#include "print/logo.h"
#include "print/page.h"
#include "print/wording.h"

#define LOGO_HEIGHT (14 * MM)
#define LOGO_WIDTH  (50 * MM)
#define GAP         8.0
#define RULE        1.0

static const struct label_style centre_style = {.size = 10, .least = 8, .lines = 2, .tallest = 36};
static const struct label_style title_style = {.size = 18,
					       .least = 12,
					       .lines = 2,
					       .bold = true,
					       .tallest = 80};

static const struct label_style cancelled_style = {.size = 44,
						   .least = 30,
						   .lines = 1,
						   .bold = true,
						   .align = PANGO_ALIGN_CENTER,
						   .tallest = 80};

void
door_head_set(struct door_head *head, Ink *ink, const struct door_signs *signs)
{
	const struct document_letterhead *letterhead = &signs->letterhead;
	*head = (struct door_head){.ink = ink, .event = &signs->event};
	head->logo = logo_read(letterhead->logo, letterhead->logo_size);
	if (head->logo != NULL) {
		double width = cairo_image_surface_get_width(head->logo);
		double height = cairo_image_surface_get_height(head->logo);
		head->logo_scale = MIN(LOGO_WIDTH / width, LOGO_HEIGHT / height);
		head->logo_width = width * head->logo_scale + GAP;
		head->logo_height = height * head->logo_scale;
	}
	head->centre =
		ink_label(ink, &centre_style, letterhead->centre, DOOR_WIDTH - head->logo_width);
	const char *apart = signs->event.cancelled   ? _("CANCELLED")
			    : signs->event.postponed ? _("POSTPONED")
						     : NULL;
	head->cancelled = ink_label(ink, &cancelled_style, apart, DOOR_WIDTH);
	head->title =
		ink_label(ink, &title_style, signs->event.title, DOOR_WIDTH - head->logo_width);
	head->height =
		MAX(head->logo_height, label_height(head->centre) + label_height(head->title));
}

void
door_head_clear(struct door_head *head)
{
	if (head->logo != NULL)
		cairo_surface_destroy(head->logo);
}

static void
logo_draw(const struct door_head *head, cairo_t *cairo)
{
	cairo_save(cairo);
	cairo_translate(cairo, DOOR_SIDE, DOOR_TOP);
	cairo_scale(cairo, head->logo_scale, head->logo_scale);
	cairo_set_source_surface(cairo, head->logo, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

double
door_head_draw(const struct door_head *head, Paper *paper)
{
	cairo_t *cairo = paper_cairo(paper);
	double left = DOOR_SIDE + head->logo_width;
	if (head->logo != NULL)
		logo_draw(head, cairo);
	page_text(paper, "P", head->centre, left, DOOR_TOP);
	page_text(paper, "P", head->title, left, DOOR_TOP + label_height(head->centre));
	double y = DOOR_TOP + head->height + GAP;
	cairo_set_line_width(cairo, RULE);
	cairo_move_to(cairo, DOOR_SIDE, y);
	cairo_rel_line_to(cairo, DOOR_WIDTH, 0);
	cairo_stroke(cairo);
	y += GAP;
	if (head->cancelled == NULL)
		return y;
	page_text(paper, "H1", head->cancelled, DOOR_SIDE, y);
	return y + label_height(head->cancelled) + GAP;
}

char *
door_when(const struct door_sign *sign)
{
	g_autofree char *day = date_is_day(sign->day) ? date_text(sign->day, DATE_LONG) : NULL;
	if (sign->people == NULL)
		return wording_join((const char *[]){day, wording_part(sign->part)}, 2);
	const struct document_session *session = &sign->sessions[0];
	g_autofree char *times = wording_times(session->start, session->end);
	return wording_join((const char *[]){day, times, sign->room}, 3);
}
