#include "tui/care.h"

#include "app/backups.h"
#include "app/personal.h"
#include "base/i18n.h"
#include "store/door.h"

struct care {
	GThread *thread;
	struct ui *ui;
	char *path;
	bool due;      /* something personal is to be erased */
	GError *error; /* set by the thread, read by the loop once it is done */
};

static void
care_free(struct care *care)
{
	g_clear_error(&care->error);
	g_free(care->path);
	g_free(care);
}

/* In the loop: the interface is there as long as nobody has waited for the end. */
static gboolean
care_tell(gpointer user)
{
	struct care *care = user;
	if (care->error != NULL)
		ui_say(care->ui, TOAST_ERROR, _("No copy could be made today: %s"),
		       care->error->message);
	ui_draw(care->ui);
	return G_SOURCE_REMOVE;
}

/* What fails today is done tomorrow; only a copy that cannot be made is worth a word. The file is
 * opened once more for it, which costs a fifth of a start: not when there is nothing to do. */
static void
personal_care(const char *path, bool due, bool first_today)
{
	if (!due && !first_today)
		return;
	g_autoptr(Store) store = store_open(path, STORE_OPEN, NULL, NULL);
	if (store == NULL)
		return;
	personal_expire(store, NULL);
	if (first_today)
		images_expire(store, NULL);
}

static gpointer
care_run(gpointer user)
{
	struct care *care = user;
	bool made = false;
	if (!backups_daily(care->path, &made, &care->error))
		g_idle_add(care_tell, care);
	personal_care(care->path, care->due, made);
	return NULL;
}

void
care_begin(struct ui *ui)
{
	if (ui->care != NULL || ui->sample || store_read_only(ui->store) != NULL)
		return;
	if (store_taken(ui->store) != 0) {
		personal_expire(ui->store, NULL);
		return; /* what it holds is at the centre, and is not to lie about here */
	}
	struct care *care = g_new0(struct care, 1);
	care->ui = ui;
	care->path = g_strdup(store_path(ui->store));
	care->due = personal_is_due(ui->store);
	care->thread = g_thread_new("care", care_run, care);
	ui->care = care;
}

void
care_end(struct ui *ui)
{
	struct care *care = ui->care;
	if (care == NULL)
		return;
	g_thread_join(care->thread);
	g_idle_remove_by_data(care);
	care_free(care);
	ui->care = NULL;
}
