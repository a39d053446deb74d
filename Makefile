# csto: Arabic text in SQLite.  make help lists the targets.

CC      ?= cc
HOSTCC  ?= $(CC)
B       := build
OPT     ?= -O2
# make V=1 shows every command
Q       := $(if $(V),,@)
WARN    := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wpointer-arith -Wcast-qual -Wwrite-strings -Wundef -Wformat=2 \
           -Wconversion -Wno-sign-conversion -Wno-cast-qual -Werror
# 32-bit x86 computes floats as floats only so (ext/base/machine.h)
SSE     := $(if $(filter i386-% i486-% i586-% i686-%,\
             $(shell $(CC) -dumpmachine)),-msse2 -mfpmath=sse)
CFLAGS  = -std=c11 $(OPT) $(SSE) -g -fPIC -fvisibility=hidden \
           -fno-strict-aliasing -ffunction-sections -fdata-sections \
           -ffp-contract=off \
           -D_GNU_SOURCE -Iext $(WARN) $(EXTRA_CFLAGS)
ICU     := $(shell pkg-config --libs icu-uc icu-i18n 2>/dev/null || \
           echo -licui18n -licuuc -licudata)
LDLIBS  := $(ICU) -lm
# nodelete: when memory runs out while loading, SQLite closes the module but
# keeps what has been registered so far; its code must stay where it is.
LDFLAGS := -shared -Wl,--no-undefined -Wl,--gc-sections \
           -Wl,-z,relro,-z,now,-z,nodelete

