#include "print/label.h"

#include <string.h>

#define FAMILY       "DejaVu Sans"
#define SHRINK       0.93
#define HOPELESS     3 /* times the lines that please */
#define LEAST_OF_ALL 3.0
#define TALLEST      (120 * MM)

static double
label_tallest(const struct label *label)
{
	return label->style->tallest > 0 ? label->style->tallest : TALLEST;
}

static void
label_set_size(struct label *label, double size)
{
	PangoFontDescription *font = pango_font_description_new();
	pango_font_description_set_family_static(font, FAMILY);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	if (label->style->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(label->layout, font);
	pango_font_description_free(font);
}

/* Marks can stand above and below the line: their ink is measured too, but only of texts that can
 * have any, because it costs a look at every glyph. */
static bool
text_may_stack(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if ((guchar)*c >= 0xcc) /* U+0300 and more */
			return true;
	return false;
}

/* The height; returns whether the text stays within its width. */
static bool
label_measure(struct label *label, bool stacks)
{
	PangoRectangle ink, logical;
	pango_layout_get_extents(label->layout, stacks ? &ink : NULL, &logical);
	int top = logical.y, bottom = logical.y + logical.height;
	if (stacks) {
		top = MIN(top, ink.y);
		bottom = MAX(bottom, ink.y + ink.height);
	}
	label->above = (double)-top / PANGO_SCALE;
	label->height = (double)(bottom - top) / PANGO_SCALE;
	return logical.width <= pango_layout_get_width(label->layout);
}

/* True when a line begins where the text has no place to break: inside a word. */
static bool
label_breaks_word(const struct label *label)
{
	int lines = pango_layout_get_line_count(label->layout);
	const char *text = pango_layout_get_text(label->layout);
	int n_letters;
	const PangoLogAttr *letters =
		pango_layout_get_log_attrs_readonly(label->layout, &n_letters);
	glong letter = 0;
	int before = 0;
	for (int i = 1; i < lines; i++) {
		PangoLayoutLine *line = pango_layout_get_line_readonly(label->layout, i);
		letter += g_utf8_pointer_to_offset(text + before, text + line->start_index);
		before = line->start_index;
		if (letter < n_letters && !letters[letter].is_line_break)
			return true;
	}
	return false;
}

static bool
label_pleases(const struct label *label)
{
	int lines = label->style->lines;
	return (lines == 0 || pango_layout_get_line_count(label->layout) <= lines) &&
	       !label_breaks_word(label);
}

/* The next size to try. A text that is far too long goes straight to where it may fit: setting it
 * in type is what costs. */
static double
label_smaller(const struct label *label, double size)
{
	double least = label->style->least, smaller = size * SHRINK;
	if (size > least) {
		int most = label->style->lines * HOPELESS;
		bool hopeless = most > 0 && pango_layout_get_line_count(label->layout) > most;
		return hopeless ? least : MAX(smaller, least);
	}
	double excess = label->height / label_tallest(label);
	return MAX(excess > 2 ? size * 0.7 : smaller, LEAST_OF_ALL);
}

/* Smaller and smaller: down to the least size for comfort, below it only for what cannot be shown
 * otherwise. */
static void
label_fit(struct label *label)
{
	bool stacks = text_may_stack(label->text), inside;
	for (double size = label->style->size;; size = label_smaller(label, size)) {
		label_set_size(label, size);
		inside = label_measure(label, stacks);
		bool fits = inside && label->height <= label_tallest(label);
		bool settled = size <= label->style->least || label_pleases(label);
		if ((fits && settled) || size <= LEAST_OF_ALL)
			break;
	}
	label->clipped = !inside;
	if (label->height > label_tallest(label)) {
		pango_layout_set_height(label->layout, (int)(label_tallest(label) * PANGO_SCALE));
		pango_layout_set_ellipsize(label->layout, PANGO_ELLIPSIZE_END);
		label_measure(label, false);
	}
}

/* French sets « : ; ? ! » apart with spaces, which are typed as plain ones: no line may begin with
 * the sign. The attribute, not another space, keeps the text as it was when it is searched. */
static bool
space_holds(const char *before, const char *after)
{
	return strchr(":;?!", *after) != NULL || g_str_has_prefix(after, "»") ||
	       (before != NULL && g_str_has_prefix(before, "«"));
}

static void
attributes_hold_spaces(PangoAttrList *attributes, const char *text)
{
	const char *space = text;
	while ((space = strchr(space, ' ')) != NULL) {
		const char *before = space - text >= 2 ? space - 2 : NULL;
		const char *after = space + 1;
		if (*after != '\0' && space_holds(before, after)) {
			PangoAttribute *held = pango_attr_allow_breaks_new(FALSE);
			held->start_index = (guint)(space - text);
			held->end_index = (guint)(g_utf8_find_next_char(after, NULL) - text);
			pango_attr_list_insert(attributes, held);
		}
		space = after;
	}
}

/* Pango would add a hyphen where it breaks inside a word; a name must not gain one. And "fi" drawn
 * as one sign is read back from the PDF as that sign: nobody would find Sofiane. */
static PangoAttrList *
label_attributes(const struct label *label)
{
	PangoAttrList *attributes = pango_attr_list_new();
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
	if (label->bold > 0) {
		PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
		bold->start_index = 0;
		bold->end_index = (guint)label->bold;
		pango_attr_list_insert(attributes, bold);
	}
	attributes_hold_spaces(attributes, label->text);
	return attributes;
}

void
label_set(struct label *label, PangoContext *context)
{
	label->layout = pango_layout_new(context);
	pango_layout_set_wrap(label->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(label->layout, (int)(label->width * PANGO_SCALE));
	pango_layout_set_alignment(label->layout, label->style->align);
	/* What is written from the right stands where its neighbours do: a paper reads from the
	 * left. */
	pango_layout_set_auto_dir(label->layout, FALSE);
	pango_layout_set_indent(label->layout, (int)(-label->style->hanging * PANGO_SCALE));
	PangoAttrList *attributes = label_attributes(label);
	pango_layout_set_attributes(label->layout, attributes);
	pango_attr_list_unref(attributes);
	pango_layout_set_text(label->layout, label->text, -1);
	label_fit(label);
}

void
label_draw(const struct label *label, cairo_t *cairo, double x, double y)
{
	if (label == NULL)
		return;
	if (label->clipped) {
		cairo_save(cairo);
		cairo_rectangle(cairo, x, y, label->width, label->height);
		cairo_clip(cairo);
	}
	cairo_move_to(cairo, x, y + label->above);
	pango_cairo_show_layout(cairo, label->layout);
	if (label->clipped)
		cairo_restore(cairo);
}

double
label_height(const struct label *label)
{
	return label != NULL ? label->height : 0;
}

void
label_free(struct label *label)
{
	if (label == NULL)
		return;
	g_clear_object(&label->layout);
	g_free(label->text);
	g_free(label);
}
