/*
 * The CPU that this runs on, as a processor under test: runs cases at CPL 3 of a Linux process.
 *
 * A case is entered by a signal frame made by hand and given to rt_sigreturn, which takes any RIP, RSP, CS, SS and
 * nearly any RFLAGS, and left by the signal of its first exception. Two processes: the front speaks to Node over two
 * pipes and stays alive; the worker is forked for each batch and may die or hang by a case.
 *
 * Pipes carry little-endian structs, those below. harness/adapters/native-record.ts is the other half.
 */
#define _GNU_SOURCE
#include <asm/ldt.h>
#include <cpuid.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#define PAGE 4096ull
#define VERSION 2
/* MAGIC_*: "RGXNATIV", "LDTS", "BATC", "DONE". */
#define MAGIC_HELLO 0x564954414e584752ull
#define MAGIC_LDT 0x5354444cu
#define MAGIC_BATCH 0x43544142u
#define MAGIC_DONE 0x454e4f44u
#define MAX_CASES 8192u
#define MAX_BATCH_BYTES (16u << 20)
#define MAX_PAGES 8
#define MAX_CHANGES 65536u
#define MAX_LOCAL 8192u

/* --- What crosses the pipes --------------------------------------------------------------------------------- */

enum { HAS_LDT = 1, HAS_SECCOMP = 2, HAS_LA57 = 4 };

struct cpuid_leaf {
  u32 leaf, eax, ebx, ecx, edx;
};
static const u32 LEAVES[] = {0, 1, 7, 0x80000000u, 0x80000001u, 0x80000008u, 0x8000000au, 0x80000021u};
#define LEAF_COUNT (sizeof LEAVES / sizeof *LEAVES)

/* Entries of Linux's GDT. */
#define GDT_ENTRIES 16
enum { LAR_VALID = 1, LSL_VALID = 2 };
struct seen_entry {
  u32 valid, access, limit;
};

/* `lowest`: the first page that this process may map. */
struct hello {
  u64 magic;
  u32 version, flags;
  u64 lowest;
  struct seen_entry gdt[GDT_ENTRIES];
  struct cpuid_leaf leaves[LEAF_COUNT];
};

/* After MAGIC_LDT: `count` descriptors, the whole LDT. After MAGIC_BATCH: `count` cases. Both `bytes` long. */
struct batch {
  u32 magic, count, bytes, limit_ms;
};

/* The state of a case and of a result; general registers in the order of their numbers. */
struct state {
  u64 gpr[16], rip, rflags, fs_base, gs_base;
  u16 cs, ss, ds, es, fs, gs, zero[2];
};

/* Then `pages` times a page_head with its chunks. */
struct test_case {
  u32 size, pages;
  struct state before;
};

enum { PAGE_WRITE = 1, PAGE_EXECUTE = 2 };
struct page_head {
  u64 linear;
  u32 flags, chunks;
};
/* Then `length` bytes, filled up to a multiple of 8. */
struct chunk_head {
  u32 offset, length;
};

enum { RAN = 0, NO_PAGE = 1, WROTE_TOO_MUCH = 2 };
struct result {
  u32 status, vector;
  u64 error, address;
  struct state after;
};

/* Bytes of memory that case `index` changed. */
#define CHANGE_SIZE 16u
struct change {
  u32 index, length;
  u64 linear;
  unsigned char bytes[CHANGE_SIZE];
};

/* Then `count` results and `changes` changes. `cpu_us`: microseconds that the worker took of its core. */
enum { COMPLETE = 0, DIED = 1, HUNG = 2, DAMAGED = 3 };
struct done {
  u32 magic, outcome, detail, count, changes, cpu_us;
};

/* --- One case ------------------------------------------------------------------------------------------------ */

/* Entry and exit; these live in memory that is aligned whatever AC says. */
u64 host_fs, host_gs, host_rsp, entry_fs, entry_gs, entry_flags;
u64 seen_context, seen_fs, seen_gs;
u16 entry_ds, entry_es, entry_fsel, entry_gsel;
u16 seen_ds, seen_es, seen_fsel, seen_gsel;
void enter_case(ucontext_t *context);
void leave_case(int signal, siginfo_t *info, void *context);

