# Ateliers. `make help` lists the targets; no argument builds build/ateliers.
#   SAN=1      AddressSanitizer and UBSan, in a build folder of its own
#   CC=clang   the other compiler, in a build folder of its own
#   WERROR=    warnings do not stop a packager's build
#   V=1        show every command whole

ifeq ($(origin CC),default)
CC := gcc
endif
COMPILER := $(notdir $(firstword $(CC)))
WERROR ?= 1

# ---- where things go -----------------------------------------------------------------------------
B := build
ifneq ($(COMPILER),gcc)
B := build/$(COMPILER)
endif
ifdef SAN
B := $(B)/san
endif
ifdef FUZZ
B := $(B)/fuzz
endif
ifdef COVERAGE
B := $(B)/coverage
endif

PREFIX ?= /usr/local
DESTDIR ?=
BINDIR := $(DESTDIR)$(PREFIX)/bin
MODULEDIR := $(DESTDIR)$(PREFIX)/lib/ateliers
DATADIR := $(DESTDIR)$(PREFIX)/share/ateliers
MANDIR := $(DESTDIR)$(PREFIX)/share/man/man1
COMPLETIONDIR := $(DESTDIR)$(PREFIX)/share/bash-completion/completions

# ---- Debian packages -----------------------------------------------------------------------------
BUILD_PACKAGES := gcc make libc6-dev pkg-config gettext tzdata \
	libglib2.0-dev libncurses-dev libsqlite3-dev libjansson-dev \
	libical-dev libseccomp-dev libpango1.0-dev libcairo2-dev libqrencode-dev libzip-dev libexpat1-dev \
	libxlsxwriter-dev fonts-dejavu-core fonts-wqy-microhei
TEST_PACKAGES := $(BUILD_PACKAGES) perl libcmocka-dev libcsv-dev libvterm-dev poppler-utils zbar-tools \
	python3-icalendar calcurse khal sqlite3 strace unzip
LINT_PACKAGES := $(BUILD_PACKAGES) clang clang-format cppcheck
BENCH_PACKAGES := $(TEST_PACKAGES)
SAN_PACKAGES := $(TEST_PACKAGES)
SOAK_PACKAGES := $(TEST_PACKAGES) clang libclang-rt-14-dev
COVERAGE_PACKAGES := $(TEST_PACKAGES) gcovr

# ---- what each floor may link --------------------------------------------------------------------
PROGRAM_FLOORS := base core store app intake paper cli tui screens
MODULE_FLOORS := ical print exchange
ifneq ($(shell command -v pkg-config 2>/dev/null),)
pkg_cflags = $(shell pkg-config --cflags $(1) 2>/dev/null)
pkg_libs = $(shell pkg-config --libs $(1) 2>/dev/null)
endif
COMMON_CFLAGS := $(call pkg_cflags,glib-2.0 gmodule-2.0)
PROGRAM_LIBS := $(call pkg_libs,glib-2.0 gmodule-2.0 sqlite3 jansson ncursesw) -lm
ical_CFLAGS := $(call pkg_cflags,libical libseccomp)
ical_LIBS := $(call pkg_libs,libical libseccomp)
print_CFLAGS := $(call pkg_cflags,pangocairo cairo libqrencode)
print_LIBS := $(call pkg_libs,pangocairo cairo fontconfig libqrencode)
exchange_CFLAGS := $(call pkg_cflags,libzip expat xlsxwriter)
exchange_LIBS := $(call pkg_libs,libzip expat xlsxwriter)

# ---- flags ---------------------------------------------------------------------------------------
CPPFLAGS_OURS := -Iinclude -Isrc -D_GNU_SOURCE -DNCURSES_WIDECHAR=1 \
	-DATELIERS_VERSION='"$(shell cat docs/VERSION 2>/dev/null || echo 0)"' -DATELIERS_PREFIX='"$(PREFIX)"'
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wold-style-definition -Wwrite-strings -Wpointer-arith -Wcast-qual -Wundef -Wvla -Wformat=2 \
	-Wnull-dereference -Wswitch-enum -Wdate-time
ifeq ($(COMPILER),gcc)
WARNINGS += -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wcast-align=strict \
	-Wjump-misses-init
