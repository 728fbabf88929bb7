# Turn text files into one C table: awk -v name=NAME -f db/embed.awk FILE... >NAME.c
# Backslash and quote become octal escapes, because awks disagree on how gsub writes them.

function flush_file() {
	if (path != "")
		print "\t\t\"\" },"
}

function escape(line,    out, i, c) {
	out = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "\\")
			c = "\\134"
		else if (c == "\"")
			c = "\\042"
		else if (c == "\t")
			c = "\\t"
		else if (c == "\r")
			c = "\\r"
		else if (c == "?")
			c = "\\077"
		out = out c
	}
	return out
}

BEGIN {
	print "/* Made by db/embed.awk; do not edit. */"
	print "#include \"base/embedded.h\""
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
	print "const struct embedded_file embedded_" name "[] = {"
}

FNR == 1 {
	flush_file()
	path = FILENAME
	base = path
	sub(/.*\//, "", base)
	print "\t{ .name = \"" base "\", .text ="
}

{
	print "\t\t\"" escape($0) "\\n\""
}

END {
	flush_file()
	print "\t{ 0 }"
	print "};"
}