/*
 * NT and ID are not among the flags that sigreturn restores: they are set before it and stay.
 * leave_case is the signal handler: it runs on the alternate stack and returns from enter_case.
 */
__asm__(
    ".text\n"
    ".globl enter_case\n"
    "enter_case:\n"
    "  push %rbx; push %rbp; push %r12; push %r13; push %r14; push %r15; pushfq\n"
    "  mov %rsp, host_rsp(%rip)\n"
    "  rdfsbase %rax; mov %rax, host_fs(%rip)\n"
    "  rdgsbase %rax; mov %rax, host_gs(%rip)\n"
    "  mov entry_ds(%rip), %ds; mov entry_es(%rip), %es\n"
    "  mov entry_fsel(%rip), %fs; mov entry_gsel(%rip), %gs\n"
    "  mov entry_fs(%rip), %rax; wrfsbase %rax\n"
    "  mov entry_gs(%rip), %rax; wrgsbase %rax\n"
    "  push entry_flags(%rip); popfq\n"
    "  mov %rdi, %rsp\n"
    "  mov $15, %eax\n"
    "  syscall\n"
    "  ud2\n"
    ".globl leave_case\n"
    "leave_case:\n"
    "  rdfsbase %rax; mov %rax, seen_fs(%rip)\n"
    "  rdgsbase %rax; mov %rax, seen_gs(%rip)\n"
    "  mov %ds, seen_ds(%rip); mov %es, seen_es(%rip)\n"
    "  mov %fs, seen_fsel(%rip); mov %gs, seen_gsel(%rip)\n"
    "  xor %eax, %eax; mov %eax, %fs; mov %eax, %gs\n"
    "  mov host_fs(%rip), %rax; wrfsbase %rax\n"
    "  mov host_gs(%rip), %rax; wrgsbase %rax\n"
    "  mov %rdx, seen_context(%rip)\n"
    "  mov host_rsp(%rip), %rsp\n"
    "  cld\n"
    "  popfq; pop %r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx\n"
    "  ret\n");

