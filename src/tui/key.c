#include "tui/key.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/text.h"

/* Codes of our own, above those of curses and those it gives to the extended names of terminfo,
 * which go on from KEY_MAX. */
enum {
	OWN_PASTE_BEGIN = KEY_MAX + 1000,
	OWN_PASTE_END,
	OWN_WORD_LEFT,
	OWN_WORD_RIGHT,
	OWN_PAD, /* and the character on the key */
};

#define PASTE_BEGIN "\033[200~"
#define PASTE_END   "\033[201~"
#define PASTE_BYTES (1024 * 1024)

static GString *pasted;
static GQueue mouse = G_QUEUE_INIT; /* struct key: what the mouse did, and nobody has read yet */

static const struct {
	int code;
	const char *name;
} specials[] = {
	{KEY_UP, "Up"},
	{KEY_DOWN, "Down"},
	{KEY_LEFT, "Left"},
	{KEY_RIGHT, "Right"},
	{KEY_HOME, "Home"},
	{KEY_END, "End"},
	{KEY_PPAGE, "PgUp"},
	{KEY_NPAGE, "PgDn"},
	{KEY_BACKSPACE, "Backspace"},
	{KEY_DC, "Delete"},
	{KEY_IC, "Insert"},
	{KEY_BTAB, "S-Tab"},
	{KEY_ENTER, "Enter"},
	{KEY_RESIZE, "Resize"},
	{OWN_WORD_LEFT, "C-Left"},
	{OWN_WORD_RIGHT, "C-Right"},
};

/* Arrows as terminals send them when terminfo says otherwise. */
static const struct {
	const char *sequence;
	int code;
} variants[] = {
	{PASTE_BEGIN, OWN_PASTE_BEGIN},
	{PASTE_END, OWN_PASTE_END},
	{"\033[A", KEY_UP},
	{"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT},
	{"\033[H", KEY_HOME},
	{"\033[F", KEY_END},
	{"\033[1~", KEY_HOME},
	{"\033[4~", KEY_END},
	{"\033[Z", KEY_BTAB},
	{"\033[1;5D", OWN_WORD_LEFT},
	{"\033[1;5C", OWN_WORD_RIGHT},
	/* function keys of PuTTY, which calls itself xterm, of an xterm and of the Linux console */
	{"\033[11~", KEY_F(1)},
	{"\033[12~", KEY_F(2)},
	{"\033[13~", KEY_F(3)},
	{"\033[14~", KEY_F(4)},
	{"\033OP", KEY_F(1)},
	{"\033OQ", KEY_F(2)},
	{"\033OR", KEY_F(3)},
	{"\033OS", KEY_F(4)},
	{"\033[[A", KEY_F(1)},
	{"\033[[B", KEY_F(2)},
	{"\033[[C", KEY_F(3)},
	{"\033[[D", KEY_F(4)},
	{"\033[[E", KEY_F(5)},
};

/* What the keys of a numeric pad type where the terminal sends them apart (PuTTY): ESC O and a
 * letter. Some entries of terminfo have them as keys, with a code or only a name. */
static const struct {
	char letter, types;
	int code;         /* or 0 */
	const char *name; /* or NULL */
} pad[] = {
	{'p', '0', 0, "kpZRO"},   {'q', '1', KEY_C1, NULL}, {'r', '2', 0, "kc2"},
	{'s', '3', KEY_C3, NULL}, {'t', '4', 0, "kb1"},     {'u', '5', KEY_B2, NULL},
	{'v', '6', 0, "kb3"},     {'w', '7', KEY_A1, NULL}, {'x', '8', 0, "ka2"},
	{'y', '9', KEY_A3, NULL}, {'M', '\r', 0, NULL},     {'n', '.', 0, "kpDOT"},
	{'l', ',', 0, "kpCMA"},   {'k', '+', 0, "kpADD"},   {'m', '-', 0, "kpSUB"},
	{'j', '*', 0, "kpMUL"},   {'o', '/', 0, "kpDIV"},
};

void
keys_begin(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(variants); i++)
		if (key_defined(variants[i].sequence) == 0)
			define_key(variants[i].sequence, variants[i].code);
	for (gsize i = 0; i < G_N_ELEMENTS(pad); i++) {
		const char sequence[] = {'\033', 'O', pad[i].letter, '\0'};
		if (key_defined(sequence) == 0)
			define_key(sequence, OWN_PAD + pad[i].types);
	}
	pasted = g_string_new(NULL);
}

void
keys_mouse(bool ours)
{
	mouseinterval(0);
	mousemask(ours ? BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED |
				  BUTTON1_TRIPLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED
		       : 0,
		  NULL);
}

