#include "core/badge.h"

#include <string.h>

/* Those whose key is the same on US, AZERTY and QWERTZ layouts. */
static const char letters[] = "bcdefghijklnoprstuvxy";
#define BASE (sizeof letters - 1)

/* Each is prime to BASE: no single letter can change and leave the sum. */
static const guint weights[BADGE_LETTERS - 1] = {1, 2, 4, 5, 8, 10, 11, 13, 16, 17};

static char
check_letter(const char *code)
{
	guint sum = 0;
	for (guint i = 0; i < BADGE_LETTERS - 1; i++)
		sum += weights[i] * (guint)(strchr(letters, code[i]) - letters);
	return letters[sum % BASE];
}

/* The random bits of a UUID; 21 to the tenth are 44 of them. */
static guint64
uid_bits(const char *uid)
{
	guint64 bits = 0;
	for (const char *at = uid; *at != '\0'; at++)
		if (g_ascii_isxdigit(*at))
			bits = bits * 31 + (guint64)g_ascii_xdigit_value(*at);
	return bits;
}

void
badge_code(const char *uid, char code[static BADGE_LETTERS + 1])
{
	guint64 rest = uid_bits(uid);
	for (guint i = 0; i < BADGE_LETTERS - 1; i++) {
		code[i] = letters[rest % BASE];
		rest /= BASE;
	}
	code[BADGE_LETTERS - 1] = check_letter(code);
	code[BADGE_LETTERS] = '\0';
}

bool
badge_read(const char *typed, char read[static BADGE_LETTERS + 1])
{
	g_autofree char *lower = g_ascii_strdown(typed, -1);
	const char *code = g_strstrip(lower);
	if (strlen(code) != BADGE_LETTERS || strspn(code, letters) != BADGE_LETTERS ||
	    code[BADGE_LETTERS - 1] != check_letter(code))
		return false;
	memcpy(read, code, BADGE_LETTERS + 1);
	return true;
}
