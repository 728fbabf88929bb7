#include "exchange/odt.h"

#include <string.h>

#include "base/i18n.h"
#include "exchange/container.h"
#include "exchange/odt_private.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* ---- what it says of itself ---------------------------------------------------------------------
 */

GString *
odt_meta(const struct written *paper)
{
	const Writing *writing = paper->writing;
	const char *made = paper->reference.printed_at;
	GString *out =
		g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta "
			     "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
			     "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
			     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\">"
			     "<office:meta><meta:generator>Ateliers</meta:generator><dc:title>");
	g_autofree char *title =
		wording_join((const char *[]){writing->document, writing->title}, 2);
	odt_append_value(out, title);
	g_string_append(out, "</dc:title><dc:creator>");
	odt_append_value(out, paper->letterhead.centre);
	g_string_append_printf(out, "</dc:creator><dc:language>%s</dc:language>", i18n_language());
	if (made != NULL) {
		g_string_append(out, "<meta:creation-date>");
		odt_append_value(out, made);
		g_string_append(out, ":00</meta:creation-date>");
	}
	g_string_append(out, "</office:meta></office:document-meta>\n");
	return out;
}

static GString *
manifest(guint n_pictures)
{
	GString *out = g_string_new(
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
		"xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
		"manifest:version=\"1.2\">"
		"<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
		"manifest:media-type=\"" MEDIA_TYPE "\"/>");
	static const char *const members[] = {"content.xml", "styles.xml", "meta.xml"};
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		g_string_append_printf(out,
				       "<manifest:file-entry manifest:full-path=\"%s\" "
				       "manifest:media-type=\"text/xml\"/>",
				       members[i]);
	for (guint i = 0; i < n_pictures; i++) {
		g_autofree char *name = odt_picture_name(i);
		g_string_append_printf(out,
				       "<manifest:file-entry manifest:full-path=\"%s\" "
				       "manifest:media-type=\"image/png\"/>",
				       name);
	}
	g_string_append(out, "</manifest:manifest>\n");
	return out;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static void
member_add(GArray *members, const char *name, const char *bytes, gsize size, bool stored)
{
	struct container_member member = {name, bytes, size, stored};
	g_array_append_val(members, member);
}

/* Programs tell the sort of a document by its first member, stored as it is (ODF 1.2, part 3, 3.3).
 */
bool
odt_write(const struct written *paper, table_sink sink, gpointer user, GError **error)
{
	g_autoptr(GArray) pictures = g_array_new(FALSE, FALSE, sizeof(struct writing_picture));
	g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(struct container_member));
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) content = odt_content(paper, pictures);
	g_autoptr(GString) styles = odt_styles(paper);
	g_autoptr(GString) meta = odt_meta(paper);
	g_autoptr(GString) list = manifest(pictures->len);
	member_add(members, "mimetype", MEDIA_TYPE, strlen(MEDIA_TYPE), true);
	member_add(members, "content.xml", content->str, content->len, false);
	member_add(members, "styles.xml", styles->str, styles->len, false);
	member_add(members, "meta.xml", meta->str, meta->len, false);
	for (guint i = 0; i < pictures->len; i++) {
		const struct writing_picture *picture =
			&g_array_index(pictures, struct writing_picture, i);
		g_ptr_array_add(names, odt_picture_name(i));
		member_add(members, names->pdata[i], picture->bytes, picture->size, true);
	}
	member_add(members, "META-INF/manifest.xml", list->str, list->len, false);
	gconstpointer first = members->data;
	return container_write(first, members->len, sink, user, error);
}