FLOORS  := base text morph time article entity speech
CORE    := $(filter-out ext/base/mem.c,$(wildcard $(FLOORS:%=ext/%/*.c)))
ADAPT   := $(wildcard ext/sqlite/*.c) ext/csto.c
# names and words of the entity rules, looked up together (ext/gen/lexicon.awk)
LEXICON := countries orgs places cities persons works nationalities \
           entity_words common_words given_names
# a table each for the other data, for countries and cities too; fold.tsv is
# made into C by `make unicode`
TABLES  := countries cities $(filter-out $(LEXICON) fold, \
           $(patsubst ext/data/%.tsv,%,$(wildcard ext/data/*.tsv)))
TSRC    := $(TABLES:%=$(B)/gen/t_%.c) $(B)/gen/t_lexicon.c
IMPURE  := ext/article/folder.c ext/sqlite/articles.c

OBJ     := $(CORE:ext/%.c=$(B)/o/%.o) $(ADAPT:ext/%.c=$(B)/o/%.o)
TOBJ    := $(TSRC:$(B)/gen/%.c=$(B)/o/gen/%.o) $(B)/o/gen/s_lexicon.o
PUREOBJ := $(filter-out $(IMPURE:ext/%.c=$(B)/o/%.o) $(B)/o/csto.o,$(OBJ)) \
           $(B)/o/csto_pure.o
COREOBJ := $(CORE:ext/%.c=$(B)/o/%.o) $(B)/o/base/mem.o
# the tagger's model, embedded as it is
TOBJ    += $(B)/o/gen/blob.o
MODEL   := ext/data/model.bin ext/data/model_names.bin
# hashes of lexicon and model, for csto_debug
TOBJ    += $(B)/o/gen/hashes.o

# a table's C source stays, so that it can be read
.SECONDARY:

.PHONY: all help run test quick lint bench fuzz fuzzers install uninstall dist \
        clean asan unicode golden unit test-installed model
all: $(B)/csto.so $(B)/cstopure.so

help:
	@sed -n 's/^#? //p' Makefile

#? make                 build/csto.so and build/cstopure.so
#? make run             index a folder, write and print the report:
#?                      DIR=folder DB=file REPORT=file JOBS=processes
#? make test            everything that must hold; installs what it needs
#? make quick           the fast part of it
#? make lint            floors, symbols, warnings, clang-tidy, cppcheck
#? make bench           speed and quality beside peers
#? make fuzz            each fuzzer for FUZZ_TIME seconds (60)
#? make install         PREFIX=/usr/local DESTDIR=; then .load csto
#? make uninstall       takes it away again
#? make dist            build/csto-VERSION.tar.gz
#? make model DATA=dir  trains ext/data/model again
#? make golden NAME=x   writes tests/sql/x.out from what is built
#? make unicode         ext/text/*_table.c from utf8proc

# ---- the main job ----
DIR     ?= tests/articles
DB      ?= $(B)/news.db
REPORT  ?= $(B)/report.html

run:
	$(Q)sh tests/deps.sh build
	$(Q)test -e $(B)/csto.so || echo "building csto: a minute or two, once" >&2
	$(Q)$(MAKE) -s --no-print-directory all
	$(Q)OWN=$(if $(filter file,$(origin DB)),1) \
	  sh sql/run.sh "$(DIR)" "$(DB)" "$(REPORT)"

# ---- install ----
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
VERSION := $(shell sed -n 's/.*CSTO_VERSION "\(.*\)"/\1/p' ext/csto.h)

# The dynamic linker's cache lists files named lib*.so* under their SONAME,
# which is csto.so: so `.load csto` finds the module from any folder.
install: all
	install -d "$(DESTDIR)$(LIBDIR)"
	install -m 755 $(B)/csto.so "$(DESTDIR)$(LIBDIR)/libcsto.so.0"
	install -m 755 $(B)/cstopure.so "$(DESTDIR)$(LIBDIR)/libcstopure.so.0"
	ln -sf libcsto.so.0 "$(DESTDIR)$(LIBDIR)/csto.so"
	ln -sf libcstopure.so.0 "$(DESTDIR)$(LIBDIR)/cstopure.so"
	$(if $(DESTDIR),,-ldconfig)

uninstall:
	rm -f "$(DESTDIR)$(LIBDIR)"/libcsto.so.0 \
	  "$(DESTDIR)$(LIBDIR)"/libcstopure.so.0 \
	  "$(DESTDIR)$(LIBDIR)"/csto.so "$(DESTDIR)$(LIBDIR)"/cstopure.so
	$(if $(DESTDIR),,-ldconfig)

dist:
	@mkdir -p $(B)
	git archive --prefix=csto-$(VERSION)/ -o $(B)/csto-$(VERSION).tar.gz HEAD

-include $(wildcard $(B)/local.mk)

# ---- the module ----
$(B)/csto.so: $(OBJ) $(TOBJ) $(EXTRAOBJ) Makefile
	$(Q)$(CC) $(EXTRA_CFLAGS) $(LDFLAGS) -Wl,-soname,$(@F) -o $@ $(filter %.o,$^) $(LDLIBS)

$(B)/cstopure.so: $(PUREOBJ) $(TOBJ) $(EXTRAOBJ) Makefile
	$(Q)$(CC) $(EXTRA_CFLAGS) $(LDFLAGS) -Wl,-soname,$(@F) -o $@ $(filter %.o,$^) $(LDLIBS)

$(B)/libcore.a: $(COREOBJ) $(TOBJ) $(EXTRAOBJ)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/o/%.o: ext/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# what goes over every word gains a twentieth by -O3, the sums over rows of
# weights a third; the rest is larger by it and no faster
HOT     := base/hash text/doc text/table text/fold entity/sums entity/chain \
           entity/tagger entity/features entity/model entity/weights \
           $(patsubst ext/%.c,%,$(wildcard ext/speech/*.c))
$(HOT:%=$(B)/o/%.o): OPT := $(OPT:-O2=-O3)

$(B)/o/csto_pure.o: ext/csto.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -DCSTO_PURE -MMD -MP -c -o $@ $<

$(B)/o/gen/blob.o: ext/gen/blob.S $(MODEL)
	@mkdir -p $(@D)
	$(Q)$(CC) $(EXTRA_CFLAGS) -fPIC -c -o $@ $<

$(B)/o/gen/%.o: $(B)/gen/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -O1 -c -o $@ $<

# ---- tables from ext/data ----
GENSRC  := ext/gen/table.c ext/base/mem.c ext/base/buf.c ext/base/arena.c \
           ext/base/hash.c ext/text/doc.c ext/text/fold.c \
           ext/text/fold_table.c ext/text/table.c ext/text/utf8.c

$(B)/gen/table: $(GENSRC) $(wildcard ext/base/*.h ext/text/*.h)
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) -std=c11 -O1 -D_GNU_SOURCE -Iext -o $@ $(GENSRC)

$(B)/gen/lexicon.tsv: ext/gen/lexicon.awk $(LEXICON:%=ext/data/%.tsv)
	@mkdir -p $(@D)
	$(Q)awk -f $^ > $@.tmp && mv $@.tmp $@

$(B)/gen/t_lexicon.c: $(B)/gen/lexicon.tsv $(B)/gen/table
	$(Q)$(B)/gen/table lexicon $< > $@.tmp && mv $@.tmp $@

$(B)/gen/t_%.c: ext/data/%.tsv $(B)/gen/table
	$(Q)$(B)/gen/table $* $< > $@.tmp && mv $@.tmp $@

KNOWN   := $(sort $(wildcard ext/data/*.tsv ext/data/*/*.tsv))

$(B)/gen/hashes.c: $(KNOWN) $(MODEL)
	@mkdir -p $(@D)
	$(Q){ printf '#include "base/hash.h"\n'; \
	  printf 'const char csto_lexicon_hash[] = "%s";\n' \
	    "$$(cat $(KNOWN) | sha256sum | cut -c1-16)"; \
	  printf 'const char csto_model_hash[] = "%s";\n' \
	    "$$(cat $(MODEL) | sha256sum | cut -c1-16)"; } > $@

STEM    := ext/data/stem/lexicon.tsv ext/data/stem/affixes.tsv

$(B)/gen/stem: ext/gen/stem.c ext/morph/lexicon.h
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) -std=c11 -O1 -Iext -o $@ $<

