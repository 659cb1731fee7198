/*
 * A small x86-64 core of the AMD kind, plugged into ringcross over JSON Lines.
 *
 * It runs SYSCALL, SYSRET and SWAPGS in 64-bit mode as the AMD APM (Vol. 3) says, with one bug
 * planted in `sysret`, marked PLANTED BUG. Build it with `cc -std=c11 -O2 core.c -o core`;
 * `ringcross run ./core` finds the bug.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DB = 1, UD = 6, GP = 13, NO_CODE = -1 };

static const uint64_t TF = 1u << 8, RF = 1u << 16, SCE = 1, LMA = 1u << 10, LA57 = 1u << 12, BS = 1u << 14;
/* What SYSRET takes from R11: CF PF AF ZF SF TF IF DF OF IOPL NT AC VIF VIP ID. */
static const uint64_t FROM_R11 = 0x3C7FD7;

typedef struct {
    uint64_t selector, base, limit, type, s, dpl, p, avl, l, db, g;
} Segment;

/* The part of the state that the three instructions read or write; the rest never changes. */
typedef struct {
    uint64_t cpl, rip, rflags, cr4, dr6, rcx, r11, efer, star, lstar, fmask, gs_base, kernel_gs_base;
    Segment cs, ss;
} Cpu;

/* How an instruction ended: vector 0 is "retired"; a trap keeps what the instruction did. */
typedef struct {
    int vector, error_code;
    bool trap;
} End;

static const End RETIRED = {0, NO_CODE, true};
static End fault(int vector, int code) { return (End){vector, code, false}; }
static End trap(int vector, int code) { return (End){vector, code, true}; }

static const Segment FLAT = {.limit = 0xFFFFFFFF, .s = 1, .p = 1, .g = 1};

/* Whether all bits above the width of the paging in use equal the highest one inside. */
static bool canonical(uint64_t address, const Cpu *cpu) {
    int shift = (cpu->cr4 & LA57 ? 57 : 48) - 1;
    return address >> shift == 0 || address >> shift == UINT64_MAX >> shift;
}

static End do_syscall(Cpu *cpu, uint64_t next) {
    if (!(cpu->efer & SCE)) return fault(UD, NO_CODE);
    cpu->rcx = next;
    cpu->r11 = cpu->rflags & ~RF;
    cpu->rflags = (cpu->rflags & ~cpu->fmask & ~RF) | 2;
    uint64_t base = cpu->star >> 32 & 0xFFFF;
    cpu->cs = cpu->ss = FLAT;
    cpu->cs.selector = base & 0xFFFC, cpu->cs.type = 0xB, cpu->cs.l = 1;
    cpu->ss.selector = (base + 8) & 0xFFFF, cpu->ss.type = 3, cpu->ss.db = 1;
    cpu->cpl = 0;
    cpu->rip = cpu->lstar;
    return RETIRED;
}

static End do_sysret(Cpu *cpu, bool wide) {
    if (!(cpu->efer & SCE)) return fault(UD, NO_CODE);
    if (cpu->cpl != 0) return fault(GP, 0);
    /* AMD does not look at RCX here: a bad one faults at the fetch, at CPL 3. */
    cpu->rip = wide ? cpu->rcx : (uint32_t)cpu->rcx;
    cpu->rflags = (cpu->r11 & FROM_R11) | 2;
    uint64_t base = cpu->star >> 48;
    cpu->cs = FLAT;
    cpu->cs.selector = ((wide ? base + 16 : base) & 0xFFFF) | 3;
    cpu->cs.type = 0xB, cpu->cs.dpl = 3, cpu->cs.l = wide, cpu->cs.db = !wide;
    /* PLANTED BUG: RPL is forced to 3, as Intel does it and as QEMU and Bochs do it for every model.
     * AMD takes STAR[63:48] + 8 as it is: with STAR[49:48] = 0 the user gets an SS with RPL 0. */
    cpu->ss.selector = ((base + 8) & 0xFFFF) | 3;
    /* The hidden part of SS stays, except that it counts as DPL 3. */
    cpu->ss.dpl = 3;
    cpu->cpl = 3;
    return RETIRED;
}

static End do_swapgs(Cpu *cpu, uint64_t next) {
    if (cpu->cpl != 0) return fault(GP, 0);
    uint64_t base = cpu->gs_base;
    cpu->gs_base = cpu->kernel_gs_base;
    cpu->kernel_gs_base = base;
    cpu->rflags &= ~RF;
    cpu->rip = next;
    return RETIRED;
}

