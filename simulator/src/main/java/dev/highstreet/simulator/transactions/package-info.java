/**
 * Reads files of transactions, whatever shop they come from: how they are written, what a row says,
 * and why a row says nothing. What is made of the rows is the business of who asks for them.
 */
package dev.highstreet.simulator.transactions;
