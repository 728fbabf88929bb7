#include "core/reference.h"
#include "paper/paper.h"
#include "store/setting.h"

static bool
logo_load(Store *store, struct document_letterhead *letterhead, guchar **logo, GError **error)
{
	g_autoptr(Rows) rows = store_where(store, &entity_asset, "name", value_text("logo"), error);
	if (rows == NULL)
		return false;
	if (rows->n == 0)
		return true;
	const struct asset *asset = rows->row[0];
	*logo = g_base64_decode(asset->content, &letterhead->logo_size);
	letterhead->logo = (const char *)*logo;
	return true;
}

static const char *
setting_kept(Store *store, GStringChunk *words, const char *name)
{
	g_autofree char *value = setting_get(store, name);
	return value != NULL ? g_string_chunk_insert(words, value) : NULL;
}

bool
letterhead_gather(Store *store, GStringChunk *words, struct document_letterhead *letterhead,
		  guchar **logo, GError **error)
{
	letterhead->centre = setting_kept(store, words, "centre_name");
	letterhead->address = setting_kept(store, words, "centre_address");
	letterhead->funders_mention = setting_kept(store, words, "funders_mention");
	return logo_load(store, letterhead, logo, error);
}

bool
paper_gather_letterhead(struct paper *paper, GError **error)
{
	Store *store = paper->store;
	g_autofree char *photos = setting_get(store, "photo_notice");
	paper->photo_notice = g_strcmp0(photos, "yes") == 0 && !paper_is_online(paper);
	paper->contact = setting_kept(store, paper->words, "organizer_email");
	paper->blank_lines = (guint)CLAMP(setting_number(store, "blank_lines", 4), 0, 200);
	if (!letterhead_gather(store, paper->words, &paper->letterhead, &paper->logo, error))
		return false;
	if (paper->logo != NULL)
		paper->logo_digest =
			paper_take(paper, g_compute_checksum_for_data(G_CHECKSUM_SHA1, paper->logo,
								      paper->letterhead.logo_size));
	return true;
}
