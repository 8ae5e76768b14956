/**
 * Files of transactions: a folder into which they are dropped, the job that takes each of them
 * once, whole or not at all, and the page that shows what became of them.
 */
package dev.highstreet.dashboard.uploads;
