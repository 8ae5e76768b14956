/** What people do before they buy, and instead: sessions and visits. */
package dev.highstreet.simulator.browsing;
