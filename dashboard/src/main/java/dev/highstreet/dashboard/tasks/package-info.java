/**
 * What takes longer than a request: set in motion by one, watched on a page, and written down as
 * ended in {@code ops.audit}.
 */
package dev.highstreet.dashboard.tasks;
