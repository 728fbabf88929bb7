#include "core/columns_cells.h"

#include <string.h>

#include "base/text.h"
#include "core/status.h"

/* Longer cells are answers in prose. */
#define CELL_BYTES 200

static const char *
skip_digits(const char *at, guint most)
{
	for (guint i = 0; i < most && g_ascii_isdigit(*at); i++)
		at++;
	return at;
}

/* "2026-09-03 07:56", "01/09/2026", "3.9.26", "2026-09", "2026". */
static bool
looks_like_date(const char *cell)
{
	const char *first = skip_digits(cell, 4);
	if (first == cell || g_ascii_isdigit(*first))
		return false;
	if (*first == '\0')
		return first - cell == 4 &&
		       (g_str_has_prefix(cell, "19") || g_str_has_prefix(cell, "20"));
	if (strchr("-/.", *first) == NULL)
		return false;
	const char *second = skip_digits(first + 1, 2);
	if (second == first + 1)
		return false;
	if (*second == '\0')
		return first - cell == 4;
	return *second == *first && g_ascii_isdigit(second[1]);
}

static bool
looks_like_phone(const char *cell)
{
	g_autofree char *phone = text_phone(cell);
	return phone != NULL;
}

struct letters {
	bool any, digit, at;
	guint words;
};

static struct letters
letters_of(const char *cell)
{
	struct letters letters = {.any = false};
	bool inside = false;
	for (; *cell != '\0'; cell = g_utf8_find_next_char(cell, NULL)) {
		gunichar letter = g_utf8_get_char(cell);
		bool space = g_unichar_isspace(letter);
		letters.words += !space && !inside ? 1 : 0;
		inside = !space;
		letters.any = letters.any || g_unichar_isalpha(letter);
		letters.digit = letters.digit || g_unichar_isdigit(letter);
		letters.at = letters.at || letter == '@';
	}
	return letters;
}

static void
cells_look_add(struct cells_look *look, const char *cell)
{
	look->filled++;
	struct letters letters = letters_of(cell);
	bool name = letters.any && !letters.digit && !letters.at;
	look->email += letters.at && letters.words <= 3 ? 1 : 0;
	look->phone += letters.digit && !letters.any && looks_like_phone(cell) ? 1 : 0;
	look->date += looks_like_date(cell) ? 1 : 0;
	look->yes_no += strlen(cell) <= 5 && code_parse(&code_yes_no, cell) != NULL ? 1 : 0;
	look->name += name ? 1 : 0;
	look->several_words += name && letters.words >= 2 && letters.words <= 5 ? 1 : 0;
}

static int
share(int count, guint filled)
{
	return filled > 0 ? (int)((gint64)count * 100 / filled) : 0;
}

struct cells_look
cells_look_at(const char *const *cells, guint n, guint n_rows, guint index)
{
	struct cells_look look = {.filled = 0};
	for (guint i = 0; i < n_rows; i++) {
		const char *cell = cells[(gsize)i * n + index];
		if (cell == NULL)
			continue;
		g_autofree char *start = g_strndup(cell, CELL_BYTES);
		g_autofree char *clean = text_accept(start, false, NULL);
		if (clean != NULL)
			cells_look_add(&look, clean);
	}
	look.email = share(look.email, look.filled);
	look.phone = share(look.phone, look.filled);
	look.date = share(look.date, look.filled);
	look.yes_no = share(look.yes_no, look.filled);
	look.name = share(look.name, look.filled);
	look.several_words = share(look.several_words, look.filled);
	return look;
}

/* AGREE from so many percent, DISAGREE below so many, DECIDE from so many (101: never). */
static enum cells_verdict
judge(int percent, int agree, int disagree, int decide)
{
	if (percent >= decide)
		return CELLS_DECIDE;
	if (percent >= agree)
		return CELLS_AGREE;
	return percent < disagree ? CELLS_DISAGREE : CELLS_SAY_NOTHING;
}

enum cells_verdict
cells_judge(const struct cells_look *look, enum column_cells wanted)
{
	if (look->filled == 0)
		return CELLS_SAY_NOTHING;
	switch (wanted) {
	case CELLS_EMAIL:
		return judge(look->email, 60, 20, 60);
	case CELLS_PHONE:
		return judge(look->phone, 60, 20, 80);
	case CELLS_DATE:
		return judge(look->date, 60, 20, 101);
	case CELLS_YES_NO:
		return judge(look->yes_no, 60, 0, 101);
	case CELLS_NAME:
		return judge(look->name, 80, 50, 101);
	case CELLS_ANY:
		break;
	}
	return CELLS_SAY_NOTHING;
}
