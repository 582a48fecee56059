package io.gatehouse.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the house and the arrows between them, each with its reason. */
class ModuleArrowsTest {
  private static final List<String> WORKFLOWS =
      List.of("actor", "attestation", "guest", "policy", "safety", "sponsor", "temporal", "watch");

  private static final Set<String> ROOMS =
      Set.of(
          "config",
          "evidence",
          "store",
          "graph",
          "keys",
          "observe",
          "sandbox",
          "worker",
          "starter",
          "doctor",
          "demo");

  private static JavaClasses house;

  @BeforeAll
  static void read_the_house() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar")) // fixtures of other rooms
            .importPackages("io.gatehouse");
  }

  static final ArchRule WORKFLOWS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAnyPackage(packages(WORKFLOWS))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(ROOMS))
          .because(
              "a workflow decides over plain records; whoever does the work stands behind a contract");

  static final ArchRule WORKFLOWS_NEED_ONLY_TEMPORAL =
      classes()
          .that()
          .resideInAnyPackage(packages(WORKFLOWS))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Arrays.stream(packages(WORKFLOWS)),
                      // Jackson and protobuf come with temporal-sdk and write our payloads.
                      Stream.of(
                          "java..",
                          "javax.crypto..",
                          "org.jspecify..",
                          "io.temporal..",
                          "com.fasterxml.jackson..",
                          "com.google.protobuf..",
                          "org.slf4j.."))
                  .toArray(String[]::new))
          .because("histories weeks old must replay without a framework deciding anything");

  static final ArchRule EVIDENCE_NEEDS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("io.gatehouse.evidence..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.crypto..", "org.jspecify..", "io.gatehouse.evidence..")
          .because("an auditor checks proofs without our database, server or libraries");

  static final ArchRule ONLY_THE_EFFECT_PROTOCOL_WRITES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.gatehouse.graph..", "io.gatehouse.worker.safety..", "io.gatehouse.worker.host..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.gatehouse.graph.write..")
          .because("look, intend, act, prove is the only way to change the tenant");

  static final ArchRule THE_SDK_STAYS_BEHIND_THE_PORTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.gatehouse.graph..", "io.gatehouse.keys..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft..", "com.azure..", "okhttp3..")
          .because("the rest of the house speaks in records of its own");

  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gatehouse.demo")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("everything reads the one clock, or the demo's 150 days would be a lie");

  @TestFactory
  Stream<DynamicTest> the_house_keeps_its_rules() {
    return rules().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
  }

  /**
   * Each rule, held against a room it forbids, must find something: a rule that cannot fail is
   * none.
   */
  @TestFactory
  Stream<DynamicTest> each_rule_notices_code_that_breaks_it() {
    JavaClasses offenders = new ClassFileImporter().importPackages("io.gatehouse.house.offenders");
    return Stream.of(
        DynamicTest.dynamicTest(
            "the clock",
            () -> assertThat(TIME_IS_INJECTED.evaluate(offenders).hasViolation()).isTrue()),
        DynamicTest.dynamicTest(
            "writing",
            () ->
                assertThat(ONLY_THE_EFFECT_PROTOCOL_WRITES.evaluate(offenders).hasViolation())
                    .isTrue()),
        DynamicTest.dynamicTest(
            "the SDK",
            () ->
                assertThat(THE_SDK_STAYS_BEHIND_THE_PORTS.evaluate(offenders).hasViolation())
                    .isTrue()));
  }

  @Test
  void arrows_between_modules_point_one_way() {
    Map<String, Set<String>> allowed =
        Map.ofEntries(
            entry("workflows", Set.of()),
            entry("config", Set.of()),
            entry("evidence", Set.of()),
            entry("graph", Set.of()),
            entry("keys", Set.of("workflows", "config")),
            entry("observe", Set.of("workflows", "store", "config")),
            entry("sandbox", Set.of()),
            entry("store", Set.of("evidence")),
            entry(
                "worker",
                Set.of("workflows", "graph", "store", "evidence", "config", "keys", "observe")),
            entry(
                "starter",
                Set.of("workflows", "graph", "store", "evidence", "config", "keys", "observe")),
            entry(
                "doctor",
                Set.of("workflows", "graph", "store", "config", "keys", "worker", "starter")),
            entry(
                "demo",
                Set.of(
                    "workflows",
                    "graph",
                    "store",
                    "evidence",
                    "config",
                    "observe",
                    "keys",
                    "sandbox",
                    "worker",
                    "starter")));
    assertThat(arrows())
        .allSatisfy((from, to) ->
            assertThat(allowed.getOrDefault(from, Set.of()))
                .as("arrows out of %s: data walks through the rooms once, without going back", from)
                .containsAll(to));
  }

  private static Map<String, Set<String>> arrows() {
    var arrows = new TreeMap<String, Set<String>>();
    for (JavaClass each : house) {
      String from = room(each.getPackageName());
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getPackageName())
          .filter(name -> name.startsWith("io.gatehouse."))
          .map(ModuleArrowsTest::room)
          .filter(to -> !to.equals(from))
          .forEach(to -> arrows.computeIfAbsent(from, _ -> new TreeSet<>()).add(to));
    }
    return arrows;
  }

  private static String room(String packageName) {
    String first = packageName.substring("io.gatehouse.".length()).split("\\.", 2)[0];
    return WORKFLOWS.contains(first) ? "workflows" : first;
  }

  private static Map<String, ArchRule> rules() {
    var rules = new TreeMap<String, ArchRule>();
    for (ArchRule rule :
        List.of(
            WORKFLOWS_KNOW_NOBODY,
            WORKFLOWS_NEED_ONLY_TEMPORAL,
            EVIDENCE_NEEDS_ONLY_THE_JDK,
            ONLY_THE_EFFECT_PROTOCOL_WRITES,
            THE_SDK_STAYS_BEHIND_THE_PORTS,
            TIME_IS_INJECTED)) {
      rules.put(rule.getDescription(), rule);
    }
    return rules;
  }

  private static String[] packages(Iterable<String> rooms) {
    var names = Stream.<String>builder();
    rooms.forEach(room -> names.add("io.gatehouse." + room + ".."));
    return names.build().toArray(String[]::new);
  }
}
