/**
 * Turns a file of real transactions into the events of the contract. Knows nothing of where events
 * go: {@link dev.highstreet.simulator.emit.EventSink} does.
 */
package dev.highstreet.simulator.replay;
