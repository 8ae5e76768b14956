/** The comparisons of the tables with the answer key. */
package dev.highstreet.dashboard.reconciliation;
