/** Goods that come back, and the money that goes back for them. */
package dev.highstreet.simulator.returns;
