/** How orders are paid: attempts, declines, cards. */
package dev.highstreet.simulator.payment;
