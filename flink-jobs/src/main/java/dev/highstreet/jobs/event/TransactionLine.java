package dev.highstreet.jobs.event;

/**
 * One line of a sale or of a return. Fields are as received: validation is the business of {@code
 * clean}.
 *
 * @param number position in the transaction, from 1
 * @param productId stock code
 * @param productRevision the revision that was sold or came back
 * @param quantity units
 * @param unitPriceMicros price of a unit before discount; 0 in a return
 * @param discountMicros discount on the whole line; 0 in a return
 * @param refundMicros refund for the whole line; 0 in a sale
 * @param promotionId the promotion that gave the discount, or null
 */
public record TransactionLine(
    int number,
    String productId,
    int productRevision,
    int quantity,
    long unitPriceMicros,
    long discountMicros,
    long refundMicros,
    String promotionId) {}
