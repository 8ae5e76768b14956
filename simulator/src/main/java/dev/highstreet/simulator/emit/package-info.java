/** Where simulated and replayed events go. The only package that knows Kafka. */
package dev.highstreet.simulator.emit;
