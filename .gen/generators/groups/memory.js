import { gdt } from "../gdt.js";
import { samePage } from "../parts.js";
import { codePage, pageOf, tablePage } from "../placement.js";
import { simplerNumbers, simplerValues } from "../simplify.js";
import { nothingSimpler } from "./group.js";
/** Where the code lies: its page, and where in it the instruction ends. */
export const CODE = {
    name: "code",
    differs: ({ end, code }, boring) => end !== boring.end || !samePage(code, boring.code),
    reset: (parts, boring) => {
        parts.end = boring.end;
        parts.code = boring.code;
    },
    *simpler({ code, end }) {
        const plain = codePage(code.linear);
        if (!samePage(code, plain)) {
            yield (parts) => {
                parts.code = plain;
            };
        }
        for (const linear of simplerValues(code.linear)) {
            if (linear !== pageOf(linear))
                continue;
            yield (parts) => {
                parts.code = { ...code, linear };
                parts.end = BigInt.asUintN(64, end - code.linear + linear);
            };
        }
    },
};
/** The bytes of the table that GDTR points at, when its page holds just these. */
function tableOf({ state, table }) {
    const [chunk] = table?.data ?? [];
    if (table === undefined || chunk === undefined)
        return undefined;
    return samePage(table, tablePage(state.gdtr.base, chunk.bytes)) ? chunk.bytes : undefined;
}
const TABLES = gdt();
/** GDTR and the page that holds its table. */
export const GDT = {
    name: "gdt",
    differs: ({ state: { gdtr }, table }, boring) => gdtr.base !== boring.state.gdtr.base ||
        gdtr.limit !== boring.state.gdtr.limit ||
        table === undefined ||
        !samePage(table, boring.table),
    reset: (parts, boring) => {
        parts.state.gdtr = { ...boring.state.gdtr };
        parts.table = boring.table;
    },
    *simpler(parts, boring) {
        const { gdtr } = parts.state;
        const bytes = tableOf(parts);
        const plainBytes = tableOf(boring);
        const { base: plainBase, limit: plainLimit } = boring.state.gdtr;
        const set = (base, limit, content) => (changing) => {
            changing.state.gdtr = { base, limit };
            if (content !== undefined)
                changing.table = tablePage(base, content);
        };
        const samePlace = gdtr.base === plainBase;
        const sameBytes = bytes !== undefined && Buffer.compare(bytes, plainBytes) === 0;
        // One of base, limit and bytes at a time becomes plain.
        if (!samePlace)
            yield set(plainBase, gdtr.limit, bytes ?? plainBytes);
        if (gdtr.limit !== plainLimit)
            yield set(gdtr.base, plainLimit, bytes);
        if (!sameBytes)
            yield set(gdtr.base, gdtr.limit, plainBytes);
        if (!samePlace && bytes !== undefined) {
            for (const base of simplerValues(gdtr.base))
                yield set(base, gdtr.limit, bytes);
        }
        if (gdtr.limit !== plainLimit) {
            for (const limit of simplerNumbers(gdtr.limit))
                yield set(gdtr.base, limit, bytes);
        }
        if (bytes !== undefined && !sameBytes) {
            for (const content of TABLES.simpler(bytes))
                yield set(gdtr.base, gdtr.limit, content);
        }
    },
};
export const IDTR = {
    name: "idtr",
    differs: ({ state: { idtr } }, boring) => idtr.base !== boring.state.idtr.base || idtr.limit !== boring.state.idtr.limit,
    reset: ({ state }, boring) => {
        state.idtr = { ...boring.state.idtr };
    },
    *simpler({ state: { idtr } }, boring) {
        const plain = boring.state.idtr;
        const set = (base, limit) => (parts) => {
            parts.state.idtr = { base, limit };
        };
        if (idtr.base !== plain.base && idtr.limit !== plain.limit) {
            yield set(plain.base, idtr.limit);
            yield set(idtr.base, plain.limit);
        }
        if (idtr.base !== plain.base)
            for (const base of simplerValues(idtr.base))
                yield set(base, idtr.limit);
        if (idtr.limit !== plain.limit)
            for (const limit of simplerNumbers(idtr.limit))
                yield set(idtr.base, limit);
    },
};
/** Each page besides those of the code and the GDT that the boring machine has not, or has otherwise. */
export function otherPages({ others }, boring) {
    const all = new Set([...others, ...boring.others].map(({ linear }) => linear));
    return [...all].flatMap((linear) => {
        const own = others.find((page) => page.linear === linear);
        const plain = boring.others.find((page) => page.linear === linear);
        if (own !== undefined && plain !== undefined && samePage(own, plain))
            return [];
        return [
            {
                name: `page ${linear.toString(16)}h`,
                differs: () => true,
                reset: (parts) => {
                    const kept = parts.others.filter((page) => page.linear !== linear);
                    parts.others = plain === undefined ? kept : [...kept, plain];
                },
                simpler: nothingSimpler,
            },
        ];
    });
}