/* Decodes and runs one instruction; NULL, or why this core cannot. */
static const char *step(Cpu *cpu, const uint8_t *code, int length, End *end) {
    int at = 0, rex = 0;
    bool lock = false;
    for (; at < length; at++) {
        uint8_t byte = code[at];
        bool is_rex = (byte & 0xF0) == 0x40;
        if (!is_rex && (byte == 0 || !strchr("\x26\x2E\x36\x3E\x64\x65\x66\x67\xF0\xF2\xF3", byte))) break;
        if (byte == 0xF0) lock = true;
        rex = is_rex ? byte : 0; /* A REX prefix counts only directly before the opcode. */
    }
    const uint8_t *opcode = code + at;
    int left = length - at, size;
    if (left >= 2 && opcode[0] == 0x0F && (opcode[1] == 0x05 || opcode[1] == 0x07)) size = 2;
    else if (left >= 3 && opcode[0] == 0x0F && opcode[1] == 0x01 && opcode[2] == 0xF8) size = 3;
    else return "this core knows SYSCALL, SYSRET and SWAPGS only";
    uint64_t next = cpu->rip + at + size;
    if (at + size > 15) *end = fault(GP, 0);
    else if (lock) *end = fault(UD, NO_CODE);
    else if (size == 3) *end = do_swapgs(cpu, next);
    else if (opcode[1] == 0x05) *end = do_syscall(cpu, next);
    else *end = do_sysret(cpu, rex & 8);
    if (end->vector != 0) return NULL;
    /* Between two instructions: first the single-step trap, then the fetch. */
    if (cpu->rflags & TF) {
        cpu->dr6 |= BS;
        *end = trap(DB, NO_CODE);
    } else if (!canonical(cpu->rip, cpu)) *end = trap(GP, 0);
    return NULL;
}

/* ---- JSON: just enough to walk the harness's messages, which hold no escapes ---- */

static const char *skip_space(const char *at) { return at + strspn(at, " \t\r\n"); }

static const char *skip_string(const char *at) {
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : at;
}

/* The end of the value at `at`, however deep it is. */
static const char *skip_value(const char *at) {
    int depth = 0;
    do {
        at = skip_space(at);
        if (*at == '"') at = skip_string(at);
        else if (*at == '{' || *at == '[') depth++, at++;
        else if (*at == '}' || *at == ']') depth--, at++;
        else if (*at == ',' || *at == ':') at++;
        else at += strcspn(at, ",:]} \t\r\n");
    } while (depth > 0 && *at);
    return at;
}

/* The member `name` of the object at `at`. What the protocol promises and is absent ends the program. */
static const char *member(const char *at, const char *name) {
    size_t length = strlen(name);
    for (at = skip_space(at) + 1; *at && *at != '}'; at = skip_space(at), at += *at == ',') {
        const char *key = skip_space(at);
        if (*key != '"') break;
        const char *value = skip_space(skip_space(skip_string(key)) + 1);
        if (strncmp(key + 1, name, length) == 0 && key[length + 1] == '"') return value;
        at = skip_value(value);
    }
    fprintf(stderr, "no member %s\n", name);
    exit(1);
}

/* A number, or a 64-bit value in quotes. */
static uint64_t number(const char *object, const char *name) {
    const char *value = member(object, name);
    return *value == '"' ? strtoull(value + 1, NULL, 16) : strtoull(value, NULL, 10);
}

static bool is_text(const char *value, const char *text) {
    size_t length = strlen(text);
    return *value == '"' && strncmp(value + 1, text, length) == 0 && value[length + 1] == '"';
}

static Segment read_segment(const char *at) {
    return (Segment){number(at, "selector"), number(at, "base"), number(at, "limit"), number(at, "type"),
                     number(at, "s"), number(at, "dpl"), number(at, "p"), number(at, "avl"),
                     number(at, "l"), number(at, "db"), number(at, "g")};
}

static Cpu read_cpu(const char *at) {
    return (Cpu){.cpl = number(at, "cpl"), .rip = number(at, "rip"), .rflags = number(at, "rflags"),
                 .cr4 = number(at, "cr4"), .dr6 = number(at, "dr6"), .rcx = number(at, "rcx"),
                 .r11 = number(at, "r11"), .efer = number(at, "efer"), .star = number(at, "star"),
                 .lstar = number(at, "lstar"), .fmask = number(at, "fmask"),
                 .gs_base = number(member(at, "gs"), "base"), .kernel_gs_base = number(at, "kernelGsBase"),
                 .cs = read_segment(member(at, "cs")), .ss = read_segment(member(at, "ss"))};
}

#define HEX "\"0x%016" PRIx64 "\""

