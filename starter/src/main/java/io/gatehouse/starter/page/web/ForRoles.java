package io.gatehouse.starter.page.web;

import io.gatehouse.actor.AppRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may come in: somebody signed in with one of these roles. On a method it is said anew. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForRoles {
  AppRole[] value();

  /** A request of a program that changes nothing although it is a POST: it is never redirected. */
  boolean onlyShows() default false;
}
