#include "core/connection_log.h"

#include <string.h>

#include "base/text.h"

/* What a column says. */
enum role {
	ROLE_NONE,
	ROLE_NAME,
	ROLE_FIRST_NAME,
	ROLE_LAST_NAME,
	ROLE_EMAIL,
	ROLE_JOIN,
	ROLE_LEAVE,
	ROLE_DURATION,
	ROLE_ACTION, /* "Joined", "Left" at a ROLE_STAMP */
	ROLE_STAMP,
	ROLE_LOBBY,
	ROLE_HOST,
	ROLE_MEETING, /* what the meeting was about: the head of a preamble */
	N_ROLES,
};

struct connection_table {
	int column[N_ROLES]; /* -1: there is none */
	bool preamble;       /* of the meeting itself, not of people */
	bool whole;          /* first join and last leave of each person, not every one */
	bool in_seconds;
	GPtrArray *rows; /* struct connection_row */
};

struct connection_tables {
	GPtrArray *list; /* struct connection_table */
	struct connection_table *open;
	char *host; /* address of whose meeting it was, or NULL */
};

static void
row_free(gpointer pointer)
{
	struct connection_row *row = pointer;
	g_free(row->name);
	g_free(row->email);
	g_free(row->from);
	g_free(row->to);
	g_free(row);
}

static void
log_table_free(gpointer pointer)
{
	struct connection_table *table = pointer;
	g_ptr_array_unref(table->rows);
	g_free(table);
}

ConnectionLog *
connection_log_new(void)
{
	ConnectionLog *log = g_new0(ConnectionLog, 1);
	log->rows = g_ptr_array_new_with_free_func(row_free);
	log->tables = g_new0(struct connection_tables, 1);
	log->tables->list = g_ptr_array_new_with_free_func(log_table_free);
	return log;
}

void
connection_log_free(ConnectionLog *log)
{
	if (log == NULL)
		return;
	g_ptr_array_unref(log->tables->list);
	g_free(log->tables->host);
	g_free(log->tables);
	g_ptr_array_unref(log->rows);
	g_free(log);
}

/* ---- heads --------------------------------------------------------------------------------------
 */

/* The first that a heading has decides. "$" behind words: they are the whole heading; "^": it
 * begins with them; else they stand in it at the beginning of a word. */
static const struct {
	enum role role;
	const char *words;
} roots[] = {
	{ROLE_DURATION, "duration;duree;time in session;temps de presence;temps de connexion"},
	{ROLE_LOBBY, "waiting room;salle d attente"},
	{ROLE_ACTION, "user action;action$;action de l utilisateur"},
	{ROLE_STAMP, "timestamp;horodatage"},
	{ROLE_LEAVE, "leave;left$;left at;last seen;depart$;de depart;dernier depart;quitt;"
		     "deconnexion;disconnect;sortie$;de sortie"},
	{ROLE_JOIN, "join;arrivee;rejoi;heure de connexion;date de connexion;premiere connexion;"
		    "connexion$;connected at;entree$;d entree;premier acces"},
	{ROLE_EMAIL, "email;e mail;mail;courriel;adresse electronique"},
	{ROLE_HOST, "moderator$;moderateur$;role$"},
	{ROLE_MEETING, "topic$;sujet$;meeting id;meeting topic;id de reunion;id reunion"},
	{ROLE_FIRST_NAME, "first name;prenom$"},
	{ROLE_LAST_NAME, "last name;nom de famille"},
	{ROLE_NAME,
	 "name$;^name original;nom$;^nom d origine;^nom nom;full name;fullname;nom complet;"
	 "user name;username;display name;nom affiche;nom d affichage;"
	 "^nom d utilisateur;nom du participant;participant name"},
};

/* "Heure d’arrivée" as "heure d arrivee". */
static char *
heading_key(const char *heading)
{
	GString *apart = g_string_new(heading);
	g_string_replace(apart, "'", " ", 0);
	g_string_replace(apart, "’", " ", 0);
	g_string_replace(apart, "(", " ", 0);
	char *key = text_words_key(apart->str);
	g_string_free(apart, TRUE);
	return key;
}

static bool
key_has(const char *key, const char *words)
{
	bool begins = *words == '^', whole = g_str_has_suffix(words, "$");
	gsize size = strlen(words) - begins - whole;
	words += begins;
	if (whole && strlen(key) != size)
		return false;
	for (const char *at = key; *at != '\0'; at++) {
		if ((at == key || at[-1] == ' ') && strncmp(at, words, size) == 0)
			return true;
		if (begins)
			return false;
	}
	return false;
}

static bool
key_has_any(const char *key, const char *list)
{
	g_auto(GStrv) words = g_strsplit(list, ";", 0);
	for (char **one = words; *one != NULL; one++)
		if (key_has(key, *one))
			return true;
	return false;
}

