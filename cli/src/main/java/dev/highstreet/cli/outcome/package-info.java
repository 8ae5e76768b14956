/** What came of events that were sent through the platform, and whether each is accounted for. */
package dev.highstreet.cli.outcome;
