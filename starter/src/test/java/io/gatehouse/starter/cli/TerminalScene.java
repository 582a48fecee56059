package io.gatehouse.starter.cli;

import io.gatehouse.starter.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A terminal and its house, the same for all tests of a class. */
abstract class TerminalScene {
  static Terminal terminal;
  static TestHouse house;

  @BeforeAll
  static void open() {
    terminal = new Terminal();
    house = terminal.house;
  }

  @AfterAll
  static void close() {
    terminal.close();
  }
}
