#include "core/reference.h"
#include "paper/paper.h"
#include "store/setting.h"

static bool
logo_load(struct paper *paper, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(paper->store, &entity_asset, "name", value_text("logo"), error);
	if (rows == NULL)
		return false;
	if (rows->n == 0)
		return true;
	const struct asset *asset = rows->row[0];
	paper->logo = g_base64_decode(asset->content, &paper->letterhead.logo_size);
	paper->letterhead.logo = (const char *)paper->logo;
	paper->logo_digest =
		paper_take(paper, g_compute_checksum_for_data(G_CHECKSUM_SHA1, paper->logo,
							      paper->letterhead.logo_size));
	return true;
}

bool
paper_gather_letterhead(struct paper *paper, GError **error)
{
	Store *store = paper->store;
	paper->letterhead.centre = paper_take(paper, setting_get(store, "centre_name"));
	paper->letterhead.address = paper_take(paper, setting_get(store, "centre_address"));
	paper->letterhead.funders_mention =
		paper_take(paper, setting_get(store, "funders_mention"));
	g_autofree char *photos = setting_get(store, "photo_notice");
	paper->photo_notice = g_strcmp0(photos, "yes") == 0;
	paper->blank_lines = (guint)CLAMP(setting_number(store, "blank_lines", 4), 0, 200);
	return logo_load(paper, error);
}
