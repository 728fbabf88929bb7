#!/usr/bin/perl
# What tests/data/hostile.txt says, as bytes.
#   hostile_values.pl files FOLDER                  one file per value, named by it
#   hostile_values.pl one NAME                      one of them, "text/colour"
#   hostile_values.pl table CLASS HEAD…             a CSV table: a row per value, each cell holding it;
#                                                   HEAD is "Heading=text" with %v for the value and
#                                                   %n for its number, or a heading alone: the value
use strict;
use warnings;

my @values;

sub bytes_of {
	my ($text) = @_;
	my %simple = ('e' => "\e", 'r' => "\r", 'n' => "\n", 't' => "\t", '\\' => '\\');
	my $expand = sub {
		my ($part) = @_;
		$part =~ s{\\(?:x([0-9A-F]{2})|u\{([0-9A-F]+)\}|([ernt\\]))}{
			if (defined $1) { chr hex $1 }
			elsif (defined $2) { my $letter = chr hex $2; utf8::encode($letter); $letter }
			else { $simple{$3} }
		}gex;
		return $part;
	};
	my $bytes = '';
	while ($text =~ /\G(?:\(([^()]+)\)\*(\d+)|((?:(?!\([^()]+\)\*\d).)+))/gs) {
		$bytes .= defined $1 ? $expand->($1) x $2 : $expand->($3);
	}
	return $bytes;
}

no warnings 'utf8';
open(my $data, '<:raw', 'tests/data/hostile.txt') or die "tests/data/hostile.txt: $!\n";
while (my $line = <$data>) {
	chomp $line;
	next if $line =~ /^#/ || $line eq '';
	my ($name, $text) = split /\t/, $line, 2;
	my ($class, $word) = split m{/}, $name, 2;
	push @values, {class => $class, name => $word, bytes => bytes_of($text)};
}

binmode STDOUT, ':raw';
my $what = shift // '';
if ($what eq 'files') {
	my ($folder) = @ARGV;
	for my $value (@values) {
		mkdir "$folder/$value->{class}";
		open(my $file, '>:raw', "$folder/$value->{class}/$value->{name}") or die "$!\n";
		print $file $value->{bytes};
		close $file;
	}
} elsif ($what eq 'one') {
	print map { $_->{bytes} } grep { "$_->{class}/$_->{name}" eq $ARGV[0] } @values;
} elsif ($what eq 'table') {
	my ($class, @heads) = @ARGV;
	my @columns = map { [split /=/, $_, 2] } @heads;
	my $cell = sub { my ($text) = @_; $text =~ s/"/""/g; return "\"$text\"" };
	print join(',', map { $cell->($_->[0]) } @columns), "\r\n";
	my $n = 0;
	for my $value (grep { $_->{class} eq $class } @values) {
		my @cells;
		$n++;
		for my $column (@columns) {
			my $text = $column->[1] // '%v';
			$text =~ s/%n/$n/g;
			$text =~ s/%v/$value->{bytes}/g;
			push @cells, $cell->($text);
		}
		print join(',', @cells), "\r\n";
	}
} else {
	die "hostile_values.pl: files FOLDER, one NAME or table CLASS HEAD…\n";
}
