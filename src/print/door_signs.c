/* Signs for the doors: a page for each room and half-day, and the lists of the workshops. */
#include "base/i18n.h"
#include "print/door_page.h"
#include "print/leaves.h"
#include "print/module.h"
#include "print/wording.h"

#define FOOT        (6 * MM) /* from the lower edge to the reference */
#define GAP         14.0
#define ROOM_HEIGHT (62 * MM)
#define WHEN_HEIGHT (14 * MM)
#define PLACE_LEAST 30.0

static const struct label_style when_style = {.size = 22,
					      .least = 15,
					      .lines = 1,
					      .align = PANGO_ALIGN_CENTER,
					      .tallest = WHEN_HEIGHT};
static const struct label_style room_style = {.size = 80,
					      .least = 36,
					      .lines = 2,
					      .bold = true,
					      .align = PANGO_ALIGN_CENTER,
					      .tallest = ROOM_HEIGHT};
static const struct label_style times_style = {.size = 22, .least = 15, .lines = 1, .bold = true};
static const struct label_style title_style = {.size = 34, .least = 24, .lines = 2};
static const struct label_style speakers_style = {.size = 20, .least = 15, .lines = 2};
static const struct label_style place_style = {.size = 11,
					       .least = 8,
					       .lines = 2,
					       .align = PANGO_ALIGN_CENTER,
					       .tallest = PLACE_LEAST};

#define TEXTS 3 /* of a session: times, title, speakers */

struct door_leaf {
	const struct door_sign *sign;
	const DoorList *list; /* NULL: what happens in a room */
	guint first, end;     /* lines of the list */
};

struct door_pages {
	const struct door_signs *signs;
	const struct page_form *form;
	Ink *ink;
	struct door_head head;
	GArray *leaves;   /* struct door_leaf */
	GPtrArray *lists; /* DoorList */
	GPtrArray *styles;
};

static void
list_destroy(gpointer list)
{
	door_list_free(list);
}

/* ---- which pages there are ----------------------------------------------------------------------
 */

static void
list_paginate(struct door_pages *pages, const struct door_sign *sign)
{
	DoorList *list = door_list_new(&pages->head, sign);
	g_ptr_array_add(pages->lists, list);
	guint first = 0;
	do {
		struct door_leaf leaf = {.sign = sign, .list = list, .first = first};
		leaf.end = door_list_end(list, first);
		g_array_append_val(pages->leaves, leaf);
		first = leaf.end;
	} while (first < sign->n_people);
}

static void
pages_plan(struct door_pages *pages)
{
	for (guint i = 0; i < pages->signs->n_signs; i++) {
		const struct door_sign *sign = &pages->signs->signs[i];
		struct door_leaf leaf = {.sign = sign};
		if (sign->people != NULL)
			list_paginate(pages, sign);
		else
			g_array_append_val(pages->leaves, leaf);
	}
}

/* ---- a room -------------------------------------------------------------------------------------
 */

/* The styles of the sessions of one sign share ROOM among as many as there are. */
static const struct stack_style *
session_styles(struct door_pages *pages, guint n_sessions, double room)
{
	static const struct {
		const struct label_style *style;
		double share;
	} texts[TEXTS] = {{&times_style, 0.25}, {&title_style, 0.45}, {&speakers_style, 0.3}};
	struct stack_style *styles = g_new0(struct stack_style, TEXTS);
	g_ptr_array_add(pages->styles, styles);
	for (guint i = 0; i < TEXTS; i++) {
		struct label_style largest = *texts[i].style;
		largest.tallest = room;
		stack_style_fill(&styles[i], &largest, room / n_sessions * texts[i].share);
	}
	return styles;
}

