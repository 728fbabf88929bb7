#include "tui/key.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/text.h"

/* Codes of our own, above those of curses. */
enum {
	OWN_PASTE_BEGIN = KEY_MAX + 1,
	OWN_PASTE_END,
};

#define PASTE_BEGIN "\033[200~"
#define PASTE_END   "\033[201~"
#define PASTE_BYTES (1024 * 1024)

static GString *pasted;

static const struct {
	int code;
	const char *name;
} specials[] = {
	{KEY_UP, "Up"},       {KEY_DOWN, "Down"},     {KEY_LEFT, "Left"},
	{KEY_RIGHT, "Right"}, {KEY_HOME, "Home"},     {KEY_END, "End"},
	{KEY_PPAGE, "PgUp"},  {KEY_NPAGE, "PgDn"},    {KEY_BACKSPACE, "Backspace"},
	{KEY_DC, "Delete"},   {KEY_IC, "Insert"},     {KEY_BTAB, "S-Tab"},
	{KEY_ENTER, "Enter"}, {KEY_RESIZE, "Resize"},
};

/* Arrows as terminals send them when terminfo says otherwise. */
static const struct {
	const char *sequence;
	int code;
} variants[] = {
	{PASTE_BEGIN, OWN_PASTE_BEGIN}, {PASTE_END, OWN_PASTE_END}, {"\033[A", KEY_UP},
	{"\033[B", KEY_DOWN},           {"\033[C", KEY_RIGHT},      {"\033[D", KEY_LEFT},
	{"\033[H", KEY_HOME},           {"\033[F", KEY_END},        {"\033[1~", KEY_HOME},
	{"\033[4~", KEY_END},           {"\033[Z", KEY_BTAB},
};

void
keys_begin(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(variants); i++)
		if (key_defined(variants[i].sequence) == 0)
			define_key(variants[i].sequence, variants[i].code);
	pasted = g_string_new(NULL);
}

void
keys_end(void)
{
	if (pasted != NULL)
		g_string_free(pasted, TRUE);
	pasted = NULL;
}

bool
key_is(const struct key *key, const char *name)
{
	return strcmp(key->name, name) == 0;
}

static void
key_name_set(struct key *key, const char *name)
{
	g_strlcpy(key->name, name, sizeof key->name);
}

/* The C library reads some bytes as letters that Unicode does not have. */
static gunichar
letter_of(wint_t wide)
{
	return g_unichar_validate((gunichar)wide) ? (gunichar)wide : 0xFFFD;
}

/* Everything up to the end bracket is text, whatever it looks like. */
static void
paste_read(struct key *key)
{
	g_string_truncate(pasted, 0);
	wint_t wide = 0;
	int patience = 200; /* of 5 ms: the end bracket may be under way on a slow line */
	for (;;) {
		int kind = get_wch(&wide);
		if (kind == ERR) {
			if (patience-- == 0)
				break;
			napms(5);
			continue;
		}
		if (kind == KEY_CODE_YES && wide == OWN_PASTE_END)
			break;
		if (kind == OK && wide != 0 && pasted->len < PASTE_BYTES)
			g_string_append_unichar(pasted, wide == '\r' ? '\n' : letter_of(wide));
	}
	key_name_set(key, "Paste");
	key->paste = pasted->str;
}

static void
key_of_code(struct key *key, wint_t code)
{
	if (code == OWN_PASTE_BEGIN) {
		paste_read(key);
		return;
	}
	if (code >= KEY_F(1) && code <= KEY_F(12)) {
		g_snprintf(key->name, sizeof key->name, "F%d", (int)(code - KEY_F0));
		return;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(specials); i++)
		if (specials[i].code == (int)code)
			key_name_set(key, specials[i].name);
	/* Extended keys have no fixed code, only a name (kLFT5: Control and left). */
	const char *name = *key->name == '\0' ? keyname((int)code) : NULL;
	if (name != NULL && strcmp(name, "kLFT5") == 0)
		key_name_set(key, "C-Left");
	else if (name != NULL && strcmp(name, "kRIT5") == 0)
		key_name_set(key, "C-Right");
}

/* A sequence that terminfo does not know must not run as letters: it is swallowed up to its end. */
static void
escape_read(struct key *key)
{
	wint_t next = 0;
	if (get_wch(&next) != OK) {
		key_name_set(key, "Esc");
		return;
	}
	if (next != '[' && next != 'O') {
		/* Esc and a control key read in one go, on a slow line or a busy machine, are two
		 * keys; Esc and a letter are Alt with it: nobody's key. */
		if (next < 0x20 || next == 0x7f) {
			unget_wch((wchar_t)next);
			key_name_set(key, "Esc");
		}
		return;
	}
	while (get_wch(&next) == OK)
		if (next >= 0x40 && next <= 0x7e)
			return;
}

static void
key_of_control(struct key *key, wint_t control)
{
	switch (control) {
	case '\r':
	case '\n':
		key_name_set(key, "Enter");
		break;
	case '\t':
		key_name_set(key, "Tab");
		break;
	case 0x08:
	case 0x7f:
		key_name_set(key, "Backspace");
		break;
	case 0x1b:
		escape_read(key);
		break;
	default:
		if (control >= 1 && control <= 26)
			g_snprintf(key->name, sizeof key->name, "C-%c", (int)('a' + control - 1));
		break;
	}
}

bool
key_read(struct key *key)
{
	*key = (struct key){0};
	wint_t wide = 0;
	int kind = get_wch(&wide);
	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES) {
		key_of_code(key, wide);
	} else if (wide < 0x20 || wide == 0x7f) {
		key_of_control(key, wide);
	} else {
		key->text[g_unichar_to_utf8(letter_of(wide), key->text)] = '\0';
		key_name_set(key, wide == ' ' ? "Space" : key->text);
	}
	return true;
}

bool
key_moves(const struct key *key, guint *cursor, guint n, guint page)
{
	const struct {
		const char *name;
		gint64 by;
	} moves[] = {
		{"Up", -1},
		{"k", -1},
		{"Down", 1},
		{"j", 1},
		{"PgUp", -(gint64)page},
		{"PgDn", page},
		{"Home", -(gint64)n},
		{"End", n},
		{"G", n},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
		if (!key_is(key, moves[i].name))
			continue;
		gint64 last = n > 0 ? (gint64)n - 1 : 0;
		*cursor = (guint)CLAMP((gint64)*cursor + moves[i].by, 0, last);
		return true;
	}
	return false;
}

static const struct {
	const char *name;
	const char *shown;
} shown_names[] = {
	{"Enter", N_("Enter")},
	{"Esc", N_("Esc")},
	{"Space", N_("Space")},
	{"Tab", N_("Tab")},
	{"S-Tab", N_("Shift-Tab")},
	{"Backspace", N_("Backspace")},
	{"Delete", N_("Del")},
	{"Up", N_("Up")},
	{"Down", N_("Down")},
	{"Left", "←"},
	{"Right", "→"},
	{"End", N_("End")},
	{"PgUp", N_("PgUp")},
	{"PgDn", N_("PgDn")},
};

char *
key_shown(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(shown_names); i++)
		if (strcmp(shown_names[i].name, name) == 0)
			return g_strdup(_(shown_names[i].shown));
	if (strcmp(name, "Home") == 0) /* the tab bears that word too */
		return g_strdup(C_("key", "Home"));
	if (g_str_has_prefix(name, "C-"))
		return g_strdup_printf("Ctrl-%c", g_ascii_toupper(name[2]));
	return g_strdup(name);
}
