/* The files of a database: rights, space, copies. */
#include "cli/examination.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "app/backups.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/door.h"
#include "store/store.h"

void
fact_add(struct examination *exam, const char *key, const char *label, enum sheet_type type,
	 char *value, char *words)
{
	struct fact fact = {key, label, type, value, words};
	g_array_append_val(exam->facts, fact);
}

char *
fact_number(gint64 value)
{
	return g_strdup_printf("%" G_GINT64_FORMAT, value);
}

/* With less free space than this, or than twice the database, the copy made before a change of
 * schema may not fit. */
#define SPACE_MIN (G_GINT64_CONSTANT(50) * 1000 * 1000)
/* A copy may be so old; one of a file that was written since, less. */
#define BACKUP_DAYS  30
#define WRITTEN_DAYS 7

/* GLib's own words for sizes speak the locale's language, not ours. */
static char *
size_words(gint64 bytes)
{
	const gint64 mega = 1000 * 1000, giga = 1000 * mega;
	gint64 unit = bytes >= giga ? giga : bytes >= mega ? mega : 1000;
	const char *name = bytes >= giga ? _("GB") : bytes >= mega ? _("MB") : _("kB");
	int tenths = (int)(bytes / (unit / 10));
	return g_strdup_printf(_("%d.%d %s"), tenths / 10, tenths % 10, name);
}

/* ---- rights -------------------------------------------------------------------------------------
 */

static bool
rights_examine(struct examination *exam, const char *path)
{
	struct stat status;
	bool open = stat(path, &status) == 0 && (status.st_mode & S_IRWXO) != 0;
	if (open)
		g_ptr_array_add(exam->problems,
				g_strdup_printf(_("everybody on this machine can read “%s”: "
						  "chmod o= takes that right away"),
						path));
	return !open;
}

/* They are made with the rights of the file: where those are too wide, that says it all. */
static void
companions_examine(struct examination *exam)
{
	static const char *const ends[] = {"-wal", "-shm"};
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *path = g_strconcat(exam->run->path, ends[i], NULL);
		rights_examine(exam, path);
	}
}

/* Who can write into the folder can put another file in the place of the database. */
static void
folder_examine(struct examination *exam, const char *folder)
{
	struct stat status;
	if (stat(folder, &status) == 0 && (status.st_mode & S_IWOTH) != 0 &&
	    (status.st_mode & S_ISVTX) == 0)
		g_ptr_array_add(exam->problems,
				g_strdup_printf(_("everybody on this machine can replace what is "
						  "in "
						  "“%s”: chmod o-w takes that right away"),
						folder));
}

static gint64
file_examine(struct examination *exam)
{
	struct stat status;
	const char *path = exam->run->path;
	fact_add(exam, "database", _("Database"), SHEET_TEXT, g_strdup(path), NULL);
	if (stat(path, &status) != 0) {
		g_ptr_array_add(exam->problems, g_strdup_printf(_("“%s” cannot be opened: %s"),
								path, reading_reason(errno)));
		return 0;
	}
	fact_add(exam, "size", _("Size"), SHEET_NUMBER, fact_number(status.st_size),
		 size_words(status.st_size));
	fact_add(exam, "mode", _("Rights"), SHEET_TEXT,
		 g_strdup_printf("%04o", (unsigned)status.st_mode & 07777), NULL);
	if (rights_examine(exam, path))
		companions_examine(exam);
	return status.st_size;
}

/* ---- space --------------------------------------------------------------------------------------
 */

static gint64
space_of(const char *folder)
{
	struct statvfs disk;
	return statvfs(folder, &disk) == 0 ? (gint64)disk.f_bavail * (gint64)disk.f_frsize : -1;
}

static void
space_say(struct examination *exam, const char *folder, gint64 space, gint64 needed)
{
	g_autofree char *words = size_words(space);
	if (space < needed)
		g_ptr_array_add(exam->problems,
				g_strdup_printf(_("only %s are free on the disk of “%s”: free some "
						  "space"),
						words, folder));
}

/* The copies may lie on another disk. */
static void
copies_examine(struct examination *exam, const char *folder, gint64 size)
{
	struct stat own, theirs;
	g_autofree char *copies = store_backup_folder(exam->run->path);
	if (stat(copies, &theirs) != 0)
		return;
	rights_examine(exam, copies);
	gint64 space = space_of(copies);
	if (stat(folder, &own) == 0 && own.st_dev != theirs.st_dev && space >= 0)
		space_say(exam, copies, space, size * 2);
}

void
examine_files(struct examination *exam)
{
	gint64 size = file_examine(exam);
	g_autofree char *folder = g_path_get_dirname(exam->run->path);
	gint64 space = space_of(folder);
	folder_examine(exam, folder);
	if (space >= 0) {
		fact_add(exam, "free_space", _("Free space"), SHEET_NUMBER, fact_number(space),
			 size_words(space));
		space_say(exam, folder, space, MAX(SPACE_MIN, size * 2));
	}
	copies_examine(exam, folder, size);
}

/* ---- copies -------------------------------------------------------------------------------------
 */

/* The day on which the file or its log was last written, as date_number(); 0 when not known. */
static int
written_day(const char *path)
{
	struct stat file, log;
	g_autofree char *name = g_strconcat(path, "-wal", NULL);
	if (stat(path, &file) != 0)
		return 0;
	gint64 last = file.st_mtime;
	if (stat(name, &log) == 0 && log.st_size > 0)
		last = MAX(last, (gint64)log.st_mtime);
	g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(last);
	g_autofree char *day = time != NULL ? g_date_time_format(time, "%Y-%m-%d") : NULL;
	return day != NULL ? date_number(day) : 0;
}

static void
age_say(struct examination *exam, int today, int copied)
{
	int days = today - copied;
	bool written = written_day(exam->run->path) > copied;
	if (days > WRITTEN_DAYS && written)
		g_ptr_array_add(exam->advice,
				g_strdup_printf(_("the last backup is %d days old, and the "
						  "database "
						  "has been written since: “ateliers backup FILE” "
						  "makes one"),
						days));
	else if (days > BACKUP_DAYS)
		g_ptr_array_add(exam->advice, g_strdup_printf(_("the last backup is %d days old: "
								"“ateliers backup "
								"FILE” makes one"),
							      days));
}

void
examine_backups(struct examination *exam)
{
	char now[INSTANT_SIZE], local[17];
	g_autofree char *where = NULL;
	char *last = backups_last(exam->run->path, &where);
	clock_instant(now);
	if (last == NULL) {
		fact_add(exam, "last_backup", _("Last backup"), SHEET_TEXT, NULL,
			 g_strdup(_("never")));
		if (store_taken(exam->run->store) == 0)
			g_ptr_array_add(exam->advice,
					g_strdup(_("there is no backup yet: “ateliers backup "
						   "FILE” makes one")));
		return;
	}
	now[10] = '\0';
	clock_local(last, store_zone(exam->run->store), local);
	local[10] = '\0';
	g_autofree char *day = date_text(local, DATE_LONG);
	fact_add(exam, "last_backup", _("Last backup"), SHEET_TEXT, last,
		 g_strdup_printf("%s (%s)", day, where));
	age_say(exam, date_number(now), date_number(local));
}
