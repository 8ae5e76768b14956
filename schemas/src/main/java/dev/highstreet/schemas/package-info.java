/** The contract: generated event types, the topics they travel on, and the wire codec. */
package dev.highstreet.schemas;
