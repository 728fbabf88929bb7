/* What the files of the preview of a connection log share. */
#ifndef SCREENS_CONNECTIONS_PRIVATE_H
#define SCREENS_CONNECTIONS_PRIVATE_H

#include "intake/import_connections.h"
#include "screens/screen_connections.h"

enum connections_view {
	VIEW_PEOPLE,
	VIEW_PROBLEMS,
	VIEWS_N,
};

struct connections_screen {
	struct screen screen;
	ConnectionsPlan *plan; /* NULL while it is being written */
	char *path;
	enum connections_view view;
	guint cursor[VIEWS_N], top[VIEWS_N];
	guint page;
};

/** How many lines the view one is in has. */
guint connections_lines(const struct connections_screen *space);

void connections_draw(struct screen *screen, struct ui *ui, struct area body);

#endif
