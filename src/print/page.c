#include "print/page.h"

#include "base/i18n.h"
#include "print/logo.h"
#include "print/wording.h"

#define MARGIN_SIDE (12 * MM)
#define MARGIN_TOP  (8 * MM)
#define MARGIN_FOOT (7 * MM)
#define LOGO_HEIGHT (12 * MM)
#define LOGO_WIDTH  (45 * MM)
#define LEFT_SHARE  0.55 /* of the width, for the centre; the rest is for the document's name */
#define GAP         4.0
#define MOST_FACTS  6

static const struct label_style centre_style = {.size = 11,
						.least = 9,
						.lines = 2,
						.bold = true,
						.tallest = 40};
static const struct label_style address_style = {.size = 8,
						 .least = 6.5,
						 .lines = 3,
						 .breaks = true,
						 .tallest = 50};
static const struct label_style document_style = {.size = 15,
						  .least = 10,
						  .lines = 1,
						  .bold = true,
						  .align = PANGO_ALIGN_RIGHT,
						  .tallest = 40};
static const struct label_style corner_style = {.size = 10,
						.least = 7,
						.lines = 1,
						.tallest = 30,
						.align = PANGO_ALIGN_RIGHT};
static const struct label_style title_style = {.size = 14,
					       .least = 10,
					       .lines = 2,
					       .bold = true,
					       .tallest = 100};
static const struct label_style fact_style = {.size = 10, .least = 8, .lines = 2, .tallest = 40};
static const struct label_style repeated_style = {.size = 9,
						  .least = 7.5,
						  .lines = 2,
						  .tallest = 40};
static const struct label_style repeated_centre_style = {.size = 9,
							 .least = 7.5,
							 .lines = 2,
							 .bold = true,
							 .tallest = 40};
static const struct label_style notice_style = {.size = 7, .least = 6, .tallest = 40};
static const struct label_style funders_style = {.size = 8,
						 .least = 6.5,
						 .lines = 2,
						 .tallest = 40};
static const struct label_style foot_style = {.size = 7.5, .least = 6, .lines = 1, .tallest = 30};
static const struct label_style number_style = {.size = 8,
						.least = 6,
						.lines = 1,
						.bold = true,
						.tallest = 30,
						.align = PANGO_ALIGN_RIGHT};

struct page_head {
	const struct label *title;
	const struct label *facts[MOST_FACTS];
	guint n_facts;
	const struct label *centre_again, *title_again; /* on the following pages */
	double letterhead, first, next;                 /* heights from the margin */
};

struct page {
	Ink *ink;
	const struct page_form *form;
	double width, height;
	cairo_surface_t *logo;
	double logo_width, logo_height, logo_scale;
	const struct label *centre, *address, *document, *corner;
	const struct label *notice, *funders, *reference;
	GPtrArray *heads;
};

static void
page_size_logo(struct page *page)
{
	if (page->logo == NULL)
		return;
	double width = cairo_image_surface_get_width(page->logo);
	double height = cairo_image_surface_get_height(page->logo);
	page->logo_scale = MIN(LOGO_WIDTH / width, LOGO_HEIGHT / height);
	page->logo_width = width * page->logo_scale;
	page->logo_height = height * page->logo_scale;
}

static void
page_set_letterhead(struct page *page)
{
	const struct document_letterhead *letterhead = page->form->letterhead;
	const struct document_reference *reference = page->form->reference;
	double left = page_width(page) * LEFT_SHARE - GAP;
	double right = page_width(page) - left - GAP;
	if (page->logo != NULL)
		left -= page->logo_width + 2 * GAP;
	page->centre = ink_label(page->ink, &centre_style, letterhead->centre, left);
	page->address = ink_label(page->ink, &address_style, letterhead->address, left);
	page->document = ink_label(page->ink, &document_style, page->form->document, right);
	g_autofree char *corner = wording_number(reference);
	page->corner = ink_label(page->ink, &corner_style, corner, right);
}

