/** Known to the payment service and to us. A real app keeps it outside of its code. */
export const PAYMENT_TOKEN = "it-is-really-the-bank";
