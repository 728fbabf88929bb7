#!/usr/bin/perl
# Read every stored screen as a careful person would: words cut at an edge, English left in French, cells of a
# table that begin elsewhere than under their heads. Says "FILE:LINE: what" for each; ends with 1 when there
# was one. screens_read.pl FR.PO SCREEN...
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($po, @screens) = @ARGV;
my %words; # English -> French, of one line each
{
	open my $in, '<:encoding(UTF-8)', $po or die "$po: $!\n";
	local $/ = '';
	while (my $entry = <$in>) {
		my %part;
		my $at;
		for (split /\n/, $entry) {
			if (/^(msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$/) { $at = $1; $part{$at} = $2 }
			elsif (/^"(.*)"$/ && $at) { $part{$at} .= $1 }
		}
		for my $id (grep { defined && length } @part{qw(msgid msgid_plural)}) {
			$words{$id} = $part{msgstr} // $part{'msgstr[0]'} // '';
		}
	}
}
my $french = join "\n", values %words;
# What can be told from French: two words or more, or one long word that no French text holds; what is filled
# in is left out.
my @english = grep {
	!/[%\\\n]/ && $_ ne $words{$_} && (/^\p{L}+ \p{L}+/ || /^\p{L}{6,}$/) && index(lc $french, lc $_) < 0
} keys %words;
my %first; # by their first word, so that reading stays quick
push @{$first{lc((/^(\p{L}+)/)[0])}}, $_ for @english;

my $bad = 0;
sub say_bad { print join(':', @_[0, 1]), ": $_[2]\n"; $bad++ }

for my $file (@screens) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my @rows = map { s/\n$//r } <$in>;
	my ($width, $height) = (shift(@rows) // '') =~ /^---- (\d+)x(\d+)/ or next;
	$#rows = $height - 1 if @rows > $height; # what follows is the legend of looks
	my $is_french = $file !~ /english|-en\b|letters|ascii/;
	# Letters of two cells and marks move what stands behind them.
	my $plain = sub { $_[0] !~ /[\x{300}-\x{36f}\x{200d}\x{1100}-\x{11ff}\x{2e80}-\x{a4cf}\x{ac00}-\x{d7a3}\x{ff00}-\x{ff60}\x{1f300}-\x{1faff}\x{590}-\x{8ff}]/ };

	for my $y (0 .. $#rows) {
		my $row = $rows[$y] // '';
		my $line = $y + 2;
		next unless $plain->($row);
		# ---- cut at the right edge, or at a frame's
		say_bad($file, $line, "a word goes to the edge: “" . substr($row, -12) . "”")
			if length $row >= $width && $row =~ /\p{L}$/;
		say_bad($file, $line, "a word goes to the frame: “$1│”") if $row =~ /(\p{L}{2,})│\s*$/ && $row =~ /^\s*│/;
		# ---- English
		next unless $is_french;
		while ($row =~ /(?<!\p{L})(\p{L}+)/g) {
			my $at = $-[0];
			for my $text (@{$first{lc $1} // []}) {
				next unless substr($row, $at, length $text) eq $text;
				next if substr($row, $at + length $text, 1) =~ /\p{L}/;
				say_bad($file, $line, "English: “$text”");
			}
		}
	}
	# ---- the label of a field, and the head of a column, are never cut
	if (grep { /^ F2 (?:enregistrer|save)/ } @rows) {
		for my $y (0 .. $#rows) {
			say_bad($file, $y + 2, "a label is cut: “$1”") if ($rows[$y] // '') =~ /^ [ >](\S.{0,20}…)(?: |$)/;
		}
	}
	# ---- cells under their heads: from the row of the cursor up to the head of its table
	for my $y ($file =~ m{/home-} ? () : 1 .. $#rows) { # the first screen is no table
		next unless ($rows[$y] // '') =~ /^ {1,3}>/;
		my $head = $y;
		$head-- while $head > 0 && ($rows[$head - 1] // '') =~ /^(?: {3}| {1,3}[>●*])/ && $rows[$head - 1] !~ /[┌│└]/;
		my $heads = $rows[$head] // '';
		last if $head == $y || !$plain->($heads) || $heads !~ /\S {2,}\S/;
		say_bad($file, $head + 2, "a head is cut: “$1”") if $heads =~ /^ {3,4}\p{Lu}[^…│]{0,$width}?(\S+…)/ && $heads !~ /│/ && $head < $y && $heads !~ /\d/;
		my @starts;
		push @starts, $-[1] while $heads =~ /(?:^|\s{2,})(\S)/g;
		last if @starts < 3 || grep { substr($heads, $_, 1) !~ /\p{L}/ } @starts;
		for my $below ($head + 1 .. $height - 3) {
			my $row = $rows[$below] // '';
			last if $row !~ /\S/ || $row =~ /^ [^ >●*]/ || $row =~ /[┌│└─]/;
			next if !$plain->($row);
			for my $start (@starts[1 .. $#starts]) {
				next if $start >= length $row || substr($row, $start - 1, 1) eq ' ';
				# numbers end where their head ends
				my $end = $start + length((substr($heads, $start) =~ /^(\S+)/)[0]);
				next if substr($row, $start - 1) =~ /^\S/ && $end <= length $row && substr($row, $end - 1, 2) =~ /^\S(?: |$)/;
				say_bad($file, $below + 2, "out of line at column " . ($start + 1) . ": “" . substr($row, $start - 8, 16) . "”");
			}
		}
		last;
	}
}
exit($bad ? 1 : 0);
