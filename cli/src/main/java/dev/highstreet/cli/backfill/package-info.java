/** {@code highstreet backfill}: replaces days, late events included, and follows the job. */
package dev.highstreet.cli.backfill;
