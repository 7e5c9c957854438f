"""The ground tests stand on: a PostgreSQL and a RabbitMQ of their own, started and stopped with them."""