$(B)/gen/s_lexicon.c: $(STEM) $(B)/gen/stem
	$(Q)$(B)/gen/stem $(STEM) > $@.tmp && mv $@.tmp $@

# ext/text/*_table.c are checked in; this makes them again (needs utf8proc)
unicode:
	@mkdir -p $(B)/gen
	$(Q)$(HOSTCC) -std=c11 -O1 -Iext -o $(B)/gen/fold_table \
	  ext/gen/fold_table.c -lutf8proc
	$(B)/gen/fold_table ext/data/fold.tsv > ext/text/fold_table.c
	$(Q)$(HOSTCC) -std=c11 -O1 -o $(B)/gen/forms_table \
	  ext/gen/forms_table.c -lutf8proc
	$(B)/gen/forms_table > ext/text/forms_table.c

# ---- the tagger's model ----
# make model DATA=folder trains ext/data/model.bin again, bit for bit (needs
# ner/, gaz/ and news.tar.xz in the folder, or the unpacked corpus: CORPUS=)
TRAIN   := $(wildcard ext/gen/train_*.c) ext/entity/features.c \
           ext/entity/model.c ext/entity/tagger.c ext/entity/chain.c \
           ext/entity/sums.c ext/entity/weights.c ext/entity/classes.c \
           ext/entity/types.c ext/text/known.c \
           $(filter-out ext/gen/table.c,$(GENSRC)) \
           $(B)/gen/t_abbreviations.c
CORPUS  ?= $(B)/corpus

