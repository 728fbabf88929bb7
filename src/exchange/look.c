#include "exchange/look.h"

#include <string.h>

/* A format code under reading. */
struct code {
	struct look look;
	guint digits;      /* places for digits from the first "0" on */
	bool number;       /* more than digits in a row: "." "," "E" or a fraction */
	char last;         /* letter of the last part of a moment */
	bool month_or_min; /* that was "m" or "mm": what follows decides */
};

static void
minutes_or_month(struct code *code, bool minutes)
{
	if (code->month_or_min)
		code->look.parts |= minutes ? LOOK_CLOCK : LOOK_MONTH;
	code->month_or_min = false;
}

/* "m" are minutes behind hours and before seconds (18.8.31). */
static void
part_take(struct code *code, char letter, gsize length)
{
	minutes_or_month(code, letter == 's');
	switch (letter) {
	case 'y':
		code->look.parts |= LOOK_YEAR;
		break;
	case 'd':
		code->look.parts |= LOOK_DAY;
		break;
	case 'h':
	case 's':
		code->look.parts |= LOOK_CLOCK;
		break;
	case 'm':
		if (code->last == 'h' && length <= 2)
			code->look.parts |= LOOK_CLOCK;
		else if (length <= 2)
			code->month_or_min = true;
		else
			code->look.parts |= LOOK_MONTH;
		break;
	}
	code->last = letter;
}

/* "[h]" goes beyond 24; "[Red]", "[$-40C]" say nothing; a condition ("[<100]") that numbers outside
 * of it look otherwise. */
static const char *
bracket_take(struct code *code, const char *at)
{
	const char *end = strchr(at, ']');
	if (end == NULL)
		return at + strlen(at);
	gsize size = (gsize)(end - at - 1);
	if (size > 0 && strspn(at + 1, "hHmMsS") == size) {
		code->look.parts |= LOOK_ELAPSED;
		code->last = 'h';
	}
	if (strchr("<>=", at[1]) != NULL)
		code->number = true;
	return end + 1;
}

/* What stands there and is no place for anything; NULL when there is none. */
static const char *
literal_skip(const char *at)
{
	if (*at == '"') {
		const char *end = strchr(at + 1, '"');
		return end != NULL ? end + 1 : at + strlen(at);
	}
	if (*at == '\\' || *at == '_' || *at == '*') /* the letter behind stands for itself */
		return at[1] != '\0' ? g_utf8_find_next_char(at + 1, NULL) : at + 1;
	static const char *const words[] = {"General", "AM/PM", "A/P"};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_ascii_strncasecmp(at, words[i], strlen(words[i])) == 0)
			return at + strlen(words[i]);
	return NULL;
}

static const char *
letters_take(struct code *code, const char *at)
{
	char letter = g_ascii_tolower(*at);
	const char *end = at;
	while (g_ascii_tolower(*end) == letter)
		end++;
	if (strchr("ydhsm", letter) != NULL)
		part_take(code, letter, (gsize)(end - at));
	return end;
}

static const char *
sign_take(struct code *code, const char *at)
{
	switch (*at) {
	case '0':
		code->digits++;
		break;
	case '#':
	case '?':
		code->digits += code->digits > 0;
		break;
	case '%':
		code->look.percent = true;
		break;
	case '.':
	case ',':
	case '/':
	case '@':
		code->number = true;
		break;
	case 'E':
	case 'e':
		code->number = true;
		break;
	default:
		if (g_ascii_isalpha(*at))
			return letters_take(code, at);
	}
	return at + 1;
}

struct look
look_of_code(const char *text)
{
	struct code code = {.last = '\0'};
	for (const char *at = text; *at != '\0' && *at != ';';) {
		const char *behind = literal_skip(at);
		if (behind == NULL)
			behind = *at == '[' ? bracket_take(&code, at) : sign_take(&code, at);
		at = behind;
	}
	minutes_or_month(&code, false);
	struct look look = code.look;
	if (look.parts != 0)
		return (struct look){.parts = look.parts};
	if (code.digits > 1 && !code.number && !look.percent)
		look.digits = (guint8)MIN(code.digits, 30);
	return look;
}

struct look
look_of_builtin(guint number)
{
	/* 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean Excel. */
	static const struct {
		guint first, last;
		struct look look;
	} looks[] = {
		{9, 10, {.percent = true}},
		{14, 16, {.parts = LOOK_DATE}},
		{17, 17, {.parts = LOOK_YEAR | LOOK_MONTH}},
		{18, 21, {.parts = LOOK_CLOCK}},
		{22, 22, {.parts = LOOK_DATE | LOOK_CLOCK}},
		{27, 31, {.parts = LOOK_DATE}},
		{32, 35, {.parts = LOOK_CLOCK}},
		{36, 36, {.parts = LOOK_DATE}},
		{45, 45, {.parts = LOOK_CLOCK}},
		{46, 46, {.parts = LOOK_CLOCK | LOOK_ELAPSED}},
		{47, 47, {.parts = LOOK_CLOCK}},
		{50, 54, {.parts = LOOK_DATE}},
		{55, 56, {.parts = LOOK_CLOCK}},
		{57, 58, {.parts = LOOK_DATE}},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(looks); i++)
		if (number >= looks[i].first && number <= looks[i].last)
			return looks[i].look;
	return (struct look){.parts = 0};
}
