/**
 * {@code highstreet replay}: a transaction file through the whole platform, and what came of it.
 */
package dev.highstreet.cli.replay;
