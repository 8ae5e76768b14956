/** Days that are out of the ordinary: flash sales, promotions, attacks. */
package dev.highstreet.simulator.scenario;
