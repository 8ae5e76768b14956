/** What truly happened, written down before anything delays, repeats or damages it. */
package dev.highstreet.simulator.truth;
