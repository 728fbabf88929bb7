#include "print/stack.h"

#include "print/page.h"

#define STEP 0.85

void
stack_style_fill(struct stack_style *style, const struct label_style *largest, double last)
{
	double scale = 1;
	for (guint i = 0; i < STACK_SIZES; i++, scale *= STEP) {
		struct label_style *size = &style->sizes[i];
		*size = *largest;
		size->size *= scale;
		size->least *= scale;
	}
	style->sizes[STACK_SIZES - 1].tallest = last;
}

static void
part_set(Ink *ink, struct stack_part *part, guint size, double width)
{
	const struct label_style *style = &part->style->sizes[size];
	part->label = part->name ? ink_person(ink, style, part->text, NULL, width)
				 : ink_label(ink, style, part->text, width);
}

/* Gaps shrink with the letters, and in the last size there are none. */
static double
stack_set_at(Ink *ink, struct stack_part *parts, guint n, double width, guint size)
{
	double y = 0;
	for (guint i = 0; i < n; i++) {
		struct stack_part *part = &parts[i];
		part_set(ink, part, size, width);
		if (y > 0 && part->label != NULL && size < STACK_SIZES - 1)
			y += part->gap * part->style->sizes[size].size / part->style->sizes[0].size;
		part->y = y;
		y += label_height(part->label);
	}
	return y;
}

double
stack_set(Ink *ink, struct stack_part *parts, guint n, double width, double height)
{
	double taken = 0;
	for (guint size = 0; size < STACK_SIZES; size++) {
		taken = stack_set_at(ink, parts, n, width, size);
		if (taken <= height)
			break;
	}
	return taken;
}

void
stack_draw(const struct stack_part *parts, guint n, Paper *paper, const char *tag, double x,
	   double y)
{
	for (guint i = 0; i < n; i++)
		page_text(paper, tag, parts[i].label, x, y + parts[i].y);
}
