#include "exchange/package.h"

#include <string.h>

#include "exchange/table.h"

struct listing {
	const char *part;
	GPtrArray *relations;
};

static void
relation_free(struct relation *relation)
{
	g_free(relation->id);
	g_free(relation->type);
	g_free(relation->target);
	g_free(relation);
}

/* TARGET as PART's folder sees it: "worksheets/sheet1.xml", "../x.xml",
 * "/xl/worksheets/sheet1.xml".
 */
static char *
target_of(const char *part, const char *target)
{
	g_autofree char *folder = g_path_get_dirname(part);
	g_autofree char *plain = g_uri_unescape_string(target, NULL);
	g_autofree char *whole = g_build_filename("/", *target == '/' ? "" : folder,
						  plain != NULL ? plain : target, NULL);
	g_autofree char *canonical = g_canonicalize_filename(whole, "/");
	return g_strdup(canonical + 1);
}

static bool
relation_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct listing *listing = user;
	const char *id = xml_attribute(tag, XML_NONE, "Id");
	const char *type = xml_attribute(tag, XML_NONE, "Type");
	const char *target = xml_attribute(tag, XML_NONE, "Target");
	if (!xml_is(tag, XML_PACKAGE, "Relationship") || id == NULL || type == NULL ||
	    target == NULL || xml_attribute_is(tag, XML_NONE, "TargetMode", "External") ||
	    listing->relations->len >= SPREADSHEET_MEMBERS_MAX)
		return true;
	const char *word = strrchr(type, '/');
	struct relation *relation = g_new(struct relation, 1);
	*relation = (struct relation){
		.id = g_strdup(id),
		.type = g_strdup(word != NULL ? word + 1 : type),
		.target = target_of(listing->part, target),
	};
	g_ptr_array_add(listing->relations, relation);
	return true;
}

/* Those of "xl/workbook.xml" are in "xl/_rels/workbook.xml.rels". */
static char *
relations_name(const char *part)
{
	const char *slash = strrchr(part, '/');
	gsize folder = slash != NULL ? (gsize)(slash - part) + 1 : 0;
	return g_strdup_printf("%.*s_rels/%s.rels", (int)folder, part, part + folder);
}

GPtrArray *
package_relations(Archive *archive, const char *part, GError **error)
{
	static const struct xml_reader reader = {.open = relation_open};
	g_autofree char *name = relations_name(part);
	GPtrArray *relations = g_ptr_array_new_with_free_func((GDestroyNotify)relation_free);
	struct listing listing = {.part = part, .relations = relations};
	if (!archive_xml(archive, name, &reader, &listing, error))
		g_clear_pointer(&relations, g_ptr_array_unref);
	return relations;
}

const struct relation *
package_of_type(const GPtrArray *relations, const char *type)
{
	for (guint i = 0; i < relations->len; i++) {
		const struct relation *relation = g_ptr_array_index(relations, i);
		if (strcmp(relation->type, type) == 0)
			return relation;
	}
	return NULL;
}

const struct relation *
package_of_id(const GPtrArray *relations, const char *id)
{
	for (guint i = 0; i < relations->len; i++) {
		const struct relation *relation = g_ptr_array_index(relations, i);
		if (strcmp(relation->id, id) == 0)
			return relation;
	}
	return NULL;
}
