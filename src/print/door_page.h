/* Pages for a door, upright A4: what is read from three metres, and lists read from one. Private to
 * the document of door signs; lengths are points.
 */
#ifndef PRINT_DOOR_PAGE_H
#define PRINT_DOOR_PAGE_H

#include "print/document.h"
#include "print/grid.h"
#include "print/stack.h"

#define DOOR_SIDE  (15 * MM)
#define DOOR_TOP   (12 * MM)
#define DOOR_FOOT  (14 * MM) /* from the lower edge: what the matter leaves free */
#define DOOR_WIDTH (A4_SHORT - 2 * DOOR_SIDE)

/** What all pages of one document share: whose event it is. */
struct door_head {
	Ink *ink;
	const struct document_event *event;
	const struct label *centre, *title;
	const struct label *cancelled; /* or postponed; NULL: it takes place */
	cairo_surface_t *logo;
	double logo_width, logo_height, logo_scale;
	double height;
};

void door_head_set(struct door_head *head, Ink *ink, const struct door_signs *signs);
void door_head_clear(struct door_head *head);

/** Draw it at the top of a page; returns where the matter may begin. */
double door_head_draw(const struct door_head *head, Paper *paper);

/** "jeudi 10 décembre 2026 · Après-midi" and, of a list, its times and room. Caller frees. */
char *door_when(const struct door_sign *sign);

/** The list of those in one workshop. */
typedef struct door_list DoorList;

/** SIGN, which has people. Borrowed. */
DoorList *door_list_new(const struct door_head *head, const struct door_sign *sign);

void door_list_free(DoorList *list);

/** The line behind the last that fits on a page with FIRST as its first line: at least FIRST + 1,
 * unless the list is empty. */
guint door_list_end(const DoorList *list, guint first);

void door_list_draw(const DoorList *list, Paper *paper, guint first, guint end);

#endif
