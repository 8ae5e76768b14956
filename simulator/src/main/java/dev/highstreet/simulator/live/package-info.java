/** A simulated shop on a clock: its history at full speed, then live, at a pace that may change. */
package dev.highstreet.simulator.live;
