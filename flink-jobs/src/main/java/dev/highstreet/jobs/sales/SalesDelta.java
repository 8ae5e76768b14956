package dev.highstreet.jobs.sales;

/**
 * What some transactions add to one group of one period.
 *
 * @param block the block that the group belongs to
 * @param group stock code, category, …; empty where there is only one group
 * @param partial what is added
 */
record SalesDelta(Block block, String group, SalesPartial partial) {}
