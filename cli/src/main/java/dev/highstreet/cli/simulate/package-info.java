/** {@code highstreet simulate}: a shop that a profile describes, as events; and its options. */
package dev.highstreet.cli.simulate;