static const int GREG[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                             REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

/* NT and ID. */
#define KEPT_FLAGS 0x204000ull
/* UC_SIGCONTEXT_SS | UC_STRICT_RESTORE_SS: take SS as it is. */
#define CONTEXT_FLAGS 6

static ucontext_t entry_context __attribute__((aligned(64)));
static char *alternate_stack;
#define ALTERNATE_SIZE 65536

static void run_case(const struct state *before, struct result *result) {
  greg_t *in = entry_context.uc_mcontext.gregs;
  for (int at = 0; at < 16; at++) in[GREG[at]] = (greg_t)before->gpr[at];
  in[REG_RIP] = (greg_t)before->rip;
  in[REG_EFL] = (greg_t)before->rflags;
  in[REG_CSGSFS] = (greg_t)((u64)before->cs | (u64)before->ss << 48);
  entry_fs = before->fs_base;
  entry_gs = before->gs_base;
  entry_ds = before->ds;
  entry_es = before->es;
  entry_fsel = before->fs;
  entry_gsel = before->gs;
  entry_flags = 0x202 | (before->rflags & KEPT_FLAGS);
  enter_case(&entry_context);
  const greg_t *out = ((const ucontext_t *)seen_context)->uc_mcontext.gregs;
  struct state *after = &result->after;
  for (int at = 0; at < 16; at++) after->gpr[at] = (u64)out[GREG[at]];
  after->rip = (u64)out[REG_RIP];
  after->rflags = (u64)out[REG_EFL];
  after->fs_base = seen_fs;
  after->gs_base = seen_gs;
  after->cs = (u16)out[REG_CSGSFS];
  after->ss = (u16)((u64)out[REG_CSGSFS] >> 48);
  after->ds = seen_ds;
  after->es = seen_es;
  after->fs = seen_fsel;
  after->gs = seen_gsel;
  result->vector = (u32)out[REG_TRAPNO];
  result->error = (u64)out[REG_ERR];
  result->address = (u64)out[REG_CR2];
  result->status = RAN;
}

/* --- The case's memory --------------------------------------------------------------------------------------- */

/* Each frame is mapped twice: here, always writable, and at the case's address with the case's rights. */
struct frame {
  u64 linear;
  u32 flags;
  int mapped, wanted;
  /* What the last case put there: a stretch that is cleared before the next. */
  u32 low, high;
};
static struct frame frames[MAX_PAGES];
static char *frame_bytes;
static int frame_file;
/* What each frame held when the case began. */
static char before_bytes[MAX_PAGES * PAGE];

struct range {
  u64 from, to;
};
static struct range taken[256];
static int taken_count;
#define STACK_RESERVE (16ull << 20)

/* Reads what this process itself has mapped; nothing is mapped after it but pages of cases. */
static void read_taken(void) {
  FILE *maps = fopen("/proc/self/maps", "r");
  char line[512];
  taken_count = 0;
  while (maps && fgets(line, sizeof line, maps)) {
    struct range *range = &taken[taken_count];
    if (sscanf(line, "%lx-%lx", &range->from, &range->to) != 2) continue;
    if (strstr(line, "[stack]")) range->from -= STACK_RESERVE;
    if (taken_count < 255) taken_count++;
  }
  if (maps) fclose(maps);
}

/* Whether this process has something of its own at a page, or next to it where a case may land. */
static int is_taken(u64 linear) {
  for (int at = 0; at < taken_count; at++)
    if (linear + 2 * PAGE > taken[at].from && linear < taken[at].to + PAGE) return 1;
  return 0;
}

/* Whether a frame already is where a page belongs. */
static int fits(const struct frame *frame, u64 linear, u32 flags) {
  return frame->mapped && frame->linear == linear && frame->flags == flags;
}

/* The frame for a page: the one that fits, else one that nobody wants, best one that only has to move. */
static struct frame *frame_for(u64 linear, u32 flags) {
  struct frame *best = 0;
  for (int at = 0; at < MAX_PAGES; at++) {
    struct frame *frame = &frames[at];
    if (fits(frame, linear, flags)) return frame;
    if (frame->wanted) continue;
    if (!best || (frame->mapped && frame->flags == flags)) best = frame;
  }
  return best;
}

static void drop(struct frame *frame) {
  if (frame->mapped) munmap((void *)frame->linear, PAGE);
  frame->mapped = 0;
}

static int map(struct frame *frame, u64 linear, u32 flags) {
  int rights = PROT_READ | (flags & PAGE_WRITE ? PROT_WRITE : 0) | (flags & PAGE_EXECUTE ? PROT_EXEC : 0);
  off_t offset = (off_t)((u64)(frame - frames) * PAGE);
  void *got;
  if (is_taken(linear)) return 0;
  for (int at = 0; at < MAX_PAGES; at++)
    if (&frames[at] != frame && frames[at].linear == linear) drop(&frames[at]);
  if (frame->mapped && frame->flags == flags) {
    got = mremap((void *)frame->linear, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, (void *)linear);
  } else {
    drop(frame);
    got = mmap((void *)linear, PAGE, rights, MAP_SHARED | MAP_FIXED | MAP_POPULATE, frame_file, offset);
  }
  if (got == MAP_FAILED) return 0;
  frame->linear = linear;
  frame->flags = flags;
  frame->mapped = 1;
  return 1;
}

/* Puts the pages of a case where they belong and takes all others away. Returns 0 when a page cannot be there. */
static int place_pages(const struct test_case *test_case) {
  const char *at = (const char *)(test_case + 1);
  for (int index = 0; index < MAX_PAGES; index++) frames[index].wanted = 0;
  int done = 1;
  for (u32 index = 0; index < test_case->pages && done; index++) {
    const struct page_head *page = (const void *)at;
    at += sizeof *page;
    struct frame *frame = frame_for(page->linear, page->flags);
    if (!fits(frame, page->linear, page->flags)) done = map(frame, page->linear, page->flags);
    frame->wanted = done;
    u64 place = (u64)(frame - frames) * PAGE;
    memset(frame_bytes + place + frame->low, 0, frame->high - frame->low);
    memset(before_bytes + place + frame->low, 0, frame->high - frame->low);
    frame->low = PAGE;
    frame->high = 0;
    for (u32 chunk_index = 0; chunk_index < page->chunks; chunk_index++) {
      const struct chunk_head *chunk = (const void *)at;
      at += sizeof *chunk;
      memcpy(frame_bytes + place + chunk->offset, at, chunk->length);
      memcpy(before_bytes + place + chunk->offset, at, chunk->length);
      if (chunk->offset < frame->low) frame->low = chunk->offset;
      if (chunk->offset + chunk->length > frame->high) frame->high = chunk->offset + chunk->length;
      at += (chunk->length + 7u) & ~7u;
    }
    if (frame->low > frame->high) frame->low = frame->high = 0;
  }
  for (int index = 0; index < MAX_PAGES; index++)
    if (!frames[index].wanted) drop(&frames[index]);
  return done;
}

/* Shared between front and worker, so that results outlive the worker. */
static char *cases;
static struct result *results;
static struct change *changes;
struct counts {
  u32 cases, changes;
};
static volatile struct counts *progress;

/* Reports what a case wrote to one page, and undoes it. Returns 0 when there is no more room. */
static int report_page(u32 index, const struct frame *frame) {
  char *now = frame_bytes + (u64)(frame - frames) * PAGE;
  char *then = before_bytes + (u64)(frame - frames) * PAGE;
  if (memcmp(now, then, PAGE) == 0) return 1;
  int room = 1;
  for (u32 at = 0; at < PAGE; at += CHANGE_SIZE) {
    u32 from = at, to = at + CHANGE_SIZE;
    if (memcmp(now + at, then + at, CHANGE_SIZE) == 0) continue;
    while (now[from] == then[from]) from++;
    while (now[to - 1] == then[to - 1]) to--;
    if (progress->changes < MAX_CHANGES) {
      struct change *change = &changes[progress->changes++];
      change->index = index;
      change->length = to - from;
      change->linear = frame->linear + from;
      memcpy(change->bytes, now + from, to - from);
    } else {
      room = 0;
    }
    memcpy(now + at, then + at, CHANGE_SIZE);
  }
  return room;
}

/* Reports what a case wrote. */
static void report_memory(u32 index, struct result *result) {
  for (int at = 0; at < MAX_PAGES; at++) {
    const struct frame *frame = &frames[at];
    if (!frame->wanted || !(frame->flags & PAGE_WRITE)) continue;
    if (!report_page(index, frame)) result->status = WROTE_TOO_MUCH;
  }
}

/* --- The LDT ------------------------------------------------------------------------------------------------- */

static int write_descriptor(u32 entry, u64 descriptor) {
  struct user_desc desc;
  memset(&desc, 0, sizeof desc);
  desc.entry_number = entry;
  desc.base_addr = (u32)(descriptor >> 16 & 0xffffff) | (u32)(descriptor >> 56 << 24);
  desc.limit = (u32)(descriptor & 0xffff) | (u32)(descriptor >> 32 & 0xf0000);
  desc.seg_32bit = descriptor >> 54 & 1;
  desc.contents = descriptor >> 42 & 3;
  desc.read_exec_only = !(descriptor >> 41 & 1);
  desc.limit_in_pages = descriptor >> 55 & 1;
  desc.seg_not_present = !(descriptor >> 47 & 1);
  desc.useable = descriptor >> 52 & 1;
  return syscall(SYS_modify_ldt, 0x11, &desc, sizeof desc) == 0;
}

/* The whole LDT. Returns 0 when Linux refuses an entry. */
static int write_table(const u64 *descriptors, u32 count) {
  /* The last one first: it makes the table as long as it will be. */
  for (u32 entry = count; entry-- > 0;)
    if (!write_descriptor(entry, descriptors[entry])) return 0;
  return 1;
}

/* --- The worker ---------------------------------------------------------------------------------------------- */

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(3);
}

