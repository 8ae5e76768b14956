/**
 * The platform as one thing: where its parts are (here or elsewhere), its data directory, and how
 * it starts, is found again and stops.
 */
package dev.highstreet.cli.local;
