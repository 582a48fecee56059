package io.gatehouse.determinism;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.random.RandomGenerator;

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
          .callConstructorWhere(
              target(
                  owner(
                      assignableTo(HashMap.class)
                          .or(assignableTo(HashSet.class))
                          .or(assignableTo(IdentityHashMap.class))
                          .or(assignableTo(WeakHashMap.class)))))
          .because("commands must come in the same order again: use lists or EnumMap");

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
          .haveRawType(assignableTo(Collection.class).or(assignableTo(Map.class)))
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
