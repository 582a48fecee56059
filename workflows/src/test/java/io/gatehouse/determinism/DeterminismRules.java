package io.gatehouse.determinism;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The laws of workflow code. They speak of accesses, not of calls: a rule about calls would miss
 * method references.
 */
final class DeterminismRules {
  private DeterminismRules() {}

  static final ArchRule NO_WALL_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(
              target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .accessTargetWhere(
              target(nameMatching("system.*|tick.*")).and(target(owner(assignableTo(Clock.class)))))
          .because("a replay weeks later would see another date: take the instant as an argument");

  static final ArchRule NO_SYSTEM =
      noClasses()
          .should()
          .accessClassesThat()
          .belongToAnyOf(System.class, Runtime.class, ProcessBuilder.class)
          .because("another worker has another environment and another clock");

  static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .accessClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .accessClassesThat()
          .areAssignableTo(ThreadLocal.class)
          .orShould()
          .accessClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .because(
              "only Temporal's own scheduling is replayed: use Promise, Async and Workflow.await");

  static final ArchRule NO_CHANCE =
      noClasses()
          .should()
          .accessClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .accessTargetWhere(target(name("random")).and(target(owner(assignableTo(Math.class)))))
          .orShould()
          .accessTargetWhere(
              target(name("randomUUID")).and(target(owner(assignableTo(UUID.class)))))
          .because("a replay would roll other numbers: Workflow.newRandom and Workflow.randomUUID");

  static final ArchRule NO_INPUT_OR_OUTPUT =
      noClasses()
          .should()
          .accessClassesThat()
          .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.sql..")
          .because("only activities touch the world: they are recorded, workflow code is repeated");

  static final ArchRule NO_HASH_ORDER =
      noClasses()
          .should()
          .accessTargetWhere(
              target(name(CONSTRUCTOR_NAME))
                  .or(target(nameMatching("new.*")))
                  .and(
                      target(
                          owner(
                              assignableTo(HashMap.class)
                                  .or(assignableTo(HashSet.class))
                                  .or(assignableTo(IdentityHashMap.class))
                                  .or(assignableTo(WeakHashMap.class))))))
          .because("commands must come in the same order again: use lists, EnumMap or TreeMap");

  static final ArchRule NO_SALTED_ORDER =
      noClasses()
          .should()
          .accessTargetWhere(
              target(nameMatching("of|ofEntries|copyOf"))
                  .and(target(owner(assignableTo(Set.class).or(assignableTo(Map.class)))))
                  .and(target(owner(resideInAPackage("java.util"))))
                  .and(target(owner(not(assignableTo(EnumSet.class))))))
          .because("the JDK shuffles them anew in each process: use lists, EnumMap or TreeMap");

  static final ArchRule NO_GATHERED_HASHES =
      noClasses()
          .should()
          .accessTargetWhere(
              target(owner(assignableTo(Collectors.class)))
                  .and(
                      target(nameMatching("toSet|toUnmodifiableSet|toUnmodifiableMap"))
                          .or(target(name("groupingBy")).and(target(HasParameters.fewerThan(3))))
                          .or(target(name("toMap")).and(target(HasParameters.fewerThan(4))))))
          .because("they gather into hashes: name the collection, or gather into a list");

  static final ArchRule NO_PARALLEL_STREAMS =
      noClasses()
          .should()
          .accessTargetWhere(target(nameMatching("parallel|parallelStream|parallelPrefix")))
          .because("other threads would work in an order that no replay repeats");

  static final ArchRule NO_MACHINE_DEFAULTS =
      noClasses()
          .should()
          .accessTargetWhere(
              target(nameMatching("systemDefault|getDefault"))
                  .and(target(owner(resideInAnyPackage("java.util", "java.time")))))
          .orShould()
          .accessClassesThat()
          .belongToAnyOf(Date.class, Calendar.class)
          .because("another worker stands in another zone, and both classes read its clock");

  static final ArchRule NO_SHARED_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .because("a static is shared by all workflows of a worker and forgotten with it")
          .allowEmptyShould(true);

  static final ArchRule NO_SHARED_COLLECTIONS =
      noFields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
          .should()
          .haveRawType(
              assignableTo(Collection.class)
                  .or(assignableTo(Map.class))
                  .or(assignableTo(StringBuilder.class))
                  .or(describe("an array", JavaClass::isArray)))
          .because("a constant reference to something that changes is shared state all the same")
          .allowEmptyShould(true);

  static final ArchRule NO_TIMED_AWAIT =
      noClasses()
          .should()
          .accessTargetWhere(
              target(name("await"))
                  .and(target(owner(assignableTo(Workflow.class))))
                  .and(new HasDuration()))
          .orShould()
          .accessTargetWhere(target(name("sleep")).and(target(owner(assignableTo(Workflow.class)))))
          .because(
              "in SDK 1.39 a timed await leaves its timer behind, and neither carries a summary:"
                  + " use Sleep");
}
