package dev.highstreet.jobs.sales;

/**
 * What some transactions add to one group of one period.
 *
 * @param block the block that the group belongs to
 * @param group stock code, category, …; empty where there is only one group
 * @param totals what is added
 */
public record SalesDelta(Block block, String group, SalesTotals totals) {}
