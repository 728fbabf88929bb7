#!/usr/bin/perl
# Is what the program wrote harmless? Nothing is printed and the code is 0 when it is.
#   hostile_judge.pl KIND FILE…
# KIND: terminal   lines for people
#       script     CSV and JSON for programs: lines may end as CSV's do; values are exact, so tabs and
#                  the marks of direction that Arabic is written with stay
#       list       CSV for people's spreadsheets: BOM, ";", nothing that is taken for a formula; else as script
#       calendar   iCalendar: only our properties, one ATTENDEE at most
#       paper      what pdftotext read
#       names      lines that are names of files
use strict;
use warnings;

my ($kind, @files) = @ARGV;
my $bad = 0;

sub complain {
	my ($where, $what, $text) = @_;
	$bad++;
	return if $bad > 10;
	$text = substr($text, 0, 200);
	$text =~ s/([^\x20-\x7E])/sprintf '\x{%X}', ord $1/ge;
	print "$where: $what: $text\n";
}

my $controls = qr/[\x{00}-\x{08}\x{09}\x{0B}-\x{1F}\x{7F}-\x{9F}]/;
my $overrides = qr/[\x{202A}-\x{202E}\x{2066}-\x{2069}]/;
my $bidi = qr/[\x{200E}\x{200F}\x{061C}\x{202A}-\x{202E}\x{2066}-\x{2069}]/;
my $breaks = qr/[\x{2028}\x{2029}]/;

sub judge_text {
	my ($where, $text, $marks, $exact) = @_;
	my ($never, $turns) = $exact ? (qr/[\x{00}-\x{08}\x{0B}-\x{1F}\x{7F}-\x{9F}]/, $overrides)
				     : ($controls, $bidi);
	my $n = 0;
	for my $line (split /\n/, $text) {
		$n++;
		complain("$where:$n", 'control character', $line) if $line =~ $never;
		complain("$where:$n", 'control of direction', $line) if $line =~ $turns;
		complain("$where:$n", 'line break of Unicode', $line) if $line =~ $breaks;
		complain("$where:$n", 'byte order mark', $line) if $line =~ /\x{FEFF}/;
		complain("$where:$n", 'noncharacter', $line) if $line =~ /[\x{FDD0}-\x{FDEF}\x{FFFE}\x{FFFF}]/;
		complain("$where:$n", "more than $marks marks on a letter", $line)
			if $line =~ /\p{M}{${\($marks + 1)},}/;
	}
}

sub csv_rows {
	my ($text, $separator) = @_;
	my (@rows, @row);
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^"\Q$separator\E\r\n]*))(\Q$separator\E|\r\n|\z)/gc) {
		my ($cell, $end) = ($1 // $2, $3);
		$cell =~ s/""/"/g;
		push @row, $cell;
		next if $end eq $separator;
		push @rows, [@row];
		@row = ();
		last if pos($text) >= length $text;
	}
	return @rows;
}

sub judge_list {
	my ($where, $text) = @_;
	$text =~ s/^\x{FEFF}// or complain($where, 'no byte order mark', $text);
	my @rows = csv_rows($text, ';');
	complain($where, 'no rows', $text) if @rows < 2;
	for my $row (@rows) {
		complain($where, 'rows of several widths', join '|', @$row) if @$row != @{$rows[0]};
		for my $cell (@$row) {
			complain($where, 'a formula', $cell)
				if $cell =~ /^[\s]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\t\r\n]/;
		}
	}
	$text =~ s/\r\n/\n/g;
	judge_text($where, $text, 30, 1);
}

my %properties = map { $_ => 1 } qw(BEGIN END VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME
	X-WR-TIMEZONE X-WR-CALDESC TZID TZOFFSETFROM TZOFFSETTO TZNAME RRULE UID DTSTAMP DTSTART DTEND
	DURATION SUMMARY DESCRIPTION LOCATION STATUS SEQUENCE CATEGORIES URL CLASS TRANSP ORGANIZER
	ATTENDEE CREATED LAST-MODIFIED GEO X-LIC-LOCATION REFRESH-INTERVAL X-PUBLISHED-TTL CONFERENCE
	RELATED-TO COMMENT ACTION TRIGGER);

# As a reader sees it (RFC 5545 §3.1): lines end with CR LF and hold 75 bytes; a line that begins with
# a space goes on.
sub judge_calendar {
	my ($where, $bytes) = @_;
	complain($where, 'a bare line break', $1) if $bytes =~ /(.{0,20}(?:\r(?!\n)|(?<!\r)\n).{0,20})/s;
	for my $line (split /\r\n/, $bytes) {
		complain($where, 'more than 75 bytes', $line) if length $line > 75;
	}
	$bytes =~ s/\r\n[ \t]//g;
	my $text = $bytes;
	utf8::decode($text) or complain($where, 'bad UTF-8', $text);
	$text =~ s/\r\n/\n/g;
	judge_text($where, $text, 30);
	my ($depth, $attendees) = (0, 0);
	for my $line (split /\n/, $text) {
		my ($name) = $line =~ /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*:/;
		complain($where, 'no property', $line), next if !defined $name;
		complain($where, 'a property that is not ours', $line) if !$properties{$name};
		complain($where, 'somebody else', $line)
			if $name =~ /^(?:ATTENDEE|ORGANIZER|METHOD)$/ && $line =~ /:mailto:eve@|:CANCEL$/i;
		complain($where, 'a date of somebody else', $line) if $line =~ /^DTSTART.*:2030/;
		$depth++ if $name eq 'BEGIN';
		$depth-- if $name eq 'END';
		complain($where, 'ends before its end', $line) if $depth < 0;
		$attendees = 0 if $line eq 'BEGIN:VEVENT';
		$attendees++ if $name eq 'ATTENDEE';
		complain($where, 'more than one ATTENDEE', $line) if $attendees > 1;
	}
	complain($where, 'never ends', '') if $depth != 0;
	complain($where, 'more than one calendar', '') if (() = $text =~ /^BEGIN:VCALENDAR$/mg) != 1;
}

for my $path (@files) {
	open(my $file, '<:raw', $path) or die "$path: $!\n";
	my $bytes = do { local $/; <$file> } // '';
	close $file;
	(my $where = $path) =~ s{.*/}{};
	if ($kind eq 'calendar') {
		judge_calendar($where, $bytes);
		next;
	}
	my $text = $bytes;
	utf8::decode($text) or complain($where, 'bad UTF-8', $text);
	if ($kind eq 'terminal') {
		judge_text($where, $text, 2);
	} elsif ($kind eq 'script') {
		$text =~ s/\r\n/\n/g;
		judge_text($where, $text, 30, 1);
	} elsif ($kind eq 'list') {
		judge_list($where, $text);
	} elsif ($kind eq 'paper') {
		$text =~ s/\f/\n/g;
		judge_text($where, $text, 30);
	} elsif ($kind eq 'names') {
		judge_text($where, $text, 30);
		for my $name (split /\n/, $text) {
			complain($where, 'begins as an option or is hidden', $name) if $name =~ /^[-.]/;
			complain($where, 'a letter that shells or disks refuse', $name)
				if $name =~ m{[/\\:*?"<>|\$`;&!~\x00]};
			utf8::encode(my $long = $name);
			complain($where, 'longer than disks allow', $name) if length $long > 255;
		}
	} else {
		die "hostile_judge.pl: unknown kind $kind\n";
	}
}
print "… and ", $bad - 10, " more\n" if $bad > 10;
exit($bad ? 1 : 0);