static void
page_set_foot(struct page *page)
{
	g_autofree char *reference = wording_reference(page->form->reference);
	const char *changed = page->form->changed, *notice = page->form->notice;
	g_autofree char *both = changed != NULL && notice != NULL
					? g_strdup_printf("%s %s", changed, notice)
					: g_strdup(changed != NULL ? changed : notice);
	page->notice = ink_label(page->ink, &notice_style, both, page_width(page));
	page->funders = ink_label(page->ink, &funders_style,
				  page->form->letterhead->funders_mention, page_width(page));
	page->reference =
		ink_label(page->ink, &foot_style, reference, page_width(page) * 0.8 - GAP);
}

const char *
page_speak(const char *language)
{
	const char *before = i18n_language();
	if (language != NULL)
		i18n_set_language(language);
	return before;
}

/* Takes LOGO. */
static Page *
page_make(Ink *ink, const struct page_form *form, cairo_surface_t *logo)
{
	Page *page = g_new0(Page, 1);
	page->ink = ink;
	page->form = form;
	page->logo = logo;
	page->width = form->landscape ? A4_LONG : A4_SHORT;
	page->height = form->landscape ? A4_SHORT : A4_LONG;
	page->heads = g_ptr_array_new_with_free_func(g_free);
	const char *before = page_speak(form->language);
	page_size_logo(page);
	page_set_letterhead(page);
	page_set_foot(page);
	page_speak(before);
	return page;
}

Page *
page_new(Ink *ink, const struct page_form *form)
{
	const struct document_letterhead *letterhead = form->letterhead;
	return page_make(ink, form, logo_read(letterhead->logo, letterhead->logo_size));
}

/* A picture that is read anew would stand in the file as often as there are documents in it. */
Page *
page_like(const Page *page, const struct page_form *form)
{
	if (page->form->letterhead->logo != form->letterhead->logo)
		return page_new(page->ink, form);
	cairo_surface_t *logo = page->logo != NULL ? cairo_surface_reference(page->logo) : NULL;
	return page_make(page->ink, form, logo);
}

void
page_free(Page *page)
{
	if (page == NULL)
		return;
	if (page->logo != NULL)
		cairo_surface_destroy(page->logo);
	g_ptr_array_unref(page->heads);
	g_free(page);
}

double
page_left(const Page *page)
{
	(void)page;
	return MARGIN_SIDE;
}

double
page_width(const Page *page)
{
	return page->width - 2 * MARGIN_SIDE;
}

static double
page_foot_line(const Page *page)
{
	return MAX(label_height(page->reference), number_style.size * 1.2);
}

double
page_bottom(const Page *page)
{
	double foot =
		page_foot_line(page) + label_height(page->funders) + label_height(page->notice);
	return page->height - MARGIN_FOOT - foot - GAP;
}

/* "SIGN-IN SHEET no. 2026-014 · title · dates". */
static void
page_set_repeated(struct page *page, struct page_head *head, const char *fact)
{
	const struct page_form *form = page->form;
	double left = page_width(page) * 0.3 - GAP;
	g_autofree char *number = wording_number(form->reference);
	g_autofree char *line = wording_join((const char *[]){form->document, number, form->title,
							      fact, form->where},
					     5);
	head->centre_again =
		ink_label(page->ink, &repeated_centre_style, form->letterhead->centre, left);
	head->title_again =
		ink_label(page->ink, &repeated_style, line, page_width(page) - left - GAP);
	head->next = MAX(label_height(head->centre_again), label_height(head->title_again));
}

static void
page_measure_head(const struct page *page, struct page_head *head)
{
	double left = label_height(page->centre) + label_height(page->address);
	double right = label_height(page->document) + label_height(page->corner);
	head->letterhead = MAX(MAX(left, right), page->logo_height);
	head->first = head->letterhead + 2 * GAP + label_height(head->title);
	for (guint i = 0; i < head->n_facts; i++)
		head->first += label_height(head->facts[i]);
}

