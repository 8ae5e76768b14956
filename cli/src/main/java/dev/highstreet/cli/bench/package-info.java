/** {@code bench}: what Highstreet is measured against. */
package dev.highstreet.cli.bench;
