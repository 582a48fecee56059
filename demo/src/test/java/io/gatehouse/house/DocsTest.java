package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Links in the documentation lead somewhere. */
class DocsTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  @TestFactory
  Stream<DynamicTest> every_link_to_a_file_leads_to_a_file() throws IOException {
    return pages().stream()
        .map(page ->
            DynamicTest.dynamicTest(
                TOP.relativize(page).toString(), () -> assertThat(missing(page)).isEmpty()));
  }

  private static List<String> missing(Path page) throws IOException {
    Path folder = page.resolveSibling(".");
    return LINK.matcher(Files.readString(page))
        .results()
        .map(MatchResult::group)
        .map(link -> link.substring(2, link.length() - 1).split("#", 2)[0])
        .filter(link -> !link.isEmpty() && !link.contains("://"))
        .filter(link -> !Files.exists(folder.resolve(link)))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(TOP);
        Stream<Path> docs = Files.walk(TOP.resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
