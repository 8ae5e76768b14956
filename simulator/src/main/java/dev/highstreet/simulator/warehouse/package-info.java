/** What lies in the warehouses, in lots, first in first out; and how it is bought in time. */
package dev.highstreet.simulator.warehouse;