static void
sessions_draw(struct door_pages *pages, const struct door_sign *sign, Paper *paper, double y,
	      double room)
{
	guint n = sign->n_sessions * TEXTS;
	if (n == 0)
		return;
	const struct stack_style *styles = session_styles(pages, sign->n_sessions, room);
	g_autofree struct stack_part *parts = g_new0(struct stack_part, n);
	g_autoptr(GPtrArray) times = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < sign->n_sessions; i++) {
		const struct document_session *session = &sign->sessions[i];
		char *when = wording_times(session->start, session->end);
		g_ptr_array_add(times, when);
		const char *const texts[TEXTS] = {when, session->title, session->speakers};
		for (guint j = 0; j < TEXTS; j++)
			parts[i * TEXTS + j] = (struct stack_part){.style = &styles[j],
								   .text = texts[j],
								   .gap = j == 0 ? 2 * GAP : 1};
	}
	stack_set(pages->ink, parts, n, DOOR_WIDTH, room);
	stack_draw(parts, n, paper, "P", DOOR_SIDE, y);
}

/* The room in the letters that are left for it; without a room, the place. */
static void
sign_draw(struct door_pages *pages, const struct door_sign *sign, Paper *paper)
{
	const struct document_event at = {.place = sign->place, .town = sign->town};
	bool placed = sign->place != NULL || sign->town != NULL;
	g_autofree char *when = door_when(sign);
	g_autofree char *where = placed ? wording_place(&at) : NULL;
	const char *room = sign->room != NULL ? sign->room : sign->place;
	const struct label *when_label = ink_label(pages->ink, &when_style, when, DOOR_WIDTH);
	const struct label *room_label = ink_label(pages->ink, &room_style, room, DOOR_WIDTH);
	const struct label *place_label = ink_label(pages->ink, &place_style, where, DOOR_WIDTH);
	double y = door_head_draw(&pages->head, paper);
	page_text(paper, "P", when_label, DOOR_SIDE, y);
	y += label_height(when_label) + GAP;
	page_text(paper, "H1", room_label, DOOR_SIDE, y);
	y += label_height(room_label) + 2 * GAP;
	double bottom = A4_LONG - DOOR_FOOT - label_height(place_label);
	page_text(paper, "P", place_label, DOOR_SIDE, bottom);
	sessions_draw(pages, sign, paper, y, bottom - GAP - y);
}

/* ---- the document -------------------------------------------------------------------------------
 */

static void
signs_draw(gpointer user, Paper *paper, guint at)
{
	struct door_pages *pages = user;
	const struct door_leaf *leaf = &g_array_index(pages->leaves, struct door_leaf, at);
	const struct label *reference =
		leaf_reference(pages->ink, pages->form, at, pages->leaves->len, DOOR_WIDTH);
	if (leaf->list != NULL)
		door_list_draw(leaf->list, paper, leaf->first, leaf->end);
	else
		sign_draw(pages, leaf->sign, paper);
	page_text(paper, NULL, reference, DOOR_SIDE, A4_LONG - FOOT - label_height(reference));
}

static void
pages_clear(struct door_pages *pages)
{
	g_array_unref(pages->leaves);
	g_ptr_array_unref(pages->lists);
	door_head_clear(&pages->head);
	ink_free(pages->ink);
	g_ptr_array_unref(pages->styles);
}

bool
door_signs_print(const struct door_signs *signs, const char *path, guint *pages,
		 char **missing_letters, GError **error)
{
	g_autofree char *document = wording_document(&signs->event, _("Door signs"));
	const struct page_form form = {.letterhead = &signs->letterhead,
				       .reference = &signs->reference,
				       .document = document,
				       .title = signs->event.title};
	struct door_pages all = {.signs = signs,
				 .form = &form,
				 .ink = ink_new(i18n_language()),
				 .leaves = g_array_new(FALSE, FALSE, sizeof(struct door_leaf)),
				 .lists = g_ptr_array_new_with_free_func(list_destroy),
				 .styles = g_ptr_array_new_with_free_func(g_free)};
	door_head_set(&all.head, all.ink, signs);
	pages_plan(&all);
	const struct leaves leaves = {.count = all.leaves->len, .draw = signs_draw, .user = &all};
	bool done = leaves_write(&form, all.ink, &leaves, path, pages, missing_letters, error);
	pages_clear(&all);
	return done;
}
