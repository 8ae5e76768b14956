/** People who order with other people's money, and what is found out about them weeks later. */
package dev.highstreet.simulator.fraud;
