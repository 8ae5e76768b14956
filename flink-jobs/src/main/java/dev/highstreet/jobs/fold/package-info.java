/**
 * The two operators that make aggregation cheap: partial aggregation before the shuffle, and totals
 * whose changes are shown early. Neither knows what is being added up.
 */
package dev.highstreet.jobs.fold;
