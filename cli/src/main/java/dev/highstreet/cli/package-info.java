/** The {@code highstreet} command. */
package dev.highstreet.cli;
