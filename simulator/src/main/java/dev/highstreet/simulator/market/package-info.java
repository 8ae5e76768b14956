/** What the shop is made of: catalogue, prices, stores, customers, calendar. */
package dev.highstreet.simulator.market;
