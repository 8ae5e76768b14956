/**
 * {@code highstreet verify}: compares what the jobs left in the database with what another engine
 * makes of the truth, or of a file that was replayed. Two queries a table, both in the order of its
 * key, are merged row by row.
 */
package dev.highstreet.cli.verify;
