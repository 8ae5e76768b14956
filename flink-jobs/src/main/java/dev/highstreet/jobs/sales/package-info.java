/**
 * Sales: the marts, one a grouping and calendar grain, and the job that keeps them. {@link
 * dev.highstreet.jobs.sales.Grouping} lists the groupings; everything else follows from it.
 */
package dev.highstreet.jobs.sales;
