/**
 * Disorder on the way from the shop to the topics: a decorator over a sink delays, repeats and
 * damages events. Whoever sends them knows nothing of it; every fault is told, with what a correct
 * pipeline makes of it.
 */
package dev.highstreet.simulator.emit.fault;
