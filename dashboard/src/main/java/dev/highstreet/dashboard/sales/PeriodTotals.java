package dev.highstreet.dashboard.sales;

import dev.highstreet.dashboard.shell.Watermark;

/**
 * A period's totals, and how settled they are.
 *
 * @param all over the whole period
 * @param settled over the days that nothing on time can change any more
 * @param furthest up to when the period's rows are final
 */
public record PeriodTotals(Totals all, Totals settled, Watermark furthest) {}
