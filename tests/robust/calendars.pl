#!/usr/bin/perl
# calendars.pl FOLDER: calendar files that nobody means well with, and some as other programs write them.
use strict;
use warnings;
use POSIX qw(strftime);
my $folder = shift or die "calendars.pl FOLDER\n";

sub file {
	my ($name, $text) = @_;
	open my $out, '>:raw', "$folder/$name.ics" or die "$name: $!\n";
	print $out $text;
	close $out or die "$name: $!\n";
}
sub calendar { return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" . join('', @_) . "END:VCALENDAR\r\n" }
sub event {
	my ($uid, $lines, $start) = @_;
	$start //= "DTSTART:20270301T080000Z\r\n";
	return "BEGIN:VEVENT\r\nUID:$uid\r\n$start${lines}END:VEVENT\r\n";
}
my $good = event('good', "SUMMARY:good\r\n");

# ---- libical 3.0.16 hangs, dies or drops what it is given ----------------------------------------
file('hang', "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101T000000Z\n"
		. "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\nEND:VCALENDAR\n");
file('hang-minutely', calendar(event('a', "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n"), $good));
file('hang-yearday', calendar(event('a', "RRULE:FREQ=SECONDLY;BYYEARDAY=1;BYMONTH=12\r\n"), $good));
file('hang-zone', calendar("BEGIN:VTIMEZONE\r\nTZID:evil\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
		. "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n"
		. "END:STANDARD\r\nEND:VTIMEZONE\r\n", event('z', '', "DTSTART;TZID=evil:20270301T080000\r\n"), $good));
file('slow', calendar(map { event("d$_", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n") } 1 .. 60));
file('bad-ends', calendar(event('a', "DTEND:bogus\r\n" x 50000), $good));
file('bad-starts', calendar((map { event("b$_", '', "DTSTART:bogus\r\n") } 1 .. 2000), $good));
file('long-line', calendar(event('a', 'SUMMARY:' . 'x' x 3_500_000 . "\r\n"), $good));
file('long-description', calendar(event('a', 'DESCRIPTION:' . 'x' x 3_500_000 . "\r\n"), $good));
file('nested', "BEGIN:VCALENDAR\r\n" . "BEGIN:VEVENT\r\n" x 80000);
file('bomb', calendar(map { event("u$_", 'SUMMARY:' . 'x' x 50 . "\r\n") } 1 .. 250_000));
file('many', calendar(map { event("u$_", '') } 1 .. 5001));
file('many-values', calendar(event('a', "RDATE:20270302T080000Z\r\n" x 6000), $good));
file('many-dates', calendar(map { event("r$_", "RRULE:FREQ=DAILY\r\n") } 1 .. 100));
file('many-exdates', calendar(event('a', "RRULE:FREQ=DAILY;COUNT=700\r\nEXDATE;VALUE=DATE:"
		. join(',', map { strftime('%Y%m%d', gmtime(1_803_945_600 + $_ * 86_400)) } 0 .. 599) . "\r\n")));
file('many-parts', calendar("BEGIN:VTIMEZONE\r\nTZID:evil\r\n" . ("BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
		. "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"
		. "END:STANDARD\r\n") x 4000, "END:VTIMEZONE\r\n", event('z', '', "DTSTART;TZID=evil:20270301T080000\r\n")));

# ---- what is no calendar, or not all of one ------------------------------------------------------
file('empty', '');
file('noise', join '', map { chr(($_ * 7919) % 256) } 1 .. 20000);
file('page', "<!DOCTYPE html>\n<html><title>404</title></html>\n");
file('cut', substr(calendar(map { event("c$_", "SUMMARY:x\r\n") } 1 .. 20), 0, 700));
file('old', "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20270301T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

# ---- hostile words -------------------------------------------------------------------------------
file('words', calendar(
	event('e', "SUMMARY:a\e]0;taken\x07\e[31mb\r\nLOCATION:\xe2\x80\xae\xe2\x81\xa6evil\r\n"),
	event('n', "SUMMARY:a\0b\r\n"),
	event("u\e[2J", "SUMMARY:" . "e\xcc\x81" . "\xcc\x81" x 500 . "\r\n"),
	event('f', "SUMMARY:%s%n%x\\nATTENDEE:x\r\n")));
file('lies', calendar("BEGIN:VEVENT\r\nUID;VALUE=DATE:20270101\r\nSUMMARY;VALUE=INTEGER:4096\r\n"
		. "LOCATION;VALUE=FLOAT:1.5\r\nDTSTART:20270312T080000Z\r\nDURATION;VALUE=INTEGER:7\r\n"
		. "STATUS;VALUE=DATE:20270101\r\nTRANSP;VALUE=INTEGER:11003\r\nEXDATE;VALUE=TEXT:x\r\n"
		. "RDATE;VALUE=PERIOD:20270101T000000Z/PT1H\r\nEND:VEVENT\r\n"));

# ---- as other programs write them ----------------------------------------------------------------
my $paris = "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\n"
	. "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\n"
	. "TZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
	. "END:STANDARD\r\n";
my $weekly = "DTEND;TZID=%s:20270315T103000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270407T215959Z\r\n"
	. "EXDATE;TZID=%s:20270322T090000,20270331T090000\r\nSUMMARY:R\xc3\xa9union\r\n";
for (['google', 'Europe/Paris'], ['apple', 'Europe/Paris'], ['outlook', 'Romance Standard Time'],
	['khal', '/pimutils.org/Europe/Paris'], ['own', 'Heure du centre']) {
	my ($program, $zone) = @$_;
	(my $lines = $weekly) =~ s/%s/$zone/g;
	my $text = calendar("X-WR-CALNAME:$program\r\nX-WR-TIMEZONE:Europe/Paris\r\n",
		"BEGIN:VTIMEZONE\r\nTZID:$zone\r\nX-LIC-LOCATION:Europe/Paris\r\n${paris}END:VTIMEZONE\r\n",
		event("w\@$program", $lines, "DTSTART;TZID=$zone:20270315T090000\r\n"));
	$text =~ s/\r\n/\n/g if $program eq 'khal';
	$text =~ s/^/\xef\xbb\xbf/ if $program eq 'outlook';
	file("weekly-$program", $text);
}
