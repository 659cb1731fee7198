#!/usr/bin/env python3
"""A small x86-64 core of the Intel kind, plugged into ringcross over JSON Lines.

It runs SYSCALL, SYSRET and SWAPGS in 64-bit mode as the Intel SDM (Vol. 2B) says, with one bug
planted in `sysret`, marked PLANTED BUG. `ringcross run examples/python/core.py` finds it.
"""

import json
import sys

UD, GP, DB = 6, 13, 1
TF, RF = 1 << 8, 1 << 16
#: What SYSRET takes from R11: CF PF AF ZF SF TF IF DF OF IOPL NT AC VIF VIP ID.
FROM_R11 = 0x3C7FD7
MASK64 = (1 << 64) - 1
SCE, LMA, LA57, BS = 1 << 0, 1 << 10, 1 << 12, 1 << 14
PREFIXES = {0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0x66, 0x67, 0xF0, 0xF2, 0xF3}
FLAT = {"base": 0, "limit": 0xFFFFFFFF, "s": 1, "p": 1, "avl": 0, "g": 1}


class Unsupported(Exception):
    """This core cannot run the case; that says nothing about an Intel CPU."""


class Stop(Exception):
    """An exception of the processor. A fault undoes what the instruction did, a trap does not."""

    def __init__(self, vector, error_code=None, fault=True):
        super().__init__(vector)
        self.end = {"kind": "exception", "vector": vector}
        if error_code is not None:
            self.end["errorCode"] = error_code
        self.fault = fault


def canonical(address, cpu):
    """Whether all bits above the width of the paging in use equal the highest one inside."""
    width = 57 if cpu["cr4"] & LA57 else 48
    return address >> width - 1 in (0, MASK64 >> width - 1)


def decode(code):
    """The operation, its length in bytes, LOCK, and REX.W of one instruction in 64-bit mode."""
    at, lock, rex = 0, False, 0
    while at < len(code) and (code[at] in PREFIXES or code[at] & 0xF0 == 0x40):
        lock |= code[at] == 0xF0
        # A REX prefix counts only directly before the opcode.
        rex = code[at] if code[at] & 0xF0 == 0x40 else 0
        at += 1
    for opcode, operation in ((b"\x0f\x05", syscall), (b"\x0f\x07", sysret), (b"\x0f\x01\xf8", swapgs)):
        if code[at:].startswith(opcode):
            return operation, at + len(opcode), lock, bool(rex & 8)
    raise Unsupported("this core knows SYSCALL, SYSRET and SWAPGS only")


def syscall(cpu, following, wide):
    if not cpu["efer"] & SCE:
        raise Stop(UD)
    cpu["rcx"] = following
    cpu["r11"] = cpu["rflags"] & ~RF
    cpu["rflags"] = cpu["rflags"] & ~cpu["fmask"] & ~RF | 2
    base = cpu["star"] >> 32 & 0xFFFF
    cpu["cs"] = {**FLAT, "selector": base & 0xFFFC, "type": 0xB, "dpl": 0, "l": 1, "db": 0}
    cpu["ss"] = {**FLAT, "selector": base + 8 & 0xFFFF, "type": 3, "dpl": 0, "l": 0, "db": 1}
    cpu["cpl"] = 0
    cpu["rip"] = cpu["lstar"]


def sysret(cpu, following, wide):
    if not cpu["efer"] & SCE:
        raise Stop(UD)
    if cpu["cpl"] != 0:
        raise Stop(GP, 0)
    if wide and not canonical(cpu["rcx"], cpu):
        raise Stop(GP, 0)
    cpu["rip"] = cpu["rcx"] if wide else cpu["rcx"] & 0xFFFFFFFF
    # PLANTED BUG: RF comes back from R11. The SDM clears it ("R11 AND 3C7FD7H"), so that a debugger
    # cannot be outrun; QEMU's TCG kept it for years.
    cpu["rflags"] = cpu["r11"] & (FROM_R11 | RF) | 2
    base = cpu["star"] >> 48
    code = base + 16 if wide else base
    size = {"l": 1, "db": 0} if wide else {"l": 0, "db": 1}
    cpu["cs"] = {**FLAT, **size, "selector": code & 0xFFFF | 3, "type": 0xB, "dpl": 3}
    cpu["ss"] = {**FLAT, "selector": base + 8 & 0xFFFF | 3, "type": 3, "dpl": 3, "l": 0, "db": 1}
    cpu["cpl"] = 3