static enum role
role_of(const char *key)
{
	for (gsize i = 0; *key != '\0' && i < G_N_ELEMENTS(roots); i++)
		if (key_has_any(key, roots[i].words))
			return roots[i].role;
	return ROLE_NONE;
}

/* A name, and beside it when or how long. */
static bool
table_stands(const struct connection_table *table)
{
	const int *column = table->column;
	bool named = column[ROLE_NAME] >= 0 ||
		     (column[ROLE_FIRST_NAME] >= 0 && column[ROLE_LAST_NAME] >= 0);
	bool timed = column[ROLE_JOIN] >= 0 || column[ROLE_DURATION] >= 0 ||
		     (column[ROLE_ACTION] >= 0 && column[ROLE_STAMP] >= 0);
	return named && timed;
}

static struct connection_table *
table_of_head(char *const *cells, guint n)
{
	struct connection_table *table = g_new0(struct connection_table, 1);
	table->rows = g_ptr_array_new_with_free_func(row_free);
	for (guint i = 0; i < N_ROLES; i++)
		table->column[i] = -1;
	for (guint i = 0; i < n; i++) {
		g_autofree char *key = heading_key(cells[i]);
		enum role role = role_of(key);
		if (role == ROLE_NONE || table->column[role] >= 0)
			continue;
		table->column[role] = (int)i;
		if (role == ROLE_JOIN || role == ROLE_LEAVE)
			table->whole |= key_has_any(key, "first;last;premier;dernier;derniere");
		if (role == ROLE_DURATION)
			table->in_seconds = key_has_any(key, "second");
	}
	table->preamble = table->column[ROLE_MEETING] >= 0 && table->column[ROLE_EMAIL] >= 0;
	if (table->preamble || table_stands(table))
		return table;
	log_table_free(table);
	return NULL;
}

/* ---- durations ----------------------------------------------------------------------------------
 */

#define WEEK_SECONDS (7.0 * 24 * 3600)

static bool
take_number(const char **at, double *number)
{
	char *end = NULL;
	if (!g_ascii_isdigit(**at))
		return false;
	g_autofree char *text = g_strndup(*at, strspn(*at, "0123456789.,"));
	g_strdelimit(text, ",", '.');
	*number = g_ascii_strtod(text, &end);
	*at += end - text;
	return end > text;
}