void
keys_end(void)
{
	if (pasted != NULL)
		g_string_free(pasted, TRUE);
	pasted = NULL;
	g_queue_clear_full(&mouse, g_free);
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

struct key
key_named(const char *name)
{
	struct key key = {0};
	key_name_set(&key, name);
	if (key_is(&key, "Space"))
		g_strlcpy(key.text, " ", sizeof key.text);
	else if (g_utf8_strlen(name, -1) == 1)
		g_strlcpy(key.text, name, sizeof key.text);
	return key;
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
mouse_add(const MEVENT *event, const char *name, guint times)
{
	struct key key = {.y = event->y, .x = event->x};
	key_name_set(&key, name);
	for (guint i = 0; i < times; i++)
		g_queue_push_head(&mouse, g_memdup2(&key, sizeof key));
}

/* Events that arrive together are announced once, and handed out the latest first; press and
 * release among them may have become a click, two clicks one that is double. */
static void
mouse_read(void)
{
	MEVENT event;
	while (getmouse(&event) == OK) {
		if ((event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) != 0)
			mouse_add(&event, "Click", 1);
		else if ((event.bstate & BUTTON1_DOUBLE_CLICKED) != 0)
			mouse_add(&event, "Click", 2);
		else if ((event.bstate & BUTTON1_TRIPLE_CLICKED) != 0)
			mouse_add(&event, "Click", 3);
		else if ((event.bstate & BUTTON4_PRESSED) != 0)
			mouse_add(&event, "WheelUp", 1);
		else if ((event.bstate & BUTTON5_PRESSED) != 0)
			mouse_add(&event, "WheelDown", 1);
	}
}

static bool
mouse_take(struct key *key)
{
	g_autofree struct key *first = g_queue_pop_head(&mouse);
	if (first != NULL)
		*key = *first;
	return first != NULL;
}

/* What the key of the pad that has CODE types; 0: it is none. */
static char
pad_types(wint_t code)
{
	const char *name = code > KEY_MAX ? keyname((int)code) : NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(pad); i++)
		if (code == (wint_t)(OWN_PAD + pad[i].types) ||
		    (pad[i].code != 0 && code == (wint_t)pad[i].code) ||
		    (name != NULL && pad[i].name != NULL && strcmp(name, pad[i].name) == 0))
			return pad[i].types;
	return '\0';
}

static void
key_of_code(struct key *key, wint_t code)
{
	const char typed[] = {pad_types(code), '\0'};
	if (*typed != '\0') {
		*key = key_named(*typed == '\r' ? "Enter" : typed);
		return;
	}
	if (code == KEY_MOUSE) {
		mouse_read();
		mouse_take(key);
		return;
	}
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

/* An answer of the terminal to what somebody asked it (a colour, a version): up to its end, BEL or
 * ESC \. It goes on with a number or a sign; Esc, a letter and what else a person types on a slow
 * line does not. */
static void
answer_read(void)
{
	wint_t next = 0, before = 0;
	if (get_wch(&next) != OK)
		return;
	if (next >= 0x80 || (strchr("GR", (int)next) == NULL && g_ascii_isalpha((char)next)) ||
	    next <= ' ') {
		unget_wch((wchar_t)next);
		return;
	}
	while (get_wch(&next) == OK && next != 0x07 && !(before == 0x1b && next == '\\'))
		before = next;
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
	if (next < 0x80 && strchr("]P_^X", (int)next) != NULL) {
		answer_read();
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
	bool console = false; /* its function keys are ESC [ [ and a letter */
	for (int i = 0; get_wch(&next) == OK; i++) {
		console = i == 0 && next == '[';
		if (next >= 0x40 && next <= 0x7e && !console)
			return;
	}
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
	if (mouse_take(key))
		return true;
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
	{"Up", "↑"},
	{"Down", "↓"},
	{"Left", "←"},
	{"Right", "→"},
	{"Home", "Home"},
	{"End", N_("End")},
	{"PgUp", N_("PgUp")},
	{"PgDn", N_("PgDn")},
};

char *
key_shown(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(shown_names); i++)
		if (strcmp(shown_names[i].name, name) == 0)
			return g_strdup(strcmp(name, "Home") == 0 ? C_("key", "Home")
								  : _(shown_names[i].shown));
	if (g_str_has_prefix(name, "C-") && name[3] != '\0') {
		g_autofree char *rest = key_shown(name + 2);
		return g_strdup_printf("Ctrl-%s", rest);
	}
	if (g_str_has_prefix(name, "C-"))
		return g_strdup_printf("Ctrl-%c", g_ascii_toupper(name[2]));
	return g_strdup(name);
}

char *
keys_shown(const char *names)
{
	g_autoptr(GString) shown = g_string_new(NULL);
	g_auto(GStrv) split = g_strsplit(names, " ", -1);
	for (guint i = 0; split[i] != NULL; i++) {
		const char *plus = strchr(split[i], '+');
		g_autofree char *one = plus != NULL && plus != split[i]
					       ? g_strdup_printf("%c %s", *split[i], plus + 1)
					       : key_shown(split[i]);
		g_string_append_printf(shown, "%s%s", i > 0 ? ", " : "", one);
	}
	return g_string_free(g_steal_pointer(&shown), FALSE);
}

char *
key_of_shown(const char *shown)
{
	for (gsize i = 0; i < G_N_ELEMENTS(shown_names); i++) {
		g_autofree char *one = key_shown(shown_names[i].name);
		if (strcmp(one, shown) == 0)
			return g_strdup(shown_names[i].name);
	}
	if (g_str_has_prefix(shown, "Ctrl-") && g_ascii_isalpha(shown[5]) && shown[6] == '\0')
		return g_strdup_printf("C-%c", g_ascii_tolower(shown[5]));
	bool function = *shown == 'F' && g_ascii_isdigit(shown[1]);
	return function || g_utf8_strlen(shown, -1) == 1 ? g_strdup(shown) : NULL;
}
