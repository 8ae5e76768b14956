/** What a shop is like, in figures: fitted from its past, or taken from elsewhere and marked so. */
package dev.highstreet.simulator.profile;
