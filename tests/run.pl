#!/usr/bin/perl
# Run test programs and scripts that speak TAP, a few at a time, and end with one line.
use strict;
use warnings;
use TAP::Harness;

my $jobs = `nproc 2>/dev/null` || 2;
my $harness = TAP::Harness->new({
	jobs => int($jobs),
	merge => 0,
	exec => sub { my (undef, $file) = @_; return $file =~ /\.sh$/ ? ['sh', $file] : [$file] },
});
# What a failed test says for itself is the only witness where it cannot be run again.
$harness->callback(made_parser => sub {
	my ($parser, $job) = @_;
	my ($failing, @before) = (0);
	$parser->callback(test => sub {
		my ($test) = @_;
		$failing = !$test->is_ok;
		print "\n", @before, $job->[1], ": ", $test->as_string, "\n" if $failing;
		@before = ();
	});
	$parser->callback(comment => sub {
		my $line = $_[0]->as_string . "\n";
		$failing ? print $line : push @before, $line;
	});
});
my $result = $harness->runtests(@ARGV);

my ($skips, $broken) = (0, 0);
for my $file ($result->descriptions) {
	my ($parser) = $result->parsers($file);
	if (defined $parser->skip_all) {
		print "skipped: $file: ", $parser->skip_all, "\n";
		$skips++;
	}
	# A program that dies or promises other tests than it ran has failed, whatever it printed.
	$broken++ if !$parser->failed && ($parser->exit || $parser->wait || $parser->parse_errors);
}
my $failed = scalar($result->failed) + $broken;
my $said = $skips ? ", $skips skipped (said above)" : "";
printf "%d passed, %d failed%s\n", scalar($result->passed), $failed, $said;
exit($failed ? 1 : 0);
