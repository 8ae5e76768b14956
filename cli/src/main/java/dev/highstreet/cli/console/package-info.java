/** What a command is run in, how it speaks to whoever ran it, and how it gives up. */
package dev.highstreet.cli.console;
