#!/bin/sh
# Creates the contract's topics, as dev.highstreet.platform.Topics does. Usage: create-topics.sh HOST:PORT
set -eu
bootstrap=$1

create() { # topic, further settings
  topic=$1
  shift
  # record times follow the shop's clock, which runs through any year
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$bootstrap" --create --if-not-exists \
    --topic "$topic" --partitions 4 --config retention.ms=-1 --config segment.ms=9223372036854775807 \
    --config message.timestamp.after.max.ms=9223372036854775807 "$@"
}

create highstreet.products
create highstreet.stores
create highstreet.customers
create highstreet.orders
create highstreet.returns
create highstreet.payments
create highstreet.progress
create highstreet.activity
create highstreet.stock
create highstreet.fraud-labels
create highstreet.dead-letters --config max.message.bytes=2097152
