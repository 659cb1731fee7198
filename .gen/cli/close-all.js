/** Milliseconds for processors to end in good order; what still runs then ends with this process. */
const PATIENCE = 3_000;
/** Closes processors, without waiting for one that does not end. */
export async function closeAll(processors) {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
    });
    // How a processor ends says nothing about the cases that it has answered.
    const closed = Promise.allSettled(processors.map(async ({ adapter }) => adapter.close?.()));
    await Promise.race([closed, late]);
    clearTimeout(timer);
}