/* "1:02:03", "1:30". */
static double
clock_seconds_of(const char *typed)
{
	double parts[3] = {0};
	guint n = 0;
	for (const char *at = typed; n < 3; at++) {
		if (!take_number(&at, &parts[n++]))
			return -1;
		if (*at == '\0')
			break;
		if (*at != ':' || n == 3)
			return -1;
	}
	return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

/* "1h 2m 3s": what a letter after a number is worth; -1 when it is no unit. */
static double
unit_seconds(const char **at)
{
	static const struct {
		char letter;
		double seconds;
	} units[] = {{'d', 86400}, {'j', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};
	*at += strspn(*at, " ");
	char letter = g_ascii_tolower(**at);
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		if (units[i].letter != letter)
			continue;
		while (g_ascii_isalpha(**at) || **at == '.')
			++*at;
		return units[i].seconds;
	}
	return -1;
}

/* A number alone is in UNIT, and so is one behind hours: "1 h 30". */
static double
units_seconds_of(const char *at, double unit)
{
	double sum = 0, number = 0;
	guint n = 0;
	while (*(at += strspn(at, " ,;")) != '\0') {
		if (!take_number(&at, &number))
			return -1;
		double seconds = unit_seconds(&at);
		bool alone = *at == '\0' && seconds < 0;
		if (seconds < 0 && !alone)
			return -1;
		sum += number * (alone ? unit : seconds);
		n++;
	}
	return n > 0 ? sum : -1;
}

gint64
connection_duration(const char *typed, bool in_seconds)
{
	g_autofree char *text = text_accept(typed, false, NULL);
	if (text == NULL)
		return -1;
	GString *plain = g_string_new(text);
	g_string_replace(plain, "\302\240", " ", 0);
	g_string_replace(plain, "\342\200\257", " ", 0);
	double seconds = strchr(plain->str, ':') != NULL
				 ? clock_seconds_of(plain->str)
				 : units_seconds_of(plain->str, in_seconds ? 1 : 60);
	g_string_free(plain, TRUE);
	return seconds >= 0 && seconds <= WEEK_SECONDS ? (gint64)(seconds + 0.5) : -1;
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

/* The cell cleaned; NULL when the table has no such column or it says nothing. Caller frees. */
static char *
cell_of(const struct connection_table *table, enum role role, char *const *cells, guint n)
{
	int column = table->column[role];
	return column >= 0 && (guint)column < n ? text_accept(cells[column], false, NULL) : NULL;
}

/* A time has digits: "-", "N/D" and the like have not. */
static char *
time_of(const struct connection_table *table, enum role role, char *const *cells, guint n)
{
	char *text = cell_of(table, role, cells, n);
	if (text != NULL && strpbrk(text, "0123456789") == NULL)
		g_clear_pointer(&text, g_free);
	return text;
}

static char *
name_of(const struct connection_table *table, char *const *cells, guint n)
{
	g_autofree char *first = cell_of(table, ROLE_FIRST_NAME, cells, n);
	g_autofree char *last = cell_of(table, ROLE_LAST_NAME, cells, n);
	char *name = cell_of(table, ROLE_NAME, cells, n);
	if (last == NULL && table->column[ROLE_LAST_NAME] < 0)
		last = g_strdup(name);
	if (first == NULL || last == NULL)
		return name;
	g_free(name);
	return g_strdup_printf("%s %s", first, last);
}

static bool
says(const char *text, const char *words)
{
	g_autofree char *key = text_words_key(text);
	return key_has_any(key, words);
}

static bool
is_host(const char *name, const char *role)
{
	const char *bracket = strrchr(name, '(');
	return (role != NULL && says(role, "true$;yes$;oui$;vrai$;organi;host$;hote$;moderat")) ||
	       (bracket != NULL && says(bracket, "host$;hote$;organisa;organizer"));
}

/* Programs that sit in meetings to write them down. */
static bool
is_machine(const char *name)
{
	return says(name, "notetaker;note taker;meeting notes;otterai;readai;firefliesai;"
			  "fathom notetaker;tldv");
}

static struct connection_row *
row_read(const struct connection_table *table, guint line, char *const *cells, guint n)
{
	struct connection_row *row = g_new0(struct connection_row, 1);
	g_autofree char *duration = cell_of(table, ROLE_DURATION, cells, n);
	g_autofree char *role = cell_of(table, ROLE_HOST, cells, n);
	row->line = line;
	row->name = name_of(table, cells, n);
	row->email = cell_of(table, ROLE_EMAIL, cells, n);
	row->from = time_of(table, ROLE_JOIN, cells, n);
	row->to = time_of(table, ROLE_LEAVE, cells, n);
	row->seconds = connection_duration(duration, table->in_seconds);
	if (table->column[ROLE_ACTION] >= 0 && row->from == NULL && row->to == NULL) {
		g_autofree char *action = cell_of(table, ROLE_ACTION, cells, n);
		bool left = action != NULL && says(action, "left;leave;quitt;parti;sorti");
		*(left ? &row->to : &row->from) = time_of(table, ROLE_STAMP, cells, n);
	}
	if (row->name == NULL)
		row->name = g_strdup(row->email);
	row->host = row->name != NULL && is_host(row->name, role);
	return row;
}

static bool
row_counts(ConnectionLog *log, const struct connection_table *table,
	   const struct connection_row *row, char *const *cells, guint n)
{
	g_autofree char *lobby = cell_of(table, ROLE_LOBBY, cells, n);
	if (row->name == NULL || (row->from == NULL && row->to == NULL && row->seconds < 0))
		return false;
	if (lobby != NULL && says(lobby, "yes$;oui$;true$;vrai$")) {
		log->lobby++;
		return false;
	}
	if (!is_machine(row->name))
		return true;
	log->machines++;
	return false;
}

static guint
cells_filled(char *const *cells, guint n)
{
	guint filled = 0;
	for (guint i = 0; i < n; i++)
		filled += *cells[i] != '\0';
	return filled;
}

void
connection_log_add(ConnectionLog *log, guint line, char *const *cells, guint n)
{
	struct connection_tables *tables = log->tables;
	struct connection_table *head = table_of_head(cells, n);
	if (head != NULL) {
		g_ptr_array_add(tables->list, head);
		tables->open = head;
		return;
	}
	/* The title of a section stands alone and ends the table above it. */
	if (cells_filled(cells, n) < 2)
		tables->open = NULL;
	if (tables->open == NULL)
		return;
	if (tables->open->preamble) {
		g_free(tables->host);
		tables->host = cell_of(tables->open, ROLE_EMAIL, cells, n);
		return;
	}
	struct connection_row *row = row_read(tables->open, line, cells, n);
	if (row_counts(log, tables->open, row, cells, n))
		g_ptr_array_add(tables->open->rows, row);
	else
		row_free(row);
}

bool
connection_log_close(ConnectionLog *log)
{
	const GPtrArray *list = log->tables->list;
	bool every = false, found = false;
	for (guint i = 0; i < list->len; i++) {
		const struct connection_table *table = g_ptr_array_index(list, i);
		every |= !table->whole && table->rows->len > 0;
		found |= !table->preamble;
	}
	for (guint i = 0; i < list->len; i++) {
		struct connection_table *table = g_ptr_array_index(list, i);
		if (!every || !table->whole)
			g_ptr_array_extend_and_steal(log->rows, g_ptr_array_ref(table->rows));
	}
	for (guint i = 0; i < log->rows->len; i++) {
		struct connection_row *row = log->rows->pdata[i];
		row->host |= row->email != NULL && log->tables->host != NULL &&
			     g_ascii_strcasecmp(row->email, log->tables->host) == 0;
	}
	return found;
}

/* ---- names --------------------------------------------------------------------------------------
 */

static void
names_add(GPtrArray *names, const char *text, gsize size)
{
	g_autofree char *part = g_strndup(text, size);
	char *clean = text_accept(part, false, NULL);
	if (clean != NULL && *clean != '\0')
		g_ptr_array_add(names, clean);
	else
		g_free(clean);
}

/* Both sides of what people put between their name and where they work. */
static void
sides_add(GPtrArray *names, const char *text)
{
	static const char *const between[] = {" - ", " – ", " — ", " | ", "|", " / ", "_", ", "};
	for (gsize i = 0; i < G_N_ELEMENTS(between); i++) {
		const char *at = strstr(text, between[i]);
		if (at == NULL)
			continue;
		const char *behind = at + strlen(between[i]);
		names_add(names, text, (gsize)(at - text));
		names_add(names, behind, strlen(behind));
		return;
	}
}

char **
connection_names(const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	gsize outer = strcspn(name, "([");
	g_autofree char *text = g_strndup(name, outer);
	names_add(names, text, outer);
	sides_add(names, text);
	for (const char *at = name + outer; *at != '\0';) {
		gsize size = strcspn(++at, ")]");
		names_add(names, at, size);
		at += size;
		at += strcspn(at, "([");
	}
	if (names->len == 0)
		names_add(names, name, strlen(name));
	g_ptr_array_add(names, NULL);
	return (char **)g_ptr_array_steal(names, NULL);
}

/* Two words or more, without digits. */
static bool
looks_like_name(const char *text)
{
	return strchr(text, ' ') != NULL && strpbrk(text, "0123456789@") == NULL;
}

char *
connection_name(const char *name)
{
	g_auto(GStrv) names = connection_names(name);
	guint n = g_strv_length(names);
	if (n == 0)
		return g_strdup(name);
	/* The sides of "Zoé Élan - DDETS" are better than the whole. */
	bool sides = n > 2 && g_str_has_prefix(names[0], names[1]);
	for (guint i = sides ? 1 : 0; i < n; i++)
		if (looks_like_name(names[i]))
			return g_strdup(names[i]);
	return g_strdup(names[0]);
}

/* Folded; a person who bears one of these names is asked about, which is all. */
static const char *const no_person[] = {
	"iphone",      "liphone",      "ipad",         "lipad",
	"ipod",        "imac",         "macbook",      "mac",
	"pc",          "ordinateur",   "lordinateur",  "portable",
	"laptop",      "desktop",      "windows",      "surface",
	"android",     "galaxy",       "samsung",      "huawei",
	"xiaomi",      "redmi",        "oppo",         "pixel",
	"oneplus",     "lenovo",       "thinkpad",     "dell",
	"asus",        "acer",         "tablette",     "tablet",
	"telephone",   "phone",        "mobile",       "smartphone",
	"salle",       "room",         "salon",        "bureau",
	"poste",       "hall",         "amphi",        "accueil",
	"laccueil",    "secretariat",  "visio",        "visioconference",
	"meeting",     "reunion",      "zoom",         "teams",
	"webex",       "jitsi",        "user",         "users",
	"utilisateur", "utilisatrice", "guest",        "invite",
	"invitee",     "anonyme",      "anonymous",    "inconnu",
	"unknown",     "participant",  "participante", "participants",
	"compte",      "account",      "admin",        "test",
};

bool
connection_is_person(const char *name)
{
	g_autofree char *called = connection_name(name);
	g_autofree char *folded = text_words_key(called);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	guint n = 0;
	if (strpbrk(called, "0123456789@=+*/\\|<>{}#_%$&!?;:\"") != NULL)
		return false;
	for (guint i = 0; words[i] != NULL; i++) {
		n += *words[i] != '\0';
		for (gsize j = 0; j < G_N_ELEMENTS(no_person); j++)
			if (strcmp(words[i], no_person[j]) == 0)
				return false;
	}
	return n >= 2;
}
