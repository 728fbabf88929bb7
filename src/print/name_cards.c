/* Cards that stand on a table: an A4 sheet folded along its length, the name on both faces. */
#include "base/i18n.h"
#include "print/leaves.h"
#include "print/module.h"
#include "print/stack.h"
#include "print/wording.h"

#define FACE_WIDTH  A4_LONG
#define FACE_HEIGHT (A4_SHORT / 2)
#define SIDE        (15 * MM)
#define ABOVE       (9 * MM) /* under the fold */
#define BELOW       (12 * MM)
#define FOOT        (6 * MM) /* from the edge to the reference */
#define FOLD_DASH   (2 * MM)
#define FOLD_LINE   0.4
#define FOLD_GREY   0.6
#define FOOT_GREY   0.45

static const struct label_style first_style = {.size = 64,
					       .least = 40,
					       .lines = 1,
					       .align = PANGO_ALIGN_CENTER};
static const struct label_style last_style = {.size = 76,
					      .least = 46,
					      .lines = 1,
					      .align = PANGO_ALIGN_CENTER};
static const struct label_style organisation_style = {.size = 26,
						      .least = 17,
						      .lines = 2,
						      .align = PANGO_ALIGN_CENTER};

enum face_text {
	FACE_FIRST,
	FACE_LAST,
	FACE_ORGANISATION,
	N_FACE,
};

struct card_pages {
	const struct name_cards *cards;
	const struct page_form *form;
	Ink *ink;
	struct stack_style styles[N_FACE];
};

static double
face_room(void)
{
	return FACE_HEIGHT - ABOVE - BELOW;
}

static void
styles_fill(struct card_pages *pages)
{
	const struct {
		const struct label_style *style;
		double share;
	} texts[N_FACE] = {
		[FACE_FIRST] = {&first_style, 0.35},
		[FACE_LAST] = {&last_style, 0.4},
		[FACE_ORGANISATION] = {&organisation_style, 0.25},
	};
	for (guint i = 0; i < N_FACE; i++) {
		struct label_style largest = *texts[i].style;
		largest.tallest = face_room();
		stack_style_fill(&pages->styles[i], &largest, face_room() * texts[i].share);
	}
}

/* The face that is upright at the foot of the page. */
static void
face_draw(const struct card_pages *pages, const struct document_person *person, const char *tag,
	  Paper *paper)
{
	struct stack_part parts[N_FACE] = {
		{.style = &pages->styles[FACE_FIRST], .text = person->first_name},
		{.style = &pages->styles[FACE_LAST], .text = person->last_name, .name = true},
		{.style = &pages->styles[FACE_ORGANISATION],
		 .text = person->organisation,
		 .gap = 14},
	};
	double taken = stack_set(pages->ink, parts, N_FACE, FACE_WIDTH - 2 * SIDE, face_room());
	stack_draw(parts, N_FACE, paper, tag, SIDE,
		   FACE_HEIGHT + ABOVE + (face_room() - taken) / 2);
}

static void
fold_draw(cairo_t *cairo)
{
	static const double dashes[] = {FOLD_DASH, FOLD_DASH};
	cairo_save(cairo);
	cairo_set_dash(cairo, dashes, G_N_ELEMENTS(dashes), 0);
	cairo_set_line_width(cairo, FOLD_LINE);
	cairo_set_source_rgb(cairo, FOLD_GREY, FOLD_GREY, FOLD_GREY);
	cairo_move_to(cairo, 0, FACE_HEIGHT);
	cairo_line_to(cairo, FACE_WIDTH, FACE_HEIGHT);
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

/* Small and grey: the room reads the name. */
static void
reference_draw(const struct card_pages *pages, Paper *paper, guint leaf)
{
	const struct label *label = leaf_reference(pages->ink, pages->form, leaf,
						   pages->cards->n_people, FACE_WIDTH - 2 * SIDE);
	cairo_set_source_rgb(paper_cairo(paper), FOOT_GREY, FOOT_GREY, FOOT_GREY);
	page_text(paper, NULL, label, SIDE, A4_SHORT - FOOT - label_height(label));
	cairo_set_source_rgb(paper_cairo(paper), 0, 0, 0);
}

/* The face upside down is the same text again: read out once. */
static void
card_page_draw(gpointer user, Paper *paper, guint leaf)
{
	const struct card_pages *pages = user;
	const struct document_person *person = &pages->cards->people[leaf];
	cairo_t *cairo = paper_cairo(paper);
	face_draw(pages, person, "P", paper);
	cairo_save(cairo);
	cairo_translate(cairo, FACE_WIDTH, A4_SHORT);
	cairo_rotate(cairo, G_PI);
	face_draw(pages, person, NULL, paper);
	cairo_restore(cairo);
	fold_draw(cairo);
	reference_draw(pages, paper, leaf);
}

bool
name_cards_print(const struct name_cards *cards, const char *path, guint *pages,
		 char **missing_letters, GError **error)
{
	g_autofree char *document = wording_document(&cards->event, _("Name cards"));
	const struct page_form form = {.landscape = true,
				       .letterhead = &cards->letterhead,
				       .reference = &cards->reference,
				       .document = document,
				       .title = cards->event.title};
	g_autoptr(Ink) ink = ink_new(i18n_language());
	struct card_pages all = {.cards = cards, .form = &form, .ink = ink};
	styles_fill(&all);
	const struct leaves leaves = {.count = cards->n_people,
				      .draw = card_page_draw,
				      .user = &all};
	return leaves_write(&form, ink, &leaves, path, pages, missing_letters, error);
}
