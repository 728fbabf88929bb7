#include "print/ink.h"

#include <string.h>

#include "base/text.h"

#define LONGEST_TEXT 2000 /* letters */
#define MOST_MISSING 100
#define ELLIPSIS     "…"

struct ink {
	PangoContext *context;
	GHashTable *labels; /* set of struct label, which are their own keys */
	GHashTable *missing_seen;
	GString *missing;
	bool dry;
};

static guint
label_hash(gconstpointer key)
{
	const struct label *label = key;
	return g_str_hash(label->text) ^ (g_direct_hash(label->style) * 31) ^ (guint)label->width ^
	       ((guint)label->bold << 16);
}

static gboolean
label_equal(gconstpointer one, gconstpointer other)
{
	const struct label *a = one, *b = other;
	return a->style == b->style && a->bold == b->bold && ABS(a->width - b->width) < 0.001 &&
	       strcmp(a->text, b->text) == 0;
}

static void
label_destroy(gpointer label)
{
	label_free(label);
}

/* Without any font Pango gives measures that are no numbers: nothing is set in type then. */
static bool
context_is_dry(PangoContext *context)
{
	PangoLayout *layout = pango_layout_new(context);
	pango_layout_set_text(layout, "a", -1);
	bool dry = pango_layout_get_unknown_glyphs_count(layout) > 0;
	g_object_unref(layout);
	return dry;
}

Ink *
ink_new(const char *language)
{
	Ink *ink = g_new0(Ink, 1);
	/* A font map of its own: the fonts of a rare script take 36 MB, which a program that stays
	 * open must not keep for one sheet. */
	PangoFontMap *fonts = pango_cairo_font_map_new();
	ink->context = pango_font_map_create_context(fonts);
	g_object_unref(fonts);
	pango_context_set_language(ink->context, pango_language_from_string(language));
	pango_context_set_round_glyph_positions(ink->context, FALSE);
	/* Paper has no pixels: letters keep their true widths, so that one machine's screen
	 * settings do not change where lines break. */
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(ink->context, options);
	cairo_font_options_destroy(options);
	ink->dry = context_is_dry(ink->context);
	ink->labels = g_hash_table_new_full(label_hash, label_equal, label_destroy, NULL);
	ink->missing_seen = g_hash_table_new(NULL, NULL);
	ink->missing = g_string_new(NULL);
	return ink;
}

void
ink_free(Ink *ink)
{
	if (ink == NULL)
		return;
	g_hash_table_destroy(ink->labels);
	g_hash_table_destroy(ink->missing_seen);
	g_string_free(ink->missing, TRUE);
	g_object_unref(ink->context);
	g_free(ink);
}

static void
ink_miss(Ink *ink, gunichar letter)
{
	gpointer seen = GUINT_TO_POINTER(letter);
	if (g_hash_table_size(ink->missing_seen) < MOST_MISSING &&
	    g_hash_table_add(ink->missing_seen, seen))
		g_string_append_unichar(ink->missing, letter);
}

/* Pango shows a letter without a glyph as a box with its number, which the glyph holds. */
static void
ink_watch(Ink *ink, PangoLayout *layout)
{
	if (pango_layout_get_unknown_glyphs_count(layout) == 0)
		return;
	for (GSList *at = pango_layout_get_lines_readonly(layout); at != NULL; at = at->next) {
		const PangoLayoutLine *line = at->data;
		for (GSList *run = line->runs; run != NULL; run = run->next) {
			const PangoGlyphString *glyphs = ((PangoGlyphItem *)run->data)->glyphs;
			for (int i = 0; i < glyphs->num_glyphs; i++) {
				PangoGlyph glyph = glyphs->glyphs[i].glyph;
				if (glyph != PANGO_GLYPH_EMPTY && glyph & PANGO_GLYPH_UNKNOWN_FLAG)
					ink_miss(ink, glyph & ~(guint)PANGO_GLYPH_UNKNOWN_FLAG);
			}
		}
	}
}

/* Takes TEXT, which is clean. */
static const struct label *
ink_set(Ink *ink, const struct label_style *style, char *text, gsize bold, double width)
{
	struct label wanted = {.style = style, .text = text, .bold = bold, .width = width};
	struct label *label = g_hash_table_lookup(ink->labels, &wanted);
	if (label != NULL || ink->dry) {
		g_free(text);
		return label;
	}
	label = g_memdup2(&wanted, sizeof wanted);
	label_set(label, ink->context);
	ink_watch(ink, label->layout);
	g_hash_table_add(ink->labels, label);
	return label;
}

/* Pango's work on one paragraph grows faster than its length. */
static char *
text_bounded(char *text)
{
	if (strlen(text) <= LONGEST_TEXT || g_utf8_strlen(text, -1) <= LONGEST_TEXT)
		return text;
	char *cut = g_utf8_offset_to_pointer(text, LONGEST_TEXT);
	char *bounded = g_strdup_printf("%.*s" ELLIPSIS, (int)(cut - text), text);
	g_free(text);
	return bounded;
}

const struct label *
ink_label(Ink *ink, const struct label_style *style, const char *text, double width)
{
	if (text == NULL)
		return NULL;
	char *clean = text_for_file(text, style->breaks);
	g_strstrip(clean);
	if (*clean != '\0')
		return ink_set(ink, style, text_bounded(clean), 0, width);
	g_free(clean);
	return NULL;
}

const struct label *
ink_headed(Ink *ink, const struct label_style *style, const char *head, const char *between,
	   const char *text, double width)
{
	g_autofree char *first = text_bounded(text_for_file(head, style->breaks));
	g_autofree char *rest = text_bounded(text_for_file(text, style->breaks));
	g_strstrip(first);
	g_strstrip(rest);
	gsize bold = strlen(first);
	if (bold == 0)
		return ink_label(ink, style, rest, width);
	char *whole = *rest != '\0' ? g_strconcat(first, between, rest, NULL) : g_strdup(first);
	return ink_set(ink, style, whole, bold, width);
}

static bool
letter_has_capital(gunichar letter)
{
	switch ((int)g_unichar_get_script(letter)) {
	case G_UNICODE_SCRIPT_LATIN:
	case G_UNICODE_SCRIPT_GREEK:
	case G_UNICODE_SCRIPT_CYRILLIC:
	case G_UNICODE_SCRIPT_ARMENIAN:
		return true;
	default:
		return false;
	}
}

static void
append_capitals(GString *text, char *name)
{
	for (char *c = name; *c != '\0'; c = g_utf8_next_char(c)) {
		gunichar letter = g_utf8_get_char(c);
		bool turned = letter_has_capital(letter);
		g_string_append_unichar(text, turned ? g_unichar_toupper(letter) : letter);
	}
}

const struct label *
ink_person(Ink *ink, const struct label_style *style, const char *last_name, const char *first_name,
	   double width)
{
	g_autofree char *last = text_bounded(text_for_file(last_name, false));
	g_autofree char *first = text_bounded(text_for_file(first_name, false));
	g_strstrip(last);
	g_strstrip(first);
	GString *name = g_string_new(NULL);
	append_capitals(name, last);
	gsize bold = name->len;
	if (bold > 0 && *first != '\0')
		g_string_append_c(name, ' ');
	g_string_append(name, first);
	if (name->len > 0)
		return ink_set(ink, style, g_string_free(name, FALSE), bold, width);
	g_string_free(name, TRUE);
	return NULL;
}

bool
ink_is_dry(const Ink *ink)
{
	return ink->dry;
}

char *
ink_missing(const Ink *ink)
{
	return ink->missing->len > 0 ? g_strdup(ink->missing->str) : NULL;
}
