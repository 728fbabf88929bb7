/* What each reason of the date finder costs. */
#include <string.h>

#include "core/date_finder.h"

static const struct {
	const char *word;
	int usual;
} weights_usual[FINDER_CODES] = {
	[FINDER_PUBLIC_HOLIDAY] = {"public_holiday", 100},
	[FINDER_SCHOOL_HOLIDAYS] = {"school_holidays", 40},
	[FINDER_AVOID] = {"avoid", 60},
	[FINDER_BRIDGE] = {"bridge", 30},
	[FINDER_SPEAKER] = {"speaker", 80},
	[FINDER_ROOM] = {"room", 80},
	[FINDER_SAME_DAY] = {"same_day", 40},
	[FINDER_SAME_WEEK] = {"same_week", 10},
	[FINDER_PARTNER] = {"partner", 25},
	[FINDER_WEEKDAY] = {"weekday", 20},
	[FINDER_TOWN] = {"town", 20},
	[FINDER_NOTICE] = {"notice", 30},
	[FINDER_HOLIDAYS_UNKNOWN] = {"holidays_unknown", 10},
};

const char *
finder_code_word(enum finder_code code)
{
	return weights_usual[code].word;
}

static bool
weight_read(const char *piece, struct finder_weights *weights)
{
	const char *equal = strchr(piece, '=');
	guint64 number = 0;
	if (equal == NULL || !g_ascii_string_to_unsigned(equal + 1, 10, 0, 1000, &number, NULL))
		return false;
	for (guint i = 0; i < FINDER_CODES; i++)
		if (strlen(weights_usual[i].word) == (gsize)(equal - piece) &&
		    strncmp(weights_usual[i].word, piece, (gsize)(equal - piece)) == 0) {
			weights->of[i] = (int)number;
			return true;
		}
	return false;
}

bool
finder_weights_read(const char *text, struct finder_weights *weights, char **wrong)
{
	for (guint i = 0; i < FINDER_CODES; i++)
		weights->of[i] = weights_usual[i].usual;
	g_auto(GStrv) pieces = g_strsplit_set(text != NULL ? text : "", " ,;\n", -1);
	for (guint i = 0; pieces[i] != NULL; i++) {
		if (*pieces[i] == '\0' || weight_read(pieces[i], weights))
			continue;
		if (wrong != NULL)
			*wrong = g_strdup(pieces[i]);
		return false;
	}
	return true;
}

static char *
weights_words(const struct finder_weights *weights)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < FINDER_CODES; i++)
		if (weights == NULL || weights->of[i] != weights_usual[i].usual)
			g_string_append_printf(text, "%s%s=%d", text->len > 0 ? " " : "",
					       weights_usual[i].word,
					       weights != NULL ? weights->of[i]
							       : weights_usual[i].usual);
	return g_string_free(text, FALSE);
}

char *
finder_weights_text(const struct finder_weights *weights)
{
	return weights_words(weights);
}

char *
finder_weights_usual(void)
{
	return weights_words(NULL);
}