static void work(u32 count) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = ALTERNATE_SIZE};
  if (sigaltstack(&stack, 0)) fail("sigaltstack");
  entry_context.uc_flags = CONTEXT_FLAGS;
  entry_context.uc_stack = stack;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = leave_case;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  static const int SIGNALS[] = {SIGILL, SIGSEGV, SIGTRAP, SIGBUS, SIGFPE};
  for (unsigned at = 0; at < sizeof SIGNALS / sizeof *SIGNALS; at++)
    if (sigaction(SIGNALS[at], &action, 0)) fail("sigaction");
  /* The worker before may have left something. */
  memset(frame_bytes, 0, MAX_PAGES * PAGE);
  const char *at = cases;
  for (u32 index = 0; index < count; index++) {
    const struct test_case *test_case = (const void *)at;
    struct result *result = &results[index];
    if (place_pages(test_case)) {
      run_case(&test_case->before, result);
      report_memory(index, result);
    } else {
      result->status = NO_PAGE;
    }
    progress->cases = index + 1;
    at += test_case->size;
  }
  _exit(0);
}

/* --- The front ----------------------------------------------------------------------------------------------- */

static int read_all(void *target, size_t length) {
  for (size_t got = 0; got < length;) {
    ssize_t some = read(0, (char *)target + got, length - got);
    if (some < 0 && errno == EINTR) continue;
    if (some <= 0) return 0;
    got += (size_t)some;
  }
  return 1;
}

