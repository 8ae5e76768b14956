package dev.highstreet.simulator.calibrate.fit;

/**
 * What a file tells of the time between an order and what came back of it: the day on which it was
 * booked, and so two bounds. All are days from the order, with fractions.
 *
 * @param after the end of the last day before on which returns are booked; 0 or less if the order
 *     came later
 * @param by the end of the day on which it was booked, above {@code after}
 * @param arrived the end of the day by which the goods had nearly surely reached the customer; of
 *     what comes back until then, the time tells of the parcel rather than of the customer
 * @param watched the end of the last day of the file
 */
record SeenLag(double after, double by, double arrived, double watched) {}
