package dev.highstreet.dashboard.sales;

/**
 * Orders that fell on an hour of a weekday, over a period.
 *
 * @param weekday 1 for Monday to 7 for Sunday
 * @param hour 0 to 23 on the clock of the business zone
 * @param orders all of them, over all such days
 */
public record Hour(int weekday, int hour, long orders) {}
