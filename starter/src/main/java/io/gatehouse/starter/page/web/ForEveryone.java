package io.gatehouse.starter.page.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The pages of this controller answer whoever asks. A controller that says neither this nor {@link
 * ForRoles} answers nobody, so that a page somebody adds is closed until he thinks about it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForEveryone {}
