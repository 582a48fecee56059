package io.gatehouse.benchmark.read;

/** One way to read all guests of a tenant and to judge each by its sign-ins. */
sealed interface Contender permits GatehouseReading, NaiveScript {
  Census read();
}