static void print_segment(const char *name, const Segment *s) {
    printf(",\"%s\":{\"selector\":%" PRIu64 ",\"base\":" HEX ",\"limit\":%" PRIu64 ",\"type\":%" PRIu64
           ",\"s\":%" PRIu64 ",\"dpl\":%" PRIu64 ",\"p\":%" PRIu64 ",\"avl\":%" PRIu64 ",\"l\":%" PRIu64
           ",\"db\":%" PRIu64 ",\"g\":%" PRIu64 "}",
           name, s->selector, s->base, s->limit, s->type, s->s, s->dpl, s->p, s->avl, s->l, s->db, s->g);
}

static void print_end(End end) {
    if (end.vector == 0) printf("{\"kind\":\"retired\"}");
    else if (end.error_code == NO_CODE) printf("{\"kind\":\"exception\",\"vector\":%d}", end.vector);
    else printf("{\"kind\":\"exception\",\"vector\":%d,\"errorCode\":%d}", end.vector, end.error_code);
}

/* Answers one `run` message. */
static void run(const char *message) {
    uint64_t id = number(message, "id");
    const char *test = member(message, "case"), *steps = skip_space(member(test, "steps") + 1);
    Cpu before = read_cpu(member(test, "before")), cpu = before;
    const char *text = member(steps, "bytes") + 1, *reason = NULL;
    uint8_t code[32];
    int length = 0;
    End end = RETIRED;
    for (unsigned byte; length < 32 && sscanf(text, "%2x", &byte) == 1; text += 2) code[length++] = byte;
    if (!(cpu.efer & LMA) || !cpu.cs.l) reason = "this core has 64-bit mode only";
    else if (*skip_space(skip_value(steps)) == ',' || !is_text(member(test, "delivery"), "observe"))
        reason = "this core runs one instruction and has no IDT";
    else reason = step(&cpu, code, length, &end);
    if (reason) {
        printf("{\"kind\":\"unsupported\",\"id\":%" PRIu64 ",\"reason\":\"%s\"}\n", id, reason);
        return;
    }
    if (!end.trap) cpu = before;
    /* Fields that are not mentioned did not change; mentioning one that did not is allowed. */
    printf("{\"kind\":\"observation\",\"id\":%" PRIu64 ",\"observation\":{\"end\":", id);
    print_end(end);
    printf(",\"after\":{\"cpl\":%" PRIu64 ",\"rip\":" HEX ",\"rflags\":" HEX ",\"dr6\":" HEX ",\"rcx\":" HEX
           ",\"r11\":" HEX ",\"kernelGsBase\":" HEX ",\"gs\":{\"base\":" HEX "}",
           cpu.cpl, cpu.rip, cpu.rflags, cpu.dr6, cpu.rcx, cpu.r11, cpu.kernel_gs_base, cpu.gs_base);
    print_segment("cs", &cpu.cs);
    print_segment("ss", &cpu.ss);
    printf("},\"writes\":[]}}\n");
}

static const char READY[] =
    "{\"kind\":\"ready\",\"protocol\":1,\"name\":\"c-example\",\"version\":\"1.0\",\"model\":\"64-bit mode only\","
    "\"profile\":{\"vendor\":\"amd\",\"modes\":[\"64\"],\"imposed\":[],\"features\":{\"nx\":true,\"la57\":true,"
    "\"fsgsbase\":false,\"svm\":false,\"ffxsr\":false,\"tce\":false,\"lmsle\":false,\"mcommit\":false,"
    "\"intwb\":false,\"uaie\":false,\"aibrse\":false}},\"capabilities\":{\"noOpinion\":{"
    "\"rdmsr\":\"no MSRs\",\"wrmsr\":\"no MSRs\",\"fsgsbase\":\"no FSGSBASE\"}}}";

/* The next line of standard input, in a buffer that grows; NULL at its end. */
static char *read_line(void) {
    static char *line;
    static size_t room;
    size_t used = 0;
    for (int c; (c = getchar()) != EOF && c != '\n';) {
        if (used + 1 >= room && !(line = realloc(line, room = room * 2 + 4096))) abort();
        line[used++] = (char)c;
    }
    if (used == 0) return NULL;
    line[used] = '\0';
    return line;
}

int main(void) {
    for (const char *line; (line = read_line());) {
        const char *kind = member(line, "kind");
        if (is_text(kind, "stop")) break;
        if (is_text(kind, "start")) puts(READY);
        else run(line);
        fflush(stdout); /* Otherwise the answer waits in a buffer, and the harness for it. */
    }
    return 0;
}
