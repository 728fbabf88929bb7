/* Who is in a workshop, to find oneself on. */
#include "base/i18n.h"
#include "print/door_page.h"
#include "print/page.h"

#define GAP          10.0
#define ROW_HEIGHT   (8 * MM)
#define NAME_SHARE   0.5
#define HEAD_TALLEST (70 * MM)

static const struct label_style title_style = {.size = 28,
					       .least = 18,
					       .lines = 3,
					       .bold = true,
					       .tallest = HEAD_TALLEST * 0.55};
static const struct label_style when_style = {.size = 16,
					      .least = 12,
					      .lines = 2,
					      .tallest = HEAD_TALLEST * 0.2};
static const struct label_style speakers_style = {.size = 13,
						  .least = 10,
						  .lines = 2,
						  .tallest = HEAD_TALLEST * 0.15};
static const struct label_style count_style = {.size = 13,
					       .least = 10,
					       .lines = 1,
					       .tallest = HEAD_TALLEST * 0.1};
static const struct label_style name_style = {.size = 14, .least = 10, .lines = 2};
static const struct label_style organisation_style = {.size = 12, .least = 9, .lines = 2};

#define N_HEAD 4

struct door_list {
	const struct door_head *head;
	const struct label *lines[N_HEAD];
	Table *table;
	double height; /* of its own head */
};

static void
list_head_set(DoorList *list, const struct door_sign *sign)
{
	Ink *ink = list->head->ink;
	const struct document_session *session = &sign->sessions[0];
	g_autofree char *when = door_when(sign);
	g_autofree char *count =
		g_strdup_printf(i18n_count("%u person", "%u people", sign->n_people),
				sign->n_people);
	list->lines[0] = ink_label(ink, &title_style, session->title, DOOR_WIDTH);
	list->lines[1] = ink_label(ink, &when_style, when, DOOR_WIDTH);
	list->lines[2] = ink_label(ink, &speakers_style, session->speakers, DOOR_WIDTH);
	list->lines[3] = ink_label(ink, &count_style, count, DOOR_WIDTH);
	for (guint i = 0; i < N_HEAD; i++)
		list->height += label_height(list->lines[i]);
}

DoorList *
door_list_new(const struct door_head *head, const struct door_sign *sign)
{
	DoorList *list = g_new0(DoorList, 1);
	const struct grid_column columns[] = {
		{_("NAME First name"), DOOR_WIDTH * NAME_SHARE, &name_style},
		{_("Organisation"), DOOR_WIDTH * (1 - NAME_SHARE), &organisation_style},
	};
	list->head = head;
	list_head_set(list, sign);
	list->table = grid_new(head->ink, columns, G_N_ELEMENTS(columns), ROW_HEIGHT);
	for (guint i = 0; i < sign->n_people; i++) {
		const struct document_person *person = &sign->people[i];
		grid_add_row(list->table);
		grid_put_person(list->table, 0, person->last_name, person->first_name);
		grid_put(list->table, 1, person->organisation);
	}
	return list;
}

void
door_list_free(DoorList *list)
{
	if (list == NULL)
		return;
	grid_free(list->table);
	g_free(list);
}

static double
list_top(const DoorList *list)
{
	const struct label *cancelled = list->head->cancelled;
	return DOOR_TOP + list->head->height + list->height + 3 * GAP +
	       (cancelled != NULL ? label_height(cancelled) + GAP : 0);
}

guint
door_list_end(const DoorList *list, guint first)
{
	guint rows = grid_rows(list->table), end = first;
	double room = A4_LONG - DOOR_FOOT - list_top(list) - grid_head_height(list->table);
	while (end < rows && (end == first || room >= grid_row_height(list->table, end)))
		room -= grid_row_height(list->table, end++);
	return end;
}

void
door_list_draw(const DoorList *list, Paper *paper, guint first, guint end)
{
	double y = door_head_draw(list->head, paper);
	for (guint i = 0; i < N_HEAD; i++) {
		page_text(paper, i == 0 ? "H1" : "P", list->lines[i], DOOR_SIDE, y);
		y += label_height(list->lines[i]);
	}
	if (end > first)
		grid_draw(list->table, paper, DOOR_SIDE, list_top(list), first, end);
}
