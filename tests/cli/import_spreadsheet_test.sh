#!/bin/sh
# Excel's and LibreOffice's files, imported as they are.
. tests/cli/tap.sh

# archive FILE MEMBER TEXT...: an archive of those members, made by hand.
archive() {
	perl - "$@" <<'END'
use strict;
use warnings;
use Compress::Zlib;
my ($file, @members) = @ARGV;
my ($bytes, $directory, $n) = ('', '', 0);
while (my ($name, $text) = splice @members, 0, 2) {
	$text =~ s/^\@(\d+)$/' ' x $1/e;
	my ($deflate) = deflateInit(-WindowBits => -MAX_WBITS);
	my ($first) = $deflate->deflate($text);
	my ($last) = $deflate->flush;
	my $packed = $first . $last;
	my $head = pack('v5V3v2', 20, 0, 8, 0, 33, crc32($text), length $packed, length $text, length $name, 0);
	$directory .= pack('a4v', "PK\1\2", 20) . $head . pack('v3V2', 0, 0, 0, 0, length $bytes) . $name;
	$bytes .= "PK\3\4" . $head . $name . $packed;
	$n++;
}
open my $out, '>:raw', $file or die "$file: $!";
print $out $bytes, $directory, pack('a4v4V2v', "PK\5\6", 0, 0, $n, $n, length $directory, length $bytes, 0);
close $out or die "$file: $!";
END
}

office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
package=http://schemas.openxmlformats.org/package/2006/relationships
main=http://schemas.openxmlformats.org/spreadsheetml/2006/main

# workbook FILE ROWS
workbook() {
	archive "$1" \
		_rels/.rels "<Relationships xmlns='$package'><Relationship Id='a' Type='$office/officeDocument' Target='xl/workbook.xml'/></Relationships>" \
		xl/workbook.xml "<workbook xmlns='$main' xmlns:r='$office'><sheets><sheet name='Liste' r:id='s'/><sheet name='Liste 2' r:id='s'/></sheets></workbook>" \
		xl/_rels/workbook.xml.rels "<Relationships xmlns='$package'><Relationship Id='s' Type='$office/worksheet' Target='sheet.xml'/></Relationships>" \
		xl/sheet.xml "$2"
}

cell() {
	printf "<c t='str'><v>%s</v></c>" "$@"
}

workbook "$T/people.xlsx" "<worksheet xmlns='$main'><sheetData><row r='2'>$(cell Nom Prénom Courriel Téléphone)</row><row r='4'>$(cell Roux Ève eve@exemple.example)<c><v>612345678</v></c></row></sheetData></worksheet>"
a import people "$T/people.xlsx" --format json
exits "people from a workbook" 0
json "one is new" '(j["new"],j["refused"])==(1,0)'
json "the sheet that was read is named" 'any(p["severity"]=="information" and p["line"]==0 and "“Liste”" in p["message"] for p in j["problems"])'
a person show eve@exemple.example --format json
json "with the zero that Excel took from a telephone" 'j["phone"]=="+33612345678"'
a import people "$T/people.xlsx" --format json
json "again: already there" '(j["new"],j["same"])==(0,1)'
cat "$T/people.xlsx" | "$program" import people - --format json >"$T/out" 2>"$T/err"
code=$?
exits "through a pipe" 0
json "the same" 'j["same"]==1'

a event new title="Journée" start_date=2026-12-03
a import attendees Journée tests/data/google-forms.ods --format json
exits "attendees from LibreOffice" 0
json "as many as of the CSV" 'j["new"]==65'
a import attendees Journée tests/data/google-forms.csv --format json
json "which adds nobody" 'j["new"]==0'
a import attendees Journée tests/data/google-forms.xlsx --format json
json "nor does Excel's" 'j["new"]==0'
a event new title="Autre" start_date=2026-12-04
"$program" import attendees Autre - --format json <tests/data/google-forms.ods >"$T/out" 2>"$T/err"
code=$?
exits "where a pasted list is expected, a workbook is read too" 0
json "all of it" 'j["new"]+j["same"]+j["changed"]+j["doubtful"]==70'

printf '\320\317\021\340\241\261\032\341........W\000o\000r\000k\000b\000o\000o\000k\000' >"$T/old.xls"
a import people "$T/old.xls"
exits "an old .xls" 1
has "says how to save it" "Excel Workbook (.xlsx)" "$T/err"
printf '\320\317\021\340\241\261\032\341....E\000n\000c\000r\000y\000p\000t\000e\000d\000P\000a\000c\000k\000a\000g\000e\000' >"$T/secret.xlsx"
a import people "$T/secret.xlsx"
exits "a workbook with a password" 1
has "says so" "password" "$T/err"
workbook "$T/bomb.xlsx" @100000000
a import people "$T/bomb.xlsx"
exits "a bomb" 1
has "is named" "bomb.xlsx”: This file would become more than 250 times as large" "$T/err"
workbook "$T/laughs.xlsx" '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
a import people "$T/laughs.xlsx"
exits "entities" 1
has "are refused" "entities" "$T/err"
archive "$T/letter.odt" mimetype application/vnd.oasis.opendocument.text content.xml '<a/>'
a import people "$T/letter.odt"
exits "a letter" 1
has "is called a document" "document" "$T/err"
head -c 5000 tests/data/google-forms.xlsx >"$T/cut.xlsx"
a import attendees Journée "$T/cut.xlsx"
exits "half a workbook" 1
has "is damaged" "damaged or cut short" "$T/err"
finish
