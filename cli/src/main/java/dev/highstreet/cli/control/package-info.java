/** The way into a running simulator: a small interface on this machine, and the command for it. */
package dev.highstreet.cli.control;