endif
ifneq ($(WERROR),)
WARNINGS += -Werror
endif
CFLAGS ?= -O2 -g
CFLAGS_OURS := -std=c17 -fno-common -fPIC -fvisibility=default $(WARNINGS)
LDFLAGS_OURS := -Wl,--export-dynamic -Wl,--as-needed
ifdef SAN
CFLAGS_OURS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS_OURS += -fsanitize=address,undefined
endif
ifdef FUZZ
CFLAGS_OURS += -fsanitize=fuzzer-no-link
endif
ifdef COVERAGE
CFLAGS_OURS += --coverage -fprofile-update=atomic -fprofile-abs-path
LDFLAGS_OURS += --coverage
endif
COMPILE = $(CC) $(CPPFLAGS_OURS) $(CPPFLAGS) $(CFLAGS_OURS) $(COMMON_CFLAGS) $(CFLAGS) -MMD -MP

# quiet WHAT: what stands for a command that is not shown whole
quiet = $(if $(V),,@echo '  $(1)' '$(patsubst $(CURDIR)/%,%,$@)';)

# ---- sources and objects -------------------------------------------------------------------------
floor_objects = $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard src/$(1)/*.c))
MIGRATIONS := $(wildcard db/migrations/*.sql)
REFERENCE := $(wildcard db/reference/*.tsv)
SAMPLE := $(wildcard db/sample/*)
GENERATED := $(B)/gen/migrations.c $(B)/gen/reference.c $(B)/gen/sample.c $(B)/gen/catalogue.c
GENERATED_OBJECTS := $(GENERATED:%.c=%.o)
PROGRAM_OBJECTS := $(foreach floor,$(PROGRAM_FLOORS),$(call floor_objects,$(floor))) $(GENERATED_OBJECTS)
MODULES := $(foreach floor,$(MODULE_FLOORS),$(B)/modules/ateliers-$(floor).so)
TEST_OBJECTS := $(PROGRAM_OBJECTS) $(foreach floor,$(MODULE_FLOORS),$(call floor_objects,$(floor)))
TEST_PROGRAMS := $(patsubst tests/%_test.c,$(B)/tests/%_test,$(wildcard tests/*/*_test.c))
TEST_SCRIPTS := $(wildcard tests/*/*_test.sh)
TEST_HELPERS := $(patsubst tests/%.c,$(B)/tests/%.o,$(filter-out %_test.c tests/tty/screen_tool.c,$(wildcard tests/tty/*.c tests/store/*.c)))
FUZZ_PROGRAMS := $(patsubst tests/fuzz/%.c,$(B)/tests/fuzz/%,$(wildcard tests/fuzz/*.c))
BENCH_PROGRAMS := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/bench/*.c))
TEST_EXTRAS := $(B)/tests/ical/sample_files $(B)/tests/tty/screen_tool
TEST_LIBS := $(PROGRAM_LIBS) $(foreach floor,$(MODULE_FLOORS),$($(floor)_LIBS)) -lcmocka -lvterm -lcsv -lutil

.PHONY: all run test lint bench install uninstall deps clean help check-deps
.DELETE_ON_ERROR:
# Kept, and rebuilt when a header they included has gone: ".SECONDARY:" alone would take that for done.
.PRECIOUS: $(B)/obj/%.o $(B)/tests/%.o $(B)/gen/%.c $(B)/gen/%.o $(B)/gen/%.mo
all: $(B)/ateliers $(MODULES) ## build $(B)/ateliers

# ---- generated sources ---------------------------------------------------------------------------
$(B)/gen/migrations.c: db/embed.awk $(MIGRATIONS) | $(B)/gen/.there
	$(call quiet,EMBED)awk -v name=migrations -f db/embed.awk $(MIGRATIONS) >$@
$(B)/gen/reference.c: db/embed.awk $(REFERENCE) | $(B)/gen/.there
	$(call quiet,EMBED)awk -v name=reference -f db/embed.awk $(REFERENCE) >$@
$(B)/gen/sample.c: db/embed.awk $(SAMPLE) | $(B)/gen/.there
	$(call quiet,EMBED)awk -v name=sample -f db/embed.awk $(SAMPLE) >$@
$(B)/gen/fr.mo: src/i18n/fr.po | $(B)/gen/.there
	$(call quiet,WORDS)msgfmt -c -o $@ $<
$(B)/gen/catalogue.c: db/embed-bytes.sh $(B)/gen/fr.mo
	$(call quiet,EMBED)sh db/embed-bytes.sh catalogue_fr $(B)/gen/fr.mo >$@
%/.there:
	@mkdir -p $(@D) && touch $@

# ---- compiling and linking -----------------------------------------------------------------------
$(B)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(call quiet,CC   )$(COMPILE) $($(firstword $(subst /, ,$*))_CFLAGS) -c -o $@ $<
$(B)/gen/%.o: $(B)/gen/%.c
	$(call quiet,CC   )$(COMPILE) -c -o $@ $<
$(B)/ateliers: $(B)/obj/main.o $(PROGRAM_OBJECTS)
	$(call quiet,LINK )$(CC) $(CFLAGS_OURS) $(CFLAGS) $(LDFLAGS_OURS) $(LDFLAGS) -o $@ $^ $(PROGRAM_LIBS)
define module_rule
$(B)/modules/ateliers-$(1).so: $(call floor_objects,$(1))
	@mkdir -p $$(@D)
	$$(call quiet,LINK )$(CC) -shared $(CFLAGS_OURS) $(CFLAGS) $(filter-out -Wl$(comma)--export-dynamic,$(LDFLAGS_OURS)) $(LDFLAGS) -o $$@ $$^ $($(1)_LIBS)
endef
comma := ,
$(foreach floor,$(MODULE_FLOORS),$(eval $(call module_rule,$(floor))))

# ---- tests ---------------------------------------------------------------------------------------
$(B)/libtest.so: $(TEST_OBJECTS) $(TEST_HELPERS)
	$(call quiet,LINK )$(CC) -shared $(CFLAGS_OURS) $(CFLAGS) $(LDFLAGS) -Wl,-soname,libtest.so -o $@ $^ $(TEST_LIBS)
$(B)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(call quiet,CC   )$(COMPILE) -Itests $(ical_CFLAGS) $(print_CFLAGS) $(exchange_CFLAGS) -c -o $@ $<
$(B)/tests/%: $(B)/tests/%.o $(B)/libtest.so
	$(call quiet,LINK )$(CC) $(CFLAGS_OURS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libtest.so $(TEST_LIBS) -Wl,-rpath,'$$ORIGIN/../..'

# Coverage that a shared object keeps does not guide libFuzzer as well: these are linked whole.
$(FUZZ_PROGRAMS): $(B)/tests/fuzz/%: $(B)/tests/fuzz/%.o $(TEST_OBJECTS)
	$(call quiet,LINK )$(CC) $(CFLAGS_OURS) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(TEST_LIBS)

# ---- what people call ----------------------------------------------------------------------------
define need
	@sh .ci/packages $(1)
endef

run: ## install what is missing, build, and open the interface on sample data (or do the main job headless)
	$(call need,$(BUILD_PACKAGES))
	@$(MAKE) --no-print-directory all
	@$(B)/ateliers demo --into $(B)/demo

test: ## install what tests need, build, run all of them
	$(call need,$(TEST_PACKAGES))
	@$(MAKE) --no-print-directory test-now
.PHONY: test-now
test-now: all $(TEST_PROGRAMS) $(TEST_EXTRAS)
	@BUILD=$(B) ATELIERS=$(B)/ateliers LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lint/leaks.txt:print_suppressions=0 perl tests/run.pl $(TEST_PROGRAMS) $(TEST_SCRIPTS)

lint: ## floors, fences, formatting, cppcheck, translations, banned functions, headers alone
	$(call need,$(LINT_PACKAGES))
	@$(MAKE) --no-print-directory lint-now
.PHONY: lint-now
lint-now: $(GENERATED)
	@for check in tests/lint/*.sh; do sh $$check || exit 1; done
	@echo "lint: nothing to say"

bench: ## measure, in ratios against peers and floors of the same run
	$(call need,$(BENCH_PACKAGES))
	@$(MAKE) --no-print-directory bench-now
.PHONY: bench-now
bench-now: all $(BENCH_PROGRAMS)
	@BUILD=$(B) sh tests/bench/run.sh

soak: ## an hour of chance: kills, torn logs, random gestures, injected faults, fuzzing
	$(call need,$(SOAK_PACKAGES))
	@$(MAKE) --no-print-directory soak-now
.PHONY: soak soak-now fuzz-programs
soak-now: all $(TEST_PROGRAMS) $(TEST_EXTRAS)
	@$(MAKE) --no-print-directory CC=clang SAN=1 FUZZ=1 CFLAGS='-O1 -g' WERROR= fuzz-programs
	@BUILD=$(B) ATELIERS=$(CURDIR)/$(B)/ateliers sh tests/soak/run.sh
fuzz-programs: $(FUZZ_PROGRAMS)

# What another user runs (opening for reading only, for want of rights) counts too: the files of the
# counters are there before, and anybody may write to them.
# Branches are those of conditions in the source: gcovr leaves out what the compiler adds for unreachable
# code, and the lines of g_assert() and the ends of g_autoptr scopes.
COVERED := --exclude-throw-branches --exclude-unreachable-branches --exclude-lines-by-pattern '.*g_assert.*' \
	--exclude-branches-by-pattern '.*(g_assert|g_auto(ptr|free)|g_clear_|^}).*'
coverage: ## run the tests and print what lines and branches of core and store they reach
	$(call need,$(COVERAGE_PACKAGES))
	@$(MAKE) --no-print-directory COVERAGE=1 CFLAGS='-O0 -g' WERROR= coverage-now
.PHONY: coverage coverage-now
coverage-now: all $(TEST_PROGRAMS) $(TEST_EXTRAS)
	@find $(B) -name '*.gcda' -delete
	@$(B)/ateliers --version >/dev/null && find $(B) -name '*.gcda' -exec chmod a+rw {} +
	@BUILD=$(B) ATELIERS=$(B)/ateliers perl tests/run.pl $(TEST_PROGRAMS) $(TEST_SCRIPTS) >$(B)/tests.log || \
		{ tail -n 40 $(B)/tests.log; false; }
	@for floor in core store; do \
		gcovr $(COVERED) --filter src/$$floor/ --object-directory $(B)/obj --txt $(B)/$$floor-lines.txt \
			--print-summary $(B)/obj/$$floor | grep -E '^(lines|branches):' | sed "s/^/$$floor: /"; \
		gcovr $(COVERED) --filter src/$$floor/ --object-directory $(B)/obj --branches \
			--txt $(B)/$$floor-branches.txt $(B)/obj/$$floor; done

install: all ## install under $(DESTDIR)$(PREFIX)
	install -d $(BINDIR) $(MODULEDIR) $(DATADIR) $(MANDIR) $(COMPLETIONDIR)
	install -m 755 $(B)/ateliers $(BINDIR)/ateliers
	install -m 644 $(MODULES) $(MODULEDIR)
	install -m 644 docs/ateliers.1 $(MANDIR)/ateliers.1
	install -m 644 docs/manuel.md $(DATADIR)/manuel.md
	install -m 644 $(REFERENCE) $(DATADIR)
	install -m 644 docs/ateliers.bash-completion $(COMPLETIONDIR)/ateliers

uninstall: ## take away what install brought
	rm -f $(BINDIR)/ateliers $(MANDIR)/ateliers.1 $(COMPLETIONDIR)/ateliers
	rm -rf $(MODULEDIR) $(DATADIR)

deps: ## install everything that building, testing and linting need
	$(call need,$(sort $(BUILD_PACKAGES) $(TEST_PACKAGES) $(LINT_PACKAGES) $(BENCH_PACKAGES) $(SOAK_PACKAGES) $(COVERAGE_PACKAGES)))

clean: ## take away everything that was built
	rm -rf build

help: ## this list
	@echo 'usage: make [TARGET] [SAN=1] [CC=clang] [PREFIX=…] [DESTDIR=…]'
	@sed -nE 's/^([a-z]+):.*## (.*)/\1\t\2/p' Makefile | sort | expand -t 12

-include $(shell find $(B)/obj $(B)/gen $(B)/tests -name '*.d' 2>/dev/null)
