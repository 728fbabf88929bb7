/* E-mail addresses and phone numbers. */
#include "base/text.h"

#include <string.h>

#include "base/text_char.h"

/* Lengths of RFC 5321 §4.5.3.1 and RFC 1035 §2.3.4. */
#define EMAIL_BYTES 254
#define LOCAL_BYTES 64
#define LABEL_BYTES 63
/* ITU-T E.164: at most 15 digits; the shortest national numbers in use make 7 with their code. */
#define PHONE_DIGITS 15
#define PHONE_LEAST  7

/* ---- e-mail -------------------------------------------------------------------------------- */

static bool
is_letter_abroad(gunichar letter)
{
	return letter >= 0x80 && letter != CHAR_REPLACEMENT &&
	       (g_unichar_isalnum(letter) || g_unichar_ismark(letter));
}

/* What stands before the "@": RFC 5322 "atext" and dots, RFC 6531 letters. Quoted names exist only
 * in test suites; a leading "-" would be an option to a mailer. */
static bool
is_local(const char *local, const char *end)
{
	if (local == end || end - local > LOCAL_BYTES || *local == '-' || *local == '.' ||
	    end[-1] == '.')
		return false;
	while (local < end) {
		gunichar letter = char_take(&local);
		if (!is_letter_abroad(letter) &&
		    (letter >= 0x80 || (!g_ascii_isalnum((char)letter) &&
					strchr(".!#$%&'*+-/=?^_`{|}~", (int)letter) == NULL)))
			return false;
	}
	return true;
}

static bool
is_label(const char *label)
{
	gsize length = strlen(label);
	if (length == 0 || length > LABEL_BYTES || *label == '-' || label[length - 1] == '-')
		return false;
	while (*label != '\0') {
		gunichar letter = char_take(&label);
		if (!is_letter_abroad(letter) && letter != '-' &&
		    (letter >= 0x80 || !g_ascii_isalnum((char)letter)))
			return false;
	}
	return true;
}

static bool
is_domain(const char *domain)
{
	g_auto(GStrv) labels = g_strsplit(domain, ".", -1);
	guint count = g_strv_length(labels);
	if (count < 2)
		return false;
	for (guint i = 0; i < count; i++)
		if (!is_label(labels[i]))
			return false;
	const char *top = labels[count - 1];
	return strlen(top) >= 2 && strspn(top, "0123456789") < strlen(top);
}

bool
text_is_email(const char *email)
{
	if (email == NULL || strlen(email) > EMAIL_BYTES)
		return false;
	const char *at = strchr(email, '@');
	return at != NULL && is_local(email, at) && is_domain(at + 1);
}

char *
text_email_key(const char *email)
{
	g_autofree char *clean = text_accept(email, false, NULL);
	if (!text_is_email(clean))
		return NULL;
	GString *key = g_string_new(NULL);
	for (const char *at = clean; *at != '\0';)
		g_string_append_unichar(key, g_unichar_tolower(char_take(&at)));
	return g_string_free(key, FALSE);
}

/* ---- phone --------------------------------------------------------------------------------- */

/* Overseas numbers begin with 0 at home and have country codes of their own (ARCEP, decision
 * 2018-0881): "0262 12 34 56" in Saint-Denis is +262 262 12 34 56. */
static const struct overseas {
	const char *start;
	const char *country;
} overseas[] = {
	{"262", "262"}, {"263", "262"}, {"692", "262"}, {"693", "262"}, /* La Réunion */
	{"269", "262"}, {"639", "262"},                                 /* Mayotte */
	{"590", "590"}, {"690", "590"}, {"691", "590"},                 /* Guadeloupe */
	{"594", "594"}, {"694", "594"},                                 /* Guyane */
	{"596", "596"}, {"696", "596"}, {"697", "596"},                 /* Martinique */
};

static bool
is_separator(gunichar letter)
{
	return g_unichar_isspace(letter) || char_is_invisible(letter) ||
	       char_turns_direction(letter) ||
	       g_unichar_type(letter) == G_UNICODE_DASH_PUNCTUATION ||
	       (letter < 0x80 && strchr("./", (int)letter) != NULL);
}

/* The digits of TYPED, behind "+" when it began with one; "(0)" is the 0 that is not dialled from
 * abroad. False when anything else is written there. */
static bool
phone_digits(const char *typed, GString *digits)
{
	while (*typed != '\0') {
		const char *here = typed;
		gunichar letter = char_take(&typed);
		if (letter < 0x80 && g_ascii_isdigit((char)letter))
			g_string_append_c(digits, (char)letter);
		else if (letter == '+' && digits->len == 0)
			g_string_append_c(digits, '+');
		else if (digits->len > 1 && g_str_has_prefix(here, "(0)"))
			typed = here + 3;
		else if (!is_separator(letter) && letter != '(' && letter != ')')
			return false;
		if (digits->len > PHONE_DIGITS + 3)
			return false;
	}
	return true;
}

static char *
french_number(const char *nine)
{
	if (strlen(nine) != 9 || *nine == '0')
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(overseas); i++)
		if (g_str_has_prefix(nine, overseas[i].start))
			return g_strconcat("+", overseas[i].country, nine, NULL);
	return g_strconcat("+33", nine, NULL);
}

static char *
foreign_number(const char *digits)
{
	gsize length = strlen(digits);
	if (g_str_has_prefix(digits, "33"))
		return french_number(digits + 2 + (digits[2] == '0'));
	if (*digits == '0' || length < PHONE_LEAST || length > PHONE_DIGITS)
		return NULL;
	return g_strconcat("+", digits, NULL);
}

char *
text_phone(const char *typed)
{
	g_autoptr(GString) digits = g_string_new(NULL);
	if (typed == NULL || !phone_digits(typed, digits))
		return NULL;
	const char *number = digits->str;
	if (*number == '+')
		return foreign_number(number + 1);
	if (g_str_has_prefix(number, "00"))
		return foreign_number(number + 2);
	if (*number == '0')
		return french_number(number + 1);
	/* Spreadsheets take the "+" or the leading 0 away. */
	if (digits->len == 11 && g_str_has_prefix(number, "33"))
		return french_number(number + 2);
	return french_number(number);
}

/* Digits of a country code (ITU-T E.164, list of assigned codes). */
static gsize
country_length(const char *digits)
{
	static const char two[] =
		" 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 "
		"55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
	if (*digits == '1' || *digits == '7')
		return 1;
	char code[] = {' ', digits[0], digits[0] != '\0' ? digits[1] : '\0', ' ', '\0'};
	return strstr(two, code) != NULL ? 2 : 3;
}

static void
append_pairs(GString *text, const char *digits)
{
	gsize left = strlen(digits), group = left % 2 == 0 ? 2 : 3;
	for (; left > 0; group = 2) {
		group = MIN(group, left);
		g_string_append_printf(text, " %.*s", (int)group, digits);
		digits += group;
		left -= group;
	}
}

char *
text_phone_shown(const char *e164)
{
	if (e164 == NULL || *e164 != '+' || strlen(e164) < PHONE_LEAST)
		return g_strdup(e164 != NULL ? e164 : "");
	const char *digits = e164 + 1;
	GString *text = g_string_new(NULL);
	if (g_str_has_prefix(digits, "33") && strlen(digits) == 11) {
		g_string_append_printf(text, "0%c", digits[2]);
		append_pairs(text, digits + 3);
	} else {
		gsize country = MIN(country_length(digits), strlen(digits));
		g_string_append_printf(text, "+%.*s", (int)country, digits);
		append_pairs(text, digits + country);
	}
	return g_string_free(text, FALSE);
}