def swapgs(cpu, following, wide):
    if cpu["cpl"] != 0:
        raise Stop(GP, 0)
    base = cpu["gs"]["base"]
    cpu["gs"] = {**cpu["gs"], "base": cpu["kernelGsBase"]}
    cpu["kernelGsBase"] = base
    cpu["rflags"] &= ~RF
    cpu["rip"] = following


def step(cpu, code):
    """Runs one instruction and what comes between it and the next: the single-step trap, the fetch."""
    operation, length, lock, wide = decode(code)
    if length > 15:
        raise Stop(GP, 0)
    if lock:
        raise Stop(UD)
    operation(cpu, cpu["rip"] + length & MASK64, wide)
    if cpu["rflags"] & TF:
        cpu["dr6"] |= BS
        raise Stop(DB, fault=False)
    if not canonical(cpu["rip"], cpu):
        raise Stop(GP, 0, fault=False)


def run(case):
    """The observation of one case: how it ended, and the parts of the state that changed."""
    before = numbers(case["before"])
    if not (before["efer"] & LMA and before["cs"]["l"]):
        raise Unsupported("this core has 64-bit mode only")
    if len(case["steps"]) > 1 or case["delivery"] != "observe":
        raise Unsupported("this core runs one instruction and has no IDT")
    cpu, end = dict(before), {"kind": "retired"}
    try:
        step(cpu, bytes.fromhex(case["steps"][0]["bytes"]))
    except Stop as stop:
        end = stop.end
        if stop.fault:
            cpu = before
    changed = {name: value for name, value in cpu.items() if value != before[name]}
    return {"end": end, "after": document(changed), "writes": []}


def numbers(value):
    """A state with its 64-bit strings as numbers."""
    if isinstance(value, dict):
        return {name: numbers(part) for name, part in value.items()}
    return int(value, 16) if isinstance(value, str) else value


#: Everything that is 64 bits wide is a string in JSON; these are not.
SMALL = {"cpl", "selector", "limit", "type", "s", "dpl", "p", "avl", "l", "db", "g"}


def document(state):
    """The way back."""
    return {
        name: document(value) if isinstance(value, dict) else value if name in SMALL else f"0x{value:016x}"
        for name, value in state.items()
    }


FEATURES = "nx la57 fsgsbase svm ffxsr tce lmsle mcommit intwb uaie aibrse".split()
READY = {
    "kind": "ready",
    "protocol": 1,
    "name": "python-example",
    "version": "1.0",
    "model": "64-bit mode only",
    "profile": {
        "vendor": "intel",
        "features": {name: name in ("nx", "la57") for name in FEATURES},
        "modes": ["64"],
        "imposed": [],
    },
    "capabilities": {
        "noOpinion": {"rdmsr": "no MSRs", "wrmsr": "no MSRs", "fsgsbase": "no FSGSBASE"},
    },
}


def answer(message):
    if message["kind"] == "start":
        return READY
    try:
        return {"kind": "observation", "id": message["id"], "observation": run(message["case"])}
    except Unsupported as reason:
        return {"kind": "unsupported", "id": message["id"], "reason": str(reason)}


def main():
    for line in sys.stdin:
        message = json.loads(line)
        if message["kind"] == "stop":
            break
        # Without the flush the answer would wait in a buffer, and the harness for it.
        print(json.dumps(answer(message)), flush=True)


if __name__ == "__main__":
    main()