static void write_all(const void *source, size_t length) {
  for (size_t put = 0; put < length;) {
    ssize_t some = write(1, (const char *)source + put, length - put);
    if (some < 0 && errno == EINTR) continue;
    if (some <= 0) exit(3);
    put += (size_t)some;
  }
}

/* Whether the records are as they must be for the worker not to run astray. */
static int is_sound(u32 count, u32 bytes) {
  u32 at = 0;
  for (u32 index = 0; index < count; index++) {
    const struct test_case *test_case = (const void *)(cases + at);
    if (bytes - at < sizeof *test_case || test_case->size > bytes - at || test_case->pages > MAX_PAGES) return 0;
    u32 inside = sizeof *test_case;
    for (u32 page_index = 0; page_index < test_case->pages; page_index++) {
      const struct page_head *page = (const void *)(cases + at + inside);
      if (test_case->size < inside + sizeof *page) return 0;
      inside += sizeof *page;
      for (u32 chunk_index = 0; chunk_index < page->chunks; chunk_index++) {
        const struct chunk_head *chunk = (const void *)(cases + at + inside);
        if (test_case->size < inside + sizeof *chunk) return 0;
        if (chunk->offset > PAGE || chunk->length > PAGE - chunk->offset) return 0;
        inside += sizeof *chunk + ((chunk->length + 7u) & ~7u);
        if (inside > test_case->size) return 0;
      }
    }
    if (inside != test_case->size) return 0;
    at += inside;
  }
  return at == bytes;
}

/* Forks a worker for one batch and waits for it, as long as it makes progress. */
static struct done run_batch(const struct batch *batch) {
  struct done done = {MAGIC_DONE, COMPLETE, 0, 0, 0, 0};
  int alive[2];
  progress->cases = progress->changes = 0;
  if (pipe2(alive, O_CLOEXEC)) fail("pipe2");
  pid_t worker = fork();
  if (worker < 0) fail("fork");
  if (worker == 0) {
    close(alive[0]);
    work(batch->count);
  }
  close(alive[1]);
  struct pollfd end = {.fd = alive[0], .events = POLLIN};
  for (u32 seen = 0;;) {
    int ended = poll(&end, 1, (int)batch->limit_ms);
    if (ended > 0) break;
    if (ended == 0 && progress->cases == seen) {
      done.outcome = HUNG;
      kill(worker, SIGKILL);
      break;
    }
    seen = progress->cases;
  }
  close(alive[0]);
  int status = 0;
  struct rusage usage = {0};
  while (wait4(worker, &status, 0, &usage) < 0 && errno == EINTR) continue;
  done.cpu_us = (u32)((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
                      (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec));
  done.count = progress->cases;
  done.changes = progress->changes;
  if (done.outcome == COMPLETE && done.count < batch->count) {
    done.outcome = DIED;
    done.detail = WIFSIGNALED(status) ? (u32)WTERMSIG(status) : 0;
  }
  return done;
}

/* The last of the CPUs that this process may use: the first is where everything else runs. */
static void pin(void) {
  cpu_set_t allowed, one;
  if (sched_getaffinity(0, sizeof allowed, &allowed)) fail("sched_getaffinity");
  for (int cpu = CPU_SETSIZE - 1; cpu >= 0; cpu--) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    if (sched_setaffinity(0, sizeof one, &one)) fail("sched_setaffinity");
    return;
  }
}

static void *shared(size_t size) {
  void *got = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (got == MAP_FAILED) fail("mmap");
  return got;
}

