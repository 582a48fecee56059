package io.gatehouse.sandbox.signin;

import io.gatehouse.sandbox.tenant.Employee;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Whom one wants to be, and in which role. */
final class ChoicePage {
  private static final List<String> ROLES = List.of("Operator", "Approver", "Auditor", "Sponsor");

  private ChoicePage() {}

  static String of(String action, Map<String, String> asked) {
    String hidden =
        List.of("client_id", "redirect_uri", "code_challenge", "nonce", "state").stream()
            .map(name ->
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(name, Entities.escape(asked.getOrDefault(name, ""))))
            .collect(Collectors.joining("\n"));
    String people =
        Arrays.stream(Employee.values())
            .filter(Employee::stillEmployed)
            .map(each ->
                "<option value=\"%s\">%s</option>".formatted(each.name(), each.displayName()))
            .collect(Collectors.joining("\n"));
    String roles =
        ROLES.stream()
            .map(role -> "<option>%s</option>".formatted(role))
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Sign in · sandbox</title></head>
    <body><main><h1>Sign in to the sandbox</h1>
    <p>Everybody here is invented, so nobody has a password: choose who you are.</p>
    <form method="post" action="%s">
    %s
    <p><label>Person <select name="who">%s</select></label></p>
    <p><label>Role <select name="role">%s</select></label></p>
    <p><button>Sign in</button></p>
    </form></main></body></html>
    """
        .formatted(Entities.escape(action), hidden, people, roles);
  }
}
