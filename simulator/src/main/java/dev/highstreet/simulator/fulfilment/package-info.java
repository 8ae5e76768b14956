/** From a paid order to the customer's door: packing, carriers, promises, cancellations. */
package dev.highstreet.simulator.fulfilment;
