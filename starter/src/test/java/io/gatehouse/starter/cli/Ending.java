package io.gatehouse.starter.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/** What a command came to. */
public record Ending(int code, String out, String err) {
  /** Of a command with this environment and nothing else. */
  public static Ending of(Map<String, String> environment, String... arguments) {
    return into(new StringWriter(), environment, arguments);
  }

  /** Output and errors as a terminal shows them: one text, in the order they were said. */
  public static String said(Map<String, String> environment, String... arguments) {
    return together(environment, arguments).out();
  }

  /** The same with its code; both streams hold the one text. */
  public static Ending together(Map<String, String> environment, String... arguments) {
    var said = new StringWriter();
    int code = execute(environment, said, said, arguments);
    return new Ending(code, said.toString(), said.toString());
  }

  /** Of a command whose output goes somewhere of the test's choice. */
  static Ending into(Writer out, Map<String, String> environment, String... arguments) {
    var err = new StringWriter();
    int code = execute(environment, out, err, arguments);
    return new Ending(code, out.toString(), err.toString());
  }

  private static int execute(
      Map<String, String> environment, Writer out, Writer err, String... arguments) {
    return CommandTree.create(environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
