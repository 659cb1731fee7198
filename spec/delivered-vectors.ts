/** Which exceptions a case with `delivery: "execute"` has delivered through its own IDT. */

/**
 * #DE #DB #BP #OF #BR #UD #NM #MF #XM: exceptions that no delivery raises. All others end a case before their own
 * delivery, whether the instruction raised them or the delivery of one of these; so the faults of a delivery are seen one
 * by one, with their error codes, and never merge into #DF.
 */
export const DELIVERED_VECTORS: readonly number[] = [0, 1, 3, 4, 5, 6, 7, 16, 19];