static u32 probe(void) {
  u32 flags = 0;
  if (write_descriptor(0, 0x00cffb000000ffffull)) flags |= HAS_LDT;
  if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 0) flags |= HAS_SECCOMP;
  void *wide = mmap((void *)(1ull << 48), PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  if (wide != MAP_FAILED) {
    if (wide == (void *)(1ull << 48)) flags |= HAS_LA57;
    munmap(wide, PAGE);
  }
  return flags;
}

/* The first page that can be mapped: 1000h for who may, elsewhere mostly 10000h. */
static u64 lowest_page(void) {
  for (u64 linear = PAGE; linear < 1 << 20; linear += PAGE) {
    void *got = mmap((void *)linear, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED) continue;
    munmap(got, PAGE);
    if (got == (void *)linear) return linear;
  }
  return 1 << 20;
}

/* What LAR and LSL say of an entry of the GDT. */
static struct seen_entry look_at(u32 index) {
  struct seen_entry entry = {0, 0, 0};
  u32 selector = index << 3 | 3;
  unsigned char valid;
  __asm__ volatile("lar %2, %0; setz %1" : "+r"(entry.access), "=q"(valid) : "r"(selector) : "cc");
  if (valid) entry.valid |= LAR_VALID;
  __asm__ volatile("lsl %2, %0; setz %1" : "+r"(entry.limit), "=q"(valid) : "r"(selector) : "cc");
  if (valid) entry.valid |= LSL_VALID;
  return entry;
}

static void greet(void) {
  struct hello hello = {.magic = MAGIC_HELLO, .version = VERSION, .flags = probe(), .lowest = lowest_page()};
  for (u32 index = 0; index < GDT_ENTRIES; index++) hello.gdt[index] = look_at(index);
  for (unsigned at = 0; at < LEAF_COUNT; at++) {
    struct cpuid_leaf *leaf = &hello.leaves[at];
    leaf->leaf = LEAVES[at];
    __cpuid_count(LEAVES[at], 0, leaf->eax, leaf->ebx, leaf->ecx, leaf->edx);
  }
  write_all(&hello, sizeof hello);
}

/* Bit 1 of the kernel's second word of capabilities: user programs may use RDFSBASE and its sisters. */
#define HWCAP2_FSGSBASE 2

int main(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(SIGPIPE, SIG_IGN);
  if (!(getauxval(AT_HWCAP2) & HWCAP2_FSGSBASE)) {
    fprintf(stderr, "the kernel does not let programs write their FS and GS base (CR4.FSGSBASE is 0)\n");
    return 3;
  }
  pin();
  cases = shared(MAX_BATCH_BYTES);
  results = shared(MAX_CASES * sizeof *results);
  changes = shared((MAX_CHANGES + 1) * sizeof *changes);
  progress = shared(PAGE);
  alternate_stack = shared(ALTERNATE_SIZE);
  frame_file = memfd_create("pages", MFD_CLOEXEC);
  if (frame_file < 0 || ftruncate(frame_file, MAX_PAGES * PAGE)) fail("memfd_create");
  frame_bytes = mmap(0, MAX_PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, frame_file, 0);
  if (frame_bytes == MAP_FAILED) fail("mmap");
  void *executable = mmap(0, PAGE, PROT_READ | PROT_EXEC, MAP_SHARED, frame_file, 0);
  if (executable == MAP_FAILED) fail("the system maps no executable page from memory");
  munmap(executable, PAGE);
  greet();
  read_taken();
  for (struct batch batch; read_all(&batch, sizeof batch);) {
    struct done done = {MAGIC_DONE, DAMAGED, 0, 0, 0, 0};
    if (batch.bytes > MAX_BATCH_BYTES) return 3;
    if (!read_all(cases, batch.bytes)) return 3;
    if (batch.magic == MAGIC_LDT) {
      if (batch.count > MAX_LOCAL || batch.bytes != batch.count * sizeof(u64)) return 3;
      if (write_table((const u64 *)(const void *)cases, batch.count)) done.outcome = COMPLETE;
    } else {
      if (batch.magic != MAGIC_BATCH || batch.count > MAX_CASES) return 3;
      if (is_sound(batch.count, batch.bytes)) done = run_batch(&batch);
    }
    write_all(&done, sizeof done);
    write_all(results, done.count * sizeof *results);
    write_all(changes, done.changes * sizeof *changes);
  }
  return 0;
}