$(B)/gen/train_tagger: $(TRAIN) ext/gen/blob.S $(wildcard ext/*/*.h)
	@mkdir -p $(@D)
	$(Q)for m in $(MODEL); do test -f $$m || : > $$m; done
	$(Q)$(HOSTCC) -std=c11 -O3 -ffp-contract=off -fno-math-errno $(SSE) $(WARN) \
	  -D_GNU_SOURCE -Iext -o $@ $(TRAIN) ext/gen/blob.S -lm

$(B)/corpus/meta.tsv:
	@mkdir -p $(@D)
	$(Q)tar xJf $(DATA)/news.tar.xz -C $(@D)

model: $(B)/gen/train_tagger $(CORPUS)/meta.tsv
	$(Q)$(B)/gen/train_tagger $(DATA) $(CORPUS) ext/data/model \
	  $(B)/model $(TRAINOPT)
	$(Q)mv $(B)/model.bin $(B)/model_names.bin ext/data

# ---- tests ----
UNIT    := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))

$(B)/unit/%: tests/unit/%.c tests/unit/check.h $(B)/libcore.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -Itests/unit -o $@ $< $(B)/libcore.a $(LDLIBS)

quick: all $(UNIT)
	sh tests/run.sh $(B) quick

test:
	$(Q)sh tests/deps.sh test
	$(Q)$(MAKE) --no-print-directory test-installed

test-installed: all $(UNIT)
	sh tests/run.sh $(B) all

lint:
	$(Q)sh tests/deps.sh lint
	$(Q)$(MAKE) --no-print-directory all
	sh tests/lint/lint.sh $(B)

bench: all
	$(Q)sh tests/deps.sh bench
	sh tests/bench/bench.sh $(B)

$(B)/bench/tagger: tests/bench/tagger.c ext/gen/train_feed.c \
                   ext/gen/train_eval.c $(B)/libcore.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS)

$(B)/bench/%: tests/bench/%.c $(B)/libcore.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -o $@ $< $(B)/libcore.a $(LDLIBS)

# ---- fuzzers: make fuzz FUZZ_TIME=600 runs each for ten minutes ----
FUZZ_TIME ?= 60
FUZZ    := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZFLAGS := -std=c11 -O1 -g -D_GNU_SOURCE -DCSTO_ARENA_EXACT -Iext \
           -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZOBJ := $(CORE:ext/%.c=$(B)/fuzz/o/%.o)
# tests/fuzz/sql_*.c have the whole module in them, bound to SQLite directly
FUZZSQL := $(FUZZOBJ) $(ADAPT:ext/%.c=$(B)/fuzz/o/%.o)

$(B)/fuzz/o/%.o: ext/%.c
	@mkdir -p $(@D)
	$(Q)clang $(FUZZFLAGS) -fsanitize=fuzzer-no-link -DSQLITE_CORE -MMD -MP \
	  -c -o $@ $<

$(filter $(B)/fuzz/sql_%,$(FUZZ)): $(B)/fuzz/%: tests/fuzz/%.c $(FUZZSQL) \
             $(TOBJ) $(EXTRAOBJ)
	$(Q)clang $(FUZZFLAGS) -fsanitize=fuzzer -o $@ $^ -lsqlite3 $(LDLIBS)

$(B)/fuzz/%: tests/fuzz/%.c $(FUZZOBJ) $(B)/fuzz/o/base/mem.o $(TOBJ) \
             $(EXTRAOBJ)
	$(Q)clang $(FUZZFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

fuzzers: $(FUZZ)

fuzz:
	$(Q)sh tests/deps.sh fuzz
	$(Q)$(MAKE) --no-print-directory fuzzers
	sh tests/fuzz/fuzz.sh $(B) -max_total_time=$(FUZZ_TIME)

# writes the expected output of one SQL golden: make golden NAME=shapes
golden: all
	-sqlite3 -init /dev/null :memory: ".load $(B)/csto" \
	  ".read tests/sql/$(NAME).sql" > tests/sql/$(NAME).out 2>&1
	git diff --stat -- tests/sql

asan:
	$(Q)$(MAKE) --no-print-directory B=$(B)/asan OPT=-O1 \
	  EXTRA_CFLAGS="-DCSTO_ARENA_EXACT -fsanitize=address,undefined \
	  -fno-sanitize-recover=undefined -fno-omit-frame-pointer" all unit

unit: $(UNIT)

clean:
	rm -rf $(B)

-include $(OBJ:.o=.d) $(PUREOBJ:.o=.d) $(FUZZSQL:.o=.d)
