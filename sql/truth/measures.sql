-- What every answer key says of money, and of movements: sales and what was taken back, as base.sql and file.sql find them.

CREATE MACRO money(micros) AS CAST(micros AS DECIMAL(31, 0)) * 0.000001;

-- The measures of a group, the same in every sales mart. The average is rounded to a millionth, a half upwards.
CREATE MACRO measures(movement) AS {
  'orders': count(DISTINCT movement.order_id),
  'customers': count(DISTINCT movement.customer_id),
  'units': sum(movement.units),
  'gross_sales': money(sum(movement.gross)),
  'discounts': money(sum(movement.discount)),
  'net_sales': money(sum(movement.gross - movement.discount)),
  'cost_of_goods': money(sum(movement.cost)),
  'returned_units': sum(movement.returned_units),
  'refunds': money(sum(movement.refund)),
  'returned_cost': money(sum(movement.returned_cost)),
  'average_order_value': money(CASE WHEN count(movement.order_id) > 0 THEN
      (2 * sum(movement.gross - movement.discount) + count(DISTINCT movement.order_id)) // (2 * count(DISTINCT movement.order_id)) END),
  'revenue': money(sum(movement.gross - movement.discount - movement.refund)),
  'gross_margin': money(sum(movement.gross - movement.discount - movement.refund - movement.cost + movement.returned_cost))
};