const struct page_head *
page_head(Page *page, const char *const *facts)
{
	struct page_head *head = g_new0(struct page_head, 1);
	g_ptr_array_add(page->heads, head);
	head->title = ink_label(page->ink, &title_style, page->form->title, page_width(page));
	for (gsize i = 0; facts[i] != NULL && head->n_facts < MOST_FACTS; i++)
		head->facts[head->n_facts++] =
			ink_label(page->ink, &fact_style, facts[i], page_width(page));
	page_set_repeated(page, head, facts[0]);
	page_measure_head(page, head);
	return head;
}

double
page_top(const struct page_head *head, bool first)
{
	return MARGIN_TOP + (first ? head->first : head->next) + GAP;
}

void
page_text(Paper *paper, const char *tag, const struct label *label, double x, double y)
{
	if (label == NULL)
		return;
	if (tag != NULL)
		paper_tag(paper, tag);
	label_draw(label, paper_cairo(paper), x, y);
	if (tag != NULL)
		paper_end_tag(paper, tag);
}

static void
page_rule(const struct page *page, Paper *paper, double y)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_set_line_width(cairo, 0.8);
	cairo_move_to(cairo, MARGIN_SIDE, y);
	cairo_line_to(cairo, MARGIN_SIDE + page_width(page), y);
	cairo_stroke(cairo);
}

static void
page_draw_logo(const struct page *page, Paper *paper)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_save(cairo);
	cairo_translate(cairo, MARGIN_SIDE, MARGIN_TOP);
	cairo_scale(cairo, page->logo_scale, page->logo_scale);
	cairo_set_source_surface(cairo, page->logo, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

static void
page_draw_first_head(const struct page *page, Paper *paper, const struct page_head *head)
{
	double left = MARGIN_SIDE, y = MARGIN_TOP;
	double right = MARGIN_SIDE + page_width(page) * LEFT_SHARE;
	if (page->logo != NULL) {
		page_draw_logo(page, paper);
		left += page->logo_width + 2 * GAP;
	}
	page_text(paper, "P", page->centre, left, y);
	page_text(paper, "P", page->address, left, y + label_height(page->centre));
	page_text(paper, "H1", page->document, right, y);
	page_text(paper, "P", page->corner, right, y + label_height(page->document));
	y += head->letterhead + GAP;
	page_rule(page, paper, y);
	y += GAP;
	page_text(paper, "H2", head->title, MARGIN_SIDE, y);
	y += label_height(head->title);
	for (guint i = 0; i < head->n_facts; i++) {
		page_text(paper, "P", head->facts[i], MARGIN_SIDE, y);
		y += label_height(head->facts[i]);
	}
}

static void
page_draw_next_head(const struct page *page, Paper *paper, const struct page_head *head)
{
	double left = page_width(page) * 0.3;
	page_text(paper, NULL, head->centre_again, MARGIN_SIDE, MARGIN_TOP);
	page_text(paper, NULL, head->title_again, MARGIN_SIDE + left, MARGIN_TOP);
}

static void
page_draw_foot(struct page *page, Paper *paper, const struct page_number *number)
{
	const char *tag = number->number == 1 ? "P" : NULL;
	g_autofree char *text = g_strdup_printf(_("page %u/%u"), number->number, number->count);
	const struct label *label =
		ink_label(page->ink, &number_style, text, page_width(page) * 0.2);
	double y = page_bottom(page) + GAP;
	page_text(paper, tag, page->notice, MARGIN_SIDE, y);
	y += label_height(page->notice);
	page_text(paper, tag, page->funders, MARGIN_SIDE, y);
	y += label_height(page->funders);
	page_text(paper, tag, page->reference, MARGIN_SIDE, y);
	page_text(paper, tag, label, MARGIN_SIDE + page_width(page) * 0.8, y);
}

void
page_draw(Page *page, Paper *paper, const struct page_head *head, const struct page_number *number)
{
	const char *before = page_speak(page->form->language);
	if (number->first)
		page_draw_first_head(page, paper, head);
	else
		page_draw_next_head(page, paper, head);
	page_draw_foot(page, paper, number);
	page_speak(before);
}
