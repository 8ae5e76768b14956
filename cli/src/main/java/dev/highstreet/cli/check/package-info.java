/** {@code highstreet check}: the data tests. */
package dev.highstreet.cli.check;
